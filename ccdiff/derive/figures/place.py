"""A paragraph, item or footnote with its figures: what each is paired by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdiff.derive.figures import captions, owners, subject
from ccdiff.derive.figures.dates import as_of, dates_of
from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.kinship import SHARES
from ccdiff.derive.figures.lexicon import Lexicon
from ccdiff.derive.figures.statement import NOTHING, Statement
from ccdiff.derive.figures.tools import Tools, keyed_words, texts_of, tools
from ccdiff.language import Language
from ccdiff.model.changes import FigureMention
from ccdiff.reading import Reading

UNIT = {True: 24, False: 8}  # characters of the noun in a unit, Latin and Chinese
TURN = 16  # characters before a number that can say whether it rose
FROM_TO = 24  # characters between the two numbers of one movement, and before its first
YEAR = re.compile(r"(?:19|20)\d\d")
SPAN_OF_YEARS = re.compile(
    r"(?:19|20)\d\d\s*年?\s*(?:至|到|—|–|-|~|～)\s*(?:19|20)\d\d\s*年|\b(?:19|20)\d\d (?:to|and|through) (?:19|20)\d\d\b"
)
CLAUSE_MONTH = re.compile(r"\s*(?:(?:\d{4}\s*年)?(\d{1,2})\s*月份?[，,\s]|In ([A-Z][a-z]{2,8})(?: \d{4})?,? )")
YEAR_AFTER = re.compile(r"\s+in ((?:19|20)\d\d)\b")
YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)\s*年[^，。；\d]{0,12}$|\b[Ii]n ((?:19|20)\d\d),?\s[^.;\d]{0,12}$")
LABEL_END = re.compile(r"[，。；！？、\n()（）]|[,;.](?!\d)|\band\b(?= )")
SENTENCE_END = re.compile(r"[。；]|[.;]\s")
LED = 48  # characters between a part and its whole
BY = 80  # characters before "by" and a number that can say what fell short
OPENING = 16  # characters of a paragraph in which it says of what time it is
SPAN = 16  # characters of "2017 年至 2021 年", which begins there
OR = re.compile(r",?\s+or\s+|[，,]?\s*即\s*|\s*\(")
MONTH_BEFORE = re.compile(r"(\d{1,2})\s*月份?\s*[^，。；、\d]{0,6}$")
MONTH_AFTER = re.compile(r"[^,.;()]{0,60}?\b(?:in|during|for) ([A-Z][a-z]{2,8})\b")
TIED = ("percent", "money")
SORTED = 3  # characters of a word that says of which sort a thing is: 一般性, not 女性
DESCRIBED = 8  # words before a noun that describe it

Span = tuple[int, int]


def scan(text: str, language: Language) -> Iterator[Hit]:
    """The figures of a text in ``language``, without their subjects."""
    have = language.once(tools)
    found = have.script.scan(text)
    runs = list(owners.listed(text))
    if runs and not have.latin:
        runs = [run for run in runs if owners.of_states(run, language)]
    return iter(_with_owners(text, list(found), runs, have) if runs else found)


def _with_owners(text: str, found: list[Hit], runs: Sequence[list[re.Match[str]]], have: Tools) -> list[Hit]:
    """The figures of a text and those of its lists of names, in order."""
    for run in runs:
        start, end = run[0].start(), run[-1].end()
        found = [hit for hit in found if hit.end <= start or hit.start >= end]
        before = [hit for hit in found if hit.end <= start and hit.noun]
        lead = owners.sentence_before(text, run)
        noun = have.script.first_plural(lead)
        family = before[-1].family if before else ""
        if noun := noun or (before[-1].noun if before else ""):
            found.extend(owners.hits(text, run, noun, family))
    return sorted(found, key=lambda hit: hit.start)


def hits_of(reading: Reading) -> dict[str, list[Hit]]:
    """The figures of every text of a report, without their subjects. Use ``reading.once``."""
    return {text: list(scan(text, reading.language)) for text in texts_of(reading)}


def apart_from_often(found: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """The figures of a text, and those that say how often something is done, which take nothing from their neighbours."""
    return [hit for hit in found if not hit.size], [hit for hit in found if hit.size]


class Place:
    """A paragraph, item or footnote with its figures."""

    def __init__(self, locator: str, text: str, section: str, reading: Reading, have: Tools, part: str = "") -> None:
        self.part = part
        self.locator, self.text, self.have = locator, text, have
        self.hits = reading.once(hits_of)[text]
        self.said = reading.once(keyed_words)[text] if self.hits else subject.Words((), {})
        self.dates = dates_of(text, have.words, reading.report.date) if self.hits else []
        self.years = bool(self.hits) and _several_years(text, section, have.words)
        self.spanned = bool(self.hits) and _spanned(text)
        self.monthly = bool(self.hits) and CLAUSE_MONTH.search(text) is not None
        self.states = have.states.find(text) if self.hits else []
        self.basis = [match.span() for match in have.called.basis.finditer(text)] if self.hits else []

    def statements(
        self, chapeau: frozenset[str], dated: str | None, called: Iterator[tuple[str, str]]
    ) -> Iterator[Statement]:
        """The figures of the place, with what the opening words of its list say; how often something is done after them, each alone."""
        counted, often = apart_from_often(self.hits)
        for hits in (counted, *([hit] for hit in often)):
            self.hits = hits
            yield from self._run(chapeau, dated, called)

    def _run(
        self, chapeau: frozenset[str], dated: str | None, called: Iterator[tuple[str, str]]
    ) -> Iterator[Statement]:
        turn = ""
        months, wholes, earlier = self._months(), self._wholes(), self._earlier()
        for at, hit in enumerate(self.hits):
            turn = self._turn(hit, self.hits[at - 1] if at else None, turn)
            neighbours = [*self.hits[max(0, at - 1) : at], *self.hits[at + 1 : at + 2]]
            span = subject.near_bounds(
                self.text,
                hit,
                neighbours,
                self.have.called.ends["says"].at_end,
                self.have.words.cues["beside"],
                self.have.words.cues["joint"],
            )
            near = frozenset((*self._around(hit, span), *self._understood(hit)))
            far = near | frozenset(self._around(hit, self._far(hit))) | chapeau
            role = _role(self.text, hit, self.hits[at + 1 : at + 2], self.have.words)
            reached = self.have.words.direction.search(self.text, max(0, hit.start - TURN), hit.start)
            letters = subject.letters(*(self.have.key(piece) for piece in self._pieces(hit, span)))
            noun, described, text = self._leant_on(hit, span)
            plain, name = next(called)
            plain = captions.strip_end(plain, self.have.called.ends["toward"])
            named = () if hit.kind == "counter" else self._named(plain)
            yield Statement(
                self._mention(hit, name, as_of(self.text, hit, self.dates) or dated),
                hit.kind,
                hit.family,
                self.have.key(hit.noun),
                near,
                far,
                self.have.words.directions[reached.group(1)] if reached else "",
                role,
                bool(self.have.words.cues["general"].fullmatch(hit.unit)),
                letters,
                (near - {noun}) | described,
                letters | subject.letters(self.have.key(text)) if text else letters,
                named,
                self._per(at, plain),
                self.years and not self._level(hit, role),
                plain,
                hit.listed,
                hit.unit,
                bool(self.have.words.cues["group"].fullmatch(hit.unit)),
                turn,
                bool(self.have.words.cues["again"].search(self.text, max(0, hit.start - TURN), hit.start)),
                hit.lone or (hit.value == 1 and hit.kind == "counter" and not self.text[hit.number].isdigit()),
                frozenset(word for word in named if len(word) >= SORTED and self.have.words.cues["sort"].search(word)),
                months[at],
                hit.owner,
                self.part,
                self._tied(at),
                self._limited(hit, span),
                self.have.words.excluding(near, named),
                self._states(span),
                self._cued(hit, "fresh", "more"),
                self._within(hit),
                self._states(subject.bounds(self.text, hit, subject.FAR)),
                self._currency(hit),
                self._located(subject.bounds(self.text, hit, subject.FAR)),
                self.spanned,
                *((hit.size, hit.family) if hit.size else self.have.words.size(hit.unit)),
                self.have.words.sorts_of(hit.unit),
                float(self.hits[wholes[at]].value) if at in wholes else 0.0,
                earlier.get(at, ""),
                hit.noun in self.have.words.generic,
                months[at] or (self._when(hit) if self.monthly else ""),
                at in wholes.values() and at not in wholes,
                self._often(hit),
                hit.noun.rpartition(" ")[2].lower() in self.have.words.events,
                self._label(at),
            )

    def _label(self, at: int) -> frozenset[str]:
        """The words that stand with a number between the marks and the numbers around it: "six of | steel", "钢质 | 6艘".

        What is said of a part of a whole stands behind that: "61 of the 192 members | had ratified".
        """
        before, hit, after = self.hits[max(0, at - 1) : at], self.hits[at], self.hits[at + 1 : at + 2]
        last = after[0] if hit.part and after else hit
        after = self.hits[at + 2 : at + 3] if last is not hit else after
        start = max([subject.bounds(self.text, hit, LABEL_END)[0], *(other.unit_end for other in before)])
        end = min([subject.bounds(self.text, last, LABEL_END)[1], *(other.start for other in after)])
        return frozenset((*self.said.between(start, hit.start), *self.said.between(last.unit_end, end)))

    def _limited(self, hit: Hit, span: Span) -> bool:
        """Whether nothing may exceed it: "a limit of 30 km", "within 30 days", "30 天内"."""
        cues = self.have.words.cues
        if cues["limit"].search(self.text, *span):
            return True
        if hit.kind not in ("span", "year", "day"):
            return False
        before = cues["inside"].search(self.text, max(0, hit.start - TURN), hit.start)
        return bool(before or cues["within"].match(self.text, hit.unit_end))

    def _wholes(self) -> dict[int, int]:
        """By the place of a part that of its whole: "61 of the 192 members", "Of the 60 contracts, 14"; "192个成员中有61个"."""
        found: dict[int, int] = {}
        for at, hit in enumerate(self.hits):
            after = self.hits[at + 1] if hit.part and at + 1 < len(self.hits) else None
            if after and after.start - hit.unit_end < LED and after.value >= hit.value:
                found[at] = at + 1  # not "31 of the victims, but only 17 had released them"
                continue
            before = self.hits[at - 1] if at else None
            if before is None or before.kind != "counter" or hit.kind != "counter":
                continue
            start = subject.bounds(self.text, hit, subject.FAR)[0]
            group = self.have.script.group.search(self.text, start, hit.start) if start <= before.start else None
            if group and before.unit_end <= group.end():
                found[at] = found.get(at - 1, at - 1)
            elif start <= before.start and hit.unit == before.unit and self._headless(before, hit):
                found[at] = at - 1
        return found

    def _headless(self, before: Hit, hit: Hit) -> bool:
        """Whether a part stands without a noun behind its whole: "旅舍共15家，冬季营业的有5家"."""
        headless = self.have.words.cues["headless"].search(self.text, before.unit_end, hit.start)
        return headless is not None and hit.value < before.value

    def _often(self, hit: Hit) -> bool:
        """Whether it counts how many times something was done: "used 52 times", but not "three times as much"."""
        cues = self.have.words.cues
        return bool(cues["times"].fullmatch(hit.unit) and not cues["multiple"].match(self.text, hit.unit_end))

    def _earlier(self) -> dict[int, str]:
        """The years of those with whose noun the sentence goes on for a later year."""
        found: dict[int, str] = {}
        for at, hit in enumerate(self.hits):
            for later in range(at + 1, min(at + 3, len(self.hits))):
                other = self.hits[later]
                if (hit.kind, hit.family, hit.unit, hit.noun) != (other.kind, other.family, other.unit, other.noun):
                    continue
                year = self._year(at)
                if year and self._year(later) > year and not SENTENCE_END.search(self.text, hit.end, other.start):
                    found[at] = year
        return found

    def _year(self, at: int) -> str:
        """The year right after a number, or between the figure before and it."""
        hit = self.hits[at]
        if after := YEAR_AFTER.match(self.text, hit.unit_end) or YEAR_AFTER.match(self.text, hit.last):
            return after.group(1)
        start = self.hits[at - 1].end if at else 0
        before = YEAR_BEFORE.search(self.text, max(start, hit.start - FROM_TO), hit.start)
        return (before.group(1) or before.group(2)) if before else ""

    def _within(self, hit: Hit) -> bool:
        """Whether it counts a part of what was counted; of a share "of them" only says what it is a share of."""
        return hit.family not in SHARES and (hit.part or self._cued(hit, "among", "among_after") or self._grouped(hit))

    def _grouped(self, hit: Hit) -> bool:
        """Whether the group of which it counts a part stands before it: "Of those countries, 25", "答复国中，…有 36 个"."""
        start = subject.bounds(self.text, hit, subject.FAR)[0]
        return hit.kind == "counter" and bool(self.have.script.group.search(self.text, start, hit.start))

    def _currency(self, hit: Hit) -> str:
        said = self.text[hit.number : hit.unit_end] if hit.kind == "money" else ""
        return next((name for word, name in self.have.words.currencies if said and word in said), "")

    def _cued(self, hit: Hit, before: str, after: str) -> bool:
        cues = self.have.words.cues
        return bool(
            cues[before].search(self.text, max(0, hit.start - FROM_TO), hit.start)
            or cues[after].match(self.text, hit.unit_end)
        )

    def _understood(self, hit: Hit) -> Sequence[str]:
        """The words of a noun that stands elsewhere: "which brought the total to 31"."""
        if hit.last > hit.unit_end or not hit.noun:
            return ()
        return subject.Words(self.have.cut(hit.noun), self.have.keyed).keys

    def _per(self, at: int, plain: str) -> frozenset[str]:
        """What a figure is an average or a sum of, as its subject says it or its part of the sentence ("on average, … nine months")."""
        hit, averages = self.hits[at], self.have.words.cues["per"]
        if found := averages.findall(plain):
            return self.have.words.averages(found)
        start, end = subject.bounds(self.text, hit, subject.FAR)[0], subject.bounds(self.text, hit, subject.NEAR)[1]
        start = max([start, *(other.end for other in self.hits[max(0, at - 1) : at])])
        end = min([end, *(other.start for other in self.hits[at + 1 : at + 2])])
        return self.have.words.averages(averages.findall(self.text, start, end))

    def _states(self, span: Span) -> frozenset[str]:
        """The States that a clause names."""
        return frozenset(state for place, _, state in self.states if span[0] <= place < span[1])

    def _located(self, span: Span) -> frozenset[str]:
        """The States in which it is, as its sentence says: "In Peru, 120 schools", "在秘鲁"."""
        near, text = self.have.words.cues["located"], self.text
        return frozenset(
            state
            for place, _, state in self.states
            if span[0] <= place < span[1] and near.search(text, max(span[0], place - TURN), place)
        )

    def _tied(self, at: int) -> bool:
        hit, before = self.hits[at], self.hits[at - 1] if at else None
        return bool(before and hit.family in TIED and OR.fullmatch(self.text, before.end, hit.start))

    def _months(self) -> list[str]:
        """For each figure its month, where the one before or after it has its own, too; else ""."""
        own = [self._month(at) for at in range(len(self.hits))]
        beside = ["", *own, ""]
        return [month if beside[at] or beside[at + 2] else "" for at, month in enumerate(own)]

    def _when(self, hit: Hit) -> str:
        """The month with which its clause begins: "In June, there were 12,400 spectators", "6 月，观众有 12,400 人"."""
        start = subject.bounds(self.text, hit, subject.FAR)[0]
        begins = CLAUSE_MONTH.match(self.text, start, hit.start)
        if not begins:
            return ""
        named = (begins.group(2) or "").lower()
        return begins.group(1) or (named if named in self.have.words.months else "")

    def _month(self, at: int) -> str:
        """The month that stands right before a number ("2 月 649 次") or in the words after it ("649 carried out in May")."""
        hit = self.hits[at]
        if before := MONTH_BEFORE.search(self.text, max(0, hit.start - TURN), hit.start):
            return before.group(1)
        stop = self.hits[at + 1].start if at + 1 < len(self.hits) else len(self.text)
        after = MONTH_AFTER.match(self.text, hit.unit_end, stop)
        named = after.group(1).lower() if after else ""
        return named if named in self.have.words.months else ""

    def _turn(self, hit: Hit, before: Hit | None, last: str) -> str:
        """ "up" or "down" where the number says by how much; "a decrease of $5,000, or 3 per cent" says it of both."""
        if before and OR.fullmatch(self.text, before.end, hit.start):
            return last
        cues, first = self.have.words.cues, max(0, hit.start - FROM_TO)
        if cues["halved"].match(self.text, hit.number):
            return "down"
        if cues["unturned"].search(self.text, first, hit.start):
            return ""  # "civilians made up 85 per cent"
        for kind, compared in (("up", "higher"), ("down", "lower")):
            if cues[kind].search(self.text, first, hit.start):
                return kind
            if cues[compared].search(self.text, first, hit.start) and cues["compared"].search(
                self.text, subject.bounds(self.text, hit, subject.NEAR)[0], hit.start
            ):
                return kind
        for kind in ("up", "down") if hit.kind not in ("counter", "noun") else ():
            by = cues[f"{kind}_by"].search(self.text, max(0, hit.start - BY), hit.start)
            if by or cues[f"{kind}_after"].match(self.text, hit.last):
                return kind
        return ""

    def _level(self, hit: Hit, role: str) -> bool:
        """Whether a number is a state reached ("增加到 82.7 万亿元", "达到 76.7 岁"), not what came about."""
        before = self.text[max(0, hit.start - TURN) : hit.start].rstrip()
        return bool(
            role or self.have.called.ends["toward"].at_end(before) or self.have.called.ends["tail"].at_end(before)
        )

    def _mention(self, hit: Hit, called: str, date: str | None) -> FigureMention:
        start, unit = hit.quoted if hit.quoted >= 0 else hit.start, _unit(hit, self.have.cut)
        quote = self.text[start : hit.end]
        return FigureMention(
            self.locator, quote, hit.value, hit.qualifier, date, start, hit.end, called, unit, hit.value_to
        )

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

    def _pieces(self, hit: Hit, span: Span) -> Iterator[str]:
        return (self.text[start:end] for start, end in self._spans(hit, span))

    def _leant_on(self, hit: Hit, span: Span) -> tuple[str, frozenset[str], str]:
        """What "该名单" stands for: the noun, and the words that describe the last 名单 in the sentence before; their text."""
        nothing = "", NOTHING, ""
        cue = self.have.words.cues["pointing"].search(self.text, span[0], hit.start)
        named = self.said.between(cue.end(), hit.start)[:1] if cue else []
        if not cue or not named:
            return nothing
        sentence = subject.bounds(self.text, hit, subject.FAR)[0]
        start = subject.bounds(self.text, subject.at(max(0, sentence - 1)), subject.FAR)[0]
        place = self.said.last(named[0], start, sentence)
        if place is None:
            return nothing
        here = subject.bounds(self.text, subject.at(place), subject.NEAR)[0]
        here = max([end for begin, end in self.basis if here <= begin and end <= place] or [here])
        said = self.said.starting(here, place)[-DESCRIBED:]
        if not said:
            return nothing
        return named[0], frozenset(self.said.between(said[0], place)), self.text[said[0] : place]


def _unit(hit: Hit, cut: captions.Cut) -> str:
    """The unit as shown: the counter with its noun ("项建议"), an English noun; of a long one the last words."""
    if hit.kind != "counter":
        return hit.unit
    latin, longest = not hit.unit, UNIT[not hit.unit]
    noun = hit.noun.rpartition(" ")[2] if latin and " and " in hit.noun else hit.noun
    pieces = noun.split() if latin else list(cut(noun))
    while len(pieces) > 1 and sum(map(len, pieces)) + latin * (len(pieces) - 1) > longest:
        pieces.pop(0)
        while latin and len(pieces) > 1 and (pieces[0][0].isupper() or pieces[0] in ("and", "or")):
            pieces.pop(0)  # "main battle tanks", not "Forces main battle tanks"
    return hit.unit + (" " if latin else "").join(pieces)


def _role(text: str, hit: Hit, after: Sequence[Hit], words: Lexicon) -> str:
    """ "from" where the clause leads from this number to the next: "从 54 万亿元增加到 82.7 万亿元"; "against" where another
    number is held against it: "210 sites, as compared with 380 in 2020".
    """
    if words.cues["against"].search(text, max(0, hit.start - FROM_TO), hit.start):
        return "against"
    if not after or after[0].start - hit.end > FROM_TO or not words.cues["to"].search(text, hit.end, after[0].start):
        return ""
    if hit.family != after[0].family and "bare" not in (hit.kind, after[0].kind):
        return ""  # "自上次会议以来共举办五期培训课程，学员人数增至 210 人"
    return "from" if words.cues["from"].search(text, max(0, hit.start - FROM_TO), hit.start) else ""


def _several_years(text: str, title: str, words: Lexicon) -> bool:
    """Whether a paragraph is of several years: "五年来，…", or under "过去五年工作回顾", but not "2017 年，…".

    A heading that names a single year too ("2021年和过去五年工作回顾") does not say which of the two its paragraphs are of.
    """
    opening = text[:OPENING]
    if SPAN_OF_YEARS.search(opening):
        return True
    if words.several_years.search(opening):
        return True
    return not YEAR.search(opening + title) and bool(words.several_years.search(title))


def _spanned(text: str) -> bool:
    """Whether a span of years begins in the opening: "据秘书处称，在 2017 年至 2021 年期间，…"."""
    span = SPAN_OF_YEARS.search(text, 0, OPENING + SPAN)
    return span is not None and span.start() < OPENING
