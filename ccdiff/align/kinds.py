"""What the kind of two paragraphs says of them: their functions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from ccdiff.align.assignment import Pair
from ccdiff.align.context import SectionTies
from ccdiff.align.features import Features, Place

# the least strength of a function that links paragraphs of other words, or in every section alike; a weaker one has a matter of its own
STRONG = 2
# of a shared function, by its strength (fitted on the judged pairs): a weak one has said in its words all that it says
ROLE_ODDS = 0.0, -0.3, 2.2, 3.8
# ... more where no other place of either report has it; of 230 such pairs of the judged reports with strength 3, two are no links
ONLY = 0.0, 0.0, 2.0, 3.0
WITHIN = 2.2  # log-odds of a function that one paragraph in each of several sections has, where those correspond
BEYOND = 4.5  # ... against it where one of them corresponds to another (三.A and 四.B of the 42nd and 43rd HONLAP)


class Stock:
    """Functions that one paragraph in each of several sections has: there the section tells which paragraph answers which.

    Every working group's part begins with its sittings and its chair, in the same words for all of them.
    """

    def __init__(self, left: Sequence[Place], right: Sequence[Place], strength: dict[str, int]) -> None:
        self.places, self.strength = (left, right), strength
        self.only = _alone_in_section(left), _alone_in_section(right)

    def odds(self, function: str, pair: Pair, ties: SectionTies) -> float:
        """For the pair where its sections correspond, against it where one of them corresponds to another with such a paragraph."""
        areas = self.places[0][pair[0]].area, self.places[1][pair[1]].area
        if not self.holds(function, areas):
            return 0.0
        mine, theirs = self.only[0][function], self.only[1][function]
        if ties.mate.get(areas[0]) == areas[1]:
            return WITHIN
        return -BEYOND if ties.mate.get(areas[0]) in theirs or ties.taken.get(areas[1]) in mine else 0.0

    def holds(self, function: str, areas: Pair) -> bool:
        """Whether two sections have the function in one paragraph each, as others of both reports have."""
        mine, theirs = self.only[0].get(function, ()), self.only[1].get(function, ())
        if self.strength.get(function, 1) < STRONG:
            return False
        return len(mine) > 1 and len(theirs) > 1 and areas[0] in mine and areas[1] in theirs


def _alone_in_section(places: Sequence[Place]) -> dict[str, set[int]]:
    """By function, the sections in which exactly one paragraph has it."""
    count = Counter((role, place.area) for place in places for role in place.roles)
    found: dict[str, set[int]] = defaultdict(set)
    for (role, area), number in count.items():
        if number == 1:
            found[role].add(area)
    return found


class Functions:
    """What the functions of two paragraphs say in log-odds, the shared one that counts, and how many voices only one of them has."""

    def __init__(self, left: Features, right: Features) -> None:
        self.strength, self.apart, self.voices = left.strength, left.apart, left.voices
        counts = [Counter(chain.from_iterable([place.roles for place in side.places])) for side in (left, right)]
        self.only = {role for role, count in counts[0].items() if count == counts[1][role] == 1}
        self._known: dict[tuple[frozenset[str], frozenset[str]], tuple[float, str, int]] = {}

    def of(self, one: Place, other: Place) -> tuple[float, str, int]:
        """Negative: -0.8 to -1 of a conflict."""
        roles, others = one.roles, other.roles
        found = self._known.get((roles, others))
        if found is None:
            voices = sum([roles.isdisjoint(voice) != others.isdisjoint(voice) for voice in self.voices])
            found = self._known[roles, others] = (*self._judge(roles, others), voices)
        return found

    def _judge(self, one: frozenset[str], other: frozenset[str]) -> tuple[float, str]:
        strength = self.strength
        apart = any([(role in one) != (role in other) for role in self.apart])
        shared = sorted(one & other, key=lambda role: (-strength.get(role, 1), role))
        if shared and not apart:
            much = strength.get(shared[0], 1)
            odds = ROLE_ODDS[min(3, much)] + (0.0 if self.only.isdisjoint(shared) else ONLY[min(3, much)])
            return odds, shared[0] if much else ""
        most = [max([strength.get(role, 1) for role in held], default=0) for held in (one, other)]
        if apart or min(most) >= 2:
            return -1.0, ""
        return (-0.8 if max(most) >= 3 or (max(most) == 2 and one and other) else 0.0), ""
