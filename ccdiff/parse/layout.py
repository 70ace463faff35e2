"""How a text is set: whether its lines are those of a page, and which lists in it are its text, line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ccdiff.model.record import draft
from ccdiff.parse.headings import COUNTED, readings
from ccdiff.parse.numbering import Numbered
from ccdiff.parse.patterns import BULLET, HAN, ITEM, LEADS_IN, LETTER_ITEM, complete, goes_on, width
from ccdiff.parse.rows import Row

CLAUSE = 30  # width from which a bulleted line is more than a name: "• Note by the secretariat" has 25
IN_POINTS = 0.5  # share of a text's lines that begin with a bullet from which it is minutes in points
HARD_WRAPPED = 0.5  # share of lines that end inside a sentence above which a text's lines are those of its page
LOOSE = 2  # lines without a full stop over one that begins anew, for each that goes on: "Resolved: to defer this" over "PBJ returned"
# "结论：", "Action items:": it heads a list, and is no sentence that goes on
LED_IN = 40  # width of a line that heads a list of what was decided: "会议议定以下事项："
LABEL = re.compile(rf"(?:^|[\s。，：:])[{HAN}]{{2,6}}[:：]$|^[A-Z][a-z]+(?: [a-z]+)?:$")
FIELD = re.compile(rf"([{HAN}]{{2,4}})(?:\s?[:：]|$)")
FIELDS = 3  # lines that a label begins which is one of every matter
SPEAKER = re.compile(r"[A-Z@\u4e00-\u9fff][^:：。.，,；;！？!?]{0,29}[:：]\s*(?=\S)")
SENTENCE = 60  # width of half of the lines of a numbered list from which it says something; titles are shorter


@draft
class Layout:
    """How the text is set: ``wrapped``: its lines are those of a page; ``measure``: how wide such a line is; ``loose``: its lines are
    its paragraphs, full stop or none."""

    wrapped: bool
    measure: int
    loose: bool


def layout(flow: Sequence[Row]) -> Layout:
    """Whether lines break inside sentences, judged by the lines that another follows without a gap."""
    inner = [(row, after) for row, after in pairwise(flow) if not after.gap]
    widths = [min(width(row.raw), 1000) for row, _ in inner]
    unended = sum(w > 30 and goes_on(row.raw, after.raw) for (row, after), w in zip(inner, widths, strict=True))
    wrapped = len(inner) >= 8 and unended > HARD_WRAPPED * len(inner)
    anew = sum(not complete(row.raw) and not goes_on(row.raw, after.raw) for row, after in inner)
    loose = anew >= LOOSE * max(1, unended)
    return Layout(wrapped, sorted(widths)[int(len(widths) * 0.9)] if widths else 0, loose)


def recurring_labels(flow: Sequence[Row]) -> frozenset[str]:
    """The labels that stand alone on a line more than once: "结论：", "遗留问题：" under each matter of minutes."""
    count = Counter(row.raw for row in flow if LABEL.fullmatch(row.raw))
    return frozenset(label for label, n in count.items() if n > 1)


def bulleted_clauses(flow: Sequence[Row]) -> frozenset[int]:
    """The rows that begin a line of a bulleted list whose lines say something, most of them; not a list of names.

    Where most of a text is set so, a list is its text: minutes in short lines.
    """
    found = [k for k, row in enumerate(flow) if row.bullet or BULLET.match(row.raw)]
    if len(found) > IN_POINTS * len(flow):
        return frozenset(found)
    found = []
    group: list[int] = []
    for k, row in enumerate(flow):
        if row.bullet or BULLET.match(row.raw):
            group.append(k)
        elif row.gap:
            found += _saying(flow, group)
            group = []
    found += _saying(flow, group)
    return frozenset(found)


def _saying(flow: Sequence[Row], group: Sequence[int]) -> Sequence[int]:
    widths = sorted(width(flow[k].raw) for k in group)
    ended = sum(flow[k].gap and complete(flow[k].raw) for k in group)  # "• 种树。": short, but a sentence
    return group if group and (widths[len(group) // 2] >= CLAUSE or ended > len(group) / 2) else ()


def numbered_sentences(flow: Sequence[Row], outside: Mapping[int, Numbered]) -> frozenset[int]:
    """The rows of lists that count from 1 under a heading, most of them sentences and long: what was decided, point by point.

    An agenda is a list of titles, and a list after a colon belongs to the sentence above it.
    """
    found: list[int] = []
    group: list[int] = []
    for k in [*sorted(outside), len(flow)]:
        last = group[-1] if group else k
        inner = (row for row in flow[last + 1 : k] if not (LETTER_ITEM.match(row.raw) or ITEM.match(row.raw)))
        goes_on = k in outside and outside[k].n == len(group) + 1 and not any(row.gap for row in inner)
        if not goes_on:
            found += group if len(group) > 1 and (_told(flow, group) or _bare(flow, group)) else ()
            group = []
        if goes_on or (k in outside and outside[k].n == 1):
            group.append(k)
    return frozenset(found)


def _told(flow: Sequence[Row], group: Sequence[int]) -> bool:
    """Whether most of a list's lines are sentences, and long; under a label ("结论：", "会议议定以下事项：") they may be shorter."""
    raws = [flow[k].raw for k in group]
    above = flow[group[0] - 1].raw.strip() if group[0] else ""
    led_in = LEADS_IN.search(above) is not None
    said = led_in and width(above) <= LED_IN and all(raw[-1] in "。." for raw in raws)
    headed = said or LABEL.search(above) is not None
    long = sorted(map(width, raws))[len(raws) // 2] >= (CLAUSE if headed else SENTENCE)
    return long and sum(map(complete, raws)) > len(raws) / 2 and (headed or not led_in)


def _bare(flow: Sequence[Row], group: Sequence[int]) -> bool:
    """Whether a list is all that stands under a chapter, line by line, full stops or none: what was decided, and no headings."""
    end = group[-1] + 1
    inside = end - group[0] == len(group) and not any(flow[k].marked for k in group)
    over = group[0] > 0 and _chapter(flow[group[0] - 1])
    return inside and over and (end == len(flow) or _chapter(flow[end]))


def _chapter(row: Row) -> bool:
    return not row.marked and any(heading.style in COUNTED for heading in readings(row.raw))


def fields(flow: Sequence[Row]) -> frozenset[int]:
    """The rows that begin with a label with which lines begin again and again ("說明: 已查明4戶", "決議：通過"), or are no more than it: what is
    told of each matter of minutes.
    """
    found = {k: match.group(1) for k, row in enumerate(flow) if not row.depth and (match := FIELD.match(row.raw))}
    saying = Counter(label for k, label in found.items() if len(flow[k].raw.rstrip(":： ")) > len(label))
    return frozenset(k for k, label in found.items() if saying[label] >= FIELDS)


def speaks(flow: Sequence[Row], k: int) -> bool:
    """Whether row ``k`` says whose it is ("**Chair:** Ana", "Bao: the fee is too high"), and one beside it does, too."""
    beside = flow[max(0, k - 1) : k + 2 : 2]
    return SPEAKER.match(flow[k].raw) is not None and any(SPEAKER.match(other.raw) for other in beside)
