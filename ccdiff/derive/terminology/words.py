"""The words of the rows, and which of them the other report has nowhere. Found once for all that look for such words."""

from __future__ import annotations

import re
from itertools import accumulate, chain

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import HAN, Lexis, lexis
from ccdiff.derive.terminology.edits import Edited
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered

LATIN = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*|\d[\d.,]*|[^\s\w]")
BETWEEN = re.compile(r"[^a-z]+")
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST = 3  # letters of a word without its ending
STYLE = "~"  # a word of general prose


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


@record
class Side:
    """The words and points of one text of a row, where each begins, and which of them the other report has nowhere."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    alone: tuple[int, ...]


@record
class Told:
    """A row with the words of both its texts."""

    row: Edited
    old: Side
    new: Side


def told(pair: Pair, rows: list[Edited]) -> list[Told]:
    """The rows with their words, but for what stands before the first chapter."""
    old, new = pair.old.once(Written), pair.new.once(Written)
    return [
        Told(row, _side(pair.old, row.old.text, new), _side(pair.new, row.new.text, old))
        for row in rows
        if "front" not in row.old.locators + row.new.locators
    ]


def word_forms(language: Language) -> Remembered[str]:
    """The words of a language in comparable form."""
    lex = language.once(lexis)
    return Remembered(lambda word: _form(word, lex))


def _form(word: str, lex: Lexis) -> str:
    """A word without case and ending (waited, wait); "" for one that says nothing by itself, for points and for numbers."""
    low = word.lower()
    if not word[0].isalpha() or low in lex.function or low in lex.particles:
        return ""
    if low in lex.style:
        return STYLE
    if low in lex.spelled or low.partition("-")[0] in lex.spelled:
        return ""
    return bare(low) if low.isascii() else low


def bare(word: str) -> str:
    """A Latin word without case and ending: waited, wait."""
    low = word.lower()
    ending = next((end for end in ENDINGS if low.endswith(end) and len(low) >= len(end) + SHORTEST), "")
    return low.removesuffix(ending)


def _side(reading: Reading, text: str, other: Written) -> Side:
    if HAN.search(text):
        words = reading.words(text)
        starts = tuple(accumulate(map(len, words), initial=0))
    else:
        found = list(LATIN.finditer(text))
        words, starts = tuple(match[0] for match in found), tuple(match.start() for match in found)
    known = other.words
    alone = [at for at, word in enumerate(words) if word not in known and word[0].isalpha() and not other.has(word)]
    return Side(words, starts, tuple(alone))
