"""Files known by their content: what an output was made from, and whether it still is.

Hashing thousands of files at every build would cost more than all else; so the digest of a file whose size, times and inode
are what they were is taken from a cache, as git trusts its index. The cache lies in ``.ccdiff/``, is never committed, and
may be deleted at any time.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from ccdiff import __version__
from ccdiff.files import digest, write_whole

SETTLED = 2_000_000_000  # ns; a file changed less than this before it was hashed may change again within one tick of its clock
# What of the package shapes no output: all else does.
APART = ("cli", "corpus", "evaluate", "verify.py", "files.py", "__main__.py", "__pycache__")


class FileDigests:
    """The SHA-256 of files, from the cache where a file has certainly not changed since."""

    def __init__(self, root: Path) -> None:
        self._path = root / ".ccdiff" / "stat.json"
        self._root = str(root)
        self._known = _load(self._path)
        self._changed = False

    def of(self, path: Path | str) -> str | None:
        """The digest of the file at ``path``; ``None`` where there is no such file. Raises ``OSError`` for one that cannot be read."""
        try:
            seen = _stat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        known = self._known.get(str(path))
        if known and known[0] == seen:
            return str(known[1])
        return self._hash(str(path))

    def _hash(self, path: str) -> str | None:
        now = time.time_ns()
        before = _stat(path)
        found = digest(Path(path).read_bytes())
        if before == _stat(path) and max(before[1], before[2]) + SETTLED < now:
            self._known[path] = [before, found]
            self._changed = True
        elif self._known.pop(path, None):
            self._changed = True
        return found

    def save(self) -> None:
        """Keep what was found for the next time; a folder that cannot be written to only costs that time."""
        if not self._changed:
            return
        with suppress(OSError):
            state_folder(Path(self._root))
            write_whole(self._path, json.dumps(self._known, ensure_ascii=False, separators=(",", ":")))
            self._changed = False


def state_folder(root: Path) -> Path:
    """The folder ``.ccdiff`` of the project, made where it is missing, ignored by git."""
    folder = root / ".ccdiff"
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / ".gitignore", "*\n")
    return folder


def _stat(path: Path | str) -> list[int]:
    seen = os.stat(path)
    return [seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino]


def _load(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


@cache
def engine_digest() -> str:
    """One digest of all code and data that shape an output, so that another version of ccdiff builds anew."""
    package = Path(__file__).parent.parent
    parts = [__version__]
    for path in _shaping_files(package):
        parts += [path.relative_to(package).as_posix(), digest(path.read_bytes())]
    return digest("\n".join(parts).encode())


def _shaping_files(package: Path) -> Iterable[Path]:
    rooms = [entry for entry in package.iterdir() if entry.name not in APART]
    files = [path for room in rooms for path in (room.rglob("*") if room.is_dir() else (room,)) if path.is_file()]
    return sorted(path for path in files if "__pycache__" not in path.parts and path.suffix != ".pyc")


def folder_digest(folders: Iterable[Path], digests: FileDigests) -> str:
    """One digest of all files in ``folders``, by their places and contents."""
    parts: list[str] = []
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            parts += [path.relative_to(folder).as_posix(), digests.of(path) or ""]
    return digest("\n".join(parts).encode())
