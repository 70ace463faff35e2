"""Which numbers at the head of a line number paragraphs.

Paragraph numbers run through the whole report; agenda items ("1. 会议开幕。"), headings of the third level ("1. 《有组织犯罪
公约》") and years begin lines too. The series that holds the most, rising by one, is the paragraphs'; a number outside it
is a paragraph only where its line clearly is one (a section that was moved without being renumbered).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from ccdiff.model.record import record
from ccdiff.parse.agenda import ANEW, NONE, STOP, Agenda, agenda, lists_anew
from ccdiff.parse.decimals import decimal_paragraphs, over_parts, whole_numbers
from ccdiff.parse.headings import LONGEST_UNNUMBERED, unended
from ccdiff.parse.lone import over_bullets
from ccdiff.parse.patterns import (
    ARTICLE,
    ARTICLE_EN,
    BARE_NUMBER,
    LEADS_IN,
    NUMBERED,
    arabic_number,
    complete,
    goes_on,
    han_number,
    width,
)
from ccdiff.parse.preamble import preamble
from ccdiff.parse.rows import Row

PROSE = 1.0  # weight of a line that ends as a sentence or is long: 8th report, 14
WRAPPED = 0.7  # a line that goes on in the next: paragraphs of a PDF
BROKEN = 0.4  # a short line with text after a gap: a paragraph broken by a page, or a heading with text below it
SHORT = 0.2  # a short line that does not end as a sentence: a heading as a rule
LISTED = 0.1  # a line of a list that began at 1 after a colon: agenda items (8th report, 6)
INSIDE = 0.3  # a line that begins in the middle of a sentence: "…第\n14. …"
NEAR_GAP = 0.5  # up to five numbers missing
FAR_GAP = 2.5  # more: only a longer series is worth such a leap
FAR = 6  # steps up from which a leap is one
LONG = 80  # width above which a line is no heading: forty Chinese characters
BLOCK = 3  # lines of the shortest block that is a list: two may be two short paragraphs
ENTRY = 200  # width of the longest line of a list; agenda items have up to 160
HEADED = re.compile(r"[A-Z][.．]|[IVXLC]+[.．]|[〇零一二三四五六七八九十百]{1,4}[.．、]")
LABEL = re.compile(r"[(（]|[A-Z][.．]|[IVXLC]+[.．]|[〇零一二三四五六七八九十百]{1,4}[.．、]")
CHAPTER = re.compile(r"[〇零一二三四五六七八九十]{1,3}[、．.]|[(（][一二三四五六七八九十]{1,3}[)）]")
UNBROKEN = 8  # numbers without a point that are a series where none is missing; years and counts at line beginnings do not rise by one
TITLES = 5  # numbered titles from which they are the matters of minutes
LEAST = 1.2  # weight below which there is no series: one number alone proves nothing
MEAN = 0.6  # mean weight below which a series is one of headings ("1. 背景", text, "2. 目标", text)
BEFORE = 0.25  # share of a text's sentences before its first number from which its numbers may be those of a list
OUTSIDE = 0.5  # and of those outside the chapters of the numbers: then they are
MARKED = 6  # headings marked with a # from which a series that keeps to one section is a list of it
MOST_LISTED = 20  # numbers of a series that may be one of such lists
SENTENCE = 40  # width of a line that ends as a sentence and is no entry of a masthead


@record
class Numbered:
    """A line that begins with a number: ``row`` is its place, ``end`` where its text begins, ``weak`` without a point."""

    row: int
    n: int
    end: int
    weight: float
    weak: bool = False
    listed: bool = False


@record
class Numbering:
    """``series``: row -> number of the paragraphs' series; ``outside``: further lines that begin with a number.

    ``labelled``: row -> (locator, where its text begins) of what is numbered otherwise, by articles or by chapter (2.1); ``articles``:
    it is a text of articles; ``recitals``: the rows of the preamble right above the first of them; ``agenda``: the one that
    such a text prints line by line, where nothing else is numbered.
    """

    series: dict[int, Numbered]
    outside: dict[int, Numbered]
    labelled: dict[int, tuple[str, int]]
    articles: bool
    recitals: range
    agenda: Agenda

    @property
    def any(self) -> bool:
        """Whether paragraphs are numbered in any way."""
        return bool(self.series or self.labelled)

    @property
    def first(self) -> int | None:
        """The first row that a paragraph's number begins."""
        return _first(self.series, self.labelled)

    def begins(self, row: int) -> bool:
        """Whether a paragraph's number begins the row."""
        return row in self.series or row in self.labelled


def number_paragraphs(
    rows: Sequence[Row], unended: re.Pattern[str], entries: frozenset[int] = frozenset()
) -> Numbering:
    """How the paragraphs of ``rows`` are numbered: through the whole text, by articles, or by chapter; the way that most lines show.

    ``unended`` finds at the end of a line what no heading ends with ("1. The"). The numbers of an agenda that is
    printed line by line are no paragraphs'.
    """
    series, outside = _series(rows, unended)
    listed = _listed(rows, series, outside)
    if series and (all(row in listed.entries for row in series) or over_bullets(rows).issuperset(series)):
        series, outside = {}, {**outside, **series}
    by_article = articles(rows)
    if len(by_article) < len(series):
        by_article = {}
    labelled = {**decimal_paragraphs(rows), **by_article}
    if by_article or len(labelled) > len(series):
        series, outside = {}, {**outside, **series}
        labelled.update({} if by_article else whole_numbers(rows, labelled))
    recitals = preamble(rows, _first(series, labelled))
    listed = NONE if series or labelled else listed
    return Numbering(series, outside, labelled, bool(by_article), recitals, listed)


def numbers_titles(flow: Sequence[Row], series: Mapping[int, Numbered]) -> bool:
    """Whether most numbers stand before titles, and what was said stands below, line by line: "10. Planning:", "11. Payments:". Then no line
    is a heading that nothing marks with a #.
    """
    raws = [flow[k].raw for k in series if flow[k].raw[-1:] not in STOP and (k + 1 == len(flow) or flow[k + 1].gap)]
    if len(series) < TITLES or 2 * len(raws) <= len(series):
        return False
    titles = sum(unended(raw.rstrip(":："), LONGEST_UNNUMBERED) and not complete(raw.rstrip(":：")) for raw in raws)
    return 2 * titles > len(series)


def _listed(rows: Sequence[Row], series: Mapping[int, Numbered], outside: Mapping[int, Numbered]) -> Agenda:
    """The lists that a text is made of; looked for only where its numbers leave it open."""
    firsts = [c for found in (series, outside) for c in found.values() if c.n == 1]
    listed = lists_anew(rows) if len(firsts) >= ANEW else NONE
    if listed.entries or any([rows[k].raw.rstrip()[-1:] in STOP for k in series]):
        return listed
    return agenda(rows)


def _first(*numbered: Mapping[int, object]) -> int | None:
    return min((row for rows in numbered for row in rows), default=None)


def _series(rows: Sequence[Row], unended: re.Pattern[str]) -> tuple[dict[int, Numbered], dict[int, Numbered]]:
    """The series in ``rows``, empty without enough of one, and the numbers that are outside of it."""
    found = _candidates(rows, unended)
    chain = _heaviest(found)
    chain = [c for k, c in enumerate(chain) if not c.weak or _between(chain, k)]
    weight = sum(c.weight for c in chain) * (2 if _without_points(chain) else 1)
    if weight < LEAST or weight < MEAN * len(chain) or _inner(rows, chain) or _of_lists(rows, chain, found):
        chain = []
    series = {c.row: c for c in chain or _whole_text(rows, found)}
    return series, {c.row: c for c in found if c.row not in series and not c.weak}


def _without_points(chain: Sequence[Numbered]) -> bool:
    """Whether a whole series from 1 lost its points, none missing: then each number counts as one with a point does."""
    return len(chain) >= UNBROKEN and all(c.weak and c.n == n for n, c in enumerate(chain, 1))


def _whole_text(rows: Sequence[Row], found: Sequence[Numbered]) -> list[Numbered]:
    """A list of sentences, line by line from 1, that is most of a text: its paragraphs. ("1. Uniforms. The new style was approved.")"""
    strong = [c for c in found if not c.weak]
    counted = all(c.n == n for n, c in enumerate(strong, 1))
    if len(strong) < BLOCK or not counted or not all(complete(rows[c.row].raw) for c in strong):
        return []
    first = strong[0].row
    led_in = first and LEADS_IN.search(rows[first - 1].raw)
    inside = sum(width(rows[c.row].raw) for c in strong)
    return strong if not led_in and 2 * inside > sum(width(row.raw) for row in rows) else []


def _of_lists(rows: Sequence[Row], chain: Sequence[Numbered], found: Sequence[Numbered]) -> bool:
    """Whether a series is one of lists that count from 1 again in each chapter, as in Chinese work reports ("（一）抓项目" over "1. …", "2. …")."""
    again = [c for c in found if c.n <= chain[-1].n and not c.weak] if len(chain) <= MOST_LISTED else []
    firsts = [c.row for c in again if c.n == 1 and not c.listed]
    heads = [k for k, row in enumerate(rows) if row.marked or CHAPTER.match(row.raw)]
    chapters = {bisect_left(heads, first) for first in firsts}  # 0 is above all of them
    alone = bisect_left(heads, chain[0].row) == bisect_left(heads, chain[-1].row)
    return alone and len(firsts) > 1 and len(again) > len(chain) + 1 and len(chapters - {0}) == len(firsts)


def _inner(rows: Sequence[Row], chain: Sequence[Numbered]) -> bool:
    """Whether a series from 1 is a list inside a text: much stands before it, something where it keeps to one of many sections, and with
    what follows under other headings, most.
    """
    if chain[0].n != 1:
        return False
    marks = [k for k, row in enumerate(rows) if row.depth]
    one = len(marks) >= MARKED and bisect_left(marks, chain[0].row) == bisect_left(marks, chain[-1].row)
    widths = [width(row.raw) if row.body or (complete(row.raw) and width(row.raw) >= SENTENCE) else 0 for row in rows]
    end = next((k for k in range(chain[-1].row + 1, len(rows)) if rows[k].marked), len(rows))
    before, total = sum(widths[: chain[0].row]), sum(widths)
    return before > (0 if one else BEFORE * total) and before + sum(widths[end:]) > OUTSIDE * total


def articles(rows: Sequence[Row]) -> dict[int, tuple[str, int]]:
    """row -> (locator, where its text begins), for a text of articles; empty for any other.

    Three articles that rise by one make a text of articles: in a report, "第四十六条" at the head of a line is a line
    break inside a sentence.
    """
    found: dict[int, tuple[str, int]] = {}
    rises, last = 0, -1
    for k, row in enumerate(rows):
        match = (ARTICLE.match(row.raw) or ARTICLE_EN.match(row.raw)) if row.raw[:1] in "第ASR" else None
        if not match:
            continue
        value = _article_value(match)
        rises += value == last + 1
        last = value
        label = (
            "".join(match.group().split()) if match.re is ARTICLE else " ".join(match.group().split()).rstrip(".:—–- ")
        )
        found[k] = (label.rstrip("\u3000【（("), match.end())
    return found if rises >= 2 else {}


def _article_value(match) -> int:  # type: ignore[no-untyped-def]
    text = match.group(1) if match.re is ARTICLE else match.group(2).rstrip("abcdefghijklmnopqrstuvwxyz")
    return arabic_number(text) or han_number(text) or 0


def _candidates(rows: Sequence[Row], unended: re.Pattern[str]) -> list[Numbered]:
    found: list[Numbered] = []
    blocks, lists = _blocks(rows), _under_marks(rows)
    listed, raws = 0, [row.raw for row in rows]  # the last number of the list that is open, 0 for none
    for k, row in enumerate(rows):
        strong = NUMBERED.match(row.raw)
        begins = row.gap or row.bullet or (k > 0 and complete(rows[k - 1].raw))
        match = strong or (BARE_NUMBER.match(row.raw) if begins else None)
        if not match:
            continue
        n = arabic_number(match.group(1)) or 0
        if row.raw[-1] not in STOP and over_parts(rows, k, n):
            continue
        before = rows[k - 1].raw if k else ""
        if strong:
            goes = listed and width(row.raw) <= ENTRY and not _headed(rows, found[-1].row + 1, k)
            opens = n == 1 and LEADS_IN.search(before[-8:]) is not None
            opens = opens and (not listed or raws.count(before) > 1)  # "结论：", "遗留问题：" under each matter
            entry_of = (opens or goes and n == listed + 1) and not row.depth
            listed = n if entry_of else 0
        entry = bool(strong and not row.counted and (listed or k in lists or (k in blocks and found)))
        weight = LISTED if entry else _weight(rows, k, match.end(), unended)
        found.append(Numbered(k, n, match.end(), weight if strong else weight / 2, strong is None, entry))
    return found


def _blocks(rows: Sequence[Row]) -> set[int]:
    """The lines of blocks that count from 1 without a blank line between: an agenda whose opening does not end in a colon."""
    inside: set[int] = set()
    block: list[int] = []
    for k, row in enumerate(rows):
        match = NUMBERED.match(row.raw)
        n = arabic_number(match.group(1)) if match and width(row.raw) <= ENTRY else 0
        goes_on = bool(block) and not row.gap and n == len(block) + 1
        if not goes_on:
            inside.update(block if len(block) >= BLOCK and row.gap else ())
            block = []
        if goes_on or (n == 1 and row.gap):
            block.append(k)
    return inside | set(block if len(block) >= BLOCK else ())


def _under_marks(rows: Sequence[Row]) -> set[int]:
    """The lines of lists that count from 1 and are all that stands between two headings that are marked, none a sentence: "## Agenda",
    "1. Fees", "2. Repairs", "## Notes".
    """
    inside: set[int] = set()
    marks = [k for k, row in enumerate(rows) if row.depth]
    for start, end in pairwise(marks):
        numbers = [NUMBERED.match(row.raw) for row in rows[start + 1 : end]]
        counted = all(found and arabic_number(found.group(1)) == n for n, found in enumerate(numbers, 1))
        if len(numbers) > 1 and counted and not any(complete(row.raw) for row in rows[start + 1 : end]):
            inside.update(range(start + 1, end))
    return inside


def _headed(rows: Sequence[Row], start: int, end: int) -> bool:
    """Whether a heading stands in ``rows[start:end]``: a list of agenda items ends there (8th report, between 6 and 7)."""
    return any(row.marked or HEADED.match(row.raw) for row in rows[start:end])


def _weight(rows: Sequence[Row], k: int, end: int, unended: re.Pattern[str]) -> float:
    row = rows[k]
    if not row.gap and not row.bullet and k and not complete(rows[k - 1].raw) and width(rows[k - 1].raw) > LONG / 2:
        return INSIDE
    rest = row.raw[end:]
    if row.counted:
        return WRAPPED
    if row.marked and not complete(rest):
        return SHORT
    if row.body or complete(rest) or width(rest) > LONG:
        return PROSE
    if k + 1 == len(rows) or _labelled(rows[k + 1]):
        return SHORT
    if not rows[k + 1].gap:
        if not rest or unended.search(rest):
            return WRAPPED
        # "1. Water" over "The pump was mended"
        over = width(row.raw) < LONG / 2 and not goes_on(row.raw, rows[k + 1].raw)
        return BROKEN if over else WRAPPED
    return BROKEN


def _labelled(row: Row) -> bool:
    """Whether a line begins with a numeral of any kind, as paragraphs and numbered headings do."""
    return row.bullet or row.marked or NUMBERED.match(row.raw) is not None or LABEL.match(row.raw) is not None


def _between(chain: Sequence[Numbered], k: int) -> bool:
    """A number without a point counts only between its neighbours: E/CN.15/2021/4, "50. … 51 通过 … 52."."""
    before, after = chain[k - 1] if k else None, chain[k + 1] if k + 1 < len(chain) else None
    if before is None:
        return chain[k].n == 1 and after is not None and after.n == 2
    return before.n == chain[k].n - 1 and (after is None or after.n == chain[k].n + 1)


def _heaviest(found: Sequence[Numbered]) -> list[Numbered]:
    """The rising series of greatest weight, each gap in it paid for; near-linear in the number of lines."""
    best: dict[int, tuple[float, int]] = {}  # number -> (weight, candidate) of the best series that ends with it
    heavier = _Heavier()
    back: list[int] = []
    top, last = 0.0, -1
    for k, c in enumerate(found):
        near = [best[c.n - step] for step in range(1, FAR + 1) if c.n - step in best]
        options = [(w - (0.0 if found[at].n == c.n - 1 else NEAR_GAP), at) for w, at in near]
        far, at = heavier.below(c.n - FAR)
        weight, before = max([(0.0, -1), *options, (far - FAR_GAP, at)], key=itemgetter(0))
        weight += c.weight
        back.append(before)
        if c.n not in best or weight > best[c.n][0]:
            best[c.n] = (weight, k)
            heavier.put(c.n, weight, k)
        if weight > top:
            top, last = weight, k
    chain = []
    while last >= 0:
        chain.append(found[last])
        last = back[last]
    return chain[::-1]


class _Heavier:
    """The numbers with which a series ends that is heavier than any that ends with a lower number."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._best: list[tuple[float, int]] = []

    def below(self, number: int) -> tuple[float, int]:
        """The heaviest series that ends below ``number``, and its candidate."""
        at = bisect_left(self._numbers, number)
        return self._best[at - 1] if at else (0.0, -1)

    def put(self, number: int, weight: float, k: int) -> None:
        """A series of ``weight`` ends with ``number``, with candidate ``k``."""
        at = bisect_right(self._numbers, number)
        if at and self._best[at - 1][0] >= weight:
            return
        start = bisect_left(self._numbers, number)
        end = next((j for j in range(at, len(self._best)) if self._best[j][0] > weight), len(self._best))
        self._numbers[start:end], self._best[start:end] = [number], [(weight, k)]
