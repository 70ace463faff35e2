"""jieba's dictionary as a file that is mapped, not loaded: a word is looked up where it is needed.

Loading the dictionary takes jieba half a second and rjieba a tenth, cutting a report a hundredth. The file is made from jieba's
own table, and texts are cut as jieba cuts them with HMM off: of all ways to cut, the one whose words are together most frequent
(``Tokenizer.calc``), to the same last bit.

The file: a header of four numbers; for each character from FIRST to LAST where what is known of it begins; for each pair of
characters that begins words where these begin; the characters; the words of each pair with their weights.
"""

from __future__ import annotations

import marshal
import mmap
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import log
from pathlib import Path

MAGIC = 0x63636433  # changes with the form of the file
HEADER = 32  # bytes: magic, size of the file, pairs, bytes of the characters
FIRST, LAST = "\u4e00", "\u9fd5"  # the characters of which words are made (jieba.re_han_default)
COUNT = ord(LAST) - ord(FIRST) + 1
NEVER = float("-inf")
NUMBER = len(marshal.dumps(NEVER))  # bytes
Words = tuple[tuple[int, ...], dict[str, float]]  # how long they are, and their weights
Character = tuple[float, int, str]  # its weight as a word, the place of its first pair, and what its pairs end with
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
    lines.sort(key=lambda line: line[:2])
    single = {line[0]: _weighed([line], total).get(line[0], NEVER) for line in lines if line[1] == " "}
    seconds: dict[str, str] = {}
    places, words = array("I"), bytearray()
    for pair, group in groupby(lines, key=lambda line: line[:2]):
        known = _weighed(group, total) if pair[1] != " " else {}
        if known:
            seconds[pair[0]] = seconds.get(pair[0], "") + pair[1]
            places.append(len(words))
            words += marshal.dumps(_by_length(known))
    places.append(len(words))
    starts, characters = _characters(single, seconds)
    parts = (starts, places.tobytes(), marshal.dumps(-total) + characters, bytes(words))
    header = array("Q", (MAGIC, HEADER + sum(map(len, parts)), len(places), len(parts[2])))
    return b"".join((header.tobytes(), *parts))


def _characters(single: Mapping[str, float], seconds: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Where what is known of each character begins, and what that is; first stands the weight of what is no word."""
    starts, found, pairs = array("I"), bytearray(), 0
    for char in map(chr, range(ord(FIRST), ord(LAST) + 1)):
        starts.append(len(found))
        found += marshal.dumps((single.get(char, NEVER), pairs, seconds.get(char, "")))
        pairs += len(seconds.get(char, ""))
    return starts.tobytes(), bytes(found)


def _weighed(lines: Iterable[str], total: float) -> dict[str, float]:
    """The words and their weights; without those that jieba can never find, since it cuts only between FIRST and LAST."""
    rows = (line.split(" ", 2) for line in lines)
    return {
        row[0]: log(int(row[1])) - total for row in rows if int(row[1]) and min(row[0]) >= FIRST and max(row[0]) <= LAST
    }


def _by_length(known: dict[str, float]) -> Words:
    return tuple(sorted(set(map(len, known)))), known


class Dictionary:
    """Cuts by a mapped file. Raises ``OSError`` or ``ValueError`` for a file that is none."""

    def __init__(self, path: Path) -> None:
        with open(path, "rb") as file:
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, size, count, length = whole[:HEADER].cast("Q")
        if magic != MAGIC or size != len(whole):
            raise ValueError("no dictionary")
        places = HEADER + 4 * COUNT
        characters = places + 4 * count
        self._starts, self._places = whole[HEADER:places].cast("I"), whole[places:characters].cast("I")
        self._unknown: float = marshal.loads(whole[characters : characters + NUMBER])
        self._characters, self._words = whole[characters + NUMBER : characters + length], whole[characters + length :]
        self._known: dict[str, Character] = {}
        self._pairs: dict[str, tuple[float | None, tuple[int, ...], dict[str, float]]] = {}

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; of two ways that are equally likely the one whose word is longer, as jieba does."""
        known, size = self._pairs, len(text)
        likely = [0.0] * (size + 1)  # of the best way to cut what begins here
        ends = [0] * size
        for at in range(size - 1, -1, -1):
            pair = text[at : at + 2]
            weight, lengths, weights = known[pair] if pair in known else self._look_up(pair)
            end = at + 1
            if weight is None:
                ends[at] = end  # stands alone; what is before it is weighed without what follows
                continue
            best = weight + likely[end]
            for length in lengths:
                behind = at + length
                if behind > size:
                    break
                weight = weights.get(text[at:behind])
                if weight is not None and weight + likely[behind] >= best:
                    best, end = weight + likely[behind], behind
            likely[at] = best if best > NEVER else self._unknown + likely[at + 1]
            ends[at] = end
        return list(_pieces(text, ends))

    def _look_up(self, pair: str) -> tuple[float | None, tuple[int, ...], dict[str, float]]:
        """The weight of the first of two characters (``None``: it is not one that words are made of), and the words that begin with both."""
        char, second = pair[0], pair[1:]
        if not FIRST <= char <= LAST:
            found: tuple[float | None, tuple[int, ...], dict[str, float]] = (None, *NO_WORDS)
        else:
            weight, first, seconds = self._known.get(char) or self._character(char)
            at = seconds.find(second) if second else -1
            found = (weight, *(self._begun(first + at) if at >= 0 else NO_WORDS))
        self._pairs[pair] = found
        return found

    def _character(self, char: str) -> Character:
        found: Character = marshal.loads(self._characters[self._starts[ord(char) - ord(FIRST)] :])
        self._known[char] = found
        return found

    def _begun(self, place: int) -> Words:
        """The words of a pair of characters."""
        return marshal.loads(self._words[self._places[place] : self._places[place + 1]])  # type: ignore[no-any-return]


def _pieces(text: str, ends: Sequence[int]) -> Iterator[str]:
    at = 0
    while at < len(text):
        yield text[at : ends[at]]
        at = ends[at]
