"""How strongly a text asks, and whom: by the directive verb at the head of a clause, else by what a modal verb leaves to its subject."""

from __future__ import annotations

import re

from ccdiff.derive.recommendations.words import STRENGTHS, Words
from ccdiff.text.normalise import small

HEAD = 160  # characters of a recommendation in which its verb is looked for; behind it stand reasons and examples
REACH = 40  # characters from a verb to the one it addresses: "请尚未指定联系点的成员国" (CTOC working group, 37(a))
NEAR = 10  # characters between the one addressed and 应, should: "秘书处应", "缔约国必须", "Member States, in particular, should"
INITIALS = r"[a-z]*\W+(?:[a-z]+\W+){0,2}"  # between the capitals of which a short name is made
PAST = re.compile(r"^\w+(?:s|ed)\b", re.ASCII)  # "I welcome the decision that requests …": not mine


def verb_of(text: str, known: Words, item: bool = False) -> tuple[str | None, str]:
    """The strongest directive verb at the head of a clause, and whom it addresses; else what a modal verb leaves to its subject.

    An item of a list directs by the verb with which it begins ("Submit requests for extension" requests nothing), or by its modal verb.
    """
    if item:
        return _item_verb(text, known)
    authored = known.authored.search(text)
    own = known.strengths[small(authored["verb"])] if authored else "note"
    if authored and own != "note":
        asked = known.addressees.search(text, authored.end(), authored.end() + REACH)
        return own, asked.group() if asked else ""
    mine = known.mine.search(text)
    if mine and mine.lastgroup:
        return mine.lastgroup, ""
    head = text[: max(HEAD, authored.end() if authored else 0, own_verb(text, known))]
    verbs = [(known.strengths[small(match["verb"])], match) for match in known.verb.finditer(head)]
    if verbs:
        strength, match = min(verbs, key=lambda found: STRENGTHS.index(found[0]))
        if strength != "note":
            asked = known.addressees.search(text, match.end(), match.end() + REACH)
            return strength, asked.group() if asked else ""
    return obliged(head, known, may=True) or _unsaid(head, known, "note" if verbs else None)


def _unsaid(head: str, known: Words, other: str | None) -> tuple[str | None, str]:
    """What should be, whoever is to do it ("A fund should be set up"), is recommended; ``other`` where nothing should."""
    first = known.modal_of(head, may=True)
    return ("recommend" if first and first["should"] else other), ""


def _item_verb(text: str, known: Words) -> tuple[str | None, str]:
    """How an item directs: 应敦促各国…, "Encourages States …", "Member States should …", "Banks are invited to …"."""
    head = text[:HEAD]
    led = known.left.match(head)
    verbs = [led] if led else [m for m in known.verb.finditer(head) if _leads(head, m, known)]
    verb = min(verbs, key=lambda m: STRENGTHS.index(known.strengths[small(m["verb"])]), default=None)
    strength = known.strengths[small(verb["verb"])] if verb else None
    if verb and strength != "note":
        asked = known.addressees.search(text, verb.end(), verb.end() + REACH)
        return strength, asked.group() if asked else ""
    left = obliged(head, known, may=True)
    passive = known.passive.search(head) or known.passive_past.search(head)
    if passive and (not left or known.modal.match(passive.group())):  # "should be encouraged to"
        named = known.addressees.search(head, 0, passive.start())
        return known.told.get(passive["told"], "call"), named.group() if named else ""
    return left or _unsaid(head, known, strength)


def _leads(head: str, verb: re.Match[str], known: Words) -> bool:
    """Whether a verb begins a clause, or stands right behind who directs: 专家组建议, but not "Submit requests"."""
    before = known.adverbs.sub("", head[: verb.start("verb")]).rstrip()
    return not before or not before[-1].isalnum() or bool(known.forum_only.search(before) or known.authored.match(head))


def obliged(head: str, known: Words, may: bool = False) -> tuple[str, str] | None:
    """What a modal verb leaves to its subject: "各方必须…", "The parties should …"; ``may``: also what they may do."""
    for modal in known.modal.finditer(head):
        before = list(known.addressees.finditer(head, 0, modal.start()))
        told = modal["should"] or (may and modal["may"])
        if before and modal.start() - before[-1].end() < NEAR and told:
            return "recommend" if modal["should"] else "invite", before[-1].group()
    return None


def own_verb(sentence: str, known: Words) -> int:
    """Where such a further verb ends; 0 where there is none."""
    first = known.myself.match(sentence)
    said = known.goes_on.finditer(sentence, first.end()) if first else ()
    ends = (
        match.end()
        for match in said
        if known.strengths[small(match["verb"])] not in ("note", "decide")
        and not PAST.search(match["verb"])
        and not of_another(sentence[: match.start()], known)
    )
    return next(ends, 0)


def of_another(text: str, known: Words) -> bool:
    """The words of a participant, or of another body's decision."""
    return bool(known.speaker.search(text) or known.recited.search(text))


def called(name: str, text: str) -> bool:
    """Whether a text names a body, in full or by what its short name is made of (执委会: 执行委员会; CPP: Commission on Plant Pests)."""
    if name in text or (name.isascii() and not name.isupper()):
        return name in text
    return bool(re.search((INITIALS if name.isascii() else ".*?").join(map(re.escape, name)), text))
