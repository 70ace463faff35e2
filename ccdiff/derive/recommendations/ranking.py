"""Which places of the new report answer an old recommendation: one ranking of all of them.

Every place is weighed by one sum of what it shares with what is asked: its own recommendations by their matter, all other paragraphs by what
they hold of one ask and of all that is asked, both by the aligner's link. The sums are
log-odds, against the chance that nothing answers. A recommendation that outweighs all of the text makes the old one again, each one only one;
else the text takes it up, where all its places together outweigh that chance. The weights are fitted (docs/alignment.md).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ccdiff.derive.attendance import find_attendance
from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.asks import Near, nearness, weighed
from ccdiff.derive.recommendations.dockets import Dockets
from ccdiff.derive.recommendations.fate import absent_theme
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.handed import Cited, Handed, passed_on
from ccdiff.derive.recommendations.likeness import Shares, alike
from ccdiff.derive.recommendations.matter import dice, grams, reduced
from ccdiff.derive.recommendations.search import Search
from ccdiff.derive.recommendations.words import Words, words
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.comparison import ParagraphRow
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

MOST = 30.0  # log-odds beyond which nothing is surer
TOGETHER = 5  # places that may answer together: many that share a common word do not
WITHIN = 1.0  # of the log-odds of the best place: further places that are told
LIGHT = 2.0  # weight of a matter so light that a place which holds all of it may still speak of another
FEW = 24  # new recommendations with which an old one is compared: those most alike
RECITED = ("mandate", "resolution")  # functions of paragraphs that say what was decided before (tables ``roles``)
Carried = Mapping[str, Sequence[str]]
NOWHERE = Handed("", "", frozenset(), frozenset())


@record
class Place:
    """A place that may answer: its log-odds, and what they are summed from."""

    locator: str
    sentence: str
    traits: Mapping[str, float]
    odds: float
    handed: bool = False


@record
class Again:
    """The recommendations of the new report that make one of the old again; ``alike`` of the nearest."""

    new: tuple[Advice, ...]
    alike: float


class Ranking:
    """The places of the new report by how they answer each of the old one's recommendations. ``carried``: where it says that one was
    carried out.
    """

    def __init__(
        self, pair: Pair, sides: tuple[Sequence[Advice], Sequence[Advice]], search: Search, carried: Carried
    ) -> None:
        self.pair, self.search = pair, search
        self.old, self.new = sides
        self._carried = carried
        self._weights = {kind: _weights(pair.config, kind) for kind in ("again", "taken")}
        self._known = pair.old.language.once(words)
        self._links = {(a, b) for link in pair.alignment.paragraphs for a in link.old for b in link.new}
        place = {one.locator: j for j, one in enumerate(self.new)}
        self._linked: dict[str, list[int]] = {}
        for a, b in sorted(at for at in self._links if at[1] in place):
            self._linked.setdefault(a, []).append(place[b])
        self._asked = {one.locator: weighed(search, pair.old, one.asked) for one in self.old}
        self.near = {one.locator: self._nearness(one) for one in self.old}
        self._standing = self._stood()
        self.dockets = Dockets(pair)
        shares = Shares(pair, pair.old, pair.new, self.old)
        self.shares, self._cited = {one.locator: shares.of(one) for one in self.old}, Cited(pair)
        self.again: dict[str, Again] = {}
        self.recommended = self._recommended() if self.new else {}
        self.told = {one.locator: list(self._told(one)) for one in self.old}
        self._match()

    def taken(self, one: Advice) -> list[Place]:
        """The places of the text that take a recommendation up, the best first."""
        places = sorted(self.told[one.locator], key=lambda place: -place.odds)
        if _mass(places) < self.pair.config.recommendation_least:
            return []
        least = max(0.0, places[0].odds - WITHIN)
        further = [place for place in places[1:] if place.odds > least]
        return [places[0], *further][: self.pair.config.recommendation_places]

    def below(self, one: Advice) -> str:
        """Where the new minutes decide the matter of the heading below which a recommendation stood: the place that holds most of it, else the
        first decision there; ``""`` where they decide nothing on it.
        """
        made, share = {other.locator for other in self.new}, self.shares[one.locator]
        places = [at for at in self.dockets.under(one) if at not in self._standing]
        return max(places, key=lambda at: (share.get(at, 0.0), at in made), default="")

    def _nearness(self, one: Advice) -> list[Near]:
        return nearness(self.search, self._asked[one.locator], self.pair.config)

    def _recommended(self) -> dict[tuple[str, str], Place]:
        """The new recommendations that share something with an old one, or that the aligner has put beside it."""
        rows = alike(self.pair, self.old, self.new)
        found: dict[tuple[str, str], Place] = {}
        for one, row in zip(self.old, rows, strict=True):
            near = {near.locator: near for near in self.near[one.locator]}
            for j in self._beside(one, row):
                other = self.new[j]
                if self.dockets.others(one, other):
                    continue
                at = one.locator, other.locator
                traits = {
                    "alike": row.get(j, 0.0),
                    "linked": float(at in self._links),
                    "odds": float(_at_odds(self._known, one, other)),
                    "most": math.log1p(near[other.locator].most) if other.locator in near else 0.0,
                    "one": 1.0,
                }
                found[at] = Place(other.locator, "", traits, self._sum("again", traits))
        return found

    def _beside(self, one: Advice, row: Mapping[int, float]) -> list[int]:
        """The new recommendations with which an old one is compared."""
        most = sorted(row, key=lambda j: (-row[j], j))[:FEW]
        return [*most, *(j for j in self._linked.get(one.locator, ()) if j not in most)]

    def _told(self, one: Advice) -> Iterator[Place]:
        """The places of the text that share something with what is asked, or that tell what became of it."""
        pair, near = self.pair, {near.locator: near for near in self.near[one.locator]}
        weight = self._weight(one)
        whole = sum(weight.values())
        held = {trace.locator: trace for trace in self.search.holding(weight)}
        handed = passed_on(pair, one)
        told = dict.fromkeys([handed.locator] if handed else [])
        told |= dict.fromkeys(self._carried.get(one.locator, ()))
        cited = self._cited.places(one.locator)
        told |= dict.fromkeys(cited)
        absent = float(bool(absent_theme(pair, one, self.search)))
        own = {other.locator for other in self.new}
        item = self.dockets.under(one)
        said: dict[str, str] = {}
        for at in dict.fromkeys((*near, *held, *told, *item)):
            sentence = (near.get(at) or held.get(at) or handed or NOWHERE).sentence or pair.new.report.text(at)
            if (at in told or not self.stands(at, sentence)) and (at not in own or at in cited):
                said[at] = sentence
        shares = {at: share for at, share in self.shares[one.locator].items() if at in said}
        best = sorted(shares.values())[-2:]
        for at, sentence in said.items():
            n, h, share = near.get(at), held.get(at), shares.get(at, 0.0)
            traits = {
                "treats": float(bool(n and n.treats)),
                "words": h.score / max(whole, LIGHT) if h else 0.0,
                "linked": float((one.locator, at) in self._links),
                "handed": float(handed is not None and at == handed.locator),
                "cited": float(at in cited),
                "share": share,
                "here": share - _rival(best, share),
                "absent": absent,
                "item": float(at in item) / math.sqrt(len(item) or 1),
                "one": 1.0,
            }
            recalled = bool(traits["handed"] or cited.get(at))
            yield Place(at, sentence, traits, self._sum("taken", traits), recalled)

    def _weight(self, one: Advice) -> dict[str, float]:
        found: dict[str, float] = {}
        for ask, weight in self._asked[one.locator]:
            found |= {} if ask.member else weight
        return found

    def _sum(self, kind: str, traits: Mapping[str, float]) -> float:
        weights = self._weights[kind]
        return sum([weights[name] * value for name, value in traits.items() if value])

    def _match(self) -> None:
        """One to one, the surest first, what outweighs the text; then what the aligner has put beside a second one."""
        mass, least = (
            {one.locator: _mass(self.told[one.locator]) for one in self.old},
            self.pair.config.recommendation_least,
        )
        old, new = ({one.locator: one for one in side} for side in (self.old, self.new))
        ranked = sorted(self.recommended, key=lambda at: -self.recommended[at].odds)
        found: dict[str, list[str]] = {}
        used: set[str] = set()
        for a, b in ranked:
            odds = math.exp(min(MOST, self.recommended[a, b].odds))
            if a not in found and b not in used and odds >= mass[a] and odds + mass[a] >= least and not old[a].repeats:
                found[a] = [b]
                used.add(b)
        for a, b in ranked:
            odds = math.exp(min(MOST, self.recommended[a, b].odds))
            beside = (a, b) in self._links and odds >= max(1.0, mass[a]) and b not in found.get(a, ())
            if beside and (b not in used or a not in found):
                found.setdefault(a, []).append(b)
                used.add(b)
        for a, places in found.items():
            others = tuple(one for one in self.new if one.locator in places)
            self.again[a] = Again(others, max(likeness(self.pair, old[a], one) for one in others))

    def _stood(self) -> frozenset[str]:
        """The places that stood in the old report as they are, what both recite, and the lists of those present."""
        same = [row for row in self.pair.rows if row.relation in ("unchanged", "reworded")]
        found = {at for row in same if row.relation == "unchanged" or _recited(row) for at in row.new}
        present = self.pair.new.once(find_attendance)
        return frozenset(found.union(*((present.state_places, present.observer_places) if present else ())))

    def stands(self, at: str, sentence: str) -> bool:
        """Whether a place takes nothing up since it stood there before, recites a decision, or lists what a meeting dealt with."""
        if at in self._standing or fold(sentence) in self.pair.old.once(whole):
            return True
        text = self.pair.new.report.text(at).rstrip()
        return text.endswith((",", "，")) or bool(self._known.listing.search(sentence))


def likeness(pair: Pair, old: Advice, new: Advice) -> float:
    """How much two recommendations are alike, word by word."""
    plain = pair.new.language.once(reduced)
    return dice(grams(plain(old.said)), grams(plain(new.said)))


def _at_odds(known: Words, old: Advice, new: Advice) -> bool:
    """Whether another is asked: the secretariat, not States."""
    asked, theirs = (known.asked_of(one.addressee, one.said) for one in (old, new))
    return bool(asked and theirs) and not asked & theirs


def _recited(row: ParagraphRow) -> bool:
    """Whether two paragraphs correspond as what an earlier decision said: it was there before the old report asked anything."""
    return any(f"function:{function}" in row.why.split("+") for function in RECITED)


def _weights(config: DeriveThresholds, kind: str) -> dict[str, float]:
    """What each trait weighs."""
    before = f"recommendation_{kind}_"
    return {
        name.removeprefix(before): value
        for name in config.__dataclass_fields__
        if name.startswith(before)
        for value in [getattr(config, name)]
    }


def _rival(best: Sequence[float], value: float) -> float:
    """The best of the others, of the two best values (the least first)."""
    return (best[-2] if len(best) > 1 else 0.0) if best and best[-1] == value else best[-1] if best else 0.0


def _mass(places: Iterable[Place]) -> float:
    """The odds of the best places together."""
    return sum(sorted([math.exp(min(MOST, place.odds)) for place in places])[-TOGETHER:])


def whole(reading: Reading) -> str:
    """The folded text of all paragraphs but the recommendations themselves. Use ``reading.once(whole)``."""
    own = {advice.locator for advice in reading.once(find_recommendations)}
    return "\n".join(fold(p.text) for p in reading.report.paragraphs if p.id not in own)
