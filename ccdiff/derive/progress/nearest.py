"""Announcements and deeds that are each other's nearest, in whatever words: "打算在柬埔寨开办一所培训中心", "设在金边的培训中心已于2023年2月启用".

What was asked of a secretariat or another body counts as announced; what was asked of States is not done by one of them. Compared
is what tells matters apart (recommendations/likeness.py); a deed that is hardly nearer than another one says nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.announcements import find_announcements, region, whole
from ccdiff.derive.progress.names import runs_of, undated
from ccdiff.derive.progress.words import MARKS, words
from ccdiff.derive.recommendations.find import find_recommendations
from ccdiff.derive.recommendations.likeness import raw_pieces, telling_parts, weights
from ccdiff.derive.recommendations.matter import actions, classes, key, places, reduced
from ccdiff.derive.recommendations.words import words as recommending
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import clauses

PART = 0.3  # of what the fullest name holds of what is shared: in Chinese the thing stands last (在岘港兴建一座冷藏库)
FEW = 4  # sentences that are looked at closely for each plan
KEEP = "keep"  # the kind of the verbs "continue", "maintain" (table ``actions``)
LEAST = 3.0  # weight of what the two share: weee-3, 20 and weee-4, 18 (Kano) 3.3


@record
class Planned:
    """Something announced or asked for at ``place``: ``quote`` stands there to the letter, ``text`` is what is compared, ``thing`` the
    part of it that names what is to be.
    """

    place: str
    quote: str
    text: str
    thing: str
    asked: bool = False


@record
class Told:
    """A sentence that says that something is done."""

    place: str
    sentence: str


@record
class Met:
    """A plan and the sentence that says it is done; ``name`` is what the plan calls the thing."""

    plan: Planned
    told: Told
    name: str


def nearest(pair: Pair, here: Reading, there: Reading, known: frozenset[tuple[str, str]]) -> Iterator[Met]:
    """Plans of the one report with the deeds of the other that answer them; ``known``: (place, place) that have been found already."""
    plans = _plans(here, there)
    mine = [telling_parts(here, plan.text, here.language.once(words).deeds) for plan in plans]
    deeds = _deeds(here, there, mine) if plans else []
    if not deeds:
        return
    theirs = [telling_parts(there, told.sentence, there.language.once(words).deeds) for told in deeds]
    weight = weights(pair, {part for parts in (*mine, *theirs) for part in parts})
    sizes = [math.sqrt(sum(map(weight.__getitem__, parts))) or 1.0 for parts in theirs]
    holding: dict[str, list[int]] = {}
    for j, parts in enumerate(theirs):
        for part in parts:
            holding.setdefault(part, []).append(j)
    rows = [_row(parts, weight, sizes, holding) for parts in mine]
    for i, plan in enumerate(plans):
        j = max(rows[i], key=lambda j: (rows[i][j], -j), default=-1)
        if j >= 0 and (plan.place, deeds[j].place) not in known and _sure(pair, plans, deeds, rows, i, j):
            shared = mine[i] & theirs[j]
            name = _name(here, plan, shared, weight) if sum(map(weight.__getitem__, shared)) >= LEAST else ""
            if name:
                yield Met(plan, deeds[j], name)


def _row(
    parts: frozenset[str], weight: dict[str, float], sizes: Sequence[float], holding: dict[str, list[int]]
) -> dict[int, float]:
    """How much a plan is like each deed."""
    common: dict[int, float] = {}
    for part in sorted(parts):
        for j in holding.get(part, ()):
            common[j] = common.get(j, 0.0) + weight[part]
    size = math.sqrt(sum(map(weight.__getitem__, sorted(parts)))) or 1.0
    return {j: held / (size * sizes[j]) for j, held in common.items()}


def _sure(
    pair: Pair, plans: Sequence[Planned], deeds: Sequence[Told], rows: Sequence[dict[int, float]], i: int, j: int
) -> bool:
    """Whether the two are alike enough, and so much more than either is like anything at another place."""
    config, alike = pair.config, rows[i][j]
    linked = deeds[j].place in pair.in_new(plans[i].place) or deeds[j].place in pair.in_old(plans[i].place)
    least, lead = (
        (config.progress_near_linked, config.progress_ahead_linked)
        if linked and not plans[i].asked
        else (config.progress_near, config.progress_ahead)
    )
    if alike < least:
        return False
    others = (value for k, value in rows[i].items() if deeds[k].place != deeds[j].place)
    rivals = (
        row.get(j, 0.0)
        for k, row in enumerate(rows)
        if plans[k].place != plans[i].place and plans[k].asked == plans[i].asked
    )
    return alike - max((*others, *rivals), default=0.0) >= lead


def _plans(here: Reading, there: Reading) -> list[Planned]:
    """What a report announces, or asks of others than States, and the other does not still announce."""
    known, told = here.language.once(recommending), there.once(whole)
    found = [Planned(one.place, one.quote, one.text, region(one, here)) for one in here.once(find_announcements)]
    for one in here.once(find_recommendations):
        states = "states" in known.asked_of(one.addressee, one.said)
        if one.asked and not one.repeats and not states and not _goes_on(here, one.asked):
            quote = one.said if one.said in one.text else one.text
            found.append(Planned(one.locator, quote.strip(MARKS), one.asked, one.asked, asked=True))
    return [plan for plan in found if fold(plan.quote) not in told]


def _goes_on(here: Reading, asked: str) -> bool:
    """Whether what is asked is to go on with something: that is never done once for all."""
    kinds = here.language.once(actions)
    cut = (f" {word} " if word.isascii() else word for word in here.words(here.language.once(reduced)(asked)))
    return KEEP in next((kinds[word] for word in cut if word in kinds), ())


def _deeds(here: Reading, there: Reading, plans: Sequence[frozenset[str]]) -> list[Told]:
    """The sentences that say that something is done, and did not say so in the other report already: of those that share something
    with a plan, the few that share most of its parts.
    """
    known, before, where = there.language.once(words), here.once(whole), there.once(places)
    found: list[tuple[Told, set[str]]] = []
    for at, (place, sentence) in enumerate(where.sentences):
        if known.done.search(sentence) and fold(sentence) not in before:
            found.append((Told(place, sentence), raw_pieces(where.text_of(at))))
    spread = Counter(part for _, parts in found for part in parts)
    kept: set[int] = set()
    for plan in plans:
        alike = [
            (-sum([1 / spread[part] for part in sorted(plan.intersection(parts))]), k)
            for k, (_, parts) in enumerate(found)
        ]
        kept.update(k for held, k in sorted(alike)[:FEW] if held)
    return [found[k][0] for k in sorted(kept)]


def done_clause(there: Reading, told: Told) -> str:
    """The clause that says it is done, with the one before it where that is the first of its sentence."""
    known, parts = there.language.once(words), clauses(told.sentence)
    says = next((k for k, part in enumerate(parts) if known.done.search(part.text)), 0)
    return told.sentence[parts[max(0, says - 1)].start : parts[says].end].strip(MARKS)


def _trimmed(here: Reading, run: list[str]) -> list[str]:
    """A run without the words in front that name nothing (一届, two hundred)."""
    common, run = here.language.once(classes), undated(run, here)
    while len(run) > 1 and common.get(key(run[0].strip().lower())) == "edge":
        run = run[1:]
    return run


def _name(here: Reading, plan: Planned, shared: frozenset[str], weight: dict[str, float]) -> str:
    """The run of content words that holds most of what the two share; ``""`` where what it comes to is another thing: 不具约束力的准则
    are not 不具约束力的建议和结论.
    """
    deeds = here.language.once(words).deeds
    found: list[tuple[float, str]] = []
    for run in runs_of(plan.thing, here):
        text = "".join(_trimmed(here, run)).strip()
        held = sum(weight[part] for part in sorted(telling_parts(here, text, deeds) & shared))
        told = (word for word in reversed(run) if telling_parts(here, word, deeds))
        head = next(told, "")
        if held and (head.isascii() or telling_parts(here, head, deeds) & shared):
            found.append((held, text))
    most = max((held for held, _ in found), default=0.0)
    names = [text for held, text in found if held >= PART * most]
    return next(iter(names if plan.text.isascii() else reversed(names)), "")
