"""The functions that headings name: opening, attendance, adoption of the report."""

from __future__ import annotations

import re

from ccdiff.derive.titled import titled
from ccdiff.language import Language
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

BUSINESS = tuple(
    [
        "opening",
        "officers",
        "agenda",
        "attendance",
        "documents",
        "adoption",
        "closing",
        "organization",
        "next",
        "other",
        "appeal",
    ]
)  # no matter, but order


def roles(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The functions of headings: ``(role, pattern)``, in the order of the table. Use ``language.once(roles)``."""
    return tuple((row[1], titled(map(fold, row[2:]))) for row in language.rows("roles") if row[0] == "title")


def role_of(language: Language) -> Remembered[str]:
    """The function that a heading names, or ``""``, by the heading: each is asked for in several ways of finding topics."""
    known = language.once(roles)
    return Remembered(lambda title: next((role for role, pattern in known if pattern.search(fold(title))), ""))
