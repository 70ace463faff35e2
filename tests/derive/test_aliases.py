"""Short names that a report explains itself are the full ones; anything else in brackets is none."""

from __future__ import annotations

import pytest

from ccdiff.derive.aliases import aliases, is_short, uses
from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.terminology import terminology
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading


def reading(*texts: str, language: str = "zh") -> Reading:
    paragraphs = tuple(Paragraph(str(n), "一", text, number=str(n)) for n, text in enumerate(texts, 1))
    section = Section("一", "一", "", 1, None, tuple(p.id for p in paragraphs))
    return Reading(Report("r", "r", "", None, None, None, language, "", (section,), paragraphs), load(language))


def pair(old: list[str], new: list[str], language: str = "zh") -> Pair:
    links = tuple(Link((str(n),), (str(n),), 1.0) for n in range(1, len(old) + 1))
    sections = (Link(("一",), ("一",), 1.0, relation="same"),)
    found = Pair(
        reading(*old, language=language),
        reading(*new, language=language),
        Alignment(sections, links),
        DeriveThresholds(),
    )
    found.rows = relations(found)
    return found


EXPLAINED = [
    ("将联合国卡兰过渡援助团（联卡援助团）的任务延长。", "联卡援助团", "联合国卡兰过渡援助团"),
    ("秘书处与追回被盗资产举措（以下简称追回资产举措）合作。", "追回资产举措", "追回被盗资产举措"),
    (
        "The United Nations Disengagement Observer Force (UNDOF) maintained its posts.",
        "UNDOF",
        "United Nations Disengagement Observer Force",
    ),
]

NOT_EXPLAINED = [
    "会议在日内瓦（瑞士）举行。",
    "四名专家（两名女性）出席。",
    "见报告（见上文）。",
    "主席是Luis Gallegos（厄瓜多尔）。",
    "The report (E/2022/47) was adopted.",
    "The General Assembly adopted the budget (Part A).",
    "The Chair, Peter Major (Hungary), opened the session.",
]


@pytest.mark.parametrize(("text", "short", "full"), EXPLAINED)
def test_a_short_name_in_brackets_stands_for_the_full_one(text, short, full):
    assert aliases(reading(text)) == {short: full}


@pytest.mark.parametrize("text", NOT_EXPLAINED)
def test_other_words_in_brackets_explain_nothing(text):
    assert aliases(reading(text)) == {}


def test_a_use_in_the_explanation_is_no_use_by_itself():
    assert uses("联合国卡兰过渡援助团（联卡援助团）", "联卡援助团", "联合国卡兰过渡援助团") == (False, True)


def test_an_explained_short_name_for_the_full_one_is_only_another_wording():
    old = ["The Interim Stabilization Force for Karan Valley (ISFKV) was set up.", "ISFKV patrolled the valley."]
    new = [old[0], "The Interim Stabilization Force for Karan Valley patrolled the valley."]
    assert [row.relation for row in pair(old, new, "en").rows] == ["unchanged", "reworded"]


def test_an_explained_name_that_gave_way_is_told():
    old = ["珊瑚三角区养护与发展举措举行了会议。", "珊瑚三角区养护与发展举措编写了手册。"]
    new = ["珊瑚三角区养护与发展举措（珊瑚举措）举行了会议。", "珊瑚举措编写了手册。"]
    assert ("珊瑚三角区养护与发展举措", "珊瑚举措") in {(t.old, t.new) for t in terminology(pair(old, new))}


def test_the_lexicon_says_what_stands_in_brackets_where_letters_do_not():
    assert aliases(reading("欧洲航天局（欧空局）观察员通报了情况。")) == {"欧空局": "欧洲航天局"}


def test_a_short_name_that_one_report_only_introduces_is_no_other_name():
    assert not terminology(
        pair(["联合国卡兰过渡援助团（联卡援助团）派了5名观察员。"], ["联合国卡兰过渡援助团派了6名观察员。"])
    )


def test_a_name_of_the_lexicon_is_taken_whole():
    assert aliases(reading("各国应当利用国际麻醉品管制局（麻管局）的工具。")) == {"麻管局": "国际麻醉品管制局"}


INITIALS = [
    ("The International Transport Workers' Federation disagreed.", "ITF disagreed.", 1),
    ("The Southern African Development Community agreed.", "SADC agreed.", 1),
    (
        "The International Trade Fund met the International Transport Federation.",
        "ITF disagreed.",
        0,
    ),  # which of the two?
    ("The Federation of Transport disagreed.", "ITF disagreed.", 0),
    (
        "The Information Technology Forum (ITF) and the Indian Tea Fund agreed.",
        "ITF and the Indian Tea Fund agreed.",
        0,
    ),
]


@pytest.mark.parametrize(("old", "new", "found"), INITIALS)
def test_an_acronym_that_no_report_explains_stands_for_the_one_name_of_its_capitals(old, new, found):
    assert len(terminology(pair([old], [new], "en"))) == found


SHORT = [
    ("常委会", "常设委员会", True),
    ("世卫大会", "世界卫生大会", True),
    ("麻管局", "国际麻醉品管制局", True),
    ("条例", "示范条例", False),
    ("国际会议", "国际合作会议", False),
    ("信托基金", "技术援助信托基金", False),
]


@pytest.mark.parametrize(("short", "full", "told"), SHORT)
def test_a_short_name_of_han_is_made_of_characters_of_the_full_one_of_which_none_is_a_word(short, full, told):
    assert is_short((short, full), reading("")) is told
    assert is_short((full, short), reading("")) is told
