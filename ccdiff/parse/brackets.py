"""Headings in brackets: "（一）", "(a)" heads a part of a chapter in one report, and is an item of a list in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from ccdiff.parse.headings import LONGEST_UNNUMBERED, STYLES, shaped, split_run_in
from ccdiff.parse.patterns import HAN_NUMERAL, ITEM, LEADS_IN, complete, han_number
from ccdiff.parse.rows import Row

BRACKET_HAN = next(style.pattern for style in STYLES if style.name == "bracket-han")
FULL_STOPS = (".", "。")
MOST = 0.7  # share of a count's lines that must run on for all to be headings, where no line stands between them


def bracket_headings(flow: Sequence[Row]) -> frozenset[int]:
    """The rows that "（一）" heads: of each count from one, all, if text stands between any two of them.

    Items of a list follow each other line by line, after a colon; headings have paragraphs under them.
    """
    found: list[int] = []
    group: list[int] = []
    for k, row in enumerate(flow):
        value = _value(row)
        if value == 1:
            found += _heads(flow, group)
            group = [k]
        elif value and group:
            group.append(k)
    return frozenset(found + _heads(flow, group))


def _value(row: Row) -> int | None:
    found = BRACKET_HAN.match(row.raw)
    return han_number(found.group(1)) if found else None


def headings_over(flow: Sequence[Row], numbered: Collection[int]) -> frozenset[int]:
    """The rows that "（一）", "(A)" or "(a)" heads in a report of numbered paragraphs: titles right over a number, and no items among items.

    One letter alone heads nothing.
    """
    found: dict[int, str] = {}
    for k in numbered:
        title = ITEM.match(flow[k - 1].raw) if k and flow[k - 1].gap else None
        kind = _kind(title)
        if not title or not kind or not shaped(flow[k - 1].raw[title.end() :], LONGEST_UNNUMBERED):
            continue
        above = flow[k - 2].raw if k > 1 else ""
        listed = _kind(ITEM.match(above)) == kind and above.rstrip()[-1:] not in FULL_STOPS
        if not (LEADS_IN.search(above[-8:]) or listed):
            found[k - 1] = kind
    count = Counter(found.values())
    return frozenset(k for k, kind in found.items() if kind == "han" or count[kind] > 1)


def _kind(item: re.Match[str] | None) -> str:
    """What an item or heading in brackets is counted with."""
    numeral = item.group(1) if item else ""
    if numeral.isascii():
        return "letter" if numeral.islower() else "capital" if numeral.isupper() else ""
    return "han" if numeral[0] in HAN_NUMERAL else ""


def _heads(flow: Sequence[Row], group: Sequence[int]) -> list[int]:
    if not group or (group[0] and LEADS_IN.search(flow[group[0] - 1].raw[-8:])):
        return []
    apart = any(b > a + 1 for a, b in pairwise(group)) or (
        len(group) == 1 and all(complete(row.raw) for row in flow[group[0] + 1 : group[0] + 2])
    )
    runs_on = sum(_runs_on(flow[k]) for k in group) > MOST * len(group)
    return list(group) if apart or runs_on else []


def _runs_on(row: Row) -> bool:
    """ "（三）扩大有效投资。安排重点项目420个…": a short sentence that heads the text of its own line (a city's work report)."""
    found = BRACKET_HAN.match(row.raw)
    return found is not None and split_run_in(row.raw[found.end() :]) is not None
