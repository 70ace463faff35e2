"""Names in a printed list: where one member ends and the next begins.

The last member follows 和 or 以及 (and), which also stand inside names (和平行动部, 经济合作与发展组织, Bosnia and Herzegovina): the
lexicon of States and bodies decides where to cut. A list whose members are set apart by commas has one such word before its last
member, so that its last piece is cut once even where no table knows either name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.attendance.lexicon import Lexicon
from ccdiff.text.normalise import fold

LINES = re.compile(r"[\n；;]")
MARK = re.compile(r"^(?:[-–•*·]|[(（]?[a-z一二三四五六七八九十\d]{1,2}[)）])\s*")  # before a member: (a), 1), –
LONGEST = 200  # characters beyond which a piece is no name or two


def split_list(text: str, known: Lexicon) -> list[str]:
    """The members of an enumeration. Only before the last member, or around a name that is not known, may 和 separate.

    >>> split_list("赞比亚、委内瑞拉玻利瓦尔共和国和也门", zh)
    ["赞比亚", "委内瑞拉玻利瓦尔共和国", "也门"]
    """
    *before, last = [MARK.sub("", piece.strip(" \t。.")) for piece in _pieces(text, known)]
    names = [name for piece in before for name in _parted(_unled(piece, known), known, last=False)]
    unled = _unled(last, known)
    in_a_row = bool(before) and unled == last and not LINES.search(text)
    names += _ended(last, known) if in_a_row else _parted(unled, known, last=True)
    return [name for name in names if name]


def _pieces(text: str, known: Lexicon) -> list[str]:
    """The text cut at its separators; where semicolons part the members, commas do only where each piece is a name: Gavi, the Vaccine Alliance; …"""
    groups = _grouped(text)
    if len(groups) < 2:
        return list(_cut(text, known))
    found = []
    for group in groups:
        pieces = list(_cut(group, known))
        names = [_unled(piece.strip(), known) for piece in pieces]
        found += pieces if all(map(known.ends_well, names)) else [group]
    return found


def _grouped(text: str) -> list[str]:
    """The parts of a text between semicolons and lines, but not inside brackets."""
    if not LINES.search(text):
        return [text]
    groups, start, depth = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and LINES.match(char):
            groups.append(text[start:at])
            start = at + 1
    return [*groups, text[start:]]


def undescribed(name: str, known: Lexicon) -> str:
    """A known name without the clause before it that describes it: 在总部设有常驻观察员办公室的马耳他骑士团."""
    described = (name[at.end() :] for at in known.phrases["describes"].finditer(name))
    return name if known.knows(name) else next((rest for rest in described if known.knows(rest)), name)


def states_in_a_row(text: str, known: Lexicon) -> list[str]:
    """The States that a sentence names one after another, whatever stands before the first and behind the last."""
    pieces = [part.strip() for piece in _cut(text, known) for part in _at_joins(piece.strip(" 。."), known)]
    best: list[str] = []
    row: list[str] = []
    for piece in pieces:
        whole = fold(piece).removeprefix(known.article) in known.states
        first, last = (piece, piece) if whole else (_state_at(piece, known, 1), _state_at(piece, known, 0))
        if row and last:
            row.append(last)
        best = max(best, row, key=len)
        row = row if row and whole else [first] if first else []
    return max(best, row, key=len)


def run_together(text: str, known: Lexicon) -> list[str]:
    """The States of a text that is nothing but their names without any mark between them, as lines are that were joined; else the text."""
    rest, found = text.strip(), []
    while rest:
        state = _state_at(rest, known, 0)
        if not state:
            return [text]
        found.append(state)
        rest = rest[len(state) :].strip()
    return found


def _at_joins(piece: str, known: Lexicon) -> list[str]:
    """A piece cut at every "and" that parts no State's name in two."""
    for join in known.joins:
        at = piece.find(join)
        while at >= 0:
            left, right = piece[:at], piece[at + len(join) :]
            if _state_at(left.strip(), known, 1) and _state_at(right.strip(), known, 0):
                return [*_at_joins(left, known), *_at_joins(right, known)]
            at = piece.find(join, at + 1)
    return [piece]


def _state_at(piece: str, known: Lexicon, end: int) -> str:
    """The longest State's name with which a piece begins, or (``end`` 1) ends."""
    words = piece.strip().split(" ") if known.small else list(piece.strip())
    gap = " " if known.small else ""
    sizes = range(min(len(words), 8 if known.small else 12), 0, -1)
    names = (gap.join(words[-size:] if end else words[:size]) for size in sizes)
    return next((name for name in names if fold(name).removeprefix(known.article) in known.states), "")


def _ended(piece: str, known: Lexicon) -> list[str]:
    """The last piece of a list with commas: the last two members, unless it is one known name (Bosnia and Herzegovina)."""
    if known.knows(piece) or len(piece) > LONGEST:
        return [piece]
    cuts = [
        (_weight(left, right, known), -order, match.start(), left, right, len(join.strip()) > 1)
        for order, join in enumerate(known.joins)
        for match in re.finditer(re.escape(join), piece)
        for left, right in [(piece[: match.start()].strip(), piece[match.end() :].strip())]
        if len(left) > 1 and len(right) > 1
    ]
    best = max(cuts, default=None)
    if not best or (best[0] == 0 and len(cuts) > 1):
        return [piece]
    left, right, outer = best[3:]
    return [*_parted(left, known, last=outer and not known.small), *_parted(right, known, last=False)]


def _weight(left: str, right: str, known: Lexicon) -> int:
    """How surely two texts are two names: known ones weigh most; a bracket ends the first."""
    closed = left.endswith((")", "）"))
    return closed + sum(3 * known.knows(name) + known.ends_well(name) for name in (left, right))


def _cut(text: str, known: Lexicon) -> Iterator[str]:
    """The text cut at its separators, but not inside brackets or a known name (联合国教育、科学及文化组织)."""
    start = depth = 0
    whole = [(text.find(name), text.find(name) + len(name)) for name in known.listed if name in text]
    for mark in known.marks.finditer(text):
        if mark[0] in "（()）":
            depth += 1 if mark[0] in "（(" else -1
        elif depth <= 0 and not any(first <= mark.start() < end for first, end in whole):
            yield text[start : mark.start()]
            start = mark.end()
    yield text[start:]


def _unled(piece: str, known: Lexicon) -> str:
    """``piece`` without an "and" before it ("…、以及津巴布韦"), where what is left is a name and the whole is none (和平行动部)."""
    for join in known.joins if piece.startswith(known.begins) else ():
        rest = piece.removeprefix(join.lstrip())
        if rest != piece and not known.knows(piece) and (known.knows(rest.strip()) or len(join.strip()) > 1):
            return rest.strip()
    return piece


def _parted(piece: str, known: Lexicon, last: bool) -> list[str]:
    """The one or more names in ``piece``: cut at 和 where both sides are known; before the last member, and at 以及, also where both end well."""
    if known.knows(piece) or len(piece) > LONGEST:
        return [piece]
    for sure in (True, False):
        for join in known.joins if sure or last else filter(_parts_always, known.joins):
            for at in [match.start() for match in re.finditer(re.escape(join), piece)][::-1]:
                left, right = piece[:at].strip(), piece[at + len(join) :].strip()
                if _both(left, right, sure, known):
                    return [*_parted(left, known, last), *_parted(right, known, last)]
    return [piece]


def _parts_always(join: str) -> bool:
    """Whether a join stands in no name, but between two: 以及, as well as."""
    word = join.strip()
    return " " in word or (not word.isascii() and len(word) > 1)


def _both(left: str, right: str, sure: bool, known: Lexicon) -> bool:
    if sure:
        return known.knows(left) and known.knows(right)
    return len(left) > 1 and len(right) > 1 and known.ends_well(left) and known.ends_well(right)


def bare(text: str, known: Lexicon) -> str:
    """A clause without what leads to the names in it (representatives of) and what follows them (的代表)."""
    text = text.strip().strip("，,").strip()
    while (text.startswith(known.leads) or text.endswith(known.tails)) and not known.knows(text):
        lead = next(filter(text.startswith, known.leads), "")
        tail = next(filter(text.endswith, known.tails), "")
        text = text[len(lead) : len(text) - len(tail)].strip().strip("，,").strip()
    return text


def in_capitals(text: str, known: Lexicon) -> list[str]:
    """The names of bodies that a text has, where capitals and small words show where a name begins and ends."""
    found = [bare(match[0], known) for match in known.capitals.finditer(text)] if known.small else []
    names = [name.removeprefix(known.article) for run in found for name in _parted(run, known, last=True)]
    return [name for name in names if known.ends_well(name) and (" " in name or known.knows(name))]
