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

from benchmarks.archive import write_archive
from benchmarks.cases import ROOT, cold
from benchmarks.growth import Growth, growths
from benchmarks.measure import Case, ratio, rounds, run
from benchmarks.scale import measure_scale
from benchmarks.stages import measure_stages

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
    load = os.getloadavg()[0]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory(prefix="ccdiff-bench-") as folder:
        environment["CCDIFF_CACHE"] = str(Path(folder) / "kept")
        cases = [*cold(Path(folder) / "page.html"), _nothing_to_do(Path(folder) / "project", environment)]
        for case in (cases[2], cases[2]):  # a second run keeps what the third need not make
            run(case, environment)
            case.clear()
        rounds(cases, wish.rounds, environment)
        found = _inside(wish.rounds, cases[0], environment)
    RESULTS.write_text(
        "\n".join([HEAD, *_cold(cases), *found, *_archive(wish.reports, cases[0], environment), *_machine(load)])
        + "\n",
        encoding="utf-8",
    )
    print(RESULTS.read_text(encoding="utf-8"))


def _archive(reports: int, base: Case, environment: dict[str, str]) -> list[str]:
    return measure_scale(reports, base, environment).lines() if reports else []


def _inside(times: int, base: Case, environment: dict[str, str]) -> list[str]:
    """What is measured inside a process: its stages, a warm pair, growth."""
    warm = {engine: _warm(engine, environment) for engine in ("rjieba", "jieba")}
    stages = _stages_part(measure_stages(times, environment), median(base.seconds))
    return [*stages, *_warm_part(warm), *_growth_part(growths())]


def _nothing_to_do(root: Path, environment: dict[str, str]) -> Case:
    """``ccdiff build`` for one pair that is up to date."""
    write_archive(root, 2, 1)
    case = Case(
        "ccdiff build, nothing to do for one pair", [sys.executable, "-m", "ccdiff", "build", "--root", str(root)]
    )
    for _ in range(2):
        run(case, environment)
    case.clear()
    return case


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
        "Every run meets the texts for the first time: what was remembered of them is forgotten before it. In a series each report",
        "is compared with the one before it and with the one after it: the next pair reads one report, and of the other it has what",
        "the last pair found; the ratio of both is to jieba cutting both texts.",
        "",
        "| engine | pair, ms | jieba loaded, cutting both, ms | ratio | next pair of a series, ms | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for engine, found in warm.items():
        alone, next_one, floor = found["pair"], found["chain"], found["jieba"]
        cells = f"{alone * 1000:.0f} | {floor * 1000:.0f} | {alone / floor:.2f} | {next_one * 1000:.0f}"
        lines.append(f"| {engine} | {cells} | {next_one / floor:.2f} |")
    return [*lines, ""]


def _growth_part(found: Sequence[Growth]) -> list[str]:
    lines = ["## How a pair's cost grows with its length", "", "| what | times as long: ms | power |", "|---|---|---|"]
    for growth in found:
        shown = ", ".join(f"{length:g}: {seconds * 1000:.0f}" for length, seconds in growth.rows)
        lines.append(f"| {growth.name} | {shown} | {growth.power:.2f} |")
    return [*lines, ""]


def _stages_part(found: dict[str, float], base: float) -> list[str]:
    lines = [
        "## Where the time of a cold pair goes",
        "",
        "Processor time from start to HTML, each stage with the modules and tables that it is the first to need.",
        "",
        "| stage | ms | times `python -c pass` |",
        "|---|---|---|",
    ]
    lines += [f"| {stage} | {seconds * 1000:.1f} | {seconds / base:.1f} |" for stage, seconds in found.items()]
    return [*lines, ""]


def _machine(load: float) -> list[str]:
    packages = ("click", "diff-match-patch", "jieba", "rjieba", "ahocorasick_rs", "jinja2")
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return [
        "## Machine",
        "",
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {versions}, {git}.",
        "",
        f"Load average when it began: {load:.1f} (what else runs slows the archive's rates, which are by the clock).",
    ]


if __name__ == "__main__":
    main()
