"""What the aligner knows of one report: its places (paragraphs and items) and areas (sections), with terms and functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from itertools import chain
from operator import add

from ccdiff.align.roles import KEY, beginnings, roles
from ccdiff.language import Language, plain
from ccdiff.model.named import NamedTuple
from ccdiff.model.record import draft
from ccdiff.model.report import Section
from ccdiff.reading import Reading, senses
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import clauses
from ccdiff.text.similarity import Terms, phrases_of, pieces, terms, terms_of

ENOUGH = 0.34  # of a section's paragraphs that must show a function for the section to have it
RECOMMENDS = "recommends"  # the function of the heads of recommendations (language tables, roles)
RECOMMENDED = "recommendation"  # ... and of a recommendation itself
RECOMMENDS_ALSO = frozenset({RECOMMENDED})
MOSTLY = 3  # recommendations from which a section is taken to consist of them
HAN = "\u3400".__le__  # whether a character of a folded text is Han
ROOT = 5  # letters of a Latin word that its kin share: midwives and midwifery
EDGES = ("edge", "verb")  # kinds of common words (table topic_stop)
VERB, STYLE = "verb", "word"
ENDINGS = ("e", "ed", "es", "ing", "s")
FORMULA = "="  # marks the term of a standing formula; a folded text's own terms never begin with it


@draft
class Place:
    """A paragraph or item: ``key`` is its folded text, ``area`` the index of its section, ``rank`` its index in reading order.

    ``characters`` are its single Han characters; of a text in Latin letters how its words begin, and ``senses`` what they speak of;
    ``formulas`` are those of the terms that are standing formulas.
    """

    id: str
    rank: int
    area: int
    key: str
    terms: Terms
    phrases: list[str] = field(repr=False)
    roles: frozenset[str]
    parent: int | None
    text: str
    front: bool = False
    senses: Terms = frozenset()
    characters: Terms = frozenset()
    formulas: Sequence[str] = ()
    items: list[int] = field(default_factory=list)

    def tellings(self, han: bool) -> list[tuple[Terms, Terms]]:
        """What each clause holds, in order: terms, and single Han characters or how Latin words begin."""
        latin = [term for term in self.terms if term[0] < "\u3400" and term[0] != FORMULA]
        found = []
        for span in clauses(self.text):
            low = fold(span.text).lower()
            if han:
                held = self.terms.intersection([*map(add, low, low[1:]), *[term for term in latin if term in low]])
                found.append((held, self.characters.intersection(low)))
            else:
                held = terms(low) & self.terms
                found.append((held, self.characters.intersection([term[:ROOT] for term in held])))
        return found


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


class Usual(NamedTuple):
    """What names no matter: terms of words that report and arrange, their senses, and single characters that are such words."""

    frame: Terms
    senses: Terms
    small: Terms

    def told(self, place: Place) -> Terms:
        """The standing formulas and the terms of reporting of a place."""
        return (place.terms & self.frame).union(place.formulas)

    def matter(self, place: Place, han: bool) -> Terms:
        """The characters, or how the words begin, of all other terms; of Han not of terms that hold a small word."""
        rest = place.terms - self.frame
        if han:
            return frozenset("".join([t for t in rest if len(t) == 2 and HAN(t) and self.small.isdisjoint(t)]))
        return frozenset([term[:ROOT] for term in rest if len(term) >= ROOT and term[0] != FORMULA])


@draft
class Features:
    """All places and areas of a report, in reading order.

    ``counts``: in how many places a term stands; ``phrases``: those of all places; ``formulas``: the terms that are standing
    formulas; ``usual``: the common words of its language.
    """

    places: list[Place]
    areas: list[Area]
    strength: dict[str, int]
    apart: tuple[str, ...]
    voices: tuple[frozenset[str], ...]
    counts: dict[str, int]
    phrases: Terms
    formulas: Terms
    usual: Usual


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
        _say_alike([places[rank] for rank in area.places])
        area.content = _content([places[rank] for rank in area.within], known.areas)
    counts = Counter(chain.from_iterable([place.terms for place in places]))
    return Features(
        places,
        areas,
        known.strength,
        known.apart,
        known.voices,
        counts,
        frozenset(chain.from_iterable([place.phrases for place in places])),
        frozenset(chain.from_iterable([place.formulas for place in places])),
        reading.language.once(usual_words),
    )


def _say_alike(places: Sequence[Place]) -> None:
    """Where most paragraphs of a section recommend, those of which no words tell what they do recommend, too."""
    told = [place for place in places if RECOMMENDED in place.roles]
    if len(told) >= MOSTLY and 2 * len(told) >= len(places):
        for place in places:
            place.roles = place.roles or RECOMMENDS_ALSO


def postings(places: Iterable[Terms]) -> dict[str, Sequence[int]]:
    """In which places (ranks) each term stands. Most stand in one: those are taken together, not one by one."""
    found: dict[str, Sequence[int]] = {}
    for rank, held in enumerate(places):
        known = held & found.keys()
        for term in known:
            ranks = found[term]
            if isinstance(ranks, list):
                ranks.append(rank)
            else:
                found[term] = [*ranks, rank]
        found.update(dict.fromkeys(held - known if known else held, (rank,)))
    return found


def _content(places: list[Place], area_of: dict[str, str]) -> frozenset[str]:
    """The functions of sections that enough of the paragraphs speak for."""
    found = Counter(role for place in places for role in {area_of[role] for role in place.roles if role in area_of})
    return frozenset(role for role, count in found.items() if count >= ENOUGH * len(places))


def _areas(reading: Reading) -> list[Area]:
    sections, role = reading.report.sections, reading.language.once(roles).of_title
    at = {section.id: rank for rank, section in enumerate(sections)}
    return [_area(section, rank, at, role) for rank, section in enumerate(sections)]


def _area(section: Section, rank: int, at: dict[str, int], role: Callable[[str], str]) -> Area:
    title = fold(section.title).lower()
    parent = at.get(section.parent) if section.parent is not None else None
    if parent is not None and parent >= rank:
        parent = None  # a heading stands before what it heads; anything else would be a circle
    return Area(
        section.id,
        rank,
        title,
        terms(title.replace("-", " ")),
        role(title),
        section.level,
        parent,
        [],
        [],
    )


def _places(reading: Reading, areas: dict[str, int]) -> list[Place]:
    paragraphs = reading.report.paragraphs
    at = {paragraph.id: rank for rank, paragraph in enumerate(paragraphs)}
    known = reading.language.once(roles)
    standing = reading.language.once(formulas)
    spoken = reading.language.once(senses)
    keys = known.keys.union(standing)
    places = []
    for rank, paragraph in enumerate(paragraphs):
        key = fold(paragraph.text)
        low = key.lower()
        characters = set(low)
        begun = beginnings(low, characters, keys)
        parts = pieces(low)
        named = [formula for key in standing.keys() & begun for formula in standing[key] if formula in low]
        held = terms_of(_without(low, named) if named else parts).union(map(FORMULA.__add__, named))
        han = frozenset(filter(HAN, characters))
        places.append(
            Place(
                paragraph.id,
                rank,
                areas[paragraph.section],
                key,
                held,
                phrases_of(parts),
                known.of_paragraph(low, begun),
                at.get(paragraph.parent) if paragraph.parent is not None else None,
                paragraph.text,
                paragraph.kind == "front",
                frozenset() if han else spoken(low),
                han or frozenset([term[:ROOT] for term in held if len(term) >= ROOT]),
                [FORMULA + formula for formula in named],
            )
        )
    for place in places:
        if place.parent is not None:
            places[place.parent].items.append(place.rank)
    own = fold(f"{reading.report.body or ''} {reading.report.title}").lower()
    for place in places:
        if place.items or place.key.endswith(":"):
            place.roles = known.of_chapeau(place.roles)
            if not place.roles and place.items and place.key.lower().rstrip(":").removeprefix("the ") in own:
                place.roles = frozenset({RECOMMENDS})  # a body's name and a colon: what follows is what the body says
        if place.parent is not None:
            place.roles |= known.of_items(places[place.parent].roles)
    return places


def usual_words(language: Language) -> Usual:
    """The common words of a language: tables ``topic_stop``, ``fillers``, ``verbs`` and the words of style in ``variants``."""
    return Usual(*language.once(_usual))


@plain
def _usual(language: Language) -> tuple[Terms, frozenset[str], frozenset[str]]:
    words = {row[0] for row in language.rows("topic_stop") if row[0] != "*" and row[1] in EDGES}
    words.update(word for row in language.rows("variants") if row[0] == STYLE for word in row[1:])
    words.update(word for name in ("fillers", "verbs") for row in language.rows(name) for word in row[1:])
    verbs = [row[0] for row in language.rows("topic_stop") if row[1] == VERB]
    words.update(verb.removesuffix("e") + ending for verb in verbs for ending in ENDINGS)
    frame, spoken = _terms_of(words), language.once(senses)
    meant = frozenset().union(*(spoken(word.lower()) for word in words if word.isascii()))
    return frame, meant, frozenset(word for word in words if len(word) == 1 and HAN(word))


def _terms_of(words: Iterable[str]) -> Terms:
    return frozenset([term for word in words if " " not in word for term in terms(fold(word).lower()) if len(term) > 1])


@plain
def formulas(language: Language) -> dict[str, tuple[str, ...]]:
    """The standing formulas and the names of States of a language, folded, by how they begin. Use ``language.once(formulas)``.

    A list of States shares many characters with another list of States, whatever the two are about. Names in Latin letters are
    left out: they stand inside other words (Oman, Romania), and are one or two terms anyway.
    """
    known = {fold(word).lower() for word in language.words("formulas")}
    known |= {fold(name) for row in language.rows("states") for name in row[1:] if not name.isascii()}
    found: dict[str, tuple[str, ...]] = {}
    for formula in sorted(known - {""}):
        found[formula[:KEY]] = (*found.get(formula[:KEY], ()), formula)
    return found


def _without(low: str, named: Iterable[str]) -> list[str]:
    """The pieces of a folded text without standing formulas, the longest taken first: the words of one are no terms."""
    for formula in sorted(named, key=lambda formula: (-len(formula), formula)):
        low = low.replace(formula, " ")
    return pieces(low)
