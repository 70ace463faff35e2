"""One change, one sentence: what a reader is told of a paragraph that is told anew, and of a figure that began its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import CHANGES, NEW, OLD, SAMPLE

from ccdiff.model.comparison import ParagraphRow
from ccdiff.render.messages import messages
from ccdiff.render.sentences import lowered
from ccdiff.render.view import View

TELL = View(SAMPLE, messages("zh")).tell


def row(stays: str) -> ParagraphRow:
    """Paragraph 6 of the old report as paragraph 2 of the new one, of which ``stays`` is what the word diff keeps."""
    diff = (("=", stays), ("-", OLD["6"][len(stays) :]), ("+", NEW["2"][len(stays) :]))
    return ParagraphRow(("6",), ("2",), "amended", 0.9, "auto", "text:0.90", diff)  # type: ignore[arg-type]


def test_a_paragraph_told_anew_is_quoted_by_both_openings_not_by_scraps() -> None:
    assert TELL.amended(row("会"), 4) == "“会议讨论了保密措施”改为“会议以线上方式举行”"


def test_of_a_paragraph_that_mostly_stays_the_changed_words_are_told() -> None:
    assert TELL.amended(row("会议"), 4) == "“讨论了保密措施”改为“以线上方式举行”"


@pytest.mark.parametrize(
    ("printed", "told"),
    [("Over 160,000 mines", "over 160,000 mines"), ("US$ 5", "US$ 5"), ("115个国家", "115个国家"), ("", "")],
)
def test_a_figure_within_a_line_begins_with_a_small_letter(printed: str, told: str) -> None:
    assert lowered(printed) == told


def test_the_sentence_of_a_figure_begins_no_word_with_a_capital_in_its_midst() -> None:
    figure = CHANGES.figures[0]
    assert figure.old and figure.new
    shouted = replace(figure, new=replace(figure.new, quote="Some 119 States"))
    assert "to some 119 States" in View(SAMPLE, messages("en")).tell.figure(shouted)
