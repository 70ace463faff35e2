"""A text told otherwise: edited here and there, or told anew by another hand. Does it say the same?

No single word tells where the words differ throughout. What tells is what is left over, on both sides and on one alone, and how the rest
stands: an editor leaves the rest of a sentence as it was and changes what he means; another hand changes everything a little and adds nothing.
The weights are log-odds of "amended", by logistic regression over the judged pairs and editions of them (docs/alignment.md), rounded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from ccdiff.derive.relations.balance import Runs, missing, sounds, weight
from ccdiff.derive.relations.bonds import MEANING, NONE, bond
from ccdiff.derive.relations.substance import Lexis, Substance
from ccdiff.derive.relations.swaps import LISTING, POINTS, Edit
from ccdiff.derive.thresholds import DeriveThresholds

LISTED = 1.0  # weight of a member of a list
# weight of what is left over on either side from which one word for another is another thing: 停工, 完工 0.3
STRANGE = 0.25
LITTLE = 1.5  # weight of what is left over on either side that is nothing
PART = 0.015  # ... or so much of the text: a word of style in a long paragraph
MOST = 20.0  # weight of what is left over beyond which more says no more
MANY = 8  # stretches that differ beyond which more say no more
ENDS = POINTS - LISTING  # points that join no members
NOTHING = 9.0  # log-odds against a text that differs in nothing to speak of, told anew as it may be
PHRASE = 2  # words that may take the place of one or two others
MOSTLY = 0.5  # share of a text in common stretches from which the one that differs is a slot in it
FEW = 3  # words of a thing
THING = 0.7  # weight of what is left over of either of two things: 可卡因, 海洛因 0.75; 容器, 贮器 0.5


class Traces(NamedTuple):
    """What two texts in other words leave to judge by."""

    little: bool  # what is left over is nothing to speak of
    more: float  # by how much more is left over on one side
    left: float  # how much is left over on either
    common: float  # the share of the greater text in common stretches
    stretches: int  # that differ, small words counted
    member: bool  # a member of a list went or came
    strange: bool  # nothing ties a few words to those whose place they took, and nothing else differs: 分发, 收回
    thing: bool  # one thing stands in another's place, in a text of which most stayed: 渔具标记准则, 观察员方案
    meant: bool  # nothing else differs, and no table or dictionary knows the two as one


def traces(old: Substance, new: Substance, runs: Runs, edits: list[Edit]) -> Traces:
    """What is left over, and how the rest stands."""
    says = partial(weight, lex=old.lexis)
    gone, come = (tuple(word for edit in edits for word in edit[side]) for side in (0, 1))
    less, more = missing(gone, come, new, 0.0), missing(come, gone, old, 0.0)
    if len(list(filter(sounds, gone))) == len(list(filter(sounds, come))) == 1:
        less = more = min(less, more)  # a general verb for another: provided, gave
    size = max(1.0, *(sum(map(says, text.words)) for text in (old, new)))
    changed = _changed(edits, says)
    bonds = [_tie(said, edit, old.lexis) for said, edit in changed]
    common = sum(says(word) for op, words in runs if op == "=" for word in words) / size
    stretches = sum(any(map(sounds, (*gone, *come))) for gone, come in edits)
    things = sum(_replaced(said, edit, old, new) for said, edit in changed)
    one = len(changed) == 1 and all(0 < len(side) <= PHRASE for side in changed[0][0])
    untied = one and MEANING not in bonds and min(less, more) >= STRANGE
    return Traces(
        max(less, more) < max(LITTLE, PART * size),
        min(abs(more - less), MOST),
        min(less, more, MOST),
        common,
        min(stretches, MANY),
        any(_member(edit, old, new) for edit in edits),
        untied and NONE in bonds,
        things > 0 and (common >= MOSTLY or things == stretches),
        untied and stretches == 1 and not any(_general(word, old.lexis) for side in changed[0][1] for word in side),
    )


def says_other(found: Traces, edited: bool, config: DeriveThresholds) -> bool:
    """Whether a text says more, less or another thing; ``edited``: it differs in what counts only where a text was edited."""
    odds = config.relation_bias + config.relation_more * found.more + config.relation_left * found.left
    odds += config.relation_common * found.common + config.relation_stretch * found.stretches
    odds += config.relation_member * found.member
    odds += config.relation_meant * found.meant + config.relation_strange * found.strange
    odds += config.relation_thing * found.thing
    odds += config.relation_edited * edited / max(1, found.stretches)
    if found.little and not (edited or found.meant or found.strange or found.thing or found.member):
        odds -= NOTHING
    return odds > 0


def _replaced(said: Edit, edit: Edit, old: Substance, new: Substance) -> bool:
    """Whether a few words that name a thing gave way to others that nothing ties to them: 气候变化, 过度捕猎 (not 搬迁, 迁移)."""
    lex = old.lexis
    if any(
        not 0 < len(side) <= FEW or sum(map(sounds, full)) > len(side) for side, full in zip(said, edit, strict=True)
    ):
        return False
    gone, come = (
        tuple(word for word in side if len(word) > 1 and not any(_one_meaning(word, other, lex) for other in others))
        for side, others in (said, said[::-1])
    )
    if not gone or not come or any(lex.common.get(word.lower()) == "edge" for word in (*gone, *come)):
        return False
    return min(missing(gone, said[1], new, 0.0), missing(come, said[0], old, 0.0)) >= THING and not bond(
        (gone, come), lex
    )


def _one_meaning(one: str, other: str, lex: Lexis) -> bool:
    return bool(lex.meanings(one) & lex.meanings(other) or lex.spoken(one) & lex.spoken(other))


def _member(edit: Edit, old: Substance, new: Substance) -> bool:
    """Whether a member of a list went or came: floods, floods and drought."""
    gone, come = ([word for word in side if word.strip() and word not in ENDS] for side in edit)
    here, there, text = (gone, come, old) if len(gone) < len(come) else (come, gone, new)
    if not LISTING.issuperset(here):
        return False
    small = [list(takewhile(lambda word: not weight(word, text.lexis), side)) for side in (there, there[::-1])]
    return not LISTING.isdisjoint(small[0] + small[1]) and missing(tuple(there), (), text) >= LISTED


def _changed(edits: list[Edit], says: Callable[[str], float]) -> list[tuple[Edit, Edit]]:
    """The stretches that differ in words that say something: those words, and all of them."""
    said = [(_said(edit, says), edit) for edit in edits]
    return [(words, edit) for words, edit in said if any(words)]


def _said(edit: Edit, says: Callable[[str], float]) -> Edit:
    gone, come = (tuple(word for word in side if says(word) > 0) for side in edit)
    return gone, come


def _tie(said: Edit, edit: Edit, lex: Lexis) -> str:
    """What binds what came to what went, also with their small words (lacks, is short of)."""
    if not all(said):
        return NONE
    gone, come = (tuple(word for word in side if word not in lex.particles) for side in edit)
    return bond(said, lex) or bond((gone, come), lex) or bond(edit, lex)


def _general(word: str, lex: Lexis) -> bool:
    """Whether a word is one of general prose, for which another translator takes another."""
    return word in lex.style or word in lex.light or word in lex.function
