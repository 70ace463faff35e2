"""Whether the other report is known to have a thing under another wording, or by its code."""

from __future__ import annotations

import re

from ccdiff.derive.topics.field import Field
from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.presence import Side
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold


def elsewhere(candidate: Candidate, side: Side) -> bool:
    """Whether the other report is known to have the thing under another wording, or by its code."""
    return _reworded(candidate.label, side) or _coded(candidate, side)


CODE = re.compile(r"\b([A-Z]{2,})[ \-‑]?(\d{2,})\b")
NEARBY = 16  # characters between a name and the code that stands for it: PEP 678 (Enriching Exception with Notes)


def _coded(candidate: Candidate, side: Side) -> bool:
    """Whether a name stands beside a code by which the other report speaks of the same: PEP 678 (Enriching Exceptions), PEP-678."""
    for unit, words in candidate.places.items():
        text = side.text.get(unit, "")
        at = text.find(words) if words else -1
        start = max(at, 0)
        if (opening := text.rfind("(", 0, start)) > text.rfind(")", 0, start):
            start = opening  # of the brackets behind a code all is its name
        near = CODE.findall(text, max(0, start - NEARBY), at + len(words) + NEARBY) if at >= 0 else []
        if near and all(pair in side.there.once(codes) for pair in near):
            return True
    return False


def codes(reading: Reading) -> frozenset[tuple[str, str]]:
    """The codes of a report: letters and number. Use ``reading.once(codes)``."""
    return frozenset(CODE.findall("\n".join(unit.text for unit in reading.once(Field).units)))


def _reworded(label: str, side: Side) -> bool:
    """Whether ``label`` is listed among the other wordings of one thing, or most of it is."""
    mine = fold(label).lower()
    return any([mine in wording or (wording in mine and 2 * len(wording) > len(mine)) for wording in side.wordings])
