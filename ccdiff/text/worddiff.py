"""Word differences of two texts that correspond, made for a reader: phrases, not pepper.

The longest common run of words (text/differ) is exact and needs no time limit, which would let the machine's speed show in the output. Long
texts are first split at words that stand once in both and in the same order (patience diff, B. Cohen): such words say more than
how many are kept. A stretch that is still too large and shares nothing is replaced whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from ccdiff.text.differ import differences
from ccdiff.text.memory import Remembered

Piece = tuple[str, str]
Words = Sequence[str]
Run = tuple[str, tuple[str, ...]]

LARGE = (
    20 * 20
)  # words x words above which a stretch is split at anchors first: lists of States come out member by member
HOPELESS = (
    4000 * 4000
)  # above this and without an anchor a stretch is replaced whole: 4000 * 4000 random words take 20 ms and 2 MB
ISLAND = 1  # characters; an equal stretch up to this long between two edits is no help to a reader ("的", "，", "的 ")
WIDE = 12  # characters; an equal stretch up to this long goes too where the edits on both its sides are longer (the
# semantic clean-up of diff-match-patch, by characters instead of words); 8th/9th, 19: single words between rewritten clauses
NUMBER = 6  # times: a number that stayed is worth seeing, but not one digit between two rewritten sentences
LISTED = "、"  # but not a member of a list: 阿根廷、[-巴林、-]比利时、[-贝宁-]
END: Run = ("=", ())
POINTS = str.maketrans("", "", "，。；：、！？,.;:!?()（）[]“”\"'《》〈〉 \n")
DIGIT = re.compile(r"\d")


def word_diff(old: Words, new: Words) -> tuple[Piece, ...]:
    """``(("=", text), ("-", text), ("+", text), ...)``: ``=`` and ``-`` joined are ``old`` to the letter, ``=`` and ``+`` ``new``.

    Between two ``=`` stands at most one ``-``, then at most one ``+``. Equal texts give one ``=`` (or nothing).
    """
    if not old or not new:
        return tuple((op, "".join(words)) for op, words in _whole(old, new))
    return tuple([(op, "".join(words)) for op, words in _tidy(word_runs(old, new))])


def word_runs(old: Words, new: Words) -> list[Run]:
    """The same as runs of words and without tidying: for judging, where a common "的" still counts as common."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle = _diff(old[head : len(old) - tail], new[head : len(new) - tail])
    return _join([("=", tuple(old[:head])), *middle, ("=", tuple(old[len(old) - tail :]) if tail else ())])


def _common(old: Words, new: Words) -> int:
    length = 0
    for a, b in zip(old, new, strict=False):
        if a != b:
            break
        length += 1
    return length


def _diff(old: Words, new: Words) -> list[Run]:
    if not old or not new or len(old) * len(new) <= LARGE:
        return _small(old, new)
    anchors = _anchors(old, new)
    if not anchors:
        return _small(old, new) if len(old) * len(new) <= HOPELESS else _whole(old, new)
    runs: list[Run] = []
    at_old = at_new = 0
    for i, j in anchors:
        if at_old < i or at_new < j:
            runs += _diff(old[at_old:i], new[at_new:j])
        runs.append(("=", (old[i],)))
        at_old, at_new = i + 1, j + 1
    return runs + _diff(old[at_old:], new[at_new:])


def _whole(old: Words, new: Words) -> list[Run]:
    return [(op, tuple(words)) for op, words in (("-", old), ("+", new)) if words]


def _anchors(old: Words, new: Words) -> list[tuple[int, int]]:
    """Words (no points or particles) that stand once in both, as index pairs that rise on both sides (longest such run)."""
    count_old, count_new = Counter(old), Counter(new)
    where = {word: j for j, word in enumerate(new) if count_new[word] == 1 and (len(word) > 1 or word.isdigit())}
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


def _small(old: Words, new: Words) -> list[Run]:
    """The longest common run of words and what stands between."""
    if old == new:
        return [("=", tuple(old))] if old else []
    return _whole(old, new) if set(old).isdisjoint(new) else differences(old, new)


def _tidy(runs: list[Run]) -> list[Run]:
    """Equal islands between edits taken into them, until none is left; at most a few rounds, each shortens the list."""
    while len(runs) > 2:
        sizes = [_size(words) for _, words in runs]
        islands = {
            k for k in range(1, len(runs) - 1) if runs[k][0] == "=" and sizes[k] <= WIDE and _island(runs, sizes, k)
        }
        if not islands:
            break
        opened: list[Run] = []
        for k, run in enumerate(runs):
            opened += [("-", run[1]), ("+", run[1])] if k in islands else [run]
        runs = _join(opened)
    return runs


def _island(runs: Sequence[Run], sizes: Sequence[int], k: int) -> bool:
    """A short equal run that helps no reader: one point or particle, or a few words drowned in edits."""
    words = runs[k][1]
    number = DIGIT.search("".join(words)) is not None
    if sizes[k] <= ISLAND and not number:
        return True
    if LISTED in words:
        return False
    edits = min(_edit(runs, sizes, k - 1, -1), _edit(runs, sizes, k + 1, 1))
    return (NUMBER if number else 1) * sizes[k] <= edits


def _size(words: Iterable[str]) -> int:
    """Characters that are read: without points and spaces."""
    return sum(map(_read.__getitem__, words))


_read: Remembered[int] = Remembered(lambda word: len(word.translate(POINTS)))


def _edit(runs: Sequence[Run], sizes: Sequence[int], k: int, step: int) -> int:
    """The size of the edit that begins at ``k``: the longer of what goes and what comes."""
    size = 0
    while 0 <= k < len(runs) and runs[k][0] != "=":
        size = max(size, sizes[k])
        k += step
    return size


def _join(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one kind joined, deletions before insertions, nothing empty."""
    joined: list[Run] = []
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    for op, words in (*runs, END):
        if op == "-":
            gone += words
        elif op == "+":
            come += words
        elif gone or come:
            joined += [run for run in (("-", gone), ("+", come), (op, words)) if run[1]]
            gone = come = ()
        elif joined and joined[-1][0] == op:
            joined[-1] = (op, joined[-1][1] + words)
        elif words:
            joined.append((op, words))
    return joined
