"""What only one report says within paragraphs that correspond."""

from __future__ import annotations

import hashlib

from ccdiff.model.report import Line, Source
from ccdiff.parse import parse
from ccdiff.render.alone import Alone

OLD = """1. 发言者强调了开展国际合作的必要性。一些发言者提到双边条约有助于引渡。几位发言者介绍了本国电子证据中心的工作。

2. 秘书处感谢了捐助国提供的预算外捐款。"""
NEW = """1. 发言者重申了开展国际合作的重要性。有一位发言者建议设立一个特别委员会，协调资产追回工作。

2. 有几位发言者介绍了各自国家电子证据中心开展的工作。秘书处对捐助国表示感谢。"""


def report(text: str, name: str):
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    return parse(Source(name, "text", hashlib.sha256(text.encode()).hexdigest(), lines), {"language": "zh"})


def test_a_sentence_that_nothing_in_the_other_report_is_like_is_told() -> None:
    old, new = report(OLD, "old.txt"), report(NEW, "new.txt")
    alone = Alone(old, new)
    assert alone.of(new.text("1"), "old", 2) == ["有一位发言者建议设立一个特别委员会，协调资产追回工作。"]


def test_what_another_paragraph_says_is_not() -> None:
    old, new = report(OLD, "old.txt"), report(NEW, "new.txt")
    assert Alone(old, new).of(old.text("1"), "new", 2) == ["一些发言者提到双边条约有助于引渡。"]


def test_of_many_those_that_say_most_are_told_in_their_order() -> None:
    new = report(
        NEW.replace(
            "重要性。",
            "重要性。会议决定设立一个关于受益所有权信息登记册的工作组。下一届会议将审议私营部门举报人的保护问题。",
        ),
        "new.txt",
    )
    old = report(OLD, "old.txt")
    told = Alone(old, new).of(new.text("1"), "old", 2)
    assert len(told) == 2
    assert new.text("1").index(told[0]) < new.text("1").index(told[1])
    assert Alone(old, new).of(new.text("1"), "old", 0) == []
