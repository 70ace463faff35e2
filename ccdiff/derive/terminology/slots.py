"""Which words of a row may stand for which of the other text: those that it lacks, and that share a neighbour, a part, a meaning or a place.

Found generously, also in sentences told anew; whether two are one thing is weighed (``weighed``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from ccdiff.derive.relations.substance import HAN, HAN_NUMERAL, Lexis, lexis
from ccdiff.derive.terminology.edits import Words
from ccdiff.derive.terminology.words import LATIN, bare
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

SAYS, SMALL, NONE = "word", "small", ""  # what a word is: one that says something, a small one, a number or point
MOST = {True: 3, False: 4}  # words in one wording, of Han characters or not
GAP = 2  # small words between a wording and its neighbour
ROOT = 4  # letters with which kindred words begin
ORDINAL = re.compile(rf"第[{HAN_NUMERAL}\d]")
Meanings = Callable[[str], frozenset[int]]
Unit = tuple[str, int, int, str, str]  # a word, where it begins and ends, its form, what it is


@record
class Wording:
    """Words of one text that the other text of the row lacks, and what stands around them."""

    words: tuple[int, int]  # the numbers of the first and the last
    span: tuple[int, int]  # their characters
    printed: str
    key: str  # as it is compared and counted
    before: str  # the form of the next word that says something, over small ones
    behind: str
    units: list[Unit]  # those of its text

    @property
    def beside(self) -> Words:
        """The small word or point directly before and behind."""
        return self._small(self.words[0] - 1), self._small(self.words[1] + 1)

    @property
    def inner(self) -> tuple[str, ...]:
        """Its words that say something."""
        return tuple([unit[0] for unit in self.units[self.words[0] : self.words[1] + 1] if unit[4] == SAYS])

    def _small(self, at: int) -> str:
        return self.units[at][3] if 0 <= at < len(self.units) and self.units[at][4] != SAYS else ""


class Text:
    """One text of a row, or a title, in words."""

    def __init__(self, reading: Reading, text: str) -> None:
        tell = reading.language.once(_units)
        self.text, self.han = text, bool(HAN.search(text))
        self.units: list[Unit] = []
        if self.han:
            at = 0
            for word in reading.words(text):
                if not word.isspace():
                    self.units.append((word, at, at + len(word), *tell[word]))
                at += len(word)
        else:
            self.units = [(match[0], match.start(), match.end(), *tell[match[0]]) for match in LATIN.finditer(text)]
        self.forms = frozenset([unit[3] for unit in self.units if unit[4] == SAYS])
        self._low = text.lower()
        self._before, self._behind = _neighbours(self.units), _neighbours(reversed(self.units))[::-1]
        self._particles = reading.language.once(lexis).particles

    def wordings(self, other: Text) -> list[Wording]:
        """The words, and words in a row, that the other text has nowhere."""
        gone = {form for form in self.forms if form not in other._low} if self.han else self.forms - other.forms
        alone = [unit[4] == SAYS and unit[3] in gone for unit in self.units] if gone else []
        spans = list(self._spans(alone))
        found = [self._wording(first, last) for first, last in spans]
        return [wording for wording in found if len(wording.key) > 1] if self.han else found

    def _spans(self, alone: list[bool]) -> Iterator[tuple[int, int]]:
        """Each such word, each two side by side, and all that stand in a row."""
        run: list[int] = []
        for at in (*(k for k, lone in enumerate(alone) if lone), len(alone)):
            if run and not (at < len(alone) and self._joined(run[-1], at)):
                yield from ((k, k) for k in run)
                pairs = [(a, b) for a, b in zip(run, run[1:], strict=False) if b - a == 1]
                yield from pairs
                whole = run[0], run[-1]
                if 1 < len(run) <= MOST[self.han] and whole not in pairs:
                    yield whole
                run = []
            run.append(at)

    def _joined(self, one: int, other: int) -> bool:
        """Whether nothing but small words stands between two words of a wording; of Han nothing but particles."""
        if other - one == 1:
            return True
        between = self.units[one + 1 : other]
        small = all(unit[4] == SMALL for unit in between)
        return small and (all(unit[3] in self._particles for unit in between) if self.han else len(between) <= 1)

    def _wording(self, first: int, last: int) -> Wording:
        units = self.units
        start, end = units[first][1], units[last][2]
        key = units[first][3]
        if last > first:
            key = ("" if self.han else " ").join([unit[3] for unit in units[first : last + 1]])
        printed = self.text[start:end]
        return Wording((first, last), (start, end), printed, key, self._before[first], self._behind[last], units)


def _neighbours(units: Iterable[Unit]) -> list[str]:
    """For each word the form of the last one before it that says something, with few small words between; "" where a point or a number comes first."""
    found, last, small = [], "", 0
    for _, _, _, form, kind in units:
        found.append(last)
        if kind == SAYS:
            last, small = form, 0
        elif kind == NONE or small == GAP:
            last = ""
        else:
            small += 1
    return found


def candidates(
    mine: list[Wording], theirs: list[Wording], meanings: Meanings | None
) -> Iterator[tuple[Wording, Wording]]:
    """The wordings of two texts that share a neighbour, or (where ``meanings`` are given) a part or a meaning."""
    by: dict[Hashable, list[int]] = defaultdict(list)
    for number, other in enumerate(theirs):
        for trace in _traces(other, meanings):
            by[trace].append(number)
    for one in mine if by else ():
        found = {number for trace in _traces(one, meanings) for number in by.get(trace, ())}
        for number in sorted(found):
            other = theirs[number]
            if one.key not in other.key and other.key not in one.key and _numerals(one) == _numerals(other):
                yield one, other


def _traces(wording: Wording, meanings: Meanings | None) -> Iterator[Hashable]:
    """What a wording is found by."""
    if wording.before:
        yield "before", wording.before
    if wording.behind:
        yield "behind", wording.behind
    if meanings:
        if wording.printed.isascii():
            yield from {form[:ROOT] for form in wording.key.split() if len(form) >= ROOT}
        else:
            yield from set(wording.key)
        yield from meanings(plain_form(wording))


def plain_form(wording: Wording) -> str:
    """A wording as a dictionary has it."""
    return fold(wording.printed).lower()


def _numerals(wording: Wording) -> list[str]:
    """Two wordings with other numerals are two things: 四期, 六期."""
    return [char for char in wording.printed if char in HAN_NUMERAL or char.isdigit()]


def _units(language: Language) -> Remembered[tuple[str, str]]:
    """Of a word its form, and what it is."""
    lex = language.once(lexis)
    return Remembered(lambda word: _unit(word, lex))


def _unit(word: str, lex: Lexis) -> tuple[str, str]:
    low = word.lower().replace("’", "'")
    if not word[0].isalpha() or not word.strip(HAN_NUMERAL) or (word[0] == "第" and ORDINAL.match(word)):
        return low, NONE
    if low in lex.function or low in lex.particles:
        return low, SMALL
    if low in lex.spelled or ("-" in low and any([part in lex.spelled for part in low.split("-")])):
        return low, NONE
    return (bare(low) if low.isascii() else low), SAYS
