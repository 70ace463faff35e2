"""Full names and short ones, titles over the same paragraphs: one thing under two wordings; never two things of one kind."""

from __future__ import annotations

import pytest
from test_terminology import english, terms

from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.terminology import terminology
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading

# the old report has the full name and introduces the short one, the new one has nothing but the short one
SHORTENED = [
    ("联合国粮食及农业组织（粮农组织）的代表介绍了情况。", "粮农组织编写了准则。", "联合国粮食及农业组织", "粮农组织"),
    (
        "观察员来自国际刑事警察组织（国际刑警组织）。",
        "国际刑警组织派人出席。",
        "国际刑事警察组织",
        "国际刑警组织",
    ),
    ("世界气象组织（气象组织）发了言。气象组织收集数据。", "气象组织维护数据库。", "世界气象组织", "气象组织"),
]
SHORTENED_IN_ENGLISH = [
    (
        "The United Nations Population Fund (UNFPA) supported 375 schools.",
        "The schools assisted by UNFPA have reached 430.",
        "United Nations Population Fund",
        "UNFPA",
    ),
    (
        "The World Meteorological Organization (WMO) took the floor.",
        "Data were collected by WMO.",
        "World Meteorological Organization",
        "WMO",
    ),
]
MIXED = [
    ("联合国粮食及农业组织（粮农组织）发了言。粮农组织编写了报告。", "联合国粮食及农业组织的代表提到粮农组织的准则。"),
    ("世界卫生组织（世卫组织）发了言。", "粮农组织维护数据库。"),
]


@pytest.mark.parametrize(("old", "new", "one", "other"), SHORTENED)
def test_a_full_name_that_gave_way_to_its_short_one_is_told(old, new, one, other):
    assert (one, other) in terms([old], [new])
    assert (other, one) in terms([new], [old])


@pytest.mark.parametrize(("old", "new", "one", "other"), SHORTENED_IN_ENGLISH)
def test_an_acronym_that_stands_alone_is_told_beside_the_name(old, new, one, other):
    assert [pair for pair in english(old, new) if one in pair[0] and other in pair[1]]


@pytest.mark.parametrize(("old", "new"), MIXED)
def test_names_that_both_reports_use_or_that_are_two_are_not(old, new):
    assert not [pair for pair in terms([old], [new]) if "组织" in pair[0] + pair[1]]


def test_two_bodies_of_which_each_report_has_one_are_two():
    old = [f"秘书处请世卫组织编写关于饮用水检测实验室设备的{part}。" for part in ("报告", "手册")]
    new = [text.replace("世卫组织", "粮农组织") for text in old]
    assert not [pair for pair in terms(old, new, linked=False) if "组织" in pair[0]]


def titled(
    old: str, new: str, links: list[tuple[str, str]], language: str = "zh", score: float = 1.0
) -> set[tuple[str, str]]:
    """What is told of two chapters of two paragraphs each, linked as said, with that score."""
    readings = [_reading(title, language) for title in (old, new)]
    paragraphs = tuple(Link((one,), (other,), 1.0) for one, other in links)
    pair = Pair(
        *readings, Alignment((Link(("一",), ("一",), score, relation="renamed"),), paragraphs), DeriveThresholds()
    )
    pair.rows = relations(pair)
    return {(term.old, term.new) for term in terminology(pair) if term.source == "heading"}


def _reading(title: str, language: str) -> Reading:
    paragraphs = tuple(Paragraph(n, "一", "1", number=n) for n in ("1", "2"))
    section = Section("一", "一", title, 1, None, ("1", "2"))
    return Reading(Report("r", "r", "", None, None, None, language, "", (section,), paragraphs), load(language))


ALL, ONE = [("1", "1"), ("2", "2")], [("1", "1")]
ONE_MATTER = [
    ("zh", "事故后应急", "伤者的救治"),
    ("zh", "实验室诊断", "检验能力"),
    ("zh", "与会者", "出席情况"),
    ("zh", "今后的工作", "下一步"),
    ("en", "Prevention", "Averting fistula"),
    ("en", "Reintegration", "Life after repair"),
    ("en", "Monitoring of drinking water quality", "Testing of water quality"),
    ("en", "Staffing", "Human resources"),
    ("en", "Weighing and counting of fish", "Knowing the stocks"),
    ("en", "About this report", "Purpose and scope"),
    ("zh", "护士的招聘和留用", "谁来照料病人"),
    ("zh", "弱势道路使用者", "步行者、骑车人和儿童"),
]
OTHER_MATTER = [
    ("en", "Adoption of the report", "Closure and adoption of the report"),
    ("zh", "车辆", "车辆安全"),
    ("zh", "审议第一周期", "审议第二周期"),
    ("zh", "巴西的情况", "秘鲁的状况"),
    ("zh", "攻坚执行难，如期实现基本解决执行难目标", "巩固基本解决执行难成果，健全长效机制"),
    ("en", "Agenda", "Agenda and documents"),
    ("en", "Missions to Chad", "Visits to Niger"),
    ("en", "Eighth session", "Agenda of the ninth session"),
]


@pytest.mark.parametrize(("language", "old", "new"), ONE_MATTER)
def test_titles_over_the_same_paragraphs_are_two_wordings(language, old, new):
    assert (old, new) in titled(old, new, ALL, language)


@pytest.mark.parametrize(("language", "old", "new"), ONE_MATTER[:2] + ONE_MATTER[4:6])
def test_titles_of_chapters_that_hardly_correspond_are_not(language, old, new):
    assert not titled(old, new, ALL, language, score=0.7)


@pytest.mark.parametrize(("language", "old", "new"), OTHER_MATTER)
def test_a_title_that_says_more_or_another_thing_is_no_other_wording(language, old, new):
    assert not titled(old, new, ALL, language)


ONE_SENSE = [
    ("en", "Waste pickers", "Informal collectors"),
    ("zh", "土壤", "泥土"),
    ("zh", "与会情况", "出席情况"),
]


@pytest.mark.parametrize(("language", "old", "new"), ONE_SENSE)
def test_titles_of_one_sense_are_two_wordings_whatever_stands_under_them(language, old, new):
    assert (old, new) in titled(old, new, ONE, language)


@pytest.mark.parametrize(("old", "new"), [("Opening of the session", "Opening")])
def test_a_title_that_only_names_the_session_beside_its_matter_is_no_other_wording(old, new):
    assert (old, new) not in titled(old, new, ONE, "en")
    assert (old, new) not in titled(old, new, ALL, "en")


def test_a_title_in_capitals_is_no_other_wording():
    assert not titled("Opening of the session", "OPENING OF THE SESSION", ALL, "en")


def test_a_symbol_names_nobody():
    old, new = (
        ["环境署经济司司长致辞。", "会议通过了议程。"],
        ["司长致辞。", "会议通过了临时议程（UNEP/SAND/EG/3/1）。"],
    )
    assert not terms(old, new)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("通过议程", "议程", "zh"),
        ("通过议程", "议程和文件", "zh"),
        ("监测和预警", "监测与预警", "zh"),
        ("讨论办公室冷气机汰换", "讨论办公室冷气机报价", "zh"),
        ("丙库建仓申请", "甲库建仓申请", "zh"),
        ("disk_driver申请孵化毕业", "camera_driver、screen_driver仓申请孵化毕业", "zh"),
        ("Opening of the session", "Opening and officers", "en"),
        ("Closure", "Adoption of the report", "en"),
    ],
)
def test_steps_of_a_meeting_and_things_with_names_of_their_own_are_no_wordings(old, new, language):
    assert not titled(old, new, ONE, language)
    assert not titled(old, new, ALL, language)


def test_a_step_in_another_word_is_told():
    assert ("出席情况", "与会者") in titled("出席情况", "与会者", ALL, "zh")


def test_one_body_under_another_translation_throughout():
    old, new = ["缔约方会议设立了专家组。"], ["专家组系缔约方大会设立。"]
    assert ("缔约方会议", "缔约方大会") in terms(old, new)


NAMED = [
    ("Welcome and remarks (A Green)", "Welcome and remarks (E Boyko)", set()),
    ("Elections Committee - P Burnhill", "Elections Committee -- Ann Green", set()),
    ("President - Ann Green", "Treasurer - J Green", set()),
    (
        "Safety underground - A Green",
        "Protection of miners - KB Olsen",
        {("Safety underground", "Protection of miners")},
    ),
]


@pytest.mark.parametrize(("old", "new", "found"), NAMED)
def test_who_reports_on_an_item_is_no_part_of_its_title(old, new, found):
    assert titled(old, new, [("1", "1"), ("2", "2")], "en") == found
