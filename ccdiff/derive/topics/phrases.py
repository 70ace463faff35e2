"""The phrases of a paragraph, and how well each would name what the paragraph is about.

Phrases are held against one another: what the first sentence begins with or presents, what the paragraph comes back to and what the other
report has no word for speaks for a phrase; who acts, where, and how much, speaks against it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator

from ccdiff.derive.topics.cues import Cues, before
from ccdiff.derive.topics.labels import place
from ccdiff.derive.topics.matter import LONGEST, actor, heads
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, Unit, adjectives, how, runs, vocabulary
from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.text.memory import Remembered
from ccdiff.text.sentences import sentences

OF = re.compile(r"\s+of\s+(?:(?:the|a|an|its|their|such|these|those|all)\s+)?")


AFTER_OF = re.compile(OF.pattern + r"\Z")
NEAR_OF = 16  # characters in which "of" and an article stand


ARTICLE = 5  # characters before the subject of an English sentence (The, An)


WEAK = frozenset(("weak", "tail", "inner"))


ENDS = ("，", "。", "；", "！")


RANKS = ("first", "second")  # sentences of a unit


# What speaks for a phrase and against it, in the measure of one trait: from a logistic fit over 1,000 paragraphs of judged pairs, a
# quarter of the pairs held back in turn; rounded. With it the first choice is right for two in three of them, one of three choices for nine.
WEIGHTS = {
    "han": {
        "subject": 1.4,  # the sentence begins with it, and it is not who spoke
        "opening": -1.2,
        "says": 1.3,
        "about": 1.2,
        "object": 0.8,
        "event": 1.2,
        "first": 0.95,
        "later": -0.8,
        "again": 0.95,
        "light": 0.9,
        "strong": 0.4,
        "fresh": 0.6,
        "piece": 1.0,  # a noun that a verb stands before or behind
        "inner": -0.4,
        "weak": -0.85,
        "ends weak": -0.3,
        "how": -0.5,
        "short": -0.5,
        "place": -1.5,
        "floor": -0.6,
        "clause": -0.8,  # a whole clause behind another: what its subject does (无人机擅自飞入…，惊扰鸟类繁殖)
    },
    "latin": {
        "subject": 2.0,
        "opening": -1.2,
        "says": 0.8,
        "about": 1.1,
        "first": 1.8,
        "second": 0.9,
        "again": 0.9,
        "light": 0.35,
        "strong": 1.2,
        "fresh": 1.7,
        "common": 0.4,
        "of": 1.4,
        "weak": -0.3,
        "ends weak": -0.4,
        "whole": -0.8,
        "capital": -0.4,
        "how": -0.5,
        "short": -0.3,
        "place": -2.8,
        "floor": -1.4,
    },
}


TRAITS = frozenset(trait for weights in WEIGHTS.values() for trait in weights)
WEIGHTS = {script: dict.fromkeys(sorted(TRAITS), 0.0) | weights for script, weights in WEIGHTS.items()}


class Phrase(NamedTuple):
    """A phrase of a unit: its words, as they stand; how well they name what the unit is about; whether it begins with them, presents or
    repeats them, and whether more than one of its words is what it repeats; whether all of the phrase stands there again."""

    text: str
    words: Run
    score: float
    central: bool
    firm: bool
    again: bool


def phrases(unit: Unit, side: Side, wanted: Callable[[Run, str], bool]) -> list[Phrase]:
    """The phrases of a unit that may name what it is about, of those that are wanted (by their words and the unit's text in lower case), the best
    first."""
    low = unit.text.lower()
    parts = {(run[0].start, run[-1].end): (run, part) for run, part in _parts(unit, side) if wanted(run, low)}
    if not parts:
        return []
    view = View(unit, side)
    found = [
        Phrase(text, run, *view.score(run, part), again(run, low))
        for run, part in parts.values()
        if _sayable(text := unit.text[run[0].start : run[-1].end], run, side)
    ]
    return sorted(found, key=lambda one: (-one.score, one.words[0].start))


def _parts(unit: Unit, side: Side) -> Iterator[tuple[Run, bool]]:
    """The runs of a unit without the verb that an English one begins with, and in Chinese what a verb leaves of them; whether it is such a part.

    强制私人泳池安装围栏: 私人泳池, 围栏; Train [hospital surgeons].
    """
    governs = side.here.language.once(governing)
    for run in side.here.once(runs)[unit.id]:
        if run[0].kind == "name":
            continue
        if not side.han:
            yield from ((one, False) for one in _english(run, unit, side))
            continue
        if len(run) == 1:
            yield run, False
            continue
        yield _noun(run, side), False
        cuts = [k for k, word in enumerate(run) if word.kind == "inner" or governs[word.raw]]
        for a, b in zip([-1, *cuts], [*cuts, len(run)], strict=True) if cuts else ():
            part = run[a + 1 : b]
            if part and not all(word.weak for word in part):
                yield _noun(part, side), True


def _english(run: Run, unit: Unit, side: Side) -> Iterator[Run]:
    """A run without the verb that may stand before it; as it is, too, where it may be what is spoken of (drew attention to [lithium batteries])."""
    bare = nominal(run, unit, side)
    if bare:
        yield bare
    if bare != run and side.here.language.once(Cues).about.match(before(unit.text, run[0].start)):
        yield run


def nominal(run: Run, unit: Unit, side: Side) -> Run:
    """An English phrase without the verb that it may begin with: at the head of an item, or after such a word as "to".

    None of what only passes by (with balanced representation).
    """
    before = unit.text[: run[0].start].rstrip(" (")
    if not before:
        return run[1:] if side.item(unit.id) else run
    kind = side.here.language.once(leading).get(before.rpartition(" ")[2].lower(), "")
    return run[1:] if kind == "verbal" else () if kind == "passing" else run


def leading(language: Language) -> dict[str, str]:
    """The words before a phrase that tell what it is: a verb follows (to, must), or what passes by (with). Use ``language.once(leading)``."""
    return {row[0]: row[1] for row in language.rows("topic_openers") if row[1] in ("verbal", "passing")}


def _noun(run: Run, side: Side) -> Run:
    """A Chinese phrase without the verbs that govern it, and what only hangs on to it: 动用[储备政策工具], [海运集装箱]问题."""
    governs = side.here.language.once(governing)
    start = 0
    while start + 1 < len(run) and governs[run[start].raw]:
        start += 1
    end = len(run)
    while end > start + 1 and (run[end - 1].kind == "tail" or governs[run[end - 1].raw]):
        end -= 1
    rest = run[start:end]
    return rest if rest[-1].end - rest[0].start > 1 and not all(word.weak for word in rest) else run


def governing(language: Language) -> Remembered[bool]:
    """Whether a Chinese word is a verb that only governs what follows it. Use ``language.once(governing)``."""
    kinds: dict[str, set[str]] = {kind: set() for kind in ("governs", "result", "noresult")}
    for row in language.rows("topic_openers"):
        if row[1] in kinds:
            kinds[row[1]].add(row[0])
    return Remembered(
        lambda word: (
            word in kinds["governs"]
            or (len(word) == 2 and word[1] in kinds["result"] and word not in kinds["noresult"])
        )
    )


def _sayable(text: str, run: Run, side: Side) -> bool:
    """Whether a phrase may be the name of anything but the report's own matter, a body, or those who act."""
    title = side.own_title
    if side.han and len(run) > 1 and len(run[0].raw) == 1 and run[0].raw not in text[1:]:
        return False
    if len(text) > LONGEST or side.body(text) or actor(run, side):
        return False
    return not (any([word.key in title for word in run]) and side.title(text))


def again(run: Run, low: str) -> bool:
    """Whether all of a phrase stands in its unit once more, in capitals or not."""
    return low.count(low[run[0].start : run[-1].end]) > 1


class View:
    """A unit, seen for what its phrases say."""

    def __init__(self, unit: Unit, side: Side) -> None:
        language = side.here.language
        self.unit, self.side = unit, side
        self.theirs, self.heads = side.there.once(vocabulary), language.once(heads)
        self.cues, self.places, self.floor = language.once(Cues), language.once(place), language.once(floor)
        self.starts = [one.end - len(one.text.lstrip()) for one in sentences(unit.text)] or [0]
        every = side.here.once(runs)[unit.id]
        self.count = Counter([word.key for run in every for word in run])
        self.objects, self.adjectives = language.once(objects), language.once(adjectives)
        self.of = WEIGHTS["han" if side.han else "latin"]
        self.short, self.opening = (4, 1) if side.han else (8, ARTICLE)  # characters

    def score(self, run: Run, part: bool) -> tuple[float, bool, bool]:
        """How well a phrase names what the unit is about; whether one of the traits of what it is about is there, and one beside a word that comes again."""
        score, again = self._words(run)
        placed, subject = self._sentence(run)
        around, told = self._around(run)
        score += placed + around + self.of["piece"] * part
        return score, again or subject or told, subject or told

    def _words(self, run: Run) -> tuple[float, bool]:
        """What its own words say for a phrase, or against it; and whether one of them comes again."""
        again = fresh = common = weak = inner = 0
        count, theirs = self.count, self.theirs
        for _, _, key, kind, _ in run:
            if not kind or kind == "common":
                again += count[key] - 1
                if kind:
                    common += 1
                elif key not in theirs:
                    fresh += 1
            elif kind in WEAK:
                weak += 1
                if kind == "inner":
                    inner = 1
        of, last = self.of, run[-1]
        score = of["again"] * min(3, again) + of["fresh"] * min(2, fresh) + of["common"] * min(2, common)
        score += of["weak"] * min(2, weak) + of["inner"] * inner
        if last.kind in WEAK:
            score += of["ends weak"]
        if (head := self.heads.get(last.raw)) in ("strong", "light"):
            score += of[head]
        if last.end - run[0].start < self.short:
            score += of["short"]
        if len(run) > 1 and run[0].raw in self.adjectives and how(run, self.side.here.language):
            score += of["how"]
        return score, again > 0

    def _sentence(self, run: Run) -> tuple[float, bool]:
        """Where in its unit a phrase stands; and whether the sentence begins with it, and not with who speaks."""
        start, of = run[0].start, self.of
        at = max(0, bisect_right(self.starts, start) - 1)
        score = of["later"] * (start / len(self.unit.text))
        if at < len(RANKS):
            score += of[RANKS[at]]
        against = False
        for trait, so in (
            ("place", self.places[self.unit.text[start : run[-1].end]]),
            ("floor", run[-1].raw in self.floor),
        ):
            if so:
                score += of[trait]
                against = True
        if start - self.starts[at] >= self.opening:
            return score, False
        return score + of["opening"] + (0.0 if against else of["subject"]), not against

    def _around(self, run: Run) -> tuple[float, bool]:
        """What stands before and behind a phrase; and whether a word before it says that something is about it."""
        text, start, end, of, cues = self.unit.text, run[0].start, run[-1].end, self.of, self.cues
        back = before(text, start)
        score, told = 0.0, False
        for trait, so in (
            ("about", cues.about.match(back)),
            ("event", cues.event.match(back)),
            ("says", cues.says.match(back)),
            ("object", text.endswith(self.objects, 0, start)),
        ):
            if so:
                score += of[trait]
                told = True
        if self.side.han:
            if back.startswith("，") and text.startswith(ENDS, end):
                score += of["clause"]
            return score, told
        if back[:1].isspace() and AFTER_OF.search(text[max(0, start - NEAR_OF) : start]):
            score += of["of"]
        if OF.match(text, end):
            score += of["whole"]
        if text[start].isupper() and start > 0 and start not in self.starts:
            score += of["capital"]
        return score, told


def objects(language: Language) -> tuple[str, ...]:
    """What stands right before the thing that something is done to (把, 将). Use ``language.once(objects)``."""
    return tuple(row[0] for row in language.rows("topic_openers") if row[1] == "object")


def floor(language: Language) -> frozenset[str]:
    """Those who take the floor at any meeting, and what is done there: no matter. Use ``language.once(floor)``."""
    return frozenset(row[0].lower() for row in language.rows("topic_heads") if row[1] == "floor")
