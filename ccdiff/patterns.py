"""Patterns as an earlier run compiled them. Python compiles a pattern anew in every process: for ours 100 ms, a fifth of a cold pair.

``re`` remembers what it has compiled in a table of its own and looks there first. ``recall`` puts a table in its place that knows
what an earlier run kept, too (the compiled form is a list of numbers, the same for the same pattern, flags and version of Python),
so that nothing else in ccdiff need know. The table and the compiled form are no public part of Python: they are used for the versions that this was
tried with and never otherwise, and where anything is not as expected the patterns are compiled as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from typing import Any
from zlib import crc32

from ccdiff import store
from ccdiff.files import Pieces

TRIED = ((3, 11), (3, 12), (3, 13))
MOST = 1500  # patterns that are kept: a pair of one language uses some 450, and three languages share a fifth
WORTH = 16  # new patterns from which they are kept anew; a few are made from a report's own words and differ from run to run
NAME = f"patterns-3-{sys.implementation.name}-{sys.hexversion:x}"

LENGTH = 8  # bytes that say how long the head of the file is
TABLE = "_cache2" if hasattr(re, "_cache2") else "_cache"  # where ``re`` looks first
CODE = "I"  # what the numbers of a compiled pattern are: unsigned, of four bytes
Entry = tuple[str, int, int, bytes, int, dict[str, int], tuple[str | None, ...]]
Key = tuple[int, int]  # a sum over the pattern (the entry says which it is), and its flags
Place = tuple[int, int]  # how many bytes, and from where on
_known: dict[Key, Place] = {}
_files: list[Pieces] = []  # the one that holds them


class Recalled(dict[Any, Any]):
    """The table of ``re``, where what is kept is made ready when it is first asked for."""

    def __missing__(self, key: tuple[type, str, int]) -> re.Pattern[str]:
        kind, text, flags = key
        place = _known.get(_key(text, flags)) if kind is str else None
        if place is None:
            raise KeyError(key)
        import _sre

        try:
            said, _, in_force, code, groups, names, numbered = marshal.loads(_files[0].read(*place))
            if said != text:
                raise KeyError(key)
            found = _sre.compile(text, in_force, array(CODE, code).tolist(), groups, names, numbered)
        except (ValueError, TypeError, RuntimeError, EOFError, OSError) as error:  # not what this Python understands
            raise KeyError(key) from error
        self[key] = found
        return found


def recall() -> None:
    """Let ``re`` know what an earlier run has compiled. Where nothing is kept, or not for this Python, nothing happens."""
    path = store.path(NAME) if sys.version_info[:2] in TRIED else None
    with suppress(OSError, ValueError, EOFError, TypeError, AttributeError, ImportError):
        if path and path.exists():
            _files[:] = [Pieces(path)]
            _known.clear()
            _known.update(_places(_files[0]))
        for limit, number in (("_MAXCACHE", MOST + 2 * WORTH), ("_MAXCACHE2", MOST + WORTH)):
            if hasattr(re, limit):  # or the oldest would be forgotten, and compiled anew
                setattr(re, limit, number)
        setattr(re, TABLE, Recalled(getattr(re, TABLE)))


def _places(file: Pieces) -> dict[Key, Place]:
    size = int.from_bytes(file.read(LENGTH, 0), "little")
    at = LENGTH + size
    found: dict[Key, Place] = {}
    for total, flags, length in marshal.loads(file.read(size, LENGTH)):
        found[total, flags] = (length, at)
        at += length
    return found


def keep() -> None:
    """Keep what this run has compiled, where that is more than was known."""
    if sys.version_info[:2] not in TRIED:
        return
    with suppress(OSError, ValueError, TypeError, AttributeError, ImportError, re.error):
        found = {**re._cache, **getattr(re, TABLE)}  # type: ignore[attr-defined]
        used = {_key(text, int(flags)): (text, int(flags)) for kind, text, flags in found if kind is str}
        fresh = [key for key in used if key not in _known]
        if len(fresh) >= WORTH:
            kept = [key for key in _known if key in used or len(_known) + len(fresh) <= MOST]  # or begin anew
            data = {key: _files[0].read(*_known[key]) for key in kept}
            data.update((key, marshal.dumps(_entry(*used[key]))) for key in fresh[:MOST])
            head = marshal.dumps([(*key, len(entry)) for key, entry in data.items()])
            store.keep(NAME, b"".join((len(head).to_bytes(LENGTH, "little"), head, *data.values())))


def _key(text: str, flags: int) -> Key:
    return crc32(text.encode("utf-8", "surrogatepass")), flags


def _entry(text: str, flags: int) -> Entry:
    """A pattern and its compiled form, as ``re._compiler.compile`` makes it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(text, flags)
    code = array(CODE, map(int, _compiler._code(parsed, flags))).tobytes()
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        numbered[number] = name
    names = dict(parsed.state.groupdict)
    return text, flags, int(flags | parsed.state.flags), code, parsed.state.groups - 1, names, tuple(numbered)
