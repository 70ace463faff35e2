"""The table ``senses`` of each language is well formed: sets of words for one thing, a word in one set only."""

import re
from collections import Counter
from pathlib import Path

import pytest

import ccdiff.language

TABLES = Path(ccdiff.language.__file__).parent
LANGUAGES = ("en", "zh")


def records(code: str, table: str) -> list[list[str]]:
    """The rows of a table, as they are written: the fields of each line that is no comment."""
    lines = (TABLES / code / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [[field.strip() for field in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def contrasts(code: str) -> list[dict[str, int]]:
    """Of each row of words that exclude each other, the alternative that a word stands for."""
    return [
        {word.strip(): place for place, alternative in enumerate(row[1:]) for word in alternative.split("=")}
        for row in records(code, "contrasts")
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_row_is_a_sense_of_two_words_or_more(code: str) -> None:
    wrong = [
        row
        for row in records(code, "senses")
        if row[0] not in ("sense", "act", "other") or len(row) < 3 or not all(row)
    ]
    assert not wrong


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_stands_in_one_row_only(code: str) -> None:
    count = Counter(word for row in records(code, "senses") if row[0] != "other" for word in row[1:])
    assert [word for word, times in count.items() if times > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_stands_beside_a_word_it_is_contrasted_with(code: str) -> None:
    rows = contrasts(code)
    wrong = [
        (one, other, row)
        for row in records(code, "senses")
        for contrast in rows
        for one in row[1:]
        for other in row[1:]
        if one in contrast and other in contrast and contrast[one] != contrast[other]
    ]
    assert wrong == []


def test_chinese_words_are_of_two_characters_or_more_and_of_chinese_characters() -> None:
    words = [word for row in records("zh", "senses") for word in row[1:]]
    assert [
        word for word in words if not re.fullmatch(r"[^\W\d_a-zA-Z、]{1}[^\W\d_a-zA-Z]*(?:、[^\W\d_a-zA-Z]+)*", word)
    ] == []
    assert [word for word in words if len(word) < 2] == []


def test_english_words_are_in_lower_case_and_hold_no_numbers() -> None:
    words = [word for row in records("en", "senses") for word in row[1:]]
    assert [word for word in words if not re.fullmatch(r"[a-z][a-z'-]*(?:,? [a-z'-]+)*", word)] == []


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("zh", "救护车", "急救车"),
        ("zh", "行人", "步行者"),
        ("zh", "准则", "指导方针"),
        ("en", "hazardous waste", "dangerous waste"),
        ("en", "focal point", "contact point"),
    ],
)
def test_words_for_one_thing_stand_together(code: str, one: str, other: str) -> None:
    assert any(one in row and other in row for row in records(code, "senses"))


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("zh", "要求", "鼓励"),
        ("zh", "没收", "扣押"),
        ("zh", "进口", "出口"),
        ("zh", "防止", "惩治"),
        ("en", "request", "encourage"),
        ("en", "seizure", "confiscation"),
        ("en", "import", "export"),
    ],
)
def test_words_that_differ_in_law_or_sense_do_not_stand_together(code: str, one: str, other: str) -> None:
    assert not any(one in row and other in row for row in records(code, "senses"))
