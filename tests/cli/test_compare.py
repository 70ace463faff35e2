"""``ccdiff compare`` as a process: formats, exit statuses, and what it never does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import OLD, ROOT, Run, failed

Pair = tuple[Path, Path]


def test_the_default_is_markdown_on_standard_output(run: Run, pair: Pair) -> None:
    done = run("compare", *pair)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("#")
    assert done.stderr == ""


def test_the_ending_of_the_output_chooses_the_format(run: Run, pair: Pair, tmp_path: Path) -> None:
    beginnings = {"a.html": b"<!DOCTYPE html", "a.md": b"#", "a.json": b"{", "a.docx": b"PK"}
    for name, beginning in beginnings.items():
        done = run("compare", *pair, "-o", tmp_path / name)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert (tmp_path / name).read_bytes()[: len(beginning)].lower() == beginning.lower()


def test_json_is_the_published_comparison(run: Run, pair: Pair) -> None:
    found = json.loads(run("compare", *pair, "--format", "json").stdout)
    assert found["schema"] == "ccdiff/comparison/1"
    assert [f["new"]["value"] for f in found["figures"] if f["kind"] == "changed"] == [93]


def test_exit_code_says_whether_anything_differs_and_only_when_asked(run: Run, pair: Pair, tmp_path: Path) -> None:
    same = tmp_path / "same.txt"
    same.write_text(OLD, encoding="utf-8")
    assert run("compare", *pair).returncode == 0
    assert run("compare", *pair, "--exit-code").returncode == 1
    assert run("compare", pair[0], same, "--exit-code").returncode == 0


@pytest.mark.parametrize("format", ["docx", "redline"])
def test_word_files_need_a_place_to_go(run: Run, pair: Pair, format: str) -> None:
    assert "-o" in failed(run("compare", *pair, "--format", format))


def test_an_input_is_never_written_over(run: Run, pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(pair[0])
    for output in (pair[0], pair[1], tmp_path / "link.md"):
        assert "another file" in failed(run("compare", *pair, "-o", output))
    assert pair[0].read_text(encoding="utf-8") == OLD


def test_an_output_in_a_folder_that_is_not_there_is_refused_before_any_work(
    run: Run, pair: Pair, tmp_path: Path
) -> None:
    assert "no such folder" in failed(run("compare", *pair, "-o", tmp_path / "nowhere" / "a.html"))
    assert "is a folder" in failed(run("compare", *pair, "-o", tmp_path))


def test_an_output_keeps_the_permissions_it_had_and_nothing_is_left_beside_it(
    run: Run, pair: Pair, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("before")
    page.chmod(0o604)
    assert run("compare", *pair, "-o", page).returncode == 0
    assert page.stat().st_mode & 0o777 == 0o604
    assert sorted(os.listdir(tmp_path)) == ["new.txt", "old.txt", "page.html"]


def test_reports_of_the_corpus_go_by_symbol_handle_id_or_path(run: Run) -> None:
    names = ["CAC/COSP/EG.1/2019/4", "cac-cosp-eg.1-2019-4", ROOT / "corpus" / "CAC-COSP-EG.1-2019-4.zh.txt"]
    for name in names:
        done = run("outline", name, "--format", "json", "--root", ROOT)
        assert json.loads(done.stdout)["symbol"] == "CAC/COSP/EG.1/2019/4"


def test_the_corpus_is_found_from_a_folder_inside_the_project(run: Run) -> None:
    assert run("outline", "E/CN.15/2021/4", cwd=ROOT / "tests" / "cli").returncode == 0


def test_markup_in_a_report_stays_text(run: Run, tmp_path: Path) -> None:
    evil = (
        '<script>alert(1)</script><img src=x onerror="alert(2)"> **粗** [点击](javascript:alert(3)) `x` | y | {{ 7*7 }}'
    )
    for name, text in (("a.txt", OLD), ("b.txt", OLD.replace("会议通过了报告。", f"会议通过了报告。{evil}"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = run("compare", "a.txt", "b.txt", "--format", "html").stdout
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "alert(1)" in page
    assert "{{ 7*7 }}" in page or "{{" in page
    note = run("compare", "a.txt", "b.txt", "--format", "md").stdout
    assert "<script>" not in note.replace("\\<script>", "").replace("&lt;script>", "")
    assert "](javascript:" not in note.replace("\\](javascript:", "").replace("]\\(javascript:", "")


def test_a_reader_that_goes_away_is_no_error(pair: Pair) -> None:
    command = f"{sys.executable} -m ccdiff compare {pair[0]} {pair[1]} --format html | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True)
    assert (len(done.stdout), done.stderr) == (10, b"")


@pytest.mark.parametrize("arguments", ["compare {} {}", "outline {}", "check --root project", "build --root project"])
def test_a_closed_standard_output_is_one_line_and_never_exit_status_1(
    pair: Pair, project: Path, arguments: str, tmp_path: Path
) -> None:
    """An exit status of 1 would say that something differs."""
    command = f"{sys.executable} -m ccdiff {arguments.format(*pair)} >&-"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "standard output" in done.stderr


def test_closed_streams_do_not_stand_in_the_way_of_a_file(pair: Pair, tmp_path: Path) -> None:
    command = f"{sys.executable} -m ccdiff compare {pair[0]} {pair[1]} -o page.html <&- >&- 2>&-"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 0
    assert (tmp_path / "page.html").read_bytes().lower().startswith(b"<!doctype html")


def test_a_full_disk_behind_standard_output_is_one_line(pair: Pair) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "ccdiff", "compare", str(pair[0]), str(pair[1])]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "standard output: No space" in done.stderr


def test_an_interrupt_ends_it_quietly_with_130_and_nothing_half_written(pair: Pair, tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    paragraphs = (
        f"{n}. 第{n}次会议审议了第{n * 7 % 991}项建议，并请秘书处在{n % 12 + 1}月以前提交{n * 3}份资料。\n"
        for n in range(1, 20000)
    )
    big.write_text(OLD + "\n".join(paragraphs), encoding="utf-8")
    command = [sys.executable, "-m", "ccdiff", "compare", str(pair[0]), str(big), "-o", "page.html"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background inherits "ignored"
    )
    try:
        process.wait(1.5)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert process.returncode == 130
    assert complaint == b"ccdiff: interrupted\n"
    assert sorted(os.listdir(tmp_path)) == ["big.txt", "new.txt", "old.txt"]
