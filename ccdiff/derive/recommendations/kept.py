"""What two wordings of one recommendation may not differ in if it is the same: what is denied, who is asked, how much, and how far it goes.

None of these is a matter of style: "may" and "may not", 可 and 不可; the secretariat and a bank; "at least one" and "one"; all vessels and
vessels, 除非法院下令, "on request". What one translator says otherwise (no less than ten years, one place in twenty) is made one first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.extent import (
    AMOUNT,
    Extent,
    Terms,
    as_much,
    extent,
    held,
    in_digits,
    spaced,
    terms_of_scope,
    unbracketed,
)
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.likeness import telling_parts
from ccdiff.derive.recommendations.matter import HAN, actions, key
from ccdiff.derive.recommendations.words import Words, words
from ccdiff.derive.relations.substance import DENY, Substance, lexis
from ccdiff.language import Language
from ccdiff.reading import Reading, senses, words_of_senses

SPACES = re.compile(r" {2,}")
ENOUGH = 0.5  # of what names the one asked in the shorter of two texts
FORM = 5  # letters that forms of one word share (publish, public)
NEARLY = 0.75  # likeness from which another verb is meant to be another
RETOLD = 0.5  # likeness below which a sentence is put otherwise throughout
TURNED = frozenset({"all", "only", "particular", "soon"})
UNLESS = frozenset({"unless"})
SAID_OTHERWISE = TURNED | {"charge"}  # "not charge a fee" is no fee
ALL = re.compile(r"\ball (\w+)")
OPPOSED = ("sense",)  # kinds of the table "contrasts"


ANYONE = frozenset({"states"})  # those of whom nearly everything is asked


def as_many(pair: Pair, one: Advice, other: Advice) -> bool:
    """Whether two wordings hold as many amounts: then one took another's place (by 2025, by 2027)."""
    language = pair.old.language
    return len(extent(language, one.said).amounts) == len(extent(language, other.said).amounts)


def differs(pair: Pair, one: Advice, other: Advice, alike: float) -> str:
    """The first thing that differs between two wordings of one recommendation: ``denied``, ``asked``, ``amounts``, ``bounds``,
    ``scope``, ``opposite``, ``deed``; ``""`` where none does.
    """
    language = pair.old.language
    mine, theirs = (extent(language, advice.said) for advice in (one, other))
    if not as_much(mine.amounts, theirs.amounts, language.once(terms_of_scope)):
        return "amounts"
    if mine.bounds != theirs.bounds:
        return "bounds"
    none = language.once(terms_of_scope).none
    turned = bool(none.match(one.said)) != bool(none.match(other.said))
    near = alike >= nearly(pair, one)
    conditions = not near and _conditions(pair, one, other, mine, theirs)
    idle = TURNED | UNLESS if conditions else TURNED if turned or not near else _idle(one.said, other.said)
    if (mine.scopes ^ theirs.scopes) - idle:
        return "scope"
    plain = [in_one_denial(language, advice.said) for advice in (one, other)]
    before, now = (Substance(text, language.once(lexis)) for text in plain)
    if not conditions and (
        (alike >= NEARLY and before.denials % 2 != now.denials % 2) or _turned(pair, one, other, alike)
    ):
        return "denied"
    gone, come = ({row for row, _ in a.alternatives - b.alternatives} for a, b in ((before, now), (now, before)))
    if gone & come & language.once(opposed):
        return "opposite"
    if other_asked(language.once(words), language.once(terms_of_scope).formulas, one, other, alike):
        return "asked"
    return "deed" if alike >= NEARLY and other_deed(pair.old, language.once(words), one, other) else ""


def reaches(pair: Pair, one: Advice, other: Advice, near: bool) -> bool:
    """Whether words of scope let one of two reach further that state the same; ``near``: in nearly the same words each was meant."""
    mine, theirs = (extent(pair.old.language, advice.said).scopes for advice in (one, other))
    return bool((mine ^ theirs) - (frozenset() if near else SAID_OTHERWISE))


def nearly(pair: Pair, one: Advice) -> float:
    """The likeness from which two are in nearly the same words."""
    config = pair.config
    return config.recommendation_other_words if HAN.search(one.said) else config.recommendation_other_words_latin


def _conditions(pair: Pair, one: Advice, other: Advice, mine: Extent, theirs: Extent) -> bool:
    """Whether one of two forbids something unless a condition is met that the other asks for: "no vehicle should leave without …"."""
    denying = [forbids(pair, advice) for advice in (one, other)]
    unless = [bool(UNLESS & extent.scopes) for extent in (mine, theirs)]
    return denying[0] != denying[1] and unless == denying


def _idle(one: str, other: str) -> frozenset[str]:
    """Words of scope whose coming or going says nothing in nearly the same words: "all" in the place of "the"."""
    texts = one.lower(), other.lower()
    whole = [ALL.findall(text) for text in texts]
    apart = (
        word for k in (0, 1) for word in whole[k] if word not in whole[1 - k] and f"the {word}" not in texts[1 - k]
    )
    return frozenset() if any(apart) or not any(whole) else frozenset({"all"})


def forbids(pair: Pair, one: Advice) -> bool:
    """Whether it is said that something should or may not be done."""
    language = pair.old.language
    text, (denials, kinds) = SPACES.sub(" ", in_one_denial(language, one.said)), language.once(lexis).denials
    if language.once(terms_of_scope).none.match(text):
        return not language.once(terms_of_scope).without.search(text)
    modal = next((m for m in language.once(words).modal.finditer(text) if m["should"] or m["may"]), None)
    if modal is None:
        return False
    voice = language.once(words).voice.match(text, modal.end())
    end = voice.end() if voice and modal.group().isascii() else modal.end()
    behind = denials.match(text, end + (text[end : end + 1] == " "))
    before = denials.match(text, max(0, modal.start() - 1))
    inside = denials.match(text, modal.start())
    return any(found is not None and kinds[found[0].lower()] == DENY for found in (behind, before, inside))


def _turned(pair: Pair, one: Advice, other: Advice, alike: float) -> bool:
    """Whether one says that something should not be and the other nowhere denies anything (建议会员国禁止, 会员国应禁止 both do)."""
    mine, theirs = forbids(pair, one), forbids(pair, other)
    if mine == theirs:
        return False
    language = pair.old.language
    denials, kinds = language.once(lexis).denials
    text = in_one_denial(language, (one if theirs else other).said)
    if alike < RETOLD:  # 应推迟六个月, 应等半年: only what is denied outright counts
        told = (other if theirs else one).said
        if not any(kinds[found.group().lower()] == DENY for found in denials.finditer(told)):
            return False
    return not any(kinds[found.group().lower()] == DENY for found in denials.finditer(text))


def opposed(language: Language) -> frozenset[int]:
    """The rows of the table ``contrasts`` whose words are opposites, or permit what others oblige. Use ``language.once(opposed)``."""
    return frozenset(k for k, row in enumerate(language.rows("contrasts")) if row[0] in OPPOSED)


def in_one_denial(language: Language, text: str) -> str:
    """A text with one word for each bound and each denial, without what limits nothing, and without asides in brackets."""
    low = unbracketed(text)
    known = language.once(terms_of_scope)
    for pattern, mark in (*known.bounds, *known.denying):
        low = pattern.sub(mark, low)
    return language.once(terms_of_scope).formulas.sub(held, low)


def other_asked(known: Words, formulas: re.Pattern[str], one: Advice, other: Advice, alike: float = 1.0) -> bool:
    """Whether another is asked: where both say so in the same way, who is named; else one who is not named in the other at all. Of two
    sentences that have hardly a word in common, only those who are known by their names tell (凡新近归来者, 近期到过的人).
    """
    mine, theirs = (known.subject_of(formulas.sub(held, advice.said)) for advice in (one, other))
    if not mine or not theirs:
        return False
    kinds = [
        frozenset(known.kinds.get(name, name) for name in known.addressees.findall(text)) for text in (mine, theirs)
    ]
    if kinds[0] & kinds[1] or _common(mine, theirs):
        return False
    direct = known.way_of(one.said) == known.way_of(other.said)
    named = [found - ANYONE for found in kinds]
    free = not any(named) if direct else not all(named)
    if free and (_common(theirs, one.said) or _common(mine, other.said)):
        return False  # only turned round: 各国应把X纳入Y, Y应包括X
    return bool(kinds[0] or kinds[1]) or (direct and alike >= RETOLD)


def other_deed(reading: Reading, known: Words, one: Advice, other: Advice) -> bool:
    """Whether the verbs behind "should" are of no one sense and no one kind (cover, exclude)."""
    verbs, light = [known.deed_of(advice.said) for advice in (one, other)], reading.language.once(terms_of_scope).light
    if not all(verbs) or verbs[0][:FORM] == verbs[1][:FORM] or not light.isdisjoint(verbs):
        return False
    kinds, sensed = reading.language.once(actions), reading.language.once(senses)
    mine, theirs = (frozenset(kinds.get(key(verb), ())) | sensed(verb) for verb in verbs)
    return not mine & theirs


def _common(one: str, other: str) -> bool:
    """Whether of two texts the shorter one shares half of its words, or of its pairs of characters, with the other."""
    mine, theirs = _pieces(one.lower()), _pieces(other.lower())
    return bool(mine and theirs) and len(mine & theirs) > ENOUGH * min(len(mine), len(theirs))


def _pieces(text: str) -> frozenset[str]:
    if HAN.search(text):
        return frozenset(map(str.__add__, text, text[1:]))
    return frozenset(word[:7].rstrip("s") for word in re.findall(r"[a-z]{4,}", text))


def leftovers(reading: Reading, one: str, other: str) -> tuple[Counter[str], Counter[str]]:
    """What tells the matter of two texts that only one of them has, in whatever words: nothing of what both mean."""
    sensed, known = reading.language.once(words_of_senses), reading.language.once(terms_of_scope)
    lows = [_bare(spaced(text), known) for text in (one, other)]
    found = [sensed(low) for low in lows]
    both = {sense for _, _, sense in found[0]} & {sense for _, _, sense in found[1]}
    bare = [
        _without(low, [(a, b) for a, b, sense in spans if sense in both])
        for low, spans in zip(lows, found, strict=True)
    ]
    mine, theirs = (Counter(p for p in telling_parts(reading, text) if p[0] != "~" and len(p) > 1) for text in bare)
    return _unlike(mine - theirs, bare[1]), _unlike(theirs - mine, bare[0])


def _unlike(left: Counter[str], other: str) -> Counter[str]:
    """Without the words of which the other text has another form."""
    return Counter(
        {
            word: n
            for word, n in left.items()
            if not (word.isascii() and re.search(rf"\b{re.escape(word[:FORM])}", other))
        }
    )


def _bare(low: str, known: Terms) -> str:
    """A text without its amounts, bounds and words of scope, which are compared by themselves."""
    for pattern, _ in known.bounds:
        low = pattern.sub(" ", low)
    low = known.formulas.sub(
        " ", known.scopes.sub(lambda m: " " if known.groups[m.group()] else m.group(), in_digits(low, known))
    )
    return AMOUNT.sub(lambda match: _unmeasured(match, known), low)


def _unmeasured(match: re.Match[str], known: Terms) -> str:
    unit = match["unit"]
    held = next((end for end in range(len(unit), 0, -1) if unit[:end] in known.measures), 0)
    return f" {unit[held:]} "


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
