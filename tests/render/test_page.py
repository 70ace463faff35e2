"""The page as a file: what is in it, and what can never get into it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample import NEW, OLD, SAMPLE

from ccdiff.errors import CcdiffError
from ccdiff.model.changes import Changes
from ccdiff.render import Catalogue, render, render_index
from ccdiff.render.aligned import side_pieces
from ccdiff.render.catalogue import Series, comparison_entry, report_entry

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Reader(HTMLParser):
    """Collects tags with their attributes, and holds that they are nested properly."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


@pytest.fixture(scope="module")
def reader(page: str) -> Reader:
    return Reader(page)


def test_every_tag_is_closed_and_every_id_given_once(page: str, reader: Reader, hostile_page: str) -> None:
    assert reader.open == Reader(hostile_page).open == []
    assert len(reader.all("id")) == len(set(reader.all("id")))


def test_every_link_inside_the_page_leads_to_a_place(reader: Reader) -> None:
    goals = {href[1:] for href in reader.all("href") if href.startswith("#")}
    assert goals <= set(reader.all("id"))


def test_nothing_is_fetched_from_anywhere(reader: Reader, hostile_page: str) -> None:
    for read in (reader, Reader(hostile_page)):
        assert all(href.startswith("#") for href in read.all("href"))
        assert (
            not read.all("src")
            and not read.all("style")
            and not [a for _, at in read.tags for a in at if a.startswith("on")]
        )
        assert [tag for tag, _ in read.tags if tag in ("script", "style", "link", "img", "iframe", "object")] == [
            "style",
            "script",
        ]


def test_only_this_very_style_and_script_may_run(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert inside
        digest = b64encode(sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest.replace('+', '&#43;')}&#39;" in policy[1].replace("+", "&#43;")
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]


def test_every_paragraph_of_both_reports_stands_on_the_page_under_its_address(page: str, reader: Reader) -> None:
    words = re.sub("〔.：|〕", "", "".join(reader.words))
    for side, texts in (("old", OLD), ("new", NEW)):
        for place, text in texts.items():
            assert f"{side}-{place}" in reader.all("id")
            assert text.split("，")[0].split("\n")[0][:8] in words


def test_footnotes_tables_and_lines_set_aside_are_there(reader: Reader) -> None:
    words = "".join(reader.words)
    assert words.count("以签到为准。") == 2
    assert words.count("件数") == 2
    assert "V.19-00001 2/9" in words


def test_markup_in_a_report_stays_text(hostile_page: str) -> None:
    assert "alert(1)" in hostile_page and "<script>alert" not in hostile_page
    assert "{{ 7*7 }}" in hostile_page
    hostile_page.encode("utf-8")
    assert not re.search("[\x00\x0b\x9f]", hostile_page)


def test_the_counts_at_the_top_are_those_of_the_comparison(reader: Reader) -> None:
    words = " ".join("".join(reader.words).split())
    assert (
        "1 段未变" in words
        and "4 段有实质修改" in words
        and "3 → 4 列名与会国家" in words
        and "2 项建议不再列出" in words
    )


def test_inserted_and_deleted_words_are_said_to_those_who_cannot_see_them(page: str) -> None:
    assert '<del><b class="vh">〔删：</b>延迟<b class="vh">〕</b></del>' in page
    assert '<ins><b class="vh">〔增：</b>拖延<b class="vh">〕</b></ins>' in page


def test_an_english_page_marks_the_quoted_language() -> None:
    page = str(render(SAMPLE, "html", lang="en"))
    assert '<html lang="en">' in page and '<span lang="zh-Hans">' in page
    assert not re.search(r">(part|figure|topic|relation|place|tool|page|keyname|set)\.[a-z]+", page)


def test_a_comparison_with_nothing_in_it_is_a_page() -> None:
    empty = replace(SAMPLE, changes=Changes(), highlights=(), paragraphs=(), sections=())
    assert "未发现须首先指出的变化" in str(render(empty, "html"))


def test_the_same_comparison_gives_the_same_bytes(page: str) -> None:
    assert render(SAMPLE, "html") == page


def test_pieces_are_dealt_out_to_the_paragraphs_they_come_from() -> None:
    diff = (("=", "甲乙\n"), ("-", "丙"), ("+", "丁"), ("=", "戊"))
    dealt = side_pieces(diff, "old", [("1", "甲乙"), ("2", "丙戊")])
    assert dealt == [("1", [("=", "甲乙")]), ("2", [("-", "丙"), ("=", "戊")])]
    assert side_pieces(diff, "new", [("1", "甲乙\n丁戊")]) == [("1", [("=", "甲乙\n"), ("+", "丁"), ("=", "戊")])]


def test_a_users_template_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text("<p>{{ page.side('old').symbol }}: {{ rows|length }}</p>", encoding="utf-8")
    (tmp_path / "note.md.j2").write_text("# {{ escape(view.old.title) }}", encoding="utf-8")
    assert render(SAMPLE, "html", template=tmp_path) == "<p>A/1: 18</p>"
    assert render(SAMPLE, "md", template=tmp_path) == "# A/1的报告"


def test_a_template_that_cannot_be_used_is_an_error_that_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text("<p>\n{% if %}", encoding="utf-8")
    with pytest.raises(CcdiffError, match="line 2"):
        render(SAMPLE, "html", template=tmp_path)


def test_the_index_lists_series_reports_and_comparisons() -> None:
    entry = comparison_entry(SAMPLE, (("html", "A-1__A-2/index.html"), ("md", "A-1__A-2/note.md")))
    catalogue = Catalogue((Series("甲系列", (report_entry(SAMPLE.old), report_entry(SAMPLE.new))),), (entry,))
    page = render_index(catalogue)
    assert Reader(page).open == []
    for words in ("甲系列", "A/1 → A/2", "4段有实质修改", "列名国家3→4", 'href="A-1__A-2/index.html"'):
        assert words in page
    listed = render_index(catalogue, "md")
    assert "| A/1 → A/2 | " in listed and "[网页](<A-1__A-2/index.html>)" in listed
