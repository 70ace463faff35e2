"""The folder ``.ccdiff`` of a project, in which nothing lies that may not be deleted, and how a file is known at a glance."""

from __future__ import annotations

import os
from pathlib import Path

from ccdiff.files import write_whole

Seen = list[int] | None


def state_folder(root: Path) -> Path:
    """The folder ``.ccdiff`` of the project, made where it is missing, ignored by git."""
    folder = root / ".ccdiff"
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / ".gitignore", "*\n")
    return folder


def seen(path: str) -> Seen:
    """What tells a changed file from an unchanged one: size, times and inode; ``None`` where there is none. Raises ``OSError``."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
