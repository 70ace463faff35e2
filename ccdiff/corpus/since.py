"""Which comparisons a change touches: what git says has changed since a revision, read as reasons to build anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ccdiff.corpus.digests import engine_digest
from ccdiff.corpus.manifest import MANIFEST, Corpus, Entry, Wanted, parse_manifest, wanted
from ccdiff.corpus.plan import Plan
from ccdiff.errors import CcdiffError

RECORD = "reports/.digests.json"


def touched(todo: Plan, revision: str) -> set[str]:
    """The ids of the wanted pairs that the changes since ``revision`` (committed or not) touch.

    All of them where thresholds, language data or ccdiff itself changed. Raises ``CcdiffError`` where git cannot say.
    """
    root = todo.corpus.root
    changed = {root / name for name in _changed(root, revision)}
    if _everything(todo, changed, revision):
        return {pair.id for pair in todo.wanted}
    before = _manifest_before(todo.corpus, revision) if root / MANIFEST in changed else None
    return {pair.id for pair in todo.wanted if _pair_touched(todo, pair, changed, before)}


def _everything(todo: Plan, changed: set[Path], revision: str) -> bool:
    root = todo.corpus.root
    if todo.corpus.config_path in changed or any((root / "language") in path.parents for path in changed):
        return True
    record = _show(root, revision, RECORD)
    return record is not None and engine_digest() not in record  # where reports/ is not committed, nobody can tell


def _pair_touched(
    todo: Plan, pair: Wanted, changed: set[Path], before: dict[str, tuple[Entry, Entry, str]] | None
) -> bool:
    if {pair.old.path, pair.new.path, todo.corpus.alignment_path(pair.old.id, pair.new.id)} & changed:
        return True
    return before is not None and before.get(pair.id) != (pair.old, pair.new, pair.series)


def _manifest_before(corpus: Corpus, revision: str) -> dict[str, tuple[Entry, Entry, str]]:
    """The comparisons that were wanted at ``revision``; none where the manifest of then cannot be used."""
    text = _show(corpus.root, revision, MANIFEST)
    if text is None:
        return {}
    try:
        then = parse_manifest(text, corpus.root, f"{MANIFEST} at {revision}")
        return {pair.id: (pair.old, pair.new, pair.series) for pair in wanted(then, lambda entry: None)}
    except CcdiffError:
        return {}


def _changed(root: Path, revision: str) -> list[str]:
    """Files (relative to ``root``) that differ from ``revision`` in the working tree, and files git does not know yet."""
    _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    differ = _git(
        root, "diff", "--name-only", "--relative", "-z", "--no-renames", "--end-of-options", revision, "--", "."
    )
    others = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return [name for name in (differ + others).split("\0") if name]


def _show(root: Path, revision: str, path: str) -> str | None:
    try:
        return _git(root, "show", "--end-of-options", f"{revision}:./{path}")
    except CcdiffError:
        return None


def _git(root: Path, *args: str) -> str:
    try:
        found = subprocess.run(["git", *args], cwd=root, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise CcdiffError("git is not installed", remedy="install it, or build without --changed-since") from error
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip() or "no such revision"
        raise CcdiffError(
            f"git {args[0]}: {why}",
            where=args[-1].removesuffix("^{commit}"),
            remedy="name a commit that this clone has",
        ) from error
    return found.stdout.decode("utf-8", "replace")
