"""Gold files: a pair judged by reading (or made by machine with known changes). The format is told in tests/gold/README.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.model.record import record

Pairs = frozenset[tuple[str, str]]
Row = dict[str, Any]
PAIRED = ("sections", "paragraphs", "recommendations", "progress")  # parts whose rows name places under "old" and "new"


@record
class Gold:
    """One gold file. ``old`` and ``new`` name reports: an id in the corpus, or a file beside the gold file."""

    name: str
    path: Path
    old: str
    new: str
    data: dict[str, Any]

    def rows(self, part: str) -> list[Row]:
        """The rows of ``part``; empty where this gold file does not judge it."""
        return list(self.data.get(part, ()))

    def judges(self, part: str) -> bool:
        """Whether this file judges ``part`` at all (an empty list is a judgement: there is none)."""
        return part in self.data

    def places(self, side: str) -> frozenset[str]:
        """The locators of the ``side`` ("old" or "new") report that what is asked for stands at; alternatives do not count, nor do topics,
        for which any of their places will do.
        """
        alone = {"old": "dropped", "new": "new"}[side]
        found: list[Any] = [row.get(side) for part in PAIRED for row in self._asked(part)]
        found += [(row.get(side) or {}).get("para") for row in self._asked("figures")]
        found += [row["para"] for row in self._asked(f"figures_{alone}")]
        if side == "new":
            found += [row["new"] if isinstance(row, dict) else row for row in self.rows("recommendations_new")]
        return frozenset(place for one in found for place in ([one] if isinstance(one, str) else one or ()))

    def _asked(self, part: str) -> list[Row]:
        return [row for row in self.rows(part) if row.get("strength", "core") == "core"]

    @property
    def held_out(self) -> bool:
        """Whether the pair is kept for a last test and left out unless asked for."""
        return bool(self.data.get("held_out"))

    @property
    def made_by_machine(self) -> bool:
        """Whether the pair is an edition made by machine (``"edition": true``), not one judged by reading."""
        return bool(self.data.get("edition"))


def load_gold(path: Path) -> Gold:
    """The gold file at ``path``. Its name is ``<old>__<new>.json``; ``"old"``/``"new"`` inside say otherwise.

    Raises ``CcdiffError`` where it is no such file.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        old, new = data.get("old"), data.get("new")
        if not (old and new):
            old, new = path.stem.split("__")
        if not (isinstance(old, str) and isinstance(new, str)):
            raise ValueError('"old" and "new" are no names of reports; a comparison is no gold file')
    except (OSError, ValueError, AttributeError) as error:
        remedy = "give a JSON object in a file named <old>__<new>.json (see tests/gold/README.md)"
        raise CcdiffError(f"not a gold file: {error}", where=str(path), remedy=remedy) from error
    return Gold(path.stem, path, old, new, data)


def gold_files(folder: Path) -> Iterator[Gold]:
    """Every gold file under ``folder``, by name."""
    return (load_gold(path) for path in sorted(folder.rglob("*.json")))


def links(rows: Iterable[Row], strength: str | None = None) -> Pairs:
    """Rows of locators as pairs: a split or a merger is every old place with every new place of its row."""
    chosen = [row for row in rows if strength is None or row.get("strength", "core") == strength]
    return frozenset((old, new) for row in chosen for old in row["old"] for new in row["new"])
