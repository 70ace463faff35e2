"""Symbols of documents: A/74/5, CAC/COSP/EG.1/2020/2, and the short ones, which look like much else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.references.words import NEAR, SPACE, Mention, Words, plain

URL = r"https?://\S+|www\.\S+"
SYMBOL = re.compile(
    rf"{URL}|(?<![A-Za-z0-9/.])(?<![A-Za-z0-9]_)(?P<symbol>[A-Z][A-Z0-9.]{{0,11}}(?:-[A-Z][A-Z0-9.]{{1,11}})?(?:/(?: (?=[A-Z]{{2,}}/))?[A-Za-z0-9.\-]+(?:\(\d{{1,3}}\)(?=/))?)+)(?P<year>\s?[（(]\d{{4}}[)）])?"
)
# MSC 105/20, CL 168/REP, EB150/3, A75/9 Rev.1, A40-WP/12: short, and like much else; see ``_cited``
SERIAL = re.compile(
    r"(?<![A-Za-z0-9/.])(?<![A-Za-z0-9]_)(?:[A-Z]{2,6}\s\d{1,4}|[A-Z]{1,4}\d{1,3}(?:-[A-Z]{2})?)/[A-Z]{0,4}\.?\d{0,4}(?:/[A-Za-z]{0,4}\.?\d{1,4}){0,3}(?:\s(?:Rev|Add|Corr)\.\d)?(?![A-Za-z0-9/])"
)
TWIN = re.compile(
    r"(?<=[\d)])-(?![IVXLC]+/)(?=[A-Z]+[./])"
)  # between two symbols; see ``_apart``; IOC/ITWS-XII/1 and ABC-DEF/3/1 are one
ISSUE = re.compile(
    r"\s?(?:and|和|及|与|、|,)\s?((?:Add|Corr|Rev)\.)(\d{1,2})(?:\s?(?:to|至|[-–])\s?(?:\1)?(\d{1,2}))?(?![A-Za-z\d/])"
)  # A/76/121 and Corr.1, UNODC/HONLAP/42/L.1和Add.1至Add.4
NEXT = re.compile(r"\s?(?:and|和|及|与|、|,)\s?(\d{1,4})(?=\s?(?:[)）,，.。;；\]]|$))")  # CRC/C/SR.2138和2139
NUMBERED_SERIES = re.compile(r"(.+/(?:L|CRP|INF|SR|WP|PV)\.)\d+")
MOST_ISSUES = 30  # parts of one document
SERIES = re.compile(
    r"(?:L|CRP|INF|NGO|SR|R|WP|NC|RT|Add|Rev|Corr)\.\d+"
)  # A/AC.259/L.17: of a body that is numbered itself
SHORT_SYMBOL = re.compile(r"(?:A|S|E|T|CD|DP|NPT)/\d{3,6}\Z")  # S/26705: old documents bear two parts only
ADOPTED = re.compile(r"(?P<body>.+?)/(?P<kind>RES|DEC)/(?P<number>\d[\w./\-]*)\Z")  # A/RES/74/276, S/RES/2766(2024)
SYMBOL_OWNERS = {"A": "GA", "S": "SC", "E": "ECOSOC", "A/HRC": "HRC", "T": "TC"}


def symbols(place: str, text: str) -> Iterator[Mention]:
    """The symbols of documents in ``text``, which stands at ``place``; A/RES/74/276 is a resolution."""
    for match in SYMBOL.finditer(text) if "/" in text else ():
        for symbol in _apart(match["symbol"] or ""):
            symbol = plain(symbol).rstrip(".-")
            if not _is_symbol(symbol):
                continue
            adopted = ADOPTED.match(symbol)
            if adopted:
                kind = "resolution" if adopted["kind"] == "RES" else "decision"
                number = adopted["number"] + plain(match["year"] or "")
                owner = SYMBOL_OWNERS.get(adopted["body"], "")
                yield Mention(kind, number, owner, place, match.start(), match.end(), bool(owner))
            else:
                yield Mention("symbol", symbol, "", place, match.start(), match.start() + len(match["symbol"]))
                yield from _further(symbol, place, text, match.start() + len(match["symbol"]))


def _further(symbol: str, place: str, text: str, end: int) -> Iterator[Mention]:
    """What goes on with a symbol that ends at ``end``: "A/76/121 and Corr.1", "CRC/C/SR.2138和2139"."""
    if tail := ISSUE.match(text, end):
        first, last = int(tail[2]), int(tail[3] or tail[2])
        for number in range(first, min(last, first + MOST_ISSUES) + 1):
            yield Mention("symbol", f"{symbol}/{tail[1]}{number}", "", place, tail.start(1), tail.end())
    elif (series := NUMBERED_SERIES.fullmatch(symbol)) and (tail := NEXT.match(text, end)):
        yield Mention("symbol", f"{series[1]}{tail[1]}", "", place, tail.start(1), tail.end())


def cited(place: str, text: str, known: Words, family: str) -> Iterator[Mention]:
    """Short symbols of documents, where the text says that they are documents, or the report's own begins with the same letters."""
    end = -1
    for match in SERIAL.finditer(text) if "/" in text else ():
        symbol = SPACE.sub(" ", match.group())
        if not symbol[-1].isalnum() or (" " not in symbol and _is_symbol(symbol)):
            continue
        around = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
        named = [known.document.search(around[0]), known.number_first and known.document.match(around[1].lstrip(" 号"))]
        own = re.match(rf"{re.escape(family)}[\s\d]", symbol) if family else None
        if own or any(named) or (end >= 0 and known.between.fullmatch(text, end, match.start())):
            end = match.end()
            yield Mention("symbol", symbol, "", place, match.start(), end)


def _apart(text: str) -> list[str]:
    """Symbols joined by a hyphen: one document of two organs (A/79/795-S/2025/96), or two of one body (CTOC working group, annex:
    "CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4").
    """
    symbols = TWIN.split(text)
    organs = {symbol.partition("/")[0] for symbol in symbols}
    return [text] if len(organs) == len(symbols) > 1 and all(map(_numbered, symbols)) else symbols


def _numbered(symbol: str) -> bool:
    return any(part[:1].isdigit() for part in symbol.split("/")[1:])


def _is_symbol(text: str) -> bool:
    """A/74/5, CAC/COSP/EG.1/2020/2 are; HIV/AIDS, UNODC/INTERPOL, G20/OECD, 9/18 are not."""
    head, *parts = text.split("/")
    if not all(parts) or any(len(part) > 9 for part in head.split("-")):
        return False
    numbered = any(part[0].isdigit() for part in parts[1:]) or bool(parts and SERIES.fullmatch(parts[-1]))
    return (len(parts) > 1 and numbered) or bool(SHORT_SYMBOL.match(text))
