"""Figures left over once the sure pairs are found: which two of them are one figure, told in other words or in another place.

All that speaks for two figures and against them is put together: how alike they are told, whether they can count one thing, whether
their places correspond, what stands beside them, and whether anything else is left there that either could be. The best are taken
first, none where either side could as well go with another; what is left then is judged again.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import mul

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import kinship
from ccdiff.derive.figures.matches import Beside, Match, Places
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.synonyms import Synonyms
from ccdiff.derive.figures.told import Likeness, Scale, Weigher
from ccdiff.model.named import NamedTuple
from ccdiff.model.record import record

RATIO, SHARE_RATIO = 5, 4  # times the other value at most; of shares, which are all of one order
SHARED = 0.17  # likeness of sentences in paragraphs that do not correspond, below which no two figures are looked at,
UNLIKE = 0.05  # and of these paragraphs
STATE = "state"
Said = Sequence[Statement]
COUNTED = ("counter", "noun", "bare")
MANY = 256  # figures of a class left over; of more only those are held against one that share a word which few of them have
COMMON = 48  # figures that have such a word
HEAD = 2  # Chinese characters of a noun that say what it is
ROUNDS = 4  # times that what is left over is judged again
JOINED = 2  # pairs between two paragraphs, of which more say no more


class Traits(NamedTuple):
    """What speaks for two figures as one, each 0 to 1 where nothing else is said."""

    clause: float  # how alike their clauses are told,
    best: float  # the more alike of clause and sentence,
    sentence: float  # their sentences,
    paragraph: float  # their paragraphs,
    label: float  # and what stands with the numbers
    unsaid: float  # of either clause what the other report has words for and does not say there: the more
    kin: float  # whether they can count the same things, by their nouns
    unit: float  # one counter, which says something of what it counts: 辆, 艘
    times: float  # how many times the other value (logarithm)
    share_times: float  # and how many times the other
    averaged: float  # one is an average, and the other is none
    scoped: float  # one counts a part, or what was added, the other does not
    part: float  # both are said to be parts
    linked: float  # their paragraphs correspond
    section: float  # or only their sections


class Around(NamedTuple):
    """The same of what has been paired, and of what is left, around them."""

    beside: float  # of the figures right before and right after them so many are pairs
    joined: float  # so many pairs, two at most, run between their paragraphs, which do not correspond
    alone: float  # nothing else is left in these paragraphs that either could be
    lonely: float  # they are strangers, and nothing beside them is a pair


# What each weighs: fitted by logistic regression on what the sure pairs of 99 judged pairs leave over (3,300 candidates, of which 340 are
# one figure), nine tenths of the pairs at a time; on the tenth held back 93 of 100 pairs told are right and 87 of 100 are found.
WEIGHTS = Traits(
    clause=1.4, best=1.5, sentence=1.6, paragraph=0.5, label=1.2, unsaid=-1.3, kin=0.2, unit=1.0, times=-2.0, share_times=-2.3, averaged=-1.5, scoped=-1.2, part=1.0, linked=1.6, section=1.2,
)  # fmt: skip
AROUND = Around(beside=1.2, joined=0.4, alone=2.1, lonely=-3.8)
STRANGE = 0.5  # what speaks against two that nothing joins, be there a pair beside them
MOST_LINKED, MOST_APART = 2 * AROUND.beside + AROUND.alone, 2 * AROUND.beside + JOINED * AROUND.joined
ENOUGH = 2.4  # from which on two are told as one


@record
class Found:
    """Two figures that may be one, and what their words and their places say of that."""

    old: int
    new: int
    said: float
    told: Likeness
    kin: float
    linked: bool
    strange: bool


class Leftovers:
    """The figures of two reports, and which of those that are left over are one."""

    def __init__(self, pair: Pair, old: Said, new: Said, places: Places, scale: Scale) -> None:
        self.pair, self.old, self.new, self.places, self._scale = pair, old, new, places, scale
        self._partner: dict[int, int] = {}  # the sure pairs
        self._synonyms = pair.old.language.once(Synonyms)
        self._sections = tuple(
            {place.id: place.section for place in side.report.paragraphs} for side in (pair.old, pair.new)
        )

    @cached_property
    def weigher(self) -> Weigher:
        """Made where it is asked."""
        return Weigher(self.pair, self._scale.lookalikes)

    def pairs(self, sure: Sequence[Match]) -> list[Match]:
        """The pairs among the figures that are left over beside ``sure``."""
        partner = self._partner = {match.old: match.new for match in sure}
        left = [one for i, j in self._proposals(partner) if (one := self._weighed(i, j))]
        found: list[Match] = []
        for _ in range(ROUNDS):
            taken = set(partner.values())
            left = [one for one in left if one.old not in partner and one.new not in taken]
            around = self._around(partner, left)
            scored = [(one.said + sum(map(mul, AROUND, around(one))), one) for one in left]
            chosen = list(_choice(scored, self.pair.config.figure_left_margin))
            if not chosen:
                break
            partner.update((one.old, one.new) for _, one in chosen)
            found += [self._match(score, one) for score, one in chosen]
        return found

    def _match(self, score: float, one: Found) -> Match:
        told, same = one.told, kinship.amount(self.old[one.old]) == kinship.amount(self.new[one.new])
        sure = 1 / (1 + math.exp(-score))
        return Match(one.old, one.new, sure, one.linked, told.clause, told.sentence, one.kin, told.shared, False, same)

    def _proposals(self, partner: Mapping[int, int]) -> Iterator[tuple[int, int]]:
        """Two of one class that stand in corresponding paragraphs, or share a word of their sentences."""
        taken = set(partner.values())
        by_class: dict[str, list[int]] = defaultdict(list)
        for j, two in enumerate(self.new):
            if j not in taken and not two.lone and not two.owner:
                by_class[_class(two)].append(j)
        many = {kind: found for kind, found in by_class.items() if len(found) > MANY}
        rare = {kind: _by_word(self.new, found) for kind, found in many.items()}
        beside = {kind: Beside(self.new, self.places, found) for kind, found in many.items()}
        for i, one in enumerate(self.old):
            if i in partner or one.lone or one.owner:
                continue
            kind = _class(one)
            chosen: Iterable[int] = by_class.get(kind, ())
            if kind in many:
                few = (found for word in one.far if len(found := rare[kind].get(word, ())) < COMMON)
                chosen = sorted(set(beside[kind](one)).union(*few))
            for j in chosen:
                two = self.new[j]
                near = self.places.near(one, two)
                if comparable(one, two, self._times(i, j)) and (
                    near or self._scale.overlap(one.far, two.far) >= SHARED
                ):
                    yield i, j

    def _weighed(self, i: int, j: int) -> Found | None:
        """The figures ``i`` and ``j``, and what speaks for them; ``None`` where they are said to be two."""
        traits = self.traits(i, j)
        if not traits:
            return None
        told, said = traits
        score = sum(map(mul, WEIGHTS, said)) - ENOUGH
        if score + (MOST_LINKED if said.linked else MOST_APART) < 0:
            return None
        one, two = self.old[i], self.new[j]
        strange = not said.kin and self._strangers(one, two)
        if strange and (kinship.equal(one, two) or _otherwise_counted(one, two)):
            return None  # 36 experts, 36 countries; 48 份照会, 69 项请求
        strange = strange and not (_spoken(one, two) or _spoken(two, one))
        return Found(i, j, score - STRANGE * strange, told, said.kin, bool(said.linked), strange)

    def traits(self, i: int, j: int) -> tuple[Likeness, Traits] | None:
        """How two figures are told, and what speaks for them; ``None`` where they are said to be two."""
        one, two, weigher = self.old[i], self.new[j], self.weigher
        linked = self._linked(one, two)
        if not linked and weigher.paragraphs(one, two) < UNLIKE:
            return None
        told = weigher.likeness(one, two, (i, j))
        if not told:
            return None
        share, times = one.family in kinship.SHARES, math.log(self._times(i, j))
        unit = one.counter == two.counter != "" and not one.general
        return told, Traits(
            clause=told.clause,
            best=max(told.clause, told.sentence),
            sentence=told.sentence,
            paragraph=told.paragraph,
            label=told.label,
            unsaid=max(told.gone, told.come),
            kin=self._kin(one, two),
            unit=float(unit),
            times=times,
            share_times=times if share else 0.0,
            averaged=float(kinship.averaged_apart(one, two)),
            scoped=kinship.scoped_apart(one, two),
            part=float(one.within and two.within),
            linked=float(linked),
            section=float(not linked and self._near(one, two)),
        )

    def _times(self, i: int, j: int) -> float:
        """How many times the one the other is; of two parts, beside what came of their wholes: "47 requests, of which 44", "400, of which 397"."""
        one, two = self.old[i], self.new[j]
        times = kinship.ratio(one, two)
        if not (one.within and two.within and i and self._partner.get(i - 1) == j - 1):
            return times
        whole, other = self.old[i - 1], self.new[j - 1]
        if (kinship.amount(two) > kinship.amount(one)) != (kinship.amount(other) > kinship.amount(whole)):
            return times
        grown = kinship.ratio(whole, other)
        return min(times, max(times / grown, grown / times))

    def _kin(self, one: Statement, two: Statement) -> float:
        """0 to 1: can the two count the same things, by one noun or by two of one sense?"""
        if kin := kinship.kindred(one, two):
            return kin
        if one.noun and two.noun and not self.weigher.senses(one.noun).isdisjoint(self.weigher.senses(two.noun)):
            return 0.7
        return 0.0

    def _strangers(self, one: Statement, two: Statement) -> bool:
        """Whether nothing joins what two figures count: neither their nouns, nor their counters (批, 家); States have names of their own."""
        if one.often != two.often:
            return not (one.event or two.event or one.generic or two.generic)
        if (one.family == STATE) != (two.family == STATE):
            return True
        if one.noun and two.noun:
            return not (one.counter == two.counter and self._synonyms.same(_head(one), _head(two)))
        return one.counter != two.counter and bool(one.counter and two.counter)

    def _linked(self, one: Statement, two: Statement) -> bool:
        """Whether the paragraphs correspond; of two lists that do, the very items."""
        here, there = one.mention.paragraph, two.mention.paragraph
        whole = here not in self.places.old and there not in self.places.new
        return self.places.near(one, two) and (whole or there in self.pair.in_new(here))

    def _near(self, one: Statement, two: Statement) -> bool:
        """Whether their sections correspond."""
        here, there = self.places.tops(one, two)
        return self._sections[1].get(there) in self.pair.in_new(self._sections[0].get(here, ""))

    def _around(self, partner: Mapping[int, int], left: Sequence[Found]) -> Callable[[Found], Around]:
        """Tells of two figures what was paired around them (``partner``) and what is ``left`` there."""
        tops = Counter(self.places.tops(self.old[i], self.new[j]) for i, j in partner.items())
        olds, news = self._rivals(left)

        def around(one: Found) -> Around:
            here, there = self.places.tops(self.old[one.old], self.new[one.new])
            beside = sum(self._beside(one.old, one.new, step, partner) for step in (-1, 1))
            alone = one.linked and olds[one.old, there] == news[one.new, here] == 1
            joined = 0 if one.linked else min(tops[here, there], JOINED)
            return Around(beside, joined, float(alone), float(one.strange and not beside))

        return around

    def _rivals(self, left: Sequence[Found]) -> tuple[Counter[tuple[int, str]], Counter[tuple[int, str]]]:
        """As how many of the figures left over in each paragraph an old and a new figure may be told."""
        olds: Counter[tuple[int, str]] = Counter()
        news: Counter[tuple[int, str]] = Counter()
        for one in left:
            here, there = self.places.tops(self.old[one.old], self.new[one.new])
            olds[one.old, there] += 1
            news[one.new, here] += 1
        return olds, news

    def _beside(self, i: int, j: int, step: int, partner: Mapping[int, int]) -> bool:
        """Whether the figures right before (``step`` -1) or after the two are a pair."""
        here, there = i + step, j + step
        if min(here, there) < 0 or partner.get(here, -1) != there:
            return False
        places = self.old[here].mention.paragraph, self.new[there].mention.paragraph
        return places == (self.old[i].mention.paragraph, self.new[j].mention.paragraph)


def _class(one: Statement) -> str:
    """What a figure can only be paired with: shares, States, things and people that are counted, measures of one family."""
    if one.family in kinship.SHARES:
        return kinship.SHARES[0]
    if one.often:
        return ""  # "used 52 times", "made use of on 95 occasions"
    return "" if one.kind in COUNTED else one.family or one.kind


def _head(one: Statement) -> str:
    """The last word of a noun phrase, or its last two characters."""
    return stem(one.noun.rpartition(" ")[2]) if one.noun.isascii() else one.noun[-HEAD:]


def _otherwise_counted(one: Statement, two: Statement) -> bool:
    """Whether two things are named and bear counters of their own (份照会, 项请求), and are not both totals of a day."""
    totals = one.mention.as_of is not None and two.mention.as_of is not None
    named = one.counter and two.counter and one.noun and two.noun
    return bool(named) and one.counter != two.counter and not totals


def _spoken(one: Statement, two: Statement) -> bool:
    """Whether what ``one`` counts stands beside ``two``: "62 male guides", "Among the guides there are 11 women"."""
    return bool(one.noun) and (_head(one) if one.noun.isascii() else one.noun) in two.near


def comparable(one: Statement, two: Statement, times: float) -> bool:
    """Whether two figures, of which one is so many ``times`` the other, can be one: by their time, their direction, the States they are of."""
    if (
        kinship.apart(one, two)
        or kinship.timed_apart(one, two)
        or (one.kind in COUNTED and kinship.scoped_apart(one, two) >= kinship.PART)
    ):
        return False
    ranges = one.mention.value_to is not None, two.mention.value_to is not None
    if (one.role, one.turn, ranges[0]) != (two.role, two.turn, ranges[1]):
        return False
    if one.family in kinship.SHARES:  # 年均增长 6.2%, 增长 5.1%
        return times <= SHARE_RATIO and not kinship.averaged_apart(one, two)
    return times <= RATIO


def _by_word(found: Sequence[Statement], places: Iterable[int]) -> dict[str, list[int]]:
    """The figures in whose sentence each word stands."""
    words: dict[str, list[int]] = defaultdict(list)
    for at in places:
        for word in found[at].far:
            words[word].append(at)
    return words


def _choice(scored: Sequence[tuple[float, Found]], margin: float) -> Iterator[tuple[float, Found]]:
    """The best first; none where either side could as well go with another."""
    ranked = sorted(scored, key=lambda entry: (-round(entry[0], 6), entry[1].old + entry[1].new, entry[1].old))
    by_old: dict[int, list[tuple[float, Found]]] = defaultdict(list)
    by_new: dict[int, list[tuple[float, Found]]] = defaultdict(list)
    for entry in ranked:
        by_old[entry[1].old].append(entry)
        by_new[entry[1].new].append(entry)
    olds, news = set[int](), set[int]()

    def best(rivals: Iterable[tuple[float, Found]], one: Found) -> float:
        free = (
            score for score, other in rivals if other is not one and other.old not in olds and other.new not in news
        )
        return next(free, -math.inf)

    for score, one in ranked:
        if score < 0:
            return
        if one.old in olds or one.new in news:
            continue
        if score - max(best(by_old[one.old], one), best(by_new[one.new], one)) >= margin:
            yield score, one
            olds.add(one.old)
            news.add(one.new)
