"""Subject matter that the one report treats and the other does not, as an officer would name it in a note."""

from __future__ import annotations

from ccdiff.derive.context import Pair
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.telling import told
from ccdiff.model.changes import Topic

__all__ = ["topics"]


def topics(pair: Pair) -> tuple[Topic, ...]:
    """New topics, then dropped ones, each in order of importance. ``pair.rows`` must have been judged."""
    return (*told(Side(pair, "new")), *told(Side(pair, "dropped")))
