"""Whether two figures can count the same thing: by what they count, by the names of measures, by the time they are of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from os.path import commonprefix

from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.text.numerals import Number, tidy

ALIKE = ("state", "percent", "money", "point", "duration", "fraction")  # families whose members need no common noun
SHARES = ("percent", "fraction")
APART = 0.3  # of the weight of two subjects that stands only in one: 消费贡献率 and 服务业对经济增长贡献率 have 0.5
SOFT = ("person",)  # families whose nouns may differ, at a price: experts are not users
AVERAGE = "average"
FEW = 20
FRESH, WITHIN, PART = 0.2, 0.1, 0.35
HALF = 0.5  # of the words of two names
KINDRED = 0.5  # of the letters of two nouns in other words
WHOLE = 100  # per cent
SAME_NOUN = 0.8  # kinship of two nouns of which one ends the other


def opposite(one: Statement, two: Statement) -> bool:
    """Whether the one says by how much something rose, the other by how much it fell."""
    return {one.turn, two.turn} == {"up", "down"}


def kinship(one: Statement, two: Statement) -> float:
    """0 to 1: can they count the same thing? 0 for 36 experts and 36 countries, for 156 States and 169 reviews."""
    if apart(one, two):
        return 0.0
    if one.role != two.role or one.family != two.family:
        return 0.0
    if one.family in ALIKE:
        return 1.0
    if one.kind != two.kind and one.family not in SOFT:
        return 0.0
    if (one.kind, two.kind) != ("counter", "counter") and not (one.noun and two.noun):
        return 1.0
    if not one.noun and not two.noun:  # "制定修订行政法规 37 部": the counter is all that stands there
        return 1.0 if one.mention.unit == two.mention.unit else 0.0
    return max(_noun_alike(one.noun, two.noun), 0.4 if one.family in SOFT else 0.0)


def apart(one: Statement, two: Statement) -> bool:
    """Whether each names other States, or words that exclude each other (births, deaths) and none of them both."""
    if one.states and two.states and one.states.isdisjoint(two.states):
        return True
    if one.owner and two.owner and _two_names(one.owner.split(), two.owner.split()):
        return True
    if not one.others or not two.others:
        return False
    both = {kind.partition(":")[0] for kind in one.others & two.others}
    here, there = ({kind.partition(":")[0] for kind in side.others} for side in (one, two))
    return bool((here & there) - both)


def _two_names(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names share half of their words at most: "PyCon Africa", "PyCon FR"; but "J Smith", "JSmith"."""
    return "".join(one) != "".join(two) and len(set(one) & set(two)) <= HALF * min(len(one), len(two))


def _noun_alike(one: str, two: str) -> float:
    """1 for one noun, 0.8 where one ends the other, 0.5 where they end alike; 0 for two nouns; 0.5 where one is not told."""
    if not one or not two:
        return 0.5
    short, long = sorted((_singular(one), _singular(two)), key=lambda noun: (len(noun), noun))
    if short == long:
        return 1.0
    if long.endswith(short):
        return 0.8
    latin = short.isascii()
    same_end = short.split()[-1] == long.split()[-1] if latin else short[-2:] == long[-2:]
    if same_end:
        return 0.5 if latin and one.count(" ") and two.count(" ") else 0.7  # "dog waste bins", "litter bins"
    begins = len(commonprefix((short, long))) >= max(3, 0.6 * len(long))  # 技术援助需求, 技术援助需要
    return 0.5 if not latin and (begins or short in long or short[-2:] in long) else 0.0


def lettered_alike(one: Statement, two: Statement) -> bool:
    """Whether two nouns in other words share half their letters, and all else corresponds: 高风险接近预警, 高风险交会警报."""
    kinds = (one.kind, one.family, one.counter, one.role)
    if kinds != (two.kind, two.family, two.counter, two.role) or not one.counter or not one.noun:
        return False
    return sum((Counter(one.noun) & Counter(two.noun)).values()) >= KINDRED * max(len(one.noun), len(two.noun))


def _singular(noun: str) -> str:
    """A Latin noun phrase with its last word as a stem ("round tables", "one round table"); a Chinese one as it is."""
    if not noun[:1].isascii():
        return noun.lower()
    head, space, last = noun.rpartition(" ")
    return f"{head.lower()}{space}{stem(last)}"


def named_apart(mass: Callable[[Iterable[str]], float], old: Statement, new: Statement) -> bool:
    """Whether two shares are of two things, said first: 消费贡献率 and 服务业对经济增长贡献率; but 财政支出 is 今年财政支出."""
    one, two = frozenset(old.named), frozenset(new.named)
    named = old.family in SHARES and one and two and not old.named[0].isascii()
    if not named or old.named[0] in two or new.named[0] in one:
        return False
    shares = (mass(one - two) / mass(one), mass(two - one) / mass(two))
    return min(shares) > APART


def averaged_apart(old: Statement, new: Statement) -> bool:
    """Whether the one is an average or a sum of what the other is not."""
    if not (old.named and new.named) or old.family == "ratio" or amount(old) == amount(new):
        return False  # "14 times the guideline value": of what it is a multiple may be an average
    if old.per == new.per or _averages(old, new):
        return False
    return not (old.per and new.per) or old.per.isdisjoint(new.per)


def _averages(old: Statement, new: Statement) -> bool:
    """Whether both are plain averages: "at an average cost of", "on average"."""
    return all(any(AVERAGE in word.lower() for word in one.per) for one in (old, new))


def scoped_apart(one: Statement, two: Statement) -> float:
    """What speaks against a pair of which one counts only what was added ("five more"), or a part of what was counted before."""
    return (FRESH if one.fresh != two.fresh else 0.0) + _partial(one, two)


def _partial(one: Statement, two: Statement) -> float:
    """The same of a part and a whole; a part that is smaller may be a part of just that whole ("其中两个国家" of the three)."""
    if one.of or two.of:  # "61 of the 192 members": a part of 192, and of no other number
        return PART if amount(two) == one.of or amount(one) == two.of else 0.0
    if one.within == two.within:
        return 0.0
    return PART if two.within and amount(two) < amount(one) else WITHIN


def became(old: Statement, new: Statement, kin: float) -> bool:
    """Whether a "one" in words and a few of the same things can be one count: "one round table", "two round tables", "one year", "12 months"."""
    if old.family == new.family and old.family in ("duration", "frequency"):
        return True
    few = max(float(old.mention.value), float(new.mention.value)) <= FEW
    return few and kin >= SAME_NOUN and bool(old.noun and new.noun) and old.family == ""


def amount(one: Statement) -> Number:
    """The value; of a share in per cent, of what is measured in the unit that all such things can be told in."""
    return _told(one, one.mention.value)


def ends(one: Statement) -> tuple[Number, Number | None]:
    """The same of both ends of a range."""
    upper = one.mention.value_to
    return amount(one), None if upper is None else _told(one, upper)


def equal(one: Statement, two: Statement) -> bool:
    """Whether two amounts are one: 24 hours are one day, 1,200 tons 1.2 kilotons; but 12 days are no 12 months."""
    if (one.size, one.base, one.family) == (two.size, two.base, two.family):
        return (one.mention.value, one.mention.value_to) == (two.mention.value, two.mention.value_to)
    bases = one.family not in SHARES and bool(one.base and two.base) and one.base != two.base
    return ends(one) == ends(two) and not bases


def _told(one: Statement, value: Number) -> Number:
    """A value in per cent, or in the unit that its unit is told in."""
    if one.family == "fraction":
        return tidy(float(value) * 100)
    if not one.size or one.size == 1:
        return value
    return tidy(float(f"{float(value) * one.size:.9g}"))


def measured_apart(one: Statement, two: Statement) -> bool:
    """Whether the two are told in other units: 850 hectares and 9.4 square kilometres."""
    return one.counter != two.counter and one.size != two.size


def ratio(one: Statement, two: Statement) -> float:
    """How many times the smaller amount the larger is; infinite for a zero, 1 for sums of two currencies: nobody knows."""
    if one.currency and two.currency and one.currency != two.currency:
        return 1.0
    told = one.base == two.base or one.family in SHARES
    if one.family in SHARES and opposite(one, two):  # fell by 0.2 per cent, rose by 7.7: 99.8 and 107.7 of what was
        low, high = sorted(WHOLE + (-1 if side.turn == "down" else 1) * float(amount(side)) for side in (one, two))
    else:
        low, high = sorted(float(amount(side) if told else side.mention.value) for side in (one, two))
    return high / low if low > 0 else math.inf
