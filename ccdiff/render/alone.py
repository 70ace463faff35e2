"""What only one of two reports says within paragraphs that correspond: sentences that nothing in the whole other report is like.

Where a paragraph is told anew, the two sentences that say the same show what became of the old matter; what else the paragraph
now says, or no longer says, stands here.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from ccdiff.model.report import Report
from ccdiff.render.passages import ALIKE, pieces, sentences_of

FEWEST = 8  # pieces of a sentence that says something of its own: 16 Han characters, eight Latin words


class Alone:
    """The sentences of two reports, to be asked which of one has nothing like it in the other."""

    def __init__(self, old: Report, new: Report) -> None:
        told = {
            side: [one for p in report.paragraphs for one in sentences_of(p.text)]
            for side, report in (("old", old), ("new", new))
        }
        self._held = {side: [frozenset(pieces(one)) for one in sentences] for side, sentences in told.items()}
        spread = Counter(piece for held in self._held.values() for one in held for piece in one)
        self._weight = {piece: 1 / count for piece, count in spread.items()}
        self._places: dict[str, dict[str, list[int]]] = {side: defaultdict(list) for side in told}
        for side, held in self._held.items():
            for at, one in enumerate(held):
                for piece in one:
                    self._places[side][piece].append(at)

    def of(self, text: str, other: str, most: int) -> list[str]:
        """The ``most`` sentences of ``text`` that say most of what nothing of the report ``other`` ("old" or "new") says, in their order."""
        found = [
            one for one in sentences_of(text) if len(set(pieces(one))) >= FEWEST and self._likest(one, other) < ALIKE
        ]
        ranked = sorted(found, key=lambda one: -self._size(frozenset(pieces(one))))[:most]
        return [one for one in found if one in ranked]

    def _likest(self, sentence: str, other: str) -> float:
        """The cosine of a sentence with the one of the other report that is most like it."""
        own = frozenset(pieces(sentence))
        shared: defaultdict[int, float] = defaultdict(float)
        for piece in sorted(own):
            for at in self._places[other].get(piece, ()):
                shared[at] += self._weight[piece] ** 2
        norm = self._norm(own)
        return max((amount / norm / self._norm(self._held[other][at]) for at, amount in shared.items()), default=0.0)

    def _norm(self, held: frozenset[str]) -> float:
        return math.sqrt(math.fsum(self._weight[piece] ** 2 for piece in held)) or 1.0

    def _size(self, held: frozenset[str]) -> float:
        return math.fsum(self._weight[piece] for piece in held)
