"""Announcements and deeds that are each other's nearest, in whatever words: "打算在柬埔寨开办一所培训中心", "设在金边的培训中心已于2023年2月启用".

What was asked of a secretariat or another body counts as announced; what was asked of States is not done by one of them, and what is to be
done again and again is never done. Compared is what tells matters apart (recommendations/likeness.py); a deed that is hardly nearer than
another one says nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.announcements import Announcement, find_all, planning, region, whole
from ccdiff.derive.progress.names import runs_of, tells, undated, until_aim
from ccdiff.derive.progress.phases import Turns, steps, turns
from ccdiff.derive.progress.words import MARKS, words
from ccdiff.derive.recommendations.again import strangers
from ccdiff.derive.recommendations.find import find_recommendations
from ccdiff.derive.recommendations.likeness import raw_pieces, telling_parts, weights
from ccdiff.derive.recommendations.matter import MASKED, actions, classes, key, places, reduced
from ccdiff.derive.recommendations.words import words as recommending
from ccdiff.derive.wording import pieces
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import clauses

PART = 0.3  # of what the fullest name holds of what is shared: in Chinese the thing stands last (在岘港兴建一座冷藏库)
FEW = 4  # sentences that say something is done which are looked at closely for each plan
LOOKED = 16  # of the nearest sentences, those among which they are
OPENS = re.compile(r"The ([a-z]{4,})\b")  # a sentence that begins with a thing
YEAR = re.compile(r"\b(?:19|20)\d\d\b|(?<!\d)(?:19|20)\d\d(?=\s?年)")
SHORT = 3  # letters that no name of a thing has
HEAD = 80  # characters of what is asked in which the one who should do it is named
KEEP = "keep"  # the kind of the verbs "continue", "maintain" (table ``actions``)
LEAST = 3.0  # weight of what the two share: weee-3, 20 and weee-4, 18 (Kano) 3.3
LEAST_LINKED = 2.0  # the same in paragraphs that correspond
SAME = 0.4  # likeness from which two plans, or two deeds, are the same told twice

WHO = "@"  # marks a body that acts; its name tells nothing of the matter, but much of whose it is
WHO_WEIGHT = 1.5
NAMED = 1.5  # what the thing that gives a step its name must weigh in what the two share,
NAMED_SHARE = 0.25  # or of what the thing announced weighs

Parts = frozenset[str]


@record
class Planned:
    """Something announced or asked for at ``place``: ``quote`` stands there to the letter, ``texts`` are what is compared, the narrower
    first, ``thing`` the part of it that names what is to be, ``behind`` whether that stands before the words that look ahead.
    """

    place: str
    quote: str
    texts: tuple[str, ...]
    thing: str
    asked: bool = False
    clause: str = ""
    behind: bool = False

    def saying(self, name: str) -> str:
        """The quote that holds ``name``: from the words on that look ahead, or the whole clause where the thing stands before them."""
        return self.quote if not self.clause or name in self.quote else self.clause


@record
class Told:
    """A sentence that says that something is done; ``texts`` are what is compared, the clauses that say so and the whole (with the
    sentence before, where it points there). ``later``: it still lies ahead there, at a later time.
    """

    place: str
    sentence: str
    texts: tuple[str, ...]
    later: bool = False


@record
class Met:
    """A plan and the sentence that says it is done; ``name`` is what the plan calls the thing."""

    plan: Planned
    told: Told
    name: str


def nearest(pair: Pair, here: Reading, there: Reading, known: frozenset[tuple[str, str]]) -> Iterator[Met]:
    """Plans of the one report with the deeds of the other that answer them; ``known``: (place, place) that have been found already."""
    plans = [
        plan for plan in _plans(here, there, here is pair.old) if not _stands(pair, plan.place, here, there, False)
    ]
    silent = here.language.once(words).deeds
    mine = [tuple(_parts(here, text, silent) for text in plan.texts) for plan in plans]
    deeds = _deeds(here, there, mine) if plans else []
    deeds = [told for told in deeds if not _stands(pair, told.place, there, here, True)]
    if not deeds:
        return
    theirs = [tuple(_parts(there, text, silent) for text in told.texts) for told in deeds]
    met = Meeting(pair, here, there, plans, deeds, mine, theirs)
    for i, plan in enumerate(plans):
        j = met.best(i)
        if j >= 0 and (plan.place, deeds[j].place) not in known and met.sure(i, j):
            shared = frozenset().union(*mine[i]) & theirs[j][-1]
            name = (
                _name(here, plan, shared, met.weight)
                if met.weigh(shared) >= (LEAST_LINKED if met.linked(i, j) else LEAST)
                else ""
            )
            if name:
                yield Met(plan, deeds[j], name)


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
        there: Reading,
        plans: Sequence[Planned],
        deeds: Sequence[Told],
        mine: Sequence[tuple[Parts, ...]],
        theirs: Sequence[tuple[Parts, ...]],
    ) -> None:
        self._pair, self._plans, self._deeds, self._mine, self._theirs = pair, plans, deeds, mine, theirs
        self._strangers, self._forward = strangers(pair), here is pair.old
        self._answers = there.language.once(turns)
        every = {part for variants in (*mine, *theirs) for parts in variants for part in parts}
        self.weight = weights(pair, {part for part in every if part[0] != WHO})
        self.weight.update((part, WHO_WEIGHT) for part in sorted(every) if part[0] == WHO)
        self._told = [(j, parts) for j, variants in enumerate(theirs) for parts in dict.fromkeys(variants)]
        self._sizes = [math.sqrt(self.weigh(parts)) or 1.0 for _, parts in self._told]
        holding: dict[str, list[int]] = {}
        for k, (_, parts) in enumerate(self._told):
            for part in parts:
                holding.setdefault(part, []).append(k)
        self.rows = [self._row(variants, holding) for variants in mine]

    def weigh(self, parts: Parts) -> float:
        """What parts weigh together."""
        return sum(map(self.weight.__getitem__, sorted(parts)))

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

    def best(self, i: int) -> int:
        """The deed that is most like a plan; -1 where none shares anything with it."""
        row = self.rows[i]
        return max(row, key=lambda j: (round(row[j], 9), -j), default=-1)

    def _covered(self, i: int, j: int) -> float:
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
        if not linked and not answers and self._covered(i, j) < config.progress_covered:
            return False
        if answers and (linked or not self._strangers):
            least, lead = min(least, config.progress_near_answer), min(lead, config.progress_ahead_answer)
        if deed.later and not (linked and _put_off(plan, deed)):
            return False
        if alike < (max(least, config.progress_later) if deed.later else least):
            return False
        others = (
            value
            for k, value in self.rows[i].items()
            if deeds[k].place != deed.place and self._alike(self._theirs[k][-1], self._theirs[j][-1]) < SAME
        )
        rivals = (
            row.get(j, 0.0)
            for k, row in enumerate(self.rows)
            if plans[k].place != plan.place
            and plans[k].asked == plan.asked
            and self._alike(self._mine[k][-1], self._mine[i][-1]) < SAME
        )
        return alike - max((*others, *rivals), default=0.0) >= lead


def _plans(here: Reading, there: Reading, forward: bool) -> list[Planned]:
    """What a report announces, or asks of others than States, and the other does not still announce; in chapters of plans only where
    it is the earlier one (``forward``).
    """
    known, told, turn = here.language.once(recommending), there.once(whole), here.language.once(turns)
    advised = here.once(find_recommendations)
    own = {one.locator for one in advised} | (frozenset() if forward else here.once(planning))
    found = [
        Planned(
            one.place,
            one.quote,
            tuple(dict.fromkeys((one.text, one.whole))),
            _thing(one, here),
            clause="" if one.pointed else one.text.strip(MARKS),
            behind=one.behind or not tells(here, one.rest),
        )
        for one in here.once(find_all)
        if one.place not in own and not turn.recurs.search(one.text)
        if one.behind or not _goes_on(here, one.quote, turn)
    ]
    for one in advised:
        states = "states" in known.asked_of(one.addressee, one.said)
        asked = one.asked and one.strength not in (None, "note")
        if asked and not one.repeats and not states and not _goes_on(here, one.asked, turn):
            quote = one.said if one.said in one.text else one.text
            left = next((m for m in known.modal.finditer(one.asked[:HEAD]) if m["should"] or m["may"]), None)
            thing = one.asked[left.end() :] if left else one.asked
            found.append(Planned(one.locator, quote.strip(MARKS), (one.asked,), thing, asked=True))
    return [plan for plan in found if fold(plan.clause or plan.quote) not in told]


def _thing(one: Announcement, here: Reading) -> str:
    """The part of an announcement that names what is announced: what stands behind its verb, where that names something."""
    before = until_aim(one.rest, here)
    return before if one.deed and not one.behind and not one.pointed and tells(here, before) else region(one, here)


def _goes_on(here: Reading, asked: str, turn: Turns) -> bool:
    """Whether what is asked is to go on with something: that is never done once for all."""
    kinds = here.language.once(actions)
    cut = (f" {word} " if word.isascii() else word for word in here.words(here.language.once(reduced)(asked)))
    return bool(turn.recurs.search(asked)) or KEEP in next((kinds[word] for word in cut if word in kinds), ())


def _deeds(here: Reading, there: Reading, plans: Sequence[tuple[Parts, ...]]) -> list[Told]:
    """The sentences that say that something is done, and did not say so in the other report already: of those that share something
    with a plan, the few that share most of its parts.
    """
    where, turn = there.once(places), there.language.once(turns)
    wanted = frozenset().union(*(parts for variants in plans for parts in variants))
    own = {one.locator for one in there.once(find_recommendations)} | there.once(planning)
    index: dict[str, list[int]] = {}
    points = there.language.once(words).points
    before: Parts = frozenset()
    for at, (place, sentence) in enumerate(where.sentences):
        if place not in own:
            raw = raw_pieces(where.text_of(at), wanted)
            after = (
                before
                and at
                and where.sentences[at - 1][0] == place
                and _points(points, where.sentences[at - 1][1], sentence)
            )
            for part in raw | before if after else raw:
                index.setdefault(part, []).append(at)
            before = raw
    says: dict[int, Told | None] = {}
    kept: set[int] = set()
    for variants in plans:
        scores: dict[int, float] = {}
        for part in sorted(variants[-1]):
            held = index.get(part, ())
            for at in held:
                scores[at] = scores.get(at, 0.0) + 1 / len(held)
        ranked = _most(scores, LOOKED)
        for at in ranked:
            if at not in says:
                says[at] = _told(here, there, at, turn)
        kept.update([at for at in ranked if says[at]][:FEW])
    return [told for at in sorted(kept) for told in [says[at]] if told]


def _most(scores: dict[int, float], number: int) -> list[int]:
    """The sentences of the highest scores, of equal ones the first; those that are surely lower are not put in order."""
    least = sorted(scores.values())[-number] - 1e-8 if len(scores) > number else -math.inf
    return sorted([at for at in scores if scores[at] >= least], key=lambda at: (-round(scores[at], 9), at))[:number]


def _points(points: re.Pattern[str], before: str, sentence: str) -> bool:
    """Whether a sentence begins with a word that points to the one before (该平台, "It"), or with the name of a thing that stands there
    ("… a model notice. The model had been tested").
    """
    sentence = sentence.lstrip()
    if points.match(sentence):
        return True
    if not sentence.isascii():
        return sentence[:2].isalpha() and sentence[:2] in before and not sentence[0].isascii()
    first = OPENS.match(sentence)
    return first is not None and re.search(rf"\b{first.group(1)}\b", before) is not None


def _told(here: Reading, there: Reading, at: int, turn: Turns) -> Told | None:
    """The sentence, if it says that something is done and did not stand in the other report already."""
    sentences = there.once(places).sentences
    place, sentence = sentences[at]
    known = there.language.once(words)
    phases = {step.phase for step in there.language.once(steps)(sentence)}
    done = bool(known.done.search(sentence)) or bool(phases - {"ahead"})
    later = not done and "ahead" in phases and bool(YEAR.search(sentence)) and not turn.session.search(sentence)
    if not (done or later) or turn.own.search(sentence) or fold(sentence) in here.once(whole):
        return None
    before = sentences[at - 1] if at else ("", "")
    points = before[0] == place and _points(known.points, before[1], sentence)
    entire = f"{before[1]} {sentence}" if points else sentence
    return Told(place, sentence, (sentence if later else done_clause(there, sentence), entire), later)


def done_clause(there: Reading, sentence: str) -> str:
    """The clause that says it is done, with the one before it where that is the first of its sentence."""
    known, parts = there.language.once(words), clauses(sentence)
    phases = there.language.once(steps)
    says = next((k for k, part in enumerate(parts) if known.done.search(part.text)), -1)
    if says < 0:
        says = next((k for k, part in enumerate(parts) if any(s.phase != "ahead" for s in phases(part.text))), 0)
    return sentence[parts[max(0, says - 1)].start : parts[says].end].strip(MARKS)


def _trimmed(here: Reading, run: list[str]) -> list[str]:
    """A run without the words in front that name nothing (一届, two hundred)."""
    common, opens, run = here.language.once(classes), here.language.once(words).opens, undated(run, here)
    while len(run) > 1 and run[0] not in opens and common.get(key(run[0].strip().lower())) == "edge":
        run = run[1:]
    return run


def _name(here: Reading, plan: Planned, shared: Parts, weight: dict[str, float]) -> str:
    """The run of content words that holds most of what the two share; ``""`` where what it comes to is another thing: 不具约束力的准则
    are not 不具约束力的建议和结论. It is looked for in the thing announced, else in the sentence.
    """
    silent = here.language.once(words).deeds
    own = sum(weight.get(part, 0.0) for part in sorted(telling_parts(here, plan.thing, silent)))
    if own < NAMED:
        return _run(here, plan.texts[-1], shared, weight, NAMED, plan.behind)
    return _run(here, plan.thing, shared, weight, min(NAMED, NAMED_SHARE * own), plan.behind)


def _run(here: Reading, text: str, shared: Parts, weight: dict[str, float], least: float, last: bool) -> str:
    deeds = here.language.once(words).deeds
    found: list[tuple[float, str]] = []
    for run in runs_of(text, here):
        named = "".join(_trimmed(here, run)).strip()
        held = sum(weight[part] for part in sorted(telling_parts(here, named, deeds) & shared))
        told = (word for word in reversed(run) if telling_parts(here, word, deeds))
        head = next(told, "")
        if held >= least and (head.isascii() or telling_parts(here, head, deeds) & shared):
            found.append((held, named))
    known = here.language.once(naming)
    plain = [(held, name) for held, text_of in found for name in [bare(text_of, known)] if name]
    found = [(held, name) for held, name in plain if not known.who.match(name)] or plain or found
    most = max((held for held, _ in found), default=0.0)
    if last and text.isascii():
        return next((name for held, name in found if held == most), "")
    names = [name for held, name in found if held >= PART * most]
    return next(iter(names if text.isascii() else reversed(names)), "")


@record
class Naming:
    """``who``: how the name of one who acts begins; ``deed``: what stands before a thing that is named ("to host a")."""

    who: re.Pattern[str]
    deed: re.Pattern[str]


def naming(language: Language) -> Naming:
    """The kinds ``who`` and ``deed`` of the table ``deeds``. Use ``language.once(naming)``."""
    rows = language.rows("deeds")
    who = sorted({word for row in rows if row[0] == "who" for word in row[1:]}, key=len, reverse=True)
    base = sorted({row[1] for row in rows if row[0] in ("deed", "off") and row[1].isascii()}, key=len, reverse=True)
    part = sorted({row[3] for row in rows if row[0] in ("deed", "off") and len(row) == 5}, key=len, reverse=True)
    some, done = "|".join(base) or "(?!)", "|".join(part) or "(?!)"
    small = r"(?:(?:a|an|the|its|their|to)\s+)*"
    return Naming(
        re.compile("|".join(rf"\b{w}\b" if w.isascii() else w for w in who) or r"(?!)", re.IGNORECASE),
        re.compile(rf"^(?:.*?\bto\s+(?:{some})\s+|(?:{some}|{done})\s+(?!of\b)){small}", re.IGNORECASE),
    )


def bare(name: str, known: Naming) -> str:
    """The name of a thing without the verb before it ("offered to host a study visit"), where more than a verb is left."""
    thing = known.deed.sub("", name)
    return thing if len(thing) > SHORT else name
