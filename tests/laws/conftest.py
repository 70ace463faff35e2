"""The corpus, read once, and all its ordered pairs, compared once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ccdiff.compare import compare
from ccdiff.corpus import load_corpus
from ccdiff.corpus.library import read_entry
from ccdiff.model.comparison import Comparison
from ccdiff.reading import Reading

ROOT = Path(__file__).parents[2]
CORPUS = load_corpus(ROOT)
IDS = tuple(entry.id for entry in CORPUS.entries)
PAIRS = tuple((old, new) for old in IDS for new in IDS if old != new)


@cache
def reading(id: str) -> Reading:
    """A report of the corpus, read once in all tests."""
    entry = CORPUS.find(id)
    assert entry is not None
    return read_entry(entry, ())


@cache
def comparison(old: str, new: str) -> Comparison:
    """A pair of the corpus, compared once in all tests; what people settled in alignments/ does not count here."""
    return compare(reading(old), reading(new))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``pair``: every ordered pair of different reports; ``id``: every report."""
    if "pair" in metafunc.fixturenames:
        metafunc.parametrize("pair", PAIRS, ids=["__".join(pair) for pair in PAIRS])
    if "id" in metafunc.fixturenames:
        metafunc.parametrize("id", IDS)


@pytest.fixture
def compared(pair: tuple[str, str]) -> Comparison:
    """The comparison of the pair under test."""
    return comparison(*pair)


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """Reads a report of the corpus by id."""
    return reading
