"""The best one-to-one choice among weighted candidate pairs, as a whole rather than one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]
LARGEST = 1500  # candidate pairs in one component; beyond it the best pairs are taken one after the other (see choose)


def choose(weights: Mapping[Pair, int]) -> list[Pair]:
    """The set of pairs with the greatest total weight in which no place stands twice, sorted.

    ``weights`` are whole numbers; pairs of weight 0 or less are never taken. Exact in every connected component of up to
    ``LARGEST`` pairs (successive shortest paths); in a larger one the heaviest pair is taken first, then the next that is free.
    """
    chosen: list[Pair] = []
    for component in _components({pair: w for pair, w in weights.items() if w > 0}):
        if len(component) == 1:
            chosen.extend(component)
        elif len(component) <= LARGEST:
            chosen.extend(_best(component))
        else:
            chosen.extend(_heaviest_first(component))
    return sorted(chosen)


def _components(weights: Mapping[Pair, int]) -> list[dict[Pair, int]]:
    root: dict[tuple[int, int], tuple[int, int]] = {}

    def find(node: tuple[int, int]) -> tuple[int, int]:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in weights:
        root[find((0, left))] = find((1, right))
    parts: dict[tuple[int, int], dict[Pair, int]] = defaultdict(dict)
    for pair in sorted(weights):
        parts[find((0, pair[0]))][pair] = weights[pair]
    return list(parts.values())


def _heaviest_first(weights: Mapping[Pair, int]) -> list[Pair]:
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen = []
    for pair in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if pair[0] not in taken_left and pair[1] not in taken_right:
            chosen.append(pair)
            taken_left.add(pair[0])
            taken_right.add(pair[1])
    return chosen


def _best(weights: Mapping[Pair, int]) -> list[Pair]:
    """Add places of the left one by one, each along the path that gains most (an augmenting path in the residual graph)."""
    out: dict[int, list[int]] = defaultdict(list)
    for left, right in weights:
        out[left].append(right)
    mate_left: dict[int, int] = {}
    mate_right: dict[int, int] = {}
    for left in sorted(out):
        _augment(left, out, weights, mate_left, mate_right)
    return list(mate_left.items())


def _augment(
    start: int,
    out: Mapping[int, list[int]],
    weights: Mapping[Pair, int],
    mate_left: dict[int, int],
    mate_right: dict[int, int],
) -> None:
    """Give ``start`` a mate if the whole gains by it: others may change theirs, and one may lose it."""
    gain: dict[int, int] = {start: 0}  # best gain with which each left place can be made free
    came: dict[int, tuple[int, int]] = {}  # left place -> (the left place that took its mate, that mate)
    # gain, the left place at the end, its new free mate (None: stays alone)
    end: tuple[int, int, int | None] = 0, start, None
    queue = [start]
    while queue:
        left = queue.pop(0)
        for right in out[left]:
            total = gain[left] + weights[left, right]
            other = mate_right.get(right)
            if other is None:
                if total > end[0]:
                    end = (total, left, right)
                continue
            freed = total - weights[other, right]
            if other != left and freed > gain.get(other, -1 << 60):
                gain[other], came[other] = freed, (left, right)
                if freed > end[0]:
                    end = (freed, other, None)
                queue.append(other)
    _flip(start, end, came, mate_left, mate_right)


def _flip(
    start: int,
    end: tuple[int, int, int | None],
    came: Mapping[int, tuple[int, int]],
    mate_left: dict[int, int],
    mate_right: dict[int, int],
) -> None:
    total, left, right = end
    if total <= 0:
        return
    if right is None:
        mate_left.pop(left, None)
    while True:
        if right is not None:
            mate_left[left], mate_right[right] = right, left
        if left == start:
            return
        left, right = came[left]
