"""The two Word files."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sample import SAMPLE, hostile, report

from ccdiff.model.comparison import Comparison, ParagraphRow
from ccdiff.model.report import Report
from ccdiff.render import render
from ccdiff.render.clean import display
from ccdiff.render.redline import Writer, entries, full

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GOES = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
TURNED = {"-": "+", "+": "-", "=": "="}


def turned(comparison: Comparison) -> Comparison:
    """The comparison read backwards, as far as the redline looks at it."""
    rows = tuple(
        replace(row, old=row.new, new=row.old, diff=tuple((TURNED[op], text) for op, text in row.diff))
        for row in comparison.paragraphs
    )
    return replace(comparison, old=comparison.new, new=comparison.old, sections=(), paragraphs=rows)


CASES = [("sample", SAMPLE), ("turned round", turned(SAMPLE)), ("hostile", hostile())]


def body(data: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = ElementTree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert found is not None
    return found


def settled(data: bytes, verdict: str) -> list[str]:
    """The paragraphs after all changes have been accepted or rejected, by the rules of ECMA-376, part 1, 17.13.5."""
    gone = GOES[verdict]
    paragraphs, open_text = [], ""
    for paragraph in body(data).iter(f"{W}p"):
        open_text += "".join(_text(child) for child in paragraph if child.tag not in {W + name for name in gone})
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is not None and any(marks.find(W + name) is not None for name in gone):
            continue
        paragraphs.append(open_text)
        open_text = ""
    return [text for text in paragraphs if text]


def _text(element: ElementTree.Element) -> str:
    if element.tag == f"{W}pPr":
        return ""
    said = {f"{W}t": element.text or "", f"{W}delText": element.text or "", f"{W}br": "\n", f"{W}tab": "\t"}
    return said.get(element.tag, "") + "".join(_text(child) for child in element)


def wanted(report: Report) -> list[str]:
    return [full(entry) for entry in entries(report)]


@pytest.mark.parametrize(("name", "comparison"), CASES, ids=[name for name, _ in CASES])
def test_accepting_all_gives_the_new_report_and_rejecting_all_the_old(name: str, comparison: Comparison) -> None:
    data = render(comparison, "redline")
    assert isinstance(data, bytes)
    assert settled(data, "accept") == wanted(comparison.new)
    assert settled(data, "reject") == wanted(comparison.old)


def bare(report: Report) -> list[str]:
    """The texts of a report in its order without numbers: titles, paragraphs, footnotes, from the report alone."""
    texts: list[str] = []
    for section in report.sections:
        texts += [" ".join(section.title.split())] if section.id != "front" else []
        texts += [report.paragraph(place).text for place in section.paragraphs]
        rows = (row for table in report.tables if table.section == section.id for row in table.rows)
        texts += [" | ".join(" ".join(cell.split()) for cell in row) for row in rows]
    return texts + [note.text for note in report.footnotes]


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_the_reports_of_the_corpus_come_out_paragraph_by_paragraph(verdict: str, corpus: dict[str, Comparison]) -> None:
    assert len(corpus) >= 5
    for name, comparison in corpus.items():
        texts = settled(render(comparison, "redline"), verdict)  # type: ignore[arg-type]
        report = comparison.new if verdict == "accept" else comparison.old
        for found, text in zip(texts, bare(report), strict=True):
            assert found.endswith(text) and len(found) - len(text) <= 12, (name, text)
        numbers = [p.id for p in report.paragraphs if p.id.isdigit()]
        assert [line.partition(".\t")[0] for line in texts if re.match(r"\d+\.\t", line)] == numbers, name


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("word")
    for format in ("docx", "redline"):
        data = render(SAMPLE, format)
        assert isinstance(data, bytes)
        (folder / f"{format}.docx").write_bytes(data)
    return folder


def office(folder: Path, *arguments: str) -> list[str]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-writer python3-uno"
    return [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", *arguments]


def settled_by_libreoffice(folder: Path, paths: list[Path]) -> dict[str, dict[str, list[str]]]:
    """What LibreOffice makes of Word files when it accepts, and when it rejects, all their changes."""
    pipe = f"ccdiff-{os.getpid()}"
    listening = subprocess.Popen(office(folder, f"--accept=pipe,name={pipe};urp;"), stderr=subprocess.DEVNULL)
    try:
        script = Path(__file__).with_name("settle.py")
        command = ["/usr/bin/python3", str(script), pipe, *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        assert done.returncode == 0, done.stderr
        listening.wait(timeout=30)
    finally:
        listening.kill()
    found = json.loads(done.stdout)
    return {Path(path).stem: {k: [t for t in texts if t] for k, texts in both.items()} for path, both in found.items()}


def test_libreoffice_accepts_and_rejects_to_the_same_texts(tmp_path: Path, corpus: dict[str, Comparison]) -> None:
    compared = {"sample": SAMPLE, "turned": turned(SAMPLE), **corpus}
    for name, comparison in compared.items():
        data = render(comparison, "redline")
        assert isinstance(data, bytes)
        (tmp_path / f"{name}.docx").write_bytes(data)
    found = settled_by_libreoffice(tmp_path, sorted(tmp_path.glob("*.docx")))
    assert set(found) == set(compared)
    for name, both in found.items():
        assert both["accept"] == wanted(compared[name].new), name
        assert both["reject"] == wanted(compared[name].old), name


def test_libreoffice_converts_both(files: Path) -> None:
    sources = [str(files / f"{name}.docx") for name in ("docx", "redline")]
    subprocess.run(office(files, "--convert-to", "pdf", "--outdir", str(files), *sources), check=True, capture_output=True, timeout=120)  # fmt: skip
    assert all((files / f"{name}.pdf").stat().st_size > 5000 for name in ("docx", "redline"))


def revisions(data: bytes) -> Iterator[ElementTree.Element]:
    yield from (element for element in body(data).iter() if element.get(f"{W}author"))


def test_every_tracked_change_has_its_own_id_the_author_and_the_date_of_the_new_report() -> None:
    found = list(revisions(render(SAMPLE, "redline")))  # type: ignore[arg-type]
    ids = [element.get(f"{W}id") for element in found]
    assert len(ids) == len(set(ids)) > 10
    assert {element.get(f"{W}author") for element in found} == {"ccdiff"}
    assert {element.get(f"{W}date", "")[:10] for element in found} == {"2020-12-21"}


def test_changes_that_touch_over_the_end_of_a_paragraph_that_stays_bear_two_times() -> None:
    writer = Writer("2020-12-21")
    texts = [[("=", "a"), ("+", "b")], [("+", "c")], [("+", "d")]]
    times = [set(re.findall(r"T00:0(\d)", "".join(writer.write("", runs)))) for runs in texts]
    assert times == [{"0"}, {"2"}, {"0"}]


def test_a_merger_that_stands_elsewhere_is_one_move_over_two_paragraphs() -> None:
    old = {"1": "甲段说明背景。", "2": "乙段介绍经验。", "3": "丙段谈到困难。", "4": "丁段提出建议。"}
    new = {"1": "丁段提出建议。", "2": "甲段说明背景。乙段介绍经验。", "3": "丙段谈到困难。"}
    rows = (
        ParagraphRow(("1", "2"), ("2",), "reworded", 0.9, "auto", "", (("=", old["1"]), ("-", "\n"), ("=", old["2"]))),
        ParagraphRow(("3",), ("3",), "unchanged", 1.0, "auto", "", (("=", old["3"]),)),
        ParagraphRow(("4",), ("1",), "unchanged", 1.0, "auto", "", (("=", old["4"]),)),
    )
    sections = [(("一", "引言", tuple(texts)),) for texts in (old, new)]
    here, there = (
        report(f"A/{k}", t, s, "2020-12-21") for k, (t, s) in enumerate(zip((old, new), sections, strict=True))
    )
    comparison = replace(SAMPLE, old=here, new=there, paragraphs=rows, sections=())
    for compared in (comparison, turned(comparison)):
        data = render(compared, "redline")
        assert isinstance(data, bytes)
        assert settled(data, "accept") == wanted(compared.new)
        assert settled(data, "reject") == wanted(compared.old)
        tree = body(data)
        moved = {name: "".join(_text(e) for e in tree.iter(W + name)) for name in ("moveFrom", "moveTo")}
        assert moved["moveFrom"] == moved["moveTo"] != ""


def test_a_moved_paragraph_is_a_move_and_both_sides_of_it_hold_the_same_words() -> None:
    tree = body(render(SAMPLE, "redline"))  # type: ignore[arg-type]
    moved = {name: "".join(_text(e) for e in tree.iter(W + name)) for name in ("moveFrom", "moveTo")}
    assert moved["moveFrom"] == moved["moveTo"] != ""
    names = [[e.get(f"{W}name") for e in tree.iter(f"{W}{name}RangeStart")] for name in ("moveFrom", "moveTo")]
    assert names[0] == names[1] != []


def test_a_split_is_one_inserted_paragraph_mark() -> None:
    tree = body(render(SAMPLE, "redline"))  # type: ignore[arg-type]
    first = next(p for p in tree.iter(f"{W}p") if "会议通过了报告。" in _text(p))
    assert first.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    assert not list(first.iter(f"{W}del"))


@pytest.mark.parametrize("format", ["docx", "redline"])
def test_the_same_comparison_gives_the_same_bytes(format: str) -> None:
    assert render(SAMPLE, format) == render(SAMPLE, format)


def test_the_note_says_in_word_what_it_says_in_markdown() -> None:
    from docx import Document

    document = Document(io.BytesIO(render(SAMPLE, "docx")))  # type: ignore[arg-type]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "比较说明（草稿）：A/1与A/2" in texts
    assert "前一报告的“结论和建议”部分在后一报告中没有对应部分（前，第四部分）。" in texts
    assert document.tables[0].cell(1, 1).text == "115个国家（截至2019年5月1日）"
    assert document.styles["Normal"].element.rPr.find(f"{W}lang").get(f"{W}eastAsia") == "zh-CN"


def test_what_word_forbids_is_replaced_not_written() -> None:
    texts = settled(render(hostile(), "redline"), "accept")  # type: ignore[arg-type]
    assert display("\x00") == "\ufffd" and any("\ufffd" in text for text in texts)
