"""Which recommendations the new report makes again: in nearly the same words, in other words on the same matter, or at a place that the
aligner has put beside the old one. Two that share only their frame ("please prepare a … for the … session") are not one.
"""

from __future__ import annotations

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import Search, dice, grams, reduced, terms
from ccdiff.model.record import record

LINKED = 0.2  # what it is worth in likeness that the aligner put two recommendations side by side


@record
class Again:
    """The recommendations of the new report that make one of the old again; ``alike`` of the nearest."""

    new: tuple[Advice, ...]
    alike: float


@record
class _Match:
    """Two recommendations side by side: ``ratio`` by words, ``linked`` by the aligner."""

    old: Advice
    new: Advice
    ratio: float
    linked: bool


def made_again(
    pair: Pair, old: tuple[Advice, ...], new: tuple[Advice, ...], search: Search | None
) -> tuple[dict[str, Again], frozenset[tuple[str, str]]]:
    """The old recommendations that are made again, and the pairs that look so and are of another matter.

    First one to one, the most alike first; what is left joins one that is itself only partly the same (one made of two).
    """
    if not old or not new or search is None:
        return {}, frozenset()
    found: dict[str, list[_Match]] = {}
    taken: set[str] = set()
    likely = _likely(pair, old, new)
    same = [match for match in likely if _same(pair, match, search)]
    for match in same:
        if match.old.locator not in found and match.new.locator not in taken:
            found[match.old.locator] = [match]
            taken.add(match.new.locator)
    for match in same:
        partly = match.old.locator not in found or found[match.old.locator][0].ratio < pair.config.recommendation_same
        enough = match.ratio >= pair.config.recommendation_linked
        if enough and partly and (match.new.locator not in taken or match.old.locator not in found):
            found.setdefault(match.old.locator, []).append(match)
            taken.add(match.new.locator)
    again = {at: Again(tuple(hit.new for hit in hits), max(hit.ratio for hit in hits)) for at, hits in found.items()}
    least = pair.config.recommendation_linked
    apart = (match for match in likely if match not in same and match.ratio >= least)
    return again, frozenset((match.old.locator, match.new.locator) for match in apart)


def _likely(pair: Pair, old: tuple[Advice, ...], new: tuple[Advice, ...]) -> list[_Match]:
    """All pairs, the most alike and those that the aligner put side by side first."""
    plain = pair.new.language.once(reduced)
    before, now = [grams(plain(one.text)) for one in old], [grams(plain(one.text)) for one in new]
    ranked: list[tuple[float, int, int, float, bool]] = []
    for j, other in enumerate(new):
        links = pair.in_old(other.locator)
        for i, one in enumerate(old):
            ratio, linked = dice(before[i], now[j]), one.locator in links
            ranked.append((-ratio - LINKED * linked, i, j, ratio, linked))
    return [_Match(old[i], new[j], ratio, linked) for _, i, j, ratio, linked in sorted(ranked)]


def _same(pair: Pair, match: _Match, search: Search) -> bool:
    """Whether two recommendations are of one matter.

    Where they are alike only because the aligner says so, or in other words, the word that tells the old one from others must be in
    both: the mandate of a commission is not that of a mission (mission-a, 34).
    """
    config = pair.config
    if match.ratio >= config.recommendation_same:
        return True
    if match.ratio < config.recommendation_other:
        return False
    before, now = terms(pair.old, match.old.asked), terms(pair.new, match.new.asked)
    shared = search.shared(before, now)
    if match.ratio >= config.recommendation_again and shared.least >= config.recommendation_matter:
        return True
    told = search.told_by(before) in {term.words[0] for term in now}
    if match.linked and match.ratio >= config.recommendation_linked:
        return told
    many = shared.words > 1 and shared.weight >= config.recommendation_matter_weight
    return told and many and shared.both >= config.recommendation_matter_both
