"""What surrounds two paragraphs: their sections, their neighbours, and the rivals of the pair."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.features import Place
from ccdiff.align.sections import SectionScores

GAP = 0.25  # the support of lying between the same two links, whatever else does
AGAINST = -0.5  # of standing on the wrong side of a neighbour's counterpart
KIN = 0.45  # of sections that do not correspond where one stands under the counterpart of the other
ELSEWHERE = -0.5  # ... and where not
ANOTHER = -6.0  # ... of sections whose titles name two matters in one formula
NONE = -math.inf  # log-odds of a rival where there is none


class SectionTies:
    """Up to 1: whether two sections correspond, or stand under ones that do; ``settled`` are links of persons."""

    def __init__(self, sections: SectionScores, settled: Sequence[Pair]) -> None:
        self.left, self.right = sections.left, sections.right
        self.mate = dict([*sections.chosen(), *settled])
        self.apart = {pair for pair in sections.basis.apart if self.mate.get(pair[0]) != pair[1]}
        self.taken = {j: i for i, j in self.mate.items()}
        self._known: dict[Pair, float] = {}

    def of(self, a: int, b: int) -> float:
        """The tie of left section ``a`` and right section ``b``."""
        if (a, b) not in self._known:
            self._known[a, b] = self._tie(a, b)
        return self._known[a, b]

    def _tie(self, a: int, b: int) -> float:
        if self.mate.get(a) == b:
            return 1.0
        if (a, b) in self.apart:
            return ANOTHER
        return KIN if self._kin(a, b) else ELSEWHERE

    def _kin(self, a: int, b: int) -> bool:
        """Whether one stands under the counterpart of the other."""
        above, over = self.left[a].parent, self.right[b].parent
        if over is not None and self.mate.get(a) == over:
            return True
        return above is not None and self.mate.get(above) == b


class Neighbours:
    """Whether the neighbours of two places correspond, given the links so far."""

    def __init__(self, links: Iterable[Pair], left: Sequence[Place], right: Sequence[Place]) -> None:
        forward = dict(links)
        backward = {j: i for i, j in forward.items()}
        self.forward = _nearest_linked(forward, len(left))
        self.backward = _nearest_linked(backward, len(right))

    def support(self, pair: Pair) -> float:
        """From about -0.5 (their neighbours correspond to places elsewhere) to 1 (to one another's)."""
        i, j = pair
        return (_side(self.forward, i, j) + _side(self.backward, j, i)) / 2


Linked = tuple[list[tuple[int, int] | None], list[tuple[int, int] | None]]


def _nearest_linked(mates: dict[int, int], size: int) -> Linked:
    """For every place the nearest linked place before it and after it, with its mate."""
    before: list[tuple[int, int] | None] = []
    last: tuple[int, int] | None = None
    for k in range(size):
        before.append(last)
        last = (k, mates[k]) if k in mates else last
    after: list[tuple[int, int] | None] = [None] * size
    last = None
    for k in range(size - 1, -1, -1):
        after[k] = last
        last = (k, mates[k]) if k in mates else last
    return before, after


def _side(linked: Linked, i: int, j: int) -> float:
    before, after = linked[0][i], linked[1][i]
    found = [_fit(i - before[0], j - before[1])] if before else []
    found += [_fit(after[0] - i, after[1] - j)] if after else []
    fit = sum(found) / len(found) if found else 0.0
    if (
        before and after and before[1] < j < after[1]
    ):  # between the same two links: the fewer others lie there, the more
        return max(fit, GAP + (1 - GAP) / min(after[0] - before[0] - 1, after[1] - before[1] - 1))
    return fit


def _fit(here: int, there: int) -> float:
    """How well a step of ``there`` in the one report answers a step of ``here`` in the other."""
    if there <= 0:
        return AGAINST
    return max(-0.3, 1.0 - 0.25 * abs(there - here))


def leads(values: Mapping[Pair, float]) -> dict[Pair, float]:
    """How far each pair is ahead of its best rival, a pair that shares one of its places (log-odds; negative: behind)."""
    best: dict[tuple[int, int], tuple[float, float]] = {}
    for (i, j), value in values.items():
        for node in ((0, i), (1, j)):
            first, second = best.get(node, (NONE, NONE))
            if value > first:
                best[node] = value, first
            elif value > second:
                best[node] = first, value
    return {
        (i, j): value - max(_other(best[0, i], value), _other(best[1, j], value)) for (i, j), value in values.items()
    }


def _other(best: tuple[float, float], value: float) -> float:
    """The better of the two best values at a place that is not a pair's own."""
    return best[1] if value == best[0] else best[0]
