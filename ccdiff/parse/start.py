"""Where the front of a report ends and its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.parse.headings import (
    COUNTED,
    NAMED,
    Heading,
    Words,
    by_decimals,
    item_numeral,
    pointless,
    points,
    readings,
    run_in,
    shaped,
    titled,
)
from ccdiff.parse.lone import alone, below_title, text_begins, wrapped_prose
from ccdiff.parse.numbering import Numbering
from ccdiff.parse.patterns import BULLET, ITEM, LEADS_IN, complete, width
from ccdiff.parse.rows import Row

CHAPTERS = (*NAMED, *COUNTED)  # a chapter may be missing in front: any number begins
MIDDLE = re.compile(r"[(（][^()（）]{1,40}[)）]\w")  # what no sentence begins with
FIELD = re.compile(r"[^\s:：。，,]{2,20}\s?[:：]\s*(?=\S)")
NAMES = re.compile(r"(?:[^。;；、，,]{1,40}[、，,]){3,}[^。;；、，,]{1,40}")
CHAPTERS_SO = 3  # further lines alone right over a numbered paragraph that make the first such line a heading
PROSE = 60  # width from which a line that ends as a sentence is text, not masthead


def begin(flow: Sequence[Row], numbering: Numbering, words: Words, lone: frozenset[int]) -> tuple[int, int]:
    """``(front, first)``: the rows before ``front`` are the front; from ``first`` on there may be headings.

    ``lone``: the rows that are headings by standing alone. Between the two stand paragraphs: sentences above the first heading, and all
    of a text without headings. A text that is spoken begins below whom it speaks to ("各位代表：").
    """
    front, first = _begin(flow, numbering, words, lone)
    spoken = (k + 1 for k in range(front) if words.salutation.match(flow[k].raw))
    return next(spoken, front), min(first, *(k for k in lone if k >= front), len(flow))


def _begin(flow: Sequence[Row], numbering: Numbering, words: Words, lone: frozenset[int]) -> tuple[int, int]:
    numbered = len(flow) if numbering.first is None else numbering.first
    decimals = by_decimals(flow)
    counted = numbered < len(flow) and not (numbering.labelled and decimals)  # over 1.1 a chapter is numbered 1
    told = points(flow)
    heading = next((k for k in range(numbered) if k not in told and _chapter(flow, k, counted, decimals)), None)
    heading = _first_of_all(flow, numbered) if heading is None else heading
    marked, listed = _first_marked(flow), numbering.agenda.first
    if listed is not None and (heading is None or heading >= listed) and (marked is None or marked >= listed):
        start = next((k for k in range(listed) if _is_prose(flow[k])), listed)
        return start, start
    if heading is not None and (flow[heading].marked or marked is None or heading < marked):
        if marked is not None and _over(flow, marked, heading):
            return _front(flow, marked, counted, words), marked
        return _front(flow, heading, counted, words), heading
    if numbering.recitals:
        return numbering.recitals.start, numbering.recitals.start
    if numbered < len(flow) and not (marked is not None and marked < numbered and numbering.labelled):
        opening = heading if heading is not None else _opening(flow, numbering, words)
        return opening, opening
    if marked is not None:
        return _front(flow, marked, counted, words), marked
    if lone:
        start = text_begins(flow, words)
        return start, start
    texts = (k for k, row in enumerate(flow) if _is_prose(row) or row.gap and wrapped_prose(flow, k) or _lists(flow, k))
    prose = _whole(flow, next(texts, 0))
    annex = (k for k in range(prose + 1, len(flow)) if flow[k].gap and words.annex.match(flow[k].raw))
    return max(prose, 1 if len(flow) > 1 and flow[0].depth else 0), next(annex, len(flow))


def _over(flow: Sequence[Row], marked: int, heading: int) -> bool:
    """Whether the heading at ``marked`` stands over or beside the first numbered one: its mark is of an outer level, or of the same under a
    title that is of an outer one ("## Present" before "## 1. Opening"), right above text; and text is below it.
    """
    text = any(_is_prose(flow[k]) or _lists(flow, k) for k in range(marked + 1, heading))
    depth = flow[marked].depth
    beside = any(0 < row.depth < depth for row in flow[:marked]) and _is_prose(flow[marked + 1])
    return text and (depth < flow[heading].depth or (depth == flow[heading].depth and beside))


def _front(flow: Sequence[Row], heading: int, counted: bool, words: Words) -> int:
    """Where the masthead ends above the first heading: at the first sentence, where no paragraph has a number that could begin the text."""
    said = (k for k in range(heading) if _is_prose(flow[k]) and width(flow[k].raw) >= PROSE)
    sentence = (k for k in said if not _field(flow, k, words))
    return heading if counted else _whole(flow, next(sentence, heading))


def _whole(flow: Sequence[Row], k: int) -> int:
    """The row with which the sentence at ``k`` begins: a page broke in its first line, "…完成《工作总规划》" + "(GPW 13)提出的…"."""
    goes_on = k and MIDDLE.match(flow[k].raw) and not ITEM.match(flow[k].raw) and not complete(flow[k - 1].raw)
    return k - 1 if goes_on and width(flow[k - 1].raw) >= PROSE else k


def _field(flow: Sequence[Row], k: int, words: Words) -> bool:
    """Whether row ``k`` is a field of minutes that names many ("参会人员：…"), among other fields, or a title ("Minutes of … to consider:")."""
    if LEADS_IN.search(flow[k].raw) and words.titled.match(flow[k].raw):
        return True
    beside = flow[max(0, k - 1) : k + 2 : 2]
    names = FIELD.match(flow[k].raw)
    return (
        names is not None
        and bool(NAMES.fullmatch(flow[k].raw, names.end()))
        and any(FIELD.match(row.raw) for row in beside)
    )


def _first_of_all(flow: Sequence[Row], numbered: int) -> int | None:
    """The first chapter right above the first numbered paragraph, without a blank line: "…会议报告" + "一、导言" + "1. …", also over "A. …"."""
    for k in range(numbered - 1, -1, -1) if numbered < len(flow) else ():
        row = flow[k]
        found = [h for h in readings(row.raw) if not row.body and shaped(row.raw[h.end :])]
        if any(h.style in COUNTED and h.value == 1 for h in found):
            return k
        if not found:
            return None
    return None


def _chapter(flow: Sequence[Row], k: int, numbered: bool, decimals: bool) -> bool:
    row = flow[k]
    after = k + 1 < len(flow) and flow[k + 1].gap  # right below the names of those present
    if row.body or not (row.gap or row.marked or after or complete(flow[k - 1].raw) if k else True):
        return False
    found = _arabic(row) if decimals else readings(row.raw)
    if k and not (row.gap or row.marked or complete(flow[k - 1].raw)):
        found = [h for h in found if h.style in COUNTED and h.value == 1]
    return any(_begins(heading, row, numbered) for heading in found)


def _begins(heading: Heading, row: Row, numbered: bool) -> bool:
    title = row.raw[heading.end :]
    if not (shaped(title) or not title or (heading.style in ("han", "bracket-han") and run_in(title))):
        return False
    if heading.style in CHAPTERS:
        return True
    if heading.style == "arabic" and title.endswith(".") and not row.marked:
        return False  # "1. The tool was tested.", an entry of a list
    return heading.value == 1 and (
        heading.style == "letter" or (not numbered and heading.style in ("arabic", "bracket-han"))
    )


def _opening(flow: Sequence[Row], numbering: Numbering, words: Words) -> int:
    """The heading right before the first paragraph, if it is surely one ("1. Opening" above "1. The meeting …"); else that paragraph.

    A line right below the title is one where further chapters without a numeral begin so.
    """
    first = numbering.first or 0
    if first and any(h.style == "arabic" and h.value == 1 for h in _arabic(flow[first - 1])):
        return first - 1
    if first and item_numeral(flow[first - 1].raw, words) == 1:
        return first - 1  # "第一项 通过议程"
    if first and (words.opening.fullmatch(flow[first - 1].raw.strip()) or (first > 1 and flow[first - 1].marked)):
        return first - 1
    chapters = (
        k for k in numbering.series if k > first and alone(flow, k - 1, words) and not readings(flow[k - 1].raw)
    )
    return first - 1 if below_title(flow, first - 1, words) and len([*chapters]) >= CHAPTERS_SO else first


def _arabic(row: Row) -> list[Heading]:
    """The readings of a line that may be a numbered heading, with a point behind its number or without ("1 General")."""
    return [*readings(row.raw), *filter(None, [pointless(row.raw)])]


def _first_marked(flow: Sequence[Row]) -> int | None:
    """The first heading marked as one after the title.

    The title are the marks of the outermost level at the head of the text (the body, the report) where every later mark is
    of a deeper one.
    """
    marked = [k for k, row in enumerate(flow) if row.depth and titled(row) and row.hint != "title"]
    if not marked or len(marked) == 1 and marked[0] == 0:
        return _first_bold(flow)
    outermost = min(flow[k].depth for k in marked)
    text = next((k for k, row in enumerate(flow) if _is_prose(row)), len(flow))
    rest = [k for k in marked if flow[k].depth > outermost or k > text]
    if rest and all(flow[k].depth > outermost for k in rest):
        return rest[0]
    return marked[0]


def _first_bold(flow: Sequence[Row]) -> int | None:
    """The first heading of a text that marks none by #, or its title alone, and sets them in bold: two at least, alone over text."""
    alone = [k for k, row in enumerate(flow[:-1]) if row.strong and row.gap and not row.depth and titled(row)]
    bold = [k for k in alone if not flow[k + 1].strong]
    return bold[0] if len(bold) > 1 else None


def _lists(flow: Sequence[Row], k: int) -> bool:
    """Whether a list begins at ``k``: two lines with bullets, or "会议议定以下事项：" over counted sentences; a masthead has none."""
    told = flow[k + 1 : k + 3]
    if LEADS_IN.search(flow[k].raw) and len(told) == 2 and all(_counted(row) for row in told):
        return True
    return all(BULLET.match(row.raw) for row in flow[k : k + 2]) and k + 1 < len(flow)


def _counted(row: Row) -> bool:
    """Whether a line is a sentence with a number before it: "1. 同意…。", "一、…。"."""
    return complete(row.raw) and row.raw[-1:] in "。." and any(h.style in ("arabic", "han") for h in readings(row.raw))


def _is_prose(row: Row) -> bool:
    return row.body or (complete(row.raw) and width(row.raw) >= PROSE) or width(row.raw) > 4 * PROSE
