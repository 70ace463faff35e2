"""Which chapters hold what a meeting recommends or decides, by their titles, and which only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.derive.recommendations.titles import ADVISE, roles
from ccdiff.derive.recommendations.words import words
from tests.derive.ledger_reports import from_text

LINES = (Path(__file__).parent / "recommendation_titles.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_a_title_says_whether_a_chapter_recommends(line: str) -> None:
    code, mark, title = line.split(" ", 2)
    reading = from_text(f"# A report\n\n## {title}\n\nText of the chapter.\n", code)
    role = list(roles(reading.report, reading.language.once(words)).values())[-1]
    assert (role in (*ADVISE, "observations")) == (mark == "+")
