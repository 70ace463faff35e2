"""The day that the figures of a text are told as of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.lexicon import Lexicon
from ccdiff.derive.figures.statement import Hit

SENTENCE = re.compile(r"[。！？\n]|(?<=[a-z0-9)])[.](?=\s|$)")
CHINESE = re.compile(r"\s*(?:(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*日)?")
ENGLISH = re.compile(r"\s*(?:(?:(\d{1,2})\s+)?([A-Z][a-z]{2,8})\.?(?:\s+(\d{4}))?|((?:19|20)\d\d)(?!\d|,\d))\b")


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
