"""Who asks in a sentence: the report's own author, not a participant, nor another body whose decision is recited."""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.strength import HEAD, called, obliged, of_another, own_verb
from ccdiff.derive.recommendations.titles import ADVISE
from ccdiff.derive.recommendations.words import Words
from ccdiff.model.report import Report
from ccdiff.text.normalise import fold, small
from ccdiff.text.sentences import sentences

# only a language with tenses tells a report's own word from one recited
PRESENT = re.compile(r"^\w+(?<!ed)\b", re.ASCII)
SHORTLY = 12  # characters in which those who ask and their verb stand
THIRD = re.compile(r"^\w+s\b", re.ASCII | re.IGNORECASE)  # "notes the delay and trusts that …"
COLON = (":", "：")
NUMBER = re.compile(r"^\[\d+\]\s*")
LAST = re.compile(r"[,，]\s*")
ENDS = re.compile(
    r"\s*(?:\w{1,4}\s?)?(?:[(（][^()（）]*[)）]\s?)?[:：]\s*"
)  # "decided that:", "决定：", "议定（第8/1号决定）："


class Voice:
    """What the author of a report asks. ``role``: what the chapter is for in which a sentence stands (titles.roles)."""

    def __init__(self, report: Report, known: Words) -> None:
        self.report, self.known = report, known
        self.front = next((paragraph.text for paragraph in report.paragraphs if paragraph.kind == "front"), "")
        lines = [line.strip() for line in self.front.splitlines() if line.strip()]
        self.headed = len(lines) > 1 and self.itself(lines[-1].rstrip(",，:：") + ",", "\n".join(lines[:-1]))
        self._reported = bool(known.reported_by.search(self.front))  # whether the front may say whose report this is

    def directs(self, sentence: str, role: str) -> bool:
        """Whether the author asks for something in a sentence."""
        known = self.known
        wish = known.wish.search(sentence)
        if wish and not of_another(sentence[: wish.start()], known):
            return True
        made = (known.agreed if role in ADVISE else known.made).search(sentence) if role else None
        if made and not (of_another(sentence[: made.start()], known) or self.anothers(sentence[: made.start()])):
            return True
        if not role:
            return self._says_now(sentence)
        mine = known.mine.search(sentence)
        if mine and not of_another(sentence[: mine.start()], known):
            return True
        must = role == "observations" and (obliged(sentence[:HEAD], known) or known.needed.search(sentence[:HEAD]))
        return bool(must) or self.authored(sentence, role) or own_verb(sentence.lstrip(), known) > 0

    def opens(self, opener: str, role: str) -> bool:
        """Whether a text opens a list of what is asked: by what it says last."""
        known = self.known
        last = sentences(opener.rstrip())[-1].text if opener.strip() else ""
        made = (known.made_here if role else known.made).search(last)
        headed = known.list_head.search(known.enumerator.sub("", last).rstrip().rstrip(":："))
        if headed or (made and not of_another(last[: made.start()], known)):
            return True
        if of_another(last, known):
            return False
        if role and (known.passive.search(last) or known.obliges.search(last)):
            return True
        if opener.rstrip().endswith(COLON) and self._decides(last):
            return True
        if known.obliges.search(last) and known.made.search(opener) and not of_another(opener, known):
            return True  # "agreed on the following advice. States parties should:"
        given = known.that.match(last) or known.addressed.fullmatch(last)
        if role in ADVISE and opener.rstrip().endswith(COLON) and (given or self._asks(last)):
            return True  # whatever the body is called: "法庭建议缔约国："
        return self.directs(last, role) or self._lists(last, role)

    def _decides(self, opener: str) -> bool:
        """Whether an opener is the name of the body that reports with a verb that directs: "The Panel on Soils decides:", "That Council:"."""
        found = self.known.decree.match(opener)
        return found is not None and self.itself(f"{found['body'] or found['who']},")

    def asks_shortly(self, sentence: str) -> bool:
        """Whether a sentence says near its beginning that those who meet ask for something, whatever they are called: 各方呼吁."""
        known = self.known
        verb = known.directs.search(sentence, 0, SHORTLY)
        if not verb or not verb.start() or known.strengths[small(verb.group())] in ("note", "decide"):
            return False
        before = sentence[: verb.start()]
        return not (of_another(before, known) or self.anothers(before) or known.past.search(before))

    def _lists(self, opener: str, role: str) -> bool:
        """Whether an opener says what the author asks or decides; "adopted the following agenda:" opens no such list."""
        match = self.known.authored.search(opener)
        if match and self.known.strengths[small(match["verb"])] == "decide" and role not in ADVISE:
            return self.authored(opener, role) and bool(ENDS.fullmatch(opener, match.end()))
        return self.authored(opener, role)

    def _asks(self, text: str) -> bool:
        """Whether a text holds a verb that directs."""
        strengths = self.known.strengths
        return any(strengths[small(found.group())] != "note" for found in self.known.directs.finditer(text))

    def authored(self, sentence: str, role: str) -> bool:
        """Whether the author directs something in this sentence: I, who is named in the front, or the meeting as such.

        In a chapter of recommendations any body that directs is taken for the author.
        """
        known = self.known
        match = known.authored.search(sentence)
        if not match or known.strengths[small(match["verb"])] == "note":
            return False
        author = match["author"]
        said = author in known.ours or author in known.meeting or role in ADVISE
        said = said or any(author in text for text in (self.report.title, self.front))
        return said and not of_another(sentence[: match.start()], known)

    def anothers(self, before: str) -> bool:
        """Whether what stands before a verb that directs names a person (一位专家, the observer for …) or, where a decision is recited, a body
        that is not the one that reports.
        """
        known = self.known
        bodies = [found.group() for found in known.bodies.finditer(before)]
        if known.persons.search(known.addressees.sub(" ", known.bodies.sub(" ", before))):
            return True
        own = any(body in text for body in bodies for text in (self.report.title, self.front))
        return bool(known.recited.search(before) and bodies) and not own

    def _says_now(self, sentence: str) -> bool:
        """Whether the one whose report this is directs in the present tense, which speaks of no earlier decision."""
        known = self.known
        if not self._reported and not any(one in sentence for one in known.selves):
            return False
        verbs = [
            match
            for match in known.authored.finditer(sentence)
            if (match["author"] in known.selves or self._reports(match["author"]))
            and (not match["verb"].isascii() or PRESENT.search(match["verb"]))
        ]
        for subject in known.subject.finditer(sentence) if self._reported else ():
            if subject["author"] not in known.selves and self._reports(subject["author"]):
                verbs += [m for m in known.goes_on.finditer(sentence, subject.end()) if THIRD.search(m["verb"])]
        return any(
            known.strengths[small(match["verb"])] not in ("note", "decide")
            and not known.itself.match(sentence, match.start("verb"))
            and not of_another(sentence[: match.start()], known)
            for match in verbs
        )

    def _reports(self, author: str) -> bool:
        """Whether the front says that this is the author's report: "Report of the Advisory Committee", who calls itself the Committee."""
        return any(author in found["who"] for found in self.known.reported_by.finditer(self.front))

    def itself(self, text: str, front: str | None = None) -> bool:
        """Whether a text is the name of the body that reports and no more: "普惠金融委员会：", "The Working Group:", "The Board,", "…, the Board:"."""
        name, end = NUMBER.sub("", text.strip())[:-1], text.strip()[-1:]
        name = LAST.split(name)[-1] if end in COLON else name  # "After discussion, the Sub-Committee:"
        plain = fold(name).lower().strip().removeprefix("the ")
        if end not in (*COLON, ",", "，") or len(plain) < len("组会"):
            return False
        said = f"{self.report.body or ''}\n{self.report.title}\n{self.front}" if front is None else ""
        if self.known.its_name.fullmatch(name) or (name[-2:].isupper() and called(name.split()[-1], said)):
            return True
        return plain in fold(said).lower() or bool(self.known.author.fullmatch(name.strip().removeprefix("The ")))
