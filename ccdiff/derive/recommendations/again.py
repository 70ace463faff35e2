"""Which recommendations the new report makes again: in nearly the same words, in other words on the same matter, or at a place that the
aligner has put beside the old one. Two that share only their frame ("please prepare a … for the … session") are not one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.extent import measures
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.likeness import NONE, Likeness, likenesses
from ccdiff.derive.recommendations.matter import dice, grams, others, reduced, terms
from ccdiff.derive.recommendations.search import Search, Shared, changed, shared
from ccdiff.derive.recommendations.words import Words, words
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.record import record
from ccdiff.reading import Reading

CANDIDATES = (
    24  # new recommendations with which an old one is compared word by word: those that share most of its matter
)
MANY = 200  # new recommendations that hold a word, from which it tells none of them
SHARED = 0.01  # what a word counts that weighs nothing, so that two that say only such are compared
LINKED = 0.2  # what it is worth in likeness that the aligner put two recommendations side by side


@record
class Again:
    """The recommendations of the new report that make one of the old again; ``alike`` of the nearest."""

    new: tuple[Advice, ...]
    alike: float


@record
class _Match:
    """Two recommendations side by side: ``ratio`` by words, ``linked`` how surely the aligner put them there (0 where it did not);
    ``nearest`` how much they are alike where they are each other's nearest (recommendations/likeness.py).
    """

    old: Advice
    new: Advice
    ratio: float
    linked: float
    nearest: Likeness = NONE


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
    nearest = {} if pair.subjects else likenesses(pair, old, new, lambda one: measures(pair.old.language, one.said))
    if strangers(pair):
        nearest = {at: found for at, found in nearest.items() if found.things > 1}
    matters = _Matters(pair, old, new, search)
    likely = _likely(pair, old, new, nearest, matters)
    judged = [(match, _same(match, matters, pair.config)) for match in likely]
    same = [match for match, again in judged if again]
    for match in same:
        if match.old.locator not in found and match.new.locator not in taken:
            found[match.old.locator] = [match]
            taken.add(match.new.locator)
    for match in same:  # the aligner has put one old paragraph beside two new ones
        split = match.linked > 0 and match.ratio >= pair.config.recommendation_linked
        if split and (match.new.locator not in taken or match.old.locator not in found):
            found.setdefault(match.old.locator, []).append(match)
            taken.add(match.new.locator)
    order = {one.locator: k for k, one in enumerate(new)}
    found_again = {
        at: Again(
            tuple(sorted((hit.new for hit in hits), key=lambda one: order[one.locator])), max(hit.ratio for hit in hits)
        )
        for at, hits in found.items()
    }
    least = pair.config.recommendation_linked
    apart = (match for match, again in judged if not again and match.ratio >= least)
    return found_again, frozenset((match.old.locator, match.new.locator) for match in apart)


def _likely(
    pair: Pair,
    old: tuple[Advice, ...],
    new: tuple[Advice, ...],
    nearest: dict[tuple[str, str], Likeness],
    matters: _Matters,
) -> list[_Match]:
    """The pairs that may be one, the most alike and those that the aligner put side by side first."""
    plain = pair.new.language.once(reduced)
    before = [grams(plain(one.said)) for one in old]
    now = [grams(plain(one.said)) for one in new]
    sure = {(i, j): link.score for link in pair.alignment.paragraphs for i in link.old for j in link.new}
    place, there = {one.locator: i for i, one in enumerate(old)}, {one.locator: j for j, one in enumerate(new)}
    known = [(place[a], there[b]) for a, b in (*nearest, *sure) if a in place and b in there]
    ranked: list[tuple[float, int, int, float, float]] = []
    for i, j in sorted({*known, *((i, j) for i, one in enumerate(old) for j in matters.candidates(one))}):
        at = old[i].locator, new[j].locator
        ratio, linked = dice(before[i], now[j]), sure.get(at, 0.0)
        if ratio >= pair.config.recommendation_other or at in nearest:
            ranked.append((-ratio - LINKED * (linked > 0), i, j, ratio, linked))
    return [
        _Match(old[i], new[j], ratio, linked, nearest.get((old[i].locator, new[j].locator), NONE))
        for _, i, j, ratio, linked in sorted(ranked)
    ]


class _Matters:
    """The matters of all recommendations, weighed once."""

    def __init__(self, pair: Pair, old: tuple[Advice, ...], new: tuple[Advice, ...], search: Search) -> None:
        self._known = pair.old.language.once(others)
        self._forms: dict[str, frozenset[str]] = {}
        self.words = pair.old.language.once(words)
        self.strangers = strangers(pair)
        self._asked = Counter(one.addressee for one in old), Counter(one.addressee for one in new)
        mine = {one.locator: terms(pair.old, one.asked) for one in old}
        self.old = {at: search.weight(matter) for at, matter in mine.items()}
        self.told = {at: search.told_by(matter) for at, matter in mine.items()}
        self.new = {one.locator: search.weight(terms(pair.new, one.asked)) for one in new}
        self._holding: dict[str, list[int]] = {}
        for j, one in enumerate(new):
            for word in self.new[one.locator]:
                self._holding.setdefault(word, []).append(j)

    def candidates(self, one: Advice) -> list[int]:
        """The new recommendations that share most of an old one's matter."""
        scores: Counter[int] = Counter()
        for word, weight in self.old[one.locator].items():
            held = {j for form in self._forms_of(word) for j in self._holding.get(form, ())}
            for j in held if len(held) < MANY else ():
                scores[j] += weight + SHARED  # type: ignore[assignment]
        return sorted(scores, key=lambda j: (-round(scores[j], 6), j))[:CANDIDATES]

    def _forms_of(self, word: str) -> frozenset[str]:
        if word not in self._forms:
            self._forms[word] = frozenset((word, *changed(word, self._known)))
        return self._forms[word]

    def only_asked(self, match: _Match) -> bool:
        """Whether both ask the same, of whom nothing else is asked in either report (捐助方)."""
        name = match.old.addressee
        return bool(name) and name == match.new.addressee and self._asked[0][name] == self._asked[1][name] == 1

    def told_in(self, match: _Match) -> bool:
        """Whether the word that tells the old one from others is in both."""
        return not self._forms_of(self.told[match.old.locator]).isdisjoint(self.new[match.new.locator])

    def common(self, match: _Match) -> Shared:
        """What the two have in common."""
        mine, theirs = self.old[match.old.locator], self.new[match.new.locator]
        return shared(mine, theirs, [value for w, value in mine.items() if not self._forms_of(w).isdisjoint(theirs)])


def _same(match: _Match, matters: _Matters, config: DeriveThresholds) -> bool:
    """Whether two recommendations are of one matter.

    Where they are alike only because the aligner says so, or in other words, the word that tells the old one from others must be in
    both: the mandate of a commission is not that of a mission (mission-a, 34).
    """
    if match.ratio >= config.recommendation_same:
        return True
    common = matters.common(match)
    if match.ratio >= config.recommendation_again and common.least >= config.recommendation_matter:
        return True
    told = matters.told_in(match)
    near = match.nearest
    nearest = near.alike >= config.recommendation_nearest and near.ahead >= config.recommendation_ahead
    if match.linked and match.ratio >= config.recommendation_linked and told:
        several = common.words > 1 or (nearest and near.things > 1)
        return several or (not matters.strangers and common.both >= config.recommendation_linked_thing)
    if at_odds(matters.words, match.old, match.new):
        return (
            match.linked >= config.recommendation_sure and told and match.nearest.alike >= config.recommendation_nearest
        )
    if nearest:
        return near.things > 1 or near.alike >= config.recommendation_nearest_thing or matters.only_asked(match)
    if match.ratio < config.recommendation_other:
        return False
    if match.linked >= config.recommendation_sure and match.ratio >= config.recommendation_linked:
        return common.words > 1 and common.both >= config.recommendation_matter_both
    many = common.words > 1 and common.weight >= config.recommendation_matter_weight
    return told and many and common.both >= config.recommendation_matter_both


def strangers(pair: Pair) -> bool:
    """Whether the two reports hardly correspond: there each other's nearest are the nearest of strangers (预算外资源, 学校)."""
    sure = sum(
        link.score >= pair.config.recommendation_sure for link in pair.alignment.paragraphs if link.old and link.new
    )
    size = min(len(pair.old.report.paragraphs), len(pair.new.report.paragraphs))
    return sure < pair.config.recommendation_kin * size


def at_odds(known: Words, old: Advice, new: Advice) -> bool:
    """Whether another is asked: the secretariat, not States."""
    asked, theirs = (known.asked_of(one.addressee, one.said) for one in (old, new))
    return bool(asked and theirs) and not asked & theirs


def likeness(pair: Pair, old: Advice, new: Advice) -> float:
    """How much two recommendations are alike, word by word."""
    plain = pair.new.language.once(reduced)
    return dice(grams(plain(old.said)), grams(plain(new.said)))


def joined(reading: Reading, advices: Sequence[Advice]) -> Advice:
    """Several recommendations read as one."""
    first, *rest = advices
    space = " " if reading.language.code == "en" else ""
    return (
        first
        if not rest
        else replace(
            first,
            said=space.join(one.said for one in advices),
            asked=space.join(one.asked for one in advices),
            hedges=tuple(dict.fromkeys(hedge for one in advices for hedge in one.hedges)),
        )
    )
