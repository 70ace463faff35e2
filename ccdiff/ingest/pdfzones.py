"""Places on a PDF page where text is no running text: ruled tables, and the labels of pictures.

A table stands between rules that are as wide as it is; where the rules are drawn cell by cell, their ends are its columns, else
the gaps that go through all its lines. Prose between two rules (a frame, the text between two tables) crosses the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from ccdiff.ingest.pdfrows import Drawing, Row, Word
from ccdiff.ingest.pdfturn import Box
from ccdiff.ingest.signs import SYMBOL
from ccdiff.model.record import record

SAME_LINE = 0.5  # of a line's height: how far two pieces of one line may differ in height
TOUCH = 6.0  # points between two strokes of one rule
SHORTEST = 40.0  # points; shorter strokes are no table's rules
EDGE = 4.0  # points from a table's side within which an edge of a column is that side
CROSSING = 0.4  # share of lines that run through a column's edge above which the lines are prose
ROW_GAP = 1.35  # line heights between two rows of a table; lines of one cell are 1.0 to 1.2 apart
COLUMN_GAP = 4.0  # points that part two columns where no rule does
HEAD = 40.0  # points from the symbol down to the rule under it
CLOSE = 0.6  # of a line's height: the widest space inside a cell that spans columns
NARROW = 20.0  # points; an empty column narrower than this only parts two others
PROSE = 8  # words that make a row over a picture text and no label


@record
class Rule:
    """A horizontal rule, and where its strokes begin and end."""

    y: float
    left: float
    right: float
    edges: tuple[float, ...]


@dataclass(slots=True)
class Zone:
    """A ruled table: its box and the edges of its columns. ``boxed``: from where to where rules stand round each cell."""

    top: float
    bottom: float
    left: float
    right: float
    cuts: list[float] = field(default_factory=list)
    spans: list[Rule] = field(default_factory=list)
    boxed: list[tuple[float, float]] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)


def arrange(rows: Sequence[Row], drawn: Drawing, body: float) -> list[Row]:
    """``rows`` with those of ruled tables made whole rows of cells (hint "table"), and the labels of pictures marked."""
    rows = [
        replace(row, hint="picture") if any(_label(row, box, body) for box in drawn.pictures) else row for row in rows
    ]
    zones = [zone for zone in _zones(rows, drawn) if not _masthead(rows, zone)]
    out: list[Row] = []
    done: set[int] = set()
    for row in rows:
        at = next((k for k, zone in enumerate(zones) if row.hint is None and _inside(row, zone)), None)
        if at is None:
            out.append(row)
        elif at not in done:
            done.add(at)
            out += _table([r for r in rows if r.hint is None and _inside(r, zones[at])], zones[at])
    return out


def _label(row: Row, box: Box, body: float) -> bool:
    middle = (row.top + row.bottom) / 2
    inside = box.bottom <= middle <= box.top and row.left >= box.left - 2 and row.right <= box.right + 2
    few = len(row.words) < PROSE or not any(char.isalpha() for char in row.text)
    return inside and (few or row.size < 0.8 * body)


def _masthead(rows: Sequence[Row], zone: Zone) -> bool:
    """The head of a first page stands between rules too: with the document's symbol in a cell of its own, or right under it."""
    near = (row for row in rows if row.page == 1 and zone.bottom < row.bottom < zone.top + HEAD)
    return any(SYMBOL.match(word.text) for row in near for word in row.words[-1:])


def _inside(row: Row, zone: Zone) -> bool:
    middle = (row.top + row.bottom) / 2
    return zone.bottom <= middle <= zone.top and row.right > zone.left and row.left < zone.right


# -- where the tables are


def _zones(rows: Sequence[Row], drawn: Drawing) -> list[Zone]:
    rules = _rules(drawn.across)
    zones: list[Zone] = []
    for upper, lower in _neighbours(rules):
        zone = _zone(upper, lower, rules, rows, drawn)
        if zone is None:
            continue
        if zones and abs(zones[-1].bottom - zone.top) < 1 and _overlap(zones[-1], zone):
            _grow(zones[-1], zone)
        else:
            zones.append(zone)
    return zones


def _overlap(a: Zone, b: Zone) -> bool:
    return min(a.right, b.right) - max(a.left, b.left) > 0.5 * min(a.right - a.left, b.right - b.left)


def _grow(zone: Zone, more: Zone) -> None:
    zone.bottom = more.bottom
    zone.left, zone.right = min(zone.left, more.left), max(zone.right, more.right)
    zone.cuts += more.cuts
    zone.spans += more.spans
    zone.boxed += more.boxed
    zone.edges += more.edges


def _rules(strokes: Iterable[Box]) -> list[Rule]:
    """Strokes that touch at one height are one rule; from the top of the page down."""
    found: list[Rule] = []
    for box in sorted(strokes, key=lambda b: (-round((b.top + b.bottom) / 2), b.left)):
        y = (box.top + box.bottom) / 2
        last = found[-1] if found else None
        if last and abs(last.y - y) < 2 and box.left <= last.right + TOUCH:
            found[-1] = Rule(last.y, last.left, max(last.right, box.right), (*last.edges, box.left, box.right))
        else:
            found.append(Rule(y, box.left, box.right, (box.left, box.right)))
    return [rule for rule in found if rule.right - rule.left >= SHORTEST]


def _neighbours(rules: Sequence[Rule]) -> Iterable[tuple[Rule, Rule]]:
    """Each rule with the next below it that is as wide; shorter ones between them (under a spanning head) are left out."""
    for k, upper in enumerate(rules):
        for lower in rules[k + 1 :]:
            shared = min(upper.right, lower.right) - max(upper.left, lower.left)
            if shared > 0.9 * max(upper.right - upper.left, lower.right - lower.left):
                yield upper, lower
                break


def _zone(upper: Rule, lower: Rule, rules: Sequence[Rule], rows: Sequence[Row], drawn: Drawing) -> Zone | None:
    """The zone between two rules, if lines with several cells stand there that do not run over its columns' edges."""
    left, right = min(upper.left, lower.left), max(upper.right, lower.right)
    spans = [rule for rule in rules if lower.y < rule.y < upper.y and left - 1 <= rule.left and rule.right <= right + 1]
    zone = Zone(upper.y, lower.y, left, right, [upper.y, lower.y], spans)
    if not _of_one_table(upper, lower, zone):
        return None
    inside = [row for row in rows if row.hint is None and _inside(row, zone)]
    downs = _inner(_downs(drawn.down, zone), zone)
    edges = _inner([*upper.edges, *lower.edges, *downs], zone)
    lines = _lines([word for row in inside for word in row.words])
    if not lines:
        zone.edges = edges
        return zone if upper.y - lower.y < 40 and edges else None
    if any(row.right > right + 10 or row.left < left - 10 for row in inside):
        return None
    crossing = sum(any(w.box.left < x - 2 and w.box.right > x + 2 for w in line for x in edges) for line in lines)
    columned = bool(downs) or any(_parts(line) > 1 for line in lines)
    if not columned or crossing > CROSSING * len(lines) or (not edges and not _gapped(lines)):
        return None
    zone.edges = edges
    zone.boxed = [(upper.y, lower.y)] if downs else []
    zone.spans = [rule for rule in zone.spans if all(_at_edge(x, zone) for x in (rule.left, rule.right))]
    return zone


def _of_one_table(upper: Rule, lower: Rule, zone: Zone) -> bool:
    """Rules of one table share a column's edge, where both are drawn cell by cell; the rule under a running head does not."""
    above, below = _inner(upper.edges, zone), _inner(lower.edges, zone)
    return not above or not below or any(abs(x - y) < EDGE for x in above for y in below)


def _at_edge(x: float, zone: Zone) -> bool:
    return any(abs(x - edge) < EDGE for edge in (zone.left, zone.right, *zone.edges))


def _downs(strokes: Sequence[Box], zone: Zone) -> list[float]:
    middle = (zone.top + zone.bottom) / 2
    return [(b.left + b.right) / 2 for b in strokes if b.bottom - 1 <= middle <= b.top + 1]


def _inner(edges: Iterable[float], zone: Zone) -> list[float]:
    found: list[float] = []
    for x in sorted(edges):
        if zone.left + EDGE < x < zone.right - EDGE and (not found or x - found[-1] > EDGE):
            found.append(x)
    return found


def _parts(line: Sequence[Word]) -> int:
    height = max(word.box.height for word in line)
    return 1 + sum(b.box.left - a.box.right > height for a, b in pairwise(line))


def _gapped(lines: Sequence[Sequence[Word]]) -> bool:
    return sum(_parts(line) > 1 for line in lines) * 2 >= len(lines)


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words as lines across the whole table, from the top down, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.box.bottom, w.box.left)):
        first = lines[-1][0].box if lines else None
        if first and first.bottom - word.box.bottom < SAME_LINE * max(first.height, word.box.height):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.box.left) for line in lines]


# -- what stands in them


def _table(rows: Sequence[Row], zone: Zone) -> list[Row]:
    words = [word for row in rows for word in row.words]
    edges = _inner(zone.edges, zone) or _gaps(_lines(words))
    found: list[list[list[Word]]] = []
    for part in _spanned(words, zone):
        below = zone.top
        fresh = True
        for line in _lines(part):
            box = line[0].box
            cut = any(box.bottom < y < below for y in zone.cuts)
            boxed = any(upper > box.bottom > lower for upper, lower in zone.boxed)
            if fresh or cut or (not boxed and below - box.top > (ROW_GAP - 1) * box.height):
                found.append([[] for _ in range(len(edges) + 1)])
            spanning = _spanning(line, edges)
            for word in line:
                found[-1][_column(line[0] if spanning else word, edges)].append(word)
            below, fresh = min(word.box.bottom for word in line), False
    sides = [zone.left, *edges, zone.right]
    used = [k for k in range(len(edges) + 1) if sides[k + 1] - sides[k] > NARROW or any(cells[k] for cells in found)]
    return [_row([list(chain.from_iterable(_lines(cells[k]))) for k in used], rows[0]) for cells in found]


def _spanned(words: Sequence[Word], zone: Zone) -> Iterable[list[Word]]:
    """The words in stretches from the top down: what stands under a spanning head ("Variance") comes after the row of that head."""
    cuts = sorted({zone.top, *zone.cuts, zone.bottom}, reverse=True)
    for upper, lower in pairwise(cuts):
        band = [w for w in words if lower <= _middle(w) < upper]
        under = [w for w in band if any(_under(w, rule) for rule in zone.spans if lower < rule.y < upper)]
        yield from (part for part in ([w for w in band if w not in under], under) if part)


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2


def _under(word: Word, rule: Rule) -> bool:
    return _middle(word) < rule.y and rule.left - 1 <= (word.box.left + word.box.right) / 2 <= rule.right + 1


def _spanning(line: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether a line is one cell over several columns: words at the distance of words, from one column into another."""
    after_mark = line[1:] if len(line[0].text) < 3 else line
    close = all(b.box.left - a.box.right < CLOSE * a.box.height for a, b in pairwise(after_mark))
    return len(line) > 2 and close and _column(line[0], edges) != _column(line[-1], edges)


def _gaps(lines: Sequence[Sequence[Word]]) -> list[float]:
    """The middles of the gaps that go through all lines; a line of one part (a total's label, a subtitle) may cross them."""
    spans = sorted((w.box.left, w.box.right) for line in lines if _parts(line) > 1 for w in line)
    edges: list[float] = []
    reach = spans[0][1] if spans else 0.0
    for left, right in spans:
        if left - reach > COLUMN_GAP:
            edges.append((left + reach) / 2)
        reach = max(reach, right)
    return edges


def _column(word: Word, edges: Sequence[float]) -> int:
    middle = (word.box.left + word.box.right) / 2
    return sum(middle > x for x in edges)


def _row(cells: Sequence[Sequence[Word]], like: Row) -> Row:
    """A table's row, its cells in lines of their own, as one row with a tab between its cells: one word a cell, so that nothing parts it anew."""
    words = tuple(
        Word(" ".join(w.text for w in cell), cell[0].box) if cell else Word("", Box(0, 0, 0, 0)) for cell in cells
    )
    box = next(w.box for w in words if w.text)
    text = "\t".join(word.text for word in words)
    foot = min(w.box.bottom for cell in cells for w in cell)
    return replace(like, words=(Word(text, box),), base=box.bottom, foot=foot, hint="table")
