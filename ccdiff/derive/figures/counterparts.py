"""Figures left over that two reports tell in other words, or in another place: paired where their sentences are counterparts.

A reader finds them by what the two places share that the rest of the reports does not: rare words, words of one sense, the State they
are of, the number itself. Only what is the other's best, and clearly so, is a pair.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from os.path import commonprefix

from ccdiff.derive.context import Pair
from ccdiff.derive.figures.kinship import (
    ALIKE,
    KINDRED,
    SAME_NOUN,
    SHARES,
    SOFT,
    amount,
    apart,
    kindred,
    scoped_apart,
    timed_apart,
)
from ccdiff.derive.figures.leftovers import head, nearest
from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.matches import Match, Places
from ccdiff.derive.figures.slots import Asked, Slots
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.synonyms import Synonyms
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
NOUN = 2  # Chinese characters by which a noun ends
OTHER_NOUN = 0.08  # for rivals of another order that do not count the same: three States joined, 34 parties
NEAR_SCORE = 0.25  # of two that their numbers and their paragraphs alone make one
JOINED = 2  # pairs between two paragraphs that make them correspond
ALL_SAID = 0.05  # left unsaid in the other clause, at most, for a share of whose subject more is left unsaid: "在低收入国家，这一比例为"
SHARED = 1  # words that two sentences share at least, where their paragraphs do not correspond
UNLIKE = 0.05  # likeness of paragraphs below which no two figures of one series are looked at; pairs have 0.08 and more
FAR = 0.12  # the same of reports that hardly correspond
STEM = 5  # letters by which two nouns of one stem begin: oxidation units, oxidizers
LABELLED = 0.04  # for what stands with the two numbers of a row
LED = 0.1  # for what the text says the other number became
UNNAMED, UNNAMED_CLAUSE = 0.3, 0.35  # kinship of two counters that name nothing, and how alike their clauses must be
SENTENCE_END = re.compile(r"[。！？；;]|[.!?]\s")
OF_PEOPLE = ("person", "household", "visit")


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


def counterparts(
    pair: Pair,
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    limits: DeriveThresholds,
) -> list[Match]:
    """The pairs among the figures left over, whose places two reports tell in other words."""
    weigher = cache(lambda: Weigher(pair))  # made where it is asked
    found = _weighed(pair, weigher, sure, old, new, places, limits)
    chosen: list[Found] = []
    for _ in range(2):  # those beside a pair stand firmer
        known = {*((match.old, match.new) for match in sure), *((match.old, match.new) for match in chosen)}
        tops = Counter(places.tops(old[here], new[there]) for here, there in known)
        near = {places.tops(old[match.old], new[match.new]) for match in chosen}
        bonus = [_bonus(one, old, new, known, near, places) for one in found]
        joined = [_joined(one, places.tops(old[one.old], new[one.new]), tops, limits) for one in found]
        chosen += _choice(joined, chosen, bonus, limits)
    told = [_match(one, old, new) for one in chosen]

    def other(one: Statement, two: Statement) -> bool:
        return not _comparable(one, two) or weigher().lookalikes(one, two)

    near_ones = nearest([*sure, *told], old, new, places, other)
    told += [_nearest(i, j, old, new) for i, j in near_ones]
    return [*told, *_slotted(pair, weigher, [*sure, *told], old, new, places, limits)]


def _slotted(
    pair: Pair,
    weigher: Callable[[], Weigher],
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    limits: DeriveThresholds,
) -> Iterator[Match]:
    """What only the slot tells, of all that is left over."""

    def tell(i: int, j: int) -> Likeness | None:
        return weigher().likeness(old[i], new[j], (i, j))

    def fits(one: Statement, two: Statement) -> bool:
        if one.role != two.role or not _comparable(one, two) or not _plausible(one, two) or not placed(one, two):
            return False
        here, there = sex(one), sex(two)
        return not (here and there) or not here.isdisjoint(there)

    def sex(one: Statement) -> frozenset[str]:
        """What a noun counts of two sorts that exclude each other: 62 male guides and 9 female guides, 11 women and 70 men."""
        words = one.noun.split() if one.noun.isascii() else ()
        return excluding(stem(word) for word in words) | excluding(words) if words else frozenset()

    def excluding(words: Iterable[str]) -> frozenset[str]:
        return pair.old.language.once(lexicon).excluding(tuple(words))

    def brief(one: Statement, side: int) -> bool:
        text = weigher().sides[side].texts[one.mention.paragraph]
        return not SENTENCE_END.search(text, 0, len(text.rstrip()) - 1)

    def akin(one: Statement, two: Statement) -> bool:
        """Whether two nouns are two words for one thing: of one stem, of one sense, or one beside the other's number."""
        if kindred(one, two) or not (one.noun and two.noun) or one.family == two.family != "":
            return True
        first, second = head(one).lower(), head(two).lower()
        known = pair.old.language.once(Synonyms)
        if one.noun.isascii():
            return known.same(first, second) or bool(_spoken(first, two) or _spoken(second, one) or sex(one) & sex(two))
        if known.listed(one.noun, two.noun):
            return True
        shared = sum((Counter(one.noun) & Counter(two.noun)).values())
        begins = shared >= KINDRED * min(len(one.noun), len(two.noun))
        return begins or one.noun in two.near or two.noun in one.near  # 近5000个反对修路的签名, 6200个签名

    def placed(one: Statement, two: Statement) -> bool:
        """Whether items stand in corresponding items; not any item of two lists that correspond."""
        here, there = one.mention.paragraph, two.mention.paragraph
        return (here not in places.old and there not in places.new) or there in pair.in_new(here)

    return Slots(Asked(tell, fits, akin, brief), sure, old, new, places, limits).pairs()


def _spoken(noun: str, one: Statement) -> bool:
    """Whether a clause has a word of the stem of a noun: "31 of the 172 posts were vacant", "22 vacancies"."""
    return stem(noun) in one.near or any(len(commonprefix((noun, word))) >= STEM for word in one.near)


def _nearest(i: int, j: int, old: Sequence[Statement], new: Sequence[Statement]) -> Match:
    same = amount(old[i]) == amount(new[j])
    return Match(i, j, NEAR_SCORE, True, 0.0, 0.0, 0.0, 0.0, False, same)


def _joined(one: Found, tops: tuple[str, str], counts: Counter[tuple[str, str]], limits: DeriveThresholds) -> Found:
    """Two figures in paragraphs that share two others: these correspond, whether they are linked or not."""
    if counts[tops] < JOINED or one.enough == math.inf:
        return one
    enough = min(one.enough, limits.figure_told_alone if one.alone else limits.figure_told_linked)
    return replace(one, enough=enough)


def _choice(
    found: Sequence[Found], before: Sequence[Found], bonus: Sequence[float], limits: DeriveThresholds
) -> list[Found]:
    """The best first; none where either side could as well go with another."""
    olds, news = {one.old for one in before}, {one.new for one in before}
    ranked = sorted(
        ((round(one.score + more, 6), one) for one, more in zip(found, bonus, strict=True)),
        key=lambda entry: (-entry[0], entry[1].old + entry[1].new, entry[1].old),
    )
    chosen: list[Found] = []
    for score, one in ranked:
        if score < one.enough or one.old in olds or one.new in news:
            continue
        rivals = (
            rival
            for rival, other in ranked
            if other is not one
            and (other.old == one.old) != (other.new == one.new)
            and other.old not in olds
            and other.new not in news
        )
        if score - next(rivals, 0.0) >= limits.figure_told_margin:
            chosen.append(one)
            olds.add(one.old)
            news.add(one.new)
    return chosen


def _bonus(
    one: Found,
    old: Sequence[Statement],
    new: Sequence[Statement],
    known: set[tuple[int, int]],
    tops: set[tuple[str, str]],
    places: Places,
) -> float:
    """For what stands beside a pair, and in paragraphs between which one runs."""
    beside = any(
        (one.old + step, one.new + step) in known
        and old[one.old + step].mention.paragraph == old[one.old].mention.paragraph
        and new[one.new + step].mention.paragraph == new[one.new].mention.paragraph
        for step in (-1, 1)
    )
    linked = not one.aligned and places.tops(old[one.old], new[one.new]) in tops
    return (BESIDE if beside else 0.0) + (LINKED if linked else 0.0)


def _weighed(
    pair: Pair,
    weigher: Callable[[], Weigher],
    sure: Sequence[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    limits: DeriveThresholds,
) -> list[Found]:
    """Every two figures left over that can count the same thing, and how alike they are told."""
    olds, news = {match.old for match in sure}, {match.new for match in sure}
    by_class: dict[str, list[int]] = defaultdict(list)
    for j, statement in enumerate(new):
        if j not in news and not statement.lone and not statement.owner:
            by_class[_class(statement)].append(j)
    series, alone = _series(pair), (_alone(old), _alone(new))
    once = _counted_once(old), _counted_once(new)
    asked = False
    found: list[Found] = []
    for i, one in enumerate(old):
        if i in olds or one.lone or one.owner:
            continue
        for j in by_class.get(_class(one), ()):
            two = new[j]
            if not _comparable(one, two) or not _plausible(one, two):
                continue
            aligned = places.near(one, two)
            if not aligned and len(one.far & two.far) < SHARED:
                continue
            asked = True
            if not aligned and weigher().paragraphs(one, two) < (UNLIKE if series else FAR):
                continue
            kin = related(one, two, weigher()) or (UNNAMED if aligned and _unnamed(one, two) else 0.0)
            told = weigher().likeness(one, two, (i, j)) if kin else None
            if told and (kin > UNNAMED or told.clause >= UNNAMED_CLAUSE):
                score, enough = _score(one, two, told, kin, aligned), _enough(one, told, aligned, series, limits)
                score += LED if aligned and _led(one, new, j) else 0.0
                sole = i in alone[0] and j in alone[1]
                if aligned and sole and enough < math.inf:
                    enough = limits.figure_told_alone
                if kin >= SAME_NOUN and i in once[0] and j in once[1]:
                    enough = min(enough, limits.figure_told)
                found.append(Found(i, j, score, kin, aligned, told, enough, sole))
    return [*found, *_implausible(found, old, new, olds, news, weigher(), places)] if asked else []


def _implausible(
    found: Sequence[Found],
    old: Sequence[Statement],
    new: Sequence[Statement],
    olds: set[int],
    news: set[int],
    weigher: Weigher,
    places: Places,
) -> Iterator[Found]:
    """The neighbours of what was found, of another order: no pairs, but rivals.

    In "高速公路 6,000 公里、农村公路 30 万公里" the former is of what 高速公路里程 13.6 万公里 is of.
    """
    done = {(one.old, one.new) for one in found}
    for one in found:
        if one.score < one.enough - BESIDE - LINKED:
            continue
        around = [(one.old, j) for j in (one.new - 1, one.new + 1) if 0 <= j < len(new) and j not in news]
        around += [(i, one.new) for i in (one.old - 1, one.old + 1) if 0 <= i < len(old) and i not in olds]
        for i, j in around:
            first, second = old[i], new[j]
            if (i, j) in done or first.lone or second.lone or _plausible(first, second):
                continue
            done.add((i, j))
            kin = related(first, second, weigher) if _comparable(first, second) else 0.0
            if kin and (told := weigher.likeness(first, second, (i, j))):
                aligned = places.near(first, second)
                score = _score(first, second, told, kin, aligned) - LABELLED * told.label
                score -= OTHER_NOUN if first.noun != second.noun else 0.0
                yield Found(i, j, score, kin, aligned, told, math.inf)


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
        head = one.noun.rpartition(" ")[2] if one.noun.isascii() else one.noun[-NOUN:]
        if head and not one.role and one.family not in ALIKE:
            places[head].add(one.mention.paragraph)
            first.setdefault(head, at)
    return {at for head, at in first.items() if len(places[head]) == 1}


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


def _comparable(one: Statement, two: Statement) -> bool:
    if apart(one, two) or one.turn != two.turn or bool(one.mention.value_to) != bool(two.mention.value_to):
        return False
    return not timed_apart(one, two)


def _plausible(one: Statement, two: Statement) -> bool:
    """Whether the numbers are of one order."""
    low, high = sorted((amount(one), amount(two)))
    return low > 0 and high <= (SHARE_RATIO if one.family in SHARES else RATIO) * low


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


def _match(one: Found, old: Sequence[Statement], new: Sequence[Statement]) -> Match:
    same = amount(old[one.old]) == amount(new[one.new])
    told = one.told
    return Match(
        one.old,
        one.new,
        min(1.0, one.score),
        one.aligned,
        told.clause,
        told.sentence,
        one.kin,
        told.shared,
        False,
        same,
    )
