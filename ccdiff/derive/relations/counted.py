"""What the numbers of two texts count: seven rescuers and seven weeks are two facts, though the number is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from ccdiff.derive.relations.balance import missing, weight
from ccdiff.derive.relations.numbers import HAN_NUMERAL
from ccdiff.derive.relations.substance import Substance
from ccdiff.language import Language
from ccdiff.text.numerals import chinese

WORDS = 3  # words that tell what is counted, at most: the three largest sellers
MANY = 20  # numbers that two texts share, from which they are lists, not sentences
SAYS = 1.0  # weight from which a word tells it
MEASURES = frozenset(
    {"span", "measure", "money", "percent", "year", "day"}
)  # kinds of units that are themselves what is counted
Counted = tuple[str, tuple[str, ...]]  # "measure" or "", and the words that tell what is counted


def counts_otherwise(language: Language) -> Callable[[Substance, Substance], bool]:
    """A function that says whether a number that two texts have once counts another thing in each. Use ``language.once(counts_otherwise)``."""
    kinds = {row[0].lower(): row[1] for row in language.rows("quantity_units") if row[0]}

    def differ(old: Substance, new: Substance) -> bool:
        here, there = (_counted(text, kinds) for text in (old, new))
        both = sorted(here.keys() & there.keys())
        return len(both) <= MANY and any(_apart(here[value], there[value], old, new) for value in both)

    return differ


def _apart(one: Counted, other: Counted, old: Substance, new: Substance) -> bool:
    (measure, gone), (unit, come) = one, other
    if not (gone and come) or measure != unit:
        return bool(gone and come)
    return not measure and not any(_told(word, new) for word in gone) and not any(_told(word, old) for word in come)


def _told(word: str, text: Substance) -> bool:
    """Whether a text has a word, or another for it; a word that says little tells nothing else."""
    said = tuple(other for other in text.words if weight(other, text.lexis))
    return missing((word,), said, text, 0.0) < SAYS


def _counted(text: Substance, kinds: dict[str, str]) -> dict[str, Counted]:
    """What each number counts that stands once in a text."""
    found: dict[str, Counted] = {}
    twice: set[str] = set()
    words = [word for word in text.words if word.strip()]
    for at, word in enumerate(words):
        value, rest = _number(word, text)
        if value:
            twice.update({value} & found.keys())
            behind = words[at + 1 : at + 3 + WORDS]
            found[value] = _thing([rest, *behind] if rest else behind, text, kinds)
    return {value: thing for value, thing in found.items() if value not in twice}


def _number(word: str, text: Substance) -> tuple[str, str]:
    """The value of a word that is a number or begins as one (七名), and what is left of it."""
    spelled = text.lexis.spelled.get(word)
    if spelled:
        return ("", "") if spelled.unit else (spelled.value, "")
    if word.isdecimal():
        return word, ""
    han = "".join(takewhile(HAN_NUMERAL.__contains__, word))
    value = chinese(han) if han else None
    return (str(value), word[len(han) :]) if value and value > 1 else ("", "")


def _thing(words: Sequence[str], text: Substance, kinds: dict[str, str]) -> Counted:
    """What is counted, by the words behind a number."""
    if not words:
        return "", ()
    kind, said = kinds.get(words[0].lower(), ""), list(words)
    if kind == "counter":
        said = said[1:]
        kind = kinds.get(said[0], "") if said else ""
    if kind in MEASURES:
        return "measure", (said[0],)
    lex = text.lexis
    noun = takewhile(lambda word: word.isalpha() and word not in lex.function and word not in lex.particles, said)
    return "", tuple(noun)[:WORDS]
