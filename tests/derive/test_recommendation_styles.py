"""Recommendations in the styles of many bodies: numbered or not, with a chapter of their own, an outcome, or operative paragraphs."""

from __future__ import annotations

import pytest
from ledger_reports import found, from_text

from ccdiff.derive.recommendations import find_recommendations

FORUM = """
Report of the Regional Forum on Reservoirs

# Introduction

The Forum met in a town by a river.

# Discussion

The Forum encouraged speakers to be brief.

# Recommendations

The Forum called upon members to dredge their reservoirs.

The Forum thanked the host.

The Standing Committee urged Governments to train divers.
"""


def test_a_chapter_of_recommendations_needs_no_paragraph_numbers() -> None:
    assert found(from_text(FORUM, "en")) == ["/Recommendations¶1", "/Recommendations¶3"]


FUTURE = """
水库专家组第四次会议报告

一. 导言

1. 专家组举行了会议。

二. 结论和建议

2. 专家组请秘书处编写淤积手册。

三. 今后的工作

3. 专家组商定，第五次会议定于五月举行。
"""


def test_the_next_meeting_is_no_recommendation_beside_those_of_a_chapter() -> None:
    assert found(from_text(FUTURE)) == ["2"]
    assert found(from_text(FUTURE.replace("二. 结论和建议", "二. 审议情况"))) == ["3"]


DECISION = """
Report on fishing nets

The Executive Committee,

Recalling its earlier decision,

1. Notes with appreciation the report on nets;

2. Urges fishers to mark their nets;

3. Also requests the secretariat to keep a register of nets.

4. The secretariat requests the list every year.
"""
CONSENSUS = """
水库论坛第三次会议纪要

一、会议概况

1. 论坛在河边举行。一位代表建议各国清淤。

二、会议成果

2. 与会代表达成以下共识：

（一）加强淤积监测合作；

（二）请秘书处编写年度通报。

3. 会议鼓励各成员分享数据。
"""
ITEMS = """
Conclusions of the Executive Committee

I. Introduction

1. The Executive Committee met.

II. Conclusion on reservoirs

2. The Executive Committee,

(a) Recalls its earlier conclusions;

(b) Calls on States to dredge their reservoirs;

(c) Encourages divers to register.
"""
SUMMARY = """
Chair's summary of the meeting on soil

1. The Chair noted that soils were degrading. Several experts recommended mapping. Others encouraged Governments to subsidize compost.

2. It was suggested that the secretariat should be requested to prepare a handbook.
"""
WORKING_PARTY = """
Report of the Working Group on Wells

I. Introduction

1. The Working Group met.

II. Outcome of the session

2. The Working Group agreed:

(a) To establish a register of wells;

(b) To request the secretariat to circulate a questionnaire.

3. The Working Group took note of the report.

4. The Working Group invited States to submit comments.
"""
PLENARY = """
水井工作组报告

一、结论

1. 工作组注意到水位下降。

二、建议

2. 工作组建议各国：

(a) 修订打井立法；

(b) 清点水井。

3. 工作组促请尚未清点水井的国家清点水井。

4. 工作组邀请秘书处举办讲习班。
"""
STYLES = [
    ("en", DECISION, ["2", "3"]),
    ("en", ITEMS, ["2(a)", "2(b)", "2(c)"]),
    ("en", SUMMARY, []),
    ("en", WORKING_PARTY, ["2(a)", "2(b)", "4"]),
    ("zh", CONSENSUS, ["2（一）", "2（二）", "3"]),
    ("zh", PLENARY, ["2(a)", "2(b)", "3", "4"]),
]


@pytest.mark.parametrize(("language", "text", "places"), STYLES)
def test_each_kind_of_report_asks_in_its_own_form(language: str, text: str, places: list[str]) -> None:
    assert found(from_text(text, language)) == places


def test_items_under_the_name_of_the_body_are_its_recommendations_in_any_chapter() -> None:
    text = (
        "雪崩委员会第四届会议报告\n\n一. {}\n\n1. 雪崩委员会：\n\n(a) 呼吁成员国在山口设立警示牌；\n\n(b) 请秘书处编写手册。\n\n"
        "二. 讨论\n\n2. 发言者们讨论了去年冬季的雪崩情况，并介绍了各国所采取的各种措施和取得的经验。\n"
    )
    assert found(from_text(text.format("委员会通过的建议"), "zh")) == ["1(a)", "1(b)"]
    assert found(from_text(text.format("雪崩状况"), "zh")) == ["1(a)", "1(b)"]
    assert found(from_text(text.format("雪崩状况").replace("1. 雪崩委员会：", "1. 瑞士登山协会："), "zh")) == []


REEFS = """
Report on reefs

# Background

Member States should have known better.

# {title}

Divers like reefs.

Member States should map their reefs by 2030.

All coastal States must ban dynamite.

One speaker said that Member States should plant corals.

The secretariat is asked to keep a register.

It is recommended that ports collect oil.

Reefs should not be neglected.
"""

CORALS = """
关于珊瑚礁的报告

# 背景

报告应大会要求编写。

# 结论和建议

潜水者喜爱珊瑚礁。

各会员国应在2030年之前绘制珊瑚礁地图。

缔约国必须禁止炸鱼。

一位发言者说，会员国应当种植珊瑚。
"""


@pytest.mark.parametrize(
    ("title", "things"),
    [("Recommendations", ["7"]), ("Conclusions and recommendations", ["7"]), ("The way forward", ["7"])],
)
def test_a_paragraph_without_a_number_may_begin_with_the_one_who_should_do_it(title: str, things: list[str]) -> None:
    """Of things, too, where the chapter is called one of recommendations."""
    places = [place.rpartition("¶")[2] for place in found(from_text(REEFS.format(title=title), "en"))]
    assert places == ["2", "3", "5", "6", *things]


def test_a_chinese_paragraph_without_a_number_may_too() -> None:
    assert found(from_text(CORALS)) == ["/结论和建议¶2", "/结论和建议¶3"]


def test_outside_such_a_chapter_it_is_what_somebody_thinks() -> None:
    assert found(from_text(REEFS.format(title="Discussion"), "en")) == []


ADOPTED = """
Report of the Group on reefs

I. Background

1. The Group met.

II. Outcome

2. The Group agreed on the following recommendations:

(a) {item}.

(b) The Group will meet again in May.
"""


@pytest.mark.parametrize(
    ("item", "strength"),
    [
        ("Governments should be encouraged to map reefs", "encourage"),
        ("Ports should be urged to collect oil", "urge"),
        ("Banks were encouraged to insure reefs", "encourage"),
        ("Donors were requested to support divers", "request"),
        ("The secretariat was asked to keep a list", "request"),
        ("States were called upon to ban dynamite", "call"),
        ("States were invited to plant corals", "invite"),
        # who should do a thing is not who is encouraged further on
        ("Governments should map reefs that banks are encouraged to insure", "recommend"),
        ("Governments should be generous", "recommend"),
    ],
)
def test_an_item_in_the_passive_has_the_strength_of_its_verb(item: str, strength: str) -> None:
    advice = find_recommendations(from_text(ADOPTED.format(item=item), "en"))
    assert next(one.strength for one in advice if one.locator == "2(a)") == strength


PILOTS = """
Report of the Working Party on tides on its sixth session

I. Discussion

1. Dredging should be cheap, one speaker said.

II. Conclusions and recommendations

2. The Working Party recommended that port States:

(a) Publish their tables of tides;

(b) Repair their gauges.

3. Dredging should be announced two weeks ahead.

4. A fund should be set up for small ports.

5. Several delegations held that moon tables should be sold.

6. It was not clear whether gauges should be sold.
"""


def test_what_should_be_is_recommended_whoever_is_to_do_it() -> None:
    assert found(from_text(PILOTS, "en")) == ["2(a)", "2(b)", "3", "4"]
