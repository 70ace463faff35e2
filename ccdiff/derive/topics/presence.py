"""Where a matter stands in a report, and whether a report treats it at all.

A word keeps a matter alive only where it says something of its own. It does not where it stands inside a longer name (人权 in
the name of an office), in a printed list, or in a place that both reports have (the recited resolution, 8th report, 3, and 9th,
4: 与腐败案件有关的民事诉讼和行政诉讼): what stands at both ends of a link is no difference between the reports.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from ccdiff.derive.context import Pair
from ccdiff.derive.titled import titled
from ccdiff.derive.topics.spans import FIRST_HAN, HAN, Unit, bodies, kind_of, units
from ccdiff.derive.wording import canonical, pieces
from ccdiff.language import Language
from ccdiff.reading import Reading, senses, worded
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

T = TypeVar("T")
JOINT = "\n\n"
STANDING = ("unchanged", "reworded")
BUSINESS = (
    "opening",
    "officers",
    "agenda",
    "attendance",
    "documents",
    "adoption",
    "closing",
    "organization",
    "next",
    "other",
    "appeal",
)  # no matter, but order
EXCHANGED = 3  # times as long as what it took the place of is a piece that comes on top of it
FEWEST = 10  # amended paragraphs of both reports that show how a report is told
MEETING = ("opening", "closing", "organization", "attendance")  # what is opened, or closed, may be something else
OF_WHAT = re.compile(r"\w+ (?:of|in) ([a-z].*)")  # Closure of [schools]; not: of the session, of the Forum
MOST_WHOLE = 0.4  # share of paragraphs without counterpart above which none of them stands out: two bodies' reports
OFTEN = 0.2  # share of units with the acronym of the mission that a report is about (UNFICYP: 0.4; TRACK: 0.02)
LATIN = 3  # Latin characters that say as much as one Chinese
WINDOW = 12  # characters that may stand between the words of a matter in another wording, beside the words themselves


class Field:
    """The text of a report in one string, for finding in which units a key stands."""

    def __init__(self, reading: Reading) -> None:
        key, cut = reading.language.once(canonical), reading.language.once(pieces)
        self.units: tuple[Unit, ...] = tuple(unit for unit in reading.once(units) if not unit.listing)
        self.keys = tuple(key(unit.text) for unit in self.units)
        self.text = JOINT.join(self.keys)
        self.starts: list[int] = []
        at = 0
        for text in self.keys:
            self.starts.append(at)
            at += len(text) + len(JOINT)
        inside = {key(row[0]) for row in reading.language.rows("topic_openers") if row[1] == "inside"}
        named = {piece for unit in self.units for piece, kind in cut(unit.text) if kind == "name"}
        self.names = sorted({*named, *(name for name in inside if name in self.text)})
        self.titles = JOINT.join(key(section.title) for section in reading.report.sections)
        self._known: dict[str, dict[str, int]] = {}
        self._sense_of = reading.language.once(senses)
        self._language = reading.language

    def senses(self, unit: str) -> frozenset[str]:
        """What a unit speaks of, in whatever words; nothing of a printed list."""
        at = self._index(unit, -1)
        return self._sense_of(fold(self.units[at].text).lower()) if at >= 0 else frozenset()

    def sensed(self, text: str) -> frozenset[str]:
        """What a text speaks of, in whatever words."""
        return self._sense_of(fold(text).lower())

    def printed(self, unit: str) -> str:
        """The text of a unit as it stands."""
        return self.units[self._index(unit)].text

    def otherwise(self, sense: str, key: str) -> list[str]:
        """The units that speak of what a sense is of, in other words than ``key``."""
        if key[0] < FIRST_HAN:
            both = zip(self.units, self.keys, strict=True)
            return [u.id for u, text in both if key not in text and sense in self.senses(u.id)]
        words = [word for word in self._language.once(worded).get(sense, ()) if any(word in low for low in self.low)]
        if not words:
            return []
        every = zip(self.units, self.keys, self.low, strict=True)
        return [u.id for u, text, low in every if key not in text and any(map(low.__contains__, words))]

    @cached_property
    def low(self) -> tuple[str, ...]:
        """The texts of the units in lower case."""
        return tuple(unit.text.lower() for unit in self.units)

    def places(self, key: str) -> dict[str, int]:
        """In which units ``key`` stands, and how often, not counting where it is part of a longer name."""
        if key not in self._known:
            self._known[key] = self._find(key)
        return self._known[key]

    def _find(self, key: str) -> dict[str, int]:
        found: dict[str, int] = {}
        at = self.text.find(key) if key else -1
        longer = [name for name in self.names if key in name and key != name] if at >= 0 else []
        while at >= 0:
            if _whole(self.text, at, key) and not self._inside(at, key, longer):
                unit = self.units[bisect_right(self.starts, at) - 1].id
                found[unit] = found.get(unit, 0) + 1
            at = self.text.find(key, at + len(key))
        return found

    def _inside(self, at: int, key: str, longer: Sequence[str]) -> bool:
        for name in longer:
            first = self.text.rfind(name, max(0, at + len(key) - len(name)), at + len(name))
            if 0 <= first <= at and first + len(name) >= at + len(key):
                return True
        return False

    def having(self, parts: Iterable[str]) -> list[tuple[Unit, str]]:
        """The units, with their texts as they are compared, in which one of some short texts stands."""
        found: set[int] = set()
        for part in parts:
            at = self.text.find(part)
            while at >= 0:
                unit = bisect_right(self.starts, at)
                found.add(unit - 1)
                at = self.text.find(part, self.starts[unit]) if unit < len(self.starts) else -1
        return [(self.units[k], self.keys[k]) for k in sorted(found)]

    def heads(self, key: str) -> bool:
        """Whether ``key`` stands in the title of a section (Impact of the UN80 Initiative and culture of efficiency)."""
        return key in self.titles

    def together(self, keys: Sequence[str]) -> list[str]:
        """The units where all ``keys`` stand near one another, in any order: the matter in other words."""
        span = sum(map(len, keys)) + WINDOW
        rarest = min((self.places(key) for key in keys), key=len)
        return [unit for unit in rarest if self._near(self.keys[self._index(unit)], keys, span)]

    def key(self, unit: str) -> str:
        """The text of a unit as it is compared; none of a printed list."""
        at = self._index(unit, -1)
        return self.keys[at] if at >= 0 else ""

    def _index(self, unit: str, missing: int | None = None) -> int:
        if not hasattr(self, "_order"):
            self._order = {u.id: k for k, u in enumerate(self.units)}
        return self._order[unit] if missing is None else self._order.get(unit, missing)

    def _near(self, text: str, keys: Sequence[str], span: int) -> bool:
        first = min(keys, key=text.count)
        at = text.find(first)
        while at >= 0:
            window = text[max(0, at - span) : at + span + len(first)]
            if all(key in window for key in keys):
                return True
            at = text.find(first, at + 1)
        return False


def _whole(text: str, at: int, key: str) -> bool:
    """A Latin key counts only as a whole word (but for the ending of a plural)."""
    if not (key[0].isascii() or key[-1].isascii()):
        return True
    before, after = text[at - 1 : at], text[at + len(key) :][:3]
    starts = not (key[0].isascii() and before.isascii() and before.isalnum())
    ends = (
        not (key[-1].isascii() and after[:1].isascii() and after[:1].isalnum()) or re.match(r"e?s\b", after) is not None
    )
    return starts and ends


class Side:
    """One report of a pair as seen from it: what it has that the other has not. ``kind``: "new" or "dropped"."""

    def __init__(self, pair: Pair, kind: str) -> None:
        self.pair, self.kind = pair, kind
        self._found: dict[Callable[..., Any], Any] = {}
        self.here, self.there = (pair.new, pair.old) if kind == "new" else (pair.old, pair.new)
        self.partners = pair.in_old if kind == "new" else pair.in_new
        self.back = pair.in_new if kind == "new" else pair.in_old
        self.field, self.other = self.here.once(Field), self.there.once(Field)
        self.relation = {
            locator: row.relation for row in pair.rows for locator in (row.new if kind == "new" else row.old)
        }
        key = self.here.language.once(canonical)
        self._nearest = _nearest(pair, kind)
        self.notes = {key(f.text): f.id for f in self.there.report.footnotes}
        self.text = {unit.id: unit.text for unit in self.field.units}
        self.inserted = _inserted(pair, kind)
        self.retold = _retold(pair)
        self.kept = _kept(pair, kind)
        self.taken_up = _taken_up(pair, kind)
        terms = pair.found.get("terminology", ())
        self.wordings = tuple(fold(term.new if kind == "new" else term.old).lower() for term in terms)
        made = pair.found.get("recommendations", ())
        self._made = {place for entry in made for place in (entry.new if kind == "new" else (entry.old,)) if place}
        self.han = any(HAN.search(unit.text) for unit in self.field.units[:3])
        self.order = {unit.id: k for k, unit in enumerate(self.here.once(units))}
        self.eligible = tuple(u for u in self.field.units if not u.front and not self.standing(u.id))

        self.business = {s.id for s in self.here.report.sections if self.role(s.title) in BUSINESS}
        self.substance = tuple(unit for unit in self.eligible if unit.section not in self.business)
        self.alone = sum(self.whole(unit.id) for unit in self.substance)
        self.foreign = self.alone > max(pair.config.topic_most, MOST_WHOLE * len(self.here.report.paragraphs))

    def once(self, find: Callable[[Side], T]) -> T:
        """``find(self)``, computed the first time."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]  # type: ignore[no-any-return]

    def role(self, title: str) -> str:
        """The function that a heading names, or ``""``."""
        return self.here.language.once(_roles)[title]

    def standing(self, locator: str) -> bool:
        """Whether a unit of this report stands in the other too, but for its wording."""
        if locator in self.relation:
            return self.relation[locator] in STANDING
        return self.here.language.once(canonical)(self.text.get(locator, "")) in self.notes

    def front(self, locator: str) -> bool:
        """Whether ``locator`` is the front matter."""
        return self.field.units[self.field._index(locator)].front

    def body(self, label: str) -> bool:
        """Whether ``label`` is the name of a body, which is no topic by being named."""
        return label in self.here.language.once(bodies)

    def title(self, label: str) -> bool:
        """Whether ``label`` stands in the report's own title, in whatever number: what all of it is about is no topic of it."""
        mine, title = self.here.language.once(canonical)(label), self._title
        return mine in title or (not self.han and mine.endswith("s") and mine[:-1] in title)

    @cached_property
    def _title(self) -> str:
        return self.here.language.once(canonical)(self.here.report.title)

    def whole(self, locator: str) -> bool:
        """Whether a unit of this report has no counterpart."""
        return self.relation.get(locator, self.kind) == self.kind

    def item(self, locator: str) -> bool:
        """Whether a unit is a lettered item or a recommendation, which in English begins with what is to be done."""
        return "(" in locator or locator in self._made

    def nearest(self, locator: str) -> tuple[str, ...]:
        """The counterparts of a unit of this report; where it has none, the places that came near to being one."""
        return self._nearest.get(locator, ())

    def itself(self, label: str) -> bool:
        """Whether ``label`` is what the whole report is about: in its title, or an acronym in every fifth unit or more (UNFICYP)."""
        units = self.field.units
        often = label.isupper() and len(self.field.places(label)) > len(units) * OFTEN
        return often or self.title(label)

    def fresh(self, locator: str, label: str) -> bool:
        """Whether ``label`` stands in a unit without counterpart, or in a longer piece that only this side of an amended one has.

        Where the reports tell the same in other words throughout, such a piece is no addition.
        """
        if self.whole(locator) or self.retold:
            return self.whole(locator)
        least = self.pair.config.topic_piece * (1 if self.han else LATIN)
        return any(label in piece and len(piece) >= least for piece in self.inserted.get(locator, ()))

    @cached_property
    def added(self) -> dict[str, tuple[str, ...]]:
        """For every unit in an amended row: the pieces that come on top of what both say."""
        return _added(self.pair, self.kind)

    def exchanged(self, locator: str, label: str) -> bool:
        """Whether a unit has a counterpart, and ``label`` stands in no piece of its own that comes on top of what both say.

        What stands in the place of other words of the counterpart is another name, or told otherwise (lorry drivers: truckers).
        """
        return not self.whole(locator) and not any(label in piece for piece in self.added.get(locator, ()))

    def own(self, key: str) -> tuple[str, ...]:
        """The units of this report in which ``key`` stands while it does not in their counterparts."""
        there = self.other.places(key)
        return tuple(
            unit
            for unit in self.field.places(key)
            if not self.standing(unit) and not any(partner in there for partner in self.partners(unit))
        )

    def alive(self, places: Iterable[str], key: str = "") -> float:
        """How much units of the other report keep a matter alive that stands in them (about the number of units).

        A unit whose counterpart here has ``key`` as well counts only where it was amended: what both recite is no difference.
        """
        here = self.field.places(key) if key else {}
        total = 0.0
        for unit in places:
            paired = [partner for partner in self.back_partners(unit) if partner in here]
            total += 0.0 if paired and all(map(self.standing, paired)) else 1.0
        return total

    def back_partners(self, unit: str) -> tuple[str, ...]:
        """The counterparts in this report of a unit of the other."""
        return self.back(unit) if self.there.report.has(unit) else ()


def _retold(pair: Pair) -> bool:
    """Whether most amended paragraphs of two reports have hardly a word of their counterparts."""
    shares = []
    for row in pair.rows:
        if row.relation == "amended":
            size = {sign: sum(len(text) for op, text in row.diff if op == sign) for sign in "=-+"}
            shares += [size["="] / max(1, size["="] + size[own]) for own in "-+"]
    shares.sort()  # the module statistics, for its median, takes three milliseconds to load
    return (
        len(shares) >= FEWEST
        and (shares[(len(shares) - 1) // 2] + shares[len(shares) // 2]) / 2 < pair.config.topic_retold
    )


KEPT = 0.3  # share of a paragraph that its counterpart has to the letter, from which what comes on top of it is new


def _kept(pair: Pair, kind: str) -> frozenset[str]:
    """The units in amended rows whose counterparts stand in them, most of them to the letter: what else they say comes on top."""
    lost = "-" if kind == "new" else "+"
    found: set[str] = set()
    for row in pair.rows:
        if row.relation == "amended":
            equal, other = (sum(len(text) for op, text in row.diff if op == sign) for sign in ("=", lost))
            if equal >= KEPT * (equal + other):
                found.update(row.new if kind == "new" else row.old)
    return frozenset(found)


def _taken_up(pair: Pair, kind: str) -> dict[str, tuple[str, ...]]:
    """What of this side's units the other report is known to have: recommendations made again or taken up (all of them), and the
    words of announcements and of what came of them."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in pair.found.get("progress", ()):
        unit, words = (entry.new, entry.to) if kind == "new" else (entry.old, entry.from_)
        found[unit] = (*found.get(unit, ()), words)
    for entry in pair.found.get("recommendations", ()):
        if entry.status in ("kept", "amended") or (kind == "dropped" and entry.status == "echoed"):
            places, words = (entry.new, "") if kind == "new" else ((entry.old,), entry.text)
            found.update({place: (words,) for place in places if place})
    return found


def _nearest(pair: Pair, kind: str) -> dict[str, tuple[str, ...]]:
    least = pair.config.topic_near
    found: dict[str, tuple[str, ...]] = {}
    for link in pair.alignment.paragraphs:
        here, there = (link.new, link.old) if kind == "new" else (link.old, link.new)
        there = there or tuple(place.locator for place in link.candidates if place.score >= least)
        if there:
            found.update(dict.fromkeys(here, there))
    return found


def roles(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The functions of headings: ``(role, pattern)``, in the order of the table. Use ``language.once(roles)``."""
    return tuple((row[1], titled(map(fold, row[2:]))) for row in language.rows("roles") if row[0] == "title")


def _roles(language: Language) -> Remembered[str]:
    """The function that a heading names, or ``""``, by the heading: each is asked for in several ways of finding topics."""
    known, kind = language.once(roles), language.once(kind_of)

    def of(title: str) -> str:
        folded = fold(title)
        role = next((role for role, pattern in known if pattern.search(folded)), "")
        other = OF_WHAT.match(folded) if role in MEETING else None
        kinds = [kind(word) for word in re.findall(r"(?<!\S)[a-z-]+", other[1])] if other else []
        matter = "" in kinds or kinds.count("common") > 1
        return "" if matter else role

    return Remembered(of)


def _inserted(pair: Pair, kind: str) -> dict[str, tuple[str, ...]]:
    """For every unit in an amended row: the pieces of text that only its side has."""
    sign = "+" if kind == "new" else "-"
    return {
        locator: tuple(text for op, text in row.diff if op == sign)
        for row in pair.rows
        if row.relation == "amended"
        for locator in (row.new if kind == "new" else row.old)
    }


def _added(pair: Pair, kind: str) -> dict[str, tuple[str, ...]]:
    """For every unit in an amended row: the pieces of text that only its side has, but for those that took the place of others."""
    mine, other = ("+", "-") if kind == "new" else ("-", "+")
    found: dict[str, tuple[str, ...]] = {}
    for row in pair.rows:
        if row.relation == "amended":
            pieces = []
            for at, (op, text) in enumerate(row.diff):
                around = (*row.diff[max(0, at - 1) : at], *row.diff[at + 1 : at + 2])
                lost = sum(len(there) for sign, there in around if sign == other)
                if op == mine and EXCHANGED * lost <= len(text):
                    pieces.append(text)
            found.update(dict.fromkeys(row.new if kind == "new" else row.old, tuple(pieces)))
    return found
