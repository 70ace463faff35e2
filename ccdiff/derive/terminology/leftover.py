"""What is left over on both sides of corresponding sentences, twice at least: lorry drivers and truckers, solar cookers and sun stoves.

No table knows the words. Where two reports say the same in two places and more, and each time only this is left over when what both
sentences have (in whatever words) is taken away, and neither report has the other's word anywhere, it is the thing that has another name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from ccdiff.derive.context import Pair
from ccdiff.derive.judging import facts_differ
from ccdiff.derive.substance import HAN, Lexis, Substance, lexis
from ccdiff.derive.terminology.edits import Edited, Joined, Pairs, Words
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import Reading, words_of_senses
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

LATIN = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*|\d[\d.,]*|[^\s\w]")
TWICE = 2  # places in which both must be left over
MOST = 2  # stretches that may be left over in a sentence: "truckers had to wait for as [long] as four days"
SHARED = 0.3  # share of the words of either sentence that the other has
LONGEST = 3  # words of a stretch
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST = 3  # letters of a word without its ending
STYLE = "~"  # a word of general prose, which no stretch begins or ends with
NAMED = "（("  # behind the name of a person stands a State
Unit = tuple[str, int, int]  # a word in comparable form, "" for what is no word that says something, and its bounds
Spans = list[tuple[int, int, str]]


@record
class Sentence:
    """A sentence within the joined text of a row: its units, the words among them, and its words of a known sense."""

    text: str
    start: int
    units: list[Unit]
    words: frozenset[str]
    spans: Spans
    senses: frozenset[str]


def leftover(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Each pair of such stretches once, with the linked places in which both are left over."""
    lex = pair.old.language.once(lexis)
    found: Pairs = defaultdict(dict)
    for row in rows:
        if "front" not in row.old.locators + row.new.locators:
            for place, words in _left(pair, row, lex):
                found[words][place] = None
    for words, places in found.items():
        if len(places) >= TWICE and _one_thing(*words, lex):
            yield Term(*words, tuple(places))


def _left(pair: Pair, row: Edited, lex: Lexis) -> Iterator[tuple[Words, Words]]:
    """What is left over in the sentences of a row that are nearest to each other, with its place."""
    new = list(_sentences(pair.new, row.new, lex))
    for one in _sentences(pair.old, row.old, lex):
        other = max(new, key=lambda sentence: len(one.words & sentence.words), default=None)
        if other is None or len(one.words & other.words) < SHARED * max(len(one.words), len(other.words)):
            continue
        gone, come = (
            _stretches(one, other, pair.new.once(_vocabulary)),
            _stretches(other, one, pair.old.once(_vocabulary)),
        )
        if max(len(gone), len(come)) <= MOST:
            for mine in gone:
                for theirs in come:
                    place = row.old.locator(one.start + mine[0]), row.new.locator(other.start + theirs[0])
                    yield place, (one.text[slice(*mine)], other.text[slice(*theirs)])


def _stretches(one: Sentence, other: Sentence, vocabulary: frozenset[str]) -> list[tuple[int, int]]:
    """Where words stand in a row that the other sentence does not have, one of them nowhere in the other report."""
    shared = [(start, end) for start, end, sense in one.spans if sense in other.senses]
    found: list[list[Unit]] = []
    row: list[Unit] = []
    for unit in [*one.units, ("", 0, 0)]:
        word, start, end = unit
        if word and word not in other.words and not any(start < last and first < end for first, last in shared):
            row.append(unit)
        elif row:
            found.append(row)
            row = []
    told = [row for row in map(_trimmed, found) if any(word not in vocabulary for word, _, _ in row)]
    spans = [(row[0][1], row[-1][2]) for row in told if len(row) <= LONGEST]
    return [span for span in spans if one.text[span[1] : span[1] + 1] not in NAMED or span[1] == len(one.text)]


def _trimmed(row: list[Unit]) -> list[Unit]:
    """Without words of general prose at its ends: 标准管理署 holds one, 太阳灶可以 ends in one."""
    says = [at for at, (word, _, _) in enumerate(row) if word != STYLE]
    return row[says[0] : says[-1] + 1] if says else []


def _sentences(reading: Reading, text: Joined, lex: Lexis) -> Iterator[Sentence]:
    sensed = reading.language.once(words_of_senses)
    at = 0
    for sentence in sentences(text.text):
        at = max(text.text.find(sentence.text, at), 0)
        units = _units(reading, sentence.text, lex)
        spans = sensed(fold(sentence.text).lower())
        words = frozenset(word for word, _, _ in units) - {"", STYLE}
        yield Sentence(sentence.text, at, units, words, spans, frozenset(sense for _, _, sense in spans))


def _vocabulary(reading: Reading) -> frozenset[str]:
    """The words of a report, but for what stands before its first chapter."""
    lex, report = reading.language.once(lexis), reading.report
    texts = [p.text for p in report.paragraphs if p.id != "front"] + [s.title for s in report.sections if s.title]
    return frozenset(word for text in texts for word, _, _ in _units(reading, text, lex)) | {STYLE}


def _units(reading: Reading, text: str, lex: Lexis) -> list[Unit]:
    if HAN.search(text):
        words = reading.words(text)
        starts = accumulate(map(len, words), initial=0)
        return [(_form(word, lex), at, at + len(word)) for word, at in zip(words, starts, strict=False) if word.strip()]
    return [(_form(match[0], lex), *match.span()) for match in LATIN.finditer(text)]


def _form(word: str, lex: Lexis) -> str:
    """A word without case and ending (waited, wait); "" for one that says nothing by itself, for points and for numbers."""
    low = word.lower()
    if not word[0].isalpha() or low in lex.function or low in lex.particles:
        return ""
    if low in lex.style:
        return STYLE
    if low in lex.spelled or low.partition("-")[0] in lex.spelled:
        return ""
    ending = next((end for end in ENDINGS if low.endswith(end) and len(low) >= len(end) + SHORTEST), "")
    return low.removesuffix(ending) if low.isascii() else low


def _one_thing(one: str, other: str, lex: Lexis) -> bool:
    """Whether nothing tells two stretches apart: a number, a name, words that exclude each other; and they are no words of style."""
    old, new = Substance(one, lex), Substance(other, lex)
    if facts_differ(old, new) or old.numbers or new.numbers or old.places or new.places:
        return False
    return not any(set(text.words) <= lex.style | lex.light | lex.function for text in (old, new))
