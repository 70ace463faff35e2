"""A part of a compound for which the other report has a word of the same stem: 摩托车驾乘者, 摩托车骑乘者; 代理行关系, 代理银行关系.

No table knows such words. That they are one thing is shown by the part that stays beside them, by a character that both have, and by
each report having its own alone. Words of Latin letters show their stem where they differ most, in their endings (survey, surveyed):
of them nothing is told here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from ccdiff.derive.context import Pair
from ccdiff.derive.judging import facts_differ, weight
from ccdiff.derive.substance import HAN, HAN_NUMERAL, Lexis, Substance, lexis
from ccdiff.derive.terminology.edits import Edited, Joined, Pairs, Words
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import Reading

LONGEST = 4  # characters of a word that has a kin
SHORTENED = 3  # characters of a word that may be short for two: 代理行 for 代理银行


Apart = dict[str, frozenset[int]]
NONE: frozenset[int] = frozenset()


@record
class Part:
    """A word of one text, or two in a row: its bounds, and the words on both sides of it that say something."""

    text: str
    single: bool
    start: int
    end: int
    sides: tuple[str, str]


def akin(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Each pair of such words once, in its compound or (of several) by itself, with the linked places in which the one stands for the other."""
    if not rows or not HAN.search(rows[0].old.text):
        return
    lex = pair.old.language.once(lexis)
    apart, endings = pair.old.language.once(_rows_apart), pair.old.language.once(_endings)
    old, new = pair.old.once(_written), pair.new.once(_written)
    found: Pairs = defaultdict(dict)
    shown: dict[Words, dict[Words, None]] = defaultdict(dict)
    for row in rows:
        gone = _parts(pair.old, row.old, lex, new)
        come = _parts(pair.new, row.new, lex, old) if gone else []
        for one in gone:
            for other in come:
                if (
                    _related(one, other, apart)
                    and (words := _compounds(row, one, other, lex, endings))
                    and _one_thing(*words, lex)
                ):
                    key = one.text, other.text
                    shown[key][words] = None
                    found[key][row.old.locator(one.start), row.new.locator(other.start)] = None
    for key, places in found.items():
        if len(places) > 1 or not any(word in lex.style or word in lex.light for word in key):
            words = next(iter(shown[key])) if len(shown[key]) == 1 else key
            yield Term(*words, tuple(places))


def _written(reading: Reading) -> str:
    """All that a report says, in one: which words it has not."""
    report = reading.report
    return "\n".join([p.text for p in report.paragraphs] + [section.title or "" for section in report.sections])


def _parts(reading: Reading, text: Joined, lex: Lexis, other: str) -> list[Part]:
    """The words, and words of two parts, that the other report has nowhere."""
    words = reading.words(text.text)
    starts = list(accumulate(map(len, words), initial=0))
    found = []
    for at, word in enumerate(words):
        if len(word) <= LONGEST and _counts(word, lex):
            if len(word) > 1 and word not in other:
                found.append(Part(word, True, starts[at], starts[at + 1], _sides(words, at, at + 1, lex)))
            whole = word + "".join(words[at + 1 : at + 2])
            if len(whole) == LONGEST and whole not in other and _counts(words[at + 1], lex):
                found.append(Part(whole, False, starts[at], starts[at + 2], _sides(words, at, at + 2, lex)))
    return found


def _sides(words: tuple[str, ...], start: int, end: int, lex: Lexis) -> tuple[str, str]:
    return _beside(words, start - 1, -1, lex), _beside(words, end, 1, lex)


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


def _compounds(row: Edited, one: Part, other: Part, lex: Lexis, endings: frozenset[str]) -> Words | None:
    """Both words, where the same stands on one side of them and no other thing on the other side: with what they are one compound with."""
    texts = (row.old.text, one), (row.new.text, other)
    joined = [_joined(text, part) for text, part in texts]
    rest = row.new.text, row.old.text
    if any(
        word and word not in lex.style and word not in text
        for words, text in zip(joined, rest, strict=True)
        for word in words
    ):
        return None
    before, behind = (a == b and weight(a, lex) > 1 for a, b in zip(one.sides, other.sides, strict=True))
    if not (before or behind):
        return None
    before, behind = before and all(words[0] for words in joined), behind and all(words[1] for words in joined)
    spans = [
        (part.start - before * len(part.sides[0]), part.end + (behind and not before) * len(part.sides[1]))
        for _, part in texts
    ]
    ended = {text[end : end + 1] for (text, _), (_, end) in zip(texts, spans, strict=True)}
    ending = len(ended) == 1 and ended <= endings
    old, new = (text[start : end + ending] for (text, _), (start, end) in zip(texts, spans, strict=True))
    return old, new


def _joined(text: str, part: Part) -> tuple[str, str]:
    """The words that stand directly beside another, with nothing between."""
    before, behind = part.sides
    return before if text.endswith(before, 0, part.start) else "", behind if text.startswith(behind, part.end) else ""


def _one_thing(one: str, other: str, lex: Lexis) -> bool:
    """Whether nothing in two compounds tells them apart: a number, a name, words that exclude each other."""
    old, new = Substance(one, lex), Substance(other, lex)
    return not (facts_differ(old, new) or old.numbers or new.numbers)
