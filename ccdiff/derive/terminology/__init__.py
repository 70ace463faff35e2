"""The same thing under another wording, which is no change of substance (domain.md; issue 3, item 7).

Sources: the lexicon and the table of variants (``known``: one row, the old report's wording given up for another), short names that a
report explains itself (``explained``), headings of sections that correspond (``titles``), words of one sense by the tables (``one_sense``),
and wordings that no table has, which take each other's place (``put``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import lexis
from ccdiff.derive.relations.swaps import ANDS
from ccdiff.derive.terminology.edits import edited
from ccdiff.derive.terminology.explained import explained
from ccdiff.derive.terminology.known import known
from ccdiff.derive.terminology.one_sense import of_one_sense
from ccdiff.derive.terminology.put import put
from ccdiff.derive.terminology.titles import titles
from ccdiff.model.changes import Term
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

MARKS = re.compile("[()<>\"'《》“”]")


def terminology(pair: Pair) -> tuple[Term, ...]:
    """Each pair of wordings once, with the places that show it: names, other terms, phrases in one slot, headings."""
    found: list[Term] = []
    rows = edited(pair)
    for term in (
        *known(pair, rows, "names"),
        *known(pair, rows, "states"),
        *explained(pair),
        *_renamed(pair),
        *known(pair, rows, "variants"),
        *titles(pair),
    ):
        if (
            not any(_covers(other, term) for other in found)
            and not _only_spaced(pair, term)
            and not _same_but(pair, term)
        ):
            found.append(term)
    for term in (*put(pair, rows), *of_one_sense(pair, rows)):
        if not any(_covers(other, term) for other in found):
            found.append(term)
    return tuple(found)


def _renamed(pair: Pair) -> Iterator[Term]:
    """Bodies and States that the lists of those present have under another name."""
    present = pair.found.get("attendance")
    for change in (present.states, present.observers) if present else ():
        for row in change.renamed if change else ():
            here, there = _place(pair.old, row.old, change.old_places), _place(pair.new, row.new, change.new_places)
            if here and there:
                yield Term(row.old, row.new, ((here, there),), "lexicon")


def _place(reading: Reading, name: str, listed: tuple[str, ...]) -> str:
    """Where a list names it."""
    return next((at for at in listed if name in reading.report.text(at)), "")


def _only_spaced(pair: Pair, term: Term) -> bool:
    """Whether both wordings stand at both places but for spaces: "SHERLOC 数据库", as a PDF prints "SHERLOC数据库"."""
    one, other = _plain(term.old), _plain(term.new)
    places = term.paragraphs if term.source != "heading" else ()
    texts = [(_folded(pair.old, o), _folded(pair.new, n)) for o, n in places]
    return one == other or bool(texts) and all(other in old and one in new for old, new in texts)


def _same_but(pair: Pair, term: Term) -> bool:
    """Whether two wordings are the same but for particles and conjunctions: 会议开幕, 会议的开幕; 监测和预警, 监测与预警."""
    small = pair.old.language.once(lexis).particles | ANDS
    one, other = (
        [word for word in pair.old.words(fold(text).lower()) if word[0].isalnum() and word not in small]
        for text in (term.old, term.new)
    )
    return one == other


def _plain(wording: str) -> str:
    """A wording without marks and article: 伊朗（伊斯兰共和国）, the Holy See."""
    return MARKS.sub("", fold(wording)).removeprefix("the ")


def _folded(reading: Reading, locator: str) -> str:
    """The text of a paragraph or footnote, folded; a section has none."""
    try:
        return fold(reading.report.text(locator))
    except KeyError:
        return ""


def _covers(known: Term, term: Term) -> bool:
    """Whether ``known`` says it already: the same replacement in a longer or a shorter phrase. Headings stand for themselves.

    What a heading changes (Extended producer responsibility and repair) is told again where the texts change it, too.
    """
    pairs = ((known.old, term.old), (known.new, term.new))
    if known.source == "heading" and any(a.lower() != b.lower() for a, b in pairs):
        return False
    return term.source != "heading" and (all(a in b for a, b in pairs) or all(b in a for a, b in pairs))
