"""Whether a paragraph is a part of one on the other side, beside the parts that are known: the evidence for splits and mergers.

What tells is what is left of the whole once its other parts have taken their share. The weights are log-odds, by logistic regression
over the places beside and near the right links of the pairs judged by reading (docs/alignment.md).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import Place
from ccdiff.align.kinds import STRONG
from ccdiff.align.tellings import AHEAD, Tellings
from ccdiff.text.similarity import mass

NEVER = -9.0
FLOOR = 0.05  # added to what is left and told: of little and of nothing the one says hardly more than the other
LEFT = 2.6  # of the logarithm of how much of the whole its other parts leave: a paragraph that stands there anew has no second part
MOSTLY = 0.1  # ... added to that
OWN = 0.7  # of the log-odds of the part and the whole as counterparts, from LEAST to MOST
LEAST, MOST = -6.0, 3.0
RIVAL, OPEN = 0.7, 1.0  # against a part that may be the counterpart of another: of those log-odds, from -OPEN on
LENGTH, LONGEST = 2.0, 1.5  # of how much longer or shorter than the whole its parts are together, as a logarithm
TOLD = 2.2  # of a sentence of the whole and one of the part that are each other's nearest
FUNCTION = 1.8  # of a strong function of the whole that only this part has (its next session); against one that another part has, too
HEAD = 3.0  # of the head of a list whose items are parts
SHORT = 20  # characters added to every text before lengths are compared


class Parts:
    """Judges parts. ``splitting`` everywhere: the whole is on the left, its parts on the right; ``odds``: of the pairs as counterparts."""

    def __init__(
        self, evidence: Evidence, tellings: Tellings, odds: Mapping[Pair, float], barred: frozenset[Pair]
    ) -> None:
        self.evidence, self.tellings, self.counterparts, self.barred = evidence, tellings, odds, barred
        self.config, self.places = evidence.config, (evidence.left.places, evidence.right.places)
        self.masses = evidence.left_mass, evidence.right_mass
        self._best = _best(odds, 0), _best(odds, 1)

    def odds(self, splitting: bool, rank: int, whole: int, mains: Sequence[int], rivals: bool = True) -> float:
        """The log-odds that a place belongs to ``whole`` beside ``mains``; ``rivals``: held against its other counterparts."""
        one, part = self.places[not splitting][whole], self.places[splitting][rank]
        others = [self.places[splitting][main] for main in mains]
        pair = (whole, rank) if splitting else (rank, whole)
        if one.front or part.front or pair in self.barred:
            return NEVER
        odds = self.config.split_bias + OWN * max(LEAST, min(MOST, self.counterparts.get(pair, NEVER)))
        if rivals:
            odds -= RIVAL * max(0.0, OPEN + self._rival(splitting, pair))
        odds -= LENGTH * min(LONGEST, abs(_log_length([*others, part]) - _log_length([one])))
        odds -= self.config.apart_penalty * math.log(min(abs(rank - main) for main in mains))
        odds += self._shares(splitting, part, one, others)
        function = self._function(part, one, others)
        odds += FUNCTION * function + HEAD * any(other.parent == rank for other in others)
        if function >= 0 and -TOLD < odds <= 0 and self.tellings.lead(0, *pair) >= AHEAD:
            odds += TOLD
        return odds

    def _rival(self, splitting: bool, pair: Pair) -> float:
        """The log-odds of the likeliest counterpart of a part, its whole apart."""
        found = self._best[splitting].get(pair[splitting], ())
        return next((odds for odds, rival in found if rival != pair), NEVER)

    def _shares(self, splitting: bool, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """What it says how much of the whole its other parts leave, and how much of what this part says stands there."""
        rest, weight = whole.terms.difference(*(other.terms for other in others)), self.evidence.weight
        left = mass(rest, weight) / max(1, self.masses[not splitting][whole.rank])
        told = mass(rest & part.terms, weight) / max(1, self.masses[splitting][part.rank])
        told += self._otherwise(splitting, part, whole, others)
        return LEFT * math.log(MOSTLY + left) + self.config.split_weight * math.log(FLOOR + told)

    def _otherwise(self, splitting: bool, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """The share of what a part says that the whole says, too, and its other parts do not, by single Han characters, or by senses."""
        overlap = self.evidence.characters if self.evidence.han else self.evidence.senses
        parts, wholes = (overlap.right, overlap.left) if splitting else (overlap.left, overlap.right)
        said = parts[part.rank][0]
        for other in others:
            said &= ~parts[other.rank][0]
        return overlap.weight(said & wholes[whole.rank][0]) / max(1, overlap.weight(said))

    def _function(self, part: Place, whole: Place, others: Sequence[Place]) -> int:
        """1: a strong function of the whole is this part's alone; -1: another part has it already; 0: it has none."""
        strength = self.evidence.left.strength
        strong = {role for role in part.roles & whole.roles if strength.get(role, 1) >= STRONG}
        if not strong:
            return 0
        return 1 if strong.difference(*(other.roles for other in others)) else -1


def _best(odds: Mapping[Pair, float], side: int) -> dict[int, list[tuple[float, Pair]]]:
    """For every place of a side its two likeliest counterparts."""
    found: dict[int, list[tuple[float, Pair]]] = defaultdict(list)
    for pair, value in odds.items():
        found[pair[side]].append((value, pair))
    return {rank: sorted(held, reverse=True)[:2] for rank, held in found.items()}


def _log_length(places: Sequence[Place]) -> float:
    return math.log(sum(len(place.key) + SHORT for place in places))
