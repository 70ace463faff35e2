"""Bad and hostile files: our own error in one line, or a report; never a crash, never for long, never much memory."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccdiff.errors import CcdiffError
from ccdiff.ingest import read
from ccdiff.parse import parse

from . import hostile
from .pdfwriter import Page, Pdf

SMALL = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITY_TRICKS = {
    "billion laughs": f'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 10}"><!ENTITY c "{"&b;" * 10}">]>',
    "a file of this machine": '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
    "a page of the web": '<!DOCTYPE a [<!ENTITY c SYSTEM "http://192.0.2.1/x">]>',
    "a document type fetched": '<!DOCTYPE a SYSTEM "http://192.0.2.1/x.dtd">',
}


@pytest.mark.parametrize("trick", ENTITY_TRICKS)
def test_entity_tricks_are_refused(tmp_path: Path, trick: str) -> None:
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
    path = hostile.package(tmp_path / "trick.docx", f"{ENTITY_TRICKS[trick]}{body}".encode())
    with pytest.raises(CcdiffError):
        read(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_entity_tricks_in_another_encoding_are_refused_too(tmp_path: Path, encoding: str) -> None:
    body = (
        f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY_TRICKS["billion laughs"]}<w:document {W}>&c;</w:document>'
    )
    with pytest.raises(CcdiffError):
        read(hostile.package(tmp_path / "trick.docx", body.encode(encoding)))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = hostile.bomb(tmp_path / "bomb.docx", 300_000_000)
    begin = time.monotonic()
    with pytest.raises(CcdiffError, match="unpacks to"):
        read(path)
    assert time.monotonic() - begin < 2


def test_elements_nested_deeper_than_any_document_are_refused(tmp_path: Path) -> None:
    for tag in ("w:ins", "w:sdt"):
        document = f"<w:document {W}><w:body><w:p>{f'<{tag}>' * 5000}{f'</{tag}>' * 5000}</w:p></w:body></w:document>"
        with pytest.raises(CcdiffError):
            read(hostile.package(tmp_path / "deep.docx", document.encode()))


@pytest.mark.parametrize("ending", [".txt", ".gb.txt", ".utf16.txt", ".md", ".html", ".docx", ".pdf"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_read_or_refused(tmp_path: Path, ending: str, share: float) -> None:
    data = hostile.seeds(tmp_path)[ending]
    path = tmp_path / f"cut{ending}"
    path.write_bytes(data[: int(len(data) * share)])
    hostile.outcome(path)


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx", ".pdf"])
def test_an_empty_file_and_a_folder_are_refused(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"empty{ending}").touch()
    (tmp_path / f"folder{ending}").mkdir()
    for name in ("empty", "folder", "missing"):
        with pytest.raises(CcdiffError):
            read(tmp_path / f"{name}{ending}")


@pytest.mark.parametrize(
    "name, data, said",
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old .doc"),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "encrypted"),
        ("letter.rtf", rb"{\rtf1\ansi Words}", "Rich Text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        ("named.pdf", b"These are words and no PDF.", "no pdf file"),
        ("named.docx", b"These are words and no Word file.", "no docx file"),
        ("pictures.zip", b"PK\x05\x06" + b"\x00" * 18, ""),
    ],
)
def test_what_is_no_report_is_refused_with_its_name_and_a_remedy(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CcdiffError) as caught:
        read(path)
    assert said in str(caught.value) and name in str(caught.value) and caught.value.remedy


@SMALL
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.txt"
    for head in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"):
        path.write_bytes(head + data)
        hostile.outcome(path)


@SMALL
@given(st.text(max_size=600))
def test_any_text_is_read_and_nothing_of_it_vanishes(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("text") / "any.txt"
    path.write_text(text, encoding="utf-8", errors="replace")
    hostile.outcome(path)


def test_damaged_files_of_every_format_are_read_or_refused(tmp_path: Path) -> None:
    """The short run of ``make fuzz``."""
    outcomes = {hostile.outcome(path) for path in itertools.islice(hostile.attacks(tmp_path, 1), 250)}
    assert outcomes == {"read", "refused"}


@pytest.mark.parametrize("char", ["字", "a", "(", "1", " ", "*", "<", "。", "_", "第", "|", "\t", "#", "["])
def test_a_line_of_a_million_characters_passes(tmp_path: Path, char: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text("1. 导言。\n" + char * 1_000_000 + "\n2. 结论。\n", encoding="utf-8")
    begin = time.monotonic()
    parse(read(path))
    assert time.monotonic() - begin < 10


def test_a_million_characters_of_mixed_marks_pass(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text("([{*_`<>第1.条)]}#|~^$\\ " * 50_000, encoding="utf-8")
    begin = time.monotonic()
    parse(read(path))
    assert time.monotonic() - begin < 10


MEASURE = """
import re, sys
from pathlib import Path
from ccdiff.compare import read_report
report = read_report(Path(sys.argv[1])).report
most = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text()).group(1)
print(len([p for p in report.paragraphs if p.number]), int(most) // 1024)
"""


def measured(path: Path) -> tuple[int, int]:
    """How many paragraphs, and the most memory in megabytes, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True, timeout=120
    )
    paragraphs, memory = done.stdout.split()
    return int(paragraphs), int(memory)


def test_a_pdf_of_five_hundred_pages_is_read_within_the_stated_memory(tmp_path: Path) -> None:
    pdf = Pdf()
    for number in range(500):
        page = pdf.page()
        for k in range(4):
            at = 700 - 150 * k
            lines = ["The group considered the matter and took note of what had been done so far by"] * 7
            page.lines(100, at, [f"{4 * number + k + 1}. The group met again.", *lines, "all States."], 10, 12)
    paragraphs, memory = measured(pdf.save(tmp_path / "long.pdf"))
    assert paragraphs == 2000
    assert memory < 500  # docs/limits.md


def test_a_word_file_of_as_many_paragraphs_is_read_within_the_stated_memory(tmp_path: Path) -> None:
    text = "The group considered the matter and took note of what had been done so far by all States. " * 6
    body = "".join(f"<w:p><w:r><w:t>{n}. {text}</w:t></w:r></w:p>" for n in range(1, 2001))
    path = hostile.package(tmp_path / "long.docx", f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())
    paragraphs, memory = measured(path)
    assert paragraphs == 2000
    assert memory < 500


def test_too_many_pages_are_refused_and_the_limit_can_be_set(tmp_path: Path) -> None:
    from ccdiff.ingest.limits import Limits

    path = Pdf(*(Page().text(100, 700, "1. Words of the report.") for _ in range(4))).save(tmp_path / "pages.pdf")
    with pytest.raises(CcdiffError, match="4 pages"):
        read(path, limits=Limits(most_pages=3))
    assert read(path, limits=Limits(most_pages=4)).lines


def test_the_limits_stand_in_the_projects_own_file(tmp_path: Path) -> None:
    from ccdiff.corpus import load_corpus
    from ccdiff.ingest import limits

    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "corpus.toml").write_text("", encoding="utf-8")
    (tmp_path / "ccdiff.toml").write_text("[limits]\nlargest_text = 10\n", encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text("1. More than ten characters.", encoding="utf-8")
    try:
        load_corpus(tmp_path)
        with pytest.raises(CcdiffError, match="characters"):
            read(report)
    finally:
        limits.use(limits.DEFAULT)
    assert read(report).lines
