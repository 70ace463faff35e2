"""The five reports are read as they are printed, whatever their markup, blank lines and line ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from ccdiff.ingest import read
from ccdiff.parse import parse

CORPUS = Path(__file__).parents[2] / "corpus"


@dataclass(frozen=True)
class Printed:
    """What a reader counts in a report."""

    file: str
    paragraphs: int
    items: str
    sections: str
    footnotes: str
    symbol: str
    date: str


TABLE = (
    Printed(
        "CAC-COSP-EG.1-2019-4.zh.txt",
        48,
        "47(a) 47(b) 47(c) 47(d) 47(e) 47(f) 47(g) 47(h)",
        "front 一 二 二.A 二.B 二.C 三 四 五 六 七",
        "",
        "CAC-COSP-EG.1-2019-4",
        "2019-07-02",
    ),
    Printed(
        "CAC-COSP-EG.1-2020-3.zh.txt",
        42,
        "",
        "front 一 二 二.A 二.B 二.C 三 三/关于采取措施促进、便利和支持预防和打击腐败方面的国际合作和技术援助的专题小组讨论会 四 五",
        "fn1:8 fn2:二.C",
        "CAC-COSP-EG.1-2020-3",
        "2020-12-21",
    ),
    Printed(
        "CTOC-COP-WG.3-2012-report.zh.txt",
        43,
        "3(a) 3(b) 3(c) 3(d) 3(e) 3(f) 8(a) 8(b) 8(c) 8(d) 37(a) 37(b) 37(c) 37(d) 37(e) 37(f) 38(a) 38(b)",
        "front 一 二 三 三.A 三.B 三.C 三.D 三.D/引渡（第_16_条） 三.D/视频会议（第_18_条，第_18_款） "
        "三.D/银行信息（第_18_条，第_8_款） 三.D/特殊侦查手段（第_20_条） 三.D/刑事诉讼的移交（第_21_条） 四 五 五.A 五.B 附件",
        "fn1:39",
        "CTOC-COP-WG.3-2012-report",
        "2012-11-14",
    ),
    Printed(
        "E-CN.15-2021-4.zh.txt",
        112,
        "112(a) 112(b) 112(c) 112(d)",
        "front 一 二 二.A 二.B 二.C 二.C.1 二.C.2 二.C.3 二.C.4 二.D 二.D.1 二.D.2 二.E 三 三.A 三.A.1 三.A.2 三.A.3 三.A.4 三.A.5 "
        "三.B 三.B.1 三.B.2 三.B.2/调查和起诉腐败行为 三.B.2/司法廉正 三.B.2/预防腐败 三.B.2/青年、教育和民间社会 "
        "三.B.2/国际合作和资产追回 三.B.3 三.B.4 四",
        "fn*:front fn1:58 fn2:59 fn3:70 fn4:88",
        "E/CN.15/2021/4",
        "2021-03-05",
    ),
    Printed(
        "CAC-COSP-2023-note-international-cooperation.zh.txt",
        78,
        "45(a) 45(b) 45(c) 45(d) 45(e) 73(a) 73(b) 73(c) 73(d) 73(e) 74(a) 74(b)",
        "front 一 二 二.A 二.A.1 二.A.2 二.A.3 二.B 三 三.A 三.B 三.B.1 三.B.2 三.C 四",
        "fn*:front fn1:36 fn2:36 fn3:40 fn4:42 fn5:44",
        "CAC-COSP-2023-note-international-cooperation",
        "2023-10-09",
    ),
)
BY_FILE = pytest.mark.parametrize("printed", TABLE, ids=lambda printed: printed.file[:20])


def read_report(printed):
    return parse(read(CORPUS / printed.file))


@BY_FILE
def test_paragraphs_are_numbered_through_none_missing_none_made_up(printed):
    paragraphs = [p.id for p in read_report(printed).paragraphs if p.kind == "paragraph"]
    assert paragraphs == [str(n) for n in range(1, printed.paragraphs + 1)]


@BY_FILE
def test_lettered_items_are_rows_of_their_own(printed):
    report = read_report(printed)
    assert [p.id for p in report.paragraphs if p.kind == "item"] == printed.items.split()
    assert all(item.parent == item.id.split("(")[0] for item in report.paragraphs if item.kind == "item")


@BY_FILE
def test_sections_follow_the_numerals(printed):
    assert [s.id.replace(" ", "_") for s in read_report(printed).sections] == printed.sections.split()


@BY_FILE
def test_footnotes_are_linked_to_where_their_mark_stood(printed):
    assert [f"{f.id}:{f.paragraph}" for f in read_report(printed).footnotes] == printed.footnotes.split()


@BY_FILE
def test_what_the_masthead_says(printed):
    report = read_report(printed)
    assert (report.symbol, report.date, report.language) == (printed.symbol, printed.date, "zh")
    assert not report.notes


VARIANTS = {
    "without # and ** marks": lambda text: "\n".join(line.lstrip("# ").replace("**", "") for line in text.split("\n")),
    "without blank lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "without list markers": lambda text: "\n".join(line.removeprefix("- ") for line in text.split("\n")),
    "with a blank line after each line": lambda text: text.replace("\n", "\n\n"),
    "with line ends of Windows": lambda text: text.replace("\n", "\r\n"),
}


@BY_FILE
@pytest.mark.parametrize("variant", VARIANTS)
def test_markup_blank_lines_and_line_ends_change_nothing(printed, variant, tmp_path):
    copy = tmp_path / printed.file
    copy.write_bytes(VARIANTS[variant]((CORPUS / printed.file).read_text(encoding="utf-8")).encode())
    assert _reading(parse(read(copy))) == _reading(read_report(printed))


def _reading(report):
    paragraphs = [(p.id, p.section, "".join(p.text.split()), p.footnotes) for p in report.paragraphs]
    return (
        paragraphs,
        [(s.id, s.title, s.level) for s in report.sections],
        [(f.id, f.text, f.paragraph) for f in report.footnotes],
    )


TEXTS = (
    # file, locator, how it begins, how it ends, what must not stand in it
    (
        0,
        "6",
        "2019年5月31日，会议通过了下列议程：\n1. 会议开幕。\n2. 通过议程",
        "\n6. 通过报告，包括结论和建议。",
        "7.",
    ),
    (0, "13", "为努力加强增进", "可发挥的作用。", "信\n"),
    (0, "47", "此外，第八次专家会议还商定了下列建议：", "建议：", "鼓励"),
    (0, "46", "第八次专家会议重申", "CAC/COSP/EG.1/2018/4）。", "[#"),
    (1, "8", "议程项目3是", "联合审议的。", "¹"),
    (1, "19", "秘书处的代表还基于对", "开展国际合作的法律依据。", "\n"),
    (1, "26", "来自加拿大的主讲人", "违背这一权利。", "*"),
    (2, "3(c)", "审议了国家一级调查和执法机构之间为提高国际合作能力而开展有效协调的重要价值", "的项目；", "\n"),
    (2, "39", "工作组第四次会议", "共同主持，", "¹"),
    (3, "33", "该方案以往或现在向", "新法律。", "V.21"),
    (3, "41", "在本报告所述期间", "七个跨区域调查论坛提供了支持。", "\n"),
    (3, "51", "通过加强会员国预防", "提供了便利。", "\n"),
    (3, "58", "根据大会第 73/191 号", "闭会期间会议。", "1。"),
    (3, "88", "毒品和犯罪问题办公室通过其保护体育", "体育组织的代表。", "。 4"),
    (4, "36", "反腐败知识工具与资源库(TRACK)门户网站", "进展情况资料。", "可查阅"),
    (4, "42", "2022 年期间", "国际合作能力。", "科索沃4"),
    (4, "45(e)", "38 个缔约国的 48 个", "(见图一)。", "\n"),
)


@pytest.mark.parametrize(("number", "locator", "head", "tail", "never"), TEXTS)
def test_a_paragraph_reads_as_a_reader_reads_it(number, locator, head, tail, never):
    text = read_report(TABLE[number]).text(locator)
    assert text.startswith(head) and text.endswith(tail) and never not in text


def test_agenda_items_stay_inside_their_paragraph():
    assert read_report(TABLE[1]).text("7").split("\n")[1:] == [
        "1. 会议开幕。",
        "2. 通过议程和工作安排。",
        "3. 《联合国反腐败公约》第四章实施情况：吸取的经验教训、良好做法和挑战。",
        "4. 通过报告，包括结论和建议。",
    ]


def test_the_annex_table_is_a_table_with_its_header_first():
    (table,) = read_report(TABLE[2]).tables
    assert (table.section, len(table.rows), {len(row) for row in table.rows}) == ("附件", 8, {3})
    assert table.rows[0] == ("文件编号", "议程项目", "标题或说明")
    assert table.rows[7][1] == ""


def test_page_lines_and_captions_without_their_image_are_set_aside():
    assert {row.why for row in read_report(TABLE[3]).set_aside} == {"page-line"}
    aside = [(row.text, row.why) for row in read_report(TABLE[4]).set_aside if row.why != "rule"]
    assert aside == [
        ("图一", "figure-caption"),
        ("按类型分列的国家指定主管机关数目", "figure-caption"),
        ("图二", "figure-caption"),
        ("拥有国家主管机关在线名录访问权限的用户数量", "figure-caption"),
    ]


def test_the_front_is_one_paragraph_of_masthead_lines_with_the_summary():
    front = read_report(TABLE[4]).text("front")
    assert front.startswith("联合国反腐败公约 缔约国会议\nDistr.: General\n9 October 2023\n")
    assert "\n摘要\n本说明概述了" in front and "临时议程项目 6" in front


def test_what_the_manifest_says_goes_before_what_is_read():
    facts = {
        "id": "eighth",
        "symbol": "CAC/COSP/EG.1/2019/4",
        "body": "专家会议",
        "meeting": "第八次会议",
        "date": "2019-05-31",
    }
    report = parse(read(CORPUS / TABLE[0].file), facts)
    assert {name: getattr(report, name) for name in facts} == facts
