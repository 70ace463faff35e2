"""What a figure is about, for pairing: the words of its clause and of its sentence. What a reader sees: captions.py."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from ccdiff.derive.figures.statement import Hit
from ccdiff.text.memory import Remembered

NEAR = re.compile(r"[，。；：！？\n]|[,;:](?!\d)|(?<=[A-Za-z0-9)\]”])[.!?](?=\s|$)")
FAR = re.compile(r"[。；！？\n]|;|(?<=[A-Za-z0-9)\]”])[.!?](?=\s+[A-Z(“\"]|$)")
RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z'’\-]*")
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"
HAN = re.compile(r"[\u3400-\u9fff]")
SHORT = 5  # content characters; a clause with fewer ("总量突破90万亿元") says its subject in the clause before
STEPS = 3  # clauses back at most
EDGE = 6  # characters before a figure in which a mark is looked for once more
LONGEST = 800  # characters of a sentence on either side of a figure
NOTHING = frozenset({""})
LITTLE = 3  # letters of a Latin word that mostly joins
OPENING = 12  # characters before a figure that opens its sentence ("以及 32 个缔约国…")
LABEL = 2  # characters that name a thing
RULED = 90  # characters of a sentence that one figure rules


def bounds(text: str, hit: Hit, end: re.Pattern[str]) -> tuple[int, int]:
    """Where the piece of ``text`` around ``hit`` begins and ends, cut at ``end`` (NEAR or FAR)."""
    return _bounds(text, hit.start, hit.end, end)


@lru_cache(maxsize=512)
def _bounds(text: str, first: int, last: int, end: re.Pattern[str]) -> tuple[int, int]:
    places = _places(text, end)
    start, edge = max(0, first - LONGEST), first - EDGE
    before = bisect_left(places, edge)
    if before and places[before - 1] >= start:
        start = places[before - 1] + 1
    for match in end.finditer(text, max(start, edge), first):  # right before it, as if nothing followed
        start = match.end()
    after, stop = bisect_left(places, last), last + LONGEST
    return start, places[after] if after < len(places) and places[after] < stop else min(len(text), stop)


@lru_cache(maxsize=512)
def _places(text: str, end: re.Pattern[str]) -> list[int]:
    """Where the marks stand at which ``text`` is cut."""
    return [match.start() for match in end.finditer(text)]


def at(place: int) -> Hit:
    """A hit of no length at ``place``, for asking what is around it."""
    return Hit(place, place, place, place, 0, None, "", "", "", "", "")


def near_bounds(
    text: str,
    hit: Hit,
    others: Sequence[Hit],
    says: Callable[[str], int],
    beside: re.Pattern[str],
    joint: re.Pattern[str],
) -> tuple[int, int]:
    """The clause of ``hit``, cut at 、 towards another figure: "8 个政府间组织、2 个非政府组织" are two subjects; and where a word
    (``beside``) sets another clause beside it: "58 per cent had legislation and that 79 per cent had adopted laws".

    A clause that ends with a verb of saying goes on to the end of the next: "15 国政府报告说，已设立港口管制股".
    """
    start, end = bounds(text, hit, NEAR)
    if text[end : end + 1] == "，" and says(text[hit.end : end]):
        end = bounds(text, at(end + 1), NEAR)[1]
    for other in others:
        between = text[other.end : hit.start] if other.end <= hit.start else text[hit.end : other.start]
        mark = between.rfind("、") if other.end <= hit.start else between.find("、")
        if mark >= 0 and other.end <= hit.start:
            start = max(start, other.end + mark + 1)
        elif mark >= 0:
            end = min(end, hit.end + mark)
        elif found := beside.search(between) or (_bare(hit, other) and joint.search(between)):
            if other.end <= hit.start:
                start = max(start, other.end + found.end())
            else:
                end = min(end, hit.end + found.start())
    end = _forward(text, hit, others, start, end)
    for _ in range(STEPS):  # "stood, as before, at 20 per cent"
        if _labelled(text, hit, others, start, end):
            break
        if start and _content(text[start : hit.start] + text[hit.unit_end : end]) < SHORT:
            start = bounds(text, at(start - 1), NEAR)[0]
    return start, end


def _labelled(text: str, hit: Hit, others: Sequence[Hit], start: int, end: int) -> bool:
    """Whether the clause names what it counts, beside another that does so: "小提琴 24 把，| 大提琴 10 把"."""
    row = any(other.end <= start and (other.kind, other.unit) == (hit.kind, hit.unit) for other in others)
    told = hit.kind == "counter" or (hit.kind == "percent" and HAN.search(text, start, hit.start) is not None)
    labelled = bool(row and told and hit.unit) and _content(text[start : hit.start]) >= LABEL
    return labelled and not _content(text[hit.unit_end : end])


def _bare(one: Hit, two: Hit) -> bool:
    """Whether the second of two numbers has no noun of its own: "6 are under way and 1 has been overtaken"."""
    later = max(one, two, key=lambda hit: hit.start)
    return later.kind == "counter" and bool(later.noun) and later.last <= later.unit_end


def _forward(text: str, hit: Hit, others: Sequence[Hit], start: int, end: int) -> int:
    """To the end of the sentence that the figure opens and rules alone: "24 个国家根据…建议，指定了…中央机关"."""
    if hit.kind != "counter" or hit.start - start > OPENING:
        return end
    stop = bounds(text, hit, FAR)[1]
    alone = all(other.start < hit.start or other.start >= stop for other in others)
    return stop if alone and stop - start <= RULED else end


def _content(text: str) -> int:
    return sum(len(run) if HAN.match(run) else 3 * (len(run) > LITTLE) for run in RUN.findall(text))


class Words:
    """The words of a text with their places, as figures are compared by them: no numbers, no words that only join."""

    def __init__(self, words: Sequence[str], keyed: Mapping[str, str]) -> None:
        self._words, self._keyed = words, keyed

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(map(self._keyed.__getitem__, self._words)) - NOTHING

    @cached_property
    def _all(self) -> list[str]:
        """Every word as it is compared, "" for one that says nothing."""
        return list(map(self._keyed.__getitem__, self._words))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate(map(len, self._words), initial=0))

    @property
    def keys(self) -> list[str]:
        """The words as they are compared, in order."""
        return [key for key in self._all if key]

    def between(self, start: int, end: int) -> list[str]:
        """The words that begin in ``text[start:end]``."""
        starts = self._starts
        return [key for key in self._all[bisect_left(starts, start) : bisect_left(starts, end)] if key]


def keyed(ignored: frozenset[str]) -> Mapping[str, str]:
    """By word, as it is compared, without those of ``ignored``; remembered."""

    def key(word: str) -> str:
        """A word as it is compared, or "" for one that says nothing: a lone character, a number, a preposition."""
        if len(word) < 2 or word in ignored:
            return ""
        if FIRST_HAN <= word[0] <= LAST_HAN:
            return word
        return stem(word) if word[0].isascii() and word[0].isalpha() and word.lower() not in ignored else ""

    return Remembered(key)


def stem(word: str) -> str:
    """A Latin word in lower case without its plural or genitive ending.

    >>> stem("Countries"), stem("Parties"), stem("States"), stem("process")
    ('country', 'party', 'state', 'process')
    """
    word = word.lower().replace("’s", "").replace("'s", "")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
