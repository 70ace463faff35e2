"""What surrounds two paragraphs: their sections, their neighbours, and the rivals of the pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.features import Place
from ccdiff.align.sections import SectionScores, likelihood

REACH = 3  # how far a neighbour may stand
GAP = 0.25  # the support of lying between the same two links, whatever else does
AGAINST = -0.5  # of standing on the wrong side of a neighbour's counterpart
NONE = -9.0  # log-odds of a rival where there is none


class SectionTies:
    """From -1 to 1: whether two sections correspond, or stand under ones that do; ``settled`` are links of persons."""

    def __init__(self, sections: SectionScores, settled: Sequence[Pair]) -> None:
        self.left, self.right = sections.left, sections.right
        self.sure = {pair: likelihood(sections.log_odds[pair]) for pair in sections.chosen()}
        self.sure.update(dict.fromkeys(settled, 1.0))
        self.mate = dict(self.sure.keys())
        self.taken = {j: i for i, j in self.sure}
        self._known: dict[Pair, float] = {}

    def of(self, a: int, b: int) -> float:
        """The tie of left section ``a`` and right section ``b``."""
        if (a, b) not in self._known:
            self._known[a, b] = self._tie(a, b)
        return self._known[a, b]

    def _tie(self, a: int, b: int) -> float:
        if self.mate.get(a) == b:
            return self.sure[a, b]
        if self._kin(a, b):
            return 0.45
        elsewhere = (a in self.mate) + (b in self.taken)
        return (-0.35, -0.6, -1.0)[elsewhere]

    def _kin(self, a: int, b: int) -> bool:
        """Whether one stands under the counterpart of the other, or of its parent."""
        above, over = self.left[a].parent, self.right[b].parent
        if over is not None and self.mate.get(a) == over:
            return True
        if above is not None and self.mate.get(above) == b:
            return True
        return (
            above is not None
            and over is not None
            and self.mate.get(above) == over
            and not (a in self.mate or b in self.taken)
        )


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
    ):  # both lie between the same two links: the fewer others do, the more it says
        return max(fit, GAP + (1 - GAP) / min(after[0] - before[0] - 1, after[1] - before[1] - 1))
    return fit


def _fit(here: int, there: int) -> float:
    """How well a step of ``there`` in the one report answers a step of ``here`` in the other."""
    if there <= 0:
        return AGAINST
    if here > REACH:
        return 0.3 if there <= 3 * here else -0.2
    return max(-0.3, 1.0 - 0.25 * abs(there - here))


def leads(values: Mapping[Pair, float], mates: Mapping[int, int]) -> dict[Pair, float]:
    """How far each pair is ahead of its best rival, a pair that shares one of its places (log-odds; negative: behind).

    ``mates`` are the links so far: a rival whose other place is better linked is none (8th/9th: 41 and 40 are what is left when
    the directory and the discussion have found their counterparts).
    """
    backward = {j: i for i, j in mates.items()}
    rivals: dict[tuple[int, int], list[tuple[float, Pair]]] = defaultdict(list)
    for pair, value in values.items():
        i, j = pair
        if _open(values, value, (mates.get(i), i), (backward.get(j), j)):
            rivals[0, i].append((value, pair))
            rivals[1, j].append((value, pair))
    top = {node: sorted(found, reverse=True)[:4] for node, found in rivals.items()}
    return {
        (i, j): value - max(_best(top.get((0, i), ()), (i, j), value), _best(top.get((1, j), ()), (i, j), value))
        for (i, j), value in values.items()
    }


def _best(top: Sequence[tuple[float, Pair]], pair: Pair, value: float) -> float:
    """The best rival at a place. The place next to a better one is none: it may be the other half of a split."""
    for other, rival in top:
        if rival != pair and (other >= value or abs(rival[0] - pair[0]) + abs(rival[1] - pair[1]) != 1):
            return other
    return NONE


def _open(
    values: Mapping[Pair, float], value: float, left: tuple[int | None, int], right: tuple[int | None, int]
) -> bool:
    """Whether neither place of a pair is linked elsewhere by a better one."""
    mate, i = left
    holder, j = right
    if mate is not None and mate != j and values.get((i, mate), NONE) > value:
        return False
    return not (holder is not None and holder != i and values.get((holder, j), NONE) > value)
