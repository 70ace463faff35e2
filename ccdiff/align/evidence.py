"""The textual evidence for a pair of reports: weights of terms over both, candidate pairs, and how alike their texts are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ccdiff.align.assignment import Pair
from ccdiff.align.features import FORMULA, Area, Features
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.text.similarity import Terms, alike, contained, mass, weights

UNIT_PHRASE = 12
RARE = {
    2: 12,
    3: 6,
    4: 4,
}  # twelfths of a phrase, by the number of places that have it: whole numbers add up alike in any order
MANY = 16  # equal paragraphs beyond which only those at the same count are candidates


@dataclass(frozen=True, slots=True)
class Likeness:
    """``alike``: shared mass against both texts; ``contained``: against the lesser; ``shared``: the shared mass itself."""

    alike: float
    contained: float
    shared: int


SAME = Likeness(1.0, 1.0, 0)  # equal texts, also those without any term


class Evidence:
    """Two reports' features, and what can be said of any two of their places. ``left`` and ``right`` are in canonical order."""

    def __init__(self, left: Features, right: Features, config: AlignThresholds) -> None:
        self.left, self.right, self.config = left, right, config
        self.weight = _weights(left, right, config.formula_weight)
        self.left_mass = [mass(place.terms, self.weight) for place in left.places]
        self.right_mass = [mass(place.terms, self.weight) for place in right.places]
        self._known: dict[Pair, Likeness] = {}
        self._phrases = Counter(chain.from_iterable(place.phrases for side in (left, right) for place in side.places))

    def of(self, i: int, j: int) -> Likeness:
        """How alike the texts of left place ``i`` and right place ``j`` are."""
        found = self._known.get((i, j))
        if found is None:
            shared = mass(self.left.places[i].terms & self.right.places[j].terms, self.weight)
            one, other = self.left_mass[i], self.right_mass[j]
            found = Likeness(alike(shared, one, other), contained(shared, one, other), shared)
            self._known[i, j] = found
        return found

    def phrases(self, i: int, j: int) -> float:
        """How much two places share of what few others have: 1 for each phrase that stands in them alone, less for others."""
        count = self._phrases
        shared = self.left.places[i].phrases & self.right.places[j].phrases
        return sum(RARE.get(count[phrase], 0) for phrase in shared) / UNIT_PHRASE

    def as_list(self, i: int, j: int) -> Likeness:
        """How alike two places are when the one that is the head of a list is taken with its items."""
        one, other = self.left.places[i], self.right.places[j]
        left = one.terms.union(*(self.left.places[rank].terms for rank in one.items))
        right = other.terms.union(*(self.right.places[rank].terms for rank in other.items))
        shared = mass(left & right, self.weight)
        masses = mass(left, self.weight), mass(right, self.weight)
        return Likeness(alike(shared, *masses), contained(shared, *masses), shared)

    def terms_alike(self, one: Terms, other: Terms) -> float:
        """How alike two sets of terms are under the weights of this pair (areas, sentences)."""
        return alike(mass(one & other, self.weight), mass(one, self.weight), mass(other, self.weight))

    def candidates(self) -> list[Pair]:
        """The pairs worth looking at, sorted: for every place the few of the other report that share most of its rare terms."""
        keep = self.config.candidates_each
        pairs: set[Pair] = set()
        pairs.update((i, j) for i, best in enumerate(self._nearest(self.left, self.right, keep)) for j in best)
        pairs.update((i, j) for j, best in enumerate(self._nearest(self.right, self.left, keep)) for i in best)
        pairs.update(self._equal())
        return sorted(pairs)

    def _equal(self) -> Iterable[Pair]:
        """Places with equal texts; where many are equal, the first with the first, the second with the second ..."""
        held: dict[str, list[int]] = defaultdict(list)
        for place in self.right.places:
            held[place.key].append(place.rank)
        seen: Counter[str] = Counter()
        for place in self.left.places:
            others = held.get(place.key, [])
            nth = seen[place.key]
            seen[place.key] += 1
            yield from ((place.rank, j) for j in (others if len(others) <= MANY else others[max(0, nth - 1) : nth + 2]))

    def _nearest(self, one: Features, other: Features, keep: int) -> list[list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for place in other.places:
            for term in place.terms:
                postings[term].append(place.rank)
        common = max(self.config.common_term, len(other.places) // 50)
        return [self._best(place.terms, postings, common, keep) for place in one.places]

    def _best(self, found: Terms, postings: dict[str, list[int]], common: int, keep: int) -> list[int]:
        score: dict[int, int] = defaultdict(int)
        weight = self.weight
        for term in found:
            ranks = postings.get(term, ())
            if len(ranks) <= common:
                gain = weight[term]
                for rank in ranks:
                    score[rank] += gain
        return sorted(score, key=lambda rank: (-score[rank], rank))[:keep]


def _weights(left: Features, right: Features, formula: float) -> dict[str, int]:
    found = weights(place.terms for side in (left, right) for place in side.places)
    for term in found:
        if term.startswith(FORMULA):
            found[term] = round(found[term] * formula)
    return found


def area_terms(side: Features, area: Area) -> Terms:
    """All terms of a section and its subsections."""
    return frozenset().union(*(side.places[rank].terms for rank in area.within))
