"""Paragraphs and items while they are read, under locators that are unique.

Locators of what prints no unique number: an unnumbered paragraph is its section, ``¶`` and its place there ("三¶2"); a number
that begins anew in an annex or a later chapter is ``附件¶1``, "1" being the printed number; a locator met a second time gets
``~2``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from ccdiff.model.record import draft
from ccdiff.parse.joining import Joiner, Text
from ccdiff.parse.patterns import complete
from ccdiff.parse.rows import Row


@draft
class Draft:
    """A paragraph or item: its text so far, footnote marks still in it.

    ``listing``: lines of a list stand at its end; ``bulleted``: the last line that began something began with a bullet.
    """

    id: str
    section: str
    kind: str
    number: str | None
    text: Text
    place: int
    parent: str | None = None
    lines: list[int] = field(default_factory=list)
    listing: bool = False
    bulleted: bool = False


class Drafts:
    """All drafts in reading order. ``root`` is the paragraph being read; ``headed``: a heading was read after it."""

    def __init__(self, joiner: Joiner) -> None:
        self.all: list[Draft] = []
        self.root: Draft | None = None
        self.latest_number: str | None = None
        self.headed = False
        self._joiner = joiner
        self._ids: Counter[str] = Counter()
        self._places: Counter[str] = Counter()

    @property
    def open(self) -> Draft | None:
        """The paragraph being read, or its latest item: what a line may go on with; ``None`` after a heading and below the front."""
        leaf = self.all[-1] if self.all and not self.headed else None
        return None if leaf is None or leaf.kind == "front" else leaf

    @property
    def before(self) -> str | None:
        """How the text ends that stands before; ``None`` where there is none to go on with."""
        leaf = self.open
        return None if leaf is None else leaf.text.tail

    @property
    def ended(self) -> bool:
        """Whether no sentence is open."""
        before = self.before
        return before is None or complete(before)

    @property
    def in_listing(self) -> bool:
        leaf = self.open
        return leaf is not None and leaf.listing

    def front(self, row: Row) -> None:
        """A line of the front matter: lines of its own in one paragraph."""
        if self.root is None:
            self._add("front", "front", "front", None, row, row.raw)
        else:
            self.root.text.new_line(row.raw)
            self.root.lines.append(row.number)

    def paragraph(self, section: str, locator: str, number: str | None, row: Row, text: str) -> Draft:
        """Begins a paragraph; without a ``locator`` its place in the section is its name."""
        self._places[section] += 1
        draft = self._add(locator or f"{section}¶{self._places[section]}", section, "paragraph", number, row, text)
        if number and draft.id == number:
            self.latest_number = number
        self.headed = False
        return draft

    def item(self, parent: str, label: str, row: Row, text: str) -> Draft:
        """Begins an item of the paragraph or item ``parent``."""
        assert self.root is not None
        root = self.root
        draft = self._add(parent + label, root.section, "item", label, row, text)
        draft.parent, self.root = parent, root
        return draft

    def _add(self, locator: str, section: str, kind: str, number: str | None, row: Row, text: str) -> Draft:
        self._ids[locator] += 1
        if self._ids[locator] > 1:
            locator = f"{locator}~{self._ids[locator]}"
        draft = Draft(locator, section, kind, number, Text(text, self._joiner), row.place, lines=[row.number])
        self.all.append(draft)
        self.root = draft
        return draft


def go_on(draft: Draft, row: Row, *, own_line: bool = False) -> None:
    """``row`` goes on with ``draft``, joined to its text or on a line of its own."""
    if own_line:
        draft.text.new_line(row.raw)
    else:
        draft.text.go_on(row.raw)
    draft.lines.append(row.number)
