"""``build --changed-since``: only what a change touches, told by content and by what the branch itself changed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run, failed

FIRST, SECOND = "CAC-WG.9-2021-1__CAC-WG.9-2022-1", "CAC-WG.9-2022-1__CAC-WG.9-2023-1"
Since = Callable[..., tuple[str, str]]


def git(root: Path, *args: str) -> str:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *settings, *args], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "a change")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def repository(run: Run, project: Path) -> Path:
    """The project, built and committed."""
    assert run("build", "--root", project).returncode == 0
    git(project, "init", "-q", "-b", "main")
    commit(project)
    return project


@pytest.fixture
def since(run: Run, repository: Path, tmp_path: Path) -> Since:
    """``since("HEAD")``: what a build says, and its note ("" for none)."""

    def since(revision: str) -> tuple[str, str]:
        note = tmp_path / "note.md"
        done = run("build", "--root", repository, f"--changed-since={revision}", "--note", note)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip(), note.read_text(encoding="utf-8") if note.exists() else ""

    return since


def undated(root: Path) -> None:
    """The manifest states no dates: they are read from the reports."""
    manifest = root / "corpus" / "corpus.toml"
    rows = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join(row for row in rows if not row.startswith("date")), encoding="utf-8")


def test_what_a_branch_no_longer_asks_for_is_taken_away(repository: Path, since: Since, run: Run) -> None:
    manifest = repository / "corpus" / "corpus.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").rsplit("[[report]]", 1)[0], encoding="utf-8")
    (repository / "corpus" / "2023.txt").unlink()
    assert since("HEAD") == ("1 comparison: 0 built, 1 up to date, 1 removed", "")
    assert not list((repository / "reports").glob(f"{SECOND}*"))
    assert "no comparison asks" not in run("check", "--root", repository).stdout


def test_what_others_changed_since_the_branch_began_is_not_touched_by_it(repository: Path, since: Since) -> None:
    git(repository, "branch", "feature")
    change(repository / "corpus" / "2021.txt", "81个", "70个")
    commit(repository)
    git(repository, "checkout", "-q", "feature")
    change(repository / "corpus" / "2023.txt", "83个", "90个")
    said, note = since("main")
    assert said == "2 comparisons: 1 built, 1 up to date"
    assert "90" in note and "81" not in note


def test_a_file_that_only_got_another_name_touches_nothing(repository: Path, since: Since) -> None:
    git(repository, "mv", "corpus/2022.txt", "corpus/renamed.txt")
    change(repository / "corpus" / "corpus.toml", "2022.txt", "renamed.txt")
    assert since("HEAD") == ("nothing to do: 2 comparisons up to date", "")


def test_a_name_that_chooses_another_reader_builds_anew(repository: Path, since: Since) -> None:
    git(repository, "mv", "corpus/2023.txt", "corpus/2023.md")
    change(repository / "corpus" / "corpus.toml", "2023.txt", "2023.md")
    said, note = since("HEAD")
    assert said == "2 comparisons: 1 built, 1 up to date"
    assert note


def test_a_comparison_more_touches_no_other_where_the_manifest_states_no_dates(repository: Path, since: Since) -> None:
    undated(repository)
    commit(repository)
    since("0" * 40)
    commit(repository)
    manifest = repository / "corpus" / "corpus.toml"
    more = '\n[[compare]]\nold = "CAC/WG.9/2021/1"\nnew = "CAC/WG.9/2023/1"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + more, encoding="utf-8")
    said, note = since("HEAD")
    assert said == "3 comparisons: 1 built, 2 up to date"
    assert note.count("\n# ") == 1


def test_a_date_that_puts_a_series_in_another_order_touches_the_pairs_that_come_of_it(
    repository: Path, since: Since
) -> None:
    undated(repository)
    since("HEAD")
    commit(repository)
    change(repository / "corpus" / "2022.txt", "3 June 2022", "3 June 2024")
    said, _ = since("HEAD")
    assert said == "2 comparisons: 2 built, 2 removed"


def test_what_is_out_of_date_but_not_touched_is_said_to_be_so(repository: Path, since: Since) -> None:
    (repository / "reports" / f"{FIRST}.html").unlink()
    assert since("HEAD") == ("nothing to do: 2 comparisons, 1 up to date, 1 out of date, but not touched", "")


def test_before_the_first_commit_there_was_nothing(since: Since) -> None:
    said, note = since("0" * 40)
    assert said == "nothing to do: 2 comparisons up to date"
    assert note.count("\n# ") == 2


def test_a_note_of_an_earlier_run_does_not_stay(repository: Path, since: Since, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("of an earlier run")
    assert since("HEAD")[1] == ""


def test_another_version_of_ccdiff_touches_all(repository: Path, since: Since) -> None:
    from ccdiff.corpus.digests import engine_digest

    change(repository / "reports" / ".digests.json", engine_digest(), "0" * 64)
    commit(repository)
    assert since("HEAD")[1].count("\n# ") == 2


def test_a_shallow_clone_needs_only_the_commit_itself(repository: Path, run: Run, tmp_path: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    change(repository / "corpus" / "2023.txt", "83个", "90个")
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    assert "git fetch" in failed(run("build", "--changed-since", base, "--root", clone))
    git(clone, "fetch", "-q", "--depth=1", "origin", base)
    assert run("build", "--changed-since", base, "--root", clone).stdout == "2 comparisons: 1 built, 1 up to date\n"


def test_a_project_in_a_folder_of_a_repository_is_looked_at_alone(project: Path, run: Run) -> None:
    assert run("build", "--root", project).returncode == 0
    git(project.parent, "init", "-q")
    commit(project.parent)
    (project.parent / "elsewhere.txt").write_text("no business of ours")
    change(project / "corpus" / "2023.txt", "83个", "90个")
    done = run("build", "--changed-since", "HEAD", "--root", project)
    assert done.stdout == "2 comparisons: 1 built, 1 up to date\n"


def test_outside_a_repository_the_line_says_so(project: Path, run: Run) -> None:
    assert "no git repository" in failed(run("build", "--changed-since", "HEAD", "--root", project))


def test_a_note_tells_of_the_comparisons_that_could_be_made(repository: Path, run: Run, tmp_path: Path) -> None:
    (repository / "corpus" / "2021.txt").write_bytes(b"")
    change(repository / "corpus" / "2023.txt", "83个", "90个")
    note = tmp_path / "note.md"
    done = run("build", "--changed-since", "HEAD", "--note", note, "--root", repository)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "2021.txt" in done.stderr
    assert "90" in note.read_text(encoding="utf-8")
