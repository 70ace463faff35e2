"""Which pairs are worth looking at: for every one of either report the few of the other that share most of its rare terms.

Whatever is left out costs nothing, so that long reports stay near linear in their length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.features import postings
from ccdiff.text.similarity import Terms

Shared = dict[int, dict[int, int]]


def rare_terms(left: Mapping[str, int], right: Mapping[str, int], effort: int) -> list[str]:
    """The terms of both sides that stand in the fewest pairs, as many as the effort allows; the sides say how many hold each."""
    found: dict[int, list[str]] = defaultdict(list)  # by the number of pairs
    for term in left.keys() & right.keys():
        found[left[term] * right[term]].append(term)
    rare: list[str] = []
    for pairs, terms in sorted(found.items()):
        fit = effort // pairs
        if fit < len(terms):
            return rare + sorted(terms)[:fit]
        rare += terms
        effort -= pairs * len(terms)
    return rare


def shared(
    left: Sequence[Terms], right: Sequence[Terms], rare: Collection[str], weight: Mapping[str, int]
) -> tuple[Shared, Shared]:
    """The mass of ``rare`` terms that two have in common: by left and right, and by right and left."""
    known = frozenset(rare)
    theirs = postings(terms & known for terms in right)
    rows: Shared = {}
    columns: Shared = {j: {} for j in range(len(right))}
    for i, terms in enumerate(left):
        row: dict[int, int] = defaultdict(int)
        for term in terms & theirs.keys():
            gain = weight[term]
            for j in theirs[term]:
                row[j] += gain
        rows[i] = row
        for j, mass in row.items():
            columns[j][i] = mass
    return rows, columns


def nearest(rows: Shared, columns: Shared, each: int) -> set[Pair]:
    """The pairs of every one with those that share most with it, ``each`` of them."""
    pairs = {(i, j) for i, row in rows.items() for j in _first(row, each)}
    pairs.update((i, j) for j, column in columns.items() for i in _first(column, each))
    return pairs


def _first(found: Mapping[int, int], each: int) -> list[int]:
    """Those that share most, as many as are kept; of equals the first."""
    if len(found) <= each:
        return list(found)
    return sorted(sorted(found), key=found.__getitem__, reverse=True)[:each]
