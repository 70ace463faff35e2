"""Files are written whole or not at all, and known by their content."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from pathlib import Path

_numbers = count()
STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}


def digest(data: bytes) -> str:
    """The SHA-256 of ``data``, in hexadecimal."""
    return sha256(data).hexdigest()


def write_whole(path: Path, data: bytes | str) -> None:
    """Put ``data`` (text: as UTF-8) where ``path`` points, whole or not at all; a file that is there keeps its permissions.

    The data is written beside the file and takes its place in one step, so that nobody ever reads half of it. A pipe, a device
    or what a shell has opened for us (``/dev/stdout``) is written to directly. Raises ``OSError`` that names the file; the old
    file is then as it was.
    """
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder, not a file", str(path))
    try:
        if not _into_open(path, content):
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _into_open(path: Path, content: bytes) -> bool:
    """Write where no file can take the place of another: into a stream that is open already, a pipe, a device."""
    folder, _, number = str(path).rpartition("/")
    numbered = int(number) if folder in ("/dev/fd", "/proc/self/fd") and number.isdecimal() else None
    opened = STREAMS.get(str(path), numbered)
    if opened is not None:
        with os.fdopen(os.dup(opened), "wb") as stream:
            stream.write(content)
    elif path.exists() and not path.is_file():
        path.write_bytes(content)
    else:
        return False
    return True


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name[:40]}.{os.getpid()}-{next(_numbers)}.tmp")
    try:
        with open(beside, "xb") as file:
            file.write(content)
        if target.exists():
            os.chmod(beside, target.stat().st_mode & 0o7777)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


class Pieces:
    """A file of which only what is asked for is read, and which stays the same whatever is put in its place.

    It is not mapped: what was looked at of a mapped file, and much around it, counts as this process's own memory.
    Raises ``OSError`` where there is none.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.size = os.fstat(self._file).st_size

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            os.close(self._file)

    def read(self, size: int, start: int) -> bytes:
        """So many bytes from a place on, fewer where it ends; processes that share the file do not disturb each other."""
        return _read(self._file, min(size, self.size), start)


def _moved(file: int, size: int, start: int) -> bytes:
    """``os.pread`` for a system that lacks it (and has no processes that share an open file)."""
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, size)


_read = getattr(os, "pread", _moved)
