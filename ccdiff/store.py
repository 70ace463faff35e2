"""What takes long to make and comes out the same every time, kept in a folder of the user's own for the next run.

Nothing here shapes an output: without the folder everything is made anew, which only takes longer. The folder is ``$CCDIFF_CACHE``
(empty: keep nothing), else ``ccdiff`` in ``$XDG_CACHE_HOME`` or ``~/.cache``. It is used only while it belongs to the user and
nobody else may write to it, since what is read from it is trusted; it may be deleted at any time.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

from ccdiff.files import write_whole


@cache
def folder() -> Path | None:
    """The folder, made where it is missing; ``None`` where nothing can be kept, or what is kept cannot be trusted."""
    named = os.environ.get("CCDIFF_CACHE")
    if named == "":
        return None
    try:
        place = Path(named) if named else _caches() / "ccdiff"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if _ours(os.stat(place)) else None
    except (OSError, RuntimeError):  # no home, no room, no permission
        return None


def _caches() -> Path:
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    return Path(base) if base and os.path.isabs(base) else Path.home() / ".cache"


def _ours(seen: os.stat_result) -> bool:
    if not stat.S_ISDIR(seen.st_mode):
        return False
    return os.name == "nt" or (seen.st_uid == os.geteuid() and not seen.st_mode & 0o022)


def path(name: str) -> Path | None:
    """Where the file ``name`` of the folder is, or would be; ``None`` where nothing can be kept."""
    base = folder()
    return base / name if base else None


def keep(name: str, data: bytes) -> None:
    """Keep ``data`` under ``name``, whole or not at all; where that cannot be done, nothing happens."""
    target = path(name)
    if target:
        with suppress(OSError):
            write_whole(target, data)


def forget(pattern: str) -> None:
    """Take away what is kept under the names that ``pattern`` fits."""
    base = folder()
    for found in base.glob(pattern) if base else ():
        with suppress(OSError):
            found.unlink()


def seen_before(name: str) -> bool:
    """Whether this was asked before, in another run: only then does the folder last, and keeping a large thing pay."""
    mark = path(f"{name}.seen")
    if mark is None or mark.exists():
        return mark is not None
    keep(mark.name, b"")
    return False
