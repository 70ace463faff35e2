"""The walk through the running text: sections opened, paragraphs and items begun, lines that go on joined to them.

Locators of what prints no unique number: an unnumbered paragraph is its section, ``¶`` and its place there ("三¶2"); a number
that begins anew in an annex is ``附件¶1``, "1" being the printed number; a locator met a second time gets ``~2``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ccdiff.model.report import Table
from ccdiff.parse.footnotes import Fragment
from ccdiff.parse.headings import Heading, Outline, Words, choose, plain_heading, readings, shaped
from ccdiff.parse.items import Items
from ccdiff.parse.joining import Joiner
from ccdiff.parse.numbering import Numbered, Numbering
from ccdiff.parse.patterns import BULLET, DECIMAL, ITEM, LEADS_IN, complete, width
from ccdiff.parse.rows import Row
from ccdiff.parse.tables import cells

OUTSIDE = 60  # width that a numbered line outside the series must have to be a paragraph all the same
YEARS = range(1900, 2100)  # a line that begins with such a number begins with a year, unless the series is that long
HARD_WRAPPED = 0.5  # share of lines that end inside a sentence above which a text's lines are those of its page


@dataclass(slots=True)
class Draft:
    """A paragraph or item while reading. ``fragment.raw`` is its text so far, footnote marks still in it."""

    id: str
    section: str
    kind: str
    number: str | None
    fragment: Fragment
    parent: str | None = None
    lines: list[int] = field(default_factory=list)
    listing: bool = False  # lines of a list ("1. 会议开幕。") stand at its end


@dataclass(slots=True)
class Layout:
    """How the text is set: ``wrapped``: its lines are those of a page; ``measure``: how wide such a line is."""

    wrapped: bool
    measure: int


def layout(flow: Sequence[Row]) -> Layout:
    """Whether lines break inside sentences, judged by the lines that another follows without a gap."""
    inner = [row for row, after in zip(flow, flow[1:], strict=False) if not after.gap]
    unended = sum(not complete(row.raw) and width(row.raw) > 30 for row in inner)
    widths = sorted(min(width(row.raw), 1000) for row in inner)
    return Layout(
        len(inner) >= 8 and unended > HARD_WRAPPED * len(inner), widths[int(len(widths) * 0.9)] if widths else 0
    )


class Builder:
    """Reads the flow from its first row to its last; what it found stands in its fields."""

    def __init__(
        self,
        flow: Sequence[Row],
        numbering: Numbering,
        articles: dict[int, tuple[str, int]],
        words: Words,
        joiner: Joiner,
    ) -> None:
        self.flow, self.numbering, self.articles, self.words, self.joiner = flow, numbering, articles, words, joiner
        self.outline = Outline()
        self.drafts: list[Draft] = []
        self.titles: list[Fragment] = []
        self.tables: list[Table] = []
        self.notes: list[str] = []
        self.numbered = bool(numbering.series)
        self.plain = not numbering.series and not articles
        self.layout = layout(flow)
        self.items = Items()
        self._front: Draft | None = None
        self._ids: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._top = max((c.n for c in numbering.series.values()), default=0)
        self._used: set[int] = {c.n for c in numbering.series.values()}
        self._after_heading = False
        self._annex = False

    # -- the walk

    def read(self, start: int, masthead: int, tables: dict[int, list[Sequence[Row]]]) -> None:
        """Rows before ``masthead`` are the front; those from there to ``start`` are paragraphs before the first heading."""
        for k, row in enumerate(self.flow):
            self._tables(tables.get(k, ()))
            if k < masthead:
                self._front_line(row)
            else:
                self._line(k, row, heading=k >= start)
        self._tables(tables.get(len(self.flow), ()))

    def _line(self, k: int, row: Row, heading: bool) -> None:
        if k in self.articles:
            label, end = self.articles[k]
            self._begin(row, end, label, label)
        elif k in self.numbering.series:
            self._numbered(self.numbering.series[k], row)
        elif heading and self._heading(k, row):
            return
        elif self._outsider(k, row) or self._decimal(row) or self._item(k, row):
            return
        else:
            self._text(k, row)

    def _tables(self, found: Sequence[Sequence[Row]]) -> None:
        for rows in found:
            self.tables.append(Table(self.outline.current, cells(rows), tuple(row.number for row in rows)))

    def _front_line(self, row: Row) -> None:
        if self._front is None:
            self._front = self._draft("front", "front", "front", None, row, 0)
        else:
            self._front.fragment.raw += "\n" + _shown(row)
            self._front.lines.append(row.number)

    # -- headings

    def _heading(self, k: int, row: Row) -> bool:
        if self.words.annex.match(row.raw) and self._annex_heading(row):
            return True
        followed = self._followed(k)
        before = self._before()
        listed = k in self.numbering.outside and self.numbering.outside[k].listed
        brackets = not self.numbered and k not in self.articles and not self._in_list(k)
        found = None
        if not row.body:
            found = choose(
                self.outline, row, before, followed, arabic=not listed and not self._in_listing(), brackets=brackets
            )
        if found and not (self.articles and found.style.startswith(("bracket", "arabic"))):
            self._open(row, found)
            return True
        if self._continues_title(k, row):
            return True
        if plain_heading(row, before, followed, numbered=self.numbered, words=self.words):
            self._open_unnumbered(row)
            return True
        return False

    def _open(self, row: Row, heading: Heading) -> None:
        locator = self.outline.begin(heading, row.raw[heading.end :].strip())
        self._opened(locator, row.raw[heading.end :].strip(), row)

    def _open_unnumbered(self, row: Row) -> None:
        if self._annex and self._after_heading and not self.outline.sections[-1].title:
            self._retitle(row)
            return
        locator = self.outline.begin_unnumbered(row.raw.strip())
        self._opened(locator, row.raw.strip(), row)

    def _annex_heading(self, row: Row) -> bool:
        found = self.words.annex.match(row.raw)
        assert found is not None
        title = row.raw[found.end() :].strip(" .．：:")
        if (
            not (row.gap or row.marked or self._before_ended())
            or (title and not shaped(title))
            or len(title) > 60
            and not row.marked
        ):
            return False
        if title and not row.marked and not row.gap:
            return False
        label = " ".join(found.group().strip(" .．：:").split())
        self._opened(self.outline.begin_annex(label, title), title, row)
        self._annex = True
        return True

    def _opened(self, locator: str, title: str, row: Row) -> None:
        self.titles.append(Fragment(locator, title, self._at(row)))
        self.items.close()
        self._after_heading = True
        self._annex = False

    def _continues_title(self, k: int, row: Row) -> bool:
        """A heading's second line: in lines as wide as the page, or in bold over both, or the title of an annex."""
        if not self._after_heading or not shaped(row.raw) or readings(row.raw) or ITEM.match(row.raw):
            return False
        last = self.flow[k - 1]
        wide = self.layout.wrapped and width(last.raw) > 0.6 * self.layout.measure
        if self._annex and (row.gap or row.strong == last.strong):
            return self._retitle(row)
        if not row.gap and (wide or (row.strong and last.strong)) and not row.body:
            return self._retitle(row)
        return False

    def _retitle(self, row: Row) -> bool:
        fragment = self.titles[-1]
        fragment.raw = self.joiner.join(fragment.raw, row.raw)
        self.outline.retitle(fragment.raw)
        fragment.owner = self.outline.current
        return True

    def _followed(self, k: int) -> bool:
        """Whether a numbered paragraph, an article or a numbered heading begins on the next row (over unnumbered ones too)."""
        for at in range(k + 1, min(k + 4, len(self.flow))):
            row = self.flow[at]
            if at in self.numbering.series or at in self.articles:
                return True
            if not shaped(row.raw):
                return False
            if any(self.outline.expects(h) or h.value == 1 for h in readings(row.raw)):
                return True
        return False

    # -- paragraphs

    def _numbered(self, c: Numbered, row: Row) -> None:
        before = self._number_before(c)
        if before is not None and c.n > before + 1:
            self.notes += [
                f"paragraph-number-missing:{n}" for n in range(before + 1, min(c.n, before + 21)) if n not in self._used
            ]
        self._begin(row, c.end, str(c.n), str(c.n))

    def _number_before(self, c: Numbered) -> int | None:
        for draft in reversed(self.drafts):
            if draft.kind == "paragraph" and draft.number and draft.id == draft.number:
                return int(draft.number) if draft.number.isdecimal() else None
        return 0 if c.n > 1 else None

    def _outsider(self, k: int, row: Row) -> bool:
        """A numbered line outside the series that is a paragraph all the same: moved, repeated, or numbered anew in an annex."""
        c = self.numbering.outside.get(k)
        if c is None or c.listed or self._in_listing() or row.marked:
            return False
        rest = row.raw[c.end :]
        long = width(rest) > OUTSIDE and (complete(rest) or self.layout.wrapped) or row.body
        if not long or not (row.gap or row.bullet) or not self._before_ended() or (c.n in YEARS and self._top < 1900):
            return False
        if self._in_annex():
            self._begin(row, c.end, f"{self._annex_root()}¶{c.n}", str(c.n))
        elif self.numbered and c.n <= self._top + 50:
            self.notes.append(f"paragraph-number-{'repeated' if c.n in self._used else 'out-of-order'}:{c.n}")
            self._begin(row, c.end, str(c.n), str(c.n))
        else:
            return False
        return True

    def _decimal(self, row: Row) -> bool:
        found = DECIMAL.match(row.raw)
        if not found or not row.gap or width(row.raw) < OUTSIDE or not self._before_ended():
            return False
        self._begin(row, found.end(), found.group(1), found.group(1))
        return True

    def _in_annex(self) -> bool:
        return bool(self.outline.open) and self.outline.open[0].rank == 0

    def _annex_root(self) -> str:
        return self.outline.open[0].id

    def _begin(self, row: Row, end: int, locator: str, number: str | None) -> None:
        self._draft(locator, self.outline.current, "paragraph", number, row, end)
        self.items.close()

    def _begin_unnumbered(self, row: Row) -> None:
        section = self.outline.current
        self._draft(f"{section}¶{self._places.get(section, 0) + 1}", section, "paragraph", None, row, 0)
        self.items.close()

    def _item(self, k: int, row: Row) -> bool:
        if not self.drafts or self._after_heading or self.drafts[-1].listing or self.drafts[-1].kind == "front":
            return False
        found = self.items.read(self.flow, k, self.drafts[-1].fragment.raw)
        if found is None:
            return False
        owner = self._root()
        parent = self.items.begin(found, owner.id)
        draft = self._draft(parent + found.label, owner.section, "item", found.label, row, found.end)
        draft.parent = parent
        self.items.named(draft.id)
        return True

    def _draft(self, locator: str, section: str, kind: str, number: str | None, row: Row, end: int) -> Draft:
        self._ids[locator] = self._ids.get(locator, 0) + 1
        locator = locator if self._ids[locator] == 1 else f"{locator}~{self._ids[locator]}"
        raw = row.raw[end:].strip() if end else _shown(row)
        draft = Draft(locator, section, kind, number, Fragment(locator, raw, self._at(row)), None, [row.number])
        self.drafts.append(draft)
        if kind == "paragraph":
            self._places[section] = self._places.get(section, 0) + 1
        self._after_heading = False
        self._annex = False
        return draft

    # -- lines that go on

    def _text(self, k: int, row: Row) -> None:
        if not self.drafts or self._after_heading or self.drafts[-1].kind == "front":
            self._begin_unnumbered(row)
            return
        leaf = self.drafts[-1]
        raw = leaf.fragment.raw
        if k in self.numbering.outside or (BULLET.match(row.raw) and (row.gap or complete(raw) or leaf.listing)):
            self._list_line(k, row)
        elif not complete(raw):
            self._append(leaf, row, "")
        elif LEADS_IN.search(raw[-8:]) and not self.plain:
            self._append(leaf, row, "\n")
        elif self.plain:
            self._plain_text(row)
        elif not row.gap:
            self._append(leaf, row, "" if self.numbered or self.layout.wrapped else "\n")
        else:
            self._after_end(k, row)

    def _list_line(self, k: int, row: Row) -> None:
        """A line of a list inside a paragraph, its number kept; a number in the middle of a sentence is no line of a list."""
        leaf = self.drafts[-1]
        if complete(leaf.fragment.raw) or row.bullet or BULLET.match(row.raw):
            if self.plain and row.gap and not LEADS_IN.search(leaf.fragment.raw[-8:]) and not leaf.listing:
                self._begin_unnumbered(row)
                return
            self._append(leaf, row, "\n")
            leaf.listing = k in self.numbering.outside or leaf.listing
        else:
            self._append(leaf, row, "")

    def _plain_text(self, row: Row) -> None:
        if row.gap or not self.layout.wrapped:
            self._begin_unnumbered(row)
        else:
            self._append(self.drafts[-1], row, "")

    def _after_end(self, k: int, row: Row) -> None:
        """A block without a number after an ended paragraph: its page broke at a full stop, or it lost its number."""
        leaf, root = self.drafts[-1], self._root()
        if self.articles:
            self._append(root, row, "\n")
        elif self._lost_number(k, row):
            self._begin_unnumbered(row)
        elif leaf is not root and not self._more_items(k):
            self._append(root, row, "\n")
        else:
            self._append(leaf, row, "\n" if leaf.listing else "")

    def _lost_number(self, k: int, row: Row) -> bool:
        after = next(
            (
                self.numbering.series[at].n
                for at in range(k + 1, min(k + 12, len(self.flow)))
                if at in self.numbering.series
            ),
            None,
        )
        number = self._root().number or ""
        return (
            after is not None
            and number.isdecimal()
            and after == int(number) + 2
            and after - 1 not in self._used
            and width(row.raw) > OUTSIDE
        )

    def _more_items(self, k: int) -> bool:
        """Whether the list of items goes on after row ``k``, before the next paragraph or heading."""
        for at in range(k + 1, min(k + 6, len(self.flow))):
            if at in self.numbering.series or at in self.articles:
                return False
            if ITEM.match(self.flow[at].raw):
                return True
        return False

    def _append(self, draft: Draft, row: Row, between: str) -> None:
        fragment = draft.fragment
        fragment.raw = f"{fragment.raw}\n{_shown(row)}" if between else self.joiner.join(fragment.raw, _shown(row))
        draft.lines.append(row.number)

    # -- what stands before

    def _root(self) -> Draft:
        """The paragraph or article that the text stands in."""
        return next(d for d in reversed(self.drafts) if d.kind != "item")

    def _before(self) -> str | None:
        if self._after_heading or not self.drafts or self.drafts[-1].kind == "front":
            return None
        return self.drafts[-1].fragment.raw

    def _before_ended(self) -> bool:
        before = self._before()
        return before is None or complete(before)

    def _in_listing(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].listing and not self._after_heading

    def _in_list(self, k: int) -> bool:
        """Whether "（一）" here is an item: a list is open, or a colon stands before it."""
        before = self._before()
        return self.items.open or bool(before and LEADS_IN.search(before[-8:]))

    def _at(self, row: Row) -> int:
        return row.place


def _shown(row: Row) -> str:
    return row.raw.strip()
