"""What a report's text consists of, as the search for topics sees it: units, and runs of words that may name a matter.

A unit is a paragraph, an item or a footnote. A run is a stretch of words between two edges: points, figures, dates and the
words of ``topic_stop`` that no name of a matter crosses (function words, verbs of reporting). Within a run a word is *weak*
where it names no matter by itself (信息, 活动), else it is content.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, filterfalse

from ccdiff.derive.common_words import kinds, stops
from ccdiff.derive.wording import Cutter, canonical
from ccdiff.language import Language, plain
from ccdiff.model.named import NamedTuple
from ccdiff.reading import Reading

HAN = re.compile(r"[\u3400-\u9fff]")
FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"
LIST_MARKS = re.compile(r"[、;；]|,(?=\s)")
LISTED = 6  # separators from which a unit is taken for a printed list (States present: 85; an enumeration in a sentence: 4 or 5)
LISTED_LENGTH = 18  # mean characters between two of them (names of States: 4; of organisations: 16)
COUNTING = "〇零一二两三四五六七八九十百千万亿几数每首"
COUNTED = re.compile(
    f"[{COUNTING}][〇零一二三四五六七八九十百千万亿]*"
    "(?:[次个项份名位家种类届场条批期座艘架具头辆台套件款所颗块张支枚幅间栋幢片匹棵株册部篇封组队层只群副节处户]|分之[一二三四五六七八九十百千万]+)$"
)  # 七次, 六座, 四分之一
GRADE = re.compile(r"(?:P|D|G|GS|FS|NO|SB|TC|USG|ASG)-\d\Z")
TENS = re.compile(r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)y-[a-z]+\Z", re.I)
OWNING = ("’s", "'s", "s’")
COMPOUND = 4  # words that the table joins at most: 不限成员名额 is cut into 不, 限, 成员, 名额


class Unit(NamedTuple):
    """A paragraph, item or footnote. ``listing``: a printed list of names, whose words are names only."""

    id: str
    section: str
    text: str
    listing: bool
    front: bool


class Word(NamedTuple):
    """A word of a run: ``text[start:end]`` of its unit; ``key`` for comparing, ``raw`` in lower case for the tables.

    ``kind``: "" (content), "name" (of a body), "common" (names a matter only beside another word), "weak", "tail" or "inner"
    (names none).
    """

    start: int
    end: int
    key: str
    kind: str
    raw: str

    @property
    def weak(self) -> bool:
        return self.kind in ("weak", "tail", "inner")


Run = tuple[Word, ...]
_word: Callable[[tuple[int, int, str, str, str]], Word] = partial(tuple.__new__, Word)  # quicker than Word(...)
INSIDE = ("tail", "inner")  # no run begins with such a word
BREAKS = ("edge", "name", *INSIDE)


def units(reading: Reading) -> tuple[Unit, ...]:
    """The units of a report in reading order, footnotes last. Use ``reading.once(units)``."""
    report = reading.report
    body = [Unit(p.id, p.section, p.text, listing(p.text), p.kind == "front") for p in report.paragraphs]
    return (*body, *(Unit(f.id, "", f.text, False, False) for f in report.footnotes))


def listing(text: str) -> bool:
    """Whether ``text`` is a printed list of names.

    >>> listing("出席会议的有：" + "、".join(["中国", "法国", "德国", "日本", "印度", "巴西", "秘鲁", "波兰", "泰国", "约旦"]))
    True
    """
    marks = len(LIST_MARKS.findall(text))
    return marks >= LISTED and len(text) / marks <= LISTED_LENGTH * (1 if HAN.search(text) else 2)


def kind_of(language: Language) -> Callable[[str], str]:
    """A function that gives the kind of a word: "edge", "tail", "inner", "weak", "common" or "" (content).

    A word of four characters is what its halves are (妥善解决, 解决办法); an ending in the table (``-ed``) counts for words that it lacks.
    """
    known = language.once(kinds)
    endings = language.once(_endings)
    every = tuple(ending for ending, _ in endings)
    bound = ("edge", "inner")

    def kind(word: str) -> str:
        word = word.lower()
        if word in known:
            return known[word]
        if len(word) == 4 and word[:2] in known and word[2:] in known:
            return "inner" if known[word[:2]] in bound and known[word[2:]] in bound else "weak"
        if not word.endswith(every):
            return ""
        return next(
            (
                kind
                for ending, kind in endings
                if len(word) > len(ending) + (1 if ending >= FIRST_HAN else 2) and word.endswith(ending)
            ),
            "",
        )

    return kind


@plain
def _endings(language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((word[1:], kind) for word, kind in language.once(kinds).items() if word.startswith("-"))


@plain
def bodies(language: Language) -> frozenset[str]:
    """The names of bodies, organisations and instruments: a phrase does not run across them. Use ``language.once(bodies)``."""
    return frozenset(name for row in language.rows("names") if row[0] in BODIES for name in row[1:])


BODIES = ("body", "office", "agency", "region", "instrument", "place")


NOTHING = "", 0
APART = "|"  # stands in no word
TOLD = ("", "common", "name")  # kinds of words that are compared by their keys


class Known(NamedTuple):
    """What the tables say of a word: its ``kind`` (also "space"), ``key`` and ``raw`` (see ``Word``).

    ``opens``: the characters that may follow it in a longer word of the tables, the longest of which has ``room`` characters;
    ``lone``: a single Han character that is no word; ``length``: its characters; ``edge``: it is an edge and nothing else.
    """

    edge: bool
    kind: str
    key: str
    raw: str
    opens: str
    room: int
    lone: bool
    length: int


class Lexicon(dict[str, Known]):
    """What the tables say of a word, remembered; the key of a word that names nothing is the word.

    Use ``language.once(Lexicon)``.
    """

    def __init__(self, language: Language) -> None:
        self.events = frozenset(row[0] for row in language.rows("topic_heads") if row[1] == "event")
        self.kinds, self.kind = language.once(kinds), language.once(kind_of)
        self.names, self.cutter, self.key = language.once(bodies), language.once(Cutter), language.once(canonical)
        self.compounds, self.ordered, self.begins = language.once(_compounds)
        self._kinds: dict[str, str] = {}  # of the words of the last text learned that nobody has asked for

    def __missing__(self, word: str) -> Known:
        raw, han, kind = word.lower(), word[0] >= FIRST_HAN, self._kinds.pop(word, None)
        if kind is None:
            kind = self._kind(word)
        key = self.key(word + APART)[: -len(APART)] if kind in TOLD else raw
        lone = han and len(word) == 1 and word <= LAST_HAN and word not in self.kinds
        opens, room = self._opens(word) if han else NOTHING
        edge = kind == "edge" and not opens and not lone
        found = self[word] = Known(edge, kind, key, raw, opens, room, lone, len(word))
        return found

    def learn(self, words: Iterable[str]) -> None:
        """Find the keys of the words of a text with one look at all of them."""
        self._kinds = {word: self._kind(word) for word in sorted(filterfalse(self.__contains__, words))}
        fresh = [word + APART for word, kind in self._kinds.items() if kind in TOLD]
        self.cutter.learn("".join(fresh), fresh)

    def _kind(self, word: str) -> str:
        if word.isspace() and "\n" not in word:
            return "space"
        if not _wordy(word) or (word[0] in COUNTING and COUNTED.match(word)):
            return "edge"
        return "name" if word in self.names else self.kind(word)

    def _opens(self, word: str) -> tuple[str, int]:
        first = self.begins.get(word[0], NOTHING)
        if len(word) == 1 or word[1] not in first[0]:
            return first if len(word) == 1 else NOTHING
        at = end = bisect_right(self.ordered, word)
        while end < len(self.ordered) and self.ordered[end].startswith(word):
            end += 1
        return "".join(one[len(word)] for one in self.ordered[at:end]), max(map(len, self.ordered[at:end]), default=0)


@plain
def _compounds(language: Language) -> tuple[frozenset[str], tuple[str, ...], dict[str, tuple[str, int]]]:
    """The words of three characters and more; the same in order; by their first character the second ones, and how long the longest is."""
    words = (*language.once(stops), *language.words("topic_heads"))
    found = frozenset(word.lower() for word in words if len(word) > 2)
    ordered = tuple(sorted(found))
    begins: dict[str, tuple[str, int]] = {}
    for word in ordered:
        seconds, room = begins.get(word[0], NOTHING)
        begins[word[0]] = seconds if seconds[-1:] == word[1] else seconds + word[1], max(room, len(word))
    return found, ordered, begins


def runs(reading: Reading) -> dict[str, tuple[Run, ...]]:
    """The runs of every unit, by its locator; none for printed lists and the front matter. Use ``reading.once(runs)``."""
    lexicon = reading.language.once(Lexicon)
    lexicon.learn(reading.once(every_word))
    return {
        unit.id: () if unit.listing or unit.front else _runs(reading.words(unit.text), lexicon)
        for unit in reading.once(units)
    }


def every_word(reading: Reading) -> frozenset[str]:
    """All words of a report but those of its printed lists and its front matter. Use ``reading.once(every_word)``."""
    texts = [unit.text for unit in reading.once(units) if not (unit.listing or unit.front)]
    return frozenset(chain.from_iterable(map(reading.words, texts)))


def vocabulary(reading: Reading) -> set[str]:
    """The keys of the words, and of the pairs of neighbouring words, in a report's runs. Use ``reading.once(vocabulary)``."""
    every = [run for unit_runs in reading.once(runs).values() for run in unit_runs]
    found = {word.key for run in every for word in run}
    found |= {one.key + two.key for run in every if len(run) > 1 for one, two in zip(run, run[1:], strict=False)}
    return found if reading.language.code == "zh" else found | set(map(other_number, found))


def other_number(key: str) -> str:
    """An English word in the other number, as far as an ending shows it (rudder trunk, rudder trunks)."""
    return key[:-1] if key.endswith("s") else key + "s"


def title_runs(words: Sequence[str], language: Language) -> tuple[Run, ...]:
    """The runs of a heading, cut into ``words``; a verb that ends one names what is done (资产管理), and stays."""
    return _runs(words, language.once(Lexicon), keep=True)


def joined(words: Sequence[str], language: Language) -> list[str]:
    """The words; those joined that the tables have as one (司法|协助), and single characters that are no words (法|证, 利|雅|得)."""
    lexicon = language.once(Lexicon)
    found: list[str] = []
    at = 0
    while at < len(words):
        size = _size(words, at, lexicon[words[at]], lexicon)
        found.append(words[at] if size == 1 else "".join(words[at : at + size]))
        at += size
    return found


def _size(words: Sequence[str], at: int, known: Known, lexicon: Lexicon) -> int:
    """How many words from ``at`` on are one: a word of the tables, the most if there are several ways, or a name of single characters."""
    found = 1
    if at + 1 < len(words) and words[at + 1][0] in known.opens:
        text, room = words[at], known.room
        for end in range(at + 1, min(at + COMPOUND, len(words))):
            text += words[end]
            if len(text) > room:
                break
            if text in lexicon.compounds:
                found = end + 1 - at
    if found > 1 or not known.lone:
        return found
    end = at + 1
    while end < len(words) and len(words[end]) == 1 and FIRST_HAN <= words[end] <= LAST_HAN:
        if words[end] in lexicon.kinds:
            break
        end += 1
    return end - at


def _runs(words: Sequence[str], lexicon: Lexicon, keep: bool = False) -> tuple[Run, ...]:
    """The runs of a text cut into ``words``, in one pass; ``keep``: with the words at an end that only stand inside."""
    found: list[Run] = []
    run: list[Word] = []
    end = skip = 0
    last = len(words) - 1
    for at, known in enumerate(map(lexicon.__getitem__, words)):
        if skip:
            skip -= 1
            continue
        edge, kind, key, raw, opens, _, lone, length = known
        if edge:
            end += length
            if run:
                _end(run, found, keep)
                run = []
            continue
        if lone or (opens and at < last and words[at + 1][0] in opens):
            size = _size(words, at, known, lexicon)
            if size > 1:
                skip = size - 1
                _, kind, key, raw, _, _, _, length = lexicon["".join(words[at : at + size])]
        start, end = end, end + length
        if kind == "space":
            continue
        if kind == "name" and run and run[-1][1] == start and raw in lexicon.events:
            kind = "weak"  # 全球海洋声学[大会]
        if not kind or kind not in BREAKS or (run and kind in INSIDE):
            run.append(_word((start, end, key, kind, raw)))
            continue
        if run:
            _end(run, found, keep)
            run = []
        if kind == "name":
            found.append((_word((start, end, key, kind, raw)),))
    _end(run, found, keep)
    return tuple(found)


def _end(run: list[Word], found: list[Run], keep: bool) -> None:
    """The run without the words at its end that only stand inside (``keep``: with them)."""
    while run and run[-1].kind == "inner" and not keep:
        run.pop()
    if run:
        found.append(tuple(run))


def _wordy(word: str) -> bool:
    """Whether a word is of letters: a figure, a date, a symbol, a point, a number (eighty-eight), a grade of staff (P-5) or an owner (Force’s) is none."""
    if not word[:1].isalpha() or (word.startswith("第") and len(word) > 2) or "/" in word:
        return False
    return not (word[0] < FIRST_HAN and (GRADE.match(word) or word.endswith(OWNING) or TENS.match(word)))


def phrase(unit_text: str, run: Run, i: int, j: int) -> str:
    """The text from word ``i`` to word ``j`` of a run, both included, to the letter."""
    return unit_text[run[i].start : run[j].end]


def how(run: Sequence[Word], language: Language) -> bool:
    """Whether all that a phrase says beside its noun is how the thing is: a grave threat, an annual comparison."""
    known = language.once(adjectives)
    return len(run) > 1 and all(word.raw in known for word in run[:-1])


@plain
def adjectives(language: Language) -> frozenset[str]:
    """The words that say how a thing is. Use ``language.once(adjectives)``."""
    return frozenset(row[0].lower() for row in language.rows("topic_stop") if row[2:] == ("how",))
