"""Resolutions and decisions by their numbers, alone and in chains, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ccdiff.derive.references.owners import Owners, settled
from ccdiff.derive.references.words import NUMBER, Mention, Words, plain
from ccdiff.text.sentences import sentences

MEASURE = re.compile(r"\d+\.\d+")  # "at a resolution 2.5 times higher"; Resolution 12.6 has a capital letter
ONE_NUMBER = re.compile(NUMBER)
ITEM = re.compile(
    rf"(?=[第A-Z\d])(?<![A-Za-z.])(?P<lead>第\s?|(?=[A-Z]\S{{1,20}}\s?号))?(?P<number>{NUMBER})(?:\s?号)?"
)  # 第 9/1 号, MSC.518(106)号
SERIES = re.compile(r"(.*?)(\d{1,4})")  # what numbers of one series share, and its own
MOST_BETWEEN = 20  # numbers that a range may hold; two numbers farther apart are none
OF_A_YEAR = re.compile(r"\((?:19|20)\d\d\)$")
FURTHER = re.compile(r"(?:,|;|\band)\s(?:and\s)?(\d{1,4} \((?:19|20)\d\d\))")


def _chains(text: str, known: Words) -> list[tuple[str, int, int, list[str]]]:
    """(kind, start, end, numbers) of every chain of numbers with its noun."""
    if not known.number_first:
        matches = [(kind, match) for kind, pattern in known.chains for match in pattern.finditer(text)]
        found = [
            (kind, m.start(), m.end(), _each(ONE_NUMBER.finditer(m["numbers"]), known) + _goes_on(text, m))
            for kind, m in matches
        ]
    else:
        found = [chain for items in _runs(text, known) for chain in _with_noun(items, text, known)]
    return sorted(found, key=lambda chain: chain[1])


def _goes_on(text: str, chain: re.Match[str]) -> list[str]:
    """Further numbers of a chain that says what each is on: "resolutions 1325 (2000) on women, 1379 (2001) and 1460 (2003) on children"."""
    if not (text[chain.start() : chain.end()].split()[0].endswith("s") and OF_A_YEAR.search(chain["numbers"])):
        return []
    end = next((span.end for span in sentences(text) if span.end > chain.end()), len(text))
    return [match.group(1) for match in FURTHER.finditer(text, chain.end(), end)]


def _runs(text: str, known: Words) -> Iterator[list[re.Match[str]]]:
    """Numbers that stand in one enumeration."""
    run: list[re.Match[str]] = []
    for item in ITEM.finditer(text):
        if run and not known.between.fullmatch(text, run[-1].end(), item.start()):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _with_noun(run: list[re.Match[str]], text: str, known: Words) -> Iterator[tuple[str, int, int, list[str]]]:
    first = next((k for k, item in enumerate(run) if item["lead"] is not None), None)
    for kind, pattern in known.chains if first is not None else ():
        noun = pattern.match(text, run[-1].end())
        if noun:
            yield kind, run[first or 0].start(), noun.end(), _each(run[first or 0 :], known)


def _each(items: Iterable[re.Match[str]], known: Words) -> list[str]:
    """The numbers of a chain, those among them that a range leaves unsaid: "6/5 to 6/8", 第6/5号至第6/8号."""
    found: list[str] = []
    last: re.Match[str] | None = None
    for item in items:
        number = item["number"] if "number" in item.re.groupindex else item.group()
        between = item.string[last.end() : item.start()].strip() if last else ""
        if found and known.range.fullmatch(between):
            found += _between(plain(found[-1]), plain(number))
        found.append(number)
        last = item
    return found


def _between(first: str, last: str) -> list[str]:
    """The numbers between two of one series, few of them."""
    a, b = SERIES.fullmatch(first), SERIES.fullmatch(last)
    if not a or not b or a[1] != b[1] or not 1 < int(b[2]) - int(a[2]) <= MOST_BETWEEN:
        return []
    return [f"{a[1]}{n}" for n in range(int(a[2]) + 1, int(b[2]))]


def decisions(place: str, text: str, known: Words, owners: Owners) -> Iterator[Mention]:
    """The resolutions and decisions that ``text`` at ``place`` cites, each number of a chain by itself."""
    chains = _chains(text, known)
    if not chains:
        return
    named = owners.named(text)
    starts = [span.start for span in sentences(text)]
    for kind, start, end, numbers in chains:
        owner, sure = owners.of(text, start, end, named, starts)
        for value in map(plain, numbers):
            counts = known.number_first or len(value) > 2 if value.isdigit() else True
            if counts and not (text[start].islower() and MEASURE.fullmatch(value)):
                yield Mention(kind, value, settled(owner, _by_shape(value), known), place, start, end, sure)


def _by_shape(number: str) -> str:
    """Who numbers so: 2766 (2024) only the Security Council, 217 A (III) the early General Assembly, 2020/230 the Economic Council."""
    if re.fullmatch(r"\d{1,4}\(\d{4}\)", number):
        return "SC"
    if re.fullmatch(r"\d{1,4}[A-Z]?\([IVXLCS-]+\)", number):
        return "GA"
    return "ECOSOC" if re.fullmatch(r"(?:19|20)\d\d/\d{1,3}", number) else ""
