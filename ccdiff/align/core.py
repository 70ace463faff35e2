"""The way of an alignment: texts, then sections, then paragraphs in their sections, then splits and mergers, then sections again."""

from __future__ import annotations

from dataclasses import field

from ccdiff.align.assignment import Pair
from ccdiff.align.context import SectionTies
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import Features
from ccdiff.align.groups import Group, Groups
from ccdiff.align.paragraphs import ParagraphScores, Scored
from ccdiff.align.sections import SectionBasis, SectionScores
from ccdiff.align.settled import Settled
from ccdiff.align.tellings import Tellings
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.model.record import draft


@draft
class Solution:
    """Links by rank, left to right; the rows that persons settled are not among them."""

    paragraphs: list[Group]
    sections: list[Pair]
    section_odds: dict[Pair, float]
    scored: dict[Pair, Scored] = field(default_factory=dict)

    def turned(self) -> Solution:
        """The same with the sides exchanged."""
        return Solution(
            [Group(group.rights, group.lefts, group.odds) for group in self.paragraphs],
            sorted((j, i) for i, j in self.sections),
            {(j, i): odds for (i, j), odds in self.section_odds.items()},
            {(j, i): scored for (i, j), scored in self.scored.items()},
        )


def solve(old: Features, new: Features, config: AlignThresholds, paragraphs: Settled, sections: Settled) -> Solution:
    """Which paragraphs and sections correspond. Turned round, the same: the sides are taken in an order that their texts decide."""
    if _order(old) <= _order(new):
        return _solve(old, new, config, paragraphs, sections)
    return _solve(new, old, config, paragraphs.turned(), sections.turned()).turned()


def _order(side: Features) -> tuple[list[str], list[str]]:
    return [place.key for place in side.places], [area.title for area in side.areas]


def _solve(
    left: Features, right: Features, config: AlignThresholds, paragraphs: Settled, sections: Settled
) -> Solution:
    evidence = Evidence(left, right, config)
    scores = ParagraphScores(evidence, paragraphs.barred, (paragraphs.lefts, paragraphs.rights))
    fixed = list(paragraphs.links)
    links = [*scores.anchors(), *fixed]
    titles = SectionBasis(evidence, sections)
    for _ in range(2):  # sections from sure paragraphs, paragraphs from sections, and both once more
        areas = SectionScores(titles, scores.telling(links))
        ties = SectionTies(areas, sections.links)
        links = [*scores.settle(ties, fixed), *fixed]
    tellings = Tellings(evidence)
    odds = scores.likely()
    barred = paragraphs.barred | scores.elsewhere
    groups = Groups(evidence, tellings, odds, barred, (paragraphs.lefts, paragraphs.rights))
    grown = groups.grown([pair for pair in links if pair in odds])
    linked = [(i, j) for group in grown for i in group.lefts for j in group.rights]
    scores.fill(_lonely(grown, evidence, paragraphs), paragraphs.barred)
    areas = SectionScores(titles, [*scores.telling(linked), *fixed])
    return Solution(grown, areas.chosen(), areas.log_odds, scores.scored)


def _lonely(groups: list[Group], evidence: Evidence, settled: Settled) -> tuple[list[int], list[int]]:
    """The places that neither the aligner nor a person has linked, of either side."""
    done = {i for group in groups for i in group.lefts}, {j for group in groups for j in group.rights}
    return (
        [p.rank for p in evidence.left.places if p.rank not in done[0] and p.rank not in settled.lefts],
        [p.rank for p in evidence.right.places if p.rank not in done[1] and p.rank not in settled.rights],
    )
