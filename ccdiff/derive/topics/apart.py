"""Which paragraphs say what the other report says nowhere.

A paragraph that the aligner found no counterpart for is a matter of its own, or it has a counterpart in words so different that
none was found. The more of its rare words and senses stand together in one paragraph of the other report, the likelier the latter.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict

from ccdiff.derive.topics.presence import Field, Side
from ccdiff.derive.topics.spans import Unit, runs
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

NUMBER = re.compile(r"\d[\d,.]*\d")
# Share of a paragraph's words and senses, by their rarity, in one of the other report, up to which it is one of its own: 17 of 20 of those
# that judges found to have no counterpart are below, and one of three that only the aligner did not find.
MOST = 0.256
BRIEF, BRIEF_LATIN = 8, 20  # characters of a paragraph that may tell a matter
UNITY = 1 << 20  # one nat of rarity, in whole numbers
COMPARABLE = 0.6  # share of a paragraph's weight that one has with which it is held by the lesser of the two
PIECE = 2  # times as long is what on top of a counterpart does
ENDS = " 。.；;！!？?\n"
TELLING = ("", "common", "weak")


Span = tuple[int, int]


def apart(side: Side) -> dict[str, tuple[Span, ...]]:
    """What of this report stands nowhere in the other nor is known to be taken up there: by unit, the stretches of its text.

    All of a unit without counterpart; of one whose counterpart stands in it, what comes on top.
    """
    least = BRIEF if side.han else BRIEF_LATIN
    units = [u for u in side.substance if u.section and u.id not in side.taken_up and len(u.text) >= least]
    spans = {u.id: ((0, len(u.text)),) if side.whole(u.id) else _on_top(u, side, least) for u in units}
    if not any(spans.values()):
        return {}
    known = side.here.once(bags)
    cut = {
        unit: [known[unit]] if side.whole(unit) else [bag_of(unit, span, side.here) for span in some]
        for unit, some in spans.items()
        if some
    }
    weigh = _Rarity(side)
    return {
        unit: own
        for unit, some in cut.items()
        if (own := tuple(span for span, bag in zip(spans[unit], some, strict=True) if weigh.most(bag) <= MOST))
    }


def _on_top(unit: Unit, side: Side, least: int) -> tuple[Span, ...]:
    """The whole sentences that a unit has on top of its counterpart, most of which it repeats."""
    if unit.id not in side.kept:
        return ()
    pieces = [piece.strip() for piece in side.added.get(unit.id, ()) if len(piece) >= PIECE * least]
    told = (
        [one for one in sentences(unit.text) if any(one.text.strip(ENDS) in piece for piece in pieces)]
        if pieces
        else ()
    )
    return tuple((one.start, one.end) for one in told if one.end - one.start >= PIECE * least)


class _Rarity(dict[str, int]):
    """How much a key tells, the fewer units of both reports have it the more: in whole numbers, whose sums hang on no order."""

    def __init__(self, side: Side) -> None:
        here, there = side.here.once(bags), side.there.once(bags)
        self.here, self.there = side.here.once(index), side.there.once(index)
        self.total = len(here) + len(there) + 1
        self.free = {unit: self.of(bag) for unit, bag in there.items() if not side.back_partners(unit)}

    def __missing__(self, key: str) -> int:
        count = len(self.here.get(key, ())) + len(self.there.get(key, ()))
        weight = self[key] = round(UNITY * math.log(self.total / max(1, count)))
        return weight

    def of(self, bag: frozenset[str]) -> int:
        """How much a bag tells."""
        return sum(map(self.__getitem__, bag))

    def most(self, bag: frozenset[str]) -> float:
        """The largest share of a bag, by weight, that one unit of the other report has; of a unit without counterpart, the share of its own bag, too."""
        found: dict[str, int] = defaultdict(int)
        for key in bag:
            weight = self[key]
            for unit in self.there.get(key, ()):
                found[unit] += weight
        whole = self.of(bag)
        alike = {unit: size for unit, size in self.free.items() if COMPARABLE * whole <= size <= whole}
        return max((both / (alike.get(unit, whole) or 1) for unit, both in found.items()), default=0.0)


def index(reading: Reading) -> dict[str, list[str]]:
    """By key, the units that have it. Use ``reading.once(index)``."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit, bag in reading.once(bags).items():
        for key in bag:
            found[key].append(unit)
    return found


def bags(reading: Reading) -> dict[str, frozenset[str]]:
    """By unit: its words that may tell, its senses and its numbers. Use ``reading.once(bags)``."""
    return {u.id: bag_of(u.id, (0, len(u.text)), reading) for u in reading.once(Field).units if not u.front}


def bag_of(unit: str, span: Span, reading: Reading) -> frozenset[str]:
    """The same of a stretch of a unit."""
    field, (start, end) = reading.once(Field), span
    text = field.printed(unit)
    words = [
        word.key
        for run in reading.once(runs)[unit]
        for word in run
        if start <= word.start < end and word.kind in TELLING and len(word.key) > 1
    ]
    senses = field.senses(unit) if end - start == len(text) else field.sensed(text[start:end])
    return frozenset([*words, *("~" + one for one in senses), *("#" + one for one in NUMBER.findall(text, start, end))])
