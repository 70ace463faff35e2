"""Known wordings in a text, however many are known: names, translation variants, States."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import add
from typing import Generic, TypeVar

T = TypeVar("T")
Buckets = dict[str, list[tuple[str, bool, T]]]
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")


def buckets(known: Mapping[str, T]) -> Buckets[T]:
    """The wordings (of two characters and more) that are the keys of ``known``, by their first two characters, the longest first."""
    found: Buckets[T] = {}
    for wording in sorted(known, key=lambda wording: (-len(wording), wording)):
        if len(wording) > 1:
            found.setdefault(wording[:2], []).append((wording, _bound(wording), known[wording]))
    return found


class Finder(Generic[T]):
    """Finds the wordings that are ordered in ``buckets``; their values come with what is found."""

    def __init__(self, buckets: Buckets[T]) -> None:
        self._buckets = buckets

    def find(self, text: str) -> Iterator[tuple[int, str, T]]:
        """``(place, wording, value)`` from the left, the longest first, none inside another."""
        free, buckets = 0, self._buckets
        for at in [at for at, pair in enumerate(map(add, text, text[1:])) if pair in buckets]:
            if at >= free:
                for wording, bound, value in buckets[text[at : at + 2]]:
                    if text.startswith(wording, at) and not (bound and _inside(text, at, wording)):
                        free = at + len(wording)
                        yield at, wording, value
                        break


def _bound(wording: str) -> bool:
    """Whether what stands around the wording matters: it begins with a numeral, or begins or ends in Latin."""
    return wording[0] in NUMERALS or _latin(wording[0]) or _latin(wording[-1])


def _inside(text: str, at: int, wording: str) -> bool:
    """Whether a Latin wording is part of a longer word (UN in UNODC), or 一位 of 第一位 or 21位."""
    before, after = text[at - 1 : at] if at else "", text[at + len(wording) : at + len(wording) + 1]
    if wording[0] in NUMERALS and before and (before in NUMERALS or before == "第" or before.isdigit()):
        return True
    return (_latin(wording[0]) and _latin(before)) or (_latin(wording[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
