"""Floors and ceilings of numbers: at least, no more than. A number that loses or gains one says something else.

They need not stand beside their number (每年至少对一类放射源检查两次), and a word may say as much by itself (限速每小时30公里).
"""

from __future__ import annotations

import re
from collections import Counter

from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.text.alternation import joined, ways
from ccdiff.text.normalise import fold

CLASSES = {"floor": "at_least", "ceiling": "up_to"}
IMPLIED = "as "


class Limits(NamedTuple):
    """How often a text sets each class of limit, and how often it has a word that says as much by itself."""

    told: Counter[str]
    implied: Counter[str]


class Limiter:
    """Finds the limits of a text by the table ``limits``."""

    def __init__(self, language: Language) -> None:
        rows = [(word, row[0]) for row in language.rows("limits") for word in row[1:]]
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
        self._kind = {fold(word).lower(): kind for word, kind in rows}
        self._found = re.compile(joined(ways(self._kind, _whole)) or r"(?!)")

    def of(self, folded: str) -> Limits:
        """The limits in a folded text in lower case."""
        kinds = Counter(self._kind[word] for word in self._found.findall(folded))
        told = Counter({kind: kinds[name] for name, kind in CLASSES.items() if kinds[name]})
        return Limits(told, Counter({kind: n for name, kind in CLASSES.items() if (n := kinds[IMPLIED + name])}))


def _whole(word: str) -> str:
    """A pattern of a word that is no part of another; folding takes out the space between a number and the word (50or more, within30 days)."""
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word[0].isascii() else re.escape(word)


def limits_differ(one: Limits, other: Limits) -> bool:
    """Whether one text sets a limit that the other neither sets nor implies."""
    return any(_lacks(one, other, kind) or _lacks(other, one, kind) for kind in CLASSES.values())


def _lacks(one: Limits, other: Limits, kind: str) -> bool:
    return one.told[kind] > other.told[kind] + other.implied[kind]
