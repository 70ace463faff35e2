"""What counts as a figure, sentence by sentence: the tables beside this file are for anyone to read and extend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figure_reports import reading

from ccdiff.derive.figures import find_figures
from ccdiff.language import load
from ccdiff.model.changes import FigureMention
from ccdiff.model.report import Footnote, Report
from ccdiff.reading import Reading

HERE = Path(__file__).parent
EXPECTED = re.compile(
    r"(?:(?P<qualifier>over|nearly|about|at_least|up_to) )?(?P<value>[\d.]+)(?:-(?P<to>[\d.]+))? (?P<unit>[^@]+?)"
    r"(?: @(?P<as_of>\S+))?$"
)


def cases(language: str) -> list[tuple[str, str]]:
    lines = (HERE / f"figure_cases.{language}.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("=>") for line in lines if line and not line.startswith("#"))
    return [(sentence.strip(), wanted.strip()) for sentence, _, wanted in rows]


def told(mention: FigureMention) -> str:
    upper = f"-{mention.value_to}" if mention.value_to is not None else ""
    qualifier = "" if mention.qualifier == "exact" else f"{mention.qualifier} "
    return f"{qualifier}{mention.value}{upper} {mention.unit}" + (f" @{mention.as_of}" if mention.as_of else "")


def agrees(mention: FigureMention, wanted: str) -> bool:
    match = EXPECTED.match(wanted)
    assert match, f"cannot read {wanted!r}"
    value = float(match["value"]), float(match["to"]) if match["to"] else None
    found = float(mention.value), float(mention.value_to) if mention.value_to is not None else None
    qualified = mention.qualifier == (match["qualifier"] or "exact")
    unit = mention.unit == "" if match["unit"] == "-" else mention.unit.startswith(match["unit"])
    return value == found and qualified and unit and mention.as_of == match["as_of"]


@pytest.mark.parametrize(("language", "sentence", "wanted"), [(c, *case) for c in ("zh", "en") for case in cases(c)])
def test_the_figures_of_a_sentence_are_those_of_the_table(language: str, sentence: str, wanted: str) -> None:
    found = reading(sentence, language=language).once(find_figures)
    expected = [] if wanted == "none" else [part.strip() for part in wanted.split(";")]
    assert len(found) == len(expected), [told(mention) for mention in found]
    for mention, want in zip(found, expected, strict=True):
        assert agrees(mention, want), told(mention)


@pytest.mark.parametrize(("language", "sentence"), [(c, case[0]) for c in ("zh", "en") for case in cases(c)])
def test_a_quote_stands_where_it_says(language: str, sentence: str) -> None:
    for mention in reading(sentence, language=language).once(find_figures):
        assert sentence[mention.start : mention.end] == mention.quote != ""


def test_a_subject_is_made_of_words_that_stand_in_the_text() -> None:
    text = "截至 2019 年 5 月 1 日，115 个缔约国根据《公约》第六条第三款提供了关于本国预防机关的信息。"
    (mention,) = reading(text).once(find_figures)
    assert mention.subject == "缔约国提供了关于本国预防机关的信息"


def test_the_items_of_a_list_take_the_date_of_their_opening_words() -> None:
    found = reading(
        "截至 2023 年 10 月 9 日，该名录中载有以下方面的信息：",
        "122 个缔约国的预防机关；",
        "38 个缔约国的中央机关。",
        parents={2: 1, 3: 1},
    ).once(find_figures)
    assert [mention.as_of for mention in found] == ["2023-10-09", "2023-10-09"]


def test_a_day_without_a_year_is_the_last_before_the_report_was_issued() -> None:
    (mention,) = reading("As at 18 December, 10 positions were held.", language="en", date="2025-03-12").once(
        find_figures
    )
    assert mention.as_of == "2024-12-18"


def test_a_footnote_may_state_a_figure() -> None:
    base = reading("正文。").report
    report = Report(**{**_fields(base), "footnotes": (Footnote("fn1", "1", "包括 3 个观察员国。", "1"),)})
    (mention,) = Reading(report, load("zh")).once(find_figures)
    assert (mention.paragraph, mention.value) == ("fn1", 3)


def _fields(report: Report) -> dict[str, object]:
    names = ("id", "symbol", "title", "body", "meeting", "date", "language", "sha256", "sections", "paragraphs")
    return {name: getattr(report, name) for name in names}


@pytest.mark.parametrize(
    "text", ["1" * 50_000, "万" * 50_000, "一" * 50_000, "百分之" * 20_000, "3个国家" * 2_000, "“" * 50_000]
)
def test_a_long_line_of_anything_is_read_without_complaint(text: str) -> None:
    reading(text).once(find_figures)
