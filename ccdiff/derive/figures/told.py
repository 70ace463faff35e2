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
WHOLE, SENSE, LETTER = (
    10,
    8,
    3,
)  # what a word counts: met as it is, in one sense, by some of its letters and by all, too
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
    """``clause`` and ``sentence``: 0 to 1; ``gone``, ``come``: the share of the old and of the new clause that the other report has
    words for and does not say there; ``label``: how alike what stands with the two numbers; ``elsewhere``: each names other States."""

    clause: float
    sentence: float
    gone: float
    come: float
    label: float
    elsewhere: bool


def _cut(words: Iterable[str]) -> Terms:
    """Words as they are held against each other: Latin ones by the beginnings of their stems."""
    return frozenset([word if word >= HAN else stem(word)[:STEM] for word in words])


def _terms(words: Iterable[str], text: str) -> Terms:
    """The terms of a text and its words: pairs of neighbouring Han characters, stems of Latin words."""
    found = set(_cut([word for word in words if word < HAN]))
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
        self._find = find
        self._rings: dict[int, Rings] = {}

    def rings(self, statement: Statement, at: int) -> Rings:
        """What is said around the figure ``statement``, the one at ``at`` of its report."""
        if at not in self._rings:
            mention = statement.mention
            text = self.texts[mention.paragraph]
            start, _ = subject.bounds(text, subject.at(mention.start), subject.FAR)
            _, end = subject.bounds(text, subject.at(mention.end), subject.FAR)
            self._rings[at] = Rings(
                _cut(statement.near),
                _cut(statement.far),
                frozenset([pair for pair in statement.letters if pair >= HAN]) | _terms(statement.near, ""),
                _terms(statement.far, f"{text[start : mention.start]},{text[mention.end : end]}"),
                _cut(statement.label),
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


class Kept(dict[str, frozenset[str]]):
    """What a function says of words, each asked for once: the senses of a word, its letters."""

    def __init__(self, of: Callable[[str], frozenset[str]]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> frozenset[str]:
        found = self[word] = self._of(word.lower())
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

    def __init__(self, pair: Pair, scale: Scale) -> None:
        language, self.scale = pair.old.language, scale
        find = Finder(language.once(state_names), language.once(beginnings))
        self.sides = Side(pair.old, find), Side(pair.new, find)
        self.senses, self._letters = Kept(language.once(senses)), Kept(frozenset)
        self._size = sum(len(side.terms) for side in self.sides) + 1
        self._weights = Weights(self.sides[0].counts, self.sides[1].counts, self._size)
        self._masses = Masses(self.mass)
        self._wide: dict[Terms, frozenset[str]] = {}
        self._told: dict[tuple[int, int], Likeness | None] = {}

    def mass(self, found: Iterable[str]) -> int:
        """The weight of all of ``found``."""
        return sum(map(self._weights.__getitem__, found))

    def likeness(self, old: Statement, new: Statement, at: tuple[int, int]) -> Likeness | None:
        """How alike two figures are told; ``None`` where but one noun is another, and means another thing."""
        if at not in self._told:
            self._told[at] = self._likeness(old, new, at)
        return self._told[at]

    def _likeness(self, old: Statement, new: Statement, at: tuple[int, int]) -> Likeness | None:
        one, two = self.sides[0].rings(old, at[0]), self.sides[1].rings(new, at[1])
        if self.scale.lookalikes(old, new):
            return None
        clause = 0.6 * self._overlap(one.near, two.near) + 0.4 * self._overlap(one.clause, two.clause)
        cross = max(self._overlap(one.near, two.far), self._overlap(one.far, two.near))
        return Likeness(
            0.7 * clause + 0.3 * cross,
            self._overlap(one.far, two.far),
            self._unsaid(one.clause, two.sentence, self.sides[1]),
            self._unsaid(two.clause, one.sentence, self.sides[0]),
            self._overlap(one.label, two.label),
            bool(one.states and two.states) and one.states.isdisjoint(two.states),
        )

    def _widened(self, found: Terms) -> frozenset[str]:
        """The senses and the letters of ``found``."""
        if found not in self._wide:
            senses = self.senses
            self._wide[found] = frozenset().union(
                *[senses[term] for term in found], *[term for term in found if term >= HAN]
            )
        return self._wide[found]

    def _overlap(self, one: Terms, two: Terms) -> float:
        """0 to 1: the shared weight for each weight of the two."""
        if not one or not two:
            return 0.0
        if one == two:
            return 1.0
        both = WHOLE * self._masses[one & two]
        shared = both + min(self._told_otherwise(one - two, two), self._told_otherwise(two - one, one))
        return _share(shared / WHOLE, self._masses[one], self._masses[two])

    def _told_otherwise(self, terms: Terms, there: Terms) -> int:
        """What of ``terms`` is told ``there`` in other words: in one sense, or by their letters."""
        if not terms:
            return 0
        wide, senses = self._widened(there), self.senses
        sense = [term for term in terms if wide & senses[term]]
        han = {term: self._letters[term] for term in terms.difference(sense) if term >= HAN}
        every = [term for term, letters in han.items() if letters <= wide]
        some = [term for term, letters in han.items() if letters & wide]
        return SENSE * self.mass(sense) + LETTER * (self.mass(every) + self.mass(some))

    def _unsaid(self, one: Terms, two: Terms, other: Side) -> float:
        """The share of ``one`` that ``two`` does not say, though the report it is of has these words."""
        terms = [term for term in one - two if term in other.counts]
        if not terms:
            return 0.0
        wide, senses = self._widened(two), self.senses
        return self.mass([term for term in terms if not wide & senses[term]]) / self._masses[one]


def _share(shared: float, one: int, two: int) -> float:
    return min(1.0, shared / (0.65 * min(one, two) + 0.35 * max(one, two))) if one and two else 0.0
