"""Recommendations as a ledger: what each report recommends, and what became of it in the other.

``why`` is a list of stable ids, joined by ";", each with its evidence behind a colon:

- ``again:0.93``: the new report recommends it again, this much alike
- ``no-such-chapter``: the new report makes no recommendations at all
- ``done:22``, ``wish:41``, ``decision:17``, ``recommended:47(g)``, ``text:18``: its matter is taken up at that place: as something
  done, as what a speaker wished, in the decision of another body, in another recommendation, or otherwise
- ``cited:12``: only the recommendation as such, or those of earlier meetings in general, are cited at that place
- ``theme-absent:文化财产``: what its chapter is about does not occur in the new report
- ``no-trace:0.12``: the nearest place holds no more than this share of its matter
- ``new``: only the new report recommends it
"""

from __future__ import annotations

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import find_recommendations
from ccdiff.derive.recommendations.ledger import Ledger
from ccdiff.model.changes import Recommendation

__all__ = ["find_recommendations", "recommendations"]


def recommendations(pair: Pair) -> tuple[Recommendation, ...]:
    """Every recommendation of the old report with what became of it, then those that only the new report makes."""
    return Ledger(pair).rows()
