"""The lists of those present that one report prints: States and observers, each a set of members.

A list of States that made statements (CTOC working group, 40) is another kind of list than one of States present.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ccdiff.derive.attendance.lexicon import Lexicon, Member, lexicon
from ccdiff.derive.attendance.members import bare, run_together, split_list, states_in_a_row, undescribed
from ccdiff.derive.attendance.rollcall import Present, roll_call
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import HAN, fold
from ccdiff.text.sentences import sentences

CLAUSES = re.compile(r"^\s*|，")
COLON = re.compile(r"[：:](?!\d)")
LIST_END = re.compile(rf"。|；\s*$|(?<=[A-Za-z)])(?<!\bSt)\.(?=\s|$)|(?<=[)）]|{HAN})\.(?=\s|$|{HAN})")
MIN_STATES = 3  # fewer members are no list of States
MOST_NAMES = 0.6  # of the members must be built as names of bodies; Médecins Sans Frontières is not
ACRONYM = re.compile(r"[A-Z]{3,8}")  # "PAHO", a name by itself
LONGEST_NAME = 60  # characters of one that is not
PAUSE = re.compile(r"[，,：:；;。]")
LABEL = 60  # characters of a class that stands before a colon: "Organizations of the United Nations system"
STATE_SHARE = 0.8  # of the members must be States known by name; scan damage may spoil some

Told = tuple[str, str, list[str]]  # what a sentence says (present, spoke), its words before the names, the names


@record
class _List:
    place: str
    section: str
    kind: str
    opener: str
    members: tuple[Member, ...]
    states: bool


def find_attendance(reading: Reading) -> Present | None:
    """The States and observers that a report prints as present (or, lacking that, as speakers); ``None`` where it prints no list."""
    known = reading.language.once(lexicon)
    lists = list(_lists(reading, known))
    for kind in ("present", "spoke"):
        home = next((found.section for found in lists if found.kind == kind and found.states), None)
        if home is not None:
            found = _present(kind, _around(home, lists, kind), reading)
            return found if found.observers or kind == "spoke" else _observed(found, lists, reading)
    told = roll_call(reading)
    return _observed(told, lists, reading) if len(told.states) >= MIN_STATES else None


def _around(home: str, lists: list[_List], kind: str) -> list[_List]:
    """The lists of a kind in a chapter and in those below it."""
    return [found for found in lists if found.kind == kind and _within(found.section, home)]


def _observed(found: Present, lists: list[_List], reading: Reading) -> Present:
    """With the observers of the other lists of its chapter, or that it tells of in other sentences than lists have."""
    homes = [
        section.id for section in reading.report.sections if not set(found.state_places).isdisjoint(section.paragraphs)
    ]
    others = _present("present", [one for home in homes for one in _around(home, lists, "present")], reading)
    roll = roll_call(reading, found.state_places)
    there = {member.key for member in (*found.states, *found.parties)}
    for source in (others, roll):
        observers = {member.key: member for member in (*found.observers, *source.observers) if member.key not in there}
        if observers:
            places = dict.fromkeys((*found.observer_places, *source.observer_places))
            return replace(found, observers=tuple(observers.values()), observer_places=tuple(places))
    return found


def listed_states(reading: Reading) -> dict[str, tuple[Member, ...]]:
    """The States of every printed list of States, by the paragraph that prints it; other members of such a list are left out."""
    found: dict[str, tuple[Member, ...]] = {}
    for listed in _lists(reading, reading.language.once(lexicon)):
        if listed.states:
            states = tuple(member for member in listed.members if member.key.startswith("state:"))
            found[listed.place] = (*found.get(listed.place, ()), *states)
    return found


def _within(section: str, home: str) -> bool:
    return section == home or section.startswith((home + ".", home + "/"))


def _present(kind: str, lists: list[_List], reading: Reading) -> Present:
    known = reading.language.once(lexicon)
    phrases = known.phrases
    observing = [
        one for one in lists if phrases["observer"].search(one.opener) and not phrases["party"].search(one.opener)
    ]
    parties = [one for one in lists if phrases["party"].search(one.opener) and not one.states]
    others = [one for one in lists if one not in observing and one not in parties]

    def is_member(member: Member, one: _List) -> bool:
        """Whether a member is a State, or a union of States that a list of States names among them."""
        return member.key.startswith("state:") or (one.states and member.key in known.unions)

    states, state_places = _members(others, is_member)
    bodies = [one for one in lists if one in observing or one in others]
    watching = {id(one) for one in observing}

    def observes(member: Member, one: _List) -> bool:
        """Whether a member is an observer: told so, or no State; a scrap of a name in a list of States is nobody."""
        return id(one) in watching or not (is_member(member, one) or (one.states and not known.ends_well(member.name)))

    observers, observer_places = _members(bodies, observes)
    return Present(kind, states, observers, state_places, observer_places, _members(parties, lambda *_: True)[0])


def _members(lists: list[_List], wanted: Callable[[Member, _List], bool]) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The members of a kind, each once, and the places that print them."""
    found: dict[str, Member] = {}
    places: dict[str, None] = {}
    for listed in lists:
        for member in listed.members:
            if wanted(member, listed):
                found.setdefault(member.key, member)
                places.setdefault(listed.place)
    return tuple(found.values()), tuple(places)


def _lists(reading: Reading, known: Lexicon) -> Iterator[_List]:
    paragraphs, home = reading.report.paragraphs, _homes(reading, known)
    for at, paragraph in enumerate(paragraphs):
        follows = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        rest = follows.text if follows and follows.section == paragraph.section and not follows.number else ""
        for kind, opener, names in _sentences_with_lists(paragraph.text, rest, known, paragraph.section in home):
            members = tuple(map(known.member, names))
            mended = tuple(_mended(member, known) for member in members)
            states = sum(member.key.startswith("state:") for member in mended)
            listed = len(members) >= MIN_STATES and states >= STATE_SHARE * len(members)
            if members:
                members = mended if listed else members
                yield _List(paragraph.id, paragraph.section, kind, opener, members, listed)


def _mended(member: Member, known: Lexicon) -> Member:
    """In a list of States a territory is one of its members."""
    name = fold(member.name)
    return Member(member.name, f"state:{name}") if name in known.territories else member


def _homes(reading: Reading, known: Lexicon) -> frozenset[str]:
    """The chapters on attendance."""
    sections = reading.report.sections
    return frozenset(each.id for each in sections if each.title and known.tells_who_came(fold(each.title)))


def _label(opener: str, known: Lexicon) -> bool:
    """Whether an opener is nothing but the class of those behind it: Observers: …; 观察员：…"""
    return len(opener) <= LABEL and any(known.phrases[kind].search(opener) for kind in ("observer", "state"))


def _sentences_with_lists(text: str, rest: str, known: Lexicon, home: bool) -> Iterator[Told]:
    """Every sentence that says who was present or spoke; ``rest`` is the paragraph behind, ``home``: in a chapter on attendance."""
    if not home and not any(known.phrases[kind].search(text) for kind in ("present", "spoke")):
        return
    at, plain = 0, ""
    for colon in COLON.finditer(text):
        opener = sentences(text[at : colon.start()])[-1].text if colon.start() > at else ""
        kind = _kind(opener, known) or ("present" if home and _label(opener, known) else "")
        if kind:
            body = text[colon.end() :].strip() or rest
            end = LIST_END.search(body)
            yield kind, opener, _listed(body[: end.start()] if end else body, known)
            plain += text[at : colon.start() - len(opener)] + "\n"
            at = len(text) - len(body) + end.end() if end and body is not rest else len(text)
    for sentence in sentences(plain + text[at:]):
        if not COLON.search(sentence.text) and (home or not known.phrases["elsewhere"].search(sentence.text)):
            yield from _in_sentence(sentence.text, known)


def _in_sentence(sentence: str, known: Lexicon) -> Iterator[Told]:
    also = known.phrases["as_did"].search(sentence)
    said, others = (sentence[: also.start()], sentence[also.end() :]) if also else (sentence, "")
    kind = _kind(said, known)
    if kind:
        yield kind, said, _subjects(said, kind, known)
        if others:
            yield kind, others, _names(others.strip().rstrip("。."), known)


def _kind(sentence: str, known: Lexicon) -> str:
    return next((kind for kind in ("present", "spoke") if known.phrases[kind].search(sentence)), "")


def _listed(body: str, known: Lexicon) -> list[str]:
    """The members of a list behind a colon, if one of them at least may be a State or body: reports, notes and annexes are none."""
    names = split_list(body, known)
    names = run_together(body, known) if len(names) == 1 and not known.knows(names[0]) else names
    able = known.named if known.small else known.ends_well
    return names if any(able(name) for name in names) else []


def _subjects(sentence: str, kind: str, known: Lexicon) -> list[str]:
    """Who "…作为…派观察员出席了会议" speaks of: the bodies before the verb, without the class they belong to.

    Where the verb stands first ("Also represented were …"), they are those behind it.
    """
    for clause in CLAUSES.finditer(sentence):
        turned = known.phrases["turned"].match(sentence, clause.end())
        if turned:
            return _names(sentence[turned.end() :].rstrip("。."), known)
    verb = known.phrases[kind].search(sentence)
    head = sentence[: verb.start()] if verb else ""
    role = known.phrases["role"].search(head, 1) if head else None
    head = bare(head[: role.start()] if role else head, known)
    before, _, after = head.rpartition("，")
    if after and not known.separators.search(before) and not known.ends_well(before):
        head = bare(after, known)  # 应主席邀请，…
    summed = _unsummed(head, known)
    if summed:
        return split_list(summed, known)
    return _names(_unclassed(head, known), known)


def _unclassed(head: str, known: Lexicon) -> str:
    """What stands behind the last class that names follow: 政府间组织和非政府组织雪花基金会."""
    classes = [head.rpartition(name) for name in known.classes if name in head]
    behind = [
        after
        for before, _, after in classes
        if known.ends_well(bare(after.split("、")[0], known)) and not _names_some(before, known)
    ]
    return min(behind, key=len, default=head)


def _names_some(before: str, known: Lexicon) -> bool:
    """Whether what stands before the name of a class is members of the list, so that it begins another: 甲、乙、非政府组织拆船平台."""
    *pieces, last = (piece.strip() for piece in known.separators.split(before))
    pieces += [last.removesuffix(join) for join in known.joins if last.endswith(join)]
    return any(known.ends_well(piece) and not piece.endswith(known.classes) for piece in pieces)


def _unsummed(head: str, known: Lexicon) -> str:
    """ "甲和乙这两个非政府组织" as "甲、乙", without the class that sums up its members; empty where nothing does."""
    name = next((name for name in known.counted if head.endswith(name)), "")
    rest = head.removesuffix(name)
    summed = known.summed.search(rest) if name else None
    if not summed:
        return ""
    rest = rest[: summed.start()]
    join = next((join for join in known.joins if rest.count(join) == 1), "")
    return rest if known.separators.search(rest) or not join else rest.replace(join, "、")


def _names(head: str, known: Lexicon) -> list[str]:
    """The members that a clause names, if it names nothing else."""
    names = split_list(bare(head, known), known)
    if len(names) >= MIN_STATES and not (known.knows(names[0]) and known.knows(names[-1])):
        row = states_in_a_row(head, known)
        if len(row) == len(names):
            return row  # whatever stands around them: delegates of Fiji, India and Tonga
    names[:1] = [undescribed(name, known) for name in names[:1]]
    well = [name for name in names if known.ends_well(name) or ACRONYM.fullmatch(name)]
    others = [name for name in names if name not in well]
    several = len(names) >= MIN_STATES and len(well) >= MOST_NAMES * len(
        names
    )  # one among many may end as no body does
    plain = all(known.named(name) and len(name) <= LONGEST_NAME and not PAUSE.search(name) for name in others)
    return names if not others or (several and plain) else []
