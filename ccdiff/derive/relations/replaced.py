"""Sections that stand in the place of others, of another matter: one item of an agenda where another was, told in the words of every meeting."""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.balance import weight
from ccdiff.derive.relations.substance import Substance, lexis
from ccdiff.model.alignment import Link
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

Places = tuple[str, str]  # a section of the old report and one of the new
SHARED = 10.0  # weight of the words that two texts share from which they are of one matter: 数字鸿沟, 数码差距 16.6; 冷藏库改造, 渔船保险 4.6


def replacing(pair: Pair) -> dict[Places, tuple[set[str], set[str]]]:
    """Sections that stand in the place of others, of another matter, with the paragraphs under either: what stands there is no other wording."""
    here, there = pair.old.once(under), pair.new.once(under)
    return {
        (link.old[0], link.new[0]): (here[link.old[0]], there[link.new[0]])
        for link, one, other in retitled(pair)
        if _two_matters(link, one, other, pair)
    }


def retitled(pair: Pair) -> Iterator[tuple[Link, str, str]]:
    """The links of one section to one whose titles differ in more than capitals, with both."""
    for link in pair.alignment.sections:
        if len(link.old) == len(link.new) == 1:
            one, other = pair.old.report.section(link.old[0]).title, pair.new.report.section(link.new[0]).title
            if one and other and fold(one).lower() != fold(other).lower():
                yield link, one, other


def under(reading: Reading) -> dict[str, set[str]]:
    """The paragraphs under each heading and under the headings below it."""
    found: dict[str, set[str]] = {section.id: set(section.paragraphs) for section in reading.report.sections}
    for section in reversed(reading.report.sections):  # a heading stands before those below it
        if section.parent in found:
            found[section.parent] |= found[section.id]
    return found


def _two_matters(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether each title speaks of what only the text under it speaks of, and the two texts share little else: one item of an agenda in
    the place of another, in the words of every meeting ("Delegates discussed …").
    """
    lex = pair.old.language.once(lexis)
    titled = [{word for word in Substance(title, lex).words if weight(word, lex) > 0} for title in (one, other)]
    if titled[0] <= titled[1] or titled[1] <= titled[0]:  # what both titles say is no title's own
        return False
    here, there = _said(pair.old, link.old[0]), _said(pair.new, link.new[0])
    own = (not titled[0].isdisjoint(here - there), not titled[1].isdisjoint(there - here))
    crossed = not titled[0].isdisjoint(there) or not titled[1].isdisjoint(here)
    shared = sum(max(0.0, weight(word, lex)) for word in here & there)
    return all(own) and not crossed and shared < SHARED


def _said(reading: Reading, section: str) -> set[str]:
    """The words of what stands under a heading."""
    lex = reading.language.once(lexis)
    return {word for at in reading.once(under)[section] for word in Substance(reading.report.text(at), lex).words}
