"""The ledger of a pair: which recommendations are made again, in how many parts, and what became of the others."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.phases import steps
from ccdiff.derive.recommendations.again import Again, at_odds, joined, likeness, made_again, strangers
from ccdiff.derive.recommendations.asks import Nearness, asks, nearness
from ccdiff.derive.recommendations.chapters import recommended
from ccdiff.derive.recommendations.fate import Fate, carried_out, not_told, told
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.handed import passed_on
from ccdiff.derive.recommendations.matter import reduced
from ccdiff.derive.recommendations.moved import same, shift
from ccdiff.derive.recommendations.resembling import asked_again, taken_up
from ccdiff.derive.recommendations.search import Search, Trace
from ccdiff.derive.recommendations.uptake import NEAREST, Uptake
from ccdiff.derive.recommendations.words import words
from ccdiff.model.alignment import Candidate
from ccdiff.model.changes import Recommendation

OPEN = ("undone", "off", "later")  # phases of a deed that is not done
MODAL = "modal"  # how "States should" and "States may" ask: neither is a verb that has a name of its own
CANDIDATES = 5


class Ledger:
    """What each report of a pair recommends, and what became of what the old one did."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.old, self.new = recommended(pair)
        self.again: dict[str, Again] = {}
        self.near: dict[str, Nearness] = {}
        self.taken: dict[str, list[Trace]] = {}
        if self.old:
            self.known = pair.old.language.once(words)
            self.search = Search(pair.old, pair.new)
            self._settle()

    def rows(self) -> tuple[Recommendation, ...]:
        """Every recommendation of the old report with what became of it, then those that only the new report makes."""
        peers: dict[
            tuple[str, ...], list[Advice]
        ] = {}  # by what makes them again: the old ones that the new report makes in one
        for one in self.old:
            if one.locator in self.again:
                peers.setdefault(_places(self.again[one.locator]), []).append(one)
        rows = []
        for one in self.old:
            again = self.again.get(one.locator)
            rows.append(self._kept(one, again, peers[_places(again)]) if again else self._gone(one))
        left = self._left()
        back = Search(self.pair.new, self.pair.old) if left else None
        return (*rows, *(self._new(one, back) for one in left if back))

    def _settle(self) -> None:
        """Finds what is made again, then where the others are taken up: first by what they ask, at last by what resembles them."""
        pair = self.pair
        self.again, apart = made_again(pair, self.old, self.new, self.search)
        self.carried = _carried_out(pair)
        most = pair.config.recommendation_other_words
        further = {at for at, found in self.again.items() if at in self.carried and found.alike < most}
        if further:  # done, and something further asked: what that takes up may be another's
            others = tuple(one for one in self.old if one.locator not in further)
            self.again, apart = made_again(pair, others, self.new, self.search)
        self.uptake = Uptake(pair, self.search, apart)
        gone = [one for one in self.old if one.locator not in self.again]
        for one in gone:
            near = self.near[one.locator] = self.uptake.near(one)
            self.taken[one.locator] = [] if one.locator in self.carried else self.uptake.taken(one, near)
            self._recommended_at(one, self.taken[one.locator][:1])
        if not pair.subjects and not strangers(pair):
            untold = (one for one in gone if one.locator not in self.carried and not self.taken[one.locator])
            self._look_again([one for one in untold if not not_told(pair, one, self.search)])

    def _recommended_at(self, one: Advice, first: list[Trace]) -> None:
        """What a recommendation takes up before any other place is made again by it, if it is asked of the same; what makes another of
        the old ones again must hold much of it.
        """
        pair, other = self.pair, next((o for o in self.new for trace in first if trace.locator == o.locator), None)
        if other is None or one.repeats or pair.subjects or strangers(pair) or at_odds(self.known, one, other):
            return
        much = first[0].share >= pair.config.recommendation_part and not self.known.reaffirm.search(other.text)
        if much or other in self._left():
            self.again[one.locator] = Again((other,), likeness(pair, one, other))

    def _look_again(self, lost: list[Advice]) -> None:
        """Whether anything resembles what would be said to be gone."""
        for one, other in asked_again(self.pair, lost, self._left(), self.search):
            if not at_odds(self.known, one, other):
                self.again[one.locator] = Again((other,), likeness(self.pair, one, other))
        lost = [one for one in lost if one.locator not in self.again]
        own = {one.locator for one in self.new}
        traces = {one.locator: self.uptake.fresh(self.near[one.locator].traces[:NEAREST]) for one in lost}
        near = {at: [trace.locator for trace in found if trace.locator not in own] for at, found in traces.items()}
        for at, place in taken_up(self.pair, lost, near, self.search).items():
            self.taken[at] = [trace for trace in traces[at] if trace.locator == place]

    def _left(self) -> list[Advice]:
        """The new recommendations that make no old one again."""
        made = {place for found in self.again.values() for place in _places(found)}
        return [one for one in self.new if one.locator not in made]

    def _kept(self, one: Advice, again: Again, peers: Sequence[Advice]) -> Recommendation:
        pair, nearest = self.pair, again.new[0]
        mine = joined(pair.old, peers) if len(again.new) == 1 else one
        theirs = joined(pair.new, again.new)
        alike = again.alike if mine is one and theirs is nearest else likeness(pair, mine, theirs)
        ways = {self.known.way_of(one.said), self.known.way_of(nearest.said)}
        strengths = (one.own == nearest.own and ways != {MODAL}) or one.strength == nearest.strength
        kept = same(pair, mine, theirs, alike)
        moved = not kept and not pair.subjects and alike >= pair.config.recommendation_linked
        return Recommendation(
            old=one.locator,
            new=tuple(other.locator for other in again.new),
            status="kept" if kept else "amended",
            text=one.said,
            why=f"again:{again.alike:.2f}",
            addressee=one.addressee,
            strength_old=one.strength if strengths else None,
            strength_new=nearest.strength if strengths else None,
            hedges=nearest.hedges,
            shift=shift(pair, mine, theirs, alike) if moved else "",
        )

    def _gone(self, one: Advice) -> Recommendation:
        """What became of a recommendation that the new report does not make again."""
        pair, near = self.pair, self.near[one.locator]
        fate = self._fate(one, near)
        nearest = next(iter(self.uptake.fresh(near.traces[:NEAREST])), None)
        if nearest and fate.why[-1].startswith("no-trace") and nearest.score >= pair.config.recommendation_unsure:
            pair.note("recommendation-unsure", old=one.locator, new=nearest.locator)
        return Recommendation(
            old=one.locator,
            new=fate.places,
            status=fate.status,
            text=one.said,
            why=";".join((*(() if self.new else ("no-such-chapter",)), *fate.why)),
            addressee=one.addressee,
            strength_old=one.strength,
            hedges=one.hedges,
            candidates=_candidates(near, pair.old.language.once(reduced)(one.asked), self.search),
        )

    def _fate(self, one: Advice, near: Nearness) -> Fate:
        done = self.carried.get(one.locator)
        handed = passed_on(self.pair, one) if done else None
        if done and not (handed and handed.locator in done):
            return carried_out(done)
        nearest = near.traces[0].share if near.traces else 0.0
        return not_told(self.pair, one, self.search) or told(self.pair, self.taken[one.locator], nearest, self.search)

    def _new(self, one: Advice, search: Search) -> Recommendation:
        pair = self.pair
        plain = pair.new.language.once(reduced)(one.asked)
        return Recommendation(
            old=None,
            new=(one.locator,),
            status="new",
            text=one.said,
            why="new",
            addressee=one.addressee,
            strength_new=one.strength,
            hedges=one.hedges,
            candidates=_candidates(nearness(search, asks(pair.new, one.asked), plain, pair.config), plain, search),
        )


def _places(again: Again) -> tuple[str, ...]:
    return tuple(one.locator for one in again.new)


def _carried_out(pair: Pair) -> dict[str, tuple[str, ...]]:
    """The old recommendations that the new report says were carried out (derive/progress), with the places where it does."""
    phases = pair.new.language.once(steps)
    found: dict[str, tuple[str, ...]] = {}
    for step in pair.found.get("progress", ()):
        if not any(one.phase in OPEN for one in phases(step.to)):
            found[step.old] = (*found.get(step.old, ()), step.new)
    return found


def _candidates(near_to: Nearness, plain: str, search: Search) -> tuple[Candidate, ...]:
    """The nearest places of the other report: by matter, and where that gives too few, by words."""
    found = {trace.locator: round(trace.share, 3) for trace in near_to.traces[:CANDIDATES]}
    if len(found) < CANDIDATES:
        found = {at: round(alike, 3) for at, alike in search.nearest(plain, CANDIDATES)} | found
    ranked = sorted(found.items(), key=lambda entry: -entry[1])
    return tuple(Candidate(at, score) for at, score in ranked[:CANDIDATES])
