"""Compounds of which one part has another word of the same stem: told where each report has its own alone."""

from __future__ import annotations

import pytest
from test_terminology import terms

AKIN = [
    (["死者中摩托车驾乘者占43%。"], ["摩托车骑乘者占死者的41%。"], "摩托车驾乘者", "摩托车骑乘者"),
    (["14个国家的登记覆盖面已达90%。"], ["登记覆盖率达到90%的国家有17个。"], "登记覆盖面", "登记覆盖率"),
    (["该国正在修订灯塔章则。"], ["灯塔章程已经修订。"], "灯塔章则", "灯塔章程"),
    (["秘书处培训了20名网络大使。"], ["网路大使增至35名。"], "网络大使", "网路大使"),
    (["汇率加价占总成本的三分之一。"], ["汇率差价占全部费用的28%。"], "汇率加价", "汇率差价"),
    (["交易所规则修订了2次。"], ["交易场所规则修订了3次。"], "交易所规则", "交易场所规则"),
    (["血液酒精浓度限量为0.05%。"], ["酒精浓度限度仍是0.05%。"], "浓度限量", "浓度限度"),
]
APART = [
    # other things of one kind
    (["农民培训班举办了5期。"], ["渔民培训班举办了6期。"]),
    (["该国新建公路网两处。"], ["该国新建铁路网两处。"]),
    (["水质监测点有12个。"], ["水量监测点有14个。"]),
    (["客车检查了300辆。"], ["货车检查了300辆。"]),
    (["省级主管部门提交了数据。"], ["市级主管部门提交了数据。"]),
    (["进口货物增加了。"], ["出口货物增加了。"]),
    (["肺癌病例增加。"], ["胃癌病例增加。"]),
    # verbs of general prose
    (["委员会提供咨询意见。"], ["委员会提出咨询意见。"]),
    # what stands beside the words is another thing, too
    (["该国编制文物清单目录。"], ["该国编制图书清册草案。"]),
]


@pytest.mark.parametrize(("old", "new", "one", "other"), AKIN)
def test_a_part_of_a_compound_that_gave_way_to_a_word_of_the_same_stem_is_told(old, new, one, other):
    assert (one, other) in terms(old, new)


@pytest.mark.parametrize(("old", "new"), APART)
def test_two_things_that_share_a_character_are_no_wordings_of_one(old, new):
    assert not terms(old, new)


def test_where_both_reports_have_both_words_neither_gave_way():
    old, new = ["登记覆盖面已达90%。", "覆盖率见附件。"], ["登记覆盖率已达92%。", "覆盖面见附件。"]
    assert not [pair for pair in terms(old, new) if "登记覆盖面" in pair]


def test_a_word_in_several_compounds_is_told_by_itself():
    old = ["会议讨论了长期照护保险。", "在家照护人数增加了5%。"]
    new = ["长期护理保险是讨论的题目之一。", "在家护理人数增加了6%。"]
    assert ("照护", "护理") in terms(old, new)


def test_places_that_do_not_correspond_show_nothing():
    assert not terms(["登记覆盖面已达90%。"], ["登记覆盖率已达92%。"], linked=False)
