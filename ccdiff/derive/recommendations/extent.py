"""How much a recommendation asks and how far it goes, made comparable: its amounts in one unit, its bounds, its words of scope.

What one translator says otherwise (no less than ten years, at least 10 years; one place in twenty, five per cent) is made one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from ccdiff.derive.recommendations.matter import HAN
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.text.alternation import joined, ways
from ccdiff.text.normalise import fold
from ccdiff.text.numerals import chinese

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+")
AMOUNT = re.compile(r"(?P<value>\d+(?:\.\d+)?)\s?(?P<unit>%|[^\W\d]*)")
COUNTED = re.compile(r"\s*\d")  # "all six" says no more than "the six"
MEETS = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
ONE = (1.0, "")  # "adopt one" counts nothing
SINGLE = "一千万亿零〇"  # numerals that also say other things
CLOSE = 0.001
BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
Amount = tuple[float, str]


@record
class Terms:
    """``bounds``: words for a bound, each with its mark; ``scopes``: words that widen, narrow or condition, with their group;
    ``measures``: units with what they come to in another (24 hours, one day); ``shares``: how "one in twenty" is said;
    ``formulas``: turns that limit nothing; ``denying``: words of denial that others come to; ``called``: how amounts and shares are called too.
    """

    bounds: tuple[tuple[re.Pattern[str], str], ...]
    scopes: re.Pattern[str]
    groups: dict[str, str]
    measures: dict[str, tuple[float, str]]
    shares: re.Pattern[str]
    spelled: dict[str, str]
    formulas: re.Pattern[str]
    percent: re.Pattern[str]
    denying: tuple[tuple[re.Pattern[str], str], ...]
    called: tuple[tuple[re.Pattern[str], str], ...]

    def without_formulas(self, text: str) -> str:
        """A text without the turns that limit nothing, but with what they hold (尚未批准公约的国家)."""
        return self.formulas.sub(lambda found: f" {next(filter(None, found.groups()), '')} ", text)

    def measured(self, unit: str) -> int:
        """How many characters at the beginning of what stands behind a number are its unit."""
        return next((end for end in range(len(unit), 0, -1) if unit[:end] in self.measures), 0)


def terms_of_scope(language: Language) -> Terms:
    """The tables ``scopes`` and ``number_words``. Use ``language.once(terms_of_scope)``."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for row in language.rows("scopes"):
        table.setdefault(row[0], []).append(row[1:])
    groups = {word.lower(): row[0] for row in table.get("scope", ()) for word in row[1:]}
    groups |= {word.lower(): "" for row in table.get("not", ()) for word in row[1:]}
    spelled = {row[0].lower(): row[1] for row in language.rows("number_words") if row[0].isalpha() and row[1].isdigit()}

    def marked(kind: str, mark: str) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((_any(row[1:]), mark.format(row[0])) for row in table.get(kind, ()))

    def one_of(kind: str, form: Callable[[str], str]) -> re.Pattern[str]:
        return re.compile("|".join(form(word) for row in table.get(kind, ()) for word in row) or r"(?!)")

    return Terms(
        bounds=marked("bound", " {} "),
        scopes=_any(groups),
        groups=groups,
        measures={word: (float(row[0]), row[1]) for row in table.get("measure", ()) for word in row[2:]},
        shares=one_of("share", lambda word: re.escape(word).replace("N", r"(\d+)")),
        spelled=spelled,
        formulas=one_of("formula", lambda word: re.escape(word).replace(r"\*", r"([^，。；,;.]{0,30}?)")),
        percent=one_of("percent", lambda word: rf"\s?\b{word}\b"),
        denying=marked("deny", " {} " if language.code == "en" else "{}"),
        called=(*marked("called", " {} "), *marked("fraction", " {}%")),
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(joined(ways(ordered, _whole)) or r"(?!)")


def _whole(phrase: str) -> str:
    return rf"\b{re.escape(phrase)}\b" if phrase.isascii() else re.escape(phrase)


@record
class Extent:
    """How much a recommendation asks and how far it goes: its numbers in one unit, its bounds, its words of scope."""

    amounts: tuple[Amount, ...]
    bounds: tuple[str, ...]
    scopes: frozenset[str]

    def as_much(self, other: Extent, known: Terms) -> bool:
        """Whether another holds the same amounts; either may leave out a unit that it has named before ("in 24 hours … more than 12")."""
        gone, come = (
            sorted((Counter(a) - Counter(b)).elements())
            for a, b in ((self.amounts, other.amounts), (other.amounts, self.amounts))
        )

        def answers(bare: Amount, full: Amount) -> bool:
            factors = (factor for factor, name in known.measures.values() if name == full[1])
            return not bare[1] and any(abs(bare[0] * factor - full[0]) < CLOSE for factor in factors)

        return len(gone) == len(come) and all(
            answers(a, b) or answers(b, a) for a, b in zip(gone, reversed(come), strict=True)
        )


def extent(language: Language, text: str) -> Extent:
    """What is asked, made comparable: no less than ten years and at least 10 years are one."""
    return language.once(_extents)(text)


def measures(language: Language, text: str) -> frozenset[str]:
    """What is measured in a text, each in one unit: 14 days and a fortnight are one. A bare number, or a year, measures nothing."""
    return frozenset(f"={value:g} {unit}" for value, unit in extent(language, text).amounts if unit)


def _extents(language: Language) -> Callable[[str], Extent]:
    known = language.once(terms_of_scope)

    def find(text: str) -> Extent:
        low = spaced(text)
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


def unbracketed(text: str) -> str:
    """A text without its asides: "share the chapter (may defer until others have seen it)" denies nothing."""
    return BRACKETS.sub(" ", text)


def spaced(text: str) -> str:
    """A folded text in lower case, with the spaces between words and numbers that folding takes out."""
    return MEETS.sub(" ", fold(text).lower())


def in_digits(low: str, known: Terms) -> str:
    """A text with its numbers in digits, and shares in per cent."""
    for pattern, share in known.called:
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
    factor, name = known.measures.get(unit[: known.measured(unit)], (1.0, ""))
    return round(value * factor, 4), name
