"""Titles of corresponding sections that say the same in other words: Safety underground, Protection of miners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import judge, unmatched
from ccdiff.derive.relations.substance import HAN, Substance, lexis
from ccdiff.derive.terminology.edits import Pairs
from ccdiff.model.alignment import Link
from ccdiff.model.changes import Term
from ccdiff.text.normalise import fold

STOPS = ("。", ".", "！", "!")


def titles(pair: Pair) -> Iterator[Term]:
    """Titles of corresponding sections that say the same in other words, each pair of titles once."""
    found: Pairs = defaultdict(dict)
    for link in pair.alignment.sections:
        if len(link.old) == len(link.new) == 1:
            one, other = pair.old.report.section(link.old[0]).title, pair.new.report.section(link.new[0]).title
            if one and other and fold(one).lower() != fold(other).lower() and _one_title(link, one, other, pair):
                found[one, other][link.old[0], link.new[0]] = None
    for words, places in found.items():
        yield Term(*words, tuple(places), "heading")


def _one_title(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two titles of corresponding sections are two wordings; a title that is a sentence is a statement."""
    if one.endswith(STOPS) or other.endswith(STOPS):
        return False
    return _same_matter(link, one, other, pair) or _same_heading(one, other, pair)


def _same_matter(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two short titles of sections that surely correspond name one matter.

    Not where one title only says more of the other (Agenda, Agenda and documents), has a number, or names another State or body.
    """
    names, lex = (fold(one).lower(), fold(other).lower()), pair.old.language.once(lexis)
    if names[0] in names[1] or names[1] in names[0] or max(map(_size, names)) > pair.config.term_title:
        return False
    here, there = Substance(one, lex), Substance(other, lex)
    apart = here.places ^ there.places | here.names ^ there.names | here.numbers | there.numbers
    return link.score >= pair.config.term_link and not apart


def _size(title: str) -> int:
    """The length of a title: a Latin word counts as two characters."""
    return len(HAN.findall(title)) + 2 * len(title.split()) if HAN.search(title) else 2 * len(title.split())


def _same_heading(one: str, other: str, pair: Pair) -> bool:
    if judge(one, other, pair.old, pair.config) != "reworded":
        return False
    lex = pair.old.language.once(lexis)
    return unmatched(Substance(one, lex), Substance(other, lex)) <= pair.config.term_heading
