"""What is only a detail of an event that a paragraph tells.

A chronicle tells at which hour who did what: its things (a fence, a gate) stand on that stage whether the other report names them
so or not, and what those concerned are quoted as saying are their words, not the name of a matter.
"""

from __future__ import annotations

import re

from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, vocabulary
from ccdiff.language import Language
from ccdiff.text.sentences import sentences

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"")
CHRONICLE = 3  # sentences from which a paragraph tells the course of an event, not one thing that was done
SPEECH, SPEECH_LATIN = 24, 60  # characters from which a quotation is what somebody said, not a name


def passing(unit_text: str, run: Run, side: Side) -> bool:
    """Whether a phrase is only a detail of an event, or of what somebody is quoted as saying."""
    return spoken(unit_text, run, side) or staged(unit_text, run, side)


def spoken(unit_text: str, run: Run, side: Side) -> bool:
    """Whether a phrase stands in a quotation so long that it is somebody's speech."""
    start, least = run[0].start, SPEECH if side.han else SPEECH_LATIN
    return any(match.start() < start < match.end() and len(match[0]) >= least for match in QUOTED.finditer(unit_text))


def staged(unit_text: str, run: Run, side: Side) -> bool:
    """Whether a paragraph tells an event at its moment and a phrase is of a kind of thing that the other report names too (the perimeter [fence])."""
    named = any(unit_text[word.start].isupper() for word in run)  # the Tasil dam forest
    if named or run[-1].key not in side.there.once(vocabulary) or not side.here.language.once(moment).match(unit_text):
        return False
    return len(sentences(unit_text)) >= CHRONICLE


def moment(language: Language) -> re.Pattern[str]:
    """A paragraph that opens with the day or hour of what it tells, not with the day of an account (As at 14 May). Use ``language.once(moment)``."""
    whens = sorted(row[0] for row in language.rows("topic_openers") if row[1] == "account")
    account = "|".join(map(re.escape, whens)) or "(?!)"
    if language.code == "zh":
        return re.compile(rf"(?!{account})[^，。；：]{{0,8}}\d{{1,2}}月\d{{1,2}}日[^，。；：]{{0,10}}，")
    months = "|".join(name for row in language.rows("months") for name in row[1:2])
    day = rf"(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}})\b"
    return re.compile(rf"(?!(?:{account})\b)[^,.;:]{{0,40}}\b{day}[^.;:]{{0,24}}?,", re.I)
