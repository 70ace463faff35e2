"""Patterns as an earlier run compiled them. Python compiles a pattern anew in every process: for ours 100 ms, a fifth of a cold pair.

``re`` remembers what it has compiled in a table of its own and looks there first. ``recall`` fills that table with what an earlier
run kept (the compiled form is a list of numbers, the same for the same pattern, flags and version of Python), so that nothing else
in ccdiff need know. The table and the compiled form are no public part of Python: they are used for the versions that this was
tried with and never otherwise, and where anything is not as expected the patterns are compiled as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from typing import Any

from ccdiff import store

TRIED = ((3, 11), (3, 12), (3, 13))
MOST = 480  # patterns that are kept; ``re`` remembers 512
WORTH = 16  # new patterns from which they are kept anew; a few are made from a report's own words and differ from run to run
NAME = f"patterns-2-{sys.implementation.name}-{sys.hexversion:x}"

CODE = "I"  # what the numbers of a compiled pattern are: unsigned, of four bytes
Entry = tuple[str, int, int, bytes, int, dict[str, int], tuple[str | None, ...]]
_known: dict[tuple[str, int], Entry] = {}


def recall() -> None:
    """Let ``re`` know what an earlier run has compiled. Where nothing is kept, or not for this Python, nothing happens."""
    path = store.path(NAME) if sys.version_info[:2] in TRIED else None
    with suppress(OSError, ValueError, EOFError, TypeError, AttributeError, ImportError, RuntimeError):
        import _sre

        cache: Any = re._cache  # type: ignore[attr-defined]
        for entry in marshal.loads(path.read_bytes()) if path else ():
            text, flags, in_force, code, groups, names, numbered = entry
            numbers = array(CODE, code).tolist()
            cache.setdefault((str, text, flags), _sre.compile(text, in_force, numbers, groups, names, numbered))
            _known[text, flags] = entry


def keep() -> None:
    """Keep what this run has compiled, where that is more than was known."""
    if sys.version_info[:2] not in TRIED:
        return
    with suppress(OSError, ValueError, TypeError, AttributeError, ImportError, re.error):
        used = [(text, int(flags)) for kind, text, flags in re._cache if kind is str]  # type: ignore[attr-defined]
        fresh = [pattern for pattern in used if pattern not in _known]
        if len(fresh) >= WORTH:
            if len(_known) + len(fresh) > MOST:
                _known.clear()  # and begin anew: what is still used will be fresh then
            _known.update({pattern: _entry(*pattern) for pattern in fresh[:MOST]})
            store.keep(NAME, marshal.dumps(list(_known.values())))


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
