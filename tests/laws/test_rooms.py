"""Imports run one way, the rooms at one level do not know each other, and no module needs itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "ccdiff"
LEVELS = (
    ("errors", "files"),
    ("store", "seen"),
    ("patterns", "modules"),
    ("text", "language", "model"),
    ("reading",),
    ("ingest", "parse", "align", "derive", "render"),
    ("config", "script"),
    ("compare", "verify"),
    ("corpus", "evaluate"),
    ("cli",),
    ("__main__",),
)
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(path: Path, everywhere: bool) -> Iterator[str]:
    """The modules of ccdiff that a file imports: at its top (not for type checking alone), or anywhere."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if everywhere else tree.body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        yield from (name.removeprefix("ccdiff.") for name in names if name.startswith("ccdiff."))


@pytest.mark.parametrize(("module", "path"), [pair for pair in modules() if pair[0]], ids=lambda value: str(value)[:40])
def test_a_module_imports_only_from_its_own_room_and_from_lower_levels(module: str, path: Path) -> None:
    room = module.split(".")[0]
    assert room in LEVEL, f"say in LEVELS where {room} stands"
    for name in imports(path, everywhere=True):
        other = name.split(".")[0]
        if other in LEVEL and other != room:
            assert LEVEL[other] < LEVEL[room], f"{module} imports {name}"


def test_no_module_imports_itself_through_others() -> None:
    known = dict(modules())
    graph = {
        name: {
            other
            for other in imports(path, everywhere=False)
            if other in known and other != name and not name.startswith(other + ".")
        }
        for name, path in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' > '.join(error.args[1])}")
