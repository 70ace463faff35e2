"""Headings: the numerals they are printed with decide where they stand, whatever ``#`` and ``**`` say.

The 2023 note sets its chapters as ``##``, its letters as ``####`` and again as ``##``; the numerals alone are steady.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.parse.patterns import (
    CONTINUES,
    DIGITS,
    FORMAL,
    HAN,
    HAN_NUMERAL,
    ITEM,
    NOT_A_TITLE_END,
    STEMS,
    arabic_number,
    complete,
    half_width,
    han_number,
    roman_number,
    width,
)
from ccdiff.parse.rows import Row

WORDS = re.compile(r"[^\W\d_]")
LONGEST = 240  # width: the working group's heading III.D of 2012 has 168
LONGEST_UNNUMBERED = 130  # width; 9th report, before 22: 86
NAMED = ("part", "chapter", "division")
COUNTED = ("formal", "han", "roman")  # how chapters are counted that do not call themselves so
RUN_IN = 120  # width of a heading that ends as a sentence: "（一）继续创新和完善宏观调控，确保经济运行在合理区间。"


@record
class Style:
    """A way to number headings. ``rank`` orders them from the outermost; ``begins``: the characters that such a heading begins with.

    The first group of ``pattern`` is the numeral as printed, the last the part of it that ``value`` reads.
    """

    name: str
    rank: int
    begins: str
    pattern: re.Pattern[str]
    value: Callable[[str], int | None]


def _any_number(numeral: str) -> int | None:
    return arabic_number(numeral) or han_number(numeral) or roman_number(numeral)


def _stem(numeral: str) -> int:
    return STEMS.index(numeral) + 1


def _letter(numeral: str) -> int:
    return ord(half_width(numeral)) - 64


DECIMAL_RANK = 30  # of 1.1; each further point adds one
LETTERED_RANK = 50
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
FIGURES = "0123456789０１２３４５６７８９"
ANY = rf"([{HAN_NUMERAL}{DIGITS}]+)"
END = r"(?:[\s\u3000：:]+|$)"
POINT = r"\s?[.．、]\s*(?=\S)"
ARABIC = (
    rf"([{DIGITS}]{{1,3}})\s?[.．、](?:\s+|(?![{DIGITS}])|(?=[{DIGITS}]{{4}}\s?年))(?=\S)(?![{DIGITS}]{{1,3}}[.．、])"
)

# The order is the order in which they are tried; "I." is a Roman numeral or a letter, and both are offered.
STYLES = tuple(
    Style(name, rank, begins, re.compile(pattern), value)
    for name, rank, begins, pattern, value in (
        ("part", 2, "第", rf"(第\s?{ANY}\s?(?:[编編]|篇|部分)){END}", _any_number),
        ("chapter", 4, "第", rf"(第\s?{ANY}\s?章)[\s\u3000：:]*", _any_number),
        ("chapter", 4, "PC", r"((?:Part|Chapter|PART|CHAPTER) ([IVXLC]+|\d{1,3}))(?:[.:\s—–-]+|$)", _any_number),
        ("division", 6, "S", r"((?:Section|SECTION) (\d{1,3}))\s?:\s*(?=\S)", arabic_number),
        ("division", 6, "第", rf"(第\s?{ANY}\s?[节節]){END}", _any_number),
        ("formal", 8, FORMAL, rf"([{FORMAL}]{{1,3}}){POINT}", han_number),
        ("stem", 20, STEMS, rf"([{STEMS}]){POINT}(?![{STEMS}])", _stem),
        ("han", 10, HAN_NUMERAL, rf"([{HAN_NUMERAL}]{{1,4}})\s?[.．、。]\s*(?=\S)", han_number),
        ("roman", 10, "IVXLC", rf"([IVXLC]{{1,6}}){POINT}", roman_number),
        ("letter", 20, CAPITALS, rf"([{CAPITALS}]){POINT}", _letter),
        ("bracket-han", 20, "(（", rf"[(（]\s?([{HAN_NUMERAL}]{{1,3}})\s?[)）]\s*(?=\S)", han_number),
        (
            "coded",
            DECIMAL_RANK - 1,
            FIGURES + CAPITALS,
            r"([A-Z]{0,4}\d{2,4}(?:[/-]\d{2}[._](?=\d{1,2}\b)|/(?=\d{2}))(\d{1,4}))[.:]?\s+(?:\d{1,2}[.)]\s+)?(?=[^\W\d_])",
            arabic_number,
        ),
        ("decimal", DECIMAL_RANK, FIGURES, r"((?:\d{1,2}\.){1,3}(\d{1,2}))\.?\s+(?=\S)", arabic_number),
        ("arabic", DECIMAL_RANK - 1, FIGURES, ARABIC, arabic_number),
        ("bracket-arabic", 40, "(（", rf"[(（]\s?([{DIGITS}]{{1,2}})\s?[)）]\s*(?=\S)", arabic_number),
    )
)
BY_FIRST = {first: [style for style in STYLES if first in style.begins] for one in STYLES for first in one.begins}
POINTLESS = re.compile(r"(\d{1,3})\s+(?=[^\W\d_]|[《“\"])")  # "1 执法联网": a heading that lost its point
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# of the heading above: "(Agenda item 3)", "(Agenda sub-item 2(a))"
IN_BRACKETS = re.compile(r"[(（](?=[^()（）]*[\d一二三四五六七八九十])(?:[^()（）]|[(（]\w{1,3}[)）]){2,60}[)）]$")


@record
class Heading:
    """A line read as a heading: ``label`` as it goes into a locator, ``value`` its number, ``end`` where the title begins."""

    style: str
    rank: int
    label: str | None
    value: int
    end: int


class Words:
    """The words that a language's ``headings`` table knows, as patterns."""

    def __init__(self, language: Language) -> None:
        by_kind: dict[str, list[str]] = {}
        for kind, *rest in language.rows("headings"):
            by_kind.setdefault(kind, []).extend(rest[:1])
        numeral = rf"(?:\s?[{HAN_NUMERAL}{DIGITS}]{{1,3}}|\s[IVXLC]{{1,6}}|\s[A-Z]|(?<=[{HAN}])[A-Z])"
        self.annex = _words(by_kind.get("annex"), rf"{numeral}?(?:\s*[.．：:]|(?=[\s*¹²³⁰⁴-⁹]|$))")
        self.page = _words(by_kind.get("page"), r"[\s|]*", repeated=True)
        self.contents = _words(by_kind.get("contents"), r"\s*$")
        self.figure = _words(by_kind.get("figure"), rf"{numeral}(?:\s*[.．：:]|\s|$)")
        self.table = _words(by_kind.get("table"), rf"{numeral}(?:\s*[.．：:]|\s|$)")
        self.item = _items(by_kind.get("item", ()), by_kind.get("ordinal-item", ()))
        self.opening = _words(by_kind.get("opening"), r"\s*$")
        self.salutation = _words(by_kind.get("salutation"), r"[^。.：:]{0,30}[：:!！,，]\s*$")
        self.review = re.compile(rf"(?:{'|'.join(map(re.escape, by_kind.get('review', ()))) or '(?!)'})$")
        self.summary = _words(by_kind.get("summary"), r"\s*$")
        self.person = _persons(by_kind.get("person", ()))
        self.outcome = _words(by_kind.get("outcome"), r"\s?(?:[:：]|[-–—]\s)")
        self.titled = _any(by_kind.get("titled", ()))
        self.sitting = _any(by_kind.get("sitting", ()))
        self.continues = _words(by_kind.get("continues"), r"(?:(?<![a-zA-Z])|(?![a-zA-Z]))")  # "of", not "Officers"
        ends = "|".join(
            rf"(?<!\w){re.escape(word)}" if word.isascii() else re.escape(word) for word in by_kind.get("unended", ())
        )
        self.unended = re.compile(rf"(?:{ends or '(?!)'})$", re.IGNORECASE)


def _words(words: Sequence[str] | None, tail: str, repeated: bool = False) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    found = rf"({'|'.join(re.escape(word) for word in longest_first)}){tail}"
    return re.compile(rf"(?:{found})+" if repeated else found, re.IGNORECASE)


def _persons(courtesies: Sequence[str]) -> re.Pattern[str]:
    """A whole line that names a person, and at most where from: "D.A. Bonilla Giraldo先生 (哥伦比亚)", "A. Beattie, Ms. (United Kingdom)"."""
    behind = "|".join(map(re.escape, courtesies))
    return re.compile(rf"[^，,。；;：:]{{1,60}}(?:{behind or '(?!)'})\s*(?:[(（][^()（）]{{1,40}}[)）])?\s*")


def _items(before: Sequence[str], behind: Sequence[str]) -> re.Pattern[str]:
    """ "Agenda item 2: ", "议题二：" (``before`` the number); "第二项 " (``behind`` it)."""
    number = rf"[{HAN_NUMERAL}{DIGITS}]{{1,3}}"
    first, last = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)" for words in (before, behind)
    )
    return re.compile(
        rf"(?:(?:{first})\s?(?P<numeral>{number})\s?[:：.．、–—-]|第(?P<ordinal>{number})(?:{last})(?:[:：.．、]|\s))\s*(?=\S)",
        re.IGNORECASE,
    )


def _any(words: Sequence[str]) -> re.Pattern[str]:
    """One of ``words`` anywhere in a line."""
    whole = "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return re.compile(whole or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def readings(raw: str) -> tuple[Heading, ...]:
    """Every way in which ``raw`` may be a numbered heading, the outermost first."""
    found = []
    for style in BY_FIRST.get(raw[:1], ()):
        match = style.pattern.match(raw)
        value = style.value(match.groups()[-1]) if match else None
        if match and value:
            numeral = match.group(1)
            rank = style.rank + numeral.count(".")  # 1.1.1 is one deeper than 1.1
            found.append(Heading(style.name, rank, _label(style, numeral), value, match.end()))
    return tuple(found)


def _label(style: Style, numeral: str) -> str:
    if style.name.startswith("bracket"):
        return f"（{half_width(numeral)}）"
    return half_width(numeral if numeral[0].isascii() else "".join(numeral.split()))


def item_heading(row: Row, words: Words) -> Heading | None:
    """ "议程 3：源码分析落地", "Item 3: Budget", marked as a heading: the word and its number are the numeral."""
    found = words.item.match(row.raw) if row.marked else None
    value = item_numeral(row.raw, words)
    if not found or not value or not titled(row):
        return None
    return Heading("item", DECIMAL_RANK - 1, half_width(found["numeral"] or found["ordinal"]), value, found.end())


def item_numeral(raw: str, words: Words) -> int:
    """The number of a line that begins with the word of an item and its numeral, and goes on as a title; 0 for any other."""
    found = words.item.match(raw)
    numeral = (found["numeral"] or found["ordinal"]) if found else ""
    return (
        (arabic_number(numeral) or han_number(numeral) or 0)
        if found and unended(raw[found.end() :], LONGEST_UNNUMBERED)
        else 0
    )


def shaped(title: str, longest: int = LONGEST) -> bool:
    """Whether ``title`` looks like one: not empty, not long, not ending as a sentence, not beginning in the middle of one."""
    return not CONTINUES.match(title) and unended(title, longest)


def unended(title: str, longest: int = LONGEST) -> bool:
    """Whether ``title`` holds a word, is not long and does not end as a sentence: a heading, or the second line of one."""
    title = title.rstrip().rstrip(RAISED)
    return bool(WORDS.search(title[:200])) and width(title) <= longest and title[-1:] not in NOT_A_TITLE_END


def titled(row: Row, longest: int = LONGEST) -> bool:
    """Whether ``row`` may be a title. Where it is marked as one, also of digits alone ("## 2022-03-07") or begun small ("### git: speed")."""
    raw = row.raw.rstrip()
    if row.depth and row.gap:
        raw = raw.rstrip(":：")  # "## Attendees:"
    if not row.marked or not row.gap:
        return shaped(raw, longest)
    return raw[:1].isalnum() and width(raw) <= longest and raw[-1:] not in NOT_A_TITLE_END or shaped(raw, longest)


def run_in(title: str) -> bool:
    """A heading that ends with a full stop, as those of Chinese government work reports: one sentence, and short."""
    return bool(title) and title[-1] in "。." and width(title) <= RUN_IN and not re.search("[。；！？]", title[:-1])


def split_run_in(title: str) -> tuple[str, str] | None:
    """``(heading, text)`` where a heading runs on into its paragraph: "（一）深入推进供给侧结构性改革。坚持把…" (work report, 2018)."""
    at = title.find("。") + 1
    return (title[:at], title[at:]) if 0 < at < len(title) and run_in(title[:at]) else None


def lettered(raw: str) -> list[Heading]:
    """Every way in which "(A) Water", "(a) Rivers", "(i) Tides" may be a numbered heading, below all others."""
    found = ITEM.match(raw)
    numeral = found.group(1) if found else ""
    if not found or not (numeral.isascii() and numeral.isalpha()):
        return []
    if numeral.isupper():
        return [Heading("bracket-capital", LETTERED_RANK - 1, f"({numeral})", ord(numeral[0]) - 64, found.end())]
    values = {"bracket-letter": ord(numeral) - 96 if len(numeral) == 1 else 0, "bracket-roman": roman_number(numeral)}
    return [Heading(style, LETTERED_RANK, f"({numeral})", n, found.end()) for style, n in values.items() if n]


def points(flow: Sequence[Row]) -> frozenset[int]:
    """The rows that are sentences counted 一、 二、 with nothing under them: "一、会议认为，…。" right above "二、会议指出，…"; no headings."""
    found = [(k, h) for k, row in enumerate(flow) if row.raw[:1] in HAN_NUMERAL for h in readings(row.raw)]
    han = {k: heading for k, heading in found if heading.style == "han"}
    nexts = {k for k in han if k + 1 in han and han[k + 1].value == han[k].value + 1}
    nexts.update([len(flow) - 1] if len(flow) - 2 in nexts else [])
    return frozenset(k for k in nexts if run_in(flow[k].raw[han[k].end :]) and not flow[k].marked)


def pointless(raw: str) -> Heading | None:
    """ "1 Introduction": a heading numbered without a point."""
    found = POINTLESS.match(raw)
    if not found or complete(raw) or not unended(raw[found.end() :], LONGEST_UNNUMBERED):
        return None
    return Heading("arabic", DECIMAL_RANK - 1, found.group(1), int(found.group(1)), found.end())


def by_decimals(flow: Sequence[Row]) -> bool:
    """Whether a text numbers its headings 1.1, 1.2: two lines at least that do, in order."""
    values = [h.value for row in flow if row.raw[:1].isdecimal() for h in readings(row.raw) if h.style == "decimal"]
    return any(b == a + 1 for a, b in zip(values, values[1:], strict=False))


def first_chapter(flow: Sequence[Row]) -> int:
    """The row of the first chapter in a text that begins with a later one than the first (a part of a report): "九、…", and further on
    "十、…", or the one chapter with which the text opens, "二、…" above "（一）…"; -1 for none.
    """
    first: tuple[str, int, int] = ("", 0, -1)
    for k, row in enumerate(flow):
        for heading in readings(row.raw) if row.gap or row.marked else ():
            if not shaped(row.raw[heading.end :], LONGEST_UNNUMBERED):
                continue
            if heading.value == 1 and first[2] == 0 and heading.rank > readings(flow[0].raw)[0].rank:
                return 0
            if heading.style in COUNTED:
                if heading.value == 1:
                    return -1
                if not first[0]:
                    first = (heading.style, heading.value, k)
                elif (heading.style, heading.value) == (first[0], first[1] + 1):
                    return first[2]
    return -1


def nested(flow: Sequence[Row]) -> bool:
    """Whether the marks (#, ##, ###) of the headings in ``flow`` tell where each belongs, those with a numeral among them.

    They do where each way to number keeps to one depth, deeper ones to a deeper, and a heading without a numeral stands above
    numbered ones ("## Discussion" over "### 1. Budget"). The marks of converted documents are not so steady: the 2023 note.
    """
    numbered: dict[int, set[int]] = {}
    plain: list[int] = []
    for row in flow:
        if row.depth and (found := readings(row.raw)):
            numbered.setdefault(found[0].rank, set()).add(row.depth)
        elif row.depth and titled(row):
            plain.append(row.depth)
    depths = [numbered[rank] for rank in sorted(numbered)]
    steady = all(len(found) == 1 for found in depths) and all(
        max(a) < min(b) for a, b in zip(depths, depths[1:], strict=False)
    )
    return steady and bool(plain and depths) and min(plain) < min(depths[0])
