"""Chapters of plans announce all that they say, and what happens to a thing is done where nothing says that it lies ahead."""

from __future__ import annotations

import pytest
from ledger_reports import from_text

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.progress import progress
from ccdiff.derive.progress.phases import steps
from ccdiff.derive.progress.plans import done_clause
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.language import load

YEARS = (
    """
青湖市动物园年度报告

一、全年工作

接待游客九十万人次。

饲养员培训两期。

二、{title}

上半年开放企鹅馆。

编写《象舍消毒手册》。

为河马池更换水泵。
""",
    """
青湖市动物园年度报告

一、全年工作

接待游客一百万人次。

企鹅馆于五月揭牌，日均入馆两千人。

《象舍消毒手册》已印发三百册。

猴山的饮水管破裂。

二、{title}

新建孔雀园。
""",
)


def told(title: str) -> set[str]:
    sides = [from_text(text.format(title=title)) for text in YEARS]
    pair = Pair(sides[0], sides[1], align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return {step.new for step in progress(pair)}


@pytest.mark.parametrize("title", ["明年重点工作", "下一步工作安排"])
def test_all_that_a_chapter_of_plans_says_is_announced(title: str) -> None:
    assert {place.rpartition("¶")[2] for place in told(title)} == {"2", "3"}


def test_a_chapter_that_tells_what_came_of_plans_announces_nothing() -> None:
    assert not told("重点工作完成情况")


def phases(text: str, language: str) -> list[str]:
    return [step.phase for step in load(language).once(steps)(text)]


@pytest.mark.parametrize(
    "text",
    [
        "首批电车三月上路。",
        "《候车亭设计指南》以四种语文印发。",
        "东道国的授粉战略终于问世。",
        "鉴别实验室揭牌，设备齐全。",
    ],
)
def test_what_happened_to_a_thing_is_done(text: str) -> None:
    assert "done" in phases(text, "zh")


@pytest.mark.parametrize(
    "text",
    ["各国应尽快启用登记册。", "将推动电车上路。", "会议讨论了手册的印发。", "首批电车尚未上路。", "支持实验室揭牌。"],
)
def test_what_is_wished_for_or_spoken_of_is_not(text: str) -> None:
    assert "done" not in phases(text, "zh")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The catalogue is complete and holds 61,000 titles.", True),
        ("The register of kennels was now in operation.", True),
        ("The register of kennels is to be in operation by May.", False),
        ("The register of kennels was incomplete.", False),
    ],
)
def test_a_state_tells_that_a_thing_is_done(text: str, done: bool) -> None:
    assert ("done" in phases(text, "en")) is done


def test_a_quote_goes_on_to_the_clause_that_names_the_thing():
    sentence = (
        "该代表介绍了办公室编写的各种指南和手册的最新情况，特别是题为“东南亚国际合作促进腐败调查”的手册，并感谢各捐助方"
    )
    there = from_text(f"1. {sentence}。")
    told = done_clause(there, sentence, "东南亚腐败案件调查国际合作手册", further=True)
    assert told == "该代表介绍了办公室编写的各种指南和手册的最新情况，特别是题为“东南亚国际合作促进腐败调查”的手册"
    assert done_clause(there, sentence, "指南", further=True) == "该代表介绍了办公室编写的各种指南和手册的最新情况"


MEETINGS = [
    # an action without a verb of its own; a sentence that nothing says to be done; another one's deed
    (
        "# Steering committee\n\n## Action items\n\n- Bram: write to the foundation about fiscal sponsorship\n\n- Chidi: tidy up the labels\n",
        "# Steering committee\n\n## Community\n\n- Bram wrote to the foundation about fiscal sponsorship.\n\n- The code of conduct was merged.\n",
        {("/Action items¶1", "/Community¶1")},
    ),
    (
        "# 业主委员会\n\n## 决定\n\n会议确定，年内在六个小区试点加装电梯八十部。\n\n会议听取了物业公司的汇报。\n\n保安换了新的制服。\n\n花坛补种了月季。\n",
        "# 业主委员会\n\n## 落实情况\n\n六个试点小区已加装电梯六十三部，其余没有动工。\n\n会议听取了街道办的汇报。\n\n车棚漏雨。\n\n门禁卡每张收费十元。\n",
        {("/决定¶1", "/落实情况¶1")},
    ),
]


@pytest.mark.parametrize(("before", "now", "steps"), MEETINGS)
def test_what_a_meeting_lays_down_is_announced(before: str, now: str, steps: set[tuple[str, str]]) -> None:
    old, new = (from_text(text, "en" if text.isascii() else "zh") for text in (before, now))
    pair = Pair(old, new, align(old, new, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    assert {(row.old, row.new) for row in progress(pair)} == steps
