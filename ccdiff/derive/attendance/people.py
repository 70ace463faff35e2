"""Who was there, person by person: the names in a chapter that is nothing but names, one a line or between commas.

What stands in brackets behind a name (an office, a company) and what stands before a colon (Chair: …) is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.attendance.lexicon import Lexicon, lexicon, unbracketed
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

FEWEST = 3  # persons that make a list
SHARE = 0.8  # of what stands in the chapter must be persons; an empty line or a count may stand between
LONGEST = 40  # characters of a person's name
WORDS = 5  # of it
BETWEEN = re.compile(r"[,，、;；\n]| and | & ")
LABEL = re.compile(r"^[^：:]{1,30}[：:]\s*")
BULLET = re.compile(r"^(?:[-*•·]|\(?\d{1,2}[.)、])\s*")
NO_NAME = re.compile(r"\b\d|[。!?！？@/]|\.$")


@record
class People:
    """The persons that a report lists, by name in comparable form, and the paragraphs that do."""

    names: dict[str, str]
    places: tuple[str, ...]


def find_people(reading: Reading) -> People:
    """The persons that the chapters on attendance list, if they list nothing else."""
    known = reading.language.once(lexicon)
    names: dict[str, str] = {}
    places: dict[str, None] = {}
    for paragraphs in _chapters(reading, known):
        entries = [(at, entry) for at in paragraphs for entry in _entries(reading.report.text(at))]
        persons = [(at, unbracketed(entry)) for at, entry in entries if _person(entry, known)]
        if len(persons) >= SHARE * len(entries):
            names.update((fold(name).lower(), name) for _, name in reversed(persons))
            places.update((at, None) for at, _ in persons)
    return People(dict(reversed(names.items())), tuple(places)) if len(names) >= FEWEST else People({}, ())


def _chapters(reading: Reading, known: Lexicon) -> Iterator[tuple[str, ...]]:
    """The paragraphs of each chapter on attendance, but for those on who was absent."""
    for section in reading.report.sections:
        title = fold(section.title or "")
        if title and known.tells_who_came(title) and not known.phrases["absent"].search(title):
            yield section.paragraphs


def _entries(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for entry in BETWEEN.split(LABEL.sub("", BULLET.sub("", line.strip().replace("**", "")))):
            if entry.strip():
                yield entry.strip()


def _person(entry: str, known: Lexicon) -> bool:
    """Whether an entry may be a person: a few words without a figure or the end of a sentence, no State, and no body by its name."""
    name = unbracketed(entry)
    if not name or len(name) > LONGEST or len(name.split()) > WORDS or NO_NAME.search(name):
        return False
    return not (known.ends_well(name) or known.phrases["present"].search(name))
