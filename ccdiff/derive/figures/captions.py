"""The words that begin and end what figures are said of (table ``figure_subjects``), and how they are taken from a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ccdiff.derive.figures.lexicon import NEVER, either
from ccdiff.language import Language
from ccdiff.model.record import record

Cut = Callable[[str], Sequence[str]]

BRACKETED = re.compile(r"（[^（）\n]{0,120}）|\([^()\n]{0,120}\)")
WITHIN = re.compile(r"[A-Za-z’'\-]")
LONGEST = 48  # characters of the longest entry that is looked for at an end
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
    """The table ``figure_subjects``: every kind as a set, and as words to be taken from the ends of a text."""

    of: Mapping[str, frozenset[str]]
    ends: Mapping[str, Ends]
    basis: re.Pattern[str]
    latin: bool

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
    return Words(of, ends, _basis(kinds), latin)


def _basis(kinds: Mapping[str, list[str]]) -> re.Pattern[str]:
    """A legal basis: "根据《公约》第四十六条第十三款", "根据第五次专家会议提出的建议，"."""
    if "basis" not in kinds:
        return NEVER
    begins, ends = either(kinds["basis"]).pattern, either(kinds["basis_end"]).pattern
    return re.compile(rf"{begins}[^，；。了]{{0,48}}{ends}，?\s*")


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
