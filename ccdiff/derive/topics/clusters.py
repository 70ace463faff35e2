"""Candidates of one matter are put together: by their words, by the places where they stand, by the titles they come from."""

from __future__ import annotations

from dataclasses import field

from ccdiff.derive.topics.matter import Candidate
from ccdiff.model.record import draft
from ccdiff.text.normalise import fold

PLACED = {"agenda", "section", "chapter"}  # two of these are one matter only where they have the same paragraphs
TITLES = PLACED | {"theme"}
SMALL = {"term", "light", "quoted", "named", "latin", "body"}  # told with what has all their places
PROPER = {"quoted", "book", "case", "camel"}


@draft
class Cluster:
    """Candidates of one matter; ``low``: the first label as it is compared; ``weight``: how likely the first is; ``units`` in the order in
    which they were found; ``beside``: what else names them."""

    low: str = ""
    weight: float = 0.0
    members: list[Candidate] = field(default_factory=list)
    units: dict[str, None] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    beside: list[str] = field(default_factory=list)

    def add(self, candidate: Candidate) -> None:
        """Takes a candidate in."""
        self.members.append(candidate)
        if candidate is self.members[0] or names_it(candidate, self.members[0]):
            self.units.update(dict.fromkeys(candidate.places))  # not those of a mere Scheme
        self.keys.update(candidate.keys)


def kinship(candidate: Candidate, known: Cluster, low: str) -> float:
    """1.0 and more where a candidate belongs to a cluster: one words' core, or one place with nothing of its own.

    ``low`` is the candidate's label as it is compared.
    """
    mine, first = candidate.places.keys(), known.members[0]
    if candidate.kind not in TITLES and known.units.keys().isdisjoint(mine) and known.keys.isdisjoint(candidate.keys):
        return 1.5 if inside(low, known.low) and candidate.kind not in PROPER and first.kind not in PROPER else 0.0
    shared, words = len(mine & known.units.keys()), len(known.keys.intersection(candidate.keys))
    if PROPER.intersection((candidate.kind, first.kind)):
        return (
            1.5 if shared and inside(low, known.low) else 0.0
        )  # each is one thing, whatever words it shares with others
    if {candidate.kind, first.kind} <= PLACED:
        return 1.0 + shared / len(mine) if 2 * shared > max(len(mine), len(known.units)) else 0.0
    if words and (shared or (2 * words >= len(candidate.keys) and set(candidate.keys) & set(known.members[0].keys))):
        return 1.0 + words / max(1, len(candidate.keys)) + shared / len(mine)
    if inside(low, known.low):
        return 1.5
    return 0.0


def names_it(member: Candidate, best: Candidate) -> bool:
    """Whether the places of a member name what a topic is called by: of 司法廉正 the paragraphs on 廉正 elsewhere prove nothing."""
    if inside(fold(member.label).lower(), fold(best.label).lower()):
        return 2 * len(member.label) > len(best.label)
    return bool(best.keys) and set(best.keys) <= set(member.keys)


def inside(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 1 and (one in other or other in one)
