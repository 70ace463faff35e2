"""What a report announces or says is under way: clauses with a pending phrase, and what they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from ccdiff.derive.progress.names import SOME, content, names_any, tells, until_aim
from ccdiff.derive.progress.phases import Step, steps
from ccdiff.derive.progress.words import MARKS, Words, words
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import Span, clauses, sentences

# content words in a clause below which the clause behind it is taken along ("目前正在开展工作，根据…拟订一套…")
THIN = 3
AHEAD = ("ahead", "undone", "later")  # phases of a deed that is not done
SYMBOL = re.compile(
    r"\b[A-Z][A-Za-z.]*(?:/[A-Za-z0-9.]+)+|第\s?[\d一二三四五六七八九十百]+\s?[条款段]|\b(?:[Aa]rticles?|[Pp]aragraphs?)\s\d+"
)  # a document, or where in a text, is no matter
SHORT = 16  # characters of a lead that may name nothing
BACK = 3  # clauses before an announcement in which its subject is looked for


@record
class Announcement:
    """``quote`` stands in the paragraph to the letter; ``text`` is what its matter is read from, ``at`` where in it the phrase begins,
    ``rest`` what of the quote stands after the phrase.

    ``behind`` says that what is announced stands before the phrase ("the atlas would be launched"), whatever follows it; ``whole`` is its
    sentence, with the one before where it points there.
    """

    place: str
    quote: str
    text: str
    at: int
    rest: str
    behind: bool
    whole: str
    sentence: str


def whole(reading: Reading) -> str:
    """The folded text of all paragraphs. Use ``reading.once(whole)``."""
    return "\n".join(fold(paragraph.text) for paragraph in reading.report.paragraphs)


def find_all(reading: Reading) -> tuple[Announcement, ...]:
    """What a report announces or says is under way, in reading order: also a deed (progress/phases.py) that is only asked for or offered."""
    known = reading.language.once(words)
    found: list[Announcement] = []
    planned = reading.once(planning)
    for paragraph in reading.report.paragraphs:
        if paragraph.id in planned:
            found += _in_plans(paragraph.id, paragraph.text, reading)
        elif paragraph.kind != "front":
            start = 0
            for sentence in sentences(paragraph.text):
                found += _pending(paragraph.id, sentence, paragraph.text[start : sentence.start], known, reading)
                start = sentence.start
    return tuple(found)


def planning(reading: Reading) -> frozenset[str]:
    """The paragraphs of chapters that tell what is planned, by their headings ("Priorities for 2022", 三、下一步工作安排)."""
    known, inside = reading.language.once(words), dict[str, bool]()
    for section in reading.report.sections:
        says = known.plans.search(section.title) and not known.reviews.search(section.title)
        inside[section.id] = bool(says) or inside.get(section.parent or "", False)
    return frozenset(
        p.id for p in reading.report.paragraphs if p.kind != "front" and inside.get(p.section or "", False)
    )


def _in_plans(place: str, text: str, reading: Reading) -> Iterator[Announcement]:
    """What a paragraph of a chapter of plans announces: all that its sentences say, clause by clause where these say enough."""
    for sentence in sentences(text):
        parts, first = clauses(sentence.text), 0
        for k in range(len(parts)):
            held = _between(sentence, parts[first], parts[k])
            if _content(reading, held) >= THIN or k == len(parts) - 1:
                yield Announcement(place, held.rstrip(MARKS), held, 0, held, False, held, sentence.text)
                first = k + 1


def _pending(place: str, sentence: Span, before: str, known: Words, reading: Reading) -> Iterator[Announcement]:
    """An announcement for each deed that lies ahead. Its clause is taken with the one behind it where it says little itself, and with those
    before it where it opens with the deed and names nothing (推广“移动微法院”试点，…，计划于2019年推广至全国); with the sentence
    ``before`` where it only points to what that names (该平台正在…试用).
    """
    told = [step for step in reading.language.once(steps)(sentence.text) if step.phase in AHEAD]
    parts = clauses(sentence.text) if told else []
    for k, clause in enumerate(parts):
        ahead: dict[int, Step] = {}
        for step in told:
            if not clause.start < step.end <= clause.end:
                continue
            ahead.setdefault(step.start, step)
        if not ahead or known.none.search(clause.text):
            continue
        end = k + 1
        while end < len(parts) and _content(reading, _between(sentence, clause, parts[end - 1])) < THIN:
            end += 1
        for step in sorted(ahead.values(), key=attrgetter("start")):
            start, opened = step.start, next(part for part in parts if step.start < part.end)
            lead = sentence.text[opened.start : start]  # 其余, which
            opens = len(lead) < SHORT and not content(reading, lead, SOME)
            alone = opens and not tells(reading, until_aim(sentence.text[start : clause.end], reading))
            first = parts[max(0, k - BACK)] if alone else opened
            text, at = _between(sentence, first, parts[end - 1]), start - first.start
            points = k == 0 and before and known.points.match(lead)
            bare = k == 0 and before and not points and not names_any(reading, sentence.text)  # 尚未整改到位
            if points or bare:
                text, at = before + text, at + len(before)
            whole = (before if points or bare else "") + sentence.text
            rest = text[at + step.end - start :]
            yield Announcement(place, text[at:].rstrip(MARKS), text, at, rest, step.behind, whole, sentence.text)


def _between(sentence: Span, first: Span, last: Span) -> str:
    return sentence.text[first.start : last.end]


def _content(reading: Reading, text: str) -> int:
    return len(content(reading, text))


def thing(one: Announcement, here: Reading) -> str:
    """The part of an announcement that names what is announced: behind its deed up to where a place or an aim is named (把名录的数据迁移至…的名录),
    or the subject before it."""
    ahead, phrase = until_aim(one.rest, here), one.text[one.at : len(one.text) - len(one.rest)]
    ends = one.rest.lstrip()[:1] in MARKS  # the deed ends its clause (区域登记册尚未投入使用)
    if not one.behind:
        parts = (phrase,) if ends else (ahead, phrase + ahead, phrase + one.rest)
        told = next((part for part in parts if tells(here, part)), "")
        if told or not _named_before(one, here, "" if ends else ahead):
            return told or phrase + one.rest
    return one.text[: one.at]


def _named_before(one: Announcement, here: Reading, ahead: str) -> bool:
    """Whether what stands before the deed names the thing, rather than what stands behind it."""
    before = here.language.once(words).who.sub(" ", one.text[: one.at])
    return tells(here, before) or (names_any(here, before) and not names_any(here, ahead))
