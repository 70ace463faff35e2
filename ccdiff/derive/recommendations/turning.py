"""Turns by which a report says no more of what was asked than what became of it: recalled, handed on, put off."""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.phrases import pattern_of
from ccdiff.language import Language
from ccdiff.model.record import record

FAR = 120  # characters between the noun for what is asked and what became of it, where words are set apart
FAR_HAN = 24  # the same in Chinese


@record
class Turns:
    """``handed``: a noun for what is asked with what became of it; ``recalled``: a recalling verb with a noun or verb of asking;
    ``regard``: in Chinese, what stands before what the noun is about.
    """

    handed: re.Pattern[str]
    recalled: re.Pattern[str]
    regard: re.Pattern[str]


def turning(language: Language) -> Turns:
    """The turns of a language, from the table ``recommendation_words``. Use ``language.once(turning)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("recommendation_words"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    nouns, before, handed, first, recalling, had, recall = (
        pattern_of(table.get(kind, ()))
        for kind in ("asking", "asking-of", "handed", "handed-first", "recalling", "had-asked", "recall")
    )
    asking = f"(?:{before})(?:{nouns})|{pattern_of(table.get('asked-thing', ()))}"
    far = FAR if any(word.isascii() for word in table.get("asking", ())) else FAR_HAN
    return Turns(
        re.compile(rf"(?:{asking})(?P<of>[^;；。]{{0,{far}}}?)(?:{handed})"),
        re.compile(
            rf"(?:{recalling})[^;；。]*?(?:{had})|(?:{first})[^;；。]{{0,{far}}}?(?:{nouns})"
            rf"|(?:{recall})(?P<what>[^;；。]{{0,{far}}}?)(?:{asking})(?P<of>[^;；。]*)"
        ),
        re.compile(pattern_of(table.get("regard", ()))),
    )
