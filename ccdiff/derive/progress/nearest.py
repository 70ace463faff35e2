"""Announcements and deeds that belong together, in whatever words: "打算在柬埔寨开办一所培训中心", "设在金边的培训中心已于2023年2月启用".

What was asked of a secretariat or another body counts as announced; what was asked of States is not done by one of them, and what is to be
done again and again is never done. Compared is what tells matters apart (recommendations/likeness.py), sentence by sentence. Whether a
deed answers a plan is one sum of what speaks for it (``WEIGHT``), fitted on the judged pairs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.announcements import AHEAD, SYMBOL, planning
from ccdiff.derive.progress.names import run_of
from ccdiff.derive.progress.phases import steps, turns
from ccdiff.derive.progress.plans import Planned, Told, deeds_for, planned
from ccdiff.derive.progress.words import words
from ccdiff.derive.recommendations.likeness import telling_parts, weights
from ccdiff.derive.topics.roles import BUSINESS, role_of
from ccdiff.derive.wording import pieces
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

# What each piece of evidence adds to the log-odds that a deed answers a plan: fitted on 370 deeds of the judged pairs; where nothing says that
# it is done, and where another State is named, twice as much is taken away as fitted, for what is told wrongly weighs more than what is
# missing. The sum finds 265 of the 314 deeds asked for, and 13 that are none.
WEIGHT = {
    "any": -8.77,
    "like": 4.64,  # how far the deed is more like this plan than like any other elsewhere (up to ``MOST``)
    "thing": 2.47,  # the share of the thing announced that the deed holds
    "rarest": 4.64,  # the weight of the rarest thing that they share, against one that each report has once
    "linked": 1.77,  # their paragraphs correspond
    "elsewhere": -2.33,  # the plan's paragraph corresponds to another
    "item": 1.25,  # they stand under one item: a section of few paragraphs, as of minutes
    "chapter": 1.41,  # the plan stands in a chapter of plans
    "answers": 2.44,  # the deed says that it answers a request
    "verb": 1.37,  # what is done is what was to be done, in one word
    "party": 1.30,  # they name one State
    "others": -4.00,  # they name different ones
    "year": 1.99,  # the deed tells a year that the plan told
    "counted": -2.10,  # the two count the same: 17 pending, 19 pending
    "tallied": -0.83,  # the plan counts who or what it speaks of, and the deed counts too: 4国正在考虑
    "not_so": -2.04,  # the plan only says that something is not so: 未投保
    "recited": -3.20,  # it recites what a treaty or resolution asks, or praises
    "bare": -3.20,  # nothing says that it is done, for what no chapter of plans announces
    "held": -1.99,  # it is a view that is held
}
LAST = WEIGHT["thing"] + WEIGHT["verb"]  # what is looked at last may add
NAMES = WEIGHT["party"] + WEIGHT["year"]  # and what is looked at before
DONE = ("done",)
MOST = 0.5
ONCE = 2.5  # paragraphs of both that hold such a thing, and half a one
SAME = 0.4  # likeness from which two plans are the same told twice
FEW = 8  # paragraphs of a section that is one item

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DUE = re.compile(
    r"(?<!for )\b(?:19|20)\d\d\b|(?<!\d)(?:19|20)\d\d(?=\s?年(?!度|工作|方案|预算|计划|报告))"
)  # when something is due
TALLY = re.compile(r"\d\s?(?:%|(?!年|月|日)[㐀-鿿]|[a-z])")  # a count of something

Parts = frozenset[str]


@record
class Met:
    """A plan and the sentence that says it is done; ``name`` is what the plan calls the thing, ``odds`` are the log-odds that it is this one."""

    plan: Planned
    told: Told
    name: str
    odds: float


def nearest(pair: Pair, here: Reading, there: Reading) -> Iterator[Met]:
    """Plans of the one report, each with the deed of the other that answers it, if any does."""
    found = planned(here, there, here is pair.old)
    plans = [plan for plan in found if not _stands(pair, plan.place, here, there, AHEAD)]
    mine = [_parts(here, plan.text) for plan in plans]
    counterparts = pair.in_new if here is pair.old else pair.in_old
    beside = [frozenset(counterparts(plan.place)) for plan in plans]
    told = deeds_for(here, there, mine, beside)
    deeds = [deed for deed in told if not _stands(pair, deed.place, there, here, DONE)]
    if not deeds:
        return
    theirs = [_parts(there, deed.text) for deed in deeds]
    meeting = Meeting(pair, here, list(zip(plans, mine, strict=True)), list(zip(deeds, theirs, strict=True)))
    for i, plan in enumerate(plans):
        odds, j = meeting.answer(i)
        if odds >= 0:
            yield Met(plan, deeds[j], meeting.name(i, j), odds)


def _put_off(plan: Planned, deed: Told) -> bool:
    """Whether what was announced for one year is announced for a later one, and not the same for each (the programme of work for 2020)."""
    before, now = (max(map(int, DUE.findall(text)), default=0) for text in (plan.text, deed.sentence))
    return 0 < before < now


def _stands(pair: Pair, place: str, here: Reading, there: Reading, told: tuple[str, ...]) -> bool:
    """Whether a paragraph stands again in the other report as it was, or in other words that still have one of the phases ``told``."""
    mine = here is pair.old
    held = (row for row in pair.rows if row.relation in ("unchanged", "reworded") and row.old and row.new)
    row = next((row for row in held if place in (row.old if mine else row.new)), None)
    if row is None or row.relation == "unchanged":
        return row is not None
    texts = (there.report.text(other) for other in (row.new if mine else row.old))
    return any(step.phase in told for text in texts for step in there.language.once(steps)(text))


def _parts(reading: Reading, text: str) -> Parts:
    """What is compared of a text: what tells its matter."""
    return telling_parts(reading, SYMBOL.sub(" ", text), reading.language.once(words).silent)


def items(reading: Reading) -> dict[str, str]:
    """The section of each paragraph, where it has few and is a matter: no order of business, which returns. Use ``reading.once(items)``."""
    held: dict[str, list[str]] = {}
    for paragraph in reading.report.paragraphs:
        held.setdefault(paragraph.section or "", []).append(paragraph.id)
    role = reading.language.once(role_of)
    matters = [section.id for section in reading.report.sections if role[section.title] not in BUSINESS]
    return {place: section for section in matters for place in held.get(section, ()) if len(held[section]) <= FEW}


def _figures(pair: Pair, forward: bool) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The figures that correspond, as they are printed, by the place of the plan and that of the deed."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in pair.found.get("figures", ()):
        if row.old and row.new:
            mine, theirs = (row.old, row.new) if forward else (row.new, row.old)
            found.setdefault((mine.paragraph, theirs.paragraph), []).append((mine.quote, theirs.quote))
    return found


@plain
def _states(language: Language) -> frozenset[str]:
    """The names of States, as ``pieces`` has them."""
    return frozenset(fold(row[1]) for row in language.rows("states"))


def _names_of(reading: Reading) -> Remembered[tuple[Parts, Parts]]:
    """The States and the years that a text names."""
    states, cut = reading.language.once(_states), reading.language.once(pieces)

    def find(text: str) -> tuple[Parts, Parts]:
        return states.intersection([piece for piece, _ in cut(text)]), frozenset(YEAR.findall(text))

    return Remembered(find)


class Meeting:
    """All plans of one report and the deeds of the other, and how much each plan is like each deed."""

    def __init__(
        self, pair: Pair, here: Reading, plans: list[tuple[Planned, Parts]], deeds: list[tuple[Told, Parts]]
    ) -> None:
        """``plans`` of the report ``here`` and ``deeds`` of the other, each with the parts of its text."""
        self._here, self._plans, self._deeds = here, plans, deeds
        self._figures = _figures(pair, here is pair.old)
        counterparts, there = (pair.in_new, pair.new) if here is pair.old else (pair.in_old, pair.old)
        self._chapters, mine, theirs = here.once(planning), here.once(items), there.once(items)
        places = [plan.place for plan, _ in plans]
        self._beside = [() if place in self._chapters else counterparts(place) for place in places]
        self._items = [counterparts(mine[place]) if place in mine else () for place in places]
        self._item = [theirs.get(deed.place, "") for deed, _ in deeds]
        self._named = here.once(_names_of)
        self.weight = weights(pair, set().union(*(parts for _, parts in (*plans, *deeds))))
        count = 1 + len(pair.old.report.paragraphs) + len(pair.new.report.paragraphs)
        self._rare = WEIGHT["rarest"] / math.log(max(count / ONCE, math.e))
        self._says = [self._of_deed(deed) for deed, _ in deeds]
        self._sizes = [self._weigh(parts) for _, parts in plans]
        self._rows: list[
            list[tuple[int, float, float]]
        ] = []  # plan -> deeds, how much each is like it, their rarest part
        self._columns = self._likeness()

    def _likeness(self) -> list[list[tuple[int, float]]]:
        """How much each plan is like each deed: by deeds, the plans most like each first."""
        sizes = [self._weigh(parts) for _, parts in self._deeds]
        holding: dict[str, list[int]] = {}
        for j, (_, parts) in enumerate(self._deeds):
            for part in parts:
                holding.setdefault(part, []).append(j)
        rank = {part: at for at, part in enumerate(sorted(holding, key=lambda part: (-self.weight[part], part)))}
        columns: list[dict[int, float]] = [{} for _ in sizes]
        for i, (_, parts) in enumerate(self._plans):
            common: dict[int, float] = {}
            rarest: dict[int, float] = {}
            for part in sorted(parts & rank.keys(), key=rank.__getitem__):
                weight = self.weight[part]
                for j in holding[part]:
                    if j in common:
                        common[j] += weight
                    else:
                        common[j] = rarest[j] = weight
            found = [(j, held / math.sqrt(self._sizes[i] * sizes[j]), rarest[j]) for j, held in common.items() if held]
            self._rows.append(found)
            for j, alike, _ in found:
                columns[j][i] = alike
        return [sorted(column.items(), key=lambda one: (-one[1], one[0])) for column in columns]

    def _weigh(self, parts: Parts) -> float:
        """What parts weigh together."""
        return math.fsum(map(self.weight.__getitem__, parts))

    def _alike(self, i: int, k: int) -> float:
        """How much two plans are alike."""
        both, size = self._plans[i][1] & self._plans[k][1], self._sizes[i] * self._sizes[k]
        return self._weigh(both) / math.sqrt(size) if size else 0.0

    def answer(self, i: int) -> tuple[float, int]:
        """The log-odds that the deed answers a plan that most likely does, and this deed."""
        found = [(round(self._odds(i, j, alike, odds), 9), -j) for j, alike, odds in self._near(i)]
        best = max(found, default=(-math.inf, 0))
        return best[0], -best[1]

    def _of_plan(self, plan: Planned) -> float:
        """What a plan by itself adds to the log-odds of any deed."""
        phases = self._here.language.once(steps)(plan.quote)
        before = plan.text.partition(plan.quote)[0] if plan.quote in plan.text else ""
        told = (
            ("any", True),
            ("not_so", any(step.phase == "undone" for step in phases)),
            ("recited", self._here.language.once(words).recital.search(before)),
            ("chapter", plan.place in self._chapters),
        )
        return math.fsum(WEIGHT[kind] for kind, holds in told if holds)

    def _of_deed(self, deed: Told) -> float:
        """What a deed by itself adds."""
        language = self._here.language
        answers, held = language.once(turns).answers, language.once(words).held
        told = WEIGHT["answers"] * bool(answers.search(deed.sentence))
        return told + WEIGHT["held"] * bool(held.search(deed.sentence))

    def _near(self, i: int) -> Iterator[tuple[int, float, float]]:
        """The deeds that may answer a plan, how much each is like it, and what of the log-odds is told at once; others are surely too little like it."""
        told, beside, items_of = self._of_plan(self._plans[i][0]), self._beside[i], self._items[i]
        elsewhere = WEIGHT["elsewhere"] if beside else 0.0
        bare = 0.0 if self._plans[i][0].place in self._chapters else WEIGHT["bare"]
        least, like = -LAST - NAMES, WEIGHT["like"]
        for j, alike, rarest in self._rows[i]:
            deed = self._deeds[j][0]
            odds = (
                told
                + self._rare * rarest
                + self._says[j]
                + (WEIGHT["linked"] if deed.place in beside else elsewhere)
                + bare * deed.bare
            )
            if self._item[j] in items_of:
                odds += WEIGHT["item"]
            if odds + like * alike >= least and odds + like * MOST >= least:
                yield j, alike, odds

    def _odds(self, i: int, j: int, alike: float, odds: float) -> float:
        """The log-odds that a deed answers a plan, of which ``odds`` are told already; where it cannot do so, none."""
        plan, (deed, theirs) = self._plans[i][0], self._deeds[j]
        named = self._by_names(plan.text, deed.sentence)
        surely_less = odds + named + LAST + WEIGHT["like"] * min(MOST, alike) < 0
        if surely_less or (deed.later and not _put_off(plan, deed)):
            return -math.inf
        others = (
            other
            for k, other in self._columns[j]
            for one in [self._plans[k][0]]
            if one.place != plan.place and one.asked == plan.asked and self._alike(i, k) < SAME
        )
        thing = _parts(self._here, plan.thing).intersection(self.weight)
        counts = TALLY.search(plan.text.partition(plan.quote)[0]) and TALLY.search(deed.sentence)
        told = (
            ("like", min(MOST, alike - next(others, 0.0))),
            ("thing", self._weigh(thing & theirs) / (self._weigh(thing) or 1.0)),
            ("verb", not self._verbs(deed.sentence, DONE).isdisjoint(self._verbs(plan.quote, AHEAD))),
            ("counted", plan.place not in self._chapters and self._counted(plan, deed)),
            ("tallied", counts is not None),
        )
        return odds + named + math.fsum([WEIGHT[kind] * value for kind, value in told])

    def _by_names(self, plan: str, deed: str) -> float:
        """What the States and years that the two name add."""
        (mine, due), (theirs, then) = self._named[plan], self._named[deed]
        told = WEIGHT["year"] * (not due.isdisjoint(then))
        return told + (WEIGHT["others" if mine.isdisjoint(theirs) else "party"] if mine and theirs else 0.0)

    def _verbs(self, text: str, phases: tuple[str, ...]) -> frozenset[str]:
        """The deeds that a text tells in some phases."""
        told = self._here.language.once(steps)(text)
        return frozenset([step.verb for step in told if step.verb and step.phase in phases])

    def _counted(self, plan: Planned, deed: Told) -> bool:
        """Whether the two sentences count the same: 17 were pending, 19 were pending."""
        both = self._figures.get((plan.place, deed.place), ())
        return any(mine in plan.text and theirs in deed.sentence for mine, theirs in both)

    def name(self, i: int, j: int) -> str:
        """What a plan calls the thing that a deed tells: the run of words that holds most of what the two share."""
        plan, mine = self._plans[i]
        shared = mine & self._deeds[j][1]
        runs = (run_of(self._here, text, shared, self.weight) for text in (plan.thing, plan.quote, plan.text))
        return next(filter(None, runs), plan.quote)
