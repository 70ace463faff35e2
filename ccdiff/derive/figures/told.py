"""How alike two figures are told: by the words, the senses and the letters of their clauses, their sentences and their paragraphs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from operator import add

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import subject
from ccdiff.derive.figures.lookalikes import Lookalikes
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.tools import keyed_words, paragraph_features, state_names, texts_by_place
from ccdiff.model.record import record
from ccdiff.reading import Reading, beginnings, senses
from ccdiff.text.finder import Finder

UNIT = 1024  # the weight of a term that stands in one of e paragraphs; whole numbers, so that no order of a set shows
LEAST = UNIT // 10
WHOLE, SENSE, LETTER = 10, 8, 6  # what a word counts: met as it is, in one sense, by all its letters
STEM = 7  # letters of a Latin word that count: "recognized", "recognition"
HAN = "\u3400"

RUNS = re.compile(r"[\u3400-\u9fff]{2,}")

Terms = frozenset[str]


@record
class Rings:
    """What is said around a figure, in its clause and in its sentence: the words (``near``, ``far``) and the terms; what stands with
    the number, its ``label``; the ``states``."""

    near: Terms
    far: Terms
    clause: Terms
    sentence: Terms
    label: Terms
    states: frozenset[str]


@record
class Likeness:
    """``clause``, ``sentence`` and ``paragraph``: 0 to 1; ``gone``, ``come``: the share of the old and of the new clause that the other
    report has words for and does not say there; ``shared``: the weight of what the sentences share, a word told once in one report only being about 1; ``label``: how alike what stands with the two numbers."""

    clause: float
    sentence: float
    paragraph: float
    gone: float
    come: float
    shared: float
    label: float


def _cut(word: str) -> str:
    return word if word >= HAN else stem(word)[:STEM]


def _terms(words: Iterable[str], text: str) -> Terms:
    """The terms of a text and its words: pairs of neighbouring Han characters, stems of Latin words."""
    found = {_cut(word) for word in words if word < HAN}
    for run in RUNS.findall(text):
        found.update(map(add, run, run[1:]))
    return frozenset(found)


def paragraph_terms(reading: Reading) -> dict[str, Terms]:
    """The terms of each paragraph, item and footnote. Use ``reading.once``."""
    said = reading.once(keyed_words)
    return {locator: _terms(said[text].distinct, text) for locator, text in reading.once(texts_by_place).items()}


def term_counts(reading: Reading) -> dict[str, int]:
    """In how many paragraphs of a report each term and each word stands. Use ``reading.once``."""
    found = Counter(chain.from_iterable(reading.once(paragraph_terms).values()))
    return {**reading.once(paragraph_features)[0], **found}


class Side:
    """One of the two reports."""

    def __init__(self, reading: Reading, find: Finder[str]) -> None:
        self.terms, self.counts = reading.once(paragraph_terms), reading.once(term_counts)
        self.texts = reading.once(texts_by_place)
        self._parents = {place.id: place.parent for place in reading.report.paragraphs if place.parent}
        self._find = find
        self._rings: dict[int, Rings] = {}

    def whole(self, locator: str) -> Terms:
        """The terms of a paragraph; of an item with those of the words its list opens with."""
        return self.terms[locator] | self.terms.get(self._parents.get(locator, ""), frozenset())

    def rings(self, statement: Statement, at: int) -> Rings:
        """What is said around the figure ``statement``, the one at ``at`` of its report."""
        if at not in self._rings:
            mention = statement.mention
            text = self.texts[mention.paragraph]
            start, _ = subject.bounds(text, subject.at(mention.start), subject.FAR)
            _, end = subject.bounds(text, subject.at(mention.end), subject.FAR)
            self._rings[at] = Rings(
                frozenset(map(_cut, statement.near)),
                frozenset(map(_cut, statement.far)),
                frozenset((*(pair for pair in statement.letters if pair >= HAN), *_terms(statement.near, ""))),
                _terms(statement.far, f"{text[start : mention.start]},{text[mention.end : end]}"),
                frozenset(map(_cut, statement.label)),
                self._states(text[start:end]) or self._states(text),
            )
        return self._rings[at]

    def _states(self, text: str) -> frozenset[str]:
        return frozenset(code for _, _, code in self._find.find(text))


class Weights(dict[str, int]):
    """The weights of terms, each computed when it is first asked for."""

    def __init__(self, one: dict[str, int], two: dict[str, int], size: int) -> None:
        super().__init__()
        self._counts, self._size = (one, two), size
        self._by_count: dict[int, int] = {}

    def __missing__(self, term: str) -> int:
        count = self._counts[0].get(term, 0) + self._counts[1].get(term, 0)
        found = self._by_count.get(count)
        if found is None:
            found = self._by_count[count] = max(round(UNIT * math.log(self._size / (count + 0.5))), LEAST)
        self[term] = found
        return found


class Masses(dict[frozenset[str], int]):
    """What sets of terms weigh, each reckoned when it is first asked for."""

    def __init__(self, mass: Callable[[frozenset[str]], int]) -> None:
        super().__init__()
        self._mass = mass

    def __missing__(self, terms: frozenset[str]) -> int:
        found = self[terms] = self._mass(terms)
        return found


class Scale:
    """How much two statements have in common, by the weight of the words they share."""

    def __init__(self, pair: Pair) -> None:
        old, new = pair.old.once(paragraph_features), pair.new.once(paragraph_features)
        self.weights = Weights(old[0], new[0], old[1] + new[1] + 1)
        self.lookalikes = Lookalikes(pair)
        self._masses = Masses(self.mass)

    def mass(self, features: Iterable[str]) -> int:
        """The rarer features in the two reports are, the more they say."""
        return sum(map(self.weights.__getitem__, features))

    def overlap(self, one: frozenset[str], two: frozenset[str]) -> float:
        """0 to 1: the shared weight for each weight of the two, the poorer text counting more (a list item says less)."""
        return _share(self.mass(one & two), self._masses[one], self._masses[two]) if one and two else 0.0

    def close(self, one: Statement, two: Statement) -> float:
        """How alike two clauses are: by their words, and by their letters where words are cut or translated otherwise."""
        letters = _share(len(one.letters & two.letters), len(one.letters), len(two.letters))
        return 0.6 * self.overlap(one.near, two.near) + 0.4 * letters


class Weigher:
    """How alike figures of two reports are told."""

    def __init__(self, pair: Pair, lookalikes: Lookalikes) -> None:
        language = pair.old.language
        find = Finder(language.once(state_names), language.once(beginnings))
        self.sides = Side(pair.old, find), Side(pair.new, find)
        self._in = language.once(senses)
        self._senses: dict[str, frozenset[str]] = {}
        self.lookalikes = lookalikes
        self._size = sum(len(side.terms) for side in self.sides) + 1
        self._weights = Weights(self.sides[0].counts, self.sides[1].counts, self._size)
        self._masses = Masses(self.mass)
        self._wide: dict[Terms, frozenset[str]] = {}
        self._alike: dict[tuple[str, str], float] = {}
        self._wholes: dict[tuple[str, int], tuple[Terms, int]] = {}

    def weight(self, term: str) -> int:
        """The rarer, the more."""
        return self._weights[term]

    def mass(self, found: Iterable[str]) -> int:
        """The weight of all of ``found``."""
        return sum(map(self._weights.__getitem__, found))

    def likeness(self, old: Statement, new: Statement, at: tuple[int, int]) -> Likeness | None:
        """How alike two figures are told; ``None`` where each names other States, or but one noun is another, and means another thing."""
        one, two = self.sides[0].rings(old, at[0]), self.sides[1].rings(new, at[1])
        if one.states and two.states and one.states.isdisjoint(two.states):
            return None
        if self.lookalikes(old, new):
            return None
        clause = 0.6 * self._overlap(one.near, two.near)[0] + 0.4 * self._overlap(one.clause, two.clause)[0]
        sentence, shared = self._overlap(one.far, two.far)
        cross = max(self._overlap(one.near, two.far)[0], self._overlap(one.far, two.near)[0])
        return Likeness(
            0.7 * clause + 0.3 * cross,
            sentence,
            self.paragraphs(old, new),
            self._unsaid(one.clause, two.sentence, self.sides[1]),
            self._unsaid(two.clause, one.sentence, self.sides[0]),
            shared / self.weight(""),
            self._overlap(one.label, two.label)[0],
        )

    def senses(self, word: str) -> frozenset[str]:
        """The senses of a word, or of the words in a noun phrase."""
        found = self._senses.get(word)
        if found is None:
            found = self._senses[word] = self._in(word.lower())
        return found

    def _met(self, term: str, there: Terms, wide: frozenset[str]) -> int:
        """How far the terms ``there`` say what ``term`` says, of 10."""
        if term in there:
            return WHOLE
        if not wide.isdisjoint(self.senses(term)):
            return SENSE
        return LETTER * sum([letter in wide for letter in term]) // len(term) if term >= HAN else 0

    def _widened(self, found: Terms) -> frozenset[str]:
        if found not in self._wide:
            sense = chain.from_iterable(map(self.senses, found))
            self._wide[found] = frozenset((*sense, *chain.from_iterable(term for term in found if term >= HAN)))
        return self._wide[found]

    def _overlap(self, one: Terms, two: Terms) -> tuple[float, float]:
        """0 to 1, and the weight that is shared."""
        if not one or not two:
            return 0.0, 0.0
        here, there, weights = self._widened(one), self._widened(two), self._weights
        shared = min(
            sum([weights[term] * self._met(term, two, there) for term in one]),
            sum([weights[term] * self._met(term, one, here) for term in two]),
        )
        return _share(shared / WHOLE, self._masses[one], self._masses[two]), shared / WHOLE

    def _unsaid(self, one: Terms, two: Terms, other: Side) -> float:
        """The share of ``one`` that ``two`` does not say, though the report it is of has these words."""
        wide, mass = self._widened(two), self._masses[one]
        unsaid = [
            term for term in one if term in other.counts and term not in two and self._met(term, two, wide) < SENSE
        ]
        return self.mass(unsaid) / mass if mass else 0.0

    def paragraphs(self, old: Statement, new: Statement) -> float:
        """How alike the paragraphs of two figures are."""
        one, two = old.mention.paragraph, new.mention.paragraph
        if (one, two) not in self._alike:
            (here, mass), (there, other) = self._whole(one, 0), self._whole(two, 1)
            self._alike[one, two] = _share(self.mass(here & there), mass, other)
        return self._alike[one, two]

    def _whole(self, locator: str, side: int) -> tuple[Terms, int]:
        """The terms of a paragraph, and what they weigh."""
        if (locator, side) not in self._wholes:
            found = self.sides[side].whole(locator)
            self._wholes[locator, side] = found, self.mass(found)
        return self._wholes[locator, side]


def _share(shared: float, one: int, two: int) -> float:
    return min(1.0, shared / (0.65 * min(one, two) + 0.35 * max(one, two))) if one and two else 0.0
