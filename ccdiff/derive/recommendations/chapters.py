"""The recommendations of both reports of a pair, of which the one may call its chapter otherwise: "Advice to States and tasks for the Unit".

A chapter whose points stand beside those of a chapter of recommendations in the other report is one, whatever its title and the verb that
opens it. What stands word for word in both reports is a recommendation of both or of neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice, find_also, find_recommendations
from ccdiff.reading import Reading

FEW = 2  # points that must stand beside points of the other report
SHARE = 0.4  # or so many of the chapter's points
SURE = 0.5  # score of a link that counts


def recommended(pair: Pair) -> tuple[tuple[Advice, ...], tuple[Advice, ...]]:
    """What the old report recommends, and what the new one does."""
    old, new = pair.old.once(find_recommendations), pair.new.once(find_recommendations)
    links = [(a, b) for link in pair.alignment.paragraphs if link.score >= SURE for a in link.old for b in link.new]
    more = _chapters(pair.new, new, old, links)
    less = _chapters(pair.old, old, new, [(b, a) for a, b in links])
    old, new = (find_also(pair.old, less) if less else old), (find_also(pair.new, more) if more else new)
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


def _chapters(
    there: Reading, known: tuple[Advice, ...], mine: tuple[Advice, ...], links: list[tuple[str, str]]
) -> frozenset[str]:
    """The sections of a report, no chapters of recommendations so far, in which points stand beside recommendations of the other."""
    found, advised = {one.locator for one in known}, {one.locator for one in mine}
    section_of = {p.id: p.section for p in there.report.paragraphs if p.kind == "item" or not p.number}
    beside = Counter(section_of[b] for a, b in links if a in advised and b in section_of and b not in found)
    return frozenset(
        section
        for section, count in beside.items()
        if count >= FEW and count >= SHARE * sum(held == section for held in section_of.values())
    )
