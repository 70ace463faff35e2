"""Which paragraphs correspond, one to one: text, function, section and neighbours put together, then chosen as a whole."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import field
from functools import cached_property
from itertools import product

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.context import Neighbours, SectionTies, leads
from ccdiff.align.evidence import SAME, Evidence, Likeness
from ccdiff.align.features import Place
from ccdiff.align.kinds import STRONG, Functions, Stock
from ccdiff.align.overlap import log_ratios
from ccdiff.align.sections import likelihood, log_odds
from ccdiff.model.record import draft

AROUND = 150  # places before and behind the same place of the other report, looked at where few terms are shared
AHEAD, BEHIND = 2.0, -3.0  # log-odds before and behind the next best from which more says nothing
ROUNDS = 2  # of looking at neighbours and rivals: a link found supports the links beside it
FRONT = 6.0  # log-odds of two fronts; there is one of each
ASTRAY = -9.0  # the tie of short lines that recur, in sections that do not correspond
SURE = 1.0  # log-odds of a link that may speak for others before sections and neighbours are known
FEWER = {0: 2.0, 1: 1.6, 2: 0.5}  # against a pair without a strong shared function, by how many rare things it shares
ENOUGH, HALF = 0.4, 0.2  # ... less where more is alike, none from 0.4 on
CLEAR, FIRM = 2.0, 2.0  # log-odds of texts from which a matter is as likely linked as not, and how fast it becomes sure
KIN = 0.08  # share of the matters that are so linked where reports have to do with one another (0.08 to 0.9, else 0 to 0.06)
STRANGE = 0.03  # added on both sides, so that a little more or less says little
STRANGERS = 10.0  # log-odds against two that share a speaker's formula and what he does, and nothing of which he speaks
TOLD_ALIKE = 0.55  # share of such words of the one that the other has, from which they are told alike: icp-17, 7 and cofi-33, 4 have half
MOST_ALIKE = 0.42  # likeness above which more is shared; strangers in one formula have 0.06 to 0.39, vaxpool-7, Decisions 7 and 8, 0.44
LEAST_OWN = 0.12  # likeness of all other words, by characters or how they begin, up to which nothing is shared
LEAST_REST = 2  # terms that each has for itself (calibrating hydrophones)
FEW = 3  # rare things that both have: what they do, and a rare word of the formula (team, importance)


@draft
class Scored:
    """A candidate pair: the log-odds from its texts and functions, those in all, and what they rest on."""

    text: float
    total: float
    why: list[str] = field(default_factory=list)
    function: str = ""


class ParagraphScores:
    """Scores of all candidate pairs, in rounds: first texts and functions, then sections, then neighbours and rivals."""

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
        self.functions = Functions(evidence.left, evidence.right)
        self.stock = Stock(self.left, self.right, evidence.left.strength)
        self.background = _background(evidence, pairs)
        self.beyond = _beyond_words(evidence, pairs)
        self.hopeless = self._hopeless()
        self.scored = {pair: self._texts(pair) for pair in pairs}
        self.hopeful = {pair: scored for pair, scored in self.scored.items() if scored.text > self.hopeless}
        self.recurring = self._recurring()
        # pairs that no section ties: of a stock function, of a line that recurs, of two dockets
        self.elsewhere: set[Pair] = set()

    def fill(self, lonely: tuple[Sequence[int], Sequence[int]], barred: frozenset[Pair]) -> None:
        """Score more pairs of the places that found no counterpart and few candidates: the nearest of the other report."""
        shown = self.config.candidates_shown
        held = Counter(i for i, _ in self.scored), Counter(j for _, j in self.scored)
        sizes = len(self.left), len(self.right)
        for side in (0, 1):
            for rank in lonely[side]:
                if held[side][rank] < shown:
                    middle = rank * sizes[1 - side] // sizes[side]
                    others = range(max(0, middle - AROUND), min(sizes[1 - side], middle + AROUND))
                    pairs = [(rank, other) if side == 0 else (other, rank) for other in others]
                    pairs.sort(key=lambda pair: (-self.evidence.of(*pair).alike, pair))
                    fresh = [pair for pair in pairs if pair not in self.scored and pair not in barred][:shown]
                    self.scored.update((pair, self._texts(pair)) for pair in fresh)

    def telling(self, links: Sequence[Pair]) -> list[Pair]:
        """The links that say something of their sections: a stock paragraph, or a line that recurs, is linked because its section is."""
        return [pair for pair in links if not self._stock(pair) and pair not in self.recurring]

    def _stock(self, pair: Pair) -> bool:
        scored = self.scored.get(pair)
        areas = self.left[pair[0]].area, self.right[pair[1]].area
        return bool(scored and scored.function and self.stock.holds(scored.function, areas))

    def _recurring(self) -> set[Pair]:
        """The pairs of one short line that stands several times in a report."""
        lines = self.evidence.lines
        return {(i, j) for i, j in self.hopeful if self.left[i].key in lines and self.left[i].key == self.right[j].key}

    def _hopeless(self) -> float:
        """Log-odds from texts and functions below which hardly anything around a pair could make it likely."""
        config = self.config
        return log_odds(config.possible_below) - config.section_weight - config.neighbour_weight - config.margin_weight

    def anchors(self) -> list[Pair]:
        """Links that are sure from their texts alone."""
        return choose({pair: round(1000 * scored.text) for pair, scored in self.hopeful.items() if scored.text > SURE})

    def settle(self, ties: SectionTies, fixed: Sequence[Pair]) -> list[Pair]:
        """The final choice: every score with its sections, neighbours and rivals. ``fixed`` are links that a person settled."""
        config = self.config
        base = {}
        areas = self.evidence.left.areas, self.evidence.right.areas
        self.elsewhere = {pair for a, b in ties.apart for pair in product(areas[0][a].places, areas[1][b].places)}
        for pair, scored in self.hopeful.items():
            a, b = self.left[pair[0]].area, self.right[pair[1]].area
            astray = pair in self.recurring and ties.mate.get(a) != b
            base[pair] = scored.text + config.section_weight * (ASTRAY if astray else ties.of(a, b))
            if not self._formal(pair):
                base[pair] += self._kinship
            said = self.stock.odds(scored.function, pair, ties) if scored.function and config.section_weight else 0.0
            base[pair] += said
            if astray or said < 0:
                self.elsewhere.add(pair)
        mates: list[Pair] = []
        for turn in range(ROUNDS):
            values = base
            if turn and config.neighbour_weight:
                around = Neighbours([*mates, *fixed], self.left, self.right)
                values = {pair: odds + config.neighbour_weight * around.support(pair) for pair, odds in base.items()}
            ahead = leads(values)
            for pair, scored in self.hopeful.items():
                scored.total = values[pair] + config.margin_weight / 2 * max(BEHIND, min(AHEAD, ahead[pair]))
            mates = self._choose()
        return mates

    @cached_property
    def _kinship(self) -> float:
        """Log-odds against pairs of reports that have little to do with one another: where few links are sure, few are to be found.

        What counts are matters: the arrangements of any two meetings are told alike.
        """
        values = {pair: scored.text for pair, scored in self.hopeful.items()}
        ahead = leads(values)
        likely = [likelihood(FIRM * (values[p] - CLEAR)) for p in values if ahead[p] > 0 and not self._formal(p)]
        matters = min(sum(not self._arranges(place) for place in side) for side in (self.left, self.right))
        share = math.fsum(likely) / max(1, matters)
        return self.config.kinship_weight * min(0.0, math.log((share + STRANGE) / (KIN + STRANGE)))

    def _formal(self, pair: Pair) -> bool:
        """Whether a strong function links two places, whatever their matter."""
        return self.left[pair[0]].front or self._strength(self.scored[pair].function) >= STRONG

    def _arranges(self, place: Place) -> bool:
        return place.front or any(self._strength(role) >= STRONG for role in place.roles)

    def _strength(self, function: str) -> int:
        return self.evidence.left.strength.get(function, 1) if function else 0

    def _choose(self) -> list[Pair]:
        least = log_odds(self.config.possible_below)
        return choose({pair: round(1000 * (s.total - least)) for pair, s in self.hopeful.items()})

    def likely(self) -> dict[Pair, float]:
        """The log-odds of the pairs that could be links."""
        return {pair: scored.total for pair, scored in self.hopeful.items()}

    def _texts(self, pair: Pair) -> Scored:
        one, other = self.left[pair[0]], self.right[pair[1]]
        config = self.config
        like = self._likeness(pair, one, other)
        odds = (
            config.bias
            + config.text_weight * math.log((like.alike + 0.01) / self.background)
            + self.beyond.get(pair, 0.0)
        )
        odds += config.contained_weight * max(0.0, like.contained - like.alike - 0.1)
        phrases = self.evidence.phrases(*pair)
        little = odds <= self.hopeless and not (phrases or one.front or other.front)
        if little and one.roles.isdisjoint(other.roles):
            return Scored(odds, odds)  # nothing else could speak for it
        why = ["exact" if one.key == other.key else f"text:{like.alike:.2f}"]
        if phrases:
            odds += config.phrase_weight * math.log2(1 + phrases)
        if one.front or other.front:
            odds, why = odds + FRONT if one.front and other.front else odds - FRONT, [*why, "function:front"]
        functions, told, voices = self.functions.of(one, other)
        odds += config.role_weight * functions if functions > 0 else config.role_conflict * functions
        odds -= config.voice_weight * voices
        alone = self._strength(told) < STRONG
        if alone and odds > self.hopeless and like.alike <= MOST_ALIKE and self._in_one_formula(pair, one, other):
            odds -= STRANGERS
        if like.alike < ENOUGH and alone and not one.front and odds > self.hopeless:
            things = self.evidence.variety(*pair) - bool(told)  # one of them is the function's own word (请秘书处编写)
            odds -= FEWER.get(max(0, things), 0.0) * max(0.0, min(1.0, (ENOUGH - like.alike) / HALF))
        return Scored(odds, odds, [*why, *([f"function:{told}"] if told else [])], told)

    def _in_one_formula(self, pair: Pair, one: Place, other: Place) -> bool:
        """Whether two places are told in the same words of reporting and speak of nothing in common: one speaker described …

        Where those words differ, too, another hand may tell the same in its own.
        """
        if one.front or one.items or other.items:
            return False
        if min(len(one.terms), len(other.terms)) < len(one.terms & other.terms) + LEAST_REST:
            return False
        if self.evidence.frames(*pair) < TOLD_ALIKE or self.evidence.variety(*pair) > FEW:
            return False
        return self.evidence.matters(*pair) <= LEAST_OWN

    def _likeness(self, pair: Pair, one: Place, other: Place) -> Likeness:
        """Of the texts; where one is the head of a list, with the whole list if that is more alike: heads say little themselves."""
        if one.key == other.key:
            return SAME
        like = self.evidence.of(*pair)
        if not one.items and not other.items:
            return like
        return max(like, self.evidence.as_list(*pair), key=lambda found: found.alike)


def _background(evidence: Evidence, pairs: Sequence[Pair]) -> float:
    """How alike unrelated paragraphs of this pair of reports are: the median over all candidates."""
    values = sorted([evidence.of(i, j).alike for i, j in pairs])
    middle = values[len(values) // 2] if values else 0.0
    return max(0.04, min(0.12, middle)) + 0.01


def _beyond_words(evidence: Evidence, pairs: Sequence[Pair]) -> dict[Pair, float]:
    """Log-odds from what texts share in other words: single Han characters, or senses and beginnings of Latin words."""
    config = evidence.config
    found: dict[Pair, float] = dict.fromkeys(pairs, 0.0)
    for weight, overlap in (
        (config.sense_weight, evidence.senses),
        (config.character_weight if evidence.han else config.root_weight, evidence.characters),
    ):
        if weight:
            for pair, value in log_ratios(overlap, pairs).items():
                found[pair] += weight * value
    return found


def _with_same_function(evidence: Evidence, pairs: list[Pair]) -> list[Pair]:
    """Also the fronts, and the pairs that share a strong function, whatever their words."""
    strength = evidence.left.strength
    found = dict.fromkeys(pairs)
    found.update(
        {(i.rank, j.rank): None for i in evidence.left.places if i.front for j in evidence.right.places if j.front}
    )
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
