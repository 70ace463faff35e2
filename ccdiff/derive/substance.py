"""What a text states, apart from how it words it: the facts that can be told from its form, and its words.

Facts are numbers with their qualifiers, dates, references, names, denials, and words that exclude others (``contrasts``).
Source of the rules: domain.md, "Unchanged, reworded, amended"; the cases in tests/derive/relation_cases.txt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from ccdiff.derive.denials import CLAUSE, DENY, Denied, Denier
from ccdiff.derive.limits import CLASSES, Limiter, Limits
from ccdiff.derive.wording import Piece, Table, canonical, evened, mended, ordered, pieces, split
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import segmenter, senses, thesaurus
from ccdiff.text.finder import Buckets, Finder
from ccdiff.text.normalise import fold
from ccdiff.text.numerals import chinese

HAN_NUMERAL = "〇零一二三四五六七八九十百千万亿两"
SOME = "一些"  # the canonical form of 部分, whose first character is a numeral, too: "三部分"
NUMBER = re.compile(
    rf"(?=[第\d{HAN_NUMERAL}])(?P<th>第?)(?:(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?(?:/\d+)*)|(?P<han>[{HAN_NUMERAL}]{{1,20}}?(?={SOME})|[{HAN_NUMERAL}]{{1,20}}))(?P<scale>[万亿]?%?)"
)
TENS = frozenset(str(n) for n in range(20, 100, 10))
YEAR = 4  # figures of a year; fewer are so many years
RANGE = re.compile(r"^[-至到]\d+([年月日])")
PLACES = ("第段", "第条", "第章", "第节")
FOREIGN = "*"  # marks the unit of a place of another text
DATED, RANGED = (
    "月日",
    3,
)  # the day of a month, which is named before it or before the day from which it runs: 4月1日至3日
CHARACTER = "character"
PLACE = "第段"  # the unit of a number that names a place of the report
NUMBERED = "年月日号条款段项次届章节期"  # what a number may belong to: the 8th of a month is not 8 of something
STYLE = ("edge", "inner")  # kinds of words that name no matter: 传播, 推广
NEAR = 24  # characters on each side of a number in which its unit and its qualifier stand
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'&/-]*(?:\.[A-Za-z0-9'&/-]+)*")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff〇]")


class Number(NamedTuple):
    """A number as a fact: its value, what it numbers (第段, 年; empty for a count), and its qualifier's class."""

    value: str
    unit: str
    qualifier: str


@record
class Lexis:
    """A language's tables, ready for use."""

    cut: Callable[[str], tuple[Piece, ...]]
    mended: Callable[[str], str]
    evened: Callable[[str], str]
    words: Callable[[str], tuple[str, ...]]
    spoken: Callable[[str], frozenset[str]]
    meanings: Callable[[str], frozenset[int]]  # what general dictionaries say of a word
    particles: frozenset[str]
    function: frozenset[str]
    light: frozenset[str]
    style: frozenset[
        str
    ]  # verbs and small words of general prose: another one in the same place is mostly another translator's
    alternatives: dict[str, tuple[tuple[int, int], ...]]  # word -> (contrast row, alternative) ...
    phrases: Table  # those words, to be found in a text
    modes: frozenset[int]  # contrast rows of which one that comes or goes is a fact, too
    opposites: frozenset[frozenset[str]]  # characters that exclude each other in a word that is otherwise the same
    forces: frozenset[int]  # contrast rows of what obliges, advises, permits
    manners: frozenset[int]  # the same where a text was edited, not told anew
    denier: Denier
    denials: tuple[re.Pattern[str], dict[str, str]]  # words that deny, or only look so, and the kind of each
    setting: frozenset[
        str
    ]  # words that set a condition, deny, permit: where both texts set one it says nothing which of them do
    conditional: frozenset[
        int
    ]  # contrast rows of words that set a condition, open, bar: they say nothing where both texts set one
    actors: frozenset[str]  # who may be asked to act, in canonical form
    kinds: tuple[str, ...]  # of bodies, by which alone they may be called (the Conference)
    qualifiers: tuple[tuple[str, str, str], ...]  # word, before|after, class
    units: tuple[tuple[str, str], ...]  # what may follow a count, and what may not follow that
    limits: Limiter
    numbered: re.Pattern[str]  # what stands before the number of a place of the report (English: "paragraphs 12 and ")
    outer: tuple[str, ...]  # words that show that a place is one of another text
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
        return "".join(char for char in self.lexis.mended(self.text).lower() if char.isalnum())

    @cached_property
    def senses(self) -> frozenset[str]:
        """What the text speaks of, in whatever words."""
        return self.lexis.spoken(fold(self.text).lower())

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
        return words | {number for piece in self._between for number in _numbers(piece, self.lexis)}

    @cached_property
    def counts(self) -> frozenset[Number]:
        """The numbers without floors and ceilings: those are told by ``limits``, beside which number they may stand."""
        floors = CLASSES.values()
        return frozenset(n._replace(qualifier="") if n.qualifier in floors else n for n in self.numbers)

    @cached_property
    def limits(self) -> Limits:
        """Floors and ceilings, beside a number or anywhere else."""
        found = self.lexis.limits.of(fold(self.text).lower())
        for kind in CLASSES.values():
            beside = sum(number.qualifier == kind for number in self.numbers)
            found.told[kind] = max(found.told[kind], beside)
        return found

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
        """What the text denies, and what it makes hang on one condition."""
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
    def denied(self) -> frozenset[str]:
        """What is denied: the first word that says something behind each word that denies."""
        return frozenset(filter(None, map(self._first, self.denying.behind)))

    def _first(self, clause: str) -> str:
        small = self.lexis.function | self.lexis.particles
        said = [word for word in self.lexis.words(clause) if word.isalpha() and word not in small]
        return next((word for word in said if len(word) > 1), "".join(said[:1]))

    @cached_property
    def alternatives(self) -> Counter[tuple[int, int]]:
        """Which alternatives of which rows of ``contrasts`` stand in the text, and how often: phrases, wherever they stand."""
        phrases = [phrase for phrase, kind in split(self.key, self.lexis.phrases) if kind]
        return Counter(place for phrase in phrases for place in self.lexis.alternatives[phrase])


def lexis(language: Language) -> Lexis:
    """The tables that ``substance`` reads. Use ``language.once(lexis)``."""
    cut, alternatives = language.once(pieces), language.once(_alternatives)
    return Lexis(
        cut,
        language.once(mended),
        language.once(evened),
        language.once(segmenter).words,
        language.once(senses),
        language.once(thesaurus).meanings,
        _fillers(language, "particle"),
        _fillers(language, "function"),
        _fillers(language, "light"),
        language.once(_style),
        alternatives,
        Finder(language.once(_phrases)),
        _rows_of(language, "mode"),
        frozenset(frozenset(row[1:]) for row in language.rows("contrasts") if row[0] == CHARACTER),
        _rows_of(language, "force"),
        _rows_of(language, "manner"),
        language.once(Denier),
        language.once(Denier).told,
        language.once(_setting),
        language.once(_conditional),
        language.once(_actors),
        tuple(row[0].lower() for row in language.rows("owner_short")),
        _qualifiers(language),
        language.once(_units),
        language.once(Limiter),
        _numbered(language),
        tuple(word.lower() for row in language.rows("reference_words") if row[0] == "outer" for word in row[1:]),
        _spelled(language),
    )


def _rows_of(language: Language, kind: str) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(language.rows("contrasts")) if row[0] == kind)


@plain
def _style(language: Language) -> frozenset[str]:
    return frozenset(row[0] for row in language.rows("topic_stop") if row[1] in STYLE and HAN.match(row[0]))


@plain
def _actors(language: Language) -> frozenset[str]:
    key = language.once(canonical)
    return frozenset(key(row[0]) for row in language.rows("addressees"))


@plain
def _units(language: Language) -> tuple[tuple[str, str], ...]:
    """What may follow a count, also in its canonical form (部分 in "三部分内容"), and what may not follow that."""
    key = language.once(canonical)
    rows = [(row[0], row[3] if len(row) > 3 else "") for row in language.rows("quantity_units") if row[0]]
    put = [(key(unit), stop) for unit, stop in rows if len(unit) > 1]
    return tuple(dict.fromkeys((*rows, *put)))


@plain
def _phrases(language: Language) -> Buckets[tuple[str, str]]:
    return ordered((word, word, "alternative") for word in language.once(_alternatives))


def _numbered(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for row in language.rows("numbered") for word in row[1:])
    return re.compile(
        rf"\b({words})\s(?:\d+(?:\([a-z]\))?(?:, and|,| and| to| or|-)\s?)*$" if words else r"(?!)", re.IGNORECASE
    )


def _spelled(language: Language) -> dict[str, Number]:
    counts = {
        row[0]: Number(row[1], "", "")
        for row in language.rows("number_words")
        if row[1] not in ("0", "1") and len(row) < 3
    }
    tens = {word: n for word, n in counts.items() if n.value in TENS}
    ones = {word: n for word, n in counts.items() if len(n.value) == 1} | {"one": Number("1", "", "")}
    joined = {
        f"{ten}-{one}": Number(str(int(n.value) + int(more.value)), "", "")
        for ten, n in (tens.items() if tens else ())
        for one, more in ones.items()
    }
    return joined | counts | {row[0]: Number(row[1], "", "") for row in language.rows("ordinals")}


def _fillers(language: Language, kind: str) -> frozenset[str]:
    return frozenset(word for row in language.rows("fillers") if row[0] == kind for word in row[1:])


def _qualifiers(language: Language) -> tuple[tuple[str, str, str], ...]:
    """The longest first: 不超过 before 超过."""
    rows = [(row[0], row[1], row[2]) for row in language.rows("qualifiers") if len(row) > 2]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


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


def _setting(language: Language) -> frozenset[str]:
    denier, words = language.once(Denier), language.once(segmenter).words
    told = {word for word, kind in denier.kinds.items() if kind == DENY}.union(denier.conditions)
    return frozenset(part for word in told for part in (word, *words(word)) if part.strip())


def _conditional(language: Language) -> frozenset[int]:
    setting, rows = language.once(_setting), enumerate(language.rows("contrasts"))
    return frozenset(n for n, row in rows if any(w in setting for words in row[1:] for w in words.split("=")))


def _numbers(text: str, lexis: Lexis) -> Iterator[Number]:
    month, end = "", -RANGED
    for match in NUMBER.finditer(text):
        value, unit = _value(match), _unit(match, text) or _place(match, text, lexis)
        if unit in DATED:
            if unit == DATED[1] and month and match.start() - end <= RANGED:
                value = f"{month}-{value}"
            month, end = (value if unit == DATED[0] else month), match.end()
        unit += FOREIGN if unit in PLACES and _foreign(match, text, unit, lexis) else ""
        if value and (
            match["digits"] or unit or (value != "1" and _counts(text[match.end() : match.end() + NEAR], lexis))
        ):
            yield Number(value, unit, "" if unit else _qualifier(text, match, lexis))


def _place(match: re.Match[str], text: str, lexis: Lexis) -> str:
    """The word for a place of the report before an English number, as the Chinese unit would say it."""
    before = lexis.numbered.search(text, max(0, match.start() - 60), match.start())
    return PLACE if before else ""


def _foreign(match: re.Match[str], text: str, unit: str, lexis: Lexis) -> bool:
    """Whether it is a place of another text: 第8/2号决议第8段, paragraph 8 of resolution 8/2."""
    before = CLAUSE.split(text[max(0, match.start() - NEAR) : match.start()])[-1]
    near = before + ("" if HAN.search(unit) and match["th"] else " " + text[match.end() : match.end() + NEAR])
    return any(word in near and word != unit[-1] for word in lexis.outer)


def _value(match: re.Match[str]) -> str:
    if match["digits"]:
        return match["digits"].replace(",", "") + match["scale"]
    number = chinese(match["han"])
    return str(number) if number else ""  # 零部件 counts nothing


def _unit(match: re.Match[str], text: str) -> str:
    """What is numbered; empty for a count. A bare 第一 before a point only numbers the writer's points: no fact."""
    after = text[match.end() : match.end() + 1]
    if match["th"]:
        return "第" + (after if after in NUMBERED else "") if after not in ",.:;" else ""
    if match["digits"] and after and after in "-至到":
        after = RANGE.sub(r"\1", text[match.end() : match.end() + 6])[:1]  # 2021-2030年, 2021年至2030年
    if after == "年" and len(match["digits"] or match["han"]) < YEAR:
        return ""  # 保存10年
    if match["digits"]:
        return after if after and after in "年月日" else ""
    dated = after in ("年", DATED[0]) or (after == DATED[1] and text[: match.start()].endswith(DATED[0]))
    return after if dated else ""  # 八月十五日 is 8月15日; 三日 alone are so many days


def _counts(after: str, lexis: Lexis) -> bool:
    """Whether a unit follows, and not one that begins another word (三所述); "十余个" counts as "十个" does."""
    more = next(
        (word for word, side, _ in lexis.qualifiers if side == "after" and len(word) == 1 and after.startswith(word)),
        "",
    )
    after = after.removeprefix(more)
    return any(
        after.startswith(unit) and _ends(after[len(unit) : len(unit) + 1], stop) for unit, stop in lexis.units
    ) or (after[:2] == "分之")


def _ends(follows: str, stop: str) -> bool:
    """Whether a unit is one, by what follows it: before a name ("三次 | 全球网全体会议") nothing does."""
    return not follows or follows not in stop


def _qualifier(text: str, match: re.Match[str], lexis: Lexis) -> str:
    before = text[max(0, match.start() - NEAR) : match.start()].rstrip()
    after = text[match.end() : match.end() + 6]
    for word, side, kind in lexis.qualifiers:
        if side == "before" and before.endswith(word):
            return kind
        if side == "after" and (after.startswith(word) or (len(word) > 1 and word in after)):
            return kind
    return ""
