"""Reports of other kinds than meeting reports: laws, work reports, texts without headings; lists of officers, annexes, titles."""

from __future__ import annotations

import pytest


def ids(report):
    return [p.id for p in report.paragraphs]


def sections(report):
    return [s.id for s in report.sections]


def test_a_law_is_read_by_articles(report):
    read = report("""
        # 中华人民共和国某法

        2004年4月6日 第十届全国人民代表大会常务委员会第八次会议通过

        ## 第一章 总则

        第一条 为了发展贸易，制定本法。

        第二条 本法适用于贸易。

        本法所称贸易，是指货物进出口。

        ## 第二章 限制

        第三条 基于下列原因，可以限制进口：

        （一）为维护国家安全的；

        （二）第五条 规定的其他情形。

        第四条 本法自公布之日起施行。
    """)
    assert sections(read) == ["front", "第一章", "第二章"]
    assert ids(read) == ["front", "第一条", "第二条", "第三条", "第三条（一）", "第三条（二）", "第四条"]
    assert read.text("第二条") == "本法适用于贸易。\n本法所称贸易，是指货物进出口。"
    assert (read.title, read.date) == ("中华人民共和国某法", "2004-04-06")


def test_a_work_report_without_numbers_is_named_by_places(report):
    read = report("""
        各位代表：

        现在，我代表政府报告工作，请予审议。

        一、过去一年工作回顾

        过去一年，我们完成了主要目标任务。

        ——经济运行保持在合理区间，就业稳定（PM
        2.5
        ）。

        二、今年任务

        （一）推进改革。坚持把发展放在首位，继续抓好各项工作。

        要落实到位。

        （二）改善民生。

        多管齐下稳定就业。
    """)
    assert sections(read) == ["front", "一", "二", "二.（一）", "二.（二）"]
    assert ids(read) == ["front", "front¶1", "一¶1", "一¶2", "二.（一）¶1", "二.（一）¶2", "二.（二）¶1"]
    assert read.paragraph("一¶2").text == "——经济运行保持在合理区间，就业稳定（PM2.5）。"
    assert read.section("二.（一）").title == "推进改革。"
    assert read.notes == ("no-paragraph-numbers",)


def test_a_text_without_any_heading_stands_under_front(report):
    read = report("""
        工作通报

        今年上半年，各部门按照计划完成了年度工作的主要任务，进展总体顺利。

        下半年，各部门将继续推进有关改革，并按时向委员会提交进展报告和数据。
    """)
    assert ids(read) == ["front", "front¶1", "front¶2"] and sections(read) == ["front"]


def test_nothing_but_a_word_is_read_as_it_stands(report):
    assert report("报告").text("front¶1") == "报告" or report("报告").text("front") == "报告"


def test_run_in_headings_line_by_line_are_headings_whatever_stands_before_them(report):
    lines = "（一）扩大有效投资。安排重点项目420个。\n\n（二）深化改革。取消审批事项30项。\n\n（三）办好民生实事。改造小区200个。\n"
    for lead in ("", "今年的主要预期目标是：地区生产总值增长7%左右，居民消费价格涨幅3%左右。\n\n"):
        found = report(
            f"各位代表：\n\n一、回顾\n\n过去一年，经济保持增长，各项任务全面完成。\n\n二、任务\n\n{lead}{lines}"
        )
        assert [s.id for s in found.sections][-3:] == ["二.（一）", "二.（二）", "二.（三）"]
        assert found.text("二.（二）¶1") == "取消审批事项30项。"


def test_officers_below_the_sentence_that_names_them_are_no_headings(report):
    found = report("""\
        I. Organization of the session

        1. The session was opened by the Chair, who made a statement to the members of the Commission.

        2. At its 1st meeting, the Commission elected the following officers by acclamation:

        Chair: Ana Neves (Portugal)
        Rapporteur: Olga Melnyk (Ukraine)

        3. At the same meeting, the Commission adopted its provisional agenda without a vote.

        4. The Commission held eight meetings, all of them in public, and one round table.
        """)
    assert [s.id for s in found.sections] == ["I"]
    assert "Olga Melnyk" in found.text("2")


def test_the_title_of_an_annex_is_its_first_line_and_no_list_below(report):
    found = report("""\
        1. The working group adopted its report and entrusted the Chair with its finalization.

        2. The meeting was closed by the Chair on the afternoon of the second day of the session.

        3. The list of speakers is contained in the annex to the present report, in their order.

        Annex
        List of speakers of the panel
        Maria Santos, Department of Migrant Workers
        John Hill, International Labour Organization
        """)
    assert found.sections[-1].title == "List of speakers of the panel"
    assert "John Hill" in found.text("Annex¶1")


@pytest.mark.parametrize(
    ("masthead", "title", "body"),
    [
        ("安全理事会\n\nS/2022/811\n\n秘书长关于联合国某援助团的报告", "秘书长关于联合国某援助团的报告", "安全理事会"),
        ("政府工作报告\n\n——2022年1月18日在某市人民代表大会第一次会议上\n\n市长 周明远", "政府工作报告", None),
        ("大会\n\n联合检查组的工作\n\n秘书长的报告", "联合检查组的工作", "大会"),
    ],
)
def test_a_title_is_what_the_report_is_about(report, masthead, title, body):
    text = "一. 导言\n\n" + "\n\n".join(f"{n}. 本报告根据有关决议提交，介绍主要事态发展。" for n in range(1, 5))
    found = report(f"{masthead}\n\n{text}\n")
    assert (found.title, found.body) == (title, body)
