"""Of what time the figures of a text are: the day they are told as of, months, years, spans of years."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.lexicon import Lexicon
from ccdiff.derive.figures.statement import Hit

SENTENCE = re.compile(r"[。！？\n]|(?<=[a-z0-9)])[.](?=\s|$)")
CHINESE = re.compile(r"\s*(?:(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*日)?")
ENGLISH = re.compile(r"\s*(?:(?:(\d{1,2})\s+)?([A-Z][a-z]{2,8})\.?(?:\s+(\d{4}))?|((?:19|20)\d\d)(?!\d|,\d))\b")
BACK = 16  # characters before a number that can hold a month
FROM_TO = 24  # characters before a number that can hold its year
YEAR = re.compile(r"(?:19|20)\d\d")
SPAN_OF_YEARS = re.compile(
    r"(?:19|20)\d\d\s*年?\s*(?:至|到|—|–|-|~|～)\s*(?:19|20)\d\d\s*年|\b(?:19|20)\d\d (?:to|and|through) (?:19|20)\d\d\b"
)
CLAUSE_MONTH = re.compile(r"\s*(?:(?:\d{4}\s*年)?(\d{1,2})\s*月份?[，,\s]|In ([A-Z][a-z]{2,8})(?: \d{4})?,? )")
DAYS = re.compile(
    r"(?<!\d)(\d{1,2})\s*月\s*\d{1,2}\s*日\s*(?:至|到|—|-)\s*(\d{1,2})\s*月\s*\d{1,2}\s*日"
    r"|\b(?:[Ff]rom|[Bb]etween) \d{1,2} ([A-Z][a-z]{2,8}) (?:to|and|until) \d{1,2} ([A-Z][a-z]{2,8})\b"
)
WHOLE_YEAR = re.compile(r"(?:\A|[。；\n]|[.;] )\s*(?:In )?((?:19|20)\d\d)\s*(?:年(?:全年)?[，,]|, )")
YEAR_AFTER = re.compile(r"\s+in ((?:19|20)\d\d)\b")
YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)\s*年[^，。；\d]{0,12}$|\b[Ii]n ((?:19|20)\d\d),?\s[^.;\d]{0,12}$")
SENTENCE_END = re.compile(r"[。；]|[.;]\s")
OPENING = 16  # characters of a paragraph in which it says of what time it is
SPAN = 16  # characters of "2017 年至 2021 年", which begins there
MONTH_BEFORE = re.compile(r"(\d{1,2})\s*月份?\s*[^，。；、\d]{0,6}$")
MONTH_AFTER = re.compile(r"[^,.;()]{0,60}?\b(?:in|during|for) ([A-Z][a-z]{2,8})\b")
NUMBERS = re.compile(r"\d+")
YEAR_MONTHS = 12


def read_date(text: str, at: int, issued: str | None, months: Mapping[str, int]) -> str | None:
    """The date at ``at``: "2019-05-01", "2023-09", "2018"; ``None`` where none stands there.

    Where the text leaves the year out, it is the last such day before the report was ``issued`` (ISO).
    """
    chinese, english = CHINESE.match(text, at), ENGLISH.match(text, at)
    if chinese and (chinese[1] or chinese[2]):
        return _iso(chinese[1], chinese[2], chinese[3], issued)
    if english and english[4]:
        return english[4]
    if english and (month := months.get(english[2].lower())):
        return _iso(english[3], str(month), english[1], issued)
    return None


def _iso(year: str | None, month: str | None, day: str | None, issued: str | None) -> str | None:
    rest = "".join(f"-{int(part):02d}" for part in (month, day if month else None) if part)
    if month and not 1 <= int(month) <= 12 or day and not 1 <= int(day) <= 31:
        return None
    if year:
        return year + rest
    if not issued or not re.match(r"\d{4}", issued):
        return None
    this = issued[:4] + rest
    return this if this <= issued else f"{int(issued[:4]) - 1}{rest}"


def dates_of(text: str, words: Lexicon, issued: str | None) -> list[tuple[int, str]]:
    """Where ``text`` says "as of", and the date it gives (ISO)."""
    cues = (match for kind in ("as_of", "dated") for match in words.cues[kind].finditer(text))
    found = sorted((match.start(), read_date(text, match.end(), issued, words.months)) for match in cues)
    return [(at, date) for at, date in found if date]


def as_of(text: str, hit: Hit, dates: list[tuple[int, str]]) -> str | None:
    """The date that holds for ``hit``: the last one said before it in its sentence, or the first behind it."""
    before = [(at, date) for at, date in dates if at < hit.start][-1:]
    for at, date in (*before, *dates[len(dates) - sum(at >= hit.end for at, _ in dates) :][:1]):
        first, last = (at, hit.start) if at < hit.start else (hit.end, at)
        if last - first <= subject.LONGEST and not SENTENCE.search(text, first, last):
            return date
    return None


class Times:
    """Of what time the figures ``hits`` of a text are."""

    def __init__(self, text: str, hits: Sequence[Hit], words: Lexicon) -> None:
        self.text, self.hits, self._names = text, hits, words.months
        self._words = words
        self._monthly = ("月" in text or "In " in text) and CLAUSE_MONTH.search(text) is not None

    @cached_property
    def _periods(self) -> list[tuple[int, int]]:
        """Where a period is named, and its months: "一季度", "2021 年，…", "1 月 1 日至 9 月 23 日"."""
        named = [
            (found.start(), _months_of(found, self._words)) for found in self._words.cues["period"].finditer(self.text)
        ]
        spans = [(found.start(), _months_between(found, self._names)) for found in DAYS.finditer(self.text)]
        years = [(found.start(1), YEAR_MONTHS) for found in WHOLE_YEAR.finditer(self.text)]
        return sorted(span for span in (*named, *spans, *years) if span[1])

    def months(self) -> list[str]:
        """For each figure its month, where the one before or after it has its own, too; else ""."""
        own = [self._month(at) for at in range(len(self.hits))]
        beside = ["", *own, ""]
        return [month if beside[at] or beside[at + 2] else "" for at, month in enumerate(own)]

    def when(self, hit: Hit) -> str:
        """The month with which its clause begins: "In June, there were 12,400 spectators", "6 月，观众有 12,400 人"."""
        if not self._monthly:
            return ""
        start = subject.bounds(self.text, hit, subject.FAR)[0]
        begins = CLAUSE_MONTH.match(self.text, start, hit.start)
        if not begins:
            return ""
        named = (begins.group(2) or "").lower()
        return begins.group(1) or (named if named in self._names else "")

    def period(self, hit: Hit) -> int:
        """The months of the period that is named last before a figure ("一季度", "1—7月份", "in the first half"); 0 where none is."""
        return next((months for at, months in reversed(self._periods) if at < hit.start), 0)

    def _month(self, at: int) -> str:
        """The month that stands right before a number ("2 月 649 次") or in the words after it ("649 carried out in May")."""
        hit = self.hits[at]
        if before := MONTH_BEFORE.search(self.text, max(0, hit.start - BACK), hit.start):
            return before.group(1)
        stop = self.hits[at + 1].start if at + 1 < len(self.hits) else len(self.text)
        after = MONTH_AFTER.match(self.text, hit.unit_end, stop)
        named = after.group(1).lower() if after else ""
        return named if named in self._names else ""

    def earlier(self) -> dict[int, str]:
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


def _months_of(period: re.Match[str], words: Lexicon) -> int:
    """How many months a period has: by its name, or from the first to the last ("1—7月份"); one month is one."""
    if told := words.periods.get(period.group().lower()):
        return told
    numbers = [int(number) for number in NUMBERS.findall(period.group())]
    return numbers[-1] - numbers[0] + 1 if numbers and numbers[0] <= numbers[-1] <= YEAR_MONTHS else 0


def _months_between(span: re.Match[str], names: Mapping[str, int]) -> int:
    """How many months a span of days has: "2022 年 1 月 1 日至 9 月 23 日", "from 1 January to 23 September"; 0 where it is none of one year."""
    first, last = (span[1], span[2]) if span[1] else (span[3], span[4])
    if not first:
        return 0
    one, two = (int(month) if month.isdigit() else names.get(month.lower(), 0) for month in (first, last))
    return two - one + 1 if 0 < one <= two <= YEAR_MONTHS else 0


def several_years(text: str, title: str, words: Lexicon) -> bool:
    """Whether a paragraph is of several years: "五年来，…", or under "过去五年工作回顾", but not "2017 年，…".

    A heading that names a single year too ("2021年和过去五年工作回顾") does not say which of the two its paragraphs are of.
    """
    opening = text[:OPENING]
    if SPAN_OF_YEARS.search(opening):
        return True
    if words.several_years.search(opening):
        return True
    return not YEAR.search(opening + title) and bool(words.several_years.search(title))


def spanned(text: str) -> bool:
    """Whether a span of years begins in the opening: "据秘书处称，在 2017 年至 2021 年期间，…"."""
    span = SPAN_OF_YEARS.search(text, 0, OPENING + SPAN)
    return span is not None and span.start() < OPENING
