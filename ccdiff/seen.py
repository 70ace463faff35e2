"""The files of ccdiff's own code and tables as they are: what is kept for the next run counts for the same files alone.

Each is known by its size and time, as git knows them in its index; one that changed within the last seconds is not trusted yet.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

File = tuple[str, int, int]  # its path, size, and time in nanoseconds
PACKAGE = Path(__file__).parent
SHAPING = (".py", ".txt")  # what code and tables are written in
UNSETTLED = 2_000_000_000  # nanoseconds since a file's last change within which a further one might not show


@cache
def at_first(package: Path) -> frozenset[File]:
    """The files of ccdiff's code and tables as they are when this is first asked."""
    return frozenset(files(package))


def files(folder: str | os.PathLike[str]) -> Iterator[File]:
    """The files of code and tables in a folder and those below it. Raises ``OSError`` where they cannot be listed."""
    with os.scandir(os.fspath(folder)) as entries:
        for entry in entries:
            if entry.name.endswith(SHAPING):
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from files(entry.path)


def settled(seen: Iterable[File]) -> bool:
    """Whether none of the files has changed within the last seconds."""
    return max((row[2] for row in seen), default=0) < time.time_ns() - UNSETTLED
