"""A figure found in a text, before anything is known of its subject."""

from __future__ import annotations

from ccdiff.model.record import record
from ccdiff.text.numerals import Number


@record
class Hit:
    """``text[start:end]`` is the quote (qualifier to noun), ``text[number:unit_end]`` the bare number with its unit.

    ``kind`` and ``family`` are those of the unit (lexicon.Unit), the family also of the noun ("state", "person"); ``noun`` is
    what is counted, "" where only the sentence says so; ``last``: where its noun phrase ends, however long (for a quote too long
    ``end`` leaves it out). ``listed``: which one it is of those that count on what a figure before them counts ("1,098
    activities in November, 378 in December": 1; so a part of a whole: "12 of the 45 States"), else 0; ``quoted``: where its quote begins, if a verb stands between the qualifier and the number; ``lone``: it is
    a "one" in words; ``part``: it counts a part of a number that follows ("three of
    the four countries"); ``size``: what one of its unit is, where the text says it (times a year); ``owner``: the name before a number in brackets, in a list of names ("Fiji (148)").
    """

    start: int
    end: int
    number: int
    unit_end: int
    value: Number
    value_to: Number | None
    qualifier: str
    unit: str
    kind: str
    family: str
    noun: str
    last: int = 0
    listed: int = 0
    owner: str = ""
    quoted: int = -1
    lone: bool = False
    part: bool = False
    size: float = 0.0
