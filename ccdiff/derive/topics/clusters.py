"""Candidates of one matter are put together: by their words, by the places where they stand, by the titles they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.presence import Side
from ccdiff.model.record import draft
from ccdiff.text.normalise import fold

# How much a candidate of each kind says by itself that an officer would name the matter, and its rank as a label.
WEIGHT = {
    "recommendations": 0.9,  # a chapter of recommendations that is there or gone is the first thing a delegate asks for
    "agenda": 0.75,  # an agenda item
    "section": 0.55,  # a chapter or section of its own (subsections less, see LEVEL)
    "heading": 0.3,  # a section whose title names nothing of its own (技术援助、培训和能力建设)
    "lead": 0.35,  # the sentence that heads a paragraph of its own
    "mode": 0.6,  # online for the first time
    "joint": 0.6,  # together with other bodies
    "resolution": 0.45,  # resolutions that give new mandates
    "theme": 0.5,  # the theme of a panel
    "title": 0.3,  # a document by its title
    "named": 0.3,  # a named thing: initiative, network, tool
    "latin": 0.3,
    "quoted": 0.12,
    "term": 0.15,  # a word of its own, repeated
    "body": 0.12,  # a body by its name
    "subject": 0.2,  # what a paragraph without counterpart presents, reports on or calls for
    "single": 0.13,  # the phrase that tells a paragraph without counterpart from all of the other report
    "light": 0.1,
    "about": 0.17,  # what a paragraph is about that nothing else names
    "passage": 0.17,  # what a sentence of a paragraph that goes on is about
    "beside": 0.0,  # what else it speaks of
}
PLACED = {"agenda", "section", "heading"}  # two of these are one matter only where they have the same paragraphs
TITLES = PLACED | {"theme"}
SHORT_NAME = 4  # characters that a common name must have where it is taken for a longer one (not 路线图)
ALIKE = 0.8  # share of the shorter title's letters that another title of the same matter has
SMALL = {
    "term",
    "light",
    "single",
    "subject",
    "quoted",
    "title",
    "named",
    "latin",
    "body",
}  # told with what has all their places
PASSING = {"light", "quoted", "single"}  # within a chapter that is told, these are told with it
MANY_UNITS = 3  # units from which the commonest name may be the better one
LEVEL = 0.8  # of a section's weight for each level below the first
UNITS = 8  # beyond this many units one more says nothing


@draft
class Cluster:
    """Candidates of one matter; ``units`` in the order in which they were found, ``low``: the first label as it is compared."""

    low: str = ""
    members: list[Candidate] = field(default_factory=list)
    units: dict[str, None] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

    def add(self, candidate: Candidate) -> None:
        self.members.append(candidate)
        self.units.update(dict.fromkeys(candidate.places))
        self.keys.update(candidate.keys)


def cluster(candidates: Iterable[Candidate], side: Side) -> list[Cluster]:
    """The candidates put together by matter, the weightiest first."""
    ranked = sorted(candidates, key=lambda c: (-strength(c), min(side.order[u] for u in c.places), c.label))
    clusters: list[Cluster] = []
    for candidate in ranked:
        low = fold(candidate.label).lower()
        kin, home = max(((kinship(candidate, known, low), -at) for at, known in enumerate(clusters)), default=(0.0, 0))
        if kin < 1.0:
            clusters.append(Cluster(low=low))
        clusters[-home if kin >= 1.0 else -1].add(candidate)
    return clusters


def join(found: Iterable[tuple[Candidate, ...]], side: Side) -> list[Cluster]:
    """What paragraphs are about, put together by matter: of each paragraph its best name first, then what stands beside it."""
    every = list(found)
    beside = {id(best): rest for best, *rest in every}
    clusters = cluster((best for best, *_ in every), side)
    for known in clusters:
        for candidate in [other for best in known.members for other in beside[id(best)]]:
            known.add(candidate)
    return clusters


def strength(candidate: Candidate) -> float:
    """A candidate's weight with that of its units, for the order in which candidates found clusters."""
    weight = WEIGHT[candidate.kind] * (
        LEVEL ** max(0, candidate.level - 1) if candidate.kind in ("section", "heading") else 1.0
    )
    return weight + 0.05 * min(len(candidate.places), UNITS)


def kinship(candidate: Candidate, known: Cluster, low: str) -> float:
    """1.0 and more where a candidate belongs to a cluster: one words' core, or one place with nothing of its own.

    ``low`` is the candidate's label as it is compared.
    """
    mine = candidate.places.keys()
    shared = len(mine & known.units.keys())
    words = len(known.keys.intersection(candidate.keys))
    if low == known.low:
        return 2.0  # the deliberations on a theme, and the recommendations on it
    kinds = {candidate.kind, known.members[0].kind}
    if kinds <= TITLES and (shared or "theme" in kinds) and _one_title(low, known.low):
        return 1.9  # 促进利用信息和通信技术执行《公约》, …实施《公约》
    if kinds <= PLACED:
        if words and shared == len(mine):
            return 1.5  # an agenda item, and its chapter under another title
        return 1.0 + shared / len(mine) if 2 * shared > max(len(mine), len(known.units)) else 0.0
    if words and (shared or (2 * words > len(candidate.keys) and set(candidate.keys) & set(known.members[0].keys))):
        return 1.0 + words / max(1, len(candidate.keys)) + shared / len(mine)
    first = known.members[0]
    if inside(low, known.low):
        return 1.5
    if not shared:
        return 0.0
    if candidate.kind in SMALL and shared == len(mine):
        narrow = shared / len(known.units)
        passing = candidate.kind in PASSING and (len(known.units) <= MANY_UNITS or first.kind in PLACED)
        return 1.0 + narrow if narrow >= 0.5 or passing else 0.0
    return 0.0


def _one_title(one: str, other: str) -> bool:
    """Whether the shorter of two titles has nearly all its letters in the other, most of them side by side."""
    both = (Counter(one) & Counter(other)).total()
    pairs = (Counter(zip(one, one[1:], strict=False)) & Counter(zip(other, other[1:], strict=False))).total()
    least = min(len(one), len(other))
    return both >= ALIKE * least and 2 * pairs >= least > SHORT_NAME


def inside(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 1 and (one in other or other in one)
