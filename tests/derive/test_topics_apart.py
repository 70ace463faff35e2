"""A matter that came or went within a long paragraph that goes on, and what of such a paragraph is only told in other words."""

from __future__ import annotations

from pathlib import Path

import pytest

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

# a long paragraph as one report tells it and as the next does, each in two halves
LONG = {
    "zh": (
        (
            "全年城镇新增就业52万人，城镇调查失业率为5.2%。企业退休人员基本养老金继续提高。",
            "改造城镇老旧小区1300个。居民医保财政补助标准提高到每人580元。",
        ),
        (
            "城镇新增就业54万人，调查失业率保持在5.3%。企业退休人员基本养老金再次提高。",
            "城镇老旧小区改造1420个。居民医保的财政补助标准增至每人610元。",
        ),
    ),
    "en": (
        (
            "The Mission recorded 214 incidents, most of them road ambushes. Patrols increased by 12 per cent.",
            "Three temporary operating bases were set up. Clashes displaced 23,000 people.",
        ),
        (
            "A total of 231 incidents were recorded by the Mission, and road ambushes made up most of them. Patrols rose by 8 per cent.",
            "Two more temporary operating bases were set up. Some 31,000 people were displaced by clashes.",
        ),
    ),
}
OTHER = {
    "zh": "产业结构不断优化，规模以上工业增加值增长6.1%。新建基站1.2万个。",
    "en": "The parties met in four rounds of talks and agreed on the calendar of the elections. Parliament adopted the law on political parties.",
}
# what says no other matter than the paragraph does in the other report
RETOLD = [
    "城镇新增就业人数比上年多2万人。",
    "老旧小区改造进展顺利。",
    "财政对居民医保的补助逐年提高。",
    "成绩来之不易。",
    "The number of incidents was higher than before.",
    "The ambushes on roads continued.",
    "More people were displaced than in the preceding period.",
    "Work continued.",
]


def told(folder: Path, sentence: str, old: bool = False) -> tuple[Topic, ...]:
    """The topics of two reports of which one has ``sentence`` within a long paragraph."""
    language, readings = "en" if sentence.isascii() else "zh", []
    for n, (first, last) in enumerate(LONG[language]):
        middle = sentence if n == (0 if old else 1) else ""
        text = " ".join((first, middle, last)) if language == "en" else first + middle + last
        heads = ("Report on the Mission", "I. Developments") if language == "en" else ("甲市工作报告", "一、工作回顾")
        path = folder / f"{n}.txt"
        path.write_text(f"{heads[0]}\n\n{heads[1]}\n\n1. {OTHER[language]}\n\n2. {text}\n", "utf-8")
        report = parse(read(path))
        readings.append(Reading(report, load(report.language)))
    pair = Pair(*readings, align(*readings, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return topics(pair)


@pytest.mark.parametrize("sentence", RETOLD)
def test_a_sentence_that_speaks_of_the_same_things_is_no_matter_of_its_own(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == ()
