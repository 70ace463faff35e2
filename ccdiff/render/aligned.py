"""Both texts side by side: rows of a heading or of paragraphs, each side's text cut into marked pieces, each place with its id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ccdiff.model.alignment import Link
from ccdiff.model.comparison import Diff, ParagraphRow
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Report, Section
from ccdiff.render.clean import display, one_line
from ccdiff.render.places import anchor
from ccdiff.render.printed import text_of
from ccdiff.render.view import View

FAINT = 0.05  # of the nearest places that were not taken, those below this score are shown only if they are the nearest
MARK = {"old": "-", "new": "+"}


class Note(NamedTuple):
    """A footnote under its paragraph or heading."""

    id: str
    mark: str
    text: str


class Cell(NamedTuple):
    """One paragraph of one side: its HTML id, its label ("43"), how it is cited, its pieces (changed?, text), its footnotes."""

    id: str
    label: str
    cite: str
    kind: str
    pieces: tuple[tuple[bool, str], ...]
    notes: tuple[Note, ...]


class Head(NamedTuple):
    """One heading of one side, with its footnotes and the tables of its section."""

    id: str
    level: int
    title: str
    notes: tuple[Note, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]


class Candidate(NamedTuple):
    """A near place that was not taken, with its score."""

    href: str
    label: str
    score: float


class Row(NamedTuple):
    """One row: headings, or paragraphs with their relation and the reason why they stand together."""

    relation: str
    old: tuple[Cell | Head, ...]
    new: tuple[Cell | Head, ...]
    heading: bool = False
    why: str = ""
    score: float = 1.0
    reviewed: bool = False
    moved: bool = False
    section: str = ""
    candidates: tuple[Candidate, ...] = ()


class Ids:
    """HTML ids, each given once: the first place that asks for one has it, a later one goes without."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def take(self, side: str, locator: str) -> str:
        """The id of a place, or ``""`` where it is already taken."""
        id = anchor(side, locator)
        if id in self._given:
            return ""
        self._given.add(id)
        return id


class Aligned:
    """Builds the rows of one comparison, in the order of its paragraph rows, headings in front of what they head."""

    def __init__(self, view: View) -> None:
        self.view, self.ids = view, Ids()
        self._shown: set[tuple[str, str]] = set()  # headings that stand already
        self._links = _by_section(view.comparison.sections)
        self._noted: set[tuple[str, str]] = set()
        self._moved = crossing(view.comparison.paragraphs, view.old, view.new)
        self._section = ""

    def rows(self) -> list[Row]:
        """All rows; every paragraph, heading, footnote and table of both reports stands in one of them."""
        rows: list[Row] = []
        listed = {
            (side, place)
            for row in self.view.comparison.paragraphs
            for side, places in (("old", row.old), ("new", row.new))
            for place in places
        }
        self._noted = {(side, place) for side, place in listed if place.startswith("fn")}
        for row in self.view.comparison.paragraphs:
            rows += self._headings(row)
            rows.append(self._row(row))
        rows += self._remaining()
        return unskipped(rows)

    def _row(self, row: ParagraphRow) -> Row:
        return Row(
            row.relation,
            tuple(self._cells("old", row.old, row)),
            tuple(self._cells("new", row.new, row)),
            why=self.view.origin(row),
            score=row.score,
            reviewed=row.origin == "reviewed",
            moved=row in self._moved,
            section=self._section,
            candidates=tuple(self._candidates(row)),
        )

    def _candidates(self, row: ParagraphRow) -> Iterable[Candidate]:
        side = "new" if row.old else "old"
        if row.old and row.new:
            return
        for near in [c for k, c in enumerate(row.candidates[:3]) if not k or c.score >= FAINT]:
            yield Candidate("#" + anchor(side, near.locator), self.view.cite(*_placed(side, near.locator)), near.score)

    def _cells(self, side: str, places: Sequence[str], row: ParagraphRow) -> Iterable[Cell]:
        report = self.view.report(side)
        whole = not (row.old and row.new)
        for place, pieces in side_pieces(row.diff, side, [(place, text_of(report, place)) for place in places]):
            marked = tuple((op != "=" and not whole, display(text)) for op, text in pieces)
            yield Cell(
                self.ids.take(side, place),
                self._label(place),
                self.view.at(side, (place,)),
                self._kind(place, report),
                marked,
                self._footnotes(side, place),
            )

    def _kind(self, place: str, report: Report) -> str:
        try:
            return report.paragraph(place).kind
        except KeyError:
            return "footnote"

    def _label(self, place: str) -> str:
        return self.view.say("place.front") if place == "front" else one_line(place.rpartition("¶")[2] and place)

    def _footnotes(self, side: str, place: str) -> tuple[Note, ...]:
        found = [
            note
            for note in self.view.report(side).footnotes
            if note.paragraph == place and (side, note.id) not in self._noted
        ]
        self._noted.update((side, note.id) for note in found)
        return tuple(Note(self.ids.take(side, note.id), note.mark, display(note.text)) for note in found)

    # headings

    def _headings(self, row: ParagraphRow) -> Iterable[Row]:
        side, places = ("new", row.new) if row.new else ("old", row.old)
        report = self.view.report(side)
        chain = _chain(report, places[0]) if places else []
        self._section = self._section_name(side, chain)
        for section in chain:
            if (side, section.id) not in self._shown and section.id != "front":
                yield self._heading(side, section)

    def _section_name(self, side: str, chain: list[Section]) -> str:
        if not chain:
            return ""
        link = self._links.get((side, chain[0].id))
        return anchor("new", link.new[0]) if link and link.new else anchor(side, chain[0].id)

    def _heading(self, side: str, section: Section) -> Row:
        link = self._links.get((side, section.id))
        places = {"old": link.old, "new": link.new} if link else {side: (section.id,)}
        heads = {name: tuple(self._heads(name, places.get(name, ()))) for name in ("old", "new")}
        relation = (link.relation if link else "") or ""
        return Row(relation, heads["old"], heads["new"], heading=True, section=self._section)

    def _heads(self, side: str, places: Iterable[str]) -> Iterable[Head]:
        report = self.view.report(side)
        for place in places:
            if (side, place) in self._shown:
                continue
            self._shown.add((side, place))
            try:
                section = report.section(place)
            except KeyError:
                continue
            yield self._head(side, section, report)

    def _head(self, side: str, section: Section, report: Report) -> Head:
        title = one_line(" ".join(filter(None, (numeral(section), section.title))))
        tables = tuple(
            tuple(tuple(map(display, row)) for row in table.rows)
            for table in report.tables
            if table.section == section.id
        )
        return Head(
            self.ids.take(side, section.id),
            min(max(section.level, 1), 4),
            title,
            self._footnotes(side, section.id),
            tables,
        )

    def _remaining(self) -> Iterable[Row]:
        """Headings without paragraphs, and footnotes whose mark was not found."""
        for side in ("old", "new"):
            report = self.view.report(side)
            for section in report.sections:
                if (side, section.id) not in self._shown and section.id != "front":
                    yield self._heading(side, section)
            rest = [note for note in report.footnotes if (side, note.id) not in self._noted]
            notes = tuple(Note(self.ids.take(side, note.id), note.mark, display(note.text)) for note in rest)
            tables = tuple(
                tuple(tuple(map(display, row)) for row in table.rows)
                for table in report.tables
                if table.section == "front"
            )
            if notes or tables:
                head = Head("", 2, self.view.say("page.loose"), notes, tables)
                yield Row("", (head,) if side == "old" else (), (head,) if side == "new" else (), heading=True)


def unskipped(rows: Sequence[Row]) -> list[Row]:
    """The rows with headings of which none is more than one level below the heading before it, as a page must have them."""
    found: list[Row] = []
    level = 0
    for row in rows:
        if row.heading:
            sides = []
            for heads in (row.old, row.new):
                for head in (heads := tuple(_below(heads, level))):
                    level = head.level
                sides.append(heads)
            row = row._replace(old=sides[0], new=sides[1])
        found.append(row)
    return found


def _below(heads: Iterable[Cell | Head], level: int) -> Iterable[Head]:
    for head in heads:
        if isinstance(head, Head):
            level = min(head.level, level + 1)
            yield head._replace(level=level)


def _placed(side: str, place: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return ((place,), ()) if side == "old" else ((), (place,))


def _by_section(links: Iterable[Link]) -> dict[tuple[str, str], Link]:
    found: dict[tuple[str, str], Link] = {}
    for link in links:
        for side, places in (("old", link.old), ("new", link.new)):
            for place in places:
                if (side, place) not in found or (link.old and link.new):
                    found[side, place] = link
    return found


def _chain(report: Report, place: str) -> list[Section]:
    """The sections that hold a paragraph, outermost first."""
    try:
        at: str | None = report.paragraph(place).section
    except KeyError:
        return []
    chain: list[Section] = []
    while at is not None and len(chain) < 12:
        try:
            chain.append(report.section(at))
        except KeyError:
            break
        at = chain[-1].parent
    return chain[::-1]


def numeral(section: Section) -> str:
    """A section's numeral with its point, as a heading prints it."""
    number = section.number or ""
    return f"{number}." if number and number[-1].isalnum() and len(number) < 4 else number


def side_pieces(diff: Diff, side: str, texts: Sequence[tuple[str, str]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The pieces of one side of a word diff, dealt out to the paragraphs whose texts it joins (by a line feed)."""
    dealt: list[tuple[str, list[tuple[str, str]]]] = [(place, []) for place, _ in texts]
    ends, end = [], 0
    for _, text in texts:
        end += len(text)
        ends.append(end)
        end += 1
    at = k = 0
    for op, text in diff:
        if op not in ("=", MARK[side]):
            continue
        while text and k < len(ends):
            part, text = text[: ends[k] - at], text[ends[k] - at :]
            if part:
                dealt[k][1].append((op, part))
            at += len(part)
            if text:  # the line feed that joins two paragraphs
                text, at, k = text[1:], at + 1, k + 1
    return dealt


def crossing(rows: Sequence[ParagraphRow], old: Report, new: Report) -> set[ParagraphRow]:
    """The linked rows that stand elsewhere in the new report: those outside the longest run that rises on both sides."""
    order = {side: {p.id: k for k, p in enumerate(report.paragraphs)} for side, report in (("old", old), ("new", new))}
    linked = [row for row in rows if row.old and row.new and row.old[0] in order["old"] and row.new[0] in order["new"]]
    linked.sort(key=lambda row: order["new"][row.new[0]])
    stay = set(rising([order["old"][row.old[0]] for row in linked]))
    return {row for k, row in enumerate(linked) if k not in stay}


def rising(values: Sequence[int]) -> list[int]:
    """The indices of a longest run of ``values`` that rises.

    >>> rising([5, 1, 2, 9, 3])
    [1, 2, 4]
    """
    tails: list[int] = []  # the smallest value that ends a run of each length
    ends: list[int] = []
    back: list[int] = []
    for k, value in enumerate(values):
        at = bisect_left(tails, value)
        tails[at : at + 1], ends[at : at + 1] = [value], [k]
        back.append(ends[at - 1] if at else -1)
    run, k = [], ends[-1] if ends else -1
    while k >= 0:
        run.append(k)
        k = back[k]
    return run[::-1]
