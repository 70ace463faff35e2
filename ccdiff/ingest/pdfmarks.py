"""What the rows of a PDF page are: running heads, footnotes, headings, tables without rules; and the page as lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ccdiff.ingest.pdfrows import Drawing, Row, Word
from ccdiff.ingest.pdfturn import Box
from ccdiff.ingest.signs import RAISED_DIGITS, SENTENCE_END, SUPERSCRIPT, SYMBOL, TABLE_MARK
from ccdiff.model.record import record
from ccdiff.model.report import Line

MARGIN = 0.095  # share of a page's height at top and bottom where running heads stand: UN pages, 0.05 to 0.08
SMALL = 0.93  # of the body's size: footnotes are set at 0.8 to 0.9 of it
# share of the distances that are those of lines in a paragraph: in minutes of one-line paragraphs one in five
USUAL = 0.15
SAME_STEP = 1.04  # how far distances of one setting differ by rounding
APART = 1.3  # line pitches between two paragraphs; within one 1.0 to 1.1, between UN paragraphs 1.6 and more
FOOT = 0.6  # share of the page's height below which footnotes stand
HEADING_ROWS = 4  # a heading runs over at most so many lines; a bold recommendation of the Advisory Committee over more
JOB = re.compile(
    r"^(?:[A-Z]{1,3}\.)?\d\d-\d{5,6}(?:\s*\([A-Z]\))?(?:\s+\d{6})?$|^\*\d{5,}\*$|^\d{1,4}\s*/\s*\d{1,4}$|^[-–—]?\s*\d{1,4}\s*[-–—]?$"
)
DAY = re.compile(r"^\d{6}$")  # "190325" beside the job number: the day it was printed
NUMBERED = re.compile(
    r"^(?:[0-9]{1,3}\s*[.．、]|[IVXLC]+\.|[A-Z]\.|[（(]?[a-z0-9一二三四五六七八九十]{1,4}[)）]|[一二三四五六七八九十]+[、.．]|[•·–—-])$"
)
NOTE_START = re.compile(rf"^(?:[{RAISED_DIGITS}]+|\*+)\s*\S")
PLAIN_START = re.compile(r"^(\d{1,3})\s+\S")
RAISED = re.compile(f"[{RAISED_DIGITS}]+")
BRACKETED = re.compile(r"^[(（][^()（）]*[)）]$")
HAN = re.compile(r"[\u3400-\u9fff]")


@record
class Look:
    """How a file is set: the size of its running text and the distance of its lines, in points; masked texts that recur in margins."""

    body: float
    pitch: float
    running: frozenset[str]


@dataclass(slots=True)
class Page:
    """One page while reading: its rows, what is drawn on it, its size in points as it is read, by how many degrees it is turned
    for that, and whether it is a picture without any text."""

    rows: list[Row]
    drawn: Drawing
    width: float
    height: float
    turned: int = 0
    picture: bool = False


def masked(row: Row) -> str:
    """The row's text with its numbers made one: "25-04146 3/10" and "25-04146 5/10" are one running head."""
    return re.sub(r"\d+", "#", row.text)


def in_margin(row: Row, height: float) -> bool:
    """Whether a row stands where running heads do."""
    return row.bottom < MARGIN * height or row.top > (1 - MARGIN) * height


def mark(page: Page, look: Look, called: set[str]) -> list[Row]:
    """The rows of one page with their hints; a heading's rows joined to one.

    ``called``: numbers of notes that are called on pages before this one.
    """
    height, body = page.height, look.body
    marked = [replace(row, hint="furniture") if _furniture(row, height, look.running) else row for row in page.rows]
    text = [k for k, row in enumerate(marked) if row.hint is None]
    small = {k for k in text if marked[k].size < SMALL * body}
    notes = _notes(marked, text, small, height, called | marks(marked))
    marked = _under_tables([notes.get(k, row) for k, row in enumerate(marked)], body)
    return _headings(_tables(marked, small - set(notes)), look)


def _furniture(row: Row, height: float, running: frozenset[str]) -> bool:
    if row.hint is not None:
        return False
    if _job(row.cells) and (row.bottom < 0.13 * height or row.top > 0.9 * height):
        return True
    if not in_margin(row, height):
        return False
    if row.page > 1 and (masked(row) in running or all(SYMBOL.match(cell) or JOB.match(cell) for cell in row.cells)):
        return True
    return row.bottom < MARGIN * height and masked(row) in running


def _job(cells: tuple[str, ...]) -> bool:
    jobs = [bool(JOB.match(cell)) for cell in cells]
    return all(jobs) or (jobs[0] and all(job or DAY.match(cell) for job, cell in zip(jobs, cells, strict=True)))


def _under_tables(rows: list[Row], body: float) -> list[Row]:
    """Small type right under a table is its notes ("a  Representing the highest level…"), and stands in it as rows of one cell."""
    out: list[Row] = []
    for row in rows:
        before = out[-1] if out else None
        under = before is not None and before.hint == "table" and row.hint is None and row.size < SMALL * body
        if under and before is not None and not row.bold and 0 < before.foot - row.base < 3 * body:
            words = (Word(row.text, Box(row.left, row.bottom, row.right, row.top)),)
            row = replace(row, words=words, hint="table")
        out.append(row)
    return out


def _notes(rows: list[Row], text: list[int], small: set[int], height: float, called: set[str]) -> dict[int, Row]:
    """The rows of the footnotes: from the first mark in small type to the foot of the page, nothing but small type between.

    A mark may be set at the foot as a plain number, if it is raised where it stands in the text (``called``).
    """
    found: dict[int, Row] = {}
    notes: dict[int, Row] = {}
    for k in reversed(text):
        row = rows[k]
        if k not in small or row.bottom > FOOT * height:
            break
        plain = PLAIN_START.match(row.text)
        if plain and plain.group(1).translate(SUPERSCRIPT) in called and row.words[0].text.isdigit():
            row = replace(row, words=(_raised(row.words[0]), *row.words[1:]))
        found[k] = replace(row, hint="footnote")
        if NOTE_START.match(row.text):
            notes.update(found)
            found = {}
    return notes


def _raised(word: Word) -> Word:
    return Word(word.text.translate(SUPERSCRIPT), word.box)


def marks(rows: list[Row]) -> set[str]:
    """The numbers raised in the text of a page, single and as they stand together: "¹²" may call note 12 or notes 1 and 2."""
    found = {mark for row in rows if row.hint is None for mark in RAISED.findall(row.text)}
    return found | {digit for mark in found for digit in mark}


def _headings(rows: list[Row], look: Look) -> list[Row]:
    """Short bold blocks that stand apart and do not end as a sentence does. A wholly bold paragraph is no heading."""
    out: list[Row] = []
    for block in _blocks(rows, look.pitch):
        bold = 0
        while bold < len(block) and block[bold].hint is None and _bold(block[bold], look.body):
            bold += 1
        whole = bold == len(block) or BRACKETED.match(block[bold].text)  # "Financial resources" over "(Thousands of …)"
        text = _join(row.text for row in block[:bold])
        if whole and 0 < bold <= HEADING_ROWS and not SENTENCE_END.search(text) and not text[0].islower():
            out.append(_heading(block[:bold], text))
            out += block[bold:]
        else:
            out += block
    return out


def _heading(rows: list[Row], text: str) -> Row:
    first, last = rows[0], rows[-1]
    box = Box(first.left, last.bottom, max(row.right for row in rows), first.top)
    return replace(first, words=(Word(TABLE_MARK.sub("", text), box),), foot=last.foot, hint="heading:0")


def _blocks(rows: list[Row], pitch: float) -> Iterator[list[Row]]:
    """Runs of rows with no paragraph's gap between them; a change of weight parts only where a gap does too."""
    block: list[Row] = []
    for row in rows:
        if block and _parted(block[-1], row, pitch):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _join(texts: Iterable[str]) -> str:
    joined = ""
    for text in texts:
        both_han = bool(joined) and HAN.match(joined[-1]) and HAN.match(text)
        joined += text if both_han or not joined else f" {text}"
    return joined


def _bold(row: Row, body: float) -> bool:
    return row.bold and row.size >= SMALL * body and any(char.isalpha() for char in row.text)


def _tables(rows: list[Row], small: set[int]) -> list[Row]:
    """Neighbouring rows of two or more cells, and small type among them, are a table; a numbered paragraph or masthead is not."""
    bold = (k for k, row in enumerate(rows) if row.bold and row.hint is None)
    head = next(bold, 0) if rows and rows[0].page == 1 else 0
    cells = [
        k >= head and row.hint is None and len(row.cells) > 1 and not NUMBERED.match(row.cells[0])
        for k, row in enumerate(rows)
    ]
    many = [k in small or cells[k - 1 : k] == [True] or cells[k + 1 : k + 2] == [True] for k in range(len(rows))]
    table = [cell and near for cell, near in zip(cells, many, strict=True)]
    spread = [row.hint is None and k in small and any(table[max(0, k - 3) : k + 4]) for k, row in enumerate(rows)]
    return [_tabbed(row) if one or other else row for row, one, other in zip(rows, table, spread, strict=True)]


def _tabbed(row: Row) -> Row:
    box = Box(row.left, row.bottom, row.right, row.top)
    return replace(row, words=(Word("\t".join(row.cells), box),), hint="table")


def across_pages(pages: list[list[Row]]) -> None:
    """Joins the row of a table that goes on at the head of the next page: it has no first cell there. Changes ``pages``."""
    for before, after in pairwise(pages):
        last = next(
            (k for k in range(len(before) - 1, -1, -1) if before[k].hint not in ("furniture", "footnote")), None
        )
        first = next((k for k, row in enumerate(after) if row.hint != "furniture"), None)
        if last is None or first is None or not _goes_on(before[last], after[first]):
            continue
        cells = zip(before[last].text.split("\t"), after[first].text.split("\t"), strict=True)
        whole = "\t".join(_join(filter(None, pair)) for pair in cells)
        before[last] = replace(before[last], words=(Word(whole, before[last].words[0].box),))
        del after[first]


def _goes_on(before: Row, after: Row) -> bool:
    table = before.hint == after.hint == "table" and after.text.startswith("\t")
    return table and before.text.count("\t") == after.text.count("\t")


def lines(pages: list[list[Row]], look: Look) -> Iterator[Line]:
    """All rows as lines, with an empty line where a paragraph, a heading or a footnote begins."""
    number, before = 0, None
    for rows in pages:
        for row in rows:
            if before is not None and _parted(before, row, look.pitch):
                number += 1
                yield Line(number, "", row.page)
            for text in _texts(row):
                number += 1
                yield Line(number, text, row.page, row.hint)
            before = row if row.hint not in ("furniture", "picture") else before


def _texts(row: Row) -> tuple[str, ...]:
    first_page_head = row.page == 1 and len(row.cells) > 1 and not NUMBERED.match(row.cells[0]) and row.hint is None
    return row.cells if first_page_head else (row.text,)


def pitch(pages: list[list[Row]], body: float) -> float:
    """How far apart the lines of a paragraph stand in this file, in points: the least distance that a share of its running text has.

    Not the median: where most paragraphs are a line or two (minutes, resolutions), most distances are those between paragraphs.
    """
    steps = [
        a.foot - b.base
        for rows in pages
        for a, b in pairwise(rows)
        if a.hint is None and b.hint is None and min(a.size, b.size) >= SMALL * body and 0 < a.foot - b.base < 3 * body
    ]
    ordered = sorted(steps)
    usual = (step for k, step in enumerate(ordered) if step >= body and _near(ordered, k) >= USUAL * len(ordered))
    return next(usual, 1.2 * body)


def _near(ordered: list[float], k: int) -> int:
    """How many distances are that at ``k``, or so little more that the same setting made them."""
    return bisect_right(ordered, ordered[k] * SAME_STEP) - k


def _parted(before: Row, row: Row, pitch: float) -> bool:
    if row.hint in ("furniture", "picture"):
        return False
    if (
        before.hint == row.hint == "table"
    ):  # notes of one cell stand under the table; another number of columns is another table
        return "\t" in row.text and row.text.count("\t") != before.text.count("\t")
    if before.hint != row.hint or (row.hint == "footnote" and NOTE_START.match(row.text)):
        return True
    if NUMBERED.match(row.cells[0]) and len(row.cells) > 1:
        return True
    if before.page != row.page:
        return bool(SENTENCE_END.search(before.text))
    gap = before.foot - row.base
    return gap > APART * pitch or gap < -pitch
