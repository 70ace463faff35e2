"""Two figures that may be one, and where the places of a report correspond to places of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ccdiff.derive.figures.statement import Statement
from ccdiff.model.record import record

CROWDED = 128  # figures of one paragraph; of more only those are held against one that stand at about its place
AROUND = 16  # figures before and behind that place


@record
class Match:
    """Statement ``old`` and statement ``new`` (places in their lists) are one figure, as sure as ``score`` (0 to 1)."""

    old: int
    new: int
    score: float


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


class Beside:
    """Which figures of one report stand in a paragraph that corresponds to that of a figure of the other, for one after another."""

    def __init__(self, new: Sequence[Statement], places: Places, among: Sequence[int]) -> None:
        self._places = places
        self._by_top: dict[str, list[int]] = defaultdict(list)
        for j in among:
            self._by_top[top_of(places.new, new[j].mention.paragraph)].append(j)
        self._linked: dict[str, list[str]] = defaultdict(list)
        for here, there in sorted(places.linked):
            self._linked[here].append(there)
        self._turn: dict[str, int] = defaultdict(int)

    def __call__(self, old: Statement) -> list[int]:
        """The figures beside the next one of the old report: all, or where a paragraph has very many, those at about the same place."""
        top = top_of(self._places.old, old.mention.paragraph)
        turn = self._turn[top]
        self._turn[top] += 1
        around = slice(max(0, turn - AROUND), turn + AROUND + 1)
        found = (self._by_top.get(there, []) for there in self._linked.get(top, ()))
        return [j for beside in found for j in (beside[around] if len(beside) > CROWDED else beside)]
