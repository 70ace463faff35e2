"""``reports/``: the building of what is not up to date."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from ccdiff.corpus.digests import engine_digest
from ccdiff.corpus.index import write_index
from ccdiff.corpus.library import Library, alignment_text
from ccdiff.corpus.manifest import Corpus, Wanted
from ccdiff.corpus.plan import Plan
from ccdiff.corpus.record import Record, load_record, locked, save_record
from ccdiff.corpus.work import FORMATS, Batch, Done, PairJob, ReportFile
from ccdiff.files import digest, write_whole


@dataclass
class Built:
    """What a build did."""

    built: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)  # pair id -> what is wrong, in one line
    index: bool = False


def batches(todo: Plan, jobs: int, size: int = 16) -> list[Batch]:
    """The work of ``todo`` in batches of at most ``size`` pairs that share reports, as many as keep ``jobs`` workers busy."""
    size = max(1, min(size, -(-len(todo.todo) // (jobs * 3)))) if jobs > 1 else size
    files: dict[str, ReportFile] = {}
    found: list[Batch] = []
    for group in _connected(todo.pairs()):
        for start in range(0, len(group), size):
            found.append(_batch(todo, group[start : start + size], files))
    return found


def _connected(pairs: Sequence[Wanted]) -> list[list[Wanted]]:
    """Pairs that are joined by common reports stand together, in their order."""
    parent: dict[str, str] = {}

    def top(id: str) -> str:
        while parent.setdefault(id, id) != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for pair in pairs:
        parent[top(pair.new.id)] = top(pair.old.id)
    groups: dict[str, list[Wanted]] = {}
    for pair in pairs:
        groups.setdefault(top(pair.old.id), []).append(pair)
    return list(groups.values())


def _batch(todo: Plan, pairs: Sequence[Wanted], files: dict[str, ReportFile]) -> Batch:
    for entry in (entry for pair in pairs for entry in (pair.old, pair.new)):
        if entry.id not in files:
            sha256 = todo.digests.of(entry.path) or ""
            files[entry.id] = ReportFile(entry.id, entry.path, sha256, dict(entry.facts), entry.encoding)
    reports = {id: files[id] for pair in pairs for id in (pair.old.id, pair.new.id)}
    jobs = tuple(_job(todo.corpus, pair) for pair in pairs)
    return Batch(reports, jobs, Library(todo.corpus).config, todo.corpus.languages, engine_digest())


def _job(corpus: Corpus, pair: Wanted) -> PairJob:
    path = corpus.alignment_path(pair.old.id, pair.new.id)
    return PairJob(pair.id, pair.old.id, pair.new.id, str(path), alignment_text(path))


class Writer:
    """Puts results in their places and keeps the record, so that an interrupted build goes on where it stopped."""

    EVERY = 32  # results; what a kill can cost is their work

    def __init__(self, todo: Plan) -> None:
        self.plan = todo
        self.result = Built()
        self._rows: dict[str, dict[str, Any]] = {}

    def take(self, done: Done) -> None:
        """Write what came out for a pair."""
        if done.error:
            self.result.errors[done.id] = done.error
            return
        for ending, content in done.outputs.items():
            write_whole(self.plan.corpus.output_path(done.id, ending), content)
        self._rows[done.id] = {
            "key": self.plan.keys[done.id],
            "outputs": {ending: digest(content) for ending, content in done.outputs.items()},
            "entry": dict(done.entry),
            "alignment": done.alignment,
            **({"stale": list(done.stale)} if done.stale else {}),
            **({"lacking": [list(row) for row in done.lacking]} if done.lacking else {}),
        }
        self.result.built.append(done.id)
        if len(self._rows) >= self.EVERY:
            self.keep()

    def keep(self, remove: Iterable[str] = ()) -> Record:
        """Merge what was built into the record as it now is on the disk: another builder may have written to it."""
        root = self.plan.corpus.root
        with locked(root):
            record = load_record(root)
            record.engine = engine_digest()
            record.pairs.update(self._rows)
            for id in remove:
                record.pairs.pop(id, None)
            save_record(root, record)
        self._rows = {}
        return record

    def finish(self, remove: Iterable[str]) -> Built:
        """Take away what is no longer wanted, and bring the index up to date."""
        corpus = self.plan.corpus
        for id in remove:
            for ending in FORMATS:
                corpus.output_path(id, ending).unlink(missing_ok=True)
            self.result.removed.append(id)
        self.plan.record = self.keep(remove)
        self.result.index = write_index(self.plan)
        return self.result


def prepare(corpus: Corpus) -> None:
    """Make ``reports/``, and clear away what a killed builder left there half-written."""
    folder = corpus.root / "reports"
    folder.mkdir(exist_ok=True)
    for path in folder.glob(".*.tmp"):
        with suppress(OSError, ValueError, IndexError):
            if not _alive(int(path.name.rsplit(".", 2)[1].split("-")[0])):
                path.unlink()


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
