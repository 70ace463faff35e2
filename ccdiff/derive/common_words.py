"""The common words of such reports: what is never the matter of anything by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ccdiff.language import Language, plain
from ccdiff.text.dictionary import table

SIBILANTS = ("s", "sh", "ch", "x", "z")
PART = 1 << 16  # characters of the dictionary that are read at once
OWN = "*"  # first field of a row of words that are common by the dictionary, and yet matters (table ``topic_stop``)


@plain
def kinds(language: Language) -> dict[str, str]:
    """The common words of a language: word -> "edge", "tail", "inner", "weak" or "common". Use ``language.once(kinds)``.

    Names of States are edges: a State alone is no topic (8th report, 31: 瑞士).
    """
    states = {name.lower(): "edge" for row in language.rows("states") for name in row[1:]}
    ordinals = {row[0].lower(): "edge" for name in ("ordinals", "number_words") for row in language.rows(name)}
    verbs = {form: "edge" for row in language.rows("topic_stop") if row[1] == "verb" for form in _forms(row[0])}
    told = {word.lower(): kind for word, kind in language.once(stops).items() if kind != "verb"}
    return ordinals | states | verbs | told


@plain
def stops(language: Language) -> dict[str, str]:
    """What the dictionary and the table ``topic_stop`` say of common words. Use ``language.once(stops)``."""
    rows = language.rows("topic_stop")
    known = {
        row[0]: row[1] for row in reversed(rows) if row[0] != OWN
    }  # of two kinds the first: "agree" is an edge before it is a verb
    own = {word for row in rows if row[0] == OWN for word in row[1:]}
    return known | {word: kind for word, kind in _general(language) if word not in known and word not in own}


def _general(language: Language) -> Iterator[tuple[str, str]]:
    """What the word cutter's dictionary tells by what it takes a word for and how often it stands (table ``word_classes``)."""
    classes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for tag, least, kind in language.rows("word_classes"):
        classes[tag].insert(0, (int(least), kind))
    digits = {tag: min(len(str(least)) for least, _ in some) for tag, some in classes.items()}
    for word, times, tag in _entries(table() if classes else None):
        if tag in digits and len(times) >= digits[tag] and len(word) > 1:
            kind = next((kind for least, kind in classes[tag] if int(times) >= least), "")
            if kind:
                yield word, kind


def _entries(source: Path | None) -> Iterator[tuple[str, str, str]]:
    """Word, frequency and tag of every entry: there are 350,000, of which never all are held."""
    if source is None:
        return
    with source.open(encoding="utf-8") as file:
        while part := file.read(PART) + file.readline():
            told = part.split()
            yield from zip(told[::3], told[1::3], told[2::3], strict=True)


def _forms(verb: str) -> tuple[str, ...]:
    """The forms of an English verb that no ending in the table tells: expand, expands, expanding.

    >>> _forms("carry"), _forms("reduce"), _forms("reach")
    (('carry', 'carries', 'carrying'), ('reduce', 'reduces', 'reducing'), ('reach', 'reaches', 'reaching'))
    """
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb + "ing"
    return verb, verb + ("es" if verb.endswith(SIBILANTS) else "s"), verb.removesuffix("e") + "ing"
