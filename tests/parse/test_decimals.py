"""Paragraphs that are numbered by chapter: 2.1, 2.2, and 2.2.1."""

from __future__ import annotations

COMMITTEE = """
    REPORT OF THE SAFETY COMMITTEE ON ITS HUNDRED AND FIFTH SESSION

    1 INTRODUCTION

    1.1 The Committee held its 105th session from 20 to 29 April 2022.

    Opening address

    1.2 The Secretary-General welcomed participants.

    1.3 The Committee adopted the agenda.

    2 DECISIONS OF OTHER BODIES

    2.1 The Committee noted the outcome of the Council, and agreed to take action under the relevant items, in particular on
    the matters that had been referred to it.

    2.1.1 In particular, the Committee noted the adoption of:

    .1 the guidance; and

    .2 the circular.

    2.2 The Committee agreed to return to the matter.
"""
MANUAL = """
    Annual report

    1 Scope

    1.1 Purpose

    The manual helps the offices to keep their books in good order throughout the year.

    1.2 Readers

    It is meant for accountants and for the auditors who come after them every year.

    1.3 Terms

    The terms are those of the financial rules that the Assembly adopted in 2015.
"""


def outline(report):
    return {s.id: list(s.paragraphs) for s in report.sections if s.id != "front"}


def test_decimal_numbers_over_sentences_number_paragraphs(report):
    read = report(COMMITTEE)
    assert outline(read) == {
        "1": ["1.1"],
        "1/Opening address": ["1.2", "1.3"],
        "2": ["2.1", "2.1.1", "2.1.1.1", "2.1.1.2", "2.2"],
    }
    assert next(p for p in read.paragraphs if p.id == "2.1").text.endswith("that had been referred to it.")
    assert "no-paragraph-numbers" not in read.notes
    assert read.meeting == "HUNDRED AND FIFTH SESSION"


def test_over_words_alone_they_number_headings(report):
    read = report(MANUAL)
    assert [s.title for s in read.sections if s.id != "front"] == ["Scope", "Purpose", "Readers", "Terms"]


def test_so_it_is_in_markdown_and_in_chinese(report):
    read = report("""
        专家组第四次会议报告

        1. 导言

        1.1 专家组第四次会议于2021年5月3日至7日在蒙特利尔举行。

        1.2 会议由李华先生主持。

        2. 跑道安全

        2.1 专家组同意修订手册。

        2.2 专家组建议各国建立跑道安全小组。
    """)
    assert outline(read) == {"1": ["1.1", "1.2"], "2": ["2.1", "2.2"]}


def test_a_bracketed_heading_follows_lettered_items(report):
    read = report("""
        废物工作组第三次会议报告

        四、建议

        （一）对会员国的建议

        1. 会员国应当：

        (a) 制定国家收集目标；

        (b) 禁止将旧电器混入生活垃圾。

        （二）对生产商的建议

        2. 生产商应当承担回收费用，并在产品上标明回收方式。
    """)
    assert outline(read) == {"四": [], "四.（一）": ["1", "1(a)", "1(b)"], "四.（二）": ["2"]}


def test_whole_numbers_among_decimal_ones_are_paragraphs_too(report):
    read = report("""
        DRAFT MINUTES OF NORTH ISLE PARISH COUNCIL MEETING

        The Chairman welcomed everyone present and opened the meeting.

        1. **Apologies for absence.** Apologies had been received from Councillor Ana Neves, owing to illness and

        Borough Councillor Bo Lund, owing to other commitments.

        2. **Declarations of interest.** No declarations of interest were made.

        3.1 **Chairman's report.** The Chairman had attended a course on 25 February and thanked the hosts.

        3.1.1 Elections. All of the councillors would be standing again in the elections in May.

        3.2 **Clerk's report.** The Clerk reported that the footpath would be mended before the summer.

        3.3 **Police report.** No police report had been received by the day of the meeting.

        5. **Dog waste bin.** A quotation for another bin had been received and was accepted by all.

    """)
    assert [p.id for p in read.paragraphs] == ["front", "1", "2", "3.1", "3.1.1", "3.2", "3.3", "5"]
    assert read.paragraphs[1].text.endswith("illness and Borough Councillor Bo Lund, owing to other commitments.")
    assert read.title == "DRAFT MINUTES OF NORTH ISLE PARISH COUNCIL MEETING"
