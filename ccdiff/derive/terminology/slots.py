"""Which words of a row may stand for which of the other text: those that it lacks, and that share a neighbour, a part, a meaning or a place.

Found generously, also in sentences told anew; whether two are one thing is weighed (``weighed``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

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
NOWHERE = -1  # behind the last word
ROOT = 4  # letters with which kindred words begin
ORDINAL = re.compile(rf"第[{HAN_NUMERAL}\d]")
Meanings = Callable[[str], frozenset[int]]
Span = tuple[
    int, int, str, str, str
]  # words by the numbers of the first and the last, how they are compared, and the next word before and behind


@record
class Wording:
    """Words of one text that the other text of the row lacks, and what stands around them."""

    words: tuple[int, int]  # the numbers of the first and the last
    span: tuple[int, int]  # their characters
    printed: str
    key: str  # as it is compared and counted
    before: str  # the form of the next word that says something, over small ones
    behind: str
    beside: Words  # the small word or point directly before and behind
    inner: tuple[str, ...]  # its words that say something
    numerals: tuple[str, ...]  # two wordings with other numerals are two things: 四期, 六期


class Text:
    """One text of a row, or a title, in words."""

    def __init__(self, reading: Reading, text: str) -> None:
        self.text, self.low, self.han = text, text.lower(), bool(HAN.search(text))
        if self.han:
            cut = reading.words(text)
            starts = accumulate(map(len, cut[:-1]), initial=0)
            found = [(word, at) for word, at in zip(cut, starts, strict=True) if not word.isspace()]
        else:
            found = [(match[0], match.start()) for match in LATIN.finditer(text)]
        self.words, self.starts = [word for word, _ in found], [at for _, at in found]
        self.tell = reading.language.once(_units).__getitem__  # the form of a word, and what it is
        self._particles = reading.language.once(lexis).particles

    def said(self, words: Iterable[str]) -> list[str]:
        """The forms of those of some words that say something."""
        return [form for form, kind in map(self.tell, words) if kind == SAYS]

    def lacked(self, other: Text) -> list[Span]:
        """The words, and words in a row, that the other text has nowhere."""
        words, tell = self.words, self.tell
        if self.han:
            strange = [word for word in set(words) if word.lower() not in other.low]
            alone = {word for word in strange if tell(word)[1] == SAYS and tell(word)[0] not in other.low}
        else:
            forms = set(other.said(set(other.words)))
            alone = {word for word in set(words) if tell(word)[1] == SAYS and tell(word)[0] not in forms}
        places = [at for at, word in enumerate(words) if word in alone] if alone else []
        return list(self._spans(places))

    def _spans(self, alone: Sequence[int]) -> Iterator[Span]:
        """Each such word, each two side by side, and all that stand in a row."""
        run: list[tuple[int, str, str, str]] = []
        between = "" if self.han else " "
        for at in (*alone, NOWHERE):
            if run and (at == NOWHERE or not self._joined(run[-1][0], at)):
                for k, form, before, behind in run:
                    if len(form) > 1 or not self.han:
                        yield k, k, form, before, behind
                for (one, form, before, _), (other, next_form, _, behind) in zip(run, run[1:], strict=False):
                    if other - one == 1:
                        yield one, other, f"{form}{between}{next_form}", before, behind
                first, last = run[0][0], run[-1][0]
                if 1 < len(run) <= MOST[self.han] and (len(run) > 2 or last - first > 1):
                    key = between.join([self.tell(word)[0] for word in self.words[first : last + 1]])
                    yield first, last, key, run[0][2], run[-1][3]
                run = []
            if at != NOWHERE:
                run.append((at, self.tell(self.words[at])[0], self._next(at, -1), self._next(at, 1)))

    def _joined(self, one: int, other: int) -> bool:
        """Whether nothing but small words stands between two words of a wording: of Han nothing but particles, of others one."""
        if other - one == 1:
            return True
        if not self.han and other - one > 2:
            return False
        between = [self.tell(word) for word in self.words[one + 1 : other]]
        return all([kind == SMALL and (not self.han or form in self._particles) for form, kind in between])

    def _next(self, at: int, step: int) -> str:
        """The form of the next word that says something, with few small words between; "" where a point or a number comes first."""
        words = self.words[at + 1 : at + GAP + 2] if step > 0 else self.words[max(0, at - GAP - 1) : at][::-1]
        for form, kind in map(self.tell, words):
            if kind != SMALL:
                return form if kind == SAYS else ""
        return ""

    def wording(self, span: Span) -> Wording:
        """The words of a span with all that is asked of them."""
        first, last, key, before, behind = span
        start, end = self.starts[first], self.starts[last] + len(self.words[last])
        printed, inner = self.text[start:end], self.words[first : last + 1]
        numerals = tuple([char for char in printed if char in HAN_NUMERAL or char.isdigit()])
        beside = self._small(first - 1), self._small(last + 1)
        says = tuple([word for word in inner if self.tell(word)[1] == SAYS])
        return Wording((first, last), (start, end), printed, key, before, behind, beside, says, numerals)

    def _small(self, at: int) -> str:
        form, kind = self.tell(self.words[at]) if 0 <= at < len(self.words) else ("", SAYS)
        return form if kind != SAYS else ""

    def traces(self, span: Span, meanings: Meanings | None) -> Iterator[str | int]:
        """What a wording is found by."""
        first, last, key, before, behind = span
        if before:
            yield f"<{before}"
        if behind:
            yield f">{behind}"
        if meanings:
            printed = self.text[self.starts[first] : self.starts[last] + len(self.words[last])]
            if printed.isascii():
                yield from {form[:ROOT] for form in key.split() if len(form) >= ROOT}
            else:
                yield from set(key)
            yield from meanings(plain_form(printed))


def candidates(
    old: tuple[Text, list[Span]], new: tuple[Text, list[Span]], meanings: Meanings | None
) -> Iterator[tuple[Wording, Wording]]:
    """The wordings of two texts that share a neighbour, or (where ``meanings`` are given) a part or a meaning."""
    (here, mine), (there, theirs) = old, new
    by: dict[str | int, list[int]] = defaultdict(list)
    for number, span in enumerate(theirs if mine else ()):
        for trace in there.traces(span, meanings):
            by[trace].append(number)
    made: dict[int, Wording] = {}
    for span in mine if by else ():
        found = {number for trace in here.traces(span, meanings) if trace in by for number in by[trace]}
        one = here.wording(span) if found else None
        for number in sorted(found):
            key = theirs[number][2]
            if one and one.key not in key and key not in one.key:
                if number not in made:
                    made[number] = there.wording(theirs[number])
                if one.numerals == made[number].numerals:
                    yield one, made[number]


def plain_form(printed: str) -> str:
    """A wording as a dictionary has it."""
    return fold(printed).lower()


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
