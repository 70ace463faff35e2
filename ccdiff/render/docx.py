"""The note as a Word document, to be edited: the same blocks as the Markdown note, with headings, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ccdiff.model.comparison import Comparison
from ccdiff.render.blocks import Block, Fold, Grid, Items, Para
from ccdiff.render.clean import one_line
from ccdiff.render.messages import Messages
from ccdiff.render.note import note_parts, note_title, opening_blocks
from ccdiff.render.view import View
from ccdiff.render.word import file_bytes, new_document

SMALL = 9  # points of a table's text
PAGE = 16.0  # centimetres between the margins
NARROW, BROAD = 10, 20  # characters that a column's width is reckoned with, at least and at most


def comparison_docx(comparison: Comparison, say: Messages, *, audience: str = "secretariat") -> bytes:
    """The draft note as the bytes of a ``.docx`` file."""
    view = View(comparison, say)
    title = one_line(note_title(view))
    document = new_document(title, say.lang, comparison.new.date)
    document.add_heading(title, 0)
    _blocks(document, opening_blocks(view))
    for part in note_parts(view, audience):
        document.add_heading(one_line(part.title), 1)
        _blocks(document, part.blocks)
    return file_bytes(document)


def _blocks(document: Any, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Para):
            paragraph = document.add_paragraph(one_line(block.text))
            paragraph.paragraph_format.keep_with_next = block.text.endswith((":", "："))  # it leads to a list
        elif isinstance(block, Items):
            _items(document, block)
        elif isinstance(block, Grid):
            _grid(document, block)
        elif isinstance(block, Fold):
            document.add_heading(one_line(block.summary), 2)
            _blocks(document, block.blocks)


def _items(document: Any, block: Items) -> None:
    for lead, text in block.entries:
        paragraph = document.add_paragraph(style="List Number" if block.ordered else "List Bullet")
        if lead:
            paragraph.add_run(one_line(lead) + " ").bold = True
        paragraph.add_run(one_line(text))


def _grid(document: Any, block: Grid) -> None:
    table = document.add_table(rows=1 + len(block.rows), cols=len(block.head), style="Table Grid")
    table.autofit = False
    widths = _widths(block)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    rows = list(table.rows)
    _row(rows[0], block.head, block, widths, bold=True)
    _mark(rows[0], "w:tblHeader")  # printed again at the head of each page that the table runs on to
    for row, cells in zip(rows[1:], block.rows, strict=True):
        _row(row, cells, block, widths)
        _mark(row, "w:cantSplit")  # not parted by the end of a page
    document.add_paragraph().paragraph_format.space_after = 0


def _widths(block: Grid) -> list[Any]:
    """Columns as wide as their longest texts ask for, between a narrowest and a broadest."""
    from docx.shared import Cm

    longest = [max(len(row[column]) for row in (block.head, *block.rows)) for column in range(len(block.head))]
    shares = [min(max(length, NARROW), BROAD) for length in longest]
    return [Cm(PAGE * share / sum(shares)) for share in shares]


def _mark(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _row(row: Any, cells: Iterable[str], block: Grid, widths: list[Any], bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for column, (cell, text, width) in enumerate(zip(row.cells, cells, widths, strict=True)):
        cell.width = width
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(one_line(text))
        run.font.size, run.bold = Pt(SMALL), bold
        if column in block.right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
