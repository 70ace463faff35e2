"""The matter of a recommendation, and where a report treats it.

A recommendation's matter is its content words and the pairs in which they stand side by side (简化 程序, 直接 沟通), weighed by how
rare they are in the two reports; common words of such reports (工作, 情况, 措施: table ``topic_stop``) weigh little, and names of bodies
nothing, since every paragraph names them. A paragraph treats the matter as far as one or two of its sentences hold those words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import add

from ccdiff.derive.common_words import kinds, stops
from ccdiff.derive.wording import Cutter, pieces
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
LEAST = 4  # letters that a Latin word keeps
SIBILANT = ("oes", "xes", "ches", "shes", "sses")
ENDINGS = ("ing", "ed", "ic", "al", "o")
COMPOSED = 0.5  # the weight of a word made of two common ones (会议议程)
ORDINAL = re.compile(r"第.+[章条款段项届次场号]")  # 第四章 names a place in another text, no matter
LATIN = re.compile(r"[a-z][a-z'’]*")
GLUE = re.compile(r"[的之](?<=[㐀-鿿].)(?=[㐀-鿿])")
CLAUSE = re.compile(r"[,;:.!?]+(?!\d)")
HAN = re.compile(r"[㐀-鿿]")
SPACES = re.compile(r" {2,}")


@record
class Term:
    """A content word, or a pair of neighbours; ``base`` is its weight before rarity."""

    words: tuple[str, ...]
    base: float


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
        plain, cutter = reading.language.once(reduced), reading.language.once(Cutter)
        for locator, text in _texts(reading):
            self.paragraphs.append(locator)
            spans = sentences(text)
            cutter.learn(text, [span.text for span in spans])
            for span in spans:
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
        self._holding: dict[str, tuple[int, ...]] = {}
        self._spread: dict[str, int] = {}
        self._grams: dict[str, list[frozenset[str]]] = {}

    def clauses(self, word: str) -> tuple[int, ...]:
        """The clauses in which ``word`` stands, in order."""
        if word not in self._known:
            found: list[int] = []
            text, starts = self._text, self._starts
            at = text.find(word)
            while at >= 0:
                following = bisect_right(starts, at)  # the clause behind the one where the word stands
                found.append(following - 1)
                at = text.find(word, starts[following]) if following < len(starts) else -1
            self._known[word] = tuple(found)
        return self._known[word]

    def sentences_with(self, word: str) -> tuple[int, ...]:
        """The sentences in which ``word`` stands, in order."""
        if word not in self._holding:
            self._holding[word] = tuple(dict.fromkeys([self._of_clause[clause] for clause in self.clauses(word)]))
        return self._holding[word]

    def grams(self, locator: str) -> list[frozenset[str]]:
        """For each sentence of a paragraph, what ``dice`` compares."""
        if locator not in self._grams:
            at = sorted({self._of_clause[clause] for clause in self._clauses_of[locator]})
            self._grams[locator] = [grams(self.text_of(sentence).replace("\n", "")) for sentence in at]
        return self._grams[locator]

    def texts(self) -> Iterator[str]:
        """The paragraphs in comparable form."""
        for clauses in self._clauses_of.values():
            yield "\n".join(self._parts[clauses[0] : clauses[-1] + 1])

    def text_of(self, sentence: int) -> str:
        """A sentence in comparable form."""
        first, end = bisect_left(self._of_clause, sentence), bisect_right(self._of_clause, sentence)
        return "\n".join(self._parts[first:end])

    def holding(self, sentence: int, matter: Iterable[Term]) -> list[int]:
        """Which clauses of a sentence (counted from 0) hold a word of the matter."""
        first = bisect_left(self._of_clause, sentence)
        clauses = {clause for term in matter for word in term.words for clause in self.clauses(word)}
        return sorted(clause - first for clause in clauses if self._of_clause[clause] == sentence)

    @cached_property
    def pieces(self) -> dict[str, list[int]]:
        """In which sentences each character and each pair of them stands, or each word where spaces set words apart."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(len(self.sentences)):
            text = self.text_of(at)
            for piece in {*text, *map(add, text, text[1:])} if HAN.search(text) else set(text.split()):
                found[piece].append(at)
        return dict(found)

    def piece_spread(self, piece: str) -> int:
        """In how many paragraphs such a piece stands."""
        return len({self.of_sentence[at] for at in self.pieces.get(piece, ())})

    def sentence_of(self, clause: int) -> int:
        """The sentence to which a clause belongs."""
        return self._of_clause[clause]

    def spread(self, word: str) -> int:
        """In how many paragraphs ``word`` stands."""
        if word not in self._spread:
            self._spread[word] = len({self.of_sentence[at] for at in self.sentences_with(word)})
        return self._spread[word]


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
    names = {fold(row[1]): row[0] for row in reversed(language.rows("names"))}

    def plain(text: str) -> str:
        parts = (MASK if kind == "name" and names.get(part) in MASKED else part.lower() for part, kind in cut(text))
        return SPACES.sub(" ", LATIN.sub(_stem, GLUE.sub("", "".join(parts))))

    return plain


def _stem(match: re.Match[str]) -> str:
    return f" {stem(match.group())} "


def stem(word: str) -> str:
    """A Latin word without what number and tense add to it, cut to its first letters: systems and system, extended and extend."""
    if len(word) >= LEAST and word.endswith("s") and word[-2] not in "sui":
        many = len(word) > LEAST
        word = word[:-3] + "y" if many and word.endswith("ies") else word[: -1 - (many and word.endswith(SIBILANT))]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= LEAST + 1 + len(ending):
            word = word[: -len(ending)]
            word = word[:-1] if word[-1] == word[-2] and word[-1] not in "sl" else word
            break
    return word[:STEM].removesuffix("e") if len(word) > LEAST else word


def classes(language: Language) -> dict[str, str]:
    """The class of every common word (table ``topic_stop``) and of the verbs in ``actions``. Use ``language.once(classes)``."""
    other, gone = language.once(_beside_kinds)
    found = language.once(kinds) | other
    for word in gone:
        del found[word]
    return found


@plain
def _beside_kinds(language: Language) -> tuple[dict[str, str], tuple[str, ...]]:
    """What of the classes is not among the kinds of words that topics go by (most are), and what of these is no class."""
    known = {key(word): kind for word, kind in language.once(stops).items()}
    places = [word for row in language.rows("recommendation_words") if row[0] == "place" for word in row[1:]]
    units = [word for row in language.rows("recommendation_words") if row[0] == "unit" for word in row[1:]]
    found = {word: "verb" for word in language.once(actions)} | known | {key(word): "weak" for word in places}
    found |= {key(word): "edge" for word in units}
    found |= {
        key(word): "telling" for row in language.rows("recommendation_words") if row[0] == "telling" for word in row[1:]
    }
    base = language.once(kinds)
    other = {word: one for word, one in found.items() if base.get(word) != one}
    return other, tuple(word for word in base if word not in found)


@plain
def actions(language: Language) -> dict[str, tuple[str, ...]]:
    """The kinds of action (table ``actions``) of every verb, in comparable form. Use ``language.once(actions)``."""
    plain = language.once(reduced)
    found: dict[str, dict[str, None]] = {}
    for row in language.rows("actions"):
        for verb in row[1:]:
            for word in (key(verb), plain(verb)) if " " not in verb else ():
                found.setdefault(word, {})[row[0]] = None
    return {word: tuple(kinds) for word, kinds in found.items()}


def key(word: str) -> str:
    """A word as it stands in a text in comparable form."""
    return f" {stem(word.lower())} " if word.isascii() else word


@plain
def others(language: Language) -> dict[str, tuple[str, ...]]:
    """Other words for a word (tables ``near`` and ``senses``), all in comparable form. Use ``language.once(others)``."""
    plain = language.once(reduced)
    found: dict[str, dict[str, None]] = {}
    for row in (*language.rows("near"), *language.rows("senses")):
        if row[0] in ("near", "deed", "sense"):
            forms = [plain(word) for word in row[1:]]
            for form in forms:
                found.setdefault(form, {}).update((other, None) for other in forms if other != form)
    return {form: tuple(same) for form, same in found.items() if same}


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
        held = f" {word} " if word.isascii() else word
        base = base_weight(held, known) if _is_content(word) else 0.0
        if base:
            found.setdefault((held,), base)
            if before:
                found.setdefault((before, held), 0.0)
            before = held
        elif _is_content(word) or word == MASK:
            before = ""
    return tuple(Term(words, base) for words, base in found.items())


def base_weight(word: str, known: dict[str, str]) -> float:
    """The weight of a word by its class; one made of two common words (会议 + 议程) is common too, but says more than either."""
    if word in known:
        return WEIGHT.get(known[word], 1.0)
    composed = any(word[:k] in known and word[k:] in known for k in range(1, len(word)))
    return COMPOSED if composed else 1.0


def _is_content(word: str) -> bool:
    return (
        len(word.strip()) > 1
        and not (word[0] == "第" and ORDINAL.fullmatch(word))
        and not word.strip().isdigit()
        and any(c.isalpha() for c in word)
    )


def grams(plain: str) -> frozenset[str]:
    """What ``dice`` compares of a reduced text: pairs of characters, or words where spaces set words apart."""
    if HAN.search(plain):
        return frozenset(map(add, plain, plain[1:]))
    return frozenset(plain.split())


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """0 to 1: how much two texts say the same, word by word."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
