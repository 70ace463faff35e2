"""Headings in brackets: "（一）" heads a part of a chapter in one report, and is an item of a list in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ccdiff.parse.headings import LONGEST_UNNUMBERED, STYLES, readings, shaped, split_run_in
from ccdiff.parse.patterns import HAN_NUMERAL, ITEM, LEADS_IN, complete, han_number
from ccdiff.parse.rows import Row

BRACKET_HAN = next(style.pattern for style in STYLES if style.name == "bracket-han")
MOST = (
    0.7  # share of a count's lines that must run on for all of them to be headings, where no line stands between them
)


def bracket_headings(flow: Sequence[Row]) -> frozenset[int]:
    """The rows that "（一）" heads: of each count from one, all, if text stands between any two of them.

    Items of a list follow each other line by line, after a colon; headings have paragraphs under them.
    """
    found: list[int] = []
    group: list[int] = []
    for k, row in enumerate(flow):
        match = BRACKET_HAN.match(row.raw)
        value = han_number(match.group(1)) if match else None
        if value == 1:
            found += _heads(flow, group)
            group = [k]
        elif value and group:
            group.append(k)
    return frozenset(found + _heads(flow, group))


def bracket_headings_over(flow: Sequence[Row], numbered: Mapping[int, object]) -> frozenset[int]:
    """The rows that "（一）" heads in a report of numbered paragraphs: right over a number, after text that ended, no item among items."""
    found = []
    for k in numbered:
        row = flow[k - 1] if k else None
        title = BRACKET_HAN.match(row.raw) if row else None
        if row and title and row.gap and shaped(row.raw[title.end() :], LONGEST_UNNUMBERED) and not complete(row.raw):
            above = flow[k - 2].raw if k > 1 else ""
            item = ITEM.match(above)
            if not (LEADS_IN.search(above[-8:]) or item and item.group(1)[0] in HAN_NUMERAL):
                found.append(k - 1)
    return frozenset(found)


def _heads(flow: Sequence[Row], group: Sequence[int]) -> list[int]:
    if not group or (group[0] and LEADS_IN.search(flow[group[0] - 1].raw[-8:])):
        return []
    last = group[-1] + 1 < len(flow) and not readings(flow[group[-1] + 1].raw)
    apart = any(b > a + 1 for a, b in zip(group, group[1:], strict=False))
    runs_on = sum(_runs_on(flow[k]) for k in group) > MOST * len(group)
    return list(group) if apart or runs_on or (len(group) == 1 and last) else []


def _runs_on(row: Row) -> bool:
    """ "（三）扩大有效投资。安排重点项目420个…": a short sentence that heads the text of its own line (a city's work report)."""
    found = BRACKET_HAN.match(row.raw)
    return found is not None and split_run_in(row.raw[found.end() :]) is not None
