"""Word files (.docx, .docm, .dotx). python-docx opens the package; the reading of the text is our own.

python-docx leaves out what a report needs: footnotes and endnotes, the numbers that Word computes for lists, text boxes, and
tracked changes. These are read from the XML here: insertions count as accepted, deletions as gone. Macros and external links
are never looked at. The first page's header is the masthead in the house style of the United Nations; all other headers and
footers are page furniture.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.ingest.wordlists import Numbering
from ccdiff.model.report import Line, Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LARGEST = 200 * 1024 * 1024  # bytes of a file when unpacked; the longest UN reports in Word unpack to some 20 MB
DENSEST = 200  # times smaller packed than unpacked; documents reach about 60, bombs 1,000 and more
DEEPEST = 200  # levels of XML; Word's own nest about 40 deep

GONE = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{MC}Fallback", f"{W}pPr", f"{W}rPr"}
# House styles of the United Nations, by style name, and Word's own: "_ H _Ch" (chapter), "_ H_1", "_ H_2/3", "_ H_4", "heading 2".
HEADING_STYLE = re.compile(
    r"^(?:heading\s*(?P<word>[1-9])|_?\s*h\s*_?\s*(?P<house>ch|\d)(?:/\d)?(?:_?g)?)$", re.IGNORECASE
)
BODY_STYLE = re.compile(r"single\s*txt|body text|normal_?pool", re.IGNORECASE)
MASTHEAD_STYLE = re.compile(
    r"title|agenda|session|meeting", re.IGNORECASE
)  # they have outline levels, but head no section
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(path: Path) -> Source:
    """The lines of the Word file at ``path``. Raises ``CcdiffError`` where it is broken, encrypted or a bomb."""
    data = path.read_bytes()
    _guard(data, path)
    try:
        lines, notes = _Document(data).lines()
    except CcdiffError:
        raise
    except Exception as error:  # any damage inside the package: lxml, python-docx and zipfile raise many kinds
        raise CcdiffError(
            f"not a readable Word file ({type(error).__name__})", where=str(path), remedy=SAVE_AGAIN
        ) from error
    if not any(line.text.strip() for line in lines):
        raise CcdiffError("the Word file holds no text", where=str(path), remedy="give a file with text")
    return Source(path.name, "docx", hashlib.sha256(data).hexdigest(), tuple(lines), notes)


SAVE_AGAIN = "open it in Word or LibreOffice and save it again as .docx"


def _guard(data: bytes, path: Path) -> None:
    """Refuse encrypted files and zip bombs before anything is unpacked."""
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise CcdiffError(
            "encrypted, or an old .doc file", where=str(path), remedy="save it as .docx without a password"
        )
    try:
        sizes = [(entry.file_size, entry.compress_size) for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()]
    except zipfile.BadZipFile as error:
        raise CcdiffError("not a Word file, or cut short", where=str(path), remedy=SAVE_AGAIN) from error
    whole = sum(size for size, _ in sizes)
    dense = any(size > 2**20 and size > DENSEST * max(1, packed) for size, packed in sizes)
    if whole > LARGEST or dense:
        raise CcdiffError(f"unpacks to {whole:,} bytes, which no report does", where=str(path), remedy=SAVE_AGAIN)


class _Document:
    """One opened package: its parts, styles, lists and notes."""

    def __init__(self, data: bytes) -> None:
        from docx.opc.package import OpcPackage

        package = OpcPackage.open(io.BytesIO(data))
        self.main = package.main_document_part
        self.body = _xml(self.main.blob)
        self.styles = _styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"), self.styles)
        self.notes_text = {kind: _notes(self._part(f"{kind}s")) for kind in ("footnote", "endnote")}
        self.marks: dict[tuple[str, str], str] = {}
        self.out: list[Line] = []
        self.tracked = False
        self.headed = (
            False  # whether a heading or numbered paragraph has been met: before it, tables lay out the masthead
        )

    def _part(self, kind: str) -> Any:
        parts = (
            rel.target_part
            for rel in self.main.rels.values()
            if not rel.is_external and rel.reltype.endswith(f"/{kind}")
        )
        part = next(parts, None)
        return None if part is None else _xml(part.blob)

    def lines(self) -> tuple[list[Line], tuple[str, ...]]:
        """All lines in reading order, and the notes on how they were read."""
        headers = dict(self._headers())
        masthead = headers.pop("first-header", ())
        for text in masthead:
            self._put(text, None)
        body = self.body.find(f"{W}body")
        for block in () if body is None else _blocks(body):
            self._block(block)
        for texts in headers.values():
            for text in texts:
                self._put(text, "furniture")
        return self.out, ("tracked-changes-accepted",) if self.tracked else ()

    def _put(self, text: str, hint: str | None) -> None:
        for piece in text.split("\n"):
            piece = piece.strip(" ") if hint == "table" else piece.strip()  # a table row's first cell may be empty
            self.out.append(Line(len(self.out) + 1, piece, None, hint if piece.strip() else None))

    def _headers(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The texts of headers and footers, each distinct one once; the first page's header apart."""
        first = next(
            (ref.get(_REL_ID) for ref in self.body.iter(f"{W}headerReference") if ref.get(f"{W}type") == "first"), None
        )
        seen: set[tuple[str, ...]] = set()
        for rel_id, rel in sorted(self.main.rels.items()):
            if rel.is_external or not rel.reltype.endswith(("/header", "/footer")):
                continue
            texts = tuple(
                t for p in _xml(rel.target_part.blob).iter(f"{W}p") for t in self._cell_text(p).split("\n") if t
            )
            if texts and texts not in seen:
                seen.add(texts)
                yield ("first-header" if rel_id == first else rel_id), texts

    def _cell_text(self, paragraph: Any) -> str:
        return _tidy("".join(self._texts(paragraph, [])))

    def _block(self, block: Any) -> None:
        if block.tag == f"{W}tbl":
            self._table(block)
        else:
            self._paragraph(block)

    def _paragraph(self, paragraph: Any) -> None:
        called: list[tuple[str, str]] = []
        boxes = [box for box in paragraph.iter(f"{W}txbxContent") if not _inside(box, f"{MC}Fallback")]
        text = _tidy("".join(self._texts(paragraph, called)))
        style = _style_of(paragraph)
        label = self.numbering.label(paragraph, style) if text else ""
        if text:
            hint = self._hint(style)
            self.headed = (
                self.headed or bool(hint and hint.startswith("heading")) or bool(re.match(r"1\.\s", f"{label} {text}"))
            )
            self._put(f"{label} {text}" if label else text, hint)
        self._put("", None)
        for box in boxes:
            for block in _blocks(box):
                self._block(block)
        for kind, number in called:
            self._note(kind, number)

    def _hint(self, style: str) -> str | None:
        name, outline = self.styles.get(style, ("", None))[:2]
        match = HEADING_STYLE.match(name)
        if match:
            house = match.group("house")
            level = int(match.group("word")) if match.group("word") else 1 if house.lower() == "ch" else int(house) + 1
            return f"heading:{level}"
        if BODY_STYLE.search(name):
            return "body"
        if outline is None or outline > 5 or MASTHEAD_STYLE.search(name):
            return None
        return f"heading:{outline + 1}"

    def _note(self, kind: str, number: str) -> None:
        note = self.notes_text[kind].get(number)
        if note is not None:
            text = " ".join(filter(None, (self._cell_text(p) for p in note.iter(f"{W}p"))))
            self._put(f"{self.marks[kind, number]} {text.replace(chr(10), ' ')}", "footnote")
            self._put("", None)

    def _texts(self, node: Any, called: list[tuple[str, str]]) -> Iterable[str]:
        """The text under ``node``; footnotes called in it are added to ``called``. Text boxes inside are left for later."""
        stack = [iter(node)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                continue
            if child.tag in GONE or child.tag == f"{W}txbxContent":
                self.tracked = self.tracked or child.tag in (f"{W}del", f"{W}moveFrom")
                continue
            self.tracked = self.tracked or child.tag in (f"{W}ins", f"{W}moveTo")
            yield self._text(child, called)
            if len(stack) > DEEPEST:
                raise CcdiffError("the Word file nests deeper than any document", remedy=SAVE_AGAIN)
            stack.append(iter(child))

    def _text(self, child: Any, called: list[tuple[str, str]]) -> str:
        if child.tag == f"{W}t":
            return child.text or ""
        if child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            return self._mark(child, called)
        if child.tag == f"{W}br":
            return "" if child.get(f"{W}type") in ("page", "column") else "\n"
        return {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}.get(child.tag, "")

    def _mark(self, reference: Any, called: list[tuple[str, str]]) -> str:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        number = reference.get(f"{W}id", "")
        called.append((kind, number))
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            follows = reference.getnext()
            self.marks[kind, number] = (follows.text if follows is not None and follows.text else "*").strip()
            return ""
        count = sum(1 for mark in self.marks.values() if mark.strip("⁰¹²³⁴⁵⁶⁷⁸⁹") == "") + 1
        mark = self.marks.setdefault((kind, number), str(count).translate(SUPERSCRIPT))
        return mark

    def _table(self, table: Any) -> None:
        rows = [
            [_tidy("\n".join(t for t in map(self._cell_text, cell.iter(f"{W}p")) if t)) for cell in _cells(row)]
            for row in table.iter(f"{W}tr")
            if not _inside(row, f"{W}tbl", table)
        ]
        for row in rows:
            if not self.headed:
                for cell in row:
                    self._put(cell, None)
            elif any(row):
                self._put("\t".join(" ".join(cell.split()) for cell in row), "table")
        self._put("", None)


_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _xml(blob: bytes) -> Any:
    """``blob`` as a tree; entities are never resolved, nothing is fetched, and a document type declaration is refused."""
    from lxml import etree

    if b"<!DOCTYPE" in blob[:4096] or b"<!ENTITY" in blob:
        raise CcdiffError("the Word file declares XML entities, which Word never does", remedy=SAVE_AGAIN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(blob, parser)


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables of a body, a cell or a text box, in order, content controls and custom XML opened."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins"):
            yield from _blocks(child)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row.iter(f"{W}tc") if not _inside(cell, f"{W}tc", row))


def _inside(node: Any, tag: str, top: Any = None) -> bool:
    """Whether an ancestor of ``node``, below ``top``, is a ``tag``."""
    above = node.getparent()
    while above is not None and above is not top:
        if above.tag == tag:
            return True
        above = above.getparent()
    return False


def _style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _styles(tree: Any) -> dict[str, tuple[str, int | None, Any]]:
    """Style id -> its name, its outline level (0 the highest), its list properties."""
    found: dict[str, tuple[str, int | None, Any]] = {}
    for style in () if tree is None else tree.iter(f"{W}style"):
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        level = outline.get(f"{W}val", "") if outline is not None else ""
        found[style.get(f"{W}styleId", "")] = (
            "" if name is None else name.get(f"{W}val", ""),
            int(level) if level.isdigit() else None,
            style.find(f"{W}pPr/{W}numPr"),
        )
    return found


def _notes(tree: Any) -> dict[str, Any]:
    """Footnotes or endnotes by id, without Word's separators."""
    notes = () if tree is None else [n for n in tree if n.tag in (f"{W}footnote", f"{W}endnote")]
    return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") in (None, "normal")}


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.replace("\u00ad", "").split("\n"))
    return "\n".join(lines).strip("\n")
