"""``reports/.digests.json``: for every built comparison, what it was made from and what came out. Small, and committed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ccdiff.corpus.state import state_folder
from ccdiff.errors import CcdiffError
from ccdiff.files import write_whole

SCHEMA = "ccdiff/digests/1"


@dataclass
class Record:
    """``pairs``: id -> {"key", "outputs": {ending: sha256}, "entry": {...}, "stale": [...], "reports": {...}}; ``index``: ending -> sha256."""

    engine: str = ""
    pairs: dict[str, dict[str, Any]] = field(default_factory=dict)
    index: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """As it is written: one line a comparison, in the order of their names, so that two branches merge well."""
        rows = ",\n".join(f"{_line(id)}: {_line(row)}" for id, row in sorted(self.pairs.items()))
        head = f'"schema": {_line(SCHEMA)},\n"engine": {_line(self.engine)},\n"index": {_line(self.index)}'
        return f'{{\n{head},\n"pairs": {{\n{rows}\n}}\n}}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def record_path(root: Path) -> Path:
    """Where the record of the project at ``root`` is kept."""
    return root / "reports" / ".digests.json"


def load_record(root: Path) -> Record:
    """The record of the project; an empty one where there is none. Raises ``CcdiffError`` for a damaged one."""
    path = record_path(root)
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Record()
    except ValueError as error:
        raise CcdiffError(
            f"no valid JSON ({error})", where=str(path), remedy="delete the file and run 'ccdiff build'"
        ) from error
    if not isinstance(data, Mapping) or data.get("schema") != SCHEMA:
        return Record()
    return Record(str(data.get("engine", "")), dict(data.get("pairs", {})), dict(data.get("index", {})))


def save_record(root: Path, record: Record) -> None:
    """Write ``record``, unless it says what the file says already."""
    path, text = record_path(root), record.text()
    if not path.is_file() or path.read_bytes() != text.encode():
        write_whole(path, text)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """One builder at a time in here: for the moment in which the record is read, changed and written."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with open(state_folder(root) / "lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
