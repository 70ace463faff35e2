"""Splits and mergers: one paragraph whose sentences went to several neighbours, or several that became one."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.evidence import Evidence
from ccdiff.align.parts import Parts
from ccdiff.align.sections import likelihood, log_odds
from ccdiff.align.tellings import Tellings
from ccdiff.model.record import draft

FIRM = 4.5  # log-odds of a link whose places are not asked whether they are parts of another: spares 5,000 calls of a pair and costs one link of 3,200

Taken = tuple[set[int], set[int]]


@draft
class Group:
    """A link of ranks, one-to-many or many-to-one after growing; ``odds`` are the log-odds of its weakest part."""

    lefts: list[int]
    rights: list[int]
    odds: float

    def whole(self, splitting: bool) -> int | None:
        """The one place of which parts could be added on the right (``splitting``) or on the left."""
        side = self.lefts if splitting else self.rights
        return side[0] if len(side) == 1 else None

    def parts(self, splitting: bool) -> list[int]:
        """The places on the side of the parts."""
        return self.rights if splitting else self.lefts

    def add(self, splitting: bool, rank: int, odds: float) -> None:
        """Add a part on the right (``splitting``) or on the left."""
        insort(self.parts(splitting), rank)
        self.odds = min(self.odds, odds)


class Groups:
    """The links of the final choice, grown into splits and mergers."""

    def __init__(
        self,
        evidence: Evidence,
        tellings: Tellings,
        odds: Mapping[Pair, float],
        barred: frozenset[Pair],
        settled: tuple[frozenset[int], frozenset[int]],
    ) -> None:
        self.evidence, self.config, self.odds, self.settled = evidence, evidence.config, odds, settled
        self.size = len(evidence.left.places), len(evidence.right.places)
        self.judge = Parts(evidence, tellings, odds, barred)
        self.least = log_odds(self.config.possible_below)

    def grown(self, mates: Sequence[Pair]) -> list[Group]:
        """``mates`` chosen anew with room for second parts beside each whole, then grown part by part while parts are free."""
        if not self.config.split_weight:
            return [Group([i], [j], self.odds[i, j]) for i, j in mates]
        groups = self._with_second_parts(mates)
        taken = (
            {i for group in groups for i in group.lefts} | self.settled[0],
            {j for group in groups for j in group.rights} | self.settled[1],
        )
        while self._gather(groups, taken):
            pass
        return groups

    def _with_second_parts(self, mates: Sequence[Pair]) -> list[Group]:
        """A paragraph linked weakly elsewhere may rather be the second part of its neighbour's counterpart: choose all at once."""
        weights = {pair: self._weight(odds) for pair, odds in self.odds.items() if odds > self.least}
        slots = self._slots(mates)
        chosen = choose({**weights, **{slot: self._weight(odds) for slot, (_, _, odds) in slots.items()}})
        groups = {pair: Group([pair[0]], [pair[1]], self.odds[pair]) for pair in chosen if pair in weights}
        for slot in sorted((slot for slot in chosen if slot in slots), key=lambda slot: (-slots[slot][2], slot)):
            link, splitting, odds = slots[slot]  # the likeliest first: a link with parts on both sides is none
            if link in groups and groups[link].whole(splitting) is not None:
                groups[link].add(splitting, slot[splitting], odds)
        return [groups[pair] for pair in sorted(groups)]

    def _weight(self, odds: float) -> int:
        return round(1000 * (odds - self.least))

    def _slots(self, mates: Sequence[Pair]) -> dict[Pair, tuple[Pair, bool, float]]:
        """For every link the places beside it that could be second parts; a slot is a place that stands behind the last of a side."""
        firm = [pair for pair in mates if self.odds[pair] > FIRM]
        taken = {i for i, _ in firm} | self.settled[0], {j for _, j in firm} | self.settled[1]
        slots: dict[Pair, tuple[Pair, bool, float]] = {}
        for link in mates:
            for splitting in (False, True):
                main, whole = link[splitting], link[not splitting]
                for step in (-1, 1):
                    rank = main + step
                    if 0 <= rank < self.size[splitting] and rank not in taken[splitting]:
                        odds = self.judge.odds(splitting, rank, whole, (main,))
                        slot = self.size[not splitting] + 2 * whole + (step > 0)
                        if odds > self.least:
                            slots[(slot, rank) if splitting else (rank, slot)] = (link, splitting, odds)
        return slots

    def _gather(self, groups: Sequence[Group], taken: Taken) -> int:
        """Parts that stand apart from the others of their whole, the likeliest first; how many: one found may speak for those beside it."""
        at = ({j: group for group in groups for j in group.rights}, {i: group for group in groups for i in group.lefts})
        found: list[tuple[float, bool, int, int]] = []
        for pair in self.odds:
            for splitting in (False, True):
                part, whole = pair[splitting], pair[not splitting]
                group = at[splitting].get(whole)
                if part not in taken[splitting] and group and group.whole(splitting) is not None:
                    odds = self.judge.odds(splitting, part, whole, group.parts(splitting))
                    found.append((odds, splitting, part, whole))
        added = 0
        for odds, splitting, part, whole in sorted(found, key=lambda row: (-row[0], row[1:])):
            group = at[splitting][whole]
            if odds > self.least and part not in taken[splitting] and group.whole(splitting) is not None:
                group.add(splitting, part, odds)
                taken[splitting].add(part)
                added += 1
        return added


def score(odds: float) -> float:
    """The confidence that stands on a row: 0 to 1, three places."""
    return round(likelihood(odds), 3)
