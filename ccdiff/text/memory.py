"""What was found in texts, remembered within bounds: a build goes on for hours and meets every text of an archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakSet

T = TypeVar("T")
MOST = 60_000  # characters of the texts: more than a pair of the corpus has. With 200,000 a worker took 207 MB in an archive, with these 197, in the same time


class Remembered(dict[str, T]):
    """``remembered[text]`` is ``make(text)``, made once; when too many are known, all are forgotten."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make
        self._size = 0
        _all.add(self)

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)

    def __missing__(self, text: str) -> T:
        self._size += len(text)
        if self._size > MOST:
            self.clear()
            self._size = len(text)
        found = self[text] = self._make(text)
        return found

    def learn(self, text: str, found: T) -> None:
        """Remember what was found in ``text`` otherwise."""
        self._size += len(text)
        if self._size > MOST:
            self.clear()
            self._size = len(text)
        self[text] = found


_all: WeakSet[Remembered[Any]] = WeakSet()


def forget() -> None:
    """Forget all that was found in texts, wherever it is remembered."""
    for remembered in _all:
        remembered.clear()
