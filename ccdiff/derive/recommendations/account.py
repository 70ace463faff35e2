"""What a body asks in the account of its meeting, where no chapter holds its recommendations: "The Commission noted the increase and
requested that further consideration be given to capacity", "The CIPM requested the Director to publish the rules".

The body is the one whose doings the report tells: the subject with which most of its sentences begin. What others asked, or the body
at an earlier time ("At its twelfth session, the Commission requested"), does not begin so. Where verbs have no tenses (table ``by``) the
front must name the body, and it must direct near the beginning of a sentence, outside the chapters on the proceedings. Minutes have more
ways to tell it: recommendations/minutes.py.

A decision of this very session that is told by its number counts whatever chapters there are: "理事会在第7/4号决定中请主任…" of a seventh session.
"""

from __future__ import annotations

import re
from collections import Counter

from ccdiff.derive.recommendations.strength import called, of_another
from ccdiff.derive.recommendations.titles import is_formal
from ccdiff.derive.recommendations.words import Words
from ccdiff.model.report import Report
from ccdiff.text.numerals import value
from ccdiff.text.sentences import sentences

LEAD = 24  # characters before the one who decides ("After a brief discussion, ")
FURTHER = 48  # characters of those who decide and of their verb
OFTEN = 3  # sentences that begin with a body whose doings are told
NEAR = 40  # characters behind a verb in which its object is named
BESIDE = 6  # characters from a verb to "that"
THAT = re.compile(r"\bthat\b")
SESSION = re.compile(r"第\s?(\S+?)\s?[届次]|(\S+) (?:session|meeting)")
SHORT = re.compile(r"(?:The )?([A-Z][A-Za-z]*[A-Z])\b")  # a body by its short name


def asking(report: Report, known: Words) -> dict[str, list[str]]:
    """The paragraphs in which the body whose doings are told asks for something, each with the sentences that do."""
    if not known.by:
        return _acted(report, known)
    begun: list[tuple[str, str, str, int]] = []  # place, sentence, who does something in it, and where his name ends
    section, body = "", ""
    for paragraph in report.paragraphs:
        section, body = paragraph.section, body if paragraph.section == section else ""
        for text in (span.text.strip() for span in sentences(paragraph.text)):
            again = known.again.match(text)
            body, end = (body, again.end()) if again else _subject(text, known)
            begun.append((paragraph.id, text, body, end))
    own = [body for _, _, body, _ in begun if body]
    (name, often), *_ = *Counter(own).most_common(1), ("", 0)
    found: dict[str, list[str]] = {}
    for place, text, body, end in begun:
        mine = body in known.ours or (often >= OFTEN and body == name)
        if body and mine and _asks(text, end, known):
            found.setdefault(place, []).append(text)
    return found


def _acted(report: Report, known: Words) -> dict[str, list[str]]:
    """The same where verbs have no tenses."""
    front, found = front_of(report), dict[str, list[str]]()
    formal = {section.id for section in report.sections if is_formal(section, known)}
    for paragraph in report.paragraphs:
        texts = sentences(paragraph.text) if paragraph.kind != "front" and paragraph.section not in formal else ()
        told = [text for text in (span.text.strip() for span in texts) if acts(text, front, known)]
        found |= {paragraph.id: told} if told and not known.recital.search(paragraph.text) else {}
    return found


def enacted(report: Report, known: Words) -> dict[str, list[str]]:
    """The sentences in which the body decides or asks for something in a numbered decision of the session that is reported."""
    session, front = _session(report.meeting or "", known), front_of(report)
    found: dict[str, list[str]] = {}
    if not session:
        return found
    number = rf"(?:{'|'.join(map(re.escape, known.phrases('act')))})".replace("N", rf"{session}\s?/\s?\d+")
    cited = "|".join(re.escape(form).replace("N", f"(?:{number})") for form in known.phrases("act-cited"))
    for paragraph in report.paragraphs:
        for span in sentences(paragraph.text):
            text, cites = re.subn(cited, "", span.text.strip(), count=1)
            if cites and acts(" ".join(text.split()), front, known):
                found.setdefault(paragraph.id, []).append(span.text.strip())
    return found


def _session(meeting: str, known: Words) -> str:
    """Which session of its body a meeting was, in digits: "第七届会议", "seventh session"; ``""`` where it is not said."""
    found = SESSION.search(meeting)
    if not found:
        return ""
    if found[1]:
        number = value(found[1])
        return str(number) if number else ""
    digits = {row[0]: row[1] for name in ("number_words", "ordinals") for row in known.language.rows(name)}
    ten, _, one = found[2].lower().rpartition("-")  # "twenty-first"
    told = digits.get(ten, "")[:-1] + digits.get(one, one)
    return told.rstrip("stndrh")


def front_of(report: Report) -> str:
    """The title of a report and what its front says."""
    return "\n".join([report.title, *(paragraph.text for paragraph in report.paragraphs if paragraph.kind == "front")])


def acts(text: str, front: str, known: Words) -> bool:
    """Whether near the beginning of a sentence the meeting directs, or the body that the front names ("The Council resolved to")."""
    head = text[: LEAD + FURTHER]
    authored = known.authored.search(head)
    by = authored or known.subject.match(head)
    if by is None or by.start() > LEAD or of_another(text[: by.start()], known):
        return False
    itself = by["author"] in known.meeting or called(by["author"], front)
    if authored and (itself or by["author"] in known.ours) and directs(by, text, known):
        return True
    return itself and _asks(text, by.end("author"), known)


def _subject(text: str, known: Words) -> tuple[str, int]:
    """The body with which a sentence begins, and where its name ends."""
    found = known.subject.match(text) or SHORT.match(text)
    return (found[1], found.end(1)) if found else ("", 0)


def _asks(text: str, end: int, known: Words) -> bool:
    """Whether a sentence decides something or asks another for it, by its first verb or by a further one of the same subject."""
    first = known.acts.match(text, end)
    verbs = [*([first] if first else ()), *known.goes_on.finditer(text, end)]
    return any(directs(verb, text, known) and not of_another(text[: verb.start()], known) for verb in verbs)


def directs(verb: re.Match[str], text: str, known: Words) -> bool:
    """Whether a verb asks another ("expects to" does not, nor what asks to convey condolences), or decides on what is no business."""
    kind = "verb" if "verb" in verb.re.groupindex else "told"
    word, behind = verb[kind], verb.end()
    if known.courtesy.search(text, behind):
        return False
    strength = {**known.told, **known.strengths}.get(word.lower(), "call")
    if strength in ("note", "decide"):
        settled = known.deciding.fullmatch(word.lower()) and not _finds(text, behind, known)
        return bool(settled) and not business(text[behind : behind + NEAR], known)
    return not known.itself.match(text, verb.start(kind))


def _finds(text: str, behind: int, known: Words) -> bool:
    """Whether what follows a verb says how something is, and not what is to be: "agreed that it did not contain any news"."""
    that = THAT.search(text, max(0, behind - BESIDE), behind + BESIDE)
    told = text[that.end() :].partition(". ")[0] if that else ""
    return bool(known.finding.search(told)) and not known.to_be.search(told)


def business(text: str, known: Words) -> bool:
    """Whether a text speaks of what a meeting does with its own papers."""
    return bool(known.business.search(text))
