"""What two wordings of one recommendation may not differ in if it is the same: what is denied, who is asked, how much, and how far it goes.

None of these is a matter of style: "may" and "may not", 可 and 不可; the secretariat and a bank; "at least one" and "one"; all vessels and
vessels, 除非法院下令, "on request". What one translator says otherwise (no less than ten years, one place in twenty) is made one first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.likeness import telling_parts
from ccdiff.derive.recommendations.matter import HAN, actions, key
from ccdiff.derive.recommendations.words import Words, words
from ccdiff.derive.substance import DENY, Substance, lexis
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading, senses, words_of_senses
from ccdiff.text.alternation import joined, ways
from ccdiff.text.normalise import fold
from ccdiff.text.numerals import chinese

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+")
AMOUNT = re.compile(r"(?P<value>\d+(?:\.\d+)?)\s?(?P<unit>%|[^\W\d]*)")
COUNTED = re.compile(r"\s*\d")  # "all six" says no more than "the six"
MEETS = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
SPACES = re.compile(r" {2,}")
ONE = (1.0, "")  # "adopt one" counts nothing
SINGLE = "一千万亿零〇"  # numerals that also say other things
ENOUGH = 0.5  # of what names the one asked in the shorter of two texts
FORM = 5  # letters that forms of one word share (publish, public)
NEARLY = 0.75  # likeness from which another verb is meant to be another
RETOLD = 0.5  # likeness below which a sentence is put otherwise throughout
TURNED = frozenset({"all", "only", "particular", "soon"})
UNLESS = frozenset({"unless"})
SAID_OTHERWISE = TURNED | {"charge"}  # "not charge a fee" is no fee
ALL = re.compile(r"\ball (\w+)")
OPPOSED = ("sense",)  # kinds of the table "contrasts"


Amount = tuple[float, str]
CLOSE = 0.001
ANYONE = frozenset({"states"})  # those of whom nearly everything is asked


@record
class Terms:
    """``bounds``: words for a bound, each with its mark; ``scopes``: words that widen, narrow or condition, with their group;
    ``measures``: units with what they come to in another (24 hours, one day); ``shares``: how "one in twenty" is said; ``none``: how a sentence begins
    that denies what follows ("In no case should …"); ``without``: what turns that round again ("No ticket … without a name").
    """

    bounds: tuple[tuple[re.Pattern[str], str], ...]
    scopes: re.Pattern[str]
    groups: dict[str, str]
    measures: dict[str, tuple[float, str]]
    shares: re.Pattern[str]
    spelled: dict[str, str]
    formulas: re.Pattern[str]
    percent: re.Pattern[str]
    light: frozenset[str]
    denying: tuple[tuple[re.Pattern[str], str], ...]
    fractions: tuple[tuple[re.Pattern[str], str], ...]
    none: re.Pattern[str]
    without: re.Pattern[str]
    called: tuple[tuple[re.Pattern[str], str], ...]


def terms_of_scope(language: Language) -> Terms:
    """The tables ``scopes`` and ``number_words``. Use ``language.once(terms_of_scope)``."""
    rows = language.rows("scopes")
    bounds = tuple((_any(row[2:]), f" {row[1]} ") for row in rows if row[0] == "bound")
    groups = {word.lower(): row[1] for row in rows if row[0] in ("scope", "not") for word in row[2:]}
    groups |= {word.lower(): "" for row in rows if row[0] == "not" for word in row[2:]}
    measures = {word: (float(row[1]), row[2]) for row in rows if row[0] == "measure" for word in row[3:]}
    shares = [re.escape(word).replace("N", r"(\d+)") for row in rows if row[0] == "share" for word in row[1:]]
    spelled = {row[0].lower(): row[1] for row in language.rows("number_words") if row[0].isalpha() and row[1].isdigit()}
    formulas = re.compile("|".join(_open(word) for row in rows if row[0] == "formula" for word in row[1:]) or r"(?!)")
    percent = re.compile(
        "|".join(rf"\s?\b{word}\b" for row in rows if row[0] == "percent" for word in row[1:]) or r"(?!)"
    )
    denying = tuple((_any(row[2:]), f" {row[1]} " if row[1].isascii() else row[1]) for row in rows if row[0] == "deny")
    fractions = tuple((_any(row[2:]), f" {row[1]}%") for row in rows if row[0] == "fraction")
    light = frozenset(word for row in rows if row[0] == "light" for word in row[1:])
    return Terms(
        bounds,
        _any(groups),
        groups,
        measures,
        re.compile("|".join(shares) or r"(?!)"),
        spelled,
        formulas,
        percent,
        light,
        denying,
        fractions,
        _any(word for row in rows if row[0] == "none" for word in row[1:]),
        _any(word for row in rows if row[0] == "without" for word in row[1:]),
        tuple((_any(row[2:]), f" {row[1]} ") for row in rows if row[0] == "called"),
    )


def _open(formula: str) -> str:
    """A formula as a pattern; ``*`` is what it holds (尚未批准公约的国家)."""
    return re.escape(formula).replace(r"\*", r"([^，。；,;.]{0,30}?)")


def _held(match: re.Match[str]) -> str:
    """What a formula holds."""
    return f" {next(filter(None, match.groups()), '')} " if match.groups() else " "


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(joined(ways(ordered, _whole)) or r"(?!)")


def _whole(phrase: str) -> str:
    return rf"\b{re.escape(phrase)}\b" if phrase.isascii() else re.escape(phrase)


@record
class Extent:
    """How much a recommendation asks and how far it goes: its numbers in one unit, its bounds, its words of scope."""

    amounts: tuple[tuple[float, str], ...]
    bounds: tuple[str, ...]
    scopes: frozenset[str]


def as_many(pair: Pair, one: Advice, other: Advice) -> bool:
    """Whether two wordings hold as many amounts: then one took another's place (by 2025, by 2027)."""
    language = pair.old.language
    return len(extent(language, one.said).amounts) == len(extent(language, other.said).amounts)


def extent(language: Language, text: str) -> Extent:
    """What is asked, made comparable: no less than ten years and at least 10 years are one."""
    return language.once(_extents)(text)


def measures(language: Language, text: str) -> frozenset[str]:
    """What is measured in a text, each in one unit: 14 days and a fortnight are one. A bare number, or a year, measures nothing."""
    return frozenset(f"={value:g} {unit}" for value, unit in extent(language, text).amounts if unit)


def _extents(language: Language) -> Callable[[str], Extent]:
    known = language.once(terms_of_scope)

    def find(text: str) -> Extent:
        low = _spaced(text)
        bounds: list[str] = []
        for pattern, mark in known.bounds:
            low, count = pattern.subn(mark, low)
            bounds += [mark.strip()] * count
        low = in_digits(low, known)
        amounts = sorted(_amount(match, known) for match in AMOUNT.finditer(low))
        amounts = [amount for amount in amounts if amount != ONE]
        found = known.scopes.finditer(low)
        scopes = frozenset(known.groups[m.group()] for m in found if not COUNTED.match(low, m.end())) - {""}
        return Extent(tuple(amounts), tuple(sorted(bounds)), scopes)

    return find


def as_much(mine: Iterable[Amount], theirs: Iterable[Amount], known: Terms) -> bool:
    """Whether two wordings hold the same amounts; one may leave out the unit that it has named before ("in 24 hours … more than 12")."""
    gone, come = (sorted((Counter(a) - Counter(b)).elements()) for a, b in ((mine, theirs), (theirs, mine)))
    if len(gone) != len(come):
        return False
    units = {name: [] for _, name in known.measures.values()}  # type: dict[str, list[float]]
    for factor, name in known.measures.values():
        units[name].append(factor)

    def answers(bare: Amount, full: Amount) -> bool:
        return not bare[1] and any(abs(bare[0] * factor - full[0]) < CLOSE for factor in units.get(full[1], ()))

    return all(answers(a, b) or answers(b, a) for a, b in zip(gone, reversed(come), strict=True))


def _spaced(text: str) -> str:
    """A folded text in lower case, with the spaces between words and numbers that folding takes out."""
    return MEETS.sub(" ", fold(text).lower())


def in_digits(low: str, known: Terms) -> str:
    """A text with its numbers in digits, and shares in per cent."""
    for pattern, share in (*known.called, *known.fractions):
        low = pattern.sub(share, low)
    if HAN.search(low):
        low = NUMERAL.sub(lambda match: _digits(match, known), low)
    else:
        low = re.sub(r"[a-z]+", lambda match: known.spelled.get(match.group(), match.group()), low)
    low = DIGITS.sub(lambda match: match.group().replace(",", ""), low)
    low = known.percent.sub("%", low)
    return known.shares.sub(lambda match: f"{100 / max(1, int(next(filter(None, match.groups())))):g}%", low)


def _digits(match: re.Match[str], known: Terms) -> str:
    """A Chinese numeral in digits; a single 一 only before a measure (一天)."""
    numeral, value = match.group(), chinese(match.group())
    bare = len(numeral) == 1 and numeral in SINGLE
    measured = bare and any(match.string.startswith(unit, match.end()) for unit in known.measures)
    return numeral if value is None or (bare and not measured) else str(value)


def _amount(match: re.Match[str], known: Terms) -> tuple[float, str]:
    value, unit = float(match["value"]), match["unit"]
    for end in range(len(unit), 0, -1):
        if unit[:end] in known.measures:
            factor, name = known.measures[unit[:end]]
            return round(value * factor, 4), name
    return value, ""


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
    """A text with one word for each bound and each denial, without what limits nothing."""
    low = text
    known = language.once(terms_of_scope)
    for pattern, mark in (*known.bounds, *known.denying):
        low = pattern.sub(mark, low)
    return language.once(terms_of_scope).formulas.sub(_held, low)


def other_asked(known: Words, formulas: re.Pattern[str], one: Advice, other: Advice, alike: float = 1.0) -> bool:
    """Whether another is asked: where both say so in the same way, who is named; else one who is not named in the other at all. Of two
    sentences that have hardly a word in common, only those who are known by their names tell (凡新近归来者, 近期到过的人).
    """
    mine, theirs = (known.subject_of(formulas.sub(_held, advice.said)) for advice in (one, other))
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
    lows = [_bare(_spaced(text), known) for text in (one, other)]
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
