"""One form for what is worded in several ways: names by the lexicon (``names``), other wordings by ``variants``.

For comparing only, never shown. ``language.once(canonical)("毒罪办的一名代表")`` equals the same of
``"联合国毒品和犯罪问题办公室的一位代表"``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ccdiff.language import Language
from ccdiff.text.normalise import fold

Table = dict[str, list[tuple[str, str]]]  # first two characters -> (wording, canonical wording), the longest first
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")


def canonical(language: Language) -> Callable[[str], str]:
    """A function that gives a text's key: folded, lower case but for names, every known wording by its canonical one."""
    names = _table(_pairs(language, "names"))
    variants = _table((fold(a).lower(), fold(b).lower()) for a, b in _pairs(language, "variants"))
    known: dict[str, str] = {}

    def key(text: str) -> str:
        if text not in known:
            parts = _split(fold(text), names)
            known[text] = "".join(part if named else _replaced(part.lower(), variants) for part, named in parts)
        return known[text]

    return key


def things(language: Language) -> dict[str, str]:
    """Every name of the lexicon, folded, with the canonical name (folded) of its row."""
    return {fold(wording): fold(name) for wording, name in _pairs(language, "names")}


def same_thing(language: Language) -> Callable[[str, str], bool | None]:
    """Whether two names are one thing: ``True`` in one row of the lexicon, ``False`` in two, ``None`` where one is unknown."""
    known = language.once(things)

    def same(old: str, new: str) -> bool | None:
        one, other = known.get(_bare(old)), known.get(_bare(new))
        return None if one is None or other is None else one == other

    return same


def _bare(name: str) -> str:
    """``name`` as a key, without the marks of a title."""
    return fold(name).strip("<>\"'")


def _pairs(language: Language, table: str) -> Iterator[tuple[str, str]]:
    """``(wording, canonical wording)`` of every row ``kind | canonical | variant ...``; a wording that stands twice counts once."""
    seen: set[str] = set()
    for row in language.rows(table):
        for wording in row[1:]:
            if wording not in seen:
                seen.add(wording)
                yield wording, row[1]


def _table(pairs: Iterable[tuple[str, str]]) -> Table:
    """Wordings of two characters and more; a single character means too much."""
    table: Table = {}
    for wording, name in pairs:
        wording = fold(wording)
        if len(wording) > 1:
            table.setdefault(wording[:2], []).append((wording, fold(name)))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return table


def _split(text: str, table: Table) -> Iterator[tuple[str, bool]]:
    """``text`` in pieces: a known wording by its canonical one (``True``), what lies between as it is (``False``)."""
    start = at = 0
    while at < len(text) - 1:
        entry = _at(text, at, table)
        if entry:
            if start < at:
                yield text[start:at], False
            yield entry[1], True
            start = at = at + len(entry[0])
        else:
            at += 1
    if start < len(text):
        yield text[start:], False


def _replaced(text: str, table: Table) -> str:
    return "".join(part for part, _ in _split(text, table))


def _at(text: str, at: int, table: Table) -> tuple[str, str] | None:
    for entry in table.get(text[at : at + 2], ()):
        if text.startswith(entry[0], at) and _whole(text, at, entry[0]):
            return entry
    return None


def _whole(text: str, at: int, wording: str) -> bool:
    """No Latin wording inside a longer word, no 一位 inside 第一位 or 21位."""
    before, after = text[at - 1 : at] if at else "", text[at + len(wording) : at + len(wording) + 1]
    if wording[0] in NUMERALS and (before in NUMERALS or before == "第" or before.isdigit()) and before:
        return False
    return not (_latin(wording[0]) and _latin(before)) and not (_latin(wording[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
