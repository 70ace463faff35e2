"""What a paragraph without counterpart is about: the phrase that its sentence presents, reports on or calls for.

一名观察员介绍了[全球资产追回联络点网络]; 基塔省暴发[霍乱]; one delegation said that [community radio] remained …. A phrase that only
passes by (with balanced regional representation) is no subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ccdiff.derive.topics.matter import LONGEST, Candidate, absent, actor, core, heads
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, Unit, how, phrase, runs, vocabulary
from ccdiff.language import Language

BRIEF = 80  # characters of a paragraph that may be about a single word (暴发霍乱)
OPENING = 80  # characters of a clause of time before the subject of a first sentence
REACH = 48  # characters before a phrase in which its cue stands
LONGEST_UNIT, LONGEST_LATIN = 400, 1200  # characters of a paragraph that has one subject
LONGEST_AMENDED, LONGEST_LATIN_AMENDED = 320, 1200  # of one that has a counterpart: a longer one is about what both say
SHORTEST, SHORTEST_LATIN = 4, 8  # characters of a phrase of two words (总统选举)
SHORTEST_WORD = 6  # letters of a single word (drones)
HEADED = 6  # characters from which a phrase of common words names one thing by its head (全球资产追回联络点网络)
JOINED, JOINED_LATIN = 10, 40  # characters of two phrases that "and" makes one
MOST = 2  # subjects of one paragraph


class Cues:
    """What stands before a subject. Use ``language.once(Cues)``."""

    def __init__(self, language: Language) -> None:
        self.about = _before(language, "about", "fill")
        self.event = _before(language, "event", "fill")
        self.says = _before(language, "says", "fill")
        self.when = _when(language)


def _before(language: Language, kind: str, between: str) -> re.Pattern[str]:
    rows = language.rows("topic_openers")
    latin = language.code != "zh"

    def words(wanted: str) -> str:
        found = sorted((row[0] for row in rows if row[1] == wanted), key=lambda word: (-len(word), word))
        return "|".join(rf"\b{re.escape(word)}\b" if latin else re.escape(word) for word in found) or "(?!)"

    gap = r"[\s\d,]*" if latin else r"[\s\d]*"
    return re.compile(rf"(?:{words(kind)})(?:{gap}(?:{words(between)}))*{gap}[“\"《]?\Z", re.I)


def _when(language: Language) -> re.Pattern[str]:
    """A clause of time that opens a paragraph (截至4月10日，; As at 14 May 2025,)."""
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] == "when") or "(?!)"
    if language.code == "zh":
        return re.compile(rf"^[^，。]{{0,24}}(?:{words})，\Z")
    return re.compile(rf"^(?:{words})\b[^,.]{{1,60}},\s*(?:(?:the|a|an)\s+)?\Z", re.I)


class Place(NamedTuple):
    """A phrase in a unit that may be its subject: words ``i`` to ``j`` of a run, and how it is brought in."""

    run: Run
    i: int
    j: int
    cue: str


def subjects(side: Side) -> Iterator[Candidate]:
    """The subjects of paragraphs without counterpart that the other report does not treat."""
    if side.foreign:
        return
    for unit in side.substance:
        longest = (LONGEST_UNIT, LONGEST_AMENDED) if side.han else (LONGEST_LATIN, LONGEST_LATIN_AMENDED)
        if len(unit.text) > (longest[0] if side.whole(unit.id) else longest[1] if unit.id in side.inserted else 0):
            continue
        seen = 0
        for place in _places(unit, side):
            found = next(
                (one for one in (place, _coordinated(unit, place, side)) if one and _tells(unit, one, side)), None
            )
            if found and seen < MOST:
                seen += 1
                label = phrase(unit.text, found.run, found.i, found.j)
                yield Candidate(label, "subject", {unit.id: label}, core(label, side))


def _tells(unit: Unit, place: Place, side: Side) -> bool:
    """Whether a phrase names what its unit is about, and the other report does not treat it."""
    label = phrase(unit.text, place.run, place.i, place.j)
    alone = place.i == place.j and len(unit.text) > BRIEF
    return not alone and side.fresh(unit.id, label) and _names(label, place, side) and absent(label, side)


def _coordinated(unit: Unit, place: Place, side: Side) -> Place | None:
    """A phrase with the one that "and" joins to it (结婚和离婚登记) in a paragraph without counterpart; the one alone may not tell enough."""
    if not side.whole(unit.id) or how(place.run[place.i : place.j + 1], side.here.language):
        return None
    every = side.here.once(runs)[unit.id]
    at = next((k for k, run in enumerate(every) if run is place.run), len(every))
    if at + 1 >= len(every) or place.j + 1 < len(place.run):
        return None
    between = unit.text[place.run[-1].end : every[at + 1][0].start].strip()
    joined = between.lower() in side.here.language.once(joiners)
    short = every[at + 1][-1].end - place.run[place.i].start <= (JOINED if side.han else JOINED_LATIN)
    return (
        Place(place.run + every[at + 1], place.i, place.j + len(every[at + 1]), place.cue) if joined and short else None
    )


def joiners(language: Language) -> frozenset[str]:
    """The words that join two names into one. Use ``language.once(joiners)``."""
    return frozenset(row[0] for row in language.rows("topic_openers") if row[1] == "and")


def _places(unit: Unit, side: Side) -> Iterator[Place]:
    """The phrases that a cue brings in, in reading order."""
    cues = side.here.language.once(Cues)
    for run in side.here.once(runs)[unit.id]:
        if run[0].kind == "name":
            continue
        before = unit.text[max(0, run[0].start - REACH) : run[0].start]
        cue = next((name for name in ("about", "event", "says") if getattr(cues, name).search(before)), "")
        if not before and side.item(unit.id) and not side.han:
            run = run[1:]  # Train [hospital surgeons]
            if not run:
                continue
        opening = unit.text[: run[0].start] if run[0].start <= OPENING else ""
        if not cue and (not before.strip(' “"《') or cues.when.match(opening)):
            cue = "says"
        if cue:
            yield Place(run, 0, len(run) - 1, cue)
            continue
        inner = _inside(unit.text, run, cues)
        if inner:
            yield inner


def _inside(text: str, run: Run, cues: Cues) -> Place | None:
    """A subject after a cue that is itself part of the run (基塔省[暴发]霍乱)."""
    for k in range(1, len(run)):
        before = text[max(0, run[k].start - REACH) : run[k].start]
        cue = next((name for name in ("event", "about") if getattr(cues, name).search(before)), "")
        if cue:
            return Place(run, k, len(run) - 1, cue)
    return None


def _names(label: str, place: Place, side: Side) -> bool:
    """Whether a phrase names a matter: a word that only this report has, two common ones together, or a long name with its head."""
    words = place.run[place.i : place.j + 1]
    if len(label) > LONGEST or side.body(label) or side.title(label) or actor(words, side):
        return False
    theirs = side.there.once(vocabulary)
    fresh = [word for word in words if not word.kind and len(word.key) > 1 and word.key not in theirs]
    if len(words) == 1:
        return bool(fresh) and place.cue == "event" and len(label) >= (2 if side.han else SHORTEST_WORD)
    told = [word for word in words if not word.weak]
    if len(label) < (SHORTEST if side.han else SHORTEST_LATIN):
        return False
    if how(words, side.here.language):
        return False
    if fresh or place.cue == "says":
        return bool(fresh)
    if len(told) > 1 or not side.han:
        return True
    return place.cue == "about" and len(label) >= HEADED and _headed(words[-1].raw, side)


def _headed(word: str, side: Side) -> bool:
    return side.here.language.once(heads).get(word) == "strong"
