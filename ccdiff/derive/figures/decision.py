"""Which figures of two reports are one: all that speaks for two figures and against them, put together.

How alike they are told, whether they can count one thing, whether their places correspond, what stands beside them, and whether
anything else is there that either could be. The best are taken first, none where either side could as well go with another; what is
left then is judged again.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import mul

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import kinship
from ccdiff.derive.figures.lookalikes import Synonyms
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.told import Scale
from ccdiff.model.named import NamedTuple
from ccdiff.model.record import record

CROWDED = 128  # figures of one paragraph; of more only those are held against one that stand at about its place
WINDOW = 16  # figures before and behind that place
FAR_OFF, SHARE_FAR_OFF = 50, 6  # times the other value at most; of shares, which are all of one order
TIMES = 8  # times it from which on the clauses must be alike, as much as this:
TIMES_CLOSE = 0.75  # 互联网金融案件 1.5万件 and 一审金融案件 14万件 are not
SHARED = 0.17  # likeness of sentences in paragraphs that do not correspond, below which no two figures are looked at
STATE = "state"
FROM = "from"
Said = Sequence[Statement]
COUNTED = ("counter", "noun", "bare")
COMMON = 48  # figures of a report that have a word; a word of more proposes no pair
HEAD = 2  # Chinese characters of a noun that say what it is
ROUNDS = 5  # times that what is left over is judged again
JOINED = 2  # pairs between two paragraphs, of which more say no more


@record
class Match:
    """Statement ``old`` and statement ``new`` (places in their lists) are one figure, as sure as ``score`` (0 to 1)."""

    old: int
    new: int
    score: float


@record
class Places:
    """Which paragraphs correspond; an item stands for its paragraph (``old`` and ``new``: the paragraph of each item)."""

    old: Mapping[str, str]
    new: Mapping[str, str]
    linked: set[tuple[str, str]]

    def tops(self, one: Statement, two: Statement) -> tuple[str, str]:
        """The paragraphs in which an old and a new statement stand."""
        here, there = one.mention.paragraph, two.mention.paragraph
        return self.old.get(here, here), self.new.get(there, there)

    def near(self, one: Statement, two: Statement) -> bool:
        """Whether the two stand in corresponding paragraphs."""
        return self.tops(one, two) in self.linked


def top_of(parents: Mapping[str, str], locator: str) -> str:
    """The paragraph of an item; a paragraph itself."""
    return parents.get(locator, locator)


class Beside:
    """Which figures of one report stand in a paragraph that corresponds to that of a figure of the other, for one after another."""

    def __init__(self, new: Sequence[Statement], places: Places, among: Sequence[int]) -> None:
        self._places = places
        self._by_top: dict[str, list[int]] = defaultdict(list)
        for j in among:
            self._by_top[top_of(places.new, new[j].mention.paragraph)].append(j)
        self._linked: dict[str, list[str]] = defaultdict(list)
        for here, there in sorted(places.linked):
            self._linked[here].append(there)
        self._turn: dict[str, int] = defaultdict(int)

    def __call__(self, old: Statement) -> list[int]:
        """The figures beside the next one of the old report: all, or where a paragraph has very many, those at about the same place."""
        top = top_of(self._places.old, old.mention.paragraph)
        turn = self._turn[top]
        self._turn[top] += 1
        around = slice(max(0, turn - WINDOW), turn + WINDOW + 1)
        found = (self._by_top.get(there, []) for there in self._linked.get(top, ()))
        return [j for beside in found for j in (beside[around] if len(beside) > CROWDED else beside)]


class Traits(NamedTuple):
    """What speaks for two figures as one, each 0 to 1 where nothing else is said."""

    clause: float  # how alike their clauses are told,
    sentence: float  # their sentences,
    label: float  # and what stands with the numbers
    unsaid: float  # of either clause what the other report has words for and does not say there: the more
    kin: float  # whether they can count the same things, by their nouns
    strange: float  # nothing joins what they count
    named: float  # they are shares of two things, said first
    elsewhere: float  # the States named around them are others
    same: float  # one value
    times: float  # how many times the other value (logarithm)
    share_times: float  # and how many times the other
    averaged: float  # one is an average, and the other is none
    scoped: float  # one counts a part, or what was added, the other does not
    part: float  # both are said to be parts
    turned: float  # only one says by how much something rose or fell, or they say the opposite
    ranged: float  # only one is a range
    chained: float  # the one is where the other set out from: "46 sites", "from 46 sites to 71"
    linked: float  # their paragraphs correspond
    section: float  # or only their sections


class Around(NamedTuple):
    """The same of what has been paired, and of what is left, around them."""

    beside: float  # of the figures right before and right after them so many are pairs
    joined: float  # so many pairs, two at most, run between their paragraphs, which do not correspond
    lonely: float  # they are strangers, told otherwise, and nothing beside them is a pair
    ahead: float  # by how much their words speak more for them than for either with another


# What each weighs: fitted by logistic regression on all that could be one in 106 judged pairs and in the cases of the tests (5,900
# candidates, of which 2,200 are one figure). Each pair left out of the fit in turn, 96.4 of 100 changed figures told are right and
# 94.7 of 100 are found; of the seven pairs judged last 98 and 89, where bounds set by hand had 96 and 85. ``kin``, ``times`` and
# ``lonely`` were then made to weigh more, by hand (visitors and guides, 29 States and 42 authorities, 1.5 and 14 stay two), and
# ``unsaid`` less, when pairs of letters no longer counted as words: 96.9 and 93.5 over all pairs judged.
WEIGHTS = Traits(
    clause=0.9, sentence=0.6, label=1.3, unsaid=-0.8, kin=0.8, strange=-0.5, named=-1.0, elsewhere=-1.1, same=0.6, times=-1.3, share_times=-0.8, averaged=-1.4, scoped=-1.9, part=0.8, turned=-0.9, ranged=-2.2, chained=1.2, linked=2.3, section=1.2,
)  # fmt: skip
AROUND = Around(beside=1.0, joined=1.7, lonely=-5.2, ahead=1.3)
ENOUGH = 3.4  # from which on two are told as one
MOST = 4.5  # what stands around two figures can speak for them
AHEAD = 1.75  # nobody is further ahead


@record
class Found:
    """Two figures that may be one, and what their words and their places say of that."""

    old: int
    new: int
    said: float
    linked: bool
    strange: float


class Decision:
    """The figures of two reports, and which of them are one."""

    def __init__(self, pair: Pair, old: Said, new: Said, places: Places, scale: Scale) -> None:
        self.pair, self.old, self.new, self.places, self.scale = pair, old, new, places, scale
        self._synonyms = pair.old.language.once(Synonyms)
        self._sections = tuple(
            {place.id: place.section for place in side.report.paragraphs} for side in (pair.old, pair.new)
        )

    def pairs(self) -> list[Match]:
        """The pairs among the figures."""
        partner: dict[int, int] = {}
        left = [one for i, j in self._proposals() if (one := self._weighed(i, j))]
        found: list[Match] = []
        for _ in range(ROUNDS):
            taken = set(partner.values())
            left = [one for one in left if one.old not in partner and one.new not in taken]
            around = self._around(partner, left)
            scored = [(one.said + sum(map(mul, AROUND, around(one))), one) for one in left]
            chosen = list(_choice(scored, self.pair.config.figure_margin))
            if not chosen:
                break
            partner.update((one.old, one.new) for _, one in chosen)
            found += [Match(one.old, one.new, 1 / (1 + math.exp(-score))) for score, one in chosen]
        return found

    def _proposals(self) -> Iterator[tuple[int, int]]:
        """Two of one class that stand in corresponding paragraphs, or share a word of their sentences."""
        by_class: dict[str, list[int]] = defaultdict(list)
        for j, two in enumerate(self.new):
            by_class[_class(two)].append(j)
        rare = {kind: _by_word(self.new, found) for kind, found in by_class.items()}
        beside = {kind: Beside(self.new, self.places, found) for kind, found in by_class.items()}
        for i, one in enumerate(self.old):
            kind = _class(one)
            if kind not in rare:
                continue
            few = (found for word in one.far if len(found := rare[kind].get(word, ())) < COMMON)
            for j in sorted(set(beside[kind](one)).union(*few)):
                two = self.new[j]
                near = self.places.near(one, two)
                if comparable(one, two, near, kinship.ratio(one, two)) and (
                    near or self.scale.overlap(one.far, two.far) >= SHARED
                ):
                    yield i, j

    def _weighed(self, i: int, j: int) -> Found | None:
        """The figures ``i`` and ``j``, and what speaks for them; ``None`` where they are two."""
        traits = self.traits(i, j)
        if not traits:
            return None
        said = sum(map(mul, WEIGHTS, traits)) - ENOUGH
        return (
            Found(i, j, said, bool(traits.linked), traits.strange * (1 - traits.sentence)) if said + MOST >= 0 else None
        )

    def traits(self, i: int, j: int) -> Traits | None:
        """How two figures are told, and what speaks for them; ``None`` where they are said to be two."""
        one, two = self.old[i], self.new[j]
        kin, same = self._kin(one, two), kinship.equal(one, two) and one.currency == two.currency
        strange = not kin and self._strangers(one, two)
        if strange and (same or _otherwise_counted(one, two)):
            return None  # 36 experts, 36 countries; 48 份照会, 69 项请求
        told = self.scale.likeness(one, two, (i, j))
        share, times = one.family in kinship.SHARES, self._times(i, j)
        if not told or (times > TIMES and told.clause < TIMES_CLOSE):
            return None
        linked = self._linked(one, two)
        return Traits(
            clause=told.clause,
            sentence=told.sentence,
            label=told.label,
            unsaid=told.unsaid,
            kin=kin,
            strange=float(strange and not (_spoken(one, two) or _spoken(two, one))),
            named=float(kinship.named_apart(self.scale.mass, one, two)),
            elsewhere=float(told.elsewhere),
            same=float(same),
            times=math.log(times),
            share_times=math.log(times) if share else 0.0,
            averaged=float(kinship.averaged_apart(one, two)),
            scoped=kinship.scoped_apart(one, two),
            part=float(one.within and two.within),
            turned=float(one.turn != two.turn),
            ranged=float((one.mention.value_to is None) != (two.mention.value_to is None)),
            chained=float(_set_out(self.new, j, one) or _set_out(self.old, i, two)),
            linked=float(linked),
            section=float(not linked and self._near(one, two)),
        )

    def _times(self, i: int, j: int) -> float:
        """How many times the one the other is; of two parts, beside how their wholes grew: "47 requests, of which 44", "400, of which 397"."""
        times = kinship.ratio(self.old[i], self.new[j])
        if not (i and j and self.old[i].within and self.new[j].within):
            return times
        grown = kinship.ratio(self.old[i - 1], self.new[j - 1])
        return min(times, max(times / grown, grown / times))

    def _kin(self, one: Statement, two: Statement) -> float:
        """0 to 1: can the two count the same things, by one noun or by two of one sense?"""
        if kin := kinship.kinship(one, two):
            return kin
        if kinship.lettered_alike(one, two) and not kinship.apart(one, two):
            return 0.5
        if one.noun and two.noun and not self.scale.senses[one.noun].isdisjoint(self.scale.senses[two.noun]):
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
        whole = here not in self.places.old or there not in self.places.new
        return self.places.near(one, two) and (whole or there in self.pair.in_new(here))

    def _near(self, one: Statement, two: Statement) -> bool:
        """Whether their sections correspond."""
        here, there = self.places.tops(one, two)
        return self._sections[1].get(there) in self.pair.in_new(self._sections[0].get(here, ""))

    def _around(self, partner: Mapping[int, int], left: Sequence[Found]) -> Callable[[Found], Around]:
        """Tells of two figures what was paired around them (``partner``) and what is ``left`` there."""
        tops = Counter(self.places.tops(self.old[i], self.new[j]) for i, j in partner.items())
        rivals = _ranked((one.old, one.said) for one in left), _ranked((one.new, one.said) for one in left)

        def around(one: Found) -> Around:
            beside = sum(self._beside(one.old, one.new, step, partner) for step in (-1, 1))
            joined = 0 if one.linked else min(tops[self.places.tops(self.old[one.old], self.new[one.new])], JOINED)
            best = max(_other(rivals[0][one.old], one.said), _other(rivals[1][one.new], one.said))
            return Around(beside, joined, 0.0 if beside else one.strange, max(-AHEAD, min(AHEAD, one.said - best)))

        return around

    def _beside(self, i: int, j: int, step: int, partner: Mapping[int, int]) -> bool:
        """Whether the figures right before (``step`` -1) or after the two are a pair."""
        here, there = i + step, j + step
        if min(here, there) < 0 or partner.get(here, -1) != there:
            return False
        places = self.old[here].mention.paragraph, self.new[there].mention.paragraph
        return places == (self.old[i].mention.paragraph, self.new[j].mention.paragraph)


def _ranked(scores: Iterable[tuple[int, float]]) -> dict[int, list[float]]:
    """The scores of each figure, the best first."""
    found: dict[int, list[float]] = defaultdict(list)
    for at, score in scores:
        found[at].append(score)
    for each in found.values():
        each.sort(reverse=True)
    return found


def _other(scores: Sequence[float], own: float) -> float:
    """The best of the scores but one's ``own``."""
    return next((score for score in scores[:2] if score != own), -math.inf) if scores[1:2] != [own] else own


def _set_out(said: Said, at: int, level: Statement) -> bool:
    """Whether a figure is told with the level from which it set out, and that is ``level``."""
    before = said[at - 1] if at else said[at]
    there = before.role == FROM and before.mention.paragraph == said[at].mention.paragraph
    return there and kinship.equal(before, level)


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
    """Whether what ``one`` counts stands beside ``two``: "62 male guides", "Among the guides there are 11 women"; States stand everywhere."""
    return bool(one.noun) and one.family != STATE and (_head(one) if one.noun.isascii() else one.noun) in two.near


def comparable(one: Statement, two: Statement, near: bool, times: float) -> bool:
    """Whether two figures, of which one is so many ``times`` the other, can be one: by their time, the States they are of."""
    if kinship.apart(one, two) or one.role != two.role:
        return False
    if (one.lone or two.lone) and not (near and kinship.became(one, two, kinship.kinship(one, two))):
        return False
    if {one.time, two.time} == {"years", "year"} and times != 1 and one.family not in kinship.SHARES:
        return False  # what came about in five years, and in one
    if one.kind in COUNTED and kinship.scoped_apart(one, two) >= kinship.PART:
        return False
    if one.family in kinship.SHARES:  # 年均增长 6.2%, 增长 5.1%
        return times <= SHARE_FAR_OFF and not kinship.averaged_apart(one, two)
    return times <= FAR_OFF


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
