"""The sections read so far and those still open: where the next heading belongs."""

from __future__ import annotations

from ccdiff.model.record import draft
from ccdiff.model.report import Section
from ccdiff.parse.headings import Heading

UNNUMBERED = 100  # rank of a heading without a numeral: below whatever numbered heading stands above it
MATTER = 120  # of a numbered matter over bullets: it stands under whatever heading is marked as one
ANNEX = 0
DEEPEST = 7  # depth of a heading that is only set in bold, where others have #


@draft
class Open:
    """A section that is open while reading. ``last``: style -> number of its latest child; ``numbered``: it prints a numeral."""

    id: str
    rank: int
    numbered: bool
    last: dict[str, int]


class Outline:
    """The sections read so far and those still open. Says whether a line may be the next heading, and opens sections.

    ``depth`` is how many ``#`` a heading has; it counts beside numerals only in a text whose marks are ``nested``.
    """

    def __init__(self, decimals: bool = False, nested: bool = False) -> None:
        self.decimals = decimals  # headings are numbered 1, 1.1, 1.2, 2: "1 Introduction" needs no point
        self.nested = nested
        self.sections: list[Section] = []
        self.open: list[Open] = []
        self._ids: dict[str, int] = {}
        self._root: dict[str, int] = {}

    @property
    def current(self) -> str:
        """The locator of the innermost open section."""
        return self.open[-1].id if self.open else "front"

    def expects(self, heading: Heading, depth: int = 0) -> bool:
        """Whether ``heading`` is the next of its style where it would stand (or the first of a new list)."""
        return heading.value == self._latest(heading, depth) + 1

    def follows(self, heading: Heading, depth: int = 0) -> bool:
        """Whether ``heading`` stands somewhere after its elder siblings."""
        return heading.value > self._latest(heading, depth)

    def _latest(self, heading: Heading, depth: int) -> int:
        rank = self._rank(heading.rank, depth)
        above = [entry for entry in self.open if entry.rank < rank]
        return (above[-1].last if above else self._root).get(heading.style, 0)

    def _rank(self, rank: int, depth: int) -> int:
        return depth if self.nested and depth else rank

    def begin(self, heading: Heading, title: str, depth: int) -> str:
        """Opens the section of a numbered heading; returns its locator."""
        rank = self._rank(heading.rank, depth)
        self._close(rank)
        parent = self.open[-1].id if self.open else None
        (self.open[-1].last if self.open else self._root)[heading.style] = heading.value
        path = heading.label or ""
        above = next((entry.id for entry in reversed(self.open) if entry.numbered or entry.rank == ANNEX), None)
        if above and not (heading.style == "decimal" and path.startswith(f"{above}.")):
            path = f"{above}.{path}"
        return self._add(path, heading.label, title, parent, rank)

    def begin_unnumbered(self, title: str, depth: int) -> str:
        """Opens a section under a heading without a numeral: the path, a slash and its words.

        Where no heading has a numeral, ``depth`` nests them; beside numerals it is not to be trusted.
        """
        beside = self._root or self.open and self.open[0].rank < UNNUMBERED
        rank = self._rank(UNNUMBERED + (0 if beside else depth or DEEPEST), depth)
        self._close(rank)
        parent = self.open[-1].id if self.open else None
        return self._add(f"{parent or ''}/{title}", None, title, parent, rank)

    def begin_annex(self, label: str, title: str) -> str:
        """Opens an annex; its own numerals begin anew under it."""
        self._close(ANNEX)
        return self._add(label, label, title, None, ANNEX)

    def retitle(self, title: str) -> None:
        """Gives the section opened last its whole title (a heading that goes on in the next line)."""
        last = self.sections[-1]
        if last.number is None:
            stem = f"{last.parent or ''}/{title}"
            self._ids[last.id] -= 1
            self.open[-1].id = self._unique(stem)
        self.sections[-1] = Section(self.open[-1].id, last.number, title, last.level, last.parent, ())

    def _close(self, rank: int) -> None:
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()

    def _add(self, path: str, number: str | None, title: str, parent: str | None, rank: int) -> str:
        locator = self._unique(path)
        self.open.append(Open(locator, rank, number is not None, {}))
        self.sections.append(Section(locator, number, title, len(self.open), parent, ()))
        return locator

    def _unique(self, path: str) -> str:
        self._ids[path] = self._ids.get(path, 0) + 1
        return path if self._ids[path] == 1 else f"{path}~{self._ids[path]}"
