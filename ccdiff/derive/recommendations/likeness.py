"""How much two recommendations ask for the same in other words, against all others of the two reports.

Compared is what tells matters apart: pairs of characters (or words, where spaces set them apart) and the senses of words (text/senses),
each by its rarity in both reports; without the one addressed, the verbs (table ``actions``) and the words of both titles. No likeness by itself says that two are one:
translators leave little of each other's words. But where a recommendation is nearer to one of the later report than to any other of it,
and that one to no other of the earlier, it is the same (crvs-5, 38(c), and crvs-6, 1(a): 死因, 补充 and 医 are all they share).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import add

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.asks import frames
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import HAN, actions, classes, key, places, reduced
from ccdiff.derive.recommendations.search import Search, Trace
from ccdiff.derive.recommendations.words import words
from ccdiff.model.record import record
from ccdiff.reading import Reading, senses
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK

RUN = re.compile(r"[㐀-鿿a-z%]+")
NUMBER = re.compile(r"\d[\d.,]{0,24}(?!年)[㐀-鿿%]")  # 30公里: a measure tells more than its unit; a year tells nothing
ALONE = 0.5  # what a single character counts
MEASURE = 2.0  # what a number with its unit counts
TITLE = 0.3  # what the words of the titles count: they stand in every recommendation of the two
COMMON = 0.5  # what common words count
SMOOTH = 0.5
COMMON_CLASSES = ("weak", "common")


@record
class Likeness:
    """``alike``, how far it is ahead of the next best of either (``ahead``), and how many things the two share (``things``)."""

    alike: float
    ahead: float
    things: int = 0


NONE = Likeness(0.0, 0.0)
EMPTY: frozenset[str] = frozenset()


def likenesses(
    pair: Pair, old: Sequence[Advice], new: Sequence[Advice], measures: Callable[[Advice], frozenset[str]] | None = None
) -> dict[tuple[str, str], Likeness]:
    """For every old recommendation the new one that is nearest to it, where it is the nearest to that one too; ``measures``: what one
    measures, in one unit (14 days, a fortnight).
    """
    measured = [[measures(one) for one in side] if measures else [EMPTY] * len(side) for side in (old, new)]
    mine = [telling(pair.old, one) for one in old]
    theirs = [telling(pair.new, one) for one in new]
    weight = weights(pair, {part for parts in (*mine, *theirs) for part in parts})
    held_by = Counter(part for side in measured for parts in side for part in parts)
    count = 1 + len(pair.old.report.paragraphs) + len(pair.new.report.paragraphs)
    weight |= {part: math.log(count / (held + SMOOTH)) for part, held in sorted(held_by.items())}
    mine = [parts | more for parts, more in zip(mine, measured[0], strict=True)]
    theirs = [parts | more for parts, more in zip(theirs, measured[1], strict=True)]
    size_mine, size_theirs = ([sum(map(weight.__getitem__, parts)) for parts in side] for side in (mine, theirs))
    holding: dict[str, list[int]] = {}
    for j, parts in enumerate(theirs):
        for part in parts:
            holding.setdefault(part, []).append(j)
    rows: list[dict[int, float]] = []
    for i, parts in enumerate(mine):
        common: Counter[int] = Counter()
        for part in parts:
            for j in holding.get(part, ()):
                common[j] += weight[part]  # type: ignore[assignment]
        rows.append({j: held / math.sqrt(size_mine[i] * size_theirs[j]) for j, held in common.items() if held})
    classed = pair.old.language.once(classes)
    nearest: dict[tuple[str, str], Likeness] = {}
    for i, j, found in _mutual(rows):
        shared, measure = mine[i] & theirs[j], measured[0][i] & measured[1][j]
        count = things(shared - measure, classed)
        if count or not measure:  # sheep and fees have a fortnight in common, and no more
            nearest[old[i].locator, new[j].locator] = Likeness(found.alike, found.ahead, count + bool(measure))
    return nearest


def things(shared: frozenset[str], common: Mapping[str, str]) -> int:
    """How many things two recommendations share: pairs of characters that run on are one (预算, 算外, 外资), and so are a word and its sense."""
    pairs = [part for part in shared if len(part) == 2 and not part.isascii() and part[0] != MARK]
    begins = {pair[0] for pair in pairs}
    chains = sum(pair[1] not in begins for pair in pairs)
    words = {
        part for part in shared if part[0] != MARK and part.isascii() and common.get(f" {part} ") not in COMMON_CLASSES
    }
    meant = (part[1:] for part in shared if part[0] == MARK)
    apart = sum(
        not shared.intersection(map(str.__add__, label, label[1:]))
        and not words.intersection(key(word).strip() for word in label.split())
        for label in meant
    )
    return chains + len(words) + apart


def _mutual(rows: Sequence[Mapping[int, float]]) -> Iterable[tuple[int, int, Likeness]]:
    columns: dict[int, dict[int, float]] = {}
    for i, row in enumerate(rows):
        for j, alike in row.items():
            columns.setdefault(j, {})[i] = alike
    for i, row in enumerate(rows):
        best = max(row, key=lambda j: (row[j], -j), default=None)
        if best is None:
            continue
        rivals = (*(a for j, a in row.items() if j != best), *(a for k, a in columns[best].items() if k != i))
        ahead = row[best] - max(rivals, default=0.0)
        if ahead > 0:
            yield i, best, Likeness(row[best], ahead)


def weights(pair: Pair, parts: set[str]) -> dict[str, float]:
    """What each part weighs: by its rarity in the paragraphs of both reports."""
    readings = (pair.old, pair.new)
    held = [reading.once(places) for reading in readings]
    meant = [reading.once(sense_places) for reading in readings]
    texts = [text for place in held for text in place.texts()] if any(part[0].isdigit() for part in parts) else []
    count, factor = 1 + sum(len(place.paragraphs) for place in held), _factors(pair)

    def spread(part: str) -> int:
        if part[0] == MARK:
            return sum([len(known.get(part, ())) for known in meant])
        number = sum([part in text for text in texts]) if part[0].isdigit() else 0
        return number + sum([place.piece_spread(part) for place in held])

    return {part: max(0.0, math.log(count / (spread(part) + SMOOTH))) * factor(part) for part in sorted(parts)}


def _factors(pair: Pair) -> Callable[[str], float]:
    """What a part counts beside its rarity: little where it is a single character, a common word, or stands in a title."""
    titles = frozenset().union(*(_of_title(reading) for reading in (pair.old, pair.new)))
    common = pair.old.language.once(classes)

    def factor(part: str) -> float:
        size = MEASURE if part[0].isdigit() else ALONE if len(part) == 1 else 1.0
        word = key(part[1:]) if part[0] == MARK else f" {part} "
        return size * (TITLE if part in titles else 1.0) * (COMMON if common.get(word) in COMMON_CLASSES else 1.0)

    return factor


def spoken_of(pair: Pair, one: Advice, search: Search) -> list[Trace]:
    """The paragraphs of the later report that hold something of what tells a recommendation from others, the most first: its words in
    one sentence or two, its senses anywhere.
    """
    factor, known = _factors(pair), telling(pair.old, one)
    parts = [part for part in sorted(known) if len(part) > 1 and part[0] != MARK]
    words = {part: f" {part} " if part.isascii() and part.isalpha() else part for part in parts}
    weight = {words[part]: max(0.0, search.rarity(words[part])) * factor(part) for part in parts}
    here, there = pair.old.once(sense_places), pair.new.once(sense_places)
    meant = {
        sense: max(0.0, search.rare(len(here.get(sense, ())) + len(there.get(sense, ())))) * factor(sense)
        for sense in sorted(known)
        if sense[0] == MARK
    }
    whole = (sum(weight.values()) + sum(meant.values())) or 1.0
    found = []
    for trace in search.holding(weight):
        senses_there = [
            sense
            for sense in meant
            if trace.locator in there.get(sense, ())
            and not (sense.isascii() and trace.terms.intersection(map(key, sense[1:].split())))
        ]
        score = trace.score + sum(meant[sense] for sense in senses_there)
        held = trace.terms.union(senses_there)
        found.append(Trace(trace.locator, score, score / whole, trace.sentence, held))
    return sorted(found, key=lambda trace: (-round(trace.score, 6), search.order()[trace.locator]))


def sense_places(reading: Reading) -> dict[str, frozenset[str]]:
    """The paragraphs that speak of each sense. Use ``reading.once(sense_places)``."""
    sense_of = reading.language.once(senses)
    found: dict[str, set[str]] = {}
    for paragraph in reading.report.paragraphs:
        for sense in sense_of(fold(paragraph.text).lower()):
            found.setdefault(sense, set()).add(paragraph.id)
    return {sense: frozenset(held) for sense, held in found.items()}


def _of_title(reading: Reading) -> frozenset[str]:
    return pieces(reading.language.once(reduced)(fold(reading.report.title)))


def telling(reading: Reading, one: Advice) -> frozenset[str]:
    """What is compared of a recommendation."""
    known = reading.language.once(words)
    return telling_parts(reading, known.bodies.sub(" ", known.addressees.sub(" ", one.asked)))


def telling_parts(reading: Reading, text: str, silent: frozenset[str] = frozenset()) -> frozenset[str]:
    """What tells one matter from another in a text: nothing of the verbs and the words ``silent``, of function words, or of words that
    only round a phrase off.
    """
    plain = reading.language.once(reduced)(text)
    deeds, common, frame = (reading.language.once(find) for find in (actions, classes, frames))
    apart = not HAN.search(plain)
    kept: list[str] = []
    for word in plain.split() if apart else reading.words(plain):
        held = f" {word} " if word.isascii() else word
        measure = bool(kept) and kept[-1][-1:].isdigit()
        bare = held in deeds or word in silent or common.get(held) == "edge" or (apart and word in frame.rounding)
        kept.append(word if measure or not bare else " ")
    meant = reading.language.once(senses)(fold(text).lower())
    idle = {sense for sense in meant for word in [key(sense[1:])] if word in deeds or common.get(word) == "edge"}
    return (pieces(" ".join(kept) if apart else "".join(kept)) - frame.particles) | (meant - idle)


def pieces(text: str) -> frozenset[str]:
    """The parts of a text in comparable form."""
    if not HAN.search(text):
        return frozenset(word for word in text.split() if word[0].isalpha())
    runs = RUN.findall(text)
    pairs = (pair for run in runs for pair in map(add, run, run[1:]))
    return frozenset((*pairs, *"".join(runs), *NUMBER.findall(text)))
