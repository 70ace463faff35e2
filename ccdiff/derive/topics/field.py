"""The text of a report as one string, in which the places of a matter are found.

A word that stands inside a longer name (人权 in the name of an office) is not found there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, takewhile

from ccdiff.derive.topics.spans import Unit, units
from ccdiff.derive.wording import canonical, pieces
from ccdiff.reading import Reading, senses
from ccdiff.text.normalise import fold

JOINT = "\n\n"


WINDOW = 12  # characters that may stand between the words of a matter in another wording, beside the words themselves


class Field:
    """The text of a report in one string, for finding in which units a key stands."""

    def __init__(self, reading: Reading) -> None:
        key, cut = reading.language.once(canonical), reading.language.once(pieces)
        self.units: tuple[Unit, ...] = tuple(unit for unit in reading.once(units) if not unit.listing)
        self.keys = tuple(key(unit.text) for unit in self.units)
        self.text = JOINT.join(self.keys)
        self.lists = JOINT.join([key(unit.text) for unit in reading.once(units) if unit.listing])
        self.starts: list[int] = []
        at = 0
        for text in self.keys:
            self.starts.append(at)
            at += len(text) + len(JOINT)
        self.names = sorted({piece for unit in self.units for piece, kind in cut(unit.text) if kind == "name"})
        self.titles = JOINT.join(key(section.title) for section in reading.report.sections)
        self._order = {unit.id: k for k, unit in enumerate(self.units)}
        self._known: dict[str, dict[str, int]] = {}
        self._sense_of = reading.language.once(senses)

    @cached_property
    def _senses(self) -> tuple[frozenset[str], ...]:
        return tuple(self._sense_of(fold(unit.text).lower()) for unit in self.units)

    def otherwise(self, sense: str, key: str) -> bool:
        """Whether a unit speaks of what a sense is of, in other words than ``key``."""
        return any(sense in spoken and key not in text for spoken, text in zip(self._senses, self.keys, strict=True))

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The texts of the units in lower case."""
        return tuple(unit.text.lower() for unit in self.units)

    def places(self, key: str) -> dict[str, int]:
        """In which units ``key`` stands, and how often, not counting where it is part of a longer name."""
        if key not in self._known:
            self._known[key] = self._find(key)
        return self._known[key]

    def _find(self, key: str) -> dict[str, int]:
        found: dict[str, int] = {}
        at = self.text.find(key) if key else -1
        if at < 0:
            return found
        starts, ends = self._longer(key)
        while at >= 0:
            before = bisect_right(starts, at)
            inside = before and ends[before - 1] >= at + len(key)
            if not inside and _whole(self.text, at, key):
                unit = self.units[bisect_right(self.starts, at) - 1].id
                found[unit] = found.get(unit, 0) + 1
            at = self.text.find(key, at + len(key))
        return found

    def _longer(self, key: str) -> tuple[list[int], list[int]]:
        """Where the longer names of which ``key`` is a part begin, and up to each the furthest end of those begun."""
        spans: list[tuple[int, int]] = []
        for name in self.names:
            if key in name and key != name:
                at = self.text.find(name)
                while at >= 0:
                    spans.append((at, at + len(name)))
                    at = self.text.find(name, at + 1)
        spans.sort()
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def heads(self, key: str) -> bool:
        """Whether ``key`` stands in the title of a section (Impact of the UN80 Initiative and culture of efficiency)."""
        return key in self.titles

    def together(self, keys: Sequence[str]) -> list[str]:
        """The units where all ``keys`` stand near one another, in any order: the matter in other words."""
        span = sum(map(len, keys)) + WINDOW
        found = list(takewhile(bool, map(self.places, keys)))
        rarest = min(found, key=len) if len(found) == len(keys) else ()
        return [unit for unit in rarest if self._near(self.keys[self._index(unit)], keys, span)]

    def key(self, unit: str) -> str:
        """The text of a unit as it is compared; none of a printed list."""
        at = self._index(unit, -1)
        return self.keys[at] if at >= 0 else ""

    def _index(self, unit: str, missing: int | None = None) -> int:
        return self._order[unit] if missing is None else self._order.get(unit, missing)

    def _near(self, text: str, keys: Sequence[str], span: int) -> bool:
        first = min(keys, key=text.count)
        at = text.find(first)
        while at >= 0:
            window = text[max(0, at - span) : at + span + len(first)]
            if all(key in window for key in keys):
                return True
            at = text.find(first, at + 1)
        return False


def _whole(text: str, at: int, key: str) -> bool:
    """A Latin key counts only as a whole word (but for the ending of a plural)."""
    if not (key[0].isascii() or key[-1].isascii()):
        return True
    before, after = text[at - 1 : at], text[at + len(key) :][:3]
    starts = not (key[0].isascii() and before.isascii() and before.isalnum())
    ends = (
        not (key[-1].isascii() and after[:1].isascii() and after[:1].isalnum()) or re.match(r"e?s\b", after) is not None
    )
    return starts and ends
