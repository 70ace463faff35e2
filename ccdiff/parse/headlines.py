"""The lines of a report's head, as they were before a page's width or a converter broke or glued them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdiff.parse.headings import Words
from ccdiff.parse.patterns import HAN, HAN_NUMERAL, SYMBOL, complete

Line = tuple[str, bool]  # its text, and whether a gap stands before it
YEAR_HAN = re.compile(rf"[{HAN_NUMERAL}\d]{{4}}\s?年")
DAY_HAN = re.compile(rf"[{HAN_NUMERAL}\d]{{1,3}}\s?月\s?[{HAN_NUMERAL}\d]{{1,3}}\s?日")
GOES_ON = re.compile(r"[a-z][a-z]*\b(?!\s*[:：])")  # "of the Secretary-General on the operation", under "Report"
BRACKETED = re.compile(r"([(（][^()（）]*\d{4}[^()（）]*[)）])\s+(\S{2,12})")  # "(2005年3月7-11日,罗马) 报告"
# "EB111/INF.DOC./2 第一一一届会议", "区域委员会 WPR/RC70/9": a symbol and a line of the head side by side
BESIDE = re.compile(rf"({SYMBOL})\s+([{HAN}].*)|(.*[{HAN}])\s+({SYMBOL})")
# "(章法委) 第七十七届会议报告", under the body's name
IN_FRONT = re.compile(rf"[(（][^()（）\d]{{1,20}}[)）]\s?[{HAN}]")
HAN_END = re.compile(rf"[{HAN}]\s*$")


def head_lines(lines: Sequence[Line], words: Words, glued: Sequence[re.Pattern[str]] = ()) -> list[Line]:
    """``lines`` up to the summary or the first list, each whole: a line broken in its sentence joined, several in one parted.

    ``glued``: what a line looks like that holds a whole masthead, each of its lines a group.
    """
    found: list[Line] = []
    for text, gap in _parted(_before_summary(lines, words), glued):
        parted = BRACKETED.fullmatch(text.strip()) or ("/" in text and BESIDE.fullmatch(text.strip()) or None)
        if found and _broken(found[-1][0].strip(), text.strip(), gap, words):
            glue = "" if HAN_END.search(found[-1][0]) else " "
            found[-1] = (found[-1][0].strip() + glue + text.strip(), found[-1][1])
        elif parted:
            first, second = filter(None, parted.groups())
            found += [(first, gap), (second, False)]
        else:
            found.append((text, gap))
    return found


def _broken(line: str, after: str, gap: bool, words: Words) -> bool:
    """Whether two lines are one: "2003年" over "8月28日"; "计划委员会第九十一届会议和" over "财政委员会…", "…预算执行" over "和其他…"; a body's name over
    its short one; "Report of the Working Group on" over "Compliance", "REPORT OF THE COMMITTEE" over "ON CONVENTIONS".
    """
    unended = words.unended.search(line) is not None
    if HAN_END.search(line):
        day = YEAR_HAN.fullmatch(line) and DAY_HAN.fullmatch(after)
        begun = unended or IN_FRONT.match(after) or words.continues.match(after)
        return bool(day or begun and not gap)
    capitals = line.isupper() and after.isupper() and words.unended.match(after.split()[0])
    return bool((unended or capitals) and after[:1].isalnum() or GOES_ON.match(after) and not complete(line))


def _parted(lines: Sequence[Line], glued: Sequence[re.Pattern[str]]) -> Iterator[Line]:
    for text, gap in lines:
        found = next(filter(None, (pattern.fullmatch(text.strip()) for pattern in glued)), None)
        yield from ((part, True) for part in found.groups() if part) if found else [(text, gap)]


def _before_summary(lines: Sequence[Line], words: Words) -> Sequence[Line]:
    return lines[: next((k for k, (text, _) in enumerate(lines) if words.summary.fullmatch(text.strip())), len(lines))]
