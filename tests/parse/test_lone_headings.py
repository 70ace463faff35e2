"""Headings that neither a numeral nor a mark tells: they stand alone over prose."""

from __future__ import annotations

SUMMARY = """
    Regional Forum on Drinking Water
    Fourth session

    Chair's summary of the fourth session of the Regional Forum on Drinking Water

    Introduction

    Some 340 participants attended the session, all of them in person.

    The present summary was prepared under the responsibility of the Chair.

    Desalination

    Several speakers drew attention to the high energy demand of desalination.

    Recommendations

    The Forum called upon Governments to map freshwater lenses before new plants were built.
"""


def titles(report):
    return [s.title for s in report.sections if s.id != "front"]


def test_short_lines_that_stand_alone_over_prose_are_headings(report):
    read = report(SUMMARY)
    assert titles(read) == ["Introduction", "Desalination", "Recommendations"]
    assert [p.id for p in read.paragraphs] == [
        "front",
        "/Introduction¶1",
        "/Introduction¶2",
        "/Desalination¶1",
        "/Recommendations¶1",
    ]
    assert read.title == "Chair's summary of the fourth session of the Regional Forum on Drinking Water"
    assert read.body == "Regional Forum on Drinking Water"


def test_so_they_are_in_a_chinese_summary(report):
    read = report("""
        第六届全球养护论坛
        主席摘要

        导言

        第六届全球养护论坛于2023年5月8日和9日在曼谷举行，来自48个国家的代表出席了会议。

        前进方向

        论坛请秘书处编写一份手册，供下届会议审议，并向会议报告进展情况。
    """)
    assert titles(read) == ["导言", "前进方向"]


def test_one_short_line_alone_is_no_heading(report):
    read = report("""
        Letter of the Chair to the members of the Forum on drinking water

        The Chair thanks the members for the comments that they have sent since the last session.

        With kind regards

        The next session is to be held in November, and all the members are invited to attend it.
    """)
    assert titles(read) == []


def test_a_bracketed_numeral_right_over_a_numbered_paragraph_is_a_heading(report):
    read = report("""
        二、照护制度

        1. 会员国交流了经验，并讨论了今后的工作。

        （一）家庭照护

        2. 全球60岁以上人口不断增加。

        3. 会员国不妨考虑：

        （一）扩大社会保护

        （二）加强照护人员的培训

        4. 会员国还讨论了资金问题。
    """)
    assert titles(read) == ["照护制度", "家庭照护"]
    assert [p.id for p in read.paragraphs if p.kind == "item"] == ["3（一）", "3（二）"]


def test_the_meeting_is_the_session_and_no_event_that_the_title_names(report):
    read = report("""
        A/78/123

        第七十八届会议
        社会发展

        第二次老龄问题世界大会的后续行动

        秘书长的报告

        一、导言

        1. 本报告根据大会决议提交。

        2. 大会请秘书长提出报告。
    """)
    assert read.meeting == "第七十八届会议"


BULLETS = """
    Chair's summary of the fourth session of the Regional Forum on Road Safety

    Introduction

    The Forum held its fourth session in Geneva from 12 to 14 March 2019 and was attended by 120 participants.

    Documents before the Forum:
    • Agenda
    • Note by the secretariat

    Recommendations

    The Forum adopted the following recommendations:

    • States should collect data on road deaths within 30 days of the accident, in keeping with the
      guidelines of the World Health Organization, and publish them.

    • The secretariat should prepare a guide on helmets
    • Donors are invited to support training

    Closing

    The Chair closed the session on 14 March 2019 and thanked all participants for their work.
"""


def test_bullets_that_say_something_are_paragraphs_of_their_own_where_none_prints_a_number(report):
    read = report(BULLETS)
    assert [p.id for p in read.paragraphs if p.section == "/Recommendations"] == [
        f"/Recommendations¶{n}" for n in range(1, 5)
    ]
    assert read.text("/Recommendations¶2").endswith(
        "in keeping with the guidelines of the World Health Organization, and publish them."
    )
    assert read.text("/Recommendations¶3") == "The secretariat should prepare a guide on helmets"


def test_a_bulleted_list_of_names_stays_with_its_opener_and_ends_before_a_heading(report):
    read = report(BULLETS)
    assert read.text("/Introduction¶2") == "Documents before the Forum:\n• Agenda\n• Note by the secretariat"
    assert [s.title for s in read.sections][1:] == ["Introduction", "Recommendations", "Closing"]


def test_the_first_heading_right_below_the_title_is_a_heading_and_a_place_and_date_are_none(report):
    text = """
        National Kite Service

        Annual report for the season 2022/23
        {line}
        {heading}

        The season was long. It began in October and ended in the middle of May, with nine storms.

        Accidents

        Four accidents happened in the season, of which one was deadly; the service examined all of them.

        Staff

        The service had 45 employees at the end of the year, which was two more than in the year before.
    """
    for line in ("", "\n        Westport, 30 June 2023\n"):
        read = report(text.format(line=line, heading="The kites"))
        assert titles(read) == ["The kites", "Accidents", "Staff"]
        assert read.title == "Annual report for the season 2022/23"
    assert titles(report(text.format(line="", heading="Forty-fourth session"))) == ["Accidents", "Staff"]


def test_a_heading_stands_over_a_short_sentence_and_over_a_list_too(report):
    read = report("""
        Island Council

        15 May 2021

        Minutes of the third meeting of the Island Council
        Held in Suva on 3 and 4 May 2021

        Finance

        The Council took note of the audited accounts for 2020, which the Treasurer presented.

        The levy was kept at 3 per cent of the value of each catch landed in the islands.

        Gear

        The drones bought in 2020 had carried spare parts to four outlying villages on a trial basis.

        Decisions

        All were taken by consensus.

        Requests

        The Council:

        • Requested the Treasurer to report on arrears;

        • Invited members to host the next meeting.
    """)
    assert titles(read) == ["Finance", "Gear", "Decisions", "Requests"]
    assert read.title == "Minutes of the third meeting of the Island Council"
    assert read.body == "Island Council"


def test_a_line_over_a_list_is_no_heading_where_no_other_is_there(report):
    read = report("""
        The Council met in Suva on 3 and 4 May 2021 and considered the following matters in turn.

        Requests

        The Council:

        • Requested the Treasurer to report on arrears.
    """)
    assert "Requests" not in titles(read)


def test_cells_of_a_list_one_a_line_are_no_headings(report):
    read = report("""
        Annual report of the council of lighthouse keepers

        Opening of the year

        The council brings together the keepers of the lighthouses of the northern coast.

        Officers

        The chair and the members of the bureau are elected by the council for two years each.

        Ana Silva ana.silva@lights.example

        The chair leads the council and speaks for it before the ministers and the press.

        30 September 2015

        The bureau met four times during the year, each time in another lighthouse.
    """)
    assert [s.title for s in read.sections if s.title] == ["Opening of the year", "Officers"]


def test_under_numbered_chapters_several_lines_that_stand_alone_over_text_are_headings_below_them(report):
    areas = ["Potter Peninsula", "Lions Rump", "Chile Bay", "Port Foster"]
    plans = "".join(
        f"{name}\n\nThe group issued an invitation to comment on the draft plan for this area in the summer.\n\n"
        for name in areas
    )
    text = (
        "Report of the group on management plans\n\n1. Background\n\n"
        "The group worked between the sessions in line with the plan that was agreed the year before.\n\n"
        f"2. Review of the plans\n\n{plans}3. Next steps\n\n"
        "The group will report to the committee at its next session, as it was asked to do.\n"
    )
    titles = {s.title: s.parent for s in report(text).sections if s.title}
    assert [titles.get(name) for name in areas] == ["2"] * 4
    assert len([s for s in report(text.replace("Chile Bay\n", "")).sections if s.title]) == 3  # three may be captions


LIKE_ITS_FELLOWS = """
    Coastal Programme for Clean Harbours

    CPCH/AR/2022

    Annual report for 2022

    {first}

    1. The Programme was set up by the Conference of Port Authorities in its resolution 12/5.

    2. Work was resumed in April, when travel became possible again.

    Dredging

    3. Seven harbours were dredged, two more than in the year before.

    Waste from ships

    4. Waste was taken ashore in all harbours but three.

    Training

    5. Courses were given for 120 harbour masters.
"""


def test_a_line_between_title_and_first_number_is_a_heading_where_others_stand_over_numbers_so(report):
    read = report(LIKE_ITS_FELLOWS.format(first="The year at a glance"))
    assert read.title == "Annual report for 2022"
    assert [section.title for section in read.sections if section.id != "front"][0] == "The year at a glance"
    named = report(LIKE_ITS_FELLOWS.format(first="Report of the Executive Director"))
    assert [section.title for section in named.sections if section.id != "front"][0] == "Dredging"
