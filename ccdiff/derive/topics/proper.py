"""Names by their look: in the marks of a title, in those of a quotation with a noun that heads names, a case, a name with capitals inside.

Such a name is one thing, however often its words stand elsewhere: “清湖倡议”, 《残疾人权利公约》, Lake Tai v. Blue Star Plastics, SoundCast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.topics.matter import LONGEST, Candidate, core, heads, unnamed
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import bodies
from ccdiff.language import Language
from ccdiff.text.normalise import fold

NAMING = ("strong", "fresh", "event")  # kinds of nouns that head a name


def proper(side: Side) -> Iterator[Candidate]:
    """The names by their look of a report that the other has not."""
    names, known = side.here.language.once(_names), side.here.language.once(bodies)
    found: dict[str, tuple[str, str, dict[str, str]]] = {}
    for unit in side.substance:
        for kind, pattern in names:
            for match in pattern.finditer(unit.text):
                _, _, places = found.setdefault(fold(match[0]).lower(), (kind, match[0], {}))
                places.setdefault(unit.id, match[0])
    for kind, label, places in found.values():
        bare = label.strip('“”"《》')
        if len(label) <= LONGEST and bare not in known and not side.title(bare) and unnamed(bare, side):
            yield Candidate(label, kind, places, core(bare, side), 0, True)


def _names(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    nouns = [noun for noun, kind in language.once(heads).items() if kind in NAMING]
    ends = "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda noun: (-len(noun), noun)))
    if language.code == "zh":
        quoted = re.compile(rf"[“\"][^“”\"，。；]{{2,24}}[”\"](?:{ends})|[“\"][^“”\"，。；]{{1,24}}(?:{ends})[”\"]")
        return ("quoted", quoted), ("book", re.compile(r"《[^《》]{3,40}》"))
    word = r"[A-Z][\w’'\-]*"
    case = re.compile(rf"(?<![\w’'\-]){word}(?:\s+{word})*\s+vs?\.\s+{word}(?:\s+{word})*")
    mixed = re.compile(r"(?<![\w.@/#])(?!Ma?c)[A-Z][a-z]+[A-Z][A-Za-z]*(?![\w.@/]*\w)")
    return ("case", case), ("camel", mixed), ("quoted", re.compile(rf"“[A-Z][^“”]{{4,50}}(?:{ends})”", re.I))
