"""A wording that one report has throughout and the other has given up for another of the same sense: 头盔, then 安全帽.

The sets of words are the rows ``sense`` of the table of that name (those of ``act`` are deeds: too many words say them). That two
paragraphs correspond, and neither report has the other's word anywhere, shows that it is the thing that has another name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.substance import lexis
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.reading import Reading, words_of_senses
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK, stems

LISTED = "、"
Places = dict[str, str]  # locator -> a wording as printed there
Wordings = dict[str, dict[str, Places]]  # sense -> wording in lower case -> its places


def switched(pair: Pair) -> Iterator[Term]:
    """Each pair of such wordings once, with the corresponding paragraphs and headings in which the one stands for the other."""
    old, new = pair.old.once(_wordings), pair.new.once(_wordings)
    particles = pair.old.language.once(lexis).particles
    for sense, mine in old.items():
        theirs = new.get(sense, {})
        for one, here in mine.items():
            for other, there in theirs.items():
                if (other not in mine or one not in theirs) and not _same_words(one, other, particles):
                    yield from _told(pair, here, there, _has(mine, other), _has(theirs, one))


def _same_words(one: str, other: str, particles: frozenset[str]) -> bool:
    """Whether two wordings only turn the same words round or bend them: disaggregated data, data disaggregated; 通过报告, 报告的通过."""
    units = (
        stems(word) if word.isascii() else [char for char in word if char not in particles] for word in (one, other)
    )
    here, there = map(sorted, units)
    return here == there


def _told(pair: Pair, here: Places, there: Places, before: Iterable[str], still: Iterable[str]) -> Iterator[Term]:
    """``before``: where the old report has the new wording, or a form of it; ``still``: where the new one has the old wording.

    Not both; and a wording that does not stand alone in its report must be the rarer there, and in other places.
    """
    before, still = frozenset(before), frozenset(still)
    if (before and still) or len(before) >= len(here) or len(still) >= len(there):
        return
    places = tuple((a, b) for a in here if a not in before for b in pair.in_new(a) if b in there and b not in still)
    if not places and not before and not still and min(len(here), len(there)) >= pair.config.term_places:
        places = ((next(iter(here)), next(iter(there))),)
    if places:
        yield Term(here[places[0][0]], there[places[0][1]], places, "variants")


def _has(words: dict[str, Places], word: str) -> Iterator[str]:
    """Where a wording stands, or one that is a form of it (licence, licences)."""
    return (place for other, places in words.items() if word in other or other in word for place in places)


def _wordings(reading: Reading) -> Wordings:
    things, sensed = reading.language.once(_things), reading.language.once(words_of_senses)
    found: Wordings = {}
    for locator, text in _texts(reading):
        plain = fold(text)
        for start, end, sense in sensed(plain.lower()):
            if sense in things:
                at = found.setdefault(sense, {}).setdefault(plain[start:end].lower(), {})
                if (
                    LISTED not in plain[start - 1 : start] + plain[end : end + 1]
                ):  # another member of a list is another thing
                    at.setdefault(locator, plain[start:end])
    return found


def _texts(reading: Reading) -> Iterator[tuple[str, str]]:
    for paragraph in reading.report.paragraphs:
        yield paragraph.id, paragraph.text
    for section in reading.report.sections:
        yield section.id, section.title or ""


@plain
def _things(language: Language) -> frozenset[str]:
    return frozenset(MARK + row[1] for row in language.rows("senses") if row[0] == "sense")
