"""Subject matter that the one report treats and the other does not, as an officer would name it in a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ccdiff.derive.context import Pair
from ccdiff.derive.topics.agenda import agenda
from ccdiff.derive.topics.answered import answered, unsaid, unswapped
from ccdiff.derive.topics.called import covered, tales, told
from ccdiff.derive.topics.chapters import advice, leads, sections
from ccdiff.derive.topics.clusters import cluster, join
from ccdiff.derive.topics.events import joint, modes, resolutions, themes
from ccdiff.derive.topics.labels import sound
from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.names import capitalised, initials, named, titles
from ccdiff.derive.topics.naming import about, central
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.terms import terms
from ccdiff.model.changes import Topic

# A way of finding topics is one function (side -> candidates) and one place here, with the case that it is for.
FINDERS: tuple[Callable[[Side], Iterable[Candidate]], ...] = (
    advice,  # the chapter of recommendations is gone (8th report, 45 to 47)
    agenda,  # an agenda item is gone (8th report, 6, item 4)
    sections,  # a chapter about cultural property (CTOC working group, IV)
    leads,  # 着力缓解企业融资难融资贵问题 (work report, 2019, 三.（一）)
    themes,  # the theme of a panel (8th report, 29)
    modes,  # held online (9th report, 5)
    joint,  # considered jointly with other bodies (9th report, 8)
    resolutions,  # mandates from resolutions 8/2 and 8/6 (9th report, 14 to 23)
    named,  # 利雅得倡议, COVID-19 大流行, TRACK (9th report, 33, 20, 40)
    titles,  # 《跨境请求提供电子证据实用指南》 (8th report, 33)
    capitalised,  # Disengagement Observer Force
    initials,  # AIPP, in a heading and twice below it
    terms,  # human rights in four paragraphs (8th report, 13 to 36)
)

__all__ = ["topics"]


def topics(pair: Pair) -> tuple[Topic, ...]:
    """New topics, then dropped ones, each in order of importance. ``pair.rows`` must have been judged."""
    sides = Side(pair, "new"), Side(pair, "dropped")
    new, dropped = unswapped((_found(sides[0]), _found(sides[1])), sides)
    return (*_told(new, sides[0]), *_told(dropped, sides[1]))


def _told(found: list[Candidate], side: Side) -> tuple[Topic, ...]:
    """The topics of one side: those that were found, and what paragraphs are about that none of them tells."""
    own = central(found, side)
    first = tales(cluster(own, side), side)
    more = join(about(side, covered(first, side)), side)
    return told([*first, *tales(more, side)], side)


def _found(side: Side) -> list[Candidate]:
    every = [c for c in (sound(candidate, side) for find in FINDERS for candidate in find(side)) if c]
    said = [answered(candidate, side) for candidate in every]
    return unsaid(every, said)
