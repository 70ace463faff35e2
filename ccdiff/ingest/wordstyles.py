"""What the styles of a Word file say: which paragraphs are headings, body text, contents or notes, and what is set in bold.

The house styles of the United Nations are known by their names, as New York ("H1", "H23", "Single Txt") and Geneva
("_ H_2/3_G", "_ Single Txt_G") write them; other styles by their outline level or what they are based on.
"""

from __future__ import annotations

import re
from typing import Any

from ccdiff.model.record import record

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# "_ H _Ch_G", "HCh", "H1", "_ H_2/3", "H23", "H_56"; and Word's own "heading 2"
HEADING = re.compile(
    r"^(?:heading\s*(?P<word>[1-9])|_?\s*h\s*_?\s*(?P<house>ch|m|\d)(?:/?\d)?\s*_?\s*g?)$", re.IGNORECASE
)
BODY = re.compile(r"single\s*txt|body\s*text|normal_?pool|plain text", re.IGNORECASE)
MASTHEAD = re.compile(r"title|agenda|session|meeting", re.IGNORECASE)  # they have outline levels, but head no section
CONTENTS = re.compile(r"^(?:toc(?:\s*\d|\s+heading)?|table of figures)$", re.IGNORECASE)
NOTE = re.compile(r"^_?\s*(?:footnote text|endnote text|fn|table\s?note)(?:_g)?$", re.IGNORECASE)
DEEPEST = 5  # outline levels below this number (0 the highest) are headings; 9 is body text
MOST_BASES = 20  # styles that one may be based on in turn; a ring of styles ends there
ON = (None, "1", "true", "on")


@record
class Style:
    """A style with what it inherits. ``outline`` counts from 0, the highest; ``numbering`` are its list properties."""

    name: str = ""
    outline: int | None = None
    numbering: Any = None
    bold: bool = False


class Styles:
    """The styles of one document by id."""

    def __init__(self, tree: Any) -> None:
        self._nodes = {} if tree is None else {s.get(f"{W}styleId", ""): s for s in tree.iter(f"{W}style")}
        self._known: dict[str, Style] = {}
        default = (
            k for k, s in self._nodes.items() if s.get(f"{W}default") in ("1", "true") and _kind(s) == "paragraph"
        )
        self.default = next(default, "")

    def get(self, identity: str) -> Style:
        """The style of this id; a style that says nothing where there is none."""
        if identity not in self._known:
            self._known[identity] = self._read(identity)
        return self._known[identity]

    def _read(self, identity: str) -> Style:
        nodes: list[Any] = []
        node = self._nodes.get(identity)
        while node is not None and len(nodes) < MOST_BASES:
            nodes.append(node)
            based = node.find(f"{W}basedOn")
            node = None if based is None else self._nodes.get(based.get(f"{W}val", ""))
        name = None if not nodes else nodes[0].find(f"{W}name")
        levels = (n.find(f"{W}pPr/{W}outlineLvl") for n in nodes)
        level = next((found.get(f"{W}val", "") for found in levels if found is not None), "")
        lists = (n.find(f"{W}pPr/{W}numPr") for n in nodes)
        weights = (n.find(f"{W}rPr/{W}b") for n in nodes)
        weight = next((found for found in weights if found is not None), None)
        return Style(
            "" if name is None else name.get(f"{W}val", ""),
            int(level) if level.isdigit() else None,
            next((found for found in lists if found is not None), None),
            weight is not None and weight.get(f"{W}val") in ON,
        )

    def hint(self, identity: str) -> str | None:
        """What a paragraph of this style is, as a line's hint; ``None`` where the style does not say."""
        style = self.get(identity)
        match = HEADING.match(style.name)
        if match:
            house = (match.group("house") or "").lower()
            level = int(match.group("word")) if match.group("word") else int(house) + 1 if house.isdigit() else 1
            return f"heading:{min(level, 9)}"
        if CONTENTS.match(style.name):
            return "contents"
        if NOTE.match(style.name):
            return "note"
        if BODY.search(style.name):
            return "body"
        if style.outline is None or style.outline > DEEPEST or MASTHEAD.search(style.name):
            return None
        return f"heading:{style.outline + 1}"

    def masthead(self, identity: str) -> bool:
        """Whether the style is one of the title page's."""
        return bool(MASTHEAD.search(self.get(identity).name))


def _kind(style: Any) -> str:
    return str(style.get(f"{W}type", ""))


def bold(run: Any, style: Style) -> bool:
    """Whether a run is set in bold, itself or by its paragraph's style."""
    own = run.find(f"{W}rPr/{W}b")
    return style.bold if own is None else own.get(f"{W}val") in ON


def switched(run: Any, name: str) -> bool:
    """Whether a run property such as ``vanish`` is on."""
    own = run.find(f"{W}rPr/{W}{name}")
    return own is not None and own.get(f"{W}val") in ON
