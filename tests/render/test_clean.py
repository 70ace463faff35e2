"""How report text is cut and cleaned before it is shown."""

from __future__ import annotations

import pytest

from ccdiff.render.clean import Rarity, around, clause, head, nearest_sentence, one_line, opening, shorten, tail

CUT = [
    # text, limit, its head, its tail
    ("会议通过了报告。", 20, "会议通过了报告。", "会议通过了报告。"),
    ("会议通过了下列议程和工作安排", 8, "会议通过了下列…", "…议程和工作安排"),
    ("the Force received eighteen complaints", 8, "the Force…", "…complaints"),
]


@pytest.mark.parametrize(("text", "limit", "first", "last"), CUT)
def test_a_cut_shows_itself_and_parts_no_word(text: str, limit: int, first: str, last: str) -> None:
    assert (head(text, limit), tail(text, limit)) == (first, last)


def test_a_passage_is_quoted_with_its_own_sentence_only() -> None:
    text = "第一句。截至2019年，115个国家提供了资料。第三句。"
    start = text.index("115")
    assert around(text, start, start + 5, 70) == ("截至2019年，", "115个国", "家提供了资料。")


def test_a_short_clause_takes_the_one_before_it_along() -> None:
    text = "本国向外国发出了多份请求，但仅收到了三份答复。"
    start = text.index("三份")
    assert clause(text, start, start + 4, 36) == ("本国向外国发出了多份请求，但仅收到了", "三份答复", "")


def test_an_opening_is_the_first_sentence_without_its_point() -> None:
    assert opening("会议于当日闭幕。另有一句。", 60) == "会议于当日闭幕"
    assert opening("The meeting was closed. Another.", 60) == "The meeting was closed"


def test_the_nearest_sentence_is_the_one_that_shares_most() -> None:
    text = "秘书处介绍了情况。一些代表鼓励缔约国继续提供资料。会议闭幕。"
    assert nearest_sentence(text, "鼓励缔约国继续提供资料；", 60) == "一些代表鼓励缔约国继续提供资料"


def test_a_rare_word_tells_the_sentence_where_common_ones_stand_in_another() -> None:
    text = "在水井合作方面，公约提供了法律依据。她强调各国应简化疏浚程序。"
    others = [text, *["水井合作方面的法律由各国提供。"] * 9]
    like = "各国必须在水井合作方面提供法律协助，并简化程序"
    assert nearest_sentence(text, like, 60, Rarity(others)) == "她强调各国应简化疏浚程序"


def test_in_a_language_with_spaces_words_are_compared_not_letters() -> None:
    text = "The representative of the other commission interested the meeting. The reservoirs were dredged."
    assert nearest_sentence(text, "Requests members to dredge reservoirs", 60) == "The reservoirs were dredged"


def test_what_could_mislead_the_eye_is_taken_out() -> None:
    assert one_line("a\u202eb\u202c\n c\x00") == "ab c\ufffd"
    assert shorten("- The count\n  took place.", 40) == "The count took place." and shorten("-5 - 3", 40) == "-5 - 3"
    assert shorten("a" * 500, 10) == "a" * 19 + "…"


def test_a_short_clause_takes_no_other_sentence_along() -> None:
    text = "加快破除堵点。人口已达2.5亿。"
    start = text.index("2.5")
    assert clause(text, start, start + 4, 36) == ("人口已达", "2.5亿", "")


def test_a_clause_parts_no_parenthesis() -> None:
    text = "On 15 occasions (3 in November, 10 in December and 2 in January), the Force was stopped."
    start = text.index("10")
    assert clause(text, start, start + 14, 36) == (
        "On 15 occasions (3 in November, ",
        "10 in December",
        " and 2 in January)",
    )
