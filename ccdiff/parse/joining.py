"""Lines and pages of one paragraph joined: Chinese set solid, Latin words with a space, hyphens at line ends as they read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ccdiff.parse.patterns import east

HYPHENATED = re.compile(r"([A-Za-z]+)-$")
WORD = re.compile(r"[A-Za-z]+")
# "troop-" + "and police-contributing countries" (A/80/604/Add.2, 10)
SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o)\b")
SHARED = "“”‘’…—·"
TAIL = 40  # characters that tell how a text ends


class Joiner:
    """Says how lines join. ``texts`` are all lines of the report: its own words decide what a hyphen at a line's end is."""

    def __init__(self, texts: Iterable[str], wide: bool) -> None:
        self._texts, self._wide = texts, wide
        self._words: frozenset[str] | None = None

    def between(self, left: str, right: str) -> str | None:
        """What stands between ``left`` and ``right`` once joined: a space or nothing; ``None``: the hyphen of ``left`` goes.

        >>> Joiner((), True).between("国际合作工作组之间的信", "息交流")
        ''
        """
        if not left or not right or self._solid(left[-1]) or self._solid(right[0]):
            return ""
        if left[-1] == "\u00ad":
            return None
        if self._wide and left[-1].isdecimal() != right[0].isdecimal() and left[-1] not in ".,;:)" and right[0] != "(":
            return ""
        hyphen = HYPHENATED.search(left[-TAIL:])
        if hyphen and right[0].islower():
            return self._hyphen(hyphen.group(1), right)
        return "" if left[-1] in "/-–" else " "

    def _solid(self, char: str) -> bool:
        """Chinese characters and, in a Chinese text, the punctuation that it shares with Latin ("“", "…")."""
        return east(char) or (self._wide and char in SHARED)

    def _hyphen(self, first: str, right: str) -> str | None:
        """ "co-" + "operation": the hyphen goes where the report writes the word without it; UN texts are not hyphenated."""
        if SUSPENDED.match(right):
            return " "
        second = WORD.match(right)
        if self._words is None:
            self._words = frozenset(word.lower() for text in self._texts for word in WORD.findall(text))
        whole = (first + second.group()).lower() if second else ""
        return None if whole in self._words else ""


class Text:
    """A text that grows line by line, joined once at the end: a paragraph of a hundred thousand lines must pass."""

    def __init__(self, first: str, joiner: Joiner) -> None:
        self._pieces = [first.strip()]
        self._joiner = joiner

    def __str__(self) -> str:
        return "".join(self._pieces)

    @property
    def tail(self) -> str:
        """How the text ends so far."""
        found = ""
        for piece in reversed(self._pieces[-4:]):
            found = piece[-TAIL:] + found
        return found[-TAIL:]

    def go_on(self, line: str) -> None:
        """``line`` goes on with the text."""
        line = line.strip()
        between = self._joiner.between(self.tail, line)
        if between is None:
            self._pieces[-1] = self._pieces[-1][:-1]
        self._pieces += [between or "", line]

    def new_line(self, line: str) -> None:
        """``line`` stands on a line of its own."""
        self._pieces += ["\n", line.strip()]
