"""``ccdiff check``: is everything consistent and up to date?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import project, root_option
from ccdiff.corpus.check import UNREADABLE, Problem, check

EPILOG = """\b
Examples:
  ccdiff check
  ccdiff check --format json
  ccdiff check --format github                    annotations in a workflow's log

\b
Exit status: 0 all is up to date, 1 something is not (with a list), 2 something cannot be read.
"""


@click.command("check", epilog=EPILOG)
@click.option("--format", "format", type=click.Choice(("text", "json", "github")), default="text", show_default=True)
@root_option
def command(format: str, root: Path | None) -> int:
    """For CI: are the manifest, the alignments and the reports consistent and up to date?"""
    problems = check(project(root))
    emit({"text": _text, "json": _json, "github": _github}[format](problems))
    unreadable = next((problem for problem in problems if problem.kind == UNREADABLE), None)
    if unreadable:
        click.echo(f"ccdiff: {unreadable.file}: {unreadable.message}; {unreadable.remedy}", err=True)
        return 2
    return int(bool(problems))


def _text(problems: Sequence[Problem]) -> str:
    rows = [f"{problem.file}: {problem.message}; {problem.remedy}" for problem in problems]
    return "\n".join(rows or ["all is up to date"])


def _json(problems: Sequence[Problem]) -> str:
    rows = [
        {"kind": problem.kind, "file": problem.file, "message": problem.message, "remedy": problem.remedy}
        for problem in problems
    ]
    return json.dumps({"schema": "ccdiff/check/1", "problems": rows}, ensure_ascii=False, indent=2)


def _github(problems: Sequence[Problem]) -> str:
    """Workflow commands: ``::error file=...,title=...::message``."""
    return "\n".join(
        f"::error file={_escape(p.file, ',:')},title={_escape('ccdiff ' + p.kind, ',:')}::{_escape(f'{p.message}; {p.remedy}')}"
        for p in problems
    )


def _escape(text: str, more: str = "") -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for char in more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
