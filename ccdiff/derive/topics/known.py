"""Whether the other report is known to have a thing under another wording, or by its code."""

from __future__ import annotations

from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.presence import Side
from ccdiff.text.normalise import fold


def elsewhere(candidate: Candidate, side: Side) -> bool:
    """Whether the other report is known to have the thing under another wording, or by its code."""
    return _reworded(candidate.label, side)


def _reworded(label: str, side: Side) -> bool:
    """Whether ``label`` is listed among the other wordings of one thing, or most of it is."""
    mine = fold(label).lower()
    return any([mine in wording or (wording in mine and 2 * len(wording) > len(mine)) for wording in side.wordings])
