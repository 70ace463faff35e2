"""Named things: initiatives, networks, tools, cases, documents by their titles, names in Latin letters or capitals."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ccdiff.derive.topics.matter import (
    ACRONYM,
    LONGEST,
    Candidate,
    abbreviates,
    core,
    heads,
    kindred,
    unnamed,
)
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import (
    FIRST_HAN,
    HAN,
    Run,
    Unit,
    Word,
    bodies,
    phrase,
    runs,
    units,
    vocabulary,
)
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

BODY, LATIN_NAME = "body", "latin"


def named(side: Side) -> Iterator[Candidate]:
    """Named things: a run of words up to a head noun (利雅得倡议), or a Latin name (COVID-19 大流行, TRACK, Cotroni)."""
    table, theirs = side.here.language.once(Endings), side.there.once(vocabulary)
    found: dict[str, tuple[str, str, dict[str, str]]] = {}
    every = side.here.once(runs)
    for unit in side.substance:
        han = unit.text != unit.text.lower() and HAN.search(unit.text) is not None
        for run in every[unit.id]:
            spot = _spot(unit, run, table, han)
            kind = _kind(spot, table, theirs) if spot else ""
            if spot and kind:
                _, _, places = found.setdefault(fold(spot.label), (spot.label, kind, {}))
                places.setdefault(unit.id, spot.label)
    yield from _kept(side, found)


class Spot(NamedTuple):
    """What may be a name: its words as they stand, how its last noun heads names ("body", "latin" where it is known to be one), its words."""

    label: str
    head: str
    words: Run


def _kind(spot: Spot, table: Endings, theirs: Collection[str]) -> str:
    """The kind of a name, or ``""`` for what is none beside the words of the other report."""
    if spot.head in (BODY, LATIN_NAME):
        return spot.head
    strong = spot.head in ("strong", "event") or (
        spot.head == "fresh" and any(not word.kind and word.key not in theirs for word in spot.words[:-1])
    )
    return ("named" if strong else "light") if _telling(spot.words, spot.label, strong, table) else ""


class Endings(dict[str, tuple[str, str]]):
    """What heads names, remembered: a word -> ("strong", "light" or "" as it stands, the same by the longest noun that it ends with).

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
        found = self[word] = "" if exact in NO_HEADS else exact, "" if end in NO_HEADS else end
        return found

    def of(self, word: Word) -> str:
        """How ``word`` heads names; a common word must be a noun of the table itself."""
        return self[word.raw][0 if word.kind else 1]


def _spot(unit: Unit, run: Run, table: Endings, han: bool) -> Spot | None:
    """A body by its name, a Latin name, or the words up to the last head noun of the run."""
    if run[0].kind == "name":
        return Spot(phrase(unit.text, run, 0, 0), BODY, run)
    end = len(run)
    for word in reversed(run):
        end -= 1
        if table[word.raw][0 if word.kind else 1]:
            break
    else:
        end = -1
    latin = -1
    if han:
        names = (k for k, w in enumerate(run) if w.raw[0] < FIRST_HAN and _latin_name(unit.text, w.start, w.end))
        latin = next(names, -1)
    if latin >= 0:
        return Spot(phrase(unit.text, run, latin, max(latin, end)), LATIN_NAME, run)
    if end < 0:
        return None
    start = _start(run, end)
    label = phrase(unit.text, run, start, end)
    if not (label in table.alone or (4 if end else 3) <= len(label)) or len(label) > LONGEST:
        return None
    return Spot(label, table.of(run[end]), run[start : end + 1])


def _start(run: Run, end: int) -> int:
    """Where the name begins: after the last verb inside that does not stand right before the head (公司签订[宽待协议])."""
    start = next((k + 1 for k in range(end - 2, -1, -1) if run[k].kind == "inner"), 0)
    while start < end and run[start].kind in ("tail", "inner"):
        start += 1
    return start


def _telling(run: Run, label: str, strong: bool, known: Endings) -> bool:
    """Whether the words name one thing: with a word of its own (渔业 in 渔业重大腐败案件), or, where all are weak, by a long head."""
    own = any(not word.kind and word.raw not in known.table for word in run)
    if known.of(run[-1]) == "event":
        own = own or not all(word.weak for word in run[:-1])  # 国际档案大会
    if len(run) == 1:
        return (own and len(label) >= 4) or label in known.alone
    return own or (strong and len(label) >= LONG)


NO_HEADS = ("none", "actor")  # what ends like a head but names nothing (互联网), and who acts (authorities)
NEARBY = 60  # characters around a Latin word in which a Chinese text shows itself
LONG = 8  # characters from which a name of weak words alone is one: 非正式专家组会议 (8th report, 14); not 综合门户网站 (9th, 40)


def _latin_name(text: str, start: int, end: int) -> bool:
    """An acronym or a name in Latin letters within a Chinese text; no person's name, no part of a symbol or address."""
    word = text[start:end]
    if (
        not word[:1].isupper()
        or not HAN.search(text, max(0, start - NEARBY), end + NEARBY)
        or len(word) < 3
        or text[start - 1 : start] == "/"
        or text[end : end + 1] == "/"
    ):
        return False
    return bool(ACRONYM.match(word)) or len(word) > 3


def _named_body(side: Side, label: str, places: dict[str, str]) -> bool:
    """Whether ``label`` is no body, or one that the other report does not name at all, and that a paragraph here is about.

    A body that is named in passing, in two paragraphs or in one, is no topic (the General Assembly, the author of a resolution).
    """
    if label not in side.here.language.once(bodies):
        return True
    key = side.here.language.once(canonical)(label)
    if len(places) < 2 or any(key in there for there in side.there.once(keys)):
        return False
    return any(count > 1 and side.whole(unit) for unit, count in side.field.places(key).items())


def keys(reading: Reading) -> tuple[str, ...]:
    """The texts of all units of a report as they are compared. Use ``reading.once(keys)``."""
    key = reading.language.once(canonical)
    return tuple(key(unit.text) for unit in reading.once(units))


def _kept(side: Side, found: dict[str, tuple[str, str, dict[str, str]]]) -> Iterator[Candidate]:
    for label, kind, places in found.values():
        if (
            not side.itself(label)
            and not abbreviates(label, side)
            and _named_body(side, label, places)
            and unnamed(label, side)
        ):
            yield Candidate(label, kind, places, core(label, side))
