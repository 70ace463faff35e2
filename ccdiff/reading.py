"""A report together with its language, and what has been found in it so far.

A report takes part in several comparisons; what is true of it alone (its figures, its references, its words) is looked for
once: ``reading.once(find_figures)`` calls ``find_figures(reading)`` the first time and remembers the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from ccdiff.language import Language, plain
from ccdiff.model.report import Report
from ccdiff.text.finder import Beginnings, Buckets, Finder, buckets, codes
from ccdiff.text.memory import Remembered
from ccdiff.text.segment import Segmenter
from ccdiff.text.senses import Table, finds, meant, table
from ccdiff.text.thesaurus import Table as Meanings
from ccdiff.text.thesaurus import Thesaurus
from ccdiff.text.thesaurus import table as meanings

T = TypeVar("T")
SETS = (  # tables, and their rows of words
    ("senses", ("sense", "act")),
    ("near", ("near", "deed")),
    ("variants", ("term", "art", "word")),
)


def segmenter(language: Language) -> Segmenter:
    """The word cutter of a language: every field of its table ``names`` is one word. Use ``language.once(segmenter)``."""
    return Segmenter(Finder(language.once(_names), language.once(beginnings)))


def beginnings(language: Language) -> Beginnings:
    """Where the wordings of the tables ``names``, ``states``, ``variants`` and ``near`` may begin in texts as they are printed.

    Those of ``near`` stand at the beginning of a sentence, too.
    """
    return Beginnings(*language.once(_pairs))


@plain
def _pairs(language: Language) -> tuple[frozenset[str], frozenset[int]]:
    tables = ("names", "states", "variants", "near")
    pairs = {wording[:2] for table in tables for row in language.rows(table) for wording in row[1:]}
    pairs |= {wording[0].upper() + wording[1:2] for row in language.rows("near") for wording in row[1:]}
    return frozenset(pairs), codes(pairs)


@plain
def _names(language: Language) -> Buckets[None]:
    return buckets({name: None for row in language.rows("names") for name in row[1:]})


def senses(language: Language) -> Callable[[str], frozenset[str]]:
    """A function that gives the senses of a folded text in lower case: what it speaks of, in whatever words (text/senses).

    The sets of words are the rows of the tables ``senses``, ``near`` and ``variants``. Use ``language.once(senses)``.
    """
    sensed = language.once(words_of_senses)
    return Remembered(lambda low: frozenset([sense for _, _, sense in sensed(low)])).__getitem__


def words_of_senses(language: Language) -> Callable[[str], list[tuple[int, int, str]]]:
    """A function that gives the words of a folded text in lower case that have a sense: (start, end, sense)."""
    return Remembered(finds(language.once(_senses))).__getitem__


def meaning(language: Language) -> Callable[[str], str]:
    """A function that gives the sense of a folded text in lower case that is one word of a sense, or ``""``. Use ``language.once(meaning)``."""
    return partial(meant, known=language.once(_senses))


def thesaurus(language: Language) -> Thesaurus:
    """The dictionary of what words may mean (text/thesaurus): general knowledge, to be asked after the tables of the language. Use ``language.once(thesaurus)``."""
    return Thesaurus(language.once(_meanings))


def synonyms(language: Language) -> Thesaurus:
    """What rapporteurs and translators write for one word, beside the dictionary (table ``synonyms``). Use ``language.once(synonyms)``."""
    return Thesaurus(language.once(_synonyms))


@plain
def _synonyms(language: Language) -> Meanings:
    return meanings(language.read("synonyms"), language.read("contrasts"), language.read("inflections"))


@plain
def _meanings(language: Language) -> Meanings:
    return meanings(language.read("thesaurus"), language.read("contrasts"), language.read("inflections"))


@plain
def _senses(language: Language) -> Table:
    others = (word for row in language.rows("senses") if row[0] == "other" for word in row[1:])
    return table((row[1:] for name, kinds in SETS for row in language.rows(name) if row[0] in kinds), others)


class Reading:
    """``report``, ``language``, and a memory of what functions found in them."""

    def __init__(self, report: Report, language: Language) -> None:
        self.report = report
        self.language = language
        self._found: dict[Callable[..., Any], Any] = {}

    def once(self, find: Callable[[Reading], T]) -> T:
        """``find(self)``, computed the first time. ``find`` must be a module's function and depend on nothing else."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]  # type: ignore[no-any-return]

    def forget(self) -> None:
        """Give back what was found, which holds this reading in turn."""
        self._found.clear()

    def words(self, text: str) -> tuple[str, ...]:
        """The words of ``text`` in this language."""
        return self.language.once(segmenter).words(text)
