"""The reports of a corpus as they are read, each once, and what was settled about their pairs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ccdiff.corpus.manifest import Corpus, Entry, Wanted, wanted
from ccdiff.errors import CcdiffError

if TYPE_CHECKING:
    from ccdiff.config import Config
    from ccdiff.model.alignment import ReviewedRow
    from ccdiff.reading import Reading


class Library:
    """Reads the reports of ``corpus`` when first asked for, and remembers the last ``keep`` of them."""

    def __init__(self, corpus: Corpus, keep: int = 64) -> None:
        self.corpus = corpus
        self._keep = keep
        self._readings: dict[str, Reading] = {}
        self._dates: dict[str, str | None] = {}

    @property
    def config(self) -> Config:
        """The thresholds of the project. Raises ``CcdiffError`` for a ``ccdiff.toml`` that cannot be used."""
        from ccdiff.config import load_config

        return load_config(self.corpus.config_path)

    def reading(self, entry: Entry) -> Reading:
        """The report of ``entry``. Raises ``CcdiffError`` where it cannot be read."""
        reading = self._readings.pop(entry.id, None) or read_entry(entry, self.corpus.languages)
        self._readings[entry.id] = reading  # the latest used stands last
        while len(self._readings) > self._keep:
            del self._readings[next(iter(self._readings))]
        return reading

    def wanted(self) -> tuple[Wanted, ...]:
        """The comparisons that the corpus asks for; a date that the manifest does not state is read from the report."""
        return wanted(self.corpus, self.date)

    def date(self, entry: Entry) -> str | None:
        """The date that the report of ``entry`` prints; ``None`` where it prints none."""
        if entry.id not in self._dates:
            self._dates[entry.id] = read_entry(entry, self.corpus.languages).report.date
        return self._dates[entry.id]

    def reviewed(self, old: str, new: str) -> tuple[ReviewedRow, ...]:
        """The rows that a person settled for a pair of ids; none where the pair has no alignment file."""
        path = self.corpus.alignment_path(old, new)
        text = alignment_text(path)
        return () if text is None else reviewed_rows(text, path)


def read_entry(entry: Entry, languages: tuple[Path, ...]) -> Reading:
    """The report of a manifest's entry. Raises ``CcdiffError``, naming the remedy where the file is not there."""
    from ccdiff.compare import read_report

    if not entry.path.is_file():
        raise CcdiffError(
            "no such file", where=str(entry.path), remedy="put it back, or take its [[report]] out of corpus.toml"
        )
    return read_report(entry.path, entry.facts, encoding=entry.encoding, languages=languages)


def alignment_text(path: Path) -> str | None:
    """The text of an alignment file; ``None`` where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise CcdiffError("not UTF-8", where=str(path), remedy="save the file as UTF-8") from error


def reviewed_rows(text: str, path: Path) -> tuple[ReviewedRow, ...]:
    """The rows in an alignment file's ``text`` that a person settled."""
    from ccdiff.align.reviewed import read_reviewed

    return tuple(read_reviewed(text, str(path)))
