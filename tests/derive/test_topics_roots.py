"""English words made of one word have one root: oxidation, oxidizers."""

from __future__ import annotations

import pytest

from ccdiff.derive.topics.answered import roots
from ccdiff.language import load


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oxidation", "oxidizers"),
        ("fortified", "fortification"),
        ("desalination", "desalinated"),
        ("pasteurization", "pasteurized"),
        ("ventilation", "ventilators"),
    ],
)
def test_words_made_of_one_have_one_root(one: str, other: str) -> None:
    root = load("en").once(roots)
    assert root[one] == root[other] != ""


@pytest.mark.parametrize("word", ["station", "nation", "rated", "dated", "sensor", "fund"])
def test_a_word_that_only_ends_so_has_no_root(word: str) -> None:
    assert load("en").once(roots)[word] == ""
