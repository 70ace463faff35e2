"""Quantities that are one though they are told otherwise: 24 hours and one day, half and 50 per cent, 1.2亿 and 12,000万."""

from __future__ import annotations

from collections.abc import Callable

from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.place import scan
from ccdiff.language import Language
from ccdiff.text.memory import Remembered

SHARE = "fraction"
EXACT = 4  # digits behind the point


def levelled(language: Language) -> Callable[[str], str]:
    """A function that puts the figures of a text into one form, measures into one unit (table ``equals``) and parts of a whole in per cent.

    Use ``language.once(levelled)``.

    >>> from ccdiff.language import load
    >>> levelled(load("en"))("at least 24 hours; a quarter of them")
    'at least 1 days; 25 % of them'
    """
    sizes = language.once(lexicon).sizes

    def level(text: str) -> str:
        told, last = "", 0
        for hit in scan(text, language):
            if hit.number < last or hit.value_to is not None:
                continue
            factor, unit = (100, "%") if hit.family == SHARE else sizes.get(hit.unit, (1, hit.unit))
            value = f"{round(float(hit.value) * factor, EXACT):.{EXACT}f}".rstrip("0").rstrip(".")
            told += f"{text[last : hit.number]}{value}{' ' if unit and text[: hit.number].isascii() else ''}{unit}"
            last = hit.unit_end
        return told + text[last:]

    return Remembered(level).__getitem__
