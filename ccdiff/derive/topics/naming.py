"""What is told of a paragraph without counterpart, or of a sentence of its own: the phrase that names it best.

What such a stretch says is a matter of its own, whatever its words; the question is only which of its phrases names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.topics.answered import elsewhere
from ccdiff.derive.topics.apart import apart
from ccdiff.derive.topics.called import Covered
from ccdiff.derive.topics.edges import stance
from ccdiff.derive.topics.labels import sound
from ccdiff.derive.topics.matter import Candidate, absent, core, heads
from ccdiff.derive.topics.names import LATIN_UNIT, LONG_UNIT
from ccdiff.derive.topics.phrases import Phrase, ranked
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, Unit, how, vocabulary
from ccdiff.derive.wording import canonical
from ccdiff.text.sentences import sentences

TENTHS = 10  # how finely the names of matters are ranked
BESIDE = 2  # further phrases that tell what a paragraph is about
MOST_COMMON = 2  # words of a phrase of common ones that may be anything (新近发展); more name one thing by their head (全球资产追回联络点网络)
BEST = 5  # phrases of a unit that name it best, among which a name stands in one of its units at least
AHEAD = 1.5  # by how much another phrase must be ahead of a name that a unit only mentions
MENTIONED = ("named", "light", "title", "quoted", "body")
COMMON = ("term", "latin")  # kinds of names that may be of anything


def about(side: Side, told: dict[str, Covered]) -> Iterator[tuple[Candidate, ...]]:
    """For every unit, or sentence, of its own that no topic tells yet: what it is about, the best name first.

    In a chapter that is told by its title (see ``covered``) only what a unit turns on is told, and not by the words of the title.
    """
    if side.foreign:
        return
    own, key = side.once(apart), side.here.language.once(canonical)
    for unit in side.substance:
        whole, known = side.whole(unit.id), told.get(unit.id, Covered("", ()))
        if unit.id not in own or (whole and unit.id in told and not known.theme):
            continue
        names, every = _names if whole else _fresh, side.once(ranked)[unit.id]
        for start, end in own[unit.id]:
            if whole or not any(words in unit.text[start:end] for words in known.words):
                found = [one for one in every if start <= one.words[0].start and one.words[-1].end <= end]
                found = [one for one in found if names(one, side) and (not whole or _stands_out(one, unit, side))]
                yield from _told(found, unit, key(known.theme), side)


def _told(found: list[Phrase], unit: Unit, theme: str, side: Side) -> Iterator[tuple[Candidate, ...]]:
    """The best name among the phrases of a stretch of a unit, and what stands beside it."""
    for at, one in enumerate(found):
        label = one.text
        if (len(one.words) < 2 and not one.central) or not absent(label, side):
            continue
        if stance(label, side):
            break  # a paragraph that says most with a slogan has no better name
        kind = "about" if side.whole(unit.id) else "passage"
        best = sound(Candidate(label, kind, {unit.id: label}, core(label, side), round(TENTHS * one.score)), side)
        inside = not theme or (one.central and not _of_theme(one, theme))
        if best and inside and not elsewhere(best, side):
            rest = (*found[:at], *found[at + 1 :])[:BESIDE]
            yield best, *(Candidate(other.text, "beside", {unit.id: other.text}) for other in rest)
            break


def _of_theme(one: Phrase, theme: str) -> bool:
    """Whether the title of a chapter has most of what a phrase says: sanitation workers, in their chapter."""
    words = [word for word in one.words if word.kind in ("", "common")]
    there = [word for word in words if word.key in theme]
    return 2 * sum(len(word.raw) for word in there) >= sum(len(word.raw) for word in words)


def central(found: list[Candidate], side: Side) -> list[Candidate]:
    """The candidates without what units only mention: words that none of them turns on, and names of one unit that is about something else."""
    own = side.once(apart)

    def mentioned(candidate: Candidate) -> bool:
        if candidate.kind in COMMON:
            return not any(_turns_on(unit, words, side) for unit, words in candidate.places.items())
        (unit, words), *others = candidate.places.items()
        if others or side.foreign or candidate.kind not in MENTIONED or unit not in own or not side.whole(unit):
            return False
        every = [one for one in side.once(ranked)[unit] if _names(one, side)]
        here = [one.score for one in every if words in one.text or one.text in words]
        return bool(here) and every[0].score - max(here) > AHEAD

    return [candidate for candidate in found if not mentioned(candidate)]


def _turns_on(unit: str, words: str, side: Side) -> bool:
    """Whether a unit is about what ``words`` name: else they are mentioned there by the way."""
    if side.text[unit].count(words) > 1:
        return True
    return any(words in one.text or one.text in words for one in side.once(ranked)[unit][:BEST])


def _stands_out(one: Phrase, unit: Unit, side: Side) -> bool:
    """Whether a long unit begins with a phrase or comes back to it; a short one is about one thing."""
    if len(unit.text) <= (LONG_UNIT if side.han else LATIN_UNIT):
        return True
    first = next((s.end for s in sentences(unit.text)), 0)
    return one.words[0].start < first or unit.text.count(one.text) > 1


def _fresh(one: Phrase, side: Side) -> bool:
    """Whether a phrase has a word that tells and that only this report has."""
    theirs = side.there.once(vocabulary)
    told = any(word.kind in ("", "common") and word.key not in theirs for word in one.words)
    return told and len(one.text) >= (2 if side.han else 4)


def _names(one: Phrase, side: Side) -> bool:
    """Whether a phrase may stand on a list of matters: a word that only this report has, or two that tell."""
    told = [word for word in one.words if word.kind in ("", "common")]
    fresh = [word for word in told if not word.kind and word.key not in side.there.once(vocabulary)]
    if len(one.words) == 1:
        return (bool(fresh) or one.again) and one.central and len(one.text) >= (2 if side.han else 4)
    if how(one.words, side.here.language):
        return False
    own = any(not word.kind for word in told)
    head = side.here.language.once(heads).get(one.words[-1].raw)
    headed = head is not None and (len(one.words) > MOST_COMMON or (head == "strong" and bool(told)))
    again = one.again and bool(told)
    borne = (
        one.central if own or not side.han else one.firm or one.again
    )  # of common words, more than that one comes again
    stale = (len(told) > 1 and own) or (borne and (len(told) > 1 or headed or again))
    return bool(fresh) or (stale and not _spoken(one.words, side))


def _spoken(words: Run, side: Side) -> bool:
    """Whether one unit of the other report has all of some words, which both reports use (引渡 …… 条约)."""
    keys = [word.key for word in words if len(word.key) > 1]
    return len(keys) > 1 and any(all(key in text for key in keys) for _, text in side.other.having(keys[:1]))
