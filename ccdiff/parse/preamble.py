"""The preamble of a resolution: lines that end in a comma, from "The Security Council," to the first numbered paragraph.

Each recital is a paragraph of its own, though none ends as a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.parse.patterns import width
from ccdiff.parse.rows import Row

RECITAL = ",，;；"
FEWEST = 3  # lines of a preamble, the one that says whose it is among them
OPENER = 100  # width of that line


def preamble(flow: Sequence[Row], first: int | None) -> range:
    """The rows of the preamble that stands right above row ``first``, the first numbered paragraph; empty where there is none."""
    start = end = first or 0
    while start and flow[start - 1].raw.rstrip()[-1:] in RECITAL:
        start -= 1
        while start and not flow[start].gap:
            start -= 1
    recitals = sum(row.gap for row in flow[start:end])
    return range(start, end) if recitals >= FEWEST and width(flow[start].raw) <= OPENER else range(end, end)
