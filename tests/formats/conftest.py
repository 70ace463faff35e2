"""The five reports as Word and as PDF, made once: each in another house style, all printed in one call of LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.compare import read_report
from ccdiff.corpus import Entry, load_corpus
from ccdiff.reading import Reading

from . import house

ROOT = Path(__file__).parents[2]
HOUSES = (house.NEW_YORK, house.GENEVA, house.OLD, house.WORD, house.BY_LOOK)


def entries() -> tuple[Entry, ...]:
    return load_corpus(ROOT).entries


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with <id>.docx and <id>.pdf of each report."""
    folder = tmp_path_factory.mktemp("printed")
    for look, entry in zip(HOUSES, entries(), strict=True):
        house.word(read_report(entry.path, entry.facts).report, folder / f"{entry.id}.docx", look)
    house.print_all(folder)
    return folder


@pytest.fixture(scope="session")
def readings(printed: Path) -> dict[str, dict[str, Reading]]:
    """report id -> "text", "docx", "pdf" -> the report, read."""
    found: dict[str, dict[str, Reading]] = {}
    for entry in entries():
        files = {"text": entry.path, "docx": printed / f"{entry.id}.docx", "pdf": printed / f"{entry.id}.pdf"}
        found[entry.id] = {form: read_report(path, entry.facts) for form, path in files.items()}
    return found
