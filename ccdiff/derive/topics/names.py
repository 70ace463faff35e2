"""Named things: initiatives, networks, tools, cases, documents by their titles, names in Latin letters or capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ccdiff.derive.topics.matter import ACRONYM, LONGEST, Candidate, core, heads, kindred, unnamed
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import FIRST_HAN, HAN, Run, Unit, Word, phrase, runs, units, vocabulary
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

BODY, LATIN_NAME, NAMED = "body", "latin", "named"
HEADS = (
    "strong",
    "light",
    "event",
    "fresh",
)  # kinds of nouns that head names; "fresh": beside a word that only this report has
NEARBY = 60  # characters around a Latin word in which a Chinese text shows itself
LONG = 8  # characters from which a name of weak words alone is one: 非正式专家组会议 (8th report, 14); not 综合门户网站 (9th, 40)
FORENAME, SURNAME = (
    re.compile(r"[A-Za-z.’'\-]\s+\Z"),
    re.compile(r"\s+[A-Za-z][a-z’'.\-]"),
)  # beside a Latin word: Maria Consuelo Porrás
Spot = tuple[str, str]  # what may be a name, and the kind of it


def named(side: Side) -> Iterator[Candidate]:
    """Named things: a run of words up to a head noun (利雅得倡议), or a Latin name (COVID-19 大流行, TRACK, Cotroni)."""
    table, theirs = side.here.language.once(Endings), side.there.once(vocabulary)
    found: dict[str, tuple[str, str, dict[str, str]]] = {}
    every = side.here.once(runs)
    for unit in side.substance:
        han = unit.text != unit.text.lower() and HAN.search(unit.text) is not None
        for run in every[unit.id]:
            if spot := _spot(unit, run, table, theirs, han):
                _, _, places = found.setdefault(fold(spot[0]), (*spot, {}))
                places.setdefault(unit.id, spot[0])
    for label, kind, places in found.values():
        if not side.title(label) and _named_body(side, label, places) and unnamed(label, side):
            yield Candidate(label, kind, places, core(label, side))


class Endings(dict[str, tuple[str, str]]):
    """What heads names, remembered: a word -> (its kind as it stands, the same by the longest noun that it ends with); "" for no head.

    Use ``language.once(Endings)``.
    """

    def __init__(self, language: Language) -> None:
        self.table = language.once(heads)
        self.alone = frozenset(language.once(kindred).values())  # a head noun that names a thing by itself: 大流行病

    def __missing__(self, word: str) -> tuple[str, str]:
        exact = end = self.table.get(word, "")
        if word not in self.table:
            first = 1 if len(word) == 2 else 0  # 法网 is no 网, 上网 neither
            ends = (word[at:] for at in range(first, len(word) - first))
            end = next((self.table[noun] for noun in ends if noun in self.table), "")
        found = self[word] = exact if exact in HEADS else "", end if end in HEADS else ""
        return found

    def of(self, word: Word) -> str:
        """How ``word`` heads names; a common word must be a noun of the table itself."""
        return self[word.raw][0 if word.kind else 1]


def _spot(unit: Unit, run: Run, table: Endings, theirs: Collection[str], han: bool) -> Spot | None:
    """A body by its name, a Latin name, or the words up to the last head noun of the run."""
    if run[0].kind == "name":
        return phrase(unit.text, run, 0, 0), BODY
    end = next((k for k in range(len(run) - 1, -1, -1) if table.of(run[k])), -1)
    if han:
        for k, word in enumerate(run):
            if word.raw[0] < FIRST_HAN and _latin_name(unit.text, word.start, word.end):
                return phrase(unit.text, run, k, max(k, end)), LATIN_NAME
    if end < 0:
        return None
    label = phrase(unit.text, run, 0, end)
    least = 4 if end else 3
    if not (label in table.alone or least <= len(label) <= LONGEST):
        return None
    return (label, NAMED) if _telling(run[: end + 1], label, table, theirs) else None


def _telling(run: Run, label: str, table: Endings, theirs: Collection[str]) -> bool:
    """Whether the words name one thing: with a word of its own (渔业 in 渔业重大腐败案件), or, where all are weak, by a long head."""
    head = table.of(run[-1])
    own = any(not word.kind and word.raw not in table.table for word in run)
    if head == "event":
        own = own or not all(word.weak for word in run[:-1])  # 国际档案大会
    if len(run) == 1:
        return (own and len(label) >= 4) or label in table.alone
    return own or (head in ("strong", "event") and len(label) >= LONG)


def _latin_name(text: str, start: int, end: int) -> bool:
    """An acronym or a name in Latin letters within a Chinese text; no person's, of two names and more, and no part of a symbol or address."""
    word, before, after = text[start:end], text[max(0, start - 4) : start], text[end : end + 4]
    if not word[:1].isupper() or len(word) < 3:
        return False
    if ACRONYM.match(word):
        return HAN.search(text, max(0, start - NEARBY), end + NEARBY) is not None
    person = FORENAME.search(before) or SURNAME.match(after)
    return len(word) > 3 and not person and HAN.search(text, max(0, start - NEARBY), end + NEARBY) is not None


def _named_body(side: Side, label: str, places: dict[str, str]) -> bool:
    """Whether ``label`` is no body, or one that the other report does not name at all, and that a paragraph here is about.

    A body that is named in passing, in two paragraphs or in one, is no topic (the General Assembly, the author of a resolution).
    """
    if not side.body(label):
        return True
    key = side.here.language.once(canonical)(label)
    if len(places) < 2 or any(key in there for there in side.there.once(keys)):
        return False
    return any(count > 1 and side.whole(unit) for unit, count in side.field.places(key).items())


def keys(reading: Reading) -> tuple[str, ...]:
    """The texts of all units of a report as they are compared. Use ``reading.once(keys)``."""
    key = reading.language.once(canonical)
    return tuple(key(unit.text) for unit in reading.once(units))
