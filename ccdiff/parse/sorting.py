"""Rows sorted: what runs as text, and what stands between it: footnotes, tables, captions, a table of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from ccdiff.language import Language
from ccdiff.model.record import draft
from ccdiff.model.report import SetAside
from ccdiff.parse import tables
from ccdiff.parse.footnotes import Finder, Note
from ccdiff.parse.headings import LONGEST_UNNUMBERED, Words, readings, shaped
from ccdiff.parse.joining import Joiner, Text
from ccdiff.parse.patterns import ITEM, NUMBERED, complete
from ccdiff.parse.rows import Row

WORD = re.compile(r"[^\W\d_]{4}|[\u4e00-\u9fff]{2}")  # what tells one line of a table of contents from another
CELL = 10  # characters of a numeral or page number in a column of its own, or of two ("II. III.")
PAGE_BEHIND = re.compile(r"\s\d{1,3}$")
AMONG = 4  # rows between two dotted lines of contents: a title on several lines, or the heads of its columns
BRACKETED = re.compile(r"[(（][^()（）]{1,200}[)）]")  # "(Thousands of United States dollars)" above a table


@draft
class Sorted:
    """``flow``: the running text. ``tables``: place in the flow before which it stands -> its rows."""

    flow: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: dict[int, list[Sequence[Row]]] = field(default_factory=dict)
    aside: list[SetAside] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)  # of the footnotes


def sort_rows(rows: Sequence[Row], language: Language, joiner: Joiner, dotted: Sequence[int] = ()) -> Sorted:
    """Sorts ``rows``; whatever is taken out of the flow leaves a gap there. ``dotted``: the lines of a table of contents known already."""
    return _Sorter(rows, language, joiner, dotted).sort()


class _Sorter:
    def __init__(self, rows: Sequence[Row], language: Language, joiner: Joiner, dotted: Sequence[int]) -> None:
        self._rows, self._joiner = rows, joiner
        self._words = language.once(Words)
        self._notes = Finder(rows, language)
        self._ends = dict(tables.tables(rows))
        self._contents = _contents(rows, self._words) | _among(rows, self._words, dotted)
        self._out = Sorted()

    def sort(self) -> Sorted:
        """Each row is put where it belongs."""
        k, gap = 0, False
        while k < len(self._rows):
            row = self._rows[k]
            row.gap = row.gap or gap
            after = self._aside(k)
            if after == k:
                row.place = len(self._out.flow)
                self._out.flow.append(row)
            k, gap = max(after, k + 1), after > k
        return self._out

    def _aside(self, k: int) -> int:
        """Takes a table, a line of contents, a footnote or a caption that begins at ``k``; returns the row after it, ``k`` for text."""
        if k in self._ends:
            self._out.tables.setdefault(len(self._out.flow), []).append(self._rows[k : self._ends[k]])
            return self._ends[k]
        if self._words.page.fullmatch(self._rows[k].raw):
            self._out.aside.append(SetAside(self._rows[k].number, self._rows[k].raw, "page-line"))
            return k + 1
        if k in self._contents:
            self._out.aside.append(SetAside(self._rows[k].number, self._rows[k].raw, "contents"))
            return k + 1
        note = self._notes.start(k)
        return self._caption(k) if note is None else self._footnote(k, *note)

    def _footnote(self, k: int, label: str, end: int) -> int:
        """Takes the footnote that begins at row ``k``, with the lines that go on with it."""
        rows, out = self._rows, self._out
        self._notes.last = int(label) if label.isdecimal() else self._notes.last
        note = Note("", label, Text(rows[k].raw[end:], self._joiner), len(out.flow), [rows[k].number])
        open_above = bool(out.flow) and not complete(out.flow[-1].raw)
        k += 1
        while k < len(rows) and k not in self._ends and _goes_on(rows[k], note, open_above):
            if self._notes.start(k) is not None:
                break
            note.text.go_on(rows[k].raw)
            note.lines.append(rows[k].number)
            k += 1
        self._notes.end = k - 1
        out.labels[label] += 1
        note.id = f"fn{label}" if out.labels[label] == 1 else f"fn{label}~{out.labels[label]}"
        out.notes.append(note)
        return k

    def _caption(self, k: int) -> int:
        """A figure's caption whose image is not in the text (2023 note, after 45: "图一", then its title); a table's caption."""
        rows, words, ends = self._rows, self._words, self._ends
        row = rows[k]
        if BRACKETED.fullmatch(row.raw) and k + 1 in ends:
            self._out.aside.append(SetAside(row.number, row.raw, "table-caption"))
            return k + 1
        kind = "figure" if words.figure.match(row.raw) else "table" if words.table.match(row.raw) else ""
        if not kind or not shaped(row.raw, LONGEST_UNNUMBERED) or not (row.gap or k == 0 or complete(rows[k - 1].raw)):
            return k
        pattern = words.figure if kind == "figure" else words.table
        title = k + 1 < len(rows) and pattern.fullmatch(row.raw.strip()) and _is_title(rows[k + 1])
        last = k + 2 if title else k + 1
        if kind == "table" and not any(at in ends for at in range(last, last + 2)):
            return k
        self._out.aside += [SetAside(r.number, r.raw, f"{kind}-caption") for r in rows[k:last]]
        return last


def _goes_on(row: Row, note: Note, open_above: bool) -> bool:
    if row.hint == "footnote":
        return True
    apart = row.gap or row.bullet or row.marked or row.hint not in (None, "soft")
    if apart or NUMBERED.match(row.raw) or readings(row.raw):
        return False
    return not (complete(note.text.tail) and open_above)


def _is_title(row: Row) -> bool:
    numbered = NUMBERED.match(row.raw) or ITEM.match(row.raw) or readings(row.raw)
    return shaped(row.raw, LONGEST_UNNUMBERED) and not numbered


def _contents(rows: Sequence[Row], words: Words) -> frozenset[int]:
    """The lines of a table of contents without page numbers: after its heading, until a line stands there a second time."""
    for k, row in enumerate(rows[:200]):
        if words.contents.fullmatch(row.raw.strip()):
            ends = (_contents_end(rows, k + 1, pages) for pages in (False, True))
            return frozenset(range(k, max(ends)))
    return frozenset()


def _among(rows: Sequence[Row], words: Words, dotted: Sequence[int]) -> frozenset[int]:
    """What stands among the dotted lines of a table of contents, and between its heading and the first: "Paragraphs   Page", "III.
    OBSERVATIONS ON THE ORGANIZATION OF" above "THE GENERAL ASSEMBLY ..... 37 - 38   10".
    """
    found: list[int] = []
    run: list[int] = []  # rows since the heading, or since the last dotted line
    opened, at = False, 0
    for k, row in enumerate(rows if dotted else ()):
        before = at
        while at < len(dotted) and dotted[at] < row.number:
            at += 1
        if at > before:
            found += run if opened and len(run) <= AMONG else ()
            run, opened = [], True
        if words.contents.fullmatch(row.raw.strip()):
            run, opened = [], True
        run.append(k)
        if at == len(dotted):
            break
    return frozenset(found)


def _contents_end(rows: Sequence[Row], k: int, pages: bool) -> int:
    """Where a table of contents ends that begins at ``k``; ``pages``: its lines end with the numbers of pages, "2 Accidents 14"."""
    seen: set[str] = set()
    begin = k
    while k < len(rows) and _listed(rows[k].raw):
        key = _key(rows[k].raw, pages)
        if key in seen:
            return k
        seen.update([key] if len(key) > 1 and WORD.search(key) else ())
        k += 1
    first = _key(rows[begin].raw, pages) if begin < len(rows) else ""
    later = {_key(row.raw, pages) for row in rows[k : k + 400]}
    return k if first in later else begin


def _key(raw: str, pages: bool) -> str:
    return "".join((PAGE_BEHIND.sub("", raw) if pages else raw).split()).casefold()


def _listed(raw: str) -> bool:
    """Whether a line may stand in a table of contents: a title, or a cell of one set column by column ("A.", "2-6", "3")."""
    return shaped(raw) and not complete(raw) or len(raw) <= CELL
