"""What the arguments of a command mean: a file of one's own, or a report of the corpus by path, symbol, handle or id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ccdiff.corpus import Corpus, Entry, find_root, load_corpus
from ccdiff.corpus.manifest import MANIFEST
from ccdiff.errors import CcdiffError

if TYPE_CHECKING:
    from ccdiff.corpus.library import Library
    from ccdiff.reading import Reading

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="The project's folder (holding corpus/corpus.toml). Without it: the nearest such folder from here upward.",
)
encoding_option = click.option(
    "--encoding", help="The files' character encoding, where it is guessed wrong (gb18030, big5 ...)."
)


def project(root: Path | None) -> Corpus:
    """The corpus of ``--root``, or of the nearest folder upward. Raises ``CcdiffError`` where there is none."""
    found = root or find_root(Path.cwd())
    if found is None:
        raise CcdiffError(
            f"no {MANIFEST} here or in any folder above", remedy="go to the project's folder, or name it with --root"
        )
    return load_corpus(found)


class Inputs:
    """Finds what OLD and NEW name, in the corpus if there is one."""

    def __init__(self, root: Path | None, encoding: str | None = None) -> None:
        self.encoding = encoding
        found = root or find_root(Path.cwd())
        self.corpus = load_corpus(found) if found else None

    def entry(self, name: str) -> Entry | None:
        """The report of the corpus that ``name`` means; ``None`` for a file outside it. Raises ``CcdiffError`` for neither."""
        path = Path(name)
        if self.corpus:
            entry = self.corpus.at(path) if path.exists() else self.corpus.find(name)
            if entry:
                return entry
        if not path.exists():
            raise CcdiffError("no such file", where=name, remedy=self._remedy())
        return None

    def _remedy(self) -> str:
        if self.corpus is None:
            return "check the path (for a symbol, work in a project's folder or name it with --root)"
        return f"check the path, or use one of {', '.join(entry.symbol for entry in self.corpus.entries[:6])}"

    def reading(self, name: str) -> Reading:
        """The report that ``name`` means, read."""
        from ccdiff.compare import read_report
        from ccdiff.corpus.library import read_entry

        entry = self.entry(name)
        languages = self.corpus.languages if self.corpus else ()
        if entry:
            return read_entry(entry, languages)
        return read_report(Path(name), encoding=self.encoding, languages=languages)

    def path(self, name: str) -> Path:
        """The file that ``name`` means."""
        entry = self.entry(name)
        return entry.path if entry else Path(name)

    def library(self) -> Library | None:
        """The corpus's settled rows and thresholds, where there is a corpus."""
        from ccdiff.corpus.library import Library

        return Library(self.corpus) if self.corpus else None


def options(*decorators: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator, shown in the order given."""

    def apply(function: Any) -> Any:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply
