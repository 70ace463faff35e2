"""What a text denies (table ``negations``). A sentence that denies twice denies nothing: no vessel may enter without a permit."""

from __future__ import annotations

import re

from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.text.alternation import escape, joined, ways
from ccdiff.text.normalise import small

DENY, IMPLIED = "deny", "implied"
STOP = re.compile(r"[.;!?\n](?!\d)")


class Denied(NamedTuple):
    """How often a text denies, by words that look it and by others (免收, prevented)."""

    denials: int
    implied: int


class Denier:
    """Finds what a text denies. Use ``language.once(Denier)``."""

    def __init__(self, language: Language) -> None:
        self._kinds = {word.lower(): row[0] for row in language.rows("negations") for word in row[1:]}
        longest = sorted(self._kinds, key=lambda word: (-len(word), word))  # compounds may only look as if they denied
        self._pattern = re.compile(joined(ways(longest, _bounded)) or r"(?!)", re.IGNORECASE)

    def of(self, text: str) -> Denied:
        """What a canonical text denies; its names are put as points, since they may look as if they did."""
        denials = implied = 0
        for sentence in STOP.split(text):
            kinds = [self._kinds[small(word)] for word in self._pattern.findall(sentence)]
            if kinds.count(DENY) % 2 or DENY not in kinds:
                denials += kinds.count(DENY)
                implied += kinds.count(IMPLIED)
        return Denied(denials, implied)


def _bounded(word: str) -> str:
    return rf"\b{escape(word)}\b" if word[0].isascii() else escape(word)
