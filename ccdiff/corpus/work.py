"""The work of a build, in pieces that any process on any machine can do: reports in, outputs out, nothing written."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ccdiff.errors import CcdiffError
from ccdiff.files import digest
from ccdiff.model.record import record

if TYPE_CHECKING:
    from ccdiff.config import Config
    from ccdiff.model.comparison import Comparison, ParagraphRow
    from ccdiff.model.report import Report
    from ccdiff.reading import Reading

FORMATS = ("html", "md", "json")
NEEDED = ("title", "date", "language")  # what a report must say, or the manifest for it


@record
class ReportFile:
    """A report to read: the manifest's facts about the file at ``path``, and the digest of what must stand in it.

    ``content`` is set where the worker cannot see the file (another machine).
    """

    id: str
    path: Path
    sha256: str
    facts: Mapping[str, str]
    encoding: str | None = None
    content: bytes | None = None


@record
class PairJob:
    """A pair to compare, by ids; ``alignment`` is the text of its alignment file, found at ``where``."""

    id: str
    old: str
    new: str
    where: str
    alignment: str | None = None


@record
class Batch:
    """Pairs that share reports, so that each report is read once. ``engine`` is the digest of the code that must do it."""

    reports: Mapping[str, ReportFile]
    pairs: tuple[PairJob, ...]
    config: Config
    languages: tuple[Path, ...]
    engine: str


@record
class Done:
    """What came out for a pair: ``outputs`` by file ending, or ``error`` in one line. ``entry`` is for the index.

    ``alignment`` is the digest that the pair's alignment file has when its proposals are fresh.
    """

    id: str
    outputs: Mapping[str, bytes]
    entry: Mapping[str, Any]
    stale: tuple[str, ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    alignment: str = ""
    error: str = ""


def run_batch(batch: Batch) -> list[Done]:
    """Do all of ``batch``. A pair that cannot be compared does not stop the others."""
    return list(work(batch))


def work(batch: Batch) -> Iterator[Done]:
    """As ``run_batch``, one pair at a time."""
    from ccdiff.ingest import limits

    limits.use(batch.config.limits)
    readings: dict[str, Reading] = {}
    last = {id: n for n, pair in enumerate(batch.pairs) for id in (pair.old, pair.new)}
    for n, pair in enumerate(batch.pairs):
        try:
            yield _compare(batch, pair, readings)
        except (CcdiffError, OSError, MemoryError, RecursionError) as error:
            yield Done(pair.id, {}, {}, error=f"{pair.id}: {error or type(error).__name__}")
        for id in (pair.old, pair.new):
            if last[id] == n and id in readings:
                _forget(readings.pop(id))
        gc.collect()  # a pair's facts hold one another in circles: 16 pairs' of them are 70 MB
        if n == 0:
            gc.freeze()  # modules and tables are looked at once a batch
    gc.unfreeze()


def _forget(reading: Reading) -> None:
    """Give back what cutting and folding the texts of a report left in memory, so that a worker's does not grow with the archive."""
    from ccdiff.reading import beginnings, segmenter
    from ccdiff.text.normalise import fold

    reading.forget()
    reading.language.once(segmenter).forget()
    reading.language.once(beginnings).forget()
    fold.cache_clear()


def _compare(batch: Batch, pair: PairJob, readings: dict[str, Reading]) -> Done:
    from ccdiff.compare import compare
    from ccdiff.corpus.library import reviewed_rows
    from ccdiff.render import render

    for id in (pair.old, pair.new):
        if id not in readings:
            readings[id] = read(batch.reports[id], batch.languages)
    reviewed = () if pair.alignment is None else reviewed_rows(pair.alignment, Path(pair.where))
    comparison = compare(readings[pair.old], readings[pair.new], batch.config, reviewed)
    outputs = {format: _bytes(render(comparison, format)) for format in FORMATS}
    fresh = _fresh_alignment(comparison, readings[pair.old], readings[pair.new], pair)
    return Done(pair.id, outputs, _entry(comparison), _stale(comparison), _lacking(comparison), fresh)


def _fresh_alignment(comparison: Comparison, old: Reading, new: Reading, pair: PairJob) -> str:
    from ccdiff.align.reviewed import refresh
    from ccdiff.model.alignment import Alignment, Link

    rows = comparison.paragraphs
    links = tuple(Link(row.old, row.new, row.score, row.origin, row.why, _aligned(row), row.candidates) for row in rows)
    return digest(refresh(pair.alignment, Alignment(comparison.sections, links), old, new, pair.where).encode())


def _aligned(row: ParagraphRow) -> str | None:
    """The relation that the alignment itself states: that a place stands alone. What became of a pair is judged later."""
    return None if row.old and row.new else row.relation


def _entry(comparison: Comparison) -> dict[str, Any]:
    """What the index page says of a comparison and its two reports, as JSON."""
    from ccdiff.render.catalogue import comparison_entry, report_entry

    reports = {side: report_entry(getattr(comparison, side))._asdict() for side in ("old", "new")}
    return {**reports, "counts": [list(row) for row in comparison_entry(comparison, ()).counts]}


def _bytes(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def read(file: ReportFile, languages: tuple[Path, ...]) -> Reading:
    """The report in ``file``. Raises ``CcdiffError`` where it cannot be read, or is not what it was when the work was given out."""
    from ccdiff.compare import read_report

    if file.content is not None:
        return _read_content(file, languages)
    reading = read_report(file.path, file.facts, encoding=file.encoding, languages=languages)
    if reading.report.sha256 != file.sha256:
        raise CcdiffError(
            "changed while the build was running", where=str(file.path), remedy="run 'ccdiff build' again"
        )
    return reading


def _read_content(file: ReportFile, languages: tuple[Path, ...]) -> Reading:
    """A report whose file lies on another machine: read from a copy of the same name in a folder of our own."""
    from tempfile import TemporaryDirectory

    from ccdiff.compare import read_report

    assert file.content is not None
    if digest(file.content) != file.sha256:
        raise CcdiffError("damaged on the way to the worker", where=file.path.name, remedy="run 'ccdiff build' again")
    with TemporaryDirectory(prefix="ccdiff-") as folder:
        copy = Path(folder) / file.path.name
        copy.write_bytes(file.content)
        return read_report(copy, file.facts, encoding=file.encoding, languages=languages)


def _stale(comparison: Comparison) -> tuple[str, ...]:
    """The settled rows whose text has changed since, each in a few words."""
    notes = (note for note in comparison.changes.notes if "stale" in note.id)
    return tuple(", ".join(f"{name} {value}" for name, value in note.values) for note in notes)


def _lacking(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """(report id, fact) for every fact that neither a report's masthead nor the manifest states."""
    return tuple((report.id, fact) for report in (comparison.old, comparison.new) for fact in lacking(report))


def lacking(report: Report) -> Sequence[str]:
    """The names of the masthead's facts that ``report`` lacks; where it has no title its name stands for one."""
    unnamed = "title" if report.title in (report.id, report.symbol) else ""
    return [name for name in NEEDED if name == unnamed or not getattr(report, name)]
