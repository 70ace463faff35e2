"""What the tests of reading share: a report from a text written in the test."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Callable

import pytest

from ccdiff.model.report import Line, Report, Source
from ccdiff.parse import parse


def source_of(text: str, name: str = "report.txt") -> Source:
    """``text`` as a source; a form feed begins a page."""
    lines, page = [], 1
    for number, line in enumerate(text.split("\n"), start=1):
        page += line.count("\f")
        lines.append(Line(number, line.replace("\f", ""), page if "\f" in text else None))
    return Source(name, "text", hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), tuple(lines))


@pytest.fixture(scope="session")
def source() -> Callable[..., Source]:
    """Makes a source of a text."""
    return source_of


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Reads a text written in a test (its indentation taken away)."""
    return lambda text, **facts: parse(source_of(textwrap.dedent(text)), facts)
