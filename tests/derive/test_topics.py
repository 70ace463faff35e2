"""Topics: what only one of two reports treats. Small reports made for it, then the judged pair."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.derive.topics import topics
from ccdiff.derive.topics.spans import listing
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.changes import Topic
from ccdiff.parse import parse
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

ROOT = Path(__file__).parents[2]
OPENING = "1. 水资源会议第{n}届会议于{year}年5月3日在日内瓦举行。\n"
STANDING = "一位发言者强调，各国应当加强水资源管理方面的区域合作，并就节约用水交流信息和良好做法。"
PRESENT = "下列国家派代表出席了会议：阿富汗、巴西、中国、法国、德国、印度、日本、肯尼亚和墨西哥。"


def reading(path: Path) -> Reading:
    report = parse(read(path))
    return Reading(report, load(report.language))


def pair_of(old: Path, new: Path) -> Pair:
    sides = reading(old), reading(new)
    pair = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return pair


@pytest.fixture
def compared(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A function: the paragraphs of two reports -> the topics of the pair. Paragraphs stand under two chapters."""

    def compare(old: list[str], new: list[str]) -> tuple[Topic, ...]:
        paths = tmp_path / "old.txt", tmp_path / "new.txt"
        for path, paragraphs, n, year in zip(paths, (old, new), "一二", (2018, 2020), strict=True):
            body = "\n".join(f"{k}. {text}\n" for k, text in enumerate([PRESENT, STANDING, *paragraphs], 2))
            path.write_text(
                f"水资源会议的报告\n\n一. 引言\n\n{OPENING.format(n=n, year=year)}\n二. 审议情况\n\n{body}", "utf-8"
            )
        return topics(pair_of(*paths))

    return compare


def labels(found: tuple[Topic, ...], kind: str) -> str:
    """Labels and terms of one kind, as one string to look in."""
    return " | ".join(" / ".join((topic.label, *topic.terms)) for topic in found if topic.kind == kind)


# new paragraph(s), and what a topic must be called by
NAMED = [
    ("一位发言者介绍了蓝湖倡议，该倡议旨在恢复内陆湖泊。", "蓝湖倡议"),
    ("一位发言者提到一起渔业重大腐败案件，其中十个国家提出了请求。", "渔业重大腐败案件"),
    ("秘书处介绍了《干旱地区地下水回灌实用手册》的内容。", "干旱地区地下水回灌实用手册"),
    ("发言者们讨论了 COVID-19 大流行对供水的影响。", "COVID-19"),
    ("秘书处的代表介绍了 AQUABASE 数据库的最新情况。", "AQUABASE"),
    ("会议举行了一场专题小组讨论会，主题为冰川消融对下游城市供水的长期影响。", "冰川消融对下游城市供水的长期影响"),
    ("基塔地区暴发霍乱，共报告1,870例病例。", "霍乱"),
    ("洪灾影响到6个省的7.2万人，毁坏房屋逾1.1万间。", "洪灾"),
    ("一位发言者指出，加密货币的扣押和保管带来了新的挑战。", "加密货币"),
    ("国际刑警组织的观察员介绍了全球资产追回联络点网络，该网络现有132个国家的234名联络点。", "全球资产追回联络点网络"),
]


@pytest.mark.parametrize(("text", "wanted"), NAMED, ids=[wanted for _, wanted in NAMED])
def test_a_named_thing_of_a_new_paragraph_is_a_new_topic(compared, text: str, wanted: str) -> None:
    found = compared([], [text])
    assert wanted in labels(found, "new")
    assert not labels(found, "dropped")


@pytest.mark.parametrize(("text", "wanted"), NAMED, ids=[wanted for _, wanted in NAMED])
def test_a_named_thing_of_a_paragraph_that_is_gone_is_a_dropped_topic(compared, text: str, wanted: str) -> None:
    found = compared([text], [])
    assert wanted in labels(found, "dropped")
    assert not labels(found, "new")


# (old paragraphs, new paragraphs) between which no topic is new or dropped
SILENT = {
    "the same again": (["发言者们讨论了蓝湖倡议的进展。"], ["发言者们讨论了蓝湖倡议的进展。"]),
    "another figure and date": (["截至2018年3月，12 个国家提供了信息。"], ["截至2020年4月，19 个国家提供了信息。"]),
    "one new word": (["发言者们欢迎秘书处的报告。"], ["发言者们热烈欢迎秘书处的报告。"]),
    "a person": (["会议由主席主持。"], ["会议由主席 Maria Consuelo Porras（危地马拉）主持。"]),
    "a State": (["一位发言者介绍了本国的经验。"], ["一位来自瑞士的发言者介绍了瑞士的经验。"]),
    "a document symbol": (["秘书处提交了一份文件。"], ["秘书处提交了一份文件（CAC/COSP/EG.1/2020/2）。"]),
    "generic words": (["会议继续工作。"], ["会议继续工作。", "发言者就国际合作活动交流信息，并欢迎秘书处开展的工作。"]),
    "a count of courses": (
        ["秘书处举办了培训课程。"],
        ["秘书处举办了培训课程。", "秘书处自上次会议以来共举办五期培训课程。"],
    ),
    "what stands in a footnote only": (
        ["会议讨论了供水。"],
        ["会议讨论了供水。[^1]\n\n[^1]: 世界卫生组织《饮用水质量手册》。"],
    ),
    "a directory that is kept online": (
        ["秘书处介绍了收集信息的情况，并回顾了国家节水机构名录。"],
        ["秘书处介绍了国家节水机构在线名录。"],
    ),
    "an acronym of a known name": (
        ["秘书处介绍了打击犯罪信息与法律网络共享平台的数据。"],
        ["秘书处介绍了打击犯罪信息与法律网络共享平台（SHERLOC）的数据。"],
    ),
}


@pytest.mark.parametrize("case", SILENT)
def test_no_topic_where_the_matter_is_the_same(compared, case: str) -> None:
    assert compared(*SILENT[case]) == ()


def test_a_matter_of_several_paragraphs_is_one_topic_with_all_of_them(compared) -> None:
    found = compared(
        [],
        [
            "发言者们指出地下水盐碱化日益严重。",
            "关于盐碱化，一位专家介绍了监测结果。",
            "另一位发言者认为，盐碱化影响农业。",
        ],
    )
    named = [topic for topic in found if "盐碱化" in labels((topic,), "new")]
    assert len(named) == 1
    assert named[0].paragraphs == ("4", "5", "6")


def test_a_word_that_lives_on_in_the_name_of_an_office_does_not_keep_a_topic_alive(compared) -> None:
    old = ["发言者们讨论了人权标准。", "一位专家介绍了人权因素。", "另一位发言者提到人权价值观。"]
    found = compared(old, ["联合国人权事务高级专员办事处派观察员出席了会议。"])
    assert "人权" in labels(found, "dropped")


def test_a_matter_that_the_other_report_treats_elsewhere_is_alive(compared) -> None:
    old = ["发言者们讨论了海水淡化。", "一位专家介绍了海水淡化的费用。", "另一位发言者提到海水淡化的能耗。"]
    found = compared(old, ["秘书处今后将编写一份说明，其中述及与海水淡化有关的研究结果和各国提交的材料。"])
    assert "海水淡化" not in labels(found, "dropped")


def test_terms_stand_to_the_letter_in_the_quoted_paragraphs(compared) -> None:
    found = compared([NAMED[0][0], NAMED[2][0]], [NAMED[1][0], NAMED[3][0], NAMED[5][0]])
    texts = {text for text, _ in NAMED}
    assert found
    assert all(any(term in text for text in texts) for topic in found for term in topic.terms)


def test_new_and_dropped_change_places_when_the_reports_do(compared) -> None:
    one, other = [NAMED[0][0], NAMED[3][0]], [NAMED[2][0]]
    there = {(t.kind, t.label, t.terms, t.paragraphs, t.importance) for t in compared(one, other)}
    turned = {"new": "dropped", "dropped": "new"}
    back = {(turned[t.kind], t.label, t.terms, t.paragraphs, t.importance) for t in compared(other, one)}
    assert there == back


# a heading of the old report, one of the new; whether the new one names a new matter
HEADINGS = [
    ("执行节水任务的进展情况概览", "节水任务执行进展概述", False),
    ("专题讨论：高效水库管理的做法", "专题讨论：海水淡化", True),
    ("灌溉局势", "海水淡化", True),
    ("水资源的跨界移交", "跨界水资源移交", False),
]


@pytest.mark.parametrize(("old", "new", "said"), HEADINGS, ids=[f"{old} - {new}" for old, new, _ in HEADINGS])
def test_a_heading_is_a_new_topic_only_where_its_matter_is_new(tmp_path: Path, old: str, new: str, said: bool) -> None:
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    bodies = (
        [
            "一位发言者介绍了水库的高效管理、灌溉和干旱的情况。",
            "与会者讨论了跨界移交水资源的问题，以及节水任务的进展。",
        ],
        ["一位发言者谈到这方面的新近发展和面临的困难。", "与会者就此交换了意见，并请秘书处继续提供资料。"],
    )
    for path, heading, body in zip(paths, (old, new), bodies, strict=True):
        text = "\n\n".join(f"{k}. {line}" for k, line in enumerate(body, 3))
        path.write_text(
            f"报告\n\n一. 引言\n\n{OPENING.format(n='一', year=2018)}\n2. {STANDING}\n\n二. {heading}\n\n{text}\n",
            "utf-8",
        )
    topics_found = [topic.label for topic in topics(pair_of(*paths)) if topic.kind == "new"]
    assert bool(topics_found) is said, topics_found
    assert not any(label.startswith(("专题讨论", "关于")) for label in topics_found)


def test_what_a_heading_of_the_other_report_names_is_no_new_matter(tmp_path: Path) -> None:
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, heading, more in zip(
        paths, ("蓝湖倡议的影响", "其他事项"), ("", "4. 一位发言者介绍了蓝湖倡议。\n"), strict=True
    ):
        path.write_text(
            f"报告\n\n一. 引言\n\n{OPENING.format(n='一', year=2018)}\n2. {STANDING}\n\n二. {heading}\n\n3. {PRESENT}\n\n{more}",
            "utf-8",
        )
    assert "蓝湖" not in labels(topics(pair_of(*paths)), "new")


def test_a_recurring_event_is_no_topic_by_its_count(compared) -> None:
    found = compared(
        ["秘书处介绍了在南部非洲举办的五次区域讲习班，共有180人受训。"],
        ["秘书处介绍了在东非举办的七次区域讲习班，培训了235人。"],
    )
    assert "讲习班" not in labels(found, "new") + labels(found, "dropped")


def test_resolutions_as_a_topic_stand_where_they_are_cited(compared) -> None:
    cited = [
        f"缔约国会议第9/{k}号决议请秘书处就节水问题{act}。"
        for k, act in ((1, "编写报告"), (1, "举办讲习班"), (2, "收集资料"), (3, "提供培训"))
    ]
    found = [topic for topic in compared([], cited) if "9/1" in topic.label]
    assert [topic.paragraphs for topic in found] == [("4", "5")]


def test_a_list_of_names_is_known_by_its_separators() -> None:
    assert listing(PRESENT)
    assert not listing("发言者讨论了引渡、司法协助和资产追回，并指出，各国的经验不同，困难很多，应当继续交流信息。")


ENGLISH = """Report of the water conference

I. Introduction

1. The conference held its {n} session in Geneva on 3 May {year}.

II. Deliberations

2. Speakers stressed that States should strengthen regional cooperation in the management of water.

"""


def test_english_reports_have_topics_by_the_same_rules(tmp_path: Path) -> None:
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    paths[0].write_text(ENGLISH.format(n="first", year=2018), "utf-8")
    told = "3. A representative of the Secretariat presented the Blue Lake Initiative, which restores inland lakes.\n"
    paths[1].write_text(ENGLISH.format(n="second", year=2020) + told, "utf-8")
    assert labels(topics(pair_of(*paths)), "new").startswith("Blue Lake Initiative / Blue Lake Initiative")


# a new paragraph of an English report, and how the topic is called; "" where none is
SPOKEN = [
    ("One delegation presented a new guarantee facility that was expected to raise $2 billion.", "guarantee facility"),
    ("The conference requested the secretariat to prepare guidelines on aquifer governance.", "aquifer governance"),
    ("As at 14 May 2020, unpaid assessed contributions amounted to $30.7 million.", "unpaid assessed contributions"),
    ("One delegation proposed a group of friends, with balanced geographic representation.", ""),
    ("One delegation withdrew its objection to the text.", ""),
    ("The secretariat expands and reduces the staffing of P-5 and D-1 positions.", ""),
]


@pytest.mark.parametrize(("text", "wanted"), SPOKEN, ids=[text[:40] for text, _ in SPOKEN])
def test_an_english_paragraph_is_named_by_what_it_presents_not_by_what_passes_by(
    tmp_path: Path, text: str, wanted: str
) -> None:
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    more = "3. The speaker thanked the secretariat for its work.\n\n4. The report was adopted by consensus.\n"
    paths[0].write_text(ENGLISH.format(n="first", year=2018) + more, "utf-8")
    paths[1].write_text(ENGLISH.format(n="second", year=2020) + f"{more}\n5. {text}\n", "utf-8")
    assert [topic.label for topic in topics(pair_of(*paths))] == ([wanted] if wanted else [])


# --- the judged pair

GOLD = "CAC-COSP-EG.1-2019-4__CAC-COSP-EG.1-2020-3"


@pytest.fixture(scope="module")
def judged() -> tuple[Pair, tuple[Topic, ...], list[tuple[str, dict]]]:
    gold = json.loads((ROOT / "tests" / "gold" / f"{GOLD}.json").read_text("utf-8"))
    pair = pair_of(*(ROOT / "corpus" / f"{name}.zh.txt" for name in GOLD.split("__")))
    return pair, topics(pair), [(kind, row) for kind in ("new", "dropped") for row in gold[f"topics_{kind}"]]


def same(kind: str, row: dict, topic: Topic) -> bool:
    """A topic is a judged one where it has a paragraph and a word of it."""
    mine = [fold(word) for word in (topic.label, *topic.terms)]
    theirs = [fold(word) for word in (row["label"], *row["terms"])]
    held = any(a in b or b in a for a in mine for b in theirs)
    return kind == topic.kind and held and bool(set(row["paras"]) & set(topic.paragraphs))


def test_every_important_topic_of_the_judged_pair_is_found(judged) -> None:
    _, found, rows = judged
    high = [(kind, row) for kind, row in rows if row["salience"] == "high"]
    missed = [row["label"] for kind, row in high if not any(same(kind, row, topic) for topic in found)]
    print(f"important topics found: {len(high) - len(missed)} of {len(high)}")
    assert missed == []


def test_four_of_five_topics_told_of_the_judged_pair_are_right(judged) -> None:
    _, found, rows = judged
    wrong = [topic.label for topic in found if not any(same(kind, row, topic) for kind, row in rows)]
    print(f"topics told: {len(found)}, wrong: {wrong}")
    assert len(wrong) <= 0.2 * len(found)
    assert 20 <= len(found) <= 50


def test_every_term_of_the_judged_pair_stands_in_a_quoted_paragraph(judged) -> None:
    pair, found, _ = judged
    for topic in found:
        report = (pair.new if topic.kind == "new" else pair.old).report
        texts = [report.text(place) for place in topic.paragraphs]
        assert topic.terms, topic.label
        assert all(any(term in text for text in texts) for term in topic.terms), topic.label


def test_a_report_compared_with_itself_has_no_topics() -> None:
    path = ROOT / "corpus" / f"{GOLD.split('__')[1]}.zh.txt"
    assert topics(pair_of(path, path)) == ()


def test_a_person_who_is_addressed_is_no_topic(tmp_path: Path) -> None:
    texts = {
        "old": "4. The present report was prepared by the secretariat, and the meeting took place in Geneva in two sittings.\n",
        "new": "4. The meeting was held under the chairpersonship of Mr. Jia Jie Loh (Singapore). Through written procedures, the Committee"
        " elected Mr. Jia Jie Loh (Singapore) and thanked Ambassador Jia Jie Loh. The Lantern Protocol was presented, and the Lantern Protocol will be open to all Members.\n",
    }
    opening = "1. The Committee held its formal meetings in the year.\n\n2. It reviewed the notifications of Members.\n\n3. It heard statements on licences.\n\n"
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(
            f"Report of the Committee on Licences\n\nI. Meetings\n\n{opening}{text}", "utf-8"
        )
    found = [topic.label for topic in topics(pair_of(tmp_path / "old.txt", tmp_path / "new.txt"))]
    assert "Lantern Protocol" in found
    assert not any("Loh" in label or "Jia" in label for label in found)
