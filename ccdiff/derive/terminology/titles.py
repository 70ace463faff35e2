"""Titles of corresponding sections that say the same in other words: Safety underground, Protection of miners.

No term is what names other steps of a meeting, or one with a word more (table ``headings``, kind ``step``), nor what names two
things: another identifier or letter (甲库, 丙库), or another matter of one deed (讨论冷气机汰换, 讨论冷气机报价).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.bonds import MEANING, bond
from ccdiff.derive.relations.judging import judge, swapped_rows, unmatched
from ccdiff.derive.relations.substance import HAN, Substance, lexis
from ccdiff.derive.terminology.edits import Pairs
from ccdiff.language import Language, plain
from ccdiff.model.alignment import Link
from ccdiff.model.changes import Term
from ccdiff.text.normalise import fold

STOPS = ("。", ".", "！", "!")
LATIN = re.compile(r"[A-Za-z0-9]+(?:[_./-][A-Za-z0-9]+)*")
IDENTIFIER = re.compile(r".*(?:\d|_|[a-z][A-Z])|[B-HJ-Z]$")  # 2023, distributed_camera, OpenHarmony, B
PERSON = re.compile(
    r"\s(?:[-–—]{1,2}\s|\()(?:[A-Z]\.? ?){1,2} [A-Z][a-z]"
)  # who reports on an item: Outreach - I Einowski
TAIL = re.compile(r"\s+(?:[-–—]{1,2}\s|\().+$")


def titles(pair: Pair) -> Iterator[Term]:
    """Titles of corresponding sections that say the same in other words, each pair of titles once."""
    found: Pairs = defaultdict(dict)
    for link in pair.alignment.sections:
        if len(link.old) == len(link.new) == 1:
            ends = pair.old.report.section(link.old[0]).title or "", pair.new.report.section(link.new[0]).title or ""
            one, other = (TAIL.sub("", title) for title in ends) if any(map(PERSON.search, ends)) else ends
            if one and other and fold(one).lower() != fold(other).lower() and _one_title(link, one, other, pair):
                found[one, other][link.old[0], link.new[0]] = None
    for words, places in found.items():
        yield Term(*words, tuple(places), "heading")


def _one_title(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two titles of corresponding sections are two wordings; a title that is a sentence is a statement."""
    if one.endswith(STOPS) or other.endswith(STOPS) or _apart(one, other, pair):
        return False
    return _same_matter(link, one, other, pair) or _same_heading(one, other, pair)


def _apart(one: str, other: str, pair: Pair) -> bool:
    """Whether two titles name other steps of a meeting, or one with a word more, other things, or other matters of one deed."""
    steps, deeds, letters = pair.old.language.once(_steps)
    names = fold(one).lower(), fold(other).lower()
    here, there = ({steps[word] for word in steps if word in name} for name in names)
    if here and there and (here != there or names[0] in names[1] or names[1] in names[0]):
        return True
    told = [_identifiers(title, letters) for title in (one, other)]
    if all(told) and told[0] != told[1]:
        return True
    words = [tuple(filter(str.strip, pair.old.words(name))) for name in names]
    deed = any(all(name.startswith(word) for name in names) for word in deeds)
    return deed and bond((words[0], words[1]), pair.old.language.once(lexis)) != MEANING


@plain
def _steps(language: Language) -> tuple[dict[str, int], tuple[str, ...], frozenset[str]]:
    """The words for the steps of a meeting, each with its row, those with which its items begin, and what things are lettered with."""
    rows = language.rows("headings")
    steps = {word: number for number, row in enumerate(rows) if row[0] == "step" for word in row[1:]}
    deeds, letters = ([word for row in rows if row[0] == kind for word in row[1:]] for kind in ("deed", "letter"))
    return steps, tuple(deeds), frozenset(letters)


def _identifiers(title: str, letters: frozenset[str]) -> frozenset[str]:
    """What tells a thing from others of its kind: letters and identifiers, in Han characters any Latin word."""
    han = HAN.search(title)
    return letters.intersection(title) | {word for word in LATIN.findall(title) if han or IDENTIFIER.match(word)}


def _same_matter(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two short titles of sections that surely correspond name one matter.

    Not where one title only says more of the other (Agenda, Agenda and documents), has a number, or names another State, body or post.
    """
    names, lex = (fold(one).lower(), fold(other).lower()), pair.old.language.once(lexis)
    if names[0] in names[1] or names[1] in names[0] or max(map(_size, names)) > pair.config.term_title:
        return False
    here, there = Substance(one, lex), Substance(other, lex)
    apart = here.places ^ there.places | here.names ^ there.names | here.numbers | there.numbers
    return link.score >= pair.config.term_link and not apart and not swapped_rows(here, there)


def _size(title: str) -> int:
    """The length of a title: a Latin word counts as two characters."""
    return len(HAN.findall(title)) + 2 * len(title.split()) if HAN.search(title) else 2 * len(title.split())


def _same_heading(one: str, other: str, pair: Pair) -> bool:
    if judge(one, other, pair.old, pair.config) != "reworded":
        return False
    lex = pair.old.language.once(lexis)
    return unmatched(Substance(one, lex), Substance(other, lex)) <= pair.config.term_heading
