"""A word of the same sense that one report has where the other has another: told where the places correspond."""

from __future__ import annotations

import pytest
from test_terminology import english, terms

# old paragraphs, new paragraphs, and what is listed
SWITCHED = [
    (["佩戴合格的头盔可降低风险42%。"], ["戴上合格的安全帽，风险可下降42%。"], "头盔", "安全帽"),
    (["行人占死亡总数的32%。"], ["死者之中步行者合占31%。"], "行人", "步行者"),
    (["该国向医院提供了12辆救护车。"], ["医院已收到急救车12辆。"], "救护车", "急救车"),
    # the old word stands once more in the new report, where it is cited
    (
        ["人口动态统计由5个部门编写。", "会议审议了议程。"],
        ["生命统计的编写部门减至4个。", "前称人口动态统计的数据由生命统计司发布。"],
        "人口动态统计",
        "生命统计",
    ),
]
BOTH_WORDS = [
    # both reports have both words
    (["驾驶员应当休息。", "司机培训了20名。"], ["司机应当休息。", "驾驶员培训了20名。"]),
    # the words stand side by side in the new report
    (["头盔降低风险。"], ["头盔和安全帽降低风险。"]),
]


@pytest.mark.parametrize(("old", "new", "one", "other"), SWITCHED)
def test_a_word_that_gave_way_to_another_of_its_sense_is_told(old, new, one, other):
    assert (one, other) in terms(old, new)


@pytest.mark.parametrize(("old", "new"), BOTH_WORDS)
def test_words_that_a_report_uses_side_by_side_are_not(old, new):
    assert not [pair for pair in terms(old, new) if {"司机", "驾驶员", "头盔", "安全帽"} & set(pair)]


def test_without_corresponding_places_nothing_shows_that_it_is_one_thing():
    old, new = ["头盔降低风险。", "头盔应当合格。"], ["安全帽要便宜。", "安全帽在学校发放。"]
    assert ("头盔", "安全帽") not in terms(old, new, linked=False)


def test_singular_and_plural_are_no_two_words():
    assert not english("It set up task forces in 5 provinces.", "The task force met in 6 provinces.")


def test_the_same_words_turned_round_are_no_other_word():
    old, new = "It asked for data disaggregated by sex.", "It asks for disaggregated data of 5 offices."
    assert not [pair for pair in english(old, new) if "disaggregated data" in pair]
