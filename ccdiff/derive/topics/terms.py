"""Terms of a report's own: words, and pairs of words, that several of its units have and the other report has not."""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.topics.matter import Candidate, absent, actor
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, phrase, runs, vocabulary

PAIR = 2  # units in which a pair of words must stand that has a word of its own; what has none (引渡方面), and a single word, in more
Hit = tuple[str, Run, int, int]  # words i to j of a run in a unit


def terms(side: Side) -> Iterator[Candidate]:
    """Words and pairs of words of this report that the other lacks and that stand in two units or more."""
    theirs = side.there.once(vocabulary)
    for hits in _fresh(side).values():
        places: dict[str, str] = {}
        for unit, run, i, j in hits:
            places.setdefault(unit, phrase(side.text[unit], run, i, j))
        _, run, i, j = hits[0]
        own = any(not word.kind or (word.kind == "common" and word.key not in theirs) for word in run[i : j + 1])
        wanted = PAIR if i < j and own else side.pair.config.topic_single
        if len(places) < wanted or all(actor(run[: j + 1], side) for _, run, _, j in hits):
            continue
        label = next(iter(places.values()))
        if not side.title(label) and absent(label, side):
            yield Candidate(label, "term", places, tuple(word.key for word in run[i : j + 1] if not word.kind))


def _fresh(side: Side) -> dict[str, list[Hit]]:
    """Content words and pairs with a content word that the other report does not have, with their places here."""
    theirs = side.there.once(vocabulary)
    found: dict[str, list[Hit]] = {}
    for unit in side.substance:
        for run in side.here.once(runs)[unit.id]:
            for i, word in enumerate(run):
                if not word.kind and len(word.key) > 1 and word.key not in theirs:
                    found.setdefault(word.key, []).append((unit.id, run, i, i))
                if i and not (word.weak and run[i - 1].weak) and run[i - 1].key + word.key not in theirs:
                    found.setdefault(run[i - 1].key + word.key, []).append((unit.id, run, i - 1, i))
    return found
