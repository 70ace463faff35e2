"""Whether two words that stand for each other may mean one thing: by the tables of a language, by its dictionary, by their letters."""

from __future__ import annotations

from os.path import commonprefix

from ccdiff.derive.figures.kinship import SOFT
from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.subject import stem
from ccdiff.language import Language
from ccdiff.reading import senses, thesaurus

STEM = 5  # letters by which two words of one stem begin: lender, lending
NAMED = 3  # characters of the longer of two Chinese words that may share the last and mean two things: 引航员, 潜水员
HAN = "\u3400"


class Synonyms:
    """The words of one language. Use ``language.once(Synonyms)``."""

    def __init__(self, language: Language) -> None:
        self._language, self._senses = language, language.once(senses)
        self._families = language.once(lexicon).families
        self._known: dict[tuple[str, str], bool] = {}

    def same(self, one: str, two: str) -> bool:
        """Whether the two words, as they stand in texts, may mean one thing."""
        words = one.lower(), two.lower()
        if words not in self._known:
            self._known[words] = self.listed(*words) or self._spelled(*words)
        return self._known[words]

    def listed(self, one: str, two: str) -> bool:
        """The same by the tables and the dictionary alone, of words in lower case: 头盔 and 安全帽, lorries and trucks."""
        if one == two or not self._sensed(one).isdisjoint(self._sensed(two)):
            return True
        family = self._families.get(stem(one), "")
        if family not in ("", *SOFT) and family == self._families.get(stem(two), ""):
            return True
        return self._language.once(thesaurus).same(one, two)  # a large table, asked last

    def _sensed(self, word: str) -> frozenset[str]:
        return self._senses(word) | self._senses(stem(word))

    def _spelled(self, one: str, two: str) -> bool:
        """By their letters: lender and lending, 雇员 and 雇工."""
        if one[:1] < HAN:
            return len(commonprefix((one, two))) >= STEM
        shared = set(one) & set(two)
        of_one_kind = one[-1:] == two[-1:] and len(shared) == 1 and max(len(one), len(two)) >= NAMED
        return bool(shared) and not of_one_kind
