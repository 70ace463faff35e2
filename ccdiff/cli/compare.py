"""``ccdiff compare``: two reports in, what changed out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import Inputs, encoding_option, options, root_option
from ccdiff.errors import CcdiffError
from ccdiff.files import write_whole

if TYPE_CHECKING:
    from ccdiff.model.comparison import Comparison

FORMATS = ("html", "md", "json", "docx", "redline")
ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json", ".docx": "docx"}
BINARY = ("docx", "redline")

EPILOG = """\b
Examples:
  ccdiff compare old.txt new.txt                      the draft note, as Markdown, on standard output
  ccdiff compare old.pdf new.pdf -o changes.html      one self-contained page
  ccdiff compare CAC/COSP/EG.1/2019/4 CAC/COSP/EG.1/2020/3 --format json
  ccdiff compare old.docx new.docx --format redline -o changes.docx
  ccdiff compare old.txt new.txt --summary --exit-code

\b
Exit status: 0 done; with --exit-code 0 nothing differs, 1 something differs; 2 could not do it.
"""


@click.command("compare", epilog=EPILOG)
@click.argument("old")
@click.argument("new")
@options(
    click.option("--format", "format", type=click.Choice(FORMATS), help="Without it: by the ending of -o, else md."),
    click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="Write here instead of standard output."
    ),
    click.option(
        "--lang", type=click.Choice(("zh", "en")), help="Language of the note and the page (default: the reports')."
    ),
    click.option("--exit-code", is_flag=True, help="Exit with 1 when anything differs."),
    click.option("--summary", is_flag=True, help="The short form, for a comment on a code host (md, html)."),
    click.option("--audience", type=click.Choice(("secretariat", "delegate")), help="For whom the note is written."),
    click.option(
        "--template",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="DIR",
        help="Templates of your own, taken before those that come with ccdiff.",
    ),
    encoding_option,
    root_option,
)
def command(old: str, new: str, output: Path | None, exit_code: bool, **how: Any) -> int:
    """Compare two reports: OLD and NEW are each a file (txt, md, docx, pdf) or a report of the corpus by symbol or handle.

    Where both are in the corpus, what a person settled in the pair's alignment file applies.
    """
    format = how["format"] or _by_ending(output)
    inputs = Inputs(how["root"], how["encoding"])
    _check_output(format, output, (inputs.path(old), inputs.path(new)))
    comparison = compare_inputs(inputs, old, new)
    result = _render(comparison, format, how)
    if output:
        write_whole(output, result)
    else:
        assert isinstance(result, str)
        emit(result)
    _ease_next()
    return int(exit_code and differs(comparison))


def _ease_next() -> None:
    """From the second run on this machine: keep what the next one need not make again."""
    from ccdiff.store import seen_before

    if seen_before("words"):
        from ccdiff import modules, patterns
        from ccdiff.language import kept
        from ccdiff.text.segment import keep_dictionary

        keep_dictionary()
        modules.keep()
        patterns.keep()
        kept.keep()


def _by_ending(output: Path | None) -> str:
    return ENDINGS.get(output.suffix.lower(), "md") if output else "md"


def _check_output(format: str, output: Path | None, inputs: tuple[Path, ...]) -> None:
    """Before any work: docx needs a file to go to, and no input is ever written over."""
    if output is None:
        if format in BINARY:
            raise CcdiffError(f"--format {format} is no text", remedy="name a file with -o")
        return
    if any(output.exists() and path.exists() and os.path.samefile(output, path) for path in inputs):
        raise CcdiffError("is one of the two reports", where=str(output), remedy="write the result to another file")
    if output.is_dir():
        raise CcdiffError("is a folder", where=str(output), remedy="name a file in it")
    if not output.absolute().parent.is_dir():
        raise CcdiffError("no such folder", where=str(output.parent), remedy="make it first")


def compare_inputs(inputs: Inputs, old: str, new: str) -> Comparison:
    """The comparison of what ``old`` and ``new`` name, with the project's thresholds and settled rows where there are any."""
    from ccdiff.compare import compare

    entries = inputs.entry(old), inputs.entry(new)
    library = inputs.library()
    reviewed = library.reviewed(entries[0].id, entries[1].id) if library and entries[0] and entries[1] else ()
    return compare(inputs.reading(old), inputs.reading(new), library.config if library else None, reviewed)


def _render(comparison: Comparison, format: str, how: dict[str, Any]) -> str | bytes:
    from ccdiff.render import render

    options = {name: how[name] for name in ("lang", "audience", "template") if how[name]}
    return render(comparison, format, summary=how["summary"], **options)


def differs(comparison: Comparison) -> bool:
    """Whether anything at all differs: a paragraph that is not the same words, or a section that is not the same."""
    return any(row.relation != "unchanged" for row in comparison.paragraphs) or any(
        link.relation != "same" for link in comparison.sections
    )
