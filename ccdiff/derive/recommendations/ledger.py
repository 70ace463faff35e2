"""The ledger of a pair: which recommendations are made again, in how many parts, and what became of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.phases import steps
from ccdiff.derive.recommendations.asks import Near, nearness, weighed
from ccdiff.derive.recommendations.chapters import recommended
from ccdiff.derive.recommendations.dockets import settled
from ccdiff.derive.recommendations.fate import Fate, absent_theme, carried_out, gone, handed_on, repeated, told
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.likeness import Shares
from ccdiff.derive.recommendations.matter import reduced
from ccdiff.derive.recommendations.moved import nearly, same, shift
from ccdiff.derive.recommendations.ranking import Again, Ranking, likeness
from ccdiff.derive.recommendations.search import Search
from ccdiff.derive.recommendations.words import words
from ccdiff.model.alignment import Candidate
from ccdiff.model.changes import Recommendation
from ccdiff.reading import Reading

OPEN = ("undone", "off", "later")  # phases of a deed that is not done
MODAL = "modal"  # how "States should" and "States may" ask: neither is a verb that has a name of its own
CANDIDATES = 5
BY_WORDS = 0.1  # what being alike word by word counts: most of such words are of, the, 编写


class Ledger:
    """What each report of a pair recommends, and what became of what the old one did."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.old, self.new = recommended(pair)
        self.again: dict[str, Again] = {}
        if self.old:
            self.known = pair.old.language.once(words)
            self.search = Search(pair.old, pair.new)
            self.carried = _carried_out(pair)
            self.ranking = Ranking(pair, (self.old, self.new), self.search, self.carried)
            self.again = self.ranking.again

    def rows(self) -> tuple[Recommendation, ...]:
        """Every recommendation of the old report with what became of it, then those that only the new report makes."""
        # by what makes them again: those that the new report makes in one
        peers: dict[tuple[str, ...], list[Advice]] = {}
        for one in self.old:
            if one.locator in self.again:
                peers.setdefault(_places(self.again[one.locator]), []).append(one)
        rows = []
        for one in self.old:
            again = self.again.get(one.locator)
            row = self._kept(one, again, peers[_places(again)]) if again else self._gone(one)
            if row.status != "dropped" or not settled(self.pair.old, one):
                rows.append(row)
        left = self._left()
        if not left:
            return tuple(rows)
        back = Search(self.pair.new, self.pair.old)
        shares = Shares(self.pair, self.pair.new, self.pair.old, left)
        return (*rows, *(self._new(one, back, shares.of(one)) for one in left))

    def _left(self) -> list[Advice]:
        """The new recommendations that make no old one again."""
        made = {place for found in self.again.values() for place in _places(found)}
        return [one for one in self.new if one.locator not in made]

    def _kept(self, one: Advice, again: Again, peers: Sequence[Advice]) -> Recommendation:
        pair, nearest = self.pair, again.new[0]
        mine = _joined(pair.old, peers) if len(again.new) == 1 else one
        theirs = _joined(pair.new, again.new)
        alike = again.alike if mine is one and theirs is nearest else likeness(pair, mine, theirs)
        ways = {self.known.way_of(one.said), self.known.way_of(nearest.said)}
        strengths = (one.own == nearest.own and ways != {MODAL}) or one.strength == nearest.strength
        kept = same(pair, mine, theirs, alike)
        if self.ranking.dockets.heads(one):  # formulas of another outcome: 遗留问题闭环后再上会评审, 遗留问题闭环后准出
            kept = kept and alike >= nearly(pair, one)
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
            candidates=self._candidates(one),
        )

    def _gone(self, one: Advice) -> Recommendation:
        """What became of a recommendation that the new report does not make again."""
        pair, near = self.pair, self.ranking.near[one.locator]
        fate = self._fate(one)
        nearest = next((found for found in near if not self.ranking.stands(found.locator, found.sentence)), None)
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
            candidates=self._candidates(one),
        )

    def _candidates(self, one: Advice) -> tuple[Candidate, ...]:
        plain = self.pair.old.language.once(reduced)(one.asked)
        return _nearest(self.ranking.near[one.locator], self.ranking.shares[one.locator], plain, self.search)

    def _fate(self, one: Advice) -> Fate:
        if one.repeats:
            return repeated(self.pair)
        taken = self.ranking.taken(one)
        below = self.ranking.below(one) if not taken else ""
        if below:
            return told(self.pair, {below: self.pair.new.report.text(below)}, self.search.order())
        if not taken:
            near = self.ranking.near[one.locator]
            return gone(absent_theme(self.pair, one, self.search), near[0].share if near else 0.0)
        done = self.carried.get(one.locator, ())
        if taken[0].handed:
            return handed_on(taken[0].locator)
        if taken[0].locator in done:
            return carried_out(done)
        return told(self.pair, {place.locator: place.sentence for place in taken}, self.search.order())

    def _new(self, one: Advice, search: Search, shares: Mapping[str, float]) -> Recommendation:
        pair = self.pair
        plain = pair.new.language.once(reduced)(one.asked)
        near = nearness(search, weighed(search, pair.new, one.asked), pair.config)
        return Recommendation(
            old=None,
            new=(one.locator,),
            status="new",
            text=one.said,
            why="new",
            addressee=one.addressee,
            strength_new=one.strength,
            hedges=one.hedges,
            candidates=_nearest(near, shares, plain, search),
        )


def _places(again: Again) -> tuple[str, ...]:
    return tuple(one.locator for one in again.new)


def _joined(reading: Reading, advices: Sequence[Advice]) -> Advice:
    """Several recommendations read as one."""
    space = " " if reading.language.code == "en" else ""
    return replace(
        advices[0],
        said=space.join(one.said for one in advices),
        asked=space.join(one.asked for one in advices),
        hedges=tuple(dict.fromkeys(hedge for one in advices for hedge in one.hedges)),
    )


def _carried_out(pair: Pair) -> dict[str, tuple[str, ...]]:
    """The old recommendations that the new report says were carried out (derive/progress), with the places where it does."""
    phases = pair.new.language.once(steps)
    found: dict[str, tuple[str, ...]] = {}
    for step in pair.found.get("progress", ()):
        if not any(one.phase in OPEN for one in phases(step.to)):
            found[step.old] = (*found.get(step.old, ()), step.new)
    return found


def _nearest(near: Sequence[Near], shares: Mapping[str, float], plain: str, search: Search) -> tuple[Candidate, ...]:
    """The nearest places of the whole other report, however little of the matter they hold, each with the share that it holds; where that
    gives too few, those most alike word by word.
    """
    found = dict(shares)
    for one in near:
        found[one.locator] = max(one.share, found.get(one.locator, 0.0))
    if len(found) < CANDIDATES:
        found = {at: BY_WORDS * alike for at, alike in search.nearest(plain, CANDIDATES)} | found
    order = search.order()
    best = sorted(found.items(), key=lambda entry: (-entry[1], order[entry[0]]))[:CANDIDATES]
    return tuple(Candidate(at, round(min(1.0, score), 3)) for at, score in best)
