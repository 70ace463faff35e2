"""Word differences of two texts that correspond, made for a reader: phrases, not pepper.

diff-match-patch works on the words: each distinct word becomes one character. Its time-out is off, since a time limit would
let the machine's speed show in the output; instead its inputs are kept small: long texts are first split at words that
stand once in both and in the same order (patience diff, B. Cohen), and a stretch that is still too large and shares nothing
is replaced whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

Piece = tuple[str, str]
Words = Sequence[str]

LARGE = 400 * 400  # words x words above which a stretch is split first: the 8th/9th pair's longest, 600 x 300 words, takes 30 ms
HOPELESS = 1500 * 1500  # above this and without a common anchor a stretch is replaced whole; 10,000 characters each way
ISLAND = 2  # characters; an equal stretch up to this long between two edits is no help to a reader ("的", "，", "的 ")


def word_diff(old: Words, new: Words) -> tuple[Piece, ...]:
    """``(("=", text), ("-", text), ("+", text), ...)``: ``=`` and ``-`` joined are ``old`` to the letter, ``=`` and ``+`` ``new``.

    Between two ``=`` stands at most one ``-``, then at most one ``+``. Equal texts give one ``=`` (or nothing).
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle = _diff(old[head : len(old) - tail], new[head : len(new) - tail])
    pieces = [("=", "".join(old[:head])), *middle, ("=", "".join(old[len(old) - tail :]) if tail else "")]
    return tuple(_tidy(pieces))


def _common(old: Words, new: Words) -> int:
    length = 0
    for a, b in zip(old, new, strict=False):
        if a != b:
            break
        length += 1
    return length


def _diff(old: Words, new: Words) -> list[Piece]:
    if not old or not new or len(old) * len(new) <= LARGE:
        return _small(old, new)
    anchors = _anchors(old, new)
    if not anchors:
        return _small(old, new) if len(old) * len(new) <= HOPELESS else [("-", "".join(old)), ("+", "".join(new))]
    pieces: list[Piece] = []
    at_old = at_new = 0
    for i, j in anchors:
        pieces += _diff(old[at_old:i], new[at_new:j])
        pieces.append(("=", old[i]))
        at_old, at_new = i + 1, j + 1
    return pieces + _diff(old[at_old:], new[at_new:])


def _anchors(old: Words, new: Words) -> list[tuple[int, int]]:
    """Words that stand once in both, as index pairs that rise on both sides (longest such run)."""
    count_old, count_new = Counter(old), Counter(new)
    where = {word: j for j, word in enumerate(new) if count_new[word] == 1}
    pairs = [(i, where[word]) for i, word in enumerate(old) if count_old[word] == 1 and word in where]
    tails: list[int] = []  # smallest new index that ends a run of each length
    ends: list[int] = []
    back: list[int] = []
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [k]
        back.append(ends[at - 1] if at else -1)
    chain, k = [], ends[-1] if ends else -1
    while k >= 0:
        chain.append(pairs[k])
        k = back[k]
    return chain[::-1]


@cache
def _engine() -> Any:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return engine


def _small(old: Words, new: Words) -> list[Piece]:
    if not old or not new:
        return [("-", "".join(old)), ("+", "".join(new))]
    words: list[str] = []
    code: dict[str, str] = {}
    for word in (*old, *new):
        if word not in code:
            code[word] = _char(len(words))
            words.append(word)
    engine = _engine()
    diffs = engine.diff_main("".join(code[w] for w in old), "".join(code[w] for w in new), False)
    engine.diff_cleanupSemantic(diffs)
    spell = {code[word]: word for word in words}
    return [("-=+"[op + 1], "".join(spell[char] for char in run)) for op, run in diffs]


def _char(number: int) -> str:
    """The ``number``-th character that may stand for a word: no surrogates, no control characters."""
    point = 0x100 + number
    return chr(point if point < 0xD800 else point + 0x800)


def _tidy(pieces: Sequence[Piece]) -> list[Piece]:
    """Equal islands between edits taken into them, neighbours of one kind joined, deletions before insertions."""
    runs = _join(pieces)
    keep = [p for k, p in enumerate(runs) if not _island(runs, k)]
    if len(keep) == len(runs):
        return runs
    opened = [q for k, p in enumerate(runs) for q in ((("-", p[1]), ("+", p[1])) if _island(runs, k) else (p,))]
    return _join(opened)


def _island(runs: Sequence[Piece], k: int) -> bool:
    op, text = runs[k]
    return op == "=" and 0 < k < len(runs) - 1 and len(text.strip()) <= ISLAND and not any(c.isdigit() for c in text)


def _join(pieces: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []

    def edit() -> None:
        joined.extend((op, "".join(texts)) for op, texts in (("-", gone), ("+", come)) if "".join(texts))
        gone.clear()
        come.clear()

    for op, text in pieces:
        if op == "-":
            gone.append(text)
        elif op == "+":
            come.append(text)
        elif text:
            if gone or come:
                edit()
            if joined and joined[-1][0] == "=":
                joined[-1] = ("=", joined[-1][1] + text)
            else:
                joined.append(("=", text))
    edit()
    return joined
