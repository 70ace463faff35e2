"""Whether a paragraph is a part of one on the other side, beside the parts that are known: the evidence for splits and mergers.

What tells is what is left of the whole once its other parts have taken their share, clause by clause. The weights are log-odds,
by logistic regression over the places beside and near the right links of the judged pairs (docs/alignment.md).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import Place
from ccdiff.align.kinds import STRONG
from ccdiff.align.tellings import Tellings
from ccdiff.text.similarity import mass

ALL = 2  # the most that is told of a part: all of its terms, and of smaller things
NEVER = -9.0
FLOOR = 0.05  # added to what is told: of little and of nothing the one says hardly more than the other
OWN = 0.4  # of the log-odds of the part and the whole as counterparts, from LEAST to MOST
LEAST, MOST = -6.0, 3.0
LENGTH, LONGEST = 2.45, 1.5  # of how much longer or shorter than the whole its parts are together, as a logarithm
COVERS, LITTLE = 1.2, 0.03  # of the logarithm of how much better the whole's clauses are told with the part
FUNCTION = 1.8  # of a strong function of the whole that only this part has (its next session); against one that another part has, too
SHORT = 20  # characters added to every text before lengths are compared


class Parts:
    """Judges parts. ``splitting`` everywhere: the whole is on the left, its parts on the right; ``odds``: of the pairs as counterparts."""

    def __init__(
        self, evidence: Evidence, tellings: Tellings, odds: Mapping[Pair, float], barred: frozenset[Pair]
    ) -> None:
        self.evidence, self.tellings, self.counterparts, self.barred = evidence, tellings, odds, barred
        self.config, self.places = evidence.config, (evidence.left.places, evidence.right.places)
        self.masses = evidence.left_mass, evidence.right_mass

    def odds(self, splitting: bool, rank: int, whole: int, mains: Sequence[int]) -> float:
        """The log-odds that a place belongs to ``whole`` beside ``mains``."""
        one, part = self.places[not splitting][whole], self.places[splitting][rank]
        others = [self.places[splitting][main] for main in mains]
        pair = (whole, rank) if splitting else (rank, whole)
        if one.front or part.front or pair in self.barred or part.key in self.evidence.lines:
            return NEVER
        odds = self.config.split_bias + OWN * max(LEAST, min(MOST, self.counterparts.get(pair, NEVER)))
        odds -= self.config.apart_penalty * math.log(min(abs(rank - main) for main in mains))
        odds -= LENGTH * min(LONGEST, abs(_log_length([*others, part]) - _log_length([one])))
        odds += FUNCTION * self._function(part, one, others)
        weight = self.config.split_weight
        if odds + weight * math.log(FLOOR + ALL) <= 0:
            return odds + weight * math.log(FLOOR)  # whatever it says
        odds += weight * math.log(FLOOR + self._told(splitting, part, one, others))
        if odds <= 0:
            return odds  # whatever its clauses tell
        least = math.exp(-odds / COVERS) - LITTLE  # with less it is no part
        return odds + COVERS * math.log(LITTLE + self.tellings.gain(splitting, rank, whole, mains, least))

    def _told(self, splitting: bool, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """How much of what this part says the whole says, too, and its other parts do not: by terms, and by smaller things."""
        both, weight = whole.terms & part.terms, self.evidence.weight
        told = mass(both.difference(*(other.terms for other in others)), weight)
        return told / max(1, self.masses[splitting][part.rank]) + self._otherwise(splitting, part, whole, others)

    def _otherwise(self, splitting: bool, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """The share of what a part says that the whole says, too, and its other parts do not, by single Han characters, or by senses."""
        overlap = self.evidence.characters if self.evidence.han else self.evidence.senses
        parts, wholes = (overlap.right, overlap.left) if splitting else (overlap.left, overlap.right)
        said = parts[part.rank][0]
        for other in others:
            said &= ~parts[other.rank][0]
        return (said & wholes[whole.rank][0]).bit_count() / max(1, said.bit_count())

    def _function(self, part: Place, whole: Place, others: Sequence[Place]) -> int:
        """1: a strong function of the whole is this part's alone; -1: another part has it already; 0: it has none."""
        strength = self.evidence.left.strength
        strong = {role for role in part.roles & whole.roles if strength.get(role, 1) >= STRONG}
        if not strong:
            return 0
        return 1 if strong.difference(*(other.roles for other in others)) else -1


def _log_length(places: Sequence[Place]) -> float:
    return math.log(sum(len(place.key) + SHORT for place in places))
