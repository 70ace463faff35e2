"""What one report has again and again where the other has another word as often: municipal licences and trading permits, 采伐证 and 砍伐许可.

No table knows the words, and the sentences are told anew. That two paragraphs which correspond speak twice of a thing that the other report has
nowhere, and nothing else stands in both as often, shows that it is the thing that has another name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import facts_differ
from ccdiff.derive.relations.substance import HAN, Lexis, Substance, lexis
from ccdiff.derive.terminology.leftover import STYLE, word_forms
from ccdiff.derive.terminology.words import Side, Told, Written
from ccdiff.language import Language, plain
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
Place = tuple[int, int]  # the number of a row, and of a word in it
Spans = tuple[tuple[int, int, int], ...]  # row, first character, end


@record
class Phrase:
    """Words that one report has several times, the other never: as printed, where, how often in which row, and the words before it."""

    text: str
    spans: Spans
    rows: dict[int, int]
    words: frozenset[str]
    named: bool
    led: frozenset[str]


class _Texts:
    """The texts of the rows on one side: their words in comparable form."""

    def __init__(self, rows: list[Told], old: bool, language: Language, other: Written) -> None:
        form = language.once(word_forms)
        self.sides: list[Side] = [row.old if old else row.new for row in rows]
        self.texts = [(row.row.old if old else row.row.new).text for row in rows]
        self.forms = [[form[word] for word in side.words] for side in self.sides]
        self.form, self.other = form, other
        self.courtesies = (*BRACKETS, *(w for r in language.rows("list_openers") if r[0] == "courtesy" for w in r[1:]))

    def anchors(self) -> dict[str, list[Place]]:
        """The words, and the pairs of words of Han, that stand twice at least and never in the other report."""
        found: dict[str, list[Place]] = defaultdict(list)
        for row, (side, forms) in enumerate(zip(self.sides, self.forms, strict=True)):
            for at in side.alone:
                if forms[at] not in ("", STYLE):
                    found[forms[at]].append((row, at))
        found = {word: places for word, places in found.items() if len(places) >= TWICE}
        if any(HAN.search(text) for text in self.texts[:1]):
            found.update(self._doubles())
        return found

    def _doubles(self) -> dict[str, list[Place]]:
        """Pairs of words of which neither is alone, but both together stand nowhere in the other report."""
        count: Counter[tuple[str, str]] = Counter()
        for side in self.sides:
            count.update(zip(side.words, side.words[1:], strict=False))
        often = {two for two, n in count.items() if n >= TWICE and self._double(two)}
        places: dict[str, list[Place]] = defaultdict(list)
        for row, side in enumerate(self.sides if often else ()):
            for at, two in enumerate(zip(side.words, side.words[1:], strict=False)):
                if two in often and at not in side.alone and at + 1 not in side.alone:
                    places["".join(two)].append((row, at))
        return {word: at for word, at in places.items() if len(at) >= TWICE}

    def _double(self, two: tuple[str, str]) -> bool:
        one, other = self.form[two[0]], self.form[two[1]]
        return bool(one and other) and not one == other == STYLE and not self.other.has("".join(two))

    def phrase(self, places: list[Place]) -> Phrase:
        """The word at those places with the words that stand beside it in all of them."""
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
        behind = [self.texts[row][end : end + 2] for row, _, end in spans]
        return Phrase(
            next((text for text in printed if text[:1].islower()), printed[0]),
            tuple(spans),
            dict(Counter(row for row, _ in places)),
            frozenset(self.forms[row][at + low : at + high + 1]),
            self._capital(spans) or any(text.startswith(self.courtesies) for text in behind),
            frozenset(self.sides[row].words[at + low - 1].lower() for row, at in places if at + low > 0),
        )

    def _capital(self, spans: list[tuple[int, int, int]]) -> bool:
        """Whether it always begins with a capital within a sentence, as names do."""
        inside = [self.texts[row][start] for row, start, _ in spans if not OPENS.search(self.texts[row], 0, start)]
        return bool(inside) and all(map(str.isupper, inside))

    def around(self, row: int, phrase: Phrase | None = None) -> set[str]:
        """The words near the phrase in a row, without its own; or all of the row."""
        if not phrase:
            return set(self.forms[row]) - {"", STYLE}
        starts, forms, near = self.sides[row].starts, self.forms[row], set[str]()
        for at, start, _ in phrase.spans:
            if at == row:
                word = bisect_left(starts, start)
                near.update(forms[max(0, word - AROUND) : word + AROUND])
        return near - phrase.words - {"", STYLE}

    def frame(self, span: tuple[int, int, int]) -> tuple[str, str]:
        """The nearest words before and behind that say something."""
        row, start, end = span
        starts, forms = self.sides[row].starts, self.forms[row]
        before, behind = forms[: bisect_left(starts, start)][::-1], forms[bisect_left(starts, end) :]
        return next(filter(None, before), ""), next(filter(None, behind), "")

    def _same(self, places: list[Place], away: int) -> bool:
        words = {self._at(row, at + away) for row, at in places}
        return len(words) == 1 and words.isdisjoint(("", STYLE))

    def _at(self, row: int, at: int) -> str:
        forms = self.forms[row]
        return forms[at] if 0 <= at < len(forms) else ""


def recurrent(pair: Pair, rows: list[Told]) -> Iterator[Term]:
    """Each pair of such phrases once, with the linked places in which the one stands for the other."""
    old = _Texts(rows, True, pair.old.language, pair.new.once(Written))
    new = _Texts(rows, False, pair.old.language, pair.old.once(Written))
    gone, come = ({phrase.spans: phrase for phrase in map(side.phrase, side.anchors().values())} for side in (old, new))
    by_row: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in come.values():
        for row in phrase.rows:
            by_row[row].append(phrase)
    found: dict[Spans, list[Phrase]] = {}
    for phrase in gone.values():
        others = {other.spans: other for row in phrase.rows for other in by_row[row]}
        found[phrase.spans] = [other for other in others.values() if _as_often(phrase, other)]
    judge = _Judge(pair, old, new)
    pairs = [(gone[spans], other) for spans, others in found.items() for other in others]
    able = [(one, other, judge.akin(one, other)) for one, other in pairs if judge.able(one, other)]
    for one, other, akin in able:
        rivals = [kin for a, b, kin in able if (a is one) != (b is other)]
        if (not rivals or (akin and not any(rivals))) and judge.one_thing(one, other, akin):
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

    def __init__(self, pair: Pair, old: _Texts, new: _Texts) -> None:
        self._old, self._new = old, new
        self._lex: Lexis = pair.old.language.once(lexis)
        self._senses = pair.old.language.once(senses)
        self._leads = pair.old.language.once(_before_verbs)

    def able(self, one: Phrase, other: Phrase) -> bool:
        """Whether neither is the other or a part of it, or no thing at all, or answered by another word of the other text."""
        texts = one.text.lower(), other.text.lower()
        if texts[0] in texts[1] or texts[1] in texts[0]:
            return False
        if not (self._thing(one) and self._thing(other)):
            return False
        if self._one_sense(one, other):
            return True
        if self._answered(one, self._new) or self._answered(other, self._old):
            return False
        return self._kin(one, other) or not (one.named or other.named)

    def _thing(self, phrase: Phrase) -> bool:
        """Whether it may be a thing: not one character, nor one Latin word with the ending of a deed, or behind what stands before verbs."""
        if HAN.search(phrase.text):
            return len(phrase.text) > 1
        return " " in phrase.text or not (phrase.text.endswith(DEEDS) or phrase.led & self._leads)

    def one_thing(self, one: Phrase, other: Phrase, akin: bool) -> bool:
        """Whether the texts say the same around them, in other words, and nothing tells the two apart: a number, a name, words that exclude each other."""
        near, whole = self._shared(one, other)
        stays = self._framed(one, other) or (whole >= STAYS and self._in_order(one, other))
        if stays and not self._one_sense(one, other):
            return False
        if not akin and (near < NEAR or whole < SHARED):
            return False
        old, new = Substance(one.text, self._lex), Substance(other.text, self._lex)
        if not akin and any(text.text.lower() in self._lex.alternatives for text in (one, other)):
            return False
        return not (facts_differ(old, new) or old.numbers or new.numbers or old.places or new.places)

    def _framed(self, one: Phrase, other: Phrase) -> bool:
        """Whether the same words stand before and behind both: in a sentence that stays, another word is another thing."""
        frames = (
            [side.frame(span) for span in phrase.spans] for side, phrase in ((self._old, one), (self._new, other))
        )
        same = [[a == b != "" for a, b in zip(here, there, strict=True)] for here, there in zip(*frames, strict=False)]
        return any(map(all, same)) and all(map(any, same))

    def _in_order(self, one: Phrase, other: Phrase) -> bool:
        """Whether what their texts have in common stands in the same order in both."""
        for row in one.rows:
            old, new = (self._old.forms[row], self._new.forms[row]) if row in other.rows else ([], [])
            both = set(old) & set(new) - {"", STYLE}
            if [word for word in old if word in both] != [word for word in new if word in both]:
                return False
        return True

    def _shared(self, one: Phrase, other: Phrase) -> tuple[float, float]:
        """How much of what stands around them, and of the whole of their texts, is the same."""
        rows = [row for row in one.rows if row in other.rows]
        near = _share((self._old.around(row, one), self._new.around(row, other)) for row in rows)
        return near, _share((self._old.around(row) - one.words, self._new.around(row) - other.words) for row in rows)

    def akin(self, one: Phrase, other: Phrase) -> bool:
        """Whether they share a word or a character, or have words of one sense."""
        return self._kin(one, other) or self._one_sense(one, other)

    def _kin(self, one: Phrase, other: Phrase) -> bool:
        return not (set(one.text).isdisjoint(other.text) if HAN.search(one.text) else one.words.isdisjoint(other.words))

    def _one_sense(self, one: Phrase, other: Phrase) -> bool:
        return not self._senses_of(one.text).isdisjoint(self._senses_of(other.text))

    def _senses_of(self, text: str) -> frozenset[str]:
        return self._senses(fold(text).lower())

    def _answered(self, phrase: Phrase, there: _Texts) -> bool:
        """Whether the other text has a word of the same sense."""
        known = self._senses_of(phrase.text)
        return bool(known) and any(not known.isdisjoint(self._senses_of(there.texts[row])) for row in phrase.rows)


@plain
def _before_verbs(language: Language) -> frozenset[str]:
    """What stands directly before a verb: must, does, not, they."""
    led = {row[0] for row in language.rows("figure_grammar") if row[-1] in ("modal", "do", "pronoun")}
    return frozenset(led.union(*(row[1:] for row in language.rows("negations") if row[0] == "deny")))


def _share(texts: Iterable[tuple[set[str], set[str]]]) -> float:
    """How much of the longer of two texts stands in the other, in all."""
    both = longer = 0
    for here, there in texts:
        both, longer = both + len(here & there), longer + max(len(here), len(there))
    return both / max(1, longer)
