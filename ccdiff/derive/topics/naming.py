"""What is told of a paragraph without counterpart, or of a sentence of its own: the phrases that may name it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from ccdiff.derive.topics.apart import apart
from ccdiff.derive.topics.edges import stance
from ccdiff.derive.topics.matter import Candidate, absent, core, heads
from ccdiff.derive.topics.phrases import Phrase, phrases
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, how, vocabulary

MOST_COMMON = 2  # words of a phrase of common ones that may be anything (新近发展); more name one thing by their head (全球资产追回联络点网络)
CHOICES = 4  # phrases of a stretch that may name it


def about(side: Side) -> Iterator[Candidate]:
    """For every unit, or sentence, of its own: what it may be about, the best name first."""
    every = {unit.id: unit for unit in side.substance}
    for unit, stretches in side.once(apart).items():
        whole = side.whole(unit)
        kind, fresh = ("about" if whole else "passage"), partial(_fresh, side=side, whole=whole)
        ranked = [one for one in phrases(every[unit], side, fresh) if not whole or _names(one, side)]
        for start, end, _ in stretches:
            within = (
                (at, one) for at, one in enumerate(ranked) if start <= one.words[0].start and one.words[-1].end <= end
            )
            found = ((at, one) for at, one in within if absent(one.text, side) and not stance(one.text, side))
            for at, one in islice(found, CHOICES):
                yield Candidate(one.text, kind, {unit: one.text}, core(one.text, side), at, one.central)


def _fresh(run: Run, side: Side, whole: bool) -> bool:
    """Whether a phrase has a word that tells and that only this report has; of a ``whole`` unit, a word that tells is enough."""
    theirs = side.there.once(vocabulary)
    told = [word.key for word in run if word.kind in ("", "common")]
    if not told or run[-1].end - run[0].start < (2 if side.han else 4):
        return False
    return whole or any([key not in theirs for key in told])


def _names(one: Phrase, side: Side) -> bool:
    """Whether a phrase may stand on a list of matters: a word that only this report has, or two that tell."""
    told = [word for word in one.words if word.kind in ("", "common")]
    fresh = [word for word in told if not word.kind and word.key not in side.there.once(vocabulary)]
    if len(one.words) == 1:
        return (bool(fresh) or one.again) and one.central and len(one.text) >= (2 if side.han else 4)
    if how(one.words, side.here.language):
        return False
    own = any(not word.kind for word in told)
    head = side.here.language.once(heads).get(one.words[-1].raw)
    headed = head is not None and (len(one.words) > MOST_COMMON or (head == "strong" and bool(told)))
    again = one.again and bool(told)
    borne = (
        one.central if own or not side.han else one.firm or one.again
    )  # of common words, more than that one comes again
    stale = (len(told) > 1 and own) or (borne and (len(told) > 1 or headed or again))
    return bool(fresh) or (stale and not _spoken(one.words, side))


def _spoken(words: Run, side: Side) -> bool:
    """Whether one unit of the other report has all of some words, which both reports use (引渡 …… 条约)."""
    keys = [word.key for word in words if len(word.key) > 1]
    return len(keys) > 1 and any(all(key in text for key in keys) for _, text in side.other.having(keys[:1]))
