"""What a recommendation asks, one thing after another, and where another report takes one of them up.

A recommendation often asks several things in several clauses, and says in others why, by what law or to what end (根据国内法, 以便…): those
are no matter of their own. A place takes a recommendation up when it treats one of its asks: nearly all of its words, or what the
ask comes to in the end (请秘书处完成分享信息**准则**: sharing information alone is not it) together with another of its words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from ccdiff.derive.recommendations.matter import (
    CLAUSE,
    HAN,
    Term,
    actions,
    classes,
    reduced,
    terms_of,
)
from ccdiff.derive.recommendations.search import Search, Trace
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading

FEW = 3  # words that say something, below which the asides of a recommendation are its matter too
STRONG = 0.3  # base weight above which a word says by itself what is asked for (沟通; 网络 and 信息 do not)
TELLING = 0.4  # weight of a second word that makes a head tell (中央机关 beside 网络)


@record
class Ask:
    """One thing asked for. ``head``: the word it comes to, ``""`` where none tells (the last in Chinese; in English the last before a
    preposition: fire *brigades* with equipment; a study on parametric *insurance*).

    ``before``: the words of the phrase that stand before its head, where words are set apart (community, fire).
    ``member``: one of several things joined by "and" inside a longer ask, which counts only where it is found whole.
    """

    terms: tuple[Term, ...]
    head: str
    member: bool = False
    before: tuple[str, ...] = ()


@record
class Frames:
    """``asides``: how clauses begin that ask nothing themselves, ``circumstances``: how they end; ``joins``: what joins the members of a list; ``rounding``: last words
    that only round a phrase off (…的重要性); ``breaks``: words at which a phrase ends (of, on, with);
    ``particles``: characters that say nothing by themselves (的, 为)."""

    asides: tuple[str, ...]
    circumstances: tuple[str, ...]
    joins: frozenset[str]
    rounding: frozenset[str]
    breaks: frozenset[str]
    particles: frozenset[str]


def frames(language: Language) -> Frames:
    """The kinds ``aside`` and ``join`` of the table ``recommendation_words``. Use ``language.once(frames)``."""
    return Frames(*language.once(_frames))


@plain
def _frames(language: Language) -> tuple[tuple[str, ...] | frozenset[str], ...]:
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("recommendation_words"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    form = language.once(reduced)
    asides = (each for word in table.get("aside", ()) for each in (word, form(word).strip()))
    ends = (each for word in table.get("aside-end", ()) for each in dict.fromkeys((word, form(word).strip())))
    rounding = table.get("rounding", ())
    return (
        tuple(dict.fromkeys(asides)),
        tuple(ends),
        frozenset(table.get("join", ())),
        frozenset((*rounding, *(form(word).strip() for word in rounding))),
        frozenset(form(word).strip() for word in table.get("break", ())),
        frozenset(table.get("particle", ())),
    )


def asks(reading: Reading, text: str) -> tuple[Ask, ...]:
    """What a recommendation asks, in order; where nearly all is said in asides, what they say too."""
    known = reading.language.once(frames)
    parts = [part.strip() for part in CLAUSE.split(reading.language.once(reduced)(text)) if part.strip()]
    parts = [part for part in parts if not part.endswith(known.circumstances)] or parts
    main = [part for part in parts if not part.startswith(known.asides)]
    found = tuple(ask for part in main for ask in _asks(reading, reading.words(part), known.joins))
    if len(main) < len(parts) and sum(t.base > STRONG for ask in found if not ask.member for t in ask.terms) < FEW:
        found = tuple(ask for part in parts for ask in _asks(reading, reading.words(part), known.joins))
    return found


def _asks(reading: Reading, words: Sequence[str], joins: frozenset[str]) -> Iterator[Ask]:
    """The ask of one clause, and its members where it lists several."""
    whole = terms_of(reading, words)
    if whole:
        head = _head(reading, whole)
        phrase = () if head else _before_break(reading, words)
        yield Ask(whole, head or "".join(phrase[-1:]), before=phrase[:-1])
    members = [terms_of(reading, member) for member in _members(words, joins)]
    if len(members) > 1:
        yield from (Ask(member, _head(reading, member), True) for member in members if len(member) > 1)


def _members(words: Iterable[str], joins: frozenset[str]) -> list[list[str]]:
    members: list[list[str]] = [[]]
    for word in words:
        if word.strip().lower() in joins:
            members.append([])
        else:
            members[-1].append(word)
    return members


def _head(reading: Reading, matter: Sequence[Term]) -> str:
    """The last content word, but for those that only round a phrase off (方面, 情况, 重要性); Han only."""
    known, rounding = reading.language.once(classes), reading.language.once(frames).rounding
    singles = (term.words[0] for term in matter if len(term.words) == 1)
    words = [word for word in singles if known.get(word) != "tail" and word not in rounding]
    return words[-1] if words and HAN.search(words[-1]) else ""


def _before_break(reading: Reading, words: Iterable[str]) -> tuple[str, ...]:
    """In a language that sets words apart: the first phrase behind the verb, up to its last word that says something by itself."""
    known, deeds = reading.language.once(frames), reading.language.once(actions)
    phrase: list[str] = []
    for word in words:
        plain = word.strip()
        if plain in known.breaks or plain in known.joins:
            if phrase:
                break
        elif f" {plain} " in deeds:
            phrase = []
        elif plain.isalpha() and plain not in known.rounding:
            phrase += [term.words[0] for term in terms_of(reading, [plain])]
    known_base = {word: _base(reading, word) for word in phrase}
    while phrase and known_base[phrase[-1]] <= STRONG:
        phrase.pop()
    return tuple(phrase)


def _base(reading: Reading, word: str) -> float:
    return next((term.base for term in terms_of(reading, [word.strip()])), 0.0)


@record
class Near:
    """How near a place comes to what is asked: ``treats`` one ask, holds this weight of the ask it holds most of (``most``), all in all
    this ``score`` and ``share``; ``sentence`` where it says most.
    """

    locator: str
    treats: bool
    most: float
    score: float
    share: float
    sentence: str


Weighed = Sequence[tuple[Ask, dict[str, float]]]  # what is asked, each with what its words weigh


def weighed(search: Search, reading: Reading, text: str) -> Weighed:
    """What a recommendation asks, with what the words of each weigh."""
    return [(ask, search.weight(ask.terms)) for ask in asks(reading, text)]


def nearness(search: Search, asked: Weighed, config: DeriveThresholds) -> list[Near]:
    """The places of another report that share something of what is asked, the nearest first."""
    best: dict[str, Trace] = {}
    sums: dict[str, float] = {}
    treated: set[str] = set()
    whole = 0.0
    for ask, weight in asked:
        whole += 0.0 if ask.member else sum(weight.values())
        judge = _Judge(ask, weight, config)
        for trace in search.treats(ask.terms, weight):
            at = trace.locator
            if not ask.member:
                sums[at] = sums.get(at, 0.0) + trace.score
            if at not in best or trace.score > best[at].score:
                best[at] = trace
            if at not in treated and judge.treats(trace):
                treated.add(at)
    found = [
        Near(at, at in treated, t.score, score, min(1.0, score / (whole or 1.0)), t.sentence)
        for at, t in best.items()
        for score in [sums.get(at, 0.0)]
    ]
    order = search.order()
    return sorted(found, key=lambda near: (-round(near.score, 6), order[near.locator]))


class _Judge:
    """Whether places treat one ask."""

    def __init__(self, ask: Ask, weight: dict[str, float], config: DeriveThresholds) -> None:
        self._ask, self._weight, self._config = ask, weight, config
        self._bare = {word: word.strip() for word in weight}
        self._whole = sum(weight.values())
        strong = next((term.base for term in ask.terms if term.words == (ask.head,)), 0.0) > STRONG
        self._needed = config.recommendation_head if strong else config.recommendation_head_weak
        least = config.recommendation_ask_least
        self._least = min(least, math.inf if ask.member else config.recommendation_head_least)
        if self._whole < least:
            self._least = math.inf

    def treats(self, trace: Trace) -> bool:
        """Whether a place treats the ask: nearly all of it, or what it comes to with another of its words."""
        if trace.score < self._least:
            return False
        ask, weight, config = self._ask, self._weight, self._config
        found = [word for word, bare in self._bare.items() if bare in trace.terms]
        headed = ask.head in found
        telling = [word for word in found if weight[word] >= TELLING]
        if trace.score >= config.recommendation_ask_least:
            held = sum(weight[word] for word in found) >= config.recommendation_ask * self._whole
            whole_name = headed and any(term != ask.head and term.endswith(ask.head) for term in trace.terms)
            if held and ((whole_name or not ask.member) if HAN.search(ask.head) else len(telling) > 1):
                return True
        if ask.member or trace.score < config.recommendation_head_least:
            return False
        if not HAN.search(ask.head):
            rare = [word for word in found if weight[word] >= config.recommendation_rare]
            if headed and ask.head in rare and self._qualified(trace):
                return True
            least = config.recommendation_ask_rare if len(rare) > 1 else config.recommendation_ask_latin
            return len(telling) > 1 and trace.share >= least
        return headed and any(word != ask.head for word in telling) and trace.share >= self._needed

    def _qualified(self, trace: Trace) -> bool:
        """Whether a place has, beside the head, a word that stands before it: fire brigades, not the brigades of an army."""
        return not self._ask.before or any(
            word.strip() in trace.terms or _joined(word, self._ask.head) in trace.terms for word in self._ask.before
        )


def _joined(word: str, head: str) -> str:
    return f"{word.strip()} {head.strip()}"
