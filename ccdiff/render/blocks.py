"""The pieces a note is made of, whatever form it takes: paragraphs, lists, tables, folds; and how lists are cut."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.model.named import NamedTuple
from ccdiff.render.view import View


class Para(NamedTuple):
    """A paragraph."""

    text: str


class Items(NamedTuple):
    """A list; an entry is a pair (lead in bold or empty, text)."""

    entries: tuple[tuple[str, str], ...]
    ordered: bool = False


class Grid(NamedTuple):
    """A table; ``right`` names the columns of numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


class Fold(NamedTuple):
    """Blocks that a reader may open."""

    summary: str
    blocks: tuple[Block, ...]


Block = Para | Items | Grid | Fold


def cut(view: View, entries: list[tuple[str, str]], most: int | None) -> tuple[tuple[str, str], ...]:
    """At most ``most`` entries of a list, then how many more there are."""
    if most is None or len(entries) <= most:
        return tuple(entries)
    return (*entries[:most], ("", view.say("note.more", n=len(entries) - most)))


def cut_rows(view: View, rows: Sequence[tuple[str, ...]], most: int | None) -> tuple[tuple[str, ...], ...]:
    """The same for the rows of a table."""
    if most is None or len(rows) <= most:
        return tuple(rows)
    return (*rows[:most], (view.say("note.more", n=len(rows) - most), *[""] * (len(rows[0]) - 1)))
