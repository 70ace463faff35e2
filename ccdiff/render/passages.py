"""Which passages of a changed paragraph a sentence quotes: the changed words within their clause, facts before wording.

A bare "not" or "12" says nothing to a reader: a short change is quoted with the words around it. Where hardly a word stays
(another translator, another rapporteur) a list of changed words is a patchwork; then the two sentences that say the same
otherwise are quoted whole.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from operator import add

from ccdiff.errors import CcdiffError
from ccdiff.language import load
from ccdiff.model.comparison import Diff, Edit, edits, kept_share
from ccdiff.render.clean import SENTENCE, one_line
from ccdiff.text.segment import Segmenter

EDGES = " \t\n，。；：、,;:."  # points at the edges of a changed phrase that say nothing
PARTICLE = 2  # characters; a change of no more than these ("的", "，") is not worth a quotation
LATIN_PARTICLE = 4  # letters; "with", "the"
SCRAP = 12  # characters that small words alone may make up; twice as many Latin ones
WORDS = re.compile(r"[^\W_]+")
STOP = re.compile(r"[，。；：！？、\n]|[,;:.!?](?=\s|$)|[()（）]")  # where the words around a change end
BRACKETS = (("(", "（"), (")", "）"))
BESIDE = 16  # characters quoted on each side of a short change; twice as many Latin ones
BRIEF = 14  # characters of a change that needs no words around it; twice as many Latin ones
JOINT = 12  # characters between two changes that are told as one; twice as many Latin ones
# Of the longer text that must stay for a list of changed words to be read: 8th 13 ~ 9th 20 has 0.21, its dates and numbers stand
# in such a list. Below, sentences are quoted: 8th 41 ~ 9th 40 has 0.02, a rapporteur's own words 0 to 0.17.
RETOLD = 0.2
KINDS = ("contrasts", "negations")  # tables of words that make a statement another one: a kind, then words
SINGLE = ("qualifiers", "number_words", "hedges")  # the same: a word, then what it means
# two sentences that share less are not the same statement: 8th 41 ~ 9th 40, 0.12 (services of another kind)
ALIKE = 0.15
MONEY = ("", "$", "€", "£", "¥")  # nothing, or a sign whose amount is cut off
LONG_WORD = 14  # letters or characters of a long word
STEM = 6  # letters of a Latin word that its forms share
LONGEST = 40  # sentences of a paragraph that are compared with those of its counterpart


Span = tuple[int, int]


def changed_passages(diff: Diff, language: str, most: int) -> list[tuple[str, str]]:
    """The ``most`` changes that say most, in the order of the text, as (old, new) with the words around short ones.

    >>> changed_passages((("=", "Fees should "), ("+", "not "), ("=", "be reduced.")), "en", 3)
    [('Fees should be reduced', 'Fees should not be reduced')]
    """
    old = "".join(text for op, text in diff if op != "+")
    new = "".join(text for op, text in diff if op != "-")
    small, facts = small_words(language), _facts(language)
    changes = edits(diff)
    told = set(telling([(change.gone, change.come) for change in changes], small))
    groups = [
        group
        for group in _grouped(changes, old)
        if any((change.gone, change.come) in told or _fact(change, facts) for change in group)
    ]
    ranked = sorted(groups, key=lambda group: (-sum(_fact(one, facts) for one in group), -sum(map(_size, group))))
    return _apart([_spans(group, old, new, small) for group in groups if group in ranked[:most]], old, new)


def _apart(found: Sequence[tuple[Span, Span]], old: str, new: str) -> list[tuple[str, str]]:
    """The passages quoted; two that overlap on a side are one, else the reader reads the same words twice."""
    joined: list[tuple[Span, Span]] = []
    for one, other in found:
        if joined and (one[0] < joined[-1][0][1] or other[0] < joined[-1][1][1]):
            before, beside = joined.pop()
            one, other = (before[0], max(before[1], one[1])), (beside[0], max(beside[1], other[1]))
        joined.append((one, other))
    return [(old[slice(*one)].strip(EDGES), new[slice(*other)].strip(EDGES)) for one, other in joined]


def retold(diff: Diff) -> bool:
    """Whether so little stays that a list of changed words is a patchwork: both texts say it in their own way."""
    return {"-", "+"} <= {op for op, _ in diff} and kept_share(diff) < RETOLD


def same_statement(old: str, new: str) -> tuple[str, str]:
    """The sentences of two texts that are most alike, those whose numbers differ first; the first ones where none are alike."""
    olds, news = (sentences_of(text) for text in (old, new))
    if not olds or not news:
        return old, new
    mine, theirs = (_weighed(side) for side in (olds, news))
    scored = [
        (_alike(one, other), _digits(olds[i]) != _digits(news[j]), -i - j, i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
    ]
    alike = [row for row in scored if row[0] >= ALIKE and olds[row[3]] != news[row[4]]]
    if not alike:
        return olds[0], news[0]
    best = max(alike, key=lambda row: (row[0] * (1 + row[1]), row[2]))
    return olds[best[3]], news[best[4]]


def _grouped(changes: list[Edit], old: str) -> list[list[Edit]]:
    """Changes that stand close together within one clause, as one."""
    groups: list[list[Edit]] = []
    for change in changes:
        if groups:
            before = groups[-1][-1]
            between = old[before.old + len(before.gone) : change.old]
            if len(between) <= JOINT * (1 + between.isascii()) and not STOP.search(between):
                groups[-1].append(change)
                continue
        groups.append([change])
    return groups


def _spans(group: list[Edit], old: str, new: str, small: Collection[str]) -> tuple[Span, Span]:
    """What is quoted of a change on each side: the change itself, with the words around it where it is brief."""
    first, last = group[0], group[-1]
    spans = ((first.old, last.old + len(last.gone)), (first.new, last.new + len(last.come)))
    gone, come = old[slice(*spans[0])].strip(EDGES), new[slice(*spans[1])].strip(EDGES)
    if max(len(gone), len(come)) > BRIEF * (1 + (gone + come).isascii()):
        return _with_unit(old, *spans[0]), _with_unit(new, *spans[1])
    return _widened(old, *spans[0], small), _widened(new, *spans[1], small)


def _with_unit(text: str, start: int, end: int) -> Span:
    """The place of ``text[start:end]`` with the unit behind its last digit: "（黑龙江4例，上海2例", not "上海2"."""
    if not text[end - 1 : end].isdigit() or not text[end : end + 1].isalpha():
        return start, end
    return start, end + len(next(iter(_cutter().words(text[end : end + LONG_WORD])), ""))


def _widened(text: str, start: int, end: int, small: Collection[str]) -> Span:
    """The place of ``text[start:end]`` with the words before and after it, as far as its clause goes and no further than needed."""
    if text[start - 1 : start] in BRACKETS[0] and text[end : end + 1] in BRACKETS[1] and start > 0:
        start, end = start - 1, end + 1  # "Fiji (146)"
    room = BESIDE * (1 + text[max(0, start - BESIDE) : end + BESIDE].isascii())
    low, high = max(0, start - room), min(len(text), end + room)
    stops = [match.end() for match in STOP.finditer(text, low, start)]
    left = max(stops) if stops else _word_start(text, low, start)
    match = STOP.search(text, end, high)
    right = match.start() if match else _word_end(text, end, high, small)
    return left, right


def _word_start(text: str, low: int, start: int) -> int:
    """The start of the first whole word at or behind ``low``."""
    if not low:
        return 0
    at = begin = max(0, low - LONG_WORD)
    for word in _cutter().words(text[begin:start]):
        if at >= low:
            break
        at += len(word)
    return at


def _word_end(text: str, end: int, high: int, small: Collection[str]) -> int:
    """The end of the last whole word at or before ``high`` that says something: "names of cities in 45" ends with "cities"."""
    words: list[str] = []
    at = end
    for word in _cutter().words(text[end : high + LONG_WORD]):
        if at + len(word) > high:
            while words and (words[-1].strip() in MONEY or words[-1].lower() in small or words[-1][0].isdigit()):
                at -= len(words.pop())
            break
        words.append(word)
        at += len(word)
    return at


@cache
def _cutter() -> Segmenter:
    return Segmenter()


def _size(change: Edit) -> int:
    return len(change.gone) + len(change.come)


def _fact(change: Edit, facts: Collection[str]) -> bool:
    """Whether a change touches a number, a negation, a degree of obligation: what no wording may touch."""
    parts = (change.gone, change.come)
    return any(any(char.isdigit() for char in part) or part.strip(EDGES).lower() in facts for part in parts)


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph, the first ``LONGEST`` of them."""
    return [part for part in (one.strip() for one in SENTENCE.split(one_line(text))[:LONGEST]) if part]


def pieces(text: str) -> list[str]:
    """What two sentences may share: pairs of Han characters, the beginnings of Latin words."""
    found: list[str] = []
    for word in WORDS.findall(text.lower()):
        if word.isascii():
            found += [word[:STEM]] * (len(word) > LATIN_PARTICLE - 1)
        else:
            found += map(add, word, word[1:])
    return found


def _weighed(sentences: list[str]) -> list[dict[str, float]]:
    """The pieces of each sentence, each the lighter the more sentences hold it: 发言者, "representative"."""
    held = [set(pieces(one)) for one in sentences]
    spread = Counter(piece for one in held for piece in sorted(one))
    return [{piece: 1 / spread[piece] for piece in sorted(one)} for one in held]


def _alike(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two sentences' pieces."""
    shared = math.fsum(weight * other[piece] for piece, weight in one.items() if piece in other)
    return shared / math.hypot(*one.values()) / math.hypot(*other.values()) if shared else 0.0


def _digits(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d[\d,.]*", text))


@cache
def small_words(language: str) -> frozenset[str]:
    """Words whose coming or going is no fact (``fillers``); none for a language without tables."""
    return frozenset(word for row in _rows(language, "fillers") for word in row[1:])


@cache
def _facts(language: str) -> frozenset[str]:
    kinds = [word for table in KINDS for row in _rows(language, table) for cell in row[1:] for word in cell.split("=")]
    return frozenset(kinds + [row[0] for table in SINGLE for row in _rows(language, table)])


@cache
def opening_words(language: str) -> frozenset[str]:
    """The words that a figure may begin with: "over", "twenty-eight"."""
    return frozenset(row[0].split()[0] for table in SINGLE[:2] for row in _rows(language, table) if row[0].strip())


def _rows(language: str, table: str) -> list[tuple[str, ...]]:
    try:
        return [tuple(cell.lower() for cell in row) for row in load(language).rows(table)]
    except CcdiffError:
        return []


def telling(pairs: list[tuple[str, str]], small: Collection[str] = frozenset()) -> list[tuple[str, str]]:
    """Those changes that say something: small words, capitals and points are left out, unless there is nothing else."""
    pairs = [(gone, come) for gone, come in pairs if gone.strip().lower() != come.strip().lower()] or pairs
    return [pair for pair in pairs if any(_says_something(part, small) for part in pair)] or pairs


def _says_something(part: str, small: Collection[str]) -> bool:
    part = part.strip()
    if any(char.isdigit() for char in part):
        return True
    return len(part) > (LATIN_PARTICLE if part.isascii() else PARTICLE) and not _made_of(part, small)


def _made_of(part: str, small: Collection[str]) -> bool:
    """Whether a scrap of text is nothing but small words and points: "随后的讨论中", "in the following"."""
    if len(part) > SCRAP * (1 + part.isascii()):
        return False
    for run in WORDS.findall(part.lower()):
        reached = {0}
        for end in range(1, len(run) + 1):
            if any(start in reached and run[start:end] in small for start in range(end)):
                reached.add(end)
        if len(run) not in reached:
            return False
    return True
