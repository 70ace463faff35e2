"""Every text of a report in which a citation may stand."""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.reading import Reading

HEAD_LINE = 60  # characters; a line of the front that is shorter is masthead, not a sentence


def places(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every text of a report with its locator: headings under their section, tables under theirs."""
    report = reading.report
    for section in report.sections:
        yield section.id, section.title if section.level else ""
        for locator in section.paragraphs:
            paragraph = report.paragraph(locator)
            yield locator, _sentences_of_front(paragraph.text) if paragraph.kind == "front" else paragraph.text
    for note in report.footnotes:
        yield note.id, note.text
    for table in report.tables:
        yield table.section, "\n".join(cell for row in table.rows for cell in row)


def _sentences_of_front(text: str) -> str:
    """The front without its short lines: a symbol in the masthead is the report's own or that of an agenda."""
    return "\n".join(line if len(line) > HEAD_LINE else " " * len(line) for line in text.split("\n"))
