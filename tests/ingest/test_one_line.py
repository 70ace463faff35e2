"""A report on one line is parted at its numbers; a long paragraph with a list in it is not."""

from __future__ import annotations

from pathlib import Path

from ccdiff.compare import read_report

FILL = "The observers patrolled the lines, spoke to the people of both sides and reported what they saw. " * 4
WHOLE = (
    "1 United Nations S/2031/99 Security Council Distr.: General 3 December 2031 Original: English "
    "Report of the Secretary-General on the operation in Karsland I. Introduction "
    f"1. The present report covers developments from May to November 2031. {FILL}"
    f"2. As at 15 November the strength of the force stood at 856 (see annex). II. Good offices and other matters "
    f"3. Since the previous report four meetings were held in 2. districts of the capital. {FILL}"
    f"4. On the anniversary of the agreement the two leaders met. {FILL}"
)


def test_a_report_on_one_line_has_its_paragraphs_and_chapters(tmp_path: Path):
    path = tmp_path / "flat.txt"
    path.write_text(WHOLE, encoding="utf-8")
    report = read_report(path).report
    assert [(s.id, s.title) for s in report.sections if s.id != "front"] == [
        ("I", "Introduction"),
        ("II", "Good offices and other matters"),
    ]
    assert [p.id for p in report.paragraphs] == ["front", "1", "2", "3", "4"]
    assert report.paragraph("2").text.endswith("(see annex).")
    assert (report.symbol, report.body, report.date) == ("S/2031/99", "Security Council", "2031-12-03")
    assert report.title == "Report of the Secretary-General on the operation in Karsland"


def test_a_chinese_one_too_and_a_text_of_several_lines_stays(tmp_path: Path):
    long = "观察员沿线巡逻，与双方居民交谈，并报告所见情况。" * 15
    text = f"关于卡兰国行动的报告 一、导言 1. 本报告涵盖五月至十一月。{long}2. 部队人数为八百人。二、斡旋 3. 举行了四次会议。{long}4. 双方会晤。{long}"
    path = tmp_path / "flat.txt"
    path.write_text(text, encoding="utf-8")
    assert [s.id for s in read_report(path).report.sections if s.id != "front"] == ["一", "二"]
    path.write_text("\n\n".join(["报告", long, text, long]), encoding="utf-8")
    assert not [p.number for p in read_report(path).report.paragraphs if p.number == "3"]
