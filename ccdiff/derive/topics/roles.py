"""The functions that headings name: opening, attendance, adoption of the report."""

from __future__ import annotations

import re

from ccdiff.derive.titled import titled
from ccdiff.derive.topics.spans import kind_of
from ccdiff.language import Language
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

BUSINESS = (
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
)  # no matter, but order


MEETING = ("opening", "closing", "organization", "attendance")  # what is opened, or closed, may be something else


OF_WHAT = re.compile(r"\w+ (?:of|in) ([a-z].*)")  # Closure of [schools]; not: of the session, of the Forum


def roles(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The functions of headings: ``(role, pattern)``, in the order of the table. Use ``language.once(roles)``."""
    return tuple((row[1], titled(map(fold, row[2:]))) for row in language.rows("roles") if row[0] == "title")


def role_of(language: Language) -> Remembered[str]:
    """The function that a heading names, or ``""``, by the heading: each is asked for in several ways of finding topics."""
    known, kind = language.once(roles), language.once(kind_of)

    def of(title: str) -> str:
        folded = fold(title)
        role = next((role for role, pattern in known if pattern.search(folded)), "")
        other = OF_WHAT.match(folded) if role in MEETING else None
        kinds = [kind(word) for word in re.findall(r"(?<!\S)[a-z-]+", other[1])] if other else []
        matter = "" in kinds or kinds.count("common") > 1
        return "" if matter else role

    return Remembered(of)
