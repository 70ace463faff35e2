"""Forms met in real minutes, reports and web pages."""

from __future__ import annotations

import pytest


def outline(report):
    return {s.title: len(s.paragraphs) for s in report.sections if s.id != "front"}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbered_titles_over_text_are_headings_though_one_ends_as_a_sentence(report, gap):
    titles = ("Apologies", "To adopt the minutes of 24 May.", "Progress reports", "Planning")
    texts = ("Sent by Ana Lima and Bo Chen", "Agreed and signed.", "The footpath is being repaired.", "No comments.")
    matters = "\n\n".join(
        f"{n}. {title}{gap}{text}" for n, (title, text) in enumerate(zip(titles, texts, strict=True), 1)
    )
    read = report(f"Minutes of the Parish Council\n\n25 June 2018\n\n1 member of the public\n\n{matters}\n")
    assert outline(read) == dict.fromkeys(titles, 1)


def test_a_list_that_counts_anew_under_such_a_title_is_no_heading(report):
    read = report(
        "Minutes of the Council\n\n1. Apologies\nNone were sent.\n\n2. Open session\nThe meeting was adjourned.\n\n"
        "1. Public questions\nNo questions were put.\n\n3. Planning\nNo comments.\n\n4. Close\nThe meeting closed at nine.\n"
    )
    assert list(outline(read)) == ["Apologies", "Open session", "Planning", "Close"]


def test_a_code_that_rises_numbers_the_matters_of_minutes(report):
    matters = ("Apologies", "Minutes", "Finance", "Any other business.")
    text = "".join(f"C04{n}/23 {title}\n\nNothing was said of it.\n\n" for n, title in enumerate(matters))
    read = report(f"Minutes of the Parish Council, 22 November 2023\n\n{text}")
    assert [(s.id, s.title) for s in read.sections if s.id != "front"] == [
        (f"C04{n}/23", title) for n, title in enumerate(matters)
    ]


def test_headings_in_bold_alone_are_headings_in_a_text_that_marks_none_otherwise(report):
    read = report(
        "Minutes of the Harbour Committee, 3 June 2022\n\n**Attendance**\n\nAna Lima, Bo Chen\n\n"
        "**Budget**\n\nThe committee adopted the budget.\n\n**Any other business**\n\nNothing was raised.\n"
    )
    assert outline(read) == {"Attendance": 1, "Budget": 1, "Any other business": 1}


@pytest.mark.parametrize(
    "title", ["**7. Fees – one version****", "**7.**\t**Fees – one version**", "**7. Fees – one version**"]
)
def test_a_line_in_bold_is_one_however_often_the_bold_begins(report, title):
    read = report(f"# Board\n\n**6. Rules**\n\n- Ana: the rules stay.\n\n{title}\n\n- Bo: the fees stay.\n")
    assert [(s.number, s.title) for s in read.sections if s.number] == [("6", "Rules"), ("7", "Fees – one version")]


def test_a_chapter_takes_its_title_from_the_next_line_and_what_a_web_page_adds_is_set_aside(report):
    read = report("""
        联合国秘书长关于联合国工作的报告

        第一章

        [编辑]

        导言

        [编辑]

        1. 过去一年，我们的世界面临日益复杂的危机。

        2. 与此同时，人权受到侵犯。

        上一页 返回顶部 下一页
    """)
    assert [(s.id, s.title) for s in read.sections if s.id != "front"] == [("第一章", "导言")]
    assert [row.text for row in read.set_aside] == ["[编辑]", "[编辑]", "上一页 返回顶部 下一页"]


def test_short_bullets_under_an_ended_paragraph_are_lines_of_their_own(report):
    read = report("# 例会\n\n## 发行版计划\n\n讨论了计划，决定推迟两周发布。\n\n- 结论：改为10月15日\n- 责任人：李四\n")
    assert read.paragraphs[-1].text == "结论：改为10月15日\n- 责任人：李四"


def test_the_item_of_the_agenda_in_brackets_goes_with_the_heading(report):
    read = report("""
        II. Organizational matters
        (Agenda item 2)

        A. Adoption of the agenda
        (Agenda sub-item 2(a))

        1. The body adopted its agenda.

        2. It elected its officers.
    """)
    assert [s.title for s in read.sections if s.id != "front"] == [
        "Organizational matters (Agenda item 2)",
        "Adoption of the agenda (Agenda sub-item 2(a))",
    ]


def test_where_and_when_a_report_was_given_is_no_title(report):
    read = report("""
        审计厅关于2022年度预算执行和其他财政收支的审计工作报告

        2023年7月26日在省第十四届人民代表大会常务委员会第四次会议上

        审计厅厅长 侯文

        各位委员：

        受省政府委托，我向常务委员会报告2022年度预算执行的审计情况，请审议。

        一、财政管理审计情况

        重点审计了决算草案编制和转移支付管理。
    """)
    assert (read.title, read.date) == ("审计厅关于2022年度预算执行和其他财政收支的审计工作报告", "2023-07-26")


def test_under_the_name_of_the_body_alone_the_sort_of_report_is_the_title(report):
    read = report("""
        International Whaling Forum
        Report of the Scientific Group, 2019

        1. Opening

        The Group met in Nairobi in May.

        2. Work plan

        The Group agreed its work plan.
    """)
    assert (read.title, read.body) == ("Report of the Scientific Group, 2019", "International Whaling Forum")


def test_a_line_that_begins_in_brackets_goes_on_with_the_name_above_it(report):
    read = report("""
        CL 127/21

        章程及法律事务委员会
        (章法委) 第七十七届会议报告

        I. 引言

        1. 委员会于2004年10月7日举行会议。

        2. 所有成员均派代表出席了会议。
    """)
    assert (read.title, read.body) == ("章程及法律事务委员会(章法委) 第七十七届会议报告", "章程及法律事务委员会")


def test_an_item_of_the_agenda_is_a_heading_after_a_list_of_names_without_a_stop(report):
    read = report("""
        引 言

        1. 以下成员出席了会议：

        A. Zodda先生（意大利）

        S. Yokoi先生（日本）

        议题1：通过议程

        2. 联席会议的议程得到通过。

        3. 会议于10时结束。
    """)
    assert [s.title for s in read.sections if s.id != "front"] == ["议题1：通过议程"]


def test_the_clauses_of_a_decision_in_an_annex_are_paragraphs_however_short(report):
    read = report("""
        I. Opening

        1. The Conference met in Geneva from 6 to 17 June 2022 and elected its officers by acclamation.

        2. It adopted the decision annexed to the present report.

        Annex I

        Decisions adopted by the Conference

        The Conference of the Parties,

        Recalling its decision SC-9/1,

        1. Takes note of the report;

        2. Requests the Secretariat to assist parties.
    """)
    assert [(p.number, p.text) for p in read.paragraphs if p.section == "Annex I"] == [
        (None, "The Conference of the Parties, Recalling its decision SC-9/1,"),
        ("1", "Takes note of the report;"),
        ("2", "Requests the Secretariat to assist parties."),
    ]


def test_a_line_that_ends_before_a_name_goes_on_in_the_next(report):
    read = report("""
        II. Organization

        1. The Working Group elected Ms. Nilufar Chowdhury (Bangladesh) as Chair, Mr.
        Kofi Asante (Ghana) and Ms. Siobhan Kearney (Ireland) as Vice-Chairs

        2. The Working Group adopted its agenda.
    """)
    assert [s.title for s in read.sections if s.id != "front"] == ["Organization"]
    assert read.paragraphs[-2].text.endswith("Mr. Kofi Asante (Ghana) and Ms. Siobhan Kearney (Ireland) as Vice-Chairs")
