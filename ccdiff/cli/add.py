"""``ccdiff add``: a report goes into the corpus."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import encoding_option, options, root_option
from ccdiff.corpus import Corpus, Entry, find_root, load_corpus
from ccdiff.corpus.adopt import Newcomer, adopt, likely_series, newcomer, refuse_duplicates
from ccdiff.corpus.manifest import MANIFEST
from ccdiff.errors import CcdiffError
from ccdiff.files import write_whole

EPILOG = """\b
Examples:
  ccdiff add report.txt
  ccdiff add note.docx --handle my-note-2024 --date 2024-05-31 --compare-with CAC/COSP/EG.1/2020/3
  ccdiff add first.pdf --root my-project           begins a new corpus there
"""
KEYS = ("symbol", "handle", "title", "body", "meeting", "date", "language", "encoding")
START = "# The reports of this corpus, and which of them are compared. After a change: ccdiff build\n\n"


def _fact(name: str, help: str) -> Any:
    return click.option(f"--{name}", metavar="TEXT", help=help)


@click.command("add", epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@options(
    _fact("symbol", "Its document symbol, where the text prints none or a wrong one."),
    _fact("handle", "A name of your own, where it has no symbol."),
    _fact("series", "Its series: each report of a series is compared with the one before it, by date."),
    _fact("title", "Overrides what the masthead says; so do the next four."),
    _fact("body", "The body that met or reports."),
    _fact("meeting", "Which meeting, when and where."),
    _fact("date", "Its date, YYYY-MM-DD."),
    _fact("language", "Its language: zh, en."),
    click.option(
        "--compare-with",
        metavar="REPORT",
        multiple=True,
        help="Also compare it with this report of the corpus; may be repeated.",
    ),
    encoding_option,
    root_option,
)
def command(
    file: Path, series: str | None, compare_with: tuple[str, ...], root: Path | None, **facts: str | None
) -> None:
    """Take the report in FILE into the corpus: copy it, read what its masthead says, append it to corpus.toml.

    On a terminal, asks for what it cannot know. Refuses what is in the corpus already.
    """
    corpus = _corpus(root)
    given = {key: value.strip() for key in KEYS if (value := facts.get(key)) and value.strip()}
    if "date" in given:
        _check_date(given["date"])
    report = newcomer(file, given, corpus.languages)
    refuse_duplicates(corpus, report)
    report, chosen = _ask(corpus, report, series)
    entry, pairs = adopt(corpus, report, chosen, tuple(_other(corpus, name) for name in compare_with))
    _tell(report, entry, pairs)


def _corpus(root: Path | None) -> Corpus:
    """The corpus to add to; where ``--root`` names a folder without one, a new one is begun there."""
    found = root or find_root(Path.cwd())
    if found is None:
        raise CcdiffError(
            f"no {MANIFEST} here or above", remedy="name the project's folder with --root (a new one is begun there)"
        )
    manifest = found / MANIFEST
    if not manifest.exists():
        manifest.parent.mkdir(parents=True, exist_ok=True)
        write_whole(manifest, START)
    return load_corpus(found)


def _check_date(date: str) -> None:
    from datetime import date as Date

    try:
        Date.fromisoformat(date)
    except ValueError as error:
        raise click.BadParameter(f"{date!r} is no date", param_hint="--date (YYYY-MM-DD)") from error


def _other(corpus: Corpus, name: str) -> Entry:
    entry = corpus.find(name) or corpus.at(Path(name))
    if entry is None:
        raise CcdiffError(
            "is no report of the corpus",
            where=name,
            remedy=f"use one of {', '.join(e.symbol for e in corpus.entries[:6])}",
        )
    return entry


def _ask(corpus: Corpus, report: Newcomer, series: str | None) -> tuple[Newcomer, str]:
    """What the text and the options leave open: asked on a terminal, else taken from what is likely."""
    likely = likely_series(corpus, report) if series is None else series.strip()
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return report, likely
    given = dict(report.given)
    if not (report.printed or given.get("symbol") or given.get("handle")):
        given["handle"] = click.prompt("The text prints no symbol. A name for it", default=report.symbol, err=True)
    if not report.reading.report.date:
        given["date"] = click.prompt("The masthead states no date. Its date (YYYY-MM-DD)", err=True)
        _check_date(given["date"])
    if series is None:
        likely = click.prompt("Its series (empty: none)", default=likely, err=True)
    again = newcomer(report.path, given, corpus.languages)
    refuse_duplicates(corpus, again)
    return again, likely


def _tell(report: Newcomer, entry: Entry, pairs: tuple[Any, ...]) -> None:
    facts = report.reading.report
    emit(f"added {entry.symbol} as corpus/{entry.path.name}")
    emit(
        f"  {facts.date or 'no date'}, {facts.language}, {len(facts.paragraphs)} paragraphs, series {entry.series or '-'}: {facts.title}"
    )
    for pair in pairs:
        emit(f"  will be compared: {pair.old.symbol} -> {pair.new.symbol}")
    emit("next: ccdiff build" if pairs else "it will be compared with nothing yet; see --series and --compare-with")
