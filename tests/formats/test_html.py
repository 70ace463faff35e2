"""Simple HTML files read as a browser shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.errors import CcdiffError
from ccdiff.ingest import read
from ccdiff.model.report import Report
from ccdiff.parse import parse

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Never shown</title><style>p { color: red }</style>
<script>document.write("evil")</script></head>
<body><nav><a href="/">Home</a> <a href="/more">More</a></nav>
<h1>Report of the working group on its third session</h1>
<h2>I. Introduction</h2>
<p>1. The working group met on <b>4 May 2024</b><sup><a href="#fn1" id="ref1">1</a></sup> in Vienna.<br>It elected a chair.</p>
<p style="display: none">Hidden words.</p>
<h2>II. Deliberations</h2>
<p>2. The group adopted the following agenda:</p>
<ol><li>Opening of the session</li><li>Other matters</li></ol>
<p>3. The group decided:</p>
<ol type="a"><li>To meet again;</li><li>To report to the Conference.</li></ol>
<table><tr><th>State</th><th>Experts</th></tr><tr><td>Ghana</td><td>4</td></tr></table>
<div id="fn1"><p><a href="#ref1">1</a>. See CAC/COSP/2023/1. ↩</p></div>
<footer>© somebody</footer></body></html>"""


def page(tmp_path: Path, text: str | bytes, name: str = "page.html") -> Report:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return parse(read(path))


def test_headings_and_paragraphs_are_those_of_the_page(tmp_path: Path) -> None:
    report = page(tmp_path, PAGE)
    assert [s.id for s in report.sections if s.id != "front"] == ["I", "II"]
    assert report.text("1") == "The working group met on 4 May 2024 in Vienna. It elected a chair."


def test_a_footnote_stands_where_its_mark_was(tmp_path: Path) -> None:
    report = page(tmp_path, PAGE)
    assert [(n.id, n.text, n.paragraph) for n in report.footnotes] == [("fn1", "See CAC/COSP/2023/1.", "1")]


def test_lists_bear_the_numbers_that_a_browser_prints(tmp_path: Path) -> None:
    report = page(tmp_path, PAGE)
    assert "1. Opening of the session" in report.text("2")
    assert report.text("3(a)") == "To meet again;" and report.text("3(b)") == "To report to the Conference."


def test_tables_are_tables(tmp_path: Path) -> None:
    assert page(tmp_path, PAGE).tables[0].rows == (("State", "Experts"), ("Ghana", "4"))


def test_scripts_styles_and_hidden_parts_are_no_text_and_navigation_is_set_aside(tmp_path: Path) -> None:
    report = page(tmp_path, PAGE)
    text = " ".join(p.text for p in report.paragraphs)
    assert not any(word in text for word in ("evil", "color", "Hidden", "Never shown", "Home", "somebody"))
    assert {row.text for row in report.set_aside} == {"Home More", "© somebody"}


@pytest.mark.parametrize("charset", ["gb2312", "gb18030", "big5", "utf-8", "iso-8859-1"])
def test_the_encoding_that_the_page_states_is_used(tmp_path: Path, charset: str) -> None:
    word = "会议" if charset.startswith(("gb", "utf")) else "會議" if charset == "big5" else "réunion"
    text = f'<html><head><meta charset="{charset}"></head><body><h1>{word}</h1><p>{word}.</p></body></html>'
    assert word in page(tmp_path, text.encode(charset)).paragraphs[0].text


def test_html_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    assert page(tmp_path, PAGE, "report.txt").text("1").startswith("The working group")


def test_entities_are_characters_and_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    text = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'
        "<html><body><p>Fish &amp; chips &leak; &lt;b&gt;</p></body></html>"
    )
    report = page(tmp_path, text, "page.xhtml")
    assert "Fish & chips" in report.paragraphs[0].text and "secret words" not in str(report)


def test_a_page_without_text_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CcdiffError, match="no text"):
        page(tmp_path, "<html><body><script>1</script></body></html>")


def test_elements_nested_without_end_are_read_or_refused(tmp_path: Path) -> None:
    report = page(tmp_path, "<html><body><p>Words.</p>" + "<div>" * 100_000 + "deep")
    assert report.paragraphs[0].text.startswith("Words.")
