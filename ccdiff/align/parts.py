"""Whether a paragraph is a part of one on the other side, beside the parts that are known: the evidence for splits and mergers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ccdiff.align.evidence import Evidence
from ccdiff.align.features import Place
from ccdiff.align.overlap import Weighed
from ccdiff.align.sections import log_odds
from ccdiff.align.tellings import Tellings
from ccdiff.model.record import record
from ccdiff.text.similarity import Terms, alike, mass

NEVER = -9.0
SHORTEST = 6  # characters of a part that stands in the whole to the letter
SOME_CHARACTERS = 0.35  # of the likeness of two sentences by their characters: unrelated ones reach 0.3
LETTERS = 4.0  # log-odds of such a part
SHRINK = 0.25  # the least share of its part's length that a whole may have: a merger into a summary is still a merger
MUCH = 0.3  # likeness of a link that is no chance (igcps: 12 and 7, 0.35; two incidents of other days, UNDOF 6 and 7, 0.27)
HALF = 0.15  # ... of an item and of one that asks for half of it (harben: 3(g) and 13(b), 0.24; igcps: 32(g) and 1(f), 0.14)
OF_KIND = 0.45  # of one kind of function: United Nations bodies are named among all observers (smfp: 8 and 9 into 28)
ONCE = 3  # the strength of a function that stands once in a report: an election of officers is no part of an opening
FAINT = (
    0.12  # of a part's weight that must stand in the whole and not in its other parts, where no function speaks for it
)


@record
class _Side:
    """One side of the evidence as seen from a whole on the other side; ``number``: 0 for the left."""

    number: int
    parts: Sequence[Place]
    wholes: Sequence[Place]
    tie: Callable[[Place, Place], float]


class Parts:
    """Judges parts; remembers. ``splitting`` everywhere: the whole is on the left, its parts on the right."""

    def __init__(
        self,
        evidence: Evidence,
        tellings: Tellings,
        tie: Callable[[int, int], float],
        barred: frozenset[tuple[int, int]],
    ) -> None:
        self.evidence, self.barred = evidence, barred
        self.tellings = tellings
        self.least = log_odds(evidence.config.possible_below)
        left, right = evidence.left.places, evidence.right.places
        self._sides = (
            _Side(0, left, right, lambda part, whole: tie(part.area, whole.area)),
            _Side(1, right, left, lambda part, whole: tie(whole.area, part.area)),
        )
        self._masses: dict[str, list[tuple[Terms, int]]] = {}  # of each text's sentences
        self._masks: dict[str, list[Weighed]] = {}
        self._known: dict[tuple[bool, tuple[int, ...], int, tuple[int, ...]], float] = {}

    def list_of(self, splitting: bool, rank: int) -> tuple[int, ...]:
        """The head and the items of the list in which a place stands; the place alone where it stands in none."""
        places = self._sides[splitting].parts
        parent = places[rank].parent
        head = rank if parent is None else parent
        return (head, *places[head].items)

    def is_list(self, splitting: bool, whole: int) -> bool:
        """Whether a whole is itself an item or the head of a list."""
        place = self._sides[splitting].wholes[whole]
        return bool(place.items) or place.parent is not None

    def odds(self, splitting: bool, ranks: tuple[int, ...], whole: int, mains: tuple[int, ...]) -> float:
        """The log-odds that the places ``ranks`` belong to ``whole`` beside ``mains``."""
        key = (splitting, ranks, whole, mains)
        if key not in self._known:
            barred = any(((whole, rank) if splitting else (rank, whole)) in self.barred for rank in ranks)
            self._known[key] = NEVER if barred else self._judge(self._sides[splitting], ranks, whole, mains)
        return self._known[key]

    def _judge(self, side: _Side, ranks: tuple[int, ...], whole_rank: int, mains: tuple[int, ...]) -> float:
        config = self.evidence.config
        parts, whole = [side.parts[rank] for rank in ranks], side.wholes[whole_rank]
        others = [side.parts[rank] for rank in mains if rank not in ranks]
        key = "".join(part.key for part in parts)
        if not whole.roles.isdisjoint(self.evidence.left.single):
            return NEVER
        if parts[0].front or whole.front or not key or len(whole.key) < SHRINK * len(key):
            return NEVER
        if len(key) >= SHORTEST and key in whole.key and all(key not in other.key for other in others):
            return LETTERS
        own = frozenset().union(*(part.terms for part in parts))
        fresh = mass((own & whole.terms).difference(*(other.terms for other in others)), self.evidence.weight)
        share = fresh / max(1, mass(own, self.evidence.weight))
        function = self._function(parts, whole, others)
        told = self._told(side, parts[0], whole, others) if len(parts) == 1 and function >= 0 else 0.0
        if share < FAINT and function <= 0 and not told:
            return NEVER
        odds = (
            config.split_bias + config.split_weight * (3.5 * share + told) + function + 0.6 * side.tie(parts[0], whole)
        )
        most = config.split_weight * 3.0
        if odds + most <= self.least:
            return odds  # no sentence could make it likely
        return odds + most * self._sentence(parts, whole, others)

    def _told(self, side: _Side, part: Place, whole: Place, others: Sequence[Place]) -> float:
        """What it says that a sentence of the whole tells what the part tells, beside another part that is surely one."""
        if self._formal(part, whole, others) or (whole.parent is not None and self._alike(side, part, whole) < HALF):
            return 0.0
        odds = self.tellings.odds(side.number, part.rank, whole.rank)
        return odds if odds and any(self._sure(side, other, whole) for other in others) else 0.0

    def _sure(self, side: _Side, part: Place, whole: Place) -> bool:
        """Whether a strong function or a sentence links a part to its whole: beside a link of general words chance has free play."""
        strength = self.evidence.left.strength
        if any(strength.get(role, 1) > 1 for role in part.roles & whole.roles):
            return True
        return self._alike(side, part, whole) >= MUCH or self.tellings.lead(side.number, part.rank, whole.rank) > 0

    def _alike(self, side: _Side, part: Place, whole: Place) -> float:
        return self.evidence.of(*((whole.rank, part.rank) if side.number else (part.rank, whole.rank))).alike

    def _formal(self, part: Place, whole: Place, others: Sequence[Place]) -> bool:
        """Whether functions decide, and sentences do not: an agenda is no list of matters, and every chair is told of alike."""
        strength = self.evidence.left.strength
        shared = part.roles & whole.roles
        if not shared:
            return any(strength.get(role, 1) >= ONCE for role in whole.roles)
        return any(strength.get(role, 1) > 1 for role in shared.intersection(*(other.roles for other in others)))

    def _sentence(self, parts: Sequence[Place], whole: Place, others: Sequence[Place]) -> float:
        """How much better the parts hold some sentence of the whole than the others do (0 to 1)."""
        mine = [sentence for part in parts for sentence in self._weighed(part)]
        theirs = [sentence for other in others for sentence in self._weighed(other)]
        best = 0.0
        for sentence in self._weighed(whole):
            here = self._most_alike(sentence, mine)
            if here > max(best, 0.2):
                best = max(best, here - self._most_alike(sentence, theirs))
        return max(best, self._in_characters(parts, whole, others))

    def _in_characters(self, parts: Sequence[Place], whole: Place, others: Sequence[Place]) -> float:
        """The same by single characters, from which on they say more than chance."""
        mine = [sentence for part in parts for sentence in self._characters(part)]
        theirs = [sentence for other in others for sentence in self._characters(other)]
        alike, best = self.evidence.characters.alike, 0.0
        for sentence in self._characters(whole):
            here = max((alike(sentence, one) for one in mine), default=0.0)
            if here > SOME_CHARACTERS:
                best = max(best, here - max((alike(sentence, one) for one in theirs), default=0.0))
        return best

    def _characters(self, place: Place) -> Sequence[Weighed]:
        found = self._masks.get(place.text)
        if found is None:
            weighed = self.evidence.characters.weighed
            found = [weighed(held) for held in place.sentence_characters()] if self.evidence.han else []
            self._masks[place.text] = found
        return found

    def _weighed(self, place: Place) -> Sequence[tuple[Terms, int]]:
        found = self._masses.get(place.text)
        if found is None:
            weight = self.evidence.weight
            found = self._masses[place.text] = [(terms, mass(terms, weight)) for terms in place.sentences()]
        return found

    def _most_alike(self, sentence: tuple[Terms, int], others: Sequence[tuple[Terms, int]]) -> float:
        (own, size), weight = sentence, self.evidence.weight
        return max((alike(mass(own & other, weight), size, theirs) for other, theirs in others), default=0.0)

    def _function(self, parts: Sequence[Place], whole: Place, others: Sequence[Place]) -> float:
        """A function of the whole that only these parts have speaks for them; a strong one of theirs that it lacks, against."""
        if not self.evidence.config.role_weight:
            return 0.0
        strength = self.evidence.left.strength
        mine = frozenset().union(*(part.roles for part in parts))
        theirs = frozenset().union(*(other.roles for other in others))
        shared = max((strength.get(role, 1) for role in mine & whole.roles), default=0)
        alone = max((strength.get(role, 1) for role in (mine & whole.roles) - theirs), default=0)
        kinds = self.evidence.left.kinds
        here = {kinds[role] for role in whole.roles if role in kinds}
        strange = (role for role in mine - self.evidence.recitals if role in whole.roles or kinds.get(role) not in here)
        most = max((strength.get(role, 1) for role in strange), default=0)
        if whole.roles and ((not shared and most >= 2) or shared < most == ONCE):
            return -1.2
        if not shared and any(strength.get(role, 1) >= ONCE and kinds.get(role) in here for role in mine):
            return OF_KIND
        return 0.3 * min(shared, 1) + 0.45 * alone
