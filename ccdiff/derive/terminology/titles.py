"""Titles of corresponding sections that say the same in other words: Safety underground, Protection of miners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from ccdiff.derive.attendance.lexicon import lexicon
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import facts_differ, judge, unmatched, weight
from ccdiff.derive.relations.replaced import retitled, under
from ccdiff.derive.relations.substance import HAN, Substance, lexis
from ccdiff.derive.terminology.edits import Pairs, Words
from ccdiff.model.alignment import Link
from ccdiff.model.changes import Term
from ccdiff.text.normalise import fold

STOPS = ("。", ".", "！", "!")


def titles(pair: Pair, replaced: Collection[Words]) -> Iterator[Term]:
    """Titles of corresponding sections that say the same in other words, each pair of titles once."""
    found: Pairs = defaultdict(dict)
    for link, one, other in retitled(pair):
        if (link.old[0], link.new[0]) not in replaced and _one_title(link, one, other, pair):
            found[one, other][link.old[0], link.new[0]] = None
    for words, places in found.items():
        yield Term(*words, tuple(places), "heading")


def _one_title(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two titles of corresponding sections are two wordings; capitals make none, and a title that is a sentence is a statement."""
    if one.endswith(STOPS) or other.endswith(STOPS):
        return False
    return _same_matter(link, one, other, pair) or _same_heading(one, other, pair)


def _same_matter(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two short titles stand over the same: half of the paragraphs under either at least correspond to some under the other.

    Not where one title only says more of the other (Agenda, Agenda and documents), joins to it another thing (通过报告, 报告的通过和会议闭幕),
    or has another number.
    """
    names, lex = (fold(one).lower(), fold(other).lower()), pair.old.language.once(lexis)
    if names[0] in names[1] or names[1] in names[0] or max(map(_size, names)) > pair.config.term_title:
        return False
    here, there = Substance(one, lex), Substance(other, lex)
    if facts_differ(here, there) or here.numbers or there.numbers or link.score < pair.config.term_link:
        return False
    parts = [_joined(title, pair) for title in names]
    if len(parts[0]) != len(parts[1]) and (_within(parts[0], there) or _within(parts[1], here)):
        return False
    old, new = (reading.once(under)[at[0]] for reading, at in ((pair.old, link.old), (pair.new, link.new)))
    linked = (
        sum(not new.isdisjoint(pair.in_new(at)) for at in old),
        sum(not old.isdisjoint(pair.in_old(at)) for at in new),
    )
    return bool(old and new) and 2 * linked[0] >= len(old) and 2 * linked[1] >= len(new)


def _within(parts: list[str], title: Substance) -> bool:
    """Whether all that one part of a title says stands in the other title, which has other things beside it."""
    words = set(title.words)
    told = ({word for word in Substance(part, title.lexis).words if weight(word, title.lexis) > 0} for part in parts)
    return any(said and said <= words for said in told)


def _size(title: str) -> int:
    """The length of a title: a Latin word counts as two characters."""
    return len(HAN.findall(title)) + 2 * len(title.split()) if HAN.search(title) else 2 * len(title.split())


def _joined(title: str, pair: Pair) -> list[str]:
    """The things that a folded title joins to one another."""
    parts = [title]
    for join in (",", *pair.old.language.once(lexicon).joins):
        split = [rest for part in parts for rest in part.split(join)]
        parts = split if min(map(len, split)) > 1 else parts
    return parts


def _same_heading(one: str, other: str, pair: Pair) -> bool:
    if judge(one, other, pair.old, pair.config) != "reworded":
        return False
    lex = pair.old.language.once(lexis)
    return unmatched(Substance(one, lex), Substance(other, lex)) <= pair.config.term_heading
