"""The part of the note on figures: changed ones as a table, those of tables by table, those of one report folded."""

from __future__ import annotations

from ccdiff.model.changes import Figure
from ccdiff.render.blocks import Block, Fold, Grid, Items, Para, cut, cut_rows
from ccdiff.render.clean import one_line, shorten
from ccdiff.render.sentences import Statement
from ccdiff.render.view import View

LABEL = 120  # characters of a subject that a table cell shows at most


def figures(view: View, most: int | None) -> tuple[Block, ...]:
    """The blocks of the part; at most ``most`` entries of each list. Empty where no figure is to be told."""
    changed = view.figures("changed")
    say = view.say
    blocks: list[Block] = []
    if changed:
        head = tuple(say(f"figures.{name}") for name in ("subject", "old", "new", "delta", "percent", "places"))
        rows = [_figure_row(view, figure) for figure in changed]
        blocks.append(Grid(head, cut_rows(view, rows, most), right=(3, 4)))
        warned = [("", view.cited(_figure(view, figure))) for figure in changed if figure.warning]
        blocks += [Items(tuple(warned))] if warned else []
    blocks += _table_changes(view, most)
    for kind in ("added", "dropped"):
        entries = [_stated(view, figure) for figure in view.figures(kind)]
        if entries and view.apart:
            blocks.append(Para(say(f"figures.{kind}.brief", n=len(entries))))
        elif entries:
            blocks.append(Fold(say(f"figures.{kind}.lead", n=len(entries)), (Items(cut(view, entries, most)),)))
    if blocks and not changed and not view.tables():
        blocks.insert(0, Para(say("none.figures")))
    return tuple(blocks)


def _table_changes(view: View, most: int | None) -> list[Block]:
    """The cells of tables that hold another number, under a line of their own."""
    head = tuple(view.say(f"tables.{name}") for name in ("row", "column"))
    head += tuple(view.say(f"figures.{name}") for name in ("old", "new", "delta", "percent"))
    blocks: list[Block] = []
    for first, cells in view.tables():
        places = view.cite(first.sections[:1], first.sections[1:])
        lead = view.say(
            "tables.lead", caption=one_line(first.caption) or view.say("tables.untitled"), places=places, n=len(cells)
        )
        rows = [view.tell.numbers.cell(cell) for cell in cells]
        blocks += [Para(lead), Grid(head, cut_rows(view, rows, most), right=(4, 5))]
    return blocks


def _stated(view: View, figure: Figure) -> tuple[str, str]:
    mention = figure.new or figure.old
    places = view.cite(*view.figure_places(figure))
    text = view.say.quote(view.tell.numbers.stated(figure)) + view.say("paren", text=places) + view.say("sentence.end")
    return (view.tell.numbers.mention(mention) if mention else ""), text


def _figure(view: View, figure: Figure) -> Statement:
    return Statement(view.tell.numbers.sentence(figure), *view.figure_places(figure))


def _figure_row(view: View, figure: Figure) -> tuple[str, ...]:
    old, new = (view.tell.numbers.mention(side) if side else "" for side in (figure.old, figure.new))
    places = view.cite(*view.figure_places(figure))
    return (
        shorten(view.tell.numbers.subject(figure), LABEL),
        old,
        new,
        *view.tell.numbers.cells(figure),
        places,
    )
