"""A wording put where another stood that no table need know: 监测井, 观测井; grace period, transitional period; speed indicator device, SID.

Each is in one report alone. That it happens again shows that it is one thing, where the two begin or end alike or the same words stand on both
their sides; once, that the one is short for the other (国际麻醉品管制局, 麻管局).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from os.path import commonprefix

from ccdiff.derive.aliases import is_short
from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import HAN, lexis
from ccdiff.derive.terminology.edits import Edited, Joined, Words
from ccdiff.derive.terminology.one_sense import common, same_words
from ccdiff.model.changes import Term
from ccdiff.reading import Reading
from ccdiff.text.finder import NUMERALS
from ccdiff.text.memory import Remembered

WORDS = 4  # of a wording that begins or ends as another does; in English a space counts as one
LONGEST = 8  # words of one between the same words
AGAIN = 2  # texts, or slots, in which the one must stand for the other
HEAD = 2  # characters of Han, or one Latin word, that are told with what follows
SHARED = 3  # 讲习班, 培训班; not 产业协会, 理事会
SPACE = " "
LISTED = (",", "、")  # another member of a list is another thing
Span = tuple[int, int]  # words of a text
Spot = tuple[int, int]  # a row, and the word of its old text at which the edit begins, or a part of it
Spots = dict[Spot, tuple[Span, Span]]  # where one wording stands for another


class Side:
    """One text of a row as words, and where each begins."""

    def __init__(self, reading: Reading, joined: Joined) -> None:
        self.joined = joined
        self.words = reading.words(joined.text)
        self.at = [0, *accumulate(map(len, self.words))]

    def text(self, span: Span) -> str:
        """Some of the words as printed."""
        return self.joined.text[self.at[span[0]] : self.at[span[1]]]

    def place(self, span: Span) -> str:
        """The place that they stand in."""
        return self.joined.locator(self.at[span[0]])

    def touched(self, edit: Span) -> Span:
        """The words that an edit (in characters) touches."""
        return bisect_left(self.at, edit[0]), bisect_left(self.at, edit[1])

    def beside(self, span: Span) -> tuple[str, str]:
        """The next words on both sides that are no spaces; nothing beyond the ends."""
        return self.next(span[0] - 1, -1)[1], self.next(span[1], 1)[1]

    def next(self, at: int, step: int) -> tuple[int, str]:
        """The next word from there that is no space, and where it stands."""
        while 0 <= at < len(self.words) and self.words[at].isspace():
            at += step
        return at, self.words[at] if 0 <= at < len(self.words) else ""


class Sides:
    """Both texts of every row, and what is common in the language."""

    def __init__(self, pair: Pair, rows: list[Edited]) -> None:
        self.pair, self.rows = pair, [(Side(pair.old, row.old), Side(pair.new, row.new), row.edits) for row in rows]
        readings = (pair.new, pair.old)  # where the old wording must not stand, and the new one
        self.others = ["\n".join(p.text for p in reading.report.paragraphs).lower() for reading in readings]
        self.kind, self.lex = pair.old.language.once(kinds), pair.old.language.once(lexis)
        self.named = Remembered(self._named)

    def _named(self, word: str) -> bool:
        """Whether a word may stand in the name of a thing: no small word, deed or number."""
        if word.isascii():
            return word == SPACE or all(part.isalpha() and self.kind.get(part) != "edge" for part in word.split("-"))
        return (
            word.isalpha() and "edge" not in (self.kind.get(word), self.kind.get(word[0])) and NUMERALS.isdisjoint(word)
        )


def put(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Such pairs, those at the most spots first, of these those between the same words, the shortest; of one edit one pair is told."""
    sides = Sides(pair, rows)
    recurring = _recurring(sides)
    found = {**_slots(sides), **recurring}
    taken: set[Spot] = set()
    for words, spots in sorted(
        found.items(), key=lambda item: (-len(item[1]), item[0] in recurring, len("".join(item[0])))
    ):
        if taken.isdisjoint(spots) and _one_thing(sides, words, spots, words not in recurring):
            taken.update(spots)
            places = ((sides.rows[row][0].place(a), sides.rows[row][1].place(b)) for (row, _), (a, b) in spots.items())
            yield Term(*words, tuple(dict.fromkeys(places)), "variants")


def _one_thing(sides: Sides, words: Words, spots: Spots, slot: bool) -> bool:
    """Whether one thing has two wordings: no names, nor words of general prose, nor the same words turned round."""
    pair = sides.pair
    if common(words[0], pair.old) and common(words[1], pair.new):
        return False
    if not slot:
        return True
    if is_short(words, pair.old):
        return True
    named = any(told for text in words for _, told in sides.lex.cut(text))
    return not named and len(spots) >= AGAIN and not same_words(words[0].lower(), words[1].lower(), pair)


def _slots(sides: Sides) -> dict[Words, Spots]:
    """What was put between the same words, as it is printed within a sentence."""
    found = defaultdict[Words, Spots](dict)
    for row, (old, new, edits) in enumerate(sides.rows):
        for edit in edits:
            a, b = _trimmed(old, old.touched(edit.old), sides), _trimmed(new, new.touched(edit.new), sides)
            if _names(old, a, sides) and _names(new, b, sides) and old.beside(a) == new.beside(b):
                one, other = old.text(a).lower(), new.text(b).lower()
                if one not in sides.others[0] and other not in sides.others[1]:
                    found[one, other][row, a[0]] = (a, b)
    return {_told(spots, sides): spots for spots in found.values()}


def _told(spots: Spots, sides: Sides) -> Words:
    """How two wordings are told: with the words that follow them, where these are everywhere the same; not as they begin a sentence."""
    plain, headed = set[Words](), set[Words]()
    for (row, _), (a, b) in spots.items():
        old, new, _edits = sides.rows[row]
        here, there = _headed(old, new, a, b, sides)
        plain.add((old.text(a), new.text(b)))
        headed.add((old.text(here), new.text(there)))
    return max(headed if len({words[0].lower() for words in headed}) == 1 else plain)


def _headed(old: Side, new: Side, here: Span, there: Span, sides: Sides) -> tuple[Span, Span]:
    """With the equal words behind, where one of the two is short: 特制 before 前体, derelict before fishing."""
    while any(len(t) <= HEAD if HAN.search(t) else SPACE not in t for t in (old.text(here), new.text(there))):
        (end, word), (stop, other) = old.next(here[1], 1), new.next(there[1], 1)
        if not word.isalpha() or word != other or sides.kind.get(word.lower()) == "edge":
            break
        here, there = (here[0], end + 1), (there[0], stop + 1)
    return here, there


def _trimmed(side: Side, span: Span, sides: Sides) -> Span:
    """A stretch without small words and points at its ends."""
    start, end = span
    while start < end and _small(side.words[start], sides):
        start += 1
    while start < end and _small(side.words[end - 1], sides):
        end -= 1
    return start, end


def _small(word: str, sides: Sides) -> bool:
    return not word[0].isalnum() or word.lower() in sides.lex.function or word in sides.lex.particles


def _names(side: Side, span: Span, sides: Sides) -> bool:
    """Whether a stretch may name a thing: a few words, none a number, nor a deed or a small word at its ends."""
    words = side.words[slice(*span)]
    if not words or len(words) > LONGEST or any(sides.kind.get(words[k].lower()) == "edge" for k in (0, -1)):
        return False
    plain = all(word.isspace() or word in LISTED or word.replace("-", "").isalpha() for word in words)
    return plain and NUMERALS.isdisjoint("".join(words))


def _recurring(sides: Sides) -> dict[Words, Spots]:
    """What was put in two texts or more in the place of what begins or ends as it does."""
    old, new = (_wordings(sides, side) for side in (0, 1))
    pairs = ((a, b) for a in old for b in new if not old[a].keys().isdisjoint(new[b]) and _alike(a, b, sides.others))
    found = {(a, b): {spot: (old[a][spot], new[b][spot]) for spot in old[a] if spot in new[b]} for a, b in pairs}
    rows = {words: {row: (row, at) for row, at in spots} for words, spots in found.items()}
    return {
        words: {spot: found[words][spot] for spot in rows[words].values()}
        for words in found
        if len(rows[words]) >= AGAIN
    }


def _alike(one: str, other: str, texts: list[str]) -> bool:
    """Whether a third of two wordings is the same, at the beginning or the end (in English: their last word).

    Not where both reports have what they differ in: usage conditions, licensing conditions.
    """
    start = len(commonprefix((one, other)))
    end = len(commonprefix((one[start:][::-1], other[start:][::-1])))
    if SHARED * (start + end) < max(len(one), len(other)) or one.isascii() and one.split()[-1] != other.split()[-1]:
        return False
    apart = [word[start : len(word) - end].lower() for word in (one, other)]
    return min(map(len, apart)) <= 1 or not all(word in text for word, text in zip(apart, texts, strict=True))


def _wordings(sides: Sides, side: int) -> dict[str, dict[Spot, Span]]:
    """The wordings at edits of two rows or more that the other report has nowhere, and which words they are there."""
    found = defaultdict[str, dict[Spot, Span]](dict)
    for row, (old, new, edits) in enumerate(sides.rows):
        text = (old, new)[side]
        for edit in edits:
            for span in _things(text, (edit.old, edit.new)[side], sides):
                found[text.text(span)][row, old.touched(edit.old)[0]] = span
    often = {word: spots for word, spots in found.items() if len({row for row, _ in spots}) >= AGAIN}
    return {word: spots for word, spots in often.items() if word.lower() not in sides.others[side]}


def _things(side: Side, edit: Span, sides: Sides) -> Iterator[Span]:
    """Where at an edit up to ``WORDS`` words stand that name a thing."""
    words = side.words
    first, last = bisect_right(side.at, edit[0]) - 1, bisect_right(side.at, edit[1]) - 1
    for start in range(max(0, first - WORDS + 1), min(last + 1, len(words))):
        for end in range(start + 1, min(start + WORDS, len(words)) + 1 if words[start] != SPACE else start + 1):
            if not sides.named[words[end - 1].lower()]:
                break
            if end > first and words[end - 1] != SPACE and LISTED[1] not in words[start - (start > 0) : end + 1]:
                yield start, end
