"""Recommendations that the new report makes in two, and two that it makes in one: what is left over of one side is part of what was paired.

A point that nothing answers belongs to a pair that stands already where nearly all that tells its matter is in the one of them, and is
what the other lacks: "provide pilots with portable units and train harbour masters in their use" became two points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.likeness import telling, things, weights
from ccdiff.derive.recommendations.matter import classes
from ccdiff.reading import Reading

Pairs = dict[str, str]  # locator -> the locator that it belongs to


def halves(pair: Pair, left: Sequence[Advice], whole: Mapping[str, tuple[Advice, Advice]], of_new: bool) -> Pairs:
    """For each point of ``left`` (of the new report where ``of_new``) the one of the other report of which it is a part; ``whole``: that
    one and what it was paired with, by its locator.
    """
    if not left or not whole:
        return {}
    mine, theirs = (pair.new, pair.old) if of_new else (pair.old, pair.new)
    parts = {one.locator: telling(mine, one) for one in left}
    held = {at: (telling(theirs, one), telling(mine, other)) for at, (one, other) in whole.items()}
    weight = weights(pair, set().union(*parts.values(), *(a | b for a, b in held.values())))
    common = pair.new.language.once(classes)

    def weigh(found: Iterable[str]) -> float:
        return sum(weight[part] for part in sorted(found))

    config, result = pair.config, {}
    for one in left:
        own = parts[one.locator]
        size = weigh(own) or 1.0
        ranked = sorted(
            ((weigh(own & full) / size, at) for at, (full, _) in held.items()), key=lambda found: (-found[0], found[1])
        )
        share, at = ranked[0]
        full, partner = held[at]
        lacking = weigh((own & full) - partner) / (weigh(full) or 1.0)
        following = ranked[1][0] if len(ranked) > 1 else 0.0
        if (
            share >= config.recommendation_part
            and lacking >= config.recommendation_part_lacking
            and share - following >= config.recommendation_part_ahead
            and things(own & full, common) > 1
        ):
            result[one.locator] = at
    return result


def joined(reading: Reading, advices: Sequence[Advice]) -> Advice:
    """Several recommendations read as one."""
    first, *rest = advices
    if not rest:
        return first
    space = " " if reading.language.code == "en" else ""
    return replace(
        first,
        said=space.join(one.said for one in advices),
        asked=space.join(one.asked for one in advices),
        hedges=tuple(dict.fromkeys(hedge for one in advices for hedge in one.hedges)),
    )
