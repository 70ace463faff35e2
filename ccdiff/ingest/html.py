"""Simple HTML files: what a browser shows of headings, paragraphs, lists, tables and footnotes, in order.

Scripts, styles, forms and hidden parts are no text; navigation and page footers are page furniture. Nothing that the page
names is ever fetched. A link to a place in the same page whose text is a number or an asterisk is a footnote's mark.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import DEFAULT, Limits
from ccdiff.ingest.signs import SUPERSCRIPT
from ccdiff.ingest.text import decode, require_short
from ccdiff.ingest.wordlists import spell
from ccdiff.model.report import Line, Source

CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# What a page declares of its own before its text: a parser of HTML takes the end of it for text.
DECLARED = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE[^<>\[]*\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
UNSHOWN = "script style template noscript head select option button textarea svg math object iframe audio video"
GONE = frozenset(UNSHOWN.split())
ASIDE = frozenset(("nav", "footer"))
APART = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table ul"
)
BLOCKS = frozenset(APART.split())
HEADINGS = {f"h{n}": f"heading:{n}" for n in range(1, 7)}
LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
MARK = re.compile(r"\s*[\[(]?\s*(\d{1,3}|\*{1,3})\s*[\])]?\s*")
NOTE_HEAD = re.compile(r"^(?:[\[(]?(?:\d{1,3}|\*{1,3})[\])]?\s*[.:]?|\^)\s*")
BACK = re.compile(r"\s*[↩↑⏎^]\ufe0e?\s*$")
SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
DEEPEST = 600  # elements inside each other; the parser itself gives up at 256


def read(path: Path, *, encoding: str | None = None, limits: Limits = DEFAULT) -> Source:
    """The lines of the HTML file at ``path``. Raises ``CcdiffError`` where it cannot be decoded or holds no text."""
    data = path.read_bytes()
    declared = CHARSET.search(data[:4096])
    text = decode(data, encoding or _codec(declared), str(path))
    require_short(text, path, limits)
    tree = _tree(text)
    lines = [] if tree is None else _Page(tree).lines()
    if not any(line.text for line in lines):
        raise CcdiffError("the page holds no text", where=str(path), remedy="give a page with text")
    return Source(path.name, "html", hashlib.sha256(data).hexdigest(), tuple(lines))


def _codec(declared: re.Match[bytes] | None) -> str | None:
    """The encoding that the page states, if it is one that is known; gb2312 is a part of gb18030."""
    import codecs

    name = declared.group(1).decode("ascii").lower() if declared else ""
    try:
        codec = codecs.lookup(name).name if name else ""
    except LookupError:
        return None
    return "gb18030" if codec in ("gb2312", "gbk") else codec if codec not in ("", "ascii", "utf-8") else None


def _tree(text: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(DECLARED.sub("", text.replace("\x00", "")).encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


class _Page:
    """The walk through one page."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.out: list[Line] = []
        self._pieces: list[str] = []
        self._notes = _called(tree)
        self._counts: list[int] = []

    def lines(self) -> list[Line]:
        self._block(self.tree, None, 0)
        self._flush(None)
        return self.out

    def _put(self, text: str, hint: str | None) -> None:
        self.out.append(Line(len(self.out) + 1, text, None, hint if text else None))

    def _flush(self, hint: str | None) -> None:
        """Ends the paragraph being read."""
        text = "".join(self._pieces)
        self._pieces.clear()
        found = [SPACE.sub(" ", line).strip() for line in text.split("\v")]
        if any(found):
            for line in found:
                if line:
                    self._put(line, hint)
            self._put("", None)

    def _block(self, node: Any, hint: str | None, depth: int) -> None:
        if not isinstance(node.tag, str) or node.tag in GONE or _hidden(node) or depth > DEEPEST:
            return
        if node.tag == "table" and _is_data(node):
            self._flush(hint)
            self._table(node, hint)
            return
        if node.get("id") in self._notes and node.tag in BLOCKS:
            self._flush(hint)
            self._note(node)
            return
        inner = "furniture" if node.tag in ASIDE else HEADINGS.get(node.tag, hint)
        if node.tag in BLOCKS or node.tag in ("tr", "td", "th"):
            self._flush(hint)
        self._list(node)
        self._inside(node, inner, depth)
        if node.tag in ("ol", "ul"):
            self._counts.pop()
        if node.tag in BLOCKS or node.tag in ("tr", "td", "th"):
            self._flush(inner)

    def _inside(self, node: Any, hint: str | None, depth: int) -> None:
        if node.tag == "pre":
            self._pieces.append("".join(node.itertext()).replace("\n", "\v"))
            return
        self._pieces.append(node.text or "")
        for child in node:
            if child.tag == "br":
                self._pieces.append("\v")
            elif child.tag == "sup" or (child.tag == "a" and (child.get("href") or "")[1:] in self._notes):
                self._pieces.append(self._raised(child))
            else:
                self._block(child, hint, depth + 1)
            self._pieces.append(child.tail or "")

    def _raised(self, node: Any) -> str:
        text = "".join(node.itertext()).strip()
        mark = MARK.fullmatch(text)
        return mark.group(1).translate(SUPERSCRIPT) if mark else text

    def _list(self, node: Any) -> None:
        """The number of a list's item, as a browser prints it."""
        if node.tag in ("ol", "ul"):
            start = node.get("start", "1")
            self._counts.append(int(start) if start.isdigit() and len(start) < 6 else 1)
        parent = node.getparent() if node.tag == "li" else None
        if parent is None or parent.tag != "ol" or not self._counts:
            return
        value = node.get("value", "")
        number = int(value) if value.isdigit() and len(value) < 6 else self._counts[-1]
        self._counts[-1] = number + 1
        style = parent.get("type", "1")
        label = spell(number, LIST_STYLES.get(style, "decimal"))
        self._pieces.append(f"({label}) " if style in ("a", "i") else f"{label}. ")

    def _note(self, node: Any) -> None:
        text = SPACE.sub(" ", "".join(_shown(node))).strip()
        text = BACK.sub("", NOTE_HEAD.sub("", text))
        self._put(f"{self._notes[node.get('id')].translate(SUPERSCRIPT)} {text}", "footnote")
        self._put("", None)

    def _table(self, table: Any, hint: str | None) -> None:
        for caption in table.iter("caption"):
            self._put(SPACE.sub(" ", "".join(_shown(caption))).strip(), hint)
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            texts = [SPACE.sub(" ", "".join(_shown(cell))).strip() for cell in cells]
            if any(texts):
                self._put("\t".join(texts), hint or "table")
        self._put("", None)


def _called(tree: Any) -> dict[str, str]:
    """Places in the page that a link with a number or an asterisk calls: the notes, with their marks."""
    found: dict[str, str] = {}
    for link in tree.iter("a"):
        mark = MARK.fullmatch("".join(link.itertext()))
        target = link.get("href") or ""
        if mark and target.startswith("#") and len(target) > 1:
            found.setdefault(target[1:], mark.group(1))
    return found


def _hidden(node: Any) -> bool:
    return node.get("hidden") is not None or bool(HIDDEN.search(node.get("style") or ""))


def _is_data(table: Any) -> bool:
    """A table of one column only lays out the page, and so does one that holds headings or further tables."""
    rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    inner = next(table.iterdescendants("table", *HEADINGS), None)
    return inner is None and max(rows, default=0) > 1


def _shown(node: Any) -> Iterator[str]:
    """The text under ``node`` that a browser shows."""
    if isinstance(node.tag, str) and node.tag not in GONE and not _hidden(node):
        yield node.text or ""
        for child in node:
            yield from _shown(child)
            yield " " if child.tag == "br" or child.tag in BLOCKS else ""
            yield child.tail or ""
