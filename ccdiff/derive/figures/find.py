"""All figures of a report, each with its subject and with what it is paired by."""

from __future__ import annotations

import re

from ccdiff.derive.figures.dates import dates_of
from ccdiff.derive.figures.place import Place, hits_of
from ccdiff.derive.figures.statement import NOTHING, Statement
from ccdiff.derive.figures.tools import keyed_words, tools
from ccdiff.model.changes import FigureMention
from ccdiff.reading import Reading

COLON = re.compile(r"[:：]\s*$")


def find_figures(reading: Reading) -> tuple[FigureMention, ...]:
    """The figures of a report in reading order: its paragraphs and items, then its footnotes. Use ``reading.once``."""
    return tuple(statement.told(statement.plain) for statement in reading.once(find_statements) if not statement.lone)


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The figures of a report with what they are paired by. Use ``reading.once``."""
    have = reading.language.once(tools)
    chapeaux: dict[str, tuple[frozenset[str], str | None]] = {}
    found: list[Statement] = []
    titles, hits = _titles(reading), reading.once(hits_of)
    for place in reading.report.paragraphs:
        chapeau, dated = chapeaux.get(place.parent or "", (NOTHING, None))
        if place.parent is None and COLON.search(place.text):
            dates = dates_of(place.text, have.words, reading.report.date)
            said = frozenset(reading.once(keyed_words)[place.text].keys)
            chapeaux[place.id] = (said, dates[-1][1] if dates else None)
        if hits[place.text]:
            title = titles.get(place.section, "")
            found.extend(Place(place.id, place.text, title, reading, have).statements(chapeau, dated))
    for note in reading.report.footnotes:
        if hits[note.text]:
            found.extend(Place(note.id, note.text, "", reading, have).statements(NOTHING, None))
    return tuple(found)


def _titles(reading: Reading) -> dict[str, str]:
    """The headings over the paragraphs of each section, the nearest last."""
    found: dict[str, str] = {}
    for section in reading.report.sections:
        found[section.id] = f"{found.get(section.parent or '', '')} {section.title}"
    return found
