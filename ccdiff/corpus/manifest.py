"""The manifest ``corpus/corpus.toml``: which reports there are, and which comparisons are wanted.

What a report's masthead says is read from its text; the manifest adds what the text does not print, and overrides.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.model.record import record

MANIFEST = "corpus/corpus.toml"
FACTS = ("title", "body", "meeting", "date", "language")  # what a masthead says; names as in the published JSON
REPORT_KEYS = ("file", "symbol", "handle", "id", "series", "encoding", *FACTS)
SERIES_TABLE = "series"  # what each series is called on the index page
COMPARE_KEYS = ("old", "new")


@record
class Entry:
    """One report of the corpus. ``symbol`` is its document symbol or handle; ``facts`` are for ``parse``; ``series`` may be ""."""

    id: str
    symbol: str
    path: Path
    series: str = ""
    encoding: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@record
class Wanted:
    """A comparison that the corpus asks for. ``series`` is the series of a successive pair, "" for a named one."""

    old: Entry
    new: Entry
    series: str = ""

    @property
    def id(self) -> str:
        """The name of the pair's files: ``<old id>__<new id>``."""
        return pair_id(self.old.id, self.new.id)


@record
class Corpus:
    """The reports of a project, its root folder, and the pairs named in the manifest (``series`` pairs: see ``wanted``)."""

    root: Path
    entries: tuple[Entry, ...]
    named: tuple[Wanted, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    _names: Mapping[str, Entry] = field(default_factory=dict)

    def find(self, name: str) -> Entry | None:
        """The report with this symbol, handle, id or file name (capitals do not matter); ``None`` where there is none."""
        return self._names.get(name.strip().casefold())

    def at(self, path: Path) -> Entry | None:
        """The report that lies at ``path``; ``None`` where that is no file of the corpus."""
        place = path.resolve()
        return next(
            (entry for entry in self.entries if entry.path.name == place.name and entry.path.resolve() == place), None
        )

    @property
    def languages(self) -> tuple[Path, ...]:
        """Folders that add to the languages' tables."""
        folder = self.root / "language"
        return (folder,) if folder.is_dir() else ()

    @property
    def config_path(self) -> Path:
        """Where this project's thresholds stand, if it has any of its own."""
        return self.root / "ccdiff.toml"

    def alignment_path(self, old: str, new: str) -> Path:
        """Where the alignment of a pair of ids is kept."""
        return Path(self.alignment_name(pair_id(old, new)))

    def alignment_name(self, pair: str) -> str:
        """The same of a pair's id, as text: what names thousands of files shall not make a ``Path`` of each."""
        return f"{self.root}/alignments/{pair}.toml"

    def output_path(self, pair: str, ending: str) -> Path:
        """Where ``build`` puts an output of a pair."""
        return Path(self.output_name(pair, ending))

    def output_name(self, pair: str, ending: str) -> str:
        """The same, as text."""
        return f"{self.root}/reports/{pair}.{ending}"


def pair_id(old: str, new: str) -> str:
    """The name that a pair's files have."""
    return f"{old}__{new}"


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a ``corpus/corpus.toml``."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / MANIFEST).is_file()), None)


def load_corpus(root: Path) -> Corpus:
    """The corpus of the project at ``root``. Raises ``CcdiffError`` naming the file, the entry and the remedy."""
    path = root / MANIFEST
    corpus = parse_manifest(_text(path), root, str(path))
    _use_limits(corpus.config_path)
    return corpus


def _use_limits(path: Path) -> None:
    """What the project says of how large its files may be holds from now on; a ``ccdiff.toml`` that is broken is told later."""
    from ccdiff.ingest import limits

    if not path.is_file():
        limits.use(limits.DEFAULT)
        return
    from ccdiff.config import load_config

    with suppress(CcdiffError):
        limits.use(load_config(path).limits)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise CcdiffError("no such file", where=str(path), remedy="give the project's folder with --root") from error
    except UnicodeDecodeError as error:
        raise CcdiffError("not UTF-8", where=str(path), remedy="save the manifest as UTF-8") from error


def parse_manifest(text: str, root: Path, where: str) -> Corpus:
    """The corpus that a manifest's ``text`` describes; ``where`` names the file in errors. Reads no report."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CcdiffError(f"no valid TOML: {error}", where=where, remedy="mend that line") from error
    _known_keys(data, ("report", "compare", SERIES_TABLE), where)
    entries = tuple(
        _entry(row, root, f"{where}, [[report]] {n}") for n, row in enumerate(_tables(data, "report", where), 1)
    )
    names = _names(entries, where)
    pairs = enumerate(_tables(data, "compare", where), 1)
    named = tuple(_named(row, names, f"{where}, [[compare]] {n}") for n, row in pairs)
    titles = {
        name: _string(name, title, f"{where}, [series]") for name, title in _table(data, SERIES_TABLE, where).items()
    }
    return Corpus(root, entries, named, titles, names)


def _tables(data: Mapping[str, Any], name: str, where: str) -> list[dict[str, Any]]:
    rows = data.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CcdiffError(f"{name!r} is no list of tables", where=where, remedy=f"begin each with [[{name}]]")
    return rows


def _table(data: Mapping[str, Any], name: str, where: str) -> dict[str, Any]:
    table = data.get(name, {})
    if not isinstance(table, dict):
        raise CcdiffError(f"{name!r} is no table", where=where, remedy=f"begin it with [{name}]")
    return table


def _known_keys(row: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    unknown = sorted(set(row) - set(known))
    if unknown:
        raise CcdiffError(f"unknown key {unknown[0]!r}", where=where, remedy=f"use {', '.join(known)}")


def _entry(row: Mapping[str, Any], root: Path, where: str) -> Entry:
    _known_keys(row, REPORT_KEYS, where)
    texts = {key: _string(key, value, where) for key, value in row.items()}
    if "file" not in texts:
        raise CcdiffError("no 'file'", where=where, remedy="say which file in corpus/ it is")
    symbol = texts.get("symbol") or texts.get("handle")
    if not symbol:
        raise CcdiffError(
            f"{texts['file']} has neither symbol nor handle", where=where, remedy="give it one of the two"
        )
    facts = {key: texts[key] for key in FACTS if texts.get(key)}
    id = file_id(texts.get("id") or symbol)
    path = _inside(root / "corpus", texts["file"], where)
    given = {"id": id, "symbol": symbol, **facts}
    return Entry(id, symbol, path, texts.get("series", ""), texts.get("encoding"), given)


def file_id(symbol: str) -> str:
    """``symbol`` as it names files: ``CAC/COSP/EG.1/2019/4`` is ``CAC-COSP-EG.1-2019-4``."""
    kept = "".join(char if char.isalnum() or char in "._-" else "-" for char in symbol)
    return kept.strip(".-") or "report"


def _string(key: str, value: object, where: str) -> str:
    if isinstance(value, str):
        return value.strip()
    if key == "date" and hasattr(value, "isoformat"):
        return str(value.isoformat())
    raise CcdiffError(f"{key} = {value!r} is no text", where=where, remedy="put it in quotes")


def _inside(folder: Path, name: str, where: str) -> Path:
    if not name or name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise CcdiffError(f"file {name!r} lies outside corpus/", where=where, remedy="name a file in corpus/")
    return Path(f"{folder}/{name}")


def _names(entries: Iterable[Entry], where: str) -> dict[str, Entry]:
    names: dict[str, Entry] = {}
    for entry in entries:
        for name in dict.fromkeys(
            name.casefold() for name in (entry.symbol, entry.id, entry.path.name, entry.path.stem)
        ):
            if name in names and names[name] is not entry:
                raise CcdiffError(
                    f"two reports are called {name!r}", where=where, remedy="give one another symbol, handle or file"
                )
            names[name] = entry
    return names


def _named(row: Mapping[str, Any], names: Mapping[str, Entry], where: str) -> Wanted:
    _known_keys(row, COMPARE_KEYS, where)
    sides = [_side(row, key, names, where) for key in COMPARE_KEYS]
    if sides[0] is sides[1]:
        raise CcdiffError("compares a report with itself", where=where, remedy="name two reports")
    return Wanted(sides[0], sides[1])


def _side(row: Mapping[str, Any], key: str, names: Mapping[str, Entry], where: str) -> Entry:
    name = _string(key, row.get(key, ""), where)
    entry = names.get(name.casefold())
    if entry is None:
        raise CcdiffError(
            f"{key} = {name!r} is no report of the corpus", where=where, remedy="use a symbol or handle listed above"
        )
    return entry


def wanted(corpus: Corpus, date_of: Callable[[Entry], str | None]) -> tuple[Wanted, ...]:
    """Every comparison asked for: the successive pairs of each series by date, then the named pairs; none twice.

    ``date_of`` gives the date of a report for which the manifest states none. Raises ``CcdiffError`` for a member of a
    series without a date.
    """
    series: dict[str, list[tuple[str, Entry]]] = {}
    for entry in corpus.entries:
        if entry.series:
            series.setdefault(entry.series, []).append((_date(entry, date_of), entry))
    pairs: dict[str, Wanted] = {}
    for name, members in series.items():
        ordered = [entry for _, entry in sorted(members, key=lambda member: (member[0], member[1].id))]
        for old, new in zip(ordered, ordered[1:], strict=False):
            pairs.setdefault(pair_id(old.id, new.id), Wanted(old, new, name))
    for pair in corpus.named:
        pairs.setdefault(pair.id, pair)
    return tuple(pairs.values())


def _date(entry: Entry, date_of: Callable[[Entry], str | None]) -> str:
    date = entry.facts.get("date") or date_of(entry)
    if not date:
        raise CcdiffError(
            f"no date, so it has no place in series {entry.series!r}",
            where=str(entry.path),
            remedy='add date = "YYYY-MM-DD" in corpus.toml',
        )
    return date
