"""Word files (.docx, .docm, .dotx): the text that a reader of the accepted document sees, in order.

Footnotes and endnotes, the numbers that Word computes for lists, text boxes and tracked changes are all read from the XML:
insertions count as accepted, deletions as gone. Macros, embedded objects and external links are never looked at. The first
page's header is the masthead in the house style of the United Nations; all other headers and footers are page furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import DEFAULT, Limits
from ccdiff.ingest.package import SAVE_AGAIN, Package
from ccdiff.ingest.signs import SENTENCE_END, SYMBOL, TABLE_MARK
from ccdiff.ingest.wordlists import Numbering
from ccdiff.ingest.wordstyles import Styles, W
from ccdiff.ingest.wordtext import Texts, blocks, cells, inside, tidy
from ccdiff.model.report import Line, Source

REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LONGEST_HEADING = 200  # characters of a line that is a heading by its bold type alone
DATA_ROWS = 3  # rows of two filled cells that make a table of data; the masthead's layout has two
FIRST = re.compile(r"1[.．、]\s")


def read(path: Path, *, limits: Limits = DEFAULT) -> Source:
    """The lines of the Word file at ``path``. Raises ``CcdiffError`` where it is broken, encrypted or a bomb."""
    data = path.read_bytes()
    try:
        lines, notes = _Document(Package(data, path, limits)).lines()
    except CcdiffError as error:
        raise error if error.where else CcdiffError(error.what, where=str(path), remedy=error.remedy) from error
    except Exception as error:  # any damage inside the package: lxml and zipfile raise many kinds
        raise CcdiffError(
            f"not a readable Word file ({type(error).__name__})", where=str(path), remedy=SAVE_AGAIN
        ) from error
    if not any(line.text.strip() for line in lines):
        raise CcdiffError("the Word file holds no text", where=str(path), remedy="give a file with text")
    return Source(path.name, "docx", hashlib.sha256(data).hexdigest(), tuple(lines), notes)


class _Document:
    """The walk through one document: its parts, styles, lists and notes, and the lines found so far."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.relations = package.relations(package.main)
        self.tree = package.xml(package.main)
        self.styles = Styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"), self.styles)
        self.texts = Texts(package.limits.deepest)
        self.notes_text = {kind: _notes(self._part(f"{kind}s")) for kind in ("footnote", "endnote")}
        self.out: list[Line] = []
        self.headed = (
            False  # whether a heading or numbered paragraph has been met: before it, tables lay out the masthead
        )
        self.after_table = False
        self._carried = ""  # the text of a paragraph whose mark is deleted: it runs on into the next

    def _part(self, kind: str) -> Any:
        name = next((part for _, relation, part in self.relations if relation == kind), None)
        return None if name is None else self.package.xml(name)

    def lines(self) -> tuple[list[Line], tuple[str, ...]]:
        """All lines in reading order, and the notes on how they were read."""
        headers = dict(self._headers())
        for text in headers.pop("first-header", ()):
            self._put(text, None)
        body = self.tree.find(f"{W}body")
        for block in () if body is None else blocks(body):
            self._block(block)
        self._end_table()
        self._uncalled()
        for texts in headers.values():
            for text in texts:
                self._put(text, "furniture")
        return self.out, tuple(sorted(self.texts.notes))

    def _put(self, text: str, hint: str | None) -> None:
        for piece in text.split("\n"):
            piece = piece.strip(" ") if hint == "table" else piece.strip()  # a table row's first cell may be empty
            self.out.append(Line(len(self.out) + 1, piece, None, hint if piece.strip() else None))

    def _headers(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The texts of headers and footers, each distinct one once; the first page's header apart."""
        references = self.tree.iter(f"{W}headerReference")
        first = next((ref.get(REL_ID) for ref in references if ref.get(f"{W}type") == "first"), None)
        seen: set[tuple[str, ...]] = set()
        for identity, kind, part in sorted(self.relations):
            tree = self.package.xml(part) if kind in ("header", "footer") else None
            if tree is None:
                continue
            found = (text for p in tree.iter(f"{W}p") for text in self._plain(p).split("\n"))
            texts = tuple(text for text in found if text)
            if texts and texts not in seen:
                seen.add(texts)
                yield ("first-header" if identity == first else identity), texts

    def _plain(self, paragraph: Any) -> str:
        return tidy(self.texts.of(paragraph).text)

    def _block(self, block: Any) -> None:
        if block.tag == f"{W}tbl":
            self._end_table()
            self._table(block)
            self.after_table = True
        else:
            self._paragraph(block)

    def _paragraph(self, paragraph: Any) -> None:
        identity = _style_of(paragraph) or self.styles.default
        found = self.texts.of(paragraph, self.styles.get(identity))
        text = tidy(self._carried + found.text)
        self._carried = ""
        if text and _mark_deleted(paragraph):
            self._carried, text = f"{text} " if text[-1:].isascii() else text, ""
        label = self.numbering.label(paragraph, identity) if text else ""
        if text:
            hint = self._hint(identity, text, found.bold)
            self.headed = (
                self.headed or bool(hint and hint.startswith("heading:")) or bool(FIRST.match(f"{label} {text}"))
            )
            text = TABLE_MARK.sub("", text) if hint and hint.startswith("heading:") else text
            if hint != "table":
                self._end_table()
            self._put(f"{label} {text}" if label else text, hint)
        if not self.after_table:
            self._put("", None)
        for box in found.boxes:
            for block in blocks(box):
                self._block(block)
        self._called(found.called)

    def _end_table(self) -> None:
        """What follows a table is no longer of it: a blank line parts them."""
        if self.after_table:
            self._put("", None)
        self.after_table = False

    def _hint(self, identity: str, text: str, bold: bool) -> str | None:
        hint = self.styles.hint(identity)
        if hint == "note":
            return "table" if self.after_table else None
        if hint is None and bold and not self.styles.masthead(identity) and len(text) <= LONGEST_HEADING:
            return "heading:0" if not SENTENCE_END.search(text) and "\n" not in text else None
        return hint

    def _called(self, called: list[tuple[str, str]]) -> None:
        for kind, number in called:
            note = self.notes_text[kind].pop(number, None)
            if note is not None:
                self._note(self.texts.marks[kind, number], note)

    def _note(self, mark: str, note: Any) -> None:
        self._end_table()
        text = " ".join(filter(None, (self._plain(p).replace("\n", " ") for p in note.iter(f"{W}p"))))
        self._put(f"{mark} {text.removeprefix(mark).lstrip()}", "footnote")
        self._put("", None)

    def _uncalled(self) -> None:
        """Notes that nothing in the text calls stand in the file all the same; Word does not print them."""
        for notes in self.notes_text.values():
            for note in notes.values():
                for paragraph in note.iter(f"{W}p"):
                    self._put(self._plain(paragraph), "furniture")

    # -- tables

    def _table(self, table: Any) -> None:
        called: list[tuple[str, str]] = []
        rows = [row for row in table.iter(f"{W}tr") if not inside(row, f"{W}tbl", table) and not _row_deleted(row)]
        found = [list(cells(row)) for row in rows]
        if sum(map(len, found)) == 1:
            for block in blocks(found[0][0]):
                self._block(block)
            return
        texts = [[text for cell in row for text in self._cell(cell, called)] for row in found]
        layout = not self.headed and not _is_data(texts)
        for row in texts if layout else _used(texts):
            if layout:
                for cell in row:
                    self._put(cell, None)
            elif any(row):
                self._put("\t".join(" ".join(cell.split()) for cell in row), "table")
        self._called(called)

    def _cell(self, cell: Any, called: list[tuple[str, str]]) -> list[str]:
        """The text of a cell, and an empty one for each further column that it spans."""
        texts = []
        for paragraph in cell.iter(f"{W}p"):
            found = self.texts.of(paragraph)
            called += found.called
            texts += [tidy(found.text)]
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        columns = span.get(f"{W}val", "1") if span is not None else "1"
        return ["\n".join(filter(None, texts)), *[""] * (min(int(columns), 60) - 1 if columns.isdigit() else 0)]


def _used(rows: list[list[str]]) -> list[list[str]]:
    """The rows without columns that are empty throughout: narrow ones that Word users draw to part two others."""
    wide = max(map(len, rows), default=0)
    kept = [k for k in range(wide) if any(row[k] for row in rows if k < len(row))]
    return [[row[k] for k in kept if k < len(row)] for row in rows]


def _is_data(rows: list[list[str]]) -> bool:
    """A table before the first heading lays out the masthead, unless it has rows and columns to be a table of its own."""
    symbol = any(SYMBOL.match(cell.strip()) for row in rows for cell in row)
    return not symbol and sum(sum(map(bool, row)) > 1 for row in rows) >= DATA_ROWS


def _style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _mark_deleted(paragraph: Any) -> bool:
    """Whether the paragraph's end is deleted or moved away in the tracked changes."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(properties.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _row_deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _notes(tree: Any) -> dict[str, Any]:
    """Footnotes or endnotes by id, without Word's separators."""
    notes = () if tree is None else [n for n in tree if n.tag in (f"{W}footnote", f"{W}endnote")]
    return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") in (None, "normal")}
