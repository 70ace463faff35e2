"""What titles say: how alike two are, and whether they name two matters in one formula (an agenda of applications)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

from ccdiff.align.assignment import Pair
from ccdiff.align.features import HAN, Area
from ccdiff.text.similarity import Terms, alike, mass

FULL = 100  # what a term of a title says that few other titles have
USUAL = 4  # titles of both reports together in which a term may stand and say all it says
LONG = 3  # pairs of Han characters of a formula (建仓申请), or two words of ...
WORD = 4  # ... so many letters, which count as two
SEVERAL = 2  # other titles that share it; a matter may have two (test suite discussion, test suite clarifications)


def what_terms_say(areas: Iterable[Area]) -> dict[str, int]:
    """How much each term of the titles of both reports says, of ``FULL``: what many titles have (Docs SIG, Tools SIG) tells none of them."""
    often = Counter(chain.from_iterable([area.terms for area in areas]))
    return {term: FULL * USUAL // max(USUAL, number) for term, number in often.items()}


def title_likeness(a: Area, b: Area, says: Mapping[str, int] | None = None) -> float:
    """0 to 1, by the terms of the titles; 1 for titles that are the same but for width and spacing.

    ``says``: how much each term says (``what_terms_say``); titles that share nothing else than what many have (Decision 110-15,
    Decision 112-2) are little alike.
    """
    if a.title == b.title:
        return 1.0 if a.title else 0.0
    both = a.terms & b.terms
    if not both:
        return 0.0
    said = says or dict.fromkeys(a.terms | b.terms, FULL)
    telling = max(map(said.__getitem__, both)) / FULL
    return telling * alike(mass(both, said), mass(a.terms, said), mass(b.terms, said))


def matters_apart(left: Sequence[Area], right: Sequence[Area]) -> set[Pair]:
    """The sections that each name something of their own in a formula of titles: iperf 建仓申请, gson 建仓申请.

    A formula is what titles of one report share; beside names in Latin letters, whatever Han characters two titles share.
    """
    formulas = _formulas(left), _formulas(right)
    titles = {a.title for a in left} & {b.title for b in right}
    pairs = [(a, b) for a in left for b in right if a.terms and b.terms and not (a.role or b.role)]
    return {(a.rank, b.rank) for a, b in pairs if _apart(a, b, formulas[0][a.rank], formulas[1][b.rank], titles)}


def _apart(a: Area, b: Area, mine: Sequence[Terms], theirs: Sequence[Terms], titles: set[str]) -> bool:
    """Only of names in Latin letters, or where the same title stands in the other report: other words may be another hand's."""
    both = a.terms & b.terms
    own = a.terms - both, b.terms - both
    namesake, named = a.title in titles or b.title in titles, all(map(_named, own)) and any(map(HAN, both))
    if not both or not all(own) or not (namesake or named):
        return False
    if mine and theirs and len(mine) + len(theirs) + namesake > SEVERAL and both <= frozenset().union(*mine, *theirs):
        return True
    if not _long(both):
        return False
    known = sum([both <= formula for formula in (*mine, *theirs)])
    return known + (known and namesake) >= SEVERAL or named and all(map(HAN, both))


def _formulas(areas: Sequence[Area]) -> dict[int, list[Terms]]:
    """By section what its title shares with other titles of the report, where that is long enough."""
    found: dict[int, list[Terms]] = {area.rank: [] for area in areas}
    for one, other in combinations(areas, 2):
        both = one.terms & other.terms
        if both and one.parent == other.parent and one.title != other.title and _long(both):
            for area in (one, other):
                found[area.rank].append(both)
    return found


def _long(terms: Terms) -> bool:
    return sum([1 if HAN(term) else 2 * (len(term) >= WORD and term.isalpha()) for term in terms]) >= LONG


def _named(terms: Terms) -> bool:
    return any(["a" <= term[0] <= "z" for term in terms])
