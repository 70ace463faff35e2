"""What matters most: a handful of changes in order of weight, for the head of a note and of the page.

Everything was found before; here it is only weighed (``design.md``: say every difference first, judge its weight afterwards).
Entries that are told in one sentence are one highlight with several ``members``: ten recommendations no longer listed, five counts
of one directory. A highlight quotes the places that prove it; of what no reader asks first (references, wording) there are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from ccdiff.derive.again import edits
from ccdiff.derive.context import Pair
from ccdiff.derive.turns import turns
from ccdiff.language import Language
from ccdiff.model.changes import Changes, Figure, FigureMention, Recommendation, SetChange, TableChange, Topic
from ccdiff.model.comparison import Highlight
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

FIGURES = "figures"  # the shift of a recommendation that asks for another number of the same
GONE = ("echoed", "referred", "dropped")  # no longer recommended

# The weights. A delegate asks first what is recommended, then what is on the agenda, then how large the numbers are, then who came.
ALL_GONE = 1.0  # no recommendation is made again (8th/9th pair: ten of ten)
SOME_GONE = 0.82  # one or more gone without a trace, or only referred to: before any topic (an agenda item, 0.81), before what was weakened
SOME_ECHOED = 0.6  # all that are gone are taken up in the text
SHARE = 0.15  # what the share of those that are gone adds at most
ALL_NEW = 0.97  # recommendations where there were none
SOME_NEW = 0.6
WEAKENED = 0.75  # 要求 to 鼓励: what a delegation fought for
STRENGTHENED = 0.7
AMENDED = 0.5
TOPIC = 0.9  # of a topic's importance; a dropped agenda item (0.9) stands behind recommendations, before any figure
FIGURE = 0.4  # a changed figure
CHANGE = 0.28  # what its relative change adds at most, at half or double its value: behind what is recommended and what is treated
RANGED = 0.3  # of the weight of a change: a range, which has no single difference
STEEP = 50.0  # per cent of change from which a figure has its full weight
POINTS = 10.0  # percentage points from which a share has it: a growth of 8.1 and of 5.2 per cent has not (work reports, 2022 and 2024)
# added for each further figure told with it, at most four: the five counts of a directory (8th/9th, 43 and 39)
TOGETHER, MORE = 0.05, 4
SET = 0.25  # added where the number is set, not counted: the year's target for growth, before what the last year's was
# whole numbers below the first count with this share of their change: 6 to 9 women ministers
SMALL = (10, 0.5), (100, 0.8)
TURNED = 0.3  # added where the qualifier turned round: 逾 1,000 to 近 1,000 (8th report, 20; 9th, 19)
CONTRADICTS = 0.2  # added where the text says it rose while it fell
ATTENDANCE = 0.4  # and what the share of those who came or stayed away adds at most: 0.3
OBSERVERS = 0.3
NAMES = 10  # on a list from which the share of those who changed says all it can
ROWS = 0.4  # rows of a table of words: of minutes that hold all in a table the only news, of others behind all that is told of the text
PROGRESS = 0.55  # a matter that was announced and is done
TURNS = frozenset(
    {
        frozenset({"over", "nearly"}),
        frozenset({"at_least", "up_to"}),
        frozenset({"over", "up_to"}),
        frozenset({"at_least", "nearly"}),
    }
)

OLD, NEW = attrgetter("old"), attrgetter("new")
MOST = 10  # highlights in all: what fits at the head of a note
LEAST = 0.3  # weight below which nothing is a highlight
MOST_OF = {
    "recommendation": 3,
    "topic": 5,
    "figure": 3,
    "table": 2,
    "table_row": 2,
    "attendance": 1,
    "progress": 2,
    "paragraph": MOST,
}  # so that none crowds out the others
ONE_SIDE = 3  # new topics, and dropped ones, among them


FEW = 5  # highlights below which the paragraphs that changed most fill up: else a reader learns of a bank's statement that its date is another
FILL = 0.25  # weight of the first of them; behind all others
STEP = 0.001
# Functions of paragraphs that every meeting words anew by its number, day and place, or that list who and what was there: no news while
# anything else is. Who presided is.
HELD = ("front", "held", "agenda-adopted", "documents-had", "next-meeting", "next-agenda", "report-adopted", "closed")
THERE = ("states", "integration", "un-bodies", "igos", "ngos", "entity", "panel-experts")
ROUTINE = frozenset(f"function:{role}" for role in (*HELD, *THERE))
CITED = re.compile(
    r"[A-Z][\w.]*(?:/[\w.-]+)+(?:\s*(?:Rev|Corr|Add)\b)?|\W+|\d+"
)  # symbols and numbers: "(A/61/6)" to "(A/65/6)" moves with the session and is no news
NEARLY_ALL = 0.75  # share of a topic's paragraphs that are recommendations told already; 文化财产, 8 of 12, is a matter of its own (CTOC/9th)


def highlights(pair: Pair, changes: Changes) -> tuple[Highlight, ...]:
    """The most important changes in order of weight, at most ten; none where nothing changed.

    ``index`` is the first (weightiest) entry of the list named by ``kind``, ``members`` are all that the highlight stands for, in the
    order of the list; for "attendance" 0 means States, 1 observers and 2 persons.
    """
    found = [
        *_recommendations(changes),
        *_topics(changes),
        *_figures(pair, changes),
        *_tables(changes),
        *_rows(changes),
        *_attendance(changes),
        *_progress(changes),
    ]
    if not pair.again and not pair.subjects:
        found += turns(pair, found, changes.recommendations)
    if pair.again:
        found = [entry for entry in found if entry.kind not in ("topic", "progress")]
        found += edits(pair, found)
    chosen = _chosen(sorted(found, key=_rank), changes)
    if not pair.subjects and len(chosen) < FEW:
        chosen += _amended_most(pair, chosen, FEW - len(chosen))
    return tuple(sorted(chosen, key=_rank))


def _rank(entry: Highlight) -> tuple[float, str, int]:
    return (-entry.weight, entry.kind, entry.index)


def _chosen(ranked: list[Highlight], changes: Changes) -> list[Highlight]:
    """The best of every kind, then the best of the rest, as many of a kind as ``MOST_OF`` allows."""
    first = {entry.kind: entry for entry in reversed(ranked)}
    chosen: list[Highlight] = []
    count: Counter[str] = Counter()
    for entry in (*(entry for entry in ranked if first[entry.kind] is entry), *ranked):
        keys = [entry.kind, *([f"topic-{changes.topics[entry.index].kind}"] if entry.kind == "topic" else ())]
        room = len(chosen) < MOST and all(count[key] < MOST_OF.get(key, ONE_SIDE) for key in keys)
        if room and entry.weight >= LEAST and entry not in chosen:
            count.update(keys)
            chosen.append(entry)
    return chosen


def _amended_most(pair: Pair, told: Sequence[Highlight], most: int) -> list[Highlight]:
    """The amended paragraphs of whose words most are new or gone, none of which a highlight tells already; the masthead is none.

    What every meeting words anew is taken only where there is nothing else at all.
    """
    olds, news = ({place for entry in told for place in side(entry)} for side in (OLD, NEW))
    found = [
        (sum(len(CITED.sub("", text)) for mark, text in row.diff if mark != "="), index, row)
        for index, row in enumerate(pair.rows)
        if row.relation == "amended"
        and "front" not in row.old
        and olds.isdisjoint(row.old)
        and news.isdisjoint(row.new)
    ]
    proper = [entry for entry in found if ROUTINE.isdisjoint(entry[2].why.split("+"))]
    fill = proper or ([] if told else found)
    largest = sorted((entry for entry in fill if entry[0]), key=lambda entry: (-entry[0], entry[1]))[:most]
    return [
        Highlight("paragraph", index, round(FILL - STEP * at, 3), row.old, row.new, (index,))
        for at, (_, index, row) in enumerate(largest)
    ]


def _recommendations(changes: Changes) -> Iterator[Highlight]:
    """Those gone in one highlight, those new in one, and each whose strength moved."""
    entries = list(enumerate(changes.recommendations))
    earlier = [entry for entry in entries if entry[1].old]
    gone = [entry for entry in earlier if entry[1].status in GONE]
    new = [entry for entry in entries if entry[1].status == "new"]
    if gone:
        share = len(gone) / len(earlier)
        some = SOME_ECHOED if all(entry.status == "echoed" for _, entry in gone) else SOME_GONE
        yield _ledger(gone, ALL_GONE if share == 1 else some + SHARE * share)
    if new:
        yield _ledger(new, ALL_NEW if not earlier else SOME_NEW + 0.3 * len(new) / (len(new) + len(earlier)))
    for index, entry in entries:
        if entry.status == "amended" and not (entry.shift == FIGURES and _counted(entry, changes)):
            weight = {"weakened": WEAKENED, "strengthened": STRENGTHENED}.get(entry.shift, AMENDED)
            yield Highlight("recommendation", index, weight, (entry.old,) if entry.old else (), entry.new, (index,))


def _counted(entry: Recommendation, changes: Changes) -> bool:
    """Whether the figures tell what was amended: another number is all that changed."""
    places = [(f.old.paragraph, f.new.paragraph) for f in changes.figures if f.kind == "changed" and f.old and f.new]
    return any(old == entry.old and new in entry.new for old, new in places)


def _ledger(entries: list[tuple[int, Recommendation]], weight: float) -> Highlight:
    old = tuple(dict.fromkeys(entry.old for _, entry in entries if entry.old))
    new = tuple(dict.fromkeys(place for _, entry in entries if entry.status == "new" for place in entry.new))
    return Highlight("recommendation", entries[0][0], round(weight, 3), old, new, tuple(index for index, _ in entries))


def _topics(changes: Changes) -> Iterator[Highlight]:
    """Topics by their importance, but for a chapter of recommendations that the ledger tells already."""
    told: dict[str, set[str]] = {
        "dropped": {entry.old for entry in changes.recommendations if entry.old and entry.status in GONE},
        "new": {place for entry in changes.recommendations if entry.status == "new" for place in entry.new},
    }
    for index, topic in enumerate(changes.topics):
        if len(told[topic.kind].intersection(topic.paragraphs)) < NEARLY_ALL * len(topic.paragraphs):
            yield Highlight("topic", index, round(TOPIC * topic.importance, 3), *_sides(topic), (index,))


def _sides(topic: Topic) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (topic.paragraphs, ()) if topic.kind == "dropped" else ((), topic.paragraphs)


def _figures(pair: Pair, changes: Changes) -> Iterator[Highlight]:
    """Changed figures; those of one pair of paragraphs together, as the counts of a directory are, but for a turned qualifier."""
    figures = changes.figures
    groups: dict[tuple[str, str, int], list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.kind == "changed" and figure.old and figure.new:
            key = figure.old.paragraph, figure.new.paragraph, index if _turned(figure) else -1
            groups.setdefault(key, []).append(index)
    for (old, new, _), members in groups.items():
        weights = {index: _figure(figures[index]) + SET * _set(pair, figures[index]) for index in members}
        first = max(members, key=lambda index: (weights[index], -index))
        weight = weights[first] + TOGETHER * min(MORE, len(members) - 1)
        yield Highlight("figure", first, round(min(0.95, weight), 3), (old,), (new,), tuple(members))


def _figure(figure: Figure) -> float:
    change = _change(figure) * _size(figure)
    return FIGURE + CHANGE * change + (TURNED if _turned(figure) else 0.0) + (CONTRADICTS if figure.warning else 0.0)


def _tables(changes: Changes) -> Iterator[Highlight]:
    """Each table of which cells changed, by the cell that moved most."""
    groups: dict[tuple[tuple[str, str], str], list[int]] = {}
    for index, cell in enumerate(changes.tables):
        groups.setdefault((cell.sections, cell.caption), []).append(index)
    for ((old, new), _), members in groups.items():
        weights = {index: FIGURE + CHANGE * _moved(changes.tables[index]) for index in members}
        first = max(members, key=lambda index: (weights[index], -index))
        weight = weights[first] + TOGETHER * min(MORE, len(members) - 1)
        yield Highlight("table", first, round(min(0.95, weight), 3), (old,), (new,), tuple(members))


def _rows(changes: Changes) -> Iterator[Highlight]:
    """Each table of which rows changed; of one whose cells are told these matter more."""
    told = {(cell.sections, cell.caption) for cell in changes.tables}
    groups: dict[tuple[tuple[str, str], str], list[int]] = {}
    for index, row in enumerate(changes.table_rows):
        if (row.sections, row.caption) not in told:
            groups.setdefault((row.sections, row.caption), []).append(index)
    for ((old, new), _), members in groups.items():
        yield Highlight("table_row", members[0], ROWS, (old,), (new,), tuple(members))


def _moved(cell: TableChange) -> float:
    """How far the figure of a cell moved, from 0 to 1, as ``_change`` and ``_size`` have it for one of the text."""
    if cell.percent is None:
        return min(1.0, abs(cell.delta) / POINTS)
    before = abs(cell.delta * 100 / cell.percent) if cell.percent else 0.0
    whole = float(cell.delta).is_integer()
    size = next((share for below, share in SMALL if whole and before + abs(cell.delta) < below), 1.0)
    return min(1.0, abs(cell.percent) / STEEP) * size


def _change(figure: Figure) -> float:
    """How far a figure moved, from 0 to 1."""
    if figure.percent is not None:
        return min(1.0, abs(figure.percent) / STEEP)
    if figure.delta is not None and figure.unit == "%":
        return min(1.0, abs(figure.delta) / POINTS)
    return 1.0 if figure.delta is not None else RANGED


def _set(pair: Pair, figure: Figure) -> bool:
    """Whether both mentions are of a number that is set: a word of the table ``aims`` stands before it in its sentence."""
    sides = ((pair.old, figure.old), (pair.new, figure.new))
    return all(mention is not None and _aimed(reading, mention) for reading, mention in sides)


def _aimed(reading: Reading, mention: FigureMention) -> bool:
    text = reading.report.text(mention.paragraph)
    sentence = next((span for span in sentences(text) if mention.start < span.end), None)
    return sentence is not None and reading.language.once(_aims).search(text, sentence.start, mention.start) is not None


def _aims(language: Language) -> re.Pattern[str]:
    words = [re.escape(row[0]) for row in language.rows("aims")]
    return re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in words) or "(?!)")


def _size(figure: Figure) -> float:
    """How much a relative change says: of two meetings and four less than of 47 answers and 93, or of 1.6 and 2.4 million."""
    largest = max(abs(mention.value) for mention in (figure.old, figure.new) if mention)
    whole = all(float(mention.value).is_integer() for mention in (figure.old, figure.new) if mention)
    return next((share for below, share in SMALL if whole and largest < below), 1.0)


def _turned(figure: Figure) -> bool:
    """Whether the qualifier of a number that stayed turned round: more than so many before, less than that now."""
    if not (figure.old and figure.new) or figure.delta:
        return False
    return frozenset({figure.old.qualifier, figure.new.qualifier}) in TURNS


def _attendance(changes: Changes) -> Iterator[Highlight]:
    if not changes.attendance:
        return
    present = changes.attendance
    for index, change in enumerate((present.states, present.observers, present.people)):
        if change and (change.added or change.removed or change.renamed):
            weight = (OBSERVERS if index else ATTENDANCE) + 0.3 * _churn(change)
            yield Highlight("attendance", index, round(weight, 3), change.old_places, change.new_places, (index,))


def _churn(change: SetChange) -> float:
    """The share of names that stand on one list only; of a few names it says little: one observer for two others."""
    moved = len(change.added) + len(change.removed)
    named = moved + len(change.kept) + len(change.renamed)
    return moved / max(named, NAMES) if moved else 0.0


def _progress(changes: Changes) -> Iterator[Highlight]:
    for index, entry in enumerate(changes.progress):
        yield Highlight("progress", index, PROGRESS, (entry.old,), (entry.new,), (index,))
