"""What was found in texts, remembered within bounds: a build goes on for hours and meets every text of an archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakSet

T = TypeVar("T")
MOST = 200_000  # characters of the texts: five reports of the corpus; an archive of reports then takes 147 MB a worker


class Remembered(dict[str, T]):
    """``remembered[text]`` is ``make(text)``, made once; when too many are known, all are forgotten."""

    __slots__ = ("__weakref__", "_make", "_size")

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

    def clear(self) -> None:
        """Forget all texts."""
        super().clear()
        self._size = 0

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
