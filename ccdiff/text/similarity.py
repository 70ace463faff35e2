"""How alike two texts are: the terms of a text, their weights over a collection, and measures on sets of terms.

Weights are whole numbers, so that sums do not depend on the order in which they are taken: ``alike(a, b) == alike(b, a)``
to the last bit, under any ``PYTHONHASHSEED``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import add

Terms = frozenset[str]

# Of a folded text: runs of Han, Latin words and document symbols, numbers with a stroke (resolution "8/2").
PIECES = re.compile(r"[㐀-䶿一-鿿豈-﫿〇]+|\d{1,9}/\d+(?:/[\w.]+)*|[^\W\d_㐀-䶿一-鿿豈-﫿〇]+(?:[./\-][a-z0-9]+)*")
LATIN_NAME = 4  # letters of a Latin word that counts as a name among Han characters
STEM = 7  # letters of a Latin word that count: "recommended", "recommendation" are one term
UNIT = 1024  # the weight of a term that halves the collection


def terms(folded: str) -> Terms:
    """The terms of a folded text: pairs of neighbouring Han characters, Latin words cut to a stem, symbols, resolution numbers.

    Figures and dates are no terms: they change from report to report.

    >>> sorted(terms("第8/2号决议")) == ["8/2", "决议", "号决"]
    True
    """
    return terms_of(pieces(folded))


def pieces(folded: str) -> list[str]:
    """What terms and phrases are made of."""
    return PIECES.findall(folded.lower())


def terms_of(found: Iterable[str]) -> Terms:
    """The terms of a text in such pieces."""
    terms: set[str] = set()
    for piece in found:
        if piece[0] >= "\u3400":
            terms.update(map(add, piece, piece[1:]))
        else:
            terms.add(piece if "/" in piece else piece[:STEM])
    return frozenset(terms)


def phrases_of(pieces: Sequence[str]) -> list[str]:
    """The runs of five Han characters and of three Latin words of a text in such pieces, and the Latin words that stand among Han.

    A phrase that only two paragraphs share says more than its words: "保护体育免受腐败和犯罪影响", "TRACK".
    """
    latin = [piece for piece in pieces if piece[0] < "\u3400"]
    if len(latin) == len(pieces):
        return list(map(" ".join, zip(latin, latin[1:], latin[2:], strict=False)))
    found = [word for word in latin if len(word) >= LATIN_NAME]
    found += [piece[k : k + 5] for piece in pieces if piece[0] >= "\u3400" for k in range(len(piece) - 4)]
    return found


def weights(counts: Sequence[Mapping[str, int]], size: int) -> dict[str, int]:
    """The weight of each term: the rarer among ``size`` texts, the more; never below 1.

    ``counts`` say, for each part of the collection, in how many texts of it a term stands.
    """
    total: Counter[str] = Counter()
    for part in counts:
        total.update(part)
    by_count = {n: max(1, round(UNIT * math.log2((size + 1) / n))) for n in set(total.values())}
    return dict(zip(total, map(by_count.__getitem__, total.values()), strict=True))


def mass(found: Iterable[str], weight: Mapping[str, int]) -> int:
    """The weight of a set of terms. Raises ``KeyError`` for a term that the collection lacks."""
    return sum(map(weight.__getitem__, found))


def alike(shared: int, one: int, other: int) -> float:
    """0 to 1: the shared mass against the geometric mean of both masses (Ochiai)."""
    return shared / math.sqrt(one * other) if one and other else 0.0


def contained(shared: int, one: int, other: int) -> float:
    """0 to 1: the shared mass against the lesser of both masses."""
    least = min(one, other)
    return shared / least if least else 0.0


def pairs_ratio(one: str, other: str) -> float:
    """0 to 1: how many neighbouring character pairs two folded texts share, each counted as often as it stands (Dice).

    1.0 for equal texts; about 0.9 and more for texts that differ in a number or a name.
    """
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 2:
        return 0.0
    left, right = _pairs(one), _pairs(other)
    shared = sum([min(left[pair], right[pair]) for pair in left.keys() & right.keys()])
    return 2 * shared / (len(one) + len(other) - 2)


def _pairs(text: str) -> Counter[str]:
    return Counter(map(add, text, text[1:]))


def increasing(values: Sequence[int], gains: Sequence[int] | None = None) -> list[int]:
    """The places of the heaviest strictly increasing run in ``values`` (``gains``: the weight of each place, else 1).

    In-order skeleton of a set of links; O(n log n).

    >>> increasing([0, 3, 1, 2])
    [0, 2, 3]
    """
    gains = gains or [1] * len(values)
    weights: list[int] = []  # of the heaviest run that ends at each place, and the place before it in that run
    before: list[int] = []
    ends: list[int] = []  # the values at which runs end, rising, with their places: one that ends later weighs no less
    places: list[int] = []
    for place, value in enumerate(values):
        at = stop = bisect_left(ends, value)
        before.append(places[at - 1] if at else -1)
        weights.append(gains[place] + (weights[before[place]] if at else 0))
        while stop < len(ends) and weights[places[stop]] < weights[place]:
            stop += 1
        ends[at:stop], places[at:stop] = [value], [place]
    run, place = [], max(range(len(values)), key=weights.__getitem__, default=-1)
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
