"""How much any two places share of what each of them holds: senses, or single characters. On bits, since every candidate pair is asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import or_

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
        level = {n: min(MOST, round(math.log2(size / n))) for n in set(counts.values())}
        self.level = {held: level[n] for held, n in counts.items()}
        self._bits = dict.fromkeys(self.level, 0)
        levels = [0] * (MOST + 1)
        for number, (held, at) in enumerate(self.level.items()):
            if at > 0:
                self._bits[held] = 1 << number
                levels[at] |= 1 << number
        self._levels = [mask for mask in accumulate(levels[:0:-1], or_) if mask]  # those of each level and above
        self.left, self.right = [self.weighed(held) for held in left], [self.weighed(held) for held in right]

    def weighed(self, held: Iterable[str]) -> Weighed:
        """Members of what places hold, none twice, as bits, and what they weigh."""
        mask = sum(map(self._bits.__getitem__, held))
        return mask, self.weight(mask)

    def weight(self, mask: int) -> int:
        """What the members of ``mask`` weigh."""
        return sum([(mask & level).bit_count() for level in self._levels])

    def of(self, i: int, j: int) -> float:
        """0 to 1: how alike left place ``i`` and right place ``j`` are."""
        return self.alike(self.left[i], self.right[j])

    def alike(self, one: Weighed, other: Weighed) -> float:
        """0 to 1: the shared weight against the geometric mean of both."""
        (mine, size), (theirs, extent) = one, other
        return self.weight(mine & theirs) / math.sqrt(size * extent) if size and extent else 0.0


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
