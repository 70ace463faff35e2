"""What a body asks in the account of its meeting, where no chapter holds its recommendations."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.recommendations import find_recommendations, recommendations

ACCOUNT = """
Report of the Seal Commission

Catches

1. The Commission noted that 14 boats had been licensed. No new grounds were notified.

2. {}

3. The Commission endorsed the plan for the harp seal. The observer of Norway thanked the Commission.
"""

ASKED = (
    "The Commission noted the rising number of boats and requested that further thought be given to a limit.",
    "The Commission urged Members to consider ratifying the convention.",
    "The Commission received the report of the divers. It requested the Director to publish the charts.",
    "The Commission decided to close the northern grounds.",
)
NOT_ASKED = (
    "The Commission requested the observer of Chile to convey its condolences to the family of the first Chair.",
    "The Commission expects to meet in spring.",
    "Norway urged Members to ratify the convention.",
    "The Commission welcomed the report, in which the divers urged boats to slow down.",
    "The Commission approved the minutes of its last meeting.",
    "At its twelfth session, the Commission requested the Director to publish the charts.",
    "The Scientific Committee recommended a limit of 90 boats.",
)


def found(text: str) -> list[str]:
    return [one.locator for one in find_recommendations(from_text(ACCOUNT.format(text), "en"))]


@pytest.mark.parametrize("text", ASKED)
def test_what_the_body_asks_in_its_account_is_its_recommendation(text: str) -> None:
    assert found(text) == ["2"]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_others_ask_or_it_did_itself_is_none(text: str) -> None:
    assert found(text) == []


def test_where_a_chapter_holds_them_the_account_is_not_searched() -> None:
    text = ACCOUNT.format(ASKED[1]) + "\nRecommendations\n\n4. Members should mark their boats.\n"
    assert [one.locator for one in find_recommendations(from_text(text, "en"))] == ["4"]


def test_a_body_may_be_known_by_its_short_name_alone() -> None:
    text = ACCOUNT.replace("Commission", "NASCO").format("The NASCO requested the Director to publish the charts.")
    assert [one.locator for one in find_recommendations(from_text(text, "en"))] == ["2"]


MINUTES = {
    "en": "Minutes of the Ferry Committee\n\n1. Accounts\n\nThe Treasurer spoke of rope. {}\n\nMembers looked at the pier.\n",
    "zh": "渡轮委员会会议纪要\n\n一、账目\n\n司库谈到缆绳。{}\n\n委员们查看了码头。\n",
}
DECIDED = (
    ("en", "After discussion, it was decided to close the pier to lorries."),
    ("en", "It was agreed that the Clerk would write to the owner of the wreck."),
    ("en", "The Committee therefore agreed to postpone the dredging to May."),
    ("en", "Motion: to buy a second boat. Carried."),
    ("zh", "经讨论，会议同意将疏浚推迟到五月。"),
    ("zh", "会议决定，禁止货车驶上码头。"),
    ("zh", "待办事项：王静负责致函沉船船主。"),
    ("zh", "会议研究决定：禁止货车驶上码头。"),
    ("zh", "与会人员一致同意将疏浚推迟到五月。"),
    ("en", "The Secretary was authorized to obtain quotations for a new winch."),
    ("en", "Members accepted the quotation of £300 for a new winch."),
    ("en", "It was agreed that the winch be inspected."),
    ("en", "It was proposed by A. Smith, seconded by B. Jones and agreed that the winch be sold."),
    ("en", "A vote was taken and the proposal to sell the winch was passed."),
    ("en", "The request for a second winch was refused."),
    ("zh", "会议以8票赞成、1票反对通过了渡轮票价方案。"),
    ("zh", "经研究，决定禁止货车驶上码头。"),
    ("zh", "会议否决了渡轮涨价方案。"),
    ("zh", "经讨论，暂不予通过渡轮票价方案。"),
    ("zh", "经表决，会议通过了渡轮票价方案。"),
)
BUSINESS = (
    ("en", "It was agreed that the minutes would be amended."),
    ("en", "The Committee agreed to meet again in May."),
    ("en", "One member agreed to close the pier."),
    ("en", "It was agreed that the letter did not contain any news."),
    ("en", "The Committee agreed that the budget had been overspent."),
    ("en", "The following payments were approved: winch £300; rope £20."),
    ("zh", "会议同意下次会议于五月举行。"),
    ("zh", "一位委员同意关闭码头。"),
)


def decided(language: str, text: str) -> list[str]:
    return [one.said for one in find_recommendations(from_text(MINUTES[language].format(text), language))]


@pytest.mark.parametrize(("language", "text"), DECIDED)
def test_minutes_tell_in_the_midst_of_a_paragraph_what_was_decided(language: str, text: str) -> None:
    assert len(decided(language, text)) == 1
    assert "rope" not in decided(language, text)[0] and "缆绳" not in decided(language, text)[0]


@pytest.mark.parametrize(("language", "text"), BUSINESS)
def test_what_a_meeting_does_with_its_papers_and_what_one_member_says_is_no_decision(language: str, text: str) -> None:
    assert decided(language, text) == []


@pytest.mark.parametrize(
    ("said", "many"), [("经讨论，会议决定，禁止货车驶上码头。", 1), ("上届会议决定，禁止货车驶上码头。", 0)]
)
def test_a_chinese_report_without_a_chapter_tells_what_the_meeting_decided(said: str, many: int) -> None:
    text = MINUTES["zh"].replace("会议纪要", "报告").format(said)
    assert len(find_recommendations(from_text(text, "zh"))) == many


@pytest.mark.parametrize(
    ("language", "text", "many"),
    [
        ("en", "The new rope was approved by the Committee.", 1),
        ("en", "Clerk to contact the owner of the wreck about the mast.", 1),
        ("en", "Next step: meeting with the owner of the wreck.", 1),
        ("en", "The minutes were approved as read.", 0),
        ("en", "Welcome to new members.", 0),
        ("en", "More to follow in the Clerk's report.", 0),
        ("en", "Proposal to have a film of the pier.", 0),
        ("zh", "汇报人：王静 结论：尽快疏浚渡口。", 1),
        ("zh", "结论：汇报了疏浚的进度，讨论了渡口。", 0),
        ("zh", "遗留问题：无。", 0),
        ("zh", "结论：尽快疏浚渡口；遗留问题：", 1),
        ("zh", "结论：遗留问题：", 0),
        ("zh", "结论：确认结果：渡口由镇上管理，不用移交。", 0),
    ],
)
def test_minutes_have_marks_and_forms_of_their_own(language: str, text: str, many: int) -> None:
    bare = {
        "en": "Minutes of the Ferry Committee\n\n1. Accounts\n\n{}\n",
        "zh": "渡轮委员会会议纪要\n\n一、账目\n\n{}\n",
    }
    assert len(find_recommendations(from_text(bare[language].format(text), language))) == many


ITEM = {
    "en": "Minutes of the Ferry Committee\n\n# {heading}\n\n{told}\n\n# Accounts\n\nThe Treasurer spoke of rope.\n",
    "zh": "渡轮委员会会议纪要\n\n# {heading}\n\n{told}\n\n# 账目\n\n司库谈到缆绳。\n",
}


@pytest.mark.parametrize(
    ("language", "heading", "told", "later", "status"),
    [
        ("en", "Winter timetable for the night ferry", "Next step: publish a call for tenders.", "Winner chosen.", "echoed"),
        ("en", "Next steps", "Publish a call for tenders for the night ferry.", "Winner chosen.", "dropped"),
        ("zh", "夜间渡轮冬季时刻表", "待办事项：发布招标公告。", "中标人已选定。", "echoed"),
        ("zh", "下一步工作", "待办事项：发布夜间渡轮招标公告。", "中标人已选定。", "dropped"),
    ],
)  # fmt: skip
def test_in_minutes_an_item_of_the_same_heading_takes_up_what_was_decided_under_it(
    language: str, heading: str, told: str, later: str, status: str
) -> None:
    old, new = (from_text(ITEM[language].format(heading=heading, told=text), language) for text in (told, later))
    assert [one.status for one in recommendations(pair(old, new)) if one.old] == [status]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Next step: publish the timetable (Sarah).", "Sarah"),
        ("zh", "待办事项：发布时刻表，责任人：钟禄平。", "钟禄平"),
    ],
)
def test_to_whom_something_is_given_is_no_part_of_what_is_to_be_done(language: str, text: str, name: str) -> None:
    found = [one.asked for one in find_recommendations(from_text(MINUTES[language].format(text), language))]
    assert found and name not in found[0]
