"""What a report says of the meeting itself: themes of panels, how and with whom it was held, which resolutions it works under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ccdiff.derive.references import find_references
from ccdiff.derive.topics.gone import SEVERAL, gone
from ccdiff.derive.topics.matter import LONGEST, Candidate, absent, core
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Unit, bodies, units
from ccdiff.derive.topics.titles import joiners
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.reading import Reading
from ccdiff.text.sentences import clauses, sentences

LIST_SIGN = "、"
REACH = 600  # characters in which the themes of one opener stand
OPENING = 12  # paragraphs among which a report says how its meeting was held
MOST_OPENERS = 20  # openers of one unit that are looked at
MOST_PARTS = 6  # themes of one opener
LONG_THEME = 48  # characters from which a theme is named by its first clause (…的作用,以及他们作为…影响者的作用)
LONG_UNIT, LONG_UNIT_LATIN = 260, 800  # characters from which a paragraph treats more than one thing
MOST_NUMBERS = 3  # resolutions named in a label
LETTER = r"[（(][a-z][）)]"


class Openers:
    """What stands before a theme, between two, and after one. Use ``language.once(Openers)``."""

    def __init__(self, language: Language) -> None:
        def words(kind: str) -> str:
            rows = (row[0] for row in language.rows("topic_openers") if row[1] == kind)
            return "|".join(map(re.escape, sorted(rows, key=lambda word: (-len(word), word)))) or "(?!)"

        self.themes = tuple(row[0].lower() for row in language.rows("topic_openers") if row[1] == "theme")
        self.theme = re.compile(rf"(?:(?:{words('theme')})[：:\s]*)+(?:{LETTER})?\s*[“\"]?", re.I)
        self.between = re.compile(rf"(?:^|[，,：:]\s*(?:{words('and')})?|{words('and')})\s*{LETTER}")
        self.joiners = words("and")
        self.after = re.compile(rf"[，,]\s*(?:{words('after')})", re.I)


def themes(side: Side) -> Iterator[Candidate]:
    """Themes of panels and discussions (8th report, 29: 主题为涉及…的司法协助请求遭到拒绝和延迟回复的常见理由); none of an event named in passing
    (41: of the last of many workshops)."""
    inside = {unit.id for unit in side.substance}
    for unit, label in side.here.once(themed):
        if (
            unit in inside
            and not _passing(side.text[unit], label, side)
            and absent(label, side)
            and gone(label, side, [unit])
        ):
            yield Candidate(label, "theme", {unit: label}, core(label, side))


def _passing(text: str, label: str, side: Side) -> bool:
    """Whether a long paragraph names a theme once, after its first sentence: of one of many things, not of what it is about."""
    long = len(text) > (LONG_UNIT if side.han else LONG_UNIT_LATIN)
    return long and text.count(label) < 2 and label not in next((one.text for one in sentences(text)), text)


def themed(reading: Reading) -> tuple[tuple[str, str], ...]:
    """What may be themes in a report, each with its unit. Use ``reading.once(themed)``."""
    openers, every = reading.language.once(Openers), reading.once(units)
    whole = "\n".join(unit.text for unit in every).lower()
    there = [opener for opener in openers.themes if opener in whole]
    found = []
    for unit in every:
        low = unit.text.lower() if there else ""
        if any([opener in low for opener in there]):
            for match in islice(openers.theme.finditer(unit.text), MOST_OPENERS):
                found += [(unit.id, label) for label in _themed(unit.text[match.end() : match.end() + REACH], openers)]
    return tuple(found)


def _themed(text: str, openers: Openers) -> Iterator[str]:
    if text[:1] in "，,。.；;":
        return
    sentence = re.split(r"[。；”]|\.\s|;\s", text, maxsplit=1)[0]
    for part in openers.between.split(sentence, maxsplit=MOST_PARTS):
        label = openers.after.split(part, maxsplit=1)[0].strip(' ，,、：:“”"')
        if len(label) >= 4:
            first = re.split(r"[，,；;]", label)[0].strip() if len(label) > LONG_THEME else label
            yield first if len(first) >= LONG_THEME / 4 else label[: LONGEST * 2]


def modes(side: Side) -> Iterator[Candidate]:
    """How the meeting was held (9th report, 5: 以线上方式); told where the other report says nothing of the kind.

    Of this meeting it is said where its organization is told, among the first paragraphs where the sentence names a meeting, or again
    and again; once elsewhere it is of something else (three working groups had met by videoconference).
    """
    if side.kind != "new":
        return  # that a meeting was held as ever is nothing gone
    table = side.here.language.rows("topic_modes")
    words, meetings, other = ([row[0] for row in table if row[1] == kind] for kind in ("mode", "held", "ahead"))
    text = "\n".join(unit.text for unit in side.eligible)
    said = [word for word in words if word in text]
    mine = {unit.id: word for unit in reversed(side.eligible) for word in said if word in unit.text}
    if len(mine) < SEVERAL and not any(
        unit.section in side.business or (at < OPENING and _of_meeting(unit.text, mine[unit.id], meetings, other))
        for at, unit in enumerate(side.eligible)
        if unit.id in mine
    ):
        return
    if mine and not any(word in low for low in side.other.low for word in words):
        places = dict(reversed(mine.items()))
        first, _, rest = next(iter(places.values())).partition(" ")
        label = (
            rest if first in side.here.language.once(joiners) else f"{first} {rest}".strip()
        )  # in Bangkok and [online]
        yield Candidate(label, "mode", places)


def _of_meeting(text: str, mode: str, meetings: list[str], other: list[str]) -> bool:
    """Whether the sentence that says how something was held names a meeting, and none that is yet to come (an upcoming hybrid meeting)."""
    return any(
        mode in one.text and any(word in one.text for word in meetings) and not any(word in one.text for word in other)
        for one in sentences(text)
    )


def joint(side: Side) -> Iterator[Candidate]:
    """Held or considered together with other bodies (9th report, 8: 与实施情况审议组和资产追回问题工作组联合审议).

    Told where the other report says so of none of these bodies: that a joint meeting with yet another was spoken of
    (8th report, 17: 与国际合作工作组衔接或联合举行会议) is another matter.
    """
    theirs = {
        partner for unit in side.other.units for _, partners in _joint(unit, side, side.there) for partner in partners
    }
    found: dict[str, str] = {}
    for unit in side.eligible:
        for label, partners in _joint(unit, side, side.here):
            if partners and not theirs.intersection(partners):
                found.setdefault(unit.id, label)
    if found:
        yield Candidate(next(iter(found.values())), "joint", found)


def _joint(unit: Unit, side: Side, reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a unit says was done jointly: the words from "with" on, and the bodies named there (as keys)."""
    words = side.here.language.once(_jointly)
    if not any(act in unit.text for act in words["joint"]):
        return
    names, key = side.here.language.once(bodies), side.here.language.once(canonical)
    for clause in clauses(unit.text):
        if any(word in clause.text for word in words["wish"]):
            continue
        acts = [act for act in words["joint"] if act in clause.text]
        if acts:
            act = max(acts, key=lambda act: clause.text.find(act) + len(act))
            label = _with(clause.text, act, words["with"])
            yield label, tuple(dict.fromkeys(key(word) for word in reading.words(clause.text) if word in names))


def _jointly(language: Language) -> dict[str, list[str]]:
    """The words for what is done jointly, what stands before the other body, and what is only wished; for ``language.once``."""
    rows = language.rows("topic_modes")
    return {kind: [row[0] for row in rows if row[1] == kind] for kind in ("joint", "with", "wish")}


def _with(clause: str, act: str, before: list[str]) -> str:
    """The words for what was done jointly: from "with" to the act where the other body stands before it (与…联合审议), else from the act on."""
    at = clause.find(act)
    if not before:
        return clause[at : at + LONGEST].strip(" .,;")
    start = max((clause.rfind(word, 0, at + len(act)) for word in before), default=-1)
    return clause[max(0, start) : at + len(act)].strip()


def resolutions(side: Side) -> Iterator[Candidate]:
    """Resolutions that only one report cites, where it does so in several paragraphs: new mandates (9th report, 14 to 23)."""
    theirs = {mention.number for mention in side.there.once(find_references)}
    places: dict[str, str] = {}
    cited: dict[str, dict[str, str]] = {}
    for mention in side.here.once(find_references):
        if mention.kind != "symbol" and mention.number not in theirs and mention.place in side.text:
            words = _one_of(side.text[mention.place][mention.start : mention.end], mention.number, side)
            places.setdefault(mention.place, words)
            cited.setdefault(mention.number, {}).setdefault(mention.place, words)
    often = sorted((found for found in cited.values() if len(found) > 1), key=len, reverse=True)
    if often and len(places) >= side.pair.config.topic_cited:
        named = often[:MOST_NUMBERS]
        label = LIST_SIGN.join(dict.fromkeys(min(found.values(), key=len) for found in named))
        yield Candidate(
            label, "resolution", {unit: words for found in reversed(named) for unit, words in found.items()}
        )


def _one_of(chain: str, number: str, side: Side) -> str:
    """Of a chain of resolutions the part with ``number``: 第 9/3 号 of 第 5/1 号、第 9/3 号和第 9/5 号决议."""
    parts = re.split(rf"[{LIST_SIGN}，,]|{side.here.language.once(Openers).joiners}", chain)
    return next((part.strip() for part in parts if re.sub(r"\s", "", number) in re.sub(r"\s", "", part)), chain)
