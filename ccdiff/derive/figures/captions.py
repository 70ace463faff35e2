"""The subject of a figure as a reader is shown it: the first column of a table, made of words of the sentence.

Pairing has its own key (subject.py); what is written here is only read. Both languages give, for a figure, its possible
subjects, the best first; the first that no other figure of the report has is taken (``find.py``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import NEVER, either
from ccdiff.language import Language

Cut = Callable[[str], Sequence[str]]

CLAUSE = re.compile(r"[，。；：！？\n（()）]|,(?!\d)|(?<!\d),|;|[:.](?=\s|$)|[,:](?=[^\d\s])")
SENTENCE = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")
BRACKETED = re.compile(r"（[^（）\n]{0,120}）|\([^()\n]{0,120}\)")
TITLE = re.compile(r"《[^《》\n]{0,120}》|“[^“”\n]{0,80}”")
REACH = 400  # characters of a sentence on either side of a figure that its subject may come from
SHOWN = {True: 40, False: 60}  # characters of a Chinese subject, and of one in Latin letters
BRACKETS = ("《》", "“”", "（）", "()")


@dataclass(frozen=True, slots=True)
class Words:
    """The table ``figure_subjects``: every kind as a set; ``lead``, ``tail``, ``before``, ``leans`` also as patterns."""

    of: Mapping[str, frozenset[str]]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    toward: re.Pattern[str]
    counted: re.Pattern[str]
    object: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    ends: re.Pattern[str]
    leans: re.Pattern[str]
    basis: re.Pattern[str]
    phrasal: re.Pattern[str]
    article: re.Pattern[str]


def subject_words(language: Language) -> Words:
    """The table of ``language``. Use ``language.once(subject_words)``."""
    kinds: dict[str, list[str]] = {}
    for row in language.rows("figure_subjects"):
        kinds.setdefault(row[1], []).append(row[0])
    latin = bool(language.rows("number_words"))
    start, end = (r"(?i:{})(?![A-Za-z’'\-])[ \n]*", r"(?<![A-Za-z\-])(?i:{})$") if latin else (r"{}\s*", r"{}$")
    return Words(
        defaultdict(frozenset, {kind: frozenset(words) for kind, words in kinds.items()}),
        either(kinds.get("lead", ()), start),
        either(kinds.get("tail", ()), end),
        either(kinds.get("toward", ()), end),
        either(kinds.get("counted", ()), end),
        either(kinds.get("object", ()), start),
        either(kinds.get("after", ()), start),
        either(kinds.get("before", ()), start),
        either(kinds.get("ends", ()), end),
        either(kinds.get("leans", ()), start),
        _basis(kinds),
        either(kinds.get("phrasal", ()), end),
        either(kinds.get("article", ()), start),
    )


def _basis(kinds: Mapping[str, list[str]]) -> re.Pattern[str]:
    """A legal basis: "根据《公约》第四十六条第十三款", "根据第五次专家会议提出的建议，"."""
    if "basis" not in kinds:
        return NEVER
    begins, ends = either(kinds["basis"]).pattern, either(kinds["basis_end"]).pattern
    return re.compile(rf"{begins}[^，；。了]{{0,48}}{ends}，?\s*")


class Sentence:
    """A text with its figures, and where its clauses begin and end (no clause ends inside a title)."""

    def __init__(self, text: str, hits: Sequence[Hit]) -> None:
        self.text, self.hits = text, hits
        self._titles = [match.span() for match in TITLE.finditer(text)]
        self._brackets = [match.span() for match in BRACKETED.finditer(text)]

    def clause(self, at: int, end: int) -> tuple[int, int]:
        """Where the clause around ``text[at:end]`` begins and ends; a bracket that it does not stand in does not end it."""
        start = max(0, at - REACH)
        for match in CLAUSE.finditer(self.text, start, at):
            if not self._passed_over(match.start(), at):
                start = match.end()
        for match in CLAUSE.finditer(self.text, end, end + REACH):
            if not self._passed_over(match.start(), at):
                return start, match.start()
        return start, min(len(self.text), end + REACH)

    def _passed_over(self, place: int, at: int) -> bool:
        inside = any(start <= place < end and not start <= at < end for start, end in self._brackets)
        return inside or any(start < place < end for start, end in self._titles)

    def inside(self, start: int, end: int) -> list[Hit]:
        """The figures that begin in ``text[start:end]``."""
        return [hit for hit in self.hits if start <= hit.start < end]

    def without(self, start: int, end: int) -> str:
        """``text[start:end]`` without the numbers of its figures and what measures them; their nouns stay."""
        pieces, at = [], start
        for hit in self.inside(start, end):
            pieces.append(self.text[at : hit.start])
            at = hit.unit_end if hit.kind == "counter" else max(hit.unit_end, hit.end)
        return "".join([*pieces, self.text[at:end]])


def strip_start(text: str, pattern: re.Pattern[str], keep: int = 0) -> str:
    """``text`` without the words of ``pattern`` at its beginning, however many."""
    while (match := pattern.match(text)) and match.end() and len(text) - match.end() >= keep:
        text = text[match.end() :]
    return text


def strip_end(text: str, pattern: re.Pattern[str]) -> str:
    """``text`` without the words of ``pattern`` at its end, however many."""
    text = text.rstrip()
    while (match := pattern.search(text, max(0, len(text) - 40))) and match.start() < len(text):
        text = text[: match.start()].rstrip()
    return text


def balanced(text: str) -> bool:
    """Whether every bracket and quotation mark in ``text`` has its partner."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in BRACKETS)


def one_line(text: str) -> str:
    """``text`` without what stands in brackets, with single spaces, none between Chinese characters."""
    text = " ".join(BRACKETED.sub("", text).split())
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", text)


def distinct(found: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """For each figure (its unit, its subjects) the first subject that no figure of that unit before it has, else its first."""
    taken: set[tuple[str, str]] = set()
    for unit, subjects in found:
        free = [subject for subject in subjects if subject and (unit, subject) not in taken]
        chosen = free[0] if free else next(iter(subjects), "")
        taken.add((unit, chosen))
        yield chosen
