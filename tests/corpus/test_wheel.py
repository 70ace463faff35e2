"""A wheel, installed in an empty environment, works with its data files inside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
PAIR = CORPUS / "CAC-COSP-EG.1-2019-4.zh.txt", CORPUS / "CAC-COSP-EG.1-2020-3.zh.txt"


def call(*command: object, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT / "ccdiff", source / "ccdiff", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    call(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        folder,
        source,
        cwd=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_every_data_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    files = (path for path in (ROOT / "ccdiff").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {path.relative_to(ROOT).as_posix() for path in files} <= inside
    assert not [name for name in inside if name.startswith(("tests/", "benchmarks/"))]


def test_a_wheel_in_an_empty_environment_compares_two_reports(wheel: Path, tmp_path: Path) -> None:
    """The libraries are borrowed from this environment, which a fresh clone's `make reports` installs; ccdiff itself is not."""
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    site = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", site, wheel)
    call(sys.executable, *install, cwd=tmp_path)
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    run = (python, "-m", "ccdiff", "compare", *PAIR)
    assert site.as_posix() in call(python, "-c", "import ccdiff; print(ccdiff.__file__)", cwd=tmp_path)
    assert json.loads(call(*run, "--format", "json", cwd=tmp_path))["schema"] == "ccdiff/comparison/1"
    for name in ("page.html", "note.docx", "note.md"):
        call(*run, "-o", name, cwd=tmp_path)
        assert (tmp_path / name).stat().st_size > 10_000
