"""What stands above the text: masthead, bodies, title."""

import pytest


def test_the_long_name_of_a_body_above_the_title_is_no_title(report):
    read = report("""
        UNEP/WG/3/4

        Conference of the Parties to the Convention on Hazardous Goods and the Control of Their Movement across Borders
        Open-ended Intergovernmental Working Group on Used Equipment
        Third session
        Nairobi, 15–18 March 2021

        Report of the Open-ended Intergovernmental Working Group on Used Equipment on its third session

        I. Introduction

        1. The session was held in Nairobi from 15 to 18 March 2021 and was opened by the Chair.

        2. It was attended by 120 participants from 60 States, as well as by observers of many organizations.
    """)
    assert (
        read.title == "Report of the Open-ended Intergovernmental Working Group on Used Equipment on its third session"
    )
    assert read.body == "Open-ended Intergovernmental Working Group on Used Equipment"


def test_items_are_read_where_their_opening_has_no_colon(report):
    read = report("""
        Report of the Working Group on Road Markings

        I. Recommendations

        1. The Working Group recommended that States should

        (a) Collect data on road deaths within 30 days;

        (b) Prepare a guide on helmets.

        2. The Working Group took up the matter of lines on wet roads, and agreed that it would go on with it.

        3. It thanked the Government of Kenya for its support in the biennium, which had allowed all the work to be done.
    """)
    assert [p.id for p in read.paragraphs] == ["front", "1", "1(a)", "1(b)", "2", "3"]


MARKED = """
    {agreement}

    Secretariat

    WBA/SEC/AR/2021

    {title}

    {issued}

    ## About this report

    The Secretariat submits a report on its activities to the Standing Committee every year, as the Agreement asks.

    ## Finance

    Contributions came from 64 Parties, which is two more than in the year before, and all bills were paid in time.
"""


@pytest.mark.parametrize("mark", ["", "# "])
@pytest.mark.parametrize("title", ["Annual report of the Secretariat 2021", "Annual Report on Waterbirds"])
def test_the_title_is_neither_the_place_and_date_nor_a_section(report, mark, title):
    read = report(
        MARKED.format(agreement=f"{mark}Agreement on Waterbirds", title=f"{mark}{title}", issued="Bonn, 31 March 2022")
    )
    assert (read.title, read.date, read.symbol) == (title, "2022-03-31", "WBA/SEC/AR/2021")
    assert [section.id for section in read.sections] == ["front", "/About this report", "/Finance"]


def test_a_report_of_a_secretariat_is_not_titled_by_its_author(report):
    read = report("""
        候鸟公约

        秘书处

        秘书处2021年活动报告

        波恩，2022年3月31日

        ## 引言

        本报告介绍了秘书处在2021年开展的各项活动，并按照公约第八条的规定提交常设委员会审议，供其参考。

        ## 数据

        2021年的数据如下，各缔约方提交了数据，秘书处对其作了整理，并加以公布，供各方查阅。
    """)
    assert (read.title, read.date) == ("秘书处2021年活动报告", "2022-03-31")


PARTS = "\n\n1. The session was opened by the Chair of the body, Ms. Ana Neves (Portugal).\n\n2. The agenda was adopted.\n\n3. It was then closed.\n"


@pytest.mark.parametrize(
    ("front", "title", "symbol"),
    [
        (
            "Trade Forum\n\nCommittee on Goods\n\nCG/M/14\n17 November 2021\n\nFourteenth session\nFez, 9 to 11 November 2021\n\n"
            "Report of the Committee on Goods on its fourteenth session",
            "Report of the Committee on Goods on its fourteenth session",
            "CG/M/14",
        ),
        (
            "Organization for Safe Ships\n\nSub-Committee on Cables\n\nSCC 7/13\n3 October 2022\n\nSeventh session\n"
            "Rotterdam, from 28 September to 2 October 2022\n\nReport of the Sub-Committee to the Maritime Board",
            "Report of the Sub-Committee to the Maritime Board",
            "SCC 7/13",
        ),
        (
            "CL/3\n\nSixth session\nRome, 3 and 4 May 2021\n\nUse of old nets\n\nNote by the secretariat",
            "Use of old nets",
            "CL/3",
        ),
    ],
)
def test_the_kind_of_document_is_the_title_where_nothing_else_is(report, front, title, symbol):
    read = report(front + "\n\nI. Opening" + PARTS)
    assert (read.title, read.symbol) == (title, symbol)


def test_a_subtitle_in_brackets_is_no_title_and_an_office_is_a_body(report):
    read = report("""
        湿地管理局

        湿地管理局2021年工作报告

        （2022年1月20日在全国湿地工作会议上）

        一、主要工作

        全国湿地增至80处，总面积23万平方公里，各项工作取得新的进展。

        二、下一步

        继续做好各项工作，加强巡护，完善制度，提高保护水平。
    """)
    assert (read.title, read.body, read.date) == ("湿地管理局2021年工作报告", "湿地管理局", "2022-01-20")


def test_a_list_right_under_the_marked_title_is_text(report):
    read = report("# Council meeting\n\n- Check-in\n- Roles\n  - Facilitator: Ana\n- Budget: 1.5-2.0 million asked\n")
    assert read.title == "Council meeting"
    assert [s.title for s in read.sections] == [""]
    assert any("Budget: 1.5-2.0 million asked" in p.text for p in read.paragraphs if p.id != "front")


def test_the_fields_of_minutes_are_no_title_and_what_stands_above_them_is(report):
    read = report("""
        港务局

        港务局内务委员会
        第7次会议纪要

        日期：2022年3月9日
        时间：下午2时30分
        轮值主持：李明
        与会人：王芳、陈强、赵丽、周杰

        会议内容：

        一、上期遗留问题

        码头的照明已经修好，费用由局里承担，下一年不再列支。

        二、本期议题

        委员会同意从四月起收取泊位费，每天每米两元。
    """)
    assert read.title == "港务局内务委员会第7次会议纪要"
    assert read.date == "2022-03-09"


def test_minutes_that_begin_with_their_fields_are_called_by_their_file(report):
    read = report("""
        会议链接：https://example.org/j/86334
        轮值主持：李明
        与会人：王芳、陈强、赵丽、周杰

        会议内容：

        网络软件致力于打造高性能、高可靠性的产品，为企业提供坚实稳定的环境，同时更好地支撑上层的应用
    """)
    assert read.title == "report"


def test_a_day_on_two_lines_is_one_and_no_title(report):
    read = report("""
        联合国大会第五十八届会议
        A/58/1
        2003年
        8月28日

        秘书长关于联合国工作的报告

        导言

        1. 这是我关于联合国工作的第七份年度报告，它评价了过去一年的工作。

        2. 在和平与安全领域，这一年无疑是很艰难的一年。
    """)
    assert (read.title, read.date) == ("秘书长关于联合国工作的报告", "2003-08-28")


@pytest.mark.parametrize("day", ["7th June 2022", "7 June 2022", "June 7, 2022"])
def test_a_marked_line_of_day_and_place_is_no_title(report, day):
    read = report(
        f"# Harbour Board\n\n## {day} - by video\n\n## Fees\n\nThe Board agreed to raise the fees by a tenth.\n"
    )
    assert (read.title, read.date) == ("Harbour Board", "2022-06-07")


def test_the_meeting_of_a_traditional_text_is_named_once(report):
    read = report("""
        立法會內務委員會
        第7次會議紀要

        日 期:1998年9月11日(星期五)
        時 間:下午2時30分
        地 點:立法會會議廳

        I. 通過1998年9月4日第6次會議的紀要

        上述會議紀要獲得確認通過，各位議員並無異議。

        II. 續議事項

        內務委員會主席表示，有關的續議事項會在下次會議上再作討論。
    """)
    assert (read.title, read.meeting) == ("立法會內務委員會第7次會議紀要", "第7次會議")


def test_a_line_of_symbol_and_title_is_both(report):
    read = report("""
        S/2007/328 – Report of the Secretary-General on the United Nations operation in Cyprus

        United Nations

        Security Council Distr.: General

        4 June 2007

        1. The present report covers developments from 25 November 2006 to 25 May 2007 and brings up to date the record.

        2. During the period the situation remained calm, and the number of violations fell from 358 to 330.
    """)
    assert read.symbol == "S/2007/328"
    assert read.title == "Report of the Secretary-General on the United Nations operation in Cyprus"
    assert read.date == "2007-06-04"


def test_the_title_is_none_of_the_paragraphs_above_the_first_heading(report):
    read = report("""
        区域委员会

        第七届会议

        临时议程项目4

        理事机构与区域委员会工作的协调

        理事机构之间的协调对完成战略规划提出的重点工作至关重要，请各成员国审议附件所列的项目并提出优先次序。

        为方便查阅，附件二列出了上一年通过的各项决议，附件三载有执行

        委员会下届会议的临时议程，均按主题排列并附有相关文件的编号和页码。

        1. 下一年的会议议程

        按照批准的程序，秘书处提议讨论下列五项技术性议程项目，并附上背景说明和所涉经费的估计数。
    """)
    assert read.title == "理事机构与区域委员会工作的协调"


def test_a_sentence_that_a_page_broke_after_its_first_line_begins_the_text(report):
    read = report("""
        区域委员会

        第八届会议

        临时议程项目5

        理事机构与区域委员会工作的协调

        理事机构之间的协调对完成《第十三个工作总规划（2019至2023年）》

        （GPW 13）提出的重点工作至关重要，请各成员国审议附件所列的项目并提出优先次序。

        提请区域委员会了解专项办事处的最新情况，并就附件三所列决议的执行提出意见。
    """)
    assert read.title == "理事机构与区域委员会工作的协调"
    assert read.paragraphs[1].text.startswith(
        "理事机构之间的协调对完成《第十三个工作总规划（2019至2023年）》（GPW 13）提出"
    )
