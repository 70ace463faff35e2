"""What a text states, apart from how it words it: the facts that can be told from its form, and its words.

Facts are numbers with their qualifiers, dates, references, names, denials, and words that exclude others (``contrasts``).
Source of the rules: domain.md, "Unchanged, reworded, amended"; the cases in tests/derive/relation_cases.txt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from ccdiff.derive.common_words import kinds, stops
from ccdiff.derive.relations.denials import DENY, Denied, Denier
from ccdiff.derive.relations.limits import CLASSES, Limiter, Limits
from ccdiff.derive.relations.numbers import HAN, HAN_NUMERAL, Number, NumberWords, number_words, numbers
from ccdiff.derive.wording import Piece, Table, canonical, evened, mended, ordered, pieces, split
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import segmenter, senses, synonyms, thesaurus, words_of_senses
from ccdiff.text.finder import Buckets, Finder
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

__all__ = ["DENY", "HAN", "HAN_NUMERAL", "Lexis", "Substance", "lexis"]

CHARACTER = "character"
MARKS = re.compile(r"[\W_]+")
STYLE = ("edge", "inner")  # kinds of words that name no matter: 传播, 推广
CITED = re.compile(r"\d(?:/| ?\()\d[^,;:.!?\n]*$")  # a document, in the clause of what it asks
CLAUSE = 60  # characters of such a clause
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'&/-]*(?:\.[A-Za-z0-9'&/-]+)*")


@record
class Lexis:
    """A language's tables, ready for use."""

    cut: Callable[[str], tuple[Piece, ...]]
    mended: Callable[[str], str]
    evened: Callable[[str], str]
    words: Callable[[str], tuple[str, ...]]
    spoken: Callable[[str], frozenset[str]]
    sensed: Callable[[str], list[tuple[int, int, str]]]  # where its words stand
    meanings: Callable[[str], frozenset[int]]  # what dictionaries and the table ``synonyms`` say of a word
    particles: frozenset[str]
    particle: dict[int, None]  # their characters
    function: frozenset[str]
    light: frozenset[str]
    # verbs and small words of general prose: another one in the same place is mostly another translator's
    style: frozenset[str]
    common: dict[str, str]  # common words, by kind (common_words)
    alternatives: dict[str, tuple[tuple[int, int], ...]]  # word -> (contrast row, alternative) ...
    phrases: Table  # those words, to be found in a text
    modes: frozenset[int]  # contrast rows of which one that comes or goes is a fact, too
    opposites: frozenset[frozenset[str]]  # characters that exclude each other in a word that is otherwise the same
    force: frozenset[int]  # contrast rows of how strongly a thing is asked
    manners: frozenset[int]  # the same where a text was edited, not told anew
    denier: Denier
    actors: dict[str, str]  # who may be asked to act, in canonical form, and of what kind (states, secretariat …)
    kinds: tuple[str, ...]  # of bodies, by which alone they may be called (the Conference)
    limits: Limiter
    numbers: NumberWords
    spelled: dict[str, Number]  # number words of a language that spells them ("three", "third")


class Substance:
    """What a text states, each kind of fact found when first asked for: most paragraphs differ in a number already."""

    def __init__(self, text: str, lexis: Lexis) -> None:
        self.lexis = lexis
        self.text = text
        self._pieces = lexis.cut(text)
        self._between = [piece for piece, kind in self._pieces if not kind]

    @cached_property
    def key(self) -> str:
        """The canonical form of the text."""
        return "".join(piece for piece, _ in self._pieces)

    @cached_property
    def plain(self) -> str:
        """The letters and figures of the text as it is written, in lower case, without points and spaces."""
        return MARKS.sub("", self.lexis.mended(self.text).lower())

    @cached_property
    def letters(self) -> str:
        """``plain`` without the characters that particles are made of: where these differ, more than particles does."""
        return self.plain.translate(self.lexis.particle)

    @cached_property
    def senses(self) -> frozenset[str]:
        """What the text speaks of, in whatever words."""
        return self.lexis.spoken(fold(self.text).lower())

    @cached_property
    def wordings(self) -> dict[str, str]:
        """How the text words what it speaks of: the last words of each sense."""
        low = fold(self.text).lower()
        return {sense: low[start:end] for start, end, sense in self.lexis.sensed(low)}

    @cached_property
    def even(self) -> str:
        """What stands between the known names, with every other wording replaced."""
        return self.lexis.evened("\n".join(self._between))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the canonical form, names whole."""
        return tuple(w for piece, kind in self._pieces for w in ((piece,) if kind else self.lexis.words(piece)))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How the Latin words begin, from four letters on, and all but seven: to find briefing by briefed, not international by internal."""
        latin = {part for word in self.words if word[0].isascii() for part in (word, *word.split("-")) if part}
        return frozenset(
            word[:k] for word in latin for k in range(min(max(4, len(word) - 7), len(word)), len(word) + 1)
        )

    @cached_property
    def numbers(self) -> frozenset[Number]:
        """Counts, dates, numbers of things, each with its qualifier."""
        spelled = self.lexis.spelled
        words = frozenset(spelled[word] for word in self.words if word in spelled) if spelled else frozenset()
        return words | {number for piece in self._between for number in numbers(piece, self.lexis.numbers)}

    @cached_property
    def counts(self) -> frozenset[Number]:
        """The numbers without floors and ceilings: those are told by ``limits``, beside which number they may stand."""
        floors = CLASSES.values()
        return frozenset(n._replace(qualifier="") if n.qualifier in floors else n for n in self.numbers)

    @cached_property
    def limits(self) -> Limits:
        """Floors and ceilings, beside a number or anywhere else."""
        return self.lexis.limits.of(fold(self.text).lower())

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of the lexicon, and Latin words in a text of another script ("Cotroni", "CAC/COSP/2023/1")."""
        names = {piece.lower() for piece, kind in self._pieces if kind == "name"}
        han, latin = (
            len(HAN.findall(self.key)),
            [word.lower() for part in self._between for word in LATIN.findall(part)],
        )
        return frozenset(names.union(word for word in latin if len(word) > 1) if han > 2 * len(latin) else names)

    @cached_property
    def places(self) -> frozenset[str]:
        """States and cities."""
        return frozenset(piece for piece, kind in self._pieces if kind == "place")

    @cached_property
    def denying(self) -> Denied:
        """How often the text denies, and in words that do not look it."""
        return self.lexis.denier.of("".join("," if kind else piece for piece, kind in self._pieces))

    @property
    def denials(self) -> int:
        """How often something is denied."""
        return self.denying.denials

    @property
    def implied(self) -> int:
        """How often something is denied by a word that does not look it (免收, prevented)."""
        return self.denying.implied

    @cached_property
    def alternatives(self) -> Counter[tuple[int, int]]:
        """Which alternatives of which rows of ``contrasts`` stand in the text, and how often: phrases, wherever they stand."""
        phrases = [phrase for phrase, kind in split(self.key, self.lexis.phrases) if kind]
        return Counter(place for phrase in phrases for place in self.lexis.alternatives[phrase])

    @cached_property
    def recites(self) -> bool:
        """Whether all that is asked or decided here is so in a document that is cited: 第5/3号决定要求."""
        hits = self.lexis.phrases.find(self.key)
        asked = [
            at for at, _, (word, _) in hits if any(row in self.lexis.force for row, _ in self.lexis.alternatives[word])
        ]
        return bool(asked) and all(CITED.search(self.key, max(0, at - CLAUSE), at) for at in asked)


def lexis(language: Language) -> Lexis:
    """The tables that ``substance`` reads. Use ``language.once(lexis)``."""
    cut, alternatives = language.once(pieces), language.once(_alternatives)
    return Lexis(
        cut,
        language.once(mended),
        language.once(evened),
        language.once(segmenter).words,
        language.once(senses),
        language.once(words_of_senses),
        language.once(_meanings),
        _fillers(language, "particle"),
        dict.fromkeys(map(ord, "".join(sorted(_fillers(language, "particle"))).lower())),
        _fillers(language, "function"),
        _fillers(language, "light"),
        language.once(_style),
        language.once(kinds),
        alternatives,
        Finder(language.once(_phrases)),
        _rows_of(language, "mode"),
        frozenset(frozenset(row[1:]) for row in language.rows("contrasts") if row[0] == CHARACTER),
        _rows_of(language, "force"),
        _rows_of(language, "manner"),
        language.once(Denier),
        language.once(_actors),
        tuple(row[0].lower() for row in language.rows("owner_short")),
        language.once(Limiter),
        language.once(number_words),
        language.once(number_words).spelled,
    )


def _meanings(language: Language) -> Callable[[str], frozenset[int]]:
    told, likes = language.once(thesaurus).meanings, language.once(synonyms).meanings
    return Remembered(lambda word: told(word).union(~number for number in likes(word))).__getitem__


def _rows_of(language: Language, kind: str) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(language.rows("contrasts")) if row[0] == kind)


@plain
def _style(language: Language) -> frozenset[str]:
    return frozenset(word for word, kind in language.once(stops).items() if kind in STYLE and HAN.match(word))


@plain
def _actors(language: Language) -> dict[str, str]:
    key = language.once(canonical)
    return {key(row[0]): row[1] if len(row) > 1 else row[0] for row in language.rows("addressees")}


@plain
def _phrases(language: Language) -> Buckets[tuple[str, str]]:
    return ordered((word, word, "alternative") for word in language.once(_alternatives))


def _fillers(language: Language, kind: str) -> frozenset[str]:
    return frozenset(word for row in language.rows("fillers") if row[0] == kind for word in row[1:])


@plain
def _alternatives(language: Language) -> dict[str, tuple[tuple[int, int], ...]]:
    """Every word of ``contrasts`` in its canonical form, with the rows and alternatives it stands for."""
    found: dict[str, list[tuple[int, int]]] = {}
    key = language.once(canonical)
    for number, row in enumerate(language.rows("contrasts")):
        if row[0] == CHARACTER:
            continue
        for place, alternative in enumerate(row[1:]):
            for word in dict.fromkeys(key(word) for word in alternative.split("=")):
                found.setdefault(word, []).append((number, place))
    return {word: tuple(places) for word, places in found.items()}
