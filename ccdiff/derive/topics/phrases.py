"""The phrases of a paragraph, and how well each would name what the paragraph is about.

Phrases are held against one another: what the paragraph begins with, what it comes back to and what the other report has no word for
speaks for a phrase; places and words that name nothing speak against it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator

from ccdiff.derive.topics.labels import place
from ccdiff.derive.topics.matter import LONGEST, actor
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, Unit, how, runs, vocabulary
from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.text.memory import Remembered
from ccdiff.text.sentences import sentences

ARTICLE = 5  # characters before the subject of an English sentence (The, An)
# What speaks for a phrase and against it, after a logistic fit over 1,000 paragraphs of judged pairs, rounded.
WEIGHTS = {
    "subject": 0.6,  # a sentence begins with it, and it is no place
    "first": 1.3,  # it stands in the first sentence
    "later": -0.8,  # how far behind in the unit
    "again": 0.9,  # times that words of it come again, three at most
    "fresh": 1.0,  # words of it that the other report has not, two at most
    "part": 1.0,  # a noun that a verb stands before or behind
    "weak": -0.7,  # words that name nothing, two at most
    "place": -2.0,
}
MOST_AGAIN, MOST_FRESH, MOST_WEAK = 3, 2, 2
OBJECT = 2  # what the verb of a clause governs is told before all else of it: 低收入家庭发放[机顶盒]


class Phrase(NamedTuple):
    """A phrase of a unit: its words, as they stand; how well they name what the unit is about; whether a sentence begins with it or a word of it
    comes again."""

    text: str
    words: Run
    score: float
    central: bool


def phrases(unit: Unit, side: Side, wanted: Callable[[Run, str], bool]) -> list[Phrase]:
    """The phrases of a unit that may name what it is about, of those that are wanted (by their words and the unit's text in lower case), the best
    first."""
    low = unit.text.lower()
    parts = {(run[0].start, run[-1].end): (run, part) for run, part in _parts(unit, side) if wanted(run, low)}
    if not parts:
        return []
    view = View(unit, side)
    found = [
        Phrase(text, run, *view.score(run, part))
        for run, part in parts.values()
        if _sayable(text := unit.text[run[0].start : run[-1].end], run, side)
    ]
    return sorted(found, key=lambda one: (-one.score, one.words[0].start))


def _parts(unit: Unit, side: Side) -> Iterator[tuple[Run, int]]:
    """The runs of a unit without the verb that an English one begins with, and in Chinese what a verb leaves of them; whether it is such a part."""
    before = None
    for run in side.here.once(runs)[unit.id]:
        if run[0].kind == "name":
            before = None
            continue
        if before and _bound(before, run, unit.text, side.here.language) and not actor(before, side):
            yield (*(before[-1:] if how(before, side.here.language) else before), *run), 0
        before = run
        if side.han:
            yield from _nouns(run, side) if len(run) > 1 else [(run, 0)]
        elif bare := nominal(run, unit, side):
            yield bare, 0


def _nouns(run: Run, side: Side) -> Iterator[tuple[Run, int]]:
    """A Chinese run, if it is no clause, and what the verbs within leave of it: 私人泳池 and 围栏 of 强制私人泳池安装围栏."""
    governs, whole = side.here.language.once(governing), _noun(run, side)
    clause = any([governs[word.raw] for word in whole[1:-1]])
    if not clause:
        yield whole, 0
    verbs = [k for k, word in enumerate(run) if clause and governs[word.raw]]
    inner = [k for k, word in enumerate(run) if word.kind == "inner" or governs[word.raw]]
    for cuts in filter(None, (inner, verbs)):
        for a, b in zip([-1, *cuts], [*cuts, len(run)], strict=True):
            part = run[a + 1 : b]
            if part and not all(word.weak for word in part):
                subject = b < len(run) and governs[run[b].raw]
                yield _noun(part, side), OBJECT if cuts is verbs and a >= 0 else int(not subject)


def _bound(one: Run, other: Run, text: str, language: Language) -> bool:
    """Whether two English phrases are one name: the price of paper, withdrawal from the Treaty, the Kyoto Forum on Sound."""
    binding, kinds = language.once(_binding)
    joint = binding.fullmatch(text, one[-1].end, other[0].start)
    if not joint or one[-1].weak:
        return False
    names, kind = text[one[0].start].isupper() and text[other[0].start].isupper(), kinds[joint[1]]
    return kind == "binds" or (len(one) == 1 if kind == "binds one" else names)


def _binding(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    """What stands between two halves of a name, and of what kind it is. Use ``language.once(_binding)``."""
    kinds = {
        row[0]: row[1] for row in language.rows("topic_openers") if row[1] in ("binds", "binds one", "binds names")
    }
    articles = "|".join(row[0] for row in language.rows("topic_openers") if row[1] == "article")
    return re.compile(rf" ({'|'.join(kinds) or '(?!)'}) (?:(?:{articles}) )?"), kinds


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
    kinds: dict[str, set[str]] = {kind: set() for kind in ("governs", "result", "noresult", "potential")}
    for row in language.rows("topic_openers"):
        if row[1] in kinds:
            kinds[row[1]].add(row[0])
    return Remembered(
        lambda word: (
            word in kinds["governs"]
            or (len(word) == 2 and word[1] in kinds["result"] and word not in kinds["noresult"])
            or (len(word) == 3 and word[1] in kinds["potential"])
        )
    )


def _sayable(text: str, run: Run, side: Side) -> bool:
    """Whether a phrase may be the name of anything but the report's own matter, a body, or those who act."""
    title = side.own_title
    if side.han and len(run) > 1 and len(run[0].raw) == 1 and run[0].raw not in text[1:]:
        return False  # the measure of a figure, the end of a word that was cut: 件文化财产, 列罪行
    if len(text) > LONGEST or side.body(text) or actor(run, side):
        return False
    return not (any([word.key in title for word in run]) and side.title(text))


def again(run: Run, low: str) -> bool:
    """Whether all of a phrase stands in its unit once more, in capitals or not."""
    return low.count(low[run[0].start : run[-1].end]) > 1


class View:
    """A unit, seen for what its phrases say."""

    def __init__(self, unit: Unit, side: Side) -> None:
        self.unit, self.theirs, self.places = unit, side.there.once(vocabulary), side.here.language.once(place)
        self.starts = [one.end - len(one.text.lstrip()) for one in sentences(unit.text)] or [0]
        self.count = Counter([word.key for run in side.here.once(runs)[unit.id] for word in run])
        self.opening = 1 if side.han else ARTICLE

    def score(self, run: Run, part: int) -> tuple[float, bool]:
        """How well a phrase names what the unit is about; and whether a sentence begins with it, a verb governs it or a word of it comes again."""
        text, start, end = self.unit.text, run[0].start, run[-1].end
        again = sum([self.count[word.key] - 1 for word in run if not word.weak])
        fresh = sum([word.key not in self.theirs for word in run if not word.kind])
        at = max(0, bisect_right(self.starts, start) - 1)
        placed = self.places[text[start:end]]
        subject = start - self.starts[at] < self.opening and not placed
        traits = {
            "subject": subject,
            "first": at == 0,
            "later": start / len(text),
            "again": min(MOST_AGAIN, again),
            "fresh": min(MOST_FRESH, fresh),
            "part": part,
            "weak": min(MOST_WEAK, sum([word.weak for word in run])),
            "place": placed,
        }
        return sum([WEIGHTS[trait] * size for trait, size in traits.items()]), subject or again > 0 or part == OBJECT
