"""All figures of a report, paragraph by paragraph: what each is paired by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from operator import attrgetter

from ccdiff.derive.figures import captions, respective, subject
from ccdiff.derive.figures.bearings import Bearings
from ccdiff.derive.figures.owners import of_states, owners
from ccdiff.derive.figures.statement import NOTHING, Hit, Statement
from ccdiff.derive.figures.timing import as_of, dates_of
from ccdiff.derive.figures.tools import Tools, keyed_words, texts_of, tools, widened
from ccdiff.language import Language
from ccdiff.model.changes import FigureMention
from ccdiff.reading import Reading

COLON = re.compile(r"[:：]\s*$")
UNIT = {True: 24, False: 8}  # characters of the noun in a unit, Latin and Chinese
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BACK = 16  # characters before a number or a name that can hold a cue
LABEL_END = re.compile(r"[，。；！？、\n()（）]|[,;.](?!\d)|\band\b(?= )")

Span = tuple[int, int]
BEGIN = attrgetter("start")


def find_figures(reading: Reading) -> tuple[FigureMention, ...]:
    """The figures of a report in reading order: its paragraphs and items, then its footnotes. Use ``reading.once``."""
    return tuple(statement.shown for statement in reading.once(find_statements) if not statement.lone)


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The figures of a report with what they are paired by. Use ``reading.once``."""
    have = reading.language.once(tools)
    chapeaux: dict[str, tuple[frozenset[str], str | None]] = {}
    found: list[Statement] = []
    hits = reading.once(hits_of)
    for place in reading.report.paragraphs:
        chapeau, dated = chapeaux.get(place.parent or "", (NOTHING, None))
        if place.parent is None and COLON.search(place.text):
            dates = dates_of(place.text, have.words, reading.report.date)
            said = frozenset(reading.once(keyed_words)[place.text].keys)
            chapeaux[place.id] = (said, dates[-1][1] if dates else None)
        if hits[place.text]:
            found.extend(Place(place.id, place.text, reading, have).statements(chapeau, dated))
    for note in reading.report.footnotes:
        if hits[note.text]:
            found.extend(Place(note.id, note.text, reading, have).statements(NOTHING, None))
    return tuple(found)


def scan(text: str, language: Language) -> Iterator[Hit]:
    """The figures of a text in ``language``, without their subjects."""
    have = language.once(tools)
    text = text if have.latin else widened(text)
    found = of_states(text, list(have.script.scan(text)), have.states.find)
    named = owners(text) if have.latin else {}
    return (replace(hit, owner=named.get(hit.number, hit.owner)) for hit in found) if named else iter(found)


def hits_of(reading: Reading) -> dict[str, list[Hit]]:
    """The figures of every text of a report, without their subjects. Use ``reading.once``."""
    return {text: list(scan(text, reading.language)) for text in texts_of(reading)}


class Place:
    """A paragraph, item or footnote with its figures."""

    def __init__(self, locator: str, text: str, reading: Reading, have: Tools) -> None:
        self.printed = text
        self.locator, self.text, self.have = locator, text if have.latin else widened(text), have
        self.hits = reading.once(hits_of)[text]
        self.said = reading.once(keyed_words)[text]
        self.dates = dates_of(text, have.words, reading.report.date)
        self.states = have.states.find(text)
        self.basis = [match.span() for match in have.called.basis.finditer(text)]

    def statements(self, chapeau: frozenset[str], dated: str | None) -> Iterator[Statement]:
        """The figures of the place, with what the opening words of its list say.

        Those that say how often something is done come last, each alone: they take nothing from their neighbours.
        """
        often = [hit for hit in self.hits if hit.size]
        for hits in ([hit for hit in self.hits if not hit.size], *([hit] for hit in often)):
            self.hits = hits
            if hits:
                yield from self._run(chapeau, dated)

    def _run(self, chapeau: frozenset[str], dated: str | None) -> Iterator[Statement]:
        sentence = captions.Sentence(self.text, self.hits)
        self.bearings = Bearings(self.text, self.hits, self.have)
        self.wholes = self.bearings.wholes()
        turn, heads = "", respective.heads(self.text, self.hits, self.have.words)
        for at, hit in enumerate(self.hits):
            turn = self.bearings.turn(hit, self.hits[at - 1] if at else None, turn)
            mention = self._mention(hit, as_of(self.text, hit, self.dates) or dated)
            told = self._statement(at, mention, cache(partial(self._called, sentence, at)), turn, chapeau)
            yield from (self._of(told, head, sentence) for head in heads[at]) if at in heads else (told,)

    def _of(self, told: Statement, head: respective.Head, sentence: captions.Sentence) -> Statement:
        """The figure ``told`` as one of what it is of, with the words that lead to it: "同比上升"."""
        at, lead = head.hit, self.text[slice(*head.lead)]
        hit = self.hits[at] if at >= 0 else subject.at(head.end)
        span = self._clause(at) if at >= 0 else (head.start, head.end)
        label = self._label(at) if at >= 0 else frozenset(self.said.between(*span))
        near = frozenset((*self._around(hit, span), *self.said.between(*head.lead)))
        lead = self.have.words.cues["respectively"].sub("", lead)
        name = cache(lambda: (self._called(sentence, at) if at >= 0 else self.text[slice(*span)]) + _led(lead))
        return replace(
            told, near=near, far=told.far | near, label=label, called=name,
            named=() if told.kind == "counter" else self._named(name()), others=self.have.words.excluding(near),
        )  # fmt: skip

    def _called(self, sentence: captions.Sentence, at: int) -> str:
        """The subject of a figure."""
        if owner := sentence.hits[at].owner:
            return owner
        return captions.strip_end(self.have.script.subject(sentence, at), self.have.called.ends["toward"])

    def _statement(
        self, at: int, mention: FigureMention, called: Callable[[], str], turn: str, chapeau: frozenset[str]
    ) -> Statement:
        """The figure ``self.hits[at]``; ``called`` gives its subject, ``chapeau``: what the opening words of its list say."""
        hit, words, bearings = self.hits[at], self.have.words, self.bearings
        span = self._clause(at)
        near, role = frozenset((*self._around(hit, span), *self._understood(hit))), bearings.role(at)
        named = () if hit.kind == "counter" else self._named(called())
        size, base = (hit.size, hit.family) if hit.size else words.size(hit.unit)
        return Statement(
            mention=mention,
            kind=hit.kind,
            family=hit.family,
            noun=self.have.key(hit.noun),
            near=near,
            far=near | frozenset(self._around(hit, self._far(hit))) | chapeau,
            direction=bearings.direction(hit),
            role=role,
            named=named,
            per=self._per(at),
            called=called,
            counter=hit.unit,
            turn=turn,
            lone=hit.lone or (hit.value == 1 and hit.kind == "counter" and not self.text[hit.number].isdigit()),
            owner=hit.owner,
            period=self._period(hit),
            time="" if role or bearings.direction(hit) else self._time(hit),
            limit=bearings.limited(hit, span),
            others=words.excluding(near, named),
            states=self._states(hit, span),
            fresh=bearings.cued(hit, "fresh", "more"),
            within=bearings.within(hit),
            currency=self._currency(hit),
            size=size,
            base=base,
            of=float(self.hits[self.wholes[at]].value) if at in self.wholes else 0.0,
            generic=hit.noun in words.generic,
            often=bearings.often(hit),
            event=hit.noun.rpartition(" ")[2].lower() in words.events,
            label=self._label(at),
        )

    def _period(self, hit: Hit) -> str:
        """The part of a year named last before a figure: "一季度", "from 1 January to 23 September"; "" for none."""
        start = subject.bounds(self.text, hit, subject.FAR)[0]
        named = list(self.have.words.cues["period"].finditer(self.text, start, hit.start))[-1:]
        return "".join("days" if found["days"] else found.group() for found in named)

    def _time(self, hit: Hit) -> str:
        """In what something came about as its sentence says: "years" ("五年来", "over the past five years") or a "year"."""
        span, cues = subject.bounds(self.text, hit, subject.FAR), self.have.words.cues
        if any(cues[kind].search(self.text, *span) for kind in ("past", "years")):
            return "years"
        return "year" if YEAR.search(self.text, *span) else ""

    def _clause(self, at: int) -> Span:
        """The clause of a figure, cut towards those beside it."""
        hit, cues = self.hits[at], self.have.words.cues
        neighbours = [*self.hits[max(0, at - 1) : at], *self.hits[at + 1 : at + 2]]
        return subject.near_bounds(self.text, hit, neighbours, self.have.called.says, cues["beside"], cues["joint"])

    def _label(self, at: int) -> frozenset[str]:
        """The words that stand with a number between the marks and the numbers around it: "six of | steel", "钢质 | 6艘".

        What is said of a part of a whole stands behind that: "61 of the 192 members | had ratified".
        """
        before, hit, after = self.hits[max(0, at - 1) : at], self.hits[at], self.hits[at + 1 : at + 2]
        last = after[0] if hit.part and after else hit
        after = self.hits[at + 2 : at + 3] if last is not hit else after
        start = max([subject.bounds(self.text, hit, LABEL_END)[0], *(other.unit_end for other in before)])
        end = min([subject.bounds(self.text, last, LABEL_END)[1], *(other.start for other in after)])
        label = *self.said.between(start, hit.start), *self.said.between(last.unit_end, end)
        if not label and start:  # "Japan, | $3.2 million; Switzerland"
            start = max(
                [subject.bounds(self.text, subject.at(start - 1), LABEL_END)[0], *(other.unit_end for other in before)]
            )
            label = tuple(self.said.between(start, hit.start))
        return frozenset(label)

    def _currency(self, hit: Hit) -> str:
        said = self.text[hit.number : hit.unit_end] + hit.unit if hit.kind == "money" else ""
        return next((name for word, name in self.have.words.currencies if said and word in said), "")

    def _understood(self, hit: Hit) -> Sequence[str]:
        """The words of a noun that stands elsewhere: "which brought the total to 31"."""
        if hit.last > hit.unit_end or not hit.noun:
            return ()
        return subject.Words(self.have.cut(hit.noun), self.have.keyed).keys

    def _per(self, at: int) -> frozenset[str]:
        """What a figure is an average or a sum of, as its part of the sentence says it ("on average, … nine months")."""
        hit, averages = self.hits[at], self.have.words.cues["per"]
        start, end = subject.bounds(self.text, hit, subject.FAR)[0], subject.bounds(self.text, hit, subject.NEAR)[1]
        before = self.hits[at - 1].end if at else start
        if before > start:  # "lasts three years on average and | costs $4.20"
            marks = [mark.end() for mark in LABEL_END.finditer(self.text, before, hit.start)]
            start = marks[-1] if marks else before
        end = min([end, *(other.start for other in self.hits[at + 1 : at + 2])])
        return self.have.words.averages(averages.findall(self.text, start, end))

    def _states(self, hit: Hit, span: Span) -> frozenset[str]:
        """The States that a clause names, or else those in which its sentence places it: "In Peru, 120 schools", "在秘鲁"."""
        if not self.states:
            return frozenset()
        if named := frozenset(state for place, _, state in self.states if span[0] <= place < span[1]):
            return named
        start, end = subject.bounds(self.text, hit, subject.FAR)
        near, within = self.have.words.cues["located"], [found for found in self.states if start <= found[0] < end]
        return frozenset(state for at, _, state in within if near.search(self.text, max(start, at - BACK), at))

    def _mention(self, hit: Hit, date: str | None) -> FigureMention:
        start, end, unit = hit.quoted if hit.quoted >= 0 else hit.start, hit.end, _unit(hit, self.have.cut)
        quote, told = self.printed[start:end], (hit.value, hit.qualifier, date)
        return FigureMention(self.locator, quote, *told, start, end, "", unit, hit.value_to)

    def _named(self, name: str) -> tuple[str, ...]:
        return tuple(subject.Words(self.have.cut(name), self.have.keyed_names).keys)

    def _far(self, hit: Hit) -> Span:
        """The sentence of a figure, with the one before where it leans on that: "该名单载有 132 个国家…"."""
        start, end = subject.bounds(self.text, hit, subject.FAR)
        if start and self.have.words.cues["anaphor"].search(self.text, start, hit.start):
            start = subject.bounds(self.text, subject.at(start - 1), subject.FAR)[0]
        return start, end

    def _spans(self, hit: Hit, span: Span) -> Iterator[Span]:
        """What is said around a figure in ``span``, without the legal basis of it ("根据《公约》第六条第三款")."""
        for start, end in ((span[0], hit.start), (hit.unit_end, span[1])):
            for basis in self.basis:
                if start <= basis[0] and basis[1] <= end:
                    yield start, basis[0]
                    start = basis[1]
            yield start, end

    def _around(self, hit: Hit, span: Span) -> list[str]:
        return [word for start, end in self._spans(hit, span) for word in self.said.between(start, end)]


def _led(lead: str) -> str:
    """What leads to a number, as it ends its name."""
    lead = lead.strip(" ，,")
    return f" {lead}" if lead.isascii() and lead else lead


def _unit(hit: Hit, cut: captions.Cut) -> str:
    """The unit as shown: the counter with its noun ("项建议"), an English noun; of a long one the last words."""
    if hit.kind != "counter":
        return hit.unit
    latin, longest = not hit.unit, UNIT[not hit.unit]
    if not latin and len(hit.noun) <= longest:
        return hit.unit + hit.noun
    noun = hit.noun.rpartition(" ")[2] if latin and " and " in hit.noun else hit.noun
    pieces = noun.split() if latin else list(cut(noun))
    while len(pieces) > 1 and sum(map(len, pieces)) + latin * (len(pieces) - 1) > longest:
        pieces.pop(0)
        while latin and len(pieces) > 1 and (pieces[0][0].isupper() or pieces[0] in ("and", "or")):
            pieces.pop(0)  # "main battle tanks", not "Forces main battle tanks"
    return hit.unit + (" " if latin else "").join(pieces)
