"""The rows of an alignment, in reading order: links, one-sided rows with their candidates, and the relations of sections."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ccdiff.align.assignment import Pair
from ccdiff.align.core import Solution
from ccdiff.align.features import Area, Features, Place
from ccdiff.align.groups import Group, score
from ccdiff.align.roles import Roles
from ccdiff.align.settled import Review
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.align.titles import title_likeness
from ccdiff.model.alignment import Candidate, Link, ReviewedRow
from ccdiff.model.record import record
from ccdiff.text.similarity import increasing

Ids = Callable[[Iterable[int]], tuple[str, ...]]
MOST = 0.6  # of a section's paragraphs must be linked into another before it counts as a part of it
ALONE = 3  # paragraphs of a section of which one alone is still a part in a section of its own; of more it has moved


def paragraph_links(
    solution: Solution, old: Features, new: Features, review: Review, config: AlignThresholds
) -> tuple[Link, ...]:
    """All paragraph rows: reviewed, linked, and those without counterpart."""
    links = [_reviewed(row) for row in review.rows if row.kind == "paragraph"]
    links += [_linked(group, solution, old.places, new.places) for group in solution.paragraphs]
    done_old, done_new = {at for link in links for at in link.old}, {at for link in links for at in link.new}
    ids = [place.id for place in old.places], [place.id for place in new.places]
    mates = (
        {i: group.odds for group in solution.paragraphs for i in group.lefts},
        {j: group.odds for group in solution.paragraphs for j in group.rights},
    )
    nearest = _Nearest(((pair, scored.total) for pair, scored in solution.scored.items()), mates, ids, config)
    links += [nearest.row("dropped", place.id, place.rank) for place in old.places if place.id not in done_old]
    links += [nearest.row("new", place.id, place.rank) for place in new.places if place.id not in done_new]
    return _in_reading_order(links, *ids)


def _reviewed(row: ReviewedRow) -> Link:
    relation = row.relation or ("new" if not row.old else "dropped" if not row.new else None)
    return Link(row.old, row.new, 1.0, "reviewed", "reviewed", relation)


def _linked(group: Group, solution: Solution, old: Sequence[Place], new: Sequence[Place]) -> Link:
    pairs = [(i, j) for i in group.lefts for j in group.rights]
    scored = max((solution.scored[pair] for pair in pairs if pair in solution.scored), key=lambda s: (s.total, s.why))
    shape = ["split"] if len(group.rights) > 1 else ["merge"] if len(group.lefts) > 1 else []
    lefts, rights = tuple(old[i].id for i in group.lefts), tuple(new[j].id for j in group.rights)
    return Link(lefts, rights, score(group.odds), why="+".join([*shape, *scored.why]))


class _Nearest:
    """For every place (or section) of either report the best of the other, and how sure it is that none is its counterpart.

    ``odds`` are those of all pairs looked at, ``mates`` those with which places of the old and of the new report are linked.
    """

    def __init__(
        self,
        odds: Iterable[tuple[Pair, float]],
        mates: tuple[Mapping[int, float], Mapping[int, float]],
        ids: tuple[Sequence[str], Sequence[str]],
        config: AlignThresholds,
    ) -> None:
        self.config = config
        self.others = {"dropped": ids[1], "new": ids[0]}
        self.mate_odds = {"dropped": mates[1], "new": mates[0]}
        self.found: dict[tuple[str, int], list[tuple[float, int]]] = defaultdict(list)
        for (i, j), value in odds:
            if i not in mates[0]:
                self.found["dropped", i].append((-value, j))
            if j not in mates[1]:
                self.found["new", j].append((-value, i))

    def row(self, relation: str, at: str, rank: int) -> Link:
        """The row of what has no counterpart."""
        found = sorted(self.found[relation, rank])[: self.config.candidates_shown]
        doubt = max((_despite(-less, self.mate_odds[relation].get(other)) for less, other in found), default=0.0)
        most = round(max(0.0, self.config.possible_below - 0.01), 3)  # what is offered scores below what is stated
        candidates = tuple(Candidate(self.others[relation][other], min(score(-less), most)) for less, other in found)
        old, new = ((at,), ()) if relation == "dropped" else ((), (at,))
        return Link(old, new, round(1 - doubt, 3), why="alone", relation=relation, candidates=candidates)


def _despite(odds: float, mate: float | None) -> float:
    """The likelihood of a candidate that has, or has not, found another counterpart with log-odds ``mate``."""
    weight = math.exp(min(30.0, odds))
    return weight / (1 + weight + (math.exp(min(30.0, mate)) if mate is not None else 0.0))


def _in_reading_order(links: Sequence[Link], old: Sequence[str], new: Sequence[str]) -> tuple[Link, ...]:
    """By the old report; a row of the new alone stands after the row of the paragraph before it."""
    at_old, at_new = ({at: rank for rank, at in enumerate(ids)} for ids in (old, new))
    row_of_new = {at_new[at]: at_old[link.old[0]] for link in links if link.old for at in link.new}

    def place(link: Link) -> tuple[int, int, int]:
        if link.old:
            return at_old[link.old[0]], 0, at_new[link.new[0]] if link.new else 0
        rank = at_new[link.new[0]]
        before = next((row_of_new[k] for k in range(rank - 1, -1, -1) if k in row_of_new), -1)
        return before, 1, rank

    return tuple(sorted(links, key=place))


def section_links(
    solution: Solution, old: Features, new: Features, review: Review, roles: Roles, config: AlignThresholds
) -> tuple[Link, ...]:
    """All section rows, with their relations."""
    fixed = [row for row in review.rows if row.kind == "section"]
    settled = {at for row in fixed for at in row.old}, {at for row in fixed for at in row.new}
    groups = _section_groups(solution, old, new, review)
    pairs = [*solution.sections, *review.sections.links]
    kinds = _Kinds(old.areas, new.areas, _moved(pairs, old.areas, new.areas), roles, config.title_same)
    links = [kinds.reviewed(row) for row in fixed] + [kinds.found(group) for group in groups]
    done = {i for group in groups for i in group.lefts}, {j for group in groups for j in group.rights}
    ids = [area.id for area in old.areas], [area.id for area in new.areas]
    odds = solution.section_odds
    mates = {i: odds[i, j] for i, j in solution.sections}, {j: odds[i, j] for i, j in solution.sections}
    nearest = _Nearest(odds.items(), mates, ids, config)
    for side, relation, areas in ((0, "dropped", old.areas), (1, "new", new.areas)):
        lonely = (area for area in areas if area.rank not in done[side] and area.id not in settled[side])
        links += [nearest.row(relation, area.id, area.rank) for area in lonely]
    return _in_reading_order(links, *ids)


@record
class _Kinds:
    """What relates two sections: ``moved`` are pairs that left their place, titles from ``alike`` on are the same."""

    old: Sequence[Area]
    new: Sequence[Area]
    moved: set[Pair]
    roles: Roles
    alike: float

    def found(self, group: Group) -> Link:
        """The row of sections that correspond."""
        one, other = self.old[group.lefts[0]], self.new[group.rights[0]]
        why = [f"title:{title_likeness(one, other):.2f}"] if one.level else ["function:front"]
        if one.role and one.role == other.role:
            why.append(f"function:{one.role}")
        lefts, rights = tuple(self.old[i].id for i in group.lefts), tuple(self.new[j].id for j in group.rights)
        relation = self._relation(group.lefts, group.rights)
        return Link(lefts, rights, score(group.odds), why="+".join(why), relation=relation)

    def reviewed(self, row: ReviewedRow) -> Link:
        """The row that a person settled."""
        link = _reviewed(row)
        if link.relation or not (row.old and row.new):
            return link
        lefts = [area.rank for area in self.old if area.id in row.old]
        rights = [area.rank for area in self.new if area.id in row.new]
        return Link(row.old, row.new, 1.0, "reviewed", "reviewed", self._relation(lefts, rights))

    def _relation(self, lefts: Sequence[int], rights: Sequence[int]) -> str:
        if len(rights) > 1:
            return "split"
        if len(lefts) > 1:
            return "merged"
        if (lefts[0], rights[0]) in self.moved:
            return "moved"
        one, other = self.old[lefts[0]], self.new[rights[0]]
        same = self.roles.same_title(one.title, other.title) or title_likeness(one, other) >= self.alike
        return "same" if same or one.level == 0 else "renamed"


def _section_groups(solution: Solution, old: Features, new: Features, review: Review) -> list[Group]:
    """The chosen section pairs, with the sections whose paragraphs mostly went into one of them joined to it."""
    groups = {pair: Group([pair[0]], [pair[1]], solution.section_odds[pair]) for pair in solution.sections}
    of_old, of_new = (
        {pair[0]: group for pair, group in groups.items()},
        {pair[1]: group for pair, group in groups.items()},
    )
    links = [(i, j) for group in solution.paragraphs for i in group.lefts for j in group.rights]
    links += review.paragraphs.links
    forward, backward = _partners(links), _partners((j, i) for i, j in links)
    for area in (a for a in old.areas if a.rank not in of_old and a.rank not in review.sections.lefts):
        host = of_new.get(_host(area, forward, new))
        if host and len(host.rights) == 1 and not _related(area.rank, host.lefts, old.areas):
            host.lefts = sorted([*host.lefts, area.rank])
    for area in (b for b in new.areas if b.rank not in of_new and b.rank not in review.sections.rights):
        host = of_old.get(_host(area, backward, old))
        if host and len(host.lefts) == 1 and not _related(area.rank, host.rights, new.areas):
            host.rights = sorted([*host.rights, area.rank])
    return [groups[pair] for pair in sorted(groups)]


def _partners(links: Iterable[Pair]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for here, there in links:
        found[here].append(there)
    return found


def _host(area: Area, linked: Mapping[int, Sequence[int]], other: Features) -> int:
    """The section of the other report into which most paragraphs directly under ``area`` went; -1 where most did not."""
    went = Counter(rank for at in area.places for rank in {other.places[there].area for there in linked.get(at, ())})
    if not went:
        return -1
    best, number = max(went.items(), key=lambda item: (item[1], -item[0]))
    host, mine = other.areas[best], len(area.places)
    return best if number >= MOST * mine and (number > 1 or len(host.within) <= ALONE) else -1


def _related(rank: int, group: Sequence[int], areas: Sequence[Area]) -> bool:
    """Whether a section stands under one of the group, or over it."""
    return any(rank in _above(other, areas) or other in _above(rank, areas) for other in group)


def _above(rank: int, areas: Sequence[Area]) -> list[int]:
    found = []
    parent = areas[rank].parent
    while parent is not None:
        found.append(parent)
        parent = areas[parent].parent
    return found


def _moved(links: Sequence[Pair], old: Sequence[Area], new: Sequence[Area]) -> set[Pair]:
    """The pairs whose parent changed, or that left the order of their counterparts under the same parent."""
    mates = defaultdict(set)
    for i, j in links:
        mates[i].add(j)
    families: dict[tuple[int | None, int | None], list[Pair]] = defaultdict(list)
    moved: set[Pair] = set()
    for i, j in sorted(links):
        above, over = old[i].parent, new[j].parent
        if (above is None) != (over is None) or (above is not None and over not in mates.get(above, ())):
            moved.add((i, j))
        else:
            families[above, over].append((i, j))
    for family in families.values():
        sizes = [2 + min(len(old[i].within), len(new[j].within)) for i, j in family]
        kept = {family[k] for k in increasing([j for _, j in family], sizes)}
        moved.update(pair for pair in family if pair not in kept)
    return moved
