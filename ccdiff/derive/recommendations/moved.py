"""Whether a recommendation that is made again is the same, and how it moved where it is not: told by its parts (recommendations/parts.py)."""

from __future__ import annotations

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import find_figures
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import HAN
from ccdiff.derive.recommendations.parts import NOTED, SEVERAL, Parts, things
from ccdiff.derive.recommendations.strength import HEAD
from ccdiff.derive.recommendations.words import words
from ccdiff.reading import Reading

# words of scope that come and go with another way to say the same
IDLE = frozenset({"all", "only", "particular", "soon"})
MANY = 1  # more words of its own than the other that one of two may have


def same(pair: Pair, one: Advice, other: Advice, alike: float) -> bool:
    """Whether it is kept: as strong, as soft, asked of the same, with the same members and no opposite, and as much; and if its row of the
    concordance states the same. Else with nothing left over on either side, or as much on both where it has no row and is in other words;
    what the new report says that it repeats may leave out what it will.
    """
    if other.repeats:  # "reaffirms its earlier recommendation on focal points" changes nothing in it
        return True
    parts = Parts(pair, one, other)
    repeats = pair.new.language.once(words).reaffirm.search(other.said[:HEAD])
    verb = parts.verb and not (repeats and other.strength == NOTED)
    if verb or any(parts.hedges) or parts.members or parts.who or any(parts.stance) or parts.turned:
        return False
    relation = next((row.relation for row in pair.rows if one.locator in row.old and other.locator in row.new), "")
    if relation == "unchanged" or parts.amounts or parts.scopes - IDLE:
        return relation == "unchanged"
    if relation == "reworded" or repeats:
        return relation == "reworded" or things(parts.left[1]) <= MANY
    if parts.denied or parts.asked or parts.contrast:
        return False
    if relation or alike >= nearly(pair, one):
        verbs = {one.strength, other.strength} - {NOTED}  # one may be that of a whole list, not told above
        told = one.own == other.own or len(verbs) < SEVERAL
        return told and not (parts.bounds or parts.scopes or any(parts.left))
    fewer, more = sorted(map(things, parts.left))
    return not pair.subjects and more - fewer <= MANY


def shift(pair: Pair, old: Advice, new: Advice, alike: float) -> str:
    """How an amended recommendation moved: turned round, asked of another, by its verb and its hedges, else by its figures, else by a
    member of a list or a clause that came or went.

    Nothing is said where verb and hedges go opposite ways (呼吁, 请…考虑), nor of two subjects: what is asked of another mission is not
    asked more strongly.
    """
    parts = Parts(pair, old, new)
    if parts.denied and alike >= nearly(pair, old) and not any(parts.left):
        return "reversed"  # 免征关税 and 减免关税及其零配件 differ in more than a denial
    if parts.asked and not parts.who:
        return "asked"
    lost, gained = parts.hedges
    ways = {parts.verb or parts.sterner, bool(lost) - bool(gained)} - {0}
    if ways:
        return "" if len(ways) > 1 else "strengthened" if 1 in ways else "weakened"
    before, now = _figures(pair.old, old), _figures(pair.new, new)
    if parts.bounds or (parts.as_many and parts.amounts) or (before != now and len(before) == len(now)):
        return "figures"
    return {1: "widened", -1: "narrowed"}.get(parts.who or parts.wider, "")


def nearly(pair: Pair, one: Advice) -> float:
    """The likeness from which two are in nearly the same words, 0 to 1."""
    config = pair.config
    return config.recommendation_other_words if HAN.search(one.said) else config.recommendation_other_words_latin


def _figures(reading: Reading, one: Advice) -> list[float]:
    """The numbers alone: a limit of 30 km and a speed of 30 km at most are the same."""
    return sorted(figure.value for figure in reading.once(find_figures) if figure.paragraph == one.locator)
