"""Of what time the figures of a text are: of a year, of so many months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import Lexicon

YEAR_BEGINS = re.compile(  # "2021 年，…", "In 2021, …", "2022 年 1 月 1 日至 9 月 23 日，…"
    r"\s*(?:(?:(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:至|到)[^，,。；\d]{0,4}[\d年月\s]{1,14}日?)?(?:间|期间|全年)?[，,]"
    r"|(?:In|During|For) (?:19|20)\d\d(?:[/–-]\d{2,4})?,? ))"
)
DAYS = re.compile(
    r"(?<!\d)(\d{1,2})\s*月\s*\d{1,2}\s*日\s*(?:至|到|—|-)\s*(\d{1,2})\s*月\s*\d{1,2}\s*日"
    r"|\b(?:[Ff]rom|[Bb]etween) \d{1,2} ([A-Z][a-z]{2,8}) (?:to|and|until) \d{1,2} ([A-Z][a-z]{2,8})\b"
)
WHOLE_YEAR = re.compile(r"(?:\A|[。；\n]|[.;] )\s*(?:In )?((?:19|20)\d\d)\s*(?:年(?:全年)?[，,]|, )")
OPENING = 16  # characters of a paragraph in which it says of what time it is
NUMBERS = re.compile(r"\d+")
YEAR_MONTHS = 12


class Times:
    """Of how many months the figures of a text are."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.text, self._words = text, words

    @cached_property
    def _periods(self) -> list[tuple[int, int]]:
        """Where a period is named, and its months: "一季度", "2021 年，…", "1 月 1 日至 9 月 23 日"."""
        named = [
            (found.start(), _months_of(found, self._words)) for found in self._words.cues["period"].finditer(self.text)
        ]
        spans = [(found.start(), _months_between(found, self._words.months)) for found in DAYS.finditer(self.text)]
        years = [(found.start(1), YEAR_MONTHS) for found in WHOLE_YEAR.finditer(self.text)]
        return sorted(span for span in (*named, *spans, *years) if span[1])

    def during(self, hit: Hit) -> bool:
        """Whether its sentence begins with a year or a span of days in which it came about."""
        start = subject.bounds(self.text, hit, subject.FAR)[0]
        return YEAR_BEGINS.match(self.text, start, hit.start) is not None

    def period(self, hit: Hit) -> int:
        """The months of the period that is named last before a figure ("一季度", "1—7月份", "in the first half"); 0 where none is."""
        return next((months for at, months in reversed(self._periods) if at < hit.start), 0)


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


def several_years(text: str, words: Lexicon) -> bool:
    """Whether a paragraph is of several years: "五年来，…"."""
    return words.several_years.search(text, 0, OPENING) is not None
