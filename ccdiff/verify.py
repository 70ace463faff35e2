"""Two language versions of one report: do figures, dates, symbols and lists agree, paragraph by paragraph?

Language versions bear the same paragraph numbers by rule, so places are held against places; nothing is aligned. A figure counts as
there when its value stands in the other version in any form (digits, a Chinese numeral, a number word): translators choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.attendance import listed_states
from ccdiff.derive.figures import find_figures
from ccdiff.derive.references import find_references
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.model.report import Report
from ccdiff.reading import Reading
from ccdiff.script import plain
from ccdiff.text.numerals import HAN_NUMERAL, chinese

DIGITS = re.compile(r"\d+(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
# What holds digits and is no number: "8/2", "A/RES/74/276"; "2024年5月6日"; the year of "May 2024"
NO_NUMBER = re.compile(r"[\w.]*/[\w./]*|\d{1,4}\s*年(?=\s*\d)|\d{1,2}\s*[月日]|(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
HAN_RUN = re.compile(f"[{HAN_NUMERAL}]+")
WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
HAN_DAY = re.compile(r"(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")


@record
class Disagreement:
    """Where two versions differ. ``kind``: paragraph|figure|date|reference|list|footnote; ``a`` and ``b``: what only one has.

    ``place`` is a locator; for ``paragraph`` and ``footnote`` it stands in one version only (that side holds the locator).
    """

    place: str
    kind: str
    a: tuple[str, ...]
    b: tuple[str, ...]


def verify(a: Reading, b: Reading) -> tuple[Disagreement, ...]:
    """Every disagreement of two versions, in the order of the first."""
    a, b = plain(a), plain(b)
    mine, theirs = _places(a.report), _places(b.report)
    found = [Disagreement(place, "paragraph", (place,), ()) for place in mine if place not in theirs]
    found += [Disagreement(place, "paragraph", (), (place,)) for place in theirs if place not in mine]
    for place in mine:
        if place in theirs and place != "front":
            found += _paragraph(place, a, b)
    order = {place: k for k, place in enumerate({**mine, **theirs})}
    return tuple(sorted(found, key=lambda d: order.get(d.place, len(order))))


def _places(report: Report) -> dict[str, None]:
    """Numbered paragraphs, items and footnotes: those bear the same names in every language."""
    named = (p.id for p in report.paragraphs if p.number or p.kind in ("item", "front"))
    return dict.fromkeys((*named, *(note.id for note in report.footnotes)))


def _paragraph(place: str, a: Reading, b: Reading) -> Iterator[Disagreement]:
    for kind, look in (("figure", _figures), ("date", _dates), ("reference", _references), ("list", _items)):
        mine, theirs = look(place, a), look(place, b)
        if kind == "figure":  # a figure of the one may stand in the other in a form that is not found as a figure
            one, two = mine - _numbers(place, b), theirs - _numbers(place, a)
        else:
            one, two = mine - theirs, theirs - mine
        if one or two:
            yield Disagreement(place, kind, tuple(sorted(one)), tuple(sorted(two)))
    yield from _states(place, a, b)


def _states(place: str, a: Reading, b: Reading) -> Iterator[Disagreement]:
    """The States that only one version lists, where both print a list of States here: each as its version names it."""
    mine, theirs = ({m.key: m.name for m in reading.once(listed_states).get(place, ())} for reading in (a, b))
    one = tuple(sorted(name for key, name in mine.items() if key not in theirs))
    two = tuple(sorted(name for key, name in theirs.items() if key not in mine))
    if mine and theirs and (one or two):
        yield Disagreement(place, "list", one, two)


def _figures(place: str, reading: Reading) -> frozenset[str]:
    return frozenset(_plain(m.value) for m in reading.once(find_figures) if m.paragraph == place)


def _plain(value: float) -> str:
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"


def _numbers(place: str, reading: Reading) -> frozenset[str]:
    """Every number at ``place``, in whatever form, and every figure found there; not those of dates and symbols."""
    text = NO_NUMBER.sub(" ", reading.report.text(place))
    text = reading.language.once(_days).sub(" ", text)
    plain = {_plain(float(found.replace(",", "").replace("，", ""))) for found in DIGITS.findall(text)}
    numerals = (chinese(run) for run in HAN_RUN.findall(text))
    known = reading.language.once(_number_words)
    words = (known.get(word.lower()) for word in WORD.findall(text))
    return frozenset(
        plain | {_plain(value) for value in (*numerals, *words) if value is not None} | _figures(place, reading)
    )


def _number_words(language: Language) -> dict[str, float]:
    return {
        row[0].lower(): float(row[1])
        for row in language.rows("number_words")
        if len(row) > 1 and DIGITS.fullmatch(row[1])
    }


def _dates(place: str, reading: Reading) -> frozenset[str]:
    """Years ("2019") and months ("-05"): ranges and lists of days are worded too variously to be read as one."""
    text = reading.report.text(place)
    months, named = reading.language.once(_months)
    found = {*YEAR.findall(text), *(f"-{int(month):02}" for month, _ in HAN_DAY.findall(text))}
    matches = named.finditer(text) if named else ()
    return frozenset(found | {f"-{months[match.group().lower()]:02}" for match in matches})


def _months(language: Language) -> tuple[dict[str, int], re.Pattern[str] | None]:
    """Month names with their numbers, and the pattern of a month by a day or a year ("in May 2019", "31 May")."""
    months = {name.lower(): int(row[0]) for row in language.rows("months") for name in row[1:] if row[0].isdigit()}
    if language.code != "en":  # the table lists the English names for the masthead of every language version
        return months, None
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    by_number = rf"\b(?:{names})\b(?=\.?,?\s\d)|(?<=\d\s)\b(?:{names})\b"
    by_word = rf"(?<=\b(?:[Ii]n|[Oo]f)\s)(?:{names})\b|(?<=\b(?:since|until|early|after)\s)(?:{names})\b"
    return months, re.compile(rf"{by_number}|{by_word}", re.IGNORECASE)


def _days(language: Language) -> re.Pattern[str]:
    """Days of a month in English: "6 to 8 May", "31 January, 1 and 2 February"."""
    names = "|".join(sorted(map(re.escape, language.once(_months)[0]), key=len, reverse=True))
    return re.compile(rf"\b\d{{1,2}}(?:(?:,|\s(?:to|and|–|-))?\s\d{{1,2}}){{0,6}}\s(?:{names})\b", re.IGNORECASE)


def _references(place: str, reading: Reading) -> frozenset[str]:
    return frozenset(
        re.sub(r"\s", "", mention.number) for mention in reading.once(find_references) if mention.place == place
    )


def _items(place: str, reading: Reading) -> frozenset[str]:
    count = sum(1 for p in reading.report.paragraphs if p.parent == place)
    return frozenset({f"{count}"}) if count else frozenset()
