"""Numbers as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccdiff.text.numerals import arabic, chinese, english, tidy, to_chinese, value

WORDS = {"one": 1, "two": 2, "five": 5, "twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000, "million": 10**6}


@given(st.integers(min_value=0, max_value=99_999_999))
def test_a_number_written_in_chinese_reads_back_as_itself(number: int) -> None:
    assert chinese(to_chinese(number)) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert arabic(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("十", 10), ("二十", 20), ("一百零五", 105), ("两千", 2000), ("一万三千", 13000), ("三亿五千万", 350_000_000),
        ("一万三千亿", 1_300_000_000_000), ("三点五", 3.5), ("二〇一九", 2019),
        ("三四", None), ("十百", None), ("一百五", None), ("万", None), ("", None), ("点五", None),
    ],
)  # fmt: skip
def test_a_chinese_numeral_has_one_value_or_none(text: str, wanted: float | None) -> None:
    assert chinese(text) == wanted


@pytest.mark.parametrize(
    ("text", "counted", "wanted"),
    [
        ("6,200", False, 6200), ("６，２００", False, 6200), ("1.3 万亿", False, 1_300_000_000_000), ("2.76万亿", False, 2_760_000_000_000),
        ("1万6千", False, 16000), ("107.000", True, 107_000), ("107.000", False, 107), ("2.645", False, 2.645), ("1.2.3", False, None),
        ("9" * 40, False, None), ("3千万", False, 30_000_000), ("12%", False, None),
    ],
)  # fmt: skip
def test_an_arabic_number_with_separators_and_scales(text: str, counted: bool, wanted: float | None) -> None:
    assert arabic(text, counted) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("two", 2), ("twenty-five", 25), ("two hundred and fifty", 250), ("1.3 million", 1_300_000), ("two thousand five hundred", 2500),
        ("1,116", 1116), ("many", None),
    ],
)  # fmt: skip
def test_an_english_number(text: str, wanted: float | None) -> None:
    assert english(text, WORDS) == wanted


def test_either_script_is_read() -> None:
    assert (value("12"), value("十二"), value("十 二")) == (12, 12, 12)


def test_binary_dust_is_swept_away() -> None:
    assert repr(tidy(0.1 + 0.2)) == "0.3"
    assert repr(tidy(2.0)) == "2"


def test_an_endless_number_is_none() -> None:
    assert english("one " + "hundred " * 5000, {"one": 1, "hundred": 100}) is None
    assert arabic("1亿" * 5000) is None
    assert chinese("亿" * 5000) is None
