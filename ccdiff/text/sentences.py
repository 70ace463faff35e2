"""Sentences and clauses of a text, with their places. They cover the text: joined, they give it back to the letter."""

from __future__ import annotations

import re
from typing import NamedTuple

from ccdiff.text.memory import Remembered

# A sentence ends after 。！？； (and closing quotes), after an English full stop before a capital, or at a line feed.
# No sentence ends after a short form ("para. 3", "No. 5", "Mr. Smith").
SHORT_FORMS = ("para", "paras", "No", "Nos", "art", "arts", "chap", "sect", "vol", "vols", "fig", "figs", "cf", "pp", "Mr", "Ms", "Mrs", "Dr", "St", "Lt", "Gen", "Prof", "Capt", "Col", "Sgt", "Jr", "Sr", "Mt", "Ft", "Pt", "vs", "e.g", "i.e", "approx", "Corr", "Add", "Rev")  # fmt: skip
NOT_SHORT = "".join(rf"(?<!\b{re.escape(form)}.)" for form in SHORT_FORMS)
# Both begin with the characters that may end something: Python then skips all others at once.
SENTENCE_END = re.compile(
    r"[。！？；.!?;\n](?:(?<=[。！？；])[。！？；]*[”’」』）)]*|(?<=\n)\n*"
    r"|(?<=[a-z0-9)\]”\"][.!?;])" + NOT_SHORT + r"[.!?;]*[”\")\]]*(?=\s+[“\"(]?[A-Z0-9]))"
)
CLAUSE_END = re.compile(
    r"[。！？；，：、.!?,;:\n](?:(?<=[。！？；，：、])[。！？；，：、]*[”’」』）)]*|(?<=\n)\n*"
    r"|(?<=[,;:])(?=[\s㐀-鿿《“])|(?<=[a-z0-9)][.!?])(?=\s|$))"
)


class Span(NamedTuple):
    """A piece of a text: ``text[start:end]``."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order; together they are the whole of it."""
    return SENTENCES[text]


def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of ``text`` (also split at commas and enumeration commas) in order; together the whole of it."""
    return CLAUSES[text]


def _split(text: str, end: re.Pattern[str]) -> tuple[Span, ...]:
    cuts = [0, *(match.end() for match in end.finditer(text)), len(text)]
    return tuple(Span(text[a:b], a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a)


SENTENCES: Remembered[tuple[Span, ...]] = Remembered(lambda text: _split(text, SENTENCE_END))
CLAUSES: Remembered[tuple[Span, ...]] = Remembered(lambda text: _split(text, CLAUSE_END))
