"""Pairs of short reports with what became of each figure, judged by reading; ``figure_pairs.txt`` is for anyone to extend."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from figure_reports import SAME, reading

from ccdiff.align import align
from ccdiff.config import Config
from ccdiff.derive.context import Pair
from ccdiff.derive.figures import figures
from ccdiff.model.changes import Figure, FigureMention

CASES = Path(__file__).parent / "figure_pairs.txt"


@dataclass
class Case:
    title: str
    language: str = ""
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)


def cases() -> list[Case]:
    found: list[Case] = []
    title = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "#":
            title = rest
        elif line.startswith("["):
            found.append(Case(title, line.strip("[]")))
        elif kind in ("old:", "new:", "="):
            {"old:": found[-1].old, "new:": found[-1].new, "=": found[-1].wanted}[kind].append(rest)
    return found


def told(mention: FigureMention) -> str:
    return f"{mention.value}" if mention.qualifier == "exact" else f"{mention.qualifier} {mention.value}"


def line(figure: Figure) -> str:
    warning = [figure.warning] if figure.warning else []
    return " ".join([figure.kind, *(told(side) for side in (figure.old, figure.new) if side), *warning])


def derived(case: Case, turned: bool = False) -> tuple[Figure, ...]:
    same = SAME[case.language]
    old, new = (reading(*same, *texts, language=case.language) for texts in (case.old, case.new))
    if turned:
        old, new = new, old
    config = Config()
    return figures(Pair(old, new, align(old, new, config.align), config.derive))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_every_figure_is_what_a_reader_says_it_is(case: Case) -> None:
    assert sorted(map(line, derived(case))) == sorted(case.wanted)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_two_figures_of_a_report_are_not_called_alike(case: Case) -> None:
    for texts in (case.old, case.new):
        subjects = [
            (figure.unit, figure.subject) for figure in derived(Case("", case.language, texts, ["" for _ in texts]))
        ]
        assert len(subjects) == len(set(subjects))
