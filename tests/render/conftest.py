"""The sample of this folder can be imported by its tests; outputs are made once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sample import SAMPLE, hostile

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
