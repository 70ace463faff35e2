"""Which sections correspond: title, function, content, linked paragraphs and parents put together, then chosen as a whole."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.candidates import nearest, rare_terms, shared
from ccdiff.align.evidence import Evidence, area_terms
from ccdiff.align.features import Area
from ccdiff.align.settled import Settled
from ccdiff.align.titles import matters_apart, title_likeness, what_terms_say
from ccdiff.text.similarity import Terms, alike, mass, weights

BOTH = 0.4  # how far linked paragraphs are held against all of both sections, not of the lesser alone: a chapter is no counterpart of a part
ANOTHER = 6.0  # log-odds against titles that name two matters in one formula
ALL = 1600  # pairs of sections up to which all are looked at; beyond, only those of each with its nearest
EACH = 12  # sections of the other report that are looked at: those that share most ...
BESIDE = 3  # ... and so many on each side of the same place
EFFORT = 8  # times what is spent on a place, in finding them


def likelihood(log_odds: float) -> float:
    """0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(confidence: float) -> float:
    """The log-odds of a confidence between 0 and 1."""
    confidence = min(max(confidence, 1e-6), 1 - 1e-6)
    return math.log(confidence / (1 - confidence))


class SectionBasis:
    """What titles, functions and contents say of every two sections, in log-odds: the same whatever has been linked."""

    def __init__(self, evidence: Evidence, settled: Settled) -> None:
        self.evidence = evidence
        self.left, self.right = evidence.left.areas, evidence.right.areas
        self._says = what_terms_say([*self.left, *self.right])
        self.apart = matters_apart(self.left, self.right)
        terms = [[area_terms(side, area) for area in side.areas] for side in (evidence.left, evidence.right)]
        self.odds = {
            (i, j): self._alone(self.left[i], self.right[j])
            for i, j in self._candidates(terms[0], terms[1])
            if (self.left[i].level == 0) == (self.right[j].level == 0) and (i, j) not in settled.barred
        }
        self._add_content(terms[0], terms[1])
        self.free = [p for p in self.odds if p[0] not in settled.lefts and p[1] not in settled.rights]

    def _candidates(self, left: Sequence[Terms], right: Sequence[Terms]) -> Iterable[Pair]:
        """All pairs; of reports with very many sections those that share most of their rare terms, or stand at one place."""
        here, there = range(len(left)), range(len(right))
        if len(here) * len(there) <= ALL:
            return [(i, j) for i in here for j in there]
        one = [area.terms | found for area, found in zip(self.left, left, strict=True)]
        other = [area.terms | found for area, found in zip(self.right, right, strict=True)]
        counts, size = (Counter(chain.from_iterable(one)), Counter(chain.from_iterable(other))), len(here) + len(there)
        rare = rare_terms(*counts, EFFORT * self.evidence.config.candidate_effort * size)
        pairs = nearest(*shared(one, other, rare, weights(counts, size)), EACH)
        pairs.update((i, j) for i in here for j in _beside(i * len(there) // len(here), there))
        pairs.update((i, j) for j in there for i in _beside(j * len(here) // len(there), here))
        return sorted(pairs)

    def _alone(self, a: Area, b: Area) -> float:
        """What title, function, level and place say of two sections."""
        config = self.evidence.config
        if a.level == 0:
            return 6.0
        odds = config.section_bias + config.title_weight * title_likeness(a, b, self._says)
        odds += config.title_role_weight * self._function(a, b) - ANOTHER * ((a.rank, b.rank) in self.apart)
        return odds - 0.6 * abs(a.rank / len(self.left) - b.rank / len(self.right))

    def _function(self, a: Area, b: Area) -> float:
        """Up to 1.5, where their titles name the same function; half as much where their contents show the same."""
        strength = self.evidence.left.strength
        if a.role and a.role == b.role:
            return strength.get(a.role, 1) / 2
        shown = (a.content | {a.role}) & (b.content | {b.role}) - {""}
        if shown:
            return 0.25 * max(strength.get(role, 1) for role in shown)
        return 0.0

    def _add_content(self, left: Sequence[Terms], right: Sequence[Terms]) -> None:
        """How alike the sections' terms are, and how far ahead of the next best that is."""
        weight = self.evidence.weight
        masses = [mass(found, weight) for found in left], [mass(found, weight) for found in right]
        both = self.evidence.left.counts.keys() & self.evidence.right.counts.keys()
        left, right = [found & both for found in left], [found & both for found in right]
        found = {(i, j): alike(mass(left[i] & right[j], weight), masses[0][i], masses[1][j]) for i, j in self.odds}
        most_left, most_right = _most(found, 0), _most(found, 1)
        for (i, j), value in found.items():
            best = max(most_left[i], most_right[j])
            lead = value / best if best else 0.0
            self.odds[i, j] += self.evidence.config.content_weight * (0.5 * value + 0.5 * lead * min(1.0, value / 0.2))


class SectionScores:
    """The log-odds that two sections correspond, given the paragraphs linked so far."""

    def __init__(self, basis: SectionBasis, anchors: Iterable[Pair]) -> None:
        self.basis, self.config = basis, basis.evidence.config
        self.left, self.right = basis.left, basis.right
        self._own = dict(basis.odds)
        self._add_anchors(anchors)
        self.log_odds = self._with_parents()

    def chosen(self) -> list[Pair]:
        """The one-to-one choice with the greatest total of log-odds; pairs more likely wrong than right are left out."""
        return choose({pair: round(1000 * self.log_odds[pair]) for pair in self.basis.free})

    def _add_anchors(self, anchors: Iterable[Pair]) -> None:
        """How many of their paragraphs are linked to one another."""
        left, right = _chains(self.left), _chains(self.right)
        links: Counter[Pair] = Counter()
        places, others = self.basis.evidence.left.places, self.basis.evidence.right.places
        for i, j in anchors:
            links.update((a, b) for a in left[places[i].area] for b in right[others[j].area])
        for (a, b), count in links.items():
            if (a, b) in self._own:
                sizes = len(self.left[a].within), len(self.right[b].within)
                share = (1 - BOTH) * count / min(sizes) + BOTH * count / max(sizes)
                self._own[a, b] += self.config.anchor_weight * share

    def _with_parents(self) -> dict[Pair, float]:
        return {
            pair: own + self.config.parent_weight * self._parents(pair, self._own) for pair, own in self._own.items()
        }

    def _parents(self, pair: Pair, odds: dict[Pair, float]) -> float:
        """From -1 (their parents do not correspond) to 1; two chapters without parents count as half."""
        above = self.left[pair[0]].parent, self.right[pair[1]].parent
        if above[0] is None or above[1] is None:
            return 0.5 if above[0] is above[1] else -0.25
        return 2 * likelihood(odds.get((above[0], above[1]), -5.0)) - 1


def _beside(at: int, places: range) -> range:
    """The places next to one."""
    return places[max(0, at - BESIDE) : at + BESIDE + 1]


def _most(found: dict[Pair, float], side: int) -> dict[int, float]:
    most: dict[int, float] = {}
    for pair, value in found.items():
        most[pair[side]] = max(value, most.get(pair[side], 0.0))
    return most


def _chains(areas: Sequence[Area]) -> list[list[int]]:
    """For every section: itself, its parent, its parent's parent ..."""
    chains: list[list[int]] = []
    for area in areas:
        chains.append([area.rank, *(chains[area.parent] if area.parent is not None else [])])
    return chains
