"""Which figures of two reports are the same figure: by what they count and what is said of it, wherever they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import inf

from ccdiff.derive.context import Pair
from ccdiff.derive.figures.find import find_statements
from ccdiff.derive.figures.kinship import (
    ALIKE,
    SHARES,
    SOFT,
    amount,
    averaged_apart,
    became,
    ends,
    equal,
    kinship,
    named_apart,
    opposite,
    ratio,
    scoped_apart,
    timed_apart,
)
from ccdiff.derive.figures.leftovers import Leftovers
from ccdiff.derive.figures.matches import Beside, Match, Places, top_of
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.told import Scale
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.reading import Reading

COMMON = 48  # statements of one report that share a feature; a feature of more proposes no pair
AGAIN = 96  # figures of one value, the last of them, among which one is looked for that says the same
FAR_OFF = 5  # times the other value; then the clauses must be alike: 互联网金融案件 15.2万 and 金融案件 140.8万 are not
FAR_OFF_CLOSE = 0.65
FAR_OFF_SHARE, FAR_OFF_SHARE_CLOSE = 2.5, 0.5  # the same of shares: a fifth recycled, three out of four sealed
LABEL = 0.06  # for what stands with two numbers of a row: 钢质6艘 and 7艘为钢质
LOOKS_ALIKE = 0.2  # how alike two clauses are of which all but one noun is the same
BY_CHANCE = 20  # a smaller number may well be that of two things
COUNTING = ("counter", "noun")
NAMED = 0.9  # how alike two clauses are that count for one name


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
    """Whether a paragraph says one value of two things: "查出 2,350 万元，已整改 2,350 万元"."""
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
    return equal(one, two) and kinship(one, two) >= 0.5 and scale.close(one, two) >= least


def pairs(pair: Pair, scale: Scale, old: Sequence[Statement], new: Sequence[Statement]) -> list[Match]:
    """The pairs of one figure, best first; each statement stands in one at most. Turned round, the same pairs.

    Two paragraphs that share two figures correspond, whatever the alignment says; then the rest of them is judged again.
    """
    places, limits = _places(pair, old, new), pair.config
    judge = Judge(scale, old, new, places)
    judged = judge.proposed()
    sure = _chosen([match for match in judged if _stands(match, limits)], limits.figure_margin)
    likely = _chosen([match for match in judged if match.score >= limits.figure_group], 0.0)
    found = {*_shared(sure, 2, old, new, places), *_shared(likely, 3, old, new, places)} - places.linked
    if found:
        places = Places(places.old, places.new, places.linked | found)
        judge = Judge(scale, old, new, places)
        judged = judge.proposed()
        sure = _chosen([match for match in judged if _stands(match, limits)], limits.figure_margin)
    matches = [*sure, *Leftovers(pair, old, new, places, scale).pairs(sure)]
    strangers = scale.lookalikes.strangers
    return [match for match in matches if not (match.same and strangers(old[match.old], new[match.new]))]


def _shared(
    matches: Sequence[Match], least: int, old: Sequence[Statement], new: Sequence[Statement], places: Places
) -> set[tuple[str, str]]:
    """The paragraphs between which at least so many of ``matches`` run."""
    counts = Counter(places.tops(old[match.old], new[match.new]) for match in matches)
    return {tops for tops, count in counts.items() if count >= least}


def _chosen(found: list[Match], margin: float) -> list[Match]:
    """The best matches first, each statement in one; none where two partners are as good and no place decides."""
    found = _clear(found, margin)
    found.sort(key=lambda match: (-round(match.score, 6), match.old + match.new, match.old))
    chosen: list[Match] = []
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    for match in found:
        if match.old not in old_taken and match.new not in new_taken:
            chosen.append(match)
            old_taken.add(match.old)
            new_taken.add(match.new)
    return chosen


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


def _proposals(old: Sequence[Statement], new: Sequence[Statement], places: Places) -> list[tuple[int, int]]:
    """Pairs worth judging: in corresponding places, or sharing a word that not too many figures share."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j, statement in enumerate(new):
        for feature in statement.near:
            index[statement.family, feature].append(j)
    beside = Beside(new, places, range(len(new)))
    found: set[tuple[int, int]] = set()
    common: Counter[tuple[str, str]] = Counter((s.family, feature) for s in old for feature in s.near)
    for i, statement in enumerate(old):
        found.update((i, j) for j in beside(statement))
        for feature in statement.near:
            key = statement.family, feature
            if key in index and len(index[key]) <= COMMON and common[key] <= COMMON:
                found.update((i, j) for j in index[key])
    return sorted(found)


class Judge:
    """Whether two figures can be one, and how well they go together."""

    def __init__(self, scale: Scale, old: Sequence[Statement], new: Sequence[Statement], places: Places) -> None:
        self.scale, self.old, self.new, self.places = scale, old, new, places

    def proposed(self) -> list[Match]:
        """All that can be one, of the pairs worth judging."""
        found = [match for i, j in _proposals(self.old, self.new, self.places) if (match := self(i, j))]
        crossed = {(match.old, match.new) for match in found if self._denies(match)}
        if not crossed:
            return found
        told = [match for match in found if (match.old, match.new) not in crossed]
        taken = {match.old for match in told if match.aligned}, {match.new for match in told if match.aligned}
        return told + [
            match
            for match in found
            if (match.old, match.new) in crossed and match.old not in taken[0] and match.new not in taken[1]
        ]

    def _denies(self, match: Match) -> bool:
        """Whether of the one it is denied what is said of the other: "3 件来文可予受理", "7 件来文不予受理"; told only where neither has a better partner."""
        return not match.same and self.old[match.old].denied != self.new[match.new].denied

    def __call__(self, i: int, j: int) -> Match | None:
        """The figures ``i`` and ``j`` as a pair; ``None`` where they are two."""
        old, new = self.old[i], self.new[j]
        kin = kinship(old, new)
        if not kin or named_apart(self.scale.mass, old, new) or timed_apart(old, new) or averaged_apart(old, new):
            return None
        aligned = self.places.near(old, new)
        if (old.lone or new.lone) and not (aligned and became(old, new, kin)):
            return None
        close, wide = self.scale.close(old, new), self.scale.overlap(old.far, new.far)
        if close >= LOOKS_ALIKE and self.scale.lookalikes(old, new):
            return None
        if old.owner:
            close = max(close, NAMED)
        score = 0.5 * close + 0.2 * wide + 0.15 * kin + (0.15 if aligned else 0.0) + _value_term(old, new, aligned)
        score -= scoped_apart(old, new)
        score += LABEL * self.scale.overlap(old.label, new.label)
        alike = old.family in ALIKE or old.family in SOFT
        evidence = self.scale.mass(old.near & new.near) / self.scale.weights[""]
        if old.owner:
            evidence = inf
        same = equal(old, new)
        if ratio(old, new) > FAR_OFF and close < FAR_OFF_CLOSE and not same:
            return None
        far_off = old.family in SHARES and ratio(old, new) > FAR_OFF_SHARE
        if far_off and close < FAR_OFF_SHARE_CLOSE:
            return None
        return Match(i, j, min(1.0, score), aligned, close, wide, kin, evidence, alike, same)


def _stands(match: Match, limits: DeriveThresholds) -> bool:
    """Whether a match is told: by its score, and where the noun tells nothing, by its clause."""
    told = match.same and match.aligned and match.kin == 1.0 and match.wide >= limits.figure_same_sentence
    if match.alike and not told and match.close < (limits.figure_clause if match.kin > 0.5 else limits.figure_stranger):
        return False
    if match.aligned:
        return match.score >= limits.figure_aligned
    return match.score >= limits.figure_apart and match.evidence >= limits.figure_evidence


def _value_term(old: Statement, new: Statement, aligned: bool) -> float:
    """The same value speaks for a pair; a value many times the other, in places that do not correspond, against it."""
    one, two = float(amount(old)), float(amount(new))
    if one == two:
        return 0.08
    if min(one, two) <= 0:
        return 0.0
    times = max(one, two) / min(one, two)
    if times <= 2:
        return 0.03
    if aligned:
        return 0.0 if times <= 20 else -0.15
    return 0.0 if times <= 4 else -0.10 if times <= 10 else -0.20


def _clear(found: list[Match], margin: float) -> list[Match]:
    """Without the pairs that one side could as well make with another: no partner rather than the wrong one.

    A partner that has a better one where its paragraph corresponds is no rival.
    """
    by_old: dict[int, list[Match]] = defaultdict(list)
    by_new: dict[int, list[Match]] = defaultdict(list)
    for match in sorted(found, key=lambda match: -match.score):
        by_old[match.old].append(match)
        by_new[match.new].append(match)
    placed_old = {old: matches[0] for old, matches in by_old.items() if matches[0].aligned}
    placed_new = {new: matches[0] for new, matches in by_new.items() if matches[0].aligned}

    def free(rival: Match) -> bool:
        better = placed_old.get(rival.old), placed_new.get(rival.new)
        return all(other is None or other is rival for other in better)

    return [match for match in found if not _rivalled(match, (*by_old[match.old], *by_new[match.new]), free, margin)]


def _rivalled(match: Match, rivals: Sequence[Match], free: Callable[[Match], bool], margin: float) -> bool:
    """Whether another match of the same statement is as good, and neither value nor place decides."""
    if match.aligned or match.same:
        return False
    return any(rival is not match and abs(rival.score - match.score) < margin and free(rival) for rival in rivals)
