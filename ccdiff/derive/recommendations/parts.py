"""Two wordings of one recommendation held against each other part by part: how strongly it asks and how softly, whom, what is denied, how
much, how far it goes, and what of its matter only one of them has.

What one translator says otherwise (no less than ten years, at least 10 years; refrain from using, not use) is made one first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.asks import frames
from ccdiff.derive.recommendations.extent import (
    AMOUNT,
    Extent,
    Terms,
    extent,
    in_digits,
    spaced,
    terms_of_scope,
    unbracketed,
)
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.likeness import telling_parts
from ccdiff.derive.recommendations.matter import CLAUSE, HAN, actions, reduced
from ccdiff.derive.recommendations.strength import HEAD
from ccdiff.derive.recommendations.words import STRENGTHS, Words, words
from ccdiff.derive.relations.substance import Substance, lexis
from ccdiff.derive.wording import canonical
from ccdiff.reading import Reading, words_of_senses
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK

ENOUGH = 0.5  # of what names the one asked in the shorter of two texts
# what opens a whole list: a meeting that calls upon States to … recommends it
LIST_STRENGTHS = {"call": "recommend", "request": "recommend"}


SEVERAL = 2
LISTED, OR = re.compile("、"), "或"  # members of a list are no clauses
EITHER = {"request", "invite"}  # what a plain verb may be
NOTED = "note"  # the stance that says least
MODAL = "modal"  # how "States should" asks


class Parts:
    """The parts of two wordings, ``one`` of the old report and ``other`` of the new, each compared when it is asked for."""

    def __init__(self, pair: Pair, one: Advice, other: Advice) -> None:
        self.one, self.other = one, other
        self._pair, self._language = pair, pair.old.language
        self._known: Words = self._language.once(words)
        self._terms: Terms = self._language.once(terms_of_scope)

    @cached_property
    def verb(self) -> int:
        """1 where the new one asks with a stronger verb, -1 with a weaker one; verbs of a list tell nothing against a point's own."""
        if self.one.own != self.other.own or not (self.one.own or (self.one.strength and self.other.strength)):
            return 0
        ranks = [
            STRENGTHS.index(strength if advice.own else LIST_STRENGTHS.get(strength, strength))
            if strength
            else len(STRENGTHS)
            for advice in (self.one, self.other)
            for strength in [advice.strength]
        ]
        if {self.one.strength, self.other.strength} == EITHER and any(map(self._plain, (self.one, self.other))):
            return 0
        if ranks[0] == ranks[1]:
            mine, theirs = (bool(self._known.intensely.search(advice.said[:HEAD])) for advice in (self.one, self.other))
            return theirs - mine
        return (ranks[0] > ranks[1]) - (ranks[0] < ranks[1])

    def _plain(self, advice: Advice) -> bool:
        """Whether its verb is one for both that requests and that invites (请)."""
        verb = self._known.authored.search(advice.said) or self._known.verb.search(advice.said)
        return verb is not None and verb["verb"] in self._known.phrases("plain")

    @cached_property
    def stance(self) -> tuple[str, str]:
        """How each of two that ask nothing takes what it speaks of (notes, welcomes, is concerned at), where they take it otherwise; ``""``
        for what says no such thing.
        """
        if {advice.strength for advice in (self.one, self.other) if advice.own} - {None, "note"}:
            return "", ""
        mine, theirs = (self._known.stance_of(advice.said) for advice in (self.one, self.other))
        return (mine, theirs) if mine and theirs and mine != theirs else ("", "")

    @property
    def sterner(self) -> int:
        """1 where what was only noted is taken otherwise now, -1 where it is only noted now."""
        return (self.stance[0] == NOTED) - (self.stance[1] == NOTED)

    @cached_property
    def who(self) -> int:
        """1 where the new one asks all that the old one asks, and others, -1 where it asks some of them: those who are asked are a set."""
        known = self._known
        texts = [self._terms.without_formulas(advice.said) for advice in (self.one, self.other)]
        mine, theirs = ([m for m in known.joined.split(known.subject_of(text)) if m.strip()] for text in texts)
        if not mine or not theirs:
            return 0
        gone, come = (
            [m for m in a if not any(_one_kind(m, t, known) for t in b)] for a, b in ((mine, theirs), (theirs, mine))
        )
        if len(mine) == len(theirs) == 1 and known.is_state(mine[0]) and known.is_state(theirs[0]):
            return known.is_general(theirs[0]) - known.is_general(mine[0])
        return bool(come) - bool(gone)

    @cached_property
    def turned(self) -> bool:
        """Whether the acts that are asked are of kinds that exclude each other: to lower, to raise, to abolish."""
        mine, theirs = (_act(self._pair.old, advice.asked) for advice in (self.one, self.other))
        return not mine & theirs and any(mine & kinds and theirs & kinds for kinds in self._known.opposed)

    @cached_property
    def hedges(self) -> tuple[frozenset[str], frozenset[str]]:
        """What softens the one only, and the other only; 根据请求 and 应要求 are one."""
        groups = self._known.softening
        before, now = (frozenset(groups.get(h, h) for h in advice.hedges) for advice in (self.one, self.other))
        return before - now, now - before

    @cached_property
    def _extents(self) -> tuple[Extent, Extent]:
        return extent(self._language, self.one.said), extent(self._language, self.other.said)

    @property
    def amounts(self) -> bool:
        """Whether other amounts are asked for."""
        mine, theirs = self._extents
        return not mine.as_much(theirs, self._terms)

    @property
    def as_many(self) -> bool:
        """Whether both hold as many amounts: then one took another's place (by 2025, by 2027)."""
        mine, theirs = self._extents
        return len(mine.amounts) == len(theirs.amounts)

    @property
    def bounds(self) -> bool:
        """Whether an amount is bounded otherwise (at least one, one)."""
        mine, theirs = self._extents
        return mine.bounds != theirs.bounds

    @property
    def scopes(self) -> frozenset[str]:
        """The kinds of words for how far it goes that only one of them has."""
        mine, theirs = self._extents
        return mine.scopes ^ theirs.scopes

    @cached_property
    def _substances(self) -> tuple[Substance, Substance]:
        known = self._language.once(lexis)
        mine, theirs = self._extents
        both = mine.scopes & theirs.scopes  # "without payment" denies nothing that "free of charge" does not
        texts = (_in_one_denial(advice.said, self._terms, both) for advice in (self.one, self.other))
        one, other = (Substance(text, known) for text in texts)
        return one, other

    @property
    def denied(self) -> bool:
        """Whether one of them denies what the other does not (may, may not); two denials of one text come to none."""
        one, other = self._substances
        return one.denials % 2 != other.denials % 2

    @property
    def contrast(self) -> bool:
        """Whether each says what excludes what the other says (table ``contrasts``: April, October), beside its amounts."""
        known = self._language.once(lexis)
        bare = (_bare(spaced(advice.said), self._terms) for advice in (self.one, self.other))
        one, other = (Substance(text, known).alternatives for text in bare)
        return not {row for row, _ in one - other}.isdisjoint(row for row, _ in other - one)

    @property
    def asked(self) -> bool:
        """Whether another is asked: both say whom in the same way, and those have no word and no kind in common. What "should" be done by
        one whom no table knows may be the same, told of another ("operators should return", "guests should have back").
        """
        known = self._known
        said = [self._terms.without_formulas(advice.said) for advice in (self.one, self.other)]
        ways = {known.way_of(text) for text in said}
        mine, theirs = map(known.subject_of, said)
        if not mine or not theirs or len(ways) > 1:
            return False
        kinds = [{known.kinds.get(name, name) for name in known.addressees.findall(text)} for text in (mine, theirs)]
        named = any(kinds) or ways != {MODAL}
        return named and not kinds[0] & kinds[1] and not _common(mine, theirs)

    @cached_property
    def left(self) -> tuple[Counter[str], Counter[str]]:
        """What of the matter only the one has, and only the other, in whatever words; nothing of those who are asked."""
        known, folded = self._known, self._language.once(canonical)
        bare = [
            known.bodies.sub(" ", known.addressees.sub(" ", folded(advice.asked))) for advice in (self.one, self.other)
        ]
        return _leftovers(self._pair.old, *bare)

    @cached_property
    def _listed(self) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        one, other = (
            list(_members(reading, advice.asked))
            for reading, advice in ((self._pair.old, self.one), (self._pair.new, self.other))
        )
        return one, other

    @cached_property
    def members(self) -> int:
        """1 where the new one has a clause or a member of a list of which nothing stands in the old one, -1 where the old one has."""
        more = len(self._listed[1]) - len(self._listed[0])
        own = self.left[more > 0].keys()
        return (more > 0) - (more < 0) if any(parts <= own for parts in self._listed[more > 0]) else 0

    @property
    def wider(self) -> int:
        """The same, where the other has none of its own either: a list of other things is neither wider nor narrower."""
        other = self.members <= 0
        return 0 if any(parts <= self.left[other].keys() for parts in self._listed[other]) else self.members


def things(left: Counter[str]) -> int:
    """How many words some parts are: of pairs of characters that run on (总统, 统选, 选举), two make one word."""
    pairs = [part for part in left if not part.isascii()]
    begins = {pair[0] for pair in pairs}
    runs = sum(pair[1] not in begins for pair in pairs)
    return len(left) - len(pairs) + max(runs, (len(pairs) + 1) // 2)


def _in_one_denial(text: str, known: Terms, both: frozenset[str]) -> str:
    """A text with one word for each bound and each denial, without what limits nothing, the words of scope of the kinds ``both``, and
    asides in brackets.
    """
    low = known.scopes.sub(
        lambda found: " " if known.groups[found.group()] in both else found.group(), unbracketed(text)
    )
    for pattern, mark in (*known.bounds, *known.denying):
        low = pattern.sub(mark, low)
    return known.without_formulas(low)


def _act(reading: Reading, text: str) -> frozenset[str]:
    """The kinds of the first act of which a text speaks (table ``actions``)."""
    known = reading.language.once(actions)
    held = (f" {word} " if word.isascii() else word for word in reading.words(reading.language.once(reduced)(text)))
    return frozenset(next((known[word] for word in held if word in known), ()))


def _one_kind(one: str, other: str, known: Words) -> bool:
    """Whether two of those who are asked may be the same: of one kind, or in much the same words."""
    kinds, others = ({known.kinds.get(name, name) for name in known.addressees.findall(text)} for text in (one, other))
    return bool(kinds & others) or _common(one, other)


def _common(one: str, other: str) -> bool:
    """Whether of two texts the shorter one shares half of its words, or of its pairs of characters, with the other."""
    mine, theirs = _pieces(one.lower()), _pieces(other.lower())
    return bool(mine and theirs) and len(mine & theirs) > ENOUGH * min(len(mine), len(theirs))


def _pieces(text: str) -> frozenset[str]:
    if HAN.search(text):
        return frozenset(map(str.__add__, text, text[1:]))
    return frozenset(word[:7].rstrip("s") for word in re.findall(r"[a-z]{4,}", text))


def _members(reading: Reading, text: str) -> Iterator[frozenset[str]]:
    """What tells the matter of each clause that says several things, and of each member of a list: the first word that says something
    behind one that joins.
    """
    joins = reading.language.once(frames).joins
    for clause in CLAUSE.split(fold(LISTED.sub(OR, text)).lower()):
        whole = _telling(reading, clause)
        if len(whole) > SEVERAL:
            yield whole
        member: str | None = None  # what stands behind a joining word so far
        for word in reading.words(clause):
            member = "" if word.strip() in joins else None if member is None else member + word
            parts = _telling(reading, member or "")
            if parts:
                yield parts
                member = None


def _telling(reading: Reading, text: str) -> frozenset[str]:
    return frozenset(part for part in telling_parts(reading, text) if len(part) > 1 and part[0] != MARK)


def _leftovers(reading: Reading, one: str, other: str) -> tuple[Counter[str], Counter[str]]:
    """What tells the matter of two texts that only one of them has: nothing of what both mean, nor words of which the other has a form."""
    sensed, known = reading.language.once(words_of_senses), reading.language.once(terms_of_scope)
    lows = [_bare(spaced(text), known) for text in (one, other)]
    found = [sensed(low) for low in lows]
    both = {sense for _, _, sense in found[0]} & {sense for _, _, sense in found[1]}
    bare = [
        _without(low, [(a, b) for a, b, sense in spans if sense in both])
        for low, spans in zip(lows, found, strict=True)
    ]
    mine, theirs = (Counter(p for p in telling_parts(reading, text) if p[0] != MARK and len(p) > 1) for text in bare)
    return mine - theirs, theirs - mine


def _bare(low: str, known: Terms) -> str:
    """A text without its amounts, bounds and words of scope, which are compared by themselves."""
    for pattern, _ in known.bounds:
        low = pattern.sub(" ", low)
    low = known.scopes.sub(lambda m: " " if known.groups[m.group()] else m.group(), in_digits(low, known))
    return AMOUNT.sub(lambda match: f" {match['unit'][known.measured(match['unit']) :]} ", known.without_formulas(low))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
