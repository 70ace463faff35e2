"""What a name looks like, and where it stands: of what letters and words it is made, whether it is cut out of something, how its report is written."""

from __future__ import annotations

import math
import re

from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import HAN, units
from ccdiff.language import Language
from ccdiff.reading import Reading, thesaurus
from ccdiff.text.memory import Remembered
from ccdiff.text.sentences import sentences

LATIN = re.compile(r"[A-Za-z][A-Za-z.\-]+")
WORD = re.compile(r"[A-Za-z]{3,}")
PER = 1000  # characters of a text among which its Latin words are counted
LOOKED_AT = 6  # units of a candidate that are looked at
BEFORE = re.compile(r"[\w.\-’']\Z|\d\s\Z")  # 3.[x middleware], 15 [minute slot], 22.03[ LTS]
ENDS = tuple("。.；;！!？?：:")
BEHIND = re.compile(r"[\w\-]")


def shape(candidate: Candidate, side: Side) -> dict[str, float]:
    """What speaks of a name by its look, by name of the trait."""
    label, first, glued = candidate.label, False, False
    for unit, words in list(candidate.places.items())[:LOOKED_AT]:
        text = side.text.get(unit, "")
        at = text.find(words) if words else -1
        if at >= 0:
            first = first or at < side.once(openings)[unit]
            glued = glued or _glued(text, at, at + len(words), side.han)
    found = {"glued": float(glued), "first": float(first), "ragged": side.here.once(ragged)}
    if not side.han:
        return {**found, "general": side.here.language.once(general)[label]}
    if LATIN.search(label):
        found["mixed" if HAN.search(label) else "letters"] = side.here.once(letters)
    return found


def _glued(text: str, start: int, end: int, han: bool) -> bool:
    """Whether a name is cut out of a longer word, or of a measure."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 1]
    if han:
        return (before[-1:].isascii() and before[-1:].isalnum()) or (behind.isascii() and behind.isalnum())
    return BEFORE.search(before) is not None or BEHIND.match(behind) is not None


def openings(side: Side) -> Remembered[int]:
    """By unit, where its first sentence ends. Use ``side.once(openings)``."""
    return Remembered(lambda unit: next((one.end for one in sentences(side.text[unit])), 0))


def general(language: Language) -> Remembered[float]:
    """How general the least general word of an English name is: by how many meanings a dictionary gives it (log). Use ``language.once(general)``."""
    known = language.once(thesaurus)
    return Remembered(
        lambda label: math.log1p(min((len(known.meanings(word.lower())) for word in WORD.findall(label)), default=0))
    )


def ragged(reading: Reading) -> float:
    """The share of a report's units that end as no sentence does, as in minutes and notes. Use ``reading.once(ragged)``."""
    texts = [unit.text for unit in reading.once(units) if not unit.front]
    return sum(not text.rstrip().endswith(ENDS) for text in texts) / (len(texts) or 1)


def letters(reading: Reading) -> float:
    """How many Latin words a Chinese text has (log): where it is full of them, none of them stands out. Use ``reading.once(letters)``."""
    texts = [unit.text for unit in reading.once(units) if not unit.front]
    return math.log1p(PER * sum(len(LATIN.findall(text)) for text in texts) / (sum(map(len, texts)) or 1))
