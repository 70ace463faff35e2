"""Whether anything has changed since a build last found nothing to do.

Told by sizes, times and inodes of all that the answer hung on (reports, alignments, settings, outputs, ccdiff itself), as git trusts
its index; where anything differs, everything is looked at by content. Kept in ``.ccdiff/``; may be deleted at any time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ccdiff.files import write_whole

if TYPE_CHECKING:
    from ccdiff.corpus.plan import Plan

Seen = list[int] | None
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def seen(path: str) -> Seen:
    """What tells a changed file from an unchanged one: size, times and inode; ``None`` where there is none. Raises ``OSError``."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def unchanged(root: Path) -> int | None:
    """How many comparisons are up to date, where nothing has changed since that was found; ``None`` where something has, or may have."""
    try:
        known = json.loads(_place(root).read_bytes())
        same = known["package"] == PACKAGE and all(seen(path) == then for path, then in known["seen"].items())
        return int(known["comparisons"]) if same else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def keep(todo: Plan) -> None:
    """Remember that there is nothing to do, where all that this hangs on has settled. A folder that cannot be written to costs time only."""
    from ccdiff.corpus.manifest import MANIFEST
    from ccdiff.corpus.record import record_path

    root, digests = todo.corpus.root, todo.digests
    for path in (root / MANIFEST, record_path(root)):
        digests.of(path)
    digests.save()
    if not digests.settled:
        return
    folders = {str(root / "language"), *_folders(str(root / "language"))}
    parts = {path: seen(path) for path in sorted({*folders, *_parts(PACKAGE)})}
    known = {"package": PACKAGE, "comparisons": len(todo.wanted), "seen": {**digests.asked, **parts}}
    with suppress(OSError):
        write_whole(_place(root), json.dumps(known, separators=(",", ":")))


def _place(root: Path) -> Path:
    return root / ".ccdiff" / "current.json"


def _folders(top: str) -> list[str]:
    return [folder for folder, _, _ in os.walk(top) if not folder.endswith("__pycache__")]


def _parts(top: str) -> list[str]:
    """All folders and files of the package: one more or one less changes its folder."""
    found = _folders(top)
    return found + [entry.path for folder in found for entry in os.scandir(folder) if entry.is_file()]
