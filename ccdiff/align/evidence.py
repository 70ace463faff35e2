"""The textual evidence for a pair of reports: weights of terms over both, candidate pairs, and how alike their texts are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.candidates import nearest, rare_terms, shared
from ccdiff.align.features import FORMULA, Area, Features, postings
from ccdiff.align.overlap import Overlap
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.model.record import record
from ccdiff.text.similarity import Terms, alike, contained, mass, weights

RARE = {2: 12, 3: 6, 4: 4}  # twelfths of a phrase, by the number of places that have it
FIRST, REST = 10, 1  # tenths of its worth: the first phrase of a run of overlapping ones, and each that follows
UNIT_PHRASE = 120  # whole numbers add up alike in any order
RARE_TERM = 0.7  # of the weight of a term that stands once in each report: from there on a term is rare
HAN = "\u3400"  # from here on characters are Han
FEW = 3  # places that show in which script a report is written
LINE = 30  # characters of a short line
MANY = 16  # equal paragraphs beyond which only those at the same count are candidates


@record
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
        rarest = weights(({"": 2},), len(left.places) + len(right.places))[""]  # of a term that stands once in each
        self._rare = rarest * RARE_TERM
        self.senses = Overlap([place.senses for place in left.places], [place.senses for place in right.places])
        self.characters = Overlap(
            [place.characters for place in left.places], [place.characters for place in right.places]
        )
        self.han = any(one >= HAN and len(one) == 1 for place in left.places[:FEW] for one in place.characters)
        self.lines = _recurring(left) | _recurring(right)
        self._known: dict[Pair, Likeness] = {}
        self._frames: dict[tuple[int, int], Terms] = {}
        self.looked_at: dict[Pair, int] = {}  # of the candidates: the mass of the rare terms that they share
        self._often: tuple[list[Terms], list[Terms]] | None = None  # of every place: the terms that are not rare
        self._phrases = _shared_phrases(left, right) if config.phrase_weight else {}
        self._runs: dict[Pair, float] = {}  # what they are worth, once asked for

    def of(self, i: int, j: int) -> Likeness:
        """How alike the texts of left place ``i`` and right place ``j`` are."""
        found = self._known.get((i, j))
        if found is None:
            common = self._shared_mass(i, j)
            one, other = self.left_mass[i], self.right_mass[j]
            found = Likeness(alike(common, one, other), contained(common, one, other), common)
            self._known[i, j] = found
        return found

    def _shared_mass(self, i: int, j: int) -> int:
        rare = self.looked_at.get((i, j))
        if rare is None or self._often is None:
            return mass(self.left.places[i].terms & self.right.places[j].terms, self.weight)
        often = self._often[0][i] & self._often[1][j]
        return rare + mass(often, self.weight) if often else rare

    def phrases(self, i: int, j: int) -> float:
        """How much two places share of what few others have: 1 for each phrase that stands in them alone, less for others."""
        found = self._runs.get((i, j))
        if found is None:
            held = self._phrases.get((i, j))
            found = self._runs[i, j] = _runs(held) / UNIT_PHRASE if held else 0.0
        return found

    def variety(self, i: int, j: int) -> int:
        """How many rare things two places share: terms that overlap are one (境内流离失所者), a standing formula is none."""
        common, weight, least = self.left.places[i].terms & self.right.places[j].terms, self.weight, self._rare
        rare = [term for term in common if weight[term] >= least and term[0] != FORMULA]
        pairs = [term for term in rare if len(term) == 2 and term[0] >= HAN]
        ends = {term[1] for term in pairs}
        return len(rare) - sum([term[0] in ends for term in pairs])

    def frames(self, i: int, j: int) -> float:
        """The share of formulas and words of reporting of the one place that the other has."""
        one, other = self._frame(0, i), self._frame(1, j)
        return len(one & other) / min(len(one), len(other)) if one and other else 0.0

    def _frame(self, side: int, rank: int) -> Terms:
        found = self._frames.get((side, rank))
        if found is None:
            of = (self.left, self.right)[side]
            found = self._frames[side, rank] = of.usual.told(of.places[rank])
        return found

    def matters(self, i: int, j: int) -> float:
        """How alike all other words of two places are, by characters or how they begin; 1 where two of them are of one sense."""
        one, other, usual = self.left.places[i], self.right.places[j], self.left.usual
        if not (one.senses & other.senses) <= usual.senses:
            return 1.0
        weighed = self.characters.weighed
        return self.characters.alike(weighed(usual.matter(one, self.han)), weighed(usual.matter(other, self.han)))

    def as_list(self, i: int, j: int) -> Likeness:
        """How alike two places are when the one that is the head of a list is taken with its items."""
        one, other = self.left.places[i], self.right.places[j]
        left = one.terms.union(*(self.left.places[rank].terms for rank in one.items))
        right = other.terms.union(*(self.right.places[rank].terms for rank in other.items))
        common = mass(left & right, self.weight)
        masses = mass(left, self.weight), mass(right, self.weight)
        return Likeness(alike(common, *masses), contained(common, *masses), common)

    def candidates(self) -> list[Pair]:
        """The pairs worth looking at, sorted: for every place the few of the other report that share most of its rare terms."""
        left, right = ([place.terms for place in side.places] for side in (self.left, self.right))
        counts = self.left.counts, self.right.counts
        rare = rare_terms(*counts, self.config.candidate_effort * (len(left) + len(right)))
        rows, columns = shared(left, right, rare, self.weight)
        pairs = nearest(rows, columns, self.config.candidates_each)
        self.looked_at = {(i, j): rows[i][j] for i, j in pairs}
        often = (counts[0].keys() & counts[1].keys()).difference(rare)
        self._often = [terms & often for terms in left], [terms & often for terms in right]
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


def _recurring(side: Features) -> set[str]:
    """The short lines that stand several times in a report: labels (遗留问题：), none (无)."""
    found = Counter([place.key for place in side.places if len(place.key) <= LINE])
    return {key for key, number in found.items() if number > 1}


def _shared_phrases(left: Features, right: Features) -> dict[Pair, list[tuple[str, int]]]:
    """For every two places the rare phrases that they share, each with its worth."""
    common = left.phrases & right.phrases
    theirs = postings(map(common.intersection, [place.phrases for place in right.places]))
    found: dict[Pair, list[tuple[str, int]]] = defaultdict(list)
    for phrase, mine in postings(map(common.intersection, [place.phrases for place in left.places])).items():
        others = theirs[phrase]
        worth = RARE.get(len(mine) + len(others))
        if worth:
            for i in mine:
                for j in others:
                    found[i, j].append((phrase, worth))
    return found


def _runs(phrases: Sequence[tuple[str, int]]) -> int:
    """What shared phrases are worth: those that overlap are one run of words, most often the name of one thing.

    That both name a network at length says no more than that both name it (8th/2021: 33 and 6, 打击犯罪信息与法律网络共享平台).
    """
    after = {_tail(phrase) for phrase, _ in phrases}
    return sum([worth * (REST if _head(phrase) in after else FIRST) for phrase, worth in phrases])


def _head(phrase: str) -> str:
    """A phrase without its last character or word."""
    return phrase.rpartition(" ")[0] or phrase[:-1]


def _tail(phrase: str) -> str:
    """A phrase without its first character or word."""
    return phrase.partition(" ")[2] or phrase[1:]


def _weights(left: Features, right: Features, formula: float) -> dict[str, int]:
    found = weights((left.counts, right.counts), len(left.places) + len(right.places))
    for term in {*left.formulas, *right.formulas}:
        found[term] = round(found[term] * formula)
    return found


def area_terms(side: Features, area: Area) -> Terms:
    """All terms of a section and its subsections."""
    return frozenset().union(*(side.places[rank].terms for rank in area.within))
