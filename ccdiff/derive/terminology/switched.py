"""A wording that one report has throughout and the other has given up for another of the same sense: 头盔, then 安全帽.

The sets of words are the rows ``sense`` of the table of that name (those of ``act`` are deeds: too many words say them). That two
paragraphs correspond, and neither report has the other's word anywhere, shows that it is the thing that has another name. Words of
the table ``near``, too, of which the reports differ nowhere else; of verbs and small words of general prose another is just chosen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import lexis
from ccdiff.derive.terminology.edits import Edited
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import Reading, words_of_senses
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK, stems

LISTED = "、"
AGAIN = 2  # places at which common words that are near one another must stand for each other
BEGUN = 3  # letters that forms of one word share (entry, entered)
Places = dict[str, str]  # locator -> a wording as printed there
Wordings = dict[str, dict[str, Places]]  # sense -> wording in lower case -> its places


@record
class Word:
    """A wording in lower case, its places in its own report, and those that it (or a form of it) has in the other."""

    text: str
    places: Places
    elsewhere: frozenset[str]


def switched(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Each pair of such wordings once, with the corresponding paragraphs and headings in which the one stands for the other.

    They are looked for where the reports differ.
    """
    old, new = _wordings(pair.old, _edited(rows, "old")), _wordings(pair.new, _edited(rows, "new"))
    particles, things = pair.old.language.once(lexis).particles, pair.old.language.once(_things)[0]
    for sense, mine in old.items():
        theirs = new.get(sense, {})
        for one, here in mine.items():
            for other, there in theirs.items():
                if (other not in mine or one not in theirs) and not same_words(one, other, particles):
                    before, still = _has(mine, other), _has(theirs, one)
                    told = _told(pair, Word(one, here, still), Word(other, there, before))
                    if sense in things:
                        yield from told
                    elif not before and not still:
                        once = common(one, pair.old) and common(other, pair.old)
                        yield from (term for term in told if not once or len(term.paragraphs) >= AGAIN)


def _edited(rows: list[Edited], side: str) -> frozenset[str]:
    return frozenset(at for row in rows for at in getattr(row, side).locators)


def common(wording: str, reading: Reading) -> bool:
    """Whether a wording is of common and small words alone."""
    kind, function = reading.language.once(kinds), reading.language.once(lexis).function
    return all(word in kind or word in function for word in reading.words(wording) if word.strip())


def same_words(one: str, other: str, particles: frozenset[str]) -> bool:
    """Whether two wordings only turn the same words round or bend them.

    Disaggregated data, data disaggregated; patrols, patrolling; entry into force, entered into force; 通过报告, 报告的通过.
    """
    units = (
        stems(word) if word.isascii() else [char for char in word if char not in particles] for word in (one, other)
    )
    here, there = map(sorted, units)
    return here == there or (one.isascii() and _bent(one.split(), other.split()))


def _bent(one: list[str], other: list[str]) -> bool:
    """Whether two wordings are of the same words in the same order, each at least in how it begins."""
    return len(one) == len(other) and all(a[:BEGUN] == b[:BEGUN] for a, b in zip(one, other, strict=True))


def _told(pair: Pair, one: Word, other: Word) -> Iterator[Term]:
    """Not where both words stand on both sides; one that does must be the rarer there, and not beside the other."""
    still, before = len(one.elsewhere), len(other.elsewhere)
    if (before and still) or before >= len(one.places) or still >= len(other.places):
        return
    places = tuple(
        (a, b)
        for a in one.places
        if a not in other.elsewhere
        for b in pair.in_new(a)
        if b in other.places and b not in one.elsewhere
    )
    if places:
        here, there = _printed(one, [at for at, _ in places]), _printed(other, [at for _, at in places])
        yield Term(here, there, places, "variants")


def _printed(word: Word, places: list[str]) -> str:
    """A wording as it is printed within a sentence, if it stands within one."""
    return next((word.text for place in places if word.places[place] == word.text), word.places[places[0]])


def _has(words: dict[str, Places], word: str) -> frozenset[str]:
    """Where a wording stands, or one that is a form of it (licence, licences)."""
    return frozenset(place for other, places in words.items() if word in other or other in word for place in places)


def _wordings(reading: Reading, places: frozenset[str]) -> Wordings:
    things, sensed = frozenset().union(*reading.language.once(_things)), reading.language.once(words_of_senses)
    found: Wordings = {}
    for locator, text in _texts(reading, places):
        plain = fold(text)
        for start, end, sense in sensed(plain.lower()):
            if sense in things:
                at = found.setdefault(sense, {}).setdefault(plain[start:end].lower(), {})
                if (
                    LISTED not in plain[start - 1 : start] + plain[end : end + 1]
                ):  # another member of a list is another thing
                    at.setdefault(locator, plain[start:end])
    return found


def _texts(reading: Reading, places: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs at those places, and the headings."""
    for paragraph in reading.report.paragraphs:
        if paragraph.id in places:
            yield paragraph.id, paragraph.text
    for section in reading.report.sections:
        yield section.id, section.title or ""


@plain
def _things(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The senses of things, and those of words that are near one another."""
    rows = {kind: {MARK + row[1] for row in language.rows("senses") if row[0] == kind} for kind in ("sense", "act")}
    close = {MARK + row[1] for row in language.rows("near") if row[0] == "near"}
    return frozenset(rows["sense"]), frozenset(close - rows["sense"] - rows["act"])
