"""Sentences that are the same but for one noun; ``figure_lookalikes.txt`` is for anyone to extend."""

from __future__ import annotations

from pathlib import Path

import pytest
from figure_reports import SAME, language_of, reading

from ccdiff.align import align
from ccdiff.config import Config
from ccdiff.derive.context import Pair
from ccdiff.derive.figures import figures

ROWS = [
    tuple(field.strip() for field in line.split("|"))
    for line in (Path(__file__).parent / "figure_lookalikes.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def told(old: str, new: str) -> list[str]:
    language, config = language_of(old), Config()
    readings = tuple(reading(*SAME[language], text, language=language) for text in (old, new))
    return sorted(figure.kind for figure in figures(Pair(*readings, align(*readings, config.align), config.derive)))


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in ROWS if row[0] == "apart"])
def test_another_noun_makes_another_figure(old: str, new: str) -> None:
    assert told(old, new) == ["added", "dropped"]


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in ROWS if row[0] == "same"])
def test_another_word_for_the_same_thing_makes_none(old: str, new: str) -> None:
    assert told(old, new) == ["changed"]


def test_the_next_session_is_no_other_thing() -> None:
    assert told("The first session was attended by 24 experts.", "The second session was attended by 31 experts.") == [
        "changed"
    ]
