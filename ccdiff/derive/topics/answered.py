"""Whether the other report says the same under another name, where it would say it.

A name that only one report has proves no matter of its own: model clauses are the standard clauses of last year, a mentoring
network is the network for mentoring. Where the sentence with the name has its equal in the counterpart of its paragraph, or in a
paragraph that is nearly one, the name is another wording of what both say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ccdiff.derive.topics.field import Field
from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.names import LATIN_UNIT, LONG_UNIT
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Word, runs
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

OWN_PLACE = {"recommendations", "agenda", "section", "heading", "lead", "theme", "mode", "joint", "resolution"}
HALF = 0.5  # share of a name's words that the other paragraph has where it is the same thing (model clauses, standard clauses)
AROUND = 0.4  # share of the words around such a name that the other paragraph has too
MOST = 0.55  # share of all its words from which a sentence with one word of the name is the same (simple field tests, field kits)
ALL_AROUND = (
    0.8  # the same where the name shares no word: the sentence is the same but for it (contact points, focal points)
)
SENTENCE = 5  # words of a sentence that says so much


LETTERED = {"latin"}  # names to the letter, which another report would write so too
PROPER = {"named", "latin", "title", "quoted", "body"}
WORDS = ("term", "named", "light")  # names of which a counterpart may have another in their place
REPEATED = {"term"}  # names that a report repeats
RECUR = 2  # places at which two names stand in each other's stead before they are two wordings of one thing


def answered(candidate: Candidate, side: Side) -> bool:
    """Whether most places that name a matter have their equal in the other report; a chapter or an event is a matter by itself."""
    if candidate.kind in OWN_PLACE:
        return False
    if elsewhere(candidate, side):
        return True
    places = candidate.places
    if (side.retold or not side.alone) and all(side.exchanged(unit, label) for unit, label in places.items()):
        return True
    several = candidate.kind == "named" and len(places) > 1  # a thing named again by what it is
    if candidate.kind in WORDS and not several and _mostly_replaced(places, side):
        return True
    up = {} if _lettered(candidate, side) else {u: 1 for u, label in places.items() if _taken_up(u, label, side)}
    if len(places) <= RECUR and any(not side.partners(u) or side.exchanged(u, places[u]) for u in up):
        return True
    count = sum(unit in up or (bool(side.nearest(unit)) and said(unit, candidate, side)) for unit in places)
    return 2 * count > len(places)


def _mostly_replaced(places: dict[str, str], side: Side) -> bool:
    return 2 * sum(_replaced(unit, label, side) for unit, label in places.items()) > len(places)


def _replaced(unit: str, label: str, side: Side) -> bool:
    """Whether a name stands in the place of other words of the counterpart of a unit that is about one thing."""
    return _brief(unit, side) and side.exchanged(unit, label)


def _brief(unit: str, side: Side) -> bool:
    """Whether a unit is so short that it is about one thing."""
    return len(side.text[unit]) <= (LONG_UNIT if side.han else LATIN_UNIT)


def unsaid(every: list[Candidate], said: list[bool]) -> list[Candidate]:
    """The candidates that are not answered, nor are mostly the name of one that is: what is answered at one place is so at another."""
    names = tuple(dict.fromkeys(c.label for c, yes in zip(every, said, strict=True) if yes and c.kind in REPEATED))

    def told(label: str) -> bool:
        return any(name in label and 2 * len(name) >= len(label) for name in names)

    return [
        c
        for c, yes in zip(every, said, strict=True)
        if not yes and (c.kind in OWN_PLACE or c.kind in PROPER or not told(c.label))
    ]


def _taken_up(unit: str, label: str, side: Side) -> bool:
    """Whether ``label`` stands where the two reports are known to speak of one thing."""
    words = side.taken_up.get(unit, ())
    if not words:
        return False
    text = side.text[unit]
    start, end = _sentence(text, max(0, text.find(label)))
    return any(word in text[start:end] or label in word for word in words)


def elsewhere(candidate: Candidate, side: Side) -> bool:
    """Whether the other report is known to have the thing under another wording, or by its code."""
    return _reworded(candidate.label, side) or _coded(candidate, side)


CODE = re.compile(r"\b([A-Z]{2,})[ \-‑]?(\d{2,})\b")
NEARBY = 16  # characters between a name and the code that stands for it: PEP 678 (Enriching Exception with Notes)


def _coded(candidate: Candidate, side: Side) -> bool:
    """Whether a name stands beside a code by which the other report speaks of the same: PEP 678 (Enriching Exceptions), PEP-678."""
    for unit, words in candidate.places.items():
        text = side.text.get(unit, "")
        at = text.find(words) if words else -1
        start = max(at, 0)
        if (opening := text.rfind("(", 0, start)) > text.rfind(")", 0, start):
            start = opening  # of the brackets behind a code all is its name
        near = CODE.findall(text, max(0, start - NEARBY), at + len(words) + NEARBY) if at >= 0 else []
        if near and all(pair in side.there.once(codes) for pair in near):
            return True
    return False


def codes(reading: Reading) -> frozenset[tuple[str, str]]:
    """The codes of a report: letters and number. Use ``reading.once(codes)``."""
    return frozenset(CODE.findall("\n".join(unit.text for unit in reading.once(Field).units)))


def _reworded(label: str, side: Side) -> bool:
    """Whether ``label`` is listed among the other wordings of one thing, or most of it is."""
    mine = fold(label).lower()
    return any(mine in wording or (wording in mine and 2 * len(wording) > len(mine)) for wording in side.wordings)


def unswapped(found: tuple[list[Candidate], list[Candidate]], sides: tuple[Side, Side]) -> tuple[list[Candidate], ...]:
    """The candidates of both sides without names that again and again stand where the other report has another (waste pickers, collectors)."""
    new, old = ([c for c in some if c.kind not in OWN_PLACE] for some in found)
    at: dict[str, list[Candidate]] = {}
    for candidate in old:
        for unit in candidate.places:
            at.setdefault(unit, []).append(candidate)
    gone: set[int] = set()
    for candidate in new:
        met = [
            other for unit in candidate.places if _brief(unit, sides[0]) for other in _met(sides[0].nearest(unit), at)
        ]
        for other in met:
            often = max(RECUR, max(len(candidate.places), len(other.places)) / 2)
            if sum(other is one for one in met) >= often:
                gone |= {id(candidate), id(other)}
    return tuple([candidate for candidate in some if id(candidate) not in gone] for some in found)


def _met(units: Iterable[str], at: dict[str, list[Candidate]]) -> list[Candidate]:
    """The candidates that stand at one of ``units``, each once."""
    return list({id(one): one for unit in units for one in at.get(unit, ())}.values())


def _lettered(candidate: Candidate, side: Side) -> bool:
    """Whether a name is one that another report would write so too: by what found it, or in an English text by its capitals."""
    capitals = not side.han and all(word[0].isupper() for word in candidate.label.split() if len(word) > 3)
    return capitals or candidate.kind in LETTERED


def said(unit: str, candidate: Candidate, side: Side) -> bool:
    """Whether what ``unit`` says in the sentence with a name stands in one of the nearest units of the other report; of a name to the letter
    no part says anything."""
    named, around = _words(unit, candidate.places[unit], side)
    name, rest = [] if _lettered(candidate, side) else [word.key for word in named], [word.key for word in around]
    return any(_same(name, rest, side.other.key(place)) for place in side.nearest(unit))


def _same(named: list[str], around: list[str], there: str) -> bool:
    name = sum(word in there for word in named)
    rest = sum(word in there for word in around)
    share = rest / len(around) if around else 1.0
    if named and name >= HALF * len(named) and share >= AROUND:
        return True
    both = len(named) + len(around)
    if name and both > SENTENCE and name + rest >= MOST * both:
        return True
    return len(around) >= SENTENCE and share >= ALL_AROUND


def _words(unit: str, label: str, side: Side) -> tuple[list[Word], list[Word]]:
    """The words of ``label``, and those around it in its sentence."""
    text = side.text[unit]
    at = max(0, text.find(label))
    start, end = _sentence(text, at)
    words: list[Word] = [
        word
        for run in side.here.once(runs)[unit]
        if run[0].start < end and run[-1].end > start
        for word in run
        if start <= word.start < end and len(word.key) > 1 and word.kind in ("", "common", "weak")
    ]
    within = range(at, at + len(label))
    return [w for w in words if w.start in within], [w for w in words if w.start not in within]


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends that has position ``at``."""
    return next(((one.start, one.end) for one in sentences(text) if at < one.end), (0, len(text)))
