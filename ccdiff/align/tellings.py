"""Which sentences of the two reports tell the same: each is held against those of the places that could be meant, and the nearest wins.

Two sentences in other words share little, but where each is clearly the other's nearest, they tell of one thing: the second
half of a paragraph and the neighbour that took it over (Contributions to the trust fund had amounted to ..., The trust fund had
received ... in contributions).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ccdiff.align.assignment import Pair
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import ROOTED
from ccdiff.text.similarity import UNIT, Terms, mass

AHEAD = 0.06  # how far two sentences must be ahead of all others (igcps: 12 and 8, 0.16; neighbours of right links otherwise below 0.03)
TOLD, TOLD_AHEAD, MOST = 0.9, 4.0, 2.5  # log-odds of two such sentences, the more the farther ahead
LEAST = 0.15  # of their likeness; those of the judged pairs have 0.21 and more
RIVAL = 0.5  # of the weight that two sentences share: a place that shares less with one of them is no rival

Told = tuple[Terms, Terms, float]  # what a sentence holds, its terms among that, and the root of what it weighs


class Tellings:
    """The sentences of both reports, each looked up when first asked for."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.places = evidence.left.places, evidence.right.places
        self._told: dict[tuple[int, int], list[Told]] = {}
        self._known: dict[tuple[int, int, int], list[float]] = {}
        self._held: dict[tuple[int, int], Terms] = {}
        self._near: tuple[dict[int, list[int]], dict[int, list[int]]] | None = None

    def odds(self, i: int, j: int) -> float:
        """What the farthest of ``leads`` says in log-odds."""
        weight = self.evidence.config.told_weight
        lead = max(self.leads(i, j, AHEAD), default=0.0) if weight else 0.0
        return weight * min(MOST, TOLD + TOLD_AHEAD * lead) if lead else 0.0

    def leads(self, i: int, j: int, more: float) -> Iterator[float]:
        """How far two sentences of left place ``i`` and right place ``j`` are ahead of all that either could mean else: each time farther.

        None where none are each other's nearest, or none by ``more``.
        """
        if (i, j) not in self.evidence.looked_at:
            return
        mine, theirs = self._sentences(0, i), self._sentences(1, j)
        pairs = [(self._alike(one, other), at, to) for at, one in enumerate(mine) for to, other in enumerate(theirs)]
        best = more
        for alike, at, to in sorted(pairs, reverse=True):  # the most alike first: few others can then be farther ahead
            if alike <= max(best, LEAST):
                return
            one, other = mine[at], theirs[to]
            enough, least = alike - best, RIVAL * mass(one[1] & other[1], self.evidence.weight)
            rival = self._elsewhere(0, (i, one), j, enough, least)
            if rival < enough:
                rival = max(rival, self._elsewhere(1, (j, other), i, enough, least))
                if alike - rival > best:
                    best = alike - rival
                    yield best

    def gain(self, splitting: bool, part: int, whole: int, mains: Sequence[int], least: float) -> float:
        """How much better the sentences of a whole are told with a part than by its other parts alone, on average: 0 to 1.

        0 where it cannot be more than ``least``.
        """
        told = self._telling(splitting, part, whole)
        if sum(told) <= least * len(told):
            return 0.0
        known = [self._telling(splitting, main, whole) for main in mains]
        return sum(max(0.0, one - max(others)) for one, *others in zip(told, *known, strict=True)) / max(1, len(told))

    def _telling(self, side: int, place: int, whole: int) -> list[float]:
        """How much of each sentence of a whole a place on ``side`` holds."""
        found = self._known.get((side, place, whole))
        if found is None:
            all_of_it, weight = self._all(side, place), self._weight
            found = self._known[side, place, whole] = [
                mass(held & all_of_it, weight) / max(1.0, size * size)
                for held, _, size in self._sentences(1 - side, whole)
            ]
        return found

    def _all(self, side: int, rank: int) -> Terms:
        """What a place holds: terms, standing formulas, and single characters or how Latin words begin."""
        found = self._held.get((side, rank))
        if found is None:
            place, mark = self.places[side][rank], "" if self.evidence.han else ROOTED
            found = self._held[side, rank] = place.terms.union(map(mark.__add__, place.characters))
        return found

    def _elsewhere(self, side: int, sentence: tuple[int, Told], but: int, enough: float, least: float) -> float:
        """How alike a sentence is to any of the places of the other side that share most with its own, but for one.

        Not looked for beyond what is enough, nor in places that share less than ``least`` with it.
        """
        best, (rank, own), weight = 0.0, sentence, self.evidence.weight
        for there in self._around(side, rank):
            if there != but and mass(own[1] & self.places[1 - side][there].terms, weight) >= least:
                for other in self._sentences(1 - side, there):
                    best = max(best, self._alike(own, other))
                if best >= enough:
                    break
        return best

    def _around(self, side: int, rank: int) -> Sequence[int]:
        """The places of the other side that share most with a place, the most alike first."""
        if self._near is None:
            self._near = _by_side(self.evidence.looked_at)
        return self._near[side].get(rank, ())

    def _sentences(self, side: int, rank: int) -> list[Told]:
        found = self._told.get((side, rank))
        if found is None:
            weight = self._weight
            tellings = self.places[side][rank].tellings(self.evidence.han)
            found = self._told[side, rank] = [(held, terms, math.sqrt(mass(held, weight))) for held, terms in tellings]
        return found

    @cached_property
    def _weight(self) -> dict[str, int]:
        """A formula or a name counts in full where sentences are compared; a single character, or how a word begins, by its level."""
        evidence = self.evidence
        full, share = dict(evidence.weight), evidence.config.formula_weight
        formulas = {*evidence.left.formulas, *evidence.right.formulas}
        full.update({term: round(full[term] / share) for term in formulas if share})
        mark = "" if evidence.han else ROOTED
        full.update({mark + one: UNIT * level for one, level in evidence.characters.level.items()})
        return full

    def _alike(self, one: Told, other: Told) -> float:
        (mine, _, size), (theirs, _, extent) = one, other
        return sum(map(self._weight.__getitem__, mine & theirs)) / (size * extent) if size and extent else 0.0


def _by_side(shared: Mapping[Pair, int]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    left: dict[int, list[int]] = defaultdict(list)
    right: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        left[i].append(j)
        right[j].append(i)
    return left, right
