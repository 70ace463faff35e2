"""A figure as it is paired with one of another report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ccdiff.model.changes import FigureMention
from ccdiff.model.record import record

NOTHING: frozenset[str] = frozenset()


@record
class Statement:
    """A figure as it is paired: ``near`` and ``far`` are the features of its clause and of its sentence (near included).

    ``direction`` is "rise" or "fall" where the text says so right before the number, else ""; ``role`` is "from" for the
    first number of "由 9.8% 降至 7.5%", "against" for what another is compared with, else "". ``general``: its counter says nothing of the thing (个, 项); ``letters``: the
    pairs of neighbouring letters of the clause, which stay alike where words are cut or translated otherwise. ``named``: the
    words of its subject, where it counts no things (per cent, money); ``per``: what it is an average or a sum of (年均, 累计); ``years``: what
    came about in several years ("五年来，…"), and no level reached; ``called`` gives its subject, ``period`` the months of the period named last before it;
    ``counter``: the bare unit; ``grouped``: it counts groups of things (批); ``turn``: "up"
    or "down" where it says by how much something rose or fell; ``limit``: nothing may exceed it; ``others``: of words that exclude each other those
    it has ("3:1", lexicon.Lexicon.others); ``states``: those its clause names, ``located``: those in which its sentence places it; ``lone``: it
    is a "one" in words, told only where it became another number; ``sorts``: the words of its subject that
    say of which sort it is (一般性). ``fresh``: it counts what came to what was there ("five more", 新增);
    ``within``: a part of what a figure before it counted ("其中两个", "four of which"). ``spanned``: its paragraph opens with a span of years, be it after who says so. ``size``, ``base``: how many of which unit its own is (1,000 metres),
    0 where nobody knows. ``of``: the whole of which it is said to be a part ("61 of the 192 members"), 0 for none;
    ``earlier``: its year, where its sentence goes on with a later one ("220 in 2020 and 245 in 2021"). ``generic``: its noun may stand for anything (cases). ``when``: the month that it is of, whatever stands beside it.
    ``whole``: another figure is said to be a part of it; ``often``: it says how many times something was done ("used 52 times"), ``event``: its noun is an act that is done so many times (meetings, visits).
    ``head``: the name before a colon that owns it; ``aside``: with others it divides the figure before, in a bracket (2) or in its sentence (1). ``during``: its sentence begins with the year in which it came about. ``denied``: what is said of it is denied ("6 件来文不可受理").
    ``ruled``: where the mention begins of the amount that it says the rise or fall of, -1 for none.
    """

    mention: FigureMention
    kind: str
    family: str
    noun: str
    near: frozenset[str]
    far: frozenset[str]
    direction: str = ""
    role: str = ""
    general: bool = False
    letters: frozenset[str] = NOTHING
    named: tuple[str, ...] = ()
    per: frozenset[str] = NOTHING
    years: bool = False
    called: Callable[[], str] = str
    counter: str = ""
    grouped: bool = False
    turn: str = ""
    lone: bool = False
    sorts: frozenset[str] = NOTHING
    month: str = ""
    owner: str = ""
    limit: bool = False
    others: frozenset[str] = NOTHING
    states: frozenset[str] = NOTHING
    fresh: bool = False
    within: bool = False
    currency: str = ""
    located: frozenset[str] = NOTHING
    spanned: bool = False
    size: float = 0.0
    base: str = ""
    of: float = 0.0
    earlier: str = ""
    generic: bool = False
    when: str = ""
    whole: bool = False
    often: bool = False
    event: bool = False
    label: frozenset[str] = NOTHING
    period: Callable[[], int] = int
    denied: bool = False
    during: bool = False
    head: str = ""
    aside: int = 0
    ruled: int = -1

    @property
    def plain(self) -> str:
        """Its subject."""
        return self.called()

    def told(self, subject: str) -> FigureMention:
        """The figure as it is told, under this name."""
        return replace(self.mention, subject=subject)
