"""Text files in whatever encoding and with whatever line ends; what is no text is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.compare import read_report
from ccdiff.errors import CcdiffError
from ccdiff.ingest import read
from ccdiff.ingest.limits import Limits

TEXT = "一. 导言\n\n1. 会议于2019年5月31日在维也纳举行，讨论了引渡和司法协助问题以及国际合作的最新情况。\n" * 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_a_text_is_read_in_its_encoding(tmp_path, encoding):
    content = TEXT.replace("导", "導") if encoding == "big5" else TEXT
    content = (
        content.replace("讨论", "討論").replace("维", "維").replace("纳", "納").replace("协", "協")
        if encoding == "big5"
        else content
    )
    content = (
        content.translate(str.maketrans("会议举题国际况和问于", "會議舉題國際況和問於"))
        if encoding == "big5"
        else content
    )
    path = tmp_path / "report.txt"
    path.write_bytes(content.encode(encoding, "ignore"))
    assert "\n".join(line.text for line in read(path).lines) == content.encode(encoding, "ignore").decode(encoding)


def test_a_named_encoding_goes_before_any_guess(tmp_path):
    path = tmp_path / "short.txt"
    path.write_bytes("会议".encode("gb18030"))
    assert read(path, encoding="gb18030").lines[0].text == "会议"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_every_system_part_lines(tmp_path, end):
    path = tmp_path / "report.txt"
    path.write_bytes(end.join(["一. 导言", "", "1. 会议。"]).encode())
    assert [(line.number, line.text) for line in read(path).lines] == [(1, "一. 导言"), (2, ""), (3, "1. 会议。")]


def test_a_form_feed_begins_a_page(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("甲\n乙\f丙\n丁", encoding="utf-8")
    assert [(line.text, line.page) for line in read(path).lines] == [("甲", 1), ("乙", 1), ("丙", 2), ("丁", 2)]


def test_the_source_names_the_file_and_its_digest(tmp_path):
    path = tmp_path / "report.zh.txt"
    path.write_text("会议", encoding="utf-8")
    source = read(path)
    assert (source.name, source.format, len(source.sha256)) == ("report.zh.txt", "text", 64)


BAD = {
    "empty": b"",
    "no text": b" \n\t\n\xef\xbb\xbf".replace(b"\xef\xbb\xbf", b""),
    "only a mark": b"\xef\xbb\xbf\n",
    "binary": bytes(range(256)) * 20,
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01" * 200,
    "broken UTF-8": ("会议于维也纳举行。" * 200).encode()[:1000] + b"\xff\xfe" + ("会议于维也纳举行。" * 200).encode(),
    "half a character": "会议".encode()[:-1] + b"\n" + ("会议于维也纳举行。" * 50).encode(),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_text_is_refused_with_place_and_remedy(tmp_path, kind):
    path = tmp_path / "bad.txt"
    path.write_bytes(BAD[kind])
    with pytest.raises(CcdiffError) as error:
        read(path)
    assert error.value.where == str(path) and error.value.remedy and "\n" not in str(error.value)


def test_a_missing_file_a_folder_and_a_false_name_are_refused(tmp_path):
    false = tmp_path / "report.pdf"
    false.write_text("会议", encoding="utf-8")
    for path in (tmp_path / "none.txt", tmp_path, false, tmp_path / "a\0b.txt"):
        with pytest.raises(CcdiffError, match="file|folder"):
            read(path)


def test_an_unknown_or_wrong_encoding_is_refused(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("会议", encoding="utf-8")
    for encoding in ("no-such", "ascii"):
        with pytest.raises(CcdiffError):
            read(path, encoding=encoding)


def test_a_file_or_text_that_is_too_large_is_refused_at_once(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("会议" * 100, encoding="utf-8")
    with pytest.raises(CcdiffError, match="million characters"):
        read(path, limits=Limits(largest_text=100))
    with pytest.raises(CcdiffError, match="MB"):
        read(path, limits=Limits(largest_file=100))


def test_control_characters_of_a_scan_are_tolerated(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT + "\x07", encoding="utf-8")
    assert read(path).lines[-1].text == "\x07"


ASCIIDOC = """= Karsland Water Board

'''

*Meeting of 3 May 2026* +
Room 4

== 1. Welcome

The Chair welcomed the members
and opened the meeting.

== 2. Actions

=== 2.1 Secretariat

- [ ] Send the notes to all of the members
- [x] Book the room for the next meeting
"""


def test_the_headings_of_asciidoc_are_headings_and_an_open_box_is_no_text(tmp_path: Path):
    path = tmp_path / "minutes.adoc"
    path.write_text(ASCIIDOC, encoding="utf-8")
    report = read_report(path).report
    assert [(s.number, s.title) for s in report.sections if s.id != "front"] == [
        ("1", "Welcome"),
        ("2", "Actions"),
        ("2.1", "Secretariat"),
    ]
    assert [p.text for p in report.paragraphs if p.kind != "front"] == [
        "The Chair welcomed the members and opened the meeting.",
        "Send the notes to all of the members",
        "[x] Book the room for the next meeting",
    ]
    assert "+" not in report.paragraphs[0].text
