"""Wordings found by one pass over a text: the same as without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdiff.text import finder
from ccdiff.text.automaton import Search, automaton
from ccdiff.text.finder import Finder, buckets

LETTERS = "一二第国际联合ab3Aé,\U00020000"
WORDS = st.text(LETTERS, min_size=2, max_size=5)
TEXTS = st.builds(str.__add__, st.sampled_from(["", "The meeting of "]), st.text(LETTERS + " \ud800", max_size=60))


def one_by_one(wordings: tuple[str, ...], overlapping: bool) -> Search:
    """What an automaton gives, found by looking at every place for every wording."""

    def find(text: str) -> list[tuple[int, int, int]]:
        text.encode()  # as the engine needs it; half a character of two raises
        places = [
            (number, at, at + len(wording))
            for number, wording in enumerate(wordings)
            for at in range(len(text))
            if text.startswith(wording, at)
        ]
        if overlapping:
            return sorted(places, key=lambda place: place[2])
        places.sort(key=lambda place: (place[1], -place[2]))
        free, kept = 0, []
        for place in places:
            if place[1] >= free:
                kept.append(place)
                free = place[2]
        return kept

    return find


@pytest.fixture(autouse=True)
def one_text_again() -> Iterator[None]:
    yield
    finder._many.clear()


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25), st.booleans(), st.lists(TEXTS, min_size=1, max_size=4))
def test_what_is_found_is_the_same_with_an_automaton(words: list[str], anywhere: bool, texts: list[str]) -> None:
    known = buckets({word: number for number, word in enumerate(words)}, anywhere)
    finder._many.clear()
    wanted = [Finder(known).find(text) for text in texts]
    for make in (automaton, one_by_one):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(finder, "automaton", make)
            patch.setattr(finder, "PAYS", 0)
            finder.many_texts()
            assert [Finder(known).find(text) for text in texts] == wanted


def test_an_automaton_is_made_only_in_a_process_of_many_texts_and_when_enough_was_searched() -> None:
    made: list[tuple[str, ...]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finder, "automaton", lambda words, all: made.append(words) or one_by_one(words, all))
        patch.setattr(finder, "PAYS", 4)
        known: Finder[None] = Finder(buckets(dict.fromkeys(["会议", "缔约国会议"])))
        for _ in range(9):
            known.find("会议的")
        assert not made
        finder.many_texts()
        found = [known.find("会议的") for _ in range(9)]
    assert made == [("会议", "缔约国会议")]
    assert found == [[(0, "会议", None)]] * 9


def test_an_automaton_gives_every_place_or_the_longest_where_it_is_installed() -> None:
    words = ("会议", "缔约国会议", "国会")
    find = automaton(words, True)
    assert find is None or sorted(find("缔约国会议")) == [(0, 3, 5), (1, 0, 5), (2, 2, 4)]
    find = automaton(words, False)
    assert find is None or find("缔约国会议会议") == [(1, 0, 5), (0, 5, 7)]
