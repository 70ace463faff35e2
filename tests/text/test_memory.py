"""What is remembered of texts: made once, within bounds, and forgotten as a whole."""

from __future__ import annotations

from ccdiff.text.memory import MOST, Remembered


def test_what_was_cleared_does_not_count_against_what_comes() -> None:
    made: list[str] = []
    remembered = Remembered(lambda text: made.append(text) or len(text))
    half = "x" * (MOST // 2 + 1)
    assert remembered[half] == remembered[half] == len(half)
    remembered.clear()
    assert (remembered["short"], remembered[half]) == (5, len(half))
    assert made == [half, "short", half]
    assert len(remembered) == 2


def test_too_many_are_all_forgotten_but_the_last() -> None:
    remembered = Remembered(len)
    for letter in "abc":
        assert remembered[letter * (MOST // 2)] == MOST // 2
    assert list(remembered) == ["c" * (MOST // 2)]
