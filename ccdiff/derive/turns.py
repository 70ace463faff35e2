"""Paragraphs of nearly the same words in which one word turns the sense: a denial, a degree of obligation, an opposite.

"Should be reduced" and "should not be reduced" differ by one small word; a delegate asks for it before any figure. Of paragraphs
told anew nothing is said here: their words differ everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import denials_differ, swapped_rows
from ccdiff.derive.relations.substance import Substance, lexis
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.model.changes import Recommendation
from ccdiff.model.comparison import Highlight, ParagraphRow, edits, kept_share
from ccdiff.reading import Reading

KEPT = 0.6  # of the longer text that must stay: names-4, 17, should to may, 0.75; the 9th meeting's retold paragraphs, under 0.3
DENIED = 0.72  # weight of a denial that comes or goes
TURNED = 0.66  # of another degree of obligation, or an opposite
STEP = 0.001  # less for each further paragraph: of equals the first one first
BRIEF = 16  # characters of a change that turns a sense by itself; twice as many Latin ones
TELLING = ("force", "sense")  # kinds of contrasts that turn a sense; what was announced and is done is progress
MOST = 3


def turns(
    pair: Pair, told: Collection[Highlight], recommendations: Collection[Recommendation] = ()
) -> Iterator[Highlight]:
    """At most three such paragraphs, the weightiest first.

    None that a recommendation or a progress among ``told`` has already, nor one that only opens a list of ``recommendations``.
    """
    opening = {entry.old.partition("(")[0] for entry in recommendations if entry.old and "(" in entry.old}
    known = [(set(entry.old), set(entry.new)) for entry in told if entry.kind in ("recommendation", "progress")]
    found = []
    for index, row in enumerate(pair.rows):
        new = not any(old & set(row.old) and come & set(row.new) for old, come in known)
        if row.relation == "amended" and new and opening.isdisjoint(row.old) and _nearly_same(row):
            weight = _weight(pair.old, pair.new, row)
            if weight:
                found.append(Highlight("paragraph", index, round(weight - STEP * index, 4), row.old, row.new, (index,)))
    yield from sorted(found, key=lambda entry: -entry.weight)[:MOST]


def _nearly_same(row: ParagraphRow) -> bool:
    return "front" not in row.old and kept_share(row.diff) >= KEPT


def _weight(old: Reading, new: Reading, row: ParagraphRow) -> float:
    """The weight of what turns in the paragraph as a whole and in one brief change of words; 0 where nothing does."""
    sides = ((old, row.old), (new, row.new))
    one, other = ("\n".join(side.report.text(at) for at in places) for side, places in sides)
    brief = [
        edit for edit in edits(row.diff) if max(len(edit.gone), len(edit.come)) <= BRIEF * (1 + edit.come.isascii())
    ]
    swapped = any(_contrary(edit.gone, edit.come, old) for edit in brief)
    whole = _facts(one, other, old)
    if any(whole):
        told = [_facts(edit.gone, edit.come, old) for edit in brief]
        if whole[0] and any(denied for denied, _ in told):
            return DENIED
        swapped = swapped or any(rows & whole[1] for _, rows in told)
    return TURNED if swapped else 0.0


def _contrary(gone: str, come: str, reading: Reading) -> bool:
    """Whether two words, be they of one character (应, 可), stand in one row of telling contrasts as two alternatives."""
    known, key = reading.language.once(lexis).alternatives, reading.language.once(canonical)
    was, now = (known.get(key(word.strip().lower()), ()) for word in (gone, come))
    telling = reading.language.once(_telling)
    return any(row == other and one != two and row in telling for row, one in was for other, two in now)


def _facts(one: str, other: str, reading: Reading) -> tuple[bool, frozenset[int]]:
    """Whether one text denies what the other does not, and which rows of telling contrasts are swapped."""
    lex = reading.language.once(lexis)
    was, now = Substance(one, lex), Substance(other, lex)
    return denials_differ(was, now), swapped_rows(was, now) & reading.language.once(_telling)


def _telling(language: Language) -> frozenset[int]:
    """The rows of the table ``contrasts`` whose words turn a sense."""
    return frozenset(number for number, row in enumerate(language.rows("contrasts")) if row[0] in TELLING)
