"""``ccdiff check``: is everything consistent and up to date?"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import project, root_option
from ccdiff.corpus import find_root
from ccdiff.corpus.check import UNREADABLE, Problem, check, unreadable
from ccdiff.errors import CcdiffError

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
    place = root or find_root(Path.cwd()) or Path.cwd()
    try:
        problems = check(project(root))
    except (CcdiffError, OSError) as error:
        problems = [unreadable(error, place)]
    worst = next((problem for problem in problems if problem.kind == UNREADABLE), None)
    if format == "text":
        emit(_text([problem for problem in problems if problem is not worst]) if problems != [worst] else "")
    else:
        emit(_json(problems) if format == "json" else _github(problems, place))
    if worst:
        click.echo(f"ccdiff: {_row(worst)}", err=True)
        return 2
    return int(bool(problems))


def _text(problems: Sequence[Problem]) -> str:
    return "\n".join([_row(problem) for problem in problems] or ["all is up to date"])


def _row(problem: Problem) -> str:
    """In one line, whatever characters a file's name holds."""
    return " ".join(f"{problem.file}: {problem.message}; {problem.remedy}".split())


def _json(problems: Sequence[Problem]) -> str:
    rows = [
        {"kind": problem.kind, "file": problem.file, "message": problem.message, "remedy": problem.remedy}
        for problem in problems
    ]
    return json.dumps({"schema": "ccdiff/check/1", "problems": rows}, ensure_ascii=False, indent=2)


def _github(problems: Sequence[Problem], root: Path) -> str:
    """Workflow commands: ``::error file=...,title=...::message``; files are named from the workspace, the repository's top folder."""
    top = os.path.relpath(root.resolve(), os.environ.get("GITHUB_WORKSPACE") or os.getcwd())
    inside = "" if top == "." or top.startswith("..") else f"{Path(top).as_posix()}/"
    return "\n".join(
        f"::error file={_escape(inside + p.file, ',:')},title={_escape('ccdiff ' + p.kind, ',:')}::{_escape(f'{p.message}; {p.remedy}')}"
        for p in problems
    )


def _escape(text: str, more: str = "") -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for char in more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
