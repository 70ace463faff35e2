"""``python -m benchmarks [--rounds N]``: measures, and writes ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.cases import ROOT, cold
from benchmarks.measure import Case, ratio, rounds
from benchmarks.scale import Scale, measure_scale

RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = """# What ccdiff costs

One run of `make bench`: every case is a whole process, run in rounds, each case once a round; a ratio compares the two cases of
one round, and stands as median (least to most). Times are processor time and hang on the machine; ratios hardly. The
archive's rates are by the clock.
"""


def main() -> None:
    """Measure everything and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--reports", type=int, default=1000, help="size of the generated archive; 0 leaves it out")
    wish = parser.parse_args()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory(prefix="ccdiff-bench-") as folder:
        cases = cold(Path(folder) / "page.html")
        rounds(cases, wish.rounds, environment)
    warm = {engine: _warm(engine, environment) for engine in ("rjieba", "jieba")}
    scale = measure_scale(wish.reports, cases[0], environment) if wish.reports else None
    RESULTS.write_text(
        "\n".join([HEAD, *_cold(cases), *_warm_part(warm), *_scale_part(scale), *_machine()]) + "\n", encoding="utf-8"
    )
    print(RESULTS.read_text(encoding="utf-8"))


def _warm(engine: str, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.warm", engine]
    found: dict[str, Any] = json.loads(
        subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True).stdout
    )
    return found


def _cold(cases: Sequence[Case]) -> list[str]:
    base, jieba = cases[0], next(case for case in cases if case.name.startswith("jieba"))
    lines = [
        "## A cold pair: the 8th and 9th report",
        "",
        "| case | times `python -c pass` | times jieba's cut | ms | MB | what it does not do |",
    ]
    lines.append("|---|---|---|---|---|---|")
    for case in cases:
        cells = [case.name, _spread(ratio(case, base)), _spread(ratio(case, jieba))]
        cells += [f"{median(case.seconds) * 1000:.0f}", f"{max(case.megabytes):.0f}", case.note]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, ""]


def _spread(found: tuple[float, float, float]) -> str:
    middle, least, most = found
    return f"{middle:.2f} ({least:.2f} to {most:.2f})" if middle < 10 else f"{middle:.1f} ({least:.1f} to {most:.1f})"


def _warm_part(warm: dict[str, dict[str, Any]]) -> list[str]:
    lines = [
        "## A warm pair, inside a running process",
        "",
        "| engine | pair, ms | jieba loaded, cutting both, ms | ratio |",
        "|---|---|---|---|",
    ]
    for engine, found in warm.items():
        ratio = found["pair"] / found["jieba"]
        lines.append(f"| {engine} | {found['pair'] * 1000:.0f} | {found['jieba'] * 1000:.0f} | {ratio:.2f} |")
    growth, power = warm["rjieba"]["growth"], warm["rjieba"]["power"]
    lines += ["", "## How a pair's cost grows with its length", "", "| times as long | ms |", "|---|---|"]
    lines += [f"| {times} | {seconds * 1000:.0f} |" for times, seconds in growth]
    return [*lines, "", f"Growth from 1 to {growth[-1][0]} times the length: power {power:.2f}.", ""]


def _scale_part(scale: Scale | None) -> list[str]:
    return scale.lines() if scale else []


def _machine() -> list[str]:
    packages = ("click", "diff-match-patch", "jieba", "rjieba", "jinja2")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return [
        "## Machine",
        "",
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {versions}, {git}.",
    ]


if __name__ == "__main__":
    main()
