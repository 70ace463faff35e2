"""An agenda printed line by line: numbered titles that rise, without stops and without a paragraph's number among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ccdiff.model.record import record
from ccdiff.parse.headings import LONGEST_UNNUMBERED, readings, shaped
from ccdiff.parse.patterns import BARE_NUMBER, BULLET, DECIMAL, ITEM, LEADS_IN, NUMBERED, arabic_number, width
from ccdiff.parse.rows import Row

FEWEST = 5  # entries of an agenda that make it one
FURTHEST = 3  # numbers that may be missing between two entries (items that are not taken up by this body)
BETWEEN = 10  # rows between two entries: the documents of the first, the heading over the second
LONGEST = 400  # width of an entry, its documents in brackets among it
STOP = "。.;；"


@record
class Agenda:
    """``entries``: the rows that begin one, with the number and where its words begin; ``headings``: the rows over one of them;
    ``documents``: the bulleted rows under one."""

    entries: Mapping[int, tuple[str, int]]
    headings: frozenset[int]
    documents: frozenset[int]

    @property
    def first(self) -> int | None:
        """The row with which it begins."""
        return min((*self.entries, *self.headings), default=None)


NONE = Agenda({}, frozenset(), frozenset())


def agenda(flow: Sequence[Row]) -> Agenda:
    """The longest such list in ``flow``; empty where there is none."""
    best: list[tuple[int, int, int]] = []
    run: list[tuple[int, int, int]] = []  # row, number, where the words begin
    for k, row in enumerate(flow):
        n, end = _entry(row, run[-1][1] if run else 0) if row.raw[:1].isdecimal() else (0, 0)
        if not n:
            continue
        goes_on = bool(run) and 0 <= n - run[-1][1] <= FURTHEST and _short(flow[run[-1][0] + 1 : k])
        if not goes_on:
            run = []
        if goes_on or n == 1:
            run.append((k, n, end))
        best = list(run) if len(run) > len(best) else best
    inside = range(best[0][0], best[-1][0]) if len(best) >= FEWEST else range(0)
    led_in = best and best[0][0] and LEADS_IN.search(flow[best[0][0] - 1].raw)
    if not inside or led_in:
        return NONE
    entries = {k: (str(n), end) for k, n, end in best}
    for k in inside:
        if k not in entries and (part := DECIMAL.match(flow[k].raw)):
            entries[k] = (part.group(1), part.end())
    over = frozenset(at for k in entries for at in _over(flow, k))
    return Agenda(entries, over, frozenset(k for k in inside if flow[k].bullet or BULLET.match(flow[k].raw)))


def _entry(row: Row, last: int) -> tuple[int, int]:
    """The number of a line that may be an entry, and where its words begin; a number that lost its point counts only as the next."""
    found = NUMBERED.match(row.raw)
    bare = None if found else BARE_NUMBER.match(row.raw)
    match = found or bare
    if match is None or row.marked or width(row.raw) > LONGEST or row.raw.rstrip()[-1:] in STOP:
        return 0, 0
    n = arabic_number(match.group(1)) or 0
    return (0, 0) if bare and not 0 < last == n - 1 else (n, match.end())


def _short(rows: Sequence[Row]) -> bool:
    return len(rows) <= BETWEEN and all(
        width(row.raw) <= LONGEST_UNNUMBERED and row.raw.rstrip()[-1:] not in STOP for row in rows
    )


def _over(flow: Sequence[Row], k: int) -> Iterator[int]:
    """The headings without a numeral right above row ``k``, also above a lettered one: short titles, no documents of the entry before."""
    forms = (NUMBERED, BULLET, ITEM, DECIMAL)
    for at in range(k - 1, -1, -1):
        raw = flow[at].raw
        if any(heading.style == "letter" for heading in readings(raw)):
            continue
        listed = flow[at].bullet or raw[:1] in "(（" or any(form.match(raw) for form in forms)
        if not listed and shaped(raw, LONGEST_UNNUMBERED // 2):
            yield at
        return
