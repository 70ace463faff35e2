"""One form for what is worded in several ways: names by the lexicon (``names``), other wordings by ``variants``.

For comparing only, never shown. ``language.once(canonical)("毒罪办的一名代表")`` equals the same of
``"联合国毒品和犯罪问题办公室的一位代表"``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ccdiff.language import Language
from ccdiff.text.normalise import fold

Piece = tuple[str, str]  # (text, "name" | "place" | "phrase" (kept whole, no fact) | "")
Entry = tuple[str, str, str]  # wording, canonical wording, kind
Table = dict[str, list[Entry]]  # by first two characters, the longest first
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")


def canonical(language: Language) -> Callable[[str], str]:
    """A function that gives a text's key: folded, lower case but for names, every known wording by its canonical one."""
    split = language.once(pieces)
    return lambda text: "".join(piece for piece, _ in split(text))


def pieces(language: Language) -> Callable[[str], tuple[Piece, ...]]:
    """A function that cuts a text into its names, its places (States and cities) and what lies between, all canonical."""
    named = table(
        [
            *((a, b, "name") for a, b in _pairs(language, "names", 1)),
            *((a, b, "place") for a, b in _pairs(language, "states", 1)),
            *((a, b, "place") for a, b in _pairs(language, "cities", 0)),
            *((word, word, "phrase") for row in language.rows("fillers") for word in row[1:] if len(word) > 2),
        ]
    )
    variants = language.once(_variants)
    mend = language.once(mended)
    known: dict[str, tuple[Piece, ...]] = {}

    def cut(text: str) -> tuple[Piece, ...]:
        if text not in known:
            parts = split(mend(text), named)
            known[text] = tuple((part if kind else _replaced(part.lower(), variants), kind) for part, kind in parts)
        return known[text]

    return cut


def evened(language: Language) -> Callable[[str], str]:
    """A function that replaces other wordings in a canonical text, also inside its names: for a name worded a little otherwise."""
    variants = language.once(_variants)
    return lambda key: _replaced(key.lower(), variants)


def _variants(language: Language) -> Table:
    return table((a.lower(), b.lower(), "") for a, b in _pairs(language, "variants", 1))


def mended(language: Language) -> Callable[[str], str]:
    """A function that folds a text (text/normalise) and mends what scanning did to its characters (table ``traditional``)."""
    pairs = [pair for row in language.rows("traditional") for pair in zip(row[0], row[1], strict=True)]
    simple = str.maketrans({x: y for x, y in pairs if x != y})
    return lambda text: fold(text).translate(simple)


def things(language: Language) -> dict[str, str]:
    """Every name of the lexicon, folded, with the canonical name (folded) of its row."""
    return {fold(wording): fold(name) for wording, name in _pairs(language, "names", 1)}


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


def _pairs(language: Language, table: str, first: int) -> Iterator[tuple[str, str]]:
    """``(wording, canonical wording)`` of every row, whose wordings begin at field ``first``; one that stands twice counts once."""
    seen: set[str] = set()
    for row in language.rows(table):
        for wording in row[first:]:
            if wording not in seen:
                seen.add(wording)
                yield wording, row[first]


def table(entries: Iterable[Entry], plain: bool = False) -> Table:
    """Wordings of two characters and more (a single character means too much); of two equal ones the first counts.

    They are folded, to be found in folded text; ``plain``: they are left as printed.
    """
    key_of = str if plain else fold
    found: Table = {}
    seen: set[str] = set()
    for wording, name, kind in entries:
        key = key_of(wording)
        if len(key) > 1 and key not in seen:
            seen.add(key)
            found.setdefault(key[:2], []).append((key, key_of(name), kind))
    for bucket in found.values():
        bucket.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found


def split(text: str, known: Table) -> Iterator[Piece]:
    """``text`` in pieces: a known wording by its canonical one, with its kind; what lies between as it is."""
    start = 0
    for at, entry in matches(text, known):
        if start < at:
            yield text[start:at], ""
        yield entry[1], entry[2]
        start = at + len(entry[0])
    if start < len(text):
        yield text[start:], ""


def matches(text: str, known: Table) -> Iterator[tuple[int, Entry]]:
    """Where a known wording stands in ``text``, from the left, the longest first, none inside another."""
    at, last = 0, len(text) - 1
    while at < last:
        entry = _at(text, at, known)
        if entry:
            yield at, entry
        at += len(entry[0]) if entry else 1


def _replaced(text: str, known: Table) -> str:
    return "".join(part for part, _ in split(text, known))


def _at(text: str, at: int, known: Table) -> Entry | None:
    for entry in known.get(text[at : at + 2], ()):
        if text.startswith(entry[0], at) and _whole(text, at, entry[0]):
            return entry
    return None


def _whole(text: str, at: int, wording: str) -> bool:
    """No Latin wording inside a longer word, no 一位 inside 第一位 or 21位."""
    before, after = text[at - 1 : at] if at else "", text[at + len(wording) : at + len(wording) + 1]
    if wording[0] in NUMERALS and before and (before in NUMERALS or before == "第" or before.isdigit()):
        return False
    return not (_latin(wording[0]) and _latin(before)) and not (_latin(wording[-1]) and _latin(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
