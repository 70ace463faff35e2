"""``ccdiff verify``: two language versions, place by place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import OLD, Run, failed

ENGLISH = """Distr.: General
3 June 2022
English

Report of the working group held in Vienna on 9 May 2022

I. Introduction

1. The working group met in Vienna on 9 May 2022.

2. As at 1 April 2022, 87 States parties had provided information on their central authorities.

II. Adoption of the report

3. The meeting adopted its report.
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "zh.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    return tmp_path / "zh.txt", tmp_path / "en.txt"


def test_two_versions_that_agree_say_so(run: Run, versions: tuple[Path, Path]) -> None:
    done = run("verify", *versions, "--exit-code")
    assert (done.returncode, done.stdout) == (0, "the two versions agree\n")


def test_a_figure_that_differs_is_named_with_its_place(run: Run, versions: tuple[Path, Path]) -> None:
    versions[1].write_text(ENGLISH.replace("87 States", "78 States"), encoding="utf-8")
    done = run("verify", *versions, "--exit-code")
    assert (done.returncode, done.stdout) == (1, "2: figures: only in A: 87; only in B: 78\n")
    assert run("verify", *versions).returncode == 0
    found = json.loads(run("verify", *versions, "--format", "json").stdout)
    assert found["disagreements"] == [{"place": "2", "kind": "figure", "a": ["87"], "b": ["78"]}]


def test_a_paragraph_that_only_one_version_has_is_named(run: Run, versions: tuple[Path, Path]) -> None:
    versions[1].write_text(ENGLISH + "\n4. The meeting was closed.\n", encoding="utf-8")
    assert run("verify", *versions).stdout == "4: paragraph: only in B\n"


def test_a_version_that_is_not_there_is_one_line(run: Run, versions: tuple[Path, Path]) -> None:
    assert "nowhere" in failed(run("verify", versions[0], "nowhere"))
