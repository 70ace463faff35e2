"""Reviewed wins: what a person settled is never overruled, on any pair of the corpus."""

from __future__ import annotations

from ccdiff.compare import compare
from ccdiff.model.alignment import ReviewedRow

from .conftest import comparison, reading


def linked(pair: tuple[str, str]) -> tuple[str, str]:
    """Two numbered paragraphs that the tool links; of two reports without any link but their fronts (2012/2021), any two."""
    rows = comparison(*pair).paragraphs
    found = ((row.old[0], row.new[0]) for row in rows if len(row.old) == len(row.new) == 1 and row.old != ("front",))
    return next(found, None) or apart(pair)


def apart(pair: tuple[str, str]) -> tuple[str, str]:
    """Two numbered paragraphs that the tool leaves without counterpart."""
    rows = comparison(*pair).paragraphs
    old = next(row.old[0] for row in rows if not row.new and row.old[0].isdigit())
    new = next(row.new[0] for row in rows if not row.old and row.new[0].isdigit())
    return old, new


def test_a_confirmed_pair_is_shown_as_settled(pair: tuple[str, str]) -> None:
    old, new = apart(pair)
    row = ReviewedRow("paragraph", (old,), (new,), "confirmed", relation="amended")
    found = compare(reading(pair[0]), reading(pair[1]), reviewed=[row])
    (settled,) = [row for row in found.paragraphs if old in row.old or new in row.new]
    assert (settled.old, settled.new, settled.origin, settled.relation) == ((old,), (new,), "reviewed", "amended")


def test_a_forbidden_pair_never_appears(pair: tuple[str, str]) -> None:
    old, new = linked(pair)
    row = ReviewedRow("paragraph", (old,), (new,), "forbidden")
    found = compare(reading(pair[0]), reading(pair[1]), reviewed=[row])
    assert not [row for row in found.paragraphs if old in row.old and new in row.new]


def test_a_settled_row_whose_text_has_changed_is_said_to_be_stale(pair: tuple[str, str]) -> None:
    old, new = linked(pair)
    row = ReviewedRow("paragraph", (old,), (new,), "confirmed", old_digest="0" * 16, new_digest="0" * 16)
    found = compare(reading(pair[0]), reading(pair[1]), reviewed=[row])
    assert any("stale" in note.id for note in found.changes.notes)
    assert [row.origin for row in found.paragraphs if old in row.old and new in row.new] == ["reviewed"]
