"""Who was present: States and observers, each a set of members (never of substrings: 爱尔兰 is not in 北爱尔兰).

``find_attendance(reading)`` (lists.py; rollcall.py) reads what one report prints, ``attendance(pair)`` compares two; where a name ends is said in
members.py, which names are one body in bodies.py. One that was an observer and became a member was there both times: it is neither added nor
removed, and a note says so.
"""

from __future__ import annotations

from ccdiff.derive.aliases import aliases, short_names
from ccdiff.derive.attendance.bodies import Names, reworded
from ccdiff.derive.attendance.lexicon import OUTSIDE, TITLE_MARKS, Lexicon, Member, lexicon, unbracketed
from ccdiff.derive.attendance.lists import Present, find_attendance, listed_states
from ccdiff.derive.attendance.people import find_people, people
from ccdiff.derive.context import Pair
from ccdiff.model.changes import Attendance, Renamed, SetChange
from ccdiff.text.normalise import fold

__all__ = ["attendance", "find_attendance", "listed_states"]


MARKS = ' ,，(（“”"：:'  # between a name and "formerly", and between that and the former name
Listing = tuple[tuple[Member, ...], tuple[str, ...]]  # members, and the places that print them
Everyone = dict[str, str]  # by key, the name of everyone who was there in any role


def attendance(pair: Pair) -> Attendance | None:
    """How the lists of those present changed; ``None``, with a note, where not both reports print such a list."""
    old, new = pair.old.once(find_attendance), pair.new.once(find_attendance)
    persons = people(pair.old.once(find_people), pair.new.once(find_people))
    if not old or not new or old.kind != "present" or new.kind != "present":
        _say_why(pair, old, new)
        return Attendance(None, None, persons) if persons else None
    change = _Change(pair, _everyone(old), _everyone(new))
    observers = None
    if old.observers and new.observers:
        observers = change.of((old.observers, old.observer_places), (new.observers, new.observer_places))
    else:
        for side, here in (("old", old), ("new", new)):
            if here.observers:
                pair.note("observers-one-side", side=side, places=" ".join(here.observer_places))
    _say_roles(pair, old, new)
    states = change.of((old.states, old.state_places), (new.states, new.state_places))
    return Attendance(states, observers, persons)


def _everyone(present: Present) -> Everyone:
    return {member.key: member.name for member in (*present.observers, *present.states)}


def _say_roles(pair: Pair, old: Present, new: Present) -> None:
    """A note on those that were there both times, but once as observers."""
    for before, now, role in ((old.observers, new.states, "member"), (old.states, new.observers, "observer")):
        keys = {member.key for member in before}
        names = [member.name for member in now if member.key in keys]
        if names:
            places = new.state_places if role == "member" else new.observer_places
            pair.note(f"attendance-now-{role}", names=", ".join(names), places=" ".join(places))


def _say_why(pair: Pair, old: Present | None, new: Present | None) -> None:
    for side, here in (("old", old), ("new", new)):
        if here and here.kind == "spoke":
            pair.note("attendance-speakers-only", side=side, places=" ".join(here.state_places))
        elif here:
            pair.note("attendance-one-side", side=side, places=" ".join(here.state_places))


class _Change:
    """How a list changed, where all are known who were there in any role, before and now."""

    def __init__(self, pair: Pair, before: Everyone, now: Everyone) -> None:
        self._report, self._language = pair.new.report, pair.new.language
        self._explained = pair.old.once(aliases) | pair.new.once(aliases)
        self._short = short_names(pair.old, pair.new)
        self._known = self._language.once(lexicon)
        self._before, self._now = before, now

    def of(self, old: Listing, new: Listing) -> SetChange:
        """One list beside the other."""
        before, now = self._before, self._now
        here = {member.key: member.name for member in new[0]}
        both = {key: (before[key], name) for key, name in here.items() if key in before}
        changed = {key: Renamed(*names) for key, names in both.items() if self._new_name(key, *names)}
        again = self._again(
            [one for one in old[0] if one.key not in now], [one for one in new[0] if one.key not in before]
        )
        gone, come = {one for one, _ in again}, {other for _, other in again}
        even = self._language.once(Names).equal
        equal = {names for names in again if even(*names) or self._is_short(self._explained, *names)}
        return SetChange(
            added=tuple(name for key, name in here.items() if key not in before and name not in come),
            removed=tuple(member.name for member in old[0] if member.key not in now and member.name not in gone),
            kept=(
                *(name for key, name in here.items() if key in both and key not in changed),
                *(other for one, other in again if (one, other) in equal),
            ),
            renamed=(*changed.values(), *(Renamed(*names) for names in again if names not in equal)),
            old_places=old[1],
            new_places=new[1],
        )

    def _again(self, gone: list[Member], come: list[Member]) -> list[tuple[str, str]]:
        """Those of both that are one body: by the name that one says it had before, by a short one that a report explains, or in another wording."""
        key = self._known.key
        said = [(one, other) for other in come if other.former for one in gone if one.key == key(other.former)]
        said += self._told_in_text(gone, come) if gone and come and not said else []
        met = [(one, other) for one in gone for other in come if self._is_short(self._short, one.name, other.name)]
        said += [pair for pair in met if pair not in said]
        known = {member.key for pair in said for member in pair}
        gone, come = ([one for one in side if one.key not in known] for side in (gone, come))
        return [*reworded(gone, come, self._language), *((one.name, other.name) for one, other in said)]

    def _told_in_text(self, gone: list[Member], come: list[Member]) -> list[tuple[Member, Member]]:
        """Those of which a paragraph says so: "The Handicap International Federation, formerly known as Humanity and Inclusion, gave"."""
        found: dict[str, tuple[Member, Member]] = {}
        for paragraph in self._report.paragraphs:
            text = paragraph.text
            for cue in self._known.formerly.finditer(text) if any([one.name in text for one in gone]) else ():
                before, behind = text[: cue.start()].rstrip(MARKS), text[cue.end() :].lstrip(MARKS)
                behind = behind.removeprefix(self._known.article)
                one = next((one for one in gone if behind.startswith(one.name)), None)
                other = next((other for other in come if before.endswith(other.name)), None)
                if one and other:
                    found.setdefault(one.key, (one, other))
        return list(found.values())

    def _is_short(self, full: dict[str, str], one: str, other: str) -> bool:
        """Whether one name is short for the other, by short names with their full ones (as a report prints them in brackets)."""
        known = self._known
        ways = [(full[short], name) for short, name in ((one, other), (other, one)) if short in full]
        return any([known.key(spelled) == known.key(name) for spelled, name in ways])

    def _new_name(self, key: str, old: str, new: str) -> bool:
        """Two names of one body, of which no report prints one in brackets behind the other; two of a State only where ``former_names``
        sets them apart.
        """
        known = self._known
        one, other = (_plain(unbracketed(name), known) for name in (old, new))
        if key.startswith("state:"):
            names = known.names_now.get(key.partition(":")[2], ())
            return one != other and one in names and other in names
        held = [_plain(part[1:-1], known) for name in (old, new) for part in OUTSIDE.findall(name)]
        return one != other and one not in held and other not in held and not self._is_short(self._explained, old, new)


def _plain(name: str, known: Lexicon) -> str:
    """A name without the article and the marks of a title."""
    return fold(name).translate(TITLE_MARKS).removeprefix(known.article)
