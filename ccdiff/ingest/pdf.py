"""PDF files, by pypdfium2. Text, sizes and places of the characters come from there; what they mean on a page is judged here.

A page's lines keep the order of the file, which in the published PDFs is the reading order; two columns that were merged line
by line are taken apart. Running heads, page and job numbers are found by repetition over pages and by place, footnotes by place
and size, headings by weight, tables by their rules or by gaps that recur. Nothing is dropped: what is no text is handed on as
furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import DEFAULT, Limits
from ccdiff.ingest.pdfmarks import MARGIN, Look, Page, across_pages, in_margin, lines, mark, marks, masked, pitch
from ccdiff.ingest.pdfrows import Drawing, Row, drawing, pictured, rows
from ccdiff.ingest.pdfzones import arrange
from ccdiff.model.report import Source

LEAST = 20  # characters in a whole file below which it is taken for scanned
UNREADABLE = 0.3  # share of characters without a meaning above which the fonts do not say what their glyphs are
MOST_NOTES = 20  # pages without text that are named
COLUMN_ROWS = 8  # rows of two long cells that make a page of two columns
COLUMN_TEXT = 20  # characters of a cell that is text, not a table's
NOTHING = re.compile(r"[\ue000-\uf8ff\ufffd]")  # private use: a glyph that the file gives no character
RECOGNISE = "recognise its text first (for example with ocrmypdf) and give the result"


def read(path: Path, *, limits: Limits = DEFAULT) -> Source:
    """The lines of the PDF at ``path``. Raises ``CcdiffError`` where it is broken, encrypted, or scanned without text."""
    import pypdfium2

    data = path.read_bytes()
    try:
        document = pypdfium2.PdfDocument(data)
        return _source(path, data, document, limits)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "encrypted: it asks for a password" if locked else "not a readable PDF"
        remedy = "save a copy without a password" if locked else "print or export it again as PDF"
        raise CcdiffError(what, where=str(path), remedy=remedy) from error


def _source(path: Path, data: bytes, document: Any, limits: Limits) -> Source:
    if len(document) > limits.most_pages:
        remedy = f"split it: at most {limits.most_pages} pages are read (most_pages in [limits] of ccdiff.toml)"
        raise CcdiffError(f"{len(document)} pages", where=str(path), remedy=remedy)
    pages, notes = _pages(document)
    _require_text(pages, path)
    body = _body_size(row for page in pages for row in page.rows)
    for page in pages:
        page.rows = _columns(arrange(page.rows, page.drawn, body), page.width)
    running = _running(pages)
    for page in pages:  # heads first, wherever the file writes them
        page.rows.sort(key=lambda row: not (masked(row) in running and row.top > (1 - MARGIN) * page.height))
    look = Look(body, pitch([page.rows for page in pages], body), running)
    marked, called = [], set[str]()
    for page in pages:
        marked.append(mark(page, look, called))
        called |= marks(page.rows)
    across_pages(marked)
    return Source(path.name, "pdf", hashlib.sha256(data).hexdigest(), tuple(lines(marked, look)), tuple(sorted(notes)))


def _page(page: Any, number: int) -> Page:
    found, turned = rows(page, number)
    drawn = drawing(page, turned) if found else Drawing()
    return Page(found, drawn, turned.width, turned.height, turned.angle, not found and pictured(page))


def _pages(document: Any) -> tuple[list[Page], set[str]]:
    pages: list[Page] = []
    notes: set[str] = set()
    for number in range(len(document)):
        page = document[number]
        try:
            pages.append(_page(page, number + 1))
            notes |= {"rotated-page"} if pages[-1].turned else set()
            notes |= {f"page-without-text:{number + 1}"} if pages[-1].picture and len(notes) < MOST_NOTES else set()
        finally:
            page.close()
    return pages, notes


def _require_text(pages: list[Page], path: Path) -> None:
    text = "".join(row.text for page in pages for row in page.rows)
    if len(text) < LEAST:
        raise CcdiffError("no text in it: it is a scanned picture", where=str(path), remedy=RECOGNISE)
    if len(NOTHING.findall(text)) > UNREADABLE * len(text):
        raise CcdiffError("its fonts do not say which characters they show", where=str(path), remedy=RECOGNISE)


def _columns(found: list[Row], width: float) -> list[Row]:
    """Two columns of text that were merged line by line, taken apart: the left one first. Short cells are a table, not columns."""
    parted = [row for row in found if len(row.groups) == 2 and 0.4 * width < row.groups[1][0].box.left < 0.62 * width]
    long = [row for row in parted if min(map(len, row.cells)) > COLUMN_TEXT]
    if len(long) < COLUMN_ROWS or len(long) * 2 < len(found):
        return found
    left = [replace(row, words=row.groups[0]) if row in parted else row for row in found]
    right = [replace(row, words=row.groups[1]) for row in parted]
    return left + right


def _body_size(found: Iterable[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in found:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _running(pages: list[Page]) -> frozenset[str]:
    """Texts, digits masked, that stand in the margins of several pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({masked(row) for row in page.rows if in_margin(row, page.height)})
    return frozenset(text for text, count in counts.items() if count >= max(2, len(pages) * 0.15))
