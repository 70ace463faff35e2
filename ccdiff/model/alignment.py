"""Which places of two reports correspond: locators and scores, never texts."""

from __future__ import annotations

from ccdiff.model.record import record


@record
class Note:
    """What could not be judged, and why. ``id`` is stable (words: render/messages); ``values`` fill its template."""

    id: str
    values: tuple[tuple[str, str], ...] = ()


@record
class Candidate:
    """A place that was looked at and not taken, with its score (0 to 1)."""

    locator: str
    score: float


@record
class Link:
    """One row of an alignment. Several locators on a side: a split or a merger; none: no counterpart.

    ``score`` is the confidence that the link is right (0 to 1; for a one-sided row that there is no counterpart).
    ``origin`` is "auto" or "reviewed". ``why`` is a stable id with its evidence, e.g. ``"text:0.93"``; ``candidates`` are,
    for a one-sided row, the nearest places of the other report, best first. ``relation`` is set for sections (contract:
    same|renamed|moved|split|merged|new|dropped) and, for paragraphs, only where a person settled it.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float
    origin: str = "auto"
    why: str = ""
    relation: str | None = None
    candidates: tuple[Candidate, ...] = ()


@record
class Alignment:
    """Every section and paragraph of both reports stands in at least one row; rows are in reading order.

    ``notes`` say what a person should know (a reviewed row that has become stale).
    """

    sections: tuple[Link, ...]
    paragraphs: tuple[Link, ...]
    notes: tuple[Note, ...] = ()


@record
class ReviewedRow:
    """A row that a person settled. ``verdict``: "confirmed" (these correspond), "forbidden" (these do not).

    ``kind`` is "section" or "paragraph". ``old_digest``/``new_digest`` anchor the texts it was settled on.
    """

    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    verdict: str
    relation: str | None = None
    old_digest: str = ""
    new_digest: str = ""
    note: str = ""
