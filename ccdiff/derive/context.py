"""What every kind of fact is derived from: two readings, their alignment, and the judged paragraph rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.alignment import Alignment, Note
from ccdiff.model.comparison import ParagraphRow
from ccdiff.reading import Reading


class Pair:
    """Two readings and which of their places correspond. ``rows`` are there once relations have been judged."""

    def __init__(self, old: Reading, new: Reading, alignment: Alignment, config: DeriveThresholds) -> None:
        self.old, self.new, self.alignment, self.config = old, new, alignment, config
        self.rows: tuple[ParagraphRow, ...] = ()
        self.found: dict[str, Any] = {}  # the facts that have been derived so far, by kind
        self.notes: list[Note] = []
        self.subjects: tuple[str, str] | None = None  # what the reports are about, where these are two things
        self.again = ""  # what the new report is to the old where both are one report: "revision", "edition" …
        self._to_new = _partners((link.old, link.new) for link in alignment.paragraphs)
        self._to_old = _partners((link.new, link.old) for link in alignment.paragraphs)
        self._section_to_new = _partners((link.old, link.new) for link in alignment.sections)
        self._section_to_old = _partners((link.new, link.old) for link in alignment.sections)

    def in_new(self, locator: str) -> tuple[str, ...]:
        """The counterparts in the new report of a paragraph (or section) of the old."""
        return self._to_new.get(locator) or self._section_to_new.get(locator, ())

    def in_old(self, locator: str) -> tuple[str, ...]:
        """The counterparts in the old report of a paragraph (or section) of the new."""
        return self._to_old.get(locator) or self._section_to_old.get(locator, ())

    def note(self, id: str, **values: str) -> None:
        """Say what could not be judged: ``id`` is a message id (render/messages), ``values`` fill its template."""
        self.notes.append(Note(id, tuple(sorted(values.items()))))


def _partners(links: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for here, there in links:
        for locator in here:
            found[locator].update(dict.fromkeys(there))
    return {locator: tuple(others) for locator, others in found.items()}
