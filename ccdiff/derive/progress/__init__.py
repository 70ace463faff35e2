"""Matters announced in the one report and done, or given up, in the other: "正在…迁移" and "已…合并", "预计将于…发布" and "编写的…手册".

What lies ahead is told by small words before a deed (table ``deeds``); what a report asks of a
body counts as announced. A plan of the one report and a sentence of the other that says that something is done belong together where
each is the nearest to the other (progress/nearest.py). The earlier of the two reports, by their dates, announces; where the dates do not
tell, the old one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.nearest import nearest
from ccdiff.derive.progress.plans import done_clause
from ccdiff.model.changes import Progress
from ccdiff.reading import Reading

__all__ = ["progress"]


def progress(pair: Pair) -> tuple[Progress, ...]:
    """What one report announces and the other says is done, each matter once, in the order of the announcements.

    None where the reports are on two subjects: what the one mission announces, another has not done.
    """
    if pair.subjects:
        return ()
    found: dict[tuple[str, str, str], Progress] = {}
    forward, backward = _directions(pair.old.report.date, pair.new.report.date)
    if forward:
        for place, other, matter, said, done in _steps(pair, pair.old, pair.new):
            found.setdefault((place, other, done), Progress(place, other, matter, said, done))
    if backward:
        for place, other, matter, said, done in _steps(pair, pair.new, pair.old):
            found.setdefault((other, place, said), Progress(other, place, matter, done, said))
    return tuple(found.values())


def _directions(old: str | None, new: str | None) -> tuple[bool, bool]:
    """Which side may announce: the earlier one by the dates; where they do not tell, the one that was named as the old one."""
    if not old or not new or old == new:
        return True, False
    return old < new, new < old


def _steps(pair: Pair, here: Reading, there: Reading) -> Iterator[tuple[str, str, str, str, str]]:
    """(place, other place, matter, announcement, what was done)."""
    found = list(nearest(pair, here, there))
    kept: dict[tuple[str, str], int] = {}  # of several announcements of one deed the one that it answers best
    for at in sorted(range(len(found)), key=lambda at: (-round(found[at].odds, 9), at)):
        met = found[at]
        kept.setdefault((met.plan.place, done_clause(there, met.told.sentence, met.name)), at)
    for (place, _), at in sorted(kept.items(), key=lambda one: one[1]):
        met = found[at]
        done = done_clause(there, met.told.sentence, met.name, further=True)
        yield place, met.told.place, met.name, met.plan.saying(met.name), done
