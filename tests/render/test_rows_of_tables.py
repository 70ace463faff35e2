"""Rows of tables of words, in every form that a reader gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.compare import compare, read_report
from ccdiff.render import render

MINUTES = "# Minutes of the Harbour Group\n\n## Discussion\n\n| Item | What was said |\n| --- | --- |\n{}\n"
OLD = "| Quay walls | Comments are needed. |\n| Tide tables | Reviewed. |\n| Buoys | The target is May. |"
NEW = "| Quay walls | Comments are needed. |\n| Buoys | The target is <b>November</b>. |\n| Pilot boats | A plan was shown. |"


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("minutes")
    paths = [folder / name for name in ("first.md", "second.md")]
    for path, rows in zip(paths, (OLD, NEW), strict=True):
        path.write_text(MINUTES.format(rows), encoding="utf-8")
    comparison = compare(*map(read_report, paths))
    return {form: str(render(comparison, form)) for form in ("md", "html", "json")}


def test_the_note_tells_each_row_and_counts_them_at_its_head(forms: dict[str, str]) -> None:
    note = forms["md"]
    assert "Table: one row is new; one row is gone; one row holds other text" in note
    assert "**Pilot boats** (new row, “A plan was shown.”)" in note
    assert "**Tide tables** (row gone, “Reviewed.”)" in note
    assert "**Buoys** (other text, “The target is May.” – now “The target is " in note


def test_the_page_sets_both_texts_of_a_row_side_by_side(forms: dict[str, str]) -> None:
    page = forms["html"]
    assert 'id="part-table_rows"' in page
    assert '<td data-head="Earlier report">The target is May.</td>' in page
    assert "<b>November</b>" not in page  # a report's text is never markup
