"""What the aligner knows of one report: its places (paragraphs and items) and areas (sections), with terms and functions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field

from ccdiff.align.roles import roles
from ccdiff.language import Language, plain
from ccdiff.model.record import draft
from ccdiff.model.report import Section
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences
from ccdiff.text.similarity import Terms, phrases, terms

ENOUGH = 0.34  # of a section's paragraphs that must show a function for the section to have it
FEW = 3  # places of one report; a phrase of more says nothing about which of them is meant
RECITAL = "resolution"  # the function of paragraphs that recite a resolution (language tables, roles)
SEVERAL = 3  # places with a function that a meeting's own report has once
FORMULA = "="  # marks the term of a standing formula; a folded text's own terms never begin with it


@draft
class Place:
    """A paragraph or item: ``key`` is its folded text, ``area`` the index of its section, ``rank`` its index in reading order.

    ``clauses``: of a recital, the clauses that it names.
    """

    id: str
    rank: int
    area: int
    key: str
    terms: Terms
    phrases: Terms = field(repr=False)
    roles: frozenset[str]
    parent: int | None
    text: str
    front: bool = False
    clauses: frozenset[str] = frozenset()
    items: list[int] = field(default_factory=list)
    _sentences: tuple[Terms, ...] | None = field(default=None, repr=False)

    def sentences(self) -> tuple[Terms, ...]:
        """The terms of each sentence that has any, in order; words of standing formulas are left out."""
        if self._sentences is None:
            found = (terms(fold(span.text)) & self.terms for span in sentences(self.text))
            self._sentences = tuple(filter(None, found))
        return self._sentences


@draft
class Area:
    """A section: ``places`` are those directly under its heading, ``within`` those and its subsections'.

    ``role`` is the function that its title names, ``content`` are those that its paragraphs show.
    """

    id: str
    rank: int
    title: str
    terms: Terms
    role: str
    level: int
    parent: int | None
    places: list[int]
    within: list[int]
    content: frozenset[str] = frozenset()


@draft
class Features:
    """All places and areas of a report, in reading order.

    ``several``: functions that a meeting's own report has once and this one in many places; ``counts``: in how many places a term stands; ``postings``: in which (rank); ``holders``: the same of phrases of few places.
    """

    places: list[Place]
    areas: list[Area]
    strength: dict[str, int]
    apart: tuple[str, ...]
    voices: tuple[frozenset[str], ...]
    several: frozenset[str]
    counts: dict[str, int]
    postings: dict[str, Sequence[int]]
    holders: dict[str, Sequence[int]]


def features(reading: Reading) -> Features:
    """What the aligner knows of a report. Use ``reading.once(features)``."""
    areas = _areas(reading)
    at = {area.id: area.rank for area in areas}
    places = _places(reading, at)
    for place in places:
        areas[place.area].places.append(place.rank)
        above: int | None = place.area
        while above is not None:
            areas[above].within.append(place.rank)
            above = areas[above].parent
    known = reading.language.once(roles)
    for area in areas:
        area.content = _content([places[rank] for rank in area.within], known.areas)
    _leave_to_parents(areas)
    postings = _postings(place.terms for place in places)
    holders = {
        phrase: ranks for phrase, ranks in _postings(place.phrases for place in places).items() if len(ranks) <= FEW
    }
    counts = {term: len(ranks) for term, ranks in postings.items()}
    return Features(
        places,
        areas,
        known.strength,
        known.apart,
        known.voices,
        _several(places, known.once),
        counts,
        postings,
        holders,
    )


def _several(places: list[Place], once: frozenset[str]) -> frozenset[str]:
    """The functions of ``once`` that so many places show that they tell of several bodies."""
    count = Counter(role for place in places for role in place.roles & once)
    return frozenset(role for role, number in count.items() if number >= SEVERAL)


def _postings(found: Iterable[Terms]) -> dict[str, Sequence[int]]:
    """In which places (ranks) each term stands. Most stand in one: those are taken together, not one by one."""
    postings: dict[str, Sequence[int]] = {}
    for rank, held in enumerate(found):
        known = held & postings.keys()
        for term in known:
            ranks = postings[term]
            if isinstance(ranks, list):
                ranks.append(rank)
            else:
                postings[term] = [*ranks, rank]
        postings.update(dict.fromkeys(held - known, (rank,)))
    return postings


def _leave_to_parents(areas: list[Area]) -> None:
    """A function that sections under one heading share is that heading's, and says nothing of which of them is meant."""
    shown = Counter((area.parent, role) for area in areas for role in area.content)
    for area in areas:
        if area.parent is not None:
            area.content = frozenset(role for role in area.content if shown[area.parent, role] < 2)


def _content(places: list[Place], area_of: dict[str, str]) -> frozenset[str]:
    """The functions of sections that enough of the paragraphs speak for."""
    found = Counter(role for place in places for role in {area_of[role] for role in place.roles if role in area_of})
    return frozenset(role for role, count in found.items() if count >= ENOUGH * len(places))


def _areas(reading: Reading) -> list[Area]:
    known = reading.language.once(roles)
    sections = reading.report.sections
    at = {section.id: rank for rank, section in enumerate(sections)}
    return [_area(section, rank, at, known.of_title) for rank, section in enumerate(sections)]


def _area(section: Section, rank: int, at: dict[str, int], role) -> Area:  # type: ignore[no-untyped-def]
    title = fold(section.title).lower()
    parent = at.get(section.parent) if section.parent is not None else None
    if parent is not None and parent >= rank:
        parent = None  # a heading stands before what it heads; anything else would be a circle
    return Area(section.id, rank, title, terms(title), role(title), section.level, parent, [], [])


def _places(reading: Reading, areas: dict[str, int]) -> list[Place]:
    paragraphs = reading.report.paragraphs
    at = {paragraph.id: rank for rank, paragraph in enumerate(paragraphs)}
    known = reading.language.once(roles)
    keys = [fold(paragraph.text) for paragraph in paragraphs]
    places = [
        Place(
            paragraph.id,
            rank,
            areas[paragraph.section],
            key,
            found,
            phrases(key),
            known.of_paragraph(key.lower()),
            at.get(paragraph.parent) if paragraph.parent is not None else None,
            paragraph.text,
            paragraph.kind == "front",
        )
        for rank, (paragraph, key, found) in enumerate(
            zip(paragraphs, keys, _terms(keys, reading.language), strict=True)
        )
    ]
    for place in places:
        if place.parent is not None:
            places[place.parent].items.append(place.rank)
    for place in places:
        if place.items or place.key.endswith(":"):
            place.roles = known.of_chapeau(place.roles)
        if RECITAL in place.roles:
            place.clauses = known.of_clauses(place.key.lower().replace(" ", ""))
        if place.parent is not None:
            place.roles |= known.of_items(places[place.parent].roles)
    return places


@plain
def formulas(language: Language) -> tuple[str, ...]:
    """The standing formulas and the names of States of a language, folded, the longest first. Use ``language.once(formulas)``.

    A list of States shares many characters with another list of States, whatever the two are about. Names in Latin letters are
    left out: they stand inside other words (Oman, Romania), and are one or two terms anyway.
    """
    known = {fold(word).lower() for word in language.words("formulas")}
    known |= {fold(name) for row in language.rows("states") for name in row[1:] if not name.isascii()}
    return tuple(sorted(known, key=lambda formula: (-len(formula), formula)))


def _terms(keys: list[str], language: Language) -> list[Terms]:
    """The terms of each text; a standing formula is one term, and its words are none."""
    whole = "\n".join(keys).lower()  # a folded text has no line feed
    known = [formula for formula in language.once(formulas) if formula in whole]
    held = _held(known, whole)
    for formula in known:
        whole = whole.replace(formula, " ")
    plain = whole.split("\n") if keys else []
    return [terms(text) | {FORMULA + f for f in found} for text, found in zip(plain, held, strict=False)]


def _held(formulas: list[str], whole: str) -> list[list[str]]:
    """For each line of a text the formulas that stand in it, in their order."""
    ends = [at for at, char in enumerate(whole) if char == "\n"]
    held: list[list[str]] = [[] for _ in range(len(ends) + 1)]
    for formula in formulas:
        at = whole.find(formula)
        while at >= 0:
            line = bisect_left(ends, at)
            held[line].append(formula)
            at = whole.find(formula, ends[line]) if line < len(ends) else -1
    return held
