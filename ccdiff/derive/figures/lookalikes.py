"""Figures whose sentences are the same but for one noun, which makes another thing of what they count.

"1,240 samples of milk" and "1,410 samples of honey": who tells one thing in other words changes more of a sentence than one noun.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import itemgetter
from os.path import commonprefix

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import subject
from ccdiff.derive.figures.grammar import Grammar
from ccdiff.derive.figures.kinship import SHARES, SOFT
from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.tools import texts_by_place, word_keys
from ccdiff.language import Language, plain
from ccdiff.model.changes import FigureMention
from ccdiff.model.named import NamedTuple
from ccdiff.reading import senses, thesaurus
from ccdiff.text.numerals import HAN_NUMERAL

STEM = 5  # letters by which two words of one stem begin: lender, lending
NAMED = 3  # characters of the longer of two Chinese words that may share the last and mean two things: 引航员, 潜水员
HAN = "\u3400"
TOKEN = re.compile(r"[A-Za-z][A-Za-z'’\-]*|\d[\d,. ]*")
INFINITIVE = "to "  # with which the gloss of a verb begins
TURNS = ("up", "down", "higher", "lower", "up_after", "down_after")  # cues of what rose or fell
COUNTED = re.compile(rf"[{HAN_NUMERAL}]+.?")  # 九个, 十七名
DIGIT = re.compile(r"\d")
LONGEST = 2  # words of what stands in the place of the other
MOST = LONGEST + 1  # words of the clause that the other clause does not have; a cut may fall otherwise
COMMON = 2  # words, with the number, that the two sentences have before and after it


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


class Word(NamedTuple):
    """A word of a sentence as it is compared and as it stands there, and whether another may make another thing of it."""

    key: str
    text: str
    noun: bool


NUMBER = Word("#", "#", False)  # stands for every number
Sentence = tuple[Word, ...]
Span = tuple[int, int]
Placed = list[tuple[str, int]]
PLACE = itemgetter(1)


@plain
def _passing(language: Language) -> frozenset[str]:
    """What says nothing of what is counted: places, measures, currencies, qualifiers, what passes with time."""
    first = (row[0] for table in ("quantity_units", "qualifiers", "figure_subjects") for row in language.rows(table))
    named = (word for table in ("cities", "months") for row in language.rows(table) for word in row)
    turns = (row[1].split() for row in language.rows("figure_cues") if row[0] in TURNS)
    stops = (word for word, kind, *_ in language.rows("noun_stops") if kind == "passing")
    money = (row[1:] for row in language.rows("figure_cues") if row[0] == "currency")
    said = {word.lower() for words in (first, named, *turns, stops, *money) for word in words}
    return frozenset({*said, *map(subject.stem, said)})


@plain
def _verbs(language: Language) -> frozenset[str]:
    """The words that are verbs only: those that a dictionary tells by its glosses ("to hire"), and those of the tables."""
    told, named = set[str](), set[str]()
    for gloss, *words in language.read("thesaurus"):
        (told if gloss.startswith(INFINITIVE) else named).update(words)
    listed = (word.lower() for table in ("actions", "verbs") for row in language.rows(table) for word in row[1:])
    return frozenset(told.union(listed) - named)


@plain
def _directive(language: Language) -> frozenset[str]:
    """The verbs of recommendations, as words are compared."""
    return frozenset(subject.stem(word) for row in language.rows("verbs") for word in row[1:])


@plain
def _small(language: Language) -> frozenset[str]:
    """Characters that say nothing alone: particles, numerals, measures."""
    small = (word for word, *_ in language.rows("noun_stops") if len(word) == 1)
    return frozenset((*small, *HAN_NUMERAL, *(row[0] for row in language.rows("quantity_units"))))


class Lookalikes:
    """Tells of two figures of a pair whether only one noun of their sentences is another, and means another thing."""

    def __init__(self, pair: Pair) -> None:
        language = pair.old.language
        self._sides, self._language = (pair.old, pair.new), language
        self._texts = tuple(reading.once(texts_by_place) for reading in self._sides)
        self._passing, self._keys = language.once(_passing), language.once(word_keys)
        self._numbers = language.once(lexicon).number_words
        self._opens = language.once(Grammar).of("preposition", "article", "owned")
        self._directive, self._small = language.once(_directive), language.once(_small)
        self._words: dict[str, Placed] = {}
        self._found: dict[tuple[int, str, int], Sentence] = {}

    def __call__(self, old: Statement, new: Statement) -> bool:
        """Whether the two sentences are those of two things."""
        if len(old.near - new.near) > MOST or len(new.near - old.near) > MOST:
            return False
        here, there = self._sentence(old, 0), self._sentence(new, 1)
        keys = [word.key for word in here], [word.key for word in there]
        first = len(commonprefix(keys))
        last = len(commonprefix([found[first:][::-1] for found in keys]))
        one, two = here[first : len(here) - last], there[first : len(there) - last]
        if not (0 < len(one) <= LONGEST and 0 < len(two) <= LONGEST) or first + last < COMMON:
            return False
        if not all(word.noun for word in (*one, *two)):
            return False
        same = self._language.once(Synonyms).same
        if any(same(word.text, other.text) for word in one for other in two) or same(_joined(one), _joined(two)):
            return False
        return bool(self._numbers) or self._acts(one) == self._acts(two)

    def _acts(self, words: Sentence) -> bool:
        """Whether Chinese words are verbs: 学员 and 招收 are no two things that are counted."""
        return not self._language.once(_verbs).isdisjoint(word.key for word in words)

    def _sentence(self, statement: Statement, side: int) -> Sentence:
        mention = statement.mention
        key = side, mention.paragraph, mention.start
        if key not in self._found:
            text = self._texts[side][mention.paragraph]
            start, end = _bounds(text, mention, subject.FAR)
            own = self._own(text, mention, start, end)
            if self._numbers:
                found = self._latin(text, (start, end), own)
            else:
                number = mention.start, mention.end if statement.family in SHARES else mention.start  # 半数 is a number
                found = self._chinese(self._placed(text, side), (start, end), own, number)
            self._found[key] = tuple(found)
        return self._found[key]

    def _placed(self, text: str, side: int) -> Placed:
        """The words of a text, and where each begins."""
        if text not in self._words:
            words = self._sides[side].words(text)
            self._words[text] = list(zip(words, accumulate(map(len, words), initial=0), strict=False))
        return self._words[text]

    def _own(self, text: str, mention: FigureMention, start: int, end: int) -> Span:
        """What of the sentence is said of this figure: all of it, or where it has other numbers its clause."""
        others = DIGIT.search(text, start, mention.start) or DIGIT.search(text, mention.end, end)
        return _bounds(text, mention, subject.NEAR) if others else (start, end)

    def _latin(self, text: str, sentence: Span, own: Span) -> Iterator[Word]:
        """The words of a sentence; a noun stands at its beginning, or after a number, a preposition or an article."""
        opens, first, counted = True, True, False
        for token in TOKEN.finditer(text, *sentence):
            word = token.group()
            if word[0].isdigit() or word.lower().partition("-")[0] in self._numbers:
                if not counted:
                    yield NUMBER
                opens = counted = True
            elif key := self._keys[word]:
                named = word.isupper() or (word[0].isupper() and not first)
                verb = word.endswith("ed") or (first and key in self._directive)
                noun = opens and not (named or verb) and own[0] <= token.start() < own[1]
                yield Word(key, word, noun and key not in self._passing)
                counted = False
            else:
                opens, counted = word.lower() in self._opens, False
            first = False

    def _chinese(self, words: Placed, sentence: Span, own: Span, number: Span) -> Iterator[Word]:
        """The words of a sentence around its ``number``; a lone character counts that is no particle, no number and no measure."""
        told = False
        first, last = (bisect_left(words, place, key=PLACE) for place in sentence)
        for word, at in words[first:last]:
            if at >= number[0] and not told:
                told = True
                yield NUMBER
            if number[0] <= at < number[1]:
                continue
            told_of = self._keys[word] or (word >= HAN and word not in self._small)
            if told_of and not COUNTED.fullmatch(word):
                yield Word(word, word, own[0] <= at < own[1] and word not in self._passing)
        if not told:
            yield NUMBER


def _joined(words: Sentence) -> str:
    return ("" if words[0].text >= HAN else " ").join(word.text for word in words)


def _bounds(text: str, mention: FigureMention, mark: re.Pattern[str]) -> Span:
    """The piece of a text around a figure, cut at ``mark``."""
    first, last = subject.at(mention.start), subject.at(mention.end)
    return subject.bounds(text, first, mark)[0], subject.bounds(text, last, mark)[1]
