"""A second look, once all other links are known: paragraphs of both sides that found no counterpart, held against one another.

What tells then is a sentence that no other paragraph left over tells so well, and where the two stand. The weights are log-odds, by
logistic regression over 5,000 pairs of paragraphs left over in the judged pairs, of which 70 are links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ccdiff.align.assignment import Pair, choose
from ccdiff.align.context import Neighbours, SectionTies
from ccdiff.align.groups import Group
from ccdiff.align.paragraphs import ParagraphScores
from ccdiff.align.sections import log_odds
from ccdiff.align.tellings import Tellings

BIAS = -4.4  # -3.2 by regression; so much more against a link, since a wrong one costs more
NEVER, LEAST, MOST = -6.0, -5.0, 1.0  # log-odds as counterparts: those not looked at; as much as the others count
TOTAL = 0.38  # of these log-odds
TOLD, BEHIND, AHEAD = 3.0, -0.5, 0.8  # of a sentence told better than by the next best of either side
PLACE, OTHERWISE = 2.25, 1.15  # of neighbours that correspond; of what the texts share in other words
ONLY = 2.3  # of sections that correspond, with nothing else left over in either (vision: 12 and 8)


def second_look(
    scores: ParagraphScores,
    tellings: Tellings,
    ties: SectionTies,
    links: Sequence[Pair],
    left: tuple[list[int], list[int]],
) -> list[Group]:
    """The links among the places ``left`` over, beside all other ``links``; none where reports have little to do with one another."""
    if scores.kinship < 0:
        return []
    alone = set(left[0]), set(left[1])
    only, around = _only(scores, ties, left), Neighbours(links, scores.left, scores.right)
    least = log_odds(scores.config.possible_below)
    odds = {}
    for pair, one in scores.scored.items():
        free = pair[0] in alone[0] and pair[1] in alone[1] and pair not in scores.elsewhere
        if free and one.total > NEVER and not one.apart:
            rest = BIAS + TOTAL * max(LEAST, min(MOST, one.total)) + ONLY * (pair in only) - least
            rest += PLACE * around.support(pair) + OTHERWISE * scores.beyond.get(pair, 0.0)
            if rest + TOLD * AHEAD > 0:
                odds[pair] = rest
    told = {(i, j): max(tellings.most(1, j, i), tellings.most(0, i, j)) for i, j in odds}
    best: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for pair, much in told.items():
        for node in enumerate(pair):
            best[node] = sorted([*best[node], much])[1:]
    for pair, much in told.items():
        rivals = [best[node][much < best[node][1]] for node in enumerate(pair)]
        odds[pair] += TOLD * max(BEHIND, min(AHEAD, 2 * much - sum(rivals)))
    chosen = choose({pair: round(1000 * one) for pair, one in odds.items()})
    return [Group([i], [j], odds[i, j] + least) for i, j in chosen]


def _only(scores: ParagraphScores, ties: SectionTies, left: tuple[list[int], list[int]]) -> set[Pair]:
    """Of sections that correspond the places that alone are left over in them."""
    within: tuple[dict[int, list[int]], dict[int, list[int]]] = defaultdict(list), defaultdict(list)
    for held, ranks, places in zip(within, left, (scores.left, scores.right), strict=True):
        for rank in ranks:
            held[places[rank].area].append(rank)
    found = [(within[0].get(a, []), within[1].get(b, [])) for a, b in ties.mate.items()]
    return {(here[0], there[0]) for here, there in found if len(here) == len(there) == 1}
