"""Topics that have a place of their own in a report: its recommendations, agenda items and sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ccdiff.derive.recommendations import find_recommendations
from ccdiff.derive.topics.cues import joiners
from ccdiff.derive.topics.matter import (
    SEVERAL,
    Candidate,
    absent,
    content,
    core,
    functional,
    gone,
    named_by,
    telling,
    unframed,
)
from ccdiff.derive.topics.presence import BUSINESS, Side
from ccdiff.derive.topics.spans import kind_of, units
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.model.report import Report, Section
from ccdiff.reading import Reading, senses, thesaurus
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences
from ccdiff.text.similarity import pairs_ratio

NUMBERED = re.compile(r"\s*\d{1,2}\s*[.．、]\s*(.+)")
ITEMS = 3  # numbered lines that make an agenda; a shorter list in a paragraph may be anything
# Roles of headings whose titles name a function of the report, no matter.
FUNCTIONS = (
    *BUSINESS,
    "summary",
    "followup",
    "recommendations",
    "observations",
    "introduction",
    "deliberations",
    "annex",
    "general",
    "definitions",
    "supplementary",
    "pastwork",
    "plans",
)
LEAD = 32  # characters of a sentence that heads a paragraph (work reports, 2018 and 2019: 8 to 30)
GOES_ON = 4  # of so many recommendations one has a counterpart: then the other report has such a chapter, too
FEW = 6  # long paragraphs that show a habit
CLAUSE = re.compile(r"[，,；;]")
SUBTITLE = re.compile(r"[：:]")
BRIEF = 2  # characters of a Chinese word that may be of anything
BEGUN = 4  # characters of a heading that is the first half of an agenda item
DIGIT = re.compile(r"\d")
LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+[是要]|——?|[（(]?[一二三四五六七八九十]+[)）、]|\d{1,2}[.．、]\s)\s*"
)  # 一是产业转型步伐加快; 3. Han Gao：目前没有公开的 Release Team
SPEAKER = re.compile(r"^@?[A-Za-z][\w. /\-]{1,24}[:：]\s*(?=[^:：]*[㐀-鿿])")  # revy: dtk相关的双仓库问题
NAME = re.compile(r"[A-Z][a-z’'\-]+\Z")
SMALL = re.compile(r"(?<![\w’'\-])[a-z][a-z’'\-]+")
MOST_NAMES = 3  # of one person, or of two
BAG = 0.75  # share of the shorter title's letters that a title of the same matter has, in whatever order
OTHER = 1 / 3  # share of a title's telling words that may be other ones (概览 for 概述) where the rest is the same


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
        if side.role(item) in FUNCTIONS or _titled(label, titles, side) or not content(label, side):
            continue
        section = _section_named(side, item)
        chapter = _under(side, section)
        own = [unit, *chapter]
        if chapter and _renamed(label, section, side) and _goes_on(label, chapter, side):
            continue
        if gone(label, side, own):
            yield Candidate(label, "agenda", _placed(side, own, label), core(label, side))


def sections(side: Side) -> Iterator[Candidate]:
    """Sections whose title names a matter that the other report does not treat.

    One that has a counterpart is told where both are panels: their function is the same, their themes are not.
    """
    found = {section.id: (section, own) for section, own in _gone_sections(side)}
    parents = Counter(section.parent for section, _ in found.values())
    told = {
        section.id: {unit for s, own in found.values() if s.parent == section.id for unit in own}
        for section, _ in found.values()
    }
    for section, own in found.values():
        if (
            2 * len(told[section.id]) >= len(own) or parents[section.id] > 1
        ):  # what it says is told of the sections under it, each by its own name
            continue
        title = _title(section, side.here)
        kind = "section" if named_by(title, side) and parents[section.id] < 2 else "heading"
        own = [unit for unit in own if unit not in told[section.id]]
        yield Candidate(title, kind, _placed(side, own, title), core(title, side), section.level)


def _gone_sections(side: Side) -> Iterator[tuple[Section, list[str]]]:
    titles = [section.title for section in side.there.report.sections]
    links = side.pair.alignment.sections
    linked = {
        place for link in links if link.old and link.new for place in (link.new if side.kind == "new" else link.old)
    }
    for section in side.here.report.sections:
        role, own = side.role(section.title), _under(side, section.id)
        if (
            not own
            or role in FUNCTIONS
            or not _matter(section.title, side)
            or _person(section.title, side)
            or (role != "panel" and (section.id in linked or _goes_on(section.title, own, side)))
        ):
            continue
        title = _title(section, side.here)
        if not _titled(title, titles, side) and (gone(title, side, own) or _apart(title, side, own)):
            yield section, own


def _matter(title: str, side: Side) -> bool:
    """Whether a heading says more than a single word that names no matter (Decision, Data, Outlook)."""
    if fold(title).lower().strip() in side.here.language.once(functional):
        return False
    kind, words = side.here.language.once(kind_of), side.here.words(title)
    told = [word for word in words if word[0].isalpha() and len(word) > 1]
    return len(told) > 1 or any(kind(word) != "weak" for word in told)


def _title(section: Section, reading: Reading) -> str:
    """The matter of a heading, without its number and who brought it up; of one that is a sentence, as in work reports, its first clause."""
    return (bare if reading.once(headed) else unframed)(matter_of(section.title), reading.language)


def matter_of(title: str) -> str:
    """A heading without its number and, in minutes, who brought the matter up.

    >>> matter_of("3. Han Gao：目前没有公开的发布团队"), matter_of("revy: 双仓库问题"), matter_of("AI: an overview")
    ('目前没有公开的发布团队', '双仓库问题', 'AI: an overview')
    """
    return SPEAKER.sub("", LEADING.sub("", title)) or title


def _person(title: str, side: Side) -> bool:
    """Whether an English heading is the name of somebody who has something to do: of two words or three in capitals that are never written small."""
    words = [word for word in title.split() if word not in side.here.language.once(joiners)]
    if side.han or not 1 < len(words) <= MOST_NAMES or not all(NAME.match(word) for word in words):
        return False
    common, kind = side.here.once(small) | side.there.once(small), side.here.language.once(kind_of)
    if any(word in common or word.removesuffix("s") in common or kind(word) for word in map(str.lower, words)):
        return False
    known = side.here.language.once(thesaurus)
    return not any(known.meanings(word.lower()) for word in words)


def small(reading: Reading) -> frozenset[str]:
    """The words that a report writes small. Use ``reading.once(small)``."""
    return frozenset(chain.from_iterable(SMALL.findall(unit.text) for unit in reading.once(units)))


def _apart(title: str, side: Side, own: list[str]) -> bool:
    """Whether a section of several paragraphs stands in one report only: none has a counterpart, nor are its title's words elsewhere.

    Financial aspects (Secretary-General's report on a mission): appropriation, unpaid contributions, reimbursement.
    """
    return not side.foreign and len(own) >= SEVERAL and all(map(side.whole, own)) and absent(title, side)


def leads(side: Side) -> Iterator[Candidate]:
    """First sentences of new or dropped paragraphs, in a report whose paragraphs begin with one that heads them (work reports).

    着力缓解企业融资难融资贵问题。改革完善货币信贷投放机制…
    """
    if not side.here.once(headed):
        return
    for unit in side.substance:
        label = bare(LEADING.sub("", _lead(unit.text)), side.here.language)
        if (
            label
            and side.whole(unit.id)
            and _followed(label, unit.text, side)
            and gone(label, side, [unit.id], sentence=True)
        ):
            yield Candidate(label, "lead", {unit.id: label}, core(label, side))


def _followed(label: str, text: str, side: Side) -> bool:
    """Whether what a sentence names is what the paragraph after it speaks of, not a turn of speech (思危方能居安)."""
    kind = side.here.language.once(kind_of)
    words = [word for word in side.here.words(label) if len(word) > 1 and kind(word) in ("", "common", "inner")]
    rest = text[text.find(label) + len(label) :]
    acts = side.here.language.once(acting).match(label)
    return named_by(label, side) and (bool(acts) or any(word in rest for word in words))


def acting(language: Language) -> re.Pattern[str]:
    """What a heading sentence begins with that says what is done: 服务[乡村振兴], 惩治[网络犯罪]. Use ``language.once(acting)``."""
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] in ("about", "event", "act"))
    return re.compile(rf"(?:{words or '(?!)'})", re.I)


def headed(reading: Reading) -> bool:
    """Whether most longer paragraphs of a report begin with a short sentence of their own. Use ``reading.once(headed)``."""
    long = [unit for unit in reading.once(units) if len(unit.text) > 2 * LEAD and not unit.front]
    return len(long) >= FEW and 2 * sum(bool(_lead(unit.text)) for unit in long) > len(long)


def _lead(text: str) -> str:
    """The first sentence, where it is short, has no figure in it and is followed by others."""
    first = next((s.text for s in sentences(text)), "").strip()
    return "" if not 4 < len(first) <= LEAD < len(text) or DIGIT.search(first) else first.rstrip("。.！!")


def bare(lead: str, language: Language) -> str:
    """The matter of a sentence that heads a paragraph: without the time before it, how it is done, and what follows its first clause.

    过去五年，在…领导下，… | 着力缓解企业融资难融资贵问题
    """
    parts = [part for part in CLAUSE.split(lead) if part]
    while len(parts) > 1 and language.once(_whens).search(parts[0]):
        parts.pop(0)
    return unframed(parts[0], language) if parts else ""


def _whens(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] == "when")
    return re.compile(rf"(?:{words or '(?!)'})$")


def _goes_on(title: str, own: list[str], side: Side) -> bool:
    """Whether what stands under a heading has counterparts, half of it or more: only the heading is new, not its matter.

    Not so where what is said under it turns on most words of the heading, and its counterparts lack them: a forum on another theme.
    """
    if 2 * sum(map(side.whole, own)) > len(own):
        return False
    words = telling(title, side)
    theirs = {partner for unit in own for partner in side.partners(unit)}
    fresh = [
        word
        for word in words
        if theirs.isdisjoint(there := side.other.places(word))
        and side.alive(there, word) < SEVERAL
        and 2 * sum(unit in own for unit in side.field.places(word)) >= len(own)
    ]
    return 2 * sum(map(len, fresh)) <= sum(map(len, words))


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


def advice(side: Side) -> Iterator[Candidate]:
    """A chapter of conclusions and recommendations that the other report has none of (8th report, 45 to 47)."""
    report, found = side.here.report, side.here.once(find_recommendations)
    if not found or side.there.once(find_recommendations):
        return
    if GOES_ON * sum(not side.whole(entry.locator) for entry in found) >= len(found):
        return  # they stand there under a heading that does not say so (matters brought to attention)
    titles = Counter(entry.title for entry in found)
    first = report.paragraph(found[0].locator).section
    above = [s.title for s in _above(report, first)]
    chapter = next((title for title in above if side.role(title) == "recommendations"), "")
    if not chapter and above and _person(above[0], side):
        chapter = next((title for title in above if not _person(title, side)), "")
    label = (
        chapter or max(titles, key=lambda title: (side.role(title) == "recommendations", titles[title], title)).strip()
    )
    own = dict.fromkeys(
        unit for entry in found for unit in (report.paragraph(entry.locator).parent, entry.locator) if unit
    )
    openings = dict.fromkeys(entry.opener for entry in found if entry.opener)
    places = {unit: next((opening for opening in openings if opening in side.text.get(unit, "")), "") for unit in own}
    yield Candidate(label, "recommendations", places)


def _above(report: Report, section: str) -> Iterator[Section]:
    """The sections in which a section stands, the nearest first, itself among them."""
    known = {s.id: s for s in report.sections}
    while section in known:
        yield known[section]
        section = known[section].parent or ""


def _titled(title: str, titles: Iterable[str], side: Side) -> bool:
    """Whether one of ``titles`` is of the same matter: alike, or the same telling words in another order."""
    mine = fold(title)
    others = [unframed(other, side.here.language) for other in titles]
    return any(
        pairs_ratio(mine, fold(other)) >= side.pair.config.topic_title or _same_words(title, other, side)
        for other in others
        if other
    )


def _same_words(one: str, other: str, side: Side) -> bool:
    """执行资产追回任务的进展情况概览 and 资产追回任务执行进展概述; not 刑事诉讼 and 民事诉讼."""
    key = side.here.language.once(canonical)
    cut: Callable[[str], Iterable[str]] = list if side.han else str.split
    a, b = Counter(cut(key(one))), Counter(cut(key(other)))
    if (a & b).total() < BAG * min(a.total(), b.total()) or (a & b).total() < max(a.total(), b.total()) / 2:
        return False
    return all(_missing(x, y, side) <= OTHER for x, y in ((one, other), (other, one)))


def _missing(title: str, other: str, side: Side) -> float:
    """The share of the telling words of ``title`` that ``other`` does not have, by their length; 0 where it has none."""
    words = telling(title, side)
    there = side.here.language.once(canonical)(other)
    return sum(len(w) for w in words if w not in there) / max(1, sum(map(len, words)))


def _section_named(side: Side, title: str) -> str:
    """The section that an agenda item heads: of its title, or of its beginning (登记覆盖率 for 登记覆盖率：进展与差距)."""
    every, mine = [s for s in side.here.report.sections if s.title], fold(title)
    begun = (s for s in every if len(s.title) >= BEGUN and SUBTITLE.split(mine)[0].strip() == fold(s.title).strip())
    return next((s.id for s in every if _titled(title, [s.title], side)), "") or next((s.id for s in begun), "")


def _under(side: Side, section: str) -> list[str]:
    """The units under a section and all its subsections."""
    if not section:
        return []
    report = side.here.report
    within = {section}
    for s in report.sections:
        if s.parent in within:
            within.add(s.id)
    return [p.id for p in report.paragraphs if p.section in within]


def _placed(side: Side, own: Iterable[str], label: str) -> dict[str, str]:
    """Units with the words of ``label`` that stand there; also those elsewhere that hold all its telling words together."""
    keys = tuple(key for key in core(label, side) if not side.title(key))
    whole = side.here.language.once(canonical)(label)
    if side.han and len(keys) == 1 and len(keys[0]) <= BRIEF and 2 * len(keys[0]) <= len(whole):
        keys = (whole,)  # 廉正 is of more than judges (司法廉正)
    also = (unit for unit in side.field.together(keys) if not side.front(unit)) if keys else ()
    own = dict.fromkeys([*own, *also])
    return {unit: label if label in side.here.report.text(unit) else "" for unit in own}
