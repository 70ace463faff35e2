"""Where the name of a matter begins and ends, and what only passes by: slogans, props of an event, speech, meetings yet to come."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ccdiff.derive.topics.edges import contrary, entire, stance
from ccdiff.derive.topics.events import _of_meeting, _passing
from ccdiff.derive.topics.matter import Candidate
from ccdiff.language import load
from ccdiff.reading import segmenter


def chinese(*texts: str) -> SimpleNamespace:
    zh = load("zh")
    here = SimpleNamespace(language=zh, words=zh.once(segmenter).words)
    return SimpleNamespace(here=here, there=here, han=True, text={str(k): text for k, text in enumerate(texts)})


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        ("审议了非法、不报告和不管制捕捞。", "管制捕捞", "不管制捕捞"),
        ("会上发起了无塑湖泊倡议。", "塑湖泊倡议", "无塑湖泊倡议"),
        ("加强了对捕捞的管制捕捞计划。", "管制捕捞", "管制捕捞"),
        ("毫无疑问渔业优先。", "渔业优先", "渔业优先"),  # the character before it belongs to another word
    ],
)
def test_what_makes_the_contrary_of_a_name_belongs_to_it(text: str, label: str, wanted: str) -> None:
    assert contrary(Candidate(label, "about", {"0": label}), chinese(text)).label == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "label", ["坚定不移贯彻", "党和人民", "真抓实干精神", "锲而不舍", "国家和人民", "坚持不懈工作"]
)
def test_slogans_and_those_who_are_meant_by_all_name_no_matter(label: str) -> None:
    assert stance(label, chinese())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "label", ["党和国家机构改革", "国家公园", "人民币国际化", "社会保险", "政府采购", "一国两制", "群众文化节"]
)
def test_a_matter_with_such_a_word_in_it_is_one(label: str) -> None:
    assert not stance(label, chinese())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "mode", "own"),
    [
        ("The meeting was a hybrid meeting with 40 participants.", "hybrid meeting", True),
        ("An update was given ahead of an upcoming hybrid meeting in Brussels.", "hybrid meeting", False),
        ("会议以线上方式举行。", "线上方式", True),
        ("下次会议将于六月以线上方式举行。", "线上方式", False),
    ],
)
def test_how_a_meeting_yet_to_come_is_held_is_said_of_that_meeting(text: str, mode: str, own: bool) -> None:
    rows = load("zh" if text[0] > "\u3400" else "en").rows("topic_modes")
    meetings, ahead = ([row[0] for row in rows if row[1] == kind] for kind in ("held", "ahead"))
    assert _of_meeting(text, mode, meetings, ahead) is own


@pytest.mark.parametrize(
    ("text", "label", "by_the_way"),
    [
        (
            "专题小组讨论会的主题为拒绝司法协助请求的常见理由。" + "嘉宾介绍了本国的做法。" * 20,
            "拒绝司法协助请求的常见理由",
            False,
        ),
        ("办公室举办了一系列讲习班。" * 30 + "最后一次的主题为金融调查。", "金融调查", True),
        ("办公室举办了讲习班。最后一次的主题为金融调查。", "金融调查", False),
    ],
)
def test_the_theme_of_the_last_of_many_events_is_named_by_the_way(text: str, label: str, by_the_way: bool) -> None:
    assert _passing(text, label, SimpleNamespace(han=True)) is by_the_way  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "label", "full"),
    [
        ("The 2nd World Water Forum was held in March.", "nd World Water Forum", "2nd World Water Forum"),
        ("Members discussed UNHCR's share of the budget.", "s share", "UNHCR's share"),
        ("部件 camera_standard 改名。", "standard", "camera_standard"),
        ("放到 tpc_c_cplusplus库。", "cplusplus库", "tpc_c_cplusplus库"),
        ("The manufacturer’s liability was raised.", "manufacturer", "manufacturer"),
        ("maven-plugin-1.2 was released.", "maven-plugin", "maven-plugin"),
        ("The forum was held.", "forum", "forum"),
        ("适用刑法修正案（八）审理案件", "适用刑法修正案", "适用刑法修正案（八）"),
        ("做好以下工作（一）。", "工作", "工作"),
    ],
)
def test_a_name_begins_and_ends_with_a_whole_token(text: str, label: str, full: str) -> None:
    found = entire(Candidate(label, "about", {"1": label}), SimpleNamespace(text={"1": text}))  # type: ignore[arg-type]
    assert (found.label, found.places) == (full, {"1": full})
