"""How the cost of a pair grows with its length, here and for what a user would run instead."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import NEW, OLD
from benchmarks.warm import longer, pair, timed


@dataclass(frozen=True)
class Growth:
    """``rows``: (times the length, seconds of processor time); ``power``: seconds grow with length to this power."""

    name: str
    rows: tuple[tuple[float, float], ...]

    @property
    def power(self) -> float:
        (few, first), (most, last) = self.rows[0], self.rows[-1]
        return math.log(last / first) / math.log(most / few)


def growths() -> list[Growth]:
    """ccdiff and git's word diff from 1 to 16 times the length; diff-match-patch without time-out on an eighth to a half."""
    old, new = OLD.read_text(encoding="utf-8"), NEW.read_text(encoding="utf-8")
    return [
        _measured("ccdiff, warm", lambda k: timed(pair(longer(old, int(k)), longer(new, int(k))), 1), (1, 2, 4, 8, 16)),
        _measured("git diff --word-diff", lambda k: _git(longer(old, int(k)), longer(new, int(k))), (1, 2, 4, 8, 16)),
        _measured(
            "diff-match-patch, no time-out",
            lambda k: _dmp(old[: int(len(old) * k)], new[: int(len(new) * k)]),
            (1 / 8, 1 / 4, 1 / 2),
        ),
    ]


def _measured(name: str, seconds: Callable[[float], float], lengths: Sequence[float]) -> Growth:
    return Growth(name, tuple((length, seconds(length)) for length in lengths))


def _git(old: str, new: str) -> float:
    with tempfile.TemporaryDirectory(prefix="ccdiff-bench-") as folder:
        paths = Path(folder) / "old.txt", Path(folder) / "new.txt"
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff", *map(str, paths)]
        before = os.times()
        for _ in range(9):
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        after = os.times()
    return (after.children_user + after.children_system - before.children_user - before.children_system) / 9


def _dmp(old: str, new: str) -> float:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    start = time.process_time()
    engine.diff_main(old, new)
    return time.process_time() - start


if __name__ == "__main__":
    import json

    print(json.dumps([[growth.name, growth.rows] for growth in growths()]), file=sys.stdout)
