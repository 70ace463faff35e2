"""What a report says that the other says nowhere: whole paragraphs, and sentences of a paragraph that has a counterpart.

A paragraph that the aligner found no counterpart for is a matter of its own, or it has a counterpart in words so different that
none was found. So it is with a sentence of a long paragraph: its paragraph goes on, its matter may have come or gone. The more of
the rare words and senses stand together in one place of the other report, the likelier it is there, too.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from ccdiff.derive.topics.field import Field
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Unit, Word, runs
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

NUMBER = re.compile(r"\d[\d,.]*\d")
# Share of a sentence's words, by their rarity, that stands nowhere in the other report, from which it may tell a matter of its own; at 0.45 the
# same is told, for more work.
NOVEL = 0.6
FULL = 3  # words of such a sentence
BRIEF, BRIEF_LATIN = 8, 20  # characters of a paragraph that may tell a matter
UNITY = 1 << 20  # one nat of rarity, in whole numbers
COMPARABLE = 0.6  # share of a paragraph's weight that one has with which it is held by the lesser of the two
TELLING = ("", "common", "weak")


Span = tuple[int, int, float]
Keys = frozenset[str]


def apart(side: Side) -> dict[str, tuple[Span, ...]]:
    """What of this report may be a matter of its own: by unit, the stretches of its text. Use ``side.once(apart)``.

    All of a unit without counterpart; of one with a counterpart, the sentences most of whose words the other report has nowhere.
    """
    least, weigh, found = BRIEF if side.han else BRIEF_LATIN, side.once(Rarity), {}
    for unit in side.substance:
        if not unit.section or len(unit.text) < least:
            continue
        own = ((0, len(unit.text), 1.0),) if side.whole(unit.id) else tuple(_sentences(unit, side, weigh))
        if own:
            found[unit.id] = own
    return found


def _sentences(unit: Unit, side: Side, weigh: Rarity) -> Iterator[Span]:
    """The sentences of a unit of which the other report has less than half the words, by their rarity."""
    words = _telling(unit.id, side.here)
    starts = [word.start for word in words]
    for text, start, end in sentences(unit.text):
        within = words[bisect_left(starts, start) : bisect_left(starts, start + len(text))]
        if len(keys := _keys(within, text)) < FULL or weigh.novel(keys) < NOVEL:
            continue  # what it speaks of is asked of few
        yield start, end, weigh.novel(keys | side.field.sensed(text))


class Rarity(dict[str, int]):
    """How much a key tells, the fewer units of both reports have it the more: in whole numbers, whose sums hang on no order."""

    def __init__(self, side: Side) -> None:
        self.bags, there = side.here.once(bags), side.there.once(bags)
        mine, theirs = (frozenset().union(*every.values()) for every in (self.bags, there))
        self.theirs: Keys = theirs
        self.there: dict[str, list[str]] = defaultdict(
            list
        )  # by key that both have, the units of the other report that have it
        for unit, bag in there.items():
            for key in bag & mine:
                self.there[key].append(unit)
        counts = Counter(chain.from_iterable((*self.bags.values(), *there.values())))
        self.total = len(self.bags) + len(there) + 1
        sizes = {count: self._size(count) for count in set(counts.values())}
        super().__init__({key: sizes[count] for key, count in counts.items()})
        self.free = {unit: self.of(bag) for unit, bag in there.items() if not side.back_partners(unit)}

    def __missing__(self, key: str) -> int:
        return self._size(1)

    def _size(self, count: int) -> int:
        return round(UNITY * math.log(self.total / count))

    def of(self, bag: Keys) -> int:
        """How much a bag tells."""
        return sum(map(self.__getitem__, bag))

    def novel(self, bag: Keys) -> float:
        """The share of a bag, by weight, that no unit of the other report has."""
        return self.of(bag - self.theirs) / (self.of(bag) or 1)

    def most(self, unit: str) -> float:
        """The largest share of a unit, by weight, that one of the other report has; of one without counterpart, the share of its own bag, too."""
        bag = self.bags[unit]
        found: dict[str, int] = defaultdict(int)
        for key in self.there.keys() & bag:
            weight = self[key]
            for there in self.there[key]:
                found[there] += weight
        whole = self.of(bag) or 1
        alike = (found.get(there, 0) / size for there, size in self.free.items() if COMPARABLE * whole <= size <= whole)
        return max(max(found.values(), default=0) / whole, max(alike, default=0.0))


def bags(reading: Reading) -> dict[str, Keys]:
    """By unit: its words that may tell, its senses and its numbers. Use ``reading.once(bags)``."""
    field = reading.once(Field)
    return {
        unit.id: field.senses(unit.id) | _keys(_telling(unit.id, reading), unit.text)
        for unit in field.units
        if not unit.front
    }


def _telling(unit: str, reading: Reading) -> list[Word]:
    """The words of a unit that may tell, in order."""
    every = chain.from_iterable(reading.once(runs)[unit])
    return [word for word in every if word.kind in TELLING and len(word.key) > 1]


def _keys(words: Iterable[Word], text: str) -> Keys:
    """What a text has: its telling words, and its numbers."""
    return frozenset([*[word.key for word in words], *["#" + one for one in NUMBER.findall(text)]])
