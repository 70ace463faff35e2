"""Which paragraphs say what the other report says nowhere.

A paragraph that the aligner found no counterpart for is a matter of its own, or it has a counterpart in words so different that
none was found. The more of its rare words and senses stand together in one paragraph of the other report, the likelier the latter.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from ccdiff.derive.topics.presence import Field, Side
from ccdiff.derive.topics.spans import Unit, runs
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

NUMBER = re.compile(r"\d[\d,.]*\d")
# Share of a paragraph's words and senses, by their rarity, in one of the other report, up to which it is one of its own: 17 of 20 of those
# that judges found to have no counterpart are below, and one of three that only the aligner did not find.
MOST = 0.256
BRIEF, BRIEF_LATIN = 8, 20  # characters of a paragraph that may tell a matter
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
    free = {unit: bag for unit, bag in side.there.once(bags).items() if not side.back_partners(unit)}
    weigh = _Rarity(side, frozenset().union(*[bag for some in cut.values() for bag in some], *free.values()), free)
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


class _Rarity:
    """How much each of some keys tells, the fewer units of both reports have it the more; and where the other report has it."""

    def __init__(self, side: Side, keys: frozenset[str], free: Mapping[str, frozenset[str]]) -> None:
        here, there = side.here.once(bags), side.there.once(bags)
        spread = Counter(key for bag in here.values() for key in bag & keys)
        self.places: dict[str, list[str]] = defaultdict(list)
        for unit, bag in there.items():
            for key in bag & keys:
                self.places[key].append(unit)
        total = len(here) + len(there) + 1
        self.weight: dict[str, float] = {
            key: math.log(total / max(1, spread[key] + len(self.places.get(key, ())))) for key in keys
        }
        self.free = {unit: sum(self.weight[key] for key in sorted(bag)) for unit, bag in free.items()}

    def most(self, bag: frozenset[str]) -> float:
        """The largest share of a bag, by weight, that one unit of the other report has; of a unit without counterpart, the share of its own bag, too."""
        found: dict[str, float] = defaultdict(float)
        whole = 0.0
        for key in sorted(bag):
            weight = self.weight[key]
            whole += weight
            for unit in self.places.get(key, ()):
                found[unit] += weight
        alike = {unit: size for unit, size in self.free.items() if COMPARABLE * whole <= size <= whole}
        shares = (both / (alike.get(unit, whole) or 1.0) for unit, both in found.items())
        return max(shares, default=0.0)


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
