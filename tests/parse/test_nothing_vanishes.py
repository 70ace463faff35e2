"""Law 1: each character of a source stands in a paragraph, heading, footnote, table or set-aside row. And none is made up."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccdiff.model.report import Report
from ccdiff.parse import parse

REPORTS = sorted((Path(__file__).parents[2] / "corpus").glob("*.zh.txt"))
MARKS = re.compile(r"</?sup>|[¹²³⁰⁴⁵⁶⁷⁸⁹]|\\text|\\\*")


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in ``text``, whatever its width; footnote marks and markup apart."""
    text = unicodedata.normalize("NFKC", MARKS.sub("", text))
    return Counter(char for char in text if char.isalnum())


def everything(report: Report) -> str:
    """All that a report holds, printed numbers included."""
    parts = [part for p in report.paragraphs for part in (p.number or "", p.text)]
    parts += [part for s in report.sections for part in (s.number or "", s.title)]
    parts += [f.mark + f.text for f in report.footnotes]
    parts += [cell for table in report.tables for row in table.rows for cell in row]
    parts += [row.text for row in report.set_aside]
    return "\n".join(parts)


def lost_and_invented(text: str, report: Report) -> tuple[Counter[str], Counter[str]]:
    source, read = letters(text), letters(everything(report))
    for note in report.footnotes:  # the mark stands twice in the source where it is a plain digit, or once as ¹
        for char in letters(note.mark):
            read[char] = min(max(source[char], read[char] - 1), read[char] + 1)
    return source - read, read - source


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name[:20])
def test_nothing_of_a_corpus_report_vanishes_and_nothing_is_made_up(path, source):
    text = path.read_text(encoding="utf-8")
    lost, invented = lost_and_invented(text, parse(source(text, path.name)))
    assert not lost and not invented


def damaged(text: str, seed: int) -> str:
    """``text`` as a bad scan or a careless edit leaves it: a dozen kinds of damage, drawn by ``seed``."""
    rng = random.Random(seed)
    lines = text.split("\n")
    for _ in range(rng.randint(1, 25)):
        at = rng.randrange(len(lines))
        kind = rng.randrange(9)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines.insert(at, "")
        elif kind == 2:
            lines.insert(
                at,
                rng.choice(
                    ["V.21-01350 3/**18**", "- 4 -", "\f", "---", "（一）", "7.", "A.", "附件", "图一", "# 三."]
                ),
            )
        elif kind == 3:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        elif kind == 4 and lines[at]:
            cut = rng.randrange(len(lines[at]))
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        elif kind == 5:
            lines[at] = lines[at].replace("。", "", 1)
        elif kind == 6:
            lines.insert(at, lines[rng.randrange(len(lines))])
        elif kind == 7:
            lines[at] = lines[at].replace(".", "", 1)
        else:
            lines[at] = "- " + lines[at]
    return "\n".join(lines)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name[:20])
@pytest.mark.parametrize("seed", range(6))
def test_nothing_vanishes_from_a_damaged_report(path, seed, source):
    text = damaged(path.read_text(encoding="utf-8"), seed)
    report = parse(source(text, path.name))
    lost, invented = lost_and_invented(text, report)
    marks = Counter("".join(note.mark for note in report.footnotes) * 4)  # damage repeats footnotes and their marks
    assert not lost - marks and not invented - marks
    assert len({p.id for p in report.paragraphs}) == len(report.paragraphs)
    assert len({s.id for s in report.sections}) == len(report.sections)


BITS = st.sampled_from(
    [
        "一. 导言",
        "A. 会议",
        "1. 会议开幕。",
        "2. 秘书处介绍了情况。",
        "(a) 第一；",
        "（二）第二；",
        "第十条 应当",
        "附件",
        "图一",
        "¹ 见",
        "正文²",
        "* 注",
    ]
    + [
        "a\tb",
        "| a | b |",
        "|---|---|",
        "**",
        "$x_{",
        "<sup>",
        "\\",
        "摘要",
        "目录",
        "\f",
        "",
        "",
        "V.21-01350 3/18",
        "3",
        "2023.",
        "III. Title",
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(lines=st.lists(st.one_of(BITS, st.text(max_size=30)), max_size=40))
def test_any_text_is_read_without_failing_under_unique_locators(source, lines):
    report = parse(source("\n".join(lines)))
    locators = [p.id for p in report.paragraphs] + [f.id for f in report.footnotes]
    assert len(set(locators)) == len(locators)
    assert len({s.id for s in report.sections}) == len(report.sections)
    inside = {s.id: set(s.paragraphs) for s in report.sections}
    assert all(p.id in inside[p.section] for p in report.paragraphs)
    assert all(s.parent is None or s.parent in inside for s in report.sections)


@pytest.mark.parametrize(
    "text",
    ["1. " + "很长" * 500_000, "(" * 1_000_000, "*" * 1_000_000, "[" * 300_000 + "](#)" * 300_000, "a\n" * 60_000]
    + ["\n".join(f"{n}. 秘书处的一位代表介绍了最新执行情况。" for n in range(1, 5001)), "附件\n" + "标题\n\n" * 20_000],
    ids=["one line", "brackets", "stars", "links", "lines", "numbers", "annex"],
)
def test_a_monstrous_text_is_read_in_reasonable_time(text, source):
    assert parse(source(text)).paragraphs is not None
