"""Who was there as a chapter on attendance tells it, however its sentences are built: by groups, in prose, or name after name.

In such a chapter no opener is needed. What stands behind a colon, or a whole statement, is a list where it is nothing but names; in prose
three States in a row and more are those who came, and the bodies that a sentence about coming or observing names are the observers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.attendance.lexicon import BODY_KINDS, Lexicon, Member
from ccdiff.derive.attendance.members import split_list, states_in_a_row, undescribed
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.finder import Buckets, Finder, buckets
from ccdiff.text.normalise import fold

STATEMENT = re.compile(r"。|\n|(?<=[A-Za-z)])(?<!\bSt)\.(?=\s|$)")
COLON = re.compile(r"[：:](?!\d)")
LABELS = re.compile(r"[;；]")
CITED = re.compile(r"\d/\d")  # a resolution or document, not who came
IN_A_ROW = 3  # States in a row
LONGEST = 60  # characters of a name that no table knows


@record
class Roll:
    """The States and bodies that a chapter on attendance names, with the paragraphs that do."""

    states: tuple[Member, ...]
    observers: tuple[Member, ...]
    state_places: tuple[str, ...]
    observer_places: tuple[str, ...]


class _Found:
    """What is found so far, each once."""

    def __init__(self, known: Lexicon) -> None:
        self.known = known
        self.members: dict[bool, dict[str, Member]] = {True: {}, False: {}}
        self.places: dict[bool, dict[str, None]] = {True: {}, False: {}}

    def add(self, names: list[str], place: str, observing: bool) -> None:
        """Those names, as States unless they are told to observe."""
        for name in names:
            member = self.known.member(name)
            state = member.key.startswith("state:") and not observing
            self.members[state].setdefault(member.key, member)
            self.places[state].setdefault(place)

    def roll(self) -> Roll:
        """All of it; a State is not its own observer."""
        states, others = self.members[True], self.members[False]
        observers = tuple(member for key, member in others.items() if key not in states)
        return Roll(tuple(states.values()), observers, tuple(self.places[True]), tuple(self.places[False]))


def roll_call(reading: Reading, known: Lexicon, listed: tuple[str, ...] = ()) -> Roll:
    """The States and bodies named in the chapters on attendance, and in sentences about coming in those on the opening.

    ``listed`` are paragraphs that list those who came: their chapter is one that may tell of others.
    """
    found, finder = _Found(known), Finder(reading.language.once(_bodies))
    for section, title, surely in _homes(reading, known, listed):
        watching = bool(known.phrases["observer"].search(title))
        for locator in section:
            text = reading.report.text(locator)
            for statement in filter(None, map(str.strip, STATEMENT.split(text))):
                if any(known.phrases[kind].search(statement) for kind in ("spoke", "absent")):
                    continue
                if surely or (known.phrases["watched"].search(statement) and not COLON.search(statement)):
                    _read(statement, locator, watching, surely, found, finder)
    return found.roll()


def _homes(reading: Reading, known: Lexicon, listed: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """The paragraphs of the chapters on attendance and of those below them, with their titles; and of those that may tell of it."""
    homes: set[str] = set()
    surely, maybe = known.headings
    for section in reading.report.sections:
        title = fold(section.title) if section.title else ""
        if section.parent in homes or (title and (surely.search(title) or known.phrases["chapter"].search(title))):
            homes.add(section.id)
            yield section.paragraphs, title, True
        elif (title and maybe.search(title)) or not set(listed).isdisjoint(section.paragraphs):
            yield section.paragraphs, title, False


def _read(statement: str, place: str, watching: bool, surely: bool, found: _Found, finder: Finder[None]) -> None:
    known = found.known
    label, *bodies = COLON.split(statement)
    if not bodies:
        names = [undescribed(name, known) for name in split_list(statement, known)]
        if _only_names(names, known):
            found.add(names, place, watching)
        else:
            _in_prose(statement, place, surely, found, finder)
        return
    if known.knows(label.strip()):  # a delegation, and who was in it
        found.add([label.strip()], place, watching)
        return
    for number, body in enumerate(bodies, 1):
        *said, following = LABELS.split(body) if number < len(bodies) else [body, ""]
        names = split_list("; ".join(said), known)
        if _only_names(names, known):
            found.add(names, place, watching or bool(known.phrases["observer"].search(label)))
        label = following


def _only_names(names: list[str], known: Lexicon) -> bool:
    """Whether all are names, and one at least is known to be one."""
    return any(map(known.knows, names)) and all(
        known.knows(name) or (known.ends_well(name) and len(name) <= LONGEST) for name in names
    )


def _in_prose(statement: str, place: str, surely: bool, found: _Found, finder: Finder[None]) -> None:
    known = found.known
    states = states_in_a_row(statement, known) if surely else []
    if len(states) >= IN_A_ROW:
        found.add(states, place, observing=False)
    came = any(known.phrases[kind].search(statement) for kind in ("present", "came", "observer"))
    hits = finder.find(statement) if came and not CITED.search(statement) else []
    hits = [hit for hit in hits if not known.key(hit[1]).startswith("state:")]
    if hits:
        names = split_list(statement[hits[0][0] : hits[-1][0] + len(hits[-1][1])], known)
        found.add(names if _only_names(names, known) else [hit[1] for hit in hits], place, observing=True)


@plain
def _bodies(language: Language) -> Buckets[None]:
    """The names of bodies as they are printed."""
    rows = [row for row in language.rows("names") if row[0] in BODY_KINDS] + list(language.rows("former_names"))
    return buckets({name: None for row in rows for name in row[1:]})
