"""Forms that reports came in which nobody had tuned for: what a reader got wrong at first look."""

from __future__ import annotations


def outline(report):
    """Headings and paragraphs in order: ``# title``, ``number|first words``."""
    inside = {s.id: [f"# {s.title}"] if s.title else [] for s in report.sections}
    for p in report.paragraphs:
        inside[p.section] += [f"{p.number or ''}|{p.text[:8]}"] if p.kind != "front" else []
    return [line for lines in inside.values() for line in lines]


def test_what_a_meeting_settled_is_counted_sentences_below_a_line_that_leads_in(report):
    read = report("""
        校长办公会议纪要
        （2026年第5期）
        会议议定以下事项：
        1. 同意图书馆改造方案，由基建处负责实施。
        2. 同意增拨运动会经费2万元。
        3. 教务处于下周五前提交选课办法。
    """)
    assert outline(read) == ["|会议议定以下事项", "1|同意图书馆改造方", "2|同意增拨运动会经", "3|教务处于下周五前"]


def test_chapters_counted_by_numerals_that_are_sentences_are_no_headings(report):
    read = report("""
        项目协调会纪要

        会议议定以下事项：

        一、数据组于7月20日前完成字段核验。

        二、应用组于7月25日前完成联调。
    """)
    assert outline(read) == ["|会议议定以下事项", "|一、数据组于7月", "|二、应用组于7月"]


def test_points_without_full_stops_under_a_chapter_are_no_headings(report):
    read = report("""
        社区居民议事会会议纪要

        一、关于停车问题
        1. 同意在东侧空地增设停车位20个
        2. 收费标准另行商定

        二、关于绿化
        1. 同意补种行道树
        2. 费用从公共收益中列支
    """)
    assert outline(read) == [
        "# 关于停车问题",
        "1|同意在东侧空地增",
        "2|收费标准另行商定",
        "# 关于绿化",
        "1|同意补种行道树",
        "2|费用从公共收益中",
    ]


def test_the_first_chapter_stands_right_below_the_names_of_those_present(report):
    read = report("""
        交通委員會
        會議紀要

        列席秘書 :
        馬雪女士
        I. 選舉主席

        秘書按照文件所載的選舉程序,邀請委員提名主席的人選。

        2.劉慧議員提名陳健議員,該項提名獲涂申議員附議。

        II. 會議編排

        3.經討論後,與會各人同意每月開會一次。
    """)
    assert outline(read) == ["# 選舉主席", "|秘書按照文件所載", "2|劉慧議員提名陳健", "# 會議編排", "3|經討論後,與會各"]


def test_a_title_that_ends_in_of_goes_on_in_the_line_below(report):
    text = """
        STANDING COMMITTEE 205 EX/41

        REPORT OF THE COMMITTEE

        ON CONVENTIONS AND RECOMMENDATIONS

        1. The Committee held three meetings in October 2018.

        2. The Committee examined two items of its agenda.
    """
    assert report(text).title == "REPORT OF THE COMMITTEE ON CONVENTIONS AND RECOMMENDATIONS"
    assert report(text.replace("STANDING COMMITTEE", "Executive Board")).symbol == "205 EX/41"


def test_footnotes_at_the_end_follow_each_other_and_may_begin_with_a_document(report):
    read = report("""
        1. 我们重申《突尼斯议程》1 的原则。

        2. 我们重申《世界人权宣言》2 所载的原则，并回顾其历史。

        3. 我们承诺利用技术的潜力。

        1 见A/60/687。

        2 第217 A(III)号决议。
    """)
    assert [(n.mark, n.text) for n in read.footnotes] == [("1", "见A/60/687。"), ("2", "第217 A(III)号决议。")]
    read = report("""
        42. The Council endorsed the report of the Committee.1

        43. The Council stressed the role of the Organization.

        Footnotes:
        1 CL 75/9, CL 75/PV/6
    """)
    assert [n.text for n in read.footnotes] == ["CL 75/9, CL 75/PV/6"]
    assert [line.text for line in read.set_aside] == ["Footnotes:"]


def test_cells_of_a_table_that_stand_each_on_a_line_are_lines_of_their_own(report):
    read = report("""
        MINUTES OF THE COUNCIL MEETING
        Thursday 1 April 2004

        1. Minutes |
        The minutes of 19 February were approved by the Council. |
        |
        2. Performance review |
        Clerk reported that work was required for year end accounts |
        Clerk |
        3. Finance |
        The balance of the salary was paid to the former clerk. |
        4. Highways |
        The potholes were reported to the county |
    """)
    titles = [line for line in outline(read) if line.startswith("#")]
    assert titles == ["# Minutes", "# Performance review", "# Finance", "# Highways"]


def test_fields_between_pipes_at_the_head_are_no_table(report):
    read = report("""
        索引号: | 1133 | 成文日期: | 2019-11-26 |
        公开方式: | 主动公开 | 分类: | 审计 |
        发布机构: | 审计局 | ||
        关于2018年度市级预算执行的审计工作报告
        主任、各位副主任、秘书长,各位委员:
        我受市政府委托,报告2018年度市级预算执行和其他财政收支的审计情况,请予审议。
    """)
    assert (read.date, read.tables) == ("2019-11-26", ())


def test_a_number_stands_right_before_a_day(report):
    read = report("""
        1.7月30日委员会审议了东帝汶的初次报告，并通过了结论性意见。

        导言

        2.委员会赞赏缔约国依照准则提交初次报告。

        3.委员会赞扬缔约国派出高级别代表团。
    """)
    assert outline(read) == ["1|7月30日委员会", "# 导言", "2|委员会赞赏缔约国", "3|委员会赞扬缔约国"]


def test_a_masthead_on_one_line_is_parted_and_its_symbol_is_no_heading_further_on(report):
    read = report("""
        Report of the Conference of the Parties on its second session

        1 United Nations FCCC/CP/2016/10 Distr.: General 31 January 2017 Original: English Conference of the Parties

        I. Opening of the session

        1. The session was held in Marrakech from 7 to 18 November 2016.

        GE.17-01418(E)

        FCCC/CP/2016/10

        2. The session was opened by the President of the first session.
    """)
    assert outline(read) == ["# Opening of the session", "1|The sess", "2|The sess"]
    assert (read.symbol, read.date) == ("FCCC/CP/2016/10", "2017-01-31")
    assert [(line.text, line.why) for line in read.set_aside] == [
        ("GE.17-01418(E)", "page-line"),
        ("FCCC/CP/2016/10", "running-head"),
    ]
