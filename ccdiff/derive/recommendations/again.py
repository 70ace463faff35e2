"""A recommendation that is made again: how much two are alike word by word, whether they are asked of others, and several read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import dice, grams, reduced
from ccdiff.derive.recommendations.words import Words
from ccdiff.model.record import record
from ccdiff.reading import Reading


@record
class Again:
    """The recommendations of the new report that make one of the old again; ``alike`` of the nearest."""

    new: tuple[Advice, ...]
    alike: float


def at_odds(known: Words, old: Advice, new: Advice) -> bool:
    """Whether another is asked: the secretariat, not States."""
    asked, theirs = (known.asked_of(one.addressee, one.said) for one in (old, new))
    return bool(asked and theirs) and not asked & theirs


def likeness(pair: Pair, old: Advice, new: Advice) -> float:
    """How much two recommendations are alike, word by word."""
    plain = pair.new.language.once(reduced)
    return dice(grams(plain(old.said)), grams(plain(new.said)))


def joined(reading: Reading, advices: Sequence[Advice]) -> Advice:
    """Several recommendations read as one."""
    space = " " if reading.language.code == "en" else ""
    return replace(
        advices[0],
        said=space.join(one.said for one in advices),
        asked=space.join(one.asked for one in advices),
        hedges=tuple(dict.fromkeys(hedge for one in advices for hedge in one.hedges)),
    )
