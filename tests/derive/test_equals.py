"""Quantities that are one though they are told otherwise."""

from __future__ import annotations

from time import process_time

import pytest

from ccdiff.derive.relations.equals import levelled
from ccdiff.language import load

SAME = [
    ("en", "at least 24 hours", "at least one day"),
    ("en", "twenty-four hours", "24 hours"),
    ("en", "two weeks", "14 days"),
    ("en", "two years", "24 months"),
    ("en", "a quarter of them", "25 per cent of them"),
    ("en", "three quarters of the farms", "75 per cent of the farms"),
    ("en", "one in twenty ships", "5 per cent ships"),
    ("en", "1 km", "1,000 metres"),
    ("en", "$3 million", "$3,000,000"),
    ("en", "reports once a year", "reports annually"),
    ("zh", "24小时", "一天"),
    ("zh", "两周", "十四天"),
    ("zh", "三成", "30%"),
    ("zh", "四分之三", "75%"),
    ("zh", "每年报告两次", "每半年报告一次"),
    ("zh", "1公里", "1000米"),
    ("zh", "10万吨", "100000吨"),
]
OTHER = [
    ("en", "24 hours", "two days"),
    ("en", "a quarter", "20 per cent"),
    ("en", "once a year", "twice a year"),
    ("zh", "三成", "三分之一"),
    ("zh", "每年一次", "每两年一次"),
    ("zh", "同一年", "第一年"),
]


@pytest.mark.parametrize(("code", "one", "other"), SAME)
def test_one_quantity_is_one_in_whatever_words(code: str, one: str, other: str) -> None:
    level = levelled(load(code))
    assert level(one) == level(other)


@pytest.mark.parametrize(("code", "one", "other"), OTHER)
def test_two_quantities_stay_two(code: str, one: str, other: str) -> None:
    level = levelled(load(code))
    assert level(one) != level(other)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "in 2021 the Committee met"),
        ("zh", "2021年第二年度会议"),
        ("en", "paragraph 12 of the report"),
        ("zh", "第三章"),
    ],
)
def test_years_and_numbers_of_places_are_no_quantities(code: str, text: str) -> None:
    assert levelled(load(code))(text) == text


def test_a_language_without_such_a_table_keeps_its_texts() -> None:
    assert levelled(load("en"))("no quantity here") == "no quantity here"


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1.", "一", "百", "一百分之", "one ", "hundred ", "1 in ", "每五名中有", "twenty-"]
)
@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_long_run_takes_no_quadratic_time_and_is_no_endless_value(code: str, unit: str) -> None:
    level = levelled(load(code))
    start = process_time()
    level(unit * 10_000 + " days")
    assert process_time() - start < 3
