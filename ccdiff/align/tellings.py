"""How much of each clause of a whole its parts tell: by terms, and by single Han characters or how Latin words begin."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.align.evidence import Evidence
from ccdiff.text.similarity import UNIT, Terms, mass

Clause = tuple[Terms, int, int]  # the terms of a clause, its characters or beginnings as bits, and what both weigh


class Tellings:
    """The clauses of both reports, each looked up when first asked for. ``side``: 0 left, 1 right."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence, self.characters = evidence, evidence.characters
        self.places = evidence.left.places, evidence.right.places
        self._clauses: dict[tuple[int, int], list[Clause]] = {}
        self._told: dict[tuple[int, int, int], list[int]] = {}

    def gain(self, splitting: bool, part: int, whole: int, mains: Sequence[int], least: float) -> float:
        """How much better the clauses of a whole are told with a part than by its other parts alone, as a share of its weight: 0 to 1.

        0 where it cannot be more than ``least``.
        """
        told, size = self._tells(splitting, part, whole), self._size(1 - splitting, whole)
        if sum(told) <= least * size:
            return 0.0
        known = [self._tells(splitting, main, whole) for main in mains]
        return sum(max(0, one - max(others)) for one, *others in zip(told, *known, strict=True)) / size

    def _tells(self, side: int, rank: int, whole: int) -> list[int]:
        """What a place on ``side`` tells of each clause of a whole, by weight."""
        found = self._told.get((side, rank, whole))
        if found is None:
            terms = self.places[side][rank].terms
            bits = (self.characters.left, self.characters.right)[side][rank][0]
            found = self._told[side, rank, whole] = [
                self._weight(held & terms, small & bits) for held, small, _ in self._of(1 - side, whole)
            ]
        return found

    def _size(self, side: int, rank: int) -> int:
        return max(1, sum([size for _, _, size in self._of(side, rank)]))

    def _of(self, side: int, rank: int) -> list[Clause]:
        found = self._clauses.get((side, rank))
        if found is None:
            told = self.places[side][rank].tellings(self.evidence.han)
            bits = [(held, self.characters.weighed(small)[0]) for held, small in told]
            found = self._clauses[side, rank] = [(*one, self._weight(*one)) for one in bits]
        return found

    def _weight(self, terms: Terms, small: int) -> int:
        return mass(terms, self.evidence.weight) + UNIT * small.bit_count()
