"""What ties the words that came to those that went in one stretch: one sense, one meaning, a shared part, or nothing."""

from __future__ import annotations

from os.path import commonprefix

from ccdiff.derive.relations.numbers import HAN
from ccdiff.derive.relations.substance import Lexis
from ccdiff.derive.relations.swaps import Edit, Kindred, stem

MEANING, PART, NONE = "meaning", "part", ""
LONGEST = 24  # characters of words that are looked up as one


def bond(edit: Edit, lex: Lexis) -> str:
    """How words that came are bound to those that went: by our tables, by dictionaries, by a part that both have, or not at all.

    What both begin or end with is no bond by itself: 火灾事故, 盗窃事故 are two things, though both are accidents.
    """
    one, other = phrase(edit[0]), phrase(edit[1])
    if max(len(one), len(other)) > LONGEST:
        return PART
    before, gone, come, behind = _trimmed(one, other)
    if not gone or not come:
        return PART
    shared = lex.spoken(before) | lex.spoken(behind)
    if (lex.spoken(one) & lex.spoken(other)) - shared or lex.spoken(gone) & lex.spoken(come):
        return MEANING
    wider = [(one, other), (gone, come)]
    if HAN.search(gone):  # 价格上涨, 价格上升
        wider += [(before[-1:] + gone, before[-1:] + come), (gone + behind[:1], come + behind[:1])]
    if any(lex.meanings(here) & lex.meanings(there) for here, there in wider) or _answered(edit, lex):
        return MEANING
    return PART if _part(gone, come) else NONE


def _answered(edit: Edit, lex: Lexis) -> bool:
    """Whether every word of one side may stand for one of the other: 主张; 认为应当."""
    here, there = ([lex.meanings(word.lower()) for word in side if word.strip()] for side in edit)
    return any(all(any(a & b for b in other) for a in one) for one, other in ((here, there), (there, here)))


def phrase(words: tuple[str, ...]) -> str:
    """Words as they stand together, in lower case."""
    said = [word for word in words if word.strip()]
    return ("" if said and HAN.match(said[0]) else " ").join(said).lower()


def _trimmed(one: str, other: str) -> tuple[str, str, str, str]:
    """What two phrases begin with, what differs in either, and what they end with: characters of Han, or Latin words by their stems."""
    han = bool(HAN.search(one))
    here, there = ([*text] if han else text.split() for text in (one, other))
    stems = [[stem(word) for word in side] for side in (here, there)]
    begun = len(commonprefix(stems))
    ended = len(commonprefix([side[begun:][::-1] for side in stems]))
    join = ("" if han else " ").join
    gone, come = (side[begun : len(side) - ended] for side in (here, there))
    return join(here[:begun]), join(gone), join(come), join(here[len(here) - ended :])


def _part(gone: str, come: str) -> bool:
    """Whether what differs shares a character somewhere, or a Latin word of one root."""
    if HAN.search(gone) or HAN.search(come):
        return not set(gone).isdisjoint(come)
    return any(map(Kindred(come.split()).has, gone.split()))
