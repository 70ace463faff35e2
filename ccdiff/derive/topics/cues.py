"""What stands before the thing that a sentence is about: who presents it, what breaks out, what is said of it.

一名观察员介绍了[全球资产追回联络点网络]; 基塔省暴发[霍乱]; one delegation said that [community radio] remained ….
"""

from __future__ import annotations

import re

from ccdiff.derive.topics.spans import FIRST_HAN
from ccdiff.language import Language

REACH = 48  # characters before a phrase in which its cue stands


class Cues:
    """What stands before a subject, for texts that are turned round: there it begins. Use ``language.once(Cues)``."""

    def __init__(self, language: Language) -> None:
        self.about = _before(language, "about", "fill")
        self.event = _before(language, "event", "fill")
        self.says = _before(language, "says", "fill")
        self.presents = re.compile("|".join(_words(language, "about", han=True)) or "(?!)")


def _words(language: Language, kind: str, han: bool) -> list[str]:
    """The words of a kind, the longest first; ``han``: none of a language with spaces."""
    rows = (row[0] for row in language.rows("topic_openers") if row[1] == kind and (not han or row[0] >= FIRST_HAN))
    return sorted(map(re.escape, rows), key=lambda word: (-len(word), word))


def _before(language: Language, kind: str, between: str) -> re.Pattern[str]:
    rows = language.rows("topic_openers")
    latin = language.code != "zh"

    def words(wanted: str) -> str:
        found = sorted((row[0][::-1] for row in rows if row[1] == wanted), key=lambda word: (-len(word), word))
        return "|".join(rf"\b{re.escape(word)}\b" if latin else re.escape(word) for word in found) or "(?!)"

    gap = r"[\s\d,]*" if latin else r"[\s\d]*"
    return re.compile(rf"[“\"《]?{gap}(?:(?:{words(between)}){gap})*(?:{words(kind)})", re.I)


def before(text: str, at: int) -> str:
    """What stands before a place of a text, turned round."""
    return text[max(0, at - REACH) : at][::-1]


def joiners(language: Language) -> frozenset[str]:
    """The words that join two names into one. Use ``language.once(joiners)``."""
    return frozenset(row[0] for row in language.rows("topic_openers") if row[1] == "and")
