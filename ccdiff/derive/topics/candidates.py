"""What may be a topic, found in one report of a pair: headings, agenda items, themes, named things, terms of its own.

Every finder takes a ``Side`` and gives candidates that the other report does not treat. ``FINDERS`` is their table, with the case
that each is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ccdiff.derive.topics.presence import Side
from ccdiff.derive.references import find_references
from ccdiff.derive.topics.spans import HAN, Run, Unit, bodies, joined, kinds, phrase, runs, units
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import clauses

LONGEST = 60  # characters of a label; the longest agenda title of the five reports has 49
TITLE = re.compile(r"《([^《》]{4,60})》")
QUOTED = re.compile(r"[“「\"]([^“”「」\"\n]{3,40})[”」\"]")
CAPITALS = re.compile(r"[A-Z][\w'’\-]*(?:\s(?:(?:of|and|the|for|on|to)\s)*[A-Z][\w'’\-]*)+")
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*(?:-\d+)?\Z|[A-Z]+-\d+\Z")
PERSON = re.compile(r"(?:[A-Z][\w'’\-]*\.?\s+){1,4}(?:al-)?[A-Z][\w'’\-]*")
BRACKETED = re.compile(r"[（(]\s*\Z")
NUMBERED = re.compile(r"\s*\d{1,2}\s*[.．、]\s*(.+)")


@dataclass(frozen=True)
class Candidate:
    """A matter that only one report seems to treat.

    ``label``: its words as they stand; ``places``: unit -> the words as they stand there; ``kind``: the finder's; ``keys``: the
    words by which two candidates are known to be one matter.
    """

    label: str
    kind: str
    places: dict[str, str]
    keys: tuple[str, ...] = ()
    level: int = 0


def content(label: str, side: Side) -> tuple[str, ...]:
    """The keys of the words of ``label`` that are not weak; where all are, of all but edges."""
    language = side.here.language
    known, key = language.once(kinds), language.once(canonical)
    words = [
        w for w in joined(side.here.words(label), language) if len(w) > 1 and w[0].isalpha() and not w.startswith("第")
    ]
    named = [w for w in words if known.get(w.lower(), "common") == "common"]
    return tuple(dict.fromkeys(map(key, named or [w for w in words if known.get(w.lower()) == "weak"])))


def core(label: str, side: Side) -> tuple[str, ...]:
    """The keys of the words that tell this matter from others: content that is not common, and what the table of heads says."""
    known, key = side.here.language.once(kinds), side.here.language.once(canonical)
    words = [w for w in joined(side.here.words(label), side.here.language) if len(w) > 1 and w[0].isalpha()]
    own = [
        key(w)
        for w in words
        if not known.get(w.lower()) and not w.startswith("第") and w not in side.here.language.once(heads)
    ]
    kin = side.here.language.once(kindred)
    return tuple(dict.fromkeys([*own, *(kin[k] for k in kin if label.lower().endswith(k))]))


def kindred(language: Language) -> dict[str, str]:
    """Heads by which two names are known to be of one thing. Use ``language.once(kindred)``."""
    return {row[0].lower(): row[2] for row in language.rows("topic_heads") if len(row) > 2}


def absent(label: str, side: Side, own: int = 1, ratio: float = 0.0) -> bool:
    """Whether the other report does not treat the matter of ``label``, neither so worded nor with its words near one another.

    ``own`` is in how many units this report treats it: a matter of many paragraphs here may be touched in one there.
    """
    key = side.here.language.once(canonical)(label)
    there = side.other.places(key)
    alive = side.alive(there, key)
    words = content(label, side)
    if len(words) > 1 and not there:
        alive = side.alive(side.other.together(words), words[0])
    elif len(words) == 1 and not there and words[0] != key:
        alive = side.alive(side.other.places(words[0]), words[0]) if len(words[0]) * 2 > len(key) else 0.0
    return not alive or alive * (ratio or side.pair.config.topic_ratio) <= own - 1


def echoed(label: str, side: Side) -> bool:
    """Whether some unit of the other report has nearly all neighbouring characters of ``label``: the same in other words.

    Places that both reports have do not count (8th report, 29: the theme of the panel lives on in the recited resolution only).
    """
    key = side.here.language.once(canonical)(label)
    pairs = {key[k : k + 2] for k in range(len(key) - 1)}
    for unit, text in zip(side.other.units, side.other.keys, strict=True):
        if sum(pair in text for pair in pairs) >= side.pair.config.topic_echo * len(pairs):
            if not all(map(side.standing, side.back_partners(unit.id) or ("",))):
                return True
    return False


# --- agenda and sections


def agenda_items(reading):  # type: ignore[no-untyped-def]
    """The agenda as printed: ``(unit, item)`` in order. An agenda is a unit with three or more numbered lines (8th report, 6)."""
    found = []
    for paragraph in reading.report.paragraphs:
        lines = [
            match[1].strip().rstrip("。.；;") for match in map(NUMBERED.match, paragraph.text.split("\n")[1:]) if match
        ]
        if len(lines) >= 3:
            found += [(paragraph.id, line) for line in lines]
    return found


def agenda(side: Side) -> Iterator[Candidate]:
    """Agenda items that the other agenda lacks, where the other report has no chapter of that title either (8th report, 6, item 4)."""
    others = [item for _, item in side.there.once(agenda_items)]
    if not others:
        return
    titles = [*others, *(section.title for section in side.there.report.sections)]
    for unit, item in side.here.once(agenda_items):
        own = [unit, *_under(side, _section_named(side, item))]
        if not _titled(item, titles) and content(item, side) and absent(item, side, len(own)):
            yield Candidate(item, "agenda", _placed(side, own, item), core(item, side))


def sections(side: Side) -> Iterator[Candidate]:
    """Sections without a counterpart whose title names a matter that the other report does not treat, or that recommend."""
    titles = [section.title for section in side.there.report.sections]
    roles = [_role(title, side) for title in titles]
    linked = {
        locator for link in side.pair.alignment.sections if link.old and link.new for locator in (*link.old, *link.new)
    }
    for section in side.here.report.sections:
        role, own = _role(section.title, side), _under(side, section.id)
        if section.id in linked or not own or _titled(section.title, titles):
            continue
        if role == "recommendations" and role not in roles:
            yield Candidate(section.title, "recommendations", _placed(side, own, section.title), (), section.level)
        elif role in SUBSTANCE and content(section.title, side) and absent(section.title, side, len(own)):
            yield Candidate(
                _clean(section.title),
                "section",
                _placed(side, own, section.title),
                core(section.title, side),
                section.level,
            )


SUBSTANCE = (
    "",
    "implementation",
    "tools",
    "assistance",
    "panel",
)  # roles whose titles name a matter; the others name a function


def roles(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The functions of headings: ``(role, pattern)``, in the order of the table. Use ``language.once(roles)``."""
    return tuple(
        (row[1], re.compile("|".join(map(_pattern, row[2:])), re.I))
        for row in language.rows("roles")
        if row[0] == "title"
    )


def _pattern(words: str) -> str:
    body = ".*?".join(re.escape(fold(part)) for part in words.strip("^$").split("*"))
    return ("^" if words.startswith("^") else "") + body + ("$" if words.endswith("$") else "")


def _role(title: str, side: Side) -> str:
    return next((role for role, pattern in side.here.language.once(roles) if pattern.search(fold(title))), "")


def _titled(title: str, titles: Iterable[str]) -> bool:
    from ccdiff.text.similarity import pairs_ratio

    mine = fold(title)
    return any(pairs_ratio(mine, fold(other)) >= 0.6 for other in titles)


def _section_named(side: Side, title: str) -> str:
    return next((s.id for s in side.here.report.sections if s.title and _titled(title, [s.title])), "")


def _under(side: Side, section: str) -> list[str]:
    """The units under a section and all its subsections."""
    if not section:
        return []
    report = side.here.report
    within = {section}
    for s in report.sections:
        if s.parent in within:
            within.add(s.id)
    return [p.id for p in report.paragraphs if p.section in within]


def _placed(side: Side, own: Iterable[str], label: str) -> dict[str, str]:
    return {unit: label if label in side.here.report.text(unit) else "" for unit in dict.fromkeys(own)}


def _clean(title: str) -> str:
    return title.strip(" *#　。.")


# --- themes, modes


def openers(language: Language) -> re.Pattern[str]:
    """What stands before a theme. Use ``language.once(openers)``."""
    words = sorted((row[0] for row in language.rows("topic_openers") if row[1] == "theme"), key=lambda w: (-len(w), w))
    return re.compile("(?:" + "|".join(map(re.escape, words)) + r")[：:\s]*(?:[（(][a-z][）)])?\s*[“\"]?", re.I)


def themes(side: Side) -> Iterator[Candidate]:
    """Themes of panels and discussions (8th report, 29: 主题为涉及…的司法协助请求遭到拒绝和延迟回复的常见理由)."""
    pattern = side.here.language.once(openers)
    for unit in side.eligible:
        for match in pattern.finditer(unit.text):
            for label in _themed(unit.text[match.end() :]):
                if not echoed(label, side) and absent(label, side):
                    yield Candidate(label, "theme", {unit.id: label}, core(label, side))


def _themed(text: str) -> Iterator[str]:
    sentence = re.split(r"[。；”]|\.\s|;\s", text, maxsplit=1)[0]
    for part in re.split(r"[，,]?\s*(?:以及|和|及|and)?\s*[（(][a-z][）)]", sentence):
        label = re.split(r"，(?:以期|以便|该|并|其|旨在|会)|,\s(?:which|with a view)", part, maxsplit=1)[0].strip(
            ' ，,、：:“”"'
        )
        if 4 <= len(label):
            yield label if len(label) <= LONGEST * 2 else clauses(label)[0].text.strip(" ，,、")


def modes(side: Side) -> Iterator[Candidate]:
    """How the meeting was held (9th report, 5: 以线上方式); told where the other report says nothing of the kind."""
    words = [row[0] for row in side.here.language.rows("topic_modes") if row[1] == "mode"]
    mine = {unit.id: word for unit in reversed(side.eligible) for word in words if word in unit.text}
    if mine and not any(word in unit.text for unit in side.other.units for word in words):
        places = dict(reversed(mine.items()))
        yield Candidate(next(iter(places.values())), "mode", places)


def joint(side: Side) -> Iterator[Candidate]:
    """Held or considered together with other bodies (9th report, 8: 与实施情况审议组和资产追回问题工作组联合审议).

    Told where the other report says so of none of these bodies: that a joint meeting with yet another was spoken of
    (8th report, 17: 与国际合作工作组衔接或联合举行会议) is another matter.
    """
    theirs = {
        partner for unit in side.other.units for _, partners in _joint(unit, side, side.there) for partner in partners
    }
    found: dict[str, str] = {}
    keys: dict[str, None] = {}
    for unit in side.eligible:
        for label, partners in _joint(unit, side, side.here):
            if partners and not theirs.intersection(partners):
                found.setdefault(unit.id, label)
                keys.update(dict.fromkeys(partners))
    if found:
        yield Candidate(next(iter(found.values())), "joint", found)


def _joint(unit: Unit, side: Side, reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a unit says was done jointly: the words from "with" on, and the bodies named there (as keys)."""
    table = side.here.language.rows("topic_modes")
    acts = [row[0] for row in table if row[1] == "joint"]
    before = [row[0] for row in table if row[1] == "with"]
    names, key = side.here.language.once(bodies), side.here.language.once(canonical)
    if not any(act in unit.text for act in acts):
        return
    for clause in clauses(unit.text):
        if any(row[0] in clause.text for row in table if row[1] == "wish"):
            continue
        end = max((clause.text.find(act) + len(act) for act in acts if act in clause.text), default=0)
        if end:
            start = max((clause.text.rfind(word, 0, end) for word in before), default=-1)
            label = clause.text[max(0, start) : end] if start >= 0 else clause.text[:end]
            yield label.strip(), tuple(dict.fromkeys(key(word) for word in reading.words(clause.text) if word in names))


def resolutions(side: Side) -> Iterator[Candidate]:
    """Resolutions that only one report cites, where it does so in several paragraphs: new mandates (9th report, 14 to 23)."""
    theirs = {mention.number for mention in side.there.once(find_references)}
    places: dict[str, str] = {}
    units: dict[str, dict[str, str]] = {}
    for mention in side.here.once(find_references):
        if mention.kind != "symbol" and mention.number not in theirs and mention.place in side.text:
            words = side.text[mention.place][mention.start : mention.end]
            places.setdefault(mention.place, words)
            units.setdefault(mention.number, {}).setdefault(mention.place, words)
    often = [found for found in units.values() if len(found) > 1]
    if often and len(places) >= side.pair.config.topic_cited:
        label = LIST_SIGN.join(dict.fromkeys(next(iter(found.values())) for found in often[:3]))
        yield Candidate(label, "resolution", places)


LIST_SIGN = "、"


# --- named things


def heads(language: Language) -> dict[str, str]:
    """Nouns that head names: noun -> "strong" or "light". Use ``language.once(heads)``."""
    return {row[0].lower(): row[1] for row in language.rows("topic_heads") if len(row) > 1}


def named(side: Side) -> Iterator[Candidate]:
    """Named things: a run of words up to a head noun (利雅得倡议), or a Latin name (COVID-19 大流行, TRACK, Cotroni)."""
    table = side.here.language.once(heads)
    found: dict[str, tuple[str, str, dict[str, str]]] = {}
    every = side.here.once(runs)
    for unit in side.eligible:
        for run in every[unit.id]:
            for label, kind in _names(unit, run, table):
                _, _, places = found.setdefault(fold(label), (label, kind, {}))
                places.setdefault(unit.id, label)
    yield from _kept(side, found)


def _names(unit: Unit, run: Run, table: dict[str, str]) -> Iterator[tuple[str, str]]:
    if run[0].kind == "name":
        yield phrase(unit.text, run, 0, 0), "body"
        return
    end = next((k for k in range(len(run) - 1, -1, -1) if _head(run[k].key, table)), -1)
    latin = next((k for k, word in enumerate(run) if _latin_name(unit.text, word.start, word.end)), -1)
    if latin >= 0:
        yield phrase(unit.text, run, latin, end if end > latin else latin), "latin"
    elif end >= 0:
        label = phrase(unit.text, run, 0, end)
        kind = "named" if _head(run[end].key, table) == "strong" else "light"
        weak = all(word.weak for word in run[: end + 1])
        if (4 if end else 3) <= len(label) <= LONGEST and not (weak and (kind == "light" or len(label) < LONG)):
            yield label, kind


LONG = 5  # characters from which a name of weak words alone is one: 特别委员会 (9th report, 21)


def _head(word: str, table: dict[str, str]) -> str:
    """ "strong", "light" or "": by the longest noun of the table that ``word`` ends with."""
    return next((table[word[k:]] for k in range(len(word)) if word[k:] in table), "")


def _latin_name(text: str, start: int, end: int) -> bool:
    """An acronym or a name in Latin letters within a Chinese text; no person's name, no part of a symbol or address."""
    word = text[start:end]
    if not HAN.search(text) or not word[:1].isupper() or len(word) < 3 or _person(text, start, end):
        return False
    return bool(ACRONYM.match(word)) or len(word) > 3


def _person(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is part of two or more in a row of which none is an acronym: Maria Consuelo Porrás Argueta."""
    around = re.match(r"\s+[A-Z][a-z’'.\-]", text[end : end + 4]) or re.search(
        r"[A-Za-z.’'\-]\s+\Z", text[max(0, start - 4) : start]
    )
    return bool(around) and not ACRONYM.match(text[start:end])


def _named_body(side: Side, label: str, places: dict[str, str]) -> bool:
    """Whether ``label`` is a body that the other report does not name at all, not even as present, and this one more than once."""
    if label not in side.here.language.once(bodies):
        return True
    key = side.here.language.once(canonical)
    return len(places) > 1 and not any(key(label) in key(unit.text) for unit in side.there.once(units))


def _kept(side: Side, found: dict[str, tuple[str, str, dict[str, str]]]) -> Iterator[Candidate]:
    for label, kind, places in found.values():
        if kind == "light" and not any(side.whole(u) or _newly(side, u, label) for u in places):
            continue
        words = core(label, side)
        if absent(label, side, len(places)) and not _alias(side, label, places) and _named_body(side, label, places):
            yield Candidate(label, kind, places, words)


def _newly(side: Side, unit: str, label: str) -> bool:
    """Whether ``label`` stands in a longer piece that only this side of an amended paragraph has."""
    return any(label in piece and len(piece) >= side.pair.config.topic_piece for piece in side.inserted.get(unit, ()))


def _alias(side: Side, label: str, places: dict[str, str]) -> bool:
    """Whether ``label`` only stands in brackets after a name that the other report has: 打击犯罪信息与法律网络共享平台（SHERLOC）."""
    key = side.here.language.once(canonical)
    for unit in places:
        text = side.text[unit]
        before = text[: text.find(label)]
        if BRACKETED.search(before):
            name = re.split(r"[，。；、“”\"\s（(《》]", BRACKETED.sub("", before).rstrip('”"》 '))[-1][-10:]
            if len(name) >= 4 and side.other.places(key(name)):
                return True
    return False


def titles(side: Side) -> Iterator[Candidate]:
    """Titles of documents and words set in quotation marks (《跨境请求提供电子证据实用指南》, “洗车行动”)."""
    for unit in side.eligible:
        for pattern in (TITLE, QUOTED):
            for match in pattern.finditer(unit.text):
                label = match[1].strip()
                if content(label, side) and absent(label, side):
                    yield Candidate(
                        label, "title" if pattern is TITLE else "quoted", {unit.id: label}, core(label, side)
                    )


def capitalised(side: Side) -> Iterator[Candidate]:
    """Names in capitals of an English report that stand in two units or more (Israel Defense Forces, Iron Dome)."""
    found: dict[str, dict[str, str]] = {}
    if side.here.language.rows("topic_heads") and HAN.search(side.here.language.rows("topic_heads")[0][0]):
        return
    for unit in side.eligible:
        for match in CAPITALS.finditer(unit.text):
            found.setdefault(match[0], {}).setdefault(unit.id, match[0])
    for label, places in found.items():
        if len(places) > 1 and content(label, side) and absent(label, side, len(places)):
            yield Candidate(label, "named", places, core(label, side))


FINDERS: tuple[Callable[[Side], Iterator[Candidate]], ...] = (
    agenda, sections, themes, modes, joint, resolutions, named, titles, capitalised,
)  # fmt: skip
