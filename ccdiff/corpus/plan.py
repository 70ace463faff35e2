"""What a build has to do: which comparisons are wanted, and which of them are not up to date.

A comparison is up to date when what it was made from (both reports, what the manifest says of them, the alignment file, the
thresholds, the languages' data, ccdiff itself) and what came out are, by content, what the record says. Clocks play no part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ccdiff.corpus.digests import FileDigests, engine_digest, folder_digest
from ccdiff.corpus.library import Library
from ccdiff.corpus.manifest import MANIFEST, Corpus, Wanted
from ccdiff.corpus.record import Record, load_record, record_path
from ccdiff.corpus.unchanged import keep
from ccdiff.corpus.work import FORMATS
from ccdiff.files import digest


@dataclass
class Plan:
    """What a build has to do. ``keys``: pair id -> digest of all that it is made from; ``todo``: the pairs to build;
    ``left``: how many that are not up to date shall stay so."""

    corpus: Corpus
    wanted: tuple[Wanted, ...]
    keys: dict[str, str]
    todo: dict[str, str]  # pair id -> why: "new", "changed", "missing", "edited"
    record: Record
    digests: FileDigests
    library: Library
    left: int = 0

    def pairs(self) -> list[Wanted]:
        """The wanted pairs that are to be built, in the manifest's order."""
        return [pair for pair in self.wanted if pair.id in self.todo]

    def keep(self) -> None:
        """Remember that there is nothing to do, where all files that this hangs on have settled."""
        for path in (self.corpus.root / MANIFEST, record_path(self.corpus.root)):
            self.digests.of(path)
        self.digests.save()
        if self.digests.settled:
            keep(self.corpus.root, self.digests.asked, len(self.wanted))


def plan(corpus: Corpus) -> Plan:
    """What is wanted and what of it is not up to date. Raises ``CcdiffError`` where that cannot be said."""
    digests = FileDigests(corpus.root)
    library = Library(corpus)
    pairs, record = library.wanted(), load_record(corpus.root)
    shared = [engine_digest(), digests.of(corpus.config_path), folder_digest(corpus.languages, digests)]
    keys = {pair.id: _key(corpus, pair, shared, digests) for pair in pairs}
    todo = {id: why for id, key in keys.items() if (why := _why(corpus, id, key, record, digests))}
    return Plan(corpus, pairs, keys, todo, record, digests, library)


class Contents(Protocol):
    """Knows files by their content: as they are, or as they were."""

    def of(self, path: Path) -> str | None:
        """The digest of the file at ``path``; ``None`` where there is none."""


def made_from(pair: Wanted, contents: Contents) -> list[Any]:
    """What of its two reports shapes a comparison: content, how the name ends (it may choose the reader), facts, encoding."""
    return [
        [contents.of(entry.path), entry.path.suffix.lower(), dict(entry.facts), entry.encoding]
        for entry in (pair.old, pair.new)
    ]


def _key(corpus: Corpus, pair: Wanted, shared: list[str | None], digests: FileDigests) -> str:
    alignment = digests.of(corpus.alignment_name(pair.id))
    return digest(
        json.dumps([made_from(pair, digests), alignment, shared], ensure_ascii=False, sort_keys=True).encode()
    )


def _why(corpus: Corpus, id: str, key: str, record: Record, digests: FileDigests) -> str:
    """Why a pair has to be built; "" where it is up to date."""
    known = record.pairs.get(id)
    if known is None:
        return "new"
    if known.get("key") != key:
        return "changed"
    found = {ending: digests.of(corpus.output_name(id, ending)) for ending in FORMATS}
    if None in found.values():
        return "missing"
    return "" if found == known.get("outputs") else "edited"


def unwanted(record: Record, pairs: Iterable[Wanted]) -> list[str]:
    """The pairs that were built once and are no longer asked for."""
    asked = {pair.id for pair in pairs}
    return sorted(id for id in record.pairs if id not in asked)
