"""Figures that are left over once the sure pairs are found: which of them can only be one figure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from ccdiff.derive.figures.kinship import ALIKE, PART, SHARES, SOFT, ratio, scoped_apart
from ccdiff.derive.figures.matches import Match, Places, top_of
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.thresholds import DeriveThresholds

SHARE_RATIO = 2  # the same for shares, of which all are of one order: 12 per cent unemployed, 45 per cent literate
LARGE = 100  # counts from here on may be told by their number alone
NEAREST = 1.05  # times the other value at most: 310 witnesses are not 340 complaints
NEAREST_ALIKE = 1.3  # the same where one counter says something of both: 4,300 批 and 3,900 批
LAST_RATIO = 4  # times the other value at most, for two figures that are left over


def last(
    judged: Sequence[Match],
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    limits: DeriveThresholds,
) -> list[Match]:
    """The pairs of two figures that are left over in corresponding paragraphs, the only ones that could be one figure.

    Their sentences must be alike, and the figures before or after them must be a pair: "240 个案件…，所涉金额约为 80 亿美元"
    and "256 个案件…，涉及的金额约为 82 亿美元".
    """
    partner = {match.old: match.new for match in sure}
    taken = set(partner.values())
    left = [match for match in judged if match.old not in partner and match.new not in taken]
    olds, news = Counter(match.old for match in left), Counter(match.new for match in left)
    return [
        match
        for match in left
        if olds[match.old] == news[match.new] == 1
        and match.score >= limits.figure_last
        and match.wide >= limits.figure_last_sentence
        and match.close >= limits.figure_last_clause
        and ratio(old[match.old], new[match.new]) <= LAST_RATIO
        and any(_beside(match, step, partner, old, new) for step in (-1, 1))
    ]


def only(
    judge: Callable[[int, int], Match | None],
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    limits: DeriveThresholds,
) -> Iterator[Match]:
    """The pairs of the only two figures of their class that are left over in corresponding paragraphs, in sentences alike.

    "由 15 个国家试用" and "有 23 个国家使用", "会期四天" and "为期五天"; a class is a family, or a counter.
    """
    olds, news = {match.old for match in sure}, {match.new for match in sure}
    here = _classes(old, olds, places.old)
    there = _classes(new, news, places.new)
    partners = Counter(top for top, _ in places.linked), Counter(top for _, top in places.linked)
    for top, other in sorted(places.linked):
        if partners[0][top] > 1 or partners[1][other] > 1:
            continue
        for kind, first in here.get(top, {}).items():
            second = there.get(other, {}).get(kind, [])
            if len(first) != 1 or len(second) != 1:
                continue
            i, j = first[0], second[0]
            most = SHARE_RATIO if old[i].family in SHARES else LAST_RATIO
            if old[i].lone or new[j].lone or ratio(old[i], new[j]) > most or scoped_apart(old[i], new[j]) >= PART:
                continue
            match = judge(i, j)
            if match and match.wide >= limits.figure_only_sentence and _clause_fits(match, old[i], new[j], limits):
                yield match


def sole(
    judged: Sequence[Match],
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    limits: DeriveThresholds,
) -> Iterator[Match]:
    """The pairs of two figures of people that no other figure of their report counts, told in much the same clause.

    "It was attended by 214 participants" and "Some 340 participants attended", wherever they stand.
    """
    olds, news = {match.old for match in sure}, {match.new for match in sure}
    here, there = _soles(old), _soles(new)
    for match in judged:
        one, two = old[match.old], new[match.new]
        if match.old in olds or match.new in news or one.noun != two.noun:
            continue
        placed = match.old in here and match.new in there and ratio(one, two) <= LAST_RATIO
        if placed and match.score >= limits.figure_apart and match.close >= limits.figure_sole_clause:
            yield match


def nearest(
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    apart: Callable[[Statement, Statement], bool],
) -> Iterator[tuple[int, int]]:
    """Large counts left over in paragraphs that correspond, near each other as no others there: "contained 1,025 names",
    "listed 1,041 survivors".

    Neither report counts elsewhere what the other counts here; two such paragraphs are linked, or share two pairs.
    """
    shared = Counter(places.tops(old[match.old], new[match.new]) for match in sure)
    olds, news = {match.old for match in sure}, {match.new for match in sure}
    nouns = {head(one) for one in old}, {head(two) for two in new}
    here, there = _large(old, olds, places.old), _large(new, news, places.new)
    linked = {*places.linked, *(tops for tops, count in shared.items() if count >= 2)}
    found = [
        (i, j)
        for top, other in sorted(linked)
        for i in here.get(top, ())
        for j in there.get(other, ())
        if ratio(old[i], new[j]) <= _nearest(old[i], new[j]) and not apart(old[i], new[j])
    ]
    firsts, seconds = Counter(i for i, _ in found), Counter(j for _, j in found)
    for i, j in found:
        told = head(old[i]) not in nouns[1] and head(new[j]) not in nouns[0]
        if firsts[i] == seconds[j] == 1 and (told or head(old[i]) == head(new[j])):
            yield i, j


def _nearest(one: Statement, two: Statement) -> float:
    """How far apart two numbers may be that are one count."""
    if one.counter != two.counter and not (one.general or two.general):
        return 0.0
    alike = one.counter == two.counter != "" and not one.general and one.family not in SOFT
    return NEAREST_ALIKE if alike else NEAREST


def _large(found: Sequence[Statement], taken: set[int], tops: Mapping[str, str]) -> dict[str, list[int]]:
    """The large counts that have no partner, by their paragraphs."""
    large: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        counted = one.kind in ("counter", "noun") and (one.family in SOFT or one.family not in ALIKE)
        whole = not (one.lone or one.owner or one.role)
        if at not in taken and counted and whole and float(one.mention.value) >= LARGE:
            large[top_of(tops, one.mention.paragraph)].append(at)
    return large


def head(one: Statement) -> str:
    """The last word of a noun phrase, or its last two characters."""
    return one.noun.rpartition(" ")[2] if one.noun.isascii() else one.noun[-2:]


def _soles(found: Sequence[Statement]) -> set[int]:
    """The first figures of people that are counted in one paragraph only: "214 participants, of whom 96 took part online"."""
    first: dict[str, int] = {}
    places: dict[str, set[str]] = defaultdict(set)
    for at, statement in enumerate(found):
        if statement.family in SOFT and statement.noun:
            first.setdefault(statement.noun, at)
            places[statement.noun].add(statement.mention.paragraph)
    return {at for noun, at in first.items() if len(places[noun]) == 1}


def _clause_fits(match: Match, old: Statement, new: Statement, limits: DeriveThresholds) -> bool:
    """Whether the clauses are alike, too, where the class says little of the thing: shares, sums, lengths of time."""
    little = old.family in ALIKE and old.family != "state"
    return match.close >= (limits.figure_only_clause if little else 0.0)


def _classes(
    found: Sequence[Statement], taken: set[int], tops: Mapping[str, str]
) -> dict[str, dict[tuple[str, str], list[int]]]:
    """Of each paragraph, the figures that have no partner, by their class."""
    classes: dict[str, dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, statement in enumerate(found):
        if at not in taken:
            noun = "" if statement.family or statement.counter else statement.noun.rpartition(" ")[2]
            kind = statement.family, "" if statement.family else statement.counter or noun
            classes[top_of(tops, statement.mention.paragraph)][kind].append(at)
    return classes


def _beside(
    match: Match, step: int, partner: Mapping[int, int], old: Sequence[Statement], new: Sequence[Statement]
) -> bool:
    """Whether the figures right before (``step`` -1) or after those of ``match`` in their paragraphs are a pair."""
    here, there = match.old + step, match.new + step
    return (
        partner.get(here) == there
        and old[here].mention.paragraph == old[match.old].mention.paragraph
        and new[there].mention.paragraph == new[match.new].mention.paragraph
    )
