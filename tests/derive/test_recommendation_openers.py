"""What makes a chapter, a list or a point one of recommendations: its heading, what opens it, a label, whose voice speaks."""

from __future__ import annotations

import pytest
from ledger_reports import found, from_text

from ccdiff.derive.recommendations import find_recommendations

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
