"""On a terminal: progress is shown and questions are asked; the result still stands alone on standard output."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

from .conftest import OLD, Run


def on_terminal(answers: str, *args: object) -> tuple[int, str, str]:
    """Run ccdiff with standard input and standard error on a terminal; its status, standard output and what the terminal shows."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ccdiff", *map(str, args)]
    process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    os.write(ours, answers.encode())
    seen = bytearray()
    reader = threading.Thread(target=_read, args=(ours, seen))
    reader.start()
    out, _ = process.communicate(timeout=120)
    reader.join(10)
    os.close(ours)
    return process.returncode, out.decode("utf-8"), seen.decode("utf-8", "replace")


def _read(terminal: int, seen: bytearray) -> None:
    try:
        while data := os.read(terminal, 4096):
            seen += data
    except OSError:
        return  # the other end was closed


def test_a_build_shows_its_progress_with_rate_and_remaining_time(project: Path) -> None:
    status, out, seen = on_terminal("", "build", "--root", project)
    assert (status, out) == (0, "2 comparisons: 2 built\n")
    assert "100%" in seen
    assert "/s" in seen


def test_add_asks_for_what_it_cannot_know(project: Path, tmp_path: Path) -> None:
    report = tmp_path / "paper.txt"
    undated = (
        OLD.replace("3 June 2022\n", "")
        .replace("2022年5月9日", "")
        .replace("于在", "在")
        .replace("截至2022年4月1日，", "")
    )
    report.write_text(undated, encoding="utf-8")
    status, out, seen = on_terminal("paper-2024\n2024-06-03\nworking-group\n", "add", report, "--root", project)
    assert status == 0, seen
    assert "prints no symbol" in seen
    assert "will be compared: CAC/WG.9/2023/1 -> paper-2024" in out


def test_chinese_is_told_where_the_terminal_s_settings_do_not_know_it(run: Run, project: Path, tmp_path: Path) -> None:
    report = tmp_path / "paper.txt"
    report.write_text(OLD.replace("2022", "2024"), encoding="utf-8")
    settings = {"PYTHONIOENCODING": "latin-1:strict"}
    said = ("--handle", "文件", "--series", "working-group", "--date", "2024-06-03")
    assert "added 文件" in run("add", report, *said, "--root", project, **settings).stdout
    assert "__文件.toml: written" in run("align", "--all", "--root", project, **settings).stdout


def test_add_asks_nothing_that_was_said(project: Path, tmp_path: Path) -> None:
    report = tmp_path / "paper.txt"
    report.write_text(OLD.replace("2022", "2024"), encoding="utf-8")
    said = ("--handle", "paper", "--date", "2024-06-03", "--series", "working-group")
    status, out, seen = on_terminal("", "add", report, *said, "--root", project)
    assert status == 0
    assert "will be compared" in out
    assert seen == ""
