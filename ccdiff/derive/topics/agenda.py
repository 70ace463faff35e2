"""Agenda items that only one report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.topics.chapters import FUNCTIONS, goes_on, placed, under
from ccdiff.derive.topics.gone import gone
from ccdiff.derive.topics.matter import Candidate, content, core
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import kind_of
from ccdiff.derive.topics.titles import OTHER, titled, unframed
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.reading import Reading, senses
from ccdiff.text.normalise import fold

NUMBERED = re.compile(r"\s*\d{1,2}\s*[.．、]\s*(.+)")


ITEMS = 3  # numbered lines that make an agenda; a shorter list in a paragraph may be anything


SUBTITLE = re.compile(r"[：:]")


BEGUN = 4  # characters of a heading that is the first half of an agenda item


def agenda_items(reading: Reading) -> list[tuple[str, str]]:
    """The agenda as printed: ``(unit, item)`` in order (8th report, 6). Use ``reading.once(agenda_items)``."""
    found: list[tuple[str, str]] = []
    for paragraph in reading.report.paragraphs:
        lines = [
            match[1].strip().rstrip("。.；;") for match in map(NUMBERED.match, paragraph.text.split("\n")[1:]) if match
        ]
        if len(lines) >= ITEMS:
            found += [(paragraph.id, line) for line in lines]
    return found


def agenda(side: Side) -> Iterator[Candidate]:
    """Agenda items that the other agenda lacks, where the other report has no chapter of that title either (8th report, 6, item 4)."""
    others = [item for _, item in side.there.once(agenda_items)]
    if not others:
        return
    titles = [*others, *(section.title for section in side.there.report.sections)]
    for unit, item in side.here.once(agenda_items):
        label = unframed(item, side.here.language)
        if side.role(item) in FUNCTIONS or titled(label, titles, side) or not content(label, side):
            continue
        section = _section_named(side, item)
        chapter = under(side, section)
        own = [unit, *chapter]
        if chapter and _renamed(label, section, side) and goes_on(label, chapter, side):
            continue
        if gone(label, side, own):
            yield Candidate(label, "agenda", placed(side, own, label), core(label, side))


def _renamed(label: str, section: str, side: Side) -> bool:
    """Whether the chapter of an agenda item is that of the other report by its title: a third of its words, or the same function.

    能力建设和技术援助 for 技术合作与供资, Effectiveness of product recalls for Recalls, 车速管理和酒后驾驶 for 速度管理和酒驾.
    """
    known = {other.id: other.title for other in side.there.report.sections}
    theirs = [known[other] for other in side.partners(section) if known.get(other)]
    if not theirs:
        return False
    function = side.here.language.once(functions)
    if function.search(label) and any(map(function.search, theirs)):
        return True
    key, sense_of = side.here.language.once(canonical), side.here.language.once(senses)
    there, spoken = key(" ".join(theirs)), sense_of(fold(" ".join(theirs)).lower())
    own, kind = content(label, side), side.here.language.once(kind_of)
    mine = sense_of(fold(label).lower()) - sense_of(fold(side.here.report.title).lower())
    mine = {sense for sense in mine if kind(sense.lstrip("~").rstrip("s")) != "weak"}
    if 2 * len(mine & spoken) >= len(mine) > 0:
        return True
    words = [*own, *map(key, side.here.words(label)[-1:])]
    fresh = [word for word in words if not side.title(word)]
    if not any(kind(word) not in ("weak", "tail", "inner") for word in fresh):
        fresh = words

    def same(some: list[str]) -> float:
        parts = [(part, word) for word in some for part in (_halves(word) if side.han else (word.rstrip("s"),))]
        found = [part in there or not spoken.isdisjoint(sense_of(word)) for part, word in parts]
        return sum(found) / max(1, len(found))

    return same(fresh) >= OTHER or same(words) >= 1 / 2


def functions(language: Language) -> re.Pattern[str]:
    """What a title has where its chapter is of one function, however named. Use ``language.once(functions)``."""
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] == "function")
    return re.compile(words or "(?!)", re.I)


def _halves(word: str) -> tuple[str, ...]:
    return tuple(word[k : k + 2] for k in range(0, len(word) - 1, 2)) or (word,)


def _section_named(side: Side, title: str) -> str:
    """The section that an agenda item heads: of its title, or of its beginning (登记覆盖率 for 登记覆盖率：进展与差距)."""
    every, mine = [s for s in side.here.report.sections if s.title], fold(title)
    begun = (s for s in every if len(s.title) >= BEGUN and SUBTITLE.split(mine)[0].strip() == fold(s.title).strip())
    return next((s.id for s in every if titled(title, [s.title], side)), "") or next((s.id for s in begun), "")
