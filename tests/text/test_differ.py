"""diff-match-patch over words, with the search by rows of bits in its place."""

from __future__ import annotations

from random import Random

from diff_match_patch import diff_match_patch

from ccdiff.text.differ import Engine, differences


def kept(found: list[tuple[str, tuple[str, ...]]]) -> int:
    return sum(len(words) for op, words in found if op == "=")


def longest_common(old: list[str], new: list[str]) -> int:
    """By the textbook's table."""
    row = [0] * (len(new) + 1)
    for word in old:
        before = 0
        for j, other in enumerate(new, 1):
            before, row[j] = row[j], before + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]


def test_the_two_texts_come_back_and_what_stays_is_the_longest_common_run():
    random = Random(7)
    for _ in range(300):
        old, new = (
            random.choices(["会议", "决定", "请", "秘书处", "，", "报告"], k=random.randrange(30)) for _ in "ab"
        )
        found = differences(old, new)
        assert [word for op, words in found if op != "+" for word in words] == old
        assert [word for op, words in found if op != "-" for word in words] == new
        assert kept(found) == longest_common(old, new)


def test_the_engine_is_diff_match_patch_without_its_time_limit():
    assert issubclass(Engine, diff_match_patch) and Engine().Diff_Timeout == 0
    assert Engine().diff_main("abcdefgh", "abxdefyh", False) == [
        (0, "ab"), (-1, "c"), (1, "x"), (0, "def"), (-1, "g"), (1, "y"), (0, "h")
    ]  # fmt: skip


def test_texts_of_many_different_words_are_told_apart():
    old, new = ([f"{side}{n}" for n in range(40_000)] for side in "ab")
    assert differences(old, new) == [("-", tuple(old)), ("+", tuple(new))]
