"""Announcements and deeds that belong together, in whatever words: "打算在柬埔寨开办一所培训中心", "设在金边的培训中心已于2023年2月启用".

What was asked of a secretariat or another body counts as announced; what was asked of States is not done by one of them, and what is to be
done again and again is never done. Compared is what tells matters apart (recommendations/likeness.py), sentence by sentence. Whether a
deed answers a plan is one sum of what speaks for it, fitted on the judged pairs; with the pair left out that is judged, it finds 212 of
their 258 deeds (minutes of parishes and boards among them, of which it finds hardly any) and 8 that are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import partial

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.announcements import AHEAD, SYMBOL, planning
from ccdiff.derive.progress.naming import naming, run_of
from ccdiff.derive.progress.phases import steps, turns
from ccdiff.derive.progress.plans import Planned, Told, deeds_for, names_in, planned
from ccdiff.derive.progress.words import words
from ccdiff.derive.recommendations.likeness import telling_parts, weights
from ccdiff.derive.topics.roles import BUSINESS, role_of
from ccdiff.language import Language
from ccdiff.model.changes import FigureMention
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

# The log-odds that a deed answers a plan: by how far it is more like it than any other deed elsewhere is, and than it is like any other
# plan elsewhere (up to MOST); where their paragraphs correspond, or the plan's corresponds to another; where they stand under one item (a
# section of few paragraphs, and its counterpart: minutes); where the deed says that it answers a request (and the reports, or these
# paragraphs, correspond); by the share of the thing announced that the deed holds; by the weight of the rarest thing that they share,
# against one that each has once.
BEST_DEED, BEST_PLAN, LINKED, ELSEWHERE, ITEM, ANSWERS, THING, RAREST = 3.85, 5.3, 2.35, -2.7, 2.15, 3.05, 2.1, 2.1
# Where the plan only says that something is not so (未投保), or is told by a mark before a verb of no table; where it recites what a treaty
# or resolution asks, or praises; where its sentence tells as done what the deed tells as done (审议了 every year); where the two count the
# same (17 pending, 19 pending), or the plan counts who or what it speaks of and the deed counts too (35%未投保, 4国正在考虑); where what they share is not what the plan is about; where they name two things of a kind (PEP 701, PEP
# 683); where nothing says that it is done.
NOT_SO, OPENED, RECITED, PRAISED, REPEATED, COUNTED, TALLIED = -2.4, -2.95, -2.3, -3.45, -1.75, -2.7, -1.65
UNNAMED, NONE = -3.75, -6.55
BAR = 0.5
MOST = 0.5
ONCE = 2.5  # paragraphs of both that hold such a thing, and half a one
SAME = 0.4  # likeness from which two plans, or two deeds, are the same told twice
FEW = 8  # paragraphs of a section that is one item

DUE = re.compile(
    r"(?<!for )\b(?:19|20)\d\d\b|(?<!\d)(?:19|20)\d\d(?=\s?年(?!度|工作|方案|预算|计划|报告))"
)  # when something is due
TALLY = re.compile(r"\d\s?(?:%|(?!年|月|日)[㐀-鿿]|[a-z])")  # a count of something
NAME = "="  # marks the name of a proposal or text, by its number or title
HALF = 0.5
NAMED = 1.5  # what the thing that gives a step its name must weigh in what the two share,
NAMED_SHARE = 0.25  # or of what the thing announced weighs

Parts = frozenset[str]
Counts = dict[tuple[str, str], list[tuple[FigureMention, FigureMention]]]


@record
class Met:
    """A plan and the sentence that says it is done; ``name`` is what the plan calls the thing, ``odds`` are the log-odds that it is this one."""

    plan: Planned
    told: Told
    name: str
    odds: float


def nearest(pair: Pair, here: Reading, there: Reading) -> Iterator[Met]:
    """Plans of the one report, each with the deed of the other that answers it, if any does."""
    plans = [
        plan for plan in planned(here, there, here is pair.old) if not _stands(pair, plan.place, here, there, False)
    ]
    mine = [_parts(here, plan.text) for plan in plans]
    counterparts = pair.in_new if here is pair.old else pair.in_old
    beside = [frozenset(counterparts(plan.place)) for plan in plans]
    deeds = [told for told in deeds_for(here, there, mine, beside) if not _stands(pair, told.place, there, here, True)]
    if not deeds:
        return
    theirs = [_parts(there, told.text) for told in deeds]
    met = Meeting(pair, here, list(zip(plans, mine, strict=True)), list(zip(deeds, theirs, strict=True)))
    for i, plan in enumerate(plans):
        found = met.answers(i)
        if found:
            odds, j, name = found
            yield Met(plan, deeds[j], name, odds)


def _put_off(plan: Planned, deed: Told) -> bool:
    """Whether what was announced for one year is announced for a later one, and not the same for each (the programme of work for 2020)."""
    before, now = (max(map(int, DUE.findall(text)), default=0) for text in (plan.text, deed.sentence))
    return 0 < before < now


def _stands(pair: Pair, place: str, here: Reading, there: Reading, done: bool) -> bool:
    """Whether a paragraph stands again in the other report as it was, or in other words that still tell what lies ahead (``done``: that
    told it as done already).
    """
    mine = here is pair.old
    held = (row for row in pair.rows if row.relation in ("unchanged", "reworded") and row.old and row.new)
    row = next((row for row in held if place in (row.old if mine else row.new)), None)
    if row is None or row.relation == "unchanged":
        return row is not None
    phases = there.language.once(steps)
    texts = (there.report.text(other) for other in (row.new if mine else row.old))
    told = ("done",) if done else AHEAD
    return any(step.phase in told for text in texts for step in phases(text))


def _parts(reading: Reading, text: str) -> Parts:
    """What is compared of a text: what tells its matter, and the bodies that it names."""
    names = map(NAME.__add__, names_in(text))
    return telling_parts(reading, SYMBOL.sub(" ", text), reading.language.once(words).silent).union(names)


def _verbs(language: Language, text: str) -> Parts:
    """The deeds that a text tells as done."""
    return frozenset(step.verb for step in language.once(steps)(text) if step.verb and step.phase == "done")


def _of_names(pair: Pair, parts: Parts, count: int) -> dict[str, float]:
    """What the names among some parts weigh, by the paragraphs of both reports in which they stand."""
    names = sorted(part for part in parts if part[0] == NAME)
    texts = [fold(p.text) for side in (pair.old, pair.new) for p in side.report.paragraphs] if names else []
    return {name: max(0.0, math.log(count / (sum(name[1:] in text for text in texts) + HALF))) for name in names}


def items(reading: Reading) -> dict[str, str]:
    """The section of each paragraph, where it has few and is a matter: no order of business, which returns. Use ``reading.once(items)``."""
    held: dict[str, list[str]] = {}
    for paragraph in reading.report.paragraphs:
        held.setdefault(paragraph.section or "", []).append(paragraph.id)
    role = reading.language.once(role_of)
    matters = [section.id for section in reading.report.sections if role[section.title] not in BUSINESS]
    return {place: section for section in matters for place in held.get(section, ()) if len(held[section]) <= FEW}


def _figures(pair: Pair, forward: bool) -> Counts:
    """The figures that correspond, by the place of the plan and that of the deed."""
    found: Counts = {}
    for row in pair.found.get("figures", ()):
        if row.old and row.new:
            places = (row.old.paragraph, row.new.paragraph)
            found.setdefault(places if forward else places[::-1], []).append((row.old, row.new))
    return found


class Meeting:
    """All plans of one report and the deeds of the other, and how much each plan is like each deed."""

    def __init__(
        self,
        pair: Pair,
        here: Reading,
        plans: Sequence[tuple[Planned, Parts]],
        deeds: Sequence[tuple[Told, Parts]],
    ) -> None:
        """``plans`` of the report ``here`` and ``deeds`` of the other, each with the parts of its text."""
        self._pair, self._here, self._forward = pair, here, here is pair.old
        self._plans, self._deeds = plans, deeds
        self._figures = _figures(pair, self._forward)
        count = 1 + len(pair.old.report.paragraphs) + len(pair.new.report.paragraphs)
        self._rare = RAREST / math.log(max(count / ONCE, math.e))
        answers = here.language.once(turns).answers  # a deed says that it answers a request
        self._answers = [answers.search(deed.sentence) is not None for deed, _ in deeds]
        self._names: dict[tuple[int, int], tuple[str, bool]] = {}
        self._there = pair.new if self._forward else pair.old
        self._items = [self._there.once(items).get(deed.place, "") for deed, _ in deeds]
        self._beside = [self._counterparts(plan.place) for plan, _ in plans]
        self._called = tuple(
            [frozenset(p for p in parts if p[0] == NAME) for _, parts in side] for side in (plans, deeds)
        )
        self._verbs = Remembered(partial(_verbs, here.language)).__getitem__
        every = frozenset().union(*(parts for _, parts in (*plans, *deeds)))
        self.weight = weights(pair, {part for part in every if part[0] != NAME}) | _of_names(pair, every, count)
        self._rarest = self._rare * max(self.weight.values(), default=0.0)
        self._weighed: dict[Parts, float] = {}
        self._things: dict[int, Parts] = {}
        holding: dict[str, list[int]] = {}
        for j, (_, parts) in enumerate(deeds):
            for part in parts:
                holding.setdefault(part, []).append(j)
        self._rows = [_ordered(self._row(parts, holding)) for _, parts in plans]  # plan -> deeds -> likeness
        self._columns: list[dict[int, float]] = [{} for _ in deeds]
        for i, row in enumerate(self._rows):
            for j, alike in row.items():
                self._columns[j][i] = alike
        self._columns = list(map(_ordered, self._columns))

    def weigh(self, parts: Parts) -> float:
        """What parts weigh together."""
        if parts not in self._weighed:
            self._weighed[parts] = math.fsum(map(self.weight.__getitem__, parts))
        return self._weighed[parts]

    def _row(self, parts: Parts, holding: dict[str, list[int]]) -> dict[int, float]:
        common: dict[int, float] = {}
        for part in sorted(parts):
            for j in holding.get(part, ()):
                common[j] = common.get(j, 0.0) + self.weight[part]
        sizes = ((j, held, math.sqrt(self.weigh(parts) * self.weigh(self._deeds[j][1]))) for j, held in common.items())
        return {j: held / size for j, held, size in sizes if held}

    def _alike(self, one: Parts, other: Parts) -> float:
        sizes = self.weigh(one) * self.weigh(other)
        return math.fsum(map(self.weight.__getitem__, one & other)) / math.sqrt(sizes) if sizes else 0.0

    def answers(self, i: int) -> tuple[float, int, str] | None:
        """The deed that most likely answers a plan, with the log-odds that it does and what the plan calls the thing."""
        near = self._near(i)
        told = self._told_as(self._plans[i][0]) if near else 0.0
        found = ((round(self._odds(i, j, odds + told), 9), -j) for j, odds in near)
        best = (BAR, -len(self._deeds))
        for odds, j in sorted(found, reverse=True):
            if odds < best[0]:
                break
            named = self._name(i, -j)[1]
            odds += UNNAMED * (not named and self.weigh(self.thing(i)) >= NAMED)
            best = max(best, (odds, j))
        return (best[0], -best[1], self._name(i, -best[1])[0]) if -best[1] < len(self._deeds) else None

    def _near(self, i: int) -> list[tuple[int, float]]:
        """The deeds that may answer a plan, with what of the log-odds is told at once; others are surely too little like it."""
        mine, beside, found = self._plans[i][1], self._beside[i], list[tuple[int, float]]()
        elsewhere, items = ELSEWHERE * bool(beside), self._items_for(self._plans[i][0].place)
        for j, alike in self._rows[i].items():
            deed, theirs = self._deeds[j]
            most, linked = min(MOST, alike), deed.place in beside
            odds = NONE + ITEM * (self._items[j] in items) + (LINKED if linked else elsewhere)
            odds += ANSWERS * self._answers[j]
            least = BAR - THING - (BEST_DEED + BEST_PLAN) * most
            if odds + self._rarest >= least:
                odds += self._rare * max(map(self.weight.__getitem__, mine & theirs))
                if odds >= least and not self._apart(i, j):
                    found.append((j, odds))
        return found

    def _odds(self, i: int, j: int, odds: float) -> float:
        """The log-odds that a deed answers a plan but for its name, of which ``odds`` are told already; where it is too little like it to
        do so, some that are surely too low.
        """
        (plan, mine), (deed, theirs), alike = self._plans[i], self._deeds[j], self._rows[i][j]
        most = min(MOST, alike)
        odds += COUNTED * self._counted(plan, deed)
        before = (plan.clause or plan.text).partition(plan.quote)[0]
        odds += TALLIED * bool(TALLY.search(before) and TALLY.search(deed.sentence))
        least = BAR - THING - (BEST_DEED + BEST_PLAN) * most
        if odds < least or (odds := odds + REPEATED * self._repeated(plan, deed)) < least:
            return -math.inf
        rivals = (
            other
            for k, other in self._rows[i].items()
            if self._deeds[k][0].place != deed.place and self._alike(self._deeds[k][1], theirs) < SAME
        )
        others = (
            other
            for k, other in self._columns[j].items()
            for one, parts in [self._plans[k]]
            if one.place != plan.place and one.asked == plan.asked and self._alike(parts, mine) < SAME
        )
        odds += BEST_DEED * min(MOST, alike - next(rivals, 0.0)) + BEST_PLAN * min(MOST, alike - next(others, 0.0))
        if odds + THING < BAR:
            return odds
        thing = self.thing(i)
        return odds + THING * self.weigh(thing & theirs) / (self.weigh(thing) or 1.0)

    def _apart(self, i: int, j: int) -> bool:
        """Whether a deed cannot answer a plan: it stood there already, lies ahead as before, or decides on nothing that was raised."""
        plan, deed = self._plans[i][0], self._deeds[j][0]
        if deed.later and not _put_off(plan, deed):
            return True
        if deed.bare and plan.place not in self._here.once(planning):
            return True
        verdict = self._here.language.once(words).verdict
        return plan.raised and not (self._called[0][i] & self._called[1][j] and verdict.search(deed.sentence))

    def _repeated(self, plan: Planned, deed: Told) -> bool:
        """Whether the sentence of a plan tells as done what the deed tells as done."""
        mine = self._verbs(plan.text) | self._verbs(plan.quote)
        return not mine.isdisjoint(self._verbs(deed.sentence))

    def _counted(self, plan: Planned, deed: Told) -> bool:
        """Whether the two sentences count the same: 17 were pending, 19 were pending."""
        texts = (plan.text, deed.sentence) if self._forward else (deed.sentence, plan.text)
        return any(
            all(figure.quote in text for figure, text in zip(counts, texts, strict=True))
            for counts in self._figures.get((plan.place, deed.place), ())
        )

    def _told_as(self, plan: Planned) -> float:
        """What speaks against a plan by the way it is told."""
        known, told = self._here.language.once(words), self._here.language.once(steps)(plan.quote)
        before = plan.text.partition(plan.quote)[0] if plan.quote in plan.text else ""
        odds = NOT_SO * any(step.phase == "undone" for step in told) + PRAISED * bool(known.praise.search(plan.text))
        ahead = [step.open for step in told if step.phase in AHEAD]
        return odds + RECITED * bool(known.recital.search(before)) + OPENED * (bool(ahead) and all(ahead))

    def _name(self, i: int, j: int) -> tuple[str, bool]:
        """What a plan calls the thing that a deed tells, and whether what the two share gives it that name."""
        if (i, j) not in self._names:
            plan, mine = self._plans[i]
            shared, own = mine & self._deeds[j][1], self.weigh(self.thing(i))
            names = names_in(plan.text) if plan.raised else {}
            called = next((printed for name, printed in names.items() if NAME + name in shared), "")
            self._names[i, j] = (called, True) if called else _name(self._here, plan, shared, self.weight, own)
        return self._names[i, j]

    def thing(self, i: int) -> Parts:
        """What tells the thing that a plan announces, as far as the sentences hold it."""
        if i not in self._things:
            told = telling_parts(
                self._here, SYMBOL.sub(" ", self._plans[i][0].thing), self._here.language.once(words).silent
            )
            self._things[i] = told.intersection(self.weight)
        return self._things[i]

    def _items_for(self, place: str) -> frozenset[str]:
        """The items of the other report that correspond to that of a plan."""
        item = self._here.once(items).get(place, "")
        found = (self._pair.in_new(item) if self._forward else self._pair.in_old(item)) if item else ()
        return frozenset(found)

    def _counterparts(self, place: str) -> tuple[str, ...]:
        """The counterparts of a paragraph of the report that plans."""
        found = self._pair.in_new(place) if self._forward else self._pair.in_old(place)
        return () if place in self._here.once(planning) else found


def _ordered(row: dict[int, float]) -> dict[int, float]:
    """The most alike first."""
    return dict(sorted(row.items(), key=lambda one: (-one[1], one[0])))


def _name(here: Reading, plan: Planned, shared: Parts, weight: dict[str, float], own: float) -> tuple[str, bool]:
    """The run of content words that holds most of what the two share, and whether what it comes to is that thing: 不具约束力的准则
    are not 不具约束力的建议和结论. It is looked for in the thing announced, which weighs ``own``, else in the sentence.
    """
    text, least = (plan.text, NAMED) if own < NAMED else (plan.thing, min(NAMED, NAMED_SHARE * own))
    name = run_of(here, text, shared, weight, least, plan.behind)
    if name:
        return name, True
    found = (
        run_of(here, text, shared, weight, 0.0, plan.behind, False) for text in (plan.thing, plan.quote, plan.text)
    )
    known = here.language.once(naming).who
    return next((name for name in found if name and not known.match(name)), plan.quote), False
