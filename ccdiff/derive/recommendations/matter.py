"""The matter of a recommendation, and where a report treats it.

A recommendation's matter is its content words and the pairs in which they stand side by side (简化 程序, 直接 沟通), weighed by how
rare they are in the two reports; common words of such reports (工作, 情况, 措施: table ``topic_stop``) weigh little, and names of bodies
nothing, since every paragraph names them. A paragraph treats the matter as far as one or two of its sentences hold those words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import add

from ccdiff.derive.common_words import kinds, stops
from ccdiff.derive.wording import Cutter, pieces
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading, segmenter
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

# kinds of the table "names": a name keeps no matter alive
MASKED = frozenset({"body", "office", "agency", "region", "instrument"})
MASK = "#"
# by class in the table "topic_stop"; other words weigh 1
WEIGHT = {"edge": 0.0, "weak": 0.3, "verb": 0.3, "tail": 0.2, "common": 0.7}
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
LINE = re.compile("\n")
BREAK = "\r"  # between sentences: no text in comparable form holds one


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
        self._first: list[int] = []  # paragraph -> its first sentence
        cutter = reading.language.once(Cutter)
        for locator, text in _texts(reading):
            spans = sentences(text)
            cutter.learn(text, [span.text for span in spans])
            self._first.append(len(self.sentences))
            self.of_sentence += [len(self.paragraphs)] * len(spans)
            self.sentences += [(locator, span.text) for span in spans]
            self.paragraphs.append(locator)
        self.order = {locator: k for k, locator in enumerate(self.paragraphs)}
        plain = reading.language.once(_Reducer).learn([text for _, text in self.sentences])
        whole = CLAUSE.sub("\n", BREAK.join(plain))
        self._plain = whole.split(BREAK)  # sentence -> its clauses
        self._text = whole.replace(BREAK, "\n")
        self._of_clause = [at for at, text in enumerate(self._plain) for _ in range(text.count("\n") + 1)]
        ends = (found.end() for found in LINE.finditer(self._text))
        self._starts = [0, *ends, len(self._text) + 1]  # clause -> place in the joined text
        self._known: dict[str, tuple[int, ...]] = {}
        self._holding: dict[str, tuple[int, ...]] = {}
        self._spread: dict[str, int] = {}
        self._grams = Remembered(lambda text: grams(text.replace("\n", "")))

    def clauses(self, word: str) -> tuple[int, ...]:
        """The clauses in which ``word`` stands, in order."""
        if word not in self._known:
            found: list[int] = []
            text, starts = self._text, self._starts
            at = text.find(word)
            while at >= 0:
                following = bisect_right(starts, at)  # the clause behind the one where the word stands
                found.append(following - 1)
                at = text.find(word, starts[following])
            self._known[word] = tuple(found)
        return self._known[word]

    def sentences_with(self, word: str) -> tuple[int, ...]:
        """The sentences in which ``word`` stands, in order."""
        if word not in self._holding:
            self._holding[word] = tuple(dict.fromkeys(map(self._of_clause.__getitem__, self.clauses(word))))
        return self._holding[word]

    def sentence_of(self, clause: int) -> int:
        """The sentence to which a clause belongs."""
        return self._of_clause[clause]

    def spread(self, word: str) -> int:
        """In how many paragraphs ``word`` stands."""
        if word not in self._spread:
            self._spread[word] = len(set(map(self.of_sentence.__getitem__, self.sentences_with(word))))
        return self._spread[word]

    def clause(self, clause: int) -> str:
        """A clause in comparable form."""
        return self._text[self._starts[clause] : self._starts[clause + 1] - 1]

    def grams(self, locator: str, least: float = 0.0) -> Iterator[frozenset[str]]:
        """For each sentence of a paragraph, what ``dice`` compares; only of those that have ``least`` characters."""
        for text in self._texts_of[self.order[locator]]:
            if len(text) >= least:
                yield self._grams[text]

    def texts(self) -> Iterator[str]:
        """The paragraphs in comparable form."""
        return map("\n".join, self._texts_of)

    @cached_property
    def _texts_of(self) -> list[list[str]]:
        """The sentences of each paragraph in comparable form, a line for each clause."""
        return [self._plain[first:end] for first, end in pairwise([*self._first, len(self.sentences)])]

    @cached_property
    def held(self) -> dict[str, list[int]]:
        """In which paragraphs each character and each pair of them stands, or each word where spaces set words apart."""
        found: dict[str, list[int]] = {}
        for at, texts in enumerate(self._texts_of):
            pieces: set[str] = set()
            for text in texts:
                pieces.update(*((text, map(add, text, text[1:])) if HAN.search(text) else (text.split(),)))
            for piece in pieces:
                if piece in found:
                    found[piece].append(at)
                else:
                    found[piece] = [at]
        return found

    @cached_property
    def _pieces(self) -> list[str | frozenset[str]]:
        """What of each sentence holds pieces: its characters, or its words where spaces set words apart."""
        return [text if HAN.search(text) else frozenset(text.split()) for text in self._plain]

    def standing(self, piece: str) -> list[int]:
        """The sentences in which such a piece stands, in order."""
        found: list[int] = []
        ends = [*self._first[1:], len(self.sentences)]
        for paragraph in self.held.get(piece, ()):
            sentences = range(self._first[paragraph], ends[paragraph])
            found += [at for at in sentences if piece in self._pieces[at]]
        return found


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
    return language.once(_Reducer).known.__getitem__


class _Reducer:
    """Brings texts into this form, one by one or many at once."""

    def __init__(self, language: Language) -> None:
        self._cut = language.once(pieces)
        self._masked = language.once(_masked)
        self.known = Remembered(lambda text: _evened(self._one_wording(text)))

    def learn(self, texts: Sequence[str]) -> list[str]:
        """The form of many texts."""
        found = _evened(BREAK.join(map(self._one_wording, texts))).split(BREAK)
        for text, form in zip(texts, found, strict=False):
            self.known.learn(text, form)
        return found

    def _one_wording(self, text: str) -> str:
        masked = self._masked
        return "".join([MASK if kind == "name" and part in masked else part.lower() for part, kind in self._cut(text)])


@plain
def _masked(language: Language) -> frozenset[str]:
    """The names of bodies and places."""
    kinds = {fold(row[1]): row[0] for row in reversed(language.rows("names"))}
    return frozenset(name for name, kind in kinds.items() if kind in MASKED)


def _evened(text: str) -> str:
    return SPACES.sub(" ", LATIN.sub(_stem, GLUE.sub("", text)))


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
    return reading.language.once(_matter)[text]


def _matter(language: Language) -> Remembered[tuple[Term, ...]]:
    plain, words = language.once(reduced), language.once(segmenter).words

    def find(text: str) -> tuple[Term, ...]:
        found: dict[tuple[str, ...], float] = {}
        for clause in CLAUSE.split(plain(text)):
            _add_terms(found, words(clause), language.once(content))
        return tuple([Term(words, base) for words, base in found.items()])

    return Remembered(find)


def terms_of(reading: Reading, words: Iterable[str]) -> tuple[Term, ...]:
    """The content words among the words of one clause (in comparable form), and their pairs, each once, in order."""
    found: dict[tuple[str, ...], float] = {}
    _add_terms(found, words, reading.language.once(content))
    return tuple([Term(words, base) for words, base in found.items()])


def _add_terms(found: dict[tuple[str, ...], float], words: Iterable[str], weight: Mapping[str, float]) -> None:
    before = ""
    for word in words:
        base = weight[word]
        if base > 0.0:
            held = f" {word} " if word.isascii() else word
            found.setdefault((held,), base)
            if before:
                found.setdefault((before, held), 0.0)
            before = held
        elif not base:
            before = ""


def content(language: Language) -> Remembered[float]:
    """What each word as it is cut (in comparable form) weighs by its class: nothing where it says nothing or is the name of a body; less
    than nothing where it is no content word at all, and two words that it parts still stand side by side. Use ``language.once(content)``.
    """
    known = language.once(classes)

    def weight(word: str) -> float:
        if word == MASK or not _is_content(word):
            return 0.0 if word == MASK else -1.0
        return base_weight(f" {word} " if word.isascii() else word, known)

    return Remembered(weight)


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
