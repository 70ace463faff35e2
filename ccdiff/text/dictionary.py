"""jieba's dictionary as a file of which only what is looked up is read.

Loading the dictionary takes jieba half a second and rjieba a tenth, cutting a report a hundredth. The file is made from jieba's
own table, and texts are cut as jieba cuts them with HMM off: of all ways to cut, the one whose words are together most frequent
(``Tokenizer.calc``), to the same last bit.

The file: a header of three numbers and the weight of what is no word; for each character from FIRST to LAST where what is known of
it begins; the characters; for each pair of characters that begins words these words with their weights. It is read piece by piece,
not mapped: of a mapped file all of it soon counts as this process's own. What follows the pair in its words stays one text: of
eight words that a pair begins hardly one stands where the pair does.
"""

from __future__ import annotations

import marshal
import os
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import log
from pathlib import Path
from struct import Struct

from ccdiff.files import Pieces

MAGIC = 0x63636435  # changes with the form of the file
NUMBERS = 24  # bytes: magic, size of the file, bytes of the characters
FIRST, LAST = "\u4e00", "\u9fd5"  # the characters of which words are made (jieba.re_han_default)
COUNT = ord(LAST) - ord(FIRST) + 1
NEVER = float("-inf")
HEADER = NUMBERS + len(marshal.dumps(NEVER))
CHARACTERS = HEADER + 4 * (COUNT + 1)  # where they begin
NAME = "cuts-"  # how the file's name begins
PLACE = 4  # bytes of a place in the file
TWO = Struct("=II").unpack_from
END = "\n"
WEIGHT = Struct("=d").unpack_from
SIZE = 8  # bytes of a weight
# Of two characters: their weight as a word (NEVER: they are none); what follows them in longer words, each part begun and ended by a
# line feed, the short ones first; the weights of these words.
Words = tuple[float, str, bytes]
Character = tuple[float, str, bytes]  # its weight as a word, what its pairs end with, where their words begin
NO_WORDS: Words = (NEVER, "", b"")


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
    return f"{NAME}{MAGIC & 0xFF}-{seen.st_size:x}-{seen.st_mtime_ns:x}"


def mapped(source: Path) -> bytes:
    """The table ``source`` (a line a word: word, frequency, kind) as a file to be read piece by piece."""
    lines = source.read_text(encoding="utf-8").splitlines()
    total = log(sum(int(line.split(" ", 2)[1]) for line in lines))
    lines.sort(key=lambda line: line[:2])
    single = {line[0]: _weighed([line], total).get(line[0], NEVER) for line in lines if line[1] == " "}
    begun: dict[str, list[tuple[str, bytes]]] = {}
    for pair, group in groupby(lines, key=lambda line: line[:2]):
        known = _weighed(group, total) if pair[1] != " " else {}
        if known:
            begun.setdefault(pair[0], []).append((pair[1], marshal.dumps(_begun_by(pair, known))))
    starts, characters, words = _laid_out(single, begun)
    size = CHARACTERS + len(characters) + len(words)
    header = array("Q", (MAGIC, size, len(characters))).tobytes() + marshal.dumps(-total)
    return b"".join((header, starts, characters, words))


def _laid_out(
    single: Mapping[str, float], begun: Mapping[str, Sequence[tuple[str, bytes]]]
) -> tuple[bytes, bytes, bytes]:
    """Where what is known of each character begins, what that is, and the words of the pairs that begin with it."""
    starts, characters, words = array("I"), bytearray(), bytearray()
    for char in map(chr, range(ord(FIRST), ord(LAST) + 1)):
        starts.append(len(characters))
        places = array("I", [len(words)])
        for _, known in begun.get(char, ()):
            words += known
            places.append(len(words))
        seconds = "".join([second for second, _ in begun.get(char, ())])
        characters += marshal.dumps((single.get(char, NEVER), seconds, places.tobytes()))
    starts.append(len(characters))
    return starts.tobytes(), bytes(characters), bytes(words)


def _weighed(lines: Iterable[str], total: float) -> dict[str, float]:
    """The words and their weights; without those that jieba can never find, since it cuts only between FIRST and LAST."""
    rows = (line.split(" ", 2) for line in lines)
    return {
        row[0]: log(int(row[1])) - total for row in rows if int(row[1]) and min(row[0]) >= FIRST and max(row[0]) <= LAST
    }


def _begun_by(pair: str, known: dict[str, float]) -> Words:
    longer = sorted((word for word in known if word != pair), key=len)
    rest = "".join([END + word[2:] for word in longer])
    return known.get(pair, NEVER), rest + END if rest else "", array("d", [known[word] for word in longer]).tobytes()


class Dictionary:
    """Cuts by such a file. Raises ``OSError`` or ``ValueError`` for a file that is none."""

    def __init__(self, path: Path) -> None:
        file = Pieces(path)
        head = file.read(CHARACTERS, 0)
        magic, size, length = array("Q", head[:NUMBERS])
        if magic != MAGIC or size != file.size:
            raise ValueError("no dictionary")
        self._read = file.read
        self._unknown: float = marshal.loads(head[NUMBERS:HEADER])
        self._starts = array("I", head[HEADER:])
        self._words = CHARACTERS + length  # where the words begin
        self._known: dict[str, Character] = {}
        self._pairs: dict[str, tuple[float | None, float, str, bytes]] = {}

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; of two ways that are equally likely the one whose word is longer, as jieba does."""
        known, size = self._pairs, len(text)
        likely = [0.0] * (size + 2)  # of the best way to cut what begins here
        ends = [0] * size
        for at in range(size - 1, -1, -1):
            pair, end = text[at : at + 2], at + 1
            weight, both, longer, weights = known.get(pair) or self._look_up(pair)
            if weight is None:
                ends[at] = end  # stands alone; what is before it is weighed without what follows
                continue
            best = weight + likely[end]
            if both > NEVER and both + likely[at + 2] >= best:
                best, end = both + likely[at + 2], at + 2
            if longer and at + 2 < size:
                mark = END + text[at + 2]
                start = longer.find(mark)
                while start >= 0:
                    stop = longer.index(END, start + 1)
                    behind = at + 1 + stop - start
                    if text.startswith(longer[start + 1 : stop], at + 2):
                        here = WEIGHT(weights, SIZE * longer.count(END, 0, start))[0] + likely[behind]
                        if here >= best:
                            best, end = here, behind
                    start = longer.find(mark, stop)
            likely[at] = best if best > NEVER else self._unknown + likely[at + 1]
            ends[at] = end
        words, at = [], 0
        while at < size:
            words.append(text[at : ends[at]])
            at = ends[at]
        return words

    def _look_up(self, pair: str) -> tuple[float | None, float, str, bytes]:
        """The weight of the first of two characters (``None``: it is not one that words are made of), and the words that begin with both."""
        char, second = pair[0], pair[1:]
        if not FIRST <= char <= LAST:
            found: tuple[float | None, float, str, bytes] = (None, *NO_WORDS)
        else:
            weight, seconds, places = self._known.get(char) or self._character(char)
            at = seconds.find(second) if second else -1
            found = (weight, *(self._begun(places, PLACE * at) if at >= 0 else NO_WORDS))
        self._pairs[pair] = found
        return found

    def _character(self, char: str) -> Character:
        number = ord(char) - ord(FIRST)
        start, end = self._starts[number : number + 2]
        found: Character = marshal.loads(self._read(end - start, CHARACTERS + start))
        self._known[char] = found
        return found

    def _begun(self, places: bytes, at: int) -> Words:
        """The words of a pair of characters, whose beginning stands at ``at``, and behind it their end."""
        start, end = TWO(places, at)
        return marshal.loads(self._read(end - start, self._words + start))  # type: ignore[no-any-return]
