"""Lines set apart by their type: bold and slanted lines of minutes, headings, decisions and sentences; and items "a.", "i."."""

from __future__ import annotations

BOARD = """
    **1. Election**

    *7.1. Chair and Vice Chair*

    _RESOLUTION - the Board elected Ana Neves and Bo Lind_

    *7.2. Chair of the Board*

    Ana Neves confirmed that she had served her term. Another delegate would be elected.

    ***Action: Bo Lind to write to the members***

    The members were thanked

    **Action: the committee will be told of it by the minutes of the meeting.**

    They had met twice.

    **Recommendation One – fees of the year**

    The fees stay.
"""


def test_a_slanted_line_is_a_heading_where_it_is_numbered_and_a_paragraph_elsewhere(report):
    read = report(BOARD)
    assert [s.title for s in read.sections if s.title] == [
        "Election",
        "Chair and Vice Chair",
        "Chair of the Board",
        "Recommendation One – fees of the year",
    ]
    assert [p.text for p in read.paragraphs if p.section.endswith("7.1")] == [
        "RESOLUTION - the Board elected Ana Neves and Bo Lind"
    ]


def test_what_was_decided_is_no_heading_however_it_is_set_and_a_paragraph_of_its_own(report):
    read = report(BOARD)
    assert [p.text for p in read.paragraphs if p.section.endswith("7.2")][1:] == [
        "Action: Bo Lind to write to the members",
        "The members were thanked",
        "Action: the committee will be told of it by the minutes of the meeting.",
        "They had met twice.",
    ]


def test_a_heading_in_bold_may_end_in_a_point_behind_its_mark(report):
    read = report("# Board\n\n**Fees**.\n\nThe fees stay.\n\n**Rules **\n\nThe rules stay.\n")
    assert [s.title for s in read.sections if s.title] == ["Fees", "Rules"]


def test_letters_with_a_point_are_items_under_an_opening(report):
    read = report("""
        Report of the Committee on Barriers

        1.  The Committee held three meetings in the year, the last of them in November at Geneva.

        2.  During these meetings, the Committee:

        a.    heard statements from Members on the measures that they had taken;

        b._    with respect to notifications:

        i.     received 1875 new notifications from Members;

        ii.    received 1301 follow-up notifications from Members;

        c.    took note of the annual review of the operation of the Agreement.

        3.  At the meetings, representatives of six organizations told the Committee of their work.
    """)
    assert [p.id for p in read.paragraphs if p.id != "front"] == [
        "1",
        "2",
        "2(a)",
        "2(b)",
        "2(b)(i)",
        "2(b)(ii)",
        "2(c)",
        "3",
    ]


def test_a_body_is_named_without_its_session(report):
    read = report("""
        联合国大会第五十八届会议
        A/58/1
        2003年8月28日

        秘书长关于联合国工作的报告

        导言

        1. 这是关于联合国工作的第七份年度报告，它评价了过去一年的工作。

        2. 在和平与安全领域，这一年无疑是很艰难的一年。
    """)
    assert read.body == "联合国大会"


def test_the_foot_of_a_page_line_by_line_is_set_aside_and_its_note_with_a_bare_digit_found(report):
    read = report("""
        执行委员会

        EX11/INF.DOC./2

        第十一届会议

        关于有关方面会议的说明

        秘书处的报告

        1. 会议文件包括各技术领域的专题文件、综合性财务管理报告1以及关于各部门预算绩效的报告。

        2. 会上审议了在卫生问题上取得的进展，并探讨了附件1所列的措施以及今后的工作方向。

        1 分别为文件EX/2002/5和EX/2002/FIN/1

        (2)

        EX11/INF.DOC./2

        2

        3. 会议的一个特征是形成了若干小组，由来自各伙伴的专家和本组织的工作人员组成。
    """)
    assert [note.text for note in read.footnotes] == ["分别为文件EX/2002/5和EX/2002/FIN/1"]
    assert read.paragraph("1").footnotes == ("fn1",)
    assert "报告以及" in read.paragraph("1").text and "附件1所列" in read.paragraph("2").text
    assert read.paragraph("2").text.endswith("工作方向。")
    assert [row.text for row in read.set_aside] == ["(2)", "EX11/INF.DOC./2", "2"]


def test_numbers_one_a_line_are_no_foot_of_a_page(report):
    read = report("""
        Report on the force

        1. As of May the composition of the force by contingents was as follows, officers included:

        Austria
        453
        180
        356

        2. The force commander remained in place during the whole of the reporting period.
    """)
    assert "453" in read.paragraph("1").text and not read.set_aside


def test_a_table_of_contents_set_column_by_column_is_set_aside(report):
    read = report("""
        REPORT OF THE SECRETARY-GENERAL
        ON THE OBSERVER FORCE IN KARSLAND

        CONTENTS

        Paragraphs
        Page
        INTRODUCTION
        1
        3
        I.DEPLOYMENT OF THE FORCE
        2-6
        3
        A.
        B.
        Command
        Casualties
        2
        3
        II.OBSERVATIONS
        7
        4

        INTRODUCTION

        1. This report gives an account of the activities of the Force in the period under review.

        I. DEPLOYMENT OF THE FORCE

        A. Command

        2. The Force was commanded by Major-General Ana Neves throughout the reporting period.
    """)
    assert read.title == "REPORT OF THE SECRETARY-GENERAL ON THE OBSERVER FORCE IN KARSLAND"
    assert [p.id for p in read.paragraphs] == ["front", "1", "2"]
    assert {row.why for row in read.set_aside} == {"contents"} and len(read.set_aside) == 17


def test_an_annex_may_have_its_letter_right_behind_it(report):
    read = report("""
        林业大会第三十二届会议报告

        146. 大会决定其第三十三届会议于2005年11月在罗马举行，并请秘书处作出安排。

        147. 一名成员强调了加强森林安全委员会的工作以及增加民间组织参与的重要性。

        附录A
        会议议程
    """)
    assert [(s.id, s.title) for s in read.sections if s.id != "front"] == [("附录A", "会议议程")]


def test_a_word_that_says_all_is_no_beginning_of_what_stands_below_it(report):
    read = report("""
        # Technical Committee Working Meeting

        ## Observers present

        None

        Note: Observers of this committee that are ready to become Members should follow the instructions of the site.
    """)
    assert [p.text.split()[0] for p in read.paragraphs if p.section == "/Observers present"] == ["None", "Note:"]
