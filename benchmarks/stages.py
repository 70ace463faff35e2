"""Where the time of a cold pair goes: one process from start to HTML, its processor time stage by stage.

``python -m benchmarks.stages`` prints one run as JSON; ``measure_stages`` takes the median of several.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from importlib import import_module
from statistics import median

from benchmarks.cases import NEW, OLD, ROOT


def stages() -> dict[str, float]:
    """Seconds of processor time by stage, in order; each with the modules and tables that it is the first to need."""
    found: dict[str, float] = {}
    last = 0.0

    def took(stage: str) -> None:
        nonlocal last
        found[stage] = time.process_time() - last
        last = time.process_time()

    took("Python itself, and this script")
    import_module("ccdiff.cli.compare")
    import_module("ccdiff.patterns").recall()
    took("command line")
    compare = import_module("ccdiff.compare")
    old, new = compare.read_report(OLD), compare.read_report(NEW)
    took("reading both reports")
    config = import_module("ccdiff.config").Config()
    alignment = import_module("ccdiff.align").align(old, new, config.align)
    took("aligning")
    derive = import_module("ccdiff.derive")
    pair = import_module("ccdiff.derive.context").Pair(old, new, alignment, config.derive)
    pair.rows = import_module("ccdiff.derive.relations").relations(pair)
    pair.again = import_module("ccdiff.derive.again").again(pair)
    pair.subjects = import_module("ccdiff.derive.subjects").subjects(pair)
    took("word differences and relations, word cutter included")
    for fact in derive.FACTS:
        pair.found[fact] = getattr(import_module(f"ccdiff.derive.{fact}"), fact)(pair)
        took(fact)
    changes = import_module("ccdiff.model.changes").Changes(**pair.found, notes=tuple(pair.notes))
    highlights = import_module("ccdiff.derive.importance").highlights(pair, changes)
    took("importance")
    render, model = import_module("ccdiff.render"), import_module("ccdiff.model.comparison")
    whole = model.Comparison(
        old.report, new.report, config.as_dict(), alignment.sections, pair.rows, changes, highlights
    )
    import_module("jinja2")
    took("loading jinja2")
    render.render(whole, "html")
    took("the page")
    return found


def measure_stages(times: int, environment: Mapping[str, str]) -> dict[str, float]:
    """The median seconds of each stage over ``times`` processes."""
    command = [sys.executable, "-m", "benchmarks.stages"]
    runs = [
        json.loads(subprocess.run(command, env=dict(environment), cwd=ROOT, capture_output=True, check=True).stdout)
        for _ in range(times)
    ]
    return {stage: median(run[stage] for run in runs) for stage in runs[0]}


if __name__ == "__main__":
    gc.set_threshold(200_000, 10, 10)  # as the command line does
    print(json.dumps(stages()))
