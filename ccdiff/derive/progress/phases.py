"""Which deeds of a text lie ahead and which are done: "would be opened", "had not yet been shipped" and "opened in March"; 拟兴建, 已建成.

Deeds are a wide, closed class (table ``deeds``); whether one lies ahead or is done is told by the small words before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ccdiff.derive.progress.patterns import NEVER, any_of
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.text.finder import Buckets, Finder, buckets
from ccdiff.text.memory import Remembered

WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*|[,;:.()]")
HAN = re.compile(r"[㐀-鿿]")
CLOSE = 2  # characters between a mark and a deed that tells a thing (拟编写的手册): farther off, the thing is there (将在去年设立的机制下)
YEAR = re.compile(r"\d(?:\d{3} ?年| ?月)")
STOP = re.compile(r"[，。；：,;:！？]")
STOPS = frozenset(",;:.()")
FAR = 12  # words before "to" in which the word stands that looks ahead ("asked for its deadline to be put off")
SHORT = 3  # letters of a verb
UNDONE = "un"  # how a participle begins that tells what is not done
REGULAR = "ed"  # how the participle of a verb ends that no table has
NEAR = 3  # words before a participle in which "not", "yet" stands

ALONE = ("ahead", "asks", "done", "not", "unmade", "object")  # kinds of marks of one character
# kinds of words that tell what is done, or behind which any verb does
NAMED = ("deed", "event", "decides", "both")  # kinds of words that are deeds
# kinds of words behind which no verb stands
GIVEN_UP = ("off", "later")  # kinds of deeds that end or put off what was planned
BESIDE = ("after", "of", "future", "until")  # kinds of what stands right behind a mark or a deed

Forms = dict[str, list[tuple[tuple[str, ...], str, str, str]]]


@record
class Step:
    """A deed and its phase: ``ahead``, ``done``, ``undone`` (not yet), ``off`` (given up) or
    ``later`` (put off to another time, so that it lies ahead too); ``start`` to ``end`` are the words that say so.

    ``behind``: what is done stands before it ("the atlas would be launched"); ``open``: by a mark alone, before a verb of no table;
    ``verb``: the deed, in its base form.
    """

    phase: str
    start: int
    end: int
    behind: bool = False
    open: bool = False
    verb: str = ""


def steps(language: Language) -> Callable[[str], tuple[Step, ...]]:
    """A function that gives the deeds of a sentence with their phases. Use ``language.once(steps)``."""
    known, marks = language.once(latin), language.once(han)
    phrases, kinds = language.once(turns), marks[1]
    ones = {char: kind for char, kind in kinds.items() if kind in ALONE}
    done = (char for char, kind in ones.items() if kind in ("done", "ahead", "object"))
    signs = Signs(Finder(marks[0]).find, kinds, ones, *map(_any_char, (ones, done)))

    turned = [
        (pattern, phase, behind)
        for pattern, phase, behind in (
            (phrases.under, "ahead", True),
            (phrases.there, "done", False),
        )
        if pattern.pattern != NEVER
    ]

    def find(text: str) -> tuple[Step, ...]:
        low = text.lower()
        found = _han_steps(text, signs) if HAN.search(text) else _latin_steps(low, known)
        said = [
            Step(phase, match.start(), match.end(), behind)
            for pattern, phase, behind in turned
            for match in pattern.finditer(low)
        ]
        return (*found, *said)

    return Remembered(find).__getitem__


@record
class Turns:
    """``answers``: how a deed refers to what it answers; ``recurs``: what is to be done again and again; ``own``: the report itself;
    ``under``: something is under way; ``there``: it is there; ``session``: what has a date each time; ``made``: a verb before it is done.
    """

    answers: re.Pattern[str]
    recurs: re.Pattern[str]
    own: re.Pattern[str]
    under: re.Pattern[str]
    there: re.Pattern[str]
    session: re.Pattern[str]
    made: re.Pattern[str]


def turns(language: Language) -> Turns:
    """Turns of the table ``deeds``, as patterns. Use ``language.once(turns)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("deeds"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    return Turns(
        *(any_of(table.get(kind, ())) for kind in ("answers", "recurs", "own", "under", "there", "session", "made"))
    )


@plain
def han(language: Language) -> tuple[Buckets[str], dict[str, str]]:
    """The deeds and marks by their kinds: those of two characters and more, and those of one. Use ``language.once(han)``."""
    rows = [(word, row[0]) for row in language.rows("deeds") for word in row[1:] if not word.isascii()]
    behind = {word: kind for word, kind in rows if kind in BESIDE}
    marks = {word: kind for word, kind in rows if kind not in BESIDE}
    single = {word: kind for word, kind in marks.items() if len(word) == 1}
    made = {word: "after" for word, kind in single.items() if kind == "made"}
    return buckets(marks, anywhere=True), behind | single | made


@record
class Signs:
    """``find`` gives the deeds and marks of a text; ``kinds`` are those of what stands beside them, ``ones`` of the marks of one
    character, which ``single`` finds; ``done`` those that tell what is done.
    """

    find: Callable[[str], list[tuple[int, str, str]]]
    kinds: dict[str, str]
    ones: dict[str, str]
    single: re.Pattern[str]
    done: re.Pattern[str]


def _any_char(chars: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(chars)}]".replace("[]", "(?!)"))


def _han_steps(text: str, signs: Signs) -> Iterator[Step]:
    """The deeds of a Chinese sentence, clause by clause, with the last mark before each."""
    marks = [(at, at + len(word), kind) for at, word, kind in signs.find(text)]
    if not any(kind in STEPS for _, _, kind in marks) and not signs.done.search(text):
        return
    inside = {k for at, end, _ in marks for k in range(at, end)}
    deeds = frozenset(at for at, _, kind in marks if kind in NAMED)
    single = ((match.start(), match.group()) for match in signs.single.finditer(text))
    marks += [(at, at + 1, signs.ones[char]) for at, char in single if at not in inside]
    marks += [(match.start(), match.end(), "date") for match in YEAR.finditer(text)]
    marks += [(match.start(), match.end(), "stop") for match in STOP.finditer(text) if match.start() not in inside]
    marks.sort()
    clause = _Clause(text, signs, deeds)
    for at, end, kind in (*marks, (len(text), len(text), "stop")):
        step = clause.read(at, end, kind)
        if step:
            yield step


class _Clause:
    """Reads the marks and deeds of a clause from the left: each deed has the phase of the last mark before it."""

    def __init__(self, text: str, signs: Signs, deeds: frozenset[int]) -> None:
        self._text, self._single, self._deeds = text, signs.kinds, deeds
        self._phase, self._first, self._last = "", 0, 0  # of the last mark, where its words begin, and where it ends
        self._asked = False  # whether that mark asks for a deed
        self._open = (
            False  # whether that mark tells the phase of any verb behind it, and no deed of the table has stood there
        )

    def read(self, at: int, end: int, kind: str) -> Step | None:
        """The deed that ``text[at:end]`` is, with its phase; ``None`` for a mark, or where nothing tells the phase."""
        behind = self._single.get(self._text[end : end + 1], "")
        if kind == "stop":
            step = Step(self._phase, self._first, self._last, open=True) if self._open and self._last < at else None
            self._phase, self._open = "", False
            return step
        elif kind in ("ahead", "asks", "not", "object"):
            if behind not in ("after", "of") and not self._is_none(at, end, kind, behind):
                if not (self._open and self._phase == "ahead"):
                    self._first = at
                self._phase, self._last = ("undone" if kind == "not" else "ahead"), end
                self._open, self._asked = kind != "asks", kind == "asks"
        elif kind == "unmade":
            if end in self._deeds or behind == "future":
                self._phase, self._first, self._last = "undone", at, end
        elif kind == "due" and not (self._phase == "done" and self._open):
            self._first = self._first if self._phase else at
            self._phase, self._last, self._open = "ahead", end, True
        elif kind == "date" and self._phase == "ahead" and at - self._last < CLOSE:
            self._last = end
        elif kind == "done" or (kind == "date" and not self._phase):
            if self._phase not in ("ahead", "undone"):
                self._phase, self._first, self._last = "done", at, end
                self._open = kind == "done"
        elif kind == "process":
            return Step("ahead", at, end, True) if self._phase != "done" else None
        elif kind == "decides" and self._opens(end, behind):  # 商定成立
            self._phase, self._first, self._last = "ahead", at, end
        elif kind == "urges":
            self._phase = self._phase or kind
        elif kind == "event":
            return self._event(at, end)
        elif kind in ("deed", "off", "later", "decides", "both"):
            return self._deed(at, end, kind, behind)
        return None

    def _event(self, at: int, end: int) -> Step | None:
        """What happens to a thing that stands before it, and has happened where nothing says that it lies ahead: 首批电车3月上路."""
        self._open = False
        if self._phase in ("ahead", "undone"):
            return Step(self._phase, self._first, end, verb=self._text[at:end])
        before, following = self._text[at - 1 : at], self._text[end : end + 1]
        ends = not following or bool(STOP.match(following)) or following.isdigit()
        named = not before or bool(STOP.match(before)) or self._single.get(before) == "of"
        if self._phase == "urges" or not ends or named:
            return self._deed(at, end, "deed", self._single.get(self._text[end : end + 1], ""))
        return Step("done", at, end, verb=self._text[at:end])

    def _is_none(self, at: int, end: int, kind: str, behind: str) -> bool:
        """Whether what looks like a mark of what lies ahead is none: a noun (的请求), or one that only puts first what is done something with
        (已将数据迁移).
        """
        moves = kind == "object" and self._phase == "done" and end not in self._deeds and behind != "future"
        return moves or self._single.get(self._text[at - 1 : at]) == "of"

    def _opens(self, end: int, behind: str) -> bool:
        """Whether the deed that is decided stands right behind (not 由成员国商定后, 已批准)."""
        near = any(place in self._deeds for place in range(end, end + CLOSE))
        return near and behind not in ("after", "of") and self._phase != "done"

    def _deed(self, at: int, end: int, kind: str, behind: str) -> Step | None:
        """A deed; in ``拟编写的手册`` it tells a thing that lies ahead, in 将在去年设立的机制下 one that is there."""
        self._open = False
        of = behind == "of"
        if self._phase in ("ahead", "undone") and (not of or (at - self._last < CLOSE and not self._asked)):
            phase, self._phase = self._phase, "" if of else self._phase
            return Step(phase, self._first, end, verb=self._text[at:end])
        after = behind == "after" or (of and kind != "both") or self._single.get(self._text[end : end + 2]) == "after"
        if (self._phase != "done" and not after and kind not in GIVEN_UP) or (
            self._phase in ("ahead", "undone") and not of
        ):
            return None
        phase = ("later" if behind == "until" else kind) if kind in GIVEN_UP else "done"
        self._phase = self._phase if self._phase == "done" else ""
        return Step(phase, self._first if self._phase else at, end, verb=self._text[at:end])


@plain
def latin(language: Language) -> tuple[Forms, dict[str, frozenset[str]]]:
    """The forms of all deeds by their first word, and the small words by kind. Use ``language.once(latin)``."""
    forms: Forms = {}
    small: dict[str, set[str]] = {}
    for row in language.rows("deeds"):
        if row[0] in ("deed", *GIVEN_UP) and len(row) == 5:
            named: dict[str, list[str]] = {}
            for kind, form in zip(("base", "past", "part", "ing"), row[1:], strict=True):
                named.setdefault(form, []).append(kind)
            for form, kinds in named.items():
                first, *rest = form.split()
                forms.setdefault(first, []).append((tuple(rest), "+".join(kinds), row[0], row[1]))
        else:
            small.setdefault(row[0], set()).update(row[1:])
    for found in forms.values():
        found.sort(key=lambda form: -len(form[0]))
    return forms, {kind: frozenset(words) for kind, words in small.items()}


def _latin_steps(low: str, known: tuple[Forms, dict[str, frozenset[str]]]) -> Iterator[Step]:
    forms, small = known
    if not forms:
        return
    places = [(match.group(), match.start(), match.end()) for match in WORD.finditer(low)]
    words = [word for word, _, _ in places]
    free = 0
    for at, word in enumerate(words):
        if at < free:
            continue
        if word in small["noun"] and at > 1 and words[at - 1] == "the":  # called for the establishment of
            told = "ahead" if words[at - 2] in small["leads"] or words[at - 2] in ("for", "with") else "done"
            yield Step(told, places[at - 2][1], places[at][2])
            continue
        found = next(
            (form for form in forms.get(word, ()) if tuple(words[at + 1 : at + 1 + len(form[0])]) == form[0]), None
        )
        rest, kinds, group, verb = found or ((), _open(words, at, small), "deed", "")
        end = at + 1 + len(rest)
        phase, first = _phase(words, at, end, kinds.split("+"), small) if kinds else ("", at)
        if phase:
            told = group if group in GIVEN_UP and phase == "done" else phase
            if told == "off" and end < len(words) and words[end] in small["until"]:
                told = "later"
            yield Step(
                told, places[first][1], places[end - 1][2], _stands_before(words, first, at, end, small), verb=verb
            )
        if found or phase:
            free = end


def _stands_before(words: list[str], first: int, at: int, end: int, small: dict[str, frozenset[str]]) -> bool:
    """Whether the thing that a deed is about stands before it: of a passive, and where only a place or time follows ("to start in May")."""
    passive = any(word in small["passive"] for word in words[first:at])
    return passive or end >= len(words) or words[end] in STOPS or words[end] in small["where"]


def _open(words: list[str], at: int, small: dict[str, frozenset[str]]) -> str:
    """What a verb of no table may be: behind "would" any base form, behind "had been" any participle, but for what is said or thought."""
    word = words[at]
    if word in small["said"] or word in STOPS or at == 0 or len(word) < SHORT:
        return ""
    before = words[at - 1]
    if (
        before == "to"
        or before in small["will"]
        or (before in small["not"] and at > 1 and words[at - 2] in small["will"])
    ):
        return "" if word.endswith("ly") or word in small["skip"] else "base"
    participle = word.endswith(REGULAR) and not word.startswith(UNDONE)
    if before in small["be"] and at > 1 and words[at - 2] == "to" and _lead(words, at - 2, small) < 0:
        return ""  # known to be recycled
    return "part" if participle and any(before in small[kind] for kind in ("had", "be", "being", "skip")) else ""


def _phase(words: list[str], at: int, end: int, kinds: list[str], small: dict[str, frozenset[str]]) -> tuple[str, int]:
    """The phase of the form at ``at``, and the word with which it begins to say so; ``("", at)`` where it says none."""
    back = _before(words, at, small)
    one = back[0] if back else -1
    word = words[one] if back else ""
    following = words[end] if end < len(words) else "."
    if "base" in kinds:
        if word in small["did"] and _denied(words, one, at, small):
            return "undone", one
        if word in small["will"]:
            return ("off" if _denied(words, one, at, small) else "ahead"), one
        if word == "to":
            lead = _lead(words, one, small)
            return ("ahead", lead) if lead >= 0 else ("", at)
    if "ing" in kinds and word in small["be"] and len(back) > 1 and words[back[1]] in small["will"]:
        return ("off" if _denied(words, back[1], at, small) else "ahead"), back[1]  # will be visiting
    if "part" in kinds and word in small["be"] and len(back) > 1:
        before = words[back[1]]
        if before in small["will"]:
            return ("off" if _denied(words, back[1], at, small) else "ahead"), back[1]
        if before == "to":
            lead = _lead(words, back[1], small)
            first = words[back[1] - 1] in small["first"]
            return ("", at) if lead < 0 and first else ("ahead", lead if lead >= 0 else back[1])
        that = next((k for k in range(at - 1, max(-1, at - 1 - FAR), -1) if words[k] in small["that"]), -1)
        lead = _lead(words, that, small) if that > 0 else -1  # proposed that the archive be digitized
        return ("ahead", lead) if lead == that - 1 >= 0 else ("", at)
    if "part" in kinds and word in small["being"]:
        return "ahead", back[1] if len(back) > 1 else one
    if "part" in kinds and word in small["had"]:
        before = words[back[1]] if len(back) > 1 else ""
        if before in small["can"] or before in small["will"]:
            return "", at
        return ("undone" if _denied(words, max(0, one - NEAR), at, small) else "done"), one
    if "ing" in kinds and word in small["doing"]:
        return ("" if _denied(words, one, at, small) else "ahead"), one
    if "part" in kinds and following in STOPS and all(w in small["skip"] or w in small["not"] for w in words[:at]):
        return ("undone" if _denied(words, 0, at, small) else "done"), 0  # Not implemented. Completed.
    told = following in small["behind"] or (bool(at) and _subject(words[at - 1], small))
    if "base" not in kinds and ("past" in kinds or "part" in kinds) and told:
        return ("" if _denied(words, max(0, at - NEAR), at, small) or word in small["can"] else "done"), at
    return "", at


def _subject(word: str, small: dict[str, frozenset[str]]) -> bool:
    """Whether a word may be the last of a subject, so that a past form behind it is its verb ("the Clerk visited neighbours")."""
    return word not in STOPS and not any(word in small[kind] for kind in NO_SUBJECT)


def _before(words: list[str], at: int, small: dict[str, frozenset[str]]) -> list[int]:
    """The two words before one in its clause, without adverbs."""
    found: list[int] = []
    for k in range(at - 1, max(-1, at - 1 - FAR), -1):
        if words[k] in STOPS or len(found) > 1:
            break
        if words[k] not in small["skip"] and words[k] not in small["not"] and not words[k].endswith("ly"):
            found.append(k)
    return found


def _lead(words: list[str], to: int, small: dict[str, frozenset[str]]) -> int:
    """Where the word stands that makes "to" with what follows look ahead; -1 where none does."""
    for k in range(to - 1, max(-1, to - 1 - FAR), -1):
        if words[k] in ";.:" or words[k] in small["bars"]:
            return -1
        if words[k] in small["leads"] or (k == to - 1 and words[k] in small["is"]):
            while k and words[k - 1] in small["is"]:
                k -= 1
            return k
    return -1


def _denied(words: list[str], start: int, end: int, small: dict[str, frozenset[str]]) -> bool:
    return any(word in small["not"] for word in words[start:end])


NO_SUBJECT = ("said", "behind", "be", "being", "had", "can", "will", "leads", "is", "not", "passive")
STEPS = frozenset(("deed", "both", "event", "off", "decides", "process", "ahead", "due", "done", "later", "not"))
