"""Keys under which texts are equal but for spacing, width and damage."""

from __future__ import annotations

import re

import pytest

from ccdiff.text import normalise
from ccdiff.text.normalise import fold

EQUAL = [
    ("截至 2019 年 5 月", "截至2019年5月"),
    ("逾１,０００项", "逾1,000项"),
    ("见（附件）。", "见(附件)."),
    ("统计数据 and 案例", "统计数据和案例"),
    ("出席情况。。", "出席情况。"),
    ("“洗车行动”", '"洗车行动"'),
    ("会议\n通过", "会议通过"),
    ("零\u200b宽\ufeff字", "零宽字"),
    ("a  b", "a b"),
    ("《公约》", "〈公约〉"),
    ("2020-2021", "2020–2021"),
]
OTHER = [
    ("1,000", "1000"),
    ("ab", "a b"),
    ("不可", "可"),
    ("五", "5"),
    ("A组", "a组"),
    ("1.5", "15"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_damage_does_not_show(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_words_and_figures_show(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", [text for pair in EQUAL for text in pair])
def test_a_key_is_its_own_key(text):
    assert fold(fold(text)) == fold(text)


def test_marks_become_plain_one_by_one_as_all_at_once():
    every = "".join(
        map(chr, (*range(0x3500), *range(0x9F00, 0xA500), *range(0xF800, 0x10000), *range(0x1D400, 0x1F200)))
    )
    for text in (every[at : at + 30] for at in range(0, len(every), 30)):
        assert normalise._plain(text) == text.translate(normalise.PLAIN)


def test_a_space_stays_between_latin_words_alone():
    for text in (" a b", "a b ", "是 a", "a 是", "a 1", "1 a", "a. b", " ", "a b c 是 的"):
        want = re.sub(r"(?<![A-Za-z]) | (?![A-Za-z])", "", text)
        assert normalise.LOOSE_SPACE.sub("", text) == want
