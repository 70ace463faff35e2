"""What the tables say of how decisions are cited, as patterns and lookups; and what a citation is."""

from __future__ import annotations

import re

from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.text.alternation import joined, ways

# EM/RC67/4 (EM/RC64/R.4 is the document); MSC.518(106), A.1149(32); WHA74.7, EB148(5), EB150.R2, A40-18; Conf. 10.10
CODED = r"[A-Z]{2,5}/[A-Z]{1,4}\d{1,3}/\d{1,3}|[A-Z]{1,5}\.\d{1,4}\(\d{1,3}\)|[A-Z]{1,5}\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\)|-\d{1,3})|Conf\.\s\d{1,2}\.\d{1,2}"
# 9/1, BC-14/2, 23/COP.14, XII/5, XIII.8 and 12.6 of conferences of parties, 2766 (2024), 3201 (S-VI)
NUMBER = rf"(?:{CODED}|(?:[IVXL]{{1,6}}[/.]\d{{1,3}}|\d{{1,2}}\.\d{{1,3}}|(?:[A-Z]{{1,2}}-)?\d{{1,4}}(?:\s?/\s?(?:\d{{1,4}}|[A-Z]{{2,5}}\.\d{{1,3}}))?)(?:\s?[A-Z](?![A-Za-z\d/]))?(?:\s?[（(](?:\d{{4}}|[IVXLCS]{{1,7}}(?:-[IVXLCS]{{1,7}})?)[)）])?)"
# characters between a body's name and its resolution for the two to stand together: "在其 / 第四届会议通过的"
NEAR = 14
SPACE = re.compile(r"\s+")


@record
class Mention:
    """A reference where it stands. ``kind``: resolution|decision|symbol; ``number`` its canonical number or symbol.

    ``owner`` is a key of the table ``owners`` or ``""``; ``sure``: the text names the owner right there.
    """

    kind: str
    number: str
    owner: str
    place: str
    start: int
    end: int
    sure: bool = False


@record
class Words:
    """What the tables say, as patterns and lookups."""

    chains: tuple[tuple[str, re.Pattern[str]], ...]
    owners: re.Pattern[str]
    keys: dict[str, str]
    names: dict[str, str]
    short: dict[str, tuple[str, ...]]
    general: frozenset[str]
    leads: frozenset[str]
    owns: re.Pattern[str]
    owned: re.Pattern[str]
    recalls: re.Pattern[str]
    range: re.Pattern[str]
    forms: dict[str, str]
    inner: re.Pattern[str]
    outer: re.Pattern[str]
    document: re.Pattern[str]
    between: re.Pattern[str]
    paragraphs: re.Pattern[str]
    number_first: bool


def words(language: Language) -> Words:
    """The tables ``reference_words``, ``owners``, ``owner_short`` of a language; use ``language.once(words)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("reference_words"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    keys = {name: row[0] for row in language.rows("owners") for name in row[1:]}
    short = {row[0]: row[1:] for row in language.rows("owner_short")}
    number_first = table.get("form-resolution", ("",))[0].find("{}") < len(table.get("form-resolution", ("",))[0]) - 2
    between = "|".join(sorted(map(re.escape, table.get("between", (",",))), key=lambda word: (-len(word), word)))
    chain = _chain_behind if number_first else _chain_before
    return Words(
        chains=tuple((kind, chain(_nouns(table.get(kind, ())), between)) for kind in ("resolution", "decision")),
        owners=_any(tuple(dict.fromkeys((*keys, *short, *table.get("body", ()))))),
        keys=keys,
        names={row[0]: row[1] for row in language.rows("owners")},
        short=short,
        general=frozenset(table.get("body", ())),
        leads=frozenset((*table.get("lead", ()), *(word for row in language.rows("verbs") for word in row[1:]))),
        owns=_gap(table.get("owns", ())),
        owned=_gap(table.get("owned", ())),
        recalls=_gap(table.get("recalls", ())),
        range=re.compile("|".join(map(re.escape, table.get("range", ()))) or r"(?!)"),
        forms={name: values[0] for name, values in table.items() if name.startswith(("form-", "with-"))},
        inner=_any(table.get("inner", ())),
        outer=_any(table.get("outer", ())),
        document=_any(("(", "（", *table.get("document", ()))),
        between=re.compile(rf"\s?(?:{between})\s?"),
        paragraphs=_paragraphs(_nouns(table.get("paragraph", ())), between, number_first),
        number_first=number_first,
    )


def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(joined(ways(longest_first, _whole)) or r"(?!)")


def _whole(name: str) -> str:
    escaped = re.escape(name)
    return rf"\b{escaped}\b" if name.isascii() and name[0].isalpha() else escaped


def _gap(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of ``words`` between a body and its decision, or nothing but a blank."""
    return re.compile(rf"\s?(?:{'|'.join(map(re.escape, words)) or '(?!)'})?\s?")


def _nouns(nouns: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, nouns), key=lambda word: (-len(word), word))) or r"(?!)"


def _chain_behind(noun: str, _: str) -> re.Pattern[str]:
    """The noun right behind a chain: 第 5/1 号、第 7/1 号和第 9/5 号 + 决议."""
    return re.compile(rf"\s?(?:{noun})")


def _chain_before(noun: str, between: str) -> re.Pattern[str]:
    """The noun with the chain behind it: resolutions 73/191, 74/276 and 75/1."""
    more = rf"(?:\s?(?:{between})\s(?:(?:{between})\s)?{NUMBER})*"
    return re.compile(rf"\b(?:{noun})\s(?:[Nn]os?\.\s)?(?P<numbers>{NUMBER}{more})")


def _paragraphs(noun: str, between: str, number_first: bool) -> re.Pattern[str]:
    """One or two numbers of paragraphs: 第 3 段和第 5 段, paras. 3 to 5."""
    joins, number = rf"[-–—~～]|{between}", r"(\d{1,3})"
    if number_first:
        return re.compile(rf"第\s?{number}(?:\s?(?:{noun})?(?:{joins})\s?(?:第\s?)?{number})?\s?(?:{noun})")
    return re.compile(rf"\b(?:{noun})\s{number}(?:\s?(?:{joins})\s?{number})?(?![\d(])")


def plain(text: str) -> str:
    """A number or symbol without spaces, its brackets half wide."""
    return SPACE.sub("", text).replace("（", "(").replace("）", ")")
