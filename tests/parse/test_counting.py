"""What a numeral or letter at the head of a line counts: headings, paragraphs, items, or the entries of a list."""

from __future__ import annotations


def outline(report):
    return {s.id: len(s.paragraphs) for s in report.sections if s.id != "front"}


def test_initials_of_members_number_no_headings(report):
    read = report("""
        引言

        1. 两委员会向理事会提交其联席会议的以下报告，请理事会审议其中所载的各项结论。

        2. 以下成员出席了会议:

        成员

        成员

        A. Moreno先生 (智利)

        B. Inoue女士 (日本)

        C. Beattie阁下（联合王国）

        通过议程

        3. 联席会议的议程和时间表获得通过，并按照主席的提议对各项目的次序作了调整。
    """)
    assert [s.title for s in read.sections if s.id != "front"] == ["引言", "通过议程"]
    assert "\nA. Moreno先生 (智利)\nB. Inoue女士 (日本)\n" in read.paragraphs[-2].text


def test_lists_that_count_anew_under_each_item_number_no_paragraphs(report):
    blocks = "".join(
        f"""
        **议题{n}： {name}工作进展汇报**
        汇报人：张某
        结论：
        1、{name}小组的技术地图和运作纪要归档至社区。
        2、{name}小组的进展较慢，需要加快进度。
        遗留问题：
        1、对{name}小组的后续规划给出更明确的说明，二月份前再汇报一次。
        """
        for n, name in enumerate(("蜂窝", "视觉", "合规", "平台", "编译"), 1)
    )
    read = report("例会 2023-11-30\n\n        ## 会议纪要\n" + blocks)
    assert [s.number for s in read.sections if s.number] == ["1", "2", "3", "4", "5"]
    inside = [p.text for p in read.paragraphs if p.section == "2"]
    assert "视觉小组的技术地图和运作纪要归档至社区。" in inside
    assert "视觉小组的进展较慢，需要加快进度。" in inside


def test_i_behind_h_goes_on_with_the_letters(report):
    letters = "\n\n".join(
        f"        {letter}. 事项{letter}\n\n        关于{letter}的议事情况如下，各方均无异议。"
        for letter in "ABCDEFGHIJ"
    )
    assert list(outline(report("\n" + letters))) == list("ABCDEFGHIJ")


def test_i_behind_a_chapter_of_letters_is_the_first_chapter_where_the_letters_do_not_reach_it(report):
    read = report("""
        A. 摘要

        会议通过了议程，并且听取了报告。

        I. 导言

        会议于六月在日内瓦举行，为期三天。

        II. 组织事项

        会议选举了主席和两名副主席。
    """)
    assert list(outline(read)) == ["A", "I", "II"]


def test_an_agenda_between_two_marked_headings_is_a_list_and_holds_nothing_below_it(report):
    read = report("""
        # TSC Meeting

        ## Agenda

        1. Release 4.2
        2. CI costs

        ## Notes

        The release is moved to 1 June, since two bugs are not mended yet.

        ## Action items

        Carl asks the vendor for a quote, and tells the list.
    """)
    assert outline(read) == {"/Agenda": 1, "/Notes": 1, "/Action items": 1}
    assert read.paragraph("/Agenda¶1").text == "1. Release 4.2\n2. CI costs"


def test_lists_that_count_anew_in_each_chapter_number_no_paragraphs(report):
    read = report("""
        关于某某县2022年工作情况的报告

        一、2022年工作回顾

        1.经济平稳增长。全县生产总值完成230亿元，增长5.6%。

        2.项目建设加快。实施重点项目85个，完成投资64亿元。

        二、2023年工作安排

        （一）抓项目

        1.全年实施重点项目90个。

        2.完成投资70亿元。

        （二）抓民生

        新建学校3所，改造老旧小区12个。
    """)
    assert outline(read) == {"一": 2, "二": 0, "二.（一）": 2, "二.（二）": 1}


def test_paragraphs_that_run_through_the_chapters_keep_their_numbers_beside_a_list_as_long(report):
    read = report("""
        一、导言

        1. 工作组于2022年6月在维也纳举行第三次会议，由主席主持。

        2. 来自34个国家的78名专家出席了会议，并通过了以下议程。

        二、议事情况

        1. 会议开幕。
        2. 组织事项。
        3. 经验交流。

        3. 主席宣布会议开幕，并介绍了议程各项目的背景。
    """)
    assert [p.id for p in read.paragraphs if p.id.isdigit()] == ["1", "2", "3"]


def test_an_item_of_the_agenda_above_the_first_paragraph_is_its_heading(report):
    read = report("""
        理事会第五次会议议事记录

        第一项 通过议程

        1. 理事会通过了载于文件GB.5/1的议程。

        第二项 秘书长报告

        2. 秘书长介绍了报告。他说，2021年共有45个项目完成。
    """)
    assert outline(read) == {"/第一项 通过议程": 1, "/第二项 秘书长报告": 1}
    assert read.title == "理事会第五次会议议事记录"


def test_points_that_are_sentences_with_nothing_under_them_are_no_headings(report):
    read = report("""
        第十二届全国污水处理技术交流会会议纪要

        2021年10月21日至22日，交流会在成都召开。来自全国26个省市的310名代表参加了会议。

        一、会议认为，近年来我国污水处理能力大幅提升。

        二、会议指出，管网建设滞后。

        三、会议决定，下届交流会在武汉举办。
    """)
    assert [s.id for s in read.sections] == ["front"]
    assert [p.text[:2] for p in read.paragraphs[1:]] == ["20", "一、", "二、", "三、"]


def test_letters_in_brackets_right_above_numbered_paragraphs_are_headings(report):
    read = report("""
        I. INTRODUCTION

        1. The Committee met on 3 May.

        II. DEBATE

        A. Energy

        2. Members discussed energy.

        (i) Wind

        3. Wind power doubled.

        (ii) Solar

        4. Solar power tripled. Members asked for:

        (a) more money;

        (b) more panels

        5. They thanked the secretariat.
    """)
    assert [s.id for s in read.sections] == ["I", "II", "II.A", "II.A.(i)", "II.A.(ii)"]
    assert [p.id for p in read.paragraphs] == ["1", "2", "3", "4", "4(a)", "4(b)", "5"]


def test_items_whose_label_is_one_character_are_items(report):
    read = report("""
        1. 影响包括：

        (a) 生物受害；

        (b) 渔业损失，估计为130亿美元：

        ㈠ 沿海渔业；

        ㈡ 远洋渔业。

        2. 会议通过了报告。
    """)
    assert [p.id for p in read.paragraphs] == ["1", "1(a)", "1(b)", "1(b)（一）", "1(b)（二）", "2"]


def test_two_numbered_sentences_under_a_numbered_chapter_are_its_paragraphs(report):
    read = report("""
        1. Opening

        The chair opened the meeting at 14:02.

        2. Grants

        2.1 The board approved a grant of 4,000 euros to the Alva school.

        2.2 The board deferred the request of the Tern club.

        3. Closing

        The chair closed the meeting at 15:30.
    """)
    assert [s.id for s in read.sections] == ["1", "2", "3"]
    assert [p.id for p in read.paragraphs] == ["1¶1", "2.1", "2.2", "3¶1"]


def test_titles_with_half_brackets_are_headings(report):
    read = report("""
        MINUTES OF THE 12TH MEETING OF THE BOARD
        Monday 6 February 2023

        1) Minutes of the 11th meeting
        Approved.

        2) Matters arising
        a) Website: the new website went live on 9 January.
        b) Prize: no nominations yet.

        3) Submissions
        Twenty-three papers were received, six were accepted.
    """)
    assert [(s.id, s.title) for s in read.sections][1:] == [
        ("1", "Minutes of the 11th meeting"),
        ("2", "Matters arising"),
        ("3", "Submissions"),
    ]


def test_lines_of_a_list_with_half_brackets_are_no_headings(report):
    read = report("""
        The Board asked for three things, and all three were promised to it:

        1) a plan
        2) a budget
        3) a date for the next meeting

        The plan is to be sent to all members before the summer.
    """)
    assert [s.id for s in read.sections] == ["front"]
