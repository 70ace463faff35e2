"""Resolutions and decisions by their numbers, alone and in chains, and whose they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ccdiff.derive.references.words import NEAR, NUMBER, Mention, Words, plain
from ccdiff.text.sentences import sentences

MEASURE = re.compile(r"\d+\.\d+")  # "at a resolution 2.5 times higher"; Resolution 12.6 has a capital letter
ONE_NUMBER = re.compile(NUMBER)
ITEM = re.compile(
    rf"(?=[第A-Z\d])(?<![A-Za-z.])(?P<lead>第\s?|(?=[A-Z]\S{{1,20}}\s?号))?(?P<number>{NUMBER})(?:\s?号)?"
)  # 第 9/1 号, MSC.518(106)号
OF_A_YEAR = re.compile(r"\((?:19|20)\d\d\)$")
FURTHER = re.compile(r"(?:,|;|\band)\s(?:and\s)?(\d{1,4} \((?:19|20)\d\d\))")


def _chains(text: str, known: Words) -> list[tuple[str, int, int, list[str]]]:
    """(kind, start, end, numbers) of every chain of numbers with its noun."""
    if not known.number_first:
        matches = [(kind, match) for kind, pattern in known.chains for match in pattern.finditer(text)]
        found = [
            (kind, m.start(), m.end(), ONE_NUMBER.findall(m["numbers"]) + _goes_on(text, m)) for kind, m in matches
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
            yield kind, run[first or 0].start(), noun.end(), [item["number"] for item in run[first:]]


def decisions(place: str, text: str, known: Words) -> Iterator[Mention]:
    """The resolutions and decisions that ``text`` at ``place`` cites, each number of a chain by itself."""
    chains = _chains(text, known)
    if not chains:
        return
    named = _owners_named(text, known)
    starts = [span.start for span in sentences(text)]
    for kind, start, end, numbers in chains:
        owner, sure = _owner(start, end, named, starts)
        for value in map(plain, numbers):
            counts = known.number_first or len(value) > 2 if value.isdigit() else True
            if counts and not (text[start].islower() and MEASURE.fullmatch(value)):
                yield Mention(kind, value, owner or _by_shape(value), place, start, end, sure)


def _owners_named(text: str, known: Words) -> list[tuple[int, int, str]]:
    """(start, end, key) of every body named; a short name means the last full name before it that it may stand for."""
    named: list[tuple[int, int, str]] = []
    for match in known.owners.finditer(text):
        key = known.keys.get(match.group())
        if key is None:
            may = known.short[match.group()]
            key = next((k for _, _, k in reversed(named) if k in may), may[0] if len(may) == 1 else "")
        if key:
            named.append((match.start(), match.end(), key))
    return named


def _owner(start: int, end: int, named: list[tuple[int, int, str]], starts: list[int]) -> tuple[str, bool]:
    """The body whose decision stands at ``start`` to ``end``, and whether it is named right there.

    The nearest name to the left in the sentence; else one that follows at once ("在第 5/7 号决议中，缔约方会议请…"); else the
    nearest to the left in the paragraph.
    """
    sentence = starts[bisect_right(starts, start) - 1]
    before = bisect_right(named, (start, -1, "")) - 1
    left = named[before] if before >= 0 else None
    if left and left[0] >= sentence:
        return left[2], start - left[1] <= NEAR
    right = named[before + 1] if before + 1 < len(named) else None
    if right and 0 <= right[0] - end <= NEAR:
        return right[2], True
    return (left[2], False) if left else ("", False)


def _by_shape(number: str) -> str:
    """Who numbers so: 2766 (2024) only the Security Council, 217 A (III) the early General Assembly, 2020/230 the Economic Council."""
    if re.fullmatch(r"\d{1,4}\(\d{4}\)", number):
        return "SC"
    if re.fullmatch(r"\d{1,4}[A-Z]?\([IVXLCS-]+\)", number):
        return "GA"
    return "ECOSOC" if re.fullmatch(r"(?:19|20)\d\d/\d{1,3}", number) else ""
