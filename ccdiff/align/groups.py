"""Splits and mergers: one paragraph whose sentences went to several neighbours, or several that became one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import Place
from ccdiff.align.sections import likelihood, log_odds
from ccdiff.text.similarity import mass

SHORTEST = 6  # characters of a part that stands in the whole to the letter
LONGEST = 40  # parts of one whole
SHRINK = 0.25  # the least share of its parts' length that a whole may have: a merger into a summary is still a merger


@dataclass(slots=True)
class Group:
    """A link of ranks, one-to-many or many-to-one after growing; ``odds`` are the log-odds of its weakest part."""

    lefts: list[int]
    rights: list[int]
    odds: float


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of the evidence as seen from a whole on the other side."""

    parts: Sequence[Place]
    wholes: Sequence[Place]
    tie: Callable[[Place, Place], float]


class Groups:
    """The links of the final choice, grown into splits and mergers."""

    def __init__(
        self, evidence: Evidence, odds: Mapping[Pair, float], tie: Callable[[int, int], float], barred: frozenset[Pair]
    ) -> None:
        self.evidence, self.odds, self.barred = evidence, odds, barred
        self.least = log_odds(evidence.config.possible_below)
        self._apart = evidence.config.apart_penalty
        left, right = evidence.left.places, evidence.right.places
        self._merging = _Side(left, right, lambda part, whole: tie(part.area, whole.area))
        self._splitting = _Side(right, left, lambda part, whole: tie(whole.area, part.area))
        self._odds: dict[tuple[bool, int, int, tuple[int, ...]], float] = {}

    def grown(self, mates: Sequence[Pair], settled: tuple[frozenset[int], frozenset[int]]) -> list[Group]:
        """``mates`` chosen anew with room for second parts beside each whole, then grown part by part while parts are free."""
        if not self.evidence.config.split_weight:
            return [Group([i], [j], self.odds[i, j]) for i, j in mates]
        groups = self._with_second_parts(mates, settled)
        taken = (
            {i for group in groups for i in group.lefts} | settled[0],
            {j for group in groups for j in group.rights} | settled[1],
        )
        for group in groups:
            self._grow(group, taken)
        self._gather(groups, taken)
        return groups

    def _gather(self, groups: Sequence[Group], taken: tuple[set[int], set[int]]) -> None:
        """Parts that stand apart from the others of their whole: only where almost all of them stands in it."""
        at = ({i: group for group in groups for i in group.lefts}, {j: group for group in groups for j in group.rights})
        found: list[tuple[float, bool, int, int]] = []
        for i, j in self.odds:
            if i not in taken[0] and j in at[1] and len(at[1][j].rights) == 1:
                found.append((self._part(False, i, j, tuple(at[1][j].lefts)) - self._apart, False, i, j))
            if j not in taken[1] and i in at[0] and len(at[0][i].lefts) == 1:
                found.append((self._part(True, j, i, tuple(at[0][i].rights)) - self._apart, True, j, i))
        for odds, splitting, part, whole in sorted(found, key=lambda row: (-row[0], row[1:])):
            if odds > self.least and part not in taken[splitting]:
                group = at[0 if splitting else 1][whole]
                if self._join(group, None if splitting else part, part if splitting else None, odds):
                    taken[splitting].add(part)

    def _with_second_parts(self, mates: Sequence[Pair], settled: tuple[frozenset[int], frozenset[int]]) -> list[Group]:
        """A paragraph linked weakly elsewhere may rather be the second part of its neighbour's counterpart: choose all at once."""
        size = (len(self.evidence.left.places), len(self.evidence.right.places))
        weights = {pair: round(1000 * (odds - self.least)) for pair, odds in self.odds.items()}
        slots: dict[Pair, Pair] = {}
        for i, j in mates:
            for step in (-1, 1):
                place = 2 * j + (step > 0)
                if self._free(i + step, size[0], settled[0]):
                    self._offer(
                        weights, slots, (i + step, size[1] + place), (i, j), self._part(False, i + step, j, (i,))
                    )
                place = 2 * i + (step > 0)
                if self._free(j + step, size[1], settled[1]):
                    self._offer(
                        weights, slots, (size[0] + place, j + step), (i, j), self._part(True, j + step, i, (j,))
                    )
        chosen = choose(weights)
        groups = {pair: Group([pair[0]], [pair[1]], self.odds[pair]) for pair in chosen if pair in self.odds}
        for slot in chosen:
            group = groups.get(slots[slot]) if slot in slots else None
            if group:
                left, right = slot[0] if slot[0] < size[0] else None, slot[1] if slot[1] < size[1] else None
                self._join(group, left, right, weights[slot] / 1000 + self.least)
        return [groups[pair] for pair in sorted(groups)]

    @staticmethod
    def _free(rank: int, size: int, settled: frozenset[int]) -> bool:
        return 0 <= rank < size and rank not in settled

    def _offer(self, weights: dict[Pair, int], slots: dict[Pair, Pair], slot: Pair, link: Pair, odds: float) -> None:
        if odds > self.least:
            weights[slot], slots[slot] = round(1000 * (odds - self.least)), link

    @staticmethod
    def _join(group: Group, left: int | None, right: int | None, odds: float) -> bool:
        """Add a part, if the row stays one-to-many or many-to-one."""
        if (left is not None and len(group.rights) > 1) or (right is not None and len(group.lefts) > 1):
            return False
        if left is not None:
            group.lefts = sorted([*group.lefts, left])
        if right is not None:
            group.rights = sorted([*group.rights, right])
        group.odds = min(group.odds, odds)
        return True

    def _grow(self, group: Group, taken: tuple[set[int], set[int]]) -> None:
        while len(group.lefts) + len(group.rights) < LONGEST:
            found = max(self._next_parts(group, taken), default=None)
            if found is None or found[0] <= self.least:
                return
            odds, splitting, rank = found
            self._join(group, None if splitting else rank, rank if splitting else None, odds)
            taken[splitting].add(rank)

    def _next_parts(self, group: Group, taken: tuple[set[int], set[int]]) -> Iterable[tuple[float, bool, int]]:
        size = (len(self.evidence.left.places), len(self.evidence.right.places))
        if len(group.rights) == 1:
            for rank in (group.lefts[0] - 1, group.lefts[-1] + 1):
                if 0 <= rank < size[0] and rank not in taken[0]:
                    yield self._part(False, rank, group.rights[0], tuple(group.lefts)), False, rank
        if len(group.lefts) == 1:
            for rank in (group.rights[0] - 1, group.rights[-1] + 1):
                if 0 <= rank < size[1] and rank not in taken[1]:
                    yield self._part(True, rank, group.lefts[0], tuple(group.rights)), True, rank

    def _part(self, splitting: bool, part: int, whole: int, mains: tuple[int, ...]) -> float:
        """The log-odds that ``part`` belongs to ``whole`` beside ``mains``. ``splitting``: the whole is on the left."""
        key = (splitting, part, whole, mains)
        if key not in self._odds:
            pair = (whole, part) if splitting else (part, whole)
            side = self._splitting if splitting else self._merging
            self._odds[key] = (
                -9.0 if pair in self.barred else self._judge(side, side.parts[part], side.wholes[whole], mains)
            )
        return self._odds[key]

    def _judge(self, side: _Side, part: Place, whole: Place, mains: tuple[int, ...]) -> float:
        config = self.evidence.config
        others = [side.parts[rank] for rank in mains]
        if "front" in (part.id, whole.id) or not part.key:
            return -9.0
        if len(part.key) >= SHORTEST and part.key in whole.key and all(part.key not in other.key for other in others):
            return 4.0
        own = mass(part.terms, self.evidence.weight)
        shared = part.terms & whole.terms
        fresh = shared.difference(*(other.terms for other in others))
        if not own or not fresh or len(whole.key) < SHRINK * len(part.key):
            return -9.0
        odds = config.split_bias + config.split_weight * 3.5 * mass(fresh, self.evidence.weight) / own
        odds += config.split_weight * 3.0 * self._sentence(part, whole, others)
        return odds + self._function(part, whole, others) + 0.6 * side.tie(part, whole)

    def _sentence(self, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """How much better the part holds some sentence of the whole than the other parts do (0 to 1)."""
        alike = self.evidence.terms_alike
        best = 0.0
        for sentence in whole.sentences():
            here = max((alike(sentence, own) for own in part.sentences()), default=0.0)
            if here > max(best, 0.2):
                there = max((alike(sentence, own) for other in others for own in other.sentences()), default=0.0)
                best = max(best, here - there)
        return best

    def _function(self, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """A function of the whole that only this part has speaks for it; a strong one of its own that the whole lacks, against."""
        strength = self.evidence.left.strength
        shared = max((strength.get(role, 1) for role in part.roles & whole.roles), default=0)
        alone = part.roles & whole.roles - frozenset().union(*(other.roles for other in others))
        odds = 0.3 * shared + 0.45 * max((strength.get(role, 1) for role in alone), default=0)
        if not shared and max((strength.get(role, 1) for role in part.roles), default=0) >= 2 and whole.roles:
            odds -= 1.2
        return odds if self.evidence.config.role_weight else 0.0


def score(odds: float) -> float:
    """The confidence that stands on a row: 0 to 1, three places."""
    return round(likelihood(odds), 3)
