"""Whether the matter of a heading or an agenda item is gone from the other report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from ccdiff.derive.topics.matter import otherwise
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, title_runs
from ccdiff.derive.wording import canonical
from ccdiff.language import Language

SEVERAL = 3  # units of which at least one uses a word of the heading above them, if it names their matter


def gone(title: str, side: Side, own: Sequence[str]) -> bool:
    """Whether the matter of a heading or agenda item is not in the other report: most of its phrases stand nowhere there.

    They are looked up in the whole other report, each phrase with its words near one another. What stands there keeps the matter
    alive unless this report gives it ``topic_ratio`` times as many units (``own``): a passing mention does not keep a chapter
    alive.
    """
    key, size = side.here.language.once(canonical)(title), len(own)
    if _lives(side.other.places(key), key, size, side) or otherwise(title, side):
        return False
    phrases = _phrases(title, side)
    dead = {word for phrase in phrases for word in phrase if not _lives(side.other.places(word), word, size, side)}
    lost = [
        phrase
        for phrase in phrases
        if dead.intersection(phrase) or not _lives(_phrase_places(phrase, side), phrase[0], size, side)
    ]
    return 2 * sum(map(_length, lost)) >= sum(map(_length, phrases)) > 0


def _phrase_places(phrase: tuple[str, ...], side: Side) -> Collection[str]:
    return side.other.together(phrase) if len(phrase) > 1 else side.other.places(phrase[0])


def functional(language: Language) -> frozenset[str]:
    """The words for what a chapter does, whatever it is about (展望, Remarks). Use ``language.once(functional)``."""
    return frozenset(row[0] for row in language.rows("topic_openers") if row[1] == "function")


def _length(words: Iterable[str]) -> int:
    return sum(map(len, words))


def _lives(places: Collection[str], key: str, size: int, side: Side) -> bool:
    return side.alive(places, key) * side.pair.config.topic_ratio > max(0, size - 1)


def _phrases(title: str, side: Side) -> list[tuple[str, ...]]:
    """The keys of the words of each phrase that says something: 视频会议 | 银行信息; 刑事诉讼的移交 is one phrase.

    A single weak word says nothing of its own where there are others.
    """
    language = side.here.language
    every = _rejoined(title, title_runs(side.here.words(title), language), language.once(_joiners))
    told = [run for run in every if len(run) > 1 or not run[0].weak] or every
    runs = [tuple(w.key for w in run if len(w.key) > 1) for run in told]
    return [keys or tuple(word.key for word in run) for keys, run in zip(runs, told, strict=True)]


def _rejoined(title: str, runs: Iterable[Run], joiner: re.Pattern[str]) -> list[Run]:
    """Runs with nothing but a joining word between them are one phrase."""
    found: list[Run] = []
    for run in runs:
        if found and joiner.fullmatch(title[found[-1][-1].end : run[0].start]):
            found[-1] += run
        else:
            found.append(run)
    return found


def _joiners(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] == "join")
    return re.compile(rf"\s*(?:(?:{words or '(?!)'})\s*)+", re.I)
