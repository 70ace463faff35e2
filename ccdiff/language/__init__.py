"""What is true of a language, as data: one folder a language, one table a file, extendable by a user.

A table is a UTF-8 text file ``<name>.txt``: a record a line, fields separated by ``|`` and stripped; ``#`` begins a comment
line; blank lines are skipped. A user's folder (``<root>/language/<code>/<name>.txt``) adds records to the tables
of the same name; a record whose first field begins with ``!`` takes the record with that first field away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ccdiff.errors import CcdiffError
from ccdiff.language.kept import Kept, plain

__all__ = ["HERE", "Language", "Row", "available", "load", "plain"]

HERE = Path(__file__).parent
Row = tuple[str, ...]


class Language:
    """A language's tables, read when first asked for. Two loads of one code and one set of folders are the same object."""

    def __init__(self, code: str, folders: tuple[Path, ...]) -> None:
        self.code, self.folders = code, folders
        self._tables: dict[str, tuple[Row, ...]] = {}
        self._made: dict[object, object] = {}
        self._kept = Kept(code, folders)

    def rows(self, table: str) -> tuple[Row, ...]:
        """All records of ``table``, each a tuple of its fields; empty where no folder has such a table."""
        if table not in self._tables:
            self._tables[table] = self._kept.value(f"table {table}", lambda: _merge(self._files(table)))
        return self._tables[table]

    def read(self, table: str) -> Iterable[Row]:
        """The same records one by one, remembered by nobody: of a large table, of which something is made once."""
        files = self._files(table)
        return _records(files[0]) if len(files) == 1 else _merge(files)

    def _files(self, table: str) -> list[Path]:
        return [path for folder in self.folders if (path := folder / f"{table}.txt").is_file()]

    def words(self, table: str) -> tuple[str, ...]:
        """The first field of every record of ``table``."""
        return tuple(row[0] for row in self.rows(table))

    def once(self, make):  # type: ignore[no-untyped-def]
        """``make(self)``, computed once: for patterns and lookups built from the tables. Plain data (``plain``) is kept for other runs."""
        found = self._made.get(make)
        if found is None and make not in self._made:
            kept = getattr(make, "plain", False)
            name = f"{make.__module__}.{make.__qualname__}" if kept else ""
            found = self._made[make] = self._kept.value(name, lambda: make(self)) if kept else make(self)
        return found


def _records(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as file:
        try:
            for line in map(str.strip, file):
                if line and line[0] != "#":
                    yield tuple(map(str.strip, line.split("|")))
        except UnicodeDecodeError as error:
            raise CcdiffError("not UTF-8", where=str(path), remedy="save the table as UTF-8") from error


def _merge(files: Iterable[Path]) -> tuple[Row, ...]:
    rows: dict[Row, None] = {}
    for at, path in enumerate(files):
        least = min(map(len, rows), default=1) if at else 1
        for row in _records(path):
            if row[0].startswith("!"):
                rows = {known: None for known in rows if known[0] != row[0][1:].strip()}
            elif len(row) < least:
                raise CcdiffError(
                    f"a record of {len(row)} field(s) where those of this table have {least} at least: {' | '.join(row)}",
                    where=str(path),
                    remedy="write the fields with | between them, as docs/languages.md says of the table",
                )
            else:
                rows[row] = None
    return tuple(rows)


def available(extra: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """The codes of the languages that ship with the package, and of those in the folders ``extra``."""
    bases = (HERE, *(base for base in extra if base.is_dir()))
    return tuple(sorted({e.name for base in bases for e in base.iterdir() if (e / "roles.txt").is_file()}))


@cache
def load(code: str, extra: tuple[Path, ...] = ()) -> Language:
    """The language ``code``; ``extra`` are folders (each holding ``<code>/``) that add to its tables.

    Raises ``CcdiffError`` for a language that has no folder.
    """
    folders = tuple(base / code for base in (HERE, *extra) if (base / code).is_dir())
    if not folders:
        raise CcdiffError(
            f"no language data for {code!r}", remedy=f"use one of {', '.join(available())}, or see docs/languages.md"
        )
    return Language(code, folders)
