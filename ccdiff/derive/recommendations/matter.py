"""The matter of a recommendation, and where a report treats it.

A recommendation's matter is its content words and the pairs in which they stand side by side (简化 程序, 直接 沟通), weighed by how
rare they are in the two reports; common words of such reports (工作, 情况, 措施: table ``topic_stop``) weigh little, and names of bodies
nothing, since every paragraph names them. A paragraph treats the matter as far as one or two of its sentences hold those words.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ccdiff.derive.wording import pieces
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

MASKED = frozenset(
    {"body", "office", "agency", "region", "instrument"}
)  # kinds of the table "names": a name keeps no matter alive
MASK = "#"
WEIGHT = {
    "edge": 0.0,
    "weak": 0.3,
    "verb": 0.3,
    "tail": 0.2,
    "common": 0.7,
}  # by class in the table "topic_stop"; other words weigh 1
STEM = 7  # letters of a Latin word that count
LONG = 4  # characters from which a Chinese word is a term by itself (协同增效, 双重犯罪)
COMPOSED = 0.5  # the weight of a word made of two common ones (会议议程)
ORDINAL = re.compile(r"第.+[章条款段项届次场号]")  # 第四章 names a place in another text, no matter
COMMON_MOST = 1.2  # what common words weigh together at most: "审议了其他一些问题…国际合作方面的作用" is treated nowhere and everywhere
ALONE = 0.5  # what a word counts that stands without the neighbour it has in the recommendation
APART = 0.8  # what words count that stand with their neighbour in one clause, not side by side ("加快引渡程序并简化证据要求")
TOGETHER = 0.3  # what a pair found side by side counts beside its words, by its own rarity (执法 合作, 统计 资料)
LATIN = re.compile(r"[a-z][a-z'’]*")
GLUE = re.compile(r"(?<=[㐀-鿿])[的之](?=[㐀-鿿])")
CLAUSE = re.compile(r"[,;:.!?]+(?!\d)")
HAN = re.compile(r"[㐀-鿿]")
SPACES = re.compile(r" {2,}")


@record
class Term:
    """A content word, or a pair of neighbours; ``base`` is its weight before rarity."""

    words: tuple[str, ...]
    base: float


@record
class Trace:
    """A paragraph that treats the matter: ``score`` the weight found, ``share`` its part of the whole matter, ``sentence`` the best."""

    locator: str
    score: float
    share: float
    sentence: str
    terms: tuple[str, ...]


@record
class Shared:
    """What two matters have in common: how many words, their weight, its part of the lesser matter, and of both."""

    words: int
    weight: float
    least: float
    both: float


def shared(mine: dict[str, float], theirs: dict[str, float]) -> Shared:
    """What two matters, given by the weights of their words, have in common."""
    common = [value for word, value in mine.items() if word in theirs]
    sizes = sum(mine.values()), sum(theirs.values())
    return Shared(
        words=len(common),
        weight=sum(common),
        least=sum(common) / min(sizes) if min(sizes) else 1.0,
        both=2 * sum(common) / sum(sizes) if sum(sizes) else 1.0,
    )


class Places:
    """The sentences and clauses of a report in comparable form: every word can be found in them at once."""

    def __init__(self, reading: Reading) -> None:
        self.sentences: list[tuple[str, str]] = []  # (locator, text as printed)
        self.paragraphs: list[str] = []  # locators, in order
        self.of_sentence: list[int] = []  # sentence -> paragraph
        self._of_clause: list[int] = []  # clause -> sentence
        self._starts: list[int] = []  # clause -> place in the joined text
        self._clauses_of: dict[str, list[int]] = {}
        parts: list[str] = []
        at = 0
        plain = reading.language.once(reduced)
        for locator, text in _texts(reading):
            self.paragraphs.append(locator)
            for span in sentences(text):
                self.sentences.append((locator, span.text))
                self.of_sentence.append(len(self.paragraphs) - 1)
                for clause in CLAUSE.split(plain(span.text)):
                    parts.append(clause)
                    self._of_clause.append(len(self.sentences) - 1)
                    self._starts.append(at)
                    self._clauses_of.setdefault(locator, []).append(len(self._starts) - 1)
                    at += len(clause) + 1
        self.order = {locator: k for k, locator in enumerate(self.paragraphs)}
        self._parts = parts
        self._text = "\n".join(parts)
        self._known: dict[str, tuple[int, ...]] = {}
        self._grams: dict[str, list[frozenset[str]]] = {}

    def clauses(self, word: str) -> tuple[int, ...]:
        """The clauses in which ``word`` stands, in order."""
        if word not in self._known:
            found: dict[int, None] = {}
            at = self._text.find(word)
            while at >= 0:
                found[bisect_right(self._starts, at) - 1] = None
                at = self._text.find(word, at + 1)
            self._known[word] = tuple(found)
        return self._known[word]

    def grams(self, locator: str) -> list[frozenset[str]]:
        """For each sentence of a paragraph, what ``dice`` compares."""
        if locator not in self._grams:
            at = sorted({self._of_clause[clause] for clause in self._clauses_of[locator]})
            self._grams[locator] = [grams(self.text_of(sentence).replace("\n", "")) for sentence in at]
        return self._grams[locator]

    def text_of(self, sentence: int) -> str:
        """A sentence in comparable form."""
        first, end = bisect_left(self._of_clause, sentence), bisect_right(self._of_clause, sentence)
        return "\n".join(self._parts[first:end])

    def holding(self, sentence: int, matter: Iterable[Term]) -> list[int]:
        """Which clauses of a sentence (counted from 0) hold a word of the matter."""
        first = bisect_left(self._of_clause, sentence)
        clauses = {clause for term in matter for word in term.words for clause in self.clauses(word)}
        return sorted(clause - first for clause in clauses if self._of_clause[clause] == sentence)

    def sentence_of(self, clause: int) -> int:
        """The sentence to which a clause belongs."""
        return self._of_clause[clause]

    def spread(self, word: str) -> int:
        """In how many paragraphs ``word`` stands."""
        return len({self.of_sentence[self._of_clause[clause]] for clause in self.clauses(word)})


def places(reading: Reading) -> Places:
    """The places of a report. Use ``reading.once(places)``."""
    return Places(reading)


def _texts(reading: Reading) -> Iterable[tuple[str, str]]:
    for paragraph in reading.report.paragraphs:
        if paragraph.kind != "front":
            yield paragraph.id, paragraph.text
    for note in reading.report.footnotes:
        yield note.id, note.text


def reduced(language: Language):  # type: ignore[no-untyped-def]
    """A function that gives a sentence for comparing: one wording for each thing, names of bodies masked, Latin words cut to stems."""
    cut = language.once(pieces)
    kinds = {fold(row[1]): row[0] for row in reversed(language.rows("names"))}

    def plain(text: str) -> str:
        parts = (MASK if kind == "name" and kinds.get(part) in MASKED else part.lower() for part, kind in cut(text))
        return SPACES.sub(" ", LATIN.sub(_stem, GLUE.sub("", "".join(parts))))

    return plain


def _stem(match: re.Match[str]) -> str:
    return f" {match.group()[:STEM]} "


@plain
def classes(language: Language) -> dict[str, str]:
    """The class of every common word (table ``topic_stop``), Latin words by their stem. Use ``language.once(classes)``."""
    return {_key(row[0]): row[1] for row in reversed(language.rows("topic_stop")) if len(row) > 1}


def _key(word: str) -> str:
    return f" {word.lower()[:STEM]} " if word.isascii() else word


def terms(reading: Reading, text: str) -> tuple[Term, ...]:
    """The matter of a recommendation: its content words and their pairs, each once, in order."""
    plain = reading.language.once(reduced)
    found: dict[tuple[str, ...], float] = {}
    for clause in CLAUSE.split(plain(text)):
        for term in terms_of(reading, reading.words(clause)):
            found.setdefault(term.words, term.base)
    return tuple(Term(words, base) for words, base in found.items())


def terms_of(reading: Reading, words: Iterable[str]) -> tuple[Term, ...]:
    """The content words among the words of one clause (in comparable form), and their pairs, each once, in order."""
    known = reading.language.once(classes)
    found: dict[tuple[str, ...], float] = {}
    before = ""
    for word in words:
        key = _key(word)
        base = _base(key, known) if _is_content(word) else 0.0
        if base:
            found.setdefault((key,), base)
            if before:
                found.setdefault((before, key), 0.0)
            before = key
        elif _is_content(word) or word == MASK:
            before = ""
    return tuple(Term(words, base) for words, base in found.items())


def _base(key: str, known: dict[str, str]) -> float:
    """The weight of a word by its class; one made of two common words (会议 + 议程) is common too, but says more than either."""
    if key in known:
        return WEIGHT.get(known[key], 1.0)
    composed = any(key[:k] in known and key[k:] in known for k in range(1, len(key)))
    return COMPOSED if composed else 1.0


def _is_content(word: str) -> bool:
    return (
        len(word.strip()) > 1
        and not ORDINAL.fullmatch(word)
        and not word.strip().isdigit()
        and any(c.isalpha() for c in word)
    )


class Search:
    """Looks for the matters of one report in the paragraphs of another."""

    def __init__(self, here: Reading, there: Reading, titles: bool = False) -> None:
        """``titles``: whether words that stand in both titles count."""
        self._here, self._there = here.once(places), there.once(places)
        self._titles = () if titles else (fold(here.report.title).lower(), fold(there.report.title).lower())
        self._theme = here.language.once(reduced)(here.report.title)
        self._size = len(self._here.paragraphs) + len(self._there.paragraphs) + 1
        self._rarity: dict[str, float] = {}

    def rarity(self, word: str) -> float:
        """The natural logarithm of how rare a word is in both reports; 0 for one that stands everywhere."""
        if word not in self._rarity:
            spread = self._here.spread(word) + self._there.spread(word)
            self._rarity[word] = math.log(self._size / (spread + 1))
        return self._rarity[word]

    def absent(self, term: Term) -> bool:
        """Whether the words of a term stand together nowhere in the other report."""
        return not set.intersection(*(set(self._there.clauses(word)) for word in term.words))

    def told_by(self, matter: Sequence[Term]) -> str:
        """The weightiest word of a matter that stands in the other report; ``""`` where none does."""
        words = [term for term in matter if len(term.words) == 1 and self._there.clauses(term.words[0])]
        weighed = [(term.base * self.rarity(term.words[0]), -at, term.words[0]) for at, term in enumerate(words)]
        return max(weighed, default=(0.0, 0, ""))[2]

    def nearest(self, plain: str, count: int) -> list[tuple[str, float]]:
        """The places most like a reduced text, word by word, with their likeness; for matters that share no word with any place."""
        own = grams(plain)
        alike = [(max(dice(own, text) for text in self._there.grams(at)), at) for at in self._there.paragraphs]
        order = sorted(range(len(alike)), key=lambda k: (-alike[k][0], k))[:count]
        return [(alike[k][1], alike[k][0]) for k in order if alike[k][0] > 0]

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

    def order(self) -> dict[str, int]:
        """The place of each paragraph of the other report."""
        return self._there.order

    def alike(self, locator: str, own: frozenset[str]) -> float:
        """How much one sentence of a paragraph is like a reduced text, word by word."""
        return max(dice(own, sentence) for sentence in self._there.grams(locator))

    def sentences(self, matter: Sequence[Term]) -> dict[int, tuple[float, float]]:
        """For each sentence that shares something of the matter: the weight found, and its share of the whole."""
        matter = self._telling(matter)
        whole = self._whole(matter)
        scores = {at: hits.score() for at, hits in self._hits(matter).items()}
        return {at: (score, min(1.0, score / whole)) for at, score in sorted(scores.items())}

    def _telling(self, matter: Sequence[Term]) -> list[Term]:
        """Without the words that stand in both titles: they tell no matter of the two reports from another (国际合作)."""
        if not self._titles:
            return list(matter)
        return [term for term in matter if not any(self._in_titles(word) for word in term.words)]

    def _in_titles(self, word: str) -> bool:
        return all(word.strip() in title for title in self._titles)

    def _whole(self, matter: Sequence[Term]) -> float:
        matter = self._telling(matter)
        return sum(term.base * self.rarity(term.words[0]) for term in matter if len(term.words) == 1) or 1.0

    def _hits(self, matter: Sequence[Term], bonus: float = math.inf) -> dict[int, _Hits]:
        weight = {term.words[0]: term.base * self.rarity(term.words[0]) for term in matter if len(term.words) == 1}
        kinds = _Kinds(
            frozenset(term.words[0] for term in matter if term.base <= WEIGHT["weak"]),
            {w: around for w in weight for around in [[o for o in weight if o != w and w in o]] if around},
        )
        found: dict[int, _Hits] = {}
        for word, value in weight.items():
            full = len(word.strip()) >= LONG and not word.isascii()
            for clause in self._there.clauses(word):
                at = self._there.sentence_of(clause)
                if at not in found:
                    found[at] = _Hits(kinds)
                found[at].add(word, value if full else ALONE * value)
        for term in matter:
            if len(term.words) == 2:
                most = bonus * sum(weight.get(word, 0.0) for word in term.words) if bonus < math.inf else math.inf
                self._together(term.words, weight, found, most)
        return found

    def _together(self, pair: tuple[str, ...], weight: dict[str, float], found: dict[int, _Hits], most: float) -> None:
        """Words that stand together there as they do here count more, and what they make together counts once more."""
        joined = _joined(*pair)
        near = set(self._there.clauses(joined))
        for clause in sorted(set.intersection(*(set(self._there.clauses(word)) for word in pair))):
            hits = found[self._there.sentence_of(clause)]
            for word in pair:
                if word in weight:
                    hits.add(word, weight[word] * (1.0 if clause in near else APART), joint=clause in near)
            if clause in near:
                hits.add(joined, min(most, TOGETHER * self.rarity(joined)), joint=True)

    def _by_paragraph(self, found: dict[int, _Hits], whole: float) -> list[Trace]:
        best: dict[int, Trace] = {}
        for at in sorted(found):
            paragraph = self._there.of_sentence[at]
            follows = at + 1 in found and self._there.of_sentence[at + 1] == paragraph
            hits = found[at].with_those_of(found[at + 1]) if follows else found[at]
            score = hits.score()
            if paragraph not in best or score > best[paragraph].score:
                locator, sentence = self._there.sentences[at]
                best[paragraph] = Trace(locator, score, min(1.0, score / whole), sentence, hits.words())
        return list(best.values())


@record
class _Kinds:
    """Of the words of a matter, those that are common, and for those that stand inside others (程序 in 诉讼程序), which."""

    common: frozenset[str]
    inside: dict[str, list[str]]


class _Hits:
    """What of a matter stands in one sentence: words by themselves, and words that stand beside their neighbours."""

    def __init__(self, kinds: _Kinds) -> None:
        self._kinds = kinds
        self._alone: dict[str, float] = {}
        self._joint: dict[str, float] = {}

    def add(self, word: str, value: float, joint: bool = False) -> None:
        """A word was found, worth ``value``."""
        kind = self._joint if joint else self._alone
        kind[word] = max(kind.get(word, 0.0), value)

    def with_those_of(self, other: _Hits) -> _Hits:
        """What stands in two sentences together."""
        both = _Hits(self._kinds)
        both._alone = {w: max(v, other._alone.get(w, 0.0)) for w, v in (other._alone | self._alone).items()}
        both._joint = {w: max(v, other._joint.get(w, 0.0)) for w, v in (other._joint | self._joint).items()}
        return both

    def score(self) -> float:
        """The weight of the words found; common ones by themselves, however many, do not make a trace."""
        inside, common, rare = self._kinds.inside, 0.0, 0.0
        for word, value in self._alone.items():
            if word in self._joint or (word in inside and any(w in self._alone for w in inside[word])):
                continue
            if word in self._kinds.common:
                common += value
            else:
                rare += value
        return sum(self._joint.values()) + rare + min(COMMON_MOST, common)

    def words(self) -> tuple[str, ...]:
        """The words found, the longest first."""
        return tuple(sorted({w.strip() for w in (*self._alone, *self._joint)}, key=lambda word: (-len(word), word)))


def grams(plain: str) -> frozenset[str]:
    """What ``dice`` compares of a reduced text: pairs of characters, or words where spaces set words apart."""
    if HAN.search(plain):
        return frozenset(map(str.__add__, plain, plain[1:]))
    return frozenset(plain.split())


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: how much two texts say the same, word by word."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _joined(one: str, other: str) -> str:
    return SPACES.sub(" ", one + other)
