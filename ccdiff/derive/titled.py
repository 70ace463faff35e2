"""Patterns of titles, as the table ``roles`` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ccdiff.text.alternation import escape

PIECES = re.compile(r"(\([^()]*\)| ?\* ?)")  # what a title's pattern has beside its words


def titled(patterns: Iterable[str]) -> re.Pattern[str]:
    """Titles of the table ``roles``: ``^`` and ``$`` are the title's beginning and end, ``*`` anything between, ``(a/b)`` one of two."""
    parts = []
    for pattern in patterns:
        body = "".join(map(_piece, PIECES.split(pattern.strip("^$"))))
        parts.append(("^" if pattern.startswith("^") else "") + body + ("$" if pattern.endswith("$") else ""))
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _piece(piece: str) -> str:
    """A piece of a title's pattern: anything, one of several words, or words as they stand."""
    if piece.strip() == "*":
        return ".*?"
    return f"(?:{'|'.join(map(escape, piece[1:-1].split('/')))})" if piece.startswith("(") else escape(piece)
