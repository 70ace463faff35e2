"""Figures in tables: the cells of one row and one column that hold another number in the later report.

A cell has no locator, so these are not among the figures of the text; a table is named by the section that holds it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ccdiff.derive.context import Pair
from ccdiff.derive.labels import Labels, caption
from ccdiff.language import Language
from ccdiff.model.changes import TableChange
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Report, Table
from ccdiff.text.normalise import fold

NUMBER = re.compile(
    r"(?P<before>[^\d(（−–-]{0,12})(?P<number>[(（−–-]?\s?\d[\d,\s]*(?:\.\d+)?[)）]?)(?P<after>\D{0,12})"
)
SYMBOL = re.compile(r"[A-Z]{1,6}[./][A-Z\d]")  # A/79/123: no number
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)(?:\s?[/–-]\s?\d{2,4}(?!\d))?年?")
MARK = re.compile(r"[\s*†‡:：]+$|\s?[(（][a-z*][)）]$")  # marks of notes behind a label
COMMON = 2  # rows that two tables must share by their labels
SHARE = 0.5  # of the rows of the smaller one
REFERS = re.compile(r"\(\d+\)(?:\s?=.*)?")  # the number of a column, and how it is reckoned from others
JOIN = " – "
PLACES = 6  # decimals of a difference: 0.3 - 0.1 is 0.2


class _Column(NamedTuple):
    at: int
    head: str


class Grid(NamedTuple):
    """A table as rows of numbers: ``rows`` by label, ``columns`` those that hold numbers."""

    section: str
    caption: str
    rows: dict[str, tuple[str, ...]]
    labels: dict[str, str]
    columns: tuple[_Column, ...]


def tables(pair: Pair) -> tuple[TableChange, ...]:
    """Every cell whose number differs between two tables of the same rows, in the order of the later report's tables."""
    found: list[TableChange] = []
    for old, new, partner in matched(pair):
        columns = _columns(old, new)
        for key, cells in new.rows.items():
            before = old.rows.get(partner.get(key, ""))
            if before is not None:
                found += filter(
                    None, (_cell((old, new), key, (before[a.at], cells[b.at]), (a.head, b.head)) for a, b in columns)
                )
    return tuple(found)


def matched(pair: Pair) -> list[tuple[Grid, Grid, dict[str, str]]]:
    """The tables of figures that correspond, with the partners of the later one's rows; none between reports on two subjects."""
    if pair.subjects or not (pair.old.report.tables and pair.new.report.tables):
        return []
    olds, news = (_grids(side.report, side.language) for side in (pair.old, pair.new))
    labels = Labels(pair.new.language)
    return [(old, new, _partners(old, new, labels)) for old, new in _matched(olds, news, pair, labels)]


def counts(table: Table, report: Report, language: Language) -> bool:
    """Whether a table is one of figures, which ``tables`` compares cell by cell."""
    return _grid(table, caption(table, report), language.once(_namers)) is not None


def _partners(old: Grid, new: Grid, labels: Labels) -> dict[str, str]:
    """By the row of the later table that of the earlier one: of the same label, or the only ones left whose labels are alike."""
    found = {key: key for key in new.rows if key in old.rows}
    olds, news = ([key for key in side if key not in found] for side in (old.rows, new.rows))
    alike = labels.partners([old.labels[key] for key in olds], [new.labels[key] for key in news])
    return found | {news[j]: olds[i] for j, i in alike.items()}


def _grids(report: Report, language: Language) -> list[Grid]:
    names = language.once(_namers)
    return [grid for table in report.tables if (grid := _grid(table, caption(table, report), names))]


def _namers(language: Language) -> re.Pattern[str]:
    """Headings of columns whose numbers name and do not count (table ``table_heads``)."""
    words = "|".join(re.escape(word) for word in language.words("table_heads"))
    return re.compile(rf"^(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def _grid(table: Table, caption: str, names: re.Pattern[str]) -> Grid | None:
    """``None`` for a table without numbers, of one column, or without a label for each row."""
    rows = [tuple(cell.strip() for cell in row) for row in table.rows]
    width = max((len(row) for row in rows), default=0)
    rows = [(*row, *[""] * (width - len(row))) for row in rows if any(row)]
    if len(rows) < COMMON or width < 2:
        return None
    head, body = _headed(rows)
    columns = tuple(
        _Column(at, head[at])
        for at in range(width)
        if not names.search(head[at]) and _counts([row[at] for row in body])
    )
    if len(columns) > 1:  # of several columns one without a heading cannot be named
        columns = tuple(column for column in columns if any(char.isalnum() for char in column.head))
    if not columns or columns[0].at == 0:
        return None
    cells: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    for label, row in _labelled(body, columns[0].at):
        key = _key(label)
        same = sum(known.rpartition("\n")[0] == key for known in cells)
        cells[f"{key}\n{same}"], labels[f"{key}\n{same}"] = row, label
    return Grid(table.section, caption, cells, labels, columns)


def _headed(rows: list[tuple[str, ...]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The heading of each column, and the rows below the headings.

    The first row is one where it holds no number but years; so is each row right below it that has no label. A blank
    heading over two headings below is that of the cell to its left, which spans both; "(6)=(5)-(3)" is none.
    """
    if any(_number(cell) and not YEAR.fullmatch(cell) for cell in rows[0][1:]):
        return [""] * len(rows[0]), rows
    depth = 1
    while depth < len(rows) - 1 and not rows[depth][0]:
        depth += 1
    heads = list(rows[0])
    for at in range(1, len(heads)):
        spanned = any(row[at] and row[at - 1] and not REFERS.fullmatch(row[at]) for row in rows[1:depth])
        heads[at] = heads[at] or (heads[at - 1].partition(JOIN)[0] if spanned else "")
        parts = [heads[at], *(row[at] for row in rows[1:depth] if not REFERS.fullmatch(row[at]))]
        heads[at] = JOIN.join(filter(None, parts))
    return heads, rows[depth:]


def _labelled(rows: list[tuple[str, ...]], first: int) -> list[tuple[str, tuple[str, ...]]]:
    """Each row with its label; one that stands twice with the line above it that groups rows ("Posts", "Temporary positions")."""
    found: list[tuple[str, str, tuple[str, ...]]] = []
    group = ""
    for row in rows:
        label = " ".join(cell for cell in row[:first] if cell and not _number(cell))
        if label and not any(row[first:]):
            group = label
        elif label:
            found.append((group, label, row))
    times = Counter(_key(label) for _, label, _ in found)
    return [
        (JOIN.join(filter(None, (group, label))) if times[_key(label)] > 1 else label, row)
        for group, label, row in found
    ]


def _counts(cells: list[str]) -> bool:
    """Whether a column counts something: more than half of what stands in it are numbers, and neither years nor 1, 2, 3 …"""
    filled = [cell for cell in cells if cell and cell not in "-–—…."]
    numbers = [number for cell in filled if (number := _number(cell)) is not None]
    if not numbers or 2 * len(numbers) <= len(filled):
        return False
    if len(numbers) > 1 and [value for _, value, _ in numbers] == list(range(1, len(numbers) + 1)):
        return False
    return not all(YEAR.fullmatch(cell) for cell in filled)


def _number(cell: str) -> tuple[str, float, str] | None:
    """What stands before a number, the number, and what stands behind it: "EUR 1,250", "(12)", "45%", "1.2亿"."""
    match = None if SYMBOL.search(cell) else NUMBER.fullmatch(cell)
    if not match:
        return None
    raw = match["number"]
    value = float(re.sub(r"[^\d.]", "", raw))
    negative = raw[0] in "(（−–-" and (raw[0] not in "(（" or raw[-1] in ")）")
    return fold(match["before"]).strip(), -value if negative else value, fold(match["after"]).strip()


def _key(label: str) -> str:
    return MARK.sub("", YEAR.sub("", fold(label).lower())).strip()


def _matched(olds: list[Grid], news: list[Grid], pair: Pair, labels: Labels) -> list[tuple[Grid, Grid]]:
    """Tables one to one, those with the most rows in common first, of equals those in sections that correspond.

    A row whose label was put otherwise counts where the headings of the columns are the same.
    """
    scored = []
    for j, new in enumerate(news):
        for i, old in enumerate(olds):
            common = len(old.rows.keys() & new.rows.keys())
            if common < min(len(old.rows), len(new.rows)) and _headed_alike(old, new):
                common = len(_partners(old, new, labels))
            if common >= COMMON and common >= SHARE * min(len(old.rows), len(new.rows)):
                linked = new.section in pair.in_new(old.section)
                scored.append((-common / max(len(old.rows), len(new.rows)), not linked, j, i))
    taken: dict[int, int] = {}
    for *_, j, i in sorted(scored):
        if j not in taken and i not in taken.values():
            taken[j] = i
    return [(olds[i], news[j]) for j, i in sorted(taken.items())]


def _headed_alike(old: Grid, new: Grid) -> bool:
    """Whether the columns of two tables have the same headings, but for their years."""
    heads = [[_key(column.head) for column in grid.columns] for grid in (old, new)]
    return heads[0] == heads[1]


def _columns(old: Grid, new: Grid) -> list[tuple[_Column, _Column]]:
    """Columns of one heading; of columns of years also the last ones; all by their order where nothing but the years differs."""
    heads = {_key(column.head) or column.head: column for column in old.columns}
    exact = {column.head: column for column in old.columns}
    pairs = [(exact[column.head], column) for column in new.columns if column.head and column.head in exact]
    years = all(YEAR.search(column.head) for column in (*old.columns, *new.columns))
    if years and len({_key(column.head) for column in (*old.columns, *new.columns)}) == 1:
        last = (old.columns[-1], new.columns[-1])
        return [*pairs, *([last] if last not in pairs else [])]
    if len(pairs) == len(new.columns):
        return pairs
    if [_key(column.head) for column in old.columns] == [_key(column.head) for column in new.columns]:
        return list(zip(old.columns, new.columns, strict=True))
    return pairs or [(heads[key], column) for column in new.columns if (key := _key(column.head)) and key in heads]


def _cell(grids: tuple[Grid, Grid], key: str, cells: tuple[str, str], heads: tuple[str, str]) -> TableChange | None:
    (old, new), (before, after) = grids, heads
    one, other = map(_number, cells)
    if one is None or other is None or (one[0], one[2]) != (other[0], other[2]) or one[1] == other[1]:
        return None
    delta = round(other[1] - one[1], PLACES)
    share = "%" in one[2] + one[0]
    percent = None if share or one[1] * other[1] <= 0 else round(100 * delta / abs(one[1]), PLACES)
    column = after if before == after else _both(heads)
    caption = new.caption or old.caption
    return TableChange((old.section, new.section), caption, new.labels[key], column, cells, delta, percent)


def _both(heads: Iterable[str]) -> str:
    return " → ".join(head for head in heads if head)
