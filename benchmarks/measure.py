"""Whole processes, timed in rounds: every case once a round, so that a busy moment of the machine hits all alike."""

from __future__ import annotations

import subprocess
import sys
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


# A process counts as its own the memory of the one that starts it, until it is loaded itself: commands are started from a small one.
STARTER = """
import os, sys, time
start = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, used = os.wait4(process, 0)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
"""


def run(case: Case, environment: Mapping[str, str]) -> None:
    """Run ``case`` once; its seconds and its peak memory are added to it. Raises ``RuntimeError`` when it fails.

    ``seconds`` is processor time, which other work on the machine hardly touches; ``wall`` is the clock's; ``megabytes`` those of
    the largest of its processes.
    """
    starter = [sys.executable, "-I", "-S", "-c", STARTER, *case.command]
    done = subprocess.run(starter, env=dict(environment), capture_output=True, check=False)
    complaint = done.stderr.decode("utf-8", "replace")
    found = done.stdout.split()
    if len(found) != 4 or int(found[3]) not in case.ok:
        raise RuntimeError(f"{case.name}: exit {int(found[3]) if found else done.returncode}: {complaint[-400:]}")
    wall, seconds, megabytes = map(float, found[:3])
    case.wall.append(wall)
    case.seconds.append(seconds)
    case.megabytes.append(megabytes)


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
