"""What a text denies, and what it makes hang on one condition.

Only with a permit, not without a permit, no vessel that has no permit: a sentence that denies twice, or denies with an exception, denies
nothing but sets a condition (table ``conditions``); only what is left is told as denied (table ``negations``).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.text.alternation import joined, ways

DENY, IMPLIED = "deny", "implied"
GATE, ONLY, OPENS, BAR = "gate", "only", "opens", "bar"
STOP = re.compile(r"[.;!?\n](?!\d)")
CLAUSE = re.compile(r"[,.;:()]")
Found = tuple[int, str]  # where a word begins, and its kind


class Denied(NamedTuple):
    """How often a text denies, by words that look it and by others; how many sentences set a condition, and by denying."""

    denials: int
    implied: int
    conditions: int
    by_denying: int


class Denier:
    """Finds what a text denies. Use ``language.once(Denier)``."""

    def __init__(self, language: Language) -> None:
        self.kinds = {word.lower(): row[0] for row in language.rows("negations") for word in row[1:]}
        self.pattern = _pattern(self.kinds)
        self.conditions = {word.lower(): row[0] for row in language.rows("conditions") for word in row[1:]}
        self._conditions = _pattern(self.conditions)

    @property
    def told(self) -> tuple[re.Pattern[str], dict[str, str]]:
        """A pattern of the words of ``negations``, and the kind of each."""
        return self.pattern, self.kinds

    def of(self, text: str) -> Denied:
        """What a canonical text denies; its names are put as points, since they may look as if they did."""
        found, setting = (
            deque((match.start(), kinds[match[0].lower()]) for match in pattern.finditer(text))
            for pattern, kinds in (self.told, (self._conditions, self.conditions))
        )
        denials = implied = conditions = by_denying = 0
        for end in [*(match.end() for match in STOP.finditer(text)), len(text) + 1] if found or setting else ():
            here, set_by = list(_before(found, end)), set(_before(setting, end))
            denied = here.count(DENY)
            opened = GATE in set_by or {ONLY, OPENS} <= set_by
            barred = bool(denied) and (BAR in set_by or denied % 2 == 0)
            conditions += opened or barred
            by_denying += barred
            implied += 0 if opened or barred else here.count(IMPLIED)
            denials += 0 if barred else denied
        return Denied(denials, implied, conditions, by_denying)


def _before(found: deque[Found], end: int) -> Iterator[str]:
    """The kinds of what stands before a place, taken out."""
    while found and found[0][0] < end:
        yield found.popleft()[1]


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    """A pattern of words, the longest first: compounds may only look as if they denied."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(joined(ways(longest, _bounded)) or r"(?!)", re.IGNORECASE)


def _bounded(word: str) -> str:
    return rf"\b{re.escape(word)}\b" if word[0].isascii() else re.escape(word)
