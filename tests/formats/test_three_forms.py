"""One report as text, Word and PDF is one report: same paragraphs, sections, footnotes, tables and figures, same comparison."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ccdiff.compare import compare
from ccdiff.derive.figures import find_figures
from ccdiff.reading import Reading
from ccdiff.render import render
from ccdiff.text.normalise import fold

from .conftest import entries

REPORTS = tuple(entry.id for entry in entries())
FORMS = ("docx", "pdf")
each = pytest.mark.parametrize("report", REPORTS)
in_each_form = pytest.mark.parametrize("form", FORMS)
Readings = dict[str, dict[str, Reading]]


def paragraphs(reading: Reading) -> list[tuple[str, str]]:
    """Spacing and width of characters are the printer's affair."""
    return [(fold(p.id), fold(p.text)) for p in reading.report.paragraphs]


@each
@in_each_form
def test_the_paragraphs_are_the_same(readings: Readings, report: str, form: str) -> None:
    assert paragraphs(readings[report][form]) == paragraphs(readings[report]["text"])


@each
@in_each_form
def test_the_sections_are_the_same(readings: Readings, report: str, form: str) -> None:
    def sections(reading: Reading) -> list[tuple[str, str, tuple[str, ...]]]:
        return [(fold(s.id), fold(s.title), tuple(map(fold, s.paragraphs))) for s in reading.report.sections]

    assert sections(readings[report][form]) == sections(readings[report]["text"])


@each
@in_each_form
def test_the_footnotes_are_the_same_and_belong_to_the_same_places(readings: Readings, report: str, form: str) -> None:
    def notes(reading: Reading) -> dict[str, tuple[str, str | None]]:
        return {note.id: (fold(note.text), note.paragraph) for note in reading.report.footnotes}

    assert notes(readings[report][form]) == notes(readings[report]["text"])


@each
@in_each_form
def test_the_tables_are_the_same(readings: Readings, report: str, form: str) -> None:
    def cells(reading: Reading) -> list[list[str]]:
        return [[fold(cell) for cell in row] for table in reading.report.tables for row in table.rows]

    assert cells(readings[report][form]) == cells(readings[report]["text"])


@each
@in_each_form
def test_the_figures_are_the_same(readings: Readings, report: str, form: str) -> None:
    def figures(reading: Reading) -> list[tuple[str, float, str, str]]:
        return [(fold(m.paragraph), m.value, m.qualifier, fold(m.quote)) for m in reading.once(find_figures)]

    assert figures(readings[report][form]) == figures(readings[report]["text"])


@each
@in_each_form
def test_the_masthead_is_the_same(readings: Readings, report: str, form: str) -> None:
    one, other = readings[report][form].report, readings[report]["text"].report
    assert (one.symbol, fold(one.title), one.date, one.language) == (
        other.symbol,
        fold(other.title),
        other.date,
        other.language,
    )


@each
@in_each_form
def test_running_heads_and_page_numbers_are_set_aside_and_nothing_else(
    readings: Readings, report: str, form: str
) -> None:
    aside = {row.text for row in readings[report][form].report.set_aside if row.why == "page-line"}
    symbol = readings[report]["text"].report.symbol
    running = (symbol if "/" in symbol else "A/CONF.1/2", "V.21-01350")
    assert aside and all(text.startswith(running) for text in aside), aside


@in_each_form
@pytest.mark.parametrize("old, new", [(1, 0), (2, 0)])
def test_the_comparison_is_the_same(readings: Readings, form: str, old: int, new: int) -> None:
    def rows(form: str) -> list[Any]:
        comparison = compare(readings[REPORTS[old]][form], readings[REPORTS[new]][form])
        told = json.loads(render(comparison, "json"))
        links = [(row["old"], row["new"], row["relation"]) for row in told["paragraphs"]]
        figures = [
            (f["kind"], f["old"] and f["old"]["paragraph"], f["new"] and f["new"]["value"]) for f in told["figures"]
        ]
        wishes = [(r["old"], r["new"], r["status"]) for r in told["recommendations"]]
        return [fold_all(links), figures, wishes, told["references"]["added"], told["attendance"]]

    assert rows(form) == rows("text")


def fold_all(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    return [fold_all(part) for part in value] if isinstance(value, (list, tuple)) else value


@each
def test_the_same_report_in_two_forms_has_no_changes(readings: Readings, report: str) -> None:
    comparison = compare(readings[report]["docx"], readings[report]["pdf"])
    assert {row.relation for row in comparison.paragraphs} == {"unchanged"}
    assert {figure.kind for figure in comparison.changes.figures} <= {"unchanged"}
    assert not comparison.changes.topics and not comparison.changes.terminology
