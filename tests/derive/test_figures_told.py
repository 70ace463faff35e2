"""One thing told in other words is one figure; two things told in much the same words are two. ``figure_told.txt`` is for anyone to extend."""

from __future__ import annotations

from pathlib import Path

import pytest
from figure_reports import reading

from ccdiff.align import align
from ccdiff.config import Config
from ccdiff.derive.context import Pair
from ccdiff.derive.figures import figures, find_figures

ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "figure_told.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
SAME = {  # what both reports say alike: they are two of one series
    "zh": (
        "会议选出了主席和报告员。",
        "会议通过了临时议程和工作安排。",
        "与会者对东道国政府的款待表示感谢。",
        "报告员介绍了报告草稿，报告草稿获得通过。",
    ),
    "en": (
        "The meeting elected its Chair and its Rapporteur.",
        "The provisional agenda and the organization of work were adopted.",
        "Participants thanked the host Government for its hospitality.",
        "The Rapporteur introduced the draft report, which was adopted.",
    ),
}


def kinds(language: str, old: str, new: str) -> set[str]:
    """What became of the figures of two sentences in two reports of one series."""
    config, same = Config(), SAME[language]
    one, two = (
        reading(*same[:2], text.replace("[", "").replace("]", ""), *same[2:], language=language) for text in (old, new)
    )
    return {figure.kind for figure in figures(Pair(one, two, align(one, two, config.align), config.derive))}


@pytest.mark.parametrize(("language", "wanted", "old", "new"), ROWS, ids=[row[2][:40] for row in ROWS])
def test_what_is_one_figure_is_paired_and_what_is_two_is_not(language: str, wanted: str, old: str, new: str) -> None:
    assert kinds(language, old, new) == ({"changed"} if wanted == "same" else {"added", "dropped"})


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("zh", "2021年，委员会发出了[90]封照会。", "2022年1月1日至9月23日，委员会发出了[48]封照会。"),
        (
            "en",
            "In 2021, the Committee sent [90] notes.",
            "From 1 January to 23 September 2022, the Committee sent [48] notes.",
        ),
    ],
)
def test_a_year_and_a_part_of_one_have_no_difference(language: str, old: str, new: str) -> None:
    config, same = Config(), SAME[language]
    one, two = (reading(*same, text.replace("[", "").replace("]", ""), language=language) for text in (old, new))
    (figure,) = figures(Pair(one, two, align(one, two, config.align), config.derive))
    assert (figure.kind, figure.delta, figure.percent) == ("changed", None, None)


def test_a_number_that_begins_a_line_is_no_label_of_the_name_above() -> None:
    (mention,) = reading(
        "Clerk: Brian Long, County Councillor\n5 members of the public were in attendance.", language="en"
    ).once(find_figures)
    assert mention.value == 5
