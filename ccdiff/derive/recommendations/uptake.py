"""Where the later report takes up what a recommendation asks."""

from __future__ import annotations

from collections.abc import Iterable

from ccdiff.derive.attendance import find_attendance
from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.asks import Nearness, asks, nearness
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.likeness import spoken_of, things
from ccdiff.derive.recommendations.matter import classes, reduced
from ccdiff.derive.recommendations.search import Search, Trace
from ccdiff.derive.recommendations.words import words
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

NEAREST = 12  # of the nearest places, those among which one that is not standing text is looked for


class Uptake:
    """The places of the new report that treat the matters of the old one's recommendations. ``apart``: pairs of recommendations that look
    alike and are of another matter.
    """

    def __init__(self, pair: Pair, search: Search, apart: frozenset[tuple[str, str]]) -> None:
        self.pair, self.search, self._apart = pair, search, apart
        self._listing = pair.new.language.once(words).listing
        self._standing = {at for row in pair.rows if row.relation == "unchanged" for at in row.new}
        present = pair.new.once(find_attendance)
        if present:
            self._standing.update(present.state_places, present.observer_places)

    def near(self, one: Advice) -> Nearness:
        """The places that share something of what is asked."""
        language = self.pair.old.language
        return nearness(
            self.search, asks(self.pair.old, one.asked), language.once(reduced)(one.asked), self.pair.config
        )

    def taken(self, one: Advice, near: Nearness) -> list[Trace]:
        """The places that take the matter up: one of its asks, and not much less than at the best place; else the place that holds half of
        what tells it from others, far ahead of any other.
        """
        config = self.pair.config
        found = self._others(one, self.fresh(trace for trace in near.traces if trace.locator in near.taken))
        if self.pair.subjects:  # what is said of another mission takes nothing up unless it says nearly the same
            found = [trace for trace in found if trace.share >= config.recommendation_of_another]
        elif not found:
            found = self._others(one, self._spoken_of(one))
        least = config.recommendation_more * found[0].score if found else 0.0
        return [trace for trace in found if trace.score >= least][: config.recommendation_places]

    def fresh(self, traces: Iterable[Trace]) -> list[Trace]:
        """Without what stood in the old report already: standing text takes nothing up (8th/9th, 3 to 4, recites the mandate). Nor does a
        list of those present, who are only named there.
        """
        before = self.pair.old.once(whole)
        found = [t for t in traces if t.locator not in self._standing and fold(t.sentence) not in before]
        return [t for t in found if not self._recites(t)]

    def _recites(self, trace: Trace) -> bool:
        """Whether a place is a recital of a decision ("Recalling its resolution …,"), or a sentence that lists what a meeting dealt with."""
        text = self.pair.new.report.text(trace.locator).rstrip()
        return text.endswith((",", "，")) or bool(self._listing.search(trace.sentence))

    def _others(self, one: Advice, traces: Iterable[Trace]) -> list[Trace]:
        return [trace for trace in traces if (one.locator, trace.locator) not in self._apart]

    def _spoken_of(self, one: Advice) -> list[Trace]:
        """The paragraph that holds half of what tells a recommendation from others, where no other holds nearly as much."""
        first, *rest = [*self.fresh(spoken_of(self.pair, one, self.search)[:NEAREST]), None]
        if first is None or not first.share:
            return []
        following = rest[0] if rest else None
        ahead = first.share - (following.share if following else 0.0)
        config, size = self.pair.config, first.score / first.share
        if first.share < config.recommendation_spoken or ahead < config.recommendation_spoken_ahead:
            return []
        much = ahead * size >= config.recommendation_spoken_least
        several = things(frozenset(map(str.strip, first.terms)), self.pair.new.language.once(classes)) > 1
        return [first] if much or (ahead >= config.recommendation_spoken_far and several) else []


def whole(reading: Reading) -> str:
    """The folded text of all paragraphs but the recommendations themselves. Use ``reading.once(whole)``."""
    own = {advice.locator for advice in reading.once(find_recommendations)}
    return "\n".join(fold(p.text) for p in reading.report.paragraphs if p.id not in own)
