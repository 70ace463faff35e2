"""The map: both reports as columns of thin bars to scale, with ribbons between counterparts. Geometry only; CSS gives the colours.

All lengths are units of the drawing's own view box, ``WIDTH`` wide.
"""

from __future__ import annotations

from ccdiff.model.comparison import ParagraphRow
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Report
from ccdiff.render.aligned import numeral
from ccdiff.render.clean import shorten
from ccdiff.render.places import anchor
from ccdiff.render.view import View

WIDTH = 800
LEFT, RIGHT = 236, 564  # the inner edges of the two columns
BAR = 22  # a column's width
HEIGHT = 760  # of the bars of the longer report, before gaps
LEAST = 3.0  # a bar's least height
GAP, SECTION_GAP = 1.5, 9.0
STEEP = 0.25  # a relative change that a slope chart shows at full height
LABEL = 22  # height that a section's label needs
MOST = 600  # paragraphs of the longer report above which a map would be a blur


class Bar(NamedTuple):
    """One paragraph of one side."""

    x: float
    y: float
    height: float
    relation: str
    href: str
    title: str


class Ribbon(NamedTuple):
    """One link between two places."""

    path: str
    relation: str
    href: str
    title: str
    moved: bool


class Label(NamedTuple):
    """A section's name beside its bars: long for wide screens, its numeral for narrow ones."""

    x: float
    y: float
    side: str
    long: str
    short: str


class Map(NamedTuple):
    width: int
    height: float
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]
    labels: tuple[Label, ...]


def draw(view: View, moved: set[ParagraphRow]) -> Map | None:
    """The map of a comparison; ``None`` where there is nothing to draw or too much."""
    longest = max(len(view.old.paragraphs), len(view.new.paragraphs))
    if not longest or longest > MOST:
        return None
    relation = {
        (side, place): row.relation
        for row in view.comparison.paragraphs
        for side, places in (("old", row.old), ("new", row.new))
        for place in places
    }
    size = max(sum(len(p.text) for p in report.paragraphs) for report in (view.old, view.new)) or 1
    scale = max(HEIGHT, longest * 6) / size
    columns = {side: _column(view, side, scale) for side in ("old", "new")}
    bars = tuple(
        _bar(view, side, place, box, relation.get((side, place), ""))
        for side, (boxes, _, _) in columns.items()
        for place, box in boxes.items()
    )
    ribbons = tuple(_ribbons(view, columns["old"][0], columns["new"][0], moved))
    labels = columns["old"][1] + columns["new"][1]
    return Map(WIDTH, round(max(end for _, _, end in columns.values()) + 8, 1), bars, ribbons, tuple(labels))


Box = tuple[float, float]


def _column(view: View, side: str, scale: float) -> tuple[dict[str, Box], list[Label], float]:
    report = view.report(side)
    boxes: dict[str, Box] = {}
    labels: list[Label] = []
    y, free, section = 14.0, 0.0, ""
    for paragraph in report.paragraphs:
        if paragraph.section != section:
            y += SECTION_GAP if section else 0
            section = paragraph.section
            at = max(y + 9, free)
            free = at + LABEL
            labels.append(_label(view, side, section, at, report))
        height = max(LEAST, len(paragraph.text) * scale)
        boxes[paragraph.id] = (round(y, 1), round(height, 1))
        y += height + GAP
    return boxes, labels, max(y, free)


def _label(view: View, side: str, locator: str, y: float, report: Report) -> Label:
    x = LEFT - BAR - 10 if side == "old" else RIGHT + BAR + 10
    if locator == "front":
        return Label(x, round(y, 1), side, view.say("place.front"), view.say("map.front"))
    try:
        section = report.section(locator)
    except KeyError:
        return Label(x, round(y, 1), side, locator, locator)
    name = f"{numeral(section)} {section.title}".strip()
    return Label(x, round(y, 1), side, shorten(name, 15), shorten(section.number or section.title, 4))


def _bar(view: View, side: str, place: str, box: Box, relation: str) -> Bar:
    x = LEFT - BAR if side == "old" else RIGHT
    title = view.cite(*(((place,), ()) if side == "old" else ((), (place,))))
    return Bar(
        x,
        box[0],
        box[1],
        relation,
        "#" + anchor(side, place),
        f"{title} · {view.say(f'relation.{relation}')}" if relation else title,
    )


def _ribbons(view: View, old: dict[str, Box], new: dict[str, Box], moved: set[ParagraphRow]) -> list[Ribbon]:
    found = []
    for row in view.comparison.paragraphs:
        for a in row.old:
            for b in row.new:
                if a in old and b in new:
                    title = f"{view.cite((a,), (b,))} · {view.say(f'relation.{row.relation}')}"
                    found.append(
                        Ribbon(_path(old[a], new[b]), row.relation, "#" + anchor("new", b), title, row in moved)
                    )
    return found


def _path(a: Box, b: Box) -> str:
    middle = (LEFT + RIGHT) / 2
    top = f"M{LEFT} {a[0]}C{middle:g} {a[0]} {middle:g} {b[0]} {RIGHT} {b[0]}"
    low, high = round(a[0] + a[1], 1), round(b[0] + b[1], 1)
    return f"{top}V{high}C{middle:g} {high} {middle:g} {low} {LEFT} {low}Z"


def slope(old: float, new: float) -> tuple[float, float]:
    """The heights (0 top to 20 bottom) of a slope chart's two ends: level is no change, full height a change by a quarter or more."""
    share = (new - old) / abs(old) if old else (new > old) - (new < old)
    rise = 8 * max(-1.0, min(1.0, share / STEEP))
    return round(10 + rise, 1), round(10 - rise, 1)
