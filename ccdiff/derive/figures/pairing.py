"""Which figures of two reports are the same figure: by what they count and what is said of it, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.figures.decision import Decision, Match, Places, top_of
from ccdiff.derive.figures.kinship import ends, equal, kinship, opposite
from ccdiff.derive.figures.place import find_statements
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.told import Scale
from ccdiff.reading import Reading

AGAIN = 96  # figures of one value, the last of them, among which one is looked for that says the same
BY_CHANCE = 20  # a smaller number may well be that of two things
COUNTING = ("counter", "noun")


def statements(pair: Pair, scale: Scale) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The figures of both reports, each said once a report: the first of the repetitions."""
    return _once(pair.old.once(find_statements), scale, pair), _once(pair.new.once(find_statements), scale, pair)


def _once(found: Sequence[Statement], scale: Scale, pair: Pair) -> tuple[Statement, ...]:
    kept: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in found:
        same = kept[_said(statement)]
        if any(_points_back(statement, other) for other in same[-AGAIN:]):
            continue
        if not any(
            says_again(statement, other, scale, pair.config.figure_repeat) and not _beside(statement, other)
            for other in same[-AGAIN:]
        ):
            same.append(statement)
    chosen = {id(statement) for group in kept.values() for statement in group}
    return tuple(statement for statement in found if id(statement) in chosen)


def _beside(one: Statement, other: Statement) -> bool:
    """Whether a paragraph says one value of two things: "查出 2,350 万元，已整改 2,350 万元", "甲、乙分别增长 12%"."""
    if one.mention == other.mention:
        return True
    if one.mention.paragraph != other.mention.paragraph or one.kind in COUNTING:
        return False
    return bool(one.label and other.label) and one.label.isdisjoint(other.label)


def _points_back(one: Statement, other: Statement) -> bool:
    """Whether ``one`` names a figure of its paragraph again: "122 staff … Of the 122 staff, 32 were women"; "46 were registered … the 46 new requests"."""
    if one.mention.paragraph != other.mention.paragraph:
        return False
    return one.mention.value >= BY_CHANCE and one.kind in COUNTING and kinship(one, other) >= 0.5


def _said(one: Statement) -> tuple[object, ...]:
    return *ends(one), one.mention.qualifier, one.family, one.kind


class Values:
    """The figures of a report by their values, for asking whether one is said there, too."""

    def __init__(self, found: Iterable[Statement], scale: Scale, least: float) -> None:
        self._scale, self._least = scale, least
        self._found: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
        for statement in found:
            self._found[ends(statement)].append(statement)

    def state(self, statement: Statement) -> bool:
        """Whether the report says just this, if only in a place that another of its figures is paired from."""
        same = self._found.get(ends(statement), ())[-AGAIN:]
        if not statement.role:
            return any(says_again(statement, other, self._scale, self._least) for other in same)
        plain = replace(statement, role="")  # "from 180 teams to 240" tells what the other report told as its own
        return any(says_again(plain, other, self._scale, 0.0) for other in same if not other.role)


def says_again(one: Statement, two: Statement, scale: Scale, least: float) -> bool:
    """Whether two statements with the same value say the same thing."""
    if opposite(one, two):
        return False
    return equal(one, two) and kinship(one, two) >= 0.5 and scale.overlap(one.near, two.near) >= least


def pairs(pair: Pair, scale: Scale, old: Sequence[Statement], new: Sequence[Statement]) -> list[Match]:
    """The pairs of one figure, best first; each statement stands in one at most. Turned round, the same pairs."""
    return Decision(pair, old, new, _places(pair, old, new), scale).pairs()


def _places(pair: Pair, old: Sequence[Statement], new: Sequence[Statement]) -> Places:
    """Which two paragraphs correspond, with all their items: a list may stand in one report for a sentence in the other."""
    tops: dict[str, set[str]] = defaultdict(set)
    upward = _tops(pair.new)
    for locator in dict.fromkeys(statement.mention.paragraph for statement in new):
        for partner in pair.in_old(locator):
            tops[top_of(_tops(pair.old), partner)].add(upward.get(locator, locator))
    for locator in dict.fromkeys(statement.mention.paragraph for statement in old):
        top = top_of(_tops(pair.old), locator)
        tops[top].update(top_of(upward, partner) for partner in pair.in_new(locator))
    return Places(_tops(pair.old), upward, {(here, there) for here, others in tops.items() for there in others})


def _tops(reading: Reading) -> dict[str, str]:
    return {place.id: place.parent for place in reading.report.paragraphs if place.parent}
