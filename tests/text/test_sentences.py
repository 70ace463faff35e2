"""Sentences and clauses cover the text and end where a reader ends them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccdiff.text.sentences import clauses, sentences

SENTENCES = [
    ("会议开幕。会议闭幕。", ["会议开幕。", "会议闭幕。"]),
    ("他问：“行吗？”会议同意。", ["他问：“行吗？”", "会议同意。"]),
    ("共有11.4%的国家；其余未答复。", ["共有11.4%的国家；", "其余未答复。"]),
    ("The Group met. It adopted the agenda.", ["The Group met.", " It adopted the agenda."]),
    ("See S/2025/1, para. 3, of 5.5 per cent.", ["See S/2025/1, para. 3, of 5.5 per cent."]),
    ("通过了议程：\n1. 开幕\n2. 闭幕", ["通过了议程：\n", "1. 开幕\n", "2. 闭幕"]),
    ("", []),
]
CLAUSES = [
    ("会议讨论了引渡，但未作决定。", ["会议讨论了引渡，", "但未作决定。"]),
    ("法国、德国和日本", ["法国、", "德国和日本"]),
    ("逾1,000项", ["逾1,000项"]),
]


@pytest.mark.parametrize(("text", "parts"), SENTENCES)
def test_sentences_end_at_points(text, parts):
    assert [span.text for span in sentences(text)] == parts


@pytest.mark.parametrize(("text", "parts"), CLAUSES)
def test_clauses_end_at_commas_too(text, parts):
    assert [span.text for span in clauses(text)] == parts


@given(st.text(alphabet="会议。，；”a.B 1\n", max_size=50))
def test_the_parts_cover_the_text_and_know_their_places(text):
    for split in (sentences, clauses):
        assert "".join(span.text for span in split(text)) == text
        assert all(text[span.start : span.end] == span.text for span in split(text))
