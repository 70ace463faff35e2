"""Nothing to do is told without reading, and never where anything has changed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ccdiff.cli import run
from ccdiff.corpus import digests
from ccdiff.corpus.unchanged import unchanged

PAIR = "CAC-WG.9-2021-1__CAC-WG.9-2022-1"


@pytest.fixture
def current(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, built, and found to be up to date."""
    monkeypatch.setattr(digests, "SETTLED", 0)
    for _ in range(2):
        time.sleep(0.02)  # longer than a tick of the file system's clock
        assert run(["build", "--root", str(project)]) == 0
    assert unchanged(project) == 2
    return project


def same_size_and_time(path: Path) -> None:
    """Another content, as long, under the time that the file had."""
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("1", "2", 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def moved_over(path: Path) -> None:
    other = path.with_name("other")
    other.write_text("other")
    other.replace(path)


def written(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# nothing\n")


CHANGES: dict[str, Callable[[Path], None]] = {
    "a report": lambda root: same_size_and_time(root / "corpus" / "2021.txt"),
    "the manifest": lambda root: same_size_and_time(root / "corpus" / "corpus.toml"),
    "an output": lambda root: moved_over(root / "reports" / f"{PAIR}.md"),
    "an output that is gone": lambda root: (root / "reports" / f"{PAIR}.json").unlink(),
    "the index": lambda root: (root / "reports" / "index.html").unlink(),
    "the record": lambda root: same_size_and_time(root / "reports" / ".digests.json"),
    "an alignment": lambda root: written(root / "alignments" / f"{PAIR}.toml"),
    "thresholds": lambda root: written(root / "ccdiff.toml"),
    "a table": lambda root: written(root / "language" / "zh" / "names.txt"),
    "what was kept": lambda root: (root / ".ccdiff" / "current.json").write_text("[]"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_is_changed_is_seen(current: Path, what: str) -> None:
    CHANGES[what](current)
    assert unchanged(current) is None


def test_another_installation_of_ccdiff_looks_for_itself(current: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ccdiff.corpus.unchanged.PACKAGE", "/another/place/ccdiff")
    assert unchanged(current) is None


def test_nothing_to_do_imports_nothing_that_a_build_needs(current: Path) -> None:
    code = f"import sys; from ccdiff.cli import run; run(['build', '--root', {str(current)!r}]); print(*sys.modules)"
    said, loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.splitlines()
    assert said == "nothing to do: 2 comparisons up to date"
    assert [name for name in ("ccdiff.corpus.plan", "ccdiff.align", "ccdiff.render") if name in loaded.split()] == []


def test_a_file_that_changed_a_moment_ago_is_not_trusted(project: Path) -> None:
    for _ in range(2):
        assert run(["build", "--root", str(project)]) == 0
    assert unchanged(project) is None


def test_what_is_no_longer_there_is_not_kept_in_the_cache(current: Path) -> None:
    manifest = current / "corpus" / "corpus.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").rsplit("[[report]]", 1)[0], encoding="utf-8")
    (current / "corpus" / "2023.txt").unlink()
    time.sleep(0.02)
    for _ in range(2):
        assert run(["build", "--root", str(current)]) == 0
    assert "2023" not in (current / ".ccdiff" / "stat.json").read_text(encoding="utf-8")
