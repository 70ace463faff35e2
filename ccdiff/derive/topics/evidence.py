"""How likely it is that a candidate is a topic, under the name that it has: one sum of what speaks for it and against it."""

from __future__ import annotations

import math
from collections.abc import Callable

from ccdiff.derive.topics.apart import Rarity, apart, bags
from ccdiff.derive.topics.matter import Candidate, content, near
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.shape import ragged, shape
from ccdiff.derive.topics.spans import vocabulary
from ccdiff.derive.wording import canonical
from ccdiff.text.memory import Remembered

# Log-odds that a candidate is on a judge's list, by logistic regression over the 4,900 candidates of 80 judged pairs (a candidate of a matter of
# high rank counts twice), nine of them real minutes and openings of reports, and of 28 real pairs whose labels were read, rounded. Judged on
# pairs left out in turn: 0.85 of what is told is right and 0.86 of what is asked is found; of the labels of the 28 pairs 0.59 are good. The
# kinds first (those without a weight are the measure of the others).
WEIGHTS = {
    "recommendations": 2.20,  # by hand: that the chapter is gone is what a reader asks first, though two judges of five do not list it
    "section": 1.91,
    "chapter": 2.02,
    "heading": 1.73,
    "theme": 2.79,
    "mode": 5.94,
    "latin": 1.29,
    "book": -0.61,  # in the marks of a title, in quotation marks, in capitals: mostly told better by another finder
    "quoted": -0.05,
    "caps": -1.53,
    "camel": -0.67,
    "times": 1.29,  # it is said (log)
    "loose": -1.35,  # units that say it and have a counterpart (log)
    "most": -2.47,  # share of its unit that one of the other report has
    "alone": -0.31,  # paragraphs without counterpart in the report (log)
    "taken": -1.28,  # the other report is known to take it up
    "headed": 1.73,  # share of its words in the heading above
    "fresh": 0.31,  # words of it that the other report has not
    "length": 0.78,  # of the name, in names of middle length
    "central": 0.68,  # its paragraph begins with it, presents it or comes back to it
    "rank": -0.37,  # phrases of its paragraph that name it better (log)
    "ways": 0.50,  # in which it was found
    "first": 0.42,  # it stands in a first sentence
    "general": -0.29,  # meanings of the least general word of an English name (log)
    "letters": -0.50,  # a name in Latin letters: Latin words of the Chinese text (log);   mixed: partly so
    "mixed": -0.30,
    "glued": -0.32,  # it is cut out of a longer word, or of a measure
    "ragged": -2.25,  # share of the report's units that end as no sentence: minutes, notes
    "titled": 1.30,  # such a report's heading: it names what stands under it
    "near": -0.88,  # the other report has its words near one another
}
BIAS = -1.14
LEAST = (
    0.56  # with 0.54, 0.56 and 0.58 left out in turn: 84/86, 85/86, 85/85 of the judged pairs, 58, 59, 59 of the labels
)
# From a chance to how judges rank what is told (high 1, medium 0.5, low 0.2, not asked 0), by regression over the 659 topics told of 60 pairs:
# of two topics of a report the order of their ranks is right in 76 of 100, left out by tens; by the chance alone in 75.
RANKS = {"chance": 0.59, "paragraphs": 0.52, "item": 0.59, "chapter": -0.37, "theme": -0.52}
RANK = -0.66
OWN_PLACE = {
    "recommendations",
    "agenda",
    "section",
    "chapter",
    "heading",
    "lead",
    "theme",
    "mode",
    "joint",
    "resolution",
}
TITLED = {"section", "chapter", "heading"}
MET = {
    "named",
    "light",
    "latin",
    "body",
    "quoted",
    "book",
    "caps",
    "camel",
}  # kinds that may stand beside another thing of their words
LONG = 3.0
SIZE, SIZE_LATIN = 8, 24  # characters of a name of middle length
FRESH = 3


def weighed(candidate: Candidate, side: Side) -> float:
    """How likely a candidate is a topic, under its name: 0 to 1."""
    found = BIAS + sum(WEIGHTS.get(trait, 0.0) * size for trait, size in traits(candidate, side).items())
    return 1 / (1 + math.exp(-found))


def importance(chance: float, paragraphs: int, what: str) -> float:
    """How much a topic matters to a reader, 0 to 1: by how likely it is one, how many ``paragraphs`` treat it, and ``what`` it is called by."""
    found = RANK + RANKS["chance"] * math.log(chance / (1 - chance)) + RANKS["paragraphs"] * math.log(paragraphs)
    return 1 / (1 + math.exp(-found - RANKS.get(what, 0.0)))


def traits(candidate: Candidate, side: Side) -> dict[str, float]:
    """What speaks for a candidate and against it, by name."""
    places, label = candidate.places, candidate.label
    times = sum(side.text.get(unit, "").count(words) for unit, words in places.items() if words)
    share = side.once(shares)
    return {
        candidate.kind: 1.0,
        "times": math.log1p(times),
        "loose": math.log1p(sum(not side.whole(unit) for unit in places)),
        "most": min(map(share, places)) if candidate.kind != "passage" else 1 - _novel(candidate, side),
        "alone": math.log1p(side.alone),
        "taken": float(any(_taken_up(unit, words, side) for unit, words in places.items())),
        "length": min(LONG, len(label) / (SIZE if side.han else SIZE_LATIN)),
        "central": float(candidate.central),
        "rank": math.log1p(candidate.level),
        "ways": float(candidate.ways),
        "near": float(candidate.kind in MET and near(label, side)),
        **_words(candidate, side),
        **shape(candidate, side),
        "titled": side.here.once(ragged) * (candidate.kind in TITLED),
    }


def _words(candidate: Candidate, side: Side) -> dict[str, float]:
    """What the words of a name say, and those of the headings that it stands under."""
    weigh, theirs, key = side.once(Rarity), side.there.once(vocabulary), side.here.language.once(canonical)
    words = {word: weigh[word] for word in content(candidate.label, side)}
    titles = {side.titles.get(side.section.get(unit, ""), "") for unit in candidate.places}
    headed = [sum(size for word, size in words.items() if word in title) for title in map(key, sorted(titles))]
    return {
        "fresh": float(min(FRESH, sum(word not in theirs for word in words))),
        "headed": max(headed) / (sum(words.values()) or 1),
    }


def _novel(candidate: Candidate, side: Side) -> float:
    return max(
        (
            novel
            for unit, words in candidate.places.items()
            for start, end, novel in side.once(apart).get(unit, ())
            if words in side.text[unit][start:end]
        ),
        default=0.0,
    )


def _taken_up(unit: str, name: str, side: Side) -> bool:
    """Whether the other report is known to take a unit up, all of it or the words with a name."""
    return any(name in words or words in name for words in side.taken_up.get(unit, ()))


def shares(side: Side) -> Callable[[str], float]:
    """By unit, the largest share of it that one unit of the other report has. Use ``side.once(shares)``."""
    weigh, every = side.once(Rarity), side.here.once(bags)
    return Remembered(lambda unit: weigh.most(unit) if unit in every else 1.0).__getitem__
