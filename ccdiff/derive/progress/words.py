"""The words that a report uses of what it announces, and of what it is called: the tables ``plans`` and ``deeds``."""

from __future__ import annotations

import re

from ccdiff.derive.progress.patterns import any_of
from ccdiff.derive.recommendations.matter import reduced
from ccdiff.language import Language, plain
from ccdiff.model.record import record

MARKS = " \t\n，。；：、,;:."
# kinds that name no thing: deeds and their marks
TELLING = 0.5  # base weight of a word from which it tells one matter from another


@record
class Words:
    """Patterns and sets by the kinds of the table; ``acts`` are all deeds, ``deeds`` those that name no thing beside."""

    none: re.Pattern[str]
    aims: re.Pattern[str]
    points: re.Pattern[str]
    recital: re.Pattern[str]
    who: re.Pattern[str]
    held: re.Pattern[str]
    plans: re.Pattern[str]
    reviews: re.Pattern[str]
    deeds: frozenset[str]
    acts: frozenset[str]
    silent: frozenset[str]
    joiners: frozenset[str]
    holds: frozenset[str]
    rounds: frozenset[str]
    toward: frozenset[str]


def words(language: Language) -> Words:
    """The table ``plans`` as patterns and sets. Use ``language.once(words)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("plans"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])

    def pattern(kind: str) -> re.Pattern[str]:
        return any_of(table.get(kind, ()))

    def several(kind: str) -> frozenset[str]:
        return frozenset(table.get(kind, ()))

    form, deeds = language.once(_plain), table.get("plain", ())
    return Words(
        none=pattern("none"),
        aims=pattern("toward"),
        points=pattern("points"),
        recital=pattern("recital"),
        who=pattern("who"),
        held=pattern("held"),
        plans=pattern("plans"),
        reviews=pattern("reviews"),
        deeds=frozenset(form[word] for word in deeds),
        acts=frozenset(form[word] for word in (*deeds, *_deeds(language))),
        silent=frozenset(form[word] for word in (*deeds, *table.get("silent", ()))),
        joiners=several("joiner"),
        holds=several("holds"),
        rounds=several("rounds"),
        toward=several("toward"),
    )


@plain
def _plain(language: Language) -> dict[str, str]:
    """The deeds and the verbs of speaking, in comparable form."""
    form = language.once(reduced)
    spoken = (word for row in language.rows("plans") if row[0] in ("plain", "silent") for word in row[1:])
    return {word: form(word).strip() for word in (*spoken, *_deeds(language))}


def _deeds(language: Language) -> list[str]:
    """The deeds, in their base forms."""
    rows = [row for row in language.rows("deeds") if row[0] in DEEDS]
    return [word for row in rows for word in (row[1:2] if row[1].isascii() else row[1:])]


DEEDS = ("deed", "event", "off", "later", "both", "ahead", "asks", "decides")
