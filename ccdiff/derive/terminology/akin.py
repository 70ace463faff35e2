"""A part of a compound for which the other report has a word of the same stem: 摩托车驾乘者, 摩托车骑乘者; 代理行关系, 代理银行关系.

No table knows such words. That they are one thing is shown by the part that stays beside them, by a character that both have, and by
each report having its own alone. Words of Latin letters show their stem where they differ most, in their endings (survey, surveyed):
of them nothing is told here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import facts_differ, weight
from ccdiff.derive.relations.substance import HAN, HAN_NUMERAL, Lexis, Substance, lexis
from ccdiff.derive.terminology.edits import Edited, Pairs, Words
from ccdiff.derive.terminology.words import Side, Told, Written
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record

LONGEST = 4  # characters of a word that has a kin
SHORTENED = 3  # characters of a word that may be short for two: 代理行 for 代理银行
Apart = dict[str, frozenset[int]]
NONE: frozenset[int] = frozenset()


@record
class Part:
    """A word of one text, or two in a row: its bounds, and the places among the words of the one before and the one behind it."""

    text: str
    single: bool
    start: int
    end: int
    before: int
    behind: int


def akin(pair: Pair, rows: list[Told]) -> Iterator[Term]:
    """Each pair of such words once, in its compound or (of several) by itself, with the linked places in which the one stands for the other."""
    if not rows or not HAN.search(rows[0].row.old.text):
        return
    lex = pair.old.language.once(lexis)
    apart, endings = pair.old.language.once(_rows_apart), pair.old.language.once(_endings)
    old, new = pair.old.once(Written), pair.new.once(Written)
    found: Pairs = defaultdict(dict)
    shown: dict[Words, dict[Words, None]] = defaultdict(dict)
    for each in rows:
        row, texts = each.row, (each.old.words, each.new.words)
        gone, come = _parts(each.old, lex), _parts(each.new, lex)
        gone, come = gone + _doubles(each.old, come, lex, new), come + _doubles(each.new, gone, lex, old)
        for one, other in _meeting(gone, come):
            if not _related(one, other, apart):
                continue
            sides = _sides(texts[0], one, lex), _sides(texts[1], other, lex)
            words = _compounds(row, (one, other), sides, lex, endings)
            if words and _one_thing(*words, lex):
                key = one.text, other.text
                shown[key][words] = None
                found[key][row.old.locator(one.start), row.new.locator(other.start)] = None
    for key, places in found.items():
        if len(places) > 1 or not any(word in lex.style or word in lex.light for word in key):
            words = next(iter(shown[key])) if len(shown[key]) == 1 else key
            yield Term(*words, tuple(places))


def _parts(side: Side, lex: Lexis) -> list[Part]:
    """The words that the other report has nowhere."""
    words = ((at, side.words[at], side.starts[at]) for at in side.alone)
    return [
        Part(word, True, start, start + len(word), at - 1, at + 1)
        for at, word, start in words
        if 1 < len(word) <= LONGEST and _counts(word, lex)
    ]


def _doubles(side: Side, others: list[Part], lex: Lexis, other: Written) -> list[Part]:
    """Two words in a row for which one of the other report may be short, which that report has nowhere: 代理银行 for 代理行."""
    ends = {(part.text[0], part.text[-1]) for part in others if SHORTENED <= len(part.text) < LONGEST}
    found = []
    for at, (word, following) in enumerate(pairwise(side.words) if ends else ()):
        whole, start = word + following, side.starts[at]
        short = len(whole) == LONGEST and (word[0], following[-1]) in ends and not other.has(whole)
        if short and _counts(word, lex) and _counts(following, lex):
            found.append(Part(whole, False, start, start + LONGEST, at - 1, at + 2))
    return found


def _meeting(gone: list[Part], come: list[Part]) -> Iterator[tuple[Part, Part]]:
    """The parts on both sides that share a character."""
    by_character: dict[str, dict[int, Part]] = {}
    for at, part in enumerate(come):
        for char in part.text:
            by_character.setdefault(char, {})[at] = part
    for one in gone:
        others = {at: part for char in one.text for at, part in by_character.get(char, {}).items()}
        for at in sorted(others):
            yield one, others[at]


def _sides(words: tuple[str, ...], part: Part, lex: Lexis) -> Words:
    """The words on both sides of a part that say something."""
    return _beside(words, part.before, -1, lex), _beside(words, part.behind, 1, lex)


def _counts(word: str, lex: Lexis) -> bool:
    """Whether a word can be part of a compound."""
    return (
        bool(HAN.match(word)) and word not in lex.function and word not in lex.particles and word[0] not in HAN_NUMERAL
    )


def _beside(words: tuple[str, ...], at: int, step: int, lex: Lexis) -> str:
    """The nearest word on one side that says something, none but particles (的) between."""
    while 0 <= at < len(words) and words[at] in lex.particles:
        at += step
    return words[at] if 0 <= at < len(words) and _counts(words[at], lex) else ""


def _related(one: Part, other: Part, apart: Apart) -> bool:
    """Whether two words are the same but for one character, or the one is short for the other, which may be two words."""
    if one.text == other.text:
        return False
    if len(one.text) == len(other.text):
        gone, come = set(one.text) - set(other.text), set(other.text) - set(one.text)
        return one.single and other.single and len(gone) == len(come) == 1 and not _apart(gone.pop(), come.pop(), apart)
    short, long = sorted((one, other), key=lambda part: len(part.text))
    if (
        not short.single
        or len(short.text) < SHORTENED
        or (short.text[0], short.text[-1]) != (long.text[0], long.text[-1])
    ):
        return False
    rest = iter(long.text)
    return all(char in rest for char in short.text)


def _apart(one: str, other: str, apart: Apart) -> bool:
    """Whether two characters tell things apart: 农民, 渔民."""
    return not apart.get(one, NONE).isdisjoint(apart.get(other, NONE))


def _rows_apart(language: Language) -> Apart:
    """By character, the rows ``apart`` of the table ``compounds`` in which it stands."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(language.rows("compounds")):
        for char in row[1:] if row[0] == "apart" else ():
            found.setdefault(char, set()).add(number)
    return {char: frozenset(rows) for char, rows in found.items()}


def _endings(language: Language) -> frozenset[str]:
    return frozenset(char for row in language.rows("compounds") if row[0] == "ending" for char in row[1:])


def _compounds(
    row: Edited, parts: tuple[Part, Part], sides: tuple[Words, Words], lex: Lexis, endings: frozenset[str]
) -> Words | None:
    """Both words, where the same stands on one side of them and no other thing on the other side: with what they are one compound with."""
    texts = row.old.text, row.new.text
    joined = [_joined(*each) for each in zip(texts, parts, sides, strict=True)]
    for words, other in zip(joined, texts[::-1], strict=True):
        if any(word and word not in lex.style and word not in other for word in words):
            return None
    before, behind = (a == b and a not in lex.style and weight(a, lex) > 1 for a, b in zip(*sides, strict=True))
    if not (before or behind):
        return None
    before, behind = before and all(words[0] for words in joined), behind and all(words[1] for words in joined)
    spans = [
        (part.start - before * len(words[0]), part.end + (behind and not before) * len(words[1]))
        for part, words in zip(parts, sides, strict=True)
    ]
    ended = {text[end : end + 1] for text, (_, end) in zip(texts, spans, strict=True)}
    ending = len(ended) == 1 and ended <= endings
    old, new = (text[start : end + ending] for text, (start, end) in zip(texts, spans, strict=True))
    return old, new


def _joined(text: str, part: Part, sides: Words) -> Words:
    """The words that stand directly beside another, with nothing between."""
    before, behind = sides
    return before if text.endswith(before, 0, part.start) else "", behind if text.startswith(behind, part.end) else ""


def _one_thing(one: str, other: str, lex: Lexis) -> bool:
    """Whether nothing in two compounds tells them apart: a number, a name, words that exclude each other."""
    old, new = Substance(one, lex), Substance(other, lex)
    return not (facts_differ(old, new) or old.numbers or new.numbers)
