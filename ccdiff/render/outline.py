"""How a report was read, for a person: its masthead, a tree of sections with counts, what was set aside."""

from __future__ import annotations

from collections import Counter

from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.render.clean import one_line, shorten
from ccdiff.render.messages import Messages
from ccdiff.render.places import ranges


def outline_text(report: Report, say: Messages) -> str:
    """The whole outline as plain text, lines ended by line feeds."""
    parts = [
        _masthead(report, say),
        _tree(report, say),
        _footnotes(report, say),
        _tables(report, say),
        _aside(report, say),
    ]
    parts.append([say("outline.note", text=note) for note in report.notes])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _masthead(report: Report, say: Messages) -> list[str]:
    facts = {"symbol": report.symbol, "title": report.title, "body": report.body, "meeting": report.meeting}
    facts |= {"date": report.date, "language": report.language, "id": report.id}
    lines = [say(f"outline.{name}", value=one_line(value)) for name, value in facts.items() if value]
    return [*lines, "", _totals(report, say)]


def _totals(report: Report, say: Messages) -> str:
    kinds = Counter(paragraph.kind for paragraph in report.paragraphs)
    counts = {
        "sections": len(report.sections),
        "paragraphs": kinds["paragraph"],
        "items": kinds["item"],
        "footnotes": len(report.footnotes),
        "tables": len(report.tables),
        "aside": len(report.set_aside),
    }
    return say("list.dot").join(say(f"count.{name}", n=n) for name, n in counts.items())


def _tree(report: Report, say: Messages) -> list[str]:
    by_id = {paragraph.id: paragraph for paragraph in report.paragraphs}
    return [_section(section, by_id, say) for section in report.sections]


def _section(section: Section, by_id: dict[str, Paragraph], say: Messages) -> str:
    indent = "  " * max(section.level - 1, 0)
    name = (
        say("place.front")
        if section.id == "front"
        else " ".join(filter(None, (section.number, one_line(section.title))))
    )
    inside = [by_id[locator] for locator in section.paragraphs if locator in by_id and section.id != "front"]
    if not inside:
        return f"{indent}{name}"
    printed = ranges([p.id for p in inside if p.kind != "item"])
    kinds = Counter(p.kind for p in inside)
    counts = [say("count.paragraphs", n=kinds["paragraph"])] if kinds["paragraph"] else []
    counts += [say("count.items", n=kinds["item"])] if kinds["item"] else []
    return f"{indent}{name}  [{', '.join(printed)}]  {say('list.dot').join(counts)}".rstrip()


def _footnotes(report: Report, say: Messages) -> list[str]:
    if not report.footnotes:
        return []
    rows = [
        say("outline.footnote", id=note.id, place=note.paragraph or say("outline.nowhere"), text=shorten(note.text, 60))
        for note in report.footnotes
    ]
    return [say("outline.footnotes"), *rows]


def _tables(report: Report, say: Messages) -> list[str]:
    if not report.tables:
        return []
    rows = [
        say("outline.table", section=table.section, rows=len(table.rows), columns=max(map(len, table.rows), default=0))
        for table in report.tables
    ]
    return [say("outline.tables"), *rows]


def _aside(report: Report, say: Messages) -> list[str]:
    if not report.set_aside:
        return []
    rows = [
        say("outline.aside.row", line=row.line, why=say.set_aside(row.why), text=shorten(row.text, 60))
        for row in report.set_aside
    ]
    return [say("outline.aside"), *rows]
