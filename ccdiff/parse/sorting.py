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

BRACKETED = re.compile(r"[(（][^()（）]{1,200}[)）]")  # "(Thousands of United States dollars)" above a table


@draft
class Sorted:
    """``flow``: the running text. ``tables``: place in the flow before which it stands -> its rows."""

    flow: list[Row] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: dict[int, list[Sequence[Row]]] = field(default_factory=dict)
    aside: list[SetAside] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)  # of the footnotes


def sort_rows(rows: Sequence[Row], language: Language, joiner: Joiner) -> Sorted:
    """Sorts ``rows``; whatever is taken out of the flow leaves a gap there."""
    words = language.once(Words)
    finder = Finder(rows, language)
    ends = dict(tables.tables(rows))
    contents = _contents(rows, words)
    out = Sorted()
    k, gap = 0, False
    while k < len(rows):
        start = k
        if k in ends:
            out.tables.setdefault(len(out.flow), []).append(rows[k : ends[k]])
            k = ends[k]
        elif k in contents:
            out.aside.append(SetAside(rows[k].number, rows[k].raw, "contents"))
            k += 1
        elif (note := finder.start(k)) is not None:
            k = _footnote(rows, k, note, finder, ends, joiner, out)
        else:
            k = _caption(rows, k, words, ends, out)
        if k == start:
            row = rows[k]
            row.gap, row.place = row.gap or gap, len(out.flow)
            out.flow.append(row)
            k, gap = k + 1, False
        else:
            gap = True
    return out


def _footnote(
    rows: Sequence[Row],
    k: int,
    start: tuple[str, int],
    finder: Finder,
    ends: dict[int, int],
    joiner: Joiner,
    out: Sorted,
) -> int:
    """Takes the footnote that begins at row ``k``, with the lines that go on with it; returns the row after it."""
    label, end = start
    finder.last = int(label) if label.isdecimal() else finder.last
    note = Note("", label, Text(rows[k].raw[end:], joiner), len(out.flow), [rows[k].number])
    open_above = bool(out.flow) and not complete(out.flow[-1].raw)
    k += 1
    while k < len(rows) and k not in ends and _goes_on(rows[k], note, open_above) and finder.start(k) is None:
        note.text.go_on(rows[k].raw)
        note.lines.append(rows[k].number)
        k += 1
    out.labels[label] += 1
    note.id = f"fn{label}" if out.labels[label] == 1 else f"fn{label}~{out.labels[label]}"
    out.notes.append(note)
    return k


def _goes_on(row: Row, note: Note, open_above: bool) -> bool:
    if row.hint == "footnote":
        return True
    if (
        row.gap
        or row.bullet
        or row.marked
        or row.hint not in (None, "soft")
        or NUMBERED.match(row.raw)
        or readings(row.raw)
    ):
        return False
    return not (complete(note.text.tail) and open_above)


def _caption(rows: Sequence[Row], k: int, words: Words, ends: dict[int, int], out: Sorted) -> int:
    """A figure's caption whose image is not in the text (2023 note, after 45: "图一", then its title); a table's caption."""
    row = rows[k]
    if BRACKETED.fullmatch(row.raw) and k + 1 in ends:
        out.aside.append(SetAside(row.number, row.raw, "table-caption"))
        return k + 1
    kind = "figure" if words.figure.match(row.raw) else "table" if words.table.match(row.raw) else ""
    if not kind or not shaped(row.raw, LONGEST_UNNUMBERED) or not (row.gap or k == 0 or complete(rows[k - 1].raw)):
        return k
    pattern = words.figure if kind == "figure" else words.table
    title = k + 1 < len(rows) and pattern.fullmatch(row.raw.strip()) and _is_title(rows[k + 1])
    last = k + 2 if title else k + 1
    if kind == "table" and not any(at in ends for at in range(last, last + 2)):
        return k
    out.aside += [SetAside(r.number, r.raw, f"{kind}-caption") for r in rows[k:last]]
    return last


def _is_title(row: Row) -> bool:
    return (
        shaped(row.raw, LONGEST_UNNUMBERED)
        and not NUMBERED.match(row.raw)
        and not ITEM.match(row.raw)
        and not readings(row.raw)
    )


def _contents(rows: Sequence[Row], words: Words) -> frozenset[int]:
    """The lines of a table of contents without page numbers: after its heading, until a line stands there a second time."""
    for k, row in enumerate(rows[:200]):
        if words.contents.fullmatch(row.raw.strip()):
            return frozenset(range(k, _contents_end(rows, k + 1)))
    return frozenset()


def _contents_end(rows: Sequence[Row], k: int) -> int:
    seen: set[str] = set()
    begin = k
    while k < len(rows) and shaped(rows[k].raw) and not complete(rows[k].raw):
        key = "".join(rows[k].raw.split())
        if key in seen:
            return k
        seen.add(key)
        k += 1
    first = "".join(rows[begin].raw.split()) if begin < len(rows) else ""
    later = {"".join(row.raw.split()) for row in rows[k : k + 400]}
    return k if first in later else begin
