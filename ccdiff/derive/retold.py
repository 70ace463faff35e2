"""A text told anew: in another order and other words, not edited in a place or two. Does it say the same?

Its words differ everywhere, so that no single one tells. What tells is what has no equal on the one side and on the other: a reporter
who says the same needs about as many words for it; whoever adds a fact needs more.
"""

from __future__ import annotations

from collections.abc import Iterable

from ccdiff.derive.balance import Runs, missing, weight
from ccdiff.derive.substance import Substance
from ccdiff.derive.swaps import LISTING, Edit, kin, stem
from ccdiff.derive.thresholds import DeriveThresholds

FEW = 2  # places in which an editor changes a text
MANY = 3  # words of one stretch that gave way to as many
MOSTLY = 0.7  # of their weight that may have no equal
NAME = 5  # words of a member of a list, with its point
MEMBERS = 3  # points and conjunctions behind a colon that make a list


def told_anew(
    one: Substance,
    other: Substance,
    several: bool,
    runs: Runs,
    edits: list[Edit],
    size: float,
    config: DeriveThresholds,
) -> bool:
    """Whether a text is told in another order, or in many other words, not edited in one place or two.

    ``several``: it is told in several paragraphs, formerly in one, or the other way round.
    """
    lex = one.lexis
    common = sum(weight(word, lex) for op, words in runs if op == "=" for word in words)
    places = sum(any(weight(word, lex) for word in (*gone, *come)) for gone, come in edits)
    kept = size - max(sum(weight(word, lex) for edit in edits for word in edit[side]) for side in (0, 1))
    moved = kept - common + _moved_in_part(edits, one) >= config.relation_anew_moved * size
    many = any(_retold_within(edit, one, other) for edit in edits)
    return common < config.relation_anew * size and (places > FEW or many or (places > 1 and (moved or several)))


def _retold_within(edit: Edit, one: Substance, other: Substance) -> bool:
    """Whether several words of one stretch gave way to as many that mostly say the same: 及时足额缴纳, 按时缴清全部."""
    gone, come = edit
    if min(sum(weight(word, one.lexis) > 0 for word in side) for side in edit) < MANY:
        return False
    left = missing(gone, come, other, 0.0), missing(come, gone, one, 0.0)
    return all(
        part <= MOSTLY * sum(weight(word, one.lexis) for word in side) for part, side in zip(left, edit, strict=True)
    )


def _moved_in_part(edits: list[Edit], one: Substance) -> float:
    """The weight of words that went here and came at another place as part of another word (铁路运输, 铁路承运)."""
    found = 0.0
    for at, (gone, _) in enumerate(edits):
        others = tuple(word for k, edit in enumerate(edits) if k != at for word in edit[1])
        found += sum(weight(word, one.lexis) for word in gone if kin(word, others))
    return found


def says_the_same(old: Substance, new: Substance, edits: list[Edit], size: float, config: DeriveThresholds) -> bool:
    """Whether a text in another order and other words says no more and no less: what has no equal on the one side answers that on the other.

    Not a list of names: there one that went and one that came say nothing of each other.
    """
    if any(map(_lists, (old, new))):
        return False
    gone, come = (_distinct(word for edit in edits for word in edit[side]) for side in (0, 1))
    less, more = missing(gone, come, new, 0.0), missing(come, gone, old, 0.0)
    most = max(config.relation_anew_balance, config.relation_anew_net * size)
    return abs(more - less) <= most and max(less, more) <= min(
        config.relation_anew_most, config.relation_anew_share * size
    )


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
