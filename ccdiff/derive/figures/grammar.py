"""Patterns of the small words by which names of figures are made out, from the table ``figure_grammar``.

Each is made when it is first asked for; in a language whose table has no such words it never matches.
"""

from __future__ import annotations

import re

from ccdiff.derive.figures.lexicon import NEVER
from ccdiff.language import Language

DAY = r"(?:(?:the )?(?:(?:<whole>) )?(?:(?:<whole link>) )?(?:\d{1,2} )?(?:(?:<month>)(?: \d{4})?|\d{4}(?:/\d{2,4})?))"
# By name: the kind of words without which it never matches, and the pattern; <a, b> is any word of these kinds, <^a> as it begins a sentence.
PATTERNS = {
    # what a name is
    "finite": ("be", r" (?:<have, be, modal, do>)\b"),  # an auxiliary, which makes a sentence of a name
    "been": ("be", r" (?:(?:<have>)(?: [a-z]+ly| (?:<beside>))* been|<be>)(?: (?:<beside been>))* "),
    "relative": ("relative", r"\b(?:<relative, relative object>)\b"),  # in its clause an auxiliary does no harm
    "pronoun": ("pronoun", r"(?:<^pronoun>) "),
    "unnamed": ("unnamed", r"(?:<unnamed>)$"),  # the ending of a word that names nothing
    "soon_that": ("conjunction", r"^(?: (?!(?:<article>)\b)[A-Za-z]+){0,3}? (?:<conjunction>) "),  # " the Group that "
    "and_that": ("joining", r"\b(?:<joining>) that "),  # sets a second thing said beside a first
    "year": ("year", r"(?:<before year>)?\s*(?:19|20)\d\d\s*(?:<year>)(?:<after year>)?"),
    # what does not belong to a name
    "dated": ("dated", rf"[ ,]+(?:<dated>) {DAY}$| (?:<undated>)$"),
    "passing": ("placed", rf" (?:<placed>) {DAY}(?= )"),
    "started": ("opening", r"^(?:<^opening>) (?:the )?[^,]{0,40}?\d{1,4}(?: [A-Z][a-z]+)?(?: \d{4})?,? "),
    "infinitive": ("dated", r"\bto (?=[a-z]+ )"),  # what was wished: "to | renew the mandate"
    "of": ("owned", r" ?of (?:(?:<owned>) )?"),
    "next_verb": ("after", r"[ ,]+(?:<joining>) (?=[a-z]+(?:ed|ing)\b)|^ ?(?:<after, joining>) .*|, .*$"),
    "said_that": ("said", r"\b(?:<said>)[a-z]* that "),
    "told": ("led", r"\bthat(?: (?:<led>))?\s*$"),  # right before the number
    "clause": ("relative", r" (?:<relative>) .*$"),
    "opened": ("joining", r"^(?:<joining, after>) "),  # only joins a clause to the one before
}
SLOT = re.compile(r"<(\^?)([a-z, ]+)>")


class Grammar:
    """The words of one language. Use ``language.once(Grammar)``."""

    def __init__(self, language: Language) -> None:
        self._words: dict[str, list[str]] = {}
        for word, kind in language.rows("figure_grammar"):
            self._words.setdefault(kind, []).append(word.removeprefix("-"))
        if "dated" in self._words:
            self._words["month"] = [row[1] for row in language.rows("months")]
        self._made: dict[str, re.Pattern[str]] = {}
        self._of: dict[tuple[str, ...], frozenset[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern ``name``."""
        if name not in self._made:
            kind, source = PATTERNS[name]
            self._made[name] = re.compile(SLOT.sub(self._any, source)) if kind in self._words else NEVER
        return self._made[name]

    def _any(self, slot: re.Match[str]) -> str:
        """Any word of the kinds in a slot, the longest first."""
        found = [word for kind in slot[2].split(", ") for word in self._words.get(kind, ())]
        if slot[1]:
            found = [word[0].upper() + word[1:] for word in found]
        return "|".join(map(re.escape, sorted(dict.fromkeys(found), key=lambda word: (-len(word), word))))

    def of(self, *kinds: str) -> frozenset[str]:
        """The words of these kinds."""
        if kinds not in self._of:
            self._of[kinds] = frozenset(word for kind in kinds for word in self._words.get(kind, ()))
        return self._of[kinds]
