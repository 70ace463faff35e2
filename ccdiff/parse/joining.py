"""Lines and pages of one paragraph joined: Chinese set solid, Latin words with a space, hyphens at line ends as they read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ccdiff.parse.patterns import WIDE

HYPHENATED = re.compile(r"([A-Za-z]+)-$")
WORD = re.compile(r"[A-Za-z]+")


class Joiner:
    """Joins lines. ``texts`` are all lines of the report: its own words decide what a hyphen at a line's end is."""

    def __init__(self, texts: Iterable[str], wide: bool) -> None:
        self._texts, self._wide = texts, wide
        self._words: frozenset[str] | None = None

    def join(self, left: str, right: str) -> str:
        """``left`` and ``right`` as one running text.

        >>> Joiner((), True).join("国际合作工作组之间的信", "息交流")
        '国际合作工作组之间的信息交流'
        """
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return left + right
        if left[-1] == "\u00ad":
            return left[:-1] + right
        if WIDE.match(left[-1]) or WIDE.match(right[0]):
            return left + right
        if self._wide and left[-1].isdecimal() != right[0].isdecimal() and not (left[-1] in ".,;:" or right[0] in "("):
            return left + right
        hyphen = HYPHENATED.search(left[-40:])
        if hyphen and right[0].islower():
            return self._hyphen(left, hyphen.group(1), right)
        return f"{left} {right}" if left[-1] not in "/-–" else left + right

    def _hyphen(self, left: str, first: str, right: str) -> str:
        """ "co-" + "operation": the hyphen goes where the report writes the word without it; UN texts are not hyphenated."""
        second = WORD.match(right)
        if self._words is None:
            self._words = frozenset(word.lower() for text in self._texts for word in WORD.findall(text))
        whole = (first + second.group()).lower() if second else ""
        return left[:-1] + right if whole in self._words else left + right
