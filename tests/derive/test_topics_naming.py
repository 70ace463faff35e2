"""What a paragraph without counterpart is about: the phrase by which an officer would put it on a list."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.derive.topics import topics
from ccdiff.derive.topics.matter import actor
from ccdiff.derive.topics.phrases import governing
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.changes import Topic
from ccdiff.parse import parse
from ccdiff.reading import Reading

STANDING = {
    "zh": [
        "一位发言者强调，各国应当加强水资源管理方面的区域合作。",
        "秘书处介绍了跨界河流委员会的工作，并通报了两份调查表的答复情况。",
        "有代表团指出，小水电站的维修费用逐年上升，村民无力承担。",
    ],
    "en": [
        "One speaker stressed that regional cooperation on the management of water should be strengthened.",
        "The secretariat presented the work of the commissions on shared rivers and the replies to two questionnaires.",
        "Several delegations pointed out that the repair of small hydropower stations cost more every year.",
    ],
}

# a paragraph of its own, and the name of its matter
ABOUT = [
    ("离岸流是海滩溺水的首要原因。新西兰用紫色染料向游客演示水流的方向。", "离岸流"),
    ("埃及代表介绍了一款供旅客求助的手机应用程序。按下按钮，使馆就会收到位置。", "手机应用程序"),
    ("南非代表介绍了家政工人失业保险。雇主和工人各缴纳工资的百分之一。", "失业保险"),
    ("允许劳动监察员在征得住户同意后进入住宅检查。", "劳动监察员"),
    ("一名专家谈到夜间待命的问题。待命时间往往不算作工作时间。", "待命"),
    ("智利代表团提请注意竹地板甲醛的限量。", "竹地板甲醛"),
    ("The secretariat demonstrated SoundCast, by which noise is foreseen.", "SoundCast"),
    ("The lawyers discussed the case Whale Society v. Northern Oil at length.", "Whale Society v. Northern Oil"),
    ("蒙古代表说，该国关闭了模拟电视，向低收入家庭发放机顶盒112 000台。", "机顶盒"),  # what a verb governs
    ("甲醛和重金属都有限量。智利代表团提请注意竹地板的限量。", "甲醛和重金属"),  # no half of it
    ("Termites had destroyed the land registers of four districts. Treatment with nitrogen was tested.", "Termites"),
    ("Handwriting recognition has made rapid progress. Software now reads German script.", "Handwriting recognition"),
    ("Toilets were discussed. Half of the markets visited had no toilets for women.", "Toilets"),
    ("Include drone detection radars in the certification of aerodromes.", "drone detection radars"),
    ("The expert from Peru described floating schools on the Itaya river.", "floating schools"),
]
# a paragraph of its own that tells no matter, or hardly one
NOTHING = [
    "主席感谢各位与会者的参与。",
    "会议于下午3时10分复会。",
    "The Chair thanked all participants.",
    "One delegate asked for the floor again.",
]
# what is no name, where the paragraph is about something else
NO_NAMES = [
    ("摩洛哥专家说，洪水期间医院在三周内收治伤者 940 人，相当于平时一个季度。", ("收治",)),  # a clause is no name
    ("观察员警告说，合同往往限制畜群的移动，牧民却看不懂合同。", ("看不懂",)),
    ("观察员说，2014年以来，全世界记录在案的沉船事故有580起，其中在地中海的逾280起。", ("记录在案",)),
    ("一名丹麦专家谈到盐沼的恢复。当地渔民种下了互花米草。", ("丹麦", "专家", "种下")),
    (
        "A ring of Georgian citizens sold forged permits for caviar. The forged permits were printed in Poti.",
        ("citizens",),
    ),
    ("It was deplored that no reliable forecasts of hailstorms existed.", ("reliable", "deplored")),
]


def told(folder: Path, language: str, text: str, old: bool = False) -> tuple[Topic, ...]:
    """The topics of two reports of which one has ``text`` on top."""
    readings = []
    for n, more in enumerate(([text] if old else [], [] if old else [text])):
        body = "\n\n".join(f"{k}. {line}" for k, line in enumerate([*STANDING[language], *more], 1))
        title, chapter = (
            ("水资源会议的报告", "一. 审议情况") if language == "zh" else ("Report of the Water Group", "I. Debate")
        )
        path = folder / f"{n}.txt"
        path.write_text(f"{title}\n\n{chapter}\n\n{body}\n", "utf-8")
        report = parse(read(path))
        readings.append(Reading(report, load(report.language)))
    pair = Pair(*readings, align(*readings, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return topics(pair)


def language_of(text: str) -> str:
    return "zh" if text[0] > "\u3400" else "en"


@pytest.mark.parametrize("old", [False, True], ids=["new", "dropped"])
@pytest.mark.parametrize(("text", "name"), ABOUT, ids=[name for _, name in ABOUT])
def test_a_paragraph_of_its_own_is_told_by_the_name_of_its_matter(
    tmp_path: Path, text: str, name: str, old: bool
) -> None:
    found = told(tmp_path, language_of(text), text, old)
    assert [topic.kind for topic in found] == ["dropped" if old else "new"]
    assert name in found[0].label or name in found[0].terms, found[0]


@pytest.mark.parametrize("text", NOTHING)
def test_thanks_and_business_are_no_matter(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, language_of(text), text) == ()


@pytest.mark.parametrize(("text", "words"), NO_NAMES, ids=[words[0] for _, words in NO_NAMES])
def test_who_acts_where_and_how_names_no_matter(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    for topic in told(tmp_path, language_of(text), text):
        assert not any(word in topic.label for word in words), topic


@pytest.mark.parametrize(
    ("word", "governs"),
    [
        ("动用", True),
        ("售出", True),
        ("飞入", True),
        ("收入", False),
        ("支出", False),
        ("网络", False),
        ("检测", False),
    ],
)
def test_a_verb_that_only_governs_is_no_part_of_a_name(word: str, governs: bool) -> None:
    assert load("zh").once(governing)[word] is governs


def test_two_paragraphs_told_anew_that_share_their_rare_words_are_no_matters(tmp_path: Path) -> None:
    old, new = (
        "Lift attendants at Grindelwald work from dawn and earn little.",
        "Cabin stewards of Grindelwald earn little, though they begin at dawn.",
    )
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, last in zip(paths, (old, new), strict=True):
        body = "\n\n".join(f"{k}. {line}" for k, line in enumerate([*STANDING["en"], last], 1))
        path.write_text(f"Report of the Water Group\n\nI. Debate\n\n{body}\n", "utf-8")
    reports = [parse(read(path)) for path in paths]
    readings = [Reading(report, load(report.language)) for report in reports]
    pair = Pair(*readings, align(*readings, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    assert topics(pair) == ()


def new_topics(tmp_path: Path, old: str, new: str) -> list[Topic]:
    readings = []
    for n, text in enumerate((old, new)):
        path = tmp_path / f"{n}.txt"
        path.write_text(text, "utf-8")
        report = parse(read(path))
        readings.append(Reading(report, load(report.language)))
    pair = Pair(*readings, align(*readings, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return [topic for topic in topics(pair) if topic.kind == "new"]


@pytest.mark.parametrize("masthead", ["Task Team on\nMarine Litter", "Task Team on\nShared Rivers"])
def test_the_theme_that_the_masthead_names_is_no_topic_of_the_report(tmp_path: Path, masthead: str) -> None:
    head = "Report of the Subgroup on its {n} session\n\nI. Work\n\n1. The Subgroup met in Geneva.\n\n"
    gone = "2. The secretariat spoke of flood maps.\n\n3. Dams were inspected by divers.\n"
    come = "2. Marine Litter is found on every beach.\n\n3. Marine Litter harms turtles, and Marine Litter costs fishers much.\n"
    labels = [
        one.label
        for one in new_topics(tmp_path, head.format(n="first") + gone, f"{masthead}\n\n{head.format(n='second')}{come}")
    ]
    assert ("Marine Litter" in labels) is ("Rivers" in masthead)


@pytest.mark.parametrize(
    ("words", "who"),
    [(("国际", "联合会"), True), (("省公安厅",), True), (("水上", "音乐厅"), False), (("公安厅", "网站"), False)],
)
def test_an_authority_or_association_says_who_acts(words: tuple[str, ...], who: bool) -> None:
    side = SimpleNamespace(han=True, here=SimpleNamespace(language=load("zh")))
    run = tuple(SimpleNamespace(raw=word, kind="") for word in words)
    assert actor(run, side) is who  # type: ignore[arg-type]
