"""Words of one sense in one place: told as terminology; in other surroundings they are two words."""

from __future__ import annotations

import pytest
from test_terminology import english, terms

from ccdiff.language import load

# an old sentence, a new one, and what is listed
ONE_PLACE = [
    ("该国有残疾人22万。", "该国有残障人士23万。", "残疾人", "残障人士"),
    ("秘书长在会上致词。", "秘书长在会上讲话。", "致词", "讲话"),
    ("会议收到关于薪金的5份报告。", "会议收到关于工资的6份报告。", "薪金", "工资"),
    ("秘书处提到会员国的薪金表。", "会议说，会员国通过机制，公布了上述工资表。", "薪金", "工资"),
]

IN_ENGLISH = [
    ("Four laws were under preparation.", "Six laws were in preparation.", "under preparation", "in preparation"),
    (
        "It collects 3 figures on a regular basis.",
        "It collects 4 figures regularly.",
        "on a regular basis",
        "regularly",
    ),
    ("Using the latest actual rates, 5 posts", "Using the most recent actual rates, 6 posts", "latest", "most recent"),
]

# sentences in which nothing is another wording of the other
TWO_THINGS = [
    ("各国执行了决议。秘书处发了言。", "秘书处发了言。会议落实经费。"),
    ("会议讨论了捐款、援助、培训。", "会议讨论了捐款、协助、培训。"),
]
TWO_THINGS_IN_ENGLISH = [
    ("States request the report.", "The report follows requests of States."),
    ("It visited Rafid village.", "It visited the villages of Rafid."),
    ("It saw the area of separation.", "It saw separation towards the area."),
    ("The Director of programmes spoke.", "The programmes Director spoke of them."),
    ("The United States spoke of 5 posts.", "The United Nations spoke of 6 posts."),
    ("The Council of Europe met.", "Europe, Council and Parliament met."),
    ("The Bank for Asia lent more.", "The Africa Bank lent more."),
]


@pytest.mark.parametrize(("old", "new", "one", "other"), ONE_PLACE)
def test_words_of_one_sense_in_one_place_are_listed(old, new, one, other):
    assert terms([old], [new])[one, other].paragraphs == (("1", "1"),)


@pytest.mark.parametrize(("old", "new", "one", "other"), IN_ENGLISH)
def test_forms_and_phrases_of_one_sense_are_listed_in_english(old, new, one, other):
    assert english(old, new)[one, other].paragraphs == (("1", "1"),)


@pytest.mark.parametrize(("old", "new"), TWO_THINGS)
def test_in_other_surroundings_and_in_lists_they_are_two_words(old, new):
    assert terms([old], [new]) == {}


@pytest.mark.parametrize(("old", "new"), TWO_THINGS_IN_ENGLISH)
def test_a_verb_and_another_number_are_no_other_form(old, new):
    assert english(old, new) == {}


def test_headings_of_one_section_may_have_words_of_one_sense():
    found = terms(["会议开始。"], ["会议开始。"], ("审议情况", "专家组对其他问题的讨论情况"))
    assert found["审议情况", "讨论情况"].paragraphs == (("一", "一"),)


def test_words_that_each_report_puts_for_the_other_are_mixed_and_not_listed():
    old = ["政府推动贸易。", "政府促进贸易往来。"]
    new = ["政府促进贸易。", "政府推动贸易往来。"]
    assert terms(old, new) == {}


@pytest.mark.parametrize("code", ["zh", "en"])
def test_rows_of_near_words_are_of_a_known_kind(code):
    rows = load(code).rows("near")
    assert {row[0] for row in rows} <= {"near", "deed"}
    assert all(len(set(row[1:])) == len(row) - 1 > 1 for row in rows)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_words_that_exclude_each_other_are_in_no_row_of_near_words(code):
    language = load(code)
    places = {}
    for number, row in enumerate(language.rows("contrasts")):
        for place, alternative in enumerate(row[1:]):
            for word in alternative.split("="):
                places.setdefault(word, {})[number] = place
    for row in language.rows("near"):
        told = [places.get(word, {}) for word in row[1:]]
        assert not [(a, b) for a in told for b in told if any(b.get(key, at) != at for key, at in a.items())], row


def test_words_of_one_sense_of_which_each_report_has_its_own_are_listed():
    old = ["上次会议以来，三个国家规定骑手必须佩戴头盔。", "救护车到达现场平均需要18分钟。"]
    new = ["骑乘者不戴安全帽将被罚款的国家增加了三个。", "急救车平均15分钟到达。"]
    found = terms(old, new)
    assert ("头盔", "安全帽") in found
    assert found["救护车", "急救车"].paragraphs == (("2", "2"),)


def test_words_of_one_sense_that_one_report_mixes_are_not():
    old = ["三个国家规定骑手必须佩戴头盔。", "安全帽的质量也有差异。"]
    new = ["骑乘者不戴安全帽将被罚款的国家增加了三个。", "安全帽的质量仍有差异。"]
    assert ("头盔", "安全帽") not in terms(old, new)


def test_words_of_one_sense_in_paragraphs_that_do_not_correspond_are_not():
    assert not terms(["骑手必须佩戴头盔。"], ["不戴安全帽将被罚款。"], linked=False)


DEEDS = [
    ("zh", ["各国审议了建议的执行情况。", "会议执行了第3号决定。"], ["各国审议了建议的落实情况。", "会议落实了第3号决定。"], ("执行", "落实")),
    ("en", ["Samples were collected in Suva.", "It collected 4 fees."], ["Samples were gathered in Suva.", "It gathered 4 fees."],
     ("collected", "gathered")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "words"), DEEDS)
def test_common_verbs_are_listed_where_they_recur_and_not_where_they_stand_once(language, old, new, words):
    assert words in terms(old, new, language=language)
    assert words not in terms(old[:1], new[:1], language=language)


@pytest.mark.parametrize(
    ("language", "old", "new", "words"),
    [
        ("zh", ["委员会讨论了采砂情况。", "报告介绍了护岸情况。"], ["委员会讨论了采砂状况。", "报告介绍了护岸状况。"], ("情况", "状况")),
        ("en", ["Five representatives of Oslo spoke.", "It thanked the representatives."], ["Six delegates of Oslo spoke.", "It thanked the delegates."],
         ("representatives", "delegates")),
    ],
)  # fmt: skip
def test_common_words_too(language, old, new, words):
    assert words in terms(old, new, language=language)
    assert words not in terms(old[:1], new[:1], language=language)


def test_a_wording_that_only_says_more_of_the_other_is_no_other_one():
    assert terms(["防范和打击犯罪是县政府的职责。"], ["防范和打击犯罪行为是县政府的职责。"]) == {}


def test_words_near_one_another_are_told_once_where_neither_report_has_the_others_and_they_are_no_common_words():
    old, new = ["项目的总成本增加了一成。"], ["项目花去的全部费用比上年多。"]
    assert ("总成本", "全部费用") in terms(old, new)
