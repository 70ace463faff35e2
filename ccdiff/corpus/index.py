"""The index page of ``reports/``: made from the record, so that nothing has to be compared again for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ccdiff.corpus.digests import engine_digest
from ccdiff.corpus.library import read_entry
from ccdiff.corpus.manifest import Entry
from ccdiff.corpus.record import load_record, locked, save_record
from ccdiff.corpus.work import FORMATS
from ccdiff.files import digest, write_whole

if TYPE_CHECKING:
    from ccdiff.corpus.plan import Plan
    from ccdiff.render.catalogue import Catalogue, ComparisonEntry, ReportEntry

INDEX_FORMATS = ("html", "md")
Row = dict[str, Any]


def index_is_current(todo: Plan) -> bool:
    """Whether the index pages are there as recorded, and were made from the pairs and reports that there now are."""
    folder = todo.corpus.root / "reports"
    found = {format: todo.digests.of(folder / f"index.{format}") for format in INDEX_FORMATS}
    return bool({**found, "key": _key(todo)} == todo.record.index)


def _key(todo: Plan) -> str:
    pairs = [[pair.id, todo.record.pairs.get(pair.id, {}).get("entry")] for pair in todo.wanted]
    lone = [[entry.id, todo.digests.of(entry.path), dict(entry.facts)] for entry in _lone(todo)]
    series = [[entry.id, entry.series] for entry in todo.corpus.entries]
    parts = [pairs, lone, series, dict(todo.corpus.titles), engine_digest()]
    return digest(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode())


def _lone(todo: Plan) -> list[Entry]:
    """Reports that are in no comparison: what the index says of them is in no record."""
    paired = {entry.id for pair in todo.wanted for entry in (pair.old, pair.new)}
    return [entry for entry in todo.corpus.entries if entry.id not in paired]


def write_index(todo: Plan) -> bool:
    """Write the index pages where they are not what they should be; whether anything was written."""
    if index_is_current(todo):
        return False
    from ccdiff.render import render_index

    catalogue = _catalogue(todo)
    found = {"key": _key(todo)}
    for format in INDEX_FORMATS:
        text = render_index(catalogue, format)
        write_whole(todo.corpus.root / "reports" / f"index.{format}", text)
        found[format] = digest(text.encode())
    with locked(todo.corpus.root):
        record = load_record(todo.corpus.root)
        record.index = found
        save_record(todo.corpus.root, record)
    return True


def _catalogue(todo: Plan) -> Catalogue:
    from ccdiff.render.catalogue import Catalogue, Series

    reports = _reports(todo)
    by_series: dict[str, list[ReportEntry]] = {}
    for entry in todo.corpus.entries:
        if entry.id in reports:
            by_series.setdefault(entry.series, []).append(reports[entry.id])
    ordered = (
        Series(
            todo.corpus.titles.get(name, name),
            tuple(sorted(members, key=lambda report: (report.date or "", report.id))),
        )
        for name, members in by_series.items()
    )
    return Catalogue(
        tuple(ordered), tuple(_comparison(pair.id, todo) for pair in todo.wanted if pair.id in todo.record.pairs)
    )


def _reports(todo: Plan) -> dict[str, ReportEntry]:
    from ccdiff.render.catalogue import ReportEntry, report_entry

    found: dict[str, ReportEntry] = {}
    for pair in todo.wanted:
        entry: Row = todo.record.pairs.get(pair.id, {}).get("entry", {})
        for side in ("old", "new"):
            if side in entry:
                found[entry[side]["id"]] = ReportEntry(**entry[side])
    for lone in _lone(todo):
        found[lone.id] = report_entry(read_entry(lone, todo.corpus.languages).report)
    return found


def _comparison(id: str, todo: Plan) -> ComparisonEntry:
    from ccdiff.render.catalogue import ComparisonEntry

    entry: Row = todo.record.pairs[id]["entry"]
    counts = tuple((str(name), int(count)) for name, count in entry["counts"])
    links = tuple((format, f"{id}.{format}") for format in FORMATS)
    return ComparisonEntry(entry["old"]["id"], entry["new"]["id"], counts, links)
