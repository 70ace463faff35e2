"""Two figures that may be one, and where the places of a report correspond to places of the other."""

from __future__ import annotations

from collections.abc import Mapping

from ccdiff.derive.figures.statement import Statement
from ccdiff.model.record import record


@record
class Match:
    """Statement ``old`` and statement ``new`` (places in their lists) are one figure, with the score of it.

    ``aligned``: their paragraphs correspond; ``close``: how alike their clauses are, ``wide`` their sentences; ``kin``: how alike what they count;
    ``evidence``: the weight of the words they share, that of a word told once being about 1; ``alike``: of a family whose nouns tell nothing; ``same`` value.
    """

    old: int
    new: int
    score: float
    aligned: bool
    close: float
    wide: float
    kin: float
    evidence: float
    alike: bool
    same: bool


@record
class Places:
    """Which paragraphs correspond; an item stands for its paragraph (``old`` and ``new``: the paragraph of each item)."""

    old: Mapping[str, str]
    new: Mapping[str, str]
    linked: set[tuple[str, str]]

    def tops(self, one: Statement, two: Statement) -> tuple[str, str]:
        """The paragraphs in which an old and a new statement stand."""
        here, there = one.mention.paragraph, two.mention.paragraph
        return self.old.get(here, here), self.new.get(there, there)

    def near(self, one: Statement, two: Statement) -> bool:
        """Whether the two stand in corresponding paragraphs."""
        return self.tops(one, two) in self.linked


def top_of(parents: Mapping[str, str], locator: str) -> str:
    """The paragraph of an item; a paragraph itself."""
    return parents.get(locator, locator)
