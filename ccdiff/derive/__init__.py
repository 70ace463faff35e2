"""What changed between two aligned reports. A further kind of fact is one file here and one line in ``FACTS``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from ccdiff.derive.context import Pair
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.alignment import Alignment
from ccdiff.model.changes import Changes
from ccdiff.model.comparison import Highlight, ParagraphRow
from ccdiff.model.record import record
from ccdiff.reading import Reading

# A kind of fact: the field of Changes, which is also the name of its module and of the function there (pair -> value).
FACTS = (
    "figures",
    "tables",
    "attendance",
    "table_rows",
    "references",
    "terminology",
    "progress",
    "recommendations",
    "topics",
)


@record
class Derived:
    """The judged rows, the changes by kind, and the most important of them in order."""

    rows: tuple[ParagraphRow, ...]
    changes: Changes
    highlights: tuple[Highlight, ...]


def derive(old: Reading, new: Reading, alignment: Alignment, config: DeriveThresholds) -> Derived:
    """All that changed. Facts are found in the order of ``FACTS``; a later one may look at earlier ones (topics at other wordings)."""
    pair = Pair(old, new, alignment, config)
    pair.rows = _function("relations")(pair)
    pair.again = _function("again")(pair)
    pair.subjects = _function("subjects")(pair)
    for fact in FACTS:
        pair.found[fact] = _function(fact)(pair)
    changes = Changes(**pair.found, notes=tuple(pair.notes))
    return Derived(pair.rows, changes, _function("importance", "highlights")(pair, changes))


def _function(module: str, name: str = "") -> Callable[..., Any]:
    return getattr(import_module(f"ccdiff.derive.{module}"), name or module)  # type: ignore[no-any-return]
