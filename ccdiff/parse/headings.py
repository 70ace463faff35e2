"""Headings: the numerals they are printed with decide where they stand, whatever ``#`` and ``**`` say.

The 2023 note sets its chapters as ``##``, its letters as ``####`` and again as ``##``; the numerals alone are steady.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.language import Language
from ccdiff.model.record import draft, record
from ccdiff.model.report import Section
from ccdiff.parse.patterns import (
    CONTINUES,
    DIGITS,
    HAN_NUMERAL,
    ITEM,
    LEADS_IN,
    NOT_A_TITLE_END,
    NUMBERED,
    POINT_ITEM,
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
CHAPTERS = ("part", "chapter", "division")
COUNTED = ("han", "roman")  # how chapters are counted that do not call themselves so
PHRASE = 40  # width of a heading that may stand after a paragraph without its full stop
PAUSE = re.compile("[，,；;。：:]")
OPEN_END = re.compile(r"[，、,（(“《—-]\s?$")
RUN_IN = 120  # width of a heading that ends as a sentence: "（一）继续创新和完善宏观调控，确保经济运行在合理区间。"


@record
class Style:
    """A way to number headings. ``rank`` orders them from the outermost; ``value`` reads the numeral."""

    name: str
    rank: int
    pattern: re.Pattern[str]


DECIMAL_RANK = 30  # of 1.1; each further point adds one

# The order is the order in which they are tried; "I." is a Roman numeral or a letter, and both are offered.
STYLES: tuple[Style, ...] = (
    Style("part", 2, re.compile(rf"(第\s?[{HAN_NUMERAL}{DIGITS}]+\s?(?:[编編]|篇|部分))(?:[\s\u3000：:]+|$)")),
    Style("chapter", 4, re.compile(rf"(第\s?[{HAN_NUMERAL}{DIGITS}]+\s?章)(?:[\s\u3000：:]+|$|(?=\S))")),
    Style("chapter", 4, re.compile(r"((?:Part|Chapter|PART|CHAPTER) (?:[IVXLC]+|\d{1,3}))(?:[.:\s—–-]+|$)")),
    Style("division", 6, re.compile(rf"(第\s?[{HAN_NUMERAL}{DIGITS}]+\s?[节節])(?:[\s\u3000：:]+|$)")),
    Style("han", 10, re.compile(rf"([{HAN_NUMERAL}]{{1,4}})\s?[.．、。]\s*(?=\S)")),
    Style("roman", 10, re.compile(r"([IVXLC]{1,6})\s?[.．、]\s*(?=\S)")),
    Style("letter", 20, re.compile(r"([A-ZＡ-Ｚ])\s?[.．、]\s*(?=\S)")),
    Style("bracket-han", 20, re.compile(rf"[(（]\s?([{HAN_NUMERAL}]{{1,3}})\s?[)）]\s*(?=\S)")),
    Style("decimal", DECIMAL_RANK, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\S)")),
    Style(
        "arabic",
        DECIMAL_RANK - 1,
        re.compile(
            rf"([{DIGITS}]{{1,3}})\s?[.．、](?:\s+|(?![{DIGITS}])|(?=[{DIGITS}]{{4}}\s?年))(?=\S)(?![{DIGITS}]{{1,3}}[.．、])"
        ),
    ),
    Style("bracket-arabic", 40, re.compile(rf"[(（]\s?([{DIGITS}]{{1,2}})\s?[)）]\s*(?=\S)")),
)
POINTLESS = re.compile(r"(\d{1,2})\s+(?=[^\W\d_]|[《“\"])")  # "1 执法联网": a heading that lost its point
DEEPEST = 7  # depth of a heading that is only set in bold, where others have #
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
OPEN_BRACKET = re.compile(r"[(（][^()（）]*$")  # "(ibid., paras." + "90, 123 and 267)" (A/80/604/Add.2, 7)
IN_BRACKETS = re.compile(
    r"[(（](?=[^()（）]*[\d一二三四五六七八九十])[^()（）]{2,60}[)）]$"
)  # of the heading above: "(Agenda item 3)"
UNNUMBERED = 100  # rank of a heading without a numeral: below whatever numbered heading stands above it
ANNEX = 0


@record
class Heading:
    """A line read as a heading: ``label`` as it goes into a locator, ``value`` its number, ``end`` where the title begins."""

    style: str
    rank: int
    label: str | None
    value: int
    end: int


@draft
class Open:
    """A section that is open while reading. ``last``: style -> number of its latest child."""

    id: str
    rank: int
    heading: Heading | None
    last: dict[str, int]


class Words:
    """The words that a language's ``headings`` table knows, as patterns."""

    def __init__(self, language: Language) -> None:
        by_kind: dict[str, list[str]] = {}
        for kind, *rest in language.rows("headings"):
            by_kind.setdefault(kind, []).extend(rest[:1])
        numeral = rf"(?:\s?[{HAN_NUMERAL}{DIGITS}]{{1,3}}|\s[IVXLC]{{1,6}}|\s[A-Z])"
        self.annex = _words(by_kind.get("annex"), rf"{numeral}?(?:\s*[.．：:]|(?=[\s*¹²³⁰⁴-⁹]|$))")
        self.contents = _words(by_kind.get("contents"), r"\s*$")
        self.figure = _words(by_kind.get("figure"), rf"{numeral}(?:\s*[.．：:]|\s|$)")
        self.table = _words(by_kind.get("table"), rf"{numeral}(?:\s*[.．：:]|\s|$)")
        self.opening = _words(by_kind.get("opening"), r"\s*$")
        self.summary = _words(by_kind.get("summary"), r"\s*$")
        self.titled = _any(by_kind.get("titled", ()))
        self.sitting = _any(by_kind.get("sitting", ()))
        self.joining = tuple(by_kind.get("continues", ()))
        self.continues = _words(self.joining, "")


def _words(words: Sequence[str] | None, tail: str) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"({'|'.join(re.escape(word) for word in longest_first)}){tail}", re.IGNORECASE)


def _any(words: Sequence[str]) -> re.Pattern[str]:
    """One of ``words`` anywhere in a line."""
    whole = "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return re.compile(whole or "(?!)", re.IGNORECASE)


def readings(raw: str) -> list[Heading]:
    """Every way in which ``raw`` may be a numbered heading, the outermost first."""
    if not raw or not (raw[0] in "第(（PC" or raw[0] in HAN_NUMERAL or raw[0].isupper() or raw[0].isdecimal()):
        return []
    found = []
    for style in STYLES:
        match = style.pattern.match(raw)
        if match and (value := _value(style, match.group(1))):
            found.append(
                Heading(
                    style.name,
                    style.rank + _depth(style, match.group(1)),
                    _label(style, match.group(1)),
                    value,
                    match.end(),
                )
            )
    return found


def _value(style: Style, numeral: str) -> int | None:
    if style.name in ("part", "chapter", "division"):
        inner = re.sub(r"[第编編篇部分章节節\s]|Part|Chapter|PART|CHAPTER", "", numeral)
        return arabic_number(inner) or han_number(inner) or roman_number(inner)
    if style.name in ("han", "bracket-han"):
        return han_number(numeral)
    if style.name == "roman":
        return roman_number(numeral)
    if style.name == "letter":
        return ord(half_width(numeral)) - 64
    return arabic_number(numeral.rsplit(".", 1)[-1])


def _depth(style: Style, numeral: str) -> int:
    return numeral.count(".") if style.name == "decimal" else 0


def _label(style: Style, numeral: str) -> str:
    numeral = half_width("".join(numeral.split()) if style.name != "chapter" or numeral[0] == "第" else numeral)
    if style.name == "bracket-han" or style.name == "bracket-arabic":
        return f"（{numeral}）"
    return numeral


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


class Outline:
    """The sections read so far and those still open. Says whether a line may be the next heading, and opens sections."""

    def __init__(self, decimals: bool = False) -> None:
        self.decimals = decimals  # headings are numbered 1, 1.1, 1.2, 2: "1 Introduction" needs no point
        self.sections: list[Section] = []
        self.open: list[Open] = []
        self._ids: dict[str, int] = {}
        self._root: dict[str, int] = {}

    @property
    def current(self) -> str:
        """The locator of the innermost open section."""
        return self.open[-1].id if self.open else "front"

    def expects(self, heading: Heading) -> bool:
        """Whether ``heading`` is the next of its style where it would stand (or the first of a new list)."""
        last = self._siblings(heading).get(heading.style, 0)
        return heading.value == last + 1

    def follows(self, heading: Heading) -> bool:
        """Whether ``heading`` stands somewhere after its elder siblings."""
        return heading.value > self._siblings(heading).get(heading.style, 0)

    def _siblings(self, heading: Heading) -> dict[str, int]:
        above = [entry for entry in self.open if entry.rank < heading.rank]
        return above[-1].last if above else self._root

    def begin(self, heading: Heading, title: str) -> str:
        """Opens the section of a numbered heading; returns its locator."""
        self._close(heading.rank)
        parent = self.open[-1].id if self.open else None
        (self.open[-1].last if self.open else self._root)[heading.style] = heading.value
        path = heading.label or ""
        if parent and not (heading.style == "decimal" and path.startswith(f"{parent}.")):
            path = f"{parent}.{path}"
        return self._add(path, heading.label, title, parent, heading.rank, heading)

    def begin_unnumbered(self, title: str, depth: int) -> str:
        """Opens a section under a heading without a numeral: the path, a slash and its words.

        Where no heading has a numeral, ``depth`` (how many ``#``) nests them; beside numerals it is not to be trusted.
        """
        rank = UNNUMBERED + (0 if self._root or self.open and self.open[0].rank < UNNUMBERED else depth or DEEPEST)
        self._close(rank)
        parent = self.open[-1].id if self.open else None
        return self._add(f"{parent or ''}/{title}", None, title, parent, rank, None)

    def begin_annex(self, label: str, title: str) -> str:
        """Opens an annex; its own numerals begin anew under it."""
        self._close(ANNEX)
        return self._add(label, label, title, None, ANNEX, None)

    def retitle(self, title: str) -> None:
        """Gives the section opened last its whole title (a heading that goes on in the next line)."""
        last = self.sections[-1]
        if last.number is None:
            stem = f"{last.parent or ''}/{title}"
            self._ids[last.id] -= 1
            self.open[-1].id = self._unique(stem)
        self.sections[-1] = Section(self.open[-1].id, last.number, title, last.level, last.parent, ())

    def _close(self, rank: int) -> None:
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()

    def _add(
        self, path: str, number: str | None, title: str, parent: str | None, rank: int, heading: Heading | None
    ) -> str:
        locator = self._unique(path)
        self.open.append(Open(locator, rank, heading, {}))
        self.sections.append(Section(locator, number, title, len(self.open), parent, ()))
        return locator

    def _unique(self, path: str) -> str:
        self._ids[path] = self._ids.get(path, 0) + 1
        return path if self._ids[path] == 1 else f"{path}~{self._ids[path]}"


def choose(
    outline: Outline, row: Row, before: str | None, followed: bool, *, arabic: bool, brackets: bool, first: bool = False
) -> Heading | None:
    """The reading of ``row`` as the next numbered heading, or ``None``.

    ``before`` is the text that stands before it (``None`` after a heading), ``followed``: a paragraph or heading begins right
    after it. ``arabic``: its number is known not to be a paragraph's; ``brackets``: "（一）" may be a heading here; ``first``: chapters
    are counted from here on, whatever its number.
    """
    options = [h for h in readings(row.raw) if _allowed(h, arabic, brackets) and _shape(h, row)]
    fits = [h for h in options if outline.expects(h)]
    ended = before is None or complete(before)
    if fits and (ended or row.marked or (row.gap and followed)):
        return fits[0]
    loud = row.marked or (row.gap and ended)
    for heading in fits or [h for h in options if h.style != "letter" or outline.follows(h) or row.marked]:
        if loud and (followed or row.marked or heading.style in CHAPTERS or (first and heading.style in COUNTED)):
            return heading
    lone = pointless(row.raw) if arabic and (followed or outline.decimals) and row.gap and ended else None
    return lone if lone and outline.expects(lone) else None


def pointless(raw: str) -> Heading | None:
    """ "1 Introduction": a heading numbered without a point."""
    found = POINTLESS.match(raw)
    if not found or not shaped(raw[found.end() :], LONGEST_UNNUMBERED):
        return None
    return Heading("arabic", DECIMAL_RANK - 1, found.group(1), int(found.group(1)), found.end())


def by_decimals(flow: Sequence[Row]) -> bool:
    """Whether a text numbers its headings 1.1, 1.2: two lines at least that do, in order."""
    values = [h.value for row in flow if row.raw[:1].isdecimal() for h in readings(row.raw) if h.style == "decimal"]
    return any(b == a + 1 for a, b in zip(values, values[1:], strict=False))


def _allowed(heading: Heading, arabic: bool, brackets: bool) -> bool:
    if heading.style in ("arabic", "decimal"):
        return arabic
    return brackets if heading.style.startswith("bracket") else True


def _shape(heading: Heading, row: Row) -> bool:
    title = row.raw[heading.end :]
    if heading.style in CHAPTERS:
        spaced = row.raw[heading.end - 1 : heading.end].isspace() or not title
        return (not title) or (shaped(title, LONGEST_UNNUMBERED) and (spaced or row.marked or width(title) <= 40))
    if heading.style in ("han", "bracket-han") and run_in(title):
        return True
    if heading.style == "bracket-han" and split_run_in(title):
        return True
    if heading.style == "arabic" and title.endswith(".") and not row.marked:
        return False  # an entry of a list: "1. Election of officers." in the agenda of an annex
    return shaped(title) or (row.marked and width(title) <= LONGEST)


def first_chapter(flow: Sequence[Row]) -> int:
    """The row of the first chapter in a text that begins with a later one than the first (a part of a report): "九、…", and further on "十、…"; -1 for none."""
    first: tuple[str, int, int] = ("", 0, -1)
    for k, row in enumerate(flow):
        for heading in readings(row.raw) if row.gap or row.marked else ():
            if heading.style in COUNTED and shaped(row.raw[heading.end :], LONGEST_UNNUMBERED):
                if heading.value == 1:
                    return -1
                if not first[0]:
                    first = (heading.style, heading.value, k)
                elif (heading.style, heading.value) == (first[0], first[1] + 1):
                    return first[2]
    return -1


def plain_heading(row: Row, before: str | None, followed: bool, *, numbered: bool, words: Words) -> bool:
    """Whether ``row`` is a heading without a numeral.

    In a report of numbered paragraphs it stands after an ended paragraph and right before the next number or heading: what
    goes on with a sentence over a page break follows an unended line (9th report, 19: "第四章所获经验教训…"). Elsewhere only
    a line that is marked as one counts.
    """
    if row.body or not titled(row, LONGEST_UNNUMBERED) or NUMBERED.match(row.raw):
        return False
    if row.depth and row.gap and not numbered:
        return (
            True  # in Markdown nothing but a blank line and a # make a heading, also of small letters after an open end
        )
    if ITEM.match(row.raw) or POINT_ITEM.match(row.raw):
        return False
    if words.continues.match(row.raw) or (row.raw[0].islower() and not (before is None or complete(before))):
        return False
    if row.marked:
        return True
    if not numbered or not followed or complete(row.raw) or (before and OPEN_BRACKET.search(before)):
        return False
    if before and LEADS_IN.search(before[-8:]):  # "elected the following officers:" + "Chair: Ana Neves (Portugal)"
        return False
    return before is None or complete(before) or _stands_out(row, before, words)


def _stands_out(row: Row, before: str, words: Words) -> bool:
    """A heading after a paragraph that lost its full stop: alone between gaps, short, and a phrase without any pause."""
    phrase = re.sub(r"[（(][^（()）]*[)）]", "", row.raw[:LONGEST])
    joins = OPEN_END.search(before[-2:]) or before.rstrip().endswith(words.joining)
    return row.gap and width(phrase) <= PHRASE and not PAUSE.search(phrase) and not joins
