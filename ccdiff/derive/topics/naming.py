"""What is told of a paragraph without counterpart: the phrases that may name it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from ccdiff.derive.topics.matter import Candidate, absent, core
from ccdiff.derive.topics.phrases import Phrase, again, phrases
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, how, runs, vocabulary

BRIEF, BRIEF_LATIN = 8, 20  # characters of a paragraph that may tell a matter
TOLD = ("", "common")  # kinds of words that tell
CHOICES = 4  # phrases of a paragraph that may name it


def about(side: Side) -> Iterator[Candidate]:
    """For every unit without counterpart what it may be about, the best name first."""
    least, theirs = BRIEF if side.han else BRIEF_LATIN, side.there.once(vocabulary)
    for unit in side.substance:
        if unit.section and len(unit.text) >= least and side.whole(unit.id):
            fresh = {word.key for run in side.here.once(runs)[unit.id] for word in run if not word.kind} - theirs
            named = enumerate(one for one in phrases(unit, side, _tells(side)) if _names(one, side, len(fresh) > 1))
            for at, one in islice((entry for entry in named if absent(entry[1].text, side)), CHOICES):
                yield Candidate(one.text, "about", {unit.id: one.text}, core(one.text, side), at, one.central)


def _tells(side: Side) -> Callable[[Run, str], bool]:
    """Whether a phrase may name what is told of: it has a word that tells, alone one that comes again or that only this report has."""
    theirs, least = side.there.once(vocabulary), 2 if side.han else 4

    def tells(run: Run, low: str) -> bool:
        if run[-1].end - run[0].start < least:
            return False
        if len(run) > 1:
            return any([word.kind in TOLD for word in run])
        _, _, key, kind, _ = run[0]
        return (not kind and key not in theirs) or (kind in TOLD and again(run, low))

    return tells


def _names(one: Phrase, side: Side, several: bool) -> bool:
    """Whether a phrase may stand on a list of matters: a word that only this report has, if it is not the only one (``several``), or two that tell."""
    theirs = side.there.once(vocabulary)
    if len(one.words) == 1:
        return one.central or (several and not one.words[0].kind and one.words[0].key not in theirs)
    if how(one.words, side.here.language):
        return False
    told = [word for word in one.words if word.kind in TOLD]
    return len(told) > 1 or one.central or any(word.key not in theirs for word in told)
