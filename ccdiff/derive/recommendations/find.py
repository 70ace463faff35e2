"""What a report itself concludes or recommends, in its own chapters; nothing that it recites or that a speaker wished.

A chapter is known by its heading (a chapter of recommendations counts whole, one of conclusions, follow-up or observations where it
directs), or by how a list is opened ("提出了下列建议：", CTOC working group, 37; "缔约国会议不妨鼓励缔约国：", 2023 note, 74). Units are lettered
items, and paragraphs without items; the words that open a list are no unit (8th report, 47).
"""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.strength import HEAD, NEAR, REACH, obliged, of_another, own_verb, verb_of
from ccdiff.derive.recommendations.words import TITLES, Words, words
from ccdiff.model.record import record
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import sentences

BESIDE = 3  # characters from a verb to one addressed right behind it, "the" and all
LEAD = 16  # characters before the one with whom a sentence begins ("The ", "All coastal ")
REST = 30  # characters behind "下列建议", "the following conclusions" that say nothing more ("… and recommendations.")
PRESENT = re.compile(
    r"^\w+(?<!ed)\b", re.ASCII
)  # only a language with tenses tells a report's own word from one recited
THIRD = re.compile(r"^\w+s\b", re.ASCII)  # "notes the delay and trusts that …"
GOES_ON = re.compile(r"[;；,，、]\s*(?:and|or|以及|和|及)?$")  # how a point of a list ends that is not the last
CHAPEAU = re.compile(r"[,，]\s*(?:\n|$)")  # "The Executive Committee,"
OUTCOME = "outcome"  # the part of a chapter that tells what a meeting decided
ADVISE = ("recommendations", OUTCOME)
SHARE = 0.5  # of the units of a chapter that direct something, above which the whole chapter is one of recommendations


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
    roles = _roles(report, known) | dict.fromkeys(sorted(chapters), "recommendations")
    units = {
        section.id: _points(section, report, known)
        if section.id in chapters
        else _units(section, report, roles[section.id], known)
        for section in report.sections
    }
    chapter = any(units[section.id] for section in report.sections if roles[section.id] == "recommendations")
    found: dict[str, Advice] = {}
    for section in report.sections:
        if (
            chapter and roles[section.id] == "followup"
        ):  # when it meets next is no recommendation beside those of a chapter
            continue
        listed = _listed(section, report) if units[section.id] else {}
        for unit in units[section.id]:
            found[unit.id] = _advice(unit, section, listed, report, known, roles[section.id])
    return tuple(found.values())


def advice_at(reading: Reading, locator: str) -> Advice | None:
    """A paragraph of a chapter in which the report recommends, read as a recommendation, whether it directs or not."""
    report, known = reading.report, reading.language.once(words)
    if not report.has(locator):
        return None
    unit = report.paragraph(locator)
    section = next((section for section in report.sections if section.id == unit.section), None)
    role = _roles(report, known).get(section.id, "") if section else ""
    return _advice(unit, section, _listed(section, report), report, known, role) if section and role else None


def _roles(report: Report, known: Words) -> dict[str, str]:
    """The role of each section among ``TITLES``, its own or its parent's; ``""`` elsewhere."""
    roles: dict[str, str] = {}
    for section in report.sections:
        title = fold(section.title)
        own = next((role for role, pattern in known.titles if title and pattern.search(title)), "")
        own = "other" if known.no_title.search(title) else own
        own = OUTCOME if not own and title and known.outcome.search(title) else own
        above = roles.get(section.parent or "", "")
        roles[section.id] = own if own in (*TITLES, OUTCOME) else ("" if own else above)
    return roles


def _units(section: Section, report: Report, role: str, known: Words) -> list[Paragraph]:
    """The recommendations directly under a heading; under one of tasks ("Action points") all that stands there."""
    if known.tasks.search(section.title.strip()):
        return _leaves(section, report, known)
    listed = _listed(section, report) if role else {}
    leaves = [
        leaf
        for leaf in _leaves(section, report, known)
        if leaf.kind == "item" or leaf.number or leaf.id in listed or _unnumbered(leaf, report, role, known)
    ]
    decided = _operative(section, report, known, role)
    directing = [leaf for leaf in leaves if leaf.id in decided or _directs(leaf, listed, report, known, role)]
    telling = directing
    if role == "recommendations" and known.advice.search(section.title):
        telling = [leaf for leaf in leaves if leaf in directing or verb_of(leaf.text, known)[0] not in (None, "note")]
    whole = role in ("recommendations", "followup") and len(telling) >= SHARE * len(leaves)
    if not whole:
        return directing
    mixed = bool(known.findings.search(section.title)) or _above_finds(section, report, known)
    others = (leaf for leaf in leaves if not (mixed or known.said.search(leaf.text) or _held(leaf, known)))
    kept = {leaf.id for leaf in (*directing, *others)}
    return [leaf for leaf in leaves if leaf.id in kept]


def _held(leaf: Paragraph, known: Words) -> bool:
    """Whether a paragraph tells what others held should be."""
    first = sentences(leaf.text)[0].text if leaf.text and leaf.kind != "item" else ""
    modal = next((found for found in known.modal.finditer(first[:HEAD]) if found["should"]), None)
    return modal is not None and _opinion(first[: modal.start()], known)


def _above_finds(section: Section, report: Report, known: Words) -> bool:
    """Whether a heading above says that what was found stands beside what is recommended."""
    above = next((other for other in report.sections if other.id == section.parent), None)
    return above is not None and (bool(known.findings.search(above.title)) or _above_finds(above, report, known))


def _points(section: Section, report: Report, known: Words) -> list[Paragraph]:
    """The points of the lists directly under a heading, and what else directs there."""
    listed = _listed(section, report)
    leaves = [leaf for leaf in _leaves(section, report, known) if leaf.kind == "item" or leaf.id in listed]
    directing = {leaf.id for leaf in _units(section, report, "recommendations", known)} | {leaf.id for leaf in leaves}
    return [leaf for leaf in _leaves(section, report, known) if leaf.id in directing]


def _listed(section: Section, report: Report) -> dict[str, str]:
    """What opens the list in which a paragraph without a number stands: "Member States should:" above points that end with semicolons."""
    found: dict[str, str] = {}
    opener = ""
    for paragraph in map(report.paragraph, section.paragraphs):
        text = paragraph.text.rstrip()
        if paragraph.number or paragraph.kind != "paragraph":
            opener = ""
        elif text.endswith((":", "：")):
            opener = text
        elif opener:
            found[paragraph.id] = opener
            if not GOES_ON.search(text):
                opener = ""
    return found


def _unnumbered(leaf: Paragraph, report: Report, role: str, known: Words) -> bool:
    """Whether a paragraph of a report that numbers none is a recommendation: "The Forum urged …" in a chapter of recommendations."""
    if _asked_of(leaf, role, known) or (role == "recommendations" and _demands(leaf, known)):
        return True
    if role in ADVISE and _bare(leaf.text, known):
        return True
    return role in ADVISE and any(
        _authored(span.text, report, known, role) or known.passive.search(span.text) for span in sentences(leaf.text)
    )


def _asked_of(leaf: Paragraph, role: str, known: Words) -> bool:
    """Whether a paragraph without a number begins with the one who should do something: "Member States should …", "各国应…"."""
    first = sentences(leaf.text)[0].text if leaf.text and not leaf.number and role in ADVISE else ""
    modal = next((found for found in known.modal.finditer(first[:HEAD]) if found["should"]), None)
    asked = known.addressees.search(first) if modal else None
    if not modal or not asked or asked.start() > LEAD or not 0 <= modal.start() - asked.end() < NEAR:
        return False
    return not of_another(first[: modal.start()], known)


def _demands(leaf: Paragraph, known: Words) -> bool:
    """Whether a paragraph of a chapter of recommendations says what should be, whoever is to do it: "Dredging should be
    announced …", "A fund should be set up …". What a speaker held should be is none.
    """
    first = sentences(leaf.text)[0].text if leaf.text and leaf.kind != "item" else ""
    modal = next((found for found in known.modal.finditer(first[:HEAD]) if found["should"]), None)
    before = first[: modal.start()] if modal else ""
    if (
        modal is None
        or (not before.strip() and modal.group().isascii())
        or known.settled.search(before)
        or of_another(before, known)
    ):
        return False
    return not _opinion(before, known)


def _opinion(text: str, known: Words) -> bool:
    """Whether a text opens what somebody else than the author holds, or leaves open."""
    held = known.holds.search(text) and not known.bodies.match(text.removeprefix("The "))
    return bool(held or known.doubts.search(text))


def _operative(section: Section, report: Report, known: Words, role: str) -> frozenset[str]:
    """The paragraphs of a decision: they begin with a verb ("Requests the secretariat …"), and who decides stands above them
    ("The Committee,"; in a chapter of recommendations also "工作组："), before recitals or none.
    """
    paragraphs = [report.paragraph(locator) for locator in section.paragraphs]
    bare = [p.id for p in paragraphs if p.kind != "front" and (p.number or p.kind == "item") and _bare(p.text, known)]
    texts = [p.text for p in paragraphs] if bare else []
    named = role in ("recommendations", OUTCOME) and any(_itself(text, report) for text in texts)
    if not named and not any(CHAPEAU.search(text) for text in (*texts, _front(report))):
        return frozenset()
    return frozenset(bare)


def _itself(text: str, report: Report) -> bool:
    """Whether a text is the name of the body that reports and no more: "普惠金融委员会：", "The Working Group:"."""
    name, end = text.strip()[:-1], text.strip()[-1:]
    plain = fold(name).lower().removeprefix("the ")
    return end in (":", "：") and len(plain) > 2 and plain in fold(f"{report.body or ''}\n{report.title}").lower()


def _bare(text: str, known: Words) -> bool:
    match = known.verb.match(text)
    verb = match["verb"] if match and match.start("verb") < BESIDE + REACH else ""
    if not match or not verb or known.strengths[verb.lower()] == "note":
        return False
    return not known.authored.match(text) and (not verb.isascii() or bool(THIRD.search(verb)))


def _leaves(section: Section, report: Report, known: Words) -> list[Paragraph]:
    """Items, and paragraphs that have none and do not merely open a list, or say that recommendations were adopted."""
    paragraphs = [report.paragraph(locator) for locator in section.paragraphs]
    parents = {paragraph.parent for paragraph in paragraphs if paragraph.parent}
    return [p for p in paragraphs if p.id not in parents and p.kind != "front" and not _announces(p.text, known)]


def _announces(text: str, known: Words) -> bool:
    """Whether the text opens a list, or is one sentence that says no more than that what follows was recommended."""
    if text.rstrip().endswith((":", "：")):
        return True
    made = list(known.made.finditer(text[:HEAD]))
    return bool(made) and len(text) - made[-1].end() < REST and len(sentences(text)) == 1


def _directs(unit: Paragraph, listed: dict[str, str], report: Report, known: Words, role: str) -> bool:
    """Whether the report itself asks for something here: by the words that open the list, or by its own.

    Outside a chapter of its own only an opened list, or what a forum is offered (不妨, may wish to), counts.
    """
    opener = _opener(unit, listed, report)
    if opener:
        return _opens(opener, report, known, role)
    if role in ADVISE and (known.passive.search(unit.text) or _asked_of(unit, role, known) or _demands(unit, known)):
        return True
    if role in ADVISE and _bare(unit.text, known):
        return True  # "建议各省…", "Requests the secretariat to …": who asks is said by the heading
    return any(_directing(span.text, report, known, role) for span in sentences(unit.text))


def _opener(unit: Paragraph, listed: dict[str, str], report: Report) -> str:
    return report.text(unit.parent) if unit.parent and report.has(unit.parent) else listed.get(unit.id, "")


def _opens(opener: str, report: Report, known: Words, role: str) -> bool:
    last = sentences(opener.rstrip())[-1].text if opener.strip() else ""
    if of_another(last, known):
        return False
    if role and (known.passive.search(last) or known.obliges.search(last)):
        return True
    if known.obliges.search(last) and known.made.search(opener) and not of_another(opener, known):
        return True  # "agreed on the following advice. States parties should:"
    if role in ADVISE and opener.rstrip().endswith((":", "：")) and _asks_for(last, known):
        return True  # whatever the body is called: "法庭建议缔约国："
    return (
        bool((known.made_here if role else known.made).search(last))
        or _directing(last, report, known, role)
        or _authored(last, report, known, role)
    )


def _asks_for(text: str, known: Words) -> bool:
    """Whether a text holds a verb that directs."""
    return any(known.strengths[found.group().lower()] != "note" for found in known.directs.finditer(text))


def _directing(sentence: str, report: Report, known: Words, role: str) -> bool:
    wish = known.wish.search(sentence)
    if wish and not of_another(sentence[: wish.start()], known):
        return True
    made = known.made.search(sentence) if role else None
    if made and not of_another(sentence[: made.start()], known):
        return True
    if not role:
        return _says_now(sentence, report, known)
    mine = known.mine.search(sentence)
    if mine and not of_another(sentence[: mine.start()], known):
        return True
    must = role == "observations" and (obliged(sentence[:HEAD], known) or known.needed.search(sentence[:HEAD]))
    return bool(must) or _authored(sentence, report, known, role) or _goes_on(sentence, known)


def _authored(sentence: str, report: Report, known: Words, role: str) -> bool:
    """Whether the author of the report directs something in this sentence: I, or who is named in its front.

    In a chapter of recommendations any body that directs is taken for the author.
    """
    match = known.authored.search(sentence)
    if not match or known.strengths[match["verb"].lower()] == "note":
        return False
    author = match["author"]
    said = author in known.ours or role in ("recommendations", OUTCOME)
    said = said or any(author in text for text in (report.title, _front(report)))
    return said and not of_another(sentence[: match.start()], known)


def _goes_on(sentence: str, known: Words) -> bool:
    """Whether I, who begin a sentence, direct something further on in it: "我谴责…，并呼吁…", "I note … and call for …"."""
    return own_verb(sentence.lstrip(), known) > 0


def _says_now(sentence: str, report: Report, known: Words) -> bool:
    """Whether the one whose report this is directs in the present tense, which speaks of no earlier decision."""
    verbs = [
        match
        for match in known.authored.finditer(sentence)
        if (match["author"] in known.selves or _reports(match["author"], report, known))
        and PRESENT.search(match["verb"])
    ]
    for subject in known.subject.finditer(sentence):
        if subject["author"] not in known.selves and _reports(subject["author"], report, known):
            verbs += [m for m in known.goes_on.finditer(sentence, subject.end()) if THIRD.search(m["verb"])]
    return any(
        known.strengths[match["verb"].lower()] not in ("note", "decide")
        and not of_another(sentence[: match.start()], known)
        for match in verbs
    )


def _reports(author: str, report: Report, known: Words) -> bool:
    """Whether the front says that this is the author's report: "Report of the Advisory Committee", who calls itself the Committee."""
    by = "|".join(map(re.escape, known.by))
    return bool(by and re.search(rf"(?:{by}) (?:\w+ ){{0,3}}{re.escape(author)}\b", _front(report)))


def _front(report: Report) -> str:
    return next((paragraph.text for paragraph in report.paragraphs if paragraph.kind == "front"), "")


def _advice(
    unit: Paragraph, section: Section, listed: dict[str, str], report: Report, known: Words, role: str
) -> Advice:
    opener = _opener(unit, listed if role else {}, report)
    directing = [s.text for s in sentences(unit.text) if not opener and _directing(s.text, report, known, role)]
    strength, addressee = verb_of(directing[0] if directing else unit.text, known, item=bool(opener))
    own = strength is not None
    if strength is None and opener:
        strength, asked = verb_of(opener, known)
        advised = known.advice.search(opener) or known.obliges.search(opener.rstrip())
        if strength in (None, "note", "decide") and advised:  # what is decided is the advice, not its matter
            strength = "recommend"
        subject = known.addressees.search(opener) if unit.id in listed else None  # "Governments are called upon to:"
        addressee = addressee or asked or (subject.group() if subject else "")
    return Advice(
        locator=unit.id,
        text=unit.text,
        opener=opener,
        title=section.title,
        addressee=addressee,
        strength=strength,
        hedges=tuple(dict.fromkeys(known.hedges.findall(opener + unit.text))),
        repeats=_repeats(unit.text, known),
        said=("" if role == "recommendations" else _joined(directing)) or unit.text,
        asked="\n".join(_matter(text, known) for text in directing or [unit.text]) or unit.text,
        own=own,
    )


def _joined(parts: list[str]) -> str:
    """Sentences as a text prints them: with spaces between them where words have such."""
    return (" " if parts and parts[0].isascii() else "").join(part.strip() for part in parts)


def _matter(text: str, known: Words) -> str:
    """A text without who directs, the directive verb and the one addressed behind it, and without turns that frame any request."""
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
    modal = next((m for m in known.modal.finditer(text[:HEAD]) if m["should"] or m["may"]), None)
    if modal is None or known.said.search(text[: modal.start()]):
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
