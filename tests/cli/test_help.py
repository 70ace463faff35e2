"""Help: on every command, with examples, and cheap."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ccdiff import __version__
from ccdiff.cli import COMMANDS

from .conftest import Run

HEAVY = (
    "jieba",
    "rjieba",
    "ahocorasick_rs",
    "jinja2",
    "docx",
    "pypdfium2",
    "tomlkit",
    "diff_match_patch",
    "ccdiff.align",
    "ccdiff.parse",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Examples:" in done.stdout
    assert f"ccdiff {command}" in done.stdout


def test_the_group_lists_every_command_and_the_exit_statuses(run: Run) -> None:
    text = run("--help").stdout
    assert all(command in text for command in COMMANDS)
    assert "Exit status" in text
    assert run("--version").stdout == f"ccdiff {__version__}\n"


def test_help_imports_nothing_that_only_a_comparison_needs() -> None:
    code = "import sys; from ccdiff.cli import run; run(['compare', '--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert [name for name in HEAVY if name in loaded] == []
