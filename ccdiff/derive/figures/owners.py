"""Numbers in brackets after the names of a list: "Troops are deployed from Argentina (1), Australia (4) and Fiji (148)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.figures.hit import Hit
from ccdiff.language import Language
from ccdiff.text.numerals import Number, value

ITEM = re.compile(
    r"(?P<name>(?:the )?[A-Z][\w’'‘\-]{0,40}(?: (?:(?:of|and|the|da|de|del) (?=[A-Zt])){0,3}[A-Z][\w’'‘\-]{0,40}){0,16}"
    r"|(?:(?!以及|和|及)[\u3400-\u9fff·]){2,16})\s?[(（](?P<number>\d{1,3}(?:,\d{3})+|\d+)[)）]"
)
ALONE = re.compile(r"[(（]\d[\d,]*[)）]")
BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s)?|and\s|、|，|和|及|以及)\s*")
LEAST = 3  # names of a list
YEARS = range(1900, 2101)
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


def of_states(run: list[re.Match[str]], language: Language) -> bool:
    """Whether the names of a Chinese list are names of States: "阿根廷(1)、澳大利亚(4)", not "第五条(1)、第六条(2)"."""
    names = tuple(name for row in language.rows("states") for name in row[1:] if name)
    return all(item["name"].endswith(names) for item in run)


def hits(text: str, run: list[re.Match[str]], noun: str, family: str) -> Iterator[Hit]:
    """The figures of one list, which count ``noun``."""
    for item in run:
        amount: Number | None = value(item["number"])
        if amount:
            start, end = item.span("number")
            name = " ".join(item["name"].split()).removeprefix("the ")
            yield Hit(
                item.start(),
                item.end(),
                start,
                end,
                amount,
                None,
                "exact",
                "",
                "counter",
                family,
                noun,
                item.end(),
                0,
                name,
            )


def sentence_before(text: str, run: list[re.Match[str]]) -> str:
    """What stands before a list in its sentence: "Troops are deployed from "."""
    at = run[0].start()
    marks = [mark.end() for mark in SENTENCE.finditer(text, 0, at)]
    return text[marks[-1] if marks else 0 : at]
