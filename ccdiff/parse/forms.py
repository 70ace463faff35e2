"""Headings that nothing marks but their form, which returns: "Agenda item 2: Outing", 【春游】, "OUTING", "Outing:", each over its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ccdiff.parse.headings import LONGEST_UNNUMBERED, POINTLESS, STYLES, Words, by_decimals, item_numeral, shaped
from ccdiff.parse.lone import lone_headings
from ccdiff.parse.patterns import BULLET, ITEM, NUMBERED, arabic_number, complete, width
from ccdiff.parse.rows import FORMED, Row

FEWEST = 3  # headings of one form that make it one; of those that count themselves two
COUNTED = 2
SKIPPED = 2  # steps up from one number to the next: one matter may be missing
THROUGH = 100  # number from which titles may be counted through the year: "334 Apologies"
MOST = 0.75  # share of numbered titles that must not end as sentences
MOST_UNDER = 6  # sentences under each of them, on the whole
LABEL = 40  # width of a heading that ends in a colon or stands in brackets
CODED = next(style.pattern for style in STYLES if style.name == "coded")
BRACKETS = re.compile(r"[【〔\[][^【】〔〕\[\]]{1,30}[】〕\]]")
COLON = re.compile(r"[^\s:：。.，,；;！？!?()（）][^:：。.；;！？!?]{0,39}[:：]")
HALF = re.compile(r"(\d{1,2})\s?[)）]\s*(?=[^\s\d])")
OFFICE = re.compile(
    r"[A-Z][A-Za-z ]{2,30} [-–—] [A-Z][\w.'’ -]{2,40}"
)  # "Vice Chairman - Susan Dale", elected in the minutes
YEAR = re.compile(r"\d{4}")  # "12 July 2023": a line of a masthead


def mark_by_form(flow: Sequence[Row], words: Words) -> bool:
    """Marks such rows as headings, of the first form that enough rows have, and says whether there are any; none in a text that marks
    its headings.
    """
    if sum(row.marked for row in flow[1:]) > 1 or any(row.depth for row in flow[1:]):
        return False
    items = {k: number for k, row in enumerate(flow) if (number := item_numeral(row.raw, words))}
    if len(items) >= COUNTED and _rising([*items.values()]):
        return _mark(flow, items)
    counted = _counted(flow)
    if counted:
        for k, numeral in counted.items():
            flow[k].raw = f"{numeral.group(1)}. {flow[k].raw[numeral.end() :]}"
        return _mark(flow, counted)
    titles = _numbered_titles(flow)
    if titles:
        return _mark(flow, titles)
    phrases = () if lone_headings(flow, words) else (_phrase,)  # what stands alone over long sentences is known by that
    for form in (BRACKETS.fullmatch, _capitals, COLON.fullmatch, *phrases):
        found = [
            k for k, row in enumerate(flow[:-1]) if width(row.raw) <= LABEL and form(row.raw) and _over(flow, k, form)
        ]
        if len(found) >= FEWEST and _throughout(flow, found):
            return _mark(flow, found)
    return False


def _counted(flow: Sequence[Row]) -> dict[int, re.Match[str]]:
    """The rows "1) Minutes", "2) Matters arising" or "1 Introduction", "2 Method", each over text, counted from 1 or through the year to the end; none where
    one of them is a line of a list.
    """
    for form in (HALF, POINTLESS):
        matches = {k: match for k, row in enumerate(flow) if (match := form.match(row.raw))}
        found = {k: m for k, m in matches.items() if form is HALF or flow[k].gap or len(m.group(1)) > 2}
        numbers = [int(match.group(1)) for match in found.values()]
        titles = [flow[k].raw[match.end() :] for k, match in found.items() if k + 1 not in found]
        fit = all(shaped(title, LONGEST_UNNUMBERED // 2) and not complete(title) for title in titles)
        counted = _rising(numbers) and not 1 < (numbers or [0])[0] < THROUGH
        if len(found) >= FEWEST and counted and fit and len(flow) - 1 not in found:
            return found
    return {}


def _numbered_titles(flow: Sequence[Row]) -> list[int]:
    """The rows "1. Apologies", "2. Finance", counted from 1 on, or "23/31 Apologies", "23/32 Finance", each over a line or more of text:
    the matters of minutes. Some may end as sentences ("5. To adopt the minutes of 24 May.").
    """
    for form in (NUMBERED, CODED):
        found: list[int] = []
        last = 0
        for k, row in enumerate(flow):
            match = form.match(row.raw) if (row.gap or not found) and width(row.raw) <= LONGEST_UNNUMBERED else None
            n = arabic_number(match.group(1)) or 0 if match and form is NUMBERED else last + 1
            if match and 0 < n - last <= (SKIPPED if found else 1):
                found.append(k)
                last = n
        unended = sum(not complete(flow[k].raw) for k in found)
        over = sum(k + 1 < len(flow) and not _listed(flow[k + 1].raw) for k in found)
        enough = 2 * over >= len(found) or form is NUMBERED and len(found) > FEWEST and by_decimals(flow)
        if len(found) > FEWEST and enough and (form is CODED or unended >= MOST * len(found)):
            return found
    return []


def _listed(raw: str) -> bool:
    return any(form.match(raw) for form in (NUMBERED, CODED, BULLET, ITEM))


def _mark(flow: Sequence[Row], found: Iterable[int]) -> bool:
    for k in found:
        flow[k].depth, flow[k].gap = FORMED, True
    return True


def _rising(numbers: Sequence[int]) -> bool:
    return all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))


def _capitals(raw: str) -> bool:
    return raw.isupper() and raw.isascii() and sum(map(str.isalpha, raw)) > 3 and width(raw) <= LONGEST_UNNUMBERED // 2


def _over(flow: Sequence[Row], k: int, form: Callable[[str], object]) -> bool:
    """Whether a sentence begins under row ``k``, and one has ended above it, or a masthead."""
    below, above = flow[k + 1].raw, flow[k - 1].raw if k else ""
    if flow[k].bullet or BULLET.match(flow[k].raw):
        return False
    text = complete(below) and not form(below) and not BULLET.match(below)
    return text and not NUMBERED.match(below) and not ITEM.match(below) and (flow[k].gap or complete(above))


def _phrase(raw: str) -> bool:
    return shaped(raw, LABEL) and not complete(raw) and YEAR.search(raw) is None


def _throughout(flow: Sequence[Row], found: Sequence[int]) -> bool:
    """Whether all that stands from the first of them on are such headings and sentences under them, a few under each: minutes, not the
    labels of one list among chapters.
    """
    below = sorted({*range(found[0], len(flow))}.difference(found))
    return len(below) <= MOST_UNDER * len(found) and all(
        complete(flow[k].raw) or OFFICE.fullmatch(flow[k].raw) for k in below
    )
