"""Which paragraphs say what the other report says nowhere.

A paragraph that the aligner found no counterpart for is a matter of its own, or it has a counterpart in words so different that
none was found. The more of its rare words and senses stand together in one paragraph of the other report, the likelier the latter.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict

from ccdiff.derive.topics.presence import Field, Side
from ccdiff.derive.topics.spans import Unit, runs
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

NUMBER = re.compile(r"\d[\d,.]*\d")
# Share of a paragraph's words and senses, by their rarity, in one of the other report, up to which it is one of its own: 17 of 20 of those
# that judges found to have no counterpart are below, and one of three that only the aligner did not find.
MOST = 0.256
BRIEF, BRIEF_LATIN = 8, 20  # characters of a paragraph that may tell a matter
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
    weigh, there = _Rarity(side), side.there.once(bags)
    places: dict[str, list[str]] = defaultdict(list)
    for unit, bag in there.items():
        for key in bag:
            places[key].append(unit)
    found = {
        unit: tuple(span for span in some if _most(bag_of(unit, span, side.here), weigh, places) <= MOST)
        for unit, some in spans.items()
    }
    return {unit: some for unit, some in found.items() if some}


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


class _Rarity(dict[str, float]):
    """How much a key tells: the fewer units of both reports have it, the more."""

    def __init__(self, side: Side) -> None:
        every = (*side.here.once(bags).values(), *side.there.once(bags).values())
        self.spread, self.total = Counter(key for one in every for key in one), len(every) + 1

    def __missing__(self, key: str) -> float:
        self[key] = math.log(self.total / max(1, self.spread[key]))
        return self[key]


def _most(bag: frozenset[str], weight: _Rarity, places: dict[str, list[str]]) -> float:
    """The largest share of a bag, by weight, that one unit of the other report has."""
    found: dict[str, float] = defaultdict(float)
    for key in sorted(bag):
        for unit in places.get(key, ()):
            found[unit] += weight[key]
    return max(found.values(), default=0.0) / (sum(weight[key] for key in sorted(bag)) or 1.0)


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
