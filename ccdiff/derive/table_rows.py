"""Rows of tables that came, that went, and, in tables of words, that hold another text.

A row has no locator; it is named by the section and the caption of its table. Rows that two tables of figures have in common are
compared cell by cell (``tables``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from unicodedata import normalize

from ccdiff.derive.context import Pair
from ccdiff.derive.labels import Labels, caption
from ccdiff.derive.tables import Grid, counts, matched
from ccdiff.model.changes import RowChange
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Report
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

COMMON = 2  # rows that two tables must share where their headings are the same; else one more,
SHARE = 0.5  # and so many of the rows of the smaller one
NAMES = re.compile(r"[#\w./-]*\d[\w./-]*")  # "#43", "9/1": what a row is called by, however it is told
JOIN = " | "

Row = tuple[str, ...]


class _Sheet(NamedTuple):
    """A table of words; its first row may be that of the headings."""

    section: str
    caption: str
    rows: tuple[Row, ...]


def table_rows(pair: Pair) -> tuple[RowChange, ...]:
    """Rows that changed, in the order of the later report's tables, those of figures last; those that went come after a table's others.

    Nothing of tables that list who was there (they are told by name), and between reports on two subjects.
    """
    if pair.subjects or not (pair.old.report.tables and pair.new.report.tables):
        return ()
    lists = [change for _, change in attendance.lists()] if (attendance := pair.found.get("attendance")) else []
    olds = _sheets(pair.old, {at for change in lists for at in change.old_places})
    news = _sheets(pair.new, {at for change in lists for at in change.new_places})
    labels = Labels(pair.new.language)
    words = (_changes(*tables, labels) for tables in _matched(olds, news, pair, labels))
    figures = (_of_figures(*tables) for tables in matched(pair))
    return tuple(chain(*words, *figures))


def _sheets(side: Reading, told: Collection[str]) -> list[_Sheet]:
    report: Report = side.report
    found = []
    for table in report.tables:
        rows = [tuple(" ".join(cell.split()) for cell in row) for row in table.rows if any(map(str.strip, row))]
        apart = table.section not in told and not counts(table, report, side.language)
        if len(rows) >= COMMON and max(map(len, rows)) > 1 and apart:
            found.append(_Sheet(table.section, caption(table, report), tuple(rows)))
    return found


def _matched(
    olds: Sequence[_Sheet], news: Sequence[_Sheet], pair: Pair, labels: Labels
) -> Iterator[tuple[_Sheet, _Sheet, dict[int, int]]]:
    """Tables one to one, those with the most rows in common first, each with its rows' partners (new place: old place).

    Two of the same headings, in sections that correspond, need one row in common beside these.
    """
    scored = []
    for j, new in enumerate(news):
        for i, old in enumerate(olds):
            partner = _partners(old.rows, new.rows, labels)
            linked = new.section in pair.in_new(old.section)
            headed = linked and _key(old.rows[0]) == _key(new.rows[0])
            least = COMMON if headed else max(COMMON + 1, SHARE * min(len(old.rows), len(new.rows)))
            if len(partner) >= least:
                scored.append((-len(partner) / max(len(old.rows), len(new.rows)), not linked, j, i, partner))
    taken: dict[int, tuple[int, dict[int, int]]] = {}
    for _, _, j, i, partner in sorted(scored, key=lambda one: one[:4]):
        if j not in taken and i not in {i for i, _ in taken.values()}:
            taken[j] = i, partner
    for j, (i, partner) in sorted(taken.items()):
        yield olds[i], news[j], partner


def _partners(olds: Sequence[Row], news: Sequence[Row], labels: Labels) -> dict[int, int]:
    """By a row of the later table that of the earlier one: the same text, else the same label, else a number or symbol in it, else
    a label that is clearly alike; each only where no other row has it."""
    found: dict[int, int] = {}
    keys: tuple[Callable[[Row], Iterable[str]], ...] = (
        lambda row: (_key(row),),
        lambda row: (_key((_label(row),)),),
        _names,
    )
    for key in keys:
        left, right = _left(olds, news, found)
        here, there = (_once(rows, places, key) for rows, places in ((olds, left), (news, right)))
        for name in sorted(filter(None, here.keys() & there.keys()), key=lambda name: there[name]):
            if there[name] not in found and here[name] not in found.values():
                found[there[name]] = here[name]
    left, right = _left(olds, news, found)
    alike = labels.partners([_label(olds[i]) for i in left], [_label(news[j]) for j in right])
    return found | {right[j]: left[i] for j, i in alike.items()}


def _left(olds: Sequence[Row], news: Sequence[Row], found: dict[int, int]) -> tuple[list[int], list[int]]:
    """The rows of either table that have no partner yet."""
    taken = set(found.values())
    return [i for i in range(len(olds)) if i not in taken], [j for j in range(len(news)) if j not in found]


def _once(rows: Sequence[Row], places: Iterable[int], key: Callable[[Row], Iterable[str]]) -> dict[str, int]:
    """What a single one of the rows has, with its place."""
    had = [(name, at) for at in places for name in key(rows[at])]
    times = Counter(name for name, _ in had)
    return {name: at for name, at in had if times[name] == 1}


def _key(cells: Sequence[str]) -> str:
    """What a row says, but for width, case, spaces and points."""
    return re.sub(r"[\W_]+", " ", fold(" ".join(cells)).lower()).strip()


def _label(row: Row) -> str:
    """What a row is called by: its first cell with a letter, which the number of a row has not."""
    return next((cell for cell in row if any(char.isalpha() for char in cell)), "")


def _names(row: Row) -> list[str]:
    """Numbers and symbols in a row's label."""
    return sorted(set(_numbers(_label(row))))


def _numbers(text: str) -> list[str]:
    return NAMES.findall(normalize("NFKC", text))


def _changes(old: _Sheet, new: _Sheet, partner: dict[int, int], labels: Labels) -> Iterator[RowChange]:
    sections, title = (old.section, new.section), new.caption or old.caption
    for j, row in enumerate(new.rows):
        if j not in partner:
            yield RowChange(sections, title, _label(row), ("", _rest(row)), "new")
            continue
        before = old.rows[partner[j]]
        one, other = _differing(before, row)
        if one != other and not _retold(one, other, labels):
            yield RowChange(sections, title, _label(row), (one, other), "amended")
    for i, row in enumerate(old.rows):
        if i not in partner.values():
            yield RowChange(sections, title, _label(row), (_rest(row), ""), "dropped")


def _of_figures(old: Grid, new: Grid, partner: dict[str, str]) -> Iterator[RowChange]:
    sections, title = (old.section, new.section), new.caption or old.caption
    for key, label in new.labels.items():
        if key not in partner:
            yield RowChange(sections, title, label, ("", _cells(new, key)), "new")
    for key, label in old.labels.items():
        if key not in partner.values():
            yield RowChange(sections, title, label, (_cells(old, key), ""), "dropped")


def _cells(grid: Grid, key: str) -> str:
    return JOIN.join(grid.rows[key][column.at] for column in grid.columns)


def _rest(row: Row) -> str:
    label = _label(row)
    return JOIN.join(cell for cell in row if cell and cell != label)


def _differing(old: Row, new: Row) -> tuple[str, str]:
    """The cells that differ, column by column; all but the labels where the two have not the same number of cells."""
    if len(old) != len(new):
        return (_rest(old), _rest(new)) if _key(old) != _key(new) else ("", "")
    cells = [(a, b) for a, b in zip(old, new, strict=True) if _key((a,)) != _key((b,))]
    return JOIN.join(a for a, _ in cells), JOIN.join(b for _, b in cells)


def _retold(one: str, other: str, labels: Labels) -> bool:
    """Whether two texts say the same in other words: each word has its counterpart, and their figures are the same."""
    return Counter(_numbers(one)) == Counter(_numbers(other)) and labels.alike(one, other) == 1.0
