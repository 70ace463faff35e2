"""What is said of a topic: that the matter is gone, or only that it is no theme, agenda item or chapter any more."""

from __future__ import annotations

from pathlib import Path

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.derive.topics import topics
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.changes import Topic
from ccdiff.parse import parse
from ccdiff.reading import Reading

SHARED = "与会者强调，各国应当就水文数据的交换达成协议，并定期通报水位。"
OTHER = "一位发言者指出，大坝安全检查因经费不足而推迟。大坝安全是各国共同关心的问题。"
CHAPTER = ["专家介绍了大坝安全的评估方法。", "三个国家报告了大坝安全检查的结果。", "秘书处编写了大坝安全指南。"]
GLACIERS = ["专家介绍了冰川消融的测量方法。", "三个国家报告了冰川消融的速度。", "秘书处编写了冰川消融图集。"]


def told(folder: Path, old: dict[str, list[str]], new: dict[str, list[str]]) -> dict[str, Topic]:
    readings = []
    for n, chapters in enumerate((old, new)):
        number, parts = 0, ["水资源会议的报告"]
        for k, (title, lines) in enumerate(chapters.items()):
            parts.append(f"{'一二三'[k]}. {title}")
            for line in lines:
                number += 1
                parts.append(f"{number}. {line}")
        path = folder / f"{n}.txt"
        path.write_text("\n\n".join(parts) + "\n", "utf-8")
        report = parse(read(path))
        readings.append(Reading(report, load(report.language)))
    pair = Pair(*readings, align(*readings, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return {topic.label: topic for topic in topics(pair) if topic.kind == "dropped"}


def test_a_chapter_on_a_matter_that_is_spoken_of_elsewhere_is_gone_as_a_chapter(tmp_path: Path) -> None:
    found = told(tmp_path, {"水文数据": [SHARED], "大坝安全": CHAPTER}, {"水文数据": [SHARED, OTHER]})
    assert all(topic.what == "chapter" for label, topic in found.items() if label == "大坝安全")


def test_the_theme_of_a_panel_is_gone_as_a_theme(tmp_path: Path) -> None:
    panel = "会议举行了一场专题小组讨论会，主题为冰川消融对下游城市供水的长期影响。"
    found = told(tmp_path, {"水文数据": [SHARED, panel]}, {"水文数据": [SHARED, OTHER]})
    assert found["冰川消融对下游城市供水的长期影响"].what == "theme"


def test_what_a_chapter_is_about_is_not_told_twice(tmp_path: Path) -> None:
    found = told(tmp_path, {"水文数据": [SHARED], "冰川消融": GLACIERS}, {"水文数据": [SHARED, OTHER]})
    assert [label for label in found if "冰川" in label] == ["冰川消融"]


AGENDA = ["(a) 会议开幕；", "(b) 选举主席团；", "(c) 水文数据的交换；", "(d) 会议闭幕。"]


def test_the_sentence_that_leads_an_agenda_in_is_no_item_of_it(tmp_path: Path) -> None:
    old = ["技术咨询小组通过了以下议程：\n\n" + "\n\n".join(AGENDA)]
    new = ["咨询组通过了下列议程：\n\n" + "\n\n".join(AGENDA)]
    found = told(tmp_path, {"通过议程": old, "水文数据": [SHARED]}, {"通过议程": new, "水文数据": [SHARED, OTHER]})
    assert not [label for label in found if "议程" in label]
