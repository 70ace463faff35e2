"""The subject of a figure as a reader is shown it: the first column of a table, made of words of the sentence.

Pairing has its own key (subject.py); what is written here is mostly read alone, and made where it is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ccdiff.derive.figures.grammar import Grammar
from ccdiff.derive.figures.lexicon import NEVER, either
from ccdiff.derive.figures.statement import Hit
from ccdiff.language import Language
from ccdiff.model.record import record

Cut = Callable[[str], Sequence[str]]

CLAUSE = re.compile(r"[，。；：！？\n（()）]|,(?!\d)|(?<!\d),|;|[:.](?=\s|$)|[,:](?=[^\d\s])")
SENTENCE = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")
BRACKETED = re.compile(r"（[^（）\n]{0,120}）|\([^()\n]{0,120}\)")
TITLE = re.compile(r"《[^《》\n]{0,120}》|“[^“”\n]{0,80}”")
SPACED = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
WITHIN = re.compile(r"[A-Za-z’'\-]")
LONGEST = 48  # characters of the longest entry that is looked for at an end
EDGE = 4  # characters before a figure in which the end of a clause is looked for once more
REACH = 400  # characters of a sentence on either side of a figure that its subject may come from
SHOWN = {True: 40, False: 60}  # characters of a Chinese subject, and of one in Latin letters
BRACKETS = ("《》", "“”", "（）", "()")


class Ends:
    """Words that may be taken from the beginning or the end of a text, the longest first; Latin ones whole, in any case."""

    def __init__(self, words: Iterable[str], latin: bool) -> None:
        self.latin = latin
        self._words = tuple(sorted(set(words), key=lambda word: (-len(word), word)))

    def at_start(self, text: str) -> int:
        """How many characters such a word takes at the beginning of ``text``; 0 for none."""
        folded = text[:LONGEST].lower() if self.latin else text
        if not folded.startswith(self._words):
            return 0
        whole = (word for word in self._words if folded.startswith(word))
        return next((len(word) for word in whole if not (self.latin and WITHIN.match(folded, len(word)))), 0)

    def at_end(self, text: str) -> int:
        """How many characters such a word takes at the end of ``text``; 0 for none."""
        folded = text[-LONGEST:].lower() if self.latin else text
        if not folded.endswith(self._words):
            return 0
        whole = (word for word in self._words if folded.endswith(word))
        return next((len(word) for word in whole if not (self.latin and self._joined(folded, word))), 0)

    def _joined(self, text: str, word: str) -> bool:
        before = text[-len(word) - 1 : -len(word)]
        return word[0].isalpha() and bool(before) and bool(WITHIN.match(before))


@record
class Words:
    """The table ``figure_subjects``: every kind as a set, and as words to be taken from the ends of a text; the ``grammar``."""

    of: Mapping[str, frozenset[str]]
    ends: Mapping[str, Ends]
    basis: re.Pattern[str]
    latin: bool
    grammar: Grammar

    def says(self, text: str) -> int:
        """How many characters a verb of saying takes at the end of ``text``; 报告 is one only where it says what its subject does."""
        return self.ends["says"].at_end(text) or (len(text) if text.strip() in self.of["says alone"] else 0)


def subject_words(language: Language) -> Words:
    """The table of ``language``. Use ``language.once(subject_words)``."""
    kinds: dict[str, list[str]] = {}
    for row in language.rows("figure_subjects"):
        kinds.setdefault(row[1], []).append(row[0])
    latin = bool(language.rows("number_words"))
    of = defaultdict(frozenset, {kind: frozenset(words) for kind, words in kinds.items()})
    ends = defaultdict(lambda: Ends((), latin), {kind: Ends(words, latin) for kind, words in kinds.items()})
    return Words(of, ends, _basis(kinds), latin, language.once(Grammar))


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
        self._starts = [hit.start for hit in hits]
        self._marks = [match.start() for match in CLAUSE.finditer(text)]
        self._titles = [match.span() for match in TITLE.finditer(text)]
        self._brackets = [match.span() for match in BRACKETED.finditer(text)]

    def clause(self, at: int, end: int) -> tuple[int, int]:
        """Where the clause around ``text[at:end]`` begins and ends; a bracket that it does not stand in does not end it."""
        first, edge = max(0, at - REACH), at - EDGE
        start = first
        for place in reversed(self._marks[bisect_left(self._marks, first) : bisect_left(self._marks, edge)]):
            if not self._passed_over(place, at):
                start = place + 1
                break
        for match in CLAUSE.finditer(self.text, max(start, edge), at):  # right before it, as if nothing followed
            if not self._passed_over(match.start(), at):
                start = match.end()
        stop = end + REACH
        for place in self._marks[bisect_left(self._marks, end) : bisect_left(self._marks, stop)]:
            if not self._passed_over(place, at):
                return start, place
        return start, min(len(self.text), stop)

    def _passed_over(self, place: int, at: int) -> bool:
        bracket, title = _around(self._brackets, place), _around(self._titles, place)
        aside = bracket is not None and not bracket[0] <= at < bracket[1]
        return aside or (title is not None and title[0] < place)

    def after(self, place: int) -> Hit | None:
        """The figure after the one at ``place``, without those in a bracket right behind it: "86 parties (45 per cent) had reported"."""
        bracket = BRACKETED.match(self.text, self.hits[place].last + self.text.startswith(" ", self.hits[place].last))
        beyond = bracket.end() if bracket else 0
        later = (self.hits[at] for at in range(place + 1, len(self.hits)))
        return next((hit for hit in later if hit.start >= beyond), None)

    def inside(self, start: int, end: int) -> Sequence[Hit]:
        """The figures that begin in ``text[start:end]``."""
        return self.hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def without(self, start: int, end: int) -> str:
        """``text[start:end]`` without the numbers of its figures and what measures them; their nouns stay."""
        pieces, at = [], start
        for hit in self.inside(start, end):
            pieces.append(self.text[at : hit.start])
            at = hit.unit_end if hit.kind == "counter" else max(hit.unit_end, hit.end)
        return "".join([*pieces, self.text[at:end]])


def _around(spans: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    """The one of ``spans`` (in order, none inside another) that holds ``place``."""
    at = bisect_right(spans, (place, len(spans) and spans[-1][1]))
    return spans[at - 1] if at and spans[at - 1][1] > place else None


def strip_start(text: str, words: Ends) -> str:
    """``text`` without the words at its beginning, however many."""
    while taken := words.at_start(text):
        text = text[taken:].lstrip()
    return text


def strip_end(text: str, words: Ends) -> str:
    """``text`` without the words at its end, however many."""
    text = text.rstrip()
    while taken := words.at_end(text):
        text = text[:-taken].rstrip()
    return text


def balanced(text: str) -> bool:
    """Whether every bracket and quotation mark in ``text`` has its partner."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in BRACKETS)


def one_line(text: str) -> str:
    """``text`` without what stands in brackets, with single spaces, none between Chinese characters."""
    text = " ".join((BRACKETED.sub("", text) if "(" in text or "（" in text else text).split())
    return SPACED.sub("", text) if " " in text else text
