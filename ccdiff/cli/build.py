"""``ccdiff build``: ``reports/`` brought up to date."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ccdiff.cli.console import emit
from ccdiff.cli.inputs import options, project, root_option
from ccdiff.corpus import find_root
from ccdiff.corpus.unchanged import unchanged
from ccdiff.errors import CcdiffError
from ccdiff.files import write_whole

if TYPE_CHECKING:  # loaded where there is something to do
    from ccdiff.corpus.build import Built
    from ccdiff.corpus.plan import Plan
    from ccdiff.corpus.work import Batch, Done

EPILOG = """\b
Examples:
  ccdiff build                                   build what is new or changed
  ccdiff build --changed-since origin/main       only what this branch touches
  ccdiff build --changed-since origin/main --note note.md
                                                 and a note on them for the pull request
  ccdiff build --jobs 8                          with eight processes

\b
Exit status: 0 done (also when there was nothing to do), 2 something could not be built.
"""


@click.command("build", epilog=EPILOG)
@options(
    click.option(
        "--changed-since", metavar="REV", help="Only comparisons touched by what changed since that git revision."
    ),
    click.option(
        "--note",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="PATH",
        help="Write the summaries of those comparisons here, for a comment; nothing touched: no file.",
    ),
    click.option(
        "--jobs", type=click.IntRange(1, 1024), metavar="N", help="Processes to use (default: one a processor)."
    ),
    click.option(
        "--scheduler", metavar="ADDRESS", help="Run on the Dask cluster at this address (pip install 'ccdiff[dask]')."
    ),
    root_option,
)
def command(
    changed_since: str | None, note: Path | None, jobs: int | None, scheduler: str | None, root: Path | None
) -> int:
    """Bring reports/ up to date: a page, a note and the data for every comparison that the corpus asks for, and an index.

    What is up to date is not touched; what is no longer asked for is removed. An interrupted build goes on where it stopped.
    """
    _check_note(note, changed_since)
    if changed_since is None and (place := root or find_root(Path.cwd())):
        count = unchanged(place)
        if count is not None:
            emit(_nothing(count))
            return 0
    return _build_all(root, changed_since, note, jobs, scheduler)


def _build_all(
    root: Path | None, changed_since: str | None, note: Path | None, jobs: int | None, scheduler: str | None
) -> int:
    from ccdiff.corpus.plan import plan, unwanted

    todo = plan(project(root))
    ids, gone = ([], unwanted(todo.record, todo.wanted)) if changed_since is None else _narrow(todo, changed_since)
    built = _bring_up_to_date(todo, gone, jobs, scheduler)
    if note:
        _write_note(note, todo, [id for id in ids if id not in built.errors])
    return 2 if built.errors else 0


def _check_note(note: Path | None, changed_since: str | None) -> None:
    if note and changed_since is None:
        raise click.UsageError("--note needs --changed-since")
    if note and not note.absolute().parent.is_dir():
        raise CcdiffError("no such folder", where=str(note.parent), remedy="make it first")


def _write_note(note: Path, todo: Plan, ids: list[str]) -> None:
    """The summaries of ``ids``; for none of them no file, not even one of an earlier run."""
    if ids:
        from ccdiff.corpus.summaries import summaries

        write_whole(note, summaries(todo.corpus, ids))
    elif note.is_file():
        note.unlink()


def _bring_up_to_date(todo: Plan, gone: list[str], jobs: int | None, scheduler: str | None) -> Built:
    from ccdiff.corpus.build import Built
    from ccdiff.corpus.index import index_is_current
    from ccdiff.corpus.plan import unwanted

    if not todo.todo and not gone and index_is_current(todo):
        if todo.left or unwanted(todo.record, todo.wanted):
            todo.digests.save()
        else:
            todo.keep()
        emit(_nothing(len(todo.wanted), f", {_kept(todo)}" if todo.left else " up to date"))
        return Built()
    built = _build(todo, gone, jobs, scheduler)
    emit(_summary(todo, built))
    for error in built.errors.values():
        click.echo(f"ccdiff: {error}", err=True)
    return built


def _narrow(todo: Plan, revision: str) -> tuple[list[str], list[str]]:
    """Leave to do only what the changes since ``revision`` touch; the ids of all that they touch, in the manifest's order, and of
    those that they ask for no more."""
    from ccdiff.corpus.since import touched

    found = touched(todo, revision)
    narrowed = {id: why for id, why in todo.todo.items() if id in found.pairs}
    todo.left, todo.todo = len(todo.todo) - len(narrowed), narrowed
    return [pair.id for pair in todo.wanted if pair.id in found.pairs], found.gone


def _build(todo: Plan, gone: list[str], jobs: int | None, scheduler: str | None) -> Built:
    from ccdiff.corpus.build import Writer, batches, prepare
    from ccdiff.corpus.pool import cores

    todo.digests.save()
    prepare(todo.corpus)
    writer = Writer(todo)
    work = batches(todo, jobs or cores())
    stop = _Stop(waiting=bool(scheduler) or min(jobs or cores(), len(work)) > 1)
    restore = signal.signal(signal.SIGTERM, stop)  # a job that is cancelled keeps what it has done, as after Ctrl-C
    try:
        for done in _progress(_run(work, jobs or cores(), scheduler), len(todo.todo)):
            writer.take(done)
            stop.heed()
    except BaseException:
        writer.keep()
        raise
    finally:
        signal.signal(signal.SIGTERM, restore)
    return writer.finish(gone)


class _Stop:
    """What to do when asked to stop: at once where the build waits for others (``waiting``), else after the comparison under way.

    What a signal raises is lost where it comes in a callback of Python's own (a weak reference whose object goes).
    """

    def __init__(self, waiting: bool) -> None:
        self._waiting, self._asked = waiting, False

    def __call__(self, *_: object) -> None:
        """The signal came."""
        self._asked = True
        if self._waiting:
            self.heed()

    def heed(self) -> None:
        """Stop, if that was asked."""
        if self._asked:
            raise KeyboardInterrupt  # which no handler of errors on the way takes for one of its own


def _run(work: list[Batch], jobs: int, scheduler: str | None) -> Iterator[Done]:
    if scheduler:
        from ccdiff.corpus.cluster import run as run_on_cluster

        return run_on_cluster(work, scheduler)
    from ccdiff.corpus.pool import run

    return run(work, jobs)


def _progress(results: Iterable[Done], length: int) -> Iterator[Done]:
    """``results``, with a bar on standard error (rate and remaining time) where that is a terminal."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield from results
        return
    start, count = time.monotonic(), 0

    def rate(done: Done | None) -> str:
        return f"{count / max(time.monotonic() - start, 0.001):.1f}/s {done.id if done else ''}"

    with click.progressbar(results, length=length, label="comparing", file=sys.stderr, item_show_func=rate) as bar:
        for done in bar:
            count += 1
            yield done


def _summary(todo: Plan, built: Built) -> str:
    parts = [f"{len(built.built)} built"]
    parts += [_kept(todo)] if len(todo.wanted) > len(todo.todo) else []
    parts += [f"{len(built.removed)} removed"] if built.removed else []
    parts += [f"{len(built.errors)} failed"] if built.errors else []
    return f"{_count(len(todo.wanted))}: {', '.join(parts)}"


def _nothing(number: int, state: str = " up to date") -> str:
    return f"nothing to do: {_count(number)}{state}"


def _kept(todo: Plan) -> str:
    """What is not built: because it is up to date, or because the change that was asked about does not touch it."""
    current = len(todo.wanted) - len(todo.todo) - todo.left
    parts = [f"{current} up to date"] if current else []
    return ", ".join([*parts, *([f"{todo.left} out of date, but not touched"] if todo.left else [])])


def _count(number: int) -> str:
    return f"{number} comparison{'' if number == 1 else 's'}"
