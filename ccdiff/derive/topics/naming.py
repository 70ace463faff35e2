"""What is told of a paragraph without counterpart, or of a sentence of its own: the phrases that may name it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from ccdiff.derive.topics.apart import apart
from ccdiff.derive.topics.edges import stance
from ccdiff.derive.topics.matter import Candidate, absent, core, heads
from ccdiff.derive.topics.phrases import Phrase, again, phrases
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, how, vocabulary

MOST_COMMON = 2  # words of a phrase of common ones that may be anything (新近发展); more name one thing by their head (全球资产追回联络点网络)
TOLD = ("", "common")  # kinds of words that tell
CHOICES = 4  # phrases of a stretch that may name it


def about(side: Side) -> Iterator[Candidate]:
    """For every unit, or sentence, of its own: what it may be about, the best name first."""
    every, tells = {unit.id: unit for unit in side.substance}, _telling(side)
    for unit, stretches in side.once(apart).items():
        kind = "about" if side.whole(unit) else "passage"
        named = phrases(every[unit], side, tells[kind])
        ranked = [one for one in named if _names(one, side)] if kind == "about" else named
        for start, end, _ in stretches:
            within = (
                (at, one) for at, one in enumerate(ranked) if start <= one.words[0].start and one.words[-1].end <= end
            )
            found = ((at, one) for at, one in within if absent(one.text, side) and not stance(one.text, side))
            for at, one in islice(found, CHOICES):
                yield Candidate(one.text, kind, {unit: one.text}, core(one.text, side), at, one.central)


def _telling(side: Side) -> dict[str, Callable[[Run, str], bool]]:
    """By what is told of, whether a phrase may name it: it has a word that tells, alone one that comes again or that only this report has ("about");
    it has one that only this report has ("passage")."""
    theirs, least = side.there.once(vocabulary), 2 if side.han else 4

    def tells(run: Run, low: str) -> bool:
        if run[-1].end - run[0].start < least:
            return False
        if len(run) > 1:
            return any([word.kind in TOLD for word in run])
        _, _, key, kind, _ = run[0]
        return (not kind and key not in theirs) or (kind in TOLD and again(run, low))

    def fresh(run: Run, low: str) -> bool:
        own = [word.kind in TOLD and word.key not in theirs for word in run]
        return run[-1].end - run[0].start >= least and any(own)

    return {"about": tells, "passage": fresh}


def _names(one: Phrase, side: Side) -> bool:
    """Whether a phrase may stand on a list of matters: a word that only this report has, or two that tell."""
    if len(one.words) == 1:
        return one.central
    told = [word for word in one.words if word.kind in TOLD]
    fresh = [word for word in told if not word.kind and word.key not in side.there.once(vocabulary)]
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
