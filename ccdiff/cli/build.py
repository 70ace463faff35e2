"""``ccdiff build``: ``reports/`` brought up to date."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ccdiff.cli.inputs import options, project, root_option
from ccdiff.corpus.build import Built, Writer, batches, prepare
from ccdiff.corpus.index import index_is_current
from ccdiff.corpus.plan import Plan, plan, unwanted
from ccdiff.corpus.summaries import summaries
from ccdiff.corpus.work import Batch, Done
from ccdiff.files import write_whole

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
    if note and not changed_since:
        raise click.UsageError("--note needs --changed-since")
    todo = plan(project(root))
    ids = _narrow(todo, changed_since) if changed_since else []
    gone = [] if changed_since else unwanted(todo.record, todo.wanted)
    status = _bring_up_to_date(todo, gone, jobs, scheduler)
    if note and ids:
        write_whole(note, summaries(todo.corpus, ids))
    return status


def _bring_up_to_date(todo: Plan, gone: list[str], jobs: int | None, scheduler: str | None) -> int:
    if not todo.todo and not gone and index_is_current(todo):
        click.echo(f"nothing to do: {_count(len(todo.wanted))} up to date")
        return 0
    built = _build(todo, gone, jobs, scheduler)
    click.echo(_summary(todo, built))
    for error in built.errors:
        click.echo(f"ccdiff: {error}", err=True)
    return 2 if built.errors else 0


def _narrow(todo: Plan, revision: str) -> list[str]:
    """Leave to do only what the changes since ``revision`` touch; the ids of all that they touch, in the manifest's order."""
    from ccdiff.corpus.since import touched

    ids = touched(todo, revision)
    todo.todo = {id: why for id, why in todo.todo.items() if id in ids}
    return [pair.id for pair in todo.wanted if pair.id in ids]


def _build(todo: Plan, gone: list[str], jobs: int | None, scheduler: str | None) -> Built:
    from ccdiff.corpus.pool import cores

    prepare(todo.corpus)
    writer = Writer(todo)
    work = batches(todo, jobs or cores())
    try:
        for done in _progress(_run(work, jobs or cores(), scheduler), len(todo.todo)):
            writer.take(done)
    except BaseException:
        writer.keep()
        raise
    return writer.finish(gone)


def _run(work: list[Batch], jobs: int, scheduler: str | None) -> Iterator[Done]:
    if scheduler:
        from ccdiff.corpus.cluster import run as run_on_cluster

        return run_on_cluster(work, scheduler)
    from ccdiff.corpus.pool import run

    return run(work, jobs)


def _progress(results: Iterable[Done], length: int) -> Iterator[Done]:
    """``results``, with a bar on standard error (rate and remaining time) where that is a terminal."""
    if not sys.stderr.isatty():
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
    kept = len(todo.wanted) - len(todo.todo)
    parts += [f"{kept} up to date"] if kept else []
    parts += [f"{len(built.removed)} removed"] if built.removed else []
    parts += [f"{len(built.errors)} failed"] if built.errors else []
    return f"{_count(len(todo.wanted))}: {', '.join(parts)}"


def _count(number: int) -> str:
    return f"{number} comparison{'' if number == 1 else 's'}"
