"""A wording that one report has throughout and the other has given up for another of the same sense: 头盔, then 安全帽.

The sets of words are the rows ``sense`` of the table of that name (those of ``act`` are deeds: too many words say them). That two
paragraphs correspond, and neither report has the other's word anywhere, shows that it is the thing that has another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.reading import Reading, words_of_senses
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK

LISTED = "、"
Wordings = dict[str, dict[str, dict[str, str]]]  # sense -> wording in lower case -> locator -> as printed there


def switched(pair: Pair) -> Iterator[Term]:
    """Each pair of such wordings once, with the corresponding paragraphs and headings in which the one stands for the other."""
    old, new = pair.old.once(_wordings), pair.new.once(_wordings)
    for sense, mine in old.items():
        theirs = new.get(sense)
        if theirs:
            gone, come = _without(mine, theirs), _without(theirs, mine)
            yield from (term for one in gone.values() for other in come.values() for term in _told(pair, one, other))


def _told(pair: Pair, here: dict[str, str], there: dict[str, str]) -> Iterator[Term]:
    places = tuple((a, b) for a in here for b in pair.in_new(a) if b in there)
    if places:
        yield Term(here[places[0][0]], there[places[0][1]], places, "variants")


def _without(some: dict[str, dict[str, str]], others: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """The wordings that the other report has nowhere, and that are not forms of one it has (licence, licences)."""
    return {word: at for word, at in some.items() if not any(word in other or other in word for other in others)}


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
