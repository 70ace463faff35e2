"""What the aligner knows of one report: its places (paragraphs and items) and areas (sections), with terms and functions."""

from __future__ import annotations

from dataclasses import dataclass, field

from ccdiff.align.roles import roles
from ccdiff.language import Language
from ccdiff.model.report import Section
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences
from ccdiff.text.similarity import Terms, terms

FORMULA = "="  # marks the term of a standing formula; a folded text's own terms never begin with it


@dataclass(slots=True, eq=False)
class Place:
    """A paragraph or item: ``key`` is its folded text, ``area`` the index of its section, ``rank`` its index in reading order."""

    id: str
    rank: int
    area: int
    key: str
    terms: Terms
    roles: frozenset[str]
    item: bool
    parent: int | None
    text: str
    _sentences: tuple[Terms, ...] | None = field(default=None, repr=False)

    def sentences(self) -> tuple[Terms, ...]:
        """The terms of each sentence that has any, in order; words of standing formulas are left out."""
        if self._sentences is None:
            found = (terms(fold(span.text)) & self.terms for span in sentences(self.text))
            self._sentences = tuple(filter(None, found))
        return self._sentences


@dataclass(slots=True, eq=False)
class Area:
    """A section: ``places`` are those directly under its heading, ``within`` those and its subsections'."""

    id: str
    rank: int
    title: str
    terms: Terms
    role: str
    level: int
    parent: int | None
    places: list[int]
    within: list[int]


@dataclass(slots=True, eq=False)
class Features:
    """All places and areas of a report, in reading order."""

    places: list[Place]
    areas: list[Area]
    strength: dict[str, int]


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
    return Features(places, areas, reading.language.once(roles).strength)


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
    found = _terms(keys, reading.language)
    return [
        Place(
            paragraph.id,
            rank,
            areas[paragraph.section],
            keys[rank],
            found[rank],
            known.of_paragraph(keys[rank].lower()),
            paragraph.kind == "item",
            at.get(paragraph.parent) if paragraph.parent is not None else None,
            paragraph.text,
        )
        for rank, paragraph in enumerate(paragraphs)
    ]


def formulas(language: Language) -> tuple[str, ...]:
    """The standing formulas of a language, folded, the longest first. Use ``language.once(formulas)``."""
    known = {fold(word).lower() for word in language.words("formulas")}
    return tuple(sorted(known, key=lambda formula: (-len(formula), formula)))


def _terms(keys: list[str], language: Language) -> list[Terms]:
    """The terms of each text; a standing formula is one term, and its words are none."""
    whole = "\n".join(keys).lower()  # a folded text has no line feed
    known = language.once(formulas)
    held: list[tuple[str, ...]] = [tuple(f for f in known if f in text) for text in whole.split("\n")]
    for formula in known:
        whole = whole.replace(formula, " ")
    plain = whole.split("\n") if keys else []
    return [terms(text) | {FORMULA + f for f in found} for text, found in zip(plain, held, strict=False)]
