"""``ccdiff outline``: how a report was read."""

from __future__ import annotations

from pathlib import Path

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import Inputs, encoding_option, root_option

EPILOG = """\b
Examples:
  ccdiff outline report.docx
  ccdiff outline CAC/COSP/EG.1/2019/4 --format json
"""


@click.command("outline", epilog=EPILOG)
@click.argument("report")
@click.option("--format", "format", type=click.Choice(("text", "json")), default="text", show_default=True)
@encoding_option
@root_option
def command(report: str, format: str, encoding: str | None, root: Path | None) -> None:
    """Show how REPORT (a file, or a report of the corpus) was read: masthead, sections, paragraphs, footnotes, tables, and
    what was set aside."""
    from ccdiff.render import render_outline

    emit(render_outline(Inputs(root, encoding).reading(report).report, format))
