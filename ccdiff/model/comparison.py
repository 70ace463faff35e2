"""The whole result for a pair: what every output is a view of."""

from __future__ import annotations

from collections.abc import Mapping

from ccdiff.model.alignment import Candidate, Link
from ccdiff.model.changes import Changes
from ccdiff.model.record import record
from ccdiff.model.report import Report

Diff = tuple[tuple[str, str], ...]


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

    ``kind`` names a list of the comparison ("figure", "recommendation", "topic", "attendance", "progress", "section",
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
