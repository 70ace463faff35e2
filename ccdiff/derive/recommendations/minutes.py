"""What minutes tell in the course of the discussion that a meeting decided, asked or left somebody to do: "It was agreed that the Clerk would
write", 经讨论，会议同意…, "Motion: …", "Clerk to contact the police", the points below 结论：.

Minutes are known by what they call themselves, and have no chapter of recommendations. What a meeting does with its own papers (agenda,
minutes, the next date) is its business, and what one member says is his own.
"""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.account import FURTHER, LEAD, acts, business, directs, front_of
from ccdiff.derive.recommendations.extent import unbracketed
from ccdiff.derive.recommendations.strength import of_another
from ccdiff.derive.recommendations.words import Words
from ccdiff.model.report import Paragraph, Report
from ccdiff.text.sentences import sentences

WHOLE = "front"  # the section of minutes without headings, of which a mark does not open the rest
SHORTEST = 4  # characters of what is decided: 无。 is nothing
CAPITALS = re.compile(r"\b[A-Z]{6,}\b")  # "RESOLVED"
TASK = re.compile(
    r"(?:The )?[A-Z][\w.]*(?:(?:,| and| or| /| &)? [A-Z][\w.]*){0,4} to (?!the\b|a\b|an\b|be\b|this\b|that\b|its\b|our\b)[a-z]+ \S"
)


def are_minutes(report: Report, known: Words) -> bool:
    """Whether a report calls itself minutes."""
    return bool(known.minutes.search(front_of(report)))


def decided(report: Report, known: Words) -> dict[str, list[str]]:
    """The paragraphs of minutes that tell what was decided, each with the sentences that do."""
    front, found = front_of(report), dict[str, list[str]]()
    section, listing, prior = "", False, False
    for paragraph in report.paragraphs:
        if paragraph.kind == "front":
            continue
        if paragraph.section != section:
            section, title = paragraph.section, report.section(paragraph.section).title if paragraph.section else ""
            listing, prior = bool(known.concluding.fullmatch(title.strip())), bool(known.prior.search(title))
        if known.concluding.fullmatch(paragraph.text.strip()):
            listing = True  # a heading in a line of its own
            continue
        below = _below(paragraph, known, listing)
        listing = listing or (below is not None and section != WHOLE)
        if below:
            found[paragraph.id] = [below]
        elif not (listing or (prior and known.label.match(paragraph.text))):
            told = [
                span.text.strip() for span in sentences(paragraph.text) if _settles(span.text.strip(), front, known)
            ]
            found |= {paragraph.id: told} if told else {}
    opened = ""
    for item in (paragraph for paragraph in report.paragraphs if paragraph.parent):
        opened = item.parent or "" if item.id in found else opened
        if item.parent == opened and not known.past.search(item.text):  # what follows a decision in its list is one too
            found.setdefault(item.id, [item.text])
    return found


def _below(paragraph: Paragraph, known: Words, listing: bool) -> str | None:
    """What a paragraph says that was concluded: all behind a mark (结论：), or all of it below one; ``""`` where that is nothing or tells what
    was done, ``None`` where no mark stands in it or before it.
    """
    marks = list(known.conclusion.finditer(paragraph.text))
    if not marks and not listing:
        return None
    text = paragraph.text[marks[0].end() :] if marks else paragraph.text
    bare = known.conclusion.sub("", text).strip()
    first = sentences(unbracketed(bare))[0].text if bare else ""
    told = known.found.match(first) or known.proceedings.search(first) or known.stance_of(first[:LEAD])
    tells = told or (known.past.search(first) and not known.directs.search(first))
    return "" if len(bare) < SHORTEST or tells else text.strip()


def _settles(said: str, front: str, known: Words) -> bool:
    """Whether a sentence says what was decided: it is marked as such, says who is to do something, that something was passed, or near its
    beginning the meeting, or the body that the front names, directs ("The Council resolved to"), or it was decided ("RESOLVED that").
    """
    text = CAPITALS.sub(lambda word: word.group().lower() if word.group().lower() in known.told else word.group(), said)
    bare = known.operative.match(text)
    asked = known.told.get(bare["verb"].lower()) if bare and bare["verb"] else None
    if bare and (asked == "decide" or (asked == "request" and not text[0].isascii())):
        return directs(bare, text, known)
    if known.finished.search(said):
        return False
    if known.label.match(said) or (TASK.match(text) and not (known.directs.match(text) or known.no_task.match(text))):
        return True
    passed = known.passed.search(text)
    if passed and not (business(text, known) or of_another(text[: passed.start()], known)):
        return True
    if acts(text, front, known):
        return True
    told = known.passive_past.search(text[: LEAD + FURTHER])
    if told is None or told.start() > LEAD or not known.again.match(told.group()):
        return False
    return not of_another(text[: told.start()], known) and directs(told, text, known)
