"""Workers for a build: this process, or several on this machine. A worker that dies costs only its batch, which is done again."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module

from ccdiff.corpus.work import Batch, Done, run_batch, work
from ccdiff.text.segment import engine

WATCH = 0.5  # seconds
TRIES = 3  # a batch whose worker dies this often is given up


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(batches: Sequence[Batch], jobs: int) -> Iterator[Done]:
    """Do ``batches`` with up to ``jobs`` processes; results come as they are ready, in no order."""
    if jobs == 1 or len(batches) < 2:
        for batch in batches:
            yield from work(batch)
        return
    left = list(batches)
    for _ in range(TRIES):
        left = yield from _round(left, min(jobs, len(left)))
        if not left:
            return
    for batch in left:
        error = "the worker died again and again (out of memory?); try --jobs 1"
        yield from (Done(pair.id, {}, {}, error=f"{pair.id}: {error}") for pair in batch.pairs)


def _round(batches: Sequence[Batch], jobs: int) -> Generator[Done, None, list[Batch]]:
    """One pool's life. Returns the batches that were not done because a worker died."""
    waiting = list(reversed(batches))
    running: dict[Future[list[Done]], Batch] = {}
    lost: list[Batch] = []
    with ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_leave_with, initargs=(os.getpid(),)) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < jobs * 2:  # bounded: results never pile up
                    running[pool.submit(run_batch, waiting[-1])] = waiting[-1]
                    waiting.pop()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    results = future.result()
                    del running[future]
                    yield from results
        except BrokenProcessPool:
            lost = [*running.values(), *reversed(waiting)]
        except BaseException:  # interrupted: what is under way is lost anyhow, and nobody shall wait for it
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise
    return lost


def _leave_with(parent: int) -> None:
    """End this worker when its builder says so, or is gone: a killed builder cannot tell it to."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _context() -> multiprocessing.context.BaseContext:
    """Fork where the system has it: what this process has loaded is then there for all workers."""
    if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" and os.uname().sysname == "Linux":
        _preload()
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _preload() -> None:
    for room in ("ingest", "parse", "align", "derive", "render"):
        import_module(f"ccdiff.{room}")
    engine()
