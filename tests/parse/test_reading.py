"""How single things are read: each test is a short text and what a careful reader makes of it."""

from __future__ import annotations

import pytest


def ids(report):
    return [p.id for p in report.paragraphs]


def sections(report):
    return [s.id for s in report.sections]


# -- headings


def test_chapters_letters_numbers_and_unnumbered_headings_nest_by_their_numerals(report):
    read = report("""
        一. 导言

        1. 本报告介绍了情况。

        ## 二. 审议情况

        #### A. 合作

        # 1. 引渡

        2. 会议讨论了引渡。

        司法协助

        3. 会议讨论了司法协助。

        B. 其他

        4. 没有其他事项。
    """)
    assert sections(read) == ["一", "二", "二.A", "二.A.1", "二.A.1/司法协助", "二.B"]
    assert [s.level for s in read.sections] == [1, 1, 2, 3, 4, 2]
    assert ids(read) == ["1", "2", "3", "4"]


def test_an_english_report_nests_as_a_chinese_one(report):
    read = report("""
        United Nations                    S/2024/12
        Security Council                  Distr.: General
        3 June 2024

        Situation in the area
        Report of the Secretary-General

        I. Introduction
        1.   The present report covers the period from 1 January
        to 31 May 2024, pursuant to the mandate.
        II. Activities
        A. Patrols
        2.   The Force carried out patrols:
        (a) By day;
        (b) By night.
        B. Cooperation
        3.   The Force cooperated with the Parties.
        4.   There was nothing else to report on that day.
    """)
    assert sections(read) == ["front", "I", "II", "II.A", "II.B"]
    assert ids(read) == ["front", "1", "2", "2(a)", "2(b)", "3", "4"]
    assert read.text("1").endswith("from 1 January to 31 May 2024, pursuant to the mandate.")
    assert (read.symbol, read.title, read.body, read.date) == (
        "S/2024/12",
        "Situation in the area",
        "Security Council",
        "2024-06-03",
    )


def test_a_line_after_a_page_break_is_no_heading_though_it_begins_like_one(report):
    read = report("""
        一. 导言

        1. 会议介绍了根据《公约》第三章和

        第四章所获经验教训提出的建议，

        的方案，以及

        会议的成果

        2. 会议通过了报告。
    """)
    assert sections(read) == ["一"]
    assert read.text("1") == "会议介绍了根据《公约》第三章和第四章所获经验教训提出的建议，的方案，以及会议的成果"


def test_the_same_heading_twice_has_two_locators(report):
    read = report("""
        一. 审议

        概要

        1. 会议开始。

        概要

        2. 会议结束。
    """)
    assert sections(read) == ["一", "一/概要", "一/概要~2"]


def test_a_mark_in_a_heading_belongs_to_the_section_and_not_to_its_words(report):
    read = report("""
        一. 会议

        出席情况¹

        1. 缔约国出席了会议。

        2. 会议结束。

        ¹ 以线上连接为依据。
    """)
    assert sections(read) == ["一", "一/出席情况"]
    assert [s.title for s in read.sections] == ["会议", "出席情况"]
    assert read.footnotes[0].paragraph == "一/出席情况"


def test_the_agenda_item_in_brackets_below_a_heading_is_of_that_heading(report):
    read = report("""
        I. Organizational matters

        A. Election of officers

        (Agenda item 1)

        1. At its opening meeting, the Expert Meeting elected its Chair.

        B. Adoption of the agenda
        (Agenda item 2)

        2. The Expert Meeting adopted the agenda.
    """)
    assert [section.title for section in read.sections if section.number in ("A", "B")] == [
        "Election of officers (Agenda item 1)",
        "Adoption of the agenda (Agenda item 2)",
    ]


def test_the_agenda_printed_in_an_annex_is_a_list_and_no_row_of_headings(report):
    read = report("""
        I. Organizational matters

        1. The Expert Meeting adopted its agenda.

        2. The Expert Meeting considered its documentation.

        3. The Expert Meeting adopted its report.

        Annex I
        Provisional agenda for the fourth session

        1. Election of officers.
        2. Adoption of the agenda and organization of work.
        3. Building capacity.
    """)
    assert [section.id for section in read.sections if section.id.startswith("Annex")] == ["Annex I"]
    assert [p.id for p in read.paragraphs if p.section == "Annex I"] == ["Annex I¶1"]


def test_a_table_of_contents_is_set_aside(report):
    read = report("""
        目录

        一. 导言
        二. 建议

        一. 导言

        1. 本报告介绍了情况。

        二. 建议

        2. 委员会提出了建议。
    """)
    assert sections(read) == ["一", "二"]
    assert [row.why for row in read.set_aside] == ["contents"] * 3
    dotted = report("一. 导言 ........ 3\n二. 建议 ........ 7\n\n一. 导言\n\n1. 甲。\n\n2. 乙。\n\n二. 建议\n\n3. 丙。")
    assert sections(dotted) == ["一", "二"] and len(dotted.set_aside) == 2


# -- paragraph numbers


def test_agenda_items_years_and_headings_are_no_paragraph_numbers(report):
    read = report("""
        一. 会议安排

        1. 会议于5月举行。

        2. 会议通过了下列议程：

        1. 会议开幕。
        2. 选举主席。
        3. 通过报告。

        3. 会议审议了报告，并注意到

        2023. 年的进展。

        二. 审议

        1. 引渡

        4. 会议讨论了引渡。

        2. 司法协助

        5. 会议讨论了司法协助。
    """)
    assert [p.id for p in read.paragraphs] == ["1", "2", "3", "4", "5"]
    assert read.text("2") == "会议通过了下列议程：\n1. 会议开幕。\n2. 选举主席。\n3. 通过报告。"
    assert sections(read) == ["一", "二", "二.1", "二.2"]


def test_a_list_whose_opening_ends_in_a_full_stop_is_a_list_where_it_counts_anew_line_by_line(report):
    read = report("""
        1. 会议于5月举行。

        2. 会议审议了报告。

        3. 会议通过了以下议程。文件见附件。

        1. 会议开幕。
        2. 选举主席。
        3. 技术合作。
        4. 通过报告。

        二. 审议

        4. 会议讨论了引渡。

        5. 会议讨论了司法协助。
    """)
    assert [p.id for p in read.paragraphs] == ["1", "2", "3", "4", "5"]
    assert read.text("3").endswith("4. 通过报告。") and read.text("4") == "会议讨论了引渡。"


@pytest.mark.parametrize("label", ["14.", "- 14.", "14．", "１４．", "14、", "**14.**", "14\\.", "14", "- 14", "14。"])
def test_a_number_counts_however_it_is_set(report, label):
    around = "\n\n".join(f"{n}. 会议讨论了第{n}个问题。" for n in range(1, 14))
    read = report(f"一. 审议\n\n{around}\n\n{label} 秘书处介绍了情况。\n\n15. 会议结束。")
    assert read.text("14") == "秘书处介绍了情况。" and not read.notes


def test_a_number_glued_to_a_year_is_still_a_number(report):
    read = report("一. 会议\n\n1. 会议开始。\n\n2.2020年会议通过了议程。\n\n3. 增长 2.5 个百分点。")
    assert ids(read) == ["1", "2", "3"] and read.text("2").startswith("2020年")


def test_missing_repeated_and_moved_numbers_are_kept_and_noted(report):
    long = "秘书处的一位代表向会议介绍了相关任务授权的最新执行情况以及今后的工作安排。"
    read = report("一. 会议\n\n" + "\n\n".join(f"{n}. {long}" for n in (1, 2, 5, 6, 6, 7, 3, 8)))
    assert ids(read) == ["1", "2", "5", "6", "6~2", "7", "3", "8"]
    assert read.notes == (
        "paragraph-number-missing:3",
        "paragraph-number-missing:4",
        "paragraph-number-repeated:6",
        "paragraph-number-out-of-order:3",
    )


def test_numbers_that_begin_anew_in_an_annex_are_named_after_the_annex(report):
    long = "秘书处的一位代表向会议介绍了相关任务授权的最新执行情况以及今后的工作安排。"
    body = "\n\n".join(f"{n}. {long}" for n in (1, 2, 3))
    read = report(f"一. 会议\n\n{body}\n\n附件\n\n职权范围\n\n{body}")
    assert ids(read) == ["1", "2", "3", "附件¶1", "附件¶2", "附件¶3"]
    assert [(s.id, s.title) for s in read.sections] == [("一", "会议"), ("附件", "职权范围")]


def test_a_paragraph_that_lost_its_number_is_named_by_its_place(report):
    read = report("""
        一. 会议

        1. 会议开始，主席致开幕词。

        秘书处的一位代表向会议介绍了相关任务授权的最新执行情况以及今后的安排。

        3. 会议结束，主席致闭幕词。
    """)
    assert ids(read) == ["1", "一¶2", "3"]


# -- items


def test_items_at_the_head_of_a_line_are_rows_and_inline_ones_are_not(report):
    read = report("""
        一. 建议

        1. 会议决定如下：

        (a) 请秘书处继续工作；

        (b) 鼓励缔约国：

        (i) 提供信息；

        (ii) 更新名录；

        （c）结束工作。

        2. 会议有两个分专题：(a)引渡；和(b)合作。

        3. 她提出了几种办法，包括

        (a)起草请求；(b)填写清单。
    """)
    assert ids(read) == ["1", "1(a)", "1(b)", "1(b)(i)", "1(b)(ii)", "1(c)", "2", "3"]
    assert read.paragraph("1(b)(ii)").parent == "1(b)"
    assert read.text("3") == "她提出了几种办法，包括(a)起草请求；(b)填写清单。"


def test_the_ninth_letter_is_a_letter_and_the_first_roman_is_roman(report):
    letters = "\n\n".join(f"({letter}) 事项；" for letter in "abcdefghij")
    read = report(f"一. 建议\n\n1. 决定：\n\n{letters}\n\n2. 完毕。")
    assert ids(read)[1:11] == [f"1({letter})" for letter in "abcdefghij"]


def test_what_follows_the_items_belongs_to_their_paragraph(report):
    read = report("""
        一. 建议

        1. 会议决定：

        (a) 请秘书处工作；

        (b) 请缔约国继续

        提供信息。

        会议还感谢秘书处。

        2. 会议结束。
    """)
    assert read.text("1(b)") == "请缔约国继续提供信息。"
    assert read.text("1") == "会议决定：\n会议还感谢秘书处。"


# -- footnotes


@pytest.mark.parametrize(
    ("mark", "start"),
    [
        ("¹", "¹ "),
        ("<sup>1</sup>", "<sup>1</sup> "),
        ("$^{1}$", "^{1} "),
        ("[^1]", "[^1]: "),
        ("1", "¹ "),
        (" 1", "1 "),
    ],
)
def test_footnotes_however_their_marks_are_set(report, mark, start):
    read = report(f"一. 会议\n\n1. 会议通过了决议。{mark}\n\n{start}见第 8/2 号决议。\n\n2. 会议结束。")
    assert (read.text("1"), read.text("2"), read.text("fn1")) == ("会议通过了决议。", "会议结束。", "见第 8/2 号决议。")
    assert read.paragraph("1").footnotes == ("fn1",) and read.footnotes[0].paragraph == "1"


def test_a_footnote_inside_a_paragraph_does_not_part_it(report):
    read = report("""
        一. 会议

        1. 会议根据大会特别

        ¹ 可查阅 <https://example.org/>。

        会议的政治宣言¹审议了问题。

        2. 会议结束。
    """)
    assert read.text("1") == "会议根据大会特别会议的政治宣言审议了问题。"
    assert read.text("fn1") == "可查阅 https://example.org/。"


def test_a_mark_without_a_note_is_text(report):
    read = report("一. 会议\n\n1. 面积为 20 m² 和 30 m<sup>2</sup>，共 4 个国家。4 个国家出席。\n\n2. 会议结束。")
    assert read.text("1") == "面积为 20 m² 和 30 m2，共 4 个国家。4 个国家出席。" and not read.footnotes


# -- markup, tables, furniture


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("见 [A/1](#) 和 <https://a.org/b_c>。", "见 A/1 和 https://a.org/b_c。"),
        ("对 *Cotroni* 案和“*Cotroni* 因素”", "对 Cotroni 案和“Cotroni 因素”"),
        ("**重要**的 <script>alert(1)</script> &lt;", "重要的 <script>alert(1)</script> &lt;"),
        ("共 $68,743,800，净 $67,105,600。", "共 $68,743,800，净 $67,105,600。"),
        ("统计数据 and 案例。。", "统计数据 and 案例。。"),
        ("5\\% 和 a\\_b", "5% 和 a_b"),
    ],
)
def test_markup_goes_and_words_stay(report, raw, text):
    assert report(f"一. 会议\n\n1. {raw}\n\n2. 完毕。").text("1") == text


def test_lines_of_one_paragraph_are_joined_as_the_language_asks(report):
    zh = report(
        "一. 会议\n\n1. 国际合作工作组之间的信\n息交流和 knowledge\nmanagement 以及 2020\n年的计划。\n\n2. 完毕。"
    )
    assert zh.text("1") == "国际合作工作组之间的信息交流和 knowledge management 以及 2020年的计划。"
    en = report(
        "I. Work\n\n1. The non-\nState groups and the co-\noperation of States; cooperation.\n\n2. It ended on that day."
    )
    assert en.text("1") == "The non-State groups and the cooperation of States; cooperation."


@pytest.mark.parametrize(
    "line", ["V.21-01350 3/**18**", "25-04146 (E) 190325", "2/10 25-04146", "*2504146*", "- 4 -", "第 3 页", "---"]
)
def test_page_furniture_is_set_aside_and_does_not_part_a_paragraph(report, line):
    read = report(f"一. 会议\n\n1. 向吉尔吉斯斯坦和乌兹\n\n{line}\n\n别克斯坦提供了支持。\n\n2. 完毕。")
    assert read.text("1") == "向吉尔吉斯斯坦和乌兹别克斯坦提供了支持。"
    assert [row.text for row in read.set_aside] == [line]
