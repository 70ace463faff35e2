"""Same input, same bytes: under any hash seed, with either word cutter, in any time zone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from .conftest import ROOT

PAIR = ("CAC/COSP/EG.1/2019/4", "CAC/COSP/EG.1/2020/3")
WITHOUT_FAST = "import sys; sys.modules['rjieba'] = None; from ccdiff.cli import main; main()"


def output(format: str, code: list[str], **environment: str) -> bytes:
    command = [sys.executable, *code, "compare", *PAIR, "--format", format, "--root", str(ROOT)]
    return subprocess.run(command, env={**os.environ, **environment}, cwd=ROOT, capture_output=True, check=True).stdout


@pytest.mark.parametrize("format", ["json", "md", "html"])
def test_outputs_do_not_depend_on_hash_seed_time_zone_or_word_cutter(format: str) -> None:
    first = output(format, ["-m", "ccdiff"], PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert first == output(format, ["-m", "ccdiff"], PYTHONHASHSEED="4711", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    assert first == output(format, ["-c", WITHOUT_FAST], PYTHONHASHSEED="99")
