"""Which places of two reports correspond: locators and scores, never texts. See docs/alignment.md."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.align.core import solve
from ccdiff.align.features import features
from ccdiff.align.roles import roles
from ccdiff.align.rows import paragraph_links, section_links
from ccdiff.align.settled import review
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.model.alignment import Alignment, ReviewedRow
from ccdiff.reading import Reading

__all__ = ["align"]


def align(old: Reading, new: Reading, config: AlignThresholds, reviewed: Sequence[ReviewedRow] = ()) -> Alignment:
    """Which sections and paragraphs of ``old`` and ``new`` correspond; ``reviewed`` rows stand as persons settled them.

    Every section and paragraph of both stands in at least one row. ``align(new, old)`` is the same turned round.
    Raises ``CcdiffError`` where reviewed rows contradict one another.
    """
    left, right = old.once(features), new.once(features)
    settled = review(reviewed, old.report, new.report)
    solution = solve(left, right, config, settled.paragraphs, settled.sections)
    return Alignment(
        section_links(solution, left, right, settled, old.language.once(roles), config),
        paragraph_links(solution, left, right, settled, config),
        settled.notes,
    )
