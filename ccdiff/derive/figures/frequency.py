"""How often something is done, as a figure: "every two years", "twice a year", "annually"; 每两年一次, 每年两次.

What is compared is how many times a year. What says no number of times is told only where it became another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdiff.derive.figures.lexicon import NEVER, either
from ccdiff.derive.figures.statement import Hit
from ccdiff.language import Language
from ccdiff.text.numerals import Number

FAMILY = "frequency"
KIND = "measure"
BACK = 12  # characters before a number in which "every" stands
WITHIN = 10  # characters of what is done, between 每年 and 两次


class Frequencies:
    """The table ``frequencies`` of a language. Use ``language.once(Frequencies)``."""

    def __init__(self, language: Language) -> None:
        rows = language.rows("frequencies")
        self._latin = any(row[0] == "each" for row in rows)
        of = {kind: [row[1] for row in rows if row[0] == kind] for kind in ("each", "every", "times", "once", "period")}
        self._years = {row[1]: float(row[2]) for row in rows if row[0] == "period"}
        self._adverbs = tuple((row[1], float(row[2])) for row in rows if row[0] == "adverb")
        period, times = either(of["period"]).pattern, either(of["times"]).pattern
        every, each = either(of["every"]).pattern, either(of["each"]).pattern
        if self._latin:
            self._each = re.compile(rf"([ \n]+{times})?[ \n]+{each}[ \n]+({period})(?![A-Za-z])")
            self._every = re.compile(rf"(?<![A-Za-z])(?i:{every})[ \n]+\Z")
            self._period = re.compile(rf"[ \n]+({period})(?![A-Za-z])")
        elif rows:
            self._each = re.compile(rf"{every}({period})[^，。；、：\d]{{0,{WITHIN}}}\Z")
            self._every = re.compile(rf"{every}\s*\Z")
            self._period = re.compile(rf"\s*({period})[^，。；、：\d]{{0,{WITHIN}}}?{either(of['once']).pattern}")
        else:
            self._each = self._every = self._period = NEVER
        self._times = re.compile(times)
        self._begins = tuple(word for word in of["every"] if len(word) == 1)

    def near(self, text: str, start: int) -> bool:
        """Whether a word that begins a frequency stands a little before a number (Chinese)."""
        return any(text.find(word, max(0, start - BACK - WITHIN), start) >= 0 for word in self._begins)

    def touches(self, text: str, start: int, end: int) -> bool:
        """Whether "every" stands before a number, or "a year" after it (English)."""
        return bool(self._each.match(text, end) or self._every.search(text, max(0, start - BACK), start))

    def interval(self, text: str, start: int, number_end: int, value: Number) -> Hit | None:
        """ "every | two years", "每 | 两年一次"."""
        before = self._every.search(text, max(0, start - BACK), start) if value > 1 else None
        period = self._period.match(text, number_end) if before else None
        if not before or not period:
            return None
        end = period.end(1) if self._latin else period.end()
        return _hit((before.start(), end), start, value, period.group(1), value * self._years[period.group(1)])

    def repeated(self, text: str, start: int, end: int, value: Number, alone: bool = True) -> Hit | None:
        """ "twice | a year", "four | times a year", "每年核查 | 四次"; ``end`` is the end of the number; ``alone``: it says "times" itself."""
        if self._latin:
            each = self._each.match(text, end)
            if each and not alone and not each.group(1):
                return None
            unit = text[end : each.end()].strip() if each else ""
            return each and _hit((start, each.end()), start, value, unit, self._years[each.group(2)] / value, alone)
        times = self._times.match(text, end)
        each = self._each.search(text, max(0, start - BACK - WITHIN), start) if times else None
        if not times or not each:
            return None
        start = each.start() if value == 1 else start
        return _hit((start, times.end()), start, value, times.group(), self._years[each.group(1)] / value, value == 1)

    def adverbs(self, text: str, found: Sequence[Hit]) -> Iterator[Hit]:
        """The adverbs of a text: "annually"."""
        for word, years in self._adverbs:
            at = text.find(word)
            while at >= 0:
                end = at + len(word)
                free = all(hit.end <= at or hit.start >= end for hit in found)
                whole = not (text[at - 1 : at].isalpha() or text[end : end + 1].isalpha())
                if free and whole and text[at - 1 : at] != "-":
                    yield _hit((at, end), at, 1, word, years)
                at = text.find(word, end)


def _hit(span: tuple[int, int], number: int, value: Number, unit: str, years: float, lone: bool = True) -> Hit:
    """A figure that says that something is done once in so many ``years``."""
    size = 1 / years / float(value)
    start, end = span
    return Hit(start, end, number, end, value, None, "exact", unit, KIND, FAMILY, "", end, lone=lone, size=size)
