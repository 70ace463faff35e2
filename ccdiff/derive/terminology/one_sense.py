"""Words of one sense of which the new report has another than the old, in places that correspond: 头盔, then 安全帽; latest, most recent.

The sets of words are those of the tables ``senses`` and ``near``. No two texts are one for having them (节省 and 节约 are one thing here and
may be two elsewhere): for a thing it takes that each report has its own word, for all else that the same words stand beside the two. Deeds
and common words are told where they recur: once, two reports say a thing with either of two (collected, gathered; 情况, 状况).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import HAN, lexis
from ccdiff.derive.terminology.edits import Edited, Words
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import Reading, beginnings, words_of_senses
from ccdiff.text.finder import NUMERALS, Buckets, Finder, buckets
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK, stems

UNIT = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*|\d+|\S")  # a Latin word, a number, a character of Han, a point
SIDE = 40  # characters on each side of a wording that are looked at
ENOUGH = 2  # equal characters on a side; a Latin word counts as much
AGAIN = 2  # places at which deeds and common words must stand for each other
DEED = "deed"
BEGUN = 3  # letters that forms of one word share (entry, entered)


@record
class Use:
    """Where a wording stands in a text."""

    text: str
    start: int
    end: int
    heading: bool


Wordings = dict[str, dict[str, dict[str, Use]]]  # sense -> wording in lower case -> the places where it stands first


@record
class Case:
    """Two wordings of one sense, where each stands, and where the other report has it (or a form of it)."""

    old: dict[str, Use]
    new: dict[str, Use]
    before: frozenset[str]  # where the old report has the new wording
    still: frozenset[str]  # where the new report has the old one


def of_one_sense(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Each pair of such wordings once, with the corresponding paragraphs and headings in which the one stands for the other."""
    old, new = _wordings(pair.old, _edited(rows, "old")), _wordings(pair.new, _edited(rows, "new"))
    for sense, mine in old.items():
        theirs = new.get(sense, {})
        for one, here in mine.items():
            for other, there in theirs.items():
                if (other in mine and one in theirs) or _one_wording(one, other, sense, pair):
                    continue
                case = Case(here, there, _has(mine, other), _has(theirs, one))
                if (places := _shown(pair, case)) and _told(pair, (one, other), case, places, sense):
                    printed = _printed(here, [at for at, _ in places]), _printed(there, [at for _, at in places])
                    yield Term(*printed, places, "variants")


def _edited(rows: list[Edited], side: str) -> frozenset[str]:
    return frozenset(at for row in rows for at in getattr(row, side).locators)


def _shown(pair: Pair, case: Case) -> tuple[Words, ...]:
    """The corresponding places of which either has its own wording alone."""
    return tuple(
        (a, b)
        for a in case.old
        if a not in case.before
        for b in pair.in_new(a)
        if b in case.new and b not in case.still
    )


def _told(pair: Pair, words: Words, case: Case, places: tuple[Words, ...], sense: str) -> bool:
    """Whether it is worth telling that one wording stands for another."""
    things, near = pair.old.language.once(_senses)
    if sense in things:
        return (
            (not case.before or not case.still) and len(case.before) < len(case.old) and len(case.still) < len(case.new)
        )
    if sense in near:
        usual = all(common(word, pair.old) for word in words)
        return not case.before and not case.still and len(places) >= (AGAIN if usual else 1)
    kind = pair.old.language.once(kinds)
    usual = sense.startswith(DEED) or all(word in kind for word in words)
    return sum(_beside(case.old[a], case.new[b], pair) for a, b in places) >= (AGAIN if usual else 1)


def _one_wording(one: str, other: str, sense: str, pair: Pair) -> bool:
    """Whether two wordings of a sense are only bent, of a row of ``near`` one says more of the other: 犯罪, 犯罪行为."""
    if sense[0] == MARK:
        return same_words(one, other, pair)
    return one in other or other in one or sorted(one) == sorted(other)


def common(wording: str, reading: Reading) -> bool:
    """Whether a wording is of common and small words alone."""
    kind, function = reading.language.once(kinds), reading.language.once(lexis).function
    return all(word in kind or word in function for word in reading.words(wording) if word.strip())


def same_words(one: str, other: str, pair: Pair) -> bool:
    """Whether two wordings only turn the same words round or bend them.

    Disaggregated data, data disaggregated; patrols, patrolling; entry into force, entered into force; 通过报告, 报告的通过.
    """
    particles = pair.old.language.once(lexis).particles
    here, there = (
        sorted(stems(word) if word.isascii() else [char for char in word if char not in particles])
        for word in (one, other)
    )
    return here == there or (one.isascii() and _bent(one.split(), other.split()))


def _bent(one: list[str], other: list[str]) -> bool:
    """Whether two wordings are of the same words in the same order, each at least in how it begins."""
    return len(one) == len(other) and all(a[:BEGUN] == b[:BEGUN] for a, b in zip(one, other, strict=True))


def _printed(uses: dict[str, Use], places: list[str]) -> str:
    """A wording as it is printed within a sentence, if it stands within one."""
    printed = [use.text[use.start : use.end] for use in map(uses.__getitem__, places)]
    return next((word for word in printed if word == word.lower()), printed[0])


def _has(words: dict[str, dict[str, Use]], word: str) -> frozenset[str]:
    """Where a wording stands, or one that is a form of it (licence, licences)."""
    return frozenset(place for other, uses in words.items() if word in other or other in word for place in uses)


def _wordings(reading: Reading, places: frozenset[str]) -> Wordings:
    things, near = reading.language.once(_senses)
    sensed, known = reading.language.once(words_of_senses), reading.language.once(_finder)
    found: Wordings = defaultdict(lambda: defaultdict(dict))
    for locator, text, heading in _texts(reading, places):
        plain = fold(text)
        hits: list[tuple[int, int, str]] = [hit for hit in sensed(plain.lower()) if hit[2] in things or hit[2] in near]
        hits += [(at, at + len(word), row) for at, word, rows in known.find(plain) for row in rows]
        for start, end, sense in hits:
            found[sense][plain[start:end].lower()].setdefault(locator, Use(plain, start, end, heading))
    return found


def _texts(reading: Reading, places: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """The paragraphs at those places, and the headings."""
    for paragraph in reading.report.paragraphs:
        if paragraph.id in places:
            yield paragraph.id, paragraph.text, False
    for section in reading.report.sections:
        yield section.id, section.title or "", True


@plain
def _senses(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The senses of things, and those of words that are near one another."""
    rows = {kind: {MARK + row[1] for row in language.rows("senses") if row[0] == kind} for kind in ("sense", "act")}
    close = {MARK + row[1] for row in language.rows("near") if row[0] == "near"}
    return frozenset(rows["sense"]), frozenset(close - rows["sense"] - rows["act"])


def _finder(language: Language) -> Finder[tuple[str, ...]]:
    return Finder(language.once(_near), language.once(beginnings))


@plain
def _near(language: Language) -> Buckets[tuple[str, ...]]:
    """The wordings of the table ``near`` as they are printed, also at the beginning of a sentence, each with its rows: ``near 12``."""
    found: dict[str, list[str]] = {}
    for number, (kind, *words) in enumerate(language.rows("near")):
        for word in words:
            for form in dict.fromkeys((word, word[0].upper() + word[1:])):
                found.setdefault(form, []).append(f"{kind} {number}")
    return buckets({word: tuple(rows) for word, rows in found.items()})


def _beside(one: Use, other: Use, pair: Pair) -> bool:
    """Whether the same word stands on one side of two wordings; headings that correspond are one place."""
    particles = pair.old.language.once(lexis).particles

    def units(text: str, start: int, end: int) -> list[str]:
        return [unit for unit in UNIT.findall(text, max(0, start), end) if unit not in particles]

    before = (units(use.text, use.start - SIDE, use.start)[::-1] for use in (one, other))
    behind = (units(use.text, use.end, use.end + SIDE) for use in (one, other))
    return one.heading and other.heading or max(_alike(*before), _alike(*behind)) >= ENOUGH


def _alike(one: list[str], other: list[str]) -> int:
    """How many characters (a Latin word counts as two) are the same, from a wording outwards."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a in NUMERALS or not a[0].isalpha() or a.lower() != b.lower():
            break
        shared += 1 if HAN.match(a) else ENOUGH
    return shared
