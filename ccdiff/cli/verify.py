"""``ccdiff verify``: two language versions of one report, held against each other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import Inputs, encoding_option, options, root_option
from ccdiff.reading import Reading

if TYPE_CHECKING:
    from ccdiff.verify import Disagreement

EPILOG = """\b
Examples:
  ccdiff verify report.zh.docx report.en.docx
  ccdiff verify report.zh.txt report.en.txt --format json --exit-code

\b
Exit status: 0 done; with --exit-code 0 the versions agree, 1 they do not; 2 could not do it.
"""
WORDS = {
    "paragraph": "paragraph",
    "figure": "figures",
    "date": "years and months",
    "reference": "references",
    "list": "number of items",
    "footnote": "footnote",
}


@click.command("verify", epilog=EPILOG)
@click.argument("a")
@click.argument("b")
@options(
    click.option("--format", "format", type=click.Choice(("text", "json")), default="text", show_default=True),
    click.option("--exit-code", is_flag=True, help="Exit with 1 when anything disagrees."),
    encoding_option,
    root_option,
)
def command(a: str, b: str, format: str, exit_code: bool, encoding: str | None, root: Path | None) -> int:
    """Hold two language versions of one report, A and B, against each other: do figures, dates, symbols and lists agree,
    paragraph by paragraph? Language versions bear the same paragraph numbers, so places are held against places."""
    from ccdiff.verify import verify

    inputs = Inputs(root, encoding)
    one, other = inputs.reading(a), inputs.reading(b)
    found = verify(one, other)
    emit(_json(one, other, found) if format == "json" else _text(found))
    return int(exit_code and bool(found))


def _json(one: Reading, other: Reading, found: Sequence[Disagreement]) -> str:
    sides = {
        side: {name: getattr(reading.report, name) for name in ("id", "symbol", "title", "date", "language", "sha256")}
        for side, reading in (("a", one), ("b", other))
    }
    rows = [{"place": d.place, "kind": d.kind, "a": list(d.a), "b": list(d.b)} for d in found]
    return json.dumps({"schema": "ccdiff/verification/1", **sides, "disagreements": rows}, ensure_ascii=False, indent=2)


def _text(found: Sequence[Disagreement]) -> str:
    lines = [f"{d.place}: {WORDS.get(d.kind, d.kind)}: {_sides(d)}" for d in found]
    return "\n".join(lines or ["the two versions agree"])


def _sides(found: Disagreement) -> str:
    if found.kind in ("paragraph", "footnote"):
        return "only in A" if found.a else "only in B"
    sides = (("A", found.a), ("B", found.b))
    return "; ".join(f"only in {name}: {', '.join(values)}" for name, values in sides if values)
