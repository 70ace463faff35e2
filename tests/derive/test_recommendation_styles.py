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


AUDIT = """
Report of the Board of Auditors on the lighthouse fund

I. Summary

1. The Board examined the accounts.

II. Findings and recommendations

2. Eleven contracts had been awarded without a tender.

3. The Board recommends that the fund award no contract without a tender.

4. Invoices were paid after 52 days.

5. The Board recommends that the fund pay invoices within 30 days.
"""


def test_what_auditors_found_stands_beside_what_they_recommend() -> None:
    assert found(from_text(AUDIT, "en")) == ["3", "5"]


PARKS = """
国家公园年度报告

一、工作情况

新建管理站三座。

二、建议

建议各省将经费列入预算。

建议设立抚恤基金。
"""


def test_a_chapter_may_say_by_its_heading_who_recommends() -> None:
    assert len(found(from_text(PARKS))) == 2


TASKS = """
# Meeting of the lantern group

## Notes

Lamps were cleaned.

## Action points

* Ada to order wicks.

* Everyone to read the draft on globes.
"""


def test_a_list_of_tasks_asks_for_all_that_stands_there() -> None:
    assert len(found(from_text(TASKS, "en"))) == 2


VOICES = [
    ("en", "One expert recommended that the Group dredge the ford."),
    ("en", "The observer for the Anglers urged the Group to dredge the ford."),
    ("en", "In its resolution 7/4, the River Assembly requested States to dredge the ford."),
    ("en", "The Group of Ferrymen recalled its recommendation on the dredging of the ford."),
    ("zh", "一位专家建议疏浚渡口。"),
    ("zh", "钓鱼协会观察员敦促摆渡组疏浚渡口。"),
    ("zh", "河流大会在第7/4号决议中请各国疏浚渡口。"),
    ("zh", "摆渡专家组忆及其关于疏浚渡口的建议。"),
]
CHAPTERS = {
    "en": "Report of the Group of Ferrymen\n\nI. Discussion\n\n1. Tides were discussed.\n\nII. Recommendations\n\n2. The Group of Ferrymen urged ports to publish fares.\n\n3. {}\n\n4. The Group of Ferrymen requested the secretariat to list the wrecks.\n",
    "zh": "摆渡专家组报告\n\n一. 讨论\n\n1. 会议讨论了潮汐。\n\n二. 建议\n\n2. 专家组敦促各港口公布票价。\n\n3. {}\n\n4. 专家组请秘书处列出沉船。\n",
}


@pytest.mark.parametrize(("language", "text"), VOICES)
def test_a_voice_or_another_body_in_the_chapter_asks_nothing_of_its_own(language: str, text: str) -> None:
    assert found(from_text(CHAPTERS[language].format(text), language)) == ["2", "4"]


DECIDED = """
# Meeting of the lantern group

## Notes

Lamps were cleaned.

## {}

All was decided without a vote.

The group:

* Wicks: to be replaced in spring

* Globes: Ada's list adopted
"""


@pytest.mark.parametrize("title", ["Key decisions", "Decisions and actions", "Decisions"])
def test_a_list_of_decisions_holds_them_all(title: str) -> None:
    assert len(found(from_text(DECIDED.format(title), "en"))) == 2


def test_a_point_marked_as_an_action_is_one() -> None:
    text = "I. Outcome of the meeting\n\n1. Action. Ada is to order wicks.\n\n2. Wicks were dear.\n"
    assert found(from_text(text, "en")) == ["1"]


SUMMED_UP = {
    "zh": """
老龄问题论坛第三次会议报告

一. 讨论情况

1. 与会者讨论了养老金。

二. 主席总结

2. 主席在总结中指出，会议的讨论表明：

(a) 各国政府宜制定国家长期护理战略；

(b) 秘书处应建立一个老龄政策数据库；

(c) 只有一半国家设有养老金。
""",
    "en": """
Report of the Forum on Ageing on its third meeting

I. Discussion

1. Participants discussed pensions.

II. Chair's summary of conclusions

2. The Chair summarized the conclusions of the meeting as follows:

(a) Countries should adopt a strategy for long-term care;

(b) The secretariat should set up a database of policies;

(c) Only half of the countries have such pensions.
""",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_a_summary_of_the_chair_counts_what_should_be(language: str) -> None:
    assert found(from_text(SUMMED_UP[language], language)) == ["2(a)", "2(b)"]


HEADED = """
感染防控网络指导委员会第五次会议报告

一. 手卫生

1. 指导委员会审查了手卫生数据。

二. 建议

A. 对成员国的建议

2. 所有医院均应配备专职的感染控制护士。

3. 按季度公布手卫生依从率。

B. 对秘书处的建议

4. 秘书处应更新专家名册。

5. 在2023年年底前评估监测软件。
"""


def test_a_heading_names_who_is_asked() -> None:
    asked = {one.locator: one.addressee for one in find_recommendations(from_text(HEADED, "zh"))}
    assert asked == {"2": "成员国", "3": "成员国", "4": "秘书处", "5": "秘书处"}
