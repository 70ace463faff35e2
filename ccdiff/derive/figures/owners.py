"""Names that own a number: "J Smith £112.48 Bonnetts £155.00 HMRC £20.00", "PyCon Africa: USD $500" on a line of its own;
States with a number in brackets each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ccdiff.derive.figures.statement import Hit
from ccdiff.text.numerals import value

LEAST = 3  # sums, or States, of a list
BRACKETED = re.compile(r"\s?[(（](?!(?:19|20)\d\d\D)(\d{1,3}(?:,\d{3})+|\d{1,4})[)）]")
PAID = re.compile(
    r"(?P<name>[A-Z][^\n£$€:;]{1,80}?)\s*(?P<sum>[£$€]\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?)(?=\s|,|;|$)"
)
APART = re.compile(r"\s*(?:[,;]\s*)?(?:and\s)?")
ASIDE = re.compile(r"\s*\((?!\d\))[^()]*\)|\s+x\s?\d+\b")  # "(Jan./Feb.)", "x 2"
PROSE = re.compile(
    r"[.!?]\s|\b(?:was|were|is|are|had|has|have|of|for|at|to|from|by|with|and|a|the|cost|costs|costing|paid)\s*$"
)
CAPITALS = re.compile(r"(?:(?:[A-Z&][\w.&’'\-]*|&)\s*)+$")
ALONE = re.compile(
    r"^\s*(?P<name>(?:[A-Z0-9+&][^\s:]*\s){0,6}[A-Z0-9][^\s:]*)(?::|\s[-–—](?:\s[A-Z]{2,4}\s[-–—])?)\s*[A-Z]{0,3}\s*"
    r"(?P<sum>[£$€]\s?\d[\d,.]*\d)(?=\D*$)",
    re.MULTILINE,
)


def owners(text: str) -> dict[int, str]:
    """By the place of a sum the name that owns it; none with a word of a sentence between them."""
    if not any(sign in text for sign in "£$€"):
        return {}
    alone = {item.start("sum"): item["name"] for item in ALONE.finditer(text)}
    return dict(_listed(text)) | alone


def _listed(text: str) -> list[tuple[int, str]]:
    """The names of lists of payments: at least three, each right before its sum."""
    runs: list[list[tuple[int, str]]] = []
    last = -1
    for item in PAID.finditer(text):
        name = ASIDE.sub("", item["name"]).strip()
        follows = last >= 0 and APART.fullmatch(text, last, item.start()) and not PROSE.search(name)
        if not follows or re.search(r"\d\d", name):
            named = CAPITALS.search(name)  # "Cheques for payment | SJ Scarrott", "Position at 31 May 2014 | Account"
            name = named.group().strip() if named else ""
        if not follows:
            runs.append([])
        if name:
            runs[-1].append((item.start("sum"), name))
        last = item.end("sum")
    return [item for run in runs if len(run) >= LEAST for item in run]


def of_states(text: str, found: list[Hit], states: Callable[[str], list[tuple[int, str, str]]]) -> list[Hit]:
    """The figures ``found`` of a text with those of its list of States, if any: "from Argentina (1), Australia (4) and Fiji (148)"."""
    listed = list(_bracketed(text, states(text))) if len(BRACKETED.findall(text)) >= LEAST else []
    if len(listed) < LEAST:
        return found
    taken = {hit.number for hit in listed}
    return sorted([*(hit for hit in found if hit.number not in taken), *listed], key=lambda hit: hit.start)


def _bracketed(text: str, states: list[tuple[int, str, str]]) -> Iterator[Hit]:
    for start, name, _ in states:
        number = BRACKETED.match(text, start + len(name))
        if number and (many := value(number[1])):
            end = number.end()
            yield Hit(start, end, *number.span(1), many, None, "exact", "", "counter", "", "", end, owner=name)
