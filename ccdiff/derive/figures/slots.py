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
from ccdiff.derive.figures.told import Likeness
from ccdiff.derive.thresholds import DeriveThresholds

STATE = "state"
COUNTED = ("counter", "noun")
SCORE = 0.3  # of a pair that its slot makes
NEAR_RATIO = 1.5  # times the other value at most, for figures that only a pair beside them vouches for
OTHER, ALL_SAID = 0.3, 0.05  # of the subject of a share that the other report has words for; left unsaid of its clause
PARALLEL_RATIO, SAME = 2, 0.5  # times the other value at most, and kinship, in a row of pairs
SHORT = 2  # Chinese characters of a noun that is one word
ROUNDS = 2  # what is left over once the first pairs are taken may be the only ones then

Tell = Callable[[int, int], Likeness | None]
Fits = Callable[[Statement, Statement], bool]


def slots(
    tell: Tell,
    fits: Fits,
    akin: Fits,
    sure: Iterable[Match],
    old: Sequence[Statement],
    new: Sequence[Statement],
    places: Places,
    limits: DeriveThresholds,
) -> Iterator[Match]:
    """The pairs that their slots make. ``tell``: how alike two figures are told; ``fits``: whether they can be one at all;
    ``akin``: whether they count by words for one thing."""
    partner = {match.old: match.new for match in sure}
    heads = {head(one) for one in old}, {head(two) for two in new}
    for _ in range(ROUNDS):
        found = list(_candidates(partner, old, new, places, fits))
        for rule in (_repeated, _sole):
            taken = set(partner.values())
            for i, j in rule([(i, j) for i, j in found if i not in partner and j not in taken], old, new):
                told = tell(i, j)
                if told and _enough(old[i], new[j], told, _beside(i, j, partner, old, new), heads, akin, limits):
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
    if not _nouns_fit(one, two, heads):
        return False
    if not akin(one, two) and not (one.generic or two.generic):
        return beside > 0 and told.sentence >= limits.figure_slot_stranger
    mixed = (one.family in SOFT) != (two.family in SOFT)
    return told.sentence >= (limits.figure_slot_mixed if mixed else limits.figure_slot)


def _nouns_fit(one: Statement, two: Statement, heads: tuple[set[str], set[str]]) -> bool:
    """Whether two nouns may be two words for one thing: neither report counts elsewhere what the other counts here."""
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
