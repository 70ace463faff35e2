"""A thousand reports: building all, building nothing, and what a worker takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.archive import write_archive
from benchmarks.measure import Case, run


@dataclass(frozen=True)
class Scale:
    """``rates``: (pairs, jobs, pairs a second, MB of the largest process); ``nothing``: times ``python -c pass`` for an up-to-date archive."""

    rates: tuple[tuple[int, int, float, float], ...]
    nothing: tuple[int, float, float]

    def lines(self) -> list[str]:
        """As Markdown."""
        pairs, trusted, hashed = self.nothing
        lines = [
            "## An archive",
            "",
            "| comparisons | processes | a second | MB, largest process |",
            "|---|---|---|---|",
        ]
        lines += [f"| {pairs} | {jobs} | {rate:.1f} | {memory:.0f} |" for pairs, jobs, rate, memory in self.rates]
        lines += [
            "",
            f"Nothing changed, {pairs} comparisons: {trusted:.1f} times `python -c pass` where file times are trusted,",
        ]
        return [*lines, f"{hashed:.1f} times where every file is hashed anew (the cache in .ccdiff/ deleted).", ""]


def measure_scale(reports: int, base: Case, environment: Mapping[str, str]) -> Scale:
    """Build archives of a tenth and of all of ``reports`` reports, with one process and with all processors."""
    rates = []
    with tempfile.TemporaryDirectory(prefix="ccdiff-bench-") as folder:
        jobs = os.cpu_count() or 1
        rates.append(_build(Path(folder) / "small-1", reports // 10, 1, environment))
        rates.append(_build(Path(folder) / "small-n", reports // 10, jobs, environment))
        rates.append(_build(Path(folder) / "large", reports, jobs, environment))
        time.sleep(2.1)  # until the files' times are old enough to be trusted
        nothing = _nothing(Path(folder) / "large", rates[-1][0], median(base.seconds), environment)
    return Scale(tuple(rates), nothing)


def _build(root: Path, reports: int, jobs: int, environment: Mapping[str, str]) -> tuple[int, int, float, float]:
    write_archive(root, reports, max(1, reports // 10))
    case = Case("build", [sys.executable, "-m", "ccdiff", "build", "--root", str(root), "--jobs", str(jobs)])
    run(case, environment)
    pairs = len(list((root / "reports").glob("*.json"))) - 1
    return pairs, jobs, pairs / case.wall[0], case.megabytes[0]  # of the largest process, workers included


def _nothing(root: Path, pairs: int, base: float, environment: Mapping[str, str]) -> tuple[int, float, float]:
    command = [sys.executable, "-m", "ccdiff", "build", "--root", str(root)]
    subprocess.run(command, env=dict(environment), check=True, capture_output=True)
    trusted = Case("nothing", command)
    for _ in range(7):
        run(trusted, environment)
    hashed = Case("hashed", command)
    for _ in range(5):
        shutil.rmtree(root / ".ccdiff", ignore_errors=True)
        run(hashed, environment)
    return pairs, median(trusted.seconds) / base, median(hashed.seconds) / base
