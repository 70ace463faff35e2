"""Quantities that are one though they are told otherwise: 24 hours and one day, half and 50 per cent, 1.2亿 and 12,000万, once a year and annually."""

from __future__ import annotations

import re
from collections.abc import Callable

from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.place import scan
from ccdiff.language import Language
from ccdiff.text.alternation import joined, ways
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import small

SHARE, OFTEN = "fraction", "frequency"
EXACT = 4  # digits behind the point


def levelled(language: Language) -> Callable[[str], str]:
    """A function that puts the figures of a text into one form (table ``equals``), measures into one unit and parts of a whole in per cent.

    Use ``language.once(levelled)``.

    >>> from ccdiff.language import load
    >>> levelled(load("en"))("at least 24 hours; a quarter of them")
    'at least 1 days; 25 % of them'
    """
    sizes = language.once(lexicon).sizes
    words = {word.lower(): row[1] for row in language.rows("equals") if row[0] == "word" for word in row[2:]}
    longest = sorted(words, key=lambda word: (-len(word), word))
    worded = re.compile(rf"(?<![A-Za-z])(?:{joined(ways(longest)) or '(?!)'})(?![A-Za-z])", re.IGNORECASE)

    def level(text: str) -> str:
        text = worded.sub(lambda match: words[small(match[0])], text)
        told, last = "", 0
        for hit in scan(text, language):
            if hit.number < last or hit.value_to is not None or hit.family == OFTEN:
                continue
            factor, unit = (100, "%") if hit.family == SHARE else sizes.get(hit.unit, (1, hit.unit))
            value = f"{round(float(hit.value) * factor, EXACT):.{EXACT}f}".rstrip("0").rstrip(".")
            told += f"{text[last : hit.number]}{value}{' ' if unit and text[: hit.number].isascii() else ''}{unit}"
            last = hit.unit_end
        return told + text[last:]

    return Remembered(level).__getitem__
