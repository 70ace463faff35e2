"""Splits and mergers: one paragraph whose sentences went to several neighbours, or several that became one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.evidence import Evidence
from ccdiff.align.parts import NEVER, Parts
from ccdiff.align.sections import likelihood
from ccdiff.align.tellings import Tellings
from ccdiff.model.record import draft

LONGEST = 40  # parts of one whole
NEARLY, MORE = (
    -0.6,
    0.5,
)  # log-odds of a pair from which it would nearly be a link, and what that adds to a part (UNDOF: 24 and 25 with 21)
SOME = 0.2  # ... where so much is alike (xueye: 3(e) with 14(c), 0.22; CTOC/8th, 2 with 1, 0.09)
LINK = 2.0  # ... from which it would be one for itself: such a part may stand apart (harben: 3(f) with 13(a) and 13(f))
LIKELY = (
    -1.0
)  # ... from which a sentence may show a part that stands apart (weee: 18 with 13, -0.3; strangers below -2.3)
APART_TOLD = 2.2  # log-odds that such a part must exceed (weee: 18 with 13, 2.4; dust: 23 with 20, 3.0)
FIRM = 4.5  # log-odds of a link from which its places are not asked whether they are parts of another
TURNS = 3

Taken = tuple[set[int], set[int]]
Found = tuple[float, bool, tuple[int, ...]]


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

    def add(self, splitting: bool, ranks: Sequence[int], odds: float) -> None:
        """Add parts on the right (``splitting``) or on the left."""
        if splitting:
            self.rights = sorted({*self.rights, *ranks})
        else:
            self.lefts = sorted({*self.lefts, *ranks})
        self.odds = min(self.odds, odds)


class Groups:
    """The links of the final choice, grown into splits and mergers."""

    def __init__(
        self,
        evidence: Evidence,
        tellings: Tellings,
        odds: Mapping[Pair, float],
        tie: Callable[[int, int], float],
        barred: frozenset[Pair],
        settled: tuple[frozenset[int], frozenset[int]],
    ) -> None:
        self.evidence, self.config, self.odds, self.settled = evidence, evidence.config, odds, settled
        self.size = len(evidence.left.places), len(evidence.right.places)
        self.judge = Parts(evidence, tellings, tie, barred)
        self.least = self.judge.least

    def grown(self, mates: Sequence[Pair]) -> list[Group]:
        """``mates`` chosen anew with room for second parts beside each whole, then grown part by part while parts are free."""
        if not self.config.split_weight:
            return [Group([i], [j], self.odds[i, j]) for i, j in mates]
        groups = self._with_second_parts(mates)
        taken = (
            {i for group in groups for i in group.lefts} | self.settled[0],
            {j for group in groups for j in group.rights} | self.settled[1],
        )
        for group in groups:
            self._grow(group, taken)
        self._gather(groups, taken)
        return groups

    def _with_second_parts(self, mates: Sequence[Pair]) -> list[Group]:
        """A paragraph linked weakly elsewhere may rather be the second part of its neighbour's counterpart: choose all at once."""
        weights = {pair: self._weight(odds) for pair, odds in self.odds.items() if odds > self.least}
        slots = self._slots(mates)
        chosen: list[Pair] = []
        for _ in range(TURNS):  # a place beside a link that is not chosen is no place
            chosen = choose({**weights, **{slot: self._weight(odds) for slot, (_, _, odds) in slots.items()}})
            lost = [slot for slot in chosen if slot in slots and slots[slot][0] not in chosen]
            if not lost:
                break
            slots = {slot: found for slot, found in slots.items() if slot not in lost}
        groups = {pair: Group([pair[0]], [pair[1]], self.odds[pair]) for pair in chosen if pair in weights}
        for slot in sorted((slot for slot in chosen if slot in slots), key=lambda slot: (-slots[slot][2], slot)):
            link, splitting, odds = slots[slot]  # the likeliest first: a link with parts on both sides is none
            if link in groups and groups[link].whole(splitting) is not None:
                groups[link].add(splitting, [slot[splitting]], odds)
        return [groups[pair] for pair in sorted(groups)]

    def _weight(self, odds: float) -> int:
        return round(1000 * (odds - self.least))

    def _slots(self, mates: Sequence[Pair]) -> dict[Pair, tuple[Pair, bool, float]]:
        """For every link the places beside it that could be second parts; a slot is a place that stands behind the last of a side."""
        firm = ({i for i, j in mates if self.odds[i, j] > FIRM}, {j for i, j in mates if self.odds[i, j] > FIRM})
        slots: dict[Pair, tuple[Pair, bool, float]] = {}
        for link in mates:
            for splitting in (False, True):
                main, whole = link[splitting], link[not splitting]
                for step in (-1, 1):
                    rank = main + step
                    if self._free(splitting, rank, self.settled) and rank not in firm[splitting]:
                        odds = self._odds(splitting, rank, whole, (main,))
                        slot = self.size[not splitting] + 2 * whole + (step > 0)
                        if odds > self.least:
                            slots[(slot, rank) if splitting else (rank, slot)] = (link, splitting, odds)
        return slots

    def _free(
        self, splitting: bool, rank: int, taken: tuple[set[int], set[int]] | tuple[frozenset[int], frozenset[int]]
    ) -> bool:
        return 0 <= rank < self.size[splitting] and rank not in taken[splitting]

    def _grow(self, group: Group, taken: Taken) -> None:
        while len(group.lefts) + len(group.rights) < LONGEST:
            found = max(self._next_parts(group, taken), default=None)
            if found is None or found[0] <= self.least:
                return
            odds, splitting, ranks = found
            group.add(splitting, ranks, odds)
            taken[splitting].update(ranks)

    def _next_parts(self, group: Group, taken: Taken) -> Iterable[Found]:
        """The places right before and behind the parts, alone or with the whole list in which they stand."""
        for splitting in (False, True):
            whole, parts = group.whole(splitting), group.parts(splitting)
            if whole is None:
                continue
            for rank in (parts[0] - 1, parts[-1] + 1):
                if self._free(splitting, rank, taken):
                    yield self._odds(splitting, rank, whole, tuple(parts)), splitting, (rank,)
            if not self.judge.is_list(splitting, whole):
                yield from self._lists(splitting, whole, parts, taken)

    def _lists(self, splitting: bool, whole: int, parts: Sequence[int], taken: Taken) -> Iterable[Found]:
        """The lists in which the parts or their neighbours stand, as far as all of each is free (9th/2023: 39 and 45 with 45(a)-(e))."""
        seen = {}
        for rank in (parts[0] - 1, *parts, parts[-1] + 1):
            if 0 <= rank < self.size[splitting]:
                ranks = self.judge.list_of(splitting, rank)
                seen[ranks] = [other for other in ranks if other not in parts]
        for ranks, fresh in seen.items():
            if fresh and len(ranks) > 1 and all(self._free(splitting, other, taken) for other in fresh):
                yield self.judge.odds(splitting, ranks, whole, tuple(parts)), splitting, tuple(fresh)

    def _odds(self, splitting: bool, rank: int, whole: int, mains: tuple[int, ...]) -> float:
        """The log-odds that a place is a part beside others: more where it would nearly be a counterpart for itself."""
        pair = (whole, rank) if splitting else (rank, whole)
        odds = self.judge.odds(splitting, (rank,), whole, mains)
        nearly = self.odds.get(pair, NEVER) > NEARLY and self.evidence.of(*pair).alike >= SOME
        return odds + self.config.split_weight * MORE if nearly else odds

    def _held(self, pair: Pair) -> bool:
        """Whether most of the shorter text stands in the other: nothing less makes a part that stands apart."""
        return self.evidence.of(*pair).contained >= 0.5

    def _gather(self, groups: Sequence[Group], taken: Taken) -> None:
        """Parts that stand apart from the others of their whole: only where almost all of them stands in it."""
        at = ({j: group for group in groups for j in group.rights}, {i: group for group in groups for i in group.lefts})
        found: list[tuple[float, bool, int, int]] = []
        for pair, odds in self.odds.items():
            for splitting in (False, True):
                part, whole = pair[splitting], pair[not splitting]
                group = at[splitting].get(whole)
                if part not in taken[splitting] and group and group.whole(splitting) is not None:
                    found.append((self._apart(pair, odds, splitting, group), splitting, part, whole))
        for odds, splitting, part, whole in sorted(found, key=lambda row: (-row[0], row[1:])):
            group = at[splitting][whole]
            if odds > self.least and part not in taken[splitting] and group.whole(splitting) is not None:
                group.add(splitting, [part], odds)
                taken[splitting].add(part)

    def _apart(self, pair: Pair, odds: float, splitting: bool, group: Group) -> float:
        """The log-odds that a place is a part that stands apart: most of it stands in the whole, or a sentence of the whole tells it."""
        part, whole = pair[splitting], pair[not splitting]
        if self._held(pair):
            told = self.judge.odds(splitting, (part,), whole, tuple(group.parts(splitting)))
            return told if odds > LINK else told - self.config.apart_penalty
        if odds > LIKELY and self.judge.tellings.odds(0, *pair):
            return self.judge.odds(splitting, (part,), whole, tuple(group.parts(splitting))) - APART_TOLD
        return NEVER


def score(odds: float) -> float:
    """The confidence that stands on a row: 0 to 1, three places."""
    return round(likelihood(odds), 3)
