"""Resolutions: each recital is a paragraph, the operative ones have numbers."""

from __future__ import annotations

RESOLUTION = """
    Resolution 1376 (2001)

    Adopted by the Security Council at its 4412th meeting, on 9 November 2001

    The Security Council,

    Recalling its previous resolutions and statements by its President,

    Determining that the situation in the region continues to pose a threat to international
    peace and security,

    1. Welcomes the general respect for the ceasefire among the parties to the Agreement;

    2. Demands once again that the city be demilitarized rapidly and unconditionally;

    3. Decides to remain actively seized of the matter.
"""


def test_every_recital_is_a_paragraph(report):
    read = report(RESOLUTION)
    assert [p.id for p in read.paragraphs] == ["front", "front¶1", "front¶2", "front¶3", "1", "2", "3"]
    assert read.text("front¶3").endswith("a threat to international peace and security,")
    assert (read.title, read.date) == ("Resolution 1376 (2001)", "2001-11-09")


def test_so_it_is_in_chinese_whose_recitals_name_other_meetings(report):
    read = report("""
        第10/1号决议

        增进《公约》下的国际合作

        公约缔约国会议，

        回顾其关于国际合作的第8/2号决议，

        注意到专家会议第九次会议的报告，

        1. 促请缔约国在腐败案件中开展国际合作；

        2. 请秘书处继续向缔约国提供技术援助；

        3. 决定将本事项列入下届会议议程。
    """)
    assert [p.id for p in read.paragraphs if p.id != "front"] == ["front¶1", "front¶2", "front¶3", "1", "2", "3"]
    assert (read.title, read.meeting) == ("增进《公约》下的国际合作", None)


def test_a_masthead_of_two_lines_with_a_comma_is_none(report):
    read = report("""
        Expert Group on Bees,
        Nairobi,

        1. The Expert Group met on 3 May and elected its Chair from among the experts.

        2. The Expert Group adopted its agenda and thanked the host country for its welcome.

        3. The Expert Group closed its meeting on the same day after a short discussion.
    """)
    assert [p.id for p in read.paragraphs] == ["front", "1", "2", "3"]
