"""The text of a Word paragraph: runs in order, tracked changes accepted, marks of notes in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.ingest.package import SAVE_AGAIN
from ccdiff.ingest.signs import RAISED_DIGITS, SUPERSCRIPT
from ccdiff.ingest.wordstyles import Style, W, bold, switched

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# What is no text of the accepted document: deletions, field codes, properties, the older twin of a drawing, readings over characters
GONE = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "rt")} | {f"{MC}Fallback"}
OPENED = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")} | {
    f"{MC}AlternateContent",
    f"{MC}Choice",
}
CHARACTERS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
RAISED = re.compile(r"\s*(?:\d+|[a-k](?:,\s?[a-k])*)\s*")  # a note's mark, or the power of a unit; not the "th" of 5th


@dataclass(slots=True)
class Found:
    """A paragraph's text, the notes that it calls, the text boxes in it, and whether all of it is set in bold."""

    text: str
    called: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    bold: bool = False


class Texts:
    """Reads paragraphs, and keeps the count of the document's notes. ``notes``: stable ids of what a reader should know."""

    def __init__(self, deepest: int) -> None:
        self._deepest = deepest
        self.marks: dict[tuple[str, str], str] = {}
        self.notes: set[str] = set()

    def of(self, node: Any, style: Style | None = None) -> Found:
        """The text under a paragraph; text boxes inside are left for later."""
        found = Found("")
        pieces: list[str] = []
        weights: list[bool] = []
        stack = [(iter(node), style or Style(), "")]
        while stack:
            children, look, raised = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                continue
            if not isinstance(child.tag, str) or self._gone(child):
                continue
            if child.tag == f"{W}txbxContent":
                found.boxes.append(child)
                continue
            text = self._text(child, found.called)
            text = _raise(text) if raised else text
            if text and pieces and text[0] in RAISED_DIGITS and pieces[-1][-1] in RAISED_DIGITS:
                text = f" {text}"  # two notes called at one place: ¹ and ², not ¹²
            pieces += [text] if text else []
            if text.strip():
                weights.append(look.bold)
            if len(stack) > self._deepest:
                raise CcdiffError("the Word file nests deeper than any document", remedy=SAVE_AGAIN)
            if child.tag == f"{W}r":
                look, raised = Style(bold=bold(child, style or Style())), "up" if _superscript(child) else ""
            stack.append((iter(child), look, raised))
        found.text, found.bold = "".join(pieces), bool(weights) and all(weights)
        return found

    def _gone(self, child: Any) -> bool:
        if child.tag in (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"):
            self.notes.add("tracked-changes-accepted")
        if child.tag == f"{W}r" and switched(child, "vanish"):
            self.notes.add("hidden-text-left-out")
            return True
        return child.tag in GONE

    def _text(self, child: Any, called: list[tuple[str, str]]) -> str:
        if child.tag in (f"{W}t", f"{MATH}t"):
            return child.text or ""
        if child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            return self._mark(child, called)
        if child.tag == f"{W}br":
            return "" if child.get(f"{W}type") in ("page", "column") else "\n"
        return CHARACTERS.get(child.tag, "")

    def _mark(self, reference: Any, called: list[tuple[str, str]]) -> str:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        number = reference.get(f"{W}id", "")
        called.append((kind, number))
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            follows = reference.getnext()
            self.marks[kind, number] = (follows.text if follows is not None and follows.text else "*").strip()
            return ""
        count = sum(1 for mark in self.marks.values() if mark.strip(RAISED_DIGITS) == "") + 1
        return self.marks.setdefault((kind, number), str(count).translate(SUPERSCRIPT))


def _superscript(run: Any) -> bool:
    own = run.find(f"{W}rPr/{W}vertAlign")
    return own is not None and own.get(f"{W}val") == "superscript"


def _raise(text: str) -> str:
    return text.translate(SUPERSCRIPT) if RAISED.fullmatch(text) else text


def tidy(text: str) -> str:
    """``text`` with single spaces, without soft hyphens, and without blank lines at either end."""
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.replace("\u00ad", "").split("\n"))
    return "\n".join(lines).strip("\n")


def blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables of a body, a cell or a text box, in order; content controls and the like opened."""
    stack = [iter(parent)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in OPENED:
            stack.append(iter(child))


def cells(row: Any) -> Iterator[Any]:
    """The cells of a table's row, without those of tables inside them."""
    return (cell for cell in row.iter(f"{W}tc") if not inside(cell, f"{W}tc", row))


def inside(node: Any, tag: str, top: Any = None) -> bool:
    """Whether an ancestor of ``node``, below ``top``, is a ``tag``."""
    above = node.getparent()
    while above is not None and above is not top:
        if above.tag == tag:
            return True
        above = above.getparent()
    return False
