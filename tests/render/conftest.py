"""The sample of this folder can be imported by its tests; outputs and the comparisons of the corpus are made once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sample import SAMPLE, hostile

from ccdiff.compare import compare
from ccdiff.corpus import load_corpus
from ccdiff.corpus.library import Library
from ccdiff.model.comparison import Comparison
from ccdiff.render import render


@pytest.fixture(scope="session")
def page() -> str:
    return str(render(SAMPLE, "html"))


@pytest.fixture(scope="session")
def note() -> str:
    return str(render(SAMPLE, "md"))


@pytest.fixture(scope="session")
def hostile_page() -> str:
    return str(render(hostile(), "html"))


@pytest.fixture(scope="session")
def corpus() -> dict[str, Comparison]:
    """The comparisons that the corpus of this project asks for, by the names of their files."""
    library = Library(load_corpus(Path(__file__).parents[2]))
    return {pair.id: compare(library.reading(pair.old), library.reading(pair.new)) for pair in library.wanted()}
