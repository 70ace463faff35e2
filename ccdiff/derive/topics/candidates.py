"""What may be a topic, found generously: whether it is one, and which name tells it, is weighed afterwards (evidence)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ccdiff.derive.topics.agenda import agenda
from ccdiff.derive.topics.chapters import advice, sections
from ccdiff.derive.topics.events import joint, modes, resolutions, themes
from ccdiff.derive.topics.labels import sound
from ccdiff.derive.topics.matter import OWN_PLACE, Candidate
from ccdiff.derive.topics.names import named
from ccdiff.derive.topics.naming import about
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.proper import proper
from ccdiff.derive.topics.terms import terms
from ccdiff.text.normalise import fold

# A way of finding topics is one function (side -> candidates) and one place here, with the case that it is for.
FINDERS: tuple[Callable[[Side], Iterable[Candidate]], ...] = (
    advice,  # the chapter of recommendations is gone (8th report, 45 to 47)
    agenda,  # an agenda item is gone (8th report, 6, item 4)
    sections,  # a chapter about cultural property (CTOC working group, IV)
    themes,  # the theme of a panel (8th report, 29)
    modes,  # held online (9th report, 5)
    joint,  # considered jointly with other bodies (9th report, 8)
    resolutions,  # mandates from resolutions 8/2 and 8/6 (9th report, 14 to 23)
    proper,  # “清湖倡议”, Lake Tai v. Blue Star Plastics
    named,  # 利雅得倡议, COVID-19 大流行, TRACK (9th report, 33, 20, 40)
    terms,  # human rights in four paragraphs (8th report, 13 to 36)
    about,  # what a paragraph or a sentence of its own is about
)

MARKS = '"<>'


def candidates(side: Side) -> list[Candidate]:
    """All that may be a topic of one side, each name once; of the kind that found it first."""
    found: dict[str, Candidate] = {}
    for candidate in _every(side):
        key = fold(candidate.label).lower().strip(MARKS)
        known = found.get(key)
        found[key] = _both(known, candidate) if known else candidate
    return list(found.values())


def _both(one: Candidate, other: Candidate) -> Candidate:
    """A candidate that was found in two ways, or in two units."""
    places, level, ways = (
        {**one.places, **other.places},
        min(one.level, other.level),
        one.ways + (one.kind != other.kind),
    )
    return Candidate(one.label, one.kind, places, one.keys, level, one.central or other.central, ways)


def _every(side: Side) -> Iterator[Candidate]:
    for find in FINDERS:
        for candidate in find(side):
            told = sound(candidate, side)
            if told and not _reworded(told, side):
                yield told


def _reworded(candidate: Candidate, side: Side) -> bool:
    """Whether a name is listed among the other wordings of one thing, or most of it is where it is cut from a text."""
    mine, cut = fold(candidate.label).lower(), candidate.kind not in OWN_PLACE
    return any([mine in one or (cut and one in mine and 2 * len(one) > len(mine)) for one in side.wordings])
