"""``ccdiff evaluate``: scores against the gold files."""

from __future__ import annotations

from pathlib import Path

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import project, root_option

EPILOG = """\b
Examples:
  ccdiff evaluate
  ccdiff evaluate --format json
"""


@click.command("evaluate", epilog=EPILOG)
@click.option("--format", "format", type=click.Choice(("text", "json")), default="text", show_default=True)
@root_option
def command(format: str, root: Path | None) -> None:
    """Score the aligner and the differ against every gold file in tests/gold/, with the misses by name."""
    from ccdiff.evaluate import evaluate

    emit(evaluate(project(root).root, format))
