"""What a text is taken apart into."""

from time import process_time

import pytest

from ccdiff.text.similarity import pieces, terms


@pytest.mark.parametrize("unit", ["1", "1.", "a", "a-", "a/", "1/1", "第"])
def test_a_long_run_without_a_space_takes_no_quadratic_time(unit: str) -> None:
    start = process_time()
    pieces(unit * 100_000)
    assert process_time() - start < 2


def test_a_resolution_is_one_term_whatever_stands_before_it() -> None:
    assert {"8/2", "73/191"} <= terms("第8/2号、73/191")
    assert "12/3" in pieces("abc12/3")
