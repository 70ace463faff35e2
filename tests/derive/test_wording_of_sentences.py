"""The sentences of a text, cut by what was found in the whole of it, are cut as each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.derive.wording import Cutter
from ccdiff.language import load
from ccdiff.text.sentences import sentences

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_sentence_is_cut_as_it_is_by_itself(path):
    cutter = Cutter(load("zh"))
    learned = 0
    for text in path.read_text(encoding="utf-8").split("\n\n"):
        parts = [span.text for span in sentences(text)]
        cutter.known.clear()
        cutter.learn(text, parts)
        learned += len(cutter.known)
        assert all(found == cutter._cut(part) for part, found in cutter.known.items())
    assert learned > 20


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("zh", "联合国毒品和犯罪问题办公室。", ["联合国毒品和犯罪", "问题办公室。"]),  # a name across the place
        ("zh", "第一位专家", ["第", "一位专家"]),  # what is a part of a word only where it hangs on its neighbour
        ("en", "Many people said so.", ["Many people ", "said so."]),  # the space between is neither's
    ],
)
def test_a_sentence_that_hangs_on_its_neighbour_is_left_to_be_cut_by_itself(code, text, parts):
    cutter = Cutter(load(code))
    cutter.learn(text, parts)
    assert parts[1] not in cutter.known
