"""Topics that have a place of their own in a report: its recommendations, agenda items and sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ccdiff.derive.recommendations import find_recommendations
from ccdiff.derive.topics.matter import Candidate, absent, content, core, named_by
from ccdiff.derive.topics.presence import Side
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.similarity import pairs_ratio

NUMBERED = re.compile(r"\s*\d{1,2}\s*[.．、]\s*(.+)")
ITEMS = 3  # numbered lines that make an agenda; a shorter list in a paragraph may be anything
# Roles of headings whose titles name a matter; the others (attendance, adoption of the report) name a function.
SUBSTANCE = ("", "implementation", "tools", "assistance", "panel")


def agenda_items(reading: Reading) -> list[tuple[str, str]]:
    """The agenda as printed: ``(unit, item)`` in order (8th report, 6). Use ``reading.once(agenda_items)``."""
    found: list[tuple[str, str]] = []
    for paragraph in reading.report.paragraphs:
        lines = [
            match[1].strip().rstrip("。.；;") for match in map(NUMBERED.match, paragraph.text.split("\n")[1:]) if match
        ]
        if len(lines) >= ITEMS:
            found += [(paragraph.id, line) for line in lines]
    return found


def agenda(side: Side) -> Iterator[Candidate]:
    """Agenda items that the other agenda lacks, where the other report has no chapter of that title either (8th report, 6, item 4)."""
    others = [item for _, item in side.there.once(agenda_items)]
    if not others:
        return
    titles = [*others, *(section.title for section in side.there.report.sections)]
    for unit, item in side.here.once(agenda_items):
        own = [unit, *_under(side, _section_named(side, item))]
        if (
            not _titled(item, titles, side)
            and content(item, side)
            and absent(item, side, len(own), side.pair.config.topic_ratio)
        ):
            yield Candidate(item, "agenda", _placed(side, own, item), core(item, side))


def sections(side: Side) -> Iterator[Candidate]:
    """Sections without a counterpart whose title names a matter that the other report does not treat."""
    titles = [section.title for section in side.there.report.sections]
    linked = {
        place for link in side.pair.alignment.sections if link.old and link.new for place in (*link.old, *link.new)
    }
    found = {}
    for section in side.here.report.sections:
        own = _under(side, section.id)
        if (
            section.id in linked
            or not own
            or _titled(section.title, titles, side)
            or side.role(section.title) not in SUBSTANCE
        ):
            continue
        if content(section.title, side) and absent(section.title, side, len(own), side.pair.config.topic_ratio):
            found[section.id] = section, own
    parents = Counter(section.parent for section, _ in found.values())
    for section, own in found.values():
        kind = "section" if named_by(section.title, side) and parents[section.id] < 2 else "heading"
        title = section.title.strip(" *#\u3000。.")
        yield Candidate(title, kind, _placed(side, own, title), core(title, side), section.level)


def advice(side: Side) -> Iterator[Candidate]:
    """A chapter of conclusions and recommendations that the other report has none of (8th report, 45 to 47)."""
    report, found = side.here.report, side.here.once(find_recommendations)
    if not found or side.there.once(find_recommendations):
        return
    titles = Counter(entry.title for entry in found)
    label = max(titles, key=lambda title: (side.role(title) == "recommendations", titles[title], title)).strip()
    own = dict.fromkeys(
        unit for entry in found for unit in (report.paragraph(entry.locator).parent, entry.locator) if unit
    )
    openings = dict.fromkeys(entry.opener for entry in found if entry.opener)
    places = {unit: next((opening for opening in openings if opening in side.text.get(unit, "")), "") for unit in own}
    yield Candidate(label, "recommendations", places)


def _titled(title: str, titles: Iterable[str], side: Side) -> bool:
    mine = fold(title)
    return any(pairs_ratio(mine, fold(other)) >= side.pair.config.topic_title for other in titles)


def _section_named(side: Side, title: str) -> str:
    return next((s.id for s in side.here.report.sections if s.title and _titled(title, [s.title], side)), "")


def _under(side: Side, section: str) -> list[str]:
    """The units under a section and all its subsections."""
    if not section:
        return []
    report = side.here.report
    within = {section}
    for s in report.sections:
        if s.parent in within:
            within.add(s.id)
    return [p.id for p in report.paragraphs if p.section in within]


def _placed(side: Side, own: Iterable[str], label: str) -> dict[str, str]:
    """Units with the words of ``label`` that stand there; also those elsewhere that hold all its telling words together."""
    keys = core(label, side)
    also = (unit for unit in side.field.together(keys) if not side.front(unit)) if keys else ()
    own = dict.fromkeys([*own, *also])
    return {unit: label if label in side.here.report.text(unit) else "" for unit in own}
