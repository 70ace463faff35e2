"""A build on a real cluster on loopback gives the same bytes, and survives the death of a worker."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.archive import write_archive

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "10s"}


def dask(*args: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + args[0], *args[1:]]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    processes = [
        dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    ]
    for n in range(2):
        local = [
            "--nthreads",
            "1",
            "--no-dashboard",
            "--host",
            "127.0.0.1",
            "--local-directory",
            str(folder / str(n)),
            "--death-timeout",
            "20",
        ]
        processes.append(dask("worker", "--scheduler-file", str(file), *local))
    deadline = time.monotonic() + 60
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    import json

    yield json.loads(file.read_text())["address"], processes[1:]
    for process in reversed(processes):
        process.terminate()
    for process in processes:
        process.wait(20)


def build(root: Path, *args: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ccdiff", "build", "--root", str(root), *args]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "reports").iterdir()}


def test_a_cluster_gives_the_same_bytes_even_when_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    for name in ("here", "there"):
        write_archive(tmp_path / name, 24, 4)
        (tmp_path / name / "language" / "zh").mkdir(parents=True)
        (tmp_path / name / "language" / "zh" / "names.txt").write_text(
            "body | 打击野生动植物犯罪问题工作组\n", encoding="utf-8"
        )
    there = build(tmp_path / "there", "--scheduler", address)
    while there.poll() is None and not list((tmp_path / "there").glob("reports/*.json")):
        time.sleep(0.02)
    workers[0].kill()
    out, complaint = there.communicate(timeout=120)
    assert (there.returncode, complaint) == (0, ""), out
    here = build(tmp_path / "here", "--jobs", "1")
    assert here.communicate(timeout=120)[0] == out == "20 comparisons: 20 built\n"
    assert outputs(tmp_path / "here") == outputs(tmp_path / "there")


@pytest.mark.parametrize("address", ["nonsense", "tcp://somewhere", "http://[::1]:port"])
def test_what_is_no_address_is_refused_at_once(tmp_path: Path, address: str) -> None:
    write_archive(tmp_path / "project", 2, 1)
    process = build(tmp_path / "project", "--scheduler", address)
    out, complaint = process.communicate(timeout=60)
    assert (process.returncode, out, complaint.count("\n")) == (2, "", 1)
    assert "tcp://HOST:PORT" in complaint


def test_an_address_without_a_scheduler_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ccdiff.corpus import cluster as module
    from ccdiff.errors import CcdiffError

    monkeypatch.setattr(module, "CONNECT", "1s")
    with pytest.raises(CcdiffError, match="no scheduler answers"):
        list(module.run([], "tcp://127.0.0.1:9"))
