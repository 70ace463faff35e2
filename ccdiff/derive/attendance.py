"""Who was present: States and observers, each a set of members (never of substrings: 爱尔兰 is not in 北爱尔兰).

``find_attendance(reading)`` reads the printed lists of one report, ``attendance(pair)`` compares two. The last member follows 和 or
以及 (and), which also stand inside names (和平行动部, 经济合作与发展组织, Bosnia and Herzegovina): the lexicon of States and bodies decides
where to cut, and where it does not know, a name must end as names of bodies end. A list of States that made statements (CTOC
working group, 40) is another kind of list and is not compared with States present.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.language import Language
from ccdiff.model.changes import Attendance, Renamed, SetChange
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

BODY_KINDS = frozenset({"body", "office", "agency", "region", "network"})  # of the table "names"
COLON = re.compile(r"[：:](?!\d)")
LIST_END = re.compile(r"。|；\s*$|(?<=[a-z)])\.(?=\s|$)")
OUTSIDE = re.compile(r"[（(][^（）()]*[）)]")
MIN_STATES = 3  # fewer members are no list of States
LONGEST = 200  # characters beyond which a piece is no name or two
STATE_SHARE = 0.8  # of the members must be States known by name; scan damage may spoil some


@record
class Member:
    """A member of a list: the name as printed, and the key under which it is the same in every report."""

    name: str
    key: str


@record
class Present:
    """The lists of one report. ``kind``: "present", or "spoke" where only a list of speakers is printed."""

    kind: str
    states: tuple[Member, ...]
    observers: tuple[Member, ...]
    state_places: tuple[str, ...]
    observer_places: tuple[str, ...]
    parties: tuple[Member, ...] = ()


@record
class _List:
    place: str
    section: str
    kind: str
    opener: str
    members: tuple[Member, ...]
    states: bool


def _unbracketed(name: str) -> str:
    return OUTSIDE.sub("", name).strip()


@record
class Lexicon:
    """Names of States and bodies, and how sentences about attendance are built."""

    states: dict[str, str]
    bodies: dict[str, str]
    names_now: dict[str, tuple[str, ...]]
    phrases: dict[str, re.Pattern[str]]
    separators: re.Pattern[str]
    joins: tuple[str, ...]
    suffixes: tuple[str, ...]
    classes: tuple[str, ...]
    leads: tuple[str, ...]
    tails: tuple[str, ...]

    def key(self, name: str) -> str:
        """The key of a printed name: of the State, of the body, else the name itself; ``（欧警署）`` behind a name helps to know it."""
        found = (
            self._found(form) for form in (name, _unbracketed(name), *(part[1:-1] for part in OUTSIDE.findall(name)))
        )
        return next((key for key in found if key), f"name:{fold(_unbracketed(name)) or fold(name)}")

    def _found(self, name: str) -> str:
        folded = fold(name)
        if folded in self.states:
            return f"state:{self.states[folded]}"
        return f"body:{self.bodies[folded]}" if folded in self.bodies else ""

    def knows(self, name: str) -> bool:
        """Whether ``name`` is a State or body of the tables, whatever stands behind it in brackets."""
        return bool(self._found(name) or self._found(_unbracketed(name)))

    def ends_well(self, name: str) -> bool:
        """Whether ``name`` is known, or ends as names of bodies end."""
        return self.knows(name) or _unbracketed(name).endswith(self.suffixes)


def lexicon(language: Language) -> Lexicon:
    """The tables ``states``, ``names``, ``former_names`` and ``list_openers``; use ``language.once(lexicon)``."""
    table: dict[str, list[str]] = {}
    for row in language.rows("list_openers"):
        table.setdefault(row[0], []).extend(row[1:])
    former = {fold(name): row[0] for row in language.rows("former_names") for name in row[1:]}
    bodies = {}
    for row in language.rows("names"):
        if row[0] in BODY_KINDS:
            key = next((former[fold(name)] for name in row[1:] if fold(name) in former), row[1])
            bodies.update({fold(name): key for name in row[1:]})
    joins = sorted(table.get("and", ()), key=lambda word: (-len(word), table["and"].index(word)))
    spaced = all(word.isascii() for word in joins)
    return Lexicon(
        states={fold(name): row[0] for row in language.rows("states") for name in row[1:]},
        bodies=bodies | former,
        names_now={row[0]: tuple(map(fold, row[1:])) for row in language.rows("former_names")},
        phrases={
            kind: _any(table.get(kind, ())) for kind in ("present", "spoke", "observer", "party", "state", "role")
        },
        separators=re.compile("|".join(map(re.escape, table.get("separator", ("、",)))) + r"|\n|；|;"),
        joins=tuple(f" {word} " if spaced else word for word in joins),
        suffixes=tuple(table.get("suffix", ())),
        classes=tuple(sorted(table.get("class", ()), key=lambda word: (-len(word), word))),
        leads=tuple(table.get("lead", ())),
        tails=tuple(table.get("tail", ())),
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    parts = (rf"\b{re.escape(p)}\b" if p[:1].isalpha() and p.isascii() else re.escape(p) for p in longest_first)
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def find_attendance(reading: Reading) -> Present | None:
    """The States and observers that a report prints as present (or, lacking that, as speakers); ``None`` where it prints no list."""
    lists = list(_lists(reading, reading.language.once(lexicon)))
    for kind in ("present", "spoke"):
        homes = [found.section for found in lists if found.kind == kind and found.states]
        if homes:
            return _present(
                kind, [found for found in lists if found.kind == kind and _within(found.section, homes[0])], reading
            )
    return None


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
    phrases = reading.language.once(lexicon).phrases
    observing = [
        found
        for found in lists
        if phrases["observer"].search(found.opener) and not phrases["party"].search(found.opener)
    ]
    states = [found for found in lists if found.states and found not in observing]
    parties = [found for found in lists if phrases["party"].search(found.opener) and found not in states]
    others = [found for found in lists if found not in states and found not in parties]
    return Present(
        kind=kind,
        states=_members(states),
        observers=_members(others),
        state_places=tuple(dict.fromkeys(found.place for found in states)),
        observer_places=tuple(dict.fromkeys(found.place for found in others)),
        parties=_members(parties),
    )


def _members(lists: list[_List]) -> tuple[Member, ...]:
    by_key = {member.key: member for found in reversed(lists) for member in reversed(found.members)}
    return tuple(reversed(by_key.values()))


def _lists(reading: Reading, known: Lexicon) -> Iterator[_List]:
    paragraphs = reading.report.paragraphs
    for at, paragraph in enumerate(paragraphs):
        follows = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        rest = follows.text if follows and follows.section == paragraph.section and not follows.number else ""
        for kind, opener, names in _sentences_with_lists(paragraph.text, rest, known):
            members = tuple(Member(name, known.key(name)) for name in names)
            mended = tuple(_mended(member, known) for member in members)
            states = sum(member.key.startswith("state:") for member in mended)
            listed = len(members) >= MIN_STATES and states >= STATE_SHARE * len(members)
            if members:
                members = mended if listed else members
                yield _List(paragraph.id, paragraph.section, kind, opener, members, listed)


def _mended(member: Member, known: Lexicon) -> Member:
    """In a list of States, a name with one damaged character is the State it is nearest to; others stay as they are."""
    name = fold(member.name)
    if not member.key.startswith("name:") or len(name) < 4:
        return member
    near = [code for state, code in known.states.items() if len(state) == len(name) and _one_apart(state, name)]
    return Member(member.name, f"state:{near[0]}") if len(set(near)) == 1 else member


def _one_apart(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _sentences_with_lists(text: str, rest: str, known: Lexicon) -> Iterator[tuple[str, str, list[str]]]:
    """(kind, opener, names) of every sentence that says who was present or spoke."""
    if not any(known.phrases[kind].search(text) for kind in ("present", "spoke")):
        return
    at, plain = 0, ""
    for colon in COLON.finditer(text):
        opener = sentences(text[at : colon.start()])[-1].text if colon.start() > at else ""
        kind = _kind(opener, known)
        if kind:
            body = text[colon.end() :].strip(" ") or rest
            end = LIST_END.search(body)
            yield kind, opener, split_list(body[: end.start()] if end else body, known)
            plain += text[at : colon.start() - len(opener)] + "\n"
            at = len(text) - len(body) + end.end() if end and body is not rest else len(text)
    for sentence in sentences(plain + text[at:]):
        kind = _kind(sentence.text, known)
        if kind and not COLON.search(sentence.text):
            yield kind, sentence.text, _subjects(sentence.text, kind, known)


def _kind(sentence: str, known: Lexicon) -> str:
    return next((kind for kind in ("present", "spoke") if known.phrases[kind].search(sentence)), "")


def _subjects(sentence: str, kind: str, known: Lexicon) -> list[str]:
    """Who "…作为…派观察员出席了会议" speaks of: the bodies before the verb, without the class they belong to."""
    verb = known.phrases[kind].search(sentence)
    head = sentence[: verb.start()] if verb else ""
    role = known.phrases["role"].search(head, 1) if head else None
    head = _bare(head[: role.start()] if role else head, known)
    for name in known.classes:
        before, found, after = head.rpartition(name)
        if found and known.ends_well(_bare(after.split("、")[0], known)):
            head = after
            break
    names = [name for name in split_list(_bare(head, known), known) if known.ends_well(name)]
    return names if len(names) == len(split_list(_bare(head, known), known)) else []


def _bare(text: str, known: Lexicon) -> str:
    text = text.strip().strip("，,").strip()
    while True:
        lead = next((word for word in known.leads if text.startswith(word) and not known.knows(text)), "")
        tail = next((word for word in known.tails if text.endswith(word) and not known.knows(text)), "")
        if not lead and not tail:
            return text
        text = text[len(lead) : len(text) - len(tail)].strip().strip("，,").strip()


def split_list(text: str, known: Lexicon) -> list[str]:
    """The members of an enumeration. Only before the last member, or around a name that is not known, may 和 separate.

    >>> split_list("赞比亚、委内瑞拉玻利瓦尔共和国和也门", zh)
    ["赞比亚", "委内瑞拉玻利瓦尔共和国", "也门"]
    """
    pieces = [piece.strip(" \t。.") for piece in _cut(text, known)]
    names: list[str] = []
    for at, piece in enumerate(pieces):
        names += _parted(_unled(piece, known), known, last=at == len(pieces) - 1)
    return [name for name in names if name]


def _cut(text: str, known: Lexicon) -> Iterator[str]:
    """The text cut at its separators, but not inside brackets."""
    start = depth = at = 0
    while at < len(text):
        depth += (text[at] in "（(") - (text[at] in "）)")
        match = known.separators.match(text, at) if depth <= 0 else None
        if match:
            yield text[start:at]
            start = match.end()
        at = match.end() if match else at + 1
    yield text[start:]


def _unled(piece: str, known: Lexicon) -> str:
    """``piece`` without an "and" before it ("…、以及津巴布韦"), where what is left is a name and the whole is none (和平行动部)."""
    for join in known.joins:
        rest = piece.removeprefix(join.lstrip())
        if rest != piece and not known.knows(piece) and (known.knows(rest.strip()) or len(join.strip()) > 1):
            return rest.strip()
    return piece


def _parted(piece: str, known: Lexicon, last: bool) -> list[str]:
    """The one or more names in ``piece``: cut at 和 where both sides are known; before the last member also where both end well."""
    if known.knows(piece) or len(piece) > LONGEST:
        return [piece]
    for sure in (True, False) if last else (True,):
        for join in known.joins:
            for at in [match.start() for match in re.finditer(re.escape(join), piece)][::-1]:
                left, right = piece[:at].strip(), piece[at + len(join) :].strip()
                if _both(left, right, sure, known):
                    return [*_parted(left, known, last), *_parted(right, known, last)]
    return [piece]


def _both(left: str, right: str, sure: bool, known: Lexicon) -> bool:
    if sure:
        return known.knows(left) and known.knows(right)
    return len(left) > 1 and len(right) > 1 and known.ends_well(left) and known.ends_well(right)


def attendance(pair: Pair) -> Attendance | None:
    """How the lists of those present changed; ``None``, with a note, where not both reports print such a list."""
    old, new = pair.old.once(find_attendance), pair.new.once(find_attendance)
    if not old or not new or old.kind != "present" or new.kind != "present":
        _say_why(pair, old, new)
        return None
    known = pair.new.language.once(lexicon)
    if not old.observers or not new.observers:
        for side, here in (("old", old), ("new", new)):
            if here.observers:
                pair.note("observers-one-side", side=side, places=" ".join(here.observer_places))
        observers = None
    else:
        observers = _change(old.observers, new.observers, old.observer_places, new.observer_places, known)
    return Attendance(_change(old.states, new.states, old.state_places, new.state_places, known), observers)


def _say_why(pair: Pair, old: Present | None, new: Present | None) -> None:
    for side, here in (("old", old), ("new", new)):
        if here and here.kind == "spoke":
            pair.note("attendance-speakers-only", side=side, places=" ".join(here.state_places))
        elif here:
            pair.note("attendance-one-side", side=side, places=" ".join(here.state_places))


def _change(
    old: tuple[Member, ...],
    new: tuple[Member, ...],
    old_places: tuple[str, ...],
    new_places: tuple[str, ...],
    known: Lexicon,
) -> SetChange:
    before, now = {m.key: m.name for m in old}, {m.key: m.name for m in new}
    renamed = [
        Renamed(before[key], now[key]) for key in before if key in now and _new_name(key, before[key], now[key], known)
    ]
    changed = {(row.old, row.new) for row in renamed}
    return SetChange(
        added=tuple(name for key, name in now.items() if key not in before),
        removed=tuple(name for key, name in before.items() if key not in now),
        kept=tuple(name for key, name in now.items() if key in before and (before[key], name) not in changed),
        renamed=tuple(renamed),
        old_places=old_places,
        new_places=new_places,
    )


def _new_name(key: str, old: str, new: str, known: Lexicon) -> bool:
    """Two names of one body or State that the table ``former_names`` sets apart (and no mere full and short form of one)."""
    names = known.names_now.get(key.partition(":")[2], ())
    one, other = fold(OUTSIDE.sub("", old)), fold(OUTSIDE.sub("", new))
    return one != other and one in names and other in names
