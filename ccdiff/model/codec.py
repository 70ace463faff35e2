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
    References,
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


def plain_note(note: Note) -> str:
    """A note without a message table: its id and its values, ``"stale-row (new=39, old=43)"``."""
    values = ", ".join(f"{key}={value}" for key, value in note.values)
    return f"{note.id} ({values})" if values else note.id


def report_to_json(report: Report) -> Json:
    """The JSON of ``ccdiff outline --format json``, schema ``ccdiff/report/1``."""
    return {
        "schema": REPORT_SCHEMA,
        "id": report.id,
        "symbol": report.symbol,
        "title": report.title,
        "body": report.body,
        "meeting": report.meeting,
        "date": report.date,
        "language": report.language,
        "sha256": report.sha256,
        "sections": [_section(section) for section in report.sections],
        "paragraphs": [_paragraph(paragraph) for paragraph in report.paragraphs],
        "footnotes": [_footnote(footnote) for footnote in report.footnotes],
        "tables": [_table(table) for table in report.tables],
        "set_aside": [_set_aside(row) for row in report.set_aside],
        "notes": list(report.notes),
    }


def comparison_to_json(comparison: Comparison, say: Callable[[Note], str] = plain_note) -> Json:
    """The JSON of ``ccdiff compare --format json``, schema ``ccdiff/comparison/1``; ``say`` puts a note into words."""
    changes = comparison.changes
    return {
        "schema": COMPARISON_SCHEMA,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "config": {table: dict(values) for table, values in comparison.config.items()},
        "sections": [_link(link) for link in comparison.sections],
        "paragraphs": [_row(row) for row in comparison.paragraphs],
        "figures": [_figure(figure) for figure in changes.figures],
        "tables": [_table_change(change) for change in changes.tables],
        "table_rows": [_row_change(change) for change in changes.table_rows],
        "recommendations": [_recommendation(entry) for entry in changes.recommendations],
        "topics": [_topic(topic) for topic in changes.topics],
        "attendance": _attendance(changes.attendance),
        "references": _references(changes.references),
        "terminology": [_term(term) for term in changes.terminology],
        "progress": [_progress(entry) for entry in changes.progress],
        "highlights": [_highlight(entry) for entry in comparison.highlights],
        "notes": [say(note) for note in changes.notes],
    }


def _side(report: Report) -> Json:
    return {
        "id": report.id,
        "symbol": report.symbol,
        "title": report.title,
        "date": report.date,
        "language": report.language,
        "sha256": report.sha256,
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "level": section.level,
        "parent": section.parent,
        "paragraphs": list(section.paragraphs),
    }


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "id": paragraph.id,
        "section": paragraph.section,
        "text": paragraph.text,
        "footnotes": list(paragraph.footnotes),
        "number": paragraph.number,
        "kind": paragraph.kind,
        "parent": paragraph.parent,
    }


def _footnote(footnote: Footnote) -> Json:
    return {"id": footnote.id, "mark": footnote.mark, "text": footnote.text, "paragraph": footnote.paragraph}


def _table(table: Table) -> Json:
    return {"section": table.section, "rows": [list(row) for row in table.rows]}


def _table_change(change: TableChange) -> Json:
    return {
        "old": change.sections[0],
        "new": change.sections[1],
        "caption": change.caption,
        "row": change.row,
        "column": change.column,
        "texts": list(change.texts),
        "delta": change.delta,
        "percent": change.percent,
    }


def _row_change(change: RowChange) -> Json:
    return {
        "old": change.sections[0],
        "new": change.sections[1],
        "caption": change.caption,
        "kind": change.kind,
        "row": change.row,
        "texts": list(change.texts),
    }


def _set_aside(row: SetAside) -> Json:
    return {"line": row.line, "text": row.text, "why": row.why}


def _candidates(candidates: tuple[Candidate, ...]) -> list[Json]:
    return [{"locator": candidate.locator, "score": candidate.score} for candidate in candidates]


def _link(link: Link) -> Json:
    return {
        "old": list(link.old),
        "new": list(link.new),
        "relation": link.relation,
        "score": link.score,
        "origin": link.origin,
        "why": link.why,
        "candidates": _candidates(link.candidates),
    }


def _row(row: ParagraphRow) -> Json:
    return {
        "old": list(row.old),
        "new": list(row.new),
        "relation": row.relation,
        "score": row.score,
        "origin": row.origin,
        "why": row.why,
        "diff": [[op, text] for op, text in row.diff],
        "candidates": _candidates(row.candidates),
    }


def _mention(mention: FigureMention | None) -> Json | None:
    if mention is None:
        return None
    return {
        "paragraph": mention.paragraph,
        "quote": mention.quote,
        "value": mention.value,
        "qualifier": mention.qualifier,
        "as_of": mention.as_of,
        "start": mention.start,
        "end": mention.end,
        "subject": mention.subject,
        "unit": mention.unit,
        "value_to": mention.value_to,
    }


def _figure(figure: Figure) -> Json:
    return {
        "kind": figure.kind,
        "subject": figure.subject,
        "unit": figure.unit,
        "old": _mention(figure.old),
        "new": _mention(figure.new),
        "delta": figure.delta,
        "percent": figure.percent,
        "score": figure.score,
        "warning": figure.warning,
    }


def _recommendation(entry: Recommendation) -> Json:
    return {
        "old": entry.old,
        "new": list(entry.new),
        "status": entry.status,
        "text": entry.text,
        "why": entry.why,
        "addressee": entry.addressee,
        "strength_old": entry.strength_old,
        "strength_new": entry.strength_new,
        "hedges": list(entry.hedges),
        "shift": entry.shift,
        "candidates": _candidates(entry.candidates),
    }


def _topic(topic: Topic) -> Json:
    return {
        "kind": topic.kind,
        "label": topic.label,
        "terms": list(topic.terms),
        "paragraphs": list(topic.paragraphs),
        "importance": topic.importance,
        "what": topic.what,
    }


def _attendance(attendance: Attendance | None) -> Json:
    """``states``, ``observers`` and ``people`` are there only where both reports print such a list."""
    return {name: _set_change(change) for name, change in attendance.lists()} if attendance else {}


def _set_change(change: SetChange) -> Json:
    return {
        "added": list(change.added),
        "removed": list(change.removed),
        "kept": list(change.kept),
        "renamed": [{"old": renamed.old, "new": renamed.new} for renamed in change.renamed],
        "old_places": list(change.old_places),
        "new_places": list(change.new_places),
    }


def _references(references: References) -> Json:
    return {
        "added": list(references.added),
        "removed": list(references.removed),
        "kept": list(references.kept),
        "places": [
            {"reference": place.reference, "owner": place.owner, "old": list(place.old), "new": list(place.new)}
            for place in references.places
        ],
    }


def _term(term: Term) -> Json:
    return {
        "old": term.old,
        "new": term.new,
        "paragraphs": [list(pair) for pair in term.paragraphs],
        "source": term.source,
    }


def _progress(entry: Progress) -> Json:
    return {"old": entry.old, "new": entry.new, "matter": entry.matter, "from": entry.from_, "to": entry.to}


def _highlight(entry: Highlight) -> Json:
    return {
        "kind": entry.kind,
        "index": entry.index,
        "weight": entry.weight,
        "old": list(entry.old),
        "new": list(entry.new),
        "members": list(entry.members),
    }
