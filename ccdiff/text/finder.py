"""Known wordings in a text, however many are known: names, translation variants, States."""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from itertools import compress
from operator import add, methodcaller
from typing import Generic, TypeVar

from ccdiff.text.automaton import Search, automaton
from ccdiff.text.memory import Remembered

T = TypeVar("T")
# By the two characters that begin them how long the wordings are, the longest first; the wordings with their values; those of
# which it matters what stands around them; the codes of the two characters.
Buckets = tuple[dict[str, tuple[int, ...]], dict[str, T], frozenset[str], frozenset[int]]
STARTS = re.compile(r"(?<![A-Za-z])[A-Za-z]|(?<![0-9])[0-9]|[^A-Za-z0-9\s]")
START = methodcaller("start")
# characters by which a text is taken for one of Latin words; the places that count are the same either way
LATIN_BEGINS = 12
UTF16 = f"utf-16-{sys.byteorder[0]}e"  # two characters are read as one number of four bytes
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
FEW = 32  # characters up to which each pair is looked up as it is: four take 0.9 µs, by their codes 2.5; forty 4.6 and 4.2
PAYS = 10  # characters searched, for each wording that is looked for, from which an automaton for them has paid

_many: list[bool] = []  # whether this process goes on to many texts


def buckets(known: Mapping[str, T], anywhere: bool = False) -> Buckets[T]:
    """The wordings (of two characters and more) that are the keys of ``known``, with their values, ready to be found.

    ``anywhere``: it matters for none what stands around it.
    """
    words = [wording for wording in known if len(wording) > 1]
    sizes: dict[str, set[int]] = {}
    for wording in words:
        sizes.setdefault(wording[:2], set()).add(len(wording))
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}  # a few tuples for all, which are read once from what is kept
    ordered = {begin: tuple(sorted(lengths, reverse=True)) for begin, lengths in sizes.items()}
    return (
        {begin: shared.setdefault(lengths, lengths) for begin, lengths in ordered.items()},
        {wording: known[wording] for wording in words},
        frozenset() if anywhere else frozenset(filter(_bound, words)),
        codes(sizes),
    )


def codes(pairs: Iterable[str]) -> frozenset[int]:
    """Pairs of characters as numbers, by which they are found in half the time; rare characters have none."""
    found = (pair.encode(UTF16, "surrogatepass") for pair in pairs)
    return frozenset(int.from_bytes(code, sys.byteorder) for code in found if len(code) == 4)


class Beginnings:
    """Where in a text one of many pairs of characters stands, looked for once for all finders that share it."""

    def __init__(self, pairs: frozenset[str], codes: frozenset[int]) -> None:
        self._known = Remembered(lambda text: _places(text, pairs, codes))

    def of(self, text: str) -> list[int]:
        """The places in ``text``."""
        return self._known[text]

    def forget(self) -> None:
        """Give back the memory of the texts."""
        self._known.clear()


def _places(text: str, pairs: Container[str], codes: frozenset[int]) -> list[int]:
    """Where one of ``pairs`` (or of their codes) stands; in a text of Latin words only where a word begins, since nothing is found
    inside of one.
    """
    if text[:LATIN_BEGINS].isascii():
        return [at for at in map(START, STARTS.finditer(text)) if text[at : at + 2] in pairs]
    size = len(text)
    code = memoryview(text.encode(UTF16, "surrogatepass") if size > FEW else b"")
    if len(code) != 2 * size:  # a few characters, or some of four bytes
        return [at for at, pair in enumerate(map(add, text, text[1:])) if pair in pairs]
    known, last = codes.__contains__, size - 1
    found = list(compress(range(0, last, 2), map(known, code[: size // 2 * 4].cast("I"))))
    found += compress(range(1, last, 2), map(known, code[2 : 2 + last // 2 * 4].cast("I")))
    found.sort()
    return found


def many_texts() -> None:
    """Tell the finders that this process meets many texts: each makes ready what only pays then."""
    _many[:] = [True]


class Finder(Generic[T]):
    """Finds the wordings that are ordered in ``buckets``; their values come with what is found."""

    def __init__(self, buckets: Buckets[T], beginnings: Beginnings | None = None) -> None:
        self._opens, self._known, self._bound, self._codes = buckets
        self._beginnings = beginnings  # of its wordings and of others
        self._searched = 0  # characters, until there is an automaton
        self._search: Search | None = None
        self._words: tuple[str, ...] = ()  # as the automaton numbers them
        self._values: tuple[T, ...] = ()

    def find(self, text: str) -> list[tuple[int, str, T]]:
        """``(place, wording, value)`` from the left, the longest first, none inside another."""
        if _many and (self._search or self._prepared(len(text))):
            with suppress(UnicodeEncodeError):  # half of a character of two: none of ours
                found = self._choice(text) if self._bound else self._longest(text)
                if found is not None:
                    return found
        hits: list[tuple[int, str, T]] = []
        free, opens, known, bound = 0, self._opens, self._known, self._bound
        places = self._beginnings.of(text) if self._beginnings else _places(text, opens, self._codes)
        for at in places:
            if at >= free and (pair := text[at : at + 2]) in opens:
                for length in opens[pair]:
                    wording = text[at : at + length]
                    if wording in known and not (wording in bound and _inside(text, at, wording)):
                        free = at + length
                        hits.append((at, wording, known[wording]))
                        break
        return hits

    def _prepared(self, more: int) -> bool:
        self._searched += more
        if self._searched < PAYS * len(self._known):
            return False
        self._words, self._values, self._searched = tuple(self._known), tuple(self._known.values()), 0
        self._search = automaton(self._words, bool(self._bound))
        return self._search is not None

    def _longest(self, text: str) -> list[tuple[int, str, T]] | None:
        """Where it matters for none of the wordings what stands around it; nothing where one begins inside a Latin word after all."""
        assert self._search
        words, values = self._words, self._values
        hits = [(at, words[number], values[number]) for number, at, _ in self._search(text)]
        if text[:LATIN_BEGINS].isascii() and any(_joined(text[at - 1 : at], word[0]) for at, word, _ in hits if at):
            return None
        return hits

    def _choice(self, text: str) -> list[tuple[int, str, T]]:
        """Where it matters: of those that begin at one place the longest that may stand there."""
        assert self._search
        words, bound = self._words, self._bound
        longest: dict[int, int] = {}  # those that end later come later
        for number, at, _ in self._search(text):
            if not (words[number] in bound and _inside(text, at, words[number])):
                longest[at] = number
        hits: list[tuple[int, str, T]] = []
        free = 0
        for at in sorted(longest):
            if at >= free:
                number = longest[at]
                free = at + len(words[number])
                hits.append((at, words[number], self._values[number]))
        return hits


def _bound(wording: str) -> bool:
    """Whether what stands around the wording matters: it begins with a numeral, or begins or ends in Latin."""
    return wording[0] in NUMERALS or _latin(wording[0]) or _latin(wording[-1])


def _inside(text: str, at: int, wording: str) -> bool:
    """Whether a Latin wording is part of a longer word (UN in UNODC), or 一位 of 第一位 or 21位."""
    before, after = text[at - 1 : at] if at else "", text[at + len(wording) : at + len(wording) + 1]
    if wording[0] in NUMERALS and before and (before in NUMERALS or before == "第" or before.isdigit()):
        return True
    return _joined(before, wording[0]) or (_latin(wording[-1]) and _latin(after))


def _joined(before: str, first: str) -> bool:
    """Whether two letters or two digits meet; a letter and a digit may have lost the space between them (the 1974 Agreement)."""
    return _latin(before) and _latin(first) and before.isdigit() == first.isdigit()


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
