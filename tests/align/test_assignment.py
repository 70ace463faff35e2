"""The choice as a whole is the best there is."""

import random

from ccdiff.align import assignment
from ccdiff.align.assignment import Pair, choose


def best_total(weights: dict[Pair, int], lefts: int, rights: int) -> int:
    """The greatest total, by trying everything."""

    def rest(left: int, used: frozenset[int]) -> int:
        if left == lefts:
            return 0
        taken = [weights.get((left, j), 0) + rest(left + 1, used | {j}) for j in range(rights) if j not in used]
        return max([rest(left + 1, used), *taken])

    return rest(0, frozenset())


def test_the_choice_has_the_greatest_total_weight():
    chance = random.Random(1)
    for _ in range(200):
        lefts, rights = chance.randint(1, 5), chance.randint(1, 5)
        weights = {(i, j): chance.randint(-3, 12) for i in range(lefts) for j in range(rights) if chance.random() < 0.7}
        chosen = choose(weights)
        assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen)
        assert sum(weights[pair] for pair in chosen) == best_total(weights, lefts, rights)


def test_two_good_links_are_better_than_one_very_good():
    assert choose({(0, 0): 10, (0, 1): 9, (1, 0): 9}) == [(0, 1), (1, 0)]


def test_a_pair_of_no_weight_is_never_taken():
    assert choose({(0, 0): 0, (1, 1): -5}) == []


def test_a_very_large_component_takes_the_heaviest_pairs_first(monkeypatch):
    monkeypatch.setattr(assignment, "LARGEST", 2)
    assert choose({(0, 0): 10, (0, 1): 9, (1, 0): 9}) == [(0, 0)]
