"""Names that own the numbers of a list: "Troops are deployed from Argentina (1), Australia (4) and Fiji (148)", "J Smith £112.48 Bonnetts £155.00"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdiff.derive.figures.statement import Hit
from ccdiff.language import Language
from ccdiff.text.numerals import Number, value

ITEM = re.compile(
    r"(?P<name>(?:the )?[A-Z][\w’'‘\-]{0,40}(?: (?:(?:of|and|the|da|de|del) (?=[A-Zt])){0,3}[A-Z][\w’'‘\-]{0,40}){0,16}"
    r"|(?:(?!以及|和|及)[\u3400-\u9fff·]){2,16})\s?[(（](?P<number>\d{1,3}(?:,\d{3})+|\d+)[)）]"
)
ALONE = re.compile(r"[(（]\d[\d,]*[)）]")
BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s)?|and\s|、|，|和|及|以及)\s*")
IN_A_ROW = re.compile(r"\d\s+\d+\s+\d")
NUMBER = re.compile(r"\d+")
TAIL = 240  # characters behind the names of a table that hold its numbers and its total
LEAST = 3  # names of a list
YEARS = range(1900, 2101)
PAID = re.compile(
    r"(?P<name>[A-Z][^\n£$€:;]{1,80}?)\s*(?P<sum>[£$€]\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?)(?=\s|,|;|$)"
)
SUM = re.compile(r"[£$€]\s?\d")
APART = re.compile(r"\s*(?:[,;]\s*)?(?:and\s)?")
ASIDE = re.compile(r"\s*\((?!\d\))[^()]*\)|\s+x\s?\d+\b")  # "(Jan./Feb.)", "x 2"
PROSE = re.compile(
    r"[.!?]\s|\b(?:was|were|is|are|had|has|have|of|for|at|to|from|by|with|and|a|the|cost|costs|costing|paid)\s*$"
)
CAPITALS = re.compile(r"(?:(?:[A-Z&][\w.&’'\-]*|&)\s*)+$")
HEAD = re.compile(
    r"\s*(?P<name>(?:[A-Z0-9+&][^\s:]*\s){0,6}[A-Z0-9][^\s:]*)(?::|\s[-–—](?:\s[A-Z]{2,4}\s[-–—])?)\s*[A-Z]{0,3}\s*$"
)
SENTENCE = re.compile(r"[.;:。；：]\s*")
WORD = re.compile(r"[A-Za-z][A-Za-z\-]*")


def listed(text: str) -> Iterator[list[re.Match[str]]]:
    """The lists of ``text``: at least three names, each with a number alone in brackets; none whose numbers are years."""
    run: list[re.Match[str]] = []
    for item in ITEM.finditer(text) if len(ALONE.findall(text)) >= LEAST else ():
        if run and not BETWEEN.fullmatch(text, run[-1].end(), item.start()):
            yield from _worth(run)
            run = []
        run.append(item)
    yield from _worth(run)


def _worth(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    if len(run) >= LEAST and not all(int(item["number"].replace(",", "")) in YEARS for item in run):
        yield run


def paid(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The names of a list of payments, each with the place of the sum that follows it; at least three, with no word of a sentence between."""
    run: list[tuple[str, tuple[int, int]]] = []
    runs: list[list[tuple[str, tuple[int, int]]]] = [run]
    last = -1
    for item in PAID.finditer(text) if len(SUM.findall(text)) >= LEAST else ():
        name = ASIDE.sub("", item["name"]).strip()
        if PROSE.search(name) or last < 0 or re.search(r"\d\d", name):
            named = CAPITALS.search(name)  # "Cheques for payment | SJ Scarrott", "Position at 31 May 2014 | Account"
            name = named.group().strip() if named else ""
        if last < 0 or not APART.fullmatch(text, last, item.start()) or PROSE.search(ASIDE.sub("", item["name"])):
            run = []
            runs.append(run)
        if name:
            run.append((name, item.span("sum")))
        last = item.end("sum")
    return [item for run in runs if len(run) >= LEAST for item in run]


def headed(text: str, start: int) -> str:
    """The name before a colon or a dash that opens a line and owns its only number: "PyCon Africa: | USD $500", "E-on - DD - | £45.99"."""
    found = HEAD.fullmatch(text, text.rfind("\n", 0, start) + 1, start)
    return found["name"] if found else ""


def of_states(run: list[re.Match[str]], language: Language) -> bool:
    """Whether the names of a Chinese list are names of States: "阿根廷(1)、澳大利亚(4)", not "第五条(1)、第六条(2)"."""
    names = tuple(name for row in language.rows("states") for name in row[1:] if name)
    return all(item["name"].endswith(names) for item in run)


def hits(text: str, run: list[re.Match[str]], noun: str, family: str) -> Iterator[Hit]:
    """The figures of one list, which count ``noun``."""
    for item in run:
        amount: Number | None = value(item["number"])
        if amount:
            name = " ".join(item["name"].split()).removeprefix("the ")
            span = item.start(), item.end(), *item.span("number")
            yield Hit(*span, amount, None, "exact", "", "counter", family, noun, item.end(), 0, name)


def columns(text: str, names: Sequence[tuple[int, str, str]], noun: str) -> list[Hit]:
    """The figures of a table whose columns stand one after the other: names, as many numbers, and their sum, which proves it; the
    total that comes to one more number behind that is told in its place: "Canada Poland 206 93 299 observers 5 total 304".
    """
    run: list[tuple[int, str]] = []
    for place, name, _ in names:
        if run and text[run[-1][0] + len(run[-1][1]) : place].strip():
            run = []
        run.append((place, name))
        end, many = place + len(name), len(run)
        cells = list(NUMBER.finditer(text, end, end + TAIL))
        if many < LEAST or len(cells) <= many or text[end : cells[0].start()].strip():
            continue
        amount, rest = sum(int(cell.group()) for cell in cells[:many]), cells[many:]
        if not (last := _comes_to(rest, amount)):
            continue
        if more := _comes_to(rest[last + 1 :], amount + int(rest[last].group())) if len(rest) > last else 0:
            amount, rest, last = amount + int(rest[last].group()), rest[last + 1 :], more
        told = [(name, *cell.span(), int(cell.group())) for (_, name), cell in zip(run, cells, strict=False)]
        told.append((", ".join(name for _, name in run), rest[0].start(), rest[last - 1].end(), amount))
        return [
            Hit(at, to, at, to, value, None, "exact", "", "counter", "", noun, to, 0, name)
            for name, at, to, value in told
        ]
    return []


def _comes_to(cells: Sequence[re.Match[str]], amount: int) -> int:
    """How many of the first ``cells`` write ``amount`` together: "1 110"."""
    return next((many for many in (1, 2, 3) if "".join(cell.group() for cell in cells[:many]) == str(amount)), 0)


def sentence_before(text: str, run: list[re.Match[str]]) -> str:
    """What stands before a list in its sentence: "Troops are deployed from "."""
    at = run[0].start()
    marks = [mark.end() for mark in SENTENCE.finditer(text, 0, at)]
    return text[marks[-1] if marks else 0 : at]
