"""The same report again: a corrigendum, a revision, a draft and its final text, another edition of a law.

Recognised by what the mastheads say and by how much of the text is the same. Successive reports of one body share standing
text and bear one title, but most of their paragraphs say other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.model.comparison import Highlight, ParagraphRow
from ccdiff.model.report import Report
from ccdiff.text.normalise import fold

# Share of the longer text that stands in the other to the letter: two editions of a law 0.97, a report and its PDF 1.0;
# S/2025/154 and S/2025/350 0.45, two budget reports of one committee 0.30, 8th and 9th expert meeting 0.14.
SAME_SYMBOL = 0.5  # where both bear one symbol: a report and another translation of it have 0.55
SAME_TITLE = 0.7  # where both bear one title, as reports of one series do too
SURELY = 0.9  # where they say nothing
ENDING = re.compile(r"/(?:Rev|Corr|Amend)\.\d+(?=/|$)|\*+$", re.IGNORECASE)
KINDS = (
    ("corrigendum", re.compile(r"/Corr\.\d+", re.IGNORECASE)),
    ("revision", re.compile(r"/(?:Rev|Amend)\.\d+", re.IGNORECASE)),
    ("draft", re.compile(r"/(?:L|CRP)\.\d+", re.IGNORECASE)),
)
GONE_OR_NEW, CHANGED = 0.95, 0.8  # weights: a dropped article is asked for before an amended one
STEP = 0.0001  # between one edit and the next, which come in the order of the text


def again(pair: Pair) -> str:
    """What the new report is to the old where both are one report ("revision", "edition", …); "" where they are two reports.

    A note says so. Two files with the same bytes need no note.
    """
    old, new = pair.old.report, pair.new.report
    if old.sha256 == new.sha256 or not _one_report(pair, old, new):
        return ""
    kind = _kind(old, new)
    pair.note("same-report-again", kind=f"again-{kind}")
    return kind


def _one_report(pair: Pair, old: Report, new: Report) -> bool:
    """However much is the same: reports of two meetings under two symbols are two, as six paragraphs in stock words with one figure changed are."""
    share = _overlap(pair.rows)
    symbols, titles = _symbol(old) == _symbol(new), fold(old.title) == fold(new.title)
    if not symbols and old.meeting and new.meeting and fold(old.meeting).lower() != fold(new.meeting).lower():
        return False
    return share >= SURELY or (symbols and share >= SAME_SYMBOL) or (titles and share >= SAME_TITLE)


def _symbol(report: Report) -> str:
    """The symbol without what tells versions apart: A/80/1/Rev.1 and A/80/1 are one. A report without one equals no other."""
    return ENDING.sub("", report.symbol) if "/" in report.symbol else report.id


def _overlap(rows: Iterable[ParagraphRow]) -> float:
    """The share of the longer text's characters that are the same in both, paragraphs against their counterparts."""
    same = old = new = 0
    for row in rows:
        for mark, text in row.diff:
            size = len(text)
            same += size * (mark == "=")
            old += size * (mark in "=-")
            new += size * (mark in "=+")
    return same / max(old, new, 1)


def _kind(old: Report, new: Report) -> str:
    for kind, pattern in KINDS:
        if bool(pattern.search(old.symbol)) != bool(pattern.search(new.symbol)):
            return kind
    return "copy" if _symbol(old) == _symbol(new) else "edition"


def edits(pair: Pair, told: Iterable[Highlight]) -> Iterator[Highlight]:
    """The edits of a report that no other highlight tells, each paragraph by itself, in the order of the text."""
    places = [(set(entry.old), set(entry.new)) for entry in told]
    for index, row in enumerate(pair.rows):
        known = any(old & set(row.old) or new & set(row.new) for old, new in places)
        if row.relation in ("amended", "new", "dropped") and not known:
            weight = (CHANGED if row.relation == "amended" else GONE_OR_NEW) - STEP * index
            yield Highlight("paragraph", index, round(max(weight, CHANGED / 2), 4), row.old, row.new, (index,))
