"""The second look at paragraphs without counterpart: what links two of them, and that a stranger stays alone."""

from types import SimpleNamespace

import pytest

from ccdiff.align.leftover import second_look
from ccdiff.align.paragraphs import Scored
from ccdiff.align.thresholds import AlignThresholds

SECTION, NEIGHBOURS, WORDS = {"mate": {1: 1}}, {"links": [(0, 0), (2, 2)]}, {"beyond": {(1, 1): 2.0}}


def looked(
    told=0.8,
    other=0.0,
    total=0.0,
    mate=None,
    links=(),
    beyond=None,
    left=(1,),
    kinship=0.0,
    elsewhere=(),
    areas=(0, 1, 2),
):
    """The links among the places left over; place 1 stands alone in section 1, and ``told`` is how well its sentence is told."""
    places = [SimpleNamespace(area=area) for area in areas]
    scores = SimpleNamespace(
        kinship=kinship,
        scored={(i, 1): Scored(total, total) for i in left},
        left=places,
        right=places,
        beyond=beyond or {},
        elsewhere=set(elsewhere),
        config=AlignThresholds(),
    )
    tellings = SimpleNamespace(most=lambda side, one, two: told if (one, two) == (1, 1) else other)
    found = second_look(scores, tellings, SimpleNamespace(mate=mate or {}), links, (list(left), [1]))
    return [(group.lefts, group.rights) for group in found]


@pytest.mark.parametrize("trait", [SECTION, NEIGHBOURS, WORDS])
def test_a_sentence_told_alone_links_with_one_more_trait(trait):
    assert looked(**trait) == [([1], [1])]
    assert looked(**trait, told=0.0) == []


def test_a_stranger_stays_alone():
    assert looked() == []  # the sentence alone
    assert looked(**SECTION, total=-4.0) == []
    assert looked(**SECTION, **NEIGHBOURS, **WORDS, elsewhere=[(1, 1)]) == []
    assert (
        looked(**SECTION, **NEIGHBOURS, **WORDS, kinship=-0.1) == []
    )  # reports that have little to do with one another


def test_a_sentence_links_what_tells_it_best():
    words = {(1, 1): 2.0, (2, 1): 2.0}
    assert looked(beyond=words, left=(1, 2), other=0.0) == [([1], [1])]
    assert looked(beyond=words, left=(1, 2), told=0.5, other=1.0) == [([2], [1])]


def test_a_section_says_nothing_where_more_is_left_over_in_it():
    assert looked(**SECTION, areas=(0, 1, 2), left=(1, 2)) == [([1], [1])]
    assert looked(**SECTION, areas=(0, 1, 1), left=(1, 2)) == []
