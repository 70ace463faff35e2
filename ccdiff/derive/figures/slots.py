"""Figures left over in corresponding paragraphs, the only ones there that could be one figure: a reader pairs them by the slot.

"The unit supplied 2,100 households" and "the two units served 4,800 homes": nothing but the noun is another, nothing else is left over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ccdiff.derive.figures.kinship import SHARES, SOFT, equal, kindred, ratio, scoped_apart
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

Tell = Callable[[int, int], Likeness | None]
Fits = Callable[[Statement, Statement], bool]
Brief = Callable[[Statement, int], bool]


def slots(
    tell: Tell,
    fits: Fits,
    akin: Fits,
    brief: Brief,
    sure: Iterable[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    limits: DeriveThresholds,
) -> Iterator[Match]:
    """The pairs that their slots make. ``tell``: how alike two figures are told; ``fits``: whether they can be one at all;
    ``akin``: whether they count by words for one thing; ``brief``: whether the paragraph of a figure of the one or the other
    report is a single sentence."""
    partner = {match.old: match.new for match in sure}
    firsts, seconds = Counter(here for here, _ in places.linked), Counter(there for _, there in places.linked)

    def last(i: int, j: int) -> bool:
        """Whether two figures are all that is left over of two paragraphs of one sentence each, each the only counterpart of the other."""
        here, there = places.tops(old[i], new[j])
        if firsts[here] != 1 or seconds[there] != 1 or not (brief(old[i], 0) and brief(new[j], 1)):
            return False
        return left[0][here] == left[1][there] == 1

    heads = {head(one) for one in old}, {head(two) for two in new}
    for _ in range(ROUNDS):
        found = list(_candidates(partner, old, new, places, fits))
        left = _counted_left(old, set(partner), places.old), _counted_left(new, set(partner.values()), places.new)
        for rule in (_repeated, _sole):
            taken = set(partner.values())
            for i, j in rule([(i, j) for i, j in found if i not in partner and j not in taken], old, new):
                told = tell(i, j)
                beside = _beside(i, j, partner, old, new)
                parts = _parts(i, j, told, partner, old, new) if told else None
                fit = told and _enough(old[i], new[j], told, beside, parts, heads, akin, limits)
                if told and (fit or (last(i, j) and _enough_of_last(old[i], new[j], told, heads, akin, limits))):
                    partner[i] = j
                    same = equal(old[i], new[j])
                    yield Match(i, j, SCORE, True, told.clause, told.sentence, 0.0, told.shared, False, same)


def _candidates(
    partner: dict[int, int], old: Sequence[Statement], new: Sequence[Statement], places: Places, fits: Fits
) -> Iterator[tuple[int, int]]:
    """Every two figures of one class that are left over in corresponding paragraphs."""
    here, there = _left(old, set(partner), places.old), _left(new, set(partner.values()), places.new)
    for top, other in sorted(places.linked):
        seconds = there.get(other, {})
        for kind, firsts in here.get(top, {}).items():
            yield from ((i, j) for i in firsts for j in seconds.get(kind, ()) if fits(old[i], new[j]))


def _left(found: Sequence[Statement], taken: set[int], tops: Mapping[str, str]) -> dict[str, dict[str, list[int]]]:
    left: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, one in enumerate(found):
        if at not in taken and not one.lone and not one.owner and not one.turn:
            left[top_of(tops, one.mention.paragraph)][_class(one)].append(at)
    return left


def _class(one: Statement) -> str:
    """What a figure can only be paired with: shares, States, things and people that are counted, measures of one family."""
    if one.family in SHARES:
        return SHARES[0]
    if one.often:
        return ""  # "used 52 times", "made use of on 95 occasions"
    return "" if one.kind in COUNTED and one.family != STATE else one.family


def _repeated(
    found: Sequence[tuple[int, int]], old: Sequence[Statement], new: Sequence[Statement]
) -> list[tuple[int, int]]:
    """Those of which the number is the same, and no other's there."""
    return _only([(i, j) for i, j in found if equal(old[i], new[j])])


def _sole(
    found: Sequence[tuple[int, int]], _old: Sequence[Statement], _new: Sequence[Statement]
) -> list[tuple[int, int]]:
    """Those of which neither could go with another."""
    return _only(found)


def _only(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    firsts, seconds = Counter(i for i, _ in found), Counter(j for _, j in found)
    return [(i, j) for i, j in found if firsts[i] == seconds[j] == 1]


def _enough(
    one: Statement,
    two: Statement,
    told: Likeness,
    beside: int,
    parts: bool | None,
    heads: tuple[set[str], set[str]],
    akin: Fits,
    limits: DeriveThresholds,
) -> bool:
    """Whether two figures are told alike enough: less is asked beside a pair, more where the nouns are of two kinds."""
    if scoped_apart(one, two) or min(told.gone, told.come) > limits.figure_slot_unsaid:
        return False
    if beside > 1 and ratio(one, two) <= PARALLEL_RATIO and (_class(one) or kindred(one, two) >= SAME):
        return True  # the third of a row of which the first two are pairs
    if equal(one, two) and (_class(one) or one.noun == two.noun):
        return told.sentence >= limits.figure_slot_beside
    if _class(one) and told.named > OTHER and max(told.gone, told.come) > ALL_SAID:
        return False  # 消费贡献率, 服务业贡献率
    if _class(one):
        near = beside > 0 and ratio(one, two) <= NEAR_RATIO
        return told.sentence >= (limits.figure_slot_beside if near else limits.figure_slot_measure)
    if one.often != two.often and not (one.generic or two.generic):
        return (one.event or two.event) and told.sentence >= limits.figure_slot
    if parts is False:
        return False
    if not parts and not _nouns_fit(one, two, heads):
        return False
    if not parts and not akin(one, two) and not (one.generic or two.generic):
        return beside > 0 and told.sentence >= limits.figure_slot_stranger
    mixed = (one.family in SOFT) != (two.family in SOFT) and not (_named(one, two) or _named(two, one))
    return told.sentence >= (limits.figure_slot_mixed if mixed else limits.figure_slot)


def _enough_of_last(
    one: Statement,
    two: Statement,
    told: Likeness,
    heads: tuple[set[str], set[str]],
    akin: Fits,
    limits: DeriveThresholds,
) -> bool:
    """The same of the last number of either of two sentences that are counterparts: that they share a telling word is enough."""
    if scoped_apart(one, two) or one.turn != two.turn or min(told.gone, told.come) > limits.figure_slot_unsaid:
        return False
    if ratio(one, two) > (LAST_SHARE if _class(one) == SHARES[0] else LAST_RATIO):
        return False
    if _class(one):
        said = told.named <= OTHER or max(told.gone, told.come) <= ALL_SAID
        close = told.sentence >= limits.figure_slot_last or _shared_stem(one, two)
        return said and one.currency == two.currency and close
    counted = one.often or one.generic, two.often or two.generic
    if any(counted):
        acts = all(counted) or one.event or two.event
        return acts and told.sentence >= limits.figure_slot_last
    if not akin(one, two) or (one.counter != two.counter and not one.sort & two.sort):
        return False  # 查获假药320批, 检查药店360家
    named = head(one) == head(two) or not (head(one) in heads[1] or head(two) in heads[0])
    return named and told.sentence >= limits.figure_slot_last


def _counted_left(found: Sequence[Statement], taken: set[int], tops: Mapping[str, str]) -> Counter[str]:
    """How many figures of each paragraph are left over, of whatever class."""
    return Counter(
        top_of(tops, one.mention.paragraph) for at, one in enumerate(found) if at not in taken and not one.lone
    )


def _named(one: Statement, two: Statement) -> bool:
    """Whether what ``one`` counts stands beside ``two``: "62 male guides", "Among the guides there are 11 women"."""
    return bool(one.noun) and (stem(head(one)) if one.noun.isascii() else one.noun) in two.near


def _shared_stem(one: Statement, two: Statement) -> bool:
    """Whether two clauses have words of one stem: "unpaid assessments", "assessed contributions"."""
    words = [word for word in one.near if word.isascii() and len(word) >= STEM]
    return any(word[:STEM] == other[:STEM] for word in words for other in two.near)


def _parts(
    i: int, j: int, told: Likeness, partner: Mapping[int, int], old: Sequence[Statement], new: Sequence[Statement]
) -> bool | None:
    """Whether two figures, parts of a pair before them, are told alike: "46个，其中9个设在南半球", "58个，位于南半球的有14个"; ``None``
    where they are no such parts, or nothing says that they are two."""
    one, two = old[i], new[j]
    if not (one.within or one.of) or not (two.within or two.of) or i < 1 or partner.get(i - 1) != j - 1:
        return None
    whole = old[i - 1].noun + new[j - 1].noun
    if told.clause >= PART_CLAUSE or any(word not in whole for word in one.near & two.near):
        return True
    bare = any(side.of and not side.within for side in (one, two))
    return False if bare else None  # 21艘，其中4艘停航; 23艘，新建的有6艘


def _nouns_fit(one: Statement, two: Statement, heads: tuple[set[str], set[str]]) -> bool:
    """Whether two nouns may be two words for one thing: neither report counts elsewhere what the other counts here."""
    if one.often or two.often:
        return True
    if one.counter != two.counter and not (one.noun and two.noun and one.sort & two.sort):
        return False
    if kindred(one, two) or one.of or two.of:
        return True
    if one.generic or two.generic:
        return True
    if head(one) in heads[1] or head(two) in heads[0]:
        return False
    if not one.noun or not two.noun or equal(one, two):
        return True
    if one.noun.isascii():
        here, there = one.noun.split(), two.noun.split()
        return min(len(here), len(there)) == 1 or bool(set(here) & set(there))
    return bool(set(one.noun) & set(two.noun)) or max(len(one.noun), len(two.noun)) <= SHORT


def _beside(i: int, j: int, partner: dict[int, int], old: Sequence[Statement], new: Sequence[Statement]) -> int:
    """How many of the figures right before or right after the two are pairs: 0, 1 or 2."""

    def pair(step: int) -> bool:
        here, there = i + step, j + step
        if min(here, there) < 0 or partner.get(here) != there:
            return False
        places = old[here].mention.paragraph, new[there].mention.paragraph
        return places == (old[i].mention.paragraph, new[j].mention.paragraph)

    return max((1 + int(pair(2 * step)) if pair(step) else 0) for step in (-1, 1))
