"""How alike two figures are told: by the words of their clauses and their sentences, and by the senses and letters of these words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import subject
from ccdiff.derive.figures.lookalikes import Lookalikes
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.subject import stem
from ccdiff.derive.figures.tools import keyed_words, state_names, texts_by_place
from ccdiff.model.record import record
from ccdiff.reading import Reading, beginnings, senses
from ccdiff.text.finder import Finder

UNIT = 1024  # the weight of a word that stands in one of e paragraphs; whole numbers, so that no order of a set shows
LEAST = UNIT // 10
# what a word counts: met as it is, in one sense, by some of its letters and by all, too
WHOLE, SENSE, LETTER = 10, 8, 3
STEM = 7  # letters of a Latin word that count: "recognized", "recognition"
HAN = "\u3400"

Terms = frozenset[str]
K = TypeVar("K")
V = TypeVar("V")


@record
class Rings:
    """The words around a figure: in its clause (``near``), in its sentence (``far``), with the number (``label``); the ``states``."""

    near: Terms
    far: Terms
    label: Terms
    states: frozenset[str]


@record
class Likeness:
    """``clause`` and ``sentence``: 0 to 1; ``unsaid``: the share of either clause that the other report has words for and does not
    say there; ``label``: how alike what stands with the two numbers; ``elsewhere``: each names other States."""

    clause: float
    sentence: float
    unsaid: float
    label: float
    elsewhere: bool


def _cut(words: Iterable[str]) -> Terms:
    """Words as they are held against each other: Latin ones by the beginnings of their stems."""
    return frozenset([word if word >= HAN else stem(word)[:STEM] for word in words])


def word_counts(reading: Reading) -> tuple[Counter[str], int]:
    """In how many texts of a report each word stands, and how many texts it has. Use ``reading.once``."""
    counts: Counter[str] = Counter()
    texts = reading.once(keyed_words)
    for said in texts.values():
        counts.update(_cut(said.distinct))
    return counts, len(texts)


class Known(dict[K, V]):
    """What a function says, each asked for once."""

    def __init__(self, of: Callable[[K], V]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, key: K) -> V:
        found = self[key] = self._of(key)
        return found


class Side:
    """One of the two reports."""

    def __init__(self, reading: Reading, find: Finder[str]) -> None:
        self.counts, self.texts = reading.once(word_counts)[0], reading.once(texts_by_place)
        self._find = find
        self._rings: dict[int, Rings] = {}

    def rings(self, statement: Statement, at: int) -> Rings:
        """What is said around the figure ``statement``, the one at ``at`` of its report."""
        if at not in self._rings:
            text = self.texts[statement.mention.paragraph]
            start, _ = subject.bounds(text, subject.at(statement.mention.start), subject.FAR)
            _, end = subject.bounds(text, subject.at(statement.mention.end), subject.FAR)
            states = self._states(text[start:end]) or self._states(text)
            self._rings[at] = Rings(_cut(statement.near), _cut(statement.far), _cut(statement.label), states)
        return self._rings[at]

    def _states(self, text: str) -> frozenset[str]:
        return frozenset(code for _, _, code in self._find.find(text))


class Scale:
    """How much two figures of two reports have in common, by the weight of the words they share: the rarer, the more they say."""

    def __init__(self, pair: Pair) -> None:
        language = pair.old.language
        find = Finder(language.once(state_names), language.once(beginnings))
        self.sides = Side(pair.old, find), Side(pair.new, find)
        self.lookalikes = Lookalikes(pair)
        sensed = language.once(senses)
        self.senses: Known[str, frozenset[str]] = Known(lambda word: sensed(word.lower()))
        size = sum(side.once(word_counts)[1] for side in (pair.old, pair.new)) + 1
        by_count: Known[int, int] = Known(lambda count: max(round(UNIT * math.log(size / (count + 0.5))), LEAST))
        self._weights: Known[str, int] = Known(lambda word: by_count[self._count(word if word >= HAN else word[:STEM])])
        self._masses, self._wide = Known(self.mass), Known(self._widened)
        self._told: dict[tuple[int, int], Likeness | None] = {}

    def _count(self, word: str) -> int:
        return self.sides[0].counts[word] + self.sides[1].counts[word]

    def mass(self, words: Iterable[str]) -> int:
        """The weight of all of ``words``."""
        return sum(map(self._weights.__getitem__, words))

    def overlap(self, one: Terms, two: Terms) -> float:
        """0 to 1: the shared weight for each weight of the two, the poorer text counting more (a list item says less)."""
        return _share(self.mass(one & two), self._masses[one], self._masses[two]) if one and two else 0.0

    def likeness(self, old: Statement, new: Statement, at: tuple[int, int]) -> Likeness | None:
        """How alike two figures (at these places) are told; ``None`` where but one noun is another, and means another thing."""
        if at not in self._told:
            self._told[at] = None if self.lookalikes(old, new) else self._likeness(old, new, at)
        return self._told[at]

    def _likeness(self, old: Statement, new: Statement, at: tuple[int, int]) -> Likeness:
        one, two = self.sides[0].rings(old, at[0]), self.sides[1].rings(new, at[1])
        cross = max(self._alike(one.near, two.far), self._alike(one.far, two.near))
        return Likeness(
            0.7 * self._alike(one.near, two.near) + 0.3 * cross,
            self._alike(one.far, two.far),
            max(self._unsaid(one.near, two.far, self.sides[1]), self._unsaid(two.near, one.far, self.sides[0])),
            self._alike(one.label, two.label),
            bool(one.states and two.states) and one.states.isdisjoint(two.states),
        )

    def _alike(self, one: Terms, two: Terms) -> float:
        """The same as ``overlap``, words in one sense counted, and words by their letters."""
        if not one or not two:
            return 0.0
        if one == two:
            return 1.0
        both = WHOLE * self._masses[one & two]
        shared = both + min(self._told_otherwise(one - two, two), self._told_otherwise(two - one, one))
        return _share(shared / WHOLE, self._masses[one], self._masses[two])

    def _widened(self, found: Terms) -> frozenset[str]:
        """The senses and the letters of ``found``."""
        return frozenset().union(*map(self.senses.__getitem__, found), *[word for word in found if word >= HAN])

    def _told_otherwise(self, terms: Terms, there: Terms) -> int:
        """What of ``terms`` is told ``there`` in other words: in one sense, or by their letters."""
        if not terms:
            return 0
        wide = self._wide[there]
        sense = [term for term in terms if wide & self.senses[term]]
        han = {term: frozenset(term) for term in terms.difference(sense) if term >= HAN}
        every = [term for term, letters in han.items() if letters <= wide]
        some = [term for term, letters in han.items() if letters & wide]
        return SENSE * self.mass(sense) + LETTER * (self.mass(every) + self.mass(some))

    def _unsaid(self, one: Terms, two: Terms, other: Side) -> float:
        """The share of ``one`` that ``two`` does not say, though the report it is of has these words."""
        terms = [term for term in one - two if term in other.counts]
        if not terms:
            return 0.0
        wide = self._wide[two]
        return self.mass([term for term in terms if not wide & self.senses[term]]) / self._masses[one]


def _share(shared: float, one: int, two: int) -> float:
    return min(1.0, shared / (0.65 * min(one, two) + 0.35 * max(one, two))) if one and two else 0.0
