"""A figure as it is paired with one of another report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ccdiff.derive.figures.naming import Called
from ccdiff.model.changes import FigureMention
from ccdiff.model.record import record

NOTHING: frozenset[str] = frozenset()


@record
class Statement:
    """A figure as it is paired: ``near`` and ``far`` are the features of its clause and of its sentence (near included)."""

    mention: FigureMention
    kind: str
    family: str
    noun: str
    near: frozenset[str]
    far: frozenset[str]
    called: Callable[[], Called]  # its name
    direction: str = ""  # "rise" or "fall" where the text says so right before the number
    role: str = ""  # "from" for the first number of "由 9.8% 降至 7.5%", "against" for what another is compared with
    general: bool = False  # its counter says nothing of the thing (个, 项)
    letters: frozenset[str] = (
        NOTHING  # the pairs of neighbouring letters of the clause, alike where words are cut otherwise
    )
    named: tuple[str, ...] = ()  # the words beside the number, where it counts no things (per cent, money)
    per: frozenset[str] = NOTHING  # what it is an average or a sum of (年均, 累计)
    counter: str = ""  # the bare unit
    turn: str = ""  # "up" or "down" where it says by how much something rose or fell
    lone: bool = False  # it is a "one" in words, told only where it became another number
    limit: bool = False  # nothing may exceed it
    others: frozenset[str] = NOTHING  # of words that exclude each other those it has ("3:1", lexicon.Lexicon.others)
    states: frozenset[str] = NOTHING  # those that its clause names
    years: bool = False  # it came about in several years ("五年来，…"), and is no level reached
    fresh: bool = False  # it counts what came to what was there ("five more", 新增)
    currency: str = ""
    size: float = 0.0  # how many of which unit (``base``) its own is (1,000 metres), 0 where nobody knows
    base: str = ""
    of: float = 0.0  # the whole of which it is said to be a part ("61 of the 192 members"), 0 for none
    aside: int = 0  # with others it divides the figure before, in a bracket (2) or in its sentence (1)
    during: bool = False  # its sentence begins with the year in which it came about
    generic: bool = False  # its noun may stand for anything (cases)
    often: bool = False  # it says how many times something was done ("used 52 times")
    event: bool = False  # its noun is an act that is done so many times (meetings, visits)
    label: frozenset[str] = NOTHING  # the words that stand with the number between the marks around it
    period: Callable[[], int] = int  # the months of the period named last before it

    def told(self, subject: str = "") -> FigureMention:
        """The figure as it is told, under its own name or another."""
        return replace(self.mention, subject=subject or self.called().told)
