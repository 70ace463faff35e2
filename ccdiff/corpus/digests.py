"""Files known by their content: what an output was made from, and whether it still is.

Hashing thousands of files at every build would cost more than all else; so the digest of a file whose size, times and inode
are what they were is taken from a cache, as git trusts its index. The cache lies in ``.ccdiff/``, is never committed, and
may be deleted at any time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from ccdiff import __version__
from ccdiff.corpus.state import Seen, seen, state_folder
from ccdiff.files import digest, write_whole

SETTLED = 2_000_000_000  # ns; a file changed less than this before it was hashed may change again within one tick of its clock
# What of the package shapes no output: all else does.
APART = ("cli", "corpus", "evaluate", "verify.py", "files.py", "__main__.py", "__pycache__")


class FileDigests:
    """The SHA-256 of files, from the cache where a file has certainly not changed since.

    ``asked``: what was seen of every file asked for; ``settled``: whether all of them may be trusted to show any further change.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / ".ccdiff" / "stat.json"
        self._root = str(root)
        self._known = _load(self._path)
        self._changed = False
        self.asked: dict[str, Seen] = {}
        self.settled = True

    def of(self, path: Path | str) -> str | None:
        """The digest of the file at ``path``; ``None`` where there is no such file. Raises ``OSError`` for one that cannot be read."""
        name = str(path)
        found = self.asked[name] = seen(name)
        if found is None:
            return None
        known = self._known.get(name)
        return str(known[1]) if known and known[0] == found else self._hash(name, found)

    def _hash(self, path: str, before: list[int]) -> str:
        now = time.time_ns()
        with open(path, "rb", buffering=0) as file:
            found = digest(file.read())
        if before == seen(path) and max(before[1], before[2]) + SETTLED < now:
            self._known[path] = [before, found]
            self._changed = True
        else:
            self.settled = False
            self._changed |= bool(self._known.pop(path, None))
        return found

    def save(self) -> None:
        """Keep what was found of the files asked for; a folder that cannot be written to only costs time, the next time."""
        if not self._changed:
            return
        with suppress(OSError):
            state_folder(Path(self._root))
            known = {path: row for path, row in self._known.items() if path in self.asked}
            write_whole(self._path, json.dumps(known, ensure_ascii=False, separators=(",", ":")))
            self._changed = False


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
