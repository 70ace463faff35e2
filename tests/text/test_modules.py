"""Modules that an earlier run kept are those that Python would load, and count for the same files alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ccdiff import modules, seen, store

RUN = """
from ccdiff import modules
modules.recall()
import ccdiff.{name} as found
modules.keep()
print(type(found.__spec__.loader).__name__, found.__file__, found.__package__, found.{member}.__module__)
"""


def load(tmp_path: Path, name: str = "files", member: str = "write_whole") -> list[str]:
    """Loads a module of the copy in a process of its own: the kind of its loader, its file, its package, a member's module."""
    env = {**os.environ, "CCDIFF_CACHE": str(tmp_path / "kept"), "PYTHONPATH": str(tmp_path)}
    program = RUN.format(name=name, member=member)
    return subprocess.run(
        [sys.executable, "-c", program], env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A ccdiff of a few files that have not changed for long."""
    names = (
        "__init__.py",
        "errors.py",
        "files.py",
        "modules.py",
        "seen.py",
        "store.py",
        "model/__init__.py",
        "model/named.py",
    )
    for name in names:
        target = tmp_path / "ccdiff" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((seen.PACKAGE / name).read_bytes())
        os.utime(target, (1_600_000_000, 1_600_000_000))
    return tmp_path


def test_a_module_that_was_kept_is_loaded_from_there_and_is_the_same(copy: Path) -> None:
    first, second = (load(copy, "model.named", "NamedTuple") for _ in range(2))
    assert first[0] == "SourceFileLoader"
    assert second[0] == "Loader"
    assert first[1:] == second[1:]
    assert first[1:3] == [str(copy / "ccdiff" / "model" / "named.py"), "ccdiff.model"]
    assert load(copy, "model", "__spec__")[:3] == [
        "Loader",
        str(copy / "ccdiff" / "model" / "__init__.py"),
        "ccdiff.model",
    ]


def test_a_module_that_was_changed_is_read_anew(copy: Path) -> None:
    load(copy, "errors", "CcdiffError")
    changed = copy / "ccdiff" / "errors.py"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nclass Other: ...\n", encoding="utf-8")
    os.utime(changed, (1_600_000_000, 1_600_000_000))
    assert load(copy, "errors", "Other")[0] == "SourceFileLoader"
    assert load(copy, "errors", "Other")[0] == "Loader"


def test_another_file_that_was_changed_is_reason_enough(copy: Path) -> None:
    load(copy, "errors", "CcdiffError")
    os.utime(copy / "ccdiff" / "files.py")
    assert load(copy, "errors", "CcdiffError")[0] == "SourceFileLoader"
    assert load(copy, "errors", "CcdiffError")[0] == "SourceFileLoader"  # it has just changed: not trusted yet


def test_what_a_run_did_not_need_stays_kept(copy: Path) -> None:
    load(copy, "errors", "CcdiffError")
    load(copy, "model.named", "NamedTuple")
    assert load(copy, "errors", "CcdiffError")[0] == "Loader"
    assert load(copy, "model.named", "NamedTuple")[0] == "Loader"


@pytest.mark.parametrize("damage", [b"", b"damaged", None])
def test_a_damaged_file_is_no_harm(copy: Path, damage: bytes | None) -> None:
    load(copy, "errors", "CcdiffError")
    (kept,) = (copy / "kept").glob("modules-*")
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert load(copy, "errors", "CcdiffError")[0] == "SourceFileLoader"


def test_nothing_is_kept_without_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCDIFF_CACHE", "")
    store.folder.cache_clear()
    try:
        before = list(sys.meta_path)
        modules.recall()
        modules.keep()
        assert sys.meta_path == before
    finally:
        store.folder.cache_clear()
