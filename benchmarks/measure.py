"""Whole processes, timed in rounds: every case once a round, so that a busy moment of the machine hits all alike."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Case:
    """A command to time. ``note`` says what it does not do that ccdiff does; ``ok`` are its good exit statuses."""

    name: str
    command: Sequence[str]
    note: str = ""
    ok: tuple[int, ...] = (0,)
    once: bool = False  # takes so long that it is run in the first round alone
    seconds: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was measured so far."""
        for found in (self.seconds, self.wall, self.megabytes):
            found.clear()


def run(case: Case, environment: Mapping[str, str]) -> None:
    """Run ``case`` once; its seconds and its peak memory are added to it. Raises ``RuntimeError`` when it fails.

    ``seconds`` is processor time, which other work on the machine hardly touches; ``wall`` is the clock's.
    """
    with open(os.devnull, "w") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(case.command, stdout=nowhere, stderr=subprocess.PIPE, env=dict(environment))
        _, status, used = os.wait4(process.pid, 0)
        case.wall.append(time.perf_counter() - start)
        case.seconds.append(used.ru_utime + used.ru_stime)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.stderr is not None
    complaint = process.stderr.read().decode("utf-8", "replace")
    process.stderr.close()
    if process.returncode not in case.ok:
        raise RuntimeError(f"{case.name}: exit {process.returncode}: {complaint[-400:]}")
    case.megabytes.append(used.ru_maxrss / 1024)


def rounds(cases: Sequence[Case], times: int, environment: Mapping[str, str]) -> None:
    """Each case once unmeasured (disk caches, byte code), then ``times`` rounds of all."""
    repeated = [case for case in cases if not case.once]
    for case in repeated:
        run(case, environment)
        case.clear()
    for turn in range(times):
        for case in cases if turn == 0 else repeated:
            run(case, environment)


def ratio(case: Case, base: Case) -> tuple[float, float, float]:
    """How many times ``base`` the case takes: median, least and most over the rounds, each round against itself."""
    found = [a / b for a, b in zip(case.seconds, base.seconds, strict=False)]
    return median(found), min(found), max(found)
