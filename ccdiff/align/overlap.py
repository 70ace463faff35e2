"""How much any two places share of what each of them holds: senses, or single characters. On bits, since every candidate pair is asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import or_

from ccdiff.align.assignment import Pair
from ccdiff.text.similarity import Terms

MOST = 8  # levels of rarity: what stands in half of the places counts once, in a quarter twice ...
FLOOR = 0.03  # added to every likeness: of little and of nothing the one says hardly more than the other


class Overlap:
    """The likeness of two places by what they hold, the rarer the heavier: shared weight against the geometric mean of both."""

    def __init__(self, left: Sequence[Terms], right: Sequence[Terms]) -> None:
        counts = Counter(chain.from_iterable(chain(left, right)))
        size = len(left) + len(right) + 1
        level = {n: min(MOST, round(math.log2(size / n))) for n in set(counts.values())}
        bits: dict[str, int] = {}
        levels = [0] * (MOST + 1)
        for held, n in counts.items():
            if level[n] > 0:
                bits[held] = 1 << len(bits)
                levels[level[n]] |= bits[held]
        self._levels = [mask for mask in accumulate(levels[:0:-1], or_) if mask]  # those of each level and above
        self.left, self.right = self._sides(left, bits), self._sides(right, bits)

    def _sides(self, places: Sequence[Terms], bits: dict[str, int]) -> list[tuple[int, int]]:
        """The bits of every place, and what they weigh."""
        found = [sum([bits[one] for one in held if one in bits]) for held in places]
        return [(mask, self._weight(mask)) for mask in found]

    def _weight(self, mask: int) -> int:
        return sum([(mask & level).bit_count() for level in self._levels])

    def of(self, i: int, j: int) -> float:
        """0 to 1: how alike left place ``i`` and right place ``j`` are."""
        (one, mine), (other, theirs) = self.left[i], self.right[j]
        return self._weight(one & other) / math.sqrt(mine * theirs) if mine and theirs else 0.0


def log_ratios(overlap: Overlap, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """The logarithm of each pair's likeness over that of unrelated places, the median; none where most pairs share nothing."""
    found = {pair: overlap.of(*pair) for pair in pairs}
    values = sorted(found.values())
    middle = values[len(values) // 2] if values else 0.0
    if not values or not values[-1]:
        return {}
    return {pair: math.log((value + FLOOR) / (middle + FLOOR)) for pair, value in found.items()}
