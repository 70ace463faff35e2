"""The way through the rooms for one report, and for one pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ccdiff.errors import CcdiffError
from ccdiff.model.alignment import ReviewedRow
from ccdiff.model.comparison import Comparison
from ccdiff.reading import Reading

if TYPE_CHECKING:
    from ccdiff.config import Config


def read_report(
    path: Path,
    facts: Mapping[str, str] | None = None,
    *,
    encoding: str | None = None,
    languages: tuple[Path, ...] = (),
) -> Reading:
    """The report in the file at ``path``, with its language.

    ``facts`` (id, symbol, title, body, meeting, date, language) add to what the text says, or override it; ``languages`` are
    folders that add to the languages' tables. Raises ``CcdiffError`` for a file that cannot be read as a report.
    """
    from ccdiff.ingest import read
    from ccdiff.language import load
    from ccdiff.parse import parse

    report = parse(read(path, encoding=encoding), facts, languages)
    return Reading(report, load(report.language, languages))


def compare(
    old: Reading, new: Reading, config: Config | None = None, reviewed: Sequence[ReviewedRow] = ()
) -> Comparison:
    """What changed from ``old`` to ``new``; ``reviewed`` are the rows that a person settled.

    Raises ``CcdiffError`` where the two are in different languages.
    """
    from ccdiff.align import align
    from ccdiff.config import Config
    from ccdiff.derive import derive
    from ccdiff.script import as_written, plain

    config = config or Config()
    if old.report.language != new.report.language:
        raise CcdiffError(
            f"{old.report.id} is in {old.report.language!r}, {new.report.id} in {new.report.language!r}",
            remedy="compare two reports of one language, or use 'ccdiff verify' for two language versions of one report",
        )
    written = old.report, new.report
    old, new = plain(old), plain(new)
    alignment = align(old, new, config.align, reviewed)
    derived = derive(old, new, alignment, config.derive)
    changes = replace(derived.changes, notes=(*derived.changes.notes, *alignment.notes))
    told = Comparison(
        old.report, new.report, config.as_dict(), alignment.sections, derived.rows, changes, derived.highlights
    )
    return as_written(told, *written)
