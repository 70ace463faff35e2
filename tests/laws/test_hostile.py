"""A report is untrusted: what a pattern costs on an endless run of one thing grows with its length, not with its square."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from ccdiff.compare import compare, read_report
from ccdiff.derive.figures.owners import PAID
from ccdiff.derive.recommendations.likeness import NUMBER
from ccdiff.parse.patterns import SYMBOL
from ccdiff.render.officers import MENTION
from ccdiff.text.segment import WORD

GOLD = Path(__file__).parents[1] / "gold"
PATTERNS = {"word": WORD, "officer": MENTION, "named": PAID, "measure": NUMBER, "symbol": re.compile(SYMBOL)}
RUNS = ("A.", "A ", "A", "a-", "1,", "1", "中·", "of the ", "A of ", "第", "（", "A/")


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", PATTERNS)
def test_an_endless_run_costs_its_length(name: str, run: str) -> None:
    start = process_time()
    sum(1 for _ in PATTERNS[name].finditer((run * 30_000)[:30_000]))
    assert process_time() - start < 1.5


def test_a_sentence_of_very_many_figures_costs_their_number(tmp_path: Path) -> None:
    for name, first in (("old", 100), ("new", 101)):
        figures = ", ".join(f"{number} States" for number in range(first, first + 400))
        (tmp_path / f"{name}.txt").write_text(f"Report on dogs\n\nI. Introduction\n\n1. There were {figures}.\n")
    start = process_time()
    compare(read_report(tmp_path / "old.txt"), read_report(tmp_path / "new.txt"))
    assert process_time() - start < 6


@pytest.mark.parametrize(("letter", "taken"), [("s", "ſ"), ("i", "ı"), ("i", "İ"), ("k", "\u212a")])
@pytest.mark.parametrize("names", [("paint-5", "paint-6"), ("seaf-8", "seaf-9")])
def test_a_letter_that_a_pattern_takes_for_another_breaks_nothing(
    tmp_path: Path, names: tuple[str, str], letter: str, taken: str
) -> None:
    for name in names:
        text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
        (tmp_path / f"{name}.txt").write_text(text.replace(letter, taken), encoding="utf-8")
    reports = [read_report(tmp_path / f"{name}.txt") for name in names]
    assert compare(*reports).paragraphs
