"""Figures left over that two reports tell in other words, or in another place: paired where their sentences are counterparts.

A reader finds them by what the two places share that the rest of the reports does not: rare words, words of one sense, the State they
are of, the number itself. Only what is the other's best, and clearly so, is a pair.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from os.path import commonprefix

from ccdiff.derive.context import Pair
from ccdiff.derive.figures.candidates import BESIDE, LINKED, RATIO, Candidates, Found, comparable, plausible
from ccdiff.derive.figures.kinship import KINDRED, amount, kindred
from ccdiff.derive.figures.leftovers import head, nearest
from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.matches import Match, Places
from ccdiff.derive.figures.slots import Slots
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.synonyms import Synonyms
from ccdiff.derive.figures.told import Likeness, Weigher
from ccdiff.derive.thresholds import DeriveThresholds

NEAR_SCORE = 0.25  # of two that their numbers and their paragraphs alone make one
JOINED = 2  # pairs between two paragraphs that make them correspond
STEM = 5  # letters by which two nouns of one stem begin: oxidation units, oxidizers
SENTENCE_END = re.compile(r"[。！？；;]|[.!?]\s")


class Counterparts:
    """The figures of two reports, and how those of them that are left over are told."""

    def __init__(
        self, pair: Pair, old: Sequence[Statement], new: Sequence[Statement], places: Places, limits: DeriveThresholds
    ) -> None:
        self.pair, self.old, self.new, self.places, self.limits = pair, old, new, places, limits

    @cached_property
    def weigher(self) -> Weigher:
        """Made where it is asked."""
        return Weigher(self.pair)

    def pairs(self, sure: Sequence[Match]) -> list[Match]:
        """The pairs among the figures that are left over beside ``sure``."""
        told = [_match(one, self.old, self.new) for one in self._told(sure)]
        told += [self._nearest(i, j) for i, j in nearest([*sure, *told], self.old, self.new, self.places, self._other)]
        return [*told, *Slots(self, [*sure, *told]).pairs()]

    def _told(self, sure: Sequence[Match]) -> list[Found]:
        """Those whose places two reports tell in other words."""
        candidates = Candidates(self.pair, lambda: self.weigher, self.old, self.new, self.places, self.limits)
        found = candidates.found(sure)
        chosen: list[Found] = []
        for _ in range(2):  # those beside a pair stand firmer
            known = {*((match.old, match.new) for match in sure), *((one.old, one.new) for one in chosen)}
            tops = Counter(self._tops(here, there) for here, there in known)
            near = {self._tops(one.old, one.new) for one in chosen}
            bonus = [self._bonus(one, known, near) for one in found]
            joined = [self._joined(one, tops) for one in found]
            chosen += _choice(joined, chosen, bonus, self.limits.figure_told_margin)
        return chosen

    def _tops(self, old: int, new: int) -> tuple[str, str]:
        return self.places.tops(self.old[old], self.new[new])

    def _joined(self, one: Found, counts: Counter[tuple[str, str]]) -> Found:
        """Two figures in paragraphs that share two others: these correspond, whether they are linked or not."""
        if counts[self._tops(one.old, one.new)] < JOINED or one.enough == math.inf:
            return one
        limits = self.limits
        return replace(
            one, enough=min(one.enough, limits.figure_told_alone if one.alone else limits.figure_told_linked)
        )

    def _bonus(self, one: Found, known: set[tuple[int, int]], tops: set[tuple[str, str]]) -> float:
        """For what stands beside a pair, and in paragraphs between which one runs."""
        beside = any(
            (one.old + step, one.new + step) in known
            and self.old[one.old + step].mention.paragraph == self.old[one.old].mention.paragraph
            and self.new[one.new + step].mention.paragraph == self.new[one.new].mention.paragraph
            for step in (-1, 1)
        )
        linked = not one.aligned and self._tops(one.old, one.new) in tops
        return (BESIDE if beside else 0.0) + (LINKED if linked else 0.0)

    def _nearest(self, i: int, j: int) -> Match:
        return Match(i, j, NEAR_SCORE, True, 0.0, 0.0, 0.0, 0.0, False, amount(self.old[i]) == amount(self.new[j]))

    def _other(self, one: Statement, two: Statement) -> bool:
        return not comparable(one, two) or self.weigher.lookalikes(one, two)

    def tell(self, i: int, j: int) -> Likeness | None:
        """How alike two figures are told; ``None`` where they are said to be two."""
        return self.weigher.likeness(self.old[i], self.new[j], (i, j))

    def fits(self, one: Statement, two: Statement) -> bool:
        """Whether two figures can be one at all."""
        if one.role != two.role or not (comparable(one, two) and plausible(one, two, RATIO) and self._placed(one, two)):
            return False
        here, there = self._sex(one), self._sex(two)
        return not (here and there) or not here.isdisjoint(there)

    def brief(self, one: Statement, side: int) -> bool:
        """Whether the paragraph of a figure of the old or the new report (``side``) is a single sentence."""
        text = self.weigher.sides[side].texts[one.mention.paragraph]
        return not SENTENCE_END.search(text, 0, len(text.rstrip()) - 1)

    def akin(self, one: Statement, two: Statement) -> bool:
        """Whether two nouns are two words for one thing: of one stem, of one sense, or one beside the other's number."""
        if kindred(one, two) or not (one.noun and two.noun) or one.family == two.family != "":
            return True
        known = self.pair.old.language.once(Synonyms)
        if one.noun.isascii():
            first, second = head(one).lower(), head(two).lower()
            spoken = _spoken(first, two) or _spoken(second, one)
            return known.same(first, second) or spoken or not self._sex(one).isdisjoint(self._sex(two))
        if known.listed(one.noun, two.noun):
            return True
        shared = sum((Counter(one.noun) & Counter(two.noun)).values())
        begins = shared >= KINDRED * min(len(one.noun), len(two.noun))
        return begins or one.noun in two.near or two.noun in one.near  # 近5000个反对修路的签名, 6200个签名

    def _sex(self, one: Statement) -> frozenset[str]:
        """What a noun counts of two sorts that exclude each other: 62 male guides and 9 female guides, 11 women and 70 men."""
        words = one.noun.split() if one.noun.isascii() else ()
        excluding = self.pair.old.language.once(lexicon).excluding
        return excluding([stem(word) for word in words]) | excluding(words) if words else frozenset()

    def _placed(self, one: Statement, two: Statement) -> bool:
        """Whether items stand in corresponding items; not any item of two lists that correspond."""
        here, there = one.mention.paragraph, two.mention.paragraph
        return (here not in self.places.old and there not in self.places.new) or there in self.pair.in_new(here)


def _spoken(noun: str, one: Statement) -> bool:
    """Whether a clause has a word of the stem of a noun: "31 of the 172 posts were vacant", "22 vacancies"."""
    return stem(noun) in one.near or any(len(commonprefix((noun, word))) >= STEM for word in one.near)


def _choice(found: Sequence[Found], before: Sequence[Found], bonus: Sequence[float], margin: float) -> Iterator[Found]:
    """The best first; none where either side could as well go with another."""
    olds, news = {one.old for one in before}, {one.new for one in before}
    ranked = sorted(
        ((round(one.score + more, 6), one) for one, more in zip(found, bonus, strict=True)),
        key=lambda entry: (-entry[0], entry[1].old + entry[1].new, entry[1].old),
    )
    by_old: dict[int, list[tuple[float, Found]]] = defaultdict(list)
    by_new: dict[int, list[tuple[float, Found]]] = defaultdict(list)
    for entry in ranked:
        by_old[entry[1].old].append(entry)
        by_new[entry[1].new].append(entry)

    def best(rivals: Iterable[tuple[float, Found]], one: Found) -> float:
        free = (
            score for score, other in rivals if other is not one and other.old not in olds and other.new not in news
        )
        return next(free, 0.0)

    for score, one in ranked:
        if score < one.enough or one.old in olds or one.new in news:
            continue
        if score - max(best(by_old[one.old], one), best(by_new[one.new], one)) >= margin:
            yield one
            olds.add(one.old)
            news.add(one.new)


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
