"""Which pairs are looked at: few enough for long reports, and the right ones among them."""

from __future__ import annotations

from ccdiff.align import sections
from ccdiff.align.candidates import nearest, rare_terms, shared
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import features
from ccdiff.align.sections import SectionBasis
from ccdiff.align.settled import Settled
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.reading import Reading
from tests.align.reports import MEETING, aligned, report

MATTERS = ("桥梁", "渔网", "蜂群", "档案", "温泉", "泥炭", "灯塔", "雪崩", "竹林", "疫苗")


def chapters(count: int, first: int = 0) -> Reading:
    """A report of so many chapters, each about a matter and a year of its own; those before ``first`` stand at its end."""
    order = [*range(first, count), *range(first)]
    return report(
        [
            (
                f"第{place + 1}章",
                f"{MATTERS[n % 10]}与{MATTERS[n // 10]}",
                [f"{1900 + n}年的{MATTERS[n % 10]}由{MATTERS[n // 10]}科管理。"],
            )
            for place, n in enumerate(order)
        ]
    )


def looked_at(count: int) -> int:
    left, right = (features(chapters(count, first)) for first in (0, 3))
    return len(SectionBasis(Evidence(left, right, AlignThresholds()), Settled()).odds)


def test_of_very_many_sections_each_is_held_against_a_few():
    assert looked_at(20) == 20 * 20 + 1
    assert looked_at(100) <= 100 * 2 * (sections.EACH + 2 * sections.BESIDE + 1)


def test_what_is_found_among_few_candidates_is_what_is_found_among_all(monkeypatch):
    pairs = ((chapters(30), chapters(30, 7)), (report(MEETING), report((*MEETING[1:], MEETING[0]))))
    among_all = [aligned(*pair).sections for pair in pairs]
    monkeypatch.setattr(sections, "ALL", 0)
    for pair, found in zip(pairs, among_all, strict=True):
        assert [(row.old, row.new, row.relation) for row in aligned(*pair).sections] == [
            (row.old, row.new, row.relation) for row in found
        ]


def test_common_terms_are_left_out_once_the_effort_is_spent():
    left, right = {"rare": 1, "usual": 9}, {"rare": 1, "usual": 9}
    assert rare_terms(left, right, effort=5) == ["rare"]
    assert rare_terms(left, right, effort=100) == ["rare", "usual"]


def test_of_those_that_share_something_the_ones_that_share_most_are_kept():
    left = [frozenset({"a", "b"})]
    right = [frozenset({"a"}), frozenset({"a", "b"}), frozenset({"c"})]
    rows, columns = shared(left, right, {"a", "b"}, {"a": 1, "b": 2})
    assert rows[0] == {0: 1, 1: 3}
    assert (0, 1) in nearest(rows, columns, each=1)
    assert all(j != 2 for _, j in nearest(rows, columns, each=3))
