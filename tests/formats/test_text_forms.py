"""One report in every encoding, line ending and kind of plain text is one report."""

from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC

from ccdiff.compare import compare, read_report
from ccdiff.text.normalise import fold

from .conftest import entries

REPORT = entries()[0]
TEXT = REPORT.path.read_text(encoding="utf-8")
FORMS = {
    "UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "GB18030": TEXT.encode("gb18030"),
    "lines ended as on Windows": TEXT.replace("\n", "\r\n").encode(),
    "lines ended as on old Macs": TEXT.replace("\n", "\r").encode(),
    "full-width digits": TEXT.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_in_another_form_has_the_same_paragraphs(tmp_path: Path, form: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(FORMS[form])
    old, new = read_report(REPORT.path, REPORT.facts), read_report(path, REPORT.facts)
    assert [(p.id, fold(p.text)) for p in new.report.paragraphs] == [
        (p.id, fold(p.text)) for p in old.report.paragraphs
    ]
    assert {row.relation for row in compare(old, new).paragraphs} == {"unchanged"}


def test_big5_is_known_and_compared_with_simplified_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    text = OpenCC("s2tw").convert(TEXT)
    path.write_bytes(text.encode("big5hkscs", "ignore"))
    old, new = read_report(REPORT.path, REPORT.facts), read_report(path, REPORT.facts)
    assert [p.id for p in new.report.paragraphs] == [p.id for p in old.report.paragraphs]
    relations = [row.relation for row in compare(old, new).paragraphs]
    assert relations.count("unchanged") > 0.9 * len(relations)  # Big5 lacks some characters


def test_an_encoding_named_goes_before_what_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("1. 会议开幕。\n2. 会议闭幕。\n".encode("gb18030"))
    assert read_report(path, encoding="gb18030").report.text("1") == "会议开幕。"


MARKDOWN = """Report of the working group
===========================

I. Introduction
---------------

1. The group met in [Vienna](https://example.org) on **4 May**.[^1]

II. Work
--------

2. It did *nothing* else.

| State | Experts |
|-------|--------:|
| Ghana | 4       |

[^1]: See A/CONF.1/2.
"""


def test_markdown_in_its_usual_forms(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    report = read_report(path).report
    assert [s.id for s in report.sections if s.id != "front"] == ["I", "II"]
    assert report.text("1") == "The group met in Vienna on 4 May."
    assert report.text("2") == "It did nothing else."
    assert [(n.id, n.text, n.paragraph) for n in report.footnotes] == [("fn1", "See A/CONF.1/2.", "1")]
    assert report.tables[0].rows == (("State", "Experts"), ("Ghana", "4"))


LAW = ["为了发展对外贸易，维护对外贸易秩序，制定本法。", "本法适用于对外贸易以及与对外贸易有关的知识产权保护。",
       "国务院对外贸易主管部门依照本法主管全国对外贸易工作。", "经营者应当向主管部门办理备案登记，未办理的，海关不予办理手续。",
       "国家准许货物与技术的自由进出口，法律另有规定的除外。", "违反本法第五条规定的，由主管部门处五万元以下罚款。"]  # fmt: skip


def law(articles: list[str]) -> str:
    numbers = "一二三四五六七八九"
    body = "".join(f"第{numbers[k]}条　{text}\n\n" for k, text in enumerate(articles))
    return f"对外贸易法\n\n第一章　总则\n\n{body}"


def test_an_article_that_is_only_renumbered_is_unchanged(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(law(LAW), encoding="utf-8")
    kept = [text.replace("第五条", "第四条") for text in LAW if "备案登记" not in text]
    (tmp_path / "new.txt").write_text(law(kept), encoding="utf-8")
    comparison = compare(read_report(tmp_path / "old.txt"), read_report(tmp_path / "new.txt"))
    told = {(row.old, row.new): row.relation for row in comparison.paragraphs if "front" not in row.old}
    assert told == {
        (("第一条",), ("第一条",)): "unchanged",
        (("第二条",), ("第二条",)): "unchanged",
        (("第三条",), ("第三条",)): "unchanged",
        (("第四条",), ()): "dropped",
        (("第五条",), ("第四条",)): "unchanged",
        (("第六条",), ("第五条",)): "unchanged",
    }


WORK = """政府工作报告（{year}年）

各位代表：

现在，我代表国务院，向大会报告政府工作，请予审议。

一、{last}年工作回顾

过去一年，国内生产总值增长{growth}%，城镇新增就业{jobs}万人。

二、{year}年工作总体部署

（一）保持经济平稳运行。坚持稳中求进，安排财政赤字{gap}万亿元，比上年增加2000亿元。

（二）深化改革开放。{reform}，放宽市场准入，优化营商环境。
"""


def test_a_work_report_without_numbers_is_compared_by_its_headings(tmp_path: Path) -> None:
    for year, growth, jobs, gap, reform in (
        (2018, "6.9", 1351, "2.38", "推进自贸区建设"),
        (2019, "6.6", 1361, "2.76", "推进自贸港建设"),
    ):
        text = WORK.format(year=year, last=year - 1, growth=growth, jobs=jobs, gap=gap, reform=reform)
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    comparison = compare(read_report(tmp_path / "2018.txt"), read_report(tmp_path / "2019.txt"))
    linked = [(row.old, row.new) for row in comparison.paragraphs if row.old and row.new]
    assert (("一¶1",), ("一¶1",)) in linked and (("二.（一）¶1",), ("二.（一）¶1",)) in linked
    changed = {
        (f.old.value, f.new.value) for f in comparison.changes.figures if f.kind == "changed" and f.old and f.new
    }
    assert {(6.9, 6.6), (13_510_000, 13_610_000), (2_380_000_000_000, 2_760_000_000_000)} <= changed
