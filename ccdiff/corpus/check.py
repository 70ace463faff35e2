"""Whether manifest, alignments and reports are consistent and up to date: for CI, and for a person before a commit."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ccdiff.config import load_config
from ccdiff.corpus.index import index_is_current
from ccdiff.corpus.library import alignment_text, read_entry, reviewed_rows
from ccdiff.corpus.manifest import MANIFEST, Corpus, Entry
from ccdiff.corpus.plan import Plan, plan, unwanted
from ccdiff.corpus.work import FORMATS, lacking
from ccdiff.errors import CcdiffError
from ccdiff.model.record import record

UNREADABLE = "unreadable"
WHY = {
    "new": "has not been built",
    "changed": "was built from other reports, alignments, settings or another version of ccdiff",
    "missing": "lacks an output",
    "edited": "has an output that was changed by hand",
}


@record
class Problem:
    """One thing that is not as it should be. ``kind`` is a stable id; ``file`` is relative to the project's folder."""

    kind: str
    file: str
    message: str
    remedy: str


def check(corpus: Corpus) -> list[Problem]:
    """Everything that is out of date, inconsistent or (kind "unreadable") cannot be read, in a stable order."""
    unreadable = list(_unreadable(corpus))
    if unreadable:
        return unreadable
    todo = plan(corpus)
    unreadable = list(_settings(todo))
    if unreadable:
        return unreadable
    found = [*_files(todo), *_facts(todo), *_alignments(todo), *_stale(todo), *_outputs(todo), *_leftover(todo)]
    todo.digests.save()
    return found


def _unreadable(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.entries:
        if not entry.path.is_file():
            yield Problem(
                UNREADABLE, _at(corpus, entry.path), "no such file", "put it back, or take its [[report]] away"
            )
    for path in sorted((corpus.root / "alignments").glob("*.toml")):
        try:
            reviewed_rows(alignment_text(path) or "", path)
        except (CcdiffError, OSError) as error:
            what, remedy = (error.what, error.remedy) if isinstance(error, CcdiffError) else (str(error), "")
            yield Problem(UNREADABLE, _at(corpus, path), what, remedy or "mend the file")


def _settings(todo: Plan) -> Iterator[Problem]:
    """Thresholds and tables of the project that cannot be used: looked at where something is to be built, since a build reads them."""
    if not todo.todo:
        return
    try:
        load_config(todo.corpus.config_path)
        for folder in todo.corpus.languages:
            for path in sorted(folder.rglob("*.txt")):
                _require_text(path)
    except (CcdiffError, OSError) as error:
        yield unreadable(error, todo.corpus.root)


def _require_text(path: Path) -> None:
    try:
        path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CcdiffError("not UTF-8", where=str(path), remedy="save the table as UTF-8") from error


def unreadable(error: CcdiffError | OSError, root: Path) -> Problem:
    """What could not be read, as a problem: in a file of the project at ``root``, where ``error`` names one."""
    if isinstance(error, OSError):
        where, what, remedy = str(error.filename or root), error.strerror or str(error), "check that it may be read"
    else:
        where, what, remedy = error.where or str(root), error.what, error.remedy or "mend it"
    file, _, place = where.removeprefix(f"{root}{os.sep}").partition(", ")
    return Problem(UNREADABLE, file, f"{place}: {what}" if place else what, remedy)


def _at(corpus: Corpus, path: Path) -> str:
    return path.relative_to(corpus.root).as_posix() if path.is_relative_to(corpus.root) else str(path)


def _files(todo: Plan) -> Iterator[Problem]:
    """Files in corpus/ that the manifest does not list, and reports that are there twice."""
    corpus, seen = todo.corpus, dict[str, Entry]()
    listed = {entry.path for entry in corpus.entries}
    folder = corpus.root / "corpus"
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path not in listed and path.name not in ("corpus.toml", "README.md") and not path.name.startswith("."):
            yield Problem(
                "unlisted", _at(corpus, path), "is not in corpus.toml", "take it in with 'ccdiff add', or remove it"
            )
    for entry in corpus.entries:
        other = seen.setdefault(todo.digests.of(entry.path) or entry.id, entry)
        if other is not entry:
            yield Problem(
                "duplicate", _at(corpus, entry.path), f"is the same file as {other.path.name}", "remove one of the two"
            )


def _facts(todo: Plan) -> Iterator[Problem]:
    """Reports of which neither the masthead nor the manifest says what it must. A built pair's record knows without reading."""
    known: dict[str, list[str]] = {}
    for pair in todo.wanted:
        if pair.id not in todo.todo:
            for entry in (pair.old, pair.new):
                rows = todo.record.pairs[pair.id].get("lacking", [])
                known[entry.id] = [fact for id, fact in rows if id == entry.id]
    for entry in todo.corpus.entries:
        yield from _lacking(todo.corpus, entry, known.get(entry.id))


def _lacking(corpus: Corpus, entry: Entry, known: list[str] | None) -> Iterator[Problem]:
    try:
        facts = lacking(read_entry(entry, corpus.languages).report) if known is None else known
    except CcdiffError as error:
        yield Problem(UNREADABLE, _at(corpus, entry.path), error.what, error.remedy)
        return
    for fact in facts:
        remedy = f'add {fact} = "..." to its [[report]] in {MANIFEST}'
        yield Problem(
            "masthead", _at(corpus, entry.path), f"neither its masthead nor the manifest states its {fact}", remedy
        )


def _alignments(todo: Plan) -> Iterator[Problem]:
    """Wanted pairs without an alignment file, and alignment files of reports that are not here."""
    corpus = todo.corpus
    for pair in todo.wanted:
        path = corpus.alignment_path(pair.old.id, pair.new.id)
        remedy = f"run 'ccdiff align {pair.old.symbol} {pair.new.symbol}'"
        if not path.is_file():
            yield Problem("no-alignment", _at(corpus, path), "no alignment file for this comparison", remedy)
        elif pair.id not in todo.todo and todo.digests.of(path) != todo.record.pairs[pair.id].get("alignment"):
            yield Problem(
                "old-proposals", _at(corpus, path), "its proposals are no longer what the tool proposes", remedy
            )
    ids = {entry.id for entry in corpus.entries}
    for path in sorted((corpus.root / "alignments").glob("*.toml")):
        if not set(path.stem.split("__")) <= ids:
            yield Problem(
                "lost-alignment", _at(corpus, path), "names a report that is not in the corpus", "rename or remove it"
            )


def _stale(todo: Plan) -> Iterator[Problem]:
    for pair in todo.wanted:
        path = todo.corpus.alignment_path(pair.old.id, pair.new.id)
        for row in todo.record.pairs.get(pair.id, {}).get("stale", []) if pair.id not in todo.todo else []:
            remedy = "read the two places again; confirm the row anew or take it away"
            yield Problem("stale", _at(todo.corpus, path), f"a settled row whose text has changed since: {row}", remedy)


def _outputs(todo: Plan) -> Iterator[Problem]:
    for id, why in todo.todo.items():
        yield Problem(f"output-{why}", f"reports/{id}.html", f"the comparison {WHY[why]}", "run 'ccdiff build'")
    for id in unwanted(todo.record, todo.wanted):
        yield Problem("unwanted", f"reports/{id}.html", "no comparison asks for it any more", "run 'ccdiff build'")
    if not todo.todo and not index_is_current(todo):
        yield Problem("index", "reports/index.html", "the index is not up to date", "run 'ccdiff build'")


def _leftover(todo: Plan) -> Iterator[Problem]:
    """Pages in reports/ that no record knows."""
    known = {*todo.record.pairs, *(pair.id for pair in todo.wanted)}
    for path in _pages(todo.corpus.root / "reports"):
        if path.stem not in known:
            yield Problem("leftover", _at(todo.corpus, path), "belongs to no comparison", "remove it")


def _pages(folder: Path) -> Iterable[Path]:
    return sorted(path for ending in FORMATS for path in folder.glob(f"*__*.{ending}"))
