"""Which chapters of a report hold what it recommends, by their titles: "Conclusions and recommendations", "Action requested of the Committee".

A heading below such a chapter names what its recommendations are about, whatever else it may name elsewhere ("Technical assistance").
"""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.words import TITLES, Words
from ccdiff.model.report import Report, Section
from ccdiff.text.normalise import fold

OUTCOME = "outcome"  # the part of a chapter that tells what a meeting decided
# roles of titles (table ``roles``) of what a meeting does with itself
FORMAL = frozenset(
    {"introduction", "organization", "opening", "officers", "agenda", "attendance", "documents", "adoption", "closing"}
)
ADVISE = ("recommendations", "followup", OUTCOME)


def roles(report: Report, known: Words) -> dict[str, str]:
    """The role of each section, its own or its parent's: one of ``TITLES``, ``OUTCOME``, or ``""``."""
    found: dict[str, str] = {}
    for section in report.sections:
        own, above = _own(fold(section.title), known), found.get(section.parent or "", "")
        if own in (*TITLES, OUTCOME):
            found[section.id] = own
        else:
            found[section.id] = above if above in ADVISE and own != "other" else "" if own else above
    return found


def _own(title: str, known: Words) -> str:
    """What a title says that its section is for; ``other`` where it speaks of what others recommend or recommended."""
    if not title:
        return ""
    if known.no_title.search(title) and not known.titled_to.search(title):  # 对秘书处的建议
        return "other"
    role = next((role for role, pattern in known.titles if pattern.search(title)), "")
    if role not in TITLES and known.advising.search(title):
        return "recommendations"
    return OUTCOME if role in ("", "summary") and known.outcome.search(title) else role


def titled_by(section: Section, report: Report, pattern: re.Pattern[str]) -> bool:
    """Whether a heading, or one above it, holds a pattern: "Action items", and below it the names of those who have them."""
    if pattern.search(section.title.strip()):
        return True
    above = next((other for other in report.sections if other.id == section.parent), None)
    return above is not None and titled_by(above, report, pattern)


def is_formal(section: Section, known: Words) -> bool:
    """Whether a title says that its section tells of a meeting's mandate or of what it did with itself: opening, agenda, adoption."""
    title = fold(section.title)
    return any(role in FORMAL and pattern.search(title) for role, pattern in known.titles)
