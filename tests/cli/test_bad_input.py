"""What is no report: a clear line or a sensible result, never a traceback, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import OLD, Run, failed

REFUSED = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n \n",
    "binary.txt": bytes(range(256)) * 40,
    "zeros.txt": b"\0" * 1000,
    "broken.docx": b"PK\x03\x04 no zip at all",
    "broken.pdf": b"%PDF-1.7\nno pdf at all",
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_file_that_is_no_report_is_refused_by_name(
    run: Run, pair: tuple[Path, Path], tmp_path: Path, name: str, side: str
) -> None:
    (tmp_path / name).write_bytes(REFUSED[name])
    arguments = (name, pair[1]) if side == "old" else (pair[0], name)
    assert name in failed(run("compare", *arguments, "-o", "out.html"))
    assert not (tmp_path / "out.html").exists()


def test_a_file_that_is_not_there_is_named(run: Run, pair: tuple[Path, Path]) -> None:
    assert "nowhere.txt" in failed(run("compare", pair[0], "nowhere.txt"))


def test_a_folder_is_no_report(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert "folder" in failed(run("compare", "folder", pair[1]))


def test_a_file_that_may_not_be_read_is_named(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    assert "loop.txt" in failed(run("compare", "loop.txt", pair[1]))


def test_two_equal_files_differ_in_nothing(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(OLD, encoding="utf-8")
    found = json.loads(run("compare", "a.txt", "b.txt", "--format", "json").stdout)
    assert {row["relation"] for row in found["paragraphs"]} == {"unchanged"}


def test_a_file_compared_with_itself_differs_in_nothing(run: Run, pair: tuple[Path, Path]) -> None:
    assert run("compare", pair[0], pair[0], "--exit-code").returncode == 0


def test_a_report_without_any_number_is_compared_by_its_paragraphs(run: Run, tmp_path: Path) -> None:
    text = "工作报告\n\n过去一年，我们完成了主要任务。\n\n粮食产量达到1.3万亿斤。\n\n谢谢大家。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text.replace("1.3", "1.4"), encoding="utf-8")
    done = run("compare", "a.txt", "b.txt", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["paragraphs"]


def test_broken_utf_8_is_read_or_refused_in_one_line(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(OLD.encode("utf-8").replace("缔约国".encode(), b"\xe7\xbc\xff\xfe"))
    done = run("compare", "broken.txt", pair[1])
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)
    assert done.returncode == 0 or "broken.txt" in failed(done)


def test_a_text_of_five_megabytes_in_one_line_is_survived(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(OLD + "4. " + "会议审议了国际合作问题。" * 140_000, encoding="utf-8")
    done = run("compare", pair[0], "long.txt", "--format", "json")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or failed(done)


def test_a_report_of_five_megabytes_is_compared(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    words = "会议审议了国际合作问题，并请秘书处继续收集关于良好做法的信息。" * 18
    rows = (f"{n}. 第{n}号请求涉及编号{n * 7919 % 100003}的事项。{words}" for n in range(4, 3000))
    (tmp_path / "big.txt").write_text(OLD + "\n\n".join(rows), encoding="utf-8")
    assert (tmp_path / "big.txt").stat().st_size > 5_000_000
    done = run("compare", pair[0], "big.txt", "-o", "out.json")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or failed(done)


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "a"],
        ["compare", "a", "b", "--format", "xls"],
        ["compare", "a", "b", "--no-such-option"],
        [],
        ["nonsense"],
        ["build", "--jobs", "0"],
        ["outline"],
    ],
)
def test_a_wrong_call_is_one_line_that_names_the_help(run: Run, arguments: list[str]) -> None:
    assert "--help" in failed(run(*arguments))


@pytest.mark.parametrize("command", ["build", "check", "align", "add", "evaluate"])
def test_outside_a_project_the_commands_say_what_is_missing(run: Run, command: str, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(OLD, encoding="utf-8")
    arguments = {"align": ["a", "b"], "add": ["r.txt"]}.get(command, [])
    assert "--root" in failed(run(command, *arguments))
