"""Is a paragraph unchanged, only reworded, or amended? By its facts, not by how much of it looks different.

``unchanged``: the same words but for spacing, width, damage and function words. ``amended``: a number, qualifier, name, place,
reference, denial, stage or force differs, or matter was added or taken away. ``reworded``: the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from ccdiff.derive.aliases import spelled_out
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import Open, Same, first_look, settle
from ccdiff.derive.relations.numbers import HAN, PLACES, Number
from ccdiff.derive.relations.swaps import Swap, recurring
from ccdiff.model.alignment import Link
from ccdiff.model.comparison import ParagraphRow
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.numerals import chinese
from ccdiff.text.worddiff import word_diff

ORDINAL = re.compile(r"第[^次届]{1,6}[次届]")  # 第四十二次会议, 第7届会议


def relations(pair: Pair) -> tuple[ParagraphRow, ...]:
    """One judged row for each link of paragraphs, in the alignment's order; what a person settled stays."""
    same = _renumbered(pair)
    spell = spelled_out(pair.old, pair.new)
    meeting = _ordinal(pair.old), _ordinal(pair.new)
    first = [_first(pair, link, same, spell, meeting) for link in pair.alignment.paragraphs]
    known = recurring((look.swaps() for look in first if isinstance(look, Open)), _apart(pair))
    return tuple(_row(pair, link, look, known) for link, look in zip(pair.alignment.paragraphs, first, strict=True))


def _apart(pair: Pair) -> Callable[[str, str], bool]:
    """Whether both reports use both words of a swap: then they are two things in either."""
    texts = cache(lambda: tuple(_folded(reading) for reading in (pair.old, pair.new)))
    return lambda one, other: all(_uses(text, one) and _uses(text, other) for text in texts())


def _folded(reading: Reading) -> str:
    return fold("\n".join(p.text for p in reading.report.paragraphs)).lower()


def _uses(text: str, word: str) -> bool:
    return word in text if HAN.match(word) else re.search(rf"\b{re.escape(word)}\b", text) is not None


def _ordinal(reading: Reading) -> str:
    """How a report numbers its own meeting (第八次, fourth session); empty where it does not."""
    words = re.split(r"[,，;；]", reading.report.meeting or "")[0].strip()
    found = ORDINAL.match(words)
    return found[0] if found else words.lower() if words.isascii() else ""


def _renamed(old: str, new: str, meeting: tuple[str, str]) -> str:
    """``new`` with its own meeting's number put as the old report has its own: each speaks of the meeting that it is of.

    Where the old text names no meeting the number goes, too: the Group recommended, at its fourth session the Group recommended.
    """
    mine, theirs = meeting
    if mine and theirs and mine != theirs:
        one, other = old.lower(), new.lower()
        if theirs in other and mine not in other and theirs not in one:
            bare = "" if HAN.match(theirs) else theirs.partition(" ")[2]
            return re.sub(re.escape(theirs), mine if mine in one else bare, new, flags=re.IGNORECASE)
    return new


def _first(
    pair: Pair, link: Link, same: Same, spell: Callable[[str, str], tuple[str, str]], meeting: tuple[str, str]
) -> str | Open:
    if link.relation or not link.old or not link.new:
        return link.relation or ("new" if not link.old else "dropped")
    old, printed = _text(pair.old, link.old), _text(pair.new, link.new)
    new = _renamed(old, printed, meeting)
    old = _renamed(new, old, meeting[::-1])
    look = first_look(old, new, pair.old, same)
    if look == "unchanged":
        return look if new == printed else "reworded"
    full = spell(old, new)
    if full == (old, new):
        return look
    again = first_look(*full, pair.old, same)
    return "reworded" if again == "unchanged" else again


def _row(pair: Pair, link: Link, look: str | Open, known: frozenset[Swap]) -> ParagraphRow:
    relation = look if isinstance(look, str) else settle(look, known, pair.old, pair.config)
    diff = word_diff(pair.old.words(_text(pair.old, link.old)), pair.new.words(_text(pair.new, link.new)))
    return ParagraphRow(link.old, link.new, relation, link.score, link.origin, link.why, diff, link.candidates)


def _text(reading: Reading, locators: Iterable[str]) -> str:
    return "\n".join(reading.report.text(locator) for locator in locators)


def _renumbered(pair: Pair) -> Same:
    """Whether two numbers are one place of the report under its old and its new number (见上文第12段, now 第14段)."""

    def same(old: Number, new: Number) -> bool:
        if old.unit != new.unit or old.unit not in PLACES:
            return False
        return new.value in {_number(locator) for locator in _places(pair, old)}

    return same


def _places(pair: Pair, number: Number) -> list[str]:
    """Where the old report's paragraph, article, chapter or section of that number stands in the new one."""
    report, kind = pair.old.report, number.unit[-1]
    if number.unit in (PLACES[0], PLACES[1]):
        ids = [p.id for p in report.paragraphs if p.id.isdigit() or p.id.endswith(kind)]
    else:
        ids = [
            s.id for s in report.sections if s.id.endswith(kind) or (number.unit == PLACES[3] and s.id[0] not in "第")
        ]
    here = [
        locator
        for locator in ids
        if _number(locator) == number.value and locator.isdigit() == (number.unit == PLACES[0])
    ]
    return [there for locator in here for there in pair.in_new(locator)]


def _number(locator: str) -> str:
    """The number in a locator, as digits: "14" of "14", "10" of "第十条", "2" of "二"."""
    bare = locator.strip("第条章节段")
    if bare.isdigit():
        return bare
    value = chinese(bare)
    return "" if value is None else str(value)
