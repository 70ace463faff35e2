"""Numbers told in a row, each of one of the things said before: "A 12, B 7, up by 3 and 4 per cent respectively", "A、B和C分别增长 8%、3% 和 5%"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.kinship import SHARES
from ccdiff.derive.figures.lexicon import Lexicon
from ccdiff.derive.figures.statement import Hit
from ccdiff.model.record import record

JOINS = re.compile(r"\s*(?:、|以及|[和及与]|,(?:\s*and\b)?|\band\b)\s*")
LISTED = re.compile(rf"{JOINS.pattern}(?:\w{{0,6}}?)")  # "5.5%和下降1.7%"
BEHIND = 24  # characters after the last of them that can hold the cue
CLAUSE = re.compile(r"[，；：]|[;:]\s")


@record
class Head:
    """What one of such numbers is of: ``text[start:end]``, or the figure ``hit`` of the text; ``lead`` leads from there to all of them."""

    start: int
    end: int
    hit: int
    lead: tuple[int, int]


def heads(text: str, hits: Sequence[Hit], words: Lexicon) -> dict[int, tuple[Head, ...]]:
    """By the place of a number in ``hits`` what it is of; one number that is of several things has them all."""
    found: dict[int, tuple[Head, ...]] = {}
    for cue in words.cues["respectively"].finditer(text):
        first = _first(text, hits, cue)
        if first not in found and 0 <= first < len(hits):
            found.update(_heads(text, hits, first, cue))
    return found


def _heads(text: str, hits: Sequence[Hit], first: int, cue: re.Match[str]) -> dict[int, tuple[Head, ...]]:
    """The same of one row of numbers: the things named right before it, else as many amounts of its sentence."""
    run, begins = _run(text, hits, first), subject.bounds(text, hits[first], subject.FAR)[0]
    before = [at for at in range(first) if hits[at].start >= begins and _measures_other(hits[at], hits[first])]
    begins = max(begins, hits[first - 1].unit_end) if first else begins
    leads, number = cue.start() < hits[first].start, hits[first].start
    named = _named(text, begins, cue.start() if leads else number)
    named = (
        named[-len(run) :] if 1 < len(run) < len(named) else named
    )  # "In 2017, the centres in | Minsk and Baku trained 120 and 85"
    if len(named) > 1 and len(run) in (1, len(named)):
        told = [Head(*span, -1, (cue.end() if leads else number, number)) for span in named]
        return {first: tuple(told)} if len(run) == 1 else {at: (head,) for at, head in zip(run, told, strict=True)}
    if 1 < len(run) <= len(before):
        return {at: (Head(0, 0, of, (begins, number)),) for at, of in zip(run, before[-len(run) :], strict=True)}
    return {}


def _measures_other(one: Hit, two: Hit) -> bool:
    """Whether ``two`` may be a number of what ``one`` counts: a share of it, or so many of another thing ("12 所，增加学位 1.2 万个")."""
    return one.family not in SHARES and (two.family in SHARES or bool(one.unit and two.unit and one.unit != two.unit))


def _first(text: str, hits: Sequence[Hit], cue: re.Match[str]) -> int:
    """The first number of the row that a cue stands before, or behind ("16, 4 and 5 per cent, respectively")."""
    after = next((at for at, hit in enumerate(hits) if hit.start >= cue.end()), len(hits))
    if not cue.group()[0].isascii():
        return after if after < len(hits) and not CLAUSE.search(text, cue.end(), hits[after].start) else -1
    at = after - 1
    if at < 0 or cue.start() - hits[at].end > BEHIND:
        return -1
    while at and LISTED.fullmatch(text, hits[at - 1].end, hits[at].start):
        at -= 1
    return at


def _run(text: str, hits: Sequence[Hit], first: int) -> range:
    """The places of the numbers of a row."""
    last = first
    while (
        last + 1 < len(hits)
        and hits[last + 1].kind == hits[first].kind
        and LISTED.fullmatch(text, hits[last].end, hits[last + 1].start)
    ):
        last += 1
    return range(first, last + 1)


def _named(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The things named in a row that ends the clause ``text[start:end]``."""
    clause = text[start:end].rstrip("，, ")
    start += max([0, *(mark.end() for mark in CLAUSE.finditer(clause))])
    end = min(end, start + len(text[start:end].rstrip("，, ")))
    cuts = [mark.span() for mark in JOINS.finditer(text, start, end)]
    spans = zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True)
    return [(here, there) for here, there in spans if here < there]
