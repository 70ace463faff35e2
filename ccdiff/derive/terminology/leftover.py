"""What is left over on both sides of corresponding sentences, twice at least: lorry drivers and truckers, solar cookers and sun stoves.

No table knows the words. Where two reports say the same in two places and more, and each time only this is left over when what both
sentences have (in whatever words) is taken away, and neither report has the other's word anywhere, it is the thing that has another name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import facts_differ
from ccdiff.derive.relations.substance import Lexis, Substance, lexis
from ccdiff.derive.terminology.edits import Edited, Pairs, Words
from ccdiff.derive.terminology.words import Side, Told, Written, bare
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import words_of_senses
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

TWICE = 2  # places in which both must be left over
MOST = 3  # stretches that may be left over in a sentence: "truckers had to wait for as [long] as four days"
SHARED = 0.3  # share of the words of either sentence that the other has
LONGEST = 3  # words of a stretch
STYLE = "~"  # a word of general prose, which no stretch begins or ends with
NAMED = "（("  # behind the name of a person stands a State
Unit = tuple[str, int, int]  # a word in comparable form, "" for what says nothing by itself, and its bounds
Spans = list[tuple[int, int, str]]


@record
class Sentence:
    """A sentence within the joined text of a row: its words in comparable form, with their bounds, and those of a known sense."""

    text: str
    start: int
    units: list[Unit]
    words: frozenset[str]
    spans: Spans
    senses: frozenset[str]


def leftover(pair: Pair, rows: list[Told]) -> Iterator[Term]:
    """Each pair of such stretches once, with the linked places in which both are left over."""
    lex = pair.old.language.once(lexis)
    form = pair.old.language.once(word_forms)
    written = pair.old.once(Written), pair.new.once(Written)
    gone, come = _repeated((each.old for each in rows), form), _repeated((each.new for each in rows), form)
    found: Pairs = defaultdict(dict)
    for each in rows if gone and come else ():
        if _has_one(each.old, gone, form) and _has_one(each.new, come, form):
            old, new = _units(each.old, form), _units(each.new, form)
            for place, words in _left(pair, each.row, old, new, written):
                found[words][place] = None
    twice = {words: places for words, places in found.items() if len(places) >= TWICE and _one_thing(*words, lex)}
    sides = Counter((side, text) for words in twice for side, text in enumerate(words))
    for words, places in twice.items():
        if all(sides[side, text] == 1 for side, text in enumerate(words)):  # of two others, neither is shown to be it
            yield Term(*words, tuple(places))


def _repeated(sides: Iterable[Side], form: Remembered[str]) -> frozenset[str]:
    """The words of two rows and more that the other report has nowhere."""
    count = Counter(word for side in sides for word in {form[side.words[at]] for at in side.alone})
    return frozenset(word for word, n in count.items() if n >= TWICE and word not in ("", STYLE))


def _has_one(side: Side, words: frozenset[str], form: Remembered[str]) -> bool:
    return any(form[side.words[at]] in words for at in side.alone)


def _units(side: Side, form: Remembered[str]) -> list[Unit]:
    return [
        (form[word], start, start + len(word))
        for word, start in zip(side.words, side.starts, strict=False)
        if word.strip()
    ]


def _left(
    pair: Pair, row: Edited, old: list[Unit], new: list[Unit], written: tuple[Written, Written]
) -> Iterator[tuple[Words, Words]]:
    """What is left over in the sentences of a row that are nearest to each other, with its place."""
    sensed = pair.old.language.once(words_of_senses)
    others = list(_sentences(row.new.text, new, sensed))
    for one in _sentences(row.old.text, old, sensed):
        other = max(others, key=lambda sentence: len(one.words & sentence.words), default=None)
        if other is None or len(one.words & other.words) < SHARED * max(len(one.words), len(other.words)):
            continue
        gone, come = _stretches(one, other, written[1]), _stretches(other, one, written[0])
        if max(len(gone), len(come)) <= MOST:
            for mine in gone:
                for theirs in come:
                    place = row.old.locator(one.start + mine[0]), row.new.locator(other.start + theirs[0])
                    yield place, (one.text[slice(*mine)], other.text[slice(*theirs)])


def _stretches(one: Sentence, other: Sentence, report: Written) -> list[tuple[int, int]]:
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
    told = [row for row in map(_trimmed, found) if any(word != STYLE and not report.has(word) for word, _, _ in row)]
    spans = [(row[0][1], row[-1][2]) for row in told if len(row) <= LONGEST]
    return [span for span in spans if one.text[span[1] : span[1] + 1] not in NAMED or span[1] == len(one.text)]


def _trimmed(row: list[Unit]) -> list[Unit]:
    """Without words of general prose at its ends: 标准管理署 holds one, 太阳灶可以 ends in one."""
    says = [at for at, (word, _, _) in enumerate(row) if word != STYLE]
    return row[says[0] : says[-1] + 1] if says else []


def _sentences(text: str, formed: list[Unit], sensed: Callable[[str], Spans]) -> Iterator[Sentence]:
    starts, at = [start for _, start, _ in formed], 0
    for sentence in sentences(text):
        at = max(text.find(sentence.text, at), 0)
        inside = formed[bisect_left(starts, at) : bisect_left(starts, at + len(sentence.text))]
        found = [(word, start - at, end - at) for word, start, end in inside]
        spans = sensed(fold(sentence.text).lower())
        words = frozenset(word for word, _, _ in found) - {"", STYLE}
        yield Sentence(sentence.text, at, found, words, spans, frozenset(sense for _, _, sense in spans))


def word_forms(language: Language) -> Remembered[str]:
    """The words of a language in comparable form."""
    lex = language.once(lexis)
    return Remembered(lambda word: _form(word, lex))


def _form(word: str, lex: Lexis) -> str:
    """A word without case and ending (waited, wait); "" for one that says nothing by itself, for points and for numbers."""
    low = word.lower()
    if not word[0].isalpha() or low in lex.function or low in lex.particles:
        return ""
    if low in lex.style:
        return STYLE
    if low in lex.spelled or low.partition("-")[0] in lex.spelled:
        return ""
    return bare(low) if low.isascii() else low


def _one_thing(one: str, other: str, lex: Lexis) -> bool:
    """Whether nothing tells two stretches apart: a number, a name, words that exclude each other; and they are no words of style."""
    old, new = Substance(one, lex), Substance(other, lex)
    if facts_differ(old, new) or old.numbers or new.numbers or old.places or new.places:
        return False
    return not any(set(text.words) <= lex.style | lex.light | lex.function for text in (old, new))
