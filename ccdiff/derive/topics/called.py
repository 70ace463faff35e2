"""What a topic is called, which places prove it, and how important it is.

Importance is evidence put together as independent chances: ``1 - product(1 - weight)``; a chapter that is gone, three new
paragraphs about one thing, and a network with a name of its own weigh as such, whatever else a report says.
"""

from __future__ import annotations

from collections.abc import Iterable

from ccdiff.derive.topics.clusters import (
    LEVEL,
    MANY_UNITS,
    PLACED,
    SHORT_NAME,
    UNITS,
    WEIGHT,
    Cluster,
    inside,
)
from ccdiff.derive.topics.matter import LONGEST, Candidate, absent, heads
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import runs, vocabulary
from ccdiff.derive.topics.titles import telling
from ccdiff.model.changes import Topic
from ccdiff.model.named import NamedTuple
from ccdiff.text.normalise import fold

LABEL_RANK = [
    "recommendations",
    "agenda",
    "section",
    "heading",
    "lead",
    "theme",
    "joint",
    "mode",
    "resolution",
    "named",
    "latin",
    "title",
    "subject",
    "term",
    "body",
    "quoted",
    "light",
    "single",
    "about",
    "passage",
    "beside",
]


NAMES = {
    "named",
    "latin",
    "title",
    "term",
    "light",
}  # kinds of names of which another may say better what a topic is about


WIDE = 3  # times as many units as have its best name, from which a topic is called by what most of them say


UNIT = 0.09  # what each unit about it adds, where it has no counterpart; half as much in an amended one


TEN = 10  # topics to which a list is filled up with matters of single sentences
MOST_TERMS = 6


FEW_TERMS = 3  # fewer terms are filled up with the words of its own that its units use


Tale = tuple[Cluster, Topic]


def _names_it(member: Candidate, best: Candidate) -> bool:
    """Whether the places of a member name what a topic is called by: of 司法廉正 the paragraphs on 廉正 elsewhere prove nothing."""
    if best.kind not in NAMES or member.kind in PLACED or member.places.keys() <= best.places.keys():
        return True
    if inside(fold(member.label).lower(), fold(best.label).lower()):
        return 2 * len(member.label) > len(best.label)
    return bool(best.keys) and set(best.keys) <= set(member.keys)


def topic(known: Cluster, side: Side) -> Topic:
    """A cluster as it is told."""
    best = min(
        known.members,
        key=lambda c: (
            LABEL_RANK.index("named" if c.kind == "latin" else c.kind),
            not c.keys,  # 综合门户网站 names none by itself; TRACK does (9th report, 40)
            -len(c.places),
            -len(c.label),
        ),
    )
    best = _longer(known, _widest(known, _common(known, best), side))
    proved = Cluster()
    for member in known.members:
        if _names_it(member, best):
            proved.add(member)
    paragraphs = tuple(sorted(proved.units, key=side.order.__getitem__))
    weight = round(importance(proved, proved.units, side), 3)
    return Topic(side.kind, best.label, _terms(proved, best, side), paragraphs, weight, _what(best, side))


WHAT = {"theme": "theme", "agenda": "item", "section": "chapter", "heading": "chapter"}  # titles, and of what they are


def _what(best: Candidate, side: Side) -> str:
    """What is said of a topic: by the title of a panel or an agenda item no more than that it is new or gone, since its matter may be spoken of
    elsewhere (8th report, 29: 拒绝和延迟, of which the 9th speaks in 30); by that of a chapter so where the other report has its words."""
    what = WHAT.get(best.kind, "matter")
    return "matter" if what == "chapter" and _nowhere(best, side) else what


def _nowhere(best: Candidate, side: Side) -> bool:
    """Whether the other report has less than half of the words by which a title tells its matter."""
    if not absent(best.label, side):
        return False
    words = [word for word in telling(best.label, side) if len(word) > 1 and not side.title(word)]
    return 2 * sum(len(word) for word in words if side.other.places(word)) < sum(map(len, words))


def _common(known: Cluster, best: Candidate) -> Candidate:
    """What most places of a topic say, where its best name stands in few of them: 偷运移民 for a network of eight paragraphs.

    A chapter, theme or event keeps its own name.
    """
    if best.kind not in NAMES or len(known.units) < MANY_UNITS or WIDE * len(best.places) > len(known.units):
        return best
    wide = [
        c
        for c in known.members
        if c.kind in NAMES and 2 * len(c.places) > len(known.units) and len(c.label) >= SHORT_NAME
    ]
    return max(wide, key=lambda c: (len(c.label), len(c.places), c.label), default=best)


def _widest(known: Cluster, best: Candidate, side: Side) -> Candidate:
    """A name that stands in all places of a topic, where its best name stands in less than half: cultural burning, not a prohibition of it."""
    if best.kind not in NAMES or 2 * len(best.places) >= len(known.units):
        return best
    table = side.here.language.once(heads)
    wide = [
        c
        for c in known.members
        if c.kind in NAMES and c.keys and len(c.places) == len(known.units) and c.label.lower() not in table
    ]
    return max(wide, key=lambda c: (len(c.label), c.label), default=best)


def _longer(known: Cluster, best: Candidate) -> Candidate:
    """The longer name of which the best one is the beginning, where it stands in the same places: a probabilistic tsunami hazard assessment."""
    if best.kind not in NAMES:
        return best
    longer = [
        c
        for c in known.members
        if len(best.label) < len(c.label) <= LONGEST
        and c.label.startswith(best.label)
        and c.kind != "quoted"
        and best.places.keys() <= c.places.keys()
    ]
    return max(longer, key=lambda c: (len(c.places), -len(c.label), c.label), default=best)


def _terms(known: Cluster, best: Candidate, side: Side) -> tuple[str, ...]:
    """Words that stand in the paragraphs, the best first; for a chapter also those that it uses most and the other report least."""
    texts = [text for member in (best, *known.members) for text in member.places.values() if text]
    if best.kind in CHAPTERS or len({fold(text) for text in texts}) < FEW_TERMS:
        texts += _frequent(known, side, best.kind in CHAPTERS)
    chosen = {fold(text): text for text in reversed(texts)}
    return tuple(dict.fromkeys(chosen[fold(text)] for text in texts))[:MOST_TERMS]


CHAPTERS = ("recommendations", "agenda", "section", "heading")


def _frequent(known: Cluster, side: Side, chapter: bool) -> list[str]:
    """The words that a topic's units use most, as they stand: of a chapter the telling ones, else only its own, used twice."""
    theirs, every = side.there.once(vocabulary), side.here.once(runs)
    found: dict[str, list[str]] = {}
    for unit in known.units:
        for run in every.get(unit, ()):
            for word in run:
                if (
                    not word.kind
                    and len(word.key) > 1
                    and (chapter or word.key not in theirs)
                    and not _foreign(word.raw, side)
                ):
                    found.setdefault(word.key, []).append(side.text[unit][word.start : word.end])
    ranked = sorted(found.items(), key=lambda entry: (-len(entry[1]) * (1 if entry[0] in theirs else 3), entry[0]))
    return [words[0] for _, words in ranked[:3] if chapter or len(words) > 1]


def _foreign(word: str, side: Side) -> bool:
    """A Latin word in a Chinese text that is no acronym: mostly a person's name."""
    return side.han and word[0].isascii()


def importance(known: Cluster, units: Iterable[str], side: Side) -> float:
    """0 to 1, for the ``units`` that prove it: see the module."""
    rest = 1.0
    for kind in dict.fromkeys(member.kind for member in known.members):
        rest *= 1 - max(_alone(member) for member in known.members if member.kind == kind)
    for unit in list(units)[:UNITS]:
        rest *= 1 - (UNIT if side.whole(unit) else UNIT / 2)
    return 1 - rest


def _alone(member: Candidate) -> float:
    return WEIGHT[member.kind] * (LEVEL ** max(0, member.level - 1) if member.kind in ("section", "heading") else 1.0)


def tales(clusters: Iterable[Cluster], side: Side) -> list[Tale]:
    """Clusters, and each as it is told; none of a note alone, which is no place for a matter."""
    notes = {note.id for note in side.here.report.footnotes}
    return [(known, topic(known, side)) for known in clusters if not known.units.keys() <= notes]


def told(found: Iterable[Tale], side: Side) -> tuple[Topic, ...]:
    """The topics of one side in order of importance, as many as a reader takes in.

    Matters of single sentences, those with the best names, only fill a short list up: where whole paragraphs and names that recur tell
    ten matters, nobody asks for the small ones.
    """
    config = side.pair.config
    every = [tale for tale in found if tale[1].importance >= config.topic_least]
    small = [tale for tale in every if tale[0].members[0].kind == "passage"]
    small.sort(key=lambda tale: (-tale[0].members[0].level, side.order[tale[1].paragraphs[0]], tale[1].label))
    topics = [one for known, one in every if known.members[0].kind != "passage"]
    topics += [one for _, one in small[: max(0, TEN - len(topics))]]
    topics.sort(key=lambda t: (-t.importance, side.order[t.paragraphs[0]], t.label))
    return tuple(topics[: config.topic_most])


ALL = "all"  # of a unit nothing is told yet


class Covered(NamedTuple):
    """What topics tell of a unit: ``theme``, the title of the large chapter that alone tells it, or ``""`` where more is told; the words, as they
    stand there, by which it is told (one of them ``""`` where all of it is)."""

    theme: str
    words: tuple[str, ...]


def covered(tales: Iterable[Tale], side: Side) -> dict[str, Covered]:
    """The units of topics that will be told, and what is told of them."""
    found: dict[str, Covered] = {}
    for known, one in tales:
        if one.importance >= side.pair.config.topic_least:
            theme = one.label if known.members[0].kind in PLACED and len(one.paragraphs) >= MANY_UNITS else ""
            for unit in one.paragraphs:
                told = found.get(unit, Covered(ALL, ()))
                words = [member.places[unit] for member in known.members if unit in member.places]
                found[unit] = Covered(theme if told.theme else "", (*told.words, *words))
    return found
