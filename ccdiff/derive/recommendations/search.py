"""Looks for the matter of a recommendation in another report: which sentences hold its words, and how much of it they hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from ccdiff.derive.recommendations.matter import SPACES, WEIGHT, Term, dice, grams, others, places, reduced
from ccdiff.model.record import record
from ccdiff.reading import Reading

LONG = 4  # characters from which a Chinese word is a term by itself (协同增效, 双重犯罪)
COMMON_MOST = 1.2  # what common words weigh together at most: "审议了其他一些问题…国际合作方面的作用" is treated nowhere and everywhere
ALONE = 0.5  # what a word counts that stands without the neighbour it has in the recommendation
TOGETHER = 0.3  # what a pair found side by side counts beside its words, by its own rarity (执法 合作, 统计 资料)
MANY = 150  # sentences that the words of one matter lead to; beyond them only the rarer words do, and the others weigh there
NONE: Mapping[str, float] = {}


@record
class Trace:
    """A paragraph that treats the matter: ``score`` the weight found, ``share`` its part of the whole matter, ``sentence`` the best."""

    locator: str
    score: float
    share: float
    sentence: str
    terms: frozenset[str]


def changed(word: str, known: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """A word under other words: for what it is, or for a part of it where words are not set apart (数据保护: 信息保护)."""
    if word.isascii():
        return [other for other in known.get(word, ()) if " " not in other.strip()]
    parts = {word[at:end] for at in range(len(word)) for end in range(at + 2, len(word) + 1)}
    return [word.replace(part, other) for part in sorted(parts & known.keys()) for other in known[part]]


class Search:
    """Looks for the matters of one report in the paragraphs of another."""

    def __init__(self, here: Reading, there: Reading) -> None:
        self._here, self._there = here.once(places), there.once(places)
        self._theme = here.language.once(reduced)(here.report.title)
        self._size = len(self._here.paragraphs) + len(self._there.paragraphs) + 1
        self._rarity: dict[str, float] = {}
        self._others = here.language.once(others)
        self._forms: dict[str, tuple[str, ...]] = {}

    def forms(self, word: str) -> tuple[str, ...]:
        """How a word stands in the other report: as it is, or where it does not, as others that mean much the same (数据保护: 信息保护)."""
        if word not in self._forms:
            found = (word,) if self._there.clauses(word) else self._other_forms(word)
            self._forms[word] = found
        return self._forms[word]

    def _other_forms(self, word: str) -> tuple[str, ...]:
        return tuple(other for other in dict.fromkeys(changed(word, self._others)) if self._there.clauses(other))

    def clauses(self, word: str) -> Sequence[int]:
        """The clauses of the other report in which a word stands in one of its forms."""
        forms = self.forms(word)
        if len(forms) < 2:
            return self._there.clauses(forms[0]) if forms else ()
        return sorted({clause for form in forms for clause in self._there.clauses(form)})

    def sentences_with(self, word: str) -> Sequence[int]:
        """The sentences of the other report in which a word stands in one of its forms."""
        forms = self.forms(word)
        if len(forms) < 2:
            return self._there.sentences_with(forms[0]) if forms else ()
        return sorted({at for form in forms for at in self._there.sentences_with(form)})

    def rarity(self, word: str) -> float:
        """The natural logarithm of how rare a word is in both reports; 0 for one that stands everywhere."""
        if word not in self._rarity:
            spread = self._here.spread(word) + sum(self._there.spread(form) for form in self.forms(word))
            self._rarity[word] = self.rare(spread)
        return self._rarity[word]

    def rare(self, spread: int) -> float:
        """What a word weighs that stands in so many paragraphs of both reports."""
        return math.log(self._size / (spread + 1))

    def absent(self, term: Term) -> bool:
        """Whether the words of a term stand together nowhere in the other report."""
        return not set.intersection(*(set(self._there.clauses(word)) for word in term.words))

    def nearest(self, plain: str, count: int) -> list[tuple[str, float]]:
        """The places most like a reduced text, word by word, with their likeness; for matters that share no word with any place."""
        own = grams(plain)
        alike = [
            (max((dice(own, text) for text in self._there.grams(at)), default=0.0), at) for at in self._there.paragraphs
        ]
        order = sorted(range(len(alike)), key=lambda k: (-alike[k][0], k))[:count]
        return [(alike[k][1], alike[k][0]) for k in order]

    def weight(self, matter: Iterable[Term]) -> dict[str, float]:
        """What each word of a matter weighs; those of the report's own title tell none of its matters from another."""
        words = [term for term in matter if len(term.words) == 1]
        return {t.words[0]: t.base * self.rarity(t.words[0]) for t in words if t.words[0].strip() not in self._theme}

    def treats(self, matter: Sequence[Term], own: dict[str, float]) -> list[Trace]:
        """Every paragraph that shares something of one ask, whose words weigh ``own``; that words stand together adds at most half
        their weight.
        """
        kept = [term for term in matter if any(word in own for word in term.words)]
        return self._by_paragraph(self._hits(kept, bonus=0.5), sum(own.values()) or 1.0)

    def holding(self, weights: Mapping[str, float]) -> list[Trace]:
        """The best sentence of each paragraph, with the one that follows it, by what it holds of weighed words."""
        there = self._there
        held: dict[int, dict[str, float]] = {}
        for word, value in weights.items():
            for at in self.sentences_with(word) if value else ():
                held.setdefault(at, {})[word] = value
        whole = sum(weights.values()) or 1.0
        best: dict[int, tuple[float, int, Mapping[str, float]]] = {}
        for at in sorted(held):
            of = there.of_sentence[at]
            both = _merged(held[at], held[at + 1] if at + 1 in held and there.of_sentence[at + 1] == of else NONE)
            score = sum(both.values())
            if of not in best or score > best[of][0]:
                best[of] = score, at, both
        return [
            Trace(locator, score, score / whole, sentence, frozenset(both))
            for score, at, both in best.values()
            for locator, sentence in [there.sentences[at]]
        ]

    def order(self) -> dict[str, int]:
        """The place of each paragraph of the other report."""
        return self._there.order

    def _hits(self, matter: Sequence[Term], bonus: float = math.inf) -> _Hits:
        weight = {term.words[0]: term.base * self.rarity(term.words[0]) for term in matter if len(term.words) == 1}
        hits = _Hits(
            frozenset(term.words[0] for term in matter if term.base <= WEIGHT["weak"]),
            {w: around for w in weight for around in [[o for o in weight if o != w and w in o]] if around},
        )
        alone, led = hits.alone, self._led_to(weight)
        for word, value in weight.items():
            counts = value if len(word.strip()) >= LONG and not word.isascii() else ALONE * value
            for at in self.sentences_with(word):
                if at in alone:
                    alone[at][word] = counts
                elif led is None or at in led:
                    alone[at] = {word: counts}
        for term in matter:
            if len(term.words) == 2:
                most = bonus * sum(weight.get(word, 0.0) for word in term.words) if bonus < math.inf else math.inf
                self._together(term.words, weight, hits, most)
        return hits

    def _led_to(self, weight: Iterable[str]) -> frozenset[int] | None:
        """The sentences that the rarest words of a matter lead to, where all of them would lead to too many; else ``None``."""
        found = sorted((self.sentences_with(word) for word in weight), key=len)
        if sum(map(len, found)) <= MANY:
            return None
        led: set[int] = set()
        for held in found:
            if led and len(led) + len(held) > MANY:
                break
            led.update(held)
        return frozenset(led)

    def _together(self, pair: tuple[str, ...], weight: dict[str, float], hits: _Hits, most: float) -> None:
        """Words that stand together there as they do here count more, and what they make together counts once more."""
        there = self._there
        one, other = (self.clauses(word) for word in pair)
        if not one or not other:
            return
        both = sorted(set(one).intersection(other))
        if not both:
            return
        joined = _joined(*pair)
        near = [_joined(a, b) for a in self.forms(pair[0]) for b in self.forms(pair[1])]
        for clause in both:
            at = there.sentence_of(clause)
            if at not in hits.alone:
                continue
            text = there.clause(clause)
            beside = any(wording in text for wording in near)
            kind: dict[str, float] = hits.joint.setdefault(at, {}) if beside else hits.alone[at]
            for word in pair:
                if word in weight:
                    kind[word] = max(kind.get(word, 0.0), weight[word])
            if beside:
                kind[joined] = max(kind.get(joined, 0.0), min(most, TOGETHER * self.rarity(joined)))

    def _by_paragraph(self, hits: _Hits, whole: float) -> list[Trace]:
        """The best sentence of each paragraph, with the one that follows it."""
        of, alone, joint = self._there.of_sentence, hits.alone, hits.joint
        best: dict[int, tuple[float, int, frozenset[str]]] = {}
        for at in sorted(alone):
            paragraph = of[at]
            here: Mapping[str, float] = alone[at]
            beside = joint.get(at, NONE)
            if at + 1 in alone and of[at + 1] == paragraph:
                here, beside = _merged(here, alone[at + 1]), _merged(beside, joint.get(at + 1, NONE))
            score = hits.weigh(here, beside)
            if paragraph not in best or score > best[paragraph][0]:
                best[paragraph] = score, at, frozenset([*here, *beside])
        return [
            Trace(locator, score, min(1.0, score / whole), sentence, frozenset(map(str.strip, held)))
            for score, at, held in best.values()
            for locator, sentence in [self._there.sentences[at]]
        ]


def _joined(one: str, other: str) -> str:
    return SPACES.sub(" ", one + other)


class _Hits:
    """What of a matter stands in each sentence: words by themselves (``alone``), and words beside their neighbours (``joint``)."""

    def __init__(self, common: frozenset[str], inside: dict[str, list[str]]) -> None:
        """``common``: its common words; ``inside``: for those that stand inside others (程序 in 诉讼程序), which."""
        self._common, self._inside = common, inside
        self.alone: dict[int, dict[str, float]] = {}
        self.joint: dict[int, dict[str, float]] = {}

    def score(self, sentence: int) -> float:
        """What a sentence weighs."""
        return self.weigh(self.alone[sentence], self.joint.get(sentence, NONE))

    def weigh(self, alone: Mapping[str, float], joint: Mapping[str, float]) -> float:
        """The weight of the words found; common ones by themselves, however many, do not make a trace."""
        inside, common, rare = self._inside, 0.0, 0.0
        for word, value in alone.items():
            if word in joint or (word in inside and any(w in alone for w in inside[word])):
                continue
            if word in self._common:
                common += value
            else:
                rare += value
        return sum(joint.values()) + rare + min(COMMON_MOST, common)


def _merged(here: Mapping[str, float], following: Mapping[str, float]) -> Mapping[str, float]:
    """What stands in two sentences together."""
    if not following or not here:
        return here or following
    return {word: max(value, following.get(word, 0.0)) for word, value in {**following, **here}.items()}
