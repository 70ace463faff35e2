"""What may be done later, and what is said to be done: plans and requests of the one report, the sentences of the other that tell deeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from operator import add

from ccdiff.derive.progress.announcements import find_all, planning, thing, whole
from ccdiff.derive.progress.names import names_any, tells
from ccdiff.derive.progress.phases import Turns, steps, turns
from ccdiff.derive.progress.words import MARKS, words
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.matter import places
from ccdiff.derive.recommendations.words import words as recommending
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import clauses

FEW = 2  # sentences that say something is done which are looked at closely for each plan
COMMON = 12  # sentences in which a part stands that leads to no deed any more
WHOLE = 5354228880  # what a part is worth that one sentence holds: every number up to twice COMMON divides it
LOOKED = 6  # of the nearest sentences, those among which they are
YEAR = re.compile(r"\b(?:19|20)\d\d\b|(?<!\d)(?:19|20)\d\d(?=\s?年)")
SPACE = re.compile(r"\s+")
FIGURE = re.compile(r"\s+|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+")
SAID = 16  # characters that do not stand in both reports by chance
AFTER = 2  # clauses, that with the deed among them, in which the thing may be named
NAMED = 3  # pairs of characters or words of its name by which the second must be ahead: 东南亚 and 腐败调查 of 8th/9th, 41 and 40
HEAD = 80  # characters of what is asked in which the one who should do it is named
DECIDE = "decide"  # the strength of what is decided: that may be the deed

Parts = frozenset[str]


@record
class Planned:
    """Something announced or asked for at ``place``: ``quote`` stands there to the letter, ``text`` is what is compared, ``thing`` the
    part of it that names what is to be, ``behind`` whether that stands before the words that look ahead.
    """

    place: str
    quote: str
    text: str
    thing: str
    asked: bool = False
    clause: str = ""
    behind: bool = False

    def saying(self, name: str) -> str:
        """The quote that holds ``name``: from the words on that look ahead, or the whole clause where the thing stands before them."""
        return self.quote if not self.clause or name in self.quote else self.clause


@record
class Told:
    """A sentence that says that something is done; ``text`` is what is compared, with the sentence before where it points there.
    ``later``: it still lies ahead there; ``bare``: nothing says that it is done, or only that something is not.
    """

    place: str
    sentence: str
    text: str
    later: bool = False
    bare: bool = False


def planned(here: Reading, there: Reading, forward: bool) -> list[Planned]:
    """What a report announces, or asks of others than States, and the other does not still announce; in chapters of plans only where
    it is the earlier one (``forward``).
    """
    known, turn = here.language.once(recommending), here.language.once(turns)
    advised = here.once(find_recommendations)
    asked = _said(one for one in advised if one.strength)
    barred = frozenset() if forward else here.once(planning)
    found = [
        Planned(
            one.place,
            one.quote,
            one.whole,
            thing(one, here),
            clause=one.text.strip(MARKS),
            behind=one.behind or not tells(here, one.rest),
        )
        for one in here.once(find_all)
        if one.place not in barred
        and one.sentence.strip() not in asked.get(one.place, "")
        and not turn.recurs.search(one.text)
    ]
    for one in advised:
        states = "states" in known.asked_of(one.addressee, one.said)
        if (
            one.asked
            and one.strength not in (None, "note")
            and not one.repeats
            and not states
            and not turn.recurs.search(one.asked)
        ):
            quote = one.said if one.said in one.text else one.text
            left = next((m for m in known.modal.finditer(one.asked[:HEAD]) if m["should"] or m["may"]), None)
            matter = one.asked[left.end() :] if left else one.asked
            found.append(Planned(one.locator, quote.strip(MARKS), one.asked, matter, asked=True))
    yearly = here.once(planning)  # there the next year's plans say the same with other figures
    return [plan for plan in found if not _again(plan, there, plan.place in yearly)]


def _said(advised: Iterable[Advice]) -> dict[str, str]:
    """What recommendations say, by their places."""
    said: dict[str, str] = {}
    for one in advised:
        said[one.locator] = said.get(one.locator, "") + one.said
    return said


def _again(plan: Planned, there: Reading, exact: bool) -> bool:
    """Whether the other report announces the same: in the same clause, or in as many of the same words from those on that look ahead;
    ``exact``: with the same figures.
    """
    form, told = (SPACE, there.once(_printed)) if exact else (FIGURE, there.once(_standing))
    quote, clause = (form.sub("", fold(text)) for text in (plan.quote, plan.clause or plan.quote))
    return clause in told or (len(quote) >= SAID and quote in told)


def _printed(reading: Reading) -> str:
    """The whole text of a report without spaces. Use ``reading.once(_printed)``."""
    return SPACE.sub("", reading.once(whole))


def _standing(reading: Reading) -> str:
    """The same without figures, but for years: "项目1和 2" and "项目 3和4" announce the same again, another year puts off."""
    return FIGURE.sub("", reading.once(whole))


def deeds_for(here: Reading, there: Reading, plans: Sequence[Parts], beside: Sequence[frozenset[str]]) -> list[Told]:
    """The sentences that say that something is done, and did not say so in the other report already: of those that share something
    with a plan, the few that share most of its parts, anywhere and in the paragraphs ``beside`` it.
    """
    where, turn = there.once(places), there.language.once(turns)
    advised = there.once(find_recommendations)
    asked = _said([one for one in advised if one.strength != DECIDE])
    barred = there.once(planning).union(
        note.id for note in there.report.footnotes
    )  # notes tell where things are written
    near: dict[str, list[int]] = {place: [] for places_of in beside for place in places_of}
    own: set[int] = set()
    for at, (place, text) in enumerate(where.sentences):
        if place in barred or text.strip() in asked.get(place, ""):
            own.add(at)
        elif place in near:
            near[place].append(at)
    holding: dict[str, list[int]] = {}
    for part in frozenset().union(*plans) & where.held.keys():
        stands = where.standing(part) if len(where.held[part]) <= COMMON else ()
        if 0 < len(stands) <= COMMON:
            holding[part] = [at for at in stands if at not in own]
    says: dict[int, Told | None] = {}
    kept: set[int] = set()
    for k, parts in enumerate(plans):
        scores: dict[int, int] = {}
        for part in parts.intersection(holding):
            for at in holding[part]:
                scores[at] = scores.get(at, 0) + WHOLE // len(holding[part])
        here_too = {at: scores.get(at, 0) for place in sorted(beside[k]) for at in near[place]}
        for ranked, barely in ((scores, not beside[k]), (here_too, True)):
            found = [0, not barely]
            for _, at in nsmallest(LOOKED, ((-score, at) for at, score in ranked.items())):
                if at not in says:
                    says[at] = _told(here, there, at, turn)
                deed = says[at]
                if deed and not (deed.bare and found[True]):
                    kept.add(at)
                    found[deed.bare] += 1
                if found[False] == FEW:
                    break
    return [told for at in sorted(kept) for told in [says[at]] if told]


def _points(points: re.Pattern[str], before: str, sentence: str) -> bool:
    """Whether a sentence begins with a word that points to the one before (该平台, "It"), or with a thing of Han that stands there."""
    sentence = sentence.lstrip()
    if points.match(sentence):
        return True
    return sentence[:2].isalpha() and sentence[:2] in before and not sentence[0].isascii()


def _told_already(reading: Reading) -> str:
    """The folded text of all paragraphs but those of chapters of plans. Use ``reading.once(_told_already)``."""
    ahead = reading.once(planning)
    return "\n".join(fold(paragraph.text) for paragraph in reading.report.paragraphs if paragraph.id not in ahead)


def _told(here: Reading, there: Reading, at: int, turn: Turns) -> Told | None:
    """The sentence, if it says that something is done and did not stand in the other report already."""
    sentences = there.once(places).sentences
    place, sentence = sentences[at]
    if turn.own.search(sentence) or fold(sentence) in here.once(_told_already):
        return None
    phases = {step.phase for step in there.language.once(steps)(sentence)}
    later = phases == {"ahead"} and bool(YEAR.search(sentence)) and not turn.session.search(sentence)
    bare = phases <= {"undone"} and not turn.made.search(sentence)
    if phases == {"ahead"} and not later:
        return None
    before = sentences[at - 1] if at else ("", "")
    points = before[0] == place and (
        _points(there.language.once(words).points, before[1], sentence) or not names_any(there, sentence)
    )
    return Told(place, sentence, f"{before[1]} {sentence}" if points else sentence, later, bare)


def done_clause(there: Reading, sentence: str, name: str = "", *, further: bool = False) -> str:
    """The clause that says it is done, with the one before it where that does not; of several the one that names it.

    ``further``: where a clause right after it names the thing and it does not, the quote goes on to that ("编写的各种手册，特别是题为…的手册").
    """
    parts, phases = clauses(sentence), there.language.once(steps)
    says = [k for k, part in enumerate(parts) if any(step.phase != "ahead" for step in phases(part.text))] or [0]
    chosen = next((k for k in says if name and name in parts[k].text), says[0])
    first = max(0, chosen - 1) if chosen - 1 not in says else chosen
    last = max(
        range(chosen, min(chosen + AFTER * further, len(parts))) or [chosen],
        key=lambda k: (_names(parts[k].text, name), -k),
    )
    if _names(parts[last].text, name) < NAMED + _names(sentence[parts[first].start : parts[chosen].end], name):
        last = chosen
    return sentence[parts[first].start : parts[last].end].strip(MARKS)


def _names(text: str, name: str) -> int:
    """How many pairs of Han characters, or words, of a name stand in a text."""
    parts = set(name.lower().split()) if name.isascii() else set(map(add, name, name[1:]))
    return sum(part in text.lower() for part in parts if len(part) > 1)
