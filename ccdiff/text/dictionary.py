"""jieba's dictionary as a file that is mapped, not loaded: a word is looked up where it is needed.

Loading the dictionary takes jieba half a second and rjieba a tenth, cutting a report a hundredth. The file is made from jieba's
own table, and texts are cut as jieba cuts them with HMM off: of all ways to cut, the one whose words are together most frequent
(``Tokenizer.calc``), to the same last bit.

The file: a header of four numbers, the first two characters of words (sorted), where the words of each pair begin, the single
characters with their weights, and the words of each pair with theirs.
"""

from __future__ import annotations

import marshal
import mmap
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import log
from pathlib import Path

MAGIC = 0x63636432  # changes with the form of the file
HEADER = 32  # bytes: magic, size of the file, pairs, bytes of the single characters
FIRST, LAST = "\u4e00", "\u9fd5"  # the characters of which words are made (jieba.re_han_default)
UNKNOWN = ""  # stands for what is no word
NEVER = float("-inf")
Words = tuple[tuple[int, ...], dict[str, float]]  # how long they are, and their weights
NO_WORDS: Words = ((), {})


def table() -> Path | None:
    """jieba's own table of words and frequencies; jieba itself is not loaded. ``None`` where it is not installed."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        return None
    found = Path(spec.submodule_search_locations[0]) / "dict.txt"
    return found if found.is_file() else None


def name(source: Path) -> str:
    """What the file made from ``source`` is called; another table has another name."""
    seen = os.stat(source)
    return f"words-{MAGIC & 0xFF}-{seen.st_size:x}-{seen.st_mtime_ns:x}"


def mapped(source: Path) -> bytes:
    """The table ``source`` (a line a word: word, frequency, kind) as a file to be mapped."""
    lines = source.read_text(encoding="utf-8").splitlines()
    total = log(sum(int(line.split(" ", 2)[1]) for line in lines))
    single = {UNKNOWN: -total}  # a word of frequency 1
    pairs, places, words = array("Q"), array("Q"), bytearray()
    lines.sort(key=lambda line: line[:2])
    for pair, group in groupby(lines, key=lambda line: line[:2]):
        known = _weighed(group, total)
        if pair[1] == " ":
            single.update(known)
        elif known:
            pairs.append(_key(pair))
            places.append(len(words))
            words += marshal.dumps(_by_length(known))
    places.append(len(words))
    characters = marshal.dumps(single)
    parts = (pairs.tobytes(), places.tobytes(), characters, bytes(words))
    header = array("Q", (MAGIC, HEADER + sum(map(len, parts)), len(pairs), len(characters)))
    return b"".join((header.tobytes(), *parts))


def _weighed(lines: Iterable[str], total: float) -> dict[str, float]:
    """The words and their weights; without those that jieba can never find, since it cuts only between FIRST and LAST."""
    rows = (line.split(" ", 2) for line in lines)
    return {
        row[0]: log(int(row[1])) - total for row in rows if int(row[1]) and min(row[0]) >= FIRST and max(row[0]) <= LAST
    }


def _by_length(known: dict[str, float]) -> Words:
    return tuple(sorted(set(map(len, known)))), known


def _key(pair: str) -> int:
    return ord(pair[0]) << 32 | ord(pair[1])


class Dictionary:
    """Cuts by a mapped file. Raises ``OSError`` or ``ValueError`` for a file that is none."""

    def __init__(self, path: Path) -> None:
        with open(path, "rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, size, count, characters = whole[:HEADER].cast("Q")
        if magic != MAGIC or size != len(whole):
            raise ValueError("no dictionary")
        places = HEADER + 8 * count
        words = places + 8 * (count + 1)
        self._pairs, self._places = whole[HEADER:places].cast("Q"), whole[places:words].cast("Q")
        self._single: dict[str, float] = marshal.loads(whole[words : words + characters])
        self._words = whole[words + characters :]
        self._known: dict[str, Words] = {}

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; of two ways that are equally likely the one whose word is longer, as jieba does."""
        single, known, unknown, size = self._single, self._known, self._single[UNKNOWN], len(text)
        likely = [0.0] * (size + 1)  # of the best way to cut what begins here
        ends = [0] * size
        for at in range(size - 1, -1, -1):
            pair = text[at : at + 2]
            words = known.get(pair)
            if words is None:
                words = self._look_up(pair)
            weight = single.get(pair[0])
            if weight is not None:
                best, end = weight + likely[at + 1], at + 1
            elif FIRST <= pair[0] <= LAST:
                best, end = NEVER, 0
            else:
                ends[at] = at + 1  # stands alone; what is before it is weighed without what follows
                continue
            lengths, weights = words
            for length in lengths:
                behind = at + length
                if behind > size:
                    break
                weight = weights.get(text[at:behind])
                if weight is not None and weight + likely[behind] >= best:
                    best, end = weight + likely[behind], behind
            likely[at], ends[at] = (best, end) if end else (unknown + likely[at + 1], at + 1)
        return list(_pieces(text, ends))

    def _look_up(self, pair: str) -> Words:
        """The words that begin with two characters."""
        found = NO_WORDS
        if len(pair) == 2:
            key = _key(pair)
            at = bisect_left(self._pairs, key)
            if at < len(self._pairs) and self._pairs[at] == key:
                found = marshal.loads(self._words[self._places[at] : self._places[at + 1]])
        self._known[pair] = found
        return found


def _pieces(text: str, ends: Sequence[int]) -> Iterator[str]:
    at = 0
    while at < len(text):
        yield text[at : ends[at]]
        at = ends[at]
