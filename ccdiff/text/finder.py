"""Known wordings in a text, however many are known: names, translation variants, States."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import add
from typing import Generic, TypeVar

T = TypeVar("T")
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")


class Finder(Generic[T]):
    """Finds the wordings (of two characters and more) that are the keys of ``known``; its values come with what is found."""

    def __init__(self, known: Mapping[str, T]) -> None:
        self._buckets: dict[str, list[tuple[str, T]]] = {}
        for wording in sorted(known, key=lambda wording: (-len(wording), wording)):
            if len(wording) > 1:
                self._buckets.setdefault(wording[:2], []).append((wording, known[wording]))

    def find(self, text: str) -> Iterator[tuple[int, str, T]]:
        """``(place, wording, value)`` from the left, the longest first, none inside another."""
        free, buckets = 0, self._buckets
        for at, pair in enumerate(map(add, text, text[1:])):
            if pair in buckets and at >= free:
                for wording, value in buckets[pair]:
                    if text.startswith(wording, at) and _whole(text, at, wording):
                        free = at + len(wording)
                        yield at, wording, value
                        break


def _whole(text: str, at: int, wording: str) -> bool:
    """No Latin wording inside a longer word (UN in UNODC), no 一位 inside 第一位 or 21位."""
    before, after = text[at - 1 : at] if at else "", text[at + len(wording) : at + len(wording) + 1]
    if wording[0] in NUMERALS and before and (before in NUMERALS or before == "第" or before.isdigit()):
        return False
    return not (_latin(wording[0]) and _latin(before)) and not (_latin(wording[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
