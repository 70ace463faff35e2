"""How much any two places share of what each of them holds: senses, or single characters. On bits, since every candidate pair is asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from ccdiff.align.assignment import Pair
from ccdiff.text.similarity import Terms

Weighed = tuple[int, int]  # bits, and what they weigh

MOST = 8  # levels of rarity: what stands in half of the places counts once, in a quarter twice ...
FLOOR = 0.03  # added to every likeness: of little and of nothing the one says hardly more than the other


class Overlap:
    """The likeness of two places by what they hold, the rarer the heavier: shared weight against the geometric mean of both."""

    def __init__(self, left: Sequence[Terms], right: Sequence[Terms]) -> None:
        counts = Counter(chain.from_iterable(chain(left, right)))
        size = len(left) + len(right) + 1
        level = {n: max(0, min(MOST, round(math.log2(size / n)))) for n in set(counts.values())}
        self.level = {held: level[n] for held, n in counts.items()}
        self._bits = {}
        first = 0
        for held, at in self.level.items():  # as many bits as it weighs
            self._bits[held] = ((1 << at) - 1) << first
            first += at
        self.left, self.right = [self.weighed(held) for held in left], [self.weighed(held) for held in right]

    def weighed(self, held: Iterable[str]) -> Weighed:
        """Members of what places hold, none twice, as bits, and what they weigh."""
        mask = sum(map(self._bits.__getitem__, held))
        return mask, mask.bit_count()

    def of(self, i: int, j: int) -> float:
        """0 to 1: how alike left place ``i`` and right place ``j`` are."""
        return self.alike(self.left[i], self.right[j])

    def alike(self, one: Weighed, other: Weighed) -> float:
        """0 to 1: the shared weight against the geometric mean of both."""
        (mine, size), (theirs, extent) = one, other
        return (mine & theirs).bit_count() / math.sqrt(size * extent) if size and extent else 0.0


def log_ratios(overlap: Overlap, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """The logarithm of each pair's likeness over that of unrelated places, the median; none where most pairs share nothing."""
    if not overlap.level:
        return {}
    left, right, alike = overlap.left, overlap.right, overlap.alike
    found = {(i, j): alike(left[i], right[j]) for i, j in pairs}
    values = sorted(found.values())
    middle = values[len(values) // 2] if values else 0.0
    if not values or not values[-1]:
        return {}
    return {pair: math.log((value + FLOOR) / (middle + FLOOR)) for pair, value in found.items()}
