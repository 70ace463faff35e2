"""One form for what is worded in several ways: names by the lexicon (``names``), other wordings by ``variants``.

For comparing only, never shown. ``language.once(canonical)("毒罪办的一名代表")`` equals the same of
``"联合国毒品和犯罪问题办公室的一位代表"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ccdiff.language import Language, plain
from ccdiff.text.finder import Buckets, Finder, buckets
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

Piece = tuple[str, str]  # (text, "name" | "place" | "phrase" (kept whole, no fact) | "")
Entry = tuple[str, str, str]  # wording, canonical wording, kind
SIGMA = "Σ"  # in lower case another at the end of a word than inside
Table = Finder[tuple[str, str]]  # wording -> canonical wording, kind


def canonical(language: Language) -> Callable[[str], str]:
    """A function that gives a text's key: folded, lower case but for names, every known wording by its canonical one."""
    split = language.once(pieces)
    return lambda text: "".join([piece for piece, _ in split(text)])


def pieces(language: Language) -> Callable[[str], tuple[Piece, ...]]:
    """A function that cuts a text into its names, its places (States and cities) and what lies between, all canonical."""
    return language.once(Cutter).known.__getitem__  # type: ignore[no-any-return]


class Cutter:
    """Cuts texts into such pieces, and their sentences by what was found in the whole text. Use ``language.once(Cutter)``."""

    def __init__(self, language: Language) -> None:
        named = Finder(language.once(_named))
        self._mend = language.once(mended)
        self._names = Remembered(named.find)  # by the mended text
        variants = language.once(
            _variants
        )  # by what lies between its names, in lower case; those that stay need no more
        self._others = Remembered(lambda text: [hit for hit in variants.find(text) if hit[1] != hit[2][0]])
        self.known = Remembered(self._cut)

    def _cut(self, text: str) -> tuple[Piece, ...]:
        whole = self._mend(text)
        parts = _parted(whole, self._names[whole])
        return tuple([(part if kind else _put(low := part.lower(), self._others[low]), kind) for part, kind in parts])

    def learn(self, text: str, sentences: Sequence[str]) -> None:
        """Cut the sentences of ``text``, which together are the whole of it, with one look at it, where none hangs on its neighbour."""
        whole, parts = self._mend(text), [self._mend(sentence) for sentence in sentences]
        low = whole.lower()
        if len(parts) < 2 or len(low) != len(whole) or SIGMA in whole or "".join(parts) != whole:
            return
        marks = self._marks(whole, low)
        start = at = 0
        for sentence, part in zip(sentences, parts, strict=True):
            end, first = start + len(part), at
            while at < len(marks) and marks[at][0] < end:
                at += 1
            if (start and whole[start - 1].isalnum()) or (at > first and marks[at - 1][1] > end):
                return
            if sentence not in self.known:
                self.known.learn(sentence, tuple(_between(low, start, end, marks[first:at])))
            start = end

    def _marks(self, whole: str, low: str) -> list[tuple[int, int, Piece]]:
        """What is known in a text, in order: (start, end, piece)."""
        found: list[tuple[int, int, Piece]] = []
        start = 0
        for at, wording, piece in (*self._names[whole], (len(whole), "", ("", ""))):
            if start < at:
                others = self._others[low[start:at]]
                found += [(start + k, start + k + len(other), put) for k, other, put in others]
            if wording:
                found.append((at, at + len(wording), piece))
            start = at + len(wording)
        return found


def _between(low: str, start: int, end: int, marks: Iterable[tuple[int, int, Piece]]) -> Iterator[Piece]:
    """The pieces of a stretch of a text: its names (their pieces have a kind), and as one what lies between two."""
    held: list[str] = []
    last, at = start, start  # where what lies before the next name begins, and how much of it is held
    for begin, behind, piece in marks:
        held.append(low[at:begin])
        if piece[1]:
            if last < begin:
                yield "".join(held), ""
            yield piece
            held, last = [], behind
        else:
            held.append(piece[0])
        at = behind
    if last < end:
        yield "".join([*held, low[at:end]]), ""


@plain
def _named(language: Language) -> Buckets[tuple[str, str]]:
    return ordered(
        [
            *((a, b, "name") for a, b in _pairs(language, "names", 1)),
            *((a, b, "place") for a, b in _pairs(language, "states", 1)),
            *((a, b, "place") for a, b in _pairs(language, "cities", 0)),
            *((word, word, "phrase") for row in language.rows("fillers") for word in row[1:] if _phrase(word)),
        ]
    )


def evened(language: Language) -> Callable[[str], str]:
    """A function that replaces other wordings in a canonical text, also inside its names: for a name worded a little otherwise."""
    variants = language.once(_variants)
    return lambda key: _put(low := key.lower(), variants.find(low))


def _variants(language: Language) -> Table:
    return Finder(language.once(_other_wordings))


@plain
def _other_wordings(language: Language) -> Buckets[tuple[str, str]]:
    return ordered((a.lower(), b.lower(), "") for a, b in _pairs(language, "variants", 1))


def mended(language: Language) -> Callable[[str], str]:
    """A function that folds a text (text/normalise) and mends what scanning did to its characters (table ``traditional``)."""
    simple = language.once(_simple)
    other = re.compile(f"[{re.escape(''.join(map(chr, simple)))}]" if simple else r"(?!)")

    def mend(text: str) -> str:
        plain = fold(text)
        return plain.translate(simple) if other.search(plain) else plain

    return mend


@plain
def _simple(language: Language) -> dict[int, str]:
    """By the code of each character that is written otherwise what it is here."""
    pairs = [pair for row in language.rows("traditional") for pair in zip(row[0], row[1], strict=True)]
    return {ord(x): y for x, y in pairs if x != y}


@plain
def things(language: Language) -> dict[str, str]:
    """Every name of the lexicon, folded, with the canonical name (folded) of its row."""
    return {fold(wording): fold(name) for wording, name in _pairs(language, "names", 1)}


def _pairs(language: Language, table: str, first: int) -> Iterator[tuple[str, str]]:
    """``(wording, canonical wording)`` of every row, whose wordings begin at field ``first``; one that stands twice counts once."""
    seen: set[str] = set()
    for row in language.rows(table):
        for wording in row[first:]:
            if wording not in seen:
                seen.add(wording)
                yield wording, row[first]


def _phrase(word: str) -> bool:
    """A filler that the word cutter would take apart (不限成员名额)."""
    return " " in word or (len(word) > 2 and not word.isascii())


def ordered(entries: Iterable[Entry], printed: bool = False) -> Buckets[tuple[str, str]]:
    """The wordings, ready to be found in folded text (``printed``: as printed); of two equal ones the first counts."""
    known: dict[str, tuple[str, str]] = {}
    for wording, name, kind in entries:
        known.setdefault(wording if printed else _key(wording), (name if printed else _key(name), kind))
    return buckets(known)


def _key(wording: str) -> str:
    """``fold(wording)``; words without points or Latin letters are their own key, and most of the tables are such."""
    return wording if wording.isalpha() and not wording[0].isascii() else fold(wording)


def split(text: str, known: Table) -> list[Piece]:
    """``text`` in pieces: a known wording by its canonical one, with its kind; what lies between as it is."""
    return _parted(text, known.find(text))


def _parted(text: str, hits: Iterable[tuple[int, str, tuple[str, str]]]) -> list[Piece]:
    parts: list[Piece] = []
    start = 0
    for at, wording, piece in hits:
        if start < at:
            parts.append((text[start:at], ""))
        parts.append(piece)
        start = at + len(wording)
    if start < len(text):
        parts.append((text[start:], ""))
    return parts


def _put(text: str, hits: Sequence[tuple[int, str, tuple[str, str]]]) -> str:
    """``text`` with what was found in it replaced."""
    return "".join([part for part, _ in _parted(text, hits)]) if hits else text
