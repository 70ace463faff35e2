"""References of a report to its own paragraphs, each checked against its numbering."""

from __future__ import annotations

import re

from ccdiff.derive.context import Pair
from ccdiff.derive.references.places import places
from ccdiff.derive.references.words import Words, words
from ccdiff.model.record import record
from ccdiff.reading import Reading

CLAUSE = re.compile(r"[.,;:()]")  # "paragraph 18 of the above-mentioned resolution" is no paragraph above
CUE = 24  # characters in which 见, 上文, above stands by a paragraph number: 2021 report, 24, "另见关于偷运移民问题的第 29-31 段"


@record
class InnerReference:
    """A reference to a paragraph of the report itself, and whether there is such a paragraph."""

    place: str
    quote: str
    number: str
    stands: bool


def find_inner_references(reading: Reading) -> tuple[InnerReference, ...]:
    """References of a report to its own paragraphs (见上文第 12 段; see para. 43 below), each checked against its numbering."""
    known = reading.language.once(words)
    numbers = {p.number for p in reading.report.paragraphs if p.number and p.kind == "paragraph"}
    found = []
    for place, text in places(reading):
        for match in known.paragraphs.finditer(text):
            if _is_inner(match, text, known):
                found += [InnerReference(place, match.group(), n, n in numbers) for n in match.groups() if n]
    return tuple(found)


def _is_inner(match: re.Match[str], text: str, known: Words) -> bool:
    """A cue stands by the number, and nothing between them names another text."""
    if not known.number_first:
        after = text[match.end() : match.end() + 2 * CUE]
        cue = known.inner.search(after, 0, CUE)
        rest = CLAUSE.split(after[cue.end() :])[0] if cue and after[cue.end() : cue.end() + 1] == "-" else ""
        return bool(cue) and not known.outer.search(after[: cue.start()] + rest if cue else "")
    before = text[max(0, match.start() - CUE) : match.start()]
    cues = list(known.inner.finditer(before))
    between = before[cues[-1].end() :] if cues else ""
    return bool(cues) and not known.outer.search(between) and not re.search(r"[A-Z。；）)]", between)


def check_inner(pair: Pair) -> None:
    """A note of every reference of a report to a paragraph that it does not have."""
    for side, reading in (("old", pair.old), ("new", pair.new)):
        for inner in reading.once(find_inner_references):
            if not inner.stands:
                pair.note(
                    "dangling-reference", side=side, paragraph=inner.place, quote=inner.quote, target=inner.number
                )
