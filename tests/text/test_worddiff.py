"""A difference of words gives both texts back to the letter, quickly, and in phrases that a reader can follow."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdiff.text.segment import Segmenter
from ccdiff.text.worddiff import word_diff, word_runs

WORDS = st.lists(
    st.sampled_from(["会议", "通过", "了", "议程", "，", "。", " ", "12", "2019年", "的", "缔约国", "a", "\n"]),
    max_size=40,
)


def sides(pieces):
    return "".join(t for op, t in pieces if op != "+"), "".join(t for op, t in pieces if op != "-")


def shown(old: str, new: str) -> str:
    cut = Segmenter(["资产追回问题工作组"]).words
    return "".join(
        {"=": "{}", "-": "[-{}]", "+": "[+{}]"}[op].format(text) for op, text in word_diff(cut(old), cut(new))
    )


# old, new, what a reader sees
SEEN = [
    ("共有115个国家答复。", "共有119个国家答复。", "共有[-115][+119]个国家答复。"),
    ("会议于2019年5月31日举行。", "会议于2020年11月16日举行。", "会议于[-2019年5月31日][+2020年11月16日]举行。"),
    ("见第8/2号决议。", "见第8/6号决议。", "见[-第8/2号][+第8/6号]决议。"),
    ("资产追回问题工作组开会。", "预防工作组开会。", "[-资产追回问题工作组][+预防工作组]开会。"),
    ("会议讨论了引渡。", "会议讨论了引渡。", "会议讨论了引渡。"),
    ("发言者欢迎在线工具。", "发言者欢迎在线工具和手册。", "发言者欢迎在线工具[+和手册]。"),
    ("主席的报告和说明", "秘书的文件和表格", "[-主席的报告和说明][+秘书的文件和表格]"),
]


@pytest.mark.parametrize(("old", "new", "seen"), SEEN)
def test_a_reader_sees_phrases(old, new, seen):
    assert shown(old, new) == seen


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None)
def test_both_texts_come_back_to_the_letter(old, new):
    assert sides(word_diff(old, new)) == ("".join(old), "".join(new))


@given(WORDS, WORDS)
@settings(max_examples=100, deadline=None)
def test_between_two_equal_stretches_stands_one_deletion_then_one_insertion(old, new):
    ops = "".join(op for op, _ in word_diff(old, new))
    assert not any(pair in ops for pair in ("==", "--", "++", "+-"))
    assert all(text for _, text in word_diff(old, new))


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None)
def test_no_more_words_could_be_in_common_in_a_short_text(old, new):
    old, new = old[:20], new[:20]  # beyond, texts are parted at words that stand once in both
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            best[i + 1][j + 1] = best[i][j] + 1 if one == other else max(best[i][j + 1], best[i + 1][j])
    assert sum(len(words) for op, words in word_runs(old, new) if op == "=") == best[len(old)][len(new)]


def test_words_in_common_stay_together():
    assert word_runs(["a", "b", "x", "a", "b", "c"], ["y", "a", "b", "c"])[-1] == ("=", ("a", "b", "c"))


def test_equal_texts_are_one_stretch_and_empty_texts_none():
    assert word_diff(["会议", "。"], ["会议", "。"]) == (("=", "会议。"),)
    assert word_diff([], []) == ()
    assert word_diff([], ["新"]) == (("+", "新"),)


def test_runs_keep_the_small_words_that_a_reader_is_spared():
    old, new = ("甲", "的", "乙"), ("丙", "的", "丁")
    assert [op for op, _ in word_runs(old, new)] == ["-", "+", "=", "-", "+"]
    assert [op for op, _ in word_diff(old, new)] == ["-", "+"]


def test_lists_differ_member_by_member():
    old = "阿富汗、安哥拉、巴西、中国、埃及、法国、德国、加纳、印度、日本、荷兰、秘鲁和越南"
    new = "阿富汗、巴西、中国、丹麦、埃及、法国、德国、印度、约旦、日本、秘鲁、瑞士和越南"
    for kept in ("阿富汗、", "巴西、中国、", "法国、德国、", "日本、"):
        assert kept in "".join(text for op, text in word_diff(*map(Segmenter().words, (old, new))) if op == "=")


@pytest.mark.parametrize("kind", ["edited", "shuffled", "other", "repeated"])
def test_ten_thousand_characters_take_less_than_a_second(kind):
    dice = random.Random(7)
    old = [chr(0x4E00 + dice.randrange(900)) + chr(0x4E00 + dice.randrange(20)) for _ in range(5000)]
    new = {
        "edited": [w if dice.random() > 0.2 else w + "x" for w in old],
        "shuffled": dice.sample(old, len(old)),
        "other": [w[::-1] for w in old],
        "repeated": ["会议", "通过"] * 2500,
    }[kind]
    start = time.process_time()
    pieces = word_diff(old, new)
    assert time.process_time() - start < 1.0
    assert sides(pieces) == ("".join(old), "".join(new))
