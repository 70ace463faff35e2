"""diff-match-patch over words: its trimming and merging, without a time limit, and its search by rows of bits.

Each word is one character to it. The search is exact (the longest common run of words), in a third of the time of the way
that it brings (E. Myers, 1986): rows of bits over whole texts (H. Hyyrö, 2004).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from diff_match_patch import diff_match_patch

Found = list[tuple[int, str]]  # what diff-match-patch gives: -1 goes, 0 stays, 1 comes
OPS = {-1: "-", 0: "=", 1: "+"}
# of the characters that stand for words: private ones, 65,534 of them, then others that no text is made of
FIRST = 0xF0000


class Engine(diff_match_patch):  # type: ignore[misc]
    """diff-match-patch without a time limit."""

    def __init__(self) -> None:
        super().__init__()
        self.Diff_Timeout = 0

    def diff_bisect(self, old: str, new: str, deadline: float) -> Found:
        """The differences of two texts that begin and end otherwise."""
        places: dict[str, int] = {}
        bit = 1
        for char in old:
            places[char] = places.get(char, 0) | bit
            bit <<= 1
        row, rows, every = bit - 1, [], bit - 1
        for char in new:
            both = row & places.get(char, 0)
            row = (row + both | row - both) & every
            rows.append(row)
        return _traced(old, new, rows)


def _traced(old: str, new: str, rows: Sequence[int]) -> Found:
    """The differences, from the last character to the first; a bit that is not set says that one more is in common."""
    found: Found = []
    at, row = len(old), len(new)
    while at and row:
        if old[at - 1] == new[row - 1]:  # what ends alike is in common: words that follow one another stay together
            at, row = at - 1, row - 1
            found.append((0, old[at]))
        elif rows[row - 1] >> at - 1 & 1:
            at -= 1
            found.append((-1, old[at]))
        else:
            row -= 1
            found.append((1, new[row]))
    return [(op, text) for op, text in ((-1, old[:at]), (1, new[:row]), *reversed(found)) if text]


@cache
def _engine() -> Engine:
    return Engine()


def differences(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Runs of words: ``("=" | "-" | "+", words)``; those of ``=`` and ``-`` joined are ``old``, those of ``=`` and ``+`` ``new``."""
    words = list(dict.fromkeys((*old, *new)))
    letters = dict(zip(words, map(chr, range(FIRST, FIRST + len(words))), strict=True))
    texts = ["".join(map(letters.__getitem__, side)) for side in (old, new)]
    found = _engine().diff_main(*texts, False)
    return [(OPS[op], tuple([words[ord(char) - FIRST] for char in text])) for op, text in found]
