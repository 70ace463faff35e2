"""The sample pair holds one change of each kind (changes.tsv); each is found, and nothing else of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from ccdiff.compare import compare, read_report
from ccdiff.model.changes import SetChange
from ccdiff.model.comparison import Comparison

HERE = Path(__file__).parent
Found = tuple[str, str, str]  # old places, new places, the words to look in


def table() -> list[tuple[str, ...]]:
    lines = (HERE / "changes.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@cache
def comparison() -> Comparison:
    return compare(*(read_report(HERE / f"{side}.txt") for side in ("old", "new")))


def sections(found: Comparison, kind: str) -> Iterable[Found]:
    for link in found.sections:
        if link.relation == kind:
            titles = [
                report.section(at).title
                for report, places in ((found.old, link.old), (found.new, link.new))
                for at in places
            ]
            yield ",".join(link.old), ",".join(link.new), " ".join(titles)


def paragraphs(found: Comparison, kind: str) -> Iterable[Found]:
    shape = {"split": (False, True), "merged": (True, False)}.get(kind)
    for row in found.paragraphs:
        if shape == (len(row.old) > 1, len(row.new) > 1) and row.old and row.new if shape else row.relation == kind:
            yield ",".join(row.old), ",".join(row.new), "".join(text for _, text in row.diff)


def figures(found: Comparison, kind: str) -> Iterable[Found]:
    for figure in found.changes.figures:
        if figure.kind == kind:
            sides = [side for side in (figure.old, figure.new)]
            yield (
                *(side.paragraph if side else "" for side in sides),
                " ".join(str(side.value) for side in sides if side),
            )


def references(found: Comparison, kind: str) -> Iterable[Found]:
    places = {place.reference: place for place in found.changes.references.places}
    for name in getattr(found.changes.references, kind):
        yield ",".join(places[name].old), ",".join(places[name].new), name


def members(change: SetChange | None, kind: str) -> Iterable[Found]:
    assert change is not None
    old, new = ",".join(change.old_places), ",".join(change.new_places)
    if kind == "renamed":
        yield from ((old, new, f"{pair.old} {pair.new}") for pair in change.renamed)
    else:
        for name in getattr(change, kind):
            yield old if kind == "removed" else "", new if kind == "added" else "", name


def states(found: Comparison, kind: str) -> Iterable[Found]:
    assert found.changes.attendance
    return members(found.changes.attendance.states, kind)


def observers(found: Comparison, kind: str) -> Iterable[Found]:
    assert found.changes.attendance
    return members(found.changes.attendance.observers, kind)


def terminology(found: Comparison, kind: str) -> Iterable[Found]:
    for term in found.changes.terminology:
        yield (
            ",".join(pair[0] for pair in term.paragraphs),
            ",".join(pair[1] for pair in term.paragraphs),
            f"{term.old} {term.new}",
        )


def progress(found: Comparison, kind: str) -> Iterable[Found]:
    for step in found.changes.progress:
        yield step.old, step.new, f"{step.from_} {step.to}"


def recommendations(found: Comparison, kind: str) -> Iterable[Found]:
    for entry in found.changes.recommendations:
        if entry.status == kind:
            news = [found.new.text(at) for at in entry.new]
            yield entry.old or "", ",".join(entry.new), " ".join([entry.text, *news])


def topics(found: Comparison, kind: str) -> Iterable[Found]:
    for topic in found.changes.topics:
        if topic.kind == kind:
            places = ",".join(topic.paragraphs)
            yield (
                places if kind == "dropped" else "",
                places if kind == "new" else "",
                " ".join([topic.label, *topic.terms]),
            )


LISTS: dict[str, Callable[[Comparison, str], Iterable[Found]]] = {
    "section": sections,
    "paragraph": paragraphs,
    "figure": figures,
    "reference": references,
    "state": states,
    "observer": observers,
    "terminology": terminology,
    "progress": progress,
    "recommendation": recommendations,
    "topic": topics,
}


ROWS = table()
KINDS = sorted({row[:2] for row in ROWS})


@pytest.mark.parametrize("row", ROWS, ids=["-".join(row[:4]) for row in ROWS])
def test_the_change_is_found_at_its_places(row: tuple[str, ...]) -> None:
    what, kind, old, new, words = row
    found = list(LISTS[what](comparison(), kind))
    here = [text for a, b, text in found if (a, b) == (old, new)]
    assert here, found
    assert any(all(word in text for word in words.split(" > ")) for text in here), here


@pytest.mark.parametrize(("what", "kind"), KINDS, ids=["-".join(kind) for kind in KINDS])
def test_nothing_else_of_its_kind_is_said(what: str, kind: str) -> None:
    found = list(LISTS[what](comparison(), kind))
    assert len(found) == sum(row[:2] == (what, kind) for row in ROWS), found
