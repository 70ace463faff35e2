"""Figures left over that two reports may tell in other words: every two that can count one thing, and how well they go together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ccdiff.derive.context import Pair
from ccdiff.derive.figures.kinship import (
    ALIKE,
    SAME_NOUN,
    SHARES,
    SOFT,
    amount,
    apart,
    kindred,
    scoped_apart,
    timed_apart,
)
from ccdiff.derive.figures.leftovers import head
from ccdiff.derive.figures.matches import Beside, Match, Places
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.told import Likeness, Weigher
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.record import record

RATIO = 4  # times the other value at most
SHARE_RATIO = 2.5  # the same of shares, which are all of one order: 40 per cent of crops lost to pests, 14 per cent of food after harvest
ONE_SERIES = 0.55  # of the paragraphs of the shorter report that are linked: successive reports have 0.7 and more, others 0.5 and less
BESIDE = 0.08  # for a figure beside which another pair runs
LINKED = 0.05  # for paragraphs that correspond
SHARE_APART, APART = (
    0.4,
    0.2,
)  # what a clause counts that the other report has words for and does not say; of shares it says most
OTHER = 0.3  # of the subject of a share that the other report has words for: 消费贡献率 and 服务业对经济增长贡献率 have 0.44, pairs 0.15
OTHER_NOUN = 0.08  # for rivals of another order that do not count the same: three States joined, 34 parties
ALL_SAID = 0.05  # left unsaid in the other clause, at most, for a share of whose subject more is left unsaid: "在低收入国家，这一比例为"
UNLIKE = 0.05  # likeness of paragraphs below which no two figures of one series are looked at; pairs have 0.08 and more
FAR = 0.12  # the same of reports that hardly correspond
LABELLED = 0.04  # for what stands with the two numbers of a row
LED = 0.1  # for what the text says the other number became
UNNAMED, UNNAMED_CLAUSE = 0.3, 0.35  # kinship of two counters that name nothing, and how alike their clauses must be
OF_PEOPLE = ("person", "household", "visit")
MANY = 256  # figures of a class left over; of more only those are held against one that share a word which few of them have
COMMON = 48  # figures that have such a word


@record
class Found:
    """Two figures that may be one, and how well they go together."""

    old: int
    new: int
    score: float
    kin: float
    aligned: bool
    told: Likeness
    enough: float
    alone: bool = False  # each the only one of its telling class in its paragraph


class Candidates:
    """What is left over of two reports, and which two of it may be one figure."""

    def __init__(
        self,
        pair: Pair,
        weigher: Callable[[], Weigher],
        old: Sequence[Statement],
        new: Sequence[Statement],
        places: Places,
        limits: DeriveThresholds,
    ) -> None:
        self._weigher, self._old, self._new, self._places, self._limits = weigher, old, new, places, limits
        self._series = _series(pair)

    def found(self, sure: Sequence[Match]) -> list[Found]:
        """Every two figures left over that can count the same thing, and how alike they are told; with their rivals."""
        olds, news = {match.old for match in sure}, {match.new for match in sure}
        found = [one for i, j in self._proposals(olds, news) if (one := self._weighed(i, j))]
        return [*found, *self._implausible(found, olds, news)]

    def _proposals(self, olds: set[int], news: set[int]) -> Iterator[tuple[int, int]]:
        """Two of one class that stand in corresponding paragraphs, or share a word of their sentences."""
        by_class: dict[str, list[int]] = defaultdict(list)
        for j, statement in enumerate(self._new):
            if j not in news and not statement.lone and not statement.owner:
                by_class[_class(statement)].append(j)
        many = {kind: found for kind, found in by_class.items() if len(found) > MANY}
        rare = {kind: _by_word(self._new, found) for kind, found in many.items()}
        beside = {kind: Beside(self._new, self._places, found) for kind, found in many.items()}
        for i, one in enumerate(self._old):
            if i in olds or one.lone or one.owner:
                continue
            kind = _class(one)
            chosen: Iterable[int] = by_class.get(kind, ())
            if kind in rare:
                words = rare[kind]
                chosen = sorted(
                    set(beside[kind](one)).union(
                        *(words[word] for word in one.far if len(words.get(word, ())) in range(1, COMMON))
                    )
                )
            for j in chosen:
                two = self._new[j]
                if not comparable(one, two) or not plausible(one, two):
                    continue
                if self._places.near(one, two) or not one.far.isdisjoint(two.far):
                    yield i, j

    def _weighed(self, i: int, j: int) -> Found | None:
        """How well two figures go together; ``None`` where they are told too differently, or count two things."""
        one, two, limits, weigher = self._old[i], self._new[j], self._limits, self._weigher()
        aligned = self._places.near(one, two)
        if not aligned and weigher.paragraphs(one, two) < (UNLIKE if self._series else FAR):
            return None
        kin = related(one, two, weigher) or (UNNAMED if aligned and _unnamed(one, two) else 0.0)
        told = weigher.likeness(one, two, (i, j)) if kin else None
        if not told or (kin <= UNNAMED and told.clause < UNNAMED_CLAUSE):
            return None
        score, enough = _score(one, two, told, kin, aligned), _enough(one, told, aligned, self._series, limits)
        score += LED if aligned and _led(one, self._new, j) else 0.0
        sole = i in self._alone[0] and j in self._alone[1]
        if aligned and sole and enough < math.inf:
            enough = limits.figure_told_alone
        if kin >= SAME_NOUN and i in self._once[0] and j in self._once[1]:
            enough = min(enough, limits.figure_told)
        return Found(i, j, score, kin, aligned, told, enough, sole)

    @cached_property
    def _alone(self) -> tuple[set[int], set[int]]:
        return _alone(self._old), _alone(self._new)

    @cached_property
    def _once(self) -> tuple[set[int], set[int]]:
        return _counted_once(self._old), _counted_once(self._new)

    def _implausible(self, found: Sequence[Found], olds: set[int], news: set[int]) -> Iterator[Found]:
        """The neighbours of what was found, of another order: no pairs, but rivals.

        In "高速公路 6,000 公里、农村公路 30 万公里" the former is of what 高速公路里程 13.6 万公里 is of.
        """
        done = {(one.old, one.new) for one in found}
        for one in found:
            if one.score < one.enough - BESIDE - LINKED:
                continue
            around = [(one.old, j) for j in (one.new - 1, one.new + 1) if 0 <= j < len(self._new) and j not in news]
            around += [(i, one.new) for i in (one.old - 1, one.old + 1) if 0 <= i < len(self._old) and i not in olds]
            for i, j in around:
                if (i, j) not in done and (rival := self._rival(i, j)):
                    yield rival
                done.add((i, j))

    def _rival(self, i: int, j: int) -> Found | None:
        first, second = self._old[i], self._new[j]
        if first.lone or second.lone or plausible(first, second) or not comparable(first, second):
            return None
        kin = related(first, second, self._weigher())
        told = self._weigher().likeness(first, second, (i, j)) if kin else None
        if not told:
            return None
        aligned = self._places.near(first, second)
        score = _score(first, second, told, kin, aligned) - LABELLED * told.label
        return Found(i, j, score - (OTHER_NOUN if first.noun != second.noun else 0.0), kin, aligned, told, math.inf)


def _by_word(found: Sequence[Statement], places: Iterable[int]) -> dict[str, list[int]]:
    """The figures in whose sentence each word stands."""
    words: dict[str, list[int]] = defaultdict(list)
    for at in places:
        for word in found[at].far:
            words[word].append(at)
    return words


def _alone(found: Sequence[Statement]) -> set[int]:
    """The figures that alone in their paragraph are of a class that says something of the thing: tons, 支, 艘; a rate."""
    classes: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        telling = one.family not in (*ALIKE, *SOFT) if one.family else bool(one.counter) and not one.general
        if telling and not one.lone and not one.role:
            classes[one.mention.paragraph, one.family, one.counter].append(at)
    return {places[0] for places in classes.values() if len(places) == 1}


def _counted_once(found: Sequence[Statement]) -> set[int]:
    """The figures of things that are counted in one place of their report only: the inspectors, the mobile teams."""
    places: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for at, one in enumerate(found):
        last = head(one)
        if last and not one.role and one.family not in ALIKE:
            places[last].add(one.mention.paragraph)
            first.setdefault(last, at)
    return {at for last, at in first.items() if len(places[last]) == 1}


def _series(pair: Pair) -> bool:
    """Whether most paragraphs of the one report have their counterpart in the other."""
    linked = sum(1 for link in pair.alignment.paragraphs if link.old and link.new)
    return linked >= ONE_SERIES * min(len(pair.old.report.paragraphs), len(pair.new.report.paragraphs))


def _led(one: Statement, found: Sequence[Statement], at: int) -> bool:
    """Whether the figure at ``at`` is what the number of ``one`` became: "补偿 60 美元" and "由 60 美元降为 45 美元"."""
    before = found[at - 1] if at else None
    return (
        before is not None
        and before.role == "from"
        and before.mention.paragraph == found[at].mention.paragraph
        and (before.family, before.counter) == (one.family, one.counter)
        and before.mention.value == one.mention.value
    )


def _unnamed(one: Statement, two: Statement) -> bool:
    """Whether a counter of anything (件) and one of few sorts of things (支) count what their clauses name and no noun after them:
    "收到枪支 5,600 件", "收回火器 7,300 支".
    """
    if one.kind != "counter" or two.kind != "counter" or one.noun or two.noun or one.family or two.family:
        return False
    fits = one.role == two.role and one.sorts == two.sorts and one.grouped == two.grouped
    return fits and bool(one.counter and two.counter) and one.general != two.general


def _class(statement: Statement) -> str:
    if statement.family in SHARES:
        return SHARES[0]
    return "" if statement.kind == "bare" or statement.family in OF_PEOPLE else statement.family


def comparable(one: Statement, two: Statement) -> bool:
    """Whether two figures can be one, by their time, their direction and the States they are of."""
    if apart(one, two) or one.turn != two.turn or bool(one.mention.value_to) != bool(two.mention.value_to):
        return False
    return not timed_apart(one, two)


def plausible(one: Statement, two: Statement, shares: float = SHARE_RATIO) -> bool:
    """Whether the numbers are of one order; ``shares``: how many times the other one a share may be."""
    low, high = sorted((amount(one), amount(two)))
    return low > 0 and high <= (shares if one.family in SHARES else RATIO) * low


def related(one: Statement, two: Statement, weigher: Weigher) -> float:
    """0 to 1: can the two count the same thing in other words? Counters of few sorts of things (辆, 艘) say much of it."""
    if kin := kindred(one, two):
        return kin
    if one.role != two.role or one.sorts != two.sorts:
        return 0.0
    if one.family != two.family:
        return 0.8 if one.family in SHARES and two.family in SHARES else 0.0
    if one.kind != "counter" or two.kind != "counter" or one.grouped != two.grouped:
        return 0.0
    if one.counter != two.counter and not ((one.general or two.general) and one.noun and two.noun):
        return 0.0
    if one.noun and two.noun and not weigher.senses(one.noun).isdisjoint(weigher.senses(two.noun)):
        return 0.7
    if one.counter == two.counter != "" and not one.general:
        return 0.6 if one.noun[-1:] == two.noun[-1:] or not (one.noun and two.noun) else 0.0
    if not one.noun or not two.noun:
        return 0.4 if one.counter else 0.0
    shared = one.noun[-1] == two.noun[-1] if one.counter else set(one.noun.split()) & set(two.noun.split())
    return 0.4 if shared else 0.0


def _score(one: Statement, two: Statement, told: Likeness, kin: float, aligned: bool) -> float:
    said = 0.45 * told.clause + 0.25 * told.sentence + 0.20 * told.paragraph + 0.05 * kin
    if one.family in SHARES:
        said -= SHARE_APART * (told.gone + told.come) / 2
    else:
        said -= APART * min(told.gone, told.come)
    said += LABELLED * told.label - scoped_apart(one, two)
    return said + _value(amount(one), amount(two)) + (LINKED if aligned else 0.0)


def _value(one: float, two: float) -> float:
    """What the two numbers say: the same, or nearly, speaks for the pair; a few of something says little."""
    times = max(one, two) / min(one, two) if min(one, two) > 0 else math.inf
    if times == 1:
        return 0.03 if one <= 10 else 0.10
    return 0.05 if times <= 1.15 else 0.0 if times <= 2 else -0.05


def _enough(one: Statement, told: Likeness, aligned: bool, series: bool, limits: DeriveThresholds) -> float:
    """The score that is asked: more where neither paragraphs nor reports correspond; shares have no noun to tell them by."""
    if one.family in SHARES and told.named > OTHER and max(told.gone, told.come) > ALL_SAID:
        return math.inf
    if aligned:
        return limits.figure_told_linked
    if not series and (told.shared < 0.8 or told.paragraph < (FAR if told.shared >= 1.5 else 0.25)):
        return math.inf
    asked = limits.figure_told if series else limits.figure_told_apart
    return asked + (0.04 if one.family in SHARES else 0.0)
