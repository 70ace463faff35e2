"""Who was there as a chapter on attendance tells it, however its sentences are built: by groups, in prose, or name after name.

In such a chapter no opener is needed. What stands behind a colon or in brackets, or a whole statement, is a list where it is nothing but names; in
prose three States in a row and more are those who came, and the bodies that a sentence about coming or observing names are the observers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.attendance.lexicon import BODY_KINDS, Lexicon, Member, lexicon
from ccdiff.derive.attendance.members import in_capitals, split_list, states_in_a_row, undescribed
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.finder import Buckets, Finder, buckets
from ccdiff.text.normalise import fold

STATEMENT = re.compile(r"。|\n|(?<=[A-Za-z)])(?<!\bSt)\.(?=\s|$)")
COLON = re.compile(r"[：:](?!\d)")
POINT = re.compile(r"^\s*[-–•*·]\s*")
LABELS = re.compile(r"[;；]")
BRACKETS = re.compile(r"([^（）()]+)[（(]([^（）()]*)[）)]")  # a class, and those who are of it: 2 observers (…)
CITED = re.compile(r"\d/\d")  # a resolution or document, not who came
IN_A_ROW = 3  # States in a row
LONGEST = 60  # characters of a name that no table knows


@record
class Present:
    """The lists of one report, with the paragraphs that print them. ``kind``: "present", or "spoke" where only a list of speakers is printed."""

    kind: str
    states: tuple[Member, ...]
    observers: tuple[Member, ...]
    state_places: tuple[str, ...]
    observer_places: tuple[str, ...]
    parties: tuple[Member, ...] = ()


def roll_call(reading: Reading, listed: tuple[str, ...] = ()) -> Present:
    """The States and bodies named in the chapters on attendance, and in sentences about coming in those on the opening.

    ``listed`` are paragraphs that list those who came: their chapter is one that may tell of others.
    """
    found = _RollCall(reading.language)
    known = reading.language.once(lexicon)
    for paragraphs, title, surely in _homes(reading, known, listed):
        found.watching = bool(known.phrases["observer"].search(title))
        for found.place in paragraphs:
            for statement in _statements(_with_items(reading, found.place)):
                found.hear(known.phrases["status"].sub("", statement), surely)
    return found.roll()


def _with_items(reading: Reading, place: str) -> str:
    """A paragraph with the items below it, where it ends in a colon."""
    text = reading.report.text(place)
    if not text.rstrip().endswith(("：", ":")):
        return text
    items = (p.text.strip(" .。；;") for p in reading.report.paragraphs if p.id.startswith(f"{place}("))
    return text + "; ".join(items)


def _statements(text: str) -> Iterator[str]:
    """The statements of a paragraph; lines that are nothing but points of a list are one."""
    lines = text.split("\n")
    if len(lines) > 2 and not any(STATEMENT.search(line) or COLON.search(line) for line in lines[1:]):
        text = "; ".join(POINT.sub("", line) for line in lines)
    return filter(None, map(str.strip, STATEMENT.split(text)))


def _homes(reading: Reading, known: Lexicon, listed: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """The paragraphs of the chapters on attendance and of those below them, with their titles; and of those that may tell of it."""
    homes: set[str] = set()
    maybe = known.headings[1]
    for section in reading.report.sections:
        title = fold(section.title) if section.title else ""
        if section.parent in homes or (title and known.tells_who_came(title)):
            homes.add(section.id)
            yield section.paragraphs, title, True
        elif (title and maybe.search(title)) or not set(listed).isdisjoint(section.paragraphs):
            yield section.paragraphs, title, False


class _RollCall:
    """Those who are named so far, each once; ``place`` is the paragraph that is read, ``watching`` says that its chapter is on observers."""

    def __init__(self, language: Language) -> None:
        self.known = language.once(lexicon)
        self.watching, self.place = False, ""
        self._bodies = Finder(language.once(_bodies))
        self._members: dict[bool, dict[str, Member]] = {True: {}, False: {}}
        self._places: dict[bool, dict[str, None]] = {True: {}, False: {}}

    def roll(self) -> Present:
        """All of them; a State is not its own observer."""
        states, others = self._members[True], self._members[False]
        observers = tuple(member for key, member in others.items() if key not in states)
        return Present(
            "present", tuple(states.values()), observers, tuple(self._places[True]), tuple(self._places[False])
        )

    def hear(self, statement: str, surely: bool) -> None:
        """Those whom a statement names, of a chapter that tells who came (``surely``) or that may."""
        says = {
            kind: bool(self.known.phrases[kind].search(statement)) for kind in ("spoke", "absent", "present", "watched")
        }
        if says["absent"] and LABELS.search(statement):
            for part in LABELS.split(statement):
                self.hear(part.strip(), surely)
        if says["spoke"] or says["absent"]:
            return
        if surely:
            self._read(statement)
        elif not COLON.search(statement):
            if says["present"]:
                self._states(statement)
            if says["watched"]:
                self._told(statement)

    def _add(self, names: list[str], observing: bool) -> None:
        """Those names, as States unless they are told to observe."""
        for name in names:
            member = self.known.member(name)
            state = member.key.startswith("state:") and not observing
            self._members[state].setdefault(member.key, member)
            self._places[state].setdefault(self.place)

    def _read(self, statement: str) -> None:
        known = self.known
        label, *bodies = COLON.split(statement)
        if not bodies:
            names = [undescribed(name, known) for name in split_list(statement, known)]
            if self._only_names(names):
                self._add(names, self.watching)
            elif not self._by_class(statement):
                self._states(statement)
                self._told(statement)
        elif known.knows(label.strip()):  # a delegation, and who was in it
            self._add([label.strip()], self.watching)
        else:
            self._labelled(label, bodies)

    def _labelled(self, label: str, bodies: list[str]) -> None:
        """What stands behind the classes of a statement: Members: …; observers: …"""
        for number, body in enumerate(bodies, 1):
            *said, following = LABELS.split(body) if number < len(bodies) else [body, ""]
            self._of_class(label, split_list("; ".join(said), self.known))
            label = following

    def _by_class(self, statement: str) -> bool:
        """Whether those who came stand in brackets behind the classes that they are of."""
        return any([self._of_class(label, split_list(body, self.known)) for label, body in BRACKETS.findall(statement)])

    def _of_class(self, label: str, names: list[str]) -> bool:
        observing = self.watching or bool(self.known.phrases["observer"].search(label))
        able = self._only_names(names) or (observing and all(map(self.known.ends_well, names)))
        if able:
            self._add(names, observing)
        return able

    def _only_names(self, names: list[str]) -> bool:
        """Whether all are names, and one at least is known to be one."""
        known, came = self.known, self.known.phrases["present"]
        return any(map(known.knows, names)) and all(
            known.knows(name) or (known.ends_well(name) and len(name) <= LONGEST and not came.search(name))
            for name in names
        )

    def _states(self, statement: str) -> None:
        states = states_in_a_row(statement, self.known)
        if len(states) >= IN_A_ROW:
            self._add(states, observing=False)

    def _told(self, statement: str) -> None:
        """The bodies that a sentence about coming or observing names."""
        known = self.known
        came = any(known.phrases[kind].search(statement) for kind in ("present", "came", "observer"))
        hits = self._bodies.find(statement) if came and not CITED.search(statement) else []
        hits = [hit for hit in hits if not known.key(hit[1]).startswith("state:")]
        named = self._in_capitals(statement)
        if len(named) > len(hits):
            self._add(named, observing=True)
        elif hits:
            names = split_list(statement[hits[0][0] : hits[-1][0] + len(hits[-1][1])], known)
            self._add(names if self._only_names(names) else [hit[1] for hit in hits], observing=True)

    def _in_capitals(self, statement: str) -> list[str]:
        """The bodies that a sentence about observers names, where capitals show them."""
        known = self.known
        if not known.phrases["observer"].search(statement) or CITED.search(statement):
            return []
        return [name for name in in_capitals(statement, known) if not known.key(name).startswith("state:")]


@plain
def _bodies(language: Language) -> Buckets[None]:
    """The names of bodies as they are printed."""
    rows = [row for row in language.rows("names") if row[0] in BODY_KINDS] + list(language.rows("former_names"))
    return buckets({name: None for row in rows for name in row[1:]})
