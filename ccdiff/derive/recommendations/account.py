"""What a body asks in the account of its meeting, where no chapter holds its recommendations: "The Commission noted the increase and
requested that further consideration be given to capacity", "The CIPM requested the Director to publish the rules".

The body is the one whose doings the report tells: the subject with which most of its sentences begin. What others asked, or the body
at an earlier time ("At its twelfth session, the Commission requested"), does not begin so. Only where verbs have tenses: in Chinese nothing
tells such an account from a recital, and a report's recommendations are those of its own chapter (domain rule; table ``by``).
"""

from __future__ import annotations

import re
from collections import Counter

from ccdiff.derive.recommendations.strength import of_another
from ccdiff.derive.recommendations.words import Words
from ccdiff.model.report import Report
from ccdiff.text.sentences import sentences

OFTEN = 3  # sentences that begin with a body whose doings are told
SHORT = re.compile(r"The ([A-Z][A-Za-z]*[A-Z])\b")  # a body by its short name


def asking(report: Report, known: Words) -> frozenset[str]:
    """The paragraphs in which the body whose doings are told asks for something."""
    begun: list[tuple[str, str, str, int]] = []  # place, sentence, who does something in it, and where his name ends
    for paragraph in report.paragraphs:
        body = ""
        for text in (span.text.lstrip() for span in sentences(paragraph.text)):
            again = known.again.match(text)
            body, end = (body, again.end()) if again else _subject(text, known)
            begun.append((paragraph.id, text, body, end))
    own = [body for _, _, body, _ in begun if body and known.by]
    (name, often), *_ = *Counter(own).most_common(1), ("", 0)
    return frozenset(p for p, text, body, end in begun if body == name and often >= OFTEN and _asks(text, end, known))


def _subject(text: str, known: Words) -> tuple[str, int]:
    """The body with which a sentence begins, and where its name ends."""
    found = known.subject.match(text) or SHORT.match(text)
    return (found[1], found.end(1)) if found else ("", 0)


def _asks(text: str, end: int, known: Words) -> bool:
    """Whether a sentence decides something or asks another for it, by its first verb or by a further one of the same subject."""
    first = known.acts.match(text, end)
    verbs = [*([first] if first else ()), *known.goes_on.finditer(text, end)]
    return any(_directs(verb, known) and not of_another(text[: verb.start()], known) for verb in verbs)


def _directs(verb: re.Match[str], known: Words) -> bool:
    """Whether a verb asks another ("expects to" does not, nor what asks to convey condolences), or decides: what a meeting approves or
    agrees to is its business.
    """
    if known.courtesy.search(verb.string, verb.end()):
        return False
    strength = known.strengths[verb["verb"].lower()]
    if strength in ("note", "decide"):
        return bool(known.settled.fullmatch(verb["verb"]))
    return not known.itself.match(verb.string, verb.start("verb"))
