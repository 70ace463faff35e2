"""Decisions of minutes are formulas: what they are about stands in the heading."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.recommendations import recommendations
from ccdiff.reading import Reading

MEETING = "# 架构例会纪要 2022-8-{day}\n\n## 会议纪要\n\n{items}\n"
ITEM = "**议题{number}、{heading}**\n\n汇报人：王一\n\n会议结论：\n\n1、{told}\n\n"
REVIEW = "闭环遗留问题后再上会评审。"


def meeting(day: int, *items: tuple[str, str]) -> str:
    told = "".join(ITEM.format(number=n, heading=at, told=text) for n, (at, text) in enumerate(items, 1))
    return MEETING.format(day=day, items=told)


OLD = meeting(
    23,
    ("iperf三方库建仓申请", REVIEW),
    ("gson三方库建仓申请", "同意gson在社区建仓。"),
    ("vendor_kaihong仓申请孵化毕业", REVIEW),
)
NEW = meeting(
    30,
    ("vulkan仓申请孵化毕业", REVIEW),
    ("ruby三方库建仓申请", "同意ruby在社区建仓。"),
    ("iperf三方库建仓申请", "场景不明，暂不同意建仓。"),
    ("vendor_kaihong仓申请孵化毕业", "遗留问题闭环后准出。"),
)


@pytest.mark.parametrize(
    ("heading", "statuses", "there"),
    [
        ("iperf", ("amended", "echoed"), "iperf"),
        ("gson", ("dropped",), ""),
        ("kaihong", ("amended", "echoed"), "kaihong"),
    ],
)
def test_a_decision_is_looked_for_below_the_heading_of_its_matter(
    heading: str, statuses: tuple[str, ...], there: str
) -> None:
    old, new = from_text(OLD), from_text(NEW)
    (row,) = (one for one in recommendations(pair(old, new)) if one.old and heading in title(old, one.old))
    assert row.status in statuses
    assert all(there and there in title(new, at) for at in row.new)


def title(reading: Reading, at: str) -> str:
    """The heading above a place."""
    return next(section.title for section in reading.report.sections if at in section.paragraphs)


def test_the_same_formula_on_another_matter_is_no_amendment() -> None:
    rows = recommendations(pair(from_text(OLD), from_text(NEW)))
    new = from_text(NEW)
    assert {title(new, at) for row in rows if row.status == "new" for at in row.new} >= {
        "vulkan仓申请孵化毕业",
        "ruby三方库建仓申请",
    }
