"""Announcements and deeds that are each other's nearest, in whatever words: "打算在柬埔寨开办一所培训中心", "设在金边的培训中心已于2023年2月启用".

What was asked of a secretariat or another body counts as announced; what was asked of States is not done by one of them, and what is to be
done again and again is never done. Compared is what tells matters apart (recommendations/likeness.py); a deed that is hardly nearer than
another one says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.naming import run_of
from ccdiff.derive.progress.phases import steps, turns
from ccdiff.derive.progress.plans import YEAR, Planned, Told, deeds_for, planned
from ccdiff.derive.progress.words import words
from ccdiff.derive.recommendations.again import strangers
from ccdiff.derive.recommendations.likeness import telling_parts, weights
from ccdiff.derive.recommendations.matter import MASKED
from ccdiff.derive.wording import pieces
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

LEAST = 3.0  # weight of what the two share: weee-3, 20 and weee-4, 18 (Kano) 3.3
LEAST_LINKED = 2.0  # the same in paragraphs that correspond
SAME = 0.4  # likeness from which two plans, or two deeds, are the same told twice

WHO = "@"  # marks a body that acts; its name tells nothing of the matter, but much of whose it is
WHO_WEIGHT = 1.5
NAMED = 1.5  # what the thing that gives a step its name must weigh in what the two share,
NAMED_SHARE = 0.25  # or of what the thing announced weighs

Parts = frozenset[str]


@record
class Met:
    """A plan and the sentence that says it is done; ``name`` is what the plan calls the thing, ``share`` how much of the plan the sentence holds, by the weight of that name."""

    plan: Planned
    told: Told
    name: str
    share: float


def nearest(pair: Pair, here: Reading, there: Reading, known: frozenset[tuple[str, str]]) -> Iterator[Met]:
    """Plans of the one report with the deeds of the other that answer them; ``known``: (place, place) that have been found already."""
    plans = [
        plan for plan in planned(here, there, here is pair.old) if not _stands(pair, plan.place, here, there, False)
    ]
    silent = here.language.once(words).deeds
    mine = [tuple(_parts(here, text, silent) for text in plan.texts) for plan in plans]
    deeds = deeds_for(here, there, mine) if plans else []
    deeds = [told for told in deeds if not _stands(pair, told.place, there, here, True)]
    if not deeds:
        return
    theirs = [tuple(_parts(there, text, silent) for text in told.texts) for told in deeds]
    met = Meeting(pair, here, list(zip(plans, mine, strict=True)), list(zip(deeds, theirs, strict=True)))
    for i, plan in enumerate(plans):
        for j in met.best(i):
            shared = frozenset().union(*mine[i]) & theirs[j][-1]
            enough = (plan.place, deeds[j].place) not in known and met.sure(i, j)
            enough = enough and met.weigh(shared) >= (LEAST_LINKED if met.linked(i, j) else LEAST)
            name = _name(here, plan, shared, met.weight) if enough else ""
            if name:
                yield Met(
                    plan, deeds[j], name, met.covered(i, j) * met.weigh(shared & telling_parts(here, name, silent))
                )
                break


def _put_off(plan: Planned, deed: Told) -> bool:
    """Whether what was announced for one year is announced for a later one."""
    before, now = (
        max((int(year) for year in YEAR.findall(text)), default=0) for text in (plan.texts[-1], deed.sentence)
    )
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
    return any((step.phase == "done") is done for text in texts for step in phases(text))


def _parts(reading: Reading, text: str, silent: frozenset[str]) -> Parts:
    """What is compared of a text: what tells its matter, and the bodies that it names."""
    kinds, title = reading.language.once(kinds_of_names), fold(reading.report.title)
    cut = reading.language.once(pieces)(text)
    bodies = (WHO + name for name, kind in cut if kind == "name" and kinds.get(name) in MASKED and name not in title)
    return telling_parts(reading, text, silent).union(bodies)


def kinds_of_names(language: Language) -> dict[str, str]:
    """The kinds of the names in the table ``names``. Use ``language.once(kinds_of_names)``."""
    return {fold(row[1]): row[0] for row in reversed(language.rows("names"))}


class Meeting:
    """All plans of one report and the deeds of the other, and how much each plan is like each deed."""

    def __init__(
        self,
        pair: Pair,
        here: Reading,
        plans: Sequence[tuple[Planned, tuple[Parts, ...]]],
        deeds: Sequence[tuple[Told, tuple[Parts, ...]]],
    ) -> None:
        """``plans`` of the report ``here`` and ``deeds`` of the other, each with the parts of its texts."""
        self._pair, self._strangers, self._forward = pair, strangers(pair), here is pair.old
        self._plans, self._deeds = [plan for plan, _ in plans], [deed for deed, _ in deeds]
        mine, theirs = self._mine, self._theirs = [parts for _, parts in plans], [parts for _, parts in deeds]
        self._answers = here.language.once(turns)
        every = {part for variants in (*mine, *theirs) for parts in variants for part in parts}
        self.weight = weights(pair, {part for part in every if part[0] != WHO})
        self.weight.update((part, WHO_WEIGHT) for part in sorted(every) if part[0] == WHO)
        self._weighed: dict[Parts, float] = {}
        self._told = [(j, parts) for j, variants in enumerate(theirs) for parts in dict.fromkeys(variants)]
        self._sizes = [math.sqrt(self.weigh(parts)) or 1.0 for _, parts in self._told]
        holding: dict[str, list[int]] = {}
        for k, (_, parts) in enumerate(self._told):
            for part in parts:
                holding.setdefault(part, []).append(k)
        self.rows = [self._row(variants, holding) for variants in mine]
        self._like: dict[int, list[int]] = {}  # deed -> the plans that are like it
        for i, row in enumerate(self.rows):
            for j in row:
                self._like.setdefault(j, []).append(i)

    def weigh(self, parts: Parts) -> float:
        """What parts weigh together."""
        if parts not in self._weighed:
            self._weighed[parts] = math.fsum(map(self.weight.__getitem__, parts))
        return self._weighed[parts]

    def _row(self, variants: tuple[Parts, ...], holding: dict[str, list[int]]) -> dict[int, float]:
        """How much a plan is like each deed, by those of their texts which are so the most."""
        row: dict[int, float] = {}
        for parts in dict.fromkeys(variants):
            common: dict[int, float] = {}
            for part in sorted(parts):
                for k in holding.get(part, ()):
                    common[k] = common.get(k, 0.0) + self.weight[part]
            size = math.sqrt(self.weigh(parts)) or 1.0
            for k, held in common.items():
                j = self._told[k][0]
                row[j] = max(row.get(j, 0.0), held / (size * self._sizes[k]))
        return row

    def _alike(self, one: Parts, other: Parts) -> float:
        sizes = self.weigh(one) * self.weigh(other)
        return self.weigh(one & other) / math.sqrt(sizes) if sizes else 0.0

    def best(self, i: int) -> list[int]:
        """The deeds most like a plan, those of one paragraph, the most alike first; none where none shares anything with it."""
        ranked = sorted(self.rows[i], key=lambda j: (-round(self.rows[i][j], 9), j))
        return [j for j in ranked if self._deeds[j].place == self._deeds[ranked[0]].place]

    def covered(self, i: int, j: int) -> float:
        """What share of a plan the sentence of a deed holds: of a compilation of cases on the trade in horn not only the cases."""
        held = (self.weigh(parts & self._theirs[j][-1]) / (self.weigh(parts) or 1.0) for parts in self._mine[i])
        return max(held, default=0.0)

    def linked(self, i: int, j: int) -> bool:
        """Whether a plan and a deed stand in paragraphs that correspond."""
        plan, deed = self._plans[i].place, self._deeds[j].place
        return deed in (self._pair.in_new(plan) if self._forward else self._pair.in_old(plan))

    def sure(self, i: int, j: int) -> bool:
        """Whether the two are alike enough, and so much more than either is like anything else at another place."""
        config, alike, plans, deeds = self._pair.config, self.rows[i][j], self._plans, self._deeds
        plan, deed, linked = plans[i], deeds[j], self.linked(i, j)
        least, lead = config.progress_near, config.progress_ahead
        if linked and not plan.asked:
            least, lead = config.progress_near_linked, config.progress_ahead_linked
        elif self._strangers:
            least = config.progress_near_strangers
        answers = bool(self._answers.answers.search(deed.sentence))
        if not linked and not answers and self.covered(i, j) < config.progress_covered:
            return False
        if answers and (linked or not self._strangers):
            least, lead = min(least, config.progress_near_answer), min(lead, config.progress_ahead_answer)
        if deed.later and not (linked and _put_off(plan, deed)):
            return False
        if alike < (max(least, config.progress_later) if deed.later else least):
            return False
        room = alike - lead  # what nothing else at another place may be, unless it tells the same once more
        return (
            room >= 0
            and not any(
                value > room
                and deeds[k].place != deed.place
                and self._alike(self._theirs[k][-1], self._theirs[j][-1]) < SAME
                for k, value in self.rows[i].items()
            )
            and not any(
                self.rows[k][j] > room
                and plans[k].place != plan.place
                and plans[k].asked == plan.asked
                and self._alike(self._mine[k][-1], self._mine[i][-1]) < SAME
                for k in self._like[j]
            )
        )


def _name(here: Reading, plan: Planned, shared: Parts, weight: dict[str, float]) -> str:
    """The run of content words that holds most of what the two share; ``""`` where what it comes to is another thing: 不具约束力的准则
    are not 不具约束力的建议和结论. It is looked for in the thing announced, else in the sentence.
    """
    silent = here.language.once(words).deeds
    own = sum(weight.get(part, 0.0) for part in sorted(telling_parts(here, plan.thing, silent)))
    if own < NAMED:
        return run_of(here, plan.texts[-1], shared, weight, NAMED, plan.behind)
    return run_of(here, plan.thing, shared, weight, min(NAMED, NAMED_SHARE * own), plan.behind)
