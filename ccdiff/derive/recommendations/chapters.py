"""The recommendations of both reports of a pair: what stands word for word in both is a recommendation of both or of neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.reading import Reading


def recommended(pair: Pair) -> tuple[tuple[Advice, ...], tuple[Advice, ...]]:
    """What the old report recommends, and what the new one does."""
    old, new = pair.old.once(find_recommendations), pair.new.once(find_recommendations)
    whole = [row for row in pair.rows if row.relation == "unchanged" and len(row.old) == len(row.new) == 1]
    same = [(row.old[0], row.new[0]) for row in whole]
    return _said_here(pair.old, old, new, {b: a for a, b in same}), _said_here(pair.new, new, old, dict(same))


def _said_here(
    there: Reading, known: tuple[Advice, ...], mine: tuple[Advice, ...], same: Mapping[str, str]
) -> tuple[Advice, ...]:
    """What a report recommends, with what it says in the very words of one of the other's recommendations (``same``: its place here)."""
    found = {one.locator: one for one in known}
    said = {same[one.locator]: one for one in mine if one.locator in same and same[one.locator] not in found}
    if not said:
        return known
    found |= {at: replace(one, locator=at) for at, one in said.items()}
    order = {paragraph.id: k for k, paragraph in enumerate(there.report.paragraphs)}
    return tuple(sorted(found.values(), key=lambda one: order.get(one.locator, len(order))))
