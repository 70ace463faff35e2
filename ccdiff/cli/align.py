"""``ccdiff align``: proposals for a person to confirm, change or forbid."""

from __future__ import annotations

from pathlib import Path

import click

from ccdiff.cli.console import emit, say
from ccdiff.cli.inputs import Inputs, project, root_option
from ccdiff.corpus import Corpus, Entry
from ccdiff.corpus.library import Library
from ccdiff.corpus.propose import refresh
from ccdiff.errors import CcdiffError

EPILOG = """\b
Examples:
  ccdiff align CAC/COSP/EG.1/2019/4 CAC/COSP/EG.1/2020/3
  ccdiff align --all                              every comparison that the corpus asks for
"""


@click.command("align", epilog=EPILOG)
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--all", "every", is_flag=True, help="Every comparison that the corpus asks for.")
@root_option
def command(old: str | None, new: str | None, every: bool, root: Path | None) -> None:
    """Write or refresh the alignment file of a pair of the corpus, alignments/<old>__<new>.toml.

    Rows that a person confirmed, changed or forbade stay as they are; only the tool's own proposals are made anew.
    """
    if every == bool(old) or bool(old) != bool(new):
        raise click.UsageError("give OLD and NEW, or --all")
    corpus = project(root)
    library = Library(corpus)
    pairs = [(pair.old, pair.new) for pair in library.wanted()] if every else [_pair(corpus, old or "", new or "")]
    for number, (one, other) in enumerate(pairs, 1):
        say(f"{number}/{len(pairs)} {one.symbol} {other.symbol}")
        changed = refresh(library, one, other)
        path = corpus.alignment_path(one.id, other.id)
        emit(f"{_short(path, corpus.root)}: {'written' if changed else 'up to date'}")


def _pair(corpus: Corpus, old: str, new: str) -> tuple[Entry, Entry]:
    inputs = Inputs(corpus.root)
    entries = inputs.entry(old), inputs.entry(new)
    for name, entry in zip((old, new), entries, strict=True):
        if entry is None:
            raise CcdiffError("is no report of the corpus", where=name, remedy="take it in with 'ccdiff add' first")
    assert entries[0] and entries[1]
    return entries[0], entries[1]


def _short(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
