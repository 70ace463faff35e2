"""Tables: cells parted by tabs, GFM pipes, or what a reader that sees the layout says is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.parse.patterns import ITEM, NUMBERED, width
from ccdiff.parse.rows import Row

NAME = 12  # width of a name before a tab: "[NM]", "Secretariat"
SAID = 50  # and of what is told behind it; cells are shorter as a rule
BARE = 3  # rows of as many cells, and cells, that make a table of pipes which no line divides: "Fees | $ 8k" may be a line of a list
DIVIDER = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?\|?")


def tables(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """``(start, end)`` of each run of rows that is a table; the working group's annex of 2012 has one of eight rows."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(rows):
        end = start
        kind = _kind(rows[start])
        while kind and end < len(rows) and _kind(rows[end]) == kind and (end == start or not _parted(rows, end, kind)):
            end += 1
        if kind and _is_table(rows[start:end], kind):
            found.append((start, end))
        start = max(end, start + 1)
    return found


def cells(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table's rows, stripped; the divider line of a GFM table is markup."""
    return tuple(_cells(row) for row in rows if not (_kind(row) == "pipes" and DIVIDER.fullmatch(row.raw.strip())))


def _kind(row: Row) -> str:
    if row.hint == "table":
        return "hint"
    if "\t" in row.raw:
        label = NUMBERED.match(row.raw) or ITEM.match(row.raw)
        return "" if (label and "\t" not in row.raw[label.end() :]) or _speaks(row.raw) else "tabs"
    return "pipes" if row.raw.startswith("|") or (row.raw.count("|") >= 1 and " | " in row.raw) else ""


def _speaks(raw: str) -> bool:
    """Whether a line is a short name, a tab and a sentence: "[NM]	Schedule a meeting …", a line of a list, not of a table."""
    name, _, said = raw.strip().partition("\t")
    return "\t" not in said and width(name) <= NAME and width(said) >= SAID


def _parted(rows: Sequence[Row], k: int, kind: str) -> bool:
    """A gap ends a table of pipes, and one seen in the layout where the number of cells changes."""
    if not rows[k].gap or kind == "tabs":
        return False
    return kind == "pipes" or rows[k].raw.count("\t") != rows[k - 1].raw.count("\t")


def _is_table(rows: Sequence[Row], kind: str) -> bool:
    if kind == "hint":
        return True
    if kind == "pipes":
        divided = len(rows) >= 2 and any(DIVIDER.fullmatch(row.raw.strip()) for row in rows[:2])
        wide = {len(_cells(row)) for row in rows}
        fields = any(
            cell[-1:] in ":：" for row in rows for cell in _cells(row) if cell
        )  # "索引号: | 1133 | 日期: | 2019-11-26 |"
        return divided or not fields and len(rows) >= BARE and len(wide) == 1 and min(wide) >= BARE
    return len(rows) >= 2


def _cells(row: Row) -> tuple[str, ...]:
    if _kind(row) != "pipes":
        return tuple(cell.strip() for cell in row.raw.split("\t"))
    inner = row.raw.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in inner.split("|"))
