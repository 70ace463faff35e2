"""Two reports full of what could do harm, all the way from their files to every form."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from test_valid import check
from test_word import settled, wanted

from ccdiff.compare import compare
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.comparison import Comparison
from ccdiff.model.report import Line
from ccdiff.parse import parse
from ccdiff.reading import Reading
from ccdiff.render import render

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)> </style></script><!-- --> ]]> &lt;b&gt; [链接](javascript:1) | `码` **粗** "
ARABIC = "\u202e\u0627\u0644\u0623\u0645\u0645\u202c \u200f\u0645\u062a\u062d\u062f\u0629\u200e \u2067abc\u2069"
UNSEEN = "零\u200b宽\u200c字\u200d符\u2060号\ufeff和\u00ad软连字符"
LONG = "秘书处的代表介绍了各种指南和手册的最新情况，并回答了发言者提出的问题。" * 300  # more than 10,000 characters
OLD = f"""# 关于{MARKUP}的报告

一. 引言{MARKUP}

1. 会议讨论了{MARKUP}问题。

2. 一位发言者提到{ARABIC}的经验，有115个国家提供了资料。

3. {UNSEEN}仍在使用。

4. {LONG}

5. 控制符\x07\x0b和\x9f以及\ufffe不应出现。
"""
NEW = OLD.replace("115个国家", "119个国家").replace("仍在使用", "不再使用").replace("最新情况", "最新进展", 3)


LONE = "单独的代用码元\ud800在此。"  # no file can hold it, but a reader of our making could bring it


def reading(path: Path, text: str) -> Reading:
    """The report of ``text``, with one more line that no file could bring."""
    path.write_text(text, encoding="utf-8")
    source = read(path)
    number = source.lines[-1].number
    parsed = parse(replace(source, lines=(*source.lines, Line(number + 1, ""), Line(number + 2, f"6. {LONE}"))))
    return Reading(parsed, load(parsed.language))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = tmp_path_factory.mktemp("hostile")
    return compare(reading(folder / "old.txt", OLD), reading(folder / "new.txt", NEW))


def test_the_page_holds_no_markup_but_its_own(hostile: Comparison) -> None:
    page = str(render(hostile, "html"))
    check(page)
    assert page.count("<script>") == 1 and "<img" not in page and "onerror=alert(2)&gt;" in page
    page.encode("utf-8")


def test_nothing_that_a_format_forbids_comes_out(hostile: Comparison) -> None:
    for format in ("html", "md", "json"):
        text = str(render(hostile, format))
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", text), format


def test_the_direction_of_a_report_does_not_turn_our_own_words(hostile: Comparison) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", str(render(hostile, "md")))
    page = str(render(hostile, "html"))
    assert "unicode-bidi: isolate" in page and "\u200f" in page  # in the full text they stay, shut in its paragraph


def test_the_note_is_inert(hostile: Comparison) -> None:
    note = str(render(hostile, "md"))
    assert set(re.findall(r"<[^!][^>]*>", note)) <= {"<details>", "<summary>", "</summary>", "</details>"}
    assert not re.search(r"(?<!\\)\]\(", note)


def test_word_takes_it_and_gives_it_back(hostile: Comparison) -> None:
    data = render(hostile, "redline")
    assert isinstance(data, bytes)
    assert settled(data, "accept") == wanted(hostile.new)
    assert settled(data, "reject") == wanted(hostile.old)
    assert render(hostile, "docx")
