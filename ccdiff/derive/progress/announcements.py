"""What a report announces or says is under way: clauses with a pending phrase, and what they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.progress.names import content, names_any, runs_of, tells, until_aim
from ccdiff.derive.progress.naming import naming
from ccdiff.derive.progress.phases import steps
from ccdiff.derive.progress.words import MARKS, Words, forward, words
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import Span, clauses, sentences

THIN = (
    3  # content words in a clause below which the clause behind it is taken along ("目前正在开展工作，根据…拟订一套…")
)
AHEAD = ("ahead", "undone", "later")  # phases of a deed that is not done
ASKS = ("?", "？")  # how a question ends: nothing is announced in it
SYMBOL = re.compile(
    r"\b[A-Z][A-Za-z.]*(?:/[A-Za-z0-9.]+)+|第\s?[\d一二三四五六七八九十百]+\s?[条款段]|\b(?:[Aa]rticles?|[Pp]aragraphs?)\s\d+"
)  # a document, or where in a text, is no matter
BRACKET = re.compile(r"[(（][^()（）]*$")
OPENS = (":", "：")  # how a sentence ends behind which the list of plans begins
BACK = 3  # clauses before an announcement in which its subject is looked for


@record
class Announcement:
    """``quote`` stands in the paragraph to the letter; ``text`` is what its matter is read from, ``at`` where in it the phrase begins,
    ``rest`` what of the quote stands after the phrase.

    ``behind`` says that what is announced stands before the phrase ("the atlas would be launched"), whatever follows it; ``pointed`` is
    the name in the sentence before to which this one points (该平台); ``whole`` is its sentence, with
    the one before where it points there; ``deed``: the phrase ends with the deed itself, behind which the thing stands.
    """

    place: str
    quote: str
    text: str
    at: int
    rest: str
    behind: bool
    pointed: str = ""
    whole: str = ""
    deed: bool = False


def whole(reading: Reading) -> str:
    """The folded text of all paragraphs. Use ``reading.once(whole)``."""
    return "\n".join(fold(paragraph.text) for paragraph in reading.report.paragraphs)


def find_all(reading: Reading) -> tuple[Announcement, ...]:
    """What a report announces or says is under way, in reading order: also a deed (progress/phases.py) that is only asked for or offered."""
    known = reading.language.once(words)
    found: list[Announcement] = []
    planned, ahead = reading.once(planning), reading.language.once(forward)
    for paragraph in reading.report.paragraphs:
        if paragraph.id in planned:
            found += _in_plans(paragraph.id, paragraph.text, reading)
        elif paragraph.kind != "front":
            start = 0
            for sentence in sentences(paragraph.text):
                if ahead.search(sentence.text) and not sentence.text.rstrip().endswith(ASKS):
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
        if sentence.text.rstrip().endswith(OPENS):
            continue
        parts, first = clauses(sentence.text), 0
        for k in range(len(parts)):
            held = _between(sentence, parts[first], parts[k])
            if _content(reading, held) >= THIN or k == len(parts) - 1:
                at = _verb(held, reading)
                yield Announcement(place, held.rstrip(MARKS), held, 0, held[at:], False, whole=held, deed=True)
                first = k + 1


def _verb(text: str, reading: Reading) -> int:
    """Where the verb ends with which a text begins (建设高标准农田); 0 where it begins with none."""
    acts, at = reading.language.once(words).acts, 0
    for word in reading.words(text):
        at += len(word)
        if word.strip(MARKS):
            return at if word.strip().lower() in acts else 0
    return 0


def _ahead(text: str, known: Words, reading: Reading) -> list[tuple[int, int, bool, bool]]:
    """Where a clause says that something lies ahead: (start, end, whether what is announced stands before, whether
    a deed says so, behind which it stands else)."""
    found = {
        match.start(): (match.start(), match.end(), bool(known.behind.match(text, match.start())), False)
        for match in known.pending.finditer(text)
    }
    told = reading.language.once(steps)(text)
    under = [step for step in told if step.behind and step.phase in AHEAD]  # 正在谈判: of what stands before it
    found = {at: one for at, one in found.items() if not any(s.start <= at and one[1] <= s.end for s in under)}
    for step in told:
        inside = any(start < step.end and step.start < end for start, end, *_ in found.values())
        if step.phase in AHEAD and not inside:
            found[step.start] = (step.start, step.end, step.behind, True)
    return [found[start] for start in sorted(found)]


def _pending(place: str, sentence: Span, before: str, known: Words, reading: Reading) -> Iterator[Announcement]:
    """An announcement for each pending phrase. Its clause is taken with the one behind it where it says little itself, and with those
    before it where it opens with the phrase and names nothing (推广“移动微法院”试点，…，计划于2019年推广至全国); with the sentence
    ``before`` where it only points to what that names (该平台正在…试用).
    """
    parts, ahead = clauses(sentence.text), reading.language.once(forward)
    for k, clause in enumerate(parts):
        if not ahead.search(clause.text):
            continue
        for first, last, behind, deed in _ahead(clause.text, known, reading):
            if known.no_status.search(clause.text) or (
                behind and _of_nothing(sentence.text[: clause.start + first], reading)
            ):
                continue
            end = k + 1
            while end < len(parts) and _content(reading, _between(sentence, clause, parts[end - 1])) < THIN:
                end += 1
            opens = not clause.text[:first].strip(MARKS)
            subject = opens and not tells(reading, until_aim(clause.text[last:], reading))
            text = _between(sentence, parts[max(0, k - BACK)] if subject else clause, parts[end - 1])
            at = first + (len(_between(sentence, parts[max(0, k - BACK)], clause)) - len(clause.text) if subject else 0)
            points = known.points.match(clause.text[:first]) if k == 0 and before else None
            pointed = _pointed(before, clause.text[points.end() : first], reading) if points else ""
            bare = before and k == 0 and not points and not names_any(reading, sentence.text)  # 尚未整改到位
            if points or bare:
                text, at = before + text, at + len(before)
            quote, rest = text[at:].rstrip(MARKS), text[at + last - first :]
            yield Announcement(
                place, quote, text, at, rest, behind, pointed, (before if points or bare else "") + sentence.text, deed
            )


def _of_nothing(before: str, reading: Reading) -> bool:
    """Whether a phrase stands in brackets in which nothing is named but a document: "(G/LIC/M/53, to be issued)"."""
    inside = BRACKET.search(before)
    return inside is not None and not tells(reading, SYMBOL.sub(" ", inside.group()))


def _pointed(before: str, subject: str, reading: Reading) -> str:
    """The name in the sentence before that ends with the noun of "该平台"; ``""`` where none does."""
    noun = next((run[-1] for run in runs_of(subject, reading)), "")
    runs = (run for run in runs_of(before, reading) if noun and noun in run)
    return next(("".join(run[: run.index(noun) + 1]).strip() for run in runs), "")


def _between(sentence: Span, first: Span, last: Span) -> str:
    return sentence.text[first.start : last.end]


def _content(reading: Reading, text: str) -> int:
    return len(content(reading, text))


def thing(one: Announcement, here: Reading) -> str:
    """The quote up to where a place or an aim is named (把名录的数据迁移至…的名录), where a thing is named before that."""
    before = until_aim(one.rest, here)
    named = len(before) < len(one.rest) and (
        tells(here, before) or (bool(before.strip()) and not tells(here, one.rest))
    )
    return one.text[one.at : len(one.text) - len(one.rest) + len(before)] if named else one.text[one.at :]


def region(one: Announcement, here: Reading) -> str:
    """The part of an announcement that names what is announced: behind its phrase, or the subject before it."""
    if one.pointed:
        return one.text
    ahead = until_aim(one.rest, here)
    if not one.behind and (
        tells(here, ahead) or (one.deed and tells(here, one.rest)) or not _named_before(one, here, ahead)
    ):
        return thing(one, here)
    phrase = one.text[one.at : len(one.text) - len(one.rest)]
    named = phrase.lower() in here.language.once(words).drafts  # 预算草案: the phrase is the last word of the name
    return one.text[: one.at + len(phrase) * named]


def _named_before(one: Announcement, here: Reading, ahead: str) -> bool:
    """Whether what stands before the phrase names the thing, rather than what stands behind it."""
    before = here.language.once(naming).who.sub(" ", one.text[: one.at])
    return tells(here, before) or (names_any(here, before) and not names_any(here, ahead))
