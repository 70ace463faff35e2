"""What the other report says of a recommendation in words of its own: the last look before it is said to be gone.

Each word that says something is answered by the same word, by one of the same sense (text/senses), by one that a dictionary gives for it
(text/thesaurus), by another form of it (notify, notifiable), or, where words are not set apart, in part by one that shares its
characters. Two texts resemble each other as far as the weight of what is answered goes, for the size of both. None of that says that two
are one: it must be far ahead of whatever else either of them resembles.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.asks import frames
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import HAN, base_weight, classes, reduced, stem
from ccdiff.derive.recommendations.search import Search
from ccdiff.derive.recommendations.words import words
from ccdiff.model.record import record
from ccdiff.reading import Reading, senses, thesaurus
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

SENSE, MEANING, FORM, SHARED = 0.9, 0.7, 0.8, 0.6  # what an answer counts that is not the same word
CANDIDATES = 24  # texts with which one is compared word by word: those that hold most of it
ROOT = 4  # letters that forms of one word share
OF_BOTH = 0.6  # and that part of the longer one
TELLS = 0.5  # an answer that counts as a word of both
LATIN = re.compile(r"[a-z][a-z'’-]+")
Told = dict[str, tuple[str, float]]  # by its comparable form: a word, and what it weighs


@record
class Resemblance:
    """``alike`` of two texts, ``held``: what the other says of the first, by weight, and its ``share``; ``words`` that both have."""

    alike: float
    held: float
    share: float
    words: int


NONE = Resemblance(0.0, 0.0, 0.0, 0)


def asked_again(
    pair: Pair, lost: Sequence[Advice], free: Sequence[Advice], search: Search
) -> list[tuple[Advice, Advice]]:
    """For each of the old recommendations that nothing answers the new one that resembles it, far ahead of all others on both sides."""
    if not lost or not free:
        return []
    weigh = _Weigher(pair, search)
    mine = [weigh.told(pair.old, _matter(pair, one.asked)) for one in lost]
    theirs = [weigh.told(pair.new, _matter(pair, one.asked)) for one in free]
    near = weigh.near(mine, theirs)
    rows = [{j: weigh.resemblance(one, theirs[j]) for j in held} for one, held in zip(mine, near, strict=True)]
    return [
        (lost[i], free[j])
        for i, j in _ahead(rows, pair.config.recommendation_resembling_ahead)
        if rows[i][j].alike >= pair.config.recommendation_resembling and rows[i][j].words > 1
    ]


def taken_up(pair: Pair, lost: Sequence[Advice], near: Mapping[str, Sequence[str]], search: Search) -> dict[str, str]:
    """For each of them the paragraph among those ``near`` to it that resembles it so."""
    places = list(dict.fromkeys(place for one in lost for place in near.get(one.locator, ())))
    if not lost or not places:
        return {}
    weigh, place = _Weigher(pair, search), {at: j for j, at in enumerate(places)}
    told = [[weigh.told(pair.new, span.text) for span in sentences(pair.new.report.text(at))] for at in places]
    rows: list[dict[int, Resemblance]] = []
    for one in lost:
        own = weigh.told(pair.old, _matter(pair, one.asked))
        held = [place[at] for at in near.get(one.locator, ())]
        rows.append({j: max((weigh.resemblance(own, s) for s in told[j]), key=lambda r: r.alike) for j in held})
    config = pair.config
    return {
        lost[i].locator: places[j]
        for i, j in _ahead(rows, config.recommendation_taken_up_ahead)
        if rows[i][j].alike >= config.recommendation_taken_up
        and rows[i][j].share >= config.recommendation_taken_up_share
        and rows[i][j].held >= config.recommendation_taken_up_least
        and rows[i][j].words > 1
    }


def _matter(pair: Pair, text: str) -> str:
    known = pair.old.language.once(words)
    return known.bodies.sub(" ", known.addressees.sub(" ", text))


def _ahead(rows: Sequence[Mapping[int, Resemblance]], least: float) -> Iterable[tuple[int, int]]:
    """The places in a table that are ahead of all others in their row and their column."""
    columns: dict[int, list[tuple[float, int]]] = {}
    for i, row in enumerate(rows):
        for j, one in row.items():
            columns.setdefault(j, []).append((one.alike, i))
    for i, row in enumerate(rows):
        j = max(row, key=lambda k: (row[k].alike, -k), default=-1)
        rivals = (*(row[k].alike for k in row if k != j), *(alike for alike, k in columns.get(j, ()) if k != i))
        if j >= 0 and row[j].alike - max(rivals, default=0.0) >= least:
            yield i, j


class _Weigher:
    """Weighs what two texts say alike."""

    def __init__(self, pair: Pair, search: Search) -> None:
        language = pair.old.language
        self._rarity = search.rarity
        self._reduced: Callable[[str], str] = language.once(reduced)
        self._classes, self._frames = language.once(classes), language.once(frames)
        self._senses, self._meanings = language.once(senses), language.once(thesaurus).meanings
        self._answers: dict[tuple[str, str], float] = {}
        self._known: dict[str, frozenset[Hashable]] = {}

    def told(self, reading: Reading, text: str) -> Told:
        """The words of a text that say something."""
        low = fold(text).lower()
        plain = self._reduced(text)
        found: Iterable[tuple[str, str]]
        found = (
            ((word, word) for word in reading.words(plain))
            if HAN.search(plain)
            else ((stem(w), w) for w in LATIN.findall(low))
        )
        return {form: (word, weight) for form, word in found for weight in [self._weight(form)] if weight > 0}

    def near(self, mine: Sequence[Told], theirs: Sequence[Told]) -> list[list[int]]:
        """For each of some texts those of the others that hold most of it, each word told by what may answer it."""
        if len(theirs) <= CANDIDATES:
            return [list(range(len(theirs)))] * len(mine)
        holding: dict[Hashable, list[int]] = {}
        for j, told in enumerate(theirs):
            for key in {key for form, (word, _) in told.items() for key in self._keys(form, word)}:
                holding.setdefault(key, []).append(j)
        found = []
        for told in mine:
            scores: Counter[int] = Counter()
            for form, (word, weight) in told.items():
                for j in {j for key in self._keys(form, word) for j in holding.get(key, ())}:
                    scores[j] += weight  # type: ignore[assignment]
            found.append(sorted(scores, key=lambda j: (-round(scores[j], 6), j))[:CANDIDATES])
        return found

    def _keys(self, form: str, word: str) -> frozenset[Hashable]:
        """What two words have in common of which one may answer the other."""
        if word not in self._known:
            parts = (word[:ROOT],) if word.isascii() else tuple(word)
            self._known[word] = frozenset((form, *parts, *self._senses(word), *self._meanings(word)))
        return self._known[word]

    def _weight(self, form: str) -> float:
        held = f" {form} " if form.isascii() else form
        frame = self._frames
        idle = form in frame.particles or form in frame.breaks or form in frame.joins or form in frame.rounding
        if idle or not any(c.isalpha() for c in form):
            return 0.0
        return base_weight(held, self._classes) * self._rarity(held)

    def resemblance(self, mine: Told, theirs: Told) -> Resemblance:
        """How much two texts say alike."""
        sizes = [sum(weight for _, weight in one.values()) for one in (mine, theirs)]
        held, count = 0.0, 0
        for form, (word, weight) in mine.items():
            best = (
                1.0 if form in theirs else max((self._answer(word, other) for other, _ in theirs.values()), default=0.0)
            )
            held += weight * best
            count += best >= TELLS and weight > 0
        return Resemblance(held / math.sqrt(sizes[0] * sizes[1]), held, held / sizes[0], count) if all(sizes) else NONE

    def _answer(self, one: str, other: str) -> float:
        """What one word counts as an answer to another."""
        if (one, other) not in self._answers:
            self._answers[one, other] = self._answered(one, other)
        return self._answers[one, other]

    def _answered(self, one: str, other: str) -> float:
        if self._senses(one) & self._senses(other):
            return SENSE
        if self._meanings(one) & self._meanings(other):
            return MEANING
        if not one.isascii():
            return SHARED * len({*one} & {*other}) / max(len(one), len(other))
        same = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        return FORM if same >= ROOT and same >= OF_BOTH * max(len(one), len(other)) else 0.0
