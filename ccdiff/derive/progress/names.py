"""Runs of content words, of which an announced thing is called."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ccdiff.derive.progress.words import TELLING, words
from ccdiff.derive.recommendations.likeness import telling_parts
from ccdiff.derive.recommendations.matter import MASKED, classes, key, reduced
from ccdiff.derive.recommendations.matter import content as weights
from ccdiff.language import Language
from ccdiff.reading import Reading

LONG = 60  # characters of a text that surely names something
SOME = 1e-9  # the least weight of a content word


def until_aim(text: str, reading: Reading) -> str:
    """What stands before the first word of direction or aim; the whole text where there is none."""
    known, length = reading.language.once(words), 0
    for word in reading.words(text) if known.aims.search(text) else ():
        if word.strip().lower() in known.toward:
            return text[:length]
        length += len(word)
    return text


def content(reading: Reading, text: str, least: float = TELLING) -> dict[str, float]:
    """The content words of a text, but for the names of bodies, with their base weights, from ``least`` on."""
    weight, bodies = reading.language.once(weights), reading.language.once(_bodies)
    found = (key(word).strip() for word in reading.words(text) if len(word) > 1 and word not in bodies)
    return {word: base for word in found if (base := weight[word]) >= least}


def _bodies(language: Language) -> frozenset[str]:
    """All wordings of the names of bodies and places in the table ``names``."""
    return frozenset(word for row in language.rows("names") if row[0] in MASKED for word in row[1:])


def tells(reading: Reading, text: str) -> bool:
    """Whether a text names a thing: a date or what is done with it does not (预计将于2018年年底发布)."""
    return _names(reading, text, TELLING)


def names_any(reading: Reading, text: str) -> bool:
    """Whether a text holds a noun, be it a common one (数据库), besides dates and deeds; a long one does."""
    return len(text) > LONG or _names(reading, text, SOME)


def _names(reading: Reading, text: str, least: float) -> bool:
    deeds, plain = reading.language.once(words).acts, reading.language.once(reduced)
    found = content(reading, text, least)
    return any(not any(map(str.isdigit, word)) and plain(word).strip() not in deeds for word in found)


def undated(run: list[str], here: Reading) -> list[str]:
    """A run without the dates, the deeds and the words that only hold it together at either end: "30,000 households" is no year."""
    known = here.language.once(words)
    plain = here.language.once(reduced)

    def bare(word: str) -> bool:
        core = word.strip().lower()
        if core in known.rounds:
            return False
        return not core or core in known.joiners or core[:1].isdigit() or plain(core).strip() in known.deeds

    while run and bare(run[0]):
        run = run[1:]
    while run and bare(run[-1]):
        run = run[:-1]
    return run


def runs_of(text: str, here: Reading) -> Iterator[list[str]]:
    """Runs of content words, held together by 的, 和, of, and; a word behind one of these belongs to the run whatever it is."""
    common, known = here.language.once(classes), here.language.once(words)
    joiners = known.joiners
    run: list[str] = []
    last = ""  # the word before, if one of the run
    for word in here.words(text):
        plain = word.strip().lower()
        joined = bool(run) and last in known.holds
        says = joined or common.get(key(plain)) != "edge"
        counted = any(c.isdigit() for c in plain) and not plain.isascii()  # 第22条, 3月: where or when, no thing
        content = len(plain) > 1 and any(c.isalpha() for c in plain) and says and not counted
        if content or (run and (not plain or plain in joiners or plain in known.rounds)):
            run.append(word)
            last = plain or last
        elif run:
            yield _without_tail(run, joiners)
            run = []
    if run:
        yield _without_tail(run, joiners)


def _without_tail(run: list[str], joiners: frozenset[str]) -> list[str]:
    while run and (run[-1].strip().lower() in joiners or not run[-1].strip()):
        run = run[:-1]
    return run


def run_of(here: Reading, text: str, shared: frozenset[str], weight: dict[str, float]) -> str:
    """The run of content words that holds most of what is shared, one that names who acts last; in Chinese the last of several, where the
    thing stands (在岘港兴建一座冷藏库).
    """
    known = here.language.once(words)
    found: list[tuple[bool, float, str]] = []
    for run in runs_of(text, here):
        name = "".join(undated(run, here)).strip()
        held = math.fsum(weight[part] for part in telling_parts(here, name, known.deeds) & shared)
        if held > 0:
            found.append((known.who.match(name) is None, round(held, 9), name))
    best = max((rank[:2] for rank in found), default=())
    names = [name for *rank, name in found if tuple(rank) == best]
    return next(iter(names if text.isascii() else reversed(names)), "")
