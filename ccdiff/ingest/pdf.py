"""PDF files, by pypdfium2. Text, sizes and places of the characters come from there; what they mean on a page is judged here.

A page's lines keep the order of the file, which in the published PDFs is the reading order; two columns that were merged line
by line are taken apart. Running heads, page and job numbers are found by repetition over pages and by place, footnotes by place
and size, headings by weight, tables by gaps that recur. Nothing is dropped: what is no text is handed on as furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.model.report import Line, Source

MARGIN = 0.095  # share of a page's height at top and bottom where running heads stand: UN pages, 0.05 to 0.08
SMALL = 0.93  # of the body's size: footnotes are set at 0.8 to 0.9 of it
WIDE = 1.8  # sizes of a gap that parts cells; a justified space reaches 1.2, the gap after a paragraph number 1.5 to 3
FIGURES_WIDE = (
    0.9  # the same between figures: a thousands space is 0.25 to 0.5 of the size wide, columns stand 1 and more apart
)
APART = 1.45  # line pitches between two paragraphs; within one 1.0 to 1.1, between UN paragraphs 1.6 and more
BOLD = 600  # font weight; regular is 400, bold 700
LEAST = 20  # characters in a whole file below which it is taken for scanned
MOST_PAGES = 3000
JOB = re.compile(
    r"^(?:[A-Z]{1,3}\.)?\d\d-\d{5,6}(?:\s*\([A-Z]\))?(?:\s+\d{6})?$|^\*\d{5,}\*$|^\d{1,4}\s*/\s*\d{1,4}$|^[-–—]?\s*\d{1,4}\s*[-–—]?$"
)
SYMBOL = re.compile(r"^[A-Z][A-Za-z0-9.]*(?:/[A-Za-z0-9.\-()]+)+$")
NUMBERED = re.compile(
    r"^(?:[0-9]{1,3}\s*[.．、]|[IVXLC]+\.|[A-Z]\.|[（(]?[a-z0-9一二三四五六七八九十]{1,4}[)）]|[一二三四五六七八九十]+[、.．]|[•·–—-])$"
)
NOTE_START = re.compile(r"^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*+)\s*\S")
HEADING_ROWS = 4  # a heading runs over at most so many lines; a bold recommendation of the Advisory Committee over more
HAN = re.compile(r"[\u3400-\u9fff]")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SENTENCE_END = re.compile(r"[。！？；：.!?;:][”’\"')）」』]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line on a page: its cells (one, where no wide gap parts it), box in points, size, and whether it is bold."""

    cells: tuple[str, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    page: int
    split: float = 0.0  # where its first wide gap ends
    hint: str | None = None

    @property
    def text(self) -> str:
        return " ".join(self.cells)


def read(path: Path) -> Source:
    """The lines of the PDF at ``path``. Raises ``CcdiffError`` where it is broken, encrypted, or scanned without text."""
    import pypdfium2

    data = path.read_bytes()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "encrypted: it asks for a password" if locked else "not a readable PDF"
        remedy = "save a copy without a password" if locked else "print or export it again as PDF"
        raise CcdiffError(what, where=str(path), remedy=remedy) from error
    try:
        return _source(path, data, document)
    finally:
        document.close()


def _source(path: Path, data: bytes, document: Any) -> Source:
    if len(document) > MOST_PAGES:
        raise CcdiffError(
            f"{len(document)} pages", where=str(path), remedy=f"split it: at most {MOST_PAGES} pages are read"
        )
    pages, heights, notes = [], [], set()
    for number in range(len(document)):
        page = document[number]
        notes |= {"rotated-page"} if page.get_rotation() else set()
        heights.append(page.get_height())
        pages.append(_columns(list(_rows(page, number + 1)), page.get_width()))
        page.close()
    if sum(len(row.text) for rows in pages for row in rows) < LEAST:
        remedy = "recognise its text first (for example with ocrmypdf) and give the result"
        raise CcdiffError("no text in it: it is a scanned picture", where=str(path), remedy=remedy)
    body = _body_size(row for rows in pages for row in rows)
    running = _running(pages, heights)
    marked = [_mark(rows, height, body, running) for rows, height in zip(pages, heights, strict=True)]
    return Source(path.name, "pdf", hashlib.sha256(data).hexdigest(), tuple(_lines(marked, body)), tuple(sorted(notes)))


def _rows(page: Any, number: int) -> Iterator[Row]:
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    if len(text) == text_page.count_chars():
        at = 0
        for piece in re.split(r"(\r?\n|\r)", text):
            if piece.strip() and not re.fullmatch(r"\r?\n|\r", piece):
                row = _row(text_page, piece, at, number)
                if row is not None:
                    yield row
            at += len(piece)
    else:  # characters beyond the basic plane shift the places: the text is taken without them
        for piece in text.splitlines():
            if piece.strip():
                yield Row((_clean(piece),), 0, 0, 0, 0, 10, False, number)
    text_page.close()


def _row(text_page: Any, piece: str, at: int, page: int) -> Row | None:
    import pypdfium2.raw as raw

    first, last = len(piece) - len(piece.lstrip()), len(piece.rstrip()) - 1
    samples = sorted({first, (first + last) // 2, last})
    inked = [k for k in samples if not piece[k].isspace()]
    boxes = [text_page.get_charbox(at + k, loose=True) for k in inked]
    size = max(raw.FPDFText_GetFontSize(text_page, at + k) for k in inked)
    heights = [box[3] - box[1] for box in boxes]
    size = max(heights) if size <= 1.5 else size  # scaled by the text matrix: the size says 1
    bold = min(raw.FPDFText_GetFontWeight(text_page, at + k) for k in inked) >= BOLD
    chars, cells, split = [], [], 0.0
    for k in range(first, last + 1):
        char = piece[k]
        if char == " " and piece[k - 1] != " ":
            left, right = text_page.get_charbox(at + k - 1, loose=True), _next_box(text_page, piece, at, k, last)
            figures = not (piece[k - 1].isalpha() or piece[k + 1 : k + 2].isalpha())
            if right[0] - left[2] > (FIGURES_WIDE if figures else WIDE) * size:
                cells.append("".join(chars))
                chars, split = [], split or right[0]
                continue
        if char in "0123456789*" and _raised(text_page, piece, at, k):
            char = char.translate(SUPERSCRIPT)
        chars.append(char)
    cells = [_clean(cell) for cell in (*cells, "".join(chars))]
    kept = tuple(cell for cell in cells if cell)
    return (
        Row(
            kept, boxes[0][0], boxes[-1][2], max(b[3] for b in boxes), min(b[1] for b in boxes), size, bold, page, split
        )
        if kept
        else None
    )


def _next_box(text_page: Any, piece: str, at: int, k: int, last: int) -> tuple[float, float, float, float]:
    while k < last and piece[k] == " ":
        k += 1
    return text_page.get_charbox(at + k, loose=True)  # type: ignore[no-any-return]


def _raised(text_page: Any, piece: str, at: int, k: int) -> bool:
    """A digit or asterisk smaller and higher than the nearest letter: a footnote mark."""
    near = next(
        (
            n
            for step in range(1, len(piece))
            for n in (k - step, k + step)
            if 0 <= n < len(piece) and piece[n].isalpha()
        ),
        None,
    )
    if near is None:
        return False
    _, bottom, _, top = text_page.get_charbox(at + k, loose=True)
    _, low, _, high = text_page.get_charbox(at + near, loose=True)
    return top - bottom < 0.8 * (high - low) and bottom - low > 0.15 * (high - low)  # type: ignore[no-any-return]


def _clean(text: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", text.replace("\u00ad", "").replace("\ufffe", "-").replace("\x02", "-")).strip()


def _columns(rows: list[Row], width: float) -> list[Row]:
    """Two columns of text that were merged line by line, taken apart: the left one first. Short cells are a table, not columns."""
    parted = [row for row in rows if len(row.cells) == 2 and 0.4 * width < row.split < 0.62 * width]
    long = [row for row in parted if min(map(len, row.cells)) > 20]
    if len(long) < 8 or len(long) * 2 < len(rows):
        return rows
    left = [replace(row, cells=row.cells[:1], right=row.split) for row in rows]
    right = [replace(row, cells=row.cells[1:], left=row.split) for row in rows if len(row.cells) > 1]
    return left + right


def _body_size(rows: Iterable[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _running(pages: list[list[Row]], heights: list[float]) -> frozenset[str]:
    """Texts, digits masked, that stand in the margins of several pages."""
    counts: Counter[str] = Counter()
    for rows, height in zip(pages, heights, strict=True):
        counts.update({_masked(row) for row in rows if _in_margin(row, height)})
    return frozenset(text for text, count in counts.items() if count >= max(2, len(pages) * 0.15))


def _masked(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _in_margin(row: Row, height: float) -> bool:
    return row.bottom < MARGIN * height or row.top > (1 - MARGIN) * height


def _mark(rows: list[Row], height: float, body: float, running: frozenset[str]) -> list[Row]:
    """The rows of one page with their hints; a heading's rows joined to one."""
    marked = [replace(row, hint="furniture") if _furniture(row, height, running) else row for row in rows]
    text = [k for k, row in enumerate(marked) if row.hint is None]
    small = [k for k in text if marked[k].size < SMALL * body]
    notes = _notes(marked, text, set(small), height)
    for k in notes:
        marked[k] = replace(marked[k], hint="footnote")
    return _headings(_tables(marked, set(small) - notes), body)


def _notes(rows: list[Row], text: list[int], small: set[int], height: float) -> set[int]:
    """The rows of the footnotes: from the first mark in small type to the foot of the page, nothing but small type between."""
    start = len(text)
    for at in range(len(text) - 1, -1, -1):
        row = rows[text[at]]
        if text[at] not in small or row.bottom > 0.6 * height:
            break
        if NOTE_START.match(row.text):
            start = at
    return set(text[start:])


def _headings(rows: list[Row], body: float) -> list[Row]:
    """Short bold blocks that stand apart and do not end as a sentence does. A wholly bold paragraph is no heading."""
    pitch = _pitch(rows, body)
    out: list[Row] = []
    for block in _blocks(rows, pitch, body):
        text = _join(row.text for row in block)
        bold = all(row.hint is None and _bold(row, body) for row in block)
        if bold and len(block) <= HEADING_ROWS and not SENTENCE_END.search(text) and not text[0].islower():
            first, last = block[0], block[-1]
            out.append(replace(first, cells=(text,), bottom=last.bottom, right=last.right, hint="heading:0"))
        else:
            out += block
    return out


def _blocks(rows: list[Row], pitch: float, body: float) -> Iterator[list[Row]]:
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


def _furniture(row: Row, height: float, running: frozenset[str]) -> bool:
    if all(JOB.match(cell) for cell in row.cells) and (row.bottom < 0.13 * height or row.top > 0.9 * height):
        return True
    if not _in_margin(row, height):
        return False
    later = row.page > 1 and all(SYMBOL.match(cell) or JOB.match(cell) for cell in row.cells)
    return (
        later
        or (_masked(row) in running and row.page > 1)
        or (row.bottom < MARGIN * height and _masked(row) in running)
    )


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
    return [
        replace(row, hint="table") if one or other else row for row, one, other in zip(rows, table, spread, strict=True)
    ]


def _lines(pages: list[list[Row]], body: float) -> Iterator[Line]:
    """All rows as lines, with an empty line where a paragraph, a heading or a footnote begins."""
    number, before = 0, None
    for rows in pages:
        pitch = _pitch(rows, body)
        for row in rows:
            if before is not None and _parted(before, row, pitch):
                number += 1
                yield Line(number, "", row.page)
            for text in _texts(row):
                number += 1
                yield Line(number, text, row.page, row.hint)
            before = row if row.hint != "furniture" else before


def _texts(row: Row) -> tuple[str, ...]:
    if row.hint == "table":
        return ("\t".join(row.cells),)
    first_page_head = row.page == 1 and len(row.cells) > 1 and not NUMBERED.match(row.cells[0]) and row.hint is None
    return row.cells if first_page_head else (row.text,)


def _pitch(rows: list[Row], body: float) -> float:
    steps = [a.bottom - b.bottom for a, b in zip(rows, rows[1:], strict=False) if 0 < a.bottom - b.bottom < 3 * body]
    return sorted(steps)[len(steps) // 2] if steps else 1.2 * body


def _parted(before: Row, row: Row, pitch: float) -> bool:
    if row.hint == "furniture":
        return False
    if before.hint != row.hint or (row.hint == "footnote" and NOTE_START.match(row.text)):
        return True
    if NUMBERED.match(row.cells[0]) and len(row.cells) > 1:
        return True
    if before.page != row.page:
        return bool(SENTENCE_END.search(before.text))
    gap = before.bottom - row.bottom
    return gap > APART * pitch or gap < -pitch
