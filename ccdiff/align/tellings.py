"""How much of each sentence of a whole its parts tell: by terms, and by single Han characters or how Latin words begin."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.align.evidence import Evidence
from ccdiff.text.similarity import UNIT, Terms, mass

Sentence = tuple[Terms, int, int]  # the terms of a sentence, its characters or beginnings as bits, and what both weigh


class Tellings:
    """The sentences of both reports, each looked up when first asked for. ``side``: 0 left, 1 right."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence, self.characters = evidence, evidence.characters
        self.places = evidence.left.places, evidence.right.places
        self._sentences: dict[tuple[int, int], list[Sentence]] = {}
        self._told: dict[tuple[int, int, int], list[float]] = {}

    def gain(self, splitting: bool, part: int, whole: int, mains: Sequence[int], least: float) -> float:
        """How much better the sentences of a whole are told with a part than by its other parts alone, on average: 0 to 1.

        0 where it cannot be more than ``least``.
        """
        told = self._tells(splitting, part, whole)
        if sum(told) <= least * len(told):
            return 0.0
        known = [self._tells(splitting, main, whole) for main in mains]
        return sum(max(0.0, one - max(others)) for one, *others in zip(told, *known, strict=True)) / max(1, len(told))

    def _tells(self, side: int, rank: int, whole: int) -> list[float]:
        """How much of each sentence of a whole a place on ``side`` tells, 0 to 1."""
        found = self._told.get((side, rank, whole))
        if found is None:
            terms = self.places[side][rank].terms
            bits = (self.characters.left, self.characters.right)[side][rank][0]
            found = self._told[side, rank, whole] = [
                self._weight(held & terms, small & bits) / max(1, size)
                for held, small, size in self._of(1 - side, whole)
            ]
        return found

    def _of(self, side: int, rank: int) -> list[Sentence]:
        found = self._sentences.get((side, rank))
        if found is None:
            told = self.places[side][rank].tellings(self.evidence.han)
            bits = [(held, self.characters.weighed(small)[0]) for held, small in told]
            found = self._sentences[side, rank] = [(*one, self._weight(*one)) for one in bits]
        return found

    def _weight(self, terms: Terms, small: int) -> int:
        return mass(terms, self.evidence.weight) + UNIT * small.bit_count()
