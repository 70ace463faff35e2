"""An agenda or a list printed line by line, without stops."""

from __future__ import annotations

PRINTED = """
    林业组织成员国大会 第六十五届会议
    2024年7月9日至17日
    会议开幕
    1. 会议开幕 (A/65/INF/1 Rev.)
    3. 一般性发言
    预算事项
    4. 关于审计的报告
    - 外聘审计员的报告 (A/65/5)
    5.预算委员会的报告 (A/65/6)
    (FO/57/11)
    6. 其他事项
    6.1 与研究所的协定
    会议闭幕
    7 通过报告 (A/65/9)
"""


def test_each_entry_of_a_printed_agenda_is_one_and_the_lines_between_are_headings(report):
    read = report(PRINTED)
    assert [s.title for s in read.sections if s.id != "front"] == ["会议开幕", "预算事项", "会议闭幕"]
    assert [(p.number, p.text) for p in read.paragraphs if p.number] == [
        ("1", "会议开幕 (A/65/INF/1 Rev.)"),
        ("3", "一般性发言"),
        ("4", "关于审计的报告"),
        ("5", "预算委员会的报告 (A/65/6) (FO/57/11)"),
        ("6", "其他事项"),
        ("6.1", "与研究所的协定"),
        ("7", "通过报告 (A/65/9)"),
    ]
    assert "外聘审计员的报告 (A/65/5)" in [p.text for p in read.paragraphs]


def test_the_lines_of_an_agenda_after_a_colon_stay_lines_of_their_paragraph_without_stops_too(report):
    read = report("""
        Report of the Board on its third session

        1. The Board met in Oslo from 3 to 5 May and was attended by forty of its members.

        2. The Board adopted the following agenda:

        1. Opening of the session
        2. Budget for the coming
        year
        3. Other matters

        3. The Board considered the budget for the coming year and approved it without a vote.

        4. The Board thanked the host country for the excellent arrangements made for the session.
    """)
    assert read.paragraph("2").text.split("\n")[1:] == [
        "1. Opening of the session",
        "2. Budget for the coming year",
        "3. Other matters",
    ]


def test_lists_that_count_anew_under_short_titles_are_theirs_and_a_place_in_brackets_is_the_lines(report):
    read = report("""
        林业委员会第十二届会议
        (2011年2月7-11日，昆明)
        报告

        委员会：

        关于改进森林状况信息的战略草案

          1. 批准了列作附录的战略草案，并建议理事会进一步核准该草案。
            (第65段)

        非法采伐

          1. 建议将非法采伐问题列入大会下届会议的议程，以便引起重视。
            (第110段)

        供了解情况

        关于行为守则及有关行动计划
        和提高监测效率的进展报告

          1. 认识到行为守则对促进林业的长期可持续发展至关重要。
            (第18段)
          2. 促请总干事根据以往的经验扩大促进实施守则的努力。
          3. 注意到国家行动计划的进展。
    """)
    assert [s.title for s in read.sections if s.id != "front"] == [
        "关于改进森林状况信息的战略草案",
        "非法采伐",
        "供了解情况",
        "关于行为守则及有关行动计划和提高监测效率的进展报告",
    ]
    texts = [(p.number, p.text[-6:].lstrip("。")) for p in read.paragraphs if p.kind != "front"]
    assert texts == [
        ("1", "(第65段)"),
        ("1", "第110段)"),
        ("1", "(第18段)"),
        ("2", "守则的努力。"),
        ("3", "计划的进展。"),
    ]
