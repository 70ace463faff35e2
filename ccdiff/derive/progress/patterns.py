"""Phrases of a table as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

GAP = r"[^，。；,;.]{0,60}?"  # what may stand between two parts of a phrase: no end of a clause


def any_of(
    phrases: Iterable[str], marks: Iterable[str] = (), deeds: Iterable[str] = (), bare: Iterable[str] = ()
) -> re.Pattern[str]:
    """Any of the phrases, or a mark with a deed behind it in the same clause; nothing where a word of ``bare`` begins."""
    marked = f"(?:{one_of(marks)}){GAP}(?:{one_of(deeds)})" if marks and deeds else "(?!)"
    none = f"(?!{one_of(bare)})" if bare else ""
    return re.compile(f"{none}(?:{one_of(phrases)}|{marked})", re.IGNORECASE)


def one_of(phrases: Iterable[str]) -> str:
    """An alternation, the longest phrase first; ``*`` is anything within the clause."""
    longest_first = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_one(phrase) for phrase in longest_first) or r"(?!)"


def _one(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", GAP)
    return rf"\b{escaped}\b" if phrase.isascii() else escaped
