"""The whole result for a pair: what every output is a view of."""

from __future__ import annotations

from collections.abc import Mapping

from ccdiff.model.alignment import Candidate, Link
from ccdiff.model.changes import Changes
from ccdiff.model.named import NamedTuple
from ccdiff.model.record import record
from ccdiff.model.report import Report

Diff = tuple[tuple[str, str], ...]


class Edit(NamedTuple):
    """One change of words in a diff: what goes, what comes in its place, and where each stands in its text (characters)."""

    gone: str
    come: str
    old: int
    new: int


def edits(diff: Diff) -> list[Edit]:
    """The edits of a word diff in the order of the text; a removal and the addition right behind it are one. None is blank.

    >>> edits((("=", "the "), ("-", "first"), ("+", "second"), ("=", " round")))
    [Edit(gone='first', come='second', old=4, new=4)]
    """
    found: list[Edit] = []
    old = new = 0
    last = "="
    for op, text in diff:
        if op == "-":
            found.append(Edit(text, "", old, new))
        elif op == "+" and last == "-":
            found[-1] = found[-1]._replace(come=text)
        elif op == "+":
            found.append(Edit("", text, old, new))
        old += len(text) * (op != "+")
        new += len(text) * (op != "-")
        last = op
    return [edit for edit in found if edit.gone.strip() or edit.come.strip()]


def kept_share(diff: Diff) -> float:
    """The characters that stay, as a share of the longer text (0 to 1); 0 for an empty diff."""
    stays, gone, come = (sum(len(text) for op, text in diff if op == mark) for mark in "=-+")
    return stays / (stays + max(gone, come)) if stays else 0.0


@record
class ParagraphRow:
    """A paragraph link with its judgement and word diff.

    ``relation``: unchanged|reworded|amended|new|dropped. ``diff`` is ``(("=", text), ("-", text), ("+", text), ...)``: the
    ``=`` and ``-`` texts joined are exactly the old text (the texts of several locators joined by a line feed), ``=`` and
    ``+`` the new.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: str
    score: float
    origin: str
    why: str
    diff: Diff
    candidates: tuple[Candidate, ...] = ()


@record
class Highlight:
    """One of the most important changes, in order of weight (0 to 1).

    ``kind`` names a list of the comparison ("figure", "table", "table_row", "recommendation", "topic", "attendance", "progress", "section",
    "paragraph", "reference"), ``index`` the entry in that list; ``old``/``new`` are the places that prove it. ``members``
    are the indexes of all entries that it stands for, where several are told at once (ten recommendations no longer listed).
    """

    kind: str
    index: int
    weight: float
    old: tuple[str, ...]
    new: tuple[str, ...]
    members: tuple[int, ...] = ()


@record
class Comparison:
    old: Report
    new: Report
    config: Mapping[str, Mapping[str, float | int | str | bool]]
    sections: tuple[Link, ...]
    paragraphs: tuple[ParagraphRow, ...]
    changes: Changes
    highlights: tuple[Highlight, ...] = ()
