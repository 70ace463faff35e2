"""A project's life: build, check, align, add."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.archive import write_archive

from .conftest import OLD, Run, failed


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def built(run: Run, project: Path) -> Path:
    done = run("build", "--root", project)
    assert done.returncode == 0, done.stderr
    return project


# build


def test_a_build_makes_three_files_a_comparison_and_an_index(built: Path) -> None:
    names = {f"CAC-WG.9-{a}-1__CAC-WG.9-{a + 1}-1.{ending}" for a in (2021, 2022) for ending in ("html", "md", "json")}
    assert set(os.listdir(built / "reports")) == names | {"index.html", "index.md", ".digests.json"}


def test_a_second_build_does_nothing_and_says_so(run: Run, built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "reports").iterdir()}
    done = run("build", "--root", built)
    assert done.stdout == "nothing to do: 2 comparisons up to date\n"
    assert before == {path: path.stat().st_mtime_ns for path in (built / "reports").iterdir()}


def test_only_what_a_changed_report_touches_is_built_again(run: Run, built: Path) -> None:
    path = built / "corpus" / "2021.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("81个", "80个"), encoding="utf-8")
    assert run("build", "--root", built).stdout == "2 comparisons: 1 built, 1 up to date\n"


def test_a_touched_file_with_the_same_content_is_up_to_date(run: Run, built: Path) -> None:
    path = built / "corpus" / "2021.txt"
    os.utime(path, (1, 1))
    assert "nothing to do" in run("build", "--root", built).stdout


def test_an_output_that_was_lost_or_edited_is_built_again_with_the_same_bytes(run: Run, built: Path) -> None:
    before = contents(built / "reports")
    (built / "reports" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.html").unlink()
    (built / "reports" / "CAC-WG.9-2022-1__CAC-WG.9-2023-1.md").write_text("edited")
    assert run("build", "--root", built).stdout == "2 comparisons: 2 built\n"
    assert contents(built / "reports") == before


def test_the_same_bytes_come_out_with_one_process_and_with_several(run: Run, built: Path) -> None:
    before = contents(built / "reports")
    for path in (built / "reports").iterdir():
        path.unlink()
    assert run("build", "--root", built, "--jobs", 2).returncode == 0
    assert contents(built / "reports") == before


def test_outputs_of_a_comparison_that_is_no_longer_wanted_are_removed(run: Run, built: Path) -> None:
    manifest = built / "corpus" / "corpus.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").rsplit("[[report]]", 1)[0], encoding="utf-8")
    assert run("build", "--root", built).stdout == "1 comparison: 0 built, 1 up to date, 1 removed\n"
    assert not list((built / "reports").glob("*2023*"))


def test_a_report_that_cannot_be_read_does_not_stop_the_others(run: Run, built: Path) -> None:
    (built / "corpus" / "2021.txt").write_bytes(b"")
    (built / "corpus" / "2023.txt").write_text(OLD.replace("87个", "99个"), encoding="utf-8")
    done = run("build", "--root", built)
    assert done.returncode == 2
    assert "1 built" in done.stdout
    assert "1 failed" in done.stdout
    assert "2021.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_builds_at_once_do_not_harm_each_other(run: Run, built: Path) -> None:
    before = contents(built / "reports")
    for path in (built / "reports").iterdir():
        path.unlink()
    command = [sys.executable, "-m", "ccdiff", "build", "--root", str(built)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate() and process.returncode for process in both] == [0, 0]
    assert contents(built / "reports") == before
    assert "nothing to do" in run("build", "--root", built).stdout


def test_a_killed_build_leaves_whole_files_and_the_next_one_goes_on(run: Run, built: Path) -> None:
    before = contents(built / "reports")
    for path in (built / "reports").iterdir():
        path.unlink()
    process = subprocess.Popen(
        [sys.executable, "-m", "ccdiff", "build", "--root", str(built)], stdout=subprocess.DEVNULL
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.15)
    process.kill()
    process.wait()
    (built / "reports" / f".half.html.{process.pid}-0.tmp").write_text("half")
    assert all(before[name] == content for name, content in contents(built / "reports").items() if name[0] != ".")
    assert run("build", "--root", built).returncode == 0
    assert contents(built / "reports") == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_cancelled_build_keeps_what_it_has_done_and_leaves_no_worker(tmp_path: Path, run: Run, jobs: str) -> None:
    root = tmp_path / "archive"
    write_archive(root, 60, 30)
    process = subprocess.Popen(
        [sys.executable, "-m", "ccdiff", "build", "--root", str(root), "--jobs", jobs],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not list(root.glob("reports/*.html")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.terminate()
    assert (process.communicate(timeout=60)[1], process.returncode) == (b"ccdiff: interrupted\n", 130)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    done = run("build", "--root", root, "--jobs", "2").stdout
    assert re.fullmatch(r"30 comparisons: \d+ built, \d+ up to date\n", done), done


def git(root: Path, *args: str) -> None:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *args], cwd=root, check=True, capture_output=True)


def test_changed_since_builds_only_what_a_branch_touches(run: Run, built: Path) -> None:
    git(built, "init", "-q")
    git(built, "add", ".")
    git(built, "commit", "-q", "-m", "first")
    assert "nothing to do" in run("build", "--changed-since", "HEAD", "--root", built).stdout
    path = built / "corpus" / "2023.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("83个", "84个"), encoding="utf-8")
    (built / "reports" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.html").unlink()
    done = run("build", "--changed-since", "HEAD", "--root", built)
    assert "1 built" in done.stdout
    assert not (built / "reports" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.html").exists()


@pytest.mark.parametrize("revision", ["no-such-revision", "--output=x"])
def test_an_unknown_revision_is_one_line(run: Run, built: Path, revision: str) -> None:
    git(built, "init", "-q")
    failed(run("build", f"--changed-since={revision}", "--root", built))
    assert not (built / "x").exists()


def test_a_name_in_a_table_of_the_project_is_known_and_builds_anew(run: Run, built: Path) -> None:
    for year, name in ((2021, "野生动植物犯罪问题工作小组"), (2022, "野生动植物小组")):
        path = built / "corpus" / f"{year}.txt"
        text = path.read_text(encoding="utf-8").replace("3. 会议通过了报告。", f"3. {name}通过了报告。")
        path.write_text(text, encoding="utf-8")
    call = ("compare", "CAC/WG.9/2021/1", "CAC/WG.9/2022/1", "--format", "json", "--root", built)
    run("build", "--root", built)
    before = json.loads(run(*call).stdout)
    (built / "language" / "zh").mkdir(parents=True)
    table = "body | 野生动植物犯罪问题工作小组 | 野生动植物小组\n"
    (built / "language" / "zh" / "names.txt").write_text(table, encoding="utf-8")
    after = json.loads(run(*call).stdout)
    pair = ("野生动植物犯罪问题工作小组", "野生动植物小组")
    told = [[(row["old"], row["new"]) for row in found["terminology"]] for found in (before, after)]
    assert (pair in told[0], pair in told[1]) == (False, True), told
    assert run("build", "--root", built).stdout == "2 comparisons: 2 built\n"


# check


def test_a_project_in_order_passes_the_check(run: Run, built: Path) -> None:
    assert run("align", "--all", "--root", built).returncode == 0
    assert run("build", "--root", built).returncode == 0
    done = run("check", "--root", built)
    assert (done.returncode, done.stdout) == (0, "all is up to date\n")


def spoil_report(root: Path) -> None:
    (root / "corpus" / "2021.txt").write_text(OLD, encoding="utf-8")


def spoil_manifest(root: Path) -> None:
    path = root / "corpus" / "corpus.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"CAC/WG.9/2021/1"', '"CAC/WG.9/2021/1"\ntitle = "another"'),
        encoding="utf-8",
    )


SPOILT = {
    "output-changed": spoil_report,
    "output-missing": lambda root: (root / "reports" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.md").unlink(),
    "output-edited": lambda root: (root / "reports" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.md").write_text("x"),
    "output-changed ": spoil_manifest,
    "output-changed  ": lambda root: (root / "ccdiff.toml").write_text(""),
    "index": lambda root: (root / "reports" / "index.html").unlink(),
    "unlisted": lambda root: (root / "corpus" / "2024.txt").write_text(OLD, encoding="utf-8"),
    "leftover": lambda root: (root / "reports" / "a__b.html").write_text("x"),
    "no-alignment": lambda root: (root / "alignments" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.toml").unlink(),
    "lost-alignment": lambda root: (root / "alignments" / "a__b.toml").write_text(""),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_whatever_is_out_of_order_is_listed_with_a_remedy_and_exit_status_1(run: Run, built: Path, kind: str) -> None:
    run("align", "--all", "--root", built)
    run("build", "--root", built)
    SPOILT[kind](built)
    done = run("check", "--format", "json", "--root", built)
    assert done.returncode == 1, done.stderr
    problems = json.loads(done.stdout)["problems"]
    assert kind.strip() in [problem["kind"] for problem in problems]
    assert all(problem["file"] and problem["message"] and problem["remedy"] for problem in problems)


def test_what_cannot_be_read_is_exit_status_2_never_1(run: Run, built: Path) -> None:
    (built / "corpus" / "2021.txt").unlink()
    done = run("check", "--root", built)
    assert done.returncode == 2
    assert "2021.txt" in done.stderr
    (built / "corpus" / "corpus.toml").write_text("[[report")
    assert "corpus.toml" in failed(run("check", "--root", built))


UNUSABLE = {
    "ccdiff.toml": lambda root: (root / "ccdiff.toml").write_text("["),
    "corpus/corpus.toml": lambda root: (root / "corpus" / "corpus.toml").write_text("[[report"),
    "reports/.digests.json": lambda root: (root / "reports" / ".digests.json").write_text("{"),
    "corpus/2022.txt": lambda root: (root / "corpus" / "2022.txt").write_bytes(bytes(range(256)) * 20),
    "language/zh/names.txt": lambda root: write(root / "language" / "zh" / "names.txt", b"body | \xff\xfe\n"),
    "reports/index.md": lambda root: (
        (root / "reports" / "index.md").unlink(),
        (root / "reports" / "index.md").mkdir(),
    ),
}


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)


@pytest.mark.parametrize("file", UNUSABLE)
def test_what_cannot_be_read_is_exit_status_2_in_every_form(run: Run, built: Path, file: str) -> None:
    UNUSABLE[file](built)
    done = {form: run("check", "--format", form, "--root", built) for form in ("text", "json", "github")}
    assert [found.returncode for found in done.values()] == [2, 2, 2], done
    assert all(found.stderr.startswith(f"ccdiff: {file}: ") for found in done.values())
    problems = json.loads(done["json"].stdout)["problems"]
    assert ("unreadable", file) in [(problem["kind"], problem["file"]) for problem in problems]
    assert any(f"{file},title=ccdiff unreadable" in line for line in done["github"].stdout.splitlines())


def test_a_record_of_a_table_that_lacks_its_fields_is_named(run: Run, built: Path) -> None:
    write(built / "language" / "zh" / "names.txt", "某某委员会\n".encode())
    told = failed(run("compare", "CAC/WG.9/2021/1", "CAC/WG.9/2022/1", "--root", built))
    assert "names.txt" in told and "某某委员会" in told


def test_annotations_name_files_from_the_top_of_the_repository(run: Run, built: Path) -> None:
    lines = run("check", "--format", "github", "--root", "project").stdout.splitlines()
    assert lines and all(line.startswith("::error file=project/alignments/") for line in lines)
    inside = run("check", "--format", "github", cwd=built).stdout
    assert inside.startswith("::error file=alignments/")
    assert (
        run("check", "--format", "github", cwd=built, GITHUB_WORKSPACE=str(built.parent)).stdout.splitlines() == lines
    )


def test_a_report_without_a_title_or_a_date_is_named(run: Run, built: Path) -> None:
    (built / "corpus" / "bare.txt").write_text("1. 没有标题，也没有日期。\n\n2. 完。\n", encoding="utf-8")
    with (built / "corpus" / "corpus.toml").open("a", encoding="utf-8") as manifest:
        manifest.write('\n[[report]]\nfile = "bare.txt"\nhandle = "bare"\n')
    done = run("check", "--format", "json", "--root", built)
    found = [row["message"].split()[-1] for row in json.loads(done.stdout)["problems"] if row["kind"] == "masthead"]
    assert (done.returncode, found) == (1, ["title", "date"])


def test_a_damaged_alignment_file_is_exit_status_2(run: Run, built: Path) -> None:
    (built / "alignments").mkdir(exist_ok=True)
    (built / "alignments" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.toml").write_text("[[broken")
    done = run("check", "--root", built)
    assert done.returncode == 2
    assert "CAC-WG.9-2021-1__CAC-WG.9-2022-1.toml" in done.stderr


def test_annotations_are_workflow_commands_that_a_file_name_cannot_break(run: Run, built: Path) -> None:
    (built / "corpus" / "a%b,c:d.txt").write_text(OLD, encoding="utf-8")
    lines = run("check", "--format", "github", "--root", built).stdout.splitlines()
    assert lines
    assert all(line.startswith("::error file=") for line in lines)
    assert any("a%25b%2Cc%3Ad.txt" in line for line in lines)


# align


def test_a_place_that_stands_alone_does_not_make_its_alignment_file_old(run: Run, project: Path) -> None:
    (project / "corpus" / "2022.txt").open("a", encoding="utf-8").write("\n\n99. 会议欢迎本国新设的海洋观测站。\n")
    run("align", "--all", "--root", project)
    run("build", "--root", project)
    assert (
        run("check", "--root", project).returncode,
        run("check", "--root", project).stdout.count("old-proposals"),
    ) == (0, 0)


def test_an_alignment_file_is_written_once_and_then_up_to_date(run: Run, project: Path) -> None:
    done = run("align", "CAC/WG.9/2021/1", "CAC/WG.9/2022/1", "--root", project)
    assert done.stdout == "alignments/CAC-WG.9-2021-1__CAC-WG.9-2022-1.toml: written\n"
    done = run("align", "cac-wg.9-2021-1", "2022.txt", "--root", project)
    assert done.stdout == "alignments/CAC-WG.9-2021-1__CAC-WG.9-2022-1.toml: up to date\n"


def test_align_needs_two_reports_of_the_corpus_or_all(run: Run, project: Path, pair: tuple[Path, Path]) -> None:
    failed(run("align", "--root", project))
    failed(run("align", "CAC/WG.9/2021/1", "--root", project))
    assert "ccdiff add" in failed(run("align", *pair, "--root", project))


# add


def test_a_report_is_taken_in_and_paired_with_the_latest_of_its_series(run: Run, built: Path, tmp_path: Path) -> None:
    report = tmp_path / "2024.txt"
    report.write_text(OLD.replace("2022", "2024"), encoding="utf-8")
    done = run("add", report, "--symbol", "CAC/WG.9/2024/1", "--root", built)
    assert done.returncode == 0, done.stderr
    assert "will be compared: CAC/WG.9/2023/1 -> CAC/WG.9/2024/1" in done.stdout
    assert (built / "corpus" / "2024.txt").read_bytes() == report.read_bytes()
    assert (built / "corpus" / "corpus.toml").read_text(encoding="utf-8").startswith("# kept comment\n")
    assert run("build", "--root", built).stdout == "3 comparisons: 1 built, 2 up to date\n"


def test_what_is_in_the_corpus_already_is_refused(run: Run, built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((built / "corpus" / "2021.txt").read_bytes())
    assert "already, as CAC/WG.9/2021/1" in failed(run("add", copy, "--root", built))
    copy.write_text(OLD.replace("2022", "2031"), encoding="utf-8")
    assert "already" in failed(run("add", copy, "--symbol", "cac/wg.9/2021/1", "--root", built))
    clash = tmp_path / "2021.txt"
    clash.write_text(OLD.replace("2022", "2032"), encoding="utf-8")
    assert "2021.txt" in failed(run("add", clash, "--handle", "other", "--root", built))
    assert len(os.listdir(built / "corpus")) == 4


def test_a_report_that_the_manifest_would_not_bear_changes_nothing(run: Run, built: Path, tmp_path: Path) -> None:
    report = tmp_path / "undated.txt"
    report.write_text("导言\n\n1. 没有日期的报告。\n\n2. 完。\n", encoding="utf-8")
    before = contents(built / "corpus")
    assert "no date" in failed(run("add", report, "--handle", "u", "--series", "working-group", "--root", built))
    assert contents(built / "corpus") == before


def test_a_first_report_begins_a_corpus_where_root_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "fresh").mkdir()
    done = run("add", "r.txt", "--handle", "mine", "--root", "fresh")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "fresh" / "corpus" / "r.txt").exists()


@pytest.mark.parametrize("name", [b"\xb1\xa8.txt", b"a\nb.txt"])
def test_a_name_that_the_manifest_cannot_bear_is_refused(run: Run, built: Path, tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/" + name))
    path.write_text(OLD.replace("2022", "2024"), encoding="utf-8")
    assert "rename" in failed(run("add", path, "--handle", "x", "--root", built))
    assert len(os.listdir(built / "corpus")) == 4


def test_a_wrong_date_is_refused(run: Run, built: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(OLD, encoding="utf-8")
    assert "YYYY-MM-DD" in failed(run("add", "r.txt", "--handle", "x", "--date", "31.5.2024", "--root", built))


# settled rows


def settle(root: Path, run: Run) -> Path:
    """The alignment file of the first pair, with paragraph 2 confirmed by a person."""
    run("align", "--all", "--root", root)
    path = root / "alignments" / "CAC-WG.9-2021-1__CAC-WG.9-2022-1.toml"
    blocks = path.read_text(encoding="utf-8").split("[[paragraph]]")
    blocks = [block.replace('"proposed"', '"confirmed"') if 'old = ["2"]' in block else block for block in blocks]
    path.write_text("[[paragraph]]".join(blocks), encoding="utf-8")
    run("align", "--all", "--root", root)
    return path


def test_a_settled_row_is_kept_and_shown_as_settled(run: Run, built: Path) -> None:
    path = settle(built, run)
    assert path.read_text(encoding="utf-8").count('"confirmed"') == 2  # once in the introduction
    assert run("build", "--root", built).returncode == 0
    found = json.loads(run("compare", "CAC/WG.9/2021/1", "CAC/WG.9/2022/1", "--format", "json", "--root", built).stdout)
    assert [row["old"] for row in found["paragraphs"] if row["origin"] == "reviewed"] == [["2"]]
    assert run("check", "--root", built).returncode == 0


def test_the_check_names_a_settled_row_whose_text_has_changed(run: Run, built: Path) -> None:
    settle(built, run)
    report = built / "corpus" / "2021.txt"
    report.write_text(
        report.read_text(encoding="utf-8").replace("81个缔约国提供", "81个缔约国已经提供"), encoding="utf-8"
    )
    run("align", "--all", "--root", built)
    run("build", "--root", built)
    done = run("check", "--format", "json", "--root", built)
    assert done.returncode == 1
    assert [problem["kind"] for problem in json.loads(done.stdout)["problems"]] == ["stale"]


def test_no_output_carries_a_trace_of_the_machine(built: Path) -> None:
    for path in (built / "reports").iterdir():
        text = path.read_text(encoding="utf-8")
        assert str(built) not in text
        assert str(Path.home()) not in text
