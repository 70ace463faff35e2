"""What is made of a language's tables, kept for the next run: reading the tables and ordering their words takes as long as aligning.

Only plain data is kept (texts, numbers, and collections of them; see ``plain``), in the user's own folder (``ccdiff.store``). It
counts for the same tables, the same ccdiff and the same Python alone: the sizes and times of all their files are held against
those of the run that kept it, as git does with its index; a file that changed within the last seconds is not trusted yet.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from ccdiff import store
from ccdiff.files import Pieces
from ccdiff.seen import PACKAGE, File, at_first, files, settled

F = TypeVar("F", bound=Callable[..., Any])
Place = tuple[int, int]  # how many bytes, and from where on
LENGTH = 8  # bytes that say how long the head of a file is
PARTS = "parts"  # marks a tuple whose members are packed one by one
KINDS = "kinds"  # marks words of a few kinds, each kind a number
NUMBERS, MOST = "H", 1 << 16  # how the kinds are numbered, and how many there may be
MANY = 1000  # texts from which packing them pays

_all: list[Kept] = []


def plain(make: F) -> F:
    """Decorator for what is given to ``Language.once``: its result is plain data that hangs on the tables alone, and may be kept."""
    make.plain = True  # type: ignore[attr-defined]
    return make


class Kept:
    """What was made of one language's tables by this run or an earlier one, by name."""

    def __init__(self, code: str, folders: Sequence[Path]) -> None:
        self.name = f"language-{code}-{crc32(repr((os.fspath(PACKAGE), list(map(os.fspath, folders)))).encode()):x}"
        self.folders = folders
        self.seen: tuple[Any, ...] | None = None  # Python, and the files as they were when this run began
        self.known: dict[str, Place] | None = None
        self.file: Pieces | None = None
        self.fresh: dict[str, Any] = {}

    def value(self, name: str, make: Callable[[], Any]) -> Any:
        """What is kept under ``name``; where nothing is, what ``make`` finds."""
        if self.known is None:
            self.known = self._recall()
        if name in self.known:
            return _unpacked(marshal.loads(self._data(name)))
        found = self.fresh[name] = make()
        return found

    def _recall(self) -> dict[str, Place]:
        _all.append(self)
        path = store.path(self.name)
        with suppress(OSError, ValueError, EOFError, TypeError):
            self.seen = _seen(self.folders, at_first(PACKAGE)) if path else None
            self.file = Pieces(path) if path else None
            seen, known = _places(self.file) if self.file else (None, {})
            if seen == self.seen:
                return known
        return {}

    def keep(self) -> None:
        """Keep what this run has made beside what was known."""
        if not self.fresh or not self.seen or not settled(self.seen[1:]):
            return
        if self.seen == _seen(self.folders, frozenset(files(PACKAGE))):
            made = {name: marshal.dumps(_packed(found)) for name, found in self.fresh.items()}
            known = {**{name: self._data(name) for name in self.known or ()}, **made}
            head = marshal.dumps((self.seen, [(name, len(data)) for name, data in known.items()]))
            store.keep(self.name, b"".join((len(head).to_bytes(LENGTH, "little"), head, *known.values())))

    def _data(self, name: str) -> bytes:
        assert self.known and self.file
        return self.file.read(*self.known[name])


def _places(file: Pieces) -> tuple[object, dict[str, Place]]:
    """What a file holds: the files that were seen, and by name the size and the place of the data."""
    length = int.from_bytes(file.read(LENGTH, 0), "little")
    seen, lengths = marshal.loads(file.read(length, LENGTH))
    at = LENGTH + length
    known: dict[str, Place] = {}
    for name, size in lengths:
        known[name] = (size, at)
        at += size
    return seen, known


def keep() -> None:
    """Keep what this run has made of the tables of all its languages."""
    for kept in _all:
        with suppress(OSError, ValueError):
            kept.keep()


def _seen(folders: Iterable[Path], code: frozenset[File]) -> tuple[Any, ...]:
    """Python, and every file of ccdiff's ``code`` and of the tables with its size and time."""
    own = os.path.join(os.fspath(PACKAGE), "")
    beside = [folder for folder in map(os.fspath, folders) if not folder.startswith(own)]
    return (sys.version, *sorted(code.union(*map(files, beside))))


def _packed(found: Any) -> Any:
    """``found``; thousands of words as one text, which is read in half the time, also where they are one of a few parts."""
    if _has_parts(found):
        return PARTS, *map(_packed, found)
    if type(found) is dict and (packed := _of_few_kinds(found)):
        return packed
    texts: Sequence[Any] = ()
    if type(found) is dict:
        texts = (*found, *found.values())
    elif type(found) is frozenset:
        texts = tuple(found)
    elif type(found) is tuple and all(type(row) is tuple and len(row) == 1 for row in found):
        texts = [row[0] for row in found]
    if len(texts) < MANY or not _are_lines(texts):
        return None, found
    parts = (found, found.values()) if type(found) is dict else (texts,)
    return type(found).__name__, *map("\n".join, parts)


def _has_parts(found: Any) -> bool:
    return type(found) is tuple and bool(found) and all(type(p) in (dict, frozenset) or _has_parts(p) for p in found)


def _are_lines(texts: Iterable[Any]) -> bool:
    return all(type(text) is str and "\n" not in text for text in texts)


def _of_few_kinds(found: dict[Any, Any]) -> tuple[Any, ...]:
    """Words whose values are few, each value a number; nothing where that does not pay."""
    if (
        2 * len(found) < MANY
        or not _are_lines(found)
        or not all(type(value) in (str, tuple) for value in found.values())
    ):
        return ()
    kinds = tuple(dict.fromkeys(found.values()))
    if len(kinds) > min(MOST, len(found) // 2):
        return ()
    number = {kind: at for at, kind in enumerate(kinds)}
    return KINDS, "\n".join(found), array(NUMBERS, map(number.__getitem__, found.values())).tobytes(), kinds


def _unpacked(packed: tuple[Any, ...]) -> Any:
    kind, *parts = packed
    if kind is None:
        return parts[0]
    if kind == PARTS:
        return tuple(map(_unpacked, parts))
    if kind == KINDS:
        words, numbers, kinds = parts
        return dict(zip(words.split("\n"), map(kinds.__getitem__, array(NUMBERS, numbers)), strict=True))
    texts = [part.split("\n") for part in parts]
    if kind == "dict":
        return dict(zip(*texts, strict=True))
    return frozenset(texts[0]) if kind == "frozenset" else tuple(zip(texts[0], strict=True))
