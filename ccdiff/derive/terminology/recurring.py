"""Wordings of a thing, each in one report alone, of which one took the other's place in two texts or more: 监测井, 观测井.

No table need know them: that they begin or end alike, and that it happens again, shows that it is one thing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from os.path import commonprefix

from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.terminology.edits import Edited, Words
from ccdiff.derive.terminology.one_sense import common
from ccdiff.model.changes import Term
from ccdiff.reading import Reading
from ccdiff.text.finder import NUMERALS
from ccdiff.text.memory import Remembered

AGAIN = 2  # texts in which the one must stand for the other
WORDS = 4  # of a wording at most; in English a space counts as one
SPACE = " "
SHARED = 3  # 讲习班, 培训班; not 产业协会, 理事会
LISTED = "、"  # another member of a list is another thing
Spot = tuple[int, int]  # a row, an edit of it
Span = tuple[int, int]
Spots = dict[str, dict[Spot, int]]  # wording -> where it stands, and at which character


def recurring(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Such pairs, those in the most texts first, of these the shortest; of one edit one pair is told."""
    texts = ["\n".join(p.text for p in reading.report.paragraphs).lower() for reading in (pair.new, pair.old)]
    old, new = _wordings(pair.old, rows, "old", texts[0]), _wordings(pair.new, rows, "new", texts[1])
    found = defaultdict[Words, dict[int, Spot]](dict)
    for one, here in old.items():
        for other, there in new.items():
            if not here.keys().isdisjoint(there) and _alike(one, other, texts):
                found[one, other] = {spot[0]: spot for spot in here if spot in there}
    taken: set[Spot] = set()
    for words, spots in sorted(found.items(), key=lambda item: (-len(item[1]), len("".join(item[0])))):
        if (
            len(spots) >= AGAIN
            and not (common(words[0], pair.old) and common(words[1], pair.new))
            and taken.isdisjoint(spots.values())
        ):
            taken.update(spots.values())
            starts = ((rows[spot[0]], old[words[0]][spot], new[words[1]][spot]) for spot in spots.values())
            places = tuple((row.old.locator(here), row.new.locator(there)) for row, here, there in starts)
            yield Term(*words, places, "variants")


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


def _wordings(reading: Reading, rows: list[Edited], side: str, other: str) -> Spots:
    """The wordings at edits of two rows or more that the other report has nowhere."""
    found: Spots = defaultdict(dict)
    kind = reading.language.once(kinds)
    names = Remembered(lambda word: _names(word.lower(), kind))
    for number, row in enumerate(rows):
        text = getattr(row, side).text
        words = reading.words(text)
        ends = list(accumulate(map(len, words)))
        for at, edit in enumerate(row.edits):
            for start, end in _things(words, ends, getattr(edit, side), names):
                found[text[start:end]][number, at] = start
    return {
        w: s
        for w, s in found.items()
        if len(s) >= AGAIN and len({row for row, _ in s}) >= AGAIN and w.lower() not in other
    }


def _things(words: tuple[str, ...], ends: list[int], edit: tuple[int, int], names: dict[str, bool]) -> list[Span]:
    """Where at an edit up to ``WORDS`` words stand that name a thing: none a small word, a deed or a number."""
    found: list[Span] = []
    first, last = bisect_left(ends, edit[0]), bisect_right(ends, edit[1])
    for i in range(max(0, first - WORDS + 1), min(last + 1, len(words))):
        for j in range(i, min(i + WORDS, len(words)) if words[i] != SPACE else i):
            if not names[words[j]]:
                break
            if j >= first and words[j] != SPACE and LISTED not in words[i - (i > 0) : j + 2]:
                found.append((ends[i] - len(words[i]), ends[j]))
    return found


def _names(word: str, kind: dict[str, str]) -> bool:
    if word.isascii():
        return word == SPACE or all(part.isalpha() and kind.get(part) != "edge" for part in word.split("-"))
    return word.isalpha() and "edge" not in (kind.get(word), kind.get(word[0])) and NUMERALS.isdisjoint(word)
