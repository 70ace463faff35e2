"""The recommendations under one heading: lettered items, and paragraphs without items; the words that open a list are none (8th report, 47)."""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.phrases import pattern_of
from ccdiff.derive.recommendations.strength import HEAD, of_another, verb_of
from ccdiff.derive.recommendations.titles import ADVISE, OUTCOME, titled_by
from ccdiff.derive.recommendations.voices import COLON, THIRD, Voice
from ccdiff.derive.recommendations.words import Words
from ccdiff.model.report import Paragraph, Section
from ccdiff.text.normalise import fold, small
from ccdiff.text.sentences import sentences

LEAD = 16  # characters before the one with whom a sentence begins ("The ", "All coastal ")
REST = 30  # characters behind "下列建议", "the following conclusions" that say nothing more ("… and recommendations.")
GOES_ON = re.compile(r"[;；,，、]\s*(?:and|or|以及|和|及)?$")  # how a point of a list ends that is not the last
STOPS = (".", "。", "!", "！", "?", "？")
COUNTED = re.compile(r"\W*\d")  # how points of one list begin alike
CHAPEAU = re.compile(r"[,，]\s*(?:\n|$)")  # "The Executive Committee,"
TOLD = re.compile(r"^\w+ed\b", re.ASCII | re.IGNORECASE)  # "The Board: Requested …"
PLAIN = re.compile(r"^\w+\b", re.ASCII)  # "We, the ministers, … Call upon"
Forms = tuple[re.Pattern[str], ...]
WORD = re.compile(r"[A-Za-z]+")
LONGEST = 4  # characters of a verb, where words are not set apart
SHARE = 0.5  # of the units of a chapter that direct something, above which the whole chapter is one of recommendations


class Chapter:
    """What stands directly under one heading. ``role``: what its chapter is for (titles.roles)."""

    def __init__(self, section: Section, role: str, voice: Voice) -> None:
        self.section, self.role, self.voice = section, role, voice
        self.known: Words = voice.known
        self._paragraphs = [voice.report.paragraph(locator) for locator in section.paragraphs]
        opened = role or any(paragraph.text.rstrip().endswith(COLON) for paragraph in self._paragraphs)
        self._listed = self._openers() if opened else {}

    def opener(self, unit: Paragraph) -> str:
        """What opens the list in which a paragraph stands; ``""`` where it stands in none."""
        report = self.voice.report
        return report.text(unit.parent) if unit.parent and report.has(unit.parent) else self._listed.get(unit.id, "")

    def listed(self, unit: Paragraph) -> bool:
        """Whether a paragraph that is no item stands in a list."""
        return unit.id in self._listed

    def recommendations(self) -> list[Paragraph]:
        """The recommendations; under a heading of tasks ("Action points") all that stands there."""
        if titled_by(self.section, self.voice.report, self.known.tasks):
            opened = next((k for k, p in enumerate(self._paragraphs) if p.text.rstrip().endswith(COLON)), 0)
            return [leaf for leaf in self.leaves() if leaf not in self._paragraphs[:opened]]
        leaves = self.leaves()
        decided = self._operative()
        chapeaux = {leaf.parent for leaf in leaves} & decided if not self.role else set()
        if chapeaux:  # a decision with its points is one: "Decides that the mission will have the following mandate:"
            leaves = [p for p in self._paragraphs if p.id in chapeaux or (p in leaves and p.parent not in chapeaux)]
        directing = [leaf for leaf in leaves if leaf.id in decided or (self._counts(leaf) and self.directs(leaf))]
        telling = {leaf.id for leaf in directing}
        if self.role == "recommendations" and self.known.advice.search(self.section.title):
            telling |= {leaf.id for leaf in leaves if verb_of(leaf.text, self.known)[0] not in (None, "note")}
        tasks = sum(self._imperative(leaf.text) for leaf in leaves) > SHARE * len(leaves)
        points = [leaf for leaf in leaves if leaf in directing or tasks or self._is_point(leaf)]
        whole = self.role in ("recommendations", "followup") and len(telling) >= SHARE * len(points)
        title, told = self.section.title, re.compile(pattern_of(self.known.phrases("tense")))
        if telling and self.known.advising.search(title) and not self.known.conclusive.search(title):
            whole = True  # all that is bidden under a title that promises such
            bare = not any(self.known.modal_of(leaf.text) for leaf in leaves)
            points = [leaf for leaf in leaves if (bare or leaf in points) and not told.search(leaf.text)]
        if not whole or titled_by(self.section, self.voice.report, self.known.findings):
            return directing
        others = {leaf.id for leaf in points if not (self._tells(leaf) or self._cites(leaf))}
        return [leaf for leaf in leaves if leaf in directing or leaf.id in others]

    def marked(self, units: list[Paragraph]) -> bool:
        """Whether what is found here is marked one by one in the course of an account ("ACTION: …"), in no chapter of its own."""
        marks = [self.known.label.match(unit.text) for unit in units] if not self.role else [None]
        return all(mark and not self.known.advice.search(mark.group()) for mark in marks)

    def points(self) -> list[Paragraph]:
        """The points of the lists directly under a heading, and what else directs there."""
        advising = Chapter(self.section, "recommendations", self.voice)
        kept = {leaf.id for leaf in advising.recommendations()}
        return [leaf for leaf in self.leaves() if leaf.id in kept or leaf.kind == "item" or advising.listed(leaf)]

    def leaves(self) -> list[Paragraph]:
        """Items, and paragraphs that have none and do not merely open a list, or say that recommendations were adopted."""
        parents = {paragraph.parent for paragraph in self._paragraphs if paragraph.parent}
        return [
            p for p in self._paragraphs if p.id not in parents and p.kind != "front" and not self._announces(p.text)
        ]

    def directs(self, unit: Paragraph) -> bool:
        """Whether the report itself asks for something here: by the words that open the list, or by its own.

        Outside a chapter of its own only an opened list, or what a forum is offered (不妨, may wish to), counts.
        """
        if self.known.proceedings.search(unit.text):
            return False
        opener = self.opener(unit) or _heads(unit.text)
        if opener:
            own = self.role in ADVISE and not known_to_be_anothers(sentences(opener)[-1].text, self.known)
            return self.voice.opens(opener, self.role) or (own and self._demands(unit.text))
        text = self.known.label.sub("", unit.text)
        if text != unit.text:  # "Recommendation 3: …", but not among those of the last meeting
            return not self.known.prior.search(self.section.title)
        text = self.known.enumerator.sub("", text)
        if self.role in ADVISE and (
            self.known.passive.search(text)
            or self.known.passive_past.search(text)
            or (unit.kind != "item" and self._demands(unit.text))
            or self.known.addressed.match(text)
            or self._clause(text)  # "建议各省…", "Requests the secretariat to …": who asks is said by the heading
            or (self.role != "followup" and self._imperative(text))
            or (unit.id == self.section.paragraphs[0] and self._imperative(fold(self.section.title)))
            or (self.role == OUTCOME and self._undertakes(unit))
            or any(self.voice.asks_shortly(span.text) for span in sentences(text))
        ):
            return True
        return any(self.voice.directs(span.text, self.role) for span in sentences(text))

    def _undertakes(self, unit: Paragraph) -> bool:
        """Whether a paragraph says what somebody will do; not when those who meet will meet again."""
        said = self.known.undertaken.search(unit.text[:HEAD])
        return bool(said) and not (self.known.next_time.search(unit.text) or self._cites(unit))

    def _counts(self, leaf: Paragraph) -> bool:
        """Whether a paragraph may be a recommendation: outside a chapter that is called so only a point may be one."""
        return self.role in ADVISE or self._is_point(leaf) or bool(self.known.label.search(leaf.text))

    def _is_point(self, leaf: Paragraph) -> bool:
        """Whether a paragraph is set apart as a point: an item, a numbered paragraph, one of a list."""
        set_apart = leaf.kind == "item" or leaf.number or self.listed(leaf) or _heads(leaf.text)
        return bool(set_apart or self.known.enumerator.match(leaf.text))

    def _openers(self) -> dict[str, str]:
        """What opens the list in which a paragraph stands that is no item: "Member States should:" above points that end with semicolons or
        without any stop, or that are counted alike ("2018/01 Fit …"), or 2.1, 2.2 below 2, or 1, 2 below what has no number.
        """
        found: dict[str, str] = {}
        opener, number, before, count = "", None, "", 0
        for paragraph in self._paragraphs:
            text = paragraph.text.rstrip()
            count = count + 1 if opener else 0
            below = (paragraph.number or "").startswith(f"{number}.") if number else paragraph.number == str(count)
            if paragraph.kind != "paragraph" or (paragraph.number and not below and not text.endswith(COLON)):
                opener, number = "", None
            elif text.endswith(COLON):
                opener, number, before, count = text, paragraph.number, "", 0
                if not self.role and not (self.voice.itself(opener) or self.voice.opens(opener, "")):
                    opener = ""
            elif opener and (below or not number):
                if before and not (below or self._goes_on(before, text)):
                    opener = ""
                else:
                    found[paragraph.id], before = opener, text
        return found

    def _goes_on(self, before: str, text: str) -> bool:
        """Whether a text goes on with the list of which ``before`` is a point."""
        if GOES_ON.search(before) or (not before.endswith(STOPS) and not text.endswith(STOPS)):
            return True
        ways = (COUNTED, self.known.enumerator, self.known.infinitive)
        return any(way.match(before) and way.match(text) for way in ways)

    def _operative(self) -> frozenset[str]:
        """The paragraphs of a decision: they begin with a verb ("Requests the secretariat …"), and who decides stands above them
        ("The Committee,"), before recitals or none; where that is the body itself, they may tell what it did ("Requested …").
        """
        texts = [(p.text, self.voice.itself(p.text)) for p in self._paragraphs if p.kind != "item" or not p.parent]
        heads = [text for text in (*(text for text, _ in texts), self.voice.front) if CHAPEAU.search(text)]
        body = (self.role in ADVISE and any(named for _, named in texts)) or self.voice.headed
        points = [p for p in self._paragraphs if p.kind != "front" and (p.number or p.kind == "item" or body)]
        forms = (THIRD, PLAIN) if any(self.known.we_head.match(text) for text in heads) else (THIRD,)
        if not heads and not body:
            points = [p for p in points if self.voice.itself(self.opener(p))]
            body = bool(points)
        forms = (*forms, TOLD) if body else forms
        return frozenset(p.id for p in points if self._clause(p.text, forms) or self._asks_too(p.text, forms))

    def _clause(self, text: str, forms: Forms = (THIRD,)) -> bool:
        """Whether a text is a clause of a decision: it begins with the verb by which it directs, and with nobody who does."""
        match = self.known.operative.match(text)
        if match is None:
            return False
        verb = match["bare"] or match["verb"]
        return self.known.strengths[small(verb)] != "note" and bool(match["bare"] or _said(verb, forms))

    def _asks_too(self, text: str, forms: Forms) -> bool:
        """Whether what begins by noting something asks for something further on: "Welcomes the ceasefire …, and calls on the parties …"."""
        return any(
            self.known.strengths[small(match["verb"])] != "note" and _said(match["verb"], forms)
            for match in self.known.goes_on.finditer(text)
        )

    def _imperative(self, text: str) -> bool:
        """Whether a text begins with a deed that is to be done: "Build six clinics", "加快学校建设", "That States issue charts"."""
        if self.known.that.match(text):
            return True
        first = sentences(text)[0].text if text else ""
        word = WORD.match(first)
        if word:
            following = WORD.match(first, word.end() + 1)
            broken = following and following.group().lower() in self.known.no_object
            return word.group().lower() in self.known.deeds and not broken
        plain = self.known.adverbs.sub("", first)
        if self.known.before_deed.match(plain) and not (
            self.known.bodies.search(plain) or self.known.persons.search(plain)
        ):
            return bool(self.known.deed.search(plain)) and not self.known.past.search(plain)
        verb = next((plain[:k] for k in range(LONGEST, 1, -1) if plain[:k] in self.known.deeds), "")
        return (
            bool(verb) and not self.known.past.search(first) and plain[len(verb) : len(verb) + 1] not in self.known.of
        )

    def _demands(self, text: str) -> bool:
        """Whether a text says what should be, whoever is to do it: "Dredging should be announced …", "A fund should be set up …".
        What a speaker held should be is none.
        """
        for span in sentences(text):
            if self.known.needed.search(span.text[:HEAD]):
                return True
            modal = self.known.modal_of(span.text[:HEAD])
            before = span.text[: modal.start()] if modal else span.text
            if known_to_be_anothers(before, self.known):
                return False
            if modal and (before.strip() or not modal.group().isascii()):
                return True
        return False

    def _tells(self, leaf: Paragraph) -> bool:
        """Whether a paragraph tells what has been done, or what others held should be."""
        first = sentences(leaf.text)[0].text if leaf.text and leaf.kind != "item" else ""
        modal = self.known.modal_of(first[:HEAD])
        if modal is None:
            return bool(self.known.past.search(first)) and not self.known.reaffirm.search(first)
        return _opinion(first[: modal.start()], self.known)

    def _cites(self, leaf: Paragraph) -> bool:
        """Whether a paragraph only recalls what was asked before, or tells what a person or another body asks."""
        first = sentences(leaf.text)[0].text if leaf.text and leaf.kind != "item" else ""
        if self.known.recalled.search(first):
            return True
        head = first.removeprefix("The ")
        if self.known.persons.match(head) and not self.known.bodies.match(head):
            return True
        verb = self.known.directs.search(first[:HEAD])
        if verb is None or self.known.passive.search(first[:HEAD]):
            return False
        return self.voice.anothers(first[: verb.start()])

    def _announces(self, text: str) -> bool:
        """Whether the text opens a list, or is one sentence that says no more than that what follows was recommended.

        "The Committee recommends that States submit reports." is one that says what.
        """
        if text.rstrip().endswith(COLON):
            return len(self.known.conclusion.findall(text)) <= 1  # "结论：… 遗留问题：" says what was concluded before
        made = list(self.known.made.finditer(text[:HEAD]))
        if not made or len(text) - made[-1].end() >= REST or len(sentences(text)) > 1:
            return False
        return not (self.known.made_that.fullmatch(made[-1].group()) and text.rstrip().endswith((".", ";")))


def _heads(text: str) -> str:
    """What opens the list that stands within a paragraph; ``""`` where it holds none."""
    head, _, below = text.partition("\n")
    return head if below and head.rstrip().endswith(COLON) else ""


def _said(verb: str, forms: Forms) -> bool:
    """Whether a verb has one of the forms in which a decision speaks: "requests"; "We, …, request"; what was done: "requested"."""
    return not verb.isascii() or any(form.search(verb) for form in forms)


def known_to_be_anothers(text: str, known: Words) -> bool:
    """Whether a text opens what a participant said, or what another body decided."""
    return of_another(text, known) or _opinion(text, known)


def _opinion(text: str, known: Words) -> bool:
    """Whether a text opens what somebody else than the author holds, or leaves open."""
    held = known.holds.search(text) and not known.bodies.match(text.removeprefix("The "))
    return bool(held or known.doubts.search(text))
