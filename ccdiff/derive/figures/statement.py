"""A figure as it is found in a text, and as it is paired with one of another report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ccdiff.model.changes import FigureMention
from ccdiff.model.record import record
from ccdiff.text.numerals import Number

NOTHING: frozenset[str] = frozenset()


@record
class Hit:
    """``text[start:end]`` is the quote (qualifier to noun), ``text[number:unit_end]`` the bare number with its unit.

    ``kind`` and ``family`` are those of the unit (lexicon.Unit), the family also of the noun ("state", "person"); ``noun`` is
    what is counted, "" where only the sentence says so; ``last``: where its noun phrase ends, however long (for a quote too long
    ``end`` leaves it out). ``listed``: which one it is of those that count on what a figure before them counts ("1,098
    activities in November, 378 in December": 1; so a part of a whole: "12 of the 45 States"), else 0; ``quoted``: where its quote begins, if a verb stands between the qualifier and the number; ``lone``: it is
    a "one" in words; ``part``: it counts a part of a number that follows ("three of
    the four countries"); ``size``: what one of its unit is, where the text says it (times a year);
    ``owner``: the name before a sum or a bracket in a list of names ("J Smith £112.48", "Fiji (148)").
    """

    start: int
    end: int
    number: int
    unit_end: int
    value: Number
    value_to: Number | None
    qualifier: str
    unit: str
    kind: str
    family: str
    noun: str
    last: int = 0
    listed: int = 0
    quoted: int = -1
    lone: bool = False
    part: bool = False
    size: float = 0.0
    owner: str = ""


@record
class Statement:
    """A figure with all that it is paired by. ``kind`` and ``family`` are those of its unit and of its noun (hit.Hit)."""

    mention: FigureMention
    kind: str
    family: str
    noun: str
    # the words around it
    near: frozenset[str]  # of its clause
    far: frozenset[str]  # of its sentence, those of the clause included
    label: frozenset[str] = NOTHING  # those that stand with its number: "six of steel"
    named: tuple[str, ...] = ()  # of its subject, where it counts no things (per cent, money)
    others: frozenset[str] = NOTHING  # of words that exclude each other those it has ("3:1", lexicon.Lexicon.others)
    states: frozenset[str] = NOTHING  # the States that its clause names, or in which its sentence places it
    owner: str = ""  # the name that owns it
    called: Callable[[], str] = str  # gives its subject
    # its unit
    counter: str = ""  # as it stands there
    currency: str = ""
    size: float = 0.0  # how many of which unit its own is (1,000 metres), 0 where nobody knows
    base: str = ""
    per: frozenset[str] = NOTHING  # what it is an average or a sum of (年均, 累计)
    often: bool = False  # it says how many times something was done ("used 52 times"),
    event: bool = False  # its noun is an act that is done so many times (meetings, visits),
    generic: bool = False  # or may stand for anything (cases)
    limit: bool = False  # nothing may exceed it
    lone: bool = False  # it is a "one" in words, told only where it became another number
    # beside other figures
    role: str = ""  # "from": the first number of "由 9.8% 降至 7.5%"; "against": what another is compared with
    direction: str = ""  # "rise" or "fall" where the text says so right before the number
    turn: str = ""  # "up" or "down" where it says by how much something rose or fell
    fresh: bool = False  # it counts what came to what was there ("five more", 新增)
    within: bool = False  # a part of what a figure before it counted ("其中两个", "four of which")
    of: float = 0.0  # the whole of which it is said to be a part ("61 of the 192 members"), 0 for none
    time: str = ""  # it came about in several "years" ("五年来，…") or in a "year", and is no level reached
    period: str = ""  # the part of a year that it is of ("一季度", "from 1 January to 23 September")

    @property
    def shown(self) -> FigureMention:
        """The figure as it is told, under its name."""
        return replace(self.mention, subject=self.called())
