"""Builds again and again while things go wrong: ``python -m tests.soak --seconds 60 --seed 1``.

Random corpora, random edits, kills at random moments, a full disk, read-only folders, two builders, clocks set back. After each,
``check`` is either clean or says what to do, and a further build gives the same bytes as a build from nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.archive import edition, write_archive

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def ccdiff(*args: str, **how: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ccdiff", *args]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)  # type: ignore[call-overload, no-any-return]


def done(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, complaint = process.communicate(timeout=300)
    assert "Traceback" not in complaint, complaint
    assert "internal error" not in complaint, complaint
    return process.returncode, out, complaint


def inside(arrange: str, root: Path) -> subprocess.Popen[str]:
    """A builder that sees its folders as ``arrange`` mounts them ($1 is the project); nobody else does, and afterwards nothing stays."""
    script = f'{arrange} && exec "$2" -m ccdiff build --jobs 1 --root "$1"'
    command = ["unshare", "--mount", "sh", "-c", script, "sh", str(root), sys.executable]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def may_mount() -> bool:
    """Whether this machine lets us mount in a place of our own: as root, on Linux."""
    test = ["unshare", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(test, capture_output=True).returncode == 0


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "reports").iterdir()}


class Soak:
    """A project that is built, disturbed and built again."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root, self.chance = root, chance
        write_archive(root, chance.choice((4, 6, 9)), chance.choice((1, 2, 3)), seed=chance.randrange(10**6))

    def build(self, *args: str) -> subprocess.Popen[str]:
        return ccdiff("build", "--root", str(self.root), *args)

    def wanted(self) -> int:
        """The exit status of a build: a damaged record is refused, with what to do."""
        record = self.root / "reports" / ".digests.json"
        return 2 if record.exists() and not record.read_bytes().strip() else 0

    # what goes wrong

    def edit(self) -> None:
        """A report is corrected, or an output edited or lost."""
        path = self.chance.choice(sorted((self.root / "corpus").glob("*.txt")))
        path.write_text(edition(path.read_text(encoding="utf-8"), self.chance), encoding="utf-8")
        pages = sorted((self.root / "reports").glob("S*")) if (self.root / "reports").is_dir() else []
        for page in self.chance.sample(pages, min(2, len(pages))):
            page.unlink() if self.chance.random() < 0.5 else page.write_text("edited")

    def unlist(self) -> None:
        """A report leaves the manifest."""
        manifest = self.root / "corpus" / "corpus.toml"
        rows = manifest.read_text(encoding="utf-8").split("[[report]]")
        if len(rows) > 4:
            del rows[self.chance.randrange(1, len(rows))]
        manifest.write_text("[[report]]".join(rows), encoding="utf-8")

    def kill(self) -> None:
        """A builder is killed at a random moment."""
        process = self.build("--jobs", self.chance.choice(("1", "2")))
        time.sleep(self.chance.uniform(0.05, 2.0))
        process.kill()
        process.communicate()

    def two(self) -> None:
        """Two builders at once."""
        wanted = self.wanted()
        both = [self.build(), self.build("--jobs", "1")]
        assert [done(process)[0] for process in both] == [wanted] * 2

    def full(self) -> None:
        """A disk with too little room; where none can be mounted: no file may grow beyond a few kilobytes."""
        if may_mount():
            (self.root / "reports").mkdir(exist_ok=True)
            size = self.chance.choice(("8k", "200k", "1m"))
            status, _, complaint = done(inside(f'mount -t tmpfs -o size={size} none "$1/reports"', self.root))
            assert status == 0 or (status == 2 and "No space left" in complaint and "reports" in complaint), complaint
            return
        limit = self.chance.choice((1_000, 60_000, 200_000))

        def small() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        status, _, complaint = done(ccdiff("build", "--root", str(self.root), "--jobs", "1", preexec_fn=small))
        assert status in (0, 2), complaint

    def locked(self) -> None:
        """A project in which nothing may be written; where none can be mounted so: a file in the place of a folder."""
        if may_mount():
            status, _, complaint = done(inside('mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"', self.root))
            assert status == 0 or (status == 2 and complaint.count("\n") == 1), complaint
            return
        reports, aside = self.root / "reports", self.root / "aside"
        if reports.is_dir():
            reports.rename(aside)
        reports.write_text("no folder")
        status, _, complaint = done(self.build())
        assert status == 2 and complaint.count("\n") == 1, complaint
        reports.unlink()
        if aside.is_dir():
            aside.rename(reports)

    def clock(self) -> None:
        """Files with times of the past and of the future, and builders whose clock goes wrong."""
        wrong = self.chance.choice((-(10**9), -3600, 3600, 10**9))
        wanted = self.wanted()
        code = f"import time; now = time.time_ns; time.time_ns = lambda: now() + {wrong} * 10**9; from ccdiff.cli import main; main()"
        command = [sys.executable, "-c", code, "build", "--root", str(self.root)]
        status, _, complaint = done(
            subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        )
        assert status == wanted, complaint
        for path in self.root.rglob("*"):
            if path.is_file() and self.chance.random() < 0.5:
                moment = self.chance.choice((0, 10**9, 4 * 10**9))
                os.utime(path, (moment, moment))

    def forget(self) -> None:
        """The record or the cache is lost or damaged."""
        kept = (self.root / ".ccdiff" / name for name in ("stat.json", "current.json"))
        for path in (self.root / "reports" / ".digests.json", *kept):
            if path.exists() and self.chance.random() < 0.7:
                path.unlink() if self.chance.random() < 0.7 else path.write_text("")

    # what must hold afterwards

    def check(self) -> None:
        """``check`` is clean or says what to do."""
        status, out, complaint = done(ccdiff("check", "--format", "json", "--root", str(self.root)))
        problems = json.loads(out)["problems"]
        assert bool(problems) == bool(status)
        assert (status == 2) == any(problem["kind"] == "unreadable" for problem in problems) == bool(complaint.strip())
        assert all(problem["remedy"] for problem in problems)

    def settle(self) -> None:
        """A further build gives the bytes of a build from nothing; then there is nothing to do."""
        if self.wanted():
            (self.root / "reports" / ".digests.json").unlink()  # the remedy that the message names
        status, _, complaint = done(self.build())
        assert status == 0, complaint
        fresh = self.root.with_name("fresh")
        shutil.copytree(self.root / "corpus", fresh / "corpus")
        assert done(ccdiff("build", "--root", str(fresh), "--jobs", "1"))[0] == 0
        known = outputs(self.root)
        extra = [name for name in known if name not in outputs(fresh)]
        for (
            name
        ) in extra:  # a lost record leaves pages of comparisons gone since: `check` names them, a person removes them
            (self.root / "reports" / name).unlink()
        assert outputs(self.root) == outputs(fresh)
        shutil.rmtree(fresh)
        assert "nothing to do" in done(self.build())[1]


def soak(seconds: float, seed: int) -> int:
    """Disturb projects for ``seconds``; how many times one was disturbed."""
    chance, rounds = random.Random(seed), 0
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with tempfile.TemporaryDirectory(prefix="ccdiff-soak-") as folder:
            project = Soak(Path(folder) / "project", chance)
            troubles: list[Callable[[], None]] = [
                project.edit, project.unlist, project.kill, project.two, project.full, project.locked, project.clock, project.forget,
            ]  # fmt: skip
            for trouble in chance.choices(troubles, k=4):
                trouble()
                project.check()
                rounds += 1
            project.settle()
    return rounds


def main() -> None:
    """Soak, and say how much was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wish = parser.parse_args()
    print(f"seed {wish.seed}", flush=True)
    print(f"{soak(wish.seconds, wish.seed)} troubles, nothing broken")


if __name__ == "__main__":
    main()
