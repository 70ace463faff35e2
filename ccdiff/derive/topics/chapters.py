"""Topics that have a place of their own in a report: its recommendations, its sections, and paragraphs with a headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ccdiff.derive.recommendations import find_recommendations
from ccdiff.derive.topics.gone import SEVERAL, functional, gone
from ccdiff.derive.topics.matter import Candidate, core, otherwise
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.roles import BUSINESS
from ccdiff.derive.topics.spans import kind_of
from ccdiff.derive.topics.titles import matter_of, person, strangers, telling, titled, unframed
from ccdiff.model.report import Report, Section
from ccdiff.reading import Reading

# Roles of headings whose titles name a function of the report, no matter.
FUNCTIONS = (
    *BUSINESS,
    *[
        "summary",
        "followup",
        "recommendations",
        "observations",
        "introduction",
        "deliberations",
        "annex",
        "general",
        "definitions",
        "supplementary",
        "pastwork",
        "plans",
    ],
)
COUNTS = "第"
BRACKETS = re.compile(r"[（(][^（）()]*[）)]")  # (第11段) is a reference
ADVICE = ("recommendations", "followup")  # roles of a chapter of recommendations
WORD = re.compile(r"[^\W\d_]{2}")  # under a heading that is left out stands nothing (N/A, 无。)
SUBSECTIONS = 2  # of a chapter, each told by its own name, and not the chapter again


def sections(side: Side) -> Iterator[Candidate]:
    """Sections whose title names a matter that the other report does not treat.

    One that has a counterpart is told where both are panels: their function is the same, their themes are not.
    """
    found = list(_own_sections(side))
    parents = Counter(section.parent for section, _, _ in found)
    for section, own, kind in found:
        if parents[section.id] < SUBSECTIONS:
            title = _title(section, side.here)
            yield Candidate(title, kind, placed(side, own, title), core(title, side))


def _own_sections(side: Side) -> Iterator[tuple[Section, list[str], str]]:
    """Sections that the other report has none for, what stands under them, and whether their matter is gone ("section") or spoken of ("chapter")."""
    titles = [section.title for section in side.there.report.sections]
    linked, apart = _linked(side)
    for section in side.here.report.sections:
        role, own = side.role(section.title), under(side, section.id)
        if (
            not any(WORD.search(side.text.get(unit, "")) for unit in own)
            or role in FUNCTIONS
            or not _matter(section.title, side)
            or person(section.title, side)
            or (
                role != "panel"
                and (section.id in linked or (section.id not in apart and goes_on(section.title, own, side)))
            )
        ):
            continue
        title = _title(section, side.here)
        if titled(title, titles, side):
            continue
        if gone(title, side, own):
            yield section, own, "section"
        elif section.id not in linked and all(map(side.whole, own)) and not otherwise(title, side):
            yield section, own, "chapter"


def _linked(side: Side) -> tuple[set[str], set[str]]:
    """The sections that have a counterpart; and those that have none but by the way: their titles are strangers to each other in one formula, or
    a neighbour of theirs has the title of the counterpart."""
    here, there = side.titles, {s.id: s.title for s in side.there.report.sections}
    linked: set[str] = set()
    apart: set[str] = set()
    for link in side.pair.alignment.sections:
        mine, theirs = (link.new, link.old) if side.kind == "new" else (link.old, link.new)
        names = [there.get(place, "") for place in theirs]
        same = {place for place in mine if titled(here.get(place, ""), names, side)}
        for place in mine if theirs else ():
            other = (same and place not in same) or all(strangers(here.get(place, ""), name, side) for name in names)
            (apart if other else linked).add(place)
    return linked, apart


def _matter(title: str, side: Side) -> bool:
    """Whether a heading says more than a single word that names no matter (Decision, Data, Outlook), counted or not (第六届会议)."""
    if title.lower().strip() in side.here.language.once(functional):
        return False
    kind, words = side.here.language.once(kind_of), side.here.words(BRACKETS.sub("", title))
    kinds = [kind(word) for word in words if word[0].isalpha() and len(word) > 1 and word[0] != COUNTS]
    return kinds.count("weak") > 1 or any(one not in ("weak", "edge") for one in kinds)


def _title(section: Section, reading: Reading) -> str:
    """The matter of a heading, without its number and who brought it up."""
    return unframed(matter_of(section.title), reading.language)


def goes_on(title: str, own: list[str], side: Side) -> bool:
    """Whether what stands under a heading has counterparts, half of it or more: only the heading is new, not its matter.

    Not so where what is said under it turns on most words of the heading, and its counterparts lack them: a forum on another theme.
    """
    if 2 * sum(map(side.whole, own)) > len(own):
        return False
    words = telling(title, side)
    theirs = {partner for unit in own for partner in side.partners(unit)}
    fresh = [
        word
        for word in words
        if theirs.isdisjoint(there := side.other.places(word))
        and len(there) < SEVERAL
        and 2 * sum(unit in own for unit in side.field.places(word)) >= len(own)
    ]
    return 2 * sum(map(len, fresh)) <= sum(map(len, words))


def advice(side: Side) -> Iterator[Candidate]:
    """A chapter of conclusions and recommendations that the other report has none of (8th report, 45 to 47)."""
    report, found = side.here.report, side.here.once(find_recommendations)
    if not found or side.there.once(find_recommendations):
        return
    titles = Counter(entry.title for entry in found)
    first = report.paragraph(found[0].locator).section
    above = [s.title for s in _above(report, first)]
    chapter = next((title for title in above if side.role(title) == "recommendations"), "")
    label = (
        chapter or max(titles, key=lambda title: (side.role(title) == "recommendations", titles[title], title)).strip()
    )
    if side.role(label) not in ADVICE:
        return  # what a resolution or a tribute begins with (议会)
    own = dict.fromkeys(
        unit for entry in found for unit in (report.paragraph(entry.locator).parent, entry.locator) if unit
    )
    openings = dict.fromkeys(entry.opener for entry in found if entry.opener)
    places = {unit: next((opening for opening in openings if opening in side.text.get(unit, "")), "") for unit in own}
    yield Candidate(label, "recommendations", places)


def _above(report: Report, section: str) -> Iterator[Section]:
    """The sections in which a section stands, the nearest first, itself among them."""
    known = {s.id: s for s in report.sections}
    while section in known:
        yield known[section]
        section = known[section].parent or ""


def under(side: Side, section: str) -> list[str]:
    """The units under a section and all its subsections."""
    if not section:
        return []
    report = side.here.report
    within = {section}
    for s in report.sections:
        if s.parent in within:
            within.add(s.id)
    return [p.id for p in report.paragraphs if p.section in within]


def placed(side: Side, own: Iterable[str], label: str) -> dict[str, str]:
    """Units with the words of ``label`` that stand there."""
    return {unit: label if label in side.here.report.text(unit) else "" for unit in own}
