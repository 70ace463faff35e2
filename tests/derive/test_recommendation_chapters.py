"""Chapters of recommendations in the forms of many bodies, and chapters that look like such and hold none."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from ccdiff.derive.recommendations import find_recommendations
from tests.derive.ledger_reports import from_text

HERE = Path(__file__).parent
MARK = "+"


def cases(code: str) -> list[ParameterSet]:
    """The texts of a language, by name."""
    texts = (HERE / f"recommendation_chapters.{code}.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    parts = (text.split("\n", 1) for text in texts)
    return [pytest.param(body, code, id=name) for name, body in parts]


@pytest.mark.parametrize(("text", "code"), [*cases("en"), *cases("zh")])
def test_what_a_report_recommends_is_found_in_whatever_form(text: str, code: str) -> None:
    lines = text.splitlines()
    wanted = [_plain(line[1:]) for line in lines if line.startswith(MARK)]
    reading = from_text("\n".join(line.removeprefix(MARK) for line in lines), code)
    found = [_plain(advice.text) for advice in find_recommendations(reading)]
    assert len(found) == len(wanted)
    assert all(line.endswith(text) for line, text in zip(wanted, found, strict=True))


def _plain(text: str) -> str:
    return "".join(text.split())
