"""What a report itself concludes or recommends, in its own chapters; nothing that it recites or that a speaker wished.

A chapter is known by its heading (a chapter of recommendations counts whole, one of conclusions, follow-up or observations where it
directs), or by how a list is opened ("提出了下列建议：", CTOC working group, 37; "缔约国会议不妨鼓励缔约国：", 2023 note, 74).
"""

from __future__ import annotations

from ccdiff.derive.recommendations.account import asking, enacted
from ccdiff.derive.recommendations.minutes import are_minutes, decided
from ccdiff.derive.recommendations.strength import HEAD, NEAR, REACH, own_verb, verb_of
from ccdiff.derive.recommendations.titles import OUTCOME, roles
from ccdiff.derive.recommendations.units import Chapter
from ccdiff.derive.recommendations.voices import Voice
from ccdiff.derive.recommendations.words import TITLES, Words, words
from ccdiff.model.record import record
from ccdiff.model.report import Paragraph, Report
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

BESIDE = 3  # characters from a verb to one addressed right behind it, "the" and all


@record
class Advice:
    """One recommendation. ``strength`` is that of its verb (see the table ``verbs``) or ``None`` for a bare conclusion.

    ``said`` are the sentences that ask something, ``asked`` what they ask, without those who ask and are asked. ``opener`` is the text that opens its list, ``title`` the heading of its chapter; ``repeats``: it only reaffirms earlier ones;
    ``own``: its strength is that of its own verb, not of the words that open its list.
    """

    locator: str
    text: str
    opener: str
    title: str
    addressee: str
    strength: str | None
    hedges: tuple[str, ...]
    repeats: bool = False
    asked: str = ""
    said: str = ""
    own: bool = True


def find_recommendations(reading: Reading) -> tuple[Advice, ...]:
    """The recommendations that a report makes itself, in reading order; empty where it has no such chapter."""
    return find_also(reading, frozenset())


def find_also(reading: Reading, chapters: frozenset[str]) -> tuple[Advice, ...]:
    """The same, where some sections are known to be chapters of recommendations, whatever they are called."""
    report, known = reading.report, reading.language.once(words)
    found = {chapter.section.id: chapter for chapter in _chapters(report, known)}
    units = {at: one.points() if at in chapters else one.recommendations() for at, one in found.items()}
    advising = {at: one.role == "recommendations" or at in chapters for at, one in found.items()}
    own = any(units[at] for at in found if advising[at])
    told: dict[str, list[str]] = {}
    minutes = are_minutes(report, known) or any(units[at] and one.marked(units[at]) for at, one in found.items())
    settling = (
        TITLES if minutes else (*TITLES, OUTCOME, "")
    )  # roles of chapters beside which nothing that is told counts
    if not any(units[at] and (at in chapters or one.role in settling) for at, one in found.items()):
        told = asking(report, known)
        if minutes and not any(units[at] and known.resolved.search(found[at].section.title) for at in found):
            told = decided(report, known) | told
    told = enacted(report, known) | told
    for at, one in found.items() if told else ():
        more = [leaf for leaf in one.leaves() if leaf.id in told and leaf not in units[at]]
        units[at] = sorted(units[at] + more, key=lambda unit: one.section.paragraphs.index(unit.id))
    return tuple(
        _advice(unit, chapter, told.get(unit.id, []))
        for at, chapter in found.items()
        for unit in units[at]
        if not (own and chapter.role == "followup" and not advising[at] and known.meets_again.search(unit.text))
    )


def _chapters(report: Report, known: Words) -> list[Chapter]:
    voice, role = Voice(report, known), roles(report, known)
    return [Chapter(section, role[section.id], voice) for section in report.sections]


def _advice(unit: Paragraph, chapter: Chapter, told: list[str]) -> Advice:
    known, opener = chapter.known, chapter.opener(unit)
    text = known.addressed.sub("", known.unnumbered(unit.text)) or unit.text  # its number is no matter
    directing = told or [
        span.text for span in sentences(text) if not opener and chapter.voice.directs(span.text, chapter.role)
    ]
    strength, addressee = verb_of(directing[0] if directing else text, known, item=bool(opener))
    own = strength is not None
    if strength is None and opener:
        strength, asked = verb_of(opener, known)
        advised = known.advice.search(opener) or known.obliges.search(opener.rstrip())
        if strength in (None, "note", "decide") and advised:  # what is decided is the advice, not its matter
            strength = "recommend"
        first = known.addressees.match(text)  # "各成员国加大…": with whom a point begins
        subject = (
            known.addressees.search(opener) if chapter.listed(unit) and not known.authored.search(opener) else None
        )
        behind = [
            known.addressees.search(opener, verb.end(), verb.end() + NEAR) for verb in known.directs.finditer(opener)
        ]
        asks = [found.group() for found in (first, *reversed(behind), subject) if found]
        addressee = addressee or (asks[0] if asks else asked)
    titled = known.titled_to.search(chapter.section.title)
    whole = chapter.role == "recommendations" or not directing
    return Advice(
        locator=unit.id,
        text=unit.text,
        opener=opener,
        title=chapter.section.title,
        addressee=addressee or (titled["who"] if titled else ""),
        strength=strength,
        hedges=tuple(dict.fromkeys(known.hedges.findall(opener + text[:1].lower() + text[1:]))),
        repeats=_repeats(text, known),
        said=text if whole else _joined(directing),
        asked="\n".join(_matter(part, known) for part in directing or [text]) or text,
        own=own,
    )


def _joined(parts: list[str]) -> str:
    """Sentences as a text prints them: with spaces between them where words have such."""
    return (" " if parts[0].isascii() else "").join(part.strip() for part in parts)


def _matter(text: str, known: Words) -> str:
    """A text without who directs, the directive verb and the one addressed behind it, without those to whom it is given, and without turns
    that frame any request.
    """
    text = known.assigned.sub(" ", text)
    authored = known.authored.search(text)
    mine = known.mine.search(text)
    spans = [found.span() for found in (authored, mine) if found]
    end = own_verb(text, known)
    if end:
        spans += [match.span() for match in known.goes_on.finditer(text, 0, end) if match.end() == end]
    if not spans:
        spans = [match.span() for match in (known.left.match(text) or known.verb.match(text),) if match]
    for start, stop in sorted(spans, reverse=True):
        asked = known.addressees.search(text, stop, stop + NEAR + REACH)
        stop = asked.end() if asked and asked.start() - stop < BESIDE else stop
        text = f"{text[:start]} {text[stop:]}"
    return known.frame.sub(" ", text if spans else _without_body(text, known))


def _without_body(text: str, known: Words) -> str:
    """A text without the body that should do what is asked: of "The Working Group on Exonyms should …" the exonyms remain."""
    modal = known.modal_of(text[:HEAD], may=True)
    if modal is None or known.speaker.search(text[: modal.start()]):
        return text
    return known.bodies.sub(" ", text[: modal.start()]) + text[modal.start() :]


def _repeats(text: str, known: Words) -> bool:
    """A recommendation that only reaffirms those of earlier meetings (8th report, 46): 重申 at its head, and cited, not said again."""
    first = sentences(text)[0].text if text else ""
    return bool(known.reaffirm.search(first[: HEAD // 4])) and bool(
        known.given.search(_outside_brackets(first)[-REACH:])
    )


def _outside_brackets(text: str) -> str:
    parts = text.replace("(", "（").replace(")", "）").split("（")
    return "".join(part.rpartition("）")[2] for part in parts).rstrip("。.;； ")
