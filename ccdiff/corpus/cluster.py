"""Workers for a build on a Dask cluster. They need ccdiff of the same version and nothing else: reports travel with the work."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

from ccdiff.corpus.digests import engine_digest
from ccdiff.corpus.work import Batch, Done, run_batch
from ccdiff.errors import CcdiffError
from ccdiff.files import digest, write_whole

CONNECT = "20s"  # how long to wait for the scheduler
Tables = Mapping[str, bytes]  # the project's own language tables: path below its language folder -> content
_one_at_a_time = Lock()  # a worker's threads share this process; a batch keeps one processor busy


def run(batches: Sequence[Batch], address: str) -> Iterator[Done]:
    """Do ``batches`` on the cluster whose scheduler is at ``address``; results come as they are ready, in no order.

    A worker that dies costs only its batches, which others do again. Raises ``CcdiffError`` where there is no such cluster.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise CcdiffError(
            "Dask is not installed", remedy="pip install 'ccdiff[dask]', or build without --scheduler"
        ) from error
    if not address.rpartition(":")[2].rstrip("/").isdecimal():
        raise CcdiffError("is no scheduler's address", where=address, remedy="give it as tcp://HOST:PORT")
    try:
        client = Client(address, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise CcdiffError(f"no scheduler answers ({error})", where=address, remedy="check the address") from error
    with client:
        yield from _run(client, as_completed, batches)


def _run(client: Any, as_completed: Any, batches: Sequence[Batch]) -> Iterator[Done]:
    waiting = list(reversed(batches))
    futures: dict[Any, Batch] = {}
    done = as_completed(loop=client.loop)

    def submit() -> None:
        batch = waiting.pop()
        future = client.submit(run_remote, _packed(batch), _tables(batch), pure=False)
        futures[future] = batch
        done.add(future)

    for _ in range(min(len(waiting), _window(client))):
        submit()
    for future in done:
        yield from _results(future, futures.pop(future))
        if waiting:
            submit()


def _window(client: Any) -> int:
    """How many batches may be under way: enough to keep every worker busy, few enough that results never pile up."""
    return 2 * max(2, len(client.scheduler_info().get("workers", ())))


def _results(future: Any, batch: Batch) -> list[Done]:
    try:
        return list(future.result())
    except CcdiffError:
        raise
    except Exception as error:  # whatever a lost worker or connection raises: the build of the others goes on
        line = f"lost on the cluster ({type(error).__name__}); build again"
        return [Done(pair.id, {}, {}, error=f"{pair.id}: {line}") for pair in batch.pairs]


def _packed(batch: Batch) -> Batch:
    """``batch`` with the reports' contents, for a worker that sees none of our files."""
    return replace(
        batch, reports={id: replace(file, content=file.path.read_bytes()) for id, file in batch.reports.items()}
    )


def _tables(batch: Batch) -> Tables:
    files = ((folder, path) for folder in batch.languages for path in sorted(folder.rglob("*.txt")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for folder, path in files}


def run_remote(batch: Batch, tables: Tables) -> list[Done]:
    """What a worker does: ``run_batch``, if it has the same ccdiff."""
    if engine_digest() != batch.engine:
        raise CcdiffError(
            "a worker of the cluster has another version of ccdiff", remedy="install the same version everywhere"
        )
    with _one_at_a_time:
        return run_batch(replace(batch, languages=_unpacked(tables)))


def _unpacked(tables: Tables) -> tuple[Path, ...]:
    """The project's language tables, in a folder of this process's own."""
    if not tables:
        return ()
    name = digest("".join(f"{path}{digest(content)}" for path, content in sorted(tables.items())).encode())
    folder = Path(tempfile.gettempdir()) / f"ccdiff-language-{os.getpid()}-{name[:16]}"
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        for path, content in tables.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, content)
    return (folder,)
