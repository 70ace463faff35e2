"""What only one of two reports says within paragraphs that correspond: sentences that nothing in the whole other report is like.

Where a paragraph is told anew, the two sentences that say the same show what became of the old matter; what else the paragraph
now says, or no longer says, stands here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from itertools import chain

from ccdiff.model.report import Report
from ccdiff.render.passages import ALIKE, pieces, sentences_of

FEWEST = 8  # pieces of a sentence that says something of its own: 16 Han characters, eight Latin words
# sentences that hold a piece from which it tells nothing: its weight is less than a hundredth of a rare one's
COMMON = 12


class Alone:
    """The sentences of two reports, to be asked which of one has nothing like it in the other.

    A piece weighs the less the more sentences hold it, as in ``passages``; two sentences are as like as the cosine of their pieces.
    """

    def __init__(self, old: Report, new: Report) -> None:
        self._held = {"old": _held(old), "new": _held(new)}
        self._spread = Counter(chain.from_iterable(chain(*self._held.values())))

    def of(self, text: str, other: str, most: int) -> list[str]:
        """The ``most`` sentences of ``text`` that say most of what nothing of the report ``other`` ("old" or "new") says, in their order."""
        held = {one: frozenset(pieces(one)) for one in sentences_of(text)}
        found = [one for one, own in held.items() if len(own) >= FEWEST and not self._said(own, other)]
        said = sorted(found, key=lambda one: -self._norm(held[one]))[:most]
        return [one for one in found if one in said]

    def _said(self, own: Collection[str], other: str) -> bool:
        """Whether a sentence of the other report is like the one of these pieces."""
        shared = frozenset(piece for piece in own if 2 <= self._spread[piece] <= COMMON)
        least = ALIKE * self._norm(own)
        for held in self._held[other]:
            if not held.isdisjoint(shared):
                amount = math.fsum(map(self._square, held & shared))
                # the norm of the other is no less than that of what is shared
                if amount >= least**2 and amount >= least * self._norm(held):
                    return True
        return False

    def _square(self, piece: str) -> float:
        """The square of a piece's weight."""
        return 1 / (self._spread[piece] or 1) ** 2

    def _norm(self, held: Collection[str]) -> float:
        return math.sqrt(math.fsum(map(self._square, held))) or 1.0


def _held(report: Report) -> list[frozenset[str]]:
    return [frozenset(pieces(one)) for paragraph in report.paragraphs for one in sentences_of(paragraph.text)]
