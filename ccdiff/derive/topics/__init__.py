"""Subject matter that the one report treats and the other does not, as an officer would name it in a note."""

from __future__ import annotations

from ccdiff.derive.context import Pair
from ccdiff.derive.topics.candidates import FINDERS
from ccdiff.derive.topics.clusters import cluster, told
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.terms import terms
from ccdiff.model.changes import Topic

__all__ = ["topics"]


def topics(pair: Pair) -> tuple[Topic, ...]:
    """New topics, then dropped ones, each in order of importance. ``pair.rows`` must have been judged."""
    return tuple(topic for kind in ("new", "dropped") for topic in _side(Side(pair, kind)))


def _side(side: Side) -> tuple[Topic, ...]:
    candidates = [candidate for find in (*FINDERS, terms) for candidate in find(side)]
    return told(cluster(candidates, side), side)
