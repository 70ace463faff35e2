"""How texts from elsewhere are set: marks that nest, a paragraph a line, headings on two lines, chapters without a point."""

from __future__ import annotations

MARKS = """
    # Harbour club, minutes of the ninth meeting

    ## Overview

    - Date: 2024-05-03
    - Place: online

    ## Discussion

    The ninth meeting dealt with the new pier and with the lights on the old one.

    ### 1. The new pier

    The engineer reported that the piles will be driven before the end of the autumn.

    ### 2. The lights

    Half of the lamps were replaced, and the others will be when the harbour dues are in.

    ### Next meeting

    The next meeting takes place in two weeks at the same hour.
"""


def tree(report):
    return [(s.id, s.parent) for s in report.sections if s.id != "front"]


def test_headings_nest_by_their_marks_where_these_are_steady(report):
    assert tree(report(MARKS)) == [
        ("/Overview", None),
        ("/Discussion", None),
        ("1", "/Discussion"),
        ("2", "/Discussion"),
        ("/Discussion/Next meeting", "/Discussion"),
    ]


def test_marks_that_change_from_chapter_to_chapter_do_not_nest(report):
    read = report(MARKS.replace("### 2.", "## 2."))
    assert [parent for place, parent in tree(read) if place in ("1", "2")] == [None, None]


def test_minutes_tell_their_date_in_a_first_list(report):
    assert report(MARKS).date == "2024-05-03"


def test_a_communique_tells_its_date_in_its_first_words(report):
    text = "河流国家理事会第三次会议联合公报\n\n2022年11月1日，河流国家理事会第三次会议以视频方式举行，各国代表团团长出席了会议。\n\n各代表团团长表示支持。\n"
    assert report(text).date == "2022-11-01"
    assert report(text.replace("2022年11月1日，", "于2022年11月1日，")).date == "2022-11-01"
    assert report(text.replace("2022年11月1日，", "据悉，2022年11月1日，")).date is None
    english = "Joint communiqué of the council of rivers\n\nOn 1 November 2022 the council of rivers met for the third time, online, and heard all its members.\n"
    assert report(english).date == "2022-11-01"


LINES = """
    Annual report of the council of lighthouse keepers
    The council brings together the keepers of the lighthouses of the northern coast and those who pay them, as the council had asked for at its meeting in the year before and has told the ministers since.
    It was founded in the year of the great storm and has met each summer since then without a break, as the council had asked for at its meeting in the year before and has told the ministers since.
    Highlights of the year
    Symposium on lamps
    The keepers met for two days and heard nine papers on lamps, most of them on how to clean one, as the council had asked for at its meeting in the year before and has told the ministers since.
    Research fellowship
    One fellowship was given to a keeper who studies how birds find their way around a light at night, as the council had asked for at its meeting in the year before and has told the ministers since.
    Products and tools
    The handbook of signals was printed anew and sent to all the keepers of the coast in the spring, as the council had asked for at its meeting in the year before and has told the ministers since.
"""


def test_where_a_line_is_a_paragraph_short_lines_over_sentences_are_headings(report):
    titles = [s.title for s in report(LINES).sections if s.title]
    assert titles == ["Highlights of the year", "Symposium on lamps", "Research fellowship", "Products and tools"]


def test_in_lines_of_a_page_a_short_line_is_none(report):
    text = """
        Annual report of the council

        The council brings together the keepers of the lighthouses of the
        northern coast and those who pay them. It was founded in the year
        of the great storm
        and has met each summer since then without a break. One fellowship
        was given to a keeper who studies how birds find their way around
        a light
        at night. The handbook of signals was printed anew and sent to all
        the keepers of the coast in the spring.
    """
    assert not [s for s in report(text).sections if s.title]


def test_a_chapter_is_one_with_a_point_or_without_right_above_the_first_paragraph(report):
    for heading in ("1  general", "1. Opening of the meeting"):
        text = f"""
            REPORT OF THE COMMITTEE ON PIERS

            {heading}

            1.  The Committee on Piers met twice during the year, in May and in October, at its seat.

            2.  It examined the notifications of eleven members and put questions to four of them.

            3.  The observers were the same as in the year before, and none of them took the floor.
        """
        read = report(text)
        assert [len(s.paragraphs) for s in read.sections if s.title] == [3], heading
        assert read.title == "REPORT OF THE COMMITTEE ON PIERS"


def test_a_number_counts_over_a_line_that_breaks_after_a_word_no_heading_ends_with(report):
    read = report("""
        REPORT (2023) OF THE WORKING PARTY ON PIERS
        1. The
        Working Party was established by the Council at its meeting of 20 May,
        pursuant to the Understanding on the Building of Piers, and membership
        of it is open to all members who tell the Council that they wish to
        serve on it.
        2. The mandate of the
        Working Party is set out in the Understanding. It completed a list of
        piers, which the Council adopted in the autumn of that year, and went
        on to review the notifications in the light of the questions that the
        Council had put to it.
        3. This report is
        submitted under the Understanding, which provides that the Working
        Party shall report each year to the Council on what it did.
        4. During the
        year, Ms Brandt (Seychelles) was Chair of the Working Party.
    """)
    assert [p.id for p in read.paragraphs if p.kind == "paragraph"] == ["1", "2", "3", "4"]


def test_what_was_decided_point_by_point_under_a_heading_are_paragraphs_and_an_agenda_is_one(report):
    text = """
        # Meeting of the working group

        ## Summary

        The group met online to prepare the workshop that is to take place by the harbour before the summer begins.

        The discussion was about papers, about who is to write them, and about how much time each of them will be given.

        ## Decisions

        1. The workshop will be held at the hotel by the harbour, with selected remote participation.
        2. Several papers may be provided after the deadline, with the seventh of May as the last day.

        ## Agenda

        1. Opening of the meeting.
        2. Adoption of the agenda and organization of work.
    """
    read = report(text)
    assert [len(s.paragraphs) for s in read.sections if s.title] == [2, 2, 1]
    assert [(p.number, p.text[:12]) for p in read.paragraphs if p.section == "/Decisions"] == [
        ("1", "The workshop"),
        ("2", "Several pape"),
    ]


def test_a_number_in_square_brackets_is_a_footnote_where_its_mark_stands_above(report):
    text = """
        Report of the Committee on Piers

        1.  The Committee held only one[1] meeting during the year, in the town hall by the harbour.

        2.  It examined the notifications of eleven members[2] and put questions to four of them.

        3.  The observers were the same as in the year before, and none of them took the floor.

        [1] The meeting of the spring had to be put off because of the storm.

        [3] Works on piers are listed in the library of the harbour office.
    """
    read = report(text)
    assert [(n.id, n.paragraph) for n in read.footnotes] == [("fn1", "1")]
    assert "one meeting" in read.paragraphs[0].text or "one meeting" in read.paragraphs[1].text
    assert "members[2]" in " ".join(p.text for p in read.paragraphs)


def test_a_long_table_of_pipes_stays_one_in_a_text_with_few_blank_lines(report):
    rows = "".join(f"| Units {n} | {n} |\n" for n in range(60))
    read = report(
        "Report of the Forum\n\nI. Money\n\n1. The Forum took note of its accounts, which had been prepared for it.\n\n"
        f"| Item | 2021 |\n| --- | --- |\n{rows}\n"
        "2. The Forum thanked those who had prepared them, and asked for the same in the coming year.\n"
    )
    assert [len(table.rows) for table in read.tables] == [61]


def test_a_line_of_contents_may_have_few_dots(report):
    read = report("""
        目录

        一. 导言 ... 2

        二. 现状……3

        一. 导言

        1. 大会请秘书长提交报告，说明现状和建议。

        二. 现状

        2. 每年约有1,100万吨塑料进入海洋。
    """)
    assert [s.id for s in read.sections] == ["一", "二"]


def test_a_table_of_contents_may_have_pages_without_dots(report):
    read = report("""
        Report for 2022

        CONTENTS

        1. Introduction                      1
        2. Accidents                         2
        3. Recommendations                   4

        1. Introduction

        The Committee met four times in 2022 and visited nine stations.

        2. Accidents

        There were 31 accidents at level crossings in 2022, four fewer than in 2021.

        3. Recommendations

        Barriers should be fitted at all crossings by 2025, and drivers trained.
    """)
    assert [(s.id, s.title) for s in read.sections][1:] == [
        ("1", "Introduction"),
        ("2", "Accidents"),
        ("3", "Recommendations"),
    ]
    assert len(read.paragraphs) == 4


def test_the_next_chapter_below_lines_that_end_without_a_stop_is_one(report):
    read = report("""
        某部2021年政府信息公开工作年度报告

        一、总体情况

        2021年，我部主动公开政府信息5,432条，其中政策文件86件。

        二、主动公开政府信息情况

        表一 制发件数

        规章 12
        规范性文件 35

        三、收到和处理申请情况

        上年结转5件。
    """)
    assert [s.id for s in read.sections] == ["front", "一", "二", "三"]


def test_the_papers_of_an_item_are_no_heading(report):
    read = report("""
        I. Attendance

        1. The Working Party held its sixth session in Ghent on 9 and 10 November 2022.

        II. Adoption of the agenda (agenda item 1)
        Documentation: ECE/TRANS/WP.66/11

        2. The Working Party adopted its agenda.
    """)
    assert [s.id for s in read.sections] == ["I", "II"]


def test_a_title_that_names_its_body_is_not_the_body_above_it(report):
    read = report("""
        Working Party on Bicycle Parking
        Sixth session

        Report of the Working Party on Bicycle Parking on its sixth session

        I. Attendance

        1. The Working Party held its sixth session in Ghent on 9 and 10 November 2022.
    """)
    assert read.title == "Report of the Working Party on Bicycle Parking on its sixth session"


def test_an_annex_ends_a_text_without_other_headings(report):
    read = report("""
        Audit of the borough libraries

        This follow-up audit assessed progress on the 14 recommendations made in March 2021.

        Nine have been completed, four are in progress and one has been rejected.

        Appendix 1

        List of documents seen

        The minutes of the steering group, and the register of processing.
    """)
    assert [s.id for s in read.sections] == ["front", "Appendix 1"]


def test_a_month_is_no_part_of_the_title(report):
    text = "第二届世界湖泊大会成果报告\n\n2023年6月\n\n一、背景\n\n大会于2023年5月在昆明召开。"
    assert report(text).title == "第二届世界湖泊大会成果报告"


def test_the_symbol_at_the_head_of_a_page_is_no_heading_though_the_masthead_has_it_in_a_column(report):
    read = report("""
        联合国                                        A/AC.105/1250
        大会                                          Distr.: General

        一. 导言

        1. 小组委员会于2022年2月7日至18日在维也纳举行了第五十九届会议。

                                                      1/2
        A/AC.105/1250

        二. 空间碎片

        2. 一些代表团认为，空间碎片日益增多，必须采取更有力的措施。
    """)
    assert [s.id for s in read.sections] == ["front", "一", "二"]
    assert [(row.text, row.why) for row in read.set_aside] == [("1/2", "page-line"), ("A/AC.105/1250", "running-head")]
