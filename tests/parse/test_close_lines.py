"""Texts without blank lines, as a PDF's text or a web page gives them, and texts whose numbers lost their points."""

from __future__ import annotations

import textwrap

SPOKEN = "一位发言者指出，这一问题在各国的严重程度不一，并建议下届会议继续审议，同时请秘书处收集各国的资料"
ZH = "\n".join(
    (
        "E/FLC/2021/9",
        "冷链问题政府间专家组第四次会议报告",
        "一、导言",
        *(f"{n}. {SPOKEN}。" for n in (1, 2, 3)),
        "二、会议组织",
        "A. 会议开幕",
        *(f"{n}. {SPOKEN}。" for n in (4, 5)),
        "B. 选举主席团成员",
        *(f"{n}. {SPOKEN}。" for n in (6, 7, 8)),
        "三、冷链能力",
        *(f"{n}. {SPOKEN}。" for n in (9, 10)),
    )
)
NUMBERS = [str(n) for n in range(1, 11)]
TITLES = ["导言", "会议组织", "会议开幕", "选举主席团成员", "冷链能力"]


def test_the_first_chapter_under_the_title_is_one_without_a_blank_line(report):
    read = report(ZH)
    assert read.title == "冷链问题政府间专家组第四次会议报告"
    assert [section.title for section in read.sections if section.title] == TITLES
    assert [p.id for p in read.paragraphs if p.id != "front"] == NUMBERS


def test_so_it_is_where_every_line_is_broken_at_the_width_of_the_page(report):
    wrapped = "\n".join(textwrap.fill(line, 30) for line in ZH.splitlines())
    read = report(wrapped)
    assert [section.title for section in read.sections if section.title] == TITLES
    assert [p.id for p in read.paragraphs if p.id != "front"] == NUMBERS


def test_the_first_chapter_may_stand_over_another_heading(report):
    said = (
        "The delegations discussed the matter at length and asked the secretariat to report on it at the next session."
    )
    read = report(
        "Report of the Working Group on Lifts\nI. Organization of the session\nA. Opening\n"
        + "".join(f"{n}. {said}\n" for n in (1, 2, 3))
        + "II. Fees\n"
        + "".join(f"{n}. {said}\n" for n in (4, 5, 6))
    )
    assert [section.id for section in read.sections if section.title] == ["I", "I.A", "II"]
    assert read.title == "Report of the Working Group on Lifts"


def test_a_whole_series_without_points_numbers_the_paragraphs(report):
    blank = ZH.replace("\n", "\n\n")
    read = report(blank.replace(". 一位", " 一位"))
    assert [p.id for p in read.paragraphs if p.id != "front"] == NUMBERS


def test_years_at_the_beginning_of_lines_number_nothing(report):
    lines = "\n\n".join(f"{2010 + n} 年的会议讨论了各国的资料，并请秘书处继续收集。" for n in range(10))
    read = report(f"冷链问题的历史\n\n一、经过\n\n{lines}\n")
    assert all(p.number is None for p in read.paragraphs)


def test_the_next_chapter_is_one_under_a_line_that_lost_its_end(report):
    said = (
        "The military situation along the lines remained calm and stable, and the number of incidents did not change."
    )
    read = report(
        "Report on the Mission\nI. Introduction\n"
        + f"1. {said}\n2. During this period, my Special Adviser on\n"
        + f"II. Activities\nA. Maintenance of calm\n3. {said}\n4. {said}\n5. {said}\n"
    )
    assert [section.id for section in read.sections if section.title] == ["I", "II", "II.A"]
    assert [p.id for p in read.paragraphs if p.id != "front"] == ["1", "2", "3", "4", "5"]
