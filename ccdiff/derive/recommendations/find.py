"""What a report itself concludes or recommends, in its own chapters; nothing that it recites or that a speaker wished.

A chapter is known by its heading (a chapter of recommendations counts whole, one of conclusions, follow-up or observations where it
directs), or by how a list is opened ("提出了下列建议：", CTOC working group, 37; "缔约国会议不妨鼓励缔约国：", 2023 note, 74). Units are lettered
items, and paragraphs without items; the words that open a list are no unit (8th report, 47).
"""

from __future__ import annotations

from collections.abc import Iterable

from ccdiff.derive.recommendations.words import STRENGTHS, TITLES, Words, words
from ccdiff.model.record import record
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

HEAD = 160  # characters of a recommendation in which its verb is looked for; behind it stand reasons and examples
REACH = 40  # characters from a verb to the one it addresses: "请尚未指定联系点的成员国" (CTOC working group, 37(a))
NEAR = 10  # characters between the one addressed and 应, should: "秘书处应", "缔约国必须", "Member States, in particular, should"
SHARE = 0.5  # of the units of a chapter that direct something, above which the whole chapter is one of recommendations


@record
class Advice:
    """One recommendation. ``strength`` is that of its verb (see the table ``verbs``) or ``None`` for a bare conclusion.

    ``opener`` is the text that opens its list, ``title`` the heading of its chapter; ``repeats``: it only reaffirms earlier ones.
    """

    locator: str
    text: str
    opener: str
    title: str
    addressee: str
    strength: str | None
    hedges: tuple[str, ...]
    repeats: bool = False


def find_recommendations(reading: Reading) -> tuple[Advice, ...]:
    """The recommendations that a report makes itself, in reading order; empty where it has no such chapter."""
    report, known = reading.report, reading.language.once(words)
    roles = _roles(report, known)
    found: dict[str, Advice] = {}
    for section in report.sections:
        for unit in _units(section, report, roles[section.id], known):
            found[unit.id] = _advice(unit, section, report, known)
    return tuple(found.values())


def _roles(report: Report, known: Words) -> dict[str, str]:
    """The role of each section among ``TITLES``, its own or its parent's; ``""`` elsewhere."""
    roles: dict[str, str] = {}
    for section in report.sections:
        title = fold(section.title)
        own = next((role for role, pattern in known.titles if title and pattern.search(title)), "")
        own = "other" if known.no_title.search(title) else own
        above = roles.get(section.parent or "", "")
        roles[section.id] = own if own in TITLES else ("" if own else above)
    return roles


def _units(section: Section, report: Report, role: str, known: Words) -> list[Paragraph]:
    """The recommendations directly under a heading."""
    leaves = [leaf for leaf in _leaves(section, report) if leaf.kind == "item" or leaf.number]
    directing = [leaf for leaf in leaves if _directs(leaf, report, known, own_chapter=bool(role))]
    telling = directing
    if role == "recommendations" and known.advice.search(section.title):
        telling = [leaf for leaf in leaves if leaf in directing or _verb(leaf.text, known)[0] not in (None, "note")]
    whole = role in ("recommendations", "followup") and len(telling) >= SHARE * len(leaves)
    return leaves if whole else directing


def _leaves(section: Section, report: Report) -> list[Paragraph]:
    """Items, and paragraphs that have none and do not merely open a list."""
    paragraphs = [report.paragraph(locator) for locator in section.paragraphs]
    parents = {paragraph.parent for paragraph in paragraphs if paragraph.parent}
    return [
        p for p in paragraphs if p.id not in parents and p.kind != "front" and not p.text.rstrip().endswith((":", "："))
    ]


def _directs(unit: Paragraph, report: Report, known: Words, own_chapter: bool) -> bool:
    """Whether the report itself asks for something here: by the words that open the list, or by its own.

    Outside a chapter of its own only an opened list, or what a forum is offered (不妨, may wish to), counts.
    """
    opener = report.paragraph(unit.parent) if unit.parent and report.has(unit.parent) else None
    if opener:
        return _opens(opener.text, report, known, own_chapter)
    return any(_directing(span.text, report, known, own_chapter) for span in sentences(unit.text))


def _opens(opener: str, report: Report, known: Words, own_chapter: bool) -> bool:
    last = sentences(opener.rstrip())[-1].text if opener.strip() else ""
    if _of_another(last, known):
        return False
    return (
        bool(known.made.search(last)) or _directing(last, report, known, own_chapter) or _authored(last, report, known)
    )


def _directing(sentence: str, report: Report, known: Words, own_chapter: bool) -> bool:
    wish = known.wish.search(sentence)
    if wish and not _of_another(sentence[: wish.start()], known):
        return True
    return own_chapter and _authored(sentence, report, known)


def _of_another(text: str, known: Words) -> bool:
    """The words of a participant, or of another body's decision."""
    return bool(known.speaker.search(text) or known.recited.search(text))


def _authored(sentence: str, report: Report, known: Words) -> bool:
    """Whether the author of the report (named in its front, or I) directs something in this sentence."""
    match = known.authored.search(sentence)
    if not match or known.strengths[match["verb"].lower()] == "note":
        return False
    said = match["author"] in known.selves or any(match["author"] in text for text in (report.title, _front(report)))
    return said and not _of_another(sentence[: match.start()], known)


def _front(report: Report) -> str:
    return next((paragraph.text for paragraph in report.paragraphs if paragraph.kind == "front"), "")


def _advice(unit: Paragraph, section: Section, report: Report, known: Words) -> Advice:
    opener = report.text(unit.parent) if unit.parent and report.has(unit.parent) else ""
    strength, addressee = _verb(unit.text, known)
    if strength is None and opener:
        strength, asked = _verb(opener, known)
        if strength is None or strength == "note":
            strength = "recommend" if known.advice.search(opener) else strength
        addressee = addressee or asked
    return Advice(
        locator=unit.id,
        text=unit.text,
        opener=opener,
        title=section.title,
        addressee=addressee,
        strength=strength,
        hedges=tuple(dict.fromkeys(known.hedges.findall(opener + unit.text))),
        repeats=_repeats(unit.text, known),
    )


def _verb(text: str, known: Words) -> tuple[str | None, str]:
    """The strongest directive verb at the head of a clause, and whom it addresses; else what a modal verb leaves to its subject."""
    authored = known.authored.search(text)
    head = text[: max(HEAD, authored.end() if authored else 0)]
    verbs = [(known.strengths[match["verb"].lower()], match) for match in known.verb.finditer(head)]
    if verbs:
        strength, match = min(verbs, key=lambda found: STRENGTHS.index(found[0]))
        if strength != "note":
            asked = known.addressees.search(text, match.end(), match.end() + REACH)
            return strength, asked.group() if asked else ""
    for modal in known.modal.finditer(head):
        before = list(known.addressees.finditer(head, 0, modal.start()))
        if before and modal.start() - before[-1].end() < NEAR:
            return "recommend" if modal["should"] else "invite", before[-1].group()
    return ("note" if verbs else None), ""


def _repeats(text: str, known: Words) -> bool:
    """A recommendation that only reaffirms those of earlier meetings (8th report, 46): 重申 at its head, and cited, not said again."""
    first = sentences(text)[0].text if text else ""
    return bool(known.reaffirm.search(first[: HEAD // 4])) and bool(
        known.given.search(_outside_brackets(first)[-REACH:])
    )


def _outside_brackets(text: str) -> str:
    parts: Iterable[str] = text.replace("(", "（").replace(")", "）").split("（")
    return "".join(part.rpartition("）")[2] for part in parts).rstrip("。.;； ")
