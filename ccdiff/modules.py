"""ccdiff's modules as an earlier run loaded them, in one file: looking for each of 250, one by one, is half of loading them.

Python's own finders are asked for all others, and for these, too, where the file is not of the same code, tables and Python
(``seen``), or there is none. Code comes from the same folder of the user's own as patterns do (``store``).
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType
from zlib import crc32

from ccdiff import seen, store

OURS = "ccdiff."
NAME = f"modules-{sys.implementation.cache_tag}-{crc32(os.fspath(seen.PACKAGE).encode()):x}"
PACKAGE_FILE = "__init__.py"


class Loader(SourceFileLoader):
    """Loads a module's file whose code is known already."""

    code: CodeType | None = None

    def get_code(self, fullname: str) -> CodeType | None:
        """The code, once: it is run and then no longer needed."""
        code, self.code = self.code, None
        return code or super().get_code(fullname)


class Finder:
    """Gives Python the modules that are kept: ``codes`` has by name a module's file and its code."""

    def __init__(self, codes: dict[str, tuple[str, CodeType]]) -> None:
        self.codes = codes

    def find_spec(self, fullname: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """How the module is loaded; nothing for one that is not kept."""
        if fullname not in self.codes:
            return None
        file, code = self.codes[fullname]
        loader = Loader(fullname, file)
        loader.code = code
        folder, name = os.path.split(file)
        spec = ModuleSpec(fullname, loader, origin=file, is_package=name == PACKAGE_FILE)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec


def recall() -> None:
    """Let Python know the modules that are kept."""
    path = store.path(NAME)
    with suppress(OSError, ValueError, EOFError, TypeError):
        data, mark = path.read_bytes() if path else b"", _mark(seen.at_first(seen.PACKAGE))
        if data.startswith(mark) and not _known():
            sys.meta_path.insert(0, Finder(marshal.loads(memoryview(data)[len(mark) :])))


def keep() -> None:
    """Keep the modules that this run has loaded beside those that were known, where that is more."""
    known = _known()
    loaded = {name: getattr(module, "__file__", None) for name, module in sys.modules.items() if name.startswith(OURS)}
    with suppress(OSError, ValueError, ImportError):
        files = seen.at_first(seen.PACKAGE)
        if loaded.keys() <= known.keys() or not seen.settled(files) or frozenset(seen.files(seen.PACKAGE)) != files:
            return
        fresh = {name: file for name, file in loaded.items() if file and name not in known}
        codes = {name: (file, SourceFileLoader(name, file).get_code(name)) for name, file in fresh.items()}
        store.keep(NAME, _mark(files) + marshal.dumps({**known, **codes}))


def _known() -> dict[str, tuple[str, CodeType]]:
    return next((finder.codes for finder in sys.meta_path if isinstance(finder, Finder)), {})


def _mark(files: frozenset[seen.File]) -> bytes:
    """What is said of Python and of the files that the modules are of."""
    return repr((sys.version, sys.flags.optimize, sorted(files))).encode("utf-8", "surrogatepass")
