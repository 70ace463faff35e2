"""Phrases of several Latin words that take each other's place and that the tables reduce to one: funds required, resources needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import HAN, lexis
from ccdiff.derive.terminology.edits import Edited, Pairs, Words
from ccdiff.derive.terminology.words import Written
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.model.changes import Term

LONGEST = 60  # characters of a phrase


def slots(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Such phrases, each pair once, where the old one is given up, or replaced at two places and more."""
    found: Pairs = defaultdict(dict)
    for row in rows:
        if row.relation in ("reworded", "amended"):
            for words, place in _same_phrases(pair, row):
                found[words][place] = None
    for words, places in found.items():
        if len(places) > 1 or not pair.new.once(Written).reads(words[0]):
            yield Term(*words, tuple(places))


def _same_phrases(pair: Pair, row: Edited) -> Iterator[tuple[Words, Words]]:
    """The replaced phrases of a row that are one phrase, with their place."""
    old, new = row.old, row.new
    language = pair.old.language
    for edit in row.edits:
        one, other = old.text[slice(*edit.old)].strip(), new.text[slice(*edit.new)].strip()
        if " " in one + other and not HAN.search(one + other) and max(len(one), len(other)) <= LONGEST:
            for words in ((one, other), _trimmed(one, other, language)):
                if all(words) and " " in "".join(words) and _one_phrase(*words, language):
                    yield words, (old.locator(edit.old[0]), new.locator(edit.new[0]))
                    break


def _one_phrase(one: str, other: str, language: Language) -> bool:
    """Whether two phrases are one by the table of variants, or one alternative of a force: took note, noted.

    A single word for a phrase is style: regarding, with respect to.
    """
    if one.lower() == other.lower():
        return False
    key, forces = language.once(canonical), language.once(_forces)
    old, new = key(one), key(other)
    return (old == new and " " in one and " " in other) or bool(
        forces.get(old, frozenset()) & forces.get(new, frozenset())
    )


def _forces(language: Language) -> dict[str, frozenset[tuple[int, int]]]:
    """The phrases of the table of contrasts that say how strong an act is, with the alternatives they stand for."""
    rows = language.rows("contrasts")
    found = language.once(lexis).alternatives.items()
    return {phrase: frozenset(place for place in places if rows[place[0]][0] == "force") for phrase, places in found}


def _trimmed(one: str, other: str, language: Language) -> Words:
    """Two phrases without the words that both begin or end with, and without small words at their ends."""
    old, new = one.split(), other.split()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    lex = language.once(lexis)
    small = lex.function | lex.particles
    return _cored(old, small), _cored(new, small)


def _cored(words: list[str], small: frozenset[str]) -> str:
    while words and words[-1].lower() in small:
        words = words[:-1]
    while words and words[0].lower() in small:
        words = words[1:]
    return " ".join(words)
