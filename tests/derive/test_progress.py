"""What one report announces and the other says is done."""

from __future__ import annotations

import pytest
from ledger_reports import corpus_pair, of_paragraphs, pair

from ccdiff.derive.progress import find_announcements, progress
from ccdiff.reading import Reading

OTHERS = ("会议通过了议程。", "发言者强调了合作的重要性。", "一位代表介绍了本国经验。", "秘书处答复了提出的问题。")

STEPS = [
    (
        "秘书处正在编写一份关于山地水源监测的技术指南。",
        "会议收到了秘书处已编写的山地水源监测技术指南。",
        "山地水源监测的技术指南",
    ),
    (
        "海岸侵蚀数据库预计将于2019年推出。",
        "海岸侵蚀数据库已推出，目前载有九十份记录。",
        "海岸侵蚀数据库",
    ),
    (
        "工作组拟订一套不具约束力的渔业准则，供其审议和批准。",
        "不具约束力的渔业准则已得到大会核可。",
        "不具约束力的渔业准则",
    ),
]


def report(text: str, date: str | None = None) -> Reading:
    return of_paragraphs(*OTHERS, text, date=date)


@pytest.mark.parametrize(("before", "now", "matter"), STEPS)
def test_what_was_announced_and_is_done_is_told_with_both_quotes(before: str, now: str, matter: str) -> None:
    found = progress(pair(report(before), report(now), ("5", "5")))
    assert [(row.old, row.new) for row in found] == [("5", "5")]
    assert found[0].from_ in before
    assert found[0].to in now
    assert found[0].matter in before
    assert found[0].matter[:4] == matter[:4]


SILENT = [
    # another thing
    ("秘书处正在编写一份关于山地水源监测的技术指南。", "秘书处已编写一份关于海岸侵蚀的说明。"),
    ("工作组拟订一套不具约束力的建议和结论。", "秘书处编写了一份不具约束力的准则预稿。"),
    # still under way
    ("秘书处正在编写一份关于山地水源监测的技术指南。", "秘书处正在编写一份关于山地水源监测的技术指南。"),
    # nothing announced
    ("秘书处编写了山地水源监测技术指南。", "秘书处已编写山地水源监测技术指南。"),
    # no status
    ("与会者讨论了正在出现的新威胁。", "与会者已通过关于新威胁的议程。"),
]


@pytest.mark.parametrize(("before", "now"), SILENT)
def test_nothing_is_said_of_other_things(before: str, now: str) -> None:
    assert progress(pair(report(before), report(now), ("5", "5"))) == ()


def test_the_earlier_report_announces() -> None:
    before, now, _ = STEPS[1]
    assert progress(pair(report(now, "2018-01-01"), report(before, "2019-01-01"), ("5", "5"))) == ()
    turned = progress(pair(report(now, "2019-01-01"), report(before, "2018-01-01"), ("5", "5")))
    assert [(row.from_ in now, row.to in before) for row in turned] == [(True, True)]


def test_english_reports_are_read_alike() -> None:
    others = ("The agenda was adopted.", "Speakers stressed cooperation.", "The Secretariat replied.")
    old = of_paragraphs(*others, "A handbook on coastal erosion monitoring is being prepared.", language="en")
    new = of_paragraphs(*others, "The handbook on coastal erosion monitoring was published in May.", language="en")
    found = progress(pair(old, new, ("4", "4")))
    assert [(row.matter, row.to) for row in found] == [
        ("handbook on coastal erosion monitoring", "The handbook on coastal erosion monitoring was published in May")
    ] or [row.old for row in found] == ["4"]


def test_a_report_compared_with_itself_shows_no_progress() -> None:
    for name in ("8th", "9th", "CTOC", "2021", "2023"):
        assert progress(corpus_pair(name, name)) == ()


def test_the_judged_pair_shows_its_three_matters() -> None:
    found = progress(corpus_pair("8th", "9th"))
    for row in found:
        print(row)
    assert {(row.old, row.new) for row in found} == {("20", "19"), ("41", "40"), ("43", "39")}
    sides = corpus_pair("8th", "9th")
    for row in found:
        assert row.from_ in sides.old.report.text(row.old)
        assert row.to in sides.new.report.text(row.new)


def test_pairs_of_other_bodies_stay_silent() -> None:
    for old, new in (("CTOC", "9th"), ("CTOC", "8th"), ("9th", "2023"), ("2021", "2023")):
        assert progress(corpus_pair(old, new)) == ()


def test_turned_round_from_and_to_change_places() -> None:
    there, back = progress(corpus_pair("8th", "9th")), progress(corpus_pair("9th", "8th"))
    assert {(r.old, r.new, r.from_, r.to) for r in there} == {(r.new, r.old, r.to, r.from_) for r in back}


def test_announcements_stand_where_they_are_quoted() -> None:
    for name in ("8th", "2021"):
        sides = corpus_pair(name, name)
        for one in find_announcements(sides.old):
            assert one.quote in sides.old.report.text(one.place)
