"""Whether anything has changed since a build last found nothing to do.

Told by sizes, times and inodes of all that the answer hung on (reports, alignments, settings, outputs, ccdiff itself), as git trusts
its index; where anything differs, everything is looked at by content. Kept in ``.ccdiff/``; may be deleted at any time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ccdiff.corpus.state import Seen, seen
from ccdiff.files import write_whole

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def unchanged(root: Path) -> int | None:
    """How many comparisons are up to date, where nothing has changed since that was found; ``None`` where something has, or may have."""
    try:
        known = json.loads(_place(root).read_bytes())
        same = known["package"] == PACKAGE and all(seen(path) == then for path, then in known["seen"].items())
        return int(known["comparisons"]) if same else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def keep(root: Path, asked: Mapping[str, Seen], comparisons: int) -> None:
    """Remember that all ``comparisons`` are up to date as long as the files ``asked`` for are as they were seen, and all of ccdiff.

    A folder that cannot be written to costs time only.
    """
    folders = {str(root / "language"), *_folders(str(root / "language"))}
    parts = {path: seen(path) for path in sorted({*folders, *_parts(PACKAGE)})}
    known = {"package": PACKAGE, "comparisons": comparisons, "seen": {**asked, **parts}}
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
