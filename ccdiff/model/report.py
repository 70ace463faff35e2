"""A report as it was read: the source's lines, then sections, paragraphs, items, footnotes and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from ccdiff.model.record import record


@record
class Line:
    """One line of a source.

    ``number`` counts from 1 in the file (in Word and PDF: in reading order). ``hint`` is what a reader that sees the
    layout knows and plain text does not: ``"heading:2"``, ``"footnote"``, ``"table"`` (cells joined by tabs), ``"furniture"``
    (running heads, page numbers), ``"body"`` (a whole paragraph, surely no heading), ``"title"`` (the title that a file's own fields name), ``"soft"`` (goes on with the paragraph of
    the line before); ``None`` where it knows nothing.
    """

    number: int
    text: str
    page: int | None = None
    hint: str | None = None


@record
class Source:
    """The lines of a file, in reading order. ``name`` is the file's name without its folder; ``notes`` are for the reader."""

    name: str
    format: str
    sha256: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


@record
class Section:
    """A heading and the paragraphs directly under it. ``id``, ``parent`` and ``paragraphs`` are locators (see docs/glossary.md).

    ``number`` is the numeral as printed without its point ("三", "A", "1"), or ``None``; ``level`` counts from 1 (0: front).
    """

    id: str
    number: str | None
    title: str
    level: int
    parent: str | None
    paragraphs: tuple[str, ...]


@record
class Paragraph:
    """A numbered or unnumbered paragraph, an article, or a lettered item (``kind``: "paragraph", "item", "front").

    ``text`` is what a reader reads: lines and pages joined, footnote marks and markup taken out, words and punctuation
    untouched; list lines inside it (agenda items) stay lines of their own. ``parent`` is set on items: the paragraph they
    belong to. ``lines`` are the numbers of the source lines it was read from.
    """

    id: str
    section: str
    text: str
    footnotes: tuple[str, ...] = ()
    number: str | None = None
    kind: str = "paragraph"
    parent: str | None = None
    lines: tuple[int, ...] = ()


@record
class Footnote:
    """``paragraph`` is the locator where the mark stood: a paragraph's, a section's (mark in its heading), or ``None``."""

    id: str
    mark: str
    text: str
    paragraph: str | None
    lines: tuple[int, ...] = ()


@record
class Table:
    """``rows`` of cells as read; ``section`` is the locator of the section that holds it."""

    section: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()


@record
class SetAside:
    """A line, or part of one, that was not taken as text, and why (a stable id, see ``render/messages``: "page-line" ...)."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report, read. ``date`` is ISO ("2019-07-02") or ``None``; ``language`` a code ("zh", "en").

    ``id`` names files (``CAC-COSP-EG.1-2019-4``); ``symbol`` is the document symbol or a handle.
    """

    id: str
    symbol: str
    title: str
    body: str | None
    meeting: str | None
    date: str | None
    language: str
    sha256: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...] = ()
    tables: tuple[Table, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[str, ...] = ()
    _by_id: dict[str, Paragraph] = field(init=False, repr=False, compare=False, hash=False)
    _sections: dict[str, Section] = field(init=False, repr=False, compare=False, hash=False)
    _footnotes: dict[str, Footnote] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {p.id: p for p in self.paragraphs})
        object.__setattr__(self, "_sections", {s.id: s for s in self.sections})
        object.__setattr__(self, "_footnotes", {f.id: f for f in self.footnotes})

    def paragraph(self, locator: str) -> Paragraph:
        """The paragraph or item at ``locator``. Raises ``KeyError``."""
        return self._by_id[locator]

    def section(self, locator: str) -> Section:
        """The section at ``locator``. Raises ``KeyError``."""
        return self._sections[locator]

    def text(self, locator: str) -> str:
        """The text at a paragraph's or a footnote's locator. Raises ``KeyError``."""
        if locator in self._by_id:
            return self._by_id[locator].text
        return self._footnotes[locator].text

    def has(self, locator: str) -> bool:
        """Whether ``locator`` names a paragraph, footnote or section of this report."""
        return locator in self._by_id or locator in self._footnotes or locator in self._sections
