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
ANEW = 3  # lists that count from 1 again, each under a title of its own, that make a text of such lists
STRAY = 0.2  # numbered lines outside of them, as a share of those inside, that they may have
HEADS = 4  # lines of titles over a list
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
        next_one = bool(run) and 0 <= n - run[-1][1] <= FURTHEST
        goes_on = next_one and _short(flow[run[-1][0] + 1 : k])
        if not goes_on:
            best = [] if next_one and best == run else best  # the count goes on over sentences: headings
            run = []
        if goes_on or n == 1:
            run.append((k, n, end))
        best = list(run) if len(run) > len(best) else best
    inside = range(best[0][0], best[-1][0]) if len(best) >= FEWEST else range(0)
    led_in = best and best[0][0] and LEADS_IN.search(flow[best[0][0] - 1].raw)
    if not inside or led_in or any(flow[k].marked for k in inside):
        return NONE
    entries = {k: (str(n), end) for k, n, end in best}
    for k in inside:
        if k not in entries and (part := DECIMAL.match(flow[k].raw)):
            entries[k] = (part.group(1), part.end())
    over = frozenset(at for k in entries for at in _over(flow, k))
    return Agenda(entries, over, frozenset(k for k in inside if flow[k].bullet or BULLET.match(flow[k].raw)))


def lists_anew(flow: Sequence[Row]) -> Agenda:
    """Lists that count from 1 again under each of several short headings ("1. The Committee approved …" under "Fisheries statistics")."""
    runs: list[list[tuple[int, int]]] = []  # of each list: the row of an entry, and where its words begin
    outside = 0
    for k, row in enumerate(flow):
        found = NUMBERED.match(row.raw) if row.raw[:1].isdecimal() else None
        n = arabic_number(found.group(1)) if found else None
        if not found or row.marked:
            continue
        if n == 1 and k and (row.gap or flow[k - 1].gap) and _title(flow, k - 1):
            runs.append([])
        goes_on = bool(runs) and n == len(runs[-1]) + 1
        if goes_on:
            runs[-1].append((k, found.end()))
        outside += not goes_on
    entries = {k: (str(n), end) for run in runs for n, (k, end) in enumerate(run, 1)}
    if len(runs) < ANEW or outside > len(entries) * STRAY or sum(row.marked for row in flow[1:]) > 1:
        return NONE
    over = [at for run in runs for at in _titles(flow, run[0][0], runs[0][0][0])]
    return Agenda(entries, frozenset(over), frozenset())


def _titles(flow: Sequence[Row], k: int, first: int) -> Iterator[int]:
    """The short lines above row ``k``: the title of its list, on one line or two; over a later list than the first also what stands above."""
    for at in range(k - 1, max(-1, k - 1 - HEADS), -1):
        if not _title(flow, at):
            return
        yield at
        if flow[at].gap and k == first:
            return


def _title(flow: Sequence[Row], k: int) -> bool:
    raw = flow[k].raw
    return (
        not flow[k].bullet
        and raw[:1] not in "(（"
        and not NUMBERED.match(raw)
        and shaped(raw.rstrip(":："), LONGEST_UNNUMBERED)
    )


def _entry(row: Row, last: int) -> tuple[int, int]:
    """The number of a line that may be an entry, and where its words begin; a number that lost its point counts only as the next."""
    found = NUMBERED.match(row.raw)
    bare = None if found else BARE_NUMBER.match(row.raw)
    match = found or bare
    if match is None or row.marked or row.raw.rstrip()[-1:] in STOP:
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
