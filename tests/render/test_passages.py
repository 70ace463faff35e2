"""One change, one sentence: what a reader is told of a paragraph that is told anew, and of a figure that began its sentence."""

from __future__ import annotations

import pytest
from sample import NEW, OLD, SAMPLE

from ccdiff.model.comparison import Diff, ParagraphRow
from ccdiff.render.figure_words import lowered
from ccdiff.render.messages import messages
from ccdiff.render.passages import changed_passages, same_statement
from ccdiff.render.view import View

TELL = View(SAMPLE, messages("zh")).tell


def row(stays: str) -> ParagraphRow:
    """Paragraph 6 of the old report as paragraph 2 of the new one, of which ``stays`` is what the word diff keeps."""
    diff = (("=", stays), ("-", OLD["6"][len(stays) :]), ("+", NEW["2"][len(stays) :]))
    return ParagraphRow(("6",), ("2",), "amended", 0.9, "auto", "text:0.90", diff)  # type: ignore[arg-type]


def test_a_paragraph_told_anew_is_quoted_by_both_openings_not_by_scraps() -> None:
    assert TELL.amended(row("会"), 4) == "前一报告作“会议讨论了保密措施”，后一报告作“会议以线上方式举行”"


def test_of_a_paragraph_that_partly_stays_the_changed_words_are_told_with_those_around_them() -> None:
    assert TELL.amended(row("会议"), 4) == "“会议讨论了保密措施”改为“会议以线上方式举行”"


WITHIN = [
    (
        "en",
        (
            ("=", "Experts of all the regions said that fees should "),
            ("+", "not "),
            ("=", "be reduced in small ports."),
        ),
        [
            (
                "regions said that fees should be reduced in small ports",
                "regions said that fees should not be reduced in small ports",
            )
        ],
    ),
    (
        "en",
        (("-", "Many"), ("+", "Some"), ("=", " experts "), ("-", "agreed"), ("+", "disagreed"), ("=", " with that.")),
        [("Many experts agreed with that", "Some experts disagreed with that")],
    ),
    (
        "en",
        (("=", "Troops came from Fiji ("), ("-", "146"), ("+", "148"), ("=", ") and Ghana (5).")),
        [("Troops came from Fiji (146) and Ghana", "Troops came from Fiji (148) and Ghana")],
    ),
    ("zh", (("=", "各国"), ("-", "应"), ("+", "可"), ("=", "公布名录。")), [("各国应公布名录", "各国可公布名录")]),
    (
        "en",
        (("=", "It lists "), ("-", "91"), ("+", "94"), ("=", " names of cities in 45 of the States that took part.")),
        [("It lists 91 names of cities", "It lists 94 names of cities")],
    ),
]


@pytest.mark.parametrize(("language", "diff", "told"), WITHIN)
def test_a_short_change_is_quoted_within_its_clause(language: str, diff: Diff, told: list[tuple[str, str]]) -> None:
    assert changed_passages(diff, language, 4) == told


def test_a_number_is_told_before_longer_changes_of_words() -> None:
    diff = (
        ("-", "The delegations of the region considered"),
        ("+", "Representatives from all over it reviewed"),
        ("=", " the question of the small ports at some length and with care. There were "),
        ("-", "12"),
        ("+", "14"),
        ("=", " of them."),
    )
    assert changed_passages(diff, "en", 1) == [("There were 12 of them", "There were 14 of them")]


def test_of_texts_told_anew_the_sentences_that_say_the_same_are_chosen() -> None:
    old = "肯尼亚专家介绍了情况。领取年龄为70岁。专家们表示感谢。"
    new = "关于退休金，有人作了发言。肯尼亚已将领取年龄降低到65岁。"
    assert same_statement(old, new) == ("领取年龄为70岁。", "肯尼亚已将领取年龄降低到65岁。")
    assert same_statement("会议开幕。主席致辞。", "通过了议程。") == ("会议开幕。", "通过了议程。")


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Over 160,000 mines", "over 160,000 mines"),
        ("US$ 5", "US$ 5"),
        ("Fiji (146)", "Fiji (146)"),
        ("Twenty-eight plans", "twenty-eight plans"),
        ("115个国家", "115个国家"),
        ("", ""),
    ],
)
def test_a_figure_within_a_line_begins_with_a_small_letter(printed: str, told: str) -> None:
    assert lowered(printed, "en") == told


def test_two_changes_quoted_with_the_same_words_are_one_passage_and_an_amount_is_not_cut() -> None:
    diff = (
        ("=", "The Board asks that the "),
        ("-", "Fund award no"),
        ("+", "Board for each"),
        ("=", " contract worth more than $"),
        ("-", "50,000 without"),
        ("+", "30,000 hold a"),
        ("=", " competition."),
    )
    assert changed_passages(diff, "en", 3) == [
        (
            "The Board asks that the Fund award no contract worth more than $50,000 without competition",
            "The Board asks that the Board for each contract worth more than $30,000 hold a competition",
        )
    ]


def test_a_long_change_that_ends_with_a_number_is_quoted_with_its_unit() -> None:
    diff: Diff = (
        ("=", "新增疑似病例"),
        ("-", "6例，均为境外输入病例，其中黑龙江报告4例，上海报告2"),
        ("+", "1例，为境外输入疑似病例，来自上海的一个口岸，共1"),
        ("=", "例。"),
    )
    (old, new), *rest = changed_passages(diff, "zh", 2)
    assert old.endswith("上海报告2例") and new.endswith("共1例") and not rest
