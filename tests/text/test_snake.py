"""Our search for the middle of two texts gives what diff-match-patch gives, for any texts."""

from __future__ import annotations

from diff_match_patch import diff_match_patch
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdiff.text.snake import Engine

TEXTS = st.text(alphabet="甲乙丙丁戊己庚辛", max_size=40)


def plain_engine():
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_the_differences_are_those_of_diff_match_patch(old, new):
    assert Engine().diff_main(old, new, False) == plain_engine().diff_main(old, new, False)


@settings(max_examples=200)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_so_they_are_where_much_is_shared(first, second, third, other):
    old, new = first + second + third, first + other + third[::-1]
    assert Engine().diff_main(old, new, False) == plain_engine().diff_main(old, new, False)


def test_texts_that_share_nothing_are_replaced_whole():
    assert Engine().diff_main("甲乙丙" * 9, "丁戊己庚" * 5, False) == [(-1, "甲乙丙" * 9), (1, "丁戊己庚" * 5)]
