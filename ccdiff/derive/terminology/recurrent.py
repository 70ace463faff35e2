"""What one report has again and again where the other has another word as often: municipal licences and trading permits, 竹农 and 竹林经营户.

No table knows the words, and the sentences are told anew. That two paragraphs which correspond speak twice of a thing that the other report has
nowhere, and nothing else stands in both as often, shows that it is the thing that has another name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import facts_differ
from ccdiff.derive.relations.substance import HAN, HAN_NUMERAL, Lexis, Substance, lexis
from ccdiff.derive.terminology.words import STYLE, Side, Told, word_forms
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import senses
from ccdiff.text.normalise import fold

TWICE = 2  # times that both must stand in paragraphs that correspond
REACH = 2  # words on each side that may belong to it
AROUND = 10  # words on each side that are looked at
NEAR = 0.28  # of those words must be the same: marken-3/4, street vendors and hawkers
SHARED = 0.38  # of all the words of their texts: the same two; two other groups of people of one country have 0.33
STAYS = 0.8  # of words in the same order: where a text stays, another word is another thing (小麦, 大麦)
OPENS = re.compile(
    r"(?:^|(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<=[.!?:;\n])\s+)$"
)  # before it a sentence begins; not after Ms., Mrs.
DEEDS = ("ed", "ing", "ly")
BRACKETS = ("(", "（")  # behind a name, with what it is or stands for
QUOTES = ("《", "“", '"')  # before a title or a word that is quoted
SAYS_NOTHING = frozenset(("", STYLE))
Span = tuple[int, int, int]  # row, first character, end


@record
class Phrase:
    """Words that one report has several times, the other never: as printed, where, how often in which row; ``parts``: their characters, if of Han."""

    text: str
    spans: tuple[Span, ...]
    rows: dict[int, int]
    words: frozenset[str]
    parts: frozenset[str]
    named: bool


class _Texts:
    """The texts of the rows on one side: their words in comparable form."""

    def __init__(self, rows: list[Told], old: bool, language: Language) -> None:
        form = language.once(word_forms)
        self.sides: list[Side] = [row.old if old else row.new for row in rows]
        self.texts = [(row.row.old if old else row.row.new).text for row in rows]
        self.forms = [[form[word] for word in side.words] for side in self.sides]
        self._courtesies = (*BRACKETS, *(w for r in language.rows("list_openers") if r[0] == "courtesy" for w in r[1:]))

    def phrases(self) -> list[Phrase]:
        """The words that stand twice at least and never in the other report, with what always stands beside them, each phrase once."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row, (side, forms) in enumerate(zip(self.sides, self.forms, strict=True)):
            for at in side.alone:
                if forms[at] not in SAYS_NOTHING:
                    found[forms[at]].append((row, at))
        phrases = (self._phrase(places) for places in found.values() if len(places) >= TWICE)
        return list({phrase.spans: phrase for phrase in phrases}.values())

    def _phrase(self, places: list[tuple[int, int]]) -> Phrase:
        low = high = 0
        while low > -REACH and self._same(places, low - 1):
            low -= 1
        while high < REACH and self._same(places, high + 1):
            high += 1
        spans = []
        for row, at in places:
            side = self.sides[row]
            spans.append((row, side.starts[at + low], side.starts[at + high] + len(side.words[at + high])))
        row, at = places[0]
        printed = [self.texts[row][start:end] for row, start, end in spans]
        text = next((text for text in printed if text[:1].islower()), printed[0])
        words = frozenset(self.forms[row][at + low : at + high + 1])
        times = dict(Counter(row for row, _ in places))
        return Phrase(
            text, tuple(spans), times, words, frozenset(text) if HAN.search(text) else words, self._named(spans)
        )

    def _same(self, places: list[tuple[int, int]], away: int) -> bool:
        words = {forms[at + away] if 0 <= at + away < len(forms := self.forms[row]) else "" for row, at in places}
        return len(words) == 1 and words.isdisjoint(SAYS_NOTHING)

    def _named(self, spans: list[Span]) -> bool:
        """Whether it looks like a name: always with a capital within a sentence, a courtesy or a bracket behind it, or at the beginning of a title."""
        inside = [self.texts[row][start] for row, start, _ in spans if not OPENS.search(self.texts[row], 0, start)]
        behind = any(self.texts[row].startswith(self._courtesies, end) for row, _, end in spans)
        quoted = any(self.texts[row].endswith(QUOTES, 0, start) for row, start, _ in spans)
        return behind or quoted or bool(inside) and all(map(str.isupper, inside))

    def near(self, row: int, phrase: Phrase) -> set[str]:
        """The words near the phrase in a row, without its own."""
        starts, forms, near = self.sides[row].starts, self.forms[row], set[str]()
        for word in (bisect_left(starts, start) for at, start, _ in phrase.spans if at == row):
            near.update(forms[max(0, word - AROUND) : word + AROUND])
        return near - phrase.words - SAYS_NOTHING

    def rest(self, row: int, phrase: Phrase) -> list[str]:
        """All words of a row that say something, in order, without those of the phrase."""
        return [word for word in self.forms[row] if word not in phrase.words and word not in SAYS_NOTHING]


def recurrent(pair: Pair, rows: list[Told]) -> Iterator[Term]:
    """Each pair of such phrases once, with the linked places in which the one stands for the other."""
    judge = _Judge(_Texts(rows, True, pair.old.language), _Texts(rows, False, pair.old.language), pair.old.language)
    able = list(judge.as_often())
    for one, other, kin in able:
        rivals = [akin for a, b, akin in able if (a is one) != (b is other)]
        if (not rivals or (kin and not any(rivals))) and judge.one_thing(one, other, kin):
            yield _term(one, other, rows)


def _as_often(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases stand as often as each other in the same rows; of many places a few may be missing."""
    both = sum(min(count, other.rows.get(row, 0)) for row, count in one.rows.items())
    most = max(sum(one.rows.values()), sum(other.rows.values()))
    return both >= TWICE and both >= most - most // 4


def _term(one: Phrase, other: Phrase, rows: list[Told]) -> Term:
    there = {row: start for row, start, _ in reversed(other.spans)}
    places = {
        (rows[row].row.old.locator(start), rows[row].row.new.locator(there[row])): None
        for row, start, _ in one.spans
        if row in there
    }
    return Term(one.text, other.text, tuple(places))


class _Judge:
    """Whether two phrases that stand as often may be one thing."""

    def __init__(self, old: _Texts, new: _Texts, language: Language) -> None:
        self._old, self._new = old, new
        self._lex: Lexis = language.once(lexis)
        self._senses = language.once(senses)

    def as_often(self) -> Iterator[tuple[Phrase, Phrase, bool]]:
        """The phrases of both sides that stand as often in the same rows and may be one thing; and whether they share a word or a character."""
        by_row: dict[int, list[Phrase]] = defaultdict(list)
        for phrase in filter(self._thing, self._new.phrases()):
            for row in phrase.rows:
                by_row[row].append(phrase)
        for one in filter(self._thing, self._old.phrases() if by_row else ()):
            others = {other.spans: other for row in one.rows for other in by_row[row]}
            for other in (each for each in others.values() if _as_often(one, each)):
                kin = not one.parts.isdisjoint(other.parts)
                if (kin or not (one.named or other.named)) and self._able(one, other):
                    yield one, other, kin

    def _thing(self, phrase: Phrase) -> bool:
        """Whether it may be a thing: not one character, nor one Latin word with the ending of a deed."""
        return (
            len(phrase.text) > 1 if HAN.search(phrase.text) else " " in phrase.text or not phrase.text.endswith(DEEDS)
        )

    def _able(self, one: Phrase, other: Phrase) -> bool:
        """Whether neither is a part of the other, or excludes other words by a table, or is answered by another word of the other text."""
        texts = one.text.lower(), other.text.lower()
        if texts[0] in texts[1] or texts[1] in texts[0] or not self._lex.alternatives.keys().isdisjoint(texts):
            return False
        return not (self._answered(one, self._new) or self._answered(other, self._old))

    def _answered(self, phrase: Phrase, there: _Texts) -> bool:
        """Whether the other text has a word of the same sense."""
        known = self._senses(fold(phrase.text).lower())
        return bool(known) and any(
            not known.isdisjoint(self._senses(fold(there.texts[row]).lower())) for row in phrase.rows
        )

    def one_thing(self, one: Phrase, other: Phrase, kin: bool) -> bool:
        """Whether the texts say the same around them in other words (two of one stem show it), and nothing tells the two apart: a number, a place."""
        rows = [row for row in one.rows if row in other.rows]
        rests = [(self._old.rest(row, one), self._new.rest(row, other)) for row in rows]
        whole = _share([(set(here), set(there)) for here, there in rests])
        if whole >= STAYS and all(_in_order(*rest) for rest in rests):
            return False
        near = _share([(self._old.near(row, one), self._new.near(row, other)) for row in rows])
        if not kin and (whole < SHARED or near < NEAR):
            return False
        old, new = Substance(one.text, self._lex), Substance(other.text, self._lex)
        return not (facts_differ(old, new) or _numerals(one.text) != _numerals(other.text) or old.places or new.places)


def _numerals(text: str) -> list[str]:
    """The numerals in a wording: 十六届 and 十七届 are two."""
    return [char for char in text if char in HAN_NUMERAL or char.isdigit()]


def _in_order(here: list[str], there: list[str]) -> bool:
    """Whether what two texts have in common stands in the same order in both."""
    both = set(here) & set(there)
    return [word for word in here if word in both] == [word for word in there if word in both]


def _share(texts: list[tuple[set[str], set[str]]]) -> float:
    """How much of the longer of two texts stands in the other, in all."""
    longer = sum(max(len(here), len(there)) for here, there in texts)
    return sum(len(here & there) for here, there in texts) / max(1, longer)
