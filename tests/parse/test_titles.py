"""What the head of a report says of it, however the head is set."""

from __future__ import annotations

TEXT = """

    1. 会议于5月5日开幕，来自二十个国家的代表出席了会议并作了发言。

    2. 会议通过了临时议程，并请秘书处向下届会议报告进展情况。
"""


def test_the_session_over_the_word_report_gives_title_body_and_meeting(report):
    read = report(f"""
    RL 31/7

    理事会

    第三十一届会议

    林业委员会第十二届会议
    (2011年2月7-11日,昆明) 报 告

    提请理事会注意的事项

    关于改进森林状况信息的战略草案
    {TEXT}""")
    assert (read.title, read.body, read.meeting) == ("林业委员会第十二届会议报告", "林业委员会", "第十二届会议")
    assert read.symbol == "RL 31/7"


def test_body_session_and_sort_make_the_title_where_the_head_names_nothing_else(report):
    read = report(f"""
    FOR/IC/30/10

    日 期：2016年9月23日

    森林遗传资源政府间委员会

    第三十届会议

    报 告

    经委员会通过
    {TEXT}""")
    assert read.title == "森林遗传资源政府间委员会第三十届会议报告"
    assert (read.body, read.date) == ("森林遗传资源政府间委员会", "2016-09-23")


def test_a_name_under_the_title_belongs_to_it_and_a_star_does_not(report):
    read = report(f"""
    第四十届会议

    2011年1月17日至2月4日

    关于国家报告的结论性意见

    卡兰国*
    {TEXT}""")
    assert read.title == "关于国家报告的结论性意见\u3000卡兰国"


def test_a_field_that_names_the_meeting_gives_the_title_and_a_link_never(report):
    read = report("""
    会议主题：社区月度会议 3.25

    参会人员：张三、李四、王五

    会前必读：https://example.org/notes

    本次会议讨论了单元测试任务的进展，并确定了下一版本的发布时间和负责人。
    """)
    assert read.title == "社区月度会议 3.25"


def test_a_line_that_goes_on_in_small_letters_is_one_with_the_line_above(report):
    read = report("""
    26 May 2004
    Original: English
    Report

    of the Secretary-General on the operation in Karsland

    1. The present report covers developments from November to May in the mission area.

    2. The military situation along the lines remained calm during the whole period.
    """)
    assert read.title == "Report of the Secretary-General on the operation in Karsland"


def test_an_organization_or_the_day_of_presentation_is_no_title(report):
    read = report("""
    KARSLAND FOREST ORGANIZATION

    ET-FM 12th May 2021 Teleconference

    12 May 2021 12:00 – 13:05 UTC

    Presented to the Council on 31 May 2021

    1. The Team met online and considered the draft provisions on forest data.

    2. The Team agreed to meet again in June in order to conclude its work.
    """)
    assert read.title == "ET-FM 12th May 2021 Teleconference"


def test_a_symbol_beside_a_line_or_broken_by_a_scan_is_read_whole(report):
    beside = f"区域委员会 WPF/RC7/9\n\n森林工作的协调\n{TEXT}"
    points = f"EX11/INF.DOC./2 第十一届会议\n\n2002年有关方面会议\n{TEXT}"
    broken = f"FO RCOM/C/KAR/7\n\n林业委员会\n\n关于卡兰国的意见\n{TEXT}\n\n3. 委员会收到了文件FORCOM/C/KAR/5。\n"
    assert (report(beside).symbol, report(beside).body) == ("WPF/RC7/9", "区域委员会")
    assert report(points).symbol == "EX11/INF.DOC./2"
    assert report(broken).symbol == "FORCOM/C/KAR/7"


def test_an_agenda_in_the_head_is_no_title(report):
    read = report("""
    林业组织成员国大会 第六十五届会议
    2024年7月9日至17日
    1. 会议开幕 (A/65/1)
    2. 通过议程 (A/65/2)
    3. 一般性发言
    4. 选举主席团成员
    5. 接纳观察员
    """)
    assert read.title == "林业组织成员国大会第六十五届会议"


def test_a_head_that_a_converter_set_on_one_line_is_read_and_so_are_numbers_alone_on_theirs(report):
    head = (
        "CFO/GR/IC/7/9原文:英文日期:2018年12月10日森林遗传资源委员会第七届会议2018年8月27日至31日,昆明报告经委员会通过"
    )
    first = "由总干事召集的森林遗传资源委员会第七届会议于2018年8月27日至31日在昆明举行."
    second = "下列国家派代表出席了会议:中国、印度、泰国和越南,观察员名单载于附件."
    read = report(
        f"{head}FO/GR/IC/7/9第2页1.\n{first}\n2.\n{second}\n3.\n委员会通过了议程,并感谢东道国政府的盛情款待.\n4.\n"
    )
    assert (read.symbol, read.title, read.date) == ("FO/GR/IC/7/9", "森林遗传资源委员会第七届会议报告", "2018-12-10")
    assert [(p.id, p.text) for p in read.paragraphs][1:3] == [("1", first), ("2", second)]
    assert [p.number for p in read.paragraphs] == [None, "1", "2", "3"]
    assert report(f"{head}{first}\n\n{second}\n").title == "森林遗传资源委员会第七届会议报告"


def test_a_marked_line_that_says_minutes_is_the_title_and_a_list_of_names_never(report):
    read = report("""
        # Library Board minutes, 3 March 2021

        Present: A. Hall (Chair), B. Singh, C. Moreau

        ## Opening hours

        The Board agreed to keep the reading room open until eight o'clock on every working day.
    """)
    assert (read.title, read.date) == ("Library Board minutes, 3 March 2021", "2021-03-03")


def test_no_break_spaces_read_as_blanks(report):
    read = report("""
        Report of the fund

        1. The fund held US$1.9\u00a0million and paid 47\u202fpersons in 5\u2009countries during the year.

        2. The fund closed its books in June and thanked the auditors for all of their work.
    """)
    assert "US$1.9 million and paid 47 persons in 5 countries" in read.paragraph("1").text


def test_what_stands_among_dotted_lines_of_contents_is_contents(report):
    read = report("""
        General Assembly
        Fifty-second session


        ORGANIZATION OF THE FIFTY-SECOND REGULAR SESSION OF THE GENERAL
        ASSEMBLY, ADOPTION OF THE AGENDA AND ALLOCATION OF ITEMS

        First report of the General Committee


                          CONTENTS

                                                  Paragraphs  Page

         I.   INTRODUCTION .....................    1 - 3      2

        III.  OBSERVATIONS ON THE ORGANIZATION OF FUTURE SESSIONS OF
              THE GENERAL ASSEMBLY .............   37 - 38    10


                         I.  INTRODUCTION

        1.   At its first meeting, on 17 September 1997, the General Committee considered a memorandum by the Secretary-General.

        2.   The General Committee draws the attention of the General Assembly to the provisions of its rules of procedure.
    """)
    assert [(s.number, s.title) for s in read.sections[1:]] == [("I", "INTRODUCTION")]
    assert read.title.startswith("ORGANIZATION OF THE FIFTY-SECOND REGULAR SESSION OF THE GENERAL ASSEMBLY, ADOPTION")
    assert read.body == "General Assembly"


def test_a_heading_that_names_a_meeting_of_a_body_by_its_day_is_the_title(report):
    read = report(f"""
        # Foundation Board monthly meeting, September 11, 2025

        This meeting was led by Ana Neves

        Board members in attendance:
        - Ana Neves
        - Bo Lund

        ## Finance
        {TEXT}""")
    assert (read.title, read.date) == ("Foundation Board monthly meeting, September 11, 2025", "2025-09-11")


def test_fields_with_bullets_are_no_title(report):
    read = report(f"""
        # Common Advisory Framework Technical Committee Working Meeting

        - Meeting Date: June 28, 2023
        - Time: 1:00 pm US EDT

        ## Call to order
        {TEXT}""")
    assert read.title == "Common Advisory Framework Technical Committee Working Meeting"
    assert read.date == "2023-06-28"


def test_a_joint_report_is_titled_by_both_of_its_sessions(report):
    read = report(f"""
        CL 125/2

        理事会

        第一二五届会议

        计划委员会第九十届会议和 财政
        委员会第一O四届会议联席会议报告
        2003年9月17日,罗马

        引 言
        {TEXT}""")
    assert read.title == "计划委员会第九十届会议和财政委员会第一O四届会议联席会议报告"


def test_a_heading_that_ends_with_an_open_number_goes_on_in_the_next_line(report):
    read = report("""
        章程及法律事务委员会第七十七届会议报告

        I. 引言

        1. 委员会第七十七届会议于2004年10月7日举行，所有成员均派代表出席了会议。

        II. 根据组织章程第XIV
        条设立的机构的法律地位

        2. 委员会审查了根据本组织总规则提交的题为“机构的法律地位”的文件，并表示赞同。
    """)
    assert [s.title for s in read.sections[1:]] == ["引言", "根据组织章程第XIV条设立的机构的法律地位"]


def test_days_are_read_in_the_forms_that_minutes_print(report):
    for line, day in (
        ("21October2016", "2016-10-21"),
        ("Meeting held at the church Monday MARCH 2ND 2015", "2015-03-02"),
        ("13th MAY 2015", "2015-05-13"),
    ):
        assert report(f"MINUTES OF THE PARISH COUNCIL MEETING\n\n{line}\n\ndate: 2015-10-22\n{TEXT}").date == day


def test_fields_of_minutes_each_on_a_block_of_its_own_are_no_title(report):
    read = report(f"""
        老旧桥梁改造指导委员会
        第五次会议纪要

        时间：2022年3月8日

        地点：市交通大厦三楼会议室

        主持人：赵明

        一、会议开幕
        {TEXT}""")
    assert (read.title, read.date) == ("老旧桥梁改造指导委员会第五次会议纪要", "2022-03-08")
