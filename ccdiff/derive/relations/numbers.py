"""Numbers as facts: counts, dates, numbers of things and of places of a report, each with its qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ccdiff.derive.wording import canonical
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.text.numerals import chinese

HAN_NUMERAL = "〇零一二三四五六七八九十百千万亿两"
SCALES = {"万": 10**4, "亿": 10**8}
SOME = "一些"  # the canonical form of 部分, whose first character is a numeral, too: "三部分"
NUMBER = re.compile(
    rf"(?=[第\d{HAN_NUMERAL}])(?P<th>第?)(?:(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?(?:/\d+)*)|(?P<han>[{HAN_NUMERAL}]{{1,20}}?(?={SOME})|[{HAN_NUMERAL}]{{1,20}}))(?P<scale>[万亿]?%?)"
)
PLACED = re.compile(rf"^第\s*[\d{HAN_NUMERAL}]+|^\d+$")  # a word that is a number, or tells which one
TENS = frozenset(str(n) for n in range(20, 100, 10))
TH = "th"  # behind the value of an ordinal
YEAR = 4  # figures of a year; fewer are so many years
RANGE = re.compile(r"^[-至到]\d+([年月日])")
PLACES = ("第段", "第条", "第章", "第节")
DATED = "月日"  # the day of a month, which is named before it ...
RANGED = 3  # ... or so many characters before, at the day from which it runs: 4月1日至3日
UNITS = frozenset("十百千万亿两")  # numerals that no year in Han figures has: 二〇二一年
PLACE = "第段"  # the unit of a number that names a place of the report
NUMBERED = "年月日号条款段项章节期"  # what a number may belong to: the 8th of a month is not 8 of something
NEAR = 24  # characters on each side of a number in which its unit and its qualifier stand
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff〇]")


class Number(NamedTuple):
    """A number as a fact: its value, what it numbers (第段, 年; empty for a count), and its qualifier's class."""

    value: str
    unit: str
    qualifier: str


@record
class NumberWords:
    """A language's tables of numbers, ready for use. Use ``language.once(number_words)``."""

    qualifiers: tuple[tuple[str, str, str], ...]  # word, before|after, class
    units: tuple[str, ...]  # what may follow a count
    numbered: re.Pattern[str]  # what stands before the number of a place of the report (English: "paragraphs 12 and ")
    spelled: dict[str, Number]  # number words of a language that spells them ("three", "third")


def number_words(language: Language) -> NumberWords:
    """The tables that ``numbers`` reads."""
    return NumberWords(_qualifiers(language), language.once(_units), _numbered(language), _spelled(language))


def numbers(text: str, words: NumberWords) -> Iterator[Number]:
    """The numbers in figures and Han numerals of a canonical text."""
    month, end = "", -RANGED
    for match in NUMBER.finditer(text):
        value, unit = _value(match), _unit(match, text) or _place(match, text, words)
        if unit in DATED:
            if unit == DATED[1] and month and match.start() - end <= RANGED:
                value = f"{month}-{value}"
            month, end = (value if unit == DATED[0] else month), match.end()
        if value and (
            match["digits"] or unit or (value != "1" and _counts(text[match.end() : match.end() + NEAR], words))
        ):
            yield Number(value, unit, "" if unit else _qualifier(text, match, words))


def _place(match: re.Match[str], text: str, words: NumberWords) -> str:
    """The word for a place of the report before an English number, as the Chinese unit would say it."""
    before = words.numbered.search(text, max(0, match.start() - 60), match.start())
    return PLACE if before else ""


def _value(match: re.Match[str]) -> str:
    if match["digits"]:
        digits, scale = match["digits"].replace(",", ""), match["scale"]
        if scale and scale[0] in SCALES and "/" not in digits:
            digits, scale = f"{float(digits) * SCALES[scale[0]]:.0f}", scale[1:]  # 4万, 40000
        return digits + scale
    number = chinese(match["han"])
    return str(number) if number else ""  # 零部件 counts nothing


def _unit(match: re.Match[str], text: str) -> str:
    """What is numbered; empty for a count. A bare 第一 before a point only numbers the writer's points: no fact."""
    after = text[match.end() : match.end() + 1]
    if match["th"]:
        return "第" + (after if after in NUMBERED else "") if after not in ",.:;" else ""
    if match["digits"] and after and after in "-至到":
        after = RANGE.sub(r"\1", text[match.end() : match.end() + 6])[:1]  # 2021-2030年, 2021年至2030年
    figures = match["digits"] or match["han"]
    if after == "年" and (len(figures) < YEAR or not UNITS.isdisjoint(figures)):
        return ""  # 保存10年, 一百二十五年
    if match["digits"]:
        return after if after and after in "年月日" else ""
    dated = after in ("年", DATED[0]) or (after == DATED[1] and text[: match.start()].endswith(DATED[0]))
    return after if dated else ""  # 八月十五日 is 8月15日; 三日 alone are so many days


def _counts(after: str, words: NumberWords) -> bool:
    """Whether a unit follows; "十余个" counts as "十个" does."""
    more = next(
        (word for word, side, _ in words.qualifiers if side == "after" and len(word) == 1 and after.startswith(word)),
        "",
    )
    after = after.removeprefix(more)
    return after.startswith(words.units) or after[:2] == "分之"


def _qualifier(text: str, match: re.Match[str], words: NumberWords) -> str:
    before = text[max(0, match.start() - NEAR) : match.start()].rstrip()
    after = text[match.end() : match.end() + 6]
    for word, side, kind in words.qualifiers:
        if side == "before" and word in before and before.endswith(word):
            return kind
        if side == "after" and word in after and (len(word) > 1 or after.startswith(word)):
            return kind
    return ""


@plain
def _units(language: Language) -> tuple[str, ...]:
    """What may follow a count, also in its canonical form (部分 in "三部分内容")."""
    key = language.once(canonical)
    rows = [row[0] for row in language.rows("quantity_units") if row[0]]
    return tuple(dict.fromkeys((*rows, *(key(unit) for unit in rows if len(unit) > 1))))


def _numbered(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for row in language.rows("numbered") for word in row[1:])
    return re.compile(
        rf"\b({words})\s(?:\d+(?:\([a-z]\))?(?:, and|,| and| to| or|-)\s?)*$" if words else r"(?!)", re.IGNORECASE
    )


def _spelled(language: Language) -> dict[str, Number]:
    counts = {
        row[0]: Number(row[1], "", "")
        for row in language.rows("number_words")
        if row[1] not in ("0", "1") and len(row) < 3
    }
    tens = {word: n for word, n in counts.items() if n.value in TENS}
    ones = {word: n for word, n in counts.items() if len(n.value) == 1} | {"one": Number("1", "", "")}
    ordinals = {row[0]: Number(row[1], "", "") for row in language.rows("ordinals")}
    joined = {
        f"{ten}-{one}": Number(
            str(int(n.value) + int(more.value.removesuffix(TH))) + TH * more.value.endswith(TH), "", ""
        )
        for ten, n in tens.items()
        for one, more in (*ones.items(), *ordinals.items())
        if len(more.value.removesuffix(TH)) == 1
    }
    return joined | counts | ordinals


def _qualifiers(language: Language) -> tuple[tuple[str, str, str], ...]:
    """The longest first: 不超过 before 超过."""
    rows = [(row[0], row[1], row[2]) for row in language.rows("qualifiers") if len(row) > 2]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
