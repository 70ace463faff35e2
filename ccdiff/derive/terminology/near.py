"""Words of much the same sense (table ``near``) of which one took the other's place, with the same words around it.

The table only lists: no two texts are one for having these words, since 节省 and 节约 are one thing here and may be two elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.substance import HAN
from ccdiff.derive.terminology.edits import Edit, Joined, Pairs, Words, edits_of
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.model.comparison import ParagraphRow
from ccdiff.text.finder import Buckets, Finder, buckets

Rows = tuple[int, ...]  # the rows of the table in which a wording stands
Found = tuple[int, str, Rows]
UNIT = re.compile(
    r"[\u3400-\u9fff]|[A-Za-z]+(?:[-’'][A-Za-z]+)*|[^\s\w]|\d+"
)  # a character of Han, a word, a point, a number
SIDE = 40  # characters on each side of a wording that are looked at
ENOUGH = 2  # equal characters on a side; a Latin word counts as much
STRONG = 6  # equal characters on one side that show the place by themselves: 自动[履行义务。], 主动
LISTED = "、"


def near(pair: Pair) -> Iterator[Term]:
    """Each pair of such wordings once, with the linked places where the one stands for the other.

    Where each also stands for the other (推动 for 促进, 促进 for 推动), both reports mix them, and no word of the row is told.
    """
    rows = pair.old.language.once(_near)
    known, found = Finder(rows), defaultdict[Words, dict[Words, None]](dict)
    for row in pair.rows:
        if row.old and row.new and row.relation in ("reworded", "amended"):
            _collect(row, pair, known, found)
    mixed = {row for old, new in found if (new, old) in found for row in _rows(rows, old)}
    for words, places in found.items():
        if mixed.isdisjoint(_rows(rows, words[0])):
            yield Term(*words, tuple(places), "variants")


def _rows(known: Buckets[Rows], wording: str) -> Rows:
    return known[wording[:2]][1][wording][1]


@plain
def _near(language: Language) -> Buckets[Rows]:
    """The wordings as they are printed, also at the beginning of a sentence."""
    rows: dict[str, list[int]] = {}
    for number, row in enumerate(language.rows("near")):
        for wording in row[1:] if row[0] == "near" else ():
            for form in dict.fromkeys((wording, wording[0].upper() + wording[1:])):
                rows.setdefault(form, []).append(number)
    return buckets({wording: tuple(numbers) for wording, numbers in rows.items()})


def _collect(row: ParagraphRow, pair: Pair, known: Finder[Rows], found: Pairs) -> None:
    edits = [edit for edit in edits_of(row) if edit.old[0] < edit.old[1] and edit.new[0] < edit.new[1]]
    if not edits:
        return
    old, new = Joined(pair.old, row.old), Joined(pair.new, row.new)
    here, there = known.find(old.text), known.find(new.text)
    for edit in edits if here and there else ():
        for one, other in _swapped(edit, here, there):
            if _in_one_place(old.text, one, new.text, other):
                found[one[1], other[1]][old.locator(one[0]), new.locator(other[0])] = None


def _swapped(edit: Edit, here: list[Found], there: list[Found]) -> Iterator[tuple[Found, Found]]:
    come = [match for match in there if _touches(match, edit.new)]
    for one in here if come else ():
        if _touches(one, edit.old):
            for other in come:
                if one[1].lower() != other[1].lower() and not set(one[2]).isdisjoint(other[2]):
                    yield one, other


def _touches(match: Found, span: tuple[int, int]) -> bool:
    return match[0] < span[1] and span[0] < match[0] + len(match[1])


def _in_one_place(old: str, one: Found, new: str, other: Found) -> bool:
    """Whether the same words stand before and behind two wordings, or enough of them on one side."""
    before = _alike(_before(old, one[0]), _before(new, other[0]))
    behind = _alike(_behind(old, one[0] + len(one[1])), _behind(new, other[0] + len(other[1])))
    if before is None or behind is None:
        return False
    framed = all(ended or shared >= ENOUGH for shared, ended in (before, behind)) and before[0] + behind[0] >= ENOUGH
    return framed or max(before[0], behind[0]) >= STRONG


def _before(text: str, at: int) -> list[str]:
    return UNIT.findall(text, max(0, at - SIDE), at)[::-1]


def _behind(text: str, at: int) -> list[str]:
    return UNIT.findall(text, at, at + SIDE)


def _alike(one: list[str], other: list[str]) -> tuple[int, bool] | None:
    """How many characters (a Latin word counts as two) are the same, from a wording outwards, and whether both clauses end there.

    ``None`` for a member of a list: another member is another thing.
    """
    shared = 0
    for a, b in zip([*one, ""], [*other, ""], strict=False):
        if LISTED in (a, b) and not shared:
            return None
        if _ends(a) or _ends(b):
            return shared, _ends(a) and _ends(b)
        if a.lower() != b.lower():
            break
        shared += 1 if HAN.match(a) else ENOUGH
    return shared, False


def _ends(unit: str) -> bool:
    """Whether a clause ends here, or a number stands here, which may be another one."""
    return not unit or not unit[0].isalpha()
