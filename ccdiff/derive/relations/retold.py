"""A text told otherwise: edited here and there, or told anew by another hand. Does it say the same?

No single word tells where the words differ throughout. What tells is what is left over, on both sides and on one alone, and how the rest
stands: an editor leaves the frame of a sentence as it was and changes what he means; another hand changes everything a little and adds nothing.
The weights are log-odds of "amended", by logistic regression over the judged pairs (docs/alignment.md), rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from ccdiff.derive.relations.balance import Runs, missing, sounds, weight
from ccdiff.derive.relations.substance import Lexis, Substance
from ccdiff.derive.relations.swaps import LISTING, Edit, kin, stem
from ccdiff.derive.thresholds import DeriveThresholds

TELLING = 1.4  # weight from which a word says something of itself
LISTED = 1.0  # weight of a member of a list
LITTLE = 1.5  # weight of what is left over on either side that is nothing
PART = 0.015  # ... or so much of the text: a word of style in a long paragraph
MOST = 20.0  # weight of what is left over beyond which more says no more
MANY = 8  # stretches that differ beyond which more say no more
NAME = 5  # words of a member of a list, with its point
MEMBERS = 3  # points and conjunctions behind a colon that make a list


class Traces(NamedTuple):
    """What two texts in other words leave to judge by."""

    little: bool  # what is left over is nothing to speak of
    more: float  # by how much more is left over on one side
    left: float  # how much is left over on either
    frame: float  # the share of the lesser text that stands before the first and behind the last difference
    common: float  # the share of the greater text in common stretches
    stretches: int  # that differ, small words counted
    exchange: bool  # nothing is left over but one word for another
    member: bool  # a member of a list went or came
    named: bool  # one of them is a list of names: there one that went says nothing of one that came
    akin: float  # the share of the stretches that differ in which one word gave way to another of the same sense
    meant: bool = False  # nothing differs, to the letter, but one word for another


def traces(old: Substance, new: Substance, runs: Runs, edits: list[Edit]) -> Traces:
    """What is left over, and how the rest stands."""
    says = partial(weight, lex=old.lexis)
    gone, come = (_distinct(word for edit in edits for word in edit[side]) for side in (0, 1))
    less, more = missing(gone, come, new, 0.0), missing(come, gone, old, 0.0)
    if len(list(filter(sounds, gone))) == len(list(filter(sounds, come))) == 1:
        less = more = min(less, more)  # a general verb for another: provided, gave
    sizes = sorted(max(1.0, sum(map(says, text.words))) for text in (old, new))
    return Traces(
        max(less, more) < max(LITTLE, PART * sizes[1]),
        min(abs(more - less), MOST),
        min(less, more, MOST),
        (_frame(runs, says) + _frame(runs[::-1], says)) / sizes[0],
        sum(says(word) for op, words in runs if op == "=" for word in words) / sizes[1],
        min(sum(any(map(sounds, (*gone, *come))) for gone, come in edits), MANY),
        _another(edits, old, new),
        any(_member(edit, old, new) for edit in edits),
        _lists(old) or _lists(new),
        _akin(edits, old.lexis),
    )


def says_other(found: Traces, edited: bool, config: DeriveThresholds, elsewhere: float) -> bool:
    """Whether a text says more, less or another thing; ``edited``: it differs in what counts only where a text was edited.

    ``elsewhere`` is the logarithm of the share of the two reports' other changed paragraphs in which a fact differs for certain: where
    none does the one report is another translation of the other.
    """
    if found.little and not edited and not found.meant:
        return False
    odds = config.relation_bias + config.relation_more * found.more + config.relation_left * found.left
    odds += config.relation_frame * found.frame + config.relation_common * found.common
    odds += config.relation_stretch * found.stretches + config.relation_exchange * found.exchange
    odds += config.relation_member * found.member + config.relation_named * found.named
    odds += (
        config.relation_meant * found.meant + config.relation_akin * found.akin + config.relation_elsewhere * elsewhere
    )
    return odds + config.relation_edited * edited / max(1, found.stretches) > 0


def _frame(runs: Iterable[tuple[str, tuple[str, ...]]], says: Callable[[str], float]) -> float:
    """How much stands before the first difference that is more than a space."""
    found = 0.0
    for op, words in runs:
        if op == "=":
            found += sum(map(says, words))
        elif any(map(str.strip, words)):
            break
    return found


def _member(edit: Edit, old: Substance, new: Substance) -> bool:
    """Whether a member of a list went or came: floods, floods and drought."""
    here, there, text = (*edit, old) if len(edit[0]) < len(edit[1]) else (*edit[::-1], new)
    words = [word for word in there if word.strip()]
    if not words or any(word.strip() and word not in LISTING for word in here) or not {words[0], words[-1]} & LISTING:
        return False
    return missing(there, (), text) >= LISTED


def _another(edits: list[Edit], one: Substance, other: Substance) -> bool:
    """Whether nothing that says something differs but one word, which gave way to one of another sense: another building, another country."""
    gone, come = (tuple(w for edit in edits for w in edit[side] if weight(w, one.lexis) >= TELLING) for side in (0, 1))
    return (
        len(gone) == len(come) == 1 and min(missing(gone, come, other, 0.0), missing(come, gone, one, 0.0)) >= TELLING
    )


def _akin(edits: list[Edit], lex: Lexis) -> float:
    """The share of the stretches that differ in which one word gave way to another of the same sense: 数据, 资料."""
    said = [[[word for word in side if weight(word, lex) > 0] for side in edit] for edit in edits]
    changed = [(gone, come) for gone, come in said if gone or come]
    swaps = [(gone[0], come[0]) for gone, come in changed if len(gone) == len(come) == 1]
    return sum(bool(lex.spoken(one) & lex.spoken(other)) for one, other in swaps) / max(1, len(changed))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that come again: two items that are told as one repeat their words."""
    return tuple({stem(word): word for word in reversed(tuple(words))}.values())[::-1]


def _lists(text: Substance) -> bool:
    """Whether a text names several things behind a colon, a few words for each."""
    words = [word for word in text.words if word.strip()]
    named = words[words.index(":") + 1 :] if ":" in words else []
    members = sum(word in LISTING for word in named)
    return members >= MEMBERS and len(named) <= NAME * members


def denied_there(old: Substance, new: Substance) -> bool:
    """Whether what the one of two such texts denies is said in the other: should not use, should use.

    Where the other has no word for what is denied, it may say the same by an opposite: could not cope, an undue burden.
    """
    return any(
        _says(word, there.words) and not _says(word, there.denied)
        for here, there in ((old, new), (new, old))
        for word in here.denied
    )


def _says(word: str, words: Iterable[str]) -> bool:
    return kin(word, words) if word.isascii() else word in words
