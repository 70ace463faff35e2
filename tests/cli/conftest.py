"""ccdiff as a user runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]

OLD = """Distr.: General
3 June 2022
Chinese

2022年5月9日在维也纳举行的工作组会议的报告

一. 导言

1. 工作组于2022年5月9日在维也纳举行会议。

2. 截至2022年4月1日，87个缔约国提供了关于本国中央机关的信息。

二. 通过报告

3. 会议通过了报告。
"""
NEW = OLD.replace("87个", "93个").replace("2022", "2023")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``run("compare", "a", "b")`` in an empty folder: a finished process with text output."""

    def run(*args: object, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ccdiff", *map(str, args)]
        env = {**os.environ, **environment}
        return subprocess.run(
            command,
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            stdin=subprocess.DEVNULL,
        )

    return run


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two small reports in files."""
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of three reports in one series, and its corpus."""
    root = tmp_path / "project"
    (root / "corpus").mkdir(parents=True)
    rows = []
    for year in (2021, 2022, 2023):
        (root / "corpus" / f"{year}.txt").write_text(
            OLD.replace("2022", str(year)).replace("87个", f"{year % 100 + 60}个"), encoding="utf-8"
        )
        rows.append(
            f'[[report]]\nfile = "{year}.txt"\nsymbol = "CAC/WG.9/{year}/1"\nseries = "working-group"\ndate = "{year}-06-03"\n'
        )
    (root / "corpus" / "corpus.toml").write_text("# kept comment\n\n" + "\n".join(rows), encoding="utf-8")
    return root


def failed(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error of a command that could not do it."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr
