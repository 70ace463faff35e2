"""The words of a report, and whether one stands in it. Found once for all that ask."""

from __future__ import annotations

import re
from itertools import chain

from ccdiff.derive.relations.substance import HAN
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered

LATIN = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*|\d[\d.,]*|[^\s\w]")
BETWEEN = re.compile(r"[^a-z]+")
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST = 3  # letters of a word without its ending


class Written:
    """All that a report says, but for what stands before its first chapter."""

    def __init__(self, reading: Reading) -> None:
        report = reading.report
        texts = [p.text for p in report.paragraphs if p.id != "front"] + [s.title for s in report.sections if s.title]
        self._text = "\n".join(texts)
        self._han = bool(HAN.search(self._text))
        self.words = frozenset(chain.from_iterable(map(reading.words, texts))) if self._han else frozenset()
        self._latin = "" if self._han else BETWEEN.sub(" ", f" {self._text.lower()} ")
        self._has = Remembered(self._look)

    def has(self, word: str) -> bool:
        """Whether a word stands there, also as a part of others; of Latin words, whether one begins so."""
        return word in self.words or self._has[word]

    def count(self, word: str) -> int:
        """How often a word stands there, also as a part of others."""
        return self._text.count(word)

    def _look(self, word: str) -> bool:
        return word in self._text if self._han else f" {bare(word)}" in self._latin


def bare(word: str) -> str:
    """A Latin word without case and ending: waited, wait."""
    low = word.lower()
    ending = next((end for end in ENDINGS if low.endswith(end) and len(low) >= len(end) + SHORTEST), "")
    return low.removesuffix(ending)
