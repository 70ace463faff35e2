"""What a Chinese name begins and ends with, and what is none: the word that denies it belongs to it (无塑湖泊倡议), and its other half (民事和行政诉讼).

Words of stance (坚定不移贯彻) and those who are meant by all that is said (党和人民) name no matter.
"""

from __future__ import annotations

import re

from ccdiff.derive.topics.matter import Candidate, renamed
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import kind_of, runs
from ccdiff.language import Language

REST = 3  # characters that may follow the first of a word that the cutter does not know
HALF = 3  # characters of a word that may be half of a name (民事[和行政诉讼])
EMPTY = ("weak", "tail", "inner")
ATTITUDE = 4  # characters of a word that is nothing but an attitude (真抓实干[精神])
CUT = ("term", "named", "light", "about", "quoted")  # kinds of names that are cut from a text


TOKEN, REST_OF = re.compile(r"[A-Za-z0-9][\w’'\-]*\Z", re.A), re.compile(r"(?![’']s\b)(?:[’'\-](?=[A-Za-z])|\w)+", re.A)

NUMBERED = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)](?=[^\s，,。；;])")  # 刑法修正案[（八）]


def entire(candidate: Candidate, side: Side) -> Candidate:
    """A candidate with the rest of the tokens that it begins and ends inside: [2]nd World Water Forum, [UNHCR’]s share, camera_[standard]."""
    label, unit = candidate.label, next(iter(candidate.places), "")
    if candidate.kind not in CUT or not label:
        return candidate
    text = side.text.get(unit, "")
    at = text.find(label)
    before = TOKEN.search(text, 0, at) if at > 0 and label[0].isalnum() and label[0].isascii() else None
    latin = label[-1].isalnum() and label[-1].isascii()
    after = (REST_OF if latin else NUMBERED).match(text, at + len(label)) if at >= 0 else None
    if not before and not after:
        return candidate
    full = f"{before[0] if before else ''}{label}{after[0] if after else ''}"
    places = {unit: full if words == label else words for unit, words in candidate.places.items()}
    return renamed(candidate, full, places)


def contrary(candidate: Candidate, side: Side) -> Candidate:
    """A Chinese candidate with the character before it that makes the contrary of it: [无]塑湖泊倡议, [不]管制捕捞."""
    label = candidate.label
    if not side.han or candidate.kind not in CUT or not label:
        return candidate
    unit = next(iter(candidate.places))
    text, before = side.text.get(unit, ""), side.here.language.once(bounds)["contrary"]
    at = text.find(label)
    if at < 1 or text[at - 1] not in before or side.here.words(text[max(0, at - REST) : at])[-1] != text[at - 1]:
        return candidate
    places = {unit: text[at - 1] + words if words == label else words for unit, words in candidate.places.items()}
    return renamed(candidate, text[at - 1] + label, places)


def joined_on(candidate: Candidate, side: Side) -> Candidate:
    """A Chinese candidate of one word with what "and" joins to it wherever it stands: 民事[和行政诉讼] is no 民事."""
    label = candidate.label
    if not side.han or candidate.kind not in CUT or len(label) > HALF:
        return candidate
    joiner, found = side.here.language.once(_joiner), dict[str, str]()
    for unit in candidate.places:
        text = side.text.get(unit, "")
        ends = [more.end() for more in re.finditer(re.escape(label) + joiner, text)]
        after = [run for run in side.here.once(runs).get(unit, ()) if ends and run[0].start == ends[0]]
        if not after or len(ends) < text.count(label):
            return candidate
        found[unit] = text[text.find(label) : after[0][-1].end]
    full = next(iter(found.values()))
    return renamed(candidate, full, found) if set(found.values()) == {full} else candidate


def _joiner(language: Language) -> str:
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] == "and")
    return f"(?:{words or '(?!)'})"


def stance(label: str, side: Side) -> bool:
    """Whether a Chinese name says only how something is to be done, or for whom all is done: 坚定不移贯彻, 党和人民."""
    table = side.here.language.once(bounds)
    if not side.han or label[:2] not in table["begins"]:
        return False
    words, kind = side.here.words(label), side.here.language.once(kind_of)
    attitude = any(word in table["stance"] and len(word) >= ATTITUDE for word in words)
    return all(
        word in table["stance"] or word in table["people"] or (attitude and kind(word) in EMPTY) for word in words
    )


def bounds(language: Language) -> dict[str, frozenset[str]]:
    """The words that no name ends before, begins with or consists of, by kind. Use ``language.once(bounds)``."""
    kinds: dict[str, set[str]] = {name: set() for name in ("stance", "people", "contrary")}
    for row in language.rows("topic_openers"):
        if row[1] in ("frame", "governs", "stance", "and"):
            kinds["stance"].add(row[0])
        elif row[1] in ("people", "contrary"):
            kinds[row[1]].add(row[0])
    every = kinds["stance"] | kinds["people"]
    ones = {word for word in every if len(word) == 1}  # 党
    firsts = {word[:2] for word in every} | {one + two[0] for one in ones for two in every}
    return {kind: frozenset(words) for kind, words in (*kinds.items(), ("begins", firsts))}
