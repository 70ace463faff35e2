"""Known wordings in a text, however many are known: names, translation variants, States."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
        self._starts = _starts(self._buckets)

    def find(self, text: str) -> Iterator[tuple[int, str, T]]:
        """``(place, wording, value)`` from the left, the longest first, none inside another."""
        free, buckets = 0, self._buckets
        for match in self._starts.finditer(text):
            at = match.start()
            if at >= free:
                for wording, value in buckets.get(text[at : at + 2], ()):
                    if text.startswith(wording, at) and _whole(text, at, wording):
                        free = at + len(wording)
                        yield at, wording, value
                        break


def _starts(pairs: Mapping[str, object]) -> re.Pattern[str]:
    """Where a wording may begin: a first character before a second one; a Latin one only at the beginning of a word."""
    latin = _either(pair for pair in pairs if _latin(pair[0]))
    other = _either(pair for pair in pairs if not _latin(pair[0]))
    return re.compile(rf"(?<![A-Za-z0-9]){latin}|{other}")


def _either(pairs: Iterator[str]) -> str:
    chosen = list(pairs)
    if not chosen:
        return "(?!)"
    first, second = ("".join(sorted({re.escape(pair[k]) for pair in chosen})) for k in (0, 1))
    return f"[{first}](?=[{second}])"


def _whole(text: str, at: int, wording: str) -> bool:
    """No Latin wording inside a longer word (UN in UNODC), no 一位 inside 第一位 or 21位."""
    before, after = text[at - 1 : at] if at else "", text[at + len(wording) : at + len(wording) + 1]
    if wording[0] in NUMERALS and before and (before in NUMERALS or before == "第" or before.isdigit()):
        return False
    return not (_latin(wording[0]) and _latin(before)) and not (_latin(wording[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
