"""The examples of docs/templates.md work as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

from sample import SAMPLE

from ccdiff.render import render

DOCS = Path(__file__).parents[2] / "docs" / "templates.md"


def test_the_note_of_the_manual_can_be_used(tmp_path: Path) -> None:
    example = re.search(r"```jinja\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)
    assert example
    (tmp_path / "note.md.j2").write_text(example[1], encoding="utf-8")
    note = str(render(SAMPLE, "md", template=tmp_path))
    assert note.startswith("# A/1的报告 / A/2的报告")
    assert "1. 前一报告的“结论和建议”部分在后一报告中没有对应部分（前，第四部分）。" in note.splitlines()


def test_a_style_of_ones_own_is_carried_and_allowed(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text(":root { --blue: #6b1d2a }\n", encoding="utf-8")
    page = str(render(SAMPLE, "html", template=tmp_path))
    assert "<style>:root { --blue: #6b1d2a }\n</style>" in page
