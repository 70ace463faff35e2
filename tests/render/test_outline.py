"""The outline that a person reads."""

from __future__ import annotations

import pytest
from sample import SAMPLE

from ccdiff.errors import CcdiffError
from ccdiff.render import render_outline


def test_it_counts_what_was_read() -> None:
    assert "6个部分 · 8段 · 2分项 · 1条脚注 · 1张表 · 1行不作正文" in render_outline(SAMPLE.old)


def test_it_shows_the_tree_with_the_numbers_of_the_paragraphs() -> None:
    text = render_outline(SAMPLE.old)
    assert "三 讨论  [4-6]  3段" in text
    assert "四 结论和建议  [7]  1段 · 2分项" in text


def test_it_shows_what_was_set_aside_and_why() -> None:
    assert "第7行，页码行：V.19-00001 2/9" in render_outline(SAMPLE.old)


def test_its_words_are_in_the_language_asked_for() -> None:
    assert "8 paragraphs" in render_outline(SAMPLE.old, lang="en")


def test_an_unknown_format_or_language_is_an_error() -> None:
    with pytest.raises(CcdiffError):
        render_outline(SAMPLE.old, "xml")
    with pytest.raises(CcdiffError):
        render_outline(SAMPLE.old, lang="tlh")
