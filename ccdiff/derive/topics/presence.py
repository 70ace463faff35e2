"""One report of a pair as seen from it: what it has that the other has not.

What stands at both ends of a link is no difference between the reports (the recited resolution, 8th report, 3, and 9th, 4:
与腐败案件有关的民事诉讼和行政诉讼).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import Any, TypeVar

from ccdiff.derive.context import Pair
from ccdiff.derive.topics.field import Field
from ccdiff.derive.topics.roles import BUSINESS, role_of
from ccdiff.derive.topics.spans import HAN, bodies, units
from ccdiff.derive.wording import canonical
from ccdiff.text.normalise import fold

T = TypeVar("T")
STANDING = ("unchanged", "reworded")


class Side:
    """One report of a pair as seen from it: what it has that the other has not. ``kind``: "new" or "dropped"."""

    def __init__(self, pair: Pair, kind: str) -> None:
        self.pair, self.kind = pair, kind
        self._found: dict[Callable[..., Any], Any] = {}
        self.here, self.there = (pair.new, pair.old) if kind == "new" else (pair.old, pair.new)
        self.partners = pair.in_old if kind == "new" else pair.in_new
        self.field, self.other = self.here.once(Field), self.there.once(Field)
        self.back = pair.in_new if kind == "new" else pair.in_old
        self.relation = {
            locator: row.relation for row in pair.rows for locator in (row.new if kind == "new" else row.old)
        }
        self.text = {unit.id: unit.text for unit in self.field.units}
        self.taken_up = _taken_up(pair, kind)
        terms = pair.found.get("terminology", ())
        self.wordings = tuple(fold(term.new if kind == "new" else term.old).lower() for term in terms)
        made = pair.found.get("recommendations", ())
        self._made = {place for entry in made for place in (entry.new if kind == "new" else (entry.old,)) if place}
        self.han = any(HAN.search(unit.text) for unit in self.field.units[:3])
        self.order = {unit.id: k for k, unit in enumerate(self.here.once(units))}
        self.eligible = tuple(u for u in self.field.units if not u.front and not self.standing(u.id))

        self.section = {unit.id: unit.section for unit in self.field.units}
        self.titles = {s.id: s.title for s in self.here.report.sections}
        self.business = {s.id for s in self.here.report.sections if self.role(s.title) in BUSINESS}
        self.substance = tuple(unit for unit in self.eligible if unit.section not in self.business)
        self.alone = sum(self.whole(unit.id) for unit in self.substance)

    def once(self, find: Callable[[Side], T]) -> T:
        """``find(self)``, computed the first time."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]  # type: ignore[no-any-return]

    def role(self, title: str) -> str:
        """The function that a heading names, or ``""``."""
        return self.here.language.once(role_of)[title]

    def standing(self, locator: str) -> bool:
        """Whether a unit of this report stands in the other too, but for its wording."""
        return self.relation.get(locator) in STANDING

    def front(self, locator: str) -> bool:
        """Whether ``locator`` is the front matter."""
        return self.field.units[self.field._index(locator)].front

    def body(self, label: str) -> bool:
        """Whether ``label`` is the name of a body, which is no topic by being named."""
        return label in self.here.language.once(bodies)

    def title(self, label: str) -> bool:
        """Whether ``label`` stands in the report's own title or masthead, in whatever number: what all of it is about is no topic of it."""
        mine, title = self.here.language.once(canonical)(label), self.own_title
        return mine in title or (not self.han and mine.endswith("s") and mine[:-1] in title)

    @cached_property
    def own_title(self) -> str:
        """The report's own title and its masthead, which names the body and its theme (Task Team on Antimicrobial Resistance), as they are compared."""
        key, fronts = self.here.language.once(canonical), [unit.text for unit in self.field.units if unit.front]
        return " ".join(key(("" if self.han else " ").join(text.split())) for text in (self.here.report.title, *fronts))

    def whole(self, locator: str) -> bool:
        """Whether a unit of this report has no counterpart."""
        return self.relation.get(locator, self.kind) == self.kind

    def item(self, locator: str) -> bool:
        """Whether a unit is a lettered item or a recommendation, which in English begins with what is to be done."""
        return "(" in locator or locator in self._made

    def alive(self, places: Iterable[str], key: str) -> int:
        """How many units of the other report keep a matter alive that stands in them.

        A unit whose counterpart here has ``key`` as well counts only where it was amended: what both recite is no difference.
        """
        here = self.field.places(key)
        return sum(not self._recited(unit, here) for unit in places)

    def _recited(self, unit: str, here: Collection[str]) -> bool:
        found = self.back(unit) if self.there.report.has(unit) else ()
        paired = [partner for partner in found if partner in here]
        return bool(paired) and all(map(self.standing, paired))


def _taken_up(pair: Pair, kind: str) -> dict[str, tuple[str, ...]]:
    """What of this side's units the other report is known to have: recommendations made again or taken up (all of them), and the
    words of announcements and of what came of them."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in pair.found.get("progress", ()):
        unit, words = (entry.new, entry.to) if kind == "new" else (entry.old, entry.from_)
        found[unit] = (*found.get(unit, ()), words)
    for entry in pair.found.get("recommendations", ()):
        if entry.status in ("kept", "amended") or (kind == "dropped" and entry.status == "echoed"):
            places, words = (entry.new, "") if kind == "new" else ((entry.old,), entry.text)
            found.update({place: (words,) for place in places if place})
    return found
