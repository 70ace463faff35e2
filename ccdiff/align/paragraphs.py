"""Which paragraphs correspond, one to one: text, function, section and neighbours put together, then chosen as a whole."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.evidence import SAME, Evidence
from ccdiff.align.features import Place
from ccdiff.align.sections import SectionScores, likelihood, log_odds
from ccdiff.text.similarity import pairs_ratio

ROUNDS = 2  # of looking at neighbours: a link found supports the links beside it
REACH = 3  # how far a neighbour may stand
SURE = 2.0  # log-odds of a link that may speak for others before sections and neighbours are known
SURE_LEAD = 0.45  # ... and so far ahead of the next best (log)


@dataclass(slots=True)
class Scored:
    """A candidate pair: the log-odds from its texts and functions, those in all, and what they rest on."""

    text: float
    total: float
    why: list[str] = field(default_factory=list)
    lead: float = 0.0


class ParagraphScores:
    """Scores of all candidate pairs, in rounds: first texts and functions, then sections, then neighbours."""

    def __init__(
        self, evidence: Evidence, barred: frozenset[Pair], settled: tuple[frozenset[int], frozenset[int]]
    ) -> None:
        self.evidence, self.config = evidence, evidence.config
        self.left, self.right = evidence.left.places, evidence.right.places
        pairs = [
            pair
            for pair in _with_same_function(evidence, evidence.candidates())
            if pair not in barred and pair[0] not in settled[0] and pair[1] not in settled[1]
        ]
        self.background = _background(evidence, pairs)
        self.scored = {pair: self._texts(pair) for pair in pairs}
        self._add_leads()

    def anchors(self) -> list[Pair]:
        """Links that are sure from their texts alone."""
        return choose(
            {pair: round(1000 * s.text) for pair, s in self.scored.items() if s.text > SURE and s.lead > SURE_LEAD}
        )

    def settle(self, ties: SectionTies, fixed: Sequence[Pair]) -> list[Pair]:
        """The final choice: every score with its sections and neighbours. ``fixed`` are links that a person settled."""
        base = {}
        for pair, scored in self.scored.items():
            tie = ties.of(self.left[pair[0]].area, self.right[pair[1]].area)
            base[pair] = scored.total = scored.text + self.config.section_weight * tie
        mates = self._choose()
        for _ in range(ROUNDS if self.config.neighbour_weight else 0):
            around = _Neighbours([*mates, *fixed], self.left, self.right)
            for pair, scored in self.scored.items():
                scored.total = base[pair] + self.config.neighbour_weight * around.support(pair)
            mates = self._choose()
        return mates

    def _choose(self) -> list[Pair]:
        least = log_odds(self.config.possible_below)
        return choose({pair: round(1000 * (s.total - least)) for pair, s in self.scored.items()})

    def _texts(self, pair: Pair) -> Scored:
        one, other = self.left[pair[0]], self.right[pair[1]]
        config = self.config
        like = self.evidence.of(*pair) if one.key != other.key else SAME
        odds = config.bias + config.text_weight * math.log((like.alike + 0.01) / self.background)
        odds += config.contained_weight * max(0.0, like.contained - like.alike - 0.1)
        odds -= config.length_weight * max(0.0, abs(math.log((len(one.key) + 20) / (len(other.key) + 20))) - 0.5)
        why = [f"text:{like.alike:.2f}"]
        same = 1.0 if one.key == other.key else pairs_ratio(one.key, other.key) if like.alike > 0.6 else 0.0
        if same == 1.0:
            odds, why = odds + config.exact_weight * min(1.0, 0.4 + len(one.key) / 40), ["exact"]
        elif same >= config.near:
            odds, why = odds + config.near_weight, [f"near:{same:.2f}"]
        role, told = _functions(one, other, self.evidence.left.strength)
        odds += config.role_weight * role if role > 0 else config.role_conflict * role
        return Scored(odds, odds, [*why, *([f"function:{told}"] if told and role > 0 else [])])

    def _add_leads(self) -> None:
        """How far each pair is ahead of the next best of either place, in log-odds; part of the score (margin_weight)."""
        best: dict[tuple[int, int], list[float]] = defaultdict(lambda: [-9.0, -9.0])
        for (i, j), scored in self.scored.items():
            for node in ((0, i), (1, j)):
                top = best[node]
                if scored.text > top[0]:
                    best[node] = [scored.text, top[0]]
                elif scored.text > top[1]:
                    top[1] = scored.text
        for (i, j), scored in self.scored.items():
            rivals = [top[1] if top[0] == scored.text else top[0] for top in (best[0, i], best[1, j])]
            scored.lead = scored.text - max(rivals)
        for scored in self.scored.values():
            scored.text += self.config.margin_weight * max(-1.0, min(1.0, scored.lead / 2))
            scored.total = scored.text


def _background(evidence: Evidence, pairs: Sequence[Pair]) -> float:
    """How alike unrelated paragraphs of this pair of reports are: the median over all candidates."""
    values = sorted(evidence.of(*pair).alike for pair in pairs)
    middle = values[len(values) // 2] if values else 0.0
    return max(0.04, min(0.12, middle)) + 0.01


def _functions(one: Place, other: Place, strength: dict[str, int]) -> tuple[float, str]:
    """How much the functions of two paragraphs say (strength shared, or -1 for strong ones at odds), and the one that does."""
    shared = sorted(one.roles & other.roles, key=lambda role: (-strength.get(role, 1), role))
    if shared:
        return float(strength.get(shared[0], 1)), shared[0]
    most = [max((strength.get(role, 1) for role in place.roles), default=0) for place in (one, other)]
    if min(most) >= 2:
        return -1.0, ""
    return (-0.5 if max(most) >= 3 else 0.0), ""


def _with_same_function(evidence: Evidence, pairs: list[Pair]) -> list[Pair]:
    """Also the pairs that share a strong function, whatever their words."""
    strength = evidence.left.strength
    found = dict.fromkeys(pairs)
    holders: dict[str, list[int]] = defaultdict(list)
    for place in evidence.right.places:
        for role in place.roles:
            if strength.get(role, 1) >= 2:
                holders[role].append(place.rank)
    for place in evidence.left.places:
        for role in sorted(place.roles):
            if len(holders[role]) <= evidence.config.candidates_each:
                found.update(dict.fromkeys((place.rank, j) for j in holders[role]))
    return sorted(found)


class SectionTies:
    """From -1 to 1: whether two sections correspond, or stand under ones that do."""

    def __init__(self, sections: SectionScores, chosen: Sequence[Pair]) -> None:
        self.left, self.right = sections.left, sections.right
        self.mate = dict(chosen)
        self.taken = {j: i for i, j in chosen}
        self.sure = {pair: likelihood(sections.log_odds.get(pair, 0.0)) for pair in chosen}
        self._known: dict[Pair, float] = {}

    def of(self, a: int, b: int) -> float:
        """The tie of left section ``a`` and right section ``b``."""
        if (a, b) not in self._known:
            self._known[a, b] = self._tie(a, b)
        return self._known[a, b]

    def _tie(self, a: int, b: int) -> float:
        if self.mate.get(a) == b:
            return self.sure[a, b]
        if self._kin(a, b):
            return 0.45
        elsewhere = (a in self.mate) + (b in self.taken)
        return (-0.35, -0.6, -1.0)[elsewhere]

    def _kin(self, a: int, b: int) -> bool:
        """Whether one stands under the counterpart of the other, or of its parent."""
        above, over = self.left[a].parent, self.right[b].parent
        if over is not None and self.mate.get(a) == over:
            return True
        if above is not None and self.mate.get(above) == b:
            return True
        return (
            above is not None
            and over is not None
            and self.mate.get(above) == over
            and not (a in self.mate or b in self.taken)
        )


class _Neighbours:
    """Whether the neighbours of two places correspond, given the links so far."""

    def __init__(self, links: Iterable[Pair], left: Sequence[Place], right: Sequence[Place]) -> None:
        forward = dict(links)
        backward = {j: i for i, j in forward.items()}
        self.forward = _nearest_linked(forward, len(left))
        self.backward = _nearest_linked(backward, len(right))

    def support(self, pair: Pair) -> float:
        """From about -0.5 (their neighbours correspond to places elsewhere) to 1 (to one another's)."""
        i, j = pair
        return (_side(self.forward, i, j) + _side(self.backward, j, i)) / 2


Linked = tuple[list[tuple[int, int] | None], list[tuple[int, int] | None]]


def _nearest_linked(mates: dict[int, int], size: int) -> Linked:
    """For every place the nearest linked place before it and after it, with its mate."""
    before: list[tuple[int, int] | None] = []
    last: tuple[int, int] | None = None
    for k in range(size):
        before.append(last)
        last = (k, mates[k]) if k in mates else last
    after: list[tuple[int, int] | None] = [None] * size
    last = None
    for k in range(size - 1, -1, -1):
        after[k] = last
        last = (k, mates[k]) if k in mates else last
    return before, after


def _side(linked: Linked, i: int, j: int) -> float:
    before, after = linked[0][i], linked[1][i]
    found = [_fit(i - before[0], j - before[1])] if before else []
    found += [_fit(after[0] - i, after[1] - j)] if after else []
    return sum(found) / len(found) if found else 0.0


def _fit(here: int, there: int) -> float:
    """How well a step of ``there`` in the one report answers a step of ``here`` in the other."""
    if here > REACH:
        return 0.3 if 0 < there <= 3 * here else -0.2
    if there <= 0:
        return -0.5
    return max(-0.3, 1.0 - 0.25 * abs(there - here))
