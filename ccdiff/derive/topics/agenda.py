"""Agenda items that only one report has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.topics.chapters import FUNCTIONS, goes_on, placed, under
from ccdiff.derive.topics.gone import gone
from ccdiff.derive.topics.matter import Candidate, content, core
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.roles import role_of
from ccdiff.derive.topics.titles import matter_of, titled, unframed
from ccdiff.reading import Reading

NUMBERED = re.compile(r"\s*\d{1,2}\s*[.．、]\s*(.+)")
ITEMS = 3  # numbered lines that make an agenda; a shorter list in a paragraph may be anything
LINE = 80  # characters of a line of an agenda


def agenda_items(reading: Reading) -> list[tuple[str, str]]:
    """The agenda as printed: ``(unit, item)`` in order (8th report, 6). Use ``reading.once(agenda_items)``."""
    found: list[tuple[str, str]] = []
    for paragraph in reading.report.paragraphs:
        lines = [
            match[1].strip().rstrip("。.；;") for match in map(NUMBERED.match, paragraph.text.split("\n")[1:]) if match
        ]
        if len(lines) >= ITEMS:
            found += [(paragraph.id, line) for line in lines]
    return found or _listed(reading)


def _listed(reading: Reading) -> list[tuple[str, str]]:
    """The agenda of minutes: the short lines under a heading that says so (Agenda: - Socializing the “Unknown” state of VEX)."""
    role, report = reading.language.once(role_of), reading.report
    headed = {section.id for section in report.sections if role[section.title] == "agenda"}
    lines = [p for p in report.paragraphs if p.section in headed and "\n" not in p.text]
    lettered = [p for p in lines if p.parent]  # what stands beside them leads them in: 咨询组通过了下列议程：
    told = [(p.id, p.text.strip().rstrip("。.；;？?")) for p in lettered or lines]
    found = [(unit, line) for unit, line in told if len(line) <= LINE and line[-1:] not in "：:"]
    return found if len(found) >= ITEMS else []


def agenda(side: Side) -> Iterator[Candidate]:
    """Agenda items that the other agenda lacks, where the other report has no chapter of that title either (8th report, 6, item 4)."""
    others = [item for _, item in side.there.once(agenda_items)]
    if not others:
        return
    titles = [*others, *(section.title for section in side.there.report.sections)]
    for unit, item in side.here.once(agenda_items):
        label = unframed(matter_of(item), side.here.language)
        if side.role(item) in FUNCTIONS or titled(label, titles, side) or not content(label, side):
            continue
        section = _section_named(side, item)
        chapter = under(side, section)
        own = [unit, *chapter]
        if side.partners(section) and goes_on(label, chapter, side):
            continue  # the same item under another title (涂料行业的配方改革, 涂料业更换配方的工作)
        if gone(label, side, own):
            yield Candidate(label, "agenda", placed(side, own, label), core(label, side))


def _section_named(side: Side, title: str) -> str:
    """The section that an agenda item heads."""
    return next((s.id for s in side.here.report.sections if s.title and titled(title, [s.title], side)), "")
