"""Minutes in lines of their own, without full stops; titles that a code or the year counts; heads over lists."""

from __future__ import annotations


def ids(read):
    return [paragraph.id for paragraph in read.paragraphs]


def sections(read):
    return [section.id for section in read.sections]


def titles(read):
    return [section.title for section in read.sections if section.level]


def test_short_titles_with_a_number_stand_over_lines_that_begin_anew(report):
    read = report("""
        Minutes of the Meeting of the Allotment Society
        3rd of April, 2019, The Old Mill

        1 Apologies
        Apologies were accepted from Una Berg

        2 Declarations of Interest
        Ana declared an interest in item 3
        Ben declared an interest in item 3

        3 Water Supply
        The pump had been repaired at a cost of £210
        Resolved: to thank the volunteers

        4 Next Meeting
        The Society will meet on the first Monday in June
    """)
    assert titles(read) == ["Apologies", "Declarations of Interest", "Water Supply", "Next Meeting"]
    assert ids(read) == ["front", "1¶1", "2¶1", "2¶2", "3¶1", "3¶2", "4¶1"]
    assert read.date == "2019-04-03"


def test_a_count_that_goes_on_over_sentences_is_no_agenda(report):
    matters = "\n\n".join(f"{n}. Matter {n}\nResolved: to defer matter {n}" for n in range(1, 6))
    read = report(
        f"Minutes of the Board\n\n{matters}\n\n6. Grants\nThe Board approved two grants.\n\n7. Close\nThe Board rose.\n"
    )
    assert titles(read) == [f"Matter {n}" for n in range(1, 6)] + ["Grants", "Close"]


def test_titles_are_counted_through_the_year_or_behind_a_code(report):
    through = report("""
        Minutes of the Harbour Committee held on 7 May 2020

        411 APOLOGIES
        The Mayor sent apologies
        412 MOORINGS
        The Committee AGREED that the fees stay as they are
        413 DREDGING
        No report had been received
    """)
    assert [s.number for s in through.sections if s.level] == ["411", "412", "413"]
    coded = report("""
        Minutes of the Harbour Committee

        2020-05_1. APOLOGIES
        The Mayor sent apologies.
        2020-05_2. MOORINGS
        The fees stay as they are.
        A. The pontoon was inspected and found in good order by the engineer of the district.
        2020-05_3. DREDGING
        No report had been received.
        2020-05_4. CLOSE
        The meeting closed at nine.
    """)
    assert titles(coded) == ["APOLOGIES", "MOORINGS", "DREDGING", "CLOSE"]


def test_heads_over_lists_of_their_own(report):
    read = report("""
        例会纪要

        进展：
        1. 完成了仓库迁移。
        2. 完成了文档整理。

        决定的事项：
        1. 采用新的目录。
        2. 每月发布一次。

        待办：
        1. 王伟联系印刷厂。
        2. 李娜更新网页。
    """)
    assert titles(read) == ["进展：", "决定的事项：", "待办："]


def test_a_spoken_report_begins_below_whom_it_speaks_to_and_one_heading_of_review_is_enough(report):
    read = report("""
        某市人民检察院工作报告
        各位代表：
        现在，我向大会报告工作，请予审议。
        过去一年工作回顾
        过去一年，全市检察机关办理各类案件一千二百余件，同比上升百分之四，群众满意度进一步提高。
        依法批准逮捕犯罪嫌疑人三百余人，提起公诉五百余人，各项检察工作都取得了新的明显成效。
    """)
    assert sections(read) == ["front", "/过去一年工作回顾"]
    assert read.paragraph("front¶1").text == "现在，我向大会报告工作，请予审议。"


def test_chapters_may_begin_at_two_below_a_list_of_names_and_rows_without_words_are_no_text(report):
    read = report("""
        Senate Minutes

        Called to order by the Chair, Una Berg, at 2.04 p.m. in the hall of the old library.

        Present: A. Hall, S. Okoro, P. Reid

        II. Approval of the Minutes

        A motion (Hall/Reid) to approve the minutes.

        Yes - Hall, Okoro, Reid

        Abstain - Berg

        III. Communications

        S. Okoro was absent.
    """)
    assert titles(read) == ["Approval of the Minutes", "Communications"]
    assert ids(read)[-4:] == ["II¶1", "II¶2", "II¶3", "III¶1"]
    table = report("""
        June 11, 2018 - Board of the Library, Regular Meeting
        1. Opening
        |
        |
        1.1. Roll Call
        |
        |
        1.2. Guests
        |
        |
        2. Reports
        |
        |
        3. Budget
        Discussion:
        The Board read the draft budget and asked for two changes.
        |
        |
        4. Adjournment
        |
        |
        4.1. Next Meeting
        The next meeting is in July.
        |
    """)
    assert titles(table) == ["Opening", "Roll Call", "Guests", "Reports", "Budget", "Adjournment", "Next Meeting"]


def test_what_follows_the_last_line_of_a_list_is_no_part_of_it(report):
    read = report("""
        为讨论下一步工作，协会于2023年9月25日召开会长办公会议，各位副会长和理事参加。
        会议议题
        1、年会筹备工作的推进
        2、会费收取及缴纳方式
        3、迎双节团建活动
        会议由副会长主持，大家就以上议题深入讨论，提出了很多合理的建议，并报理事会审议通过。
        会长对接下来的重点工作做了部署，要求提升服务水平，增强协会的凝聚力，发挥好协会职能。
    """)
    texts = [paragraph.text for paragraph in read.paragraphs]
    assert any(text.endswith("迎双节团建活动") for text in texts)
    assert any(text.startswith("会议由副会长主持") for text in texts)


def test_titles_over_their_first_parts_are_headings(report):
    read = report("""
        Minutes of the Parish Meeting

        1. Apologies were received from Una Berg and from the clerk of the district council.

        2. The minutes of the meeting held in May were adopted and signed by the chair of the meeting.

        3. Open discussion limited to ten minutes
        3.1. Residents' views
        3.1.1. Footpath: the Council heard that the path had been cleared by volunteers during the summer.

        4. The next meeting will be held in the village hall on the first Monday in November.
    """)
    assert ids(read) == ["front", "1", "2", "3.1.1", "4"]
    assert titles(read) == ["Open discussion limited to ten minutes", "Residents' views"]
    assert not read.notes  # 3 is not missing


def test_points_under_a_label_that_recurs_number_no_paragraphs(report):
    matter = "\n**议题{0}、{1}库建仓申请**\n汇报人：王一\n会议结论：\n1、解决遗留问题后再上会评审。\n遗留问题：\n1、补充使用说明；\n2、对比功能。\n"
    read = report("# 例会\n\n## 会议纪要\n" + matter.format(1, "甲") + matter.format(2, "乙"))
    assert titles(read) == ["会议纪要", "甲库建仓申请", "乙库建仓申请"]
    assert all(paragraph.number is None for paragraph in read.paragraphs)
