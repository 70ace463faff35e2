"""A pattern of many phrases finds what each phrase alone would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ccdiff.text.alternation import escape, joined, ways

PHRASES = st.text(st.sampled_from("会议于将aB1_ .*+-#&~[]()|^$\\\t\n，。"), min_size=1, max_size=6)


@given(PHRASES)
def test_a_phrase_is_escaped_as_re_escapes_it(phrase: str) -> None:
    assert escape(phrase) == re.escape(phrase)


@given(st.lists(PHRASES, min_size=1, max_size=8), PHRASES)
def test_any_of_the_phrases_is_found_and_nothing_else(phrases: list[str], text: str) -> None:
    assert bool(re.fullmatch(joined(ways(phrases)), text)) == (text in phrases)
