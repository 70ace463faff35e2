"""Files are written whole or not at all, and known by their content."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from pathlib import Path

_numbers = count()


def digest(data: bytes) -> str:
    """The SHA-256 of ``data``, in hexadecimal."""
    return sha256(data).hexdigest()


def write_whole(path: Path, data: bytes | str) -> None:
    """Put ``data`` (text: as UTF-8) where ``path`` points, whole or not at all; a file that is there keeps its permissions.

    The data is written beside the file and takes its place in one step, so that nobody ever reads half of it. A pipe or a
    device is written to directly. Raises ``OSError``; the old file is then as it was.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        target.write_bytes(content)
        return
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder, not a file", str(path))
    _replace(target, content)


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name[:200]}.{os.getpid()}-{next(_numbers)}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(content)
        if target.exists():
            os.chmod(beside, target.stat().st_mode & 0o7777)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
