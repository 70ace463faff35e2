"""The published JSON of a report and of a comparison: plain dictionaries in a fixed key order. Standard library only.

The shape is the one of ``render/schema/report-1.json`` and ``comparison-1.json``. Nothing here depends on a clock, a path or
the order of a set: the same value always gives the same dictionary.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ccdiff.model.alignment import Candidate, Link, Note
from ccdiff.model.changes import (
    Attendance,
    Figure,
    FigureMention,
    Progress,
    Recommendation,
    ReferencePlace,
    References,
    Renamed,
    RowChange,
    SetChange,
    TableChange,
    Term,
    Topic,
)
from ccdiff.model.comparison import Comparison, Highlight, ParagraphRow
from ccdiff.model.report import Footnote, Paragraph, Report, Section, SetAside, Table

Json = dict[str, Any]
REPORT_SCHEMA = "ccdiff/report/1"
COMPARISON_SCHEMA = "ccdiff/comparison/1"


# what is published of each record, in its order; a key that Python keeps for itself is an attribute with "_" behind it
KEYS: dict[type, str] = {
    Section: "id number title level parent paragraphs",
    Paragraph: "id section text footnotes number kind parent",
    Footnote: "id mark text paragraph",
    Table: "section rows",
    SetAside: "line text why",
    Candidate: "locator score",
    Link: "old new relation score origin why candidates",
    ParagraphRow: "old new relation score origin why diff candidates",
    FigureMention: "paragraph quote value qualifier as_of start end subject unit value_to",
    Figure: "kind subject unit old new delta percent score warning",
    TableChange: "caption row column texts delta percent",
    RowChange: "caption kind row texts",
    Recommendation: "old new status text why addressee strength_old strength_new hedges shift candidates",
    Topic: "kind label terms paragraphs importance what",
    SetChange: "added removed kept renamed old_places new_places",
    Renamed: "old new",
    References: "added removed kept places",
    ReferencePlace: "reference owner old new",
    Term: "old new paragraphs source",
    Progress: "old new matter from to",
    Highlight: "kind index weight old new members",
}
NAMES = {"from": "from_"}


def plain_note(note: Note) -> str:
    """A note without a message table: its id and its values, ``"stale-row (new=39, old=43)"``."""
    values = ", ".join(f"{key}={value}" for key, value in note.values)
    return f"{note.id} ({values})" if values else note.id


def report_to_json(report: Report) -> Json:
    """The JSON of ``ccdiff outline --format json``, schema ``ccdiff/report/1``."""
    keys = "id symbol title body meeting date language sha256 sections paragraphs footnotes tables set_aside notes"
    return {"schema": REPORT_SCHEMA, **_record(report, keys)}


def comparison_to_json(comparison: Comparison, say: Callable[[Note], str] = plain_note) -> Json:
    """The JSON of ``ccdiff compare --format json``, schema ``ccdiff/comparison/1``; ``say`` puts a note into words."""
    changes = comparison.changes
    side = "id symbol title date language sha256"
    return {
        "schema": COMPARISON_SCHEMA,
        "old": _record(comparison.old, side),
        "new": _record(comparison.new, side),
        "config": {table: dict(values) for table, values in comparison.config.items()},
        **_record(comparison, "sections paragraphs"),
        "figures": _plain(changes.figures),
        "tables": [_in_sections(change) for change in changes.tables],
        "table_rows": [_in_sections(change) for change in changes.table_rows],
        **_record(changes, "recommendations topics"),
        "attendance": _attendance(changes.attendance),
        **_record(changes, "references terminology progress"),
        "highlights": _plain(comparison.highlights),
        "notes": [say(note) for note in changes.notes],
    }


def _plain(value: Any) -> Any:
    """``value`` in what JSON has: records by their keys, sequences as lists, all else as it is."""
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    keys = KEYS.get(type(value))
    return _record(value, keys) if keys else value


def _record(value: Any, keys: str) -> Json:
    return {key: _plain(getattr(value, NAMES.get(key, key))) for key in keys.split()}


def _in_sections(change: TableChange | RowChange) -> Json:
    """A change of a table, with the sections in which it stands."""
    old, new = change.sections
    return {"old": old, "new": new, **_plain(change)}


def _attendance(attendance: Attendance | None) -> Json:
    """``states``, ``observers`` and ``people`` are there only where both reports print such a list."""
    return {name: _plain(change) for name, change in attendance.lists()} if attendance else {}
