"""Which comparisons a change touches: what git says has changed since a revision, read as reasons to build anew."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ccdiff.corpus.digests import engine_digest
from ccdiff.corpus.manifest import MANIFEST, Corpus, Entry, parse_manifest, wanted
from ccdiff.corpus.plan import Plan, made_from, unwanted
from ccdiff.corpus.work import ReportFile, read
from ccdiff.errors import CcdiffError
from ccdiff.files import digest

RECORD = "reports/.digests.json"


@dataclass
class Touched:
    """``pairs``: ids of the wanted comparisons that a change touches; ``gone``: of those that it no longer asks for."""

    pairs: set[str] = field(default_factory=set)
    gone: list[str] = field(default_factory=list)


def touched(todo: Plan, revision: str) -> Touched:
    """What the changes since ``revision`` (committed or not) touch.

    Of a revision that is no ancestor, what counts is the commit from which the two lines parted. Zeros are git's name for what
    was before the first commit. All is touched where thresholds, language data or ccdiff itself changed. Raises ``CcdiffError``
    where git cannot say.
    """
    root, every = todo.corpus.root, {pair.id for pair in todo.wanted}
    if revision and not revision.strip("0"):
        return Touched(every, unwanted(todo.record, todo.wanted))
    then = Then(todo, _base(root, revision))
    pairs = then.pairs()
    gone = [id for id in unwanted(todo.record, todo.wanted) if id in pairs]
    if then.everything():
        return Touched(every, gone)
    now = {pair.id: made_from(pair, todo.digests) for pair in todo.wanted}
    alignments = {pair.id: todo.corpus.alignment_path(pair.old.id, pair.new.id) for pair in todo.wanted}
    return Touched({id for id in every if alignments[id] in then.changed or pairs.get(id) != now[id]}, gone)


class Then:
    """The project as it was at a commit. ``changed`` are the files that differ from it."""

    def __init__(self, todo: Plan, commit: str) -> None:
        self._todo, self._root, self._commit = todo, todo.corpus.root, commit
        self.changed = {self._root / name for name in _changed(self._root, commit)}

    def everything(self) -> bool:
        """Whether what shapes every comparison was otherwise. Where reports/ is not committed, of ccdiff itself nobody can tell."""
        tables = self._root / "language"
        if self._todo.corpus.config_path in self.changed or any(tables in path.parents for path in self.changed):
            return True
        record = self._content(self._root / RECORD)
        return record is not None and engine_digest().encode() not in record

    def pairs(self) -> dict[str, list[Any]]:
        """The comparisons that were wanted, and what each was made from; none where the manifest of then cannot be used."""
        try:
            corpus = self._corpus()
            return {pair.id: made_from(pair, self) for pair in wanted(corpus, self._date)} if corpus else {}
        except CcdiffError:
            return {}

    def of(self, path: Path) -> str | None:
        """The digest of a file as it was; ``None`` where there was no such file."""
        if path not in self.changed:
            return self._todo.digests.of(path)
        content = self._content(path)
        return None if content is None else digest(content)

    def _corpus(self) -> Corpus | None:
        manifest = self._root / MANIFEST
        if manifest not in self.changed:
            return self._todo.corpus
        text = self._content(manifest)
        return None if text is None else parse_manifest(text.decode("utf-8", "replace"), self._root, MANIFEST)

    def _date(self, entry: Entry) -> str | None:
        """The date that the report printed, where the manifest stated none."""
        content = self._content(entry.path) if entry.path in self.changed else None
        if content is None:
            return self._todo.library.date(entry)
        file = ReportFile(entry.id, entry.path, digest(content), entry.facts, entry.encoding, content)
        return read(file, self._todo.corpus.languages).report.date

    def _content(self, path: Path) -> bytes | None:
        with suppress(CcdiffError):
            return _git(self._root, "cat-file", "blob", f"{self._commit}:./{path.relative_to(self._root).as_posix()}")
        return None


def _base(root: Path, revision: str) -> str:
    """The commit with which to compare: where the history of ``revision`` parted from ours, where this clone knows that."""
    given = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(root, *given, where=revision or "--changed-since").decode().strip()
    with suppress(CcdiffError):
        return _git(root, "merge-base", commit, "HEAD").decode().split()[0]
    return commit


def _changed(root: Path, commit: str) -> list[str]:
    """Files (relative to ``root``) that differ from ``commit`` in the working tree, and files git does not know yet."""
    differ = _git(root, "diff", "--name-only", "--relative", "-z", "--no-renames", commit, "--", ".")
    others = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return [os.fsdecode(name) for name in (differ + others).split(b"\0") if name]


def _git(root: Path, *args: str, where: str = "") -> bytes:
    try:
        environment = {**os.environ, "LC_ALL": "C"}
        return subprocess.run(["git", *args], cwd=root, env=environment, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise CcdiffError("git is not installed", remedy="install it, or build without --changed-since") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip()
        if "not a git repository" in why:
            remedy = "work in a clone, or build without --changed-since"
            raise CcdiffError("is in no git repository", where=str(root), remedy=remedy) from error
        remedy = "name a commit that this clone has (git fetch origin COMMIT)"
        raise CcdiffError(
            f"git {args[0]}: {why or 'no such revision'}", where=where or str(root), remedy=remedy
        ) from error
