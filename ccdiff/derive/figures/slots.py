"""Figures left over in corresponding paragraphs, the only ones there that could be one figure: a reader pairs them by the slot.

"The unit supplied 2,100 households" and "the two units served 4,800 homes": nothing but the noun is another, nothing else is left over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from ccdiff.derive.figures.kinship import SHARES, SOFT, amount, equal, kindred, ratio, scoped_apart
from ccdiff.derive.figures.leftovers import head
from ccdiff.derive.figures.matches import Match, Places, top_of
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.told import Likeness
from ccdiff.derive.thresholds import DeriveThresholds

STATE = "state"
COUNTED = ("counter", "noun")
SCORE = 0.3  # of a pair that its slot makes
NEAR_RATIO = 1.5  # times the other value at most, for figures that only a pair beside them vouches for
OTHER, ALL_SAID = 0.3, 0.05  # of the subject of a share that the other report has words for; left unsaid of its clause
PARALLEL_RATIO, SAME = 2, 0.5  # times the other value at most, and kinship, in a row of pairs
SHORT = 2  # Chinese characters of a noun that is one word
LAST_RATIO, LAST_SHARE = 3, 1.5  # times the other value at most, for the last numbers of two sentences; of shares
PART_CLAUSE = (
    0.4  # how alike the clauses of two parts are, where they share no word but the noun: 4座蓄满, 蓄满的有6座, 0.81
)
STEM = 6  # letters by which two words of one stem begin
ROUNDS = 2  # what is left over once the first pairs are taken may be the only ones then
SHARE_RATIO, SHARE_CLAUSE = 2.5, 0.5  # times the other share, from which on their clauses must be as alike
ROW_RATIO = 4  # times the other value at most, in a row of which two go by what stands with them
ROW, ROW_MARGIN = 0.3, 0.2  # how alike what stands with two numbers of a row, and by how much more than with any other

Found = list[tuple[int, int]]


class Asked(Protocol):
    """The figures of two reports, and what is asked of two of them: how alike they are told (``tell``), whether they can be one at
    all (``fits``), whether they count by words for one thing (``akin``); and whether the paragraph of a figure of the one or the other
    report is one sentence (``brief``)."""

    old: Sequence[Statement]
    new: Sequence[Statement]
    places: Places
    limits: DeriveThresholds

    def tell(self, i: int, j: int) -> Likeness | None: ...
    def fits(self, one: Statement, two: Statement) -> bool: ...
    def akin(self, one: Statement, two: Statement) -> bool: ...
    def brief(self, one: Statement, side: int) -> bool: ...


class Slots:
    """The figures left over of two reports, and which of them only their slots make one."""

    def __init__(self, asked: Asked, sure: Iterable[Match]) -> None:
        self.asked, self.old, self.new = asked, asked.old, asked.new
        self.places, self.limits = asked.places, asked.limits
        self.partner = {match.old: match.new for match in sure}
        self.heads = {head(one) for one in self.old}, {head(two) for two in self.new}
        self.linked = Counter(here for here, _ in self.places.linked), Counter(there for _, there in self.places.linked)
        self.left: tuple[Counter[str], Counter[str]] = Counter(), Counter()

    def pairs(self) -> Iterator[Match]:
        """The pairs, row by row, then each for itself; what is left over then once more."""
        for _ in range(ROUNDS):
            for found in self._by_class():
                yield from (self._match(i, j) for i, j in self._row(self._free(found)))
            found = [pair for pairs in self._by_class() for pair in pairs]
            self.left = self._counted_left()
            for rule in (self._repeated, _only):
                yield from (self._match(i, j) for i, j in rule(self._free(found)) if self._is_one(i, j))

    def _free(self, found: Found) -> Found:
        taken = set(self.partner.values())
        return [(i, j) for i, j in found if i not in self.partner and j not in taken]

    def _match(self, i: int, j: int) -> Match:
        self.partner[i] = j
        told, same = self.asked.tell(i, j), equal(self.old[i], self.new[j])
        clause, sentence, shared = (told.clause, told.sentence, told.shared) if told else (0.0, 0.0, 0.0)
        return Match(i, j, SCORE, True, clause, sentence, 0.0, shared, False, same)

    def _by_class(self) -> Iterator[Found]:
        """Every two figures of one class that are left over in two corresponding paragraphs, by paragraphs and class."""
        old, new, taken = self.old, self.new, set(self.partner.values())
        here, there = _left(old, set(self.partner), self.places.old), _left(new, taken, self.places.new)
        for top, other in sorted(self.places.linked):
            seconds = there.get(other, {})
            for kind, firsts in here.get(top, {}).items():
                yield [(i, j) for i in firsts for j in seconds.get(kind, ()) if self.asked.fits(old[i], new[j])]

    def _row(self, found: Found) -> Found:
        """Of two rows of numbers those that stand with the same words, and the only two left over then; at least two must."""
        if len({i for i, _ in found}) < 2 or len({j for _, j in found}) < 2:
            return []
        told = {(i, j): likeness.label for i, j in found if (likeness := self.asked.tell(i, j))}
        chosen = [pair for pair in told if self._stands_out(pair, told)]
        if len(chosen) < 2:
            return []
        olds, news = {i for i, _ in chosen}, {j for _, j in chosen}
        rest = [(i, j) for i, j in found if i not in olds and j not in news]
        return [*chosen, *rest] if len(rest) == 1 and self._near(rest[0]) else chosen

    def _stands_out(self, pair: tuple[int, int], told: Mapping[tuple[int, int], float]) -> bool:
        rivals = [alike for (i, j), alike in told.items() if (i == pair[0]) != (j == pair[1])]
        return told[pair] >= max([ROW, *(rival + ROW_MARGIN for rival in rivals)]) and self._near(pair)

    def _near(self, pair: tuple[int, int]) -> bool:
        return ratio(self.old[pair[0]], self.new[pair[1]]) <= ROW_RATIO

    def _repeated(self, found: Found) -> Found:
        """Those of which the number is the same, and no other's there."""
        return _only([(i, j) for i, j in found if equal(self.old[i], self.new[j])])

    def _is_one(self, i: int, j: int) -> bool:
        one, two, told = self.old[i], self.new[j], self.asked.tell(i, j)
        if told is None or min(told.gone, told.come) > self.limits.figure_slot_unsaid:
            return False
        if scoped_apart(one, two) and not equal(one, two):
            return False
        return self._enough(i, j, told) or (self._last(i, j) and self._enough_of_last(i, j, told))

    def _enough(self, i: int, j: int, told: Likeness) -> bool:
        """Whether two figures are told alike enough: less is asked beside a pair, more where the nouns are of two kinds."""
        one, two, limits, beside = self.old[i], self.new[j], self.limits, self._beside(i, j)
        if beside > 1 and ratio(one, two) <= PARALLEL_RATIO and (_class(one) or kindred(one, two) >= SAME):
            return True  # the third of a row of which the first two are pairs
        if equal(one, two) and (_class(one) or one.noun == two.noun):
            return told.sentence >= limits.figure_slot_beside
        if _class(one):
            return self._enough_measured(one, two, told, beside)
        parts = self._parts(i, j, told)
        if one.often != two.often and not (one.generic or two.generic):
            return self._acts(one, two, told) and told.sentence >= limits.figure_slot
        if parts is False:
            return False
        if not parts and not self._nouns_fit(one, two):
            return False
        if not parts and not self.asked.akin(one, two) and not (one.generic or two.generic):
            return beside > 0 and told.sentence >= limits.figure_slot_stranger
        mixed = (one.family in SOFT) != (two.family in SOFT) and not (_named(one, two) or _named(two, one))
        return told.sentence >= (limits.figure_slot_mixed if mixed else limits.figure_slot)

    def _enough_measured(self, one: Statement, two: Statement, told: Likeness, beside: int) -> bool:
        """The same of shares, sums and measures."""
        if told.named > OTHER and max(told.gone, told.come) > ALL_SAID:
            return False  # 消费贡献率, 服务业贡献率
        if _class(one) == SHARES[0] and ratio(one, two) > SHARE_RATIO:
            return told.clause >= SHARE_CLAUSE  # one household in four, 8 per cent of households
        near = beside > 0 and ratio(one, two) <= NEAR_RATIO
        return near or told.sentence >= self.limits.figure_slot_measure

    def _last(self, i: int, j: int) -> bool:
        """Whether two figures are all that is left over of two paragraphs of one sentence each, each the only counterpart of the other."""
        here, there = self.places.tops(self.old[i], self.new[j])
        if self.linked[0][here] != 1 or self.linked[1][there] != 1:
            return False
        brief = self.asked.brief(self.old[i], 0) and self.asked.brief(self.new[j], 1)
        return (brief or self._company(here, there)) and self.left[0][here] == self.left[1][there] == 1

    def _acts(self, one: Statement, two: Statement, told: Likeness) -> bool:
        """Whether a thing that is counted is one that is done: "drones sighted numbered 700", "were sighted 1,100 times"."""
        return one.event or two.event or told.clause >= self.limits.figure_slot_act

    def _company(self, here: str, there: str) -> bool:
        """Whether all other figures of two paragraphs are pairs."""
        return any(self.places.tops(self.old[i], self.new[j]) == (here, there) for i, j in self.partner.items())

    def _enough_of_last(self, i: int, j: int, told: Likeness) -> bool:
        """The same of the last number of either of two sentences that are counterparts: that they share a telling word is enough."""
        one, two, limits = self.old[i], self.new[j], self.limits
        if one.turn != two.turn or ratio(one, two) > (LAST_SHARE if _class(one) == SHARES[0] else LAST_RATIO):
            return False
        if _class(one):
            said = told.named <= OTHER or max(told.gone, told.come) <= ALL_SAID
            beside = self._beside(i, j) > 0 and ratio(one, two) <= NEAR_RATIO
            close = told.sentence >= limits.figure_slot_last or _shared_stem(one, two) or beside
            close = close or told.paragraph >= limits.figure_slot_paragraph
            return said and one.currency == two.currency and close
        counted = one.often or one.generic, two.often or two.generic
        if any(counted):
            return (all(counted) or self._acts(one, two, told)) and told.sentence >= limits.figure_slot_last
        if not self.asked.akin(one, two) or (one.counter != two.counter and not one.sort & two.sort):
            return False  # 查获假药320批, 检查药店360家
        named = head(one) == head(two) or not (head(one) in self.heads[1] or head(two) in self.heads[0])
        return named and told.sentence >= limits.figure_slot_last

    def _counted_left(self) -> tuple[Counter[str], Counter[str]]:
        """How many figures of each paragraph are left over, of whatever class."""
        sides = (self.old, set(self.partner), self.places.old), (self.new, set(self.partner.values()), self.places.new)
        old, new = (
            Counter(
                top_of(tops, one.mention.paragraph) for at, one in enumerate(found) if at not in taken and not one.lone
            )
            for found, taken, tops in sides
        )
        return old, new

    def _parts(self, i: int, j: int, told: Likeness) -> bool | None:
        """Whether two figures, parts of a pair beside them, are told alike: "46个，其中9个设在南半球", "58个，位于南半球的有14个", "31 of
        the 172 posts were vacant", "22 vacancies among the 175 posts"; ``None`` where they are no such parts, or nothing says that they are two."""
        one, two = self.old[i], self.new[j]
        first, second = _whole(self.old, i), _whole(self.new, j)
        if first is None and second is None:
            return None
        if first is None:
            first = next((old for old, new in self.partner.items() if new == second), None)
        second = self.partner.get(first) if second is None and first is not None else second
        if first is None or second is None or self.partner.get(first) != second:
            return None
        here, there = self.old[first], self.new[second]
        if here.mention.paragraph != one.mention.paragraph or there.mention.paragraph != two.mention.paragraph:
            return None
        if not (amount(one) <= amount(here) and amount(two) <= amount(there)):
            return None
        whole = here.noun + there.noun
        if told.clause >= PART_CLAUSE or any(word not in whole for word in one.near & two.near):
            return True
        bare = any(side.of and not side.within for side in (one, two))
        return False if bare else None  # 21艘，其中4艘停航; 23艘，新建的有6艘

    def _nouns_fit(self, one: Statement, two: Statement) -> bool:
        """Whether two nouns may be two words for one thing: neither report counts elsewhere what the other counts here."""
        if one.often or two.often:
            return True
        if one.counter != two.counter and not (one.noun and two.noun and one.sort & two.sort):
            return False
        if kindred(one, two) or one.of or two.of or one.generic or two.generic:
            return True
        if head(one) in self.heads[1] or head(two) in self.heads[0]:
            return False
        if not one.noun or not two.noun or equal(one, two):
            return True
        if one.noun.isascii():
            here, there = one.noun.split(), two.noun.split()
            return min(len(here), len(there)) == 1 or bool(set(here) & set(there))
        return bool(set(one.noun) & set(two.noun)) or max(len(one.noun), len(two.noun)) <= SHORT

    def _beside(self, i: int, j: int) -> int:
        """How many of the figures right before or right after the two are pairs: 0, 1 or 2."""

        def pair(step: int) -> bool:
            here, there = i + step, j + step
            if min(here, there) < 0 or self.partner.get(here) != there:
                return False
            places = self.old[here].mention.paragraph, self.new[there].mention.paragraph
            return places == (self.old[i].mention.paragraph, self.new[j].mention.paragraph)

        return max((1 + int(pair(2 * step)) if pair(step) else 0) for step in (-1, 1))


def _left(found: Sequence[Statement], taken: set[int], tops: Mapping[str, str]) -> dict[str, dict[str, list[int]]]:
    left: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, one in enumerate(found):
        if at not in taken and not one.lone and not one.owner:
            left[top_of(tops, one.mention.paragraph)][_class(one)].append(at)
    return left


def _class(one: Statement) -> str:
    """What a figure can only be paired with: shares, States, things and people that are counted, measures of one family."""
    if one.family in SHARES:
        return SHARES[0]
    if one.often:
        return ""  # "used 52 times", "made use of on 95 occasions"
    return "" if one.kind in COUNTED and one.family != STATE else one.family


def _only(found: Found) -> Found:
    """Those of which neither could go with another."""
    firsts, seconds = Counter(i for i, _ in found), Counter(j for _, j in found)
    return [(i, j) for i, j in found if firsts[i] == seconds[j] == 1]


def _whole(found: Sequence[Statement], at: int) -> int | None:
    """The place of the figure of which one is said to be a part; the one before it, where only "其中" says so."""
    one = found[at]
    beside = (at + 1, at - 1) if one.of else (at - 1,)
    told = (place for place in beside if 0 <= place < len(found) and (not one.of or amount(found[place]) == one.of))
    return next(told, None) if one.of or one.within else None


def _named(one: Statement, two: Statement) -> bool:
    """Whether what ``one`` counts stands beside ``two``: "62 male guides", "Among the guides there are 11 women"."""
    return bool(one.noun) and (stem(head(one)) if one.noun.isascii() else one.noun) in two.near


def _shared_stem(one: Statement, two: Statement) -> bool:
    """Whether two clauses have words of one stem: "unpaid assessments", "assessed contributions"."""
    words = [word for word in one.near if word.isascii() and len(word) >= STEM]
    return any(word[:STEM] == other[:STEM] for word in words for other in two.near)
