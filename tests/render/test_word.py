"""The two Word files."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sample import SAMPLE, hostile

from ccdiff.model.comparison import Comparison
from ccdiff.model.report import Report
from ccdiff.render import render
from ccdiff.render.clean import display
from ccdiff.render.redline import entries, full

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


@pytest.mark.parametrize(("verdict", "report"), [("accept", SAMPLE.new), ("reject", SAMPLE.old)])
def test_libreoffice_accepts_and_rejects_to_the_same_texts(files: Path, verdict: str, report: Report) -> None:
    listening = subprocess.Popen(office(files, f"--accept=pipe,name=ccdiff-{verdict};urp;"), stderr=subprocess.DEVNULL)
    try:
        script = Path(__file__).with_name("settle.py")
        command = ["/usr/bin/python3", str(script), str(files / "redline.docx"), f"ccdiff-{verdict}", verdict]
        done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
        assert done.returncode == 0, done.stderr
        listening.wait(timeout=30)
    finally:
        listening.kill()
    assert [text for text in json.loads(done.stdout) if text] == wanted(report)


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
    assert {element.get(f"{W}date") for element in found} == {"2020-12-21T00:00:00Z"}


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
