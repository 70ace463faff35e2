"""Whether a recommendation that is made again is the same, and how it moved where it is not: by its verb, its hedges, its figures, its reach."""

from __future__ import annotations

import re
from collections import Counter

from ccdiff.derive.context import Pair
from ccdiff.derive.figures import find_figures
from ccdiff.derive.recommendations.extent import unbracketed
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.kept import as_many, differs, forbids, in_one_denial, leftovers, nearly, reaches
from ccdiff.derive.recommendations.likeness import telling_parts
from ccdiff.derive.recommendations.matter import CLAUSE, HAN, actions, reduced, terms
from ccdiff.derive.recommendations.words import STRENGTHS, words
from ccdiff.derive.wording import canonical
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK

NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
LONGER = (
    1.3  # times the length of the shorter one, beyond which the longer says more: weee-3, 22(f) 1.29; crvs-5, 38(b) 1.6
)
MUCH_LONGER = 2.1  # beyond which what only one has is more than another wording
LIST_STRENGTHS = {
    "call": "recommend",
    "request": "recommend",
}  # what opens a whole list: a meeting that calls upon States to … recommends it
MORE = 3  # more words of its own than the other that one may have where both have such
MANY = 1  # words of its own that one of two may have which are the same but for words that mean the same
HARDLY = 0.9  # likeness from which it may have none: guide dogs, dogs


def same(pair: Pair, one: Advice, other: Advice, alike: float) -> bool:
    """Whether it is kept: as one row of the concordance that states the same, unless it goes further or less far; else in nearly the same
    words, or in other words of the same strength, with the same figures and no more clauses.
    """
    near = alike >= nearly(pair, one)
    relation = next((r.relation for r in pair.rows if one.locator in r.old and other.locator in r.new), "")
    if relation in ("unchanged", "reworded"):
        return not reaches(pair, one, other, near)
    if _facts(pair, one, other) != _facts(pair, other, one) or differs(pair, one, other, alike):
        return False
    if near and _matter_left(pair, one, other, alike):
        return False
    least = pair.config.recommendation_same if HAN.search(one.said) else pair.config.recommendation_same_latin
    return alike >= least or (not pair.subjects and _in_other_words(pair, one, other, alike))


def _in_other_words(pair: Pair, one: Advice, other: Advice, alike: float) -> bool:
    """Two translations of one text, or two wordings of one request. Where nearly all words are the same, one that is not was meant to
    differ, unless it means the same; where hardly any are, what only one has must have its answer in the other: as long, in as many
    clauses, or with as many things left over on both sides.
    """
    if not one.strength:
        return False
    if alike >= nearly(pair, one):
        return _as_long(pair, one, other) and _same_deeds(pair, one, other)
    left = _left(pair, one, other)
    fewer, more = sorted(things(side) for side in left)
    sizes = sorted((len(one.asked), len(other.asked)))
    if sizes[1] > MUCH_LONGER * sizes[0]:
        return more == fewer
    return more - fewer <= (MANY if not fewer else MORE) and not _adds_clause(pair, one, other, left)


def _adds_clause(pair: Pair, one: Advice, other: Advice, left: tuple[Counter[str], Counter[str]]) -> bool:
    """Whether one of two has a clause of which nothing stands in the other: "…, including the obligation to verify …"."""
    for reading, text, own in ((pair.old, one.asked, left[0]), (pair.new, other.asked, left[1])):
        clauses = [part for part in CLAUSE.split(fold(text).lower()) if part.strip()]
        for clause in clauses if len(clauses) > 1 else ():
            parts = {part for part in telling_parts(reading, clause) if len(part) > 1 and part[0] != MARK}
            if things(Counter(parts & own.keys())) > MANY and parts <= own.keys():
                return True
    return False


def _as_long(pair: Pair, one: Advice, other: Advice) -> bool:
    sizes = sorted((len(one.asked), len(other.asked)))
    return sizes[1] <= LONGER * sizes[0] and _clauses(pair.old, one) == _clauses(pair.new, other)


def _left(pair: Pair, one: Advice, other: Advice) -> tuple[Counter[str], Counter[str]]:
    """What only one of two has, without those who are asked."""
    known, folded = pair.old.language.once(words), pair.old.language.once(canonical)
    bare = [known.bodies.sub(" ", known.addressees.sub(" ", folded(advice.asked))) for advice in (one, other)]
    if forbids(pair, one) and forbids(pair, other):
        bare = [in_one_denial(pair.old.language, text) for text in bare]  # refrain from using, not use
    return leftovers(pair.old, *bare)


def things(left: Counter[str]) -> int:
    """How many words some parts are: of pairs of characters that run on (总统, 统选, 选举), two make one word."""
    pairs = [part for part in left if not part.isascii()]
    begins = {pair[0] for pair in pairs}
    runs = sum(pair[1] not in begins for pair in pairs)
    return len(left) - len(pairs) + max(runs, (len(pairs) + 1) // 2)


def _matter_left(pair: Pair, one: Advice, other: Advice, alike: float) -> bool:
    """Whether of two in nearly the same words one has more than the other: there a word that is not the same was meant to differ."""
    gone, come = _left(pair, one, other)
    return bool(come) or len(gone) > (0 if alike >= HARDLY else MANY)


def _same_deeds(pair: Pair, one: Advice, other: Advice) -> bool:
    """Whether every verb that only one of them has is of a kind with one that only the other has (to collect, to compile)."""
    kinds = pair.old.language.once(actions)
    plain = pair.old.language.once(reduced)
    mine, theirs = (
        {f" {word} " if word.isascii() else word for word in reading.words(plain(advice.asked))} & kinds.keys()
        for reading, advice in ((pair.old, one), (pair.new, other))
    )
    gone, come = ({kind for verb in verbs for kind in kinds[verb]} for verbs in (mine - theirs, theirs - mine))
    return bool(gone & come) or not gone and not come


def _clauses(reading: Reading, one: Advice) -> int:
    return sum(bool(part.strip()) for part in CLAUSE.split(reading.language.once(reduced)(one.asked)))


def _facts(pair: Pair, one: Advice, other: Advice) -> tuple[object, ...]:
    """What may not differ in a recommendation that is kept: verb, hedges and figures."""
    known = one.own == other.own and (one.own or (one.strength and other.strength))
    strength = one.strength if one.own else LIST_STRENGTHS.get(one.strength or "", one.strength)
    return strength if known else None, _softened(pair, one)


def _softened(pair: Pair, one: Advice) -> frozenset[str]:
    """How a recommendation is softened, in whatever words: 根据请求 and 应要求 are one."""
    groups = pair.old.language.once(words).softening
    return frozenset(groups.get(hedge, hedge) for hedge in one.hedges)


def _figures(reading: Reading, one: Advice) -> list[float]:
    """The numbers alone: a limit of 30 km and a speed of 30 km at most are the same."""
    found = (figure for figure in reading.once(find_figures) if figure.paragraph == one.locator)
    return sorted(figure.value for figure in found)


def shift(pair: Pair, old: Advice, new: Advice, alike: float) -> str:
    """How an amended recommendation moved: turned round, asked of another, by its verb and its hedges, else by its figures, else, in
    nearly the same words, by what it covers more or no longer.

    Nothing is said where verb and hedges go opposite ways (呼吁, 请…考虑), nor of two subjects: what is asked of another mission is not
    asked more strongly.
    """
    if forbids(pair, old) != forbids(pair, new):
        return "reversed"
    other = differs(pair, old, new, alike)
    if other == "asked":
        return "asked"
    ways = {
        way
        for way in ("" if _asks_much(pair, old, new) else _by_verb(pair, old, new), _by_hedges(pair, old, new))
        if way
    }
    if ways:
        return ways.pop() if len(ways) == 1 else ""
    if _figures(pair.old, old) != _figures(pair.new, new) and len(_figures(pair.old, old)) == len(
        _figures(pair.new, new)
    ):
        return "figures"
    if other == "bounds" or (other == "amounts" and as_many(pair, old, new)):
        return "figures"
    if alike < nearly(pair, old):
        return ""
    before = {term.words for term in terms(pair.old, unbracketed(old.asked)) if len(term.words) == 1}
    now = {term.words for term in terms(pair.new, unbracketed(new.asked)) if len(term.words) == 1}
    if bool(now - before) != bool(before - now):
        return "widened" if now - before else "narrowed"
    return ""


def _asks_much(pair: Pair, old: Advice, new: Advice) -> bool:
    """Whether one of two asks with several verbs ("condemns …, and urges …, and demands …"): none of them tells its strength."""
    known = pair.old.language.once(words)
    return any(
        sum(known.strengths[verb["verb"].lower()] != "note" for verb in known.goes_on.finditer(advice.said)) > 1
        for advice in (old, new)
    )


def _by_verb(pair: Pair, old: Advice, new: Advice) -> str:
    if not old.strength or not new.strength or old.own != new.own:
        return ""
    if _facts(pair, old, new)[0] == _facts(pair, new, old)[0]:
        return ""
    return "strengthened" if STRENGTHS.index(new.strength) < STRENGTHS.index(old.strength) else "weakened"


def _by_hedges(pair: Pair, old: Advice, new: Advice) -> str:
    before, now = _softened(pair, old), _softened(pair, new)
    gained, lost = now - before, before - now
    if bool(gained) == bool(lost):
        return ""
    return "weakened" if gained else "strengthened"
