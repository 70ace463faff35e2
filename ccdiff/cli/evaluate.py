"""``ccdiff evaluate``: scores against the gold files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ccdiff.cli.console import emit, say
from ccdiff.cli.inputs import Inputs, options, project, root_option
from ccdiff.errors import CcdiffError
from ccdiff.reading import Reading

EPILOG = """\b
Examples:
  ccdiff evaluate                       every judged pair, with the misses by name
  ccdiff evaluate --no-misses           the figures alone, in one screen
  ccdiff evaluate --details             also F1 and the counts of every measure
  ccdiff evaluate --gold my/gold/       judged pairs of your own
"""


@click.command("evaluate", epilog=EPILOG)
@options(
    click.option(
        "--gold",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Folder of gold files (default: tests/gold).",
    ),
    click.option("--held-out", is_flag=True, help="Also the pairs that are kept for a last test."),
    click.option(
        "--misses/--no-misses", default=True, show_default=True, help="Name every miss and every wrong statement."
    ),
    click.option(
        "--details", is_flag=True, help="Also a line a measure and pair: F1, and how many were said and asked."
    ),
    root_option,
)
def command(gold: Path | None, held_out: bool, misses: bool, details: bool, root: Path | None) -> None:
    """Score the aligner and the differ against every gold file, with the misses by name.

    What people settled in alignments/ does not count here: the tool is scored alone.
    """
    from ccdiff.config import load_config
    from ccdiff.evaluate import evaluate, show

    corpus = project(root)
    say("comparing every judged pair")
    folder = gold or corpus.root / "tests" / "gold"
    results = evaluate(folder, finder(corpus.root), load_config(corpus.config_path), held_out=held_out)
    emit(show(results, misses=misses, details=details))


def finder(root: Path) -> Callable[[str, Path], Reading]:
    """What reads the report that a gold file names: an id of the corpus of the project at ``root``, or a file beside the gold file."""
    corpus, inputs = project(root), Inputs(root)

    def find(name: str, beside: Path) -> Reading:
        return inputs.reading(name if corpus.find(name) else str(_beside(name, beside)))

    return find


def _beside(name: str, gold: Path) -> Path:
    """The report ``name`` (with or without its ending) in the folder of the gold file that judges it."""
    if "/" in name or "\\" in name:
        raise CcdiffError(
            f"{name!r} is no name of a report", where=str(gold), remedy="name an id of the corpus or a file beside it"
        )
    found = [
        path for path in sorted(gold.parent.glob("*")) if path.suffix != ".json" and name in (path.name, path.stem)
    ]
    if not found:
        raise CcdiffError(f"no report {name!r}", where=str(gold), remedy="name an id of the corpus or a file beside it")
    return found[0]
