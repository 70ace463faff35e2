"""Ways to number headings beside those of the corpus."""

from __future__ import annotations

import pytest

CHINESE = """
    委员会年度工作报告

    {0}前言

    本报告说明本年度工作情形。

    {1}工作成果

    一、巡查

    全年巡查212次，取缔违规35件。

    {2}检讨与建议

    应增加巡查人力2名。
"""
ENGLISH = """
    Monitoring of mountain huts in 2022

    {0}Introduction

    This report covers 64 huts in three valleys.

    {1}Method

    Each hut was visited twice between May and September.

    {2}Results

    Of the 64 huts, 51 were in good repair. Nine need a new roof.
"""


@pytest.mark.parametrize(
    ("text", "numerals", "ids"),
    [
        (CHINESE, ("壹、", "贰、", "叁、"), ["壹", "贰", "贰.一", "叁"]),
        (CHINESE, ("壹、", "貳、", "參、"), ["壹", "貳", "貳.一", "參"]),
        (ENGLISH, ("1 ", "2 ", "3 "), ["1", "2", "3"]),
        (ENGLISH, ("1) ", "2) ", "3) "), ["1", "2", "3"]),
        (ENGLISH, ("Section 1: ", "Section 2: ", "Section 3: "), ["Section 1", "Section 2", "Section 3"]),
    ],
)
def test_headings_are_numbered_so(report, text, numerals, ids):
    read = report(text.format(*numerals))
    assert [s.id for s in read.sections][1:] == ids
    assert [s.title for s in read.sections][1] in ("前言", "Introduction")


def test_stems_stand_under_chapters(report):
    read = report("""
        一、导言

        甲. 任务

        委员会审议了任务规定，并同意延长两年。

        乙. 出席情况

        三十个国家的代表出席了会议。

        二、结论

        委员会通过了报告。
    """)
    assert [s.id for s in read.sections] == ["一", "一.甲", "一.乙", "二"]


def test_a_sentence_that_begins_with_two_stems_is_no_heading(report):
    read = report("""
        一、导言

        双方签署了协议，并交换了文本，各方均表示满意。

        甲、乙双方同意延长期限
    """)
    assert [s.id for s in read.sections] == ["一"]


def test_lines_that_begin_with_numbers_are_no_headings_unless_they_count(report):
    read = report("""
        Monitoring of mountain huts in 2022

        12 May 2022

        The wardens counted what is kept in the huts of the three valleys:

        3 Blankets

        These are to be replaced before the winter.

        14 Lamps

        These are new.
    """)
    assert not any(s.number for s in read.sections)


def test_capitals_in_brackets_number_the_parts_of_a_chapter(report):
    read = report("""
        第三次會議記錄

        II. 討論事項

        (A) 街市翻新工程

        3. 署方代表介紹工程進度。

        4. 一名議員查詢完工日期。

        (B) 鼠患問題

        5. 署方表示已加強滅鼠。

        III. 下次會議日期

        6. 下次會議定於2021年7月8日舉行。
    """)
    titles = [section.title for section in read.sections if section.id != "front"]
    assert titles == ["討論事項", "街市翻新工程", "鼠患問題", "下次會議日期"]
    assert [p.id for p in read.paragraphs if p.kind != "front"] == ["3", "4", "5", "6"]
