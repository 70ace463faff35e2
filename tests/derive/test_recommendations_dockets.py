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
    ("ruby三方库建仓申请", "暂缓建仓，完成整改后再次评审。"),
    ("vendor_kaihong仓申请孵化毕业", REVIEW),
)
NEW = meeting(
    30,
    ("vulkan仓申请孵化毕业", REVIEW),
    ("xlnt三方库建仓申请", "同意xlnt在社区建仓。"),
    ("iperf三方库建仓申请", "场景不明，暂不同意建仓。"),
    ("vendor_kaihong仓申请孵化毕业", "遗留问题闭环后准出。"),
)


@pytest.mark.parametrize(
    ("heading", "statuses", "there"),
    [
        ("iperf", ("amended", "echoed"), "iperf"),
        ("ruby", ("dropped",), ""),
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
        "xlnt三方库建仓申请",
    }


@pytest.mark.parametrize(
    ("language", "told", "many"),
    [
        ("zh", "会议同意gson在社区建仓。", 0),
        ("zh", "会议同意gson建仓，由秘书处下月前完成迁移。", 1),
        ("en", "It was RESOLVED to pay the invoices as listed.", 0),
        ("en", "It was RESOLVED to obtain three quotes for the fence.", 1),
    ],
)
def test_what_is_done_with_when_it_is_decided_is_not_told_as_given_up(language: str, told: str, many: int) -> None:
    texts = {
        "zh": "理事会会议纪要\n\n1. {told}\n\n2. 会议听取了汇报。\n",
        "en": "Minutes of the Parish Council\n\n1. {told}\n\n2. There were no apologies.\n",
    }
    old, new = (
        from_text(texts[language].format(told=text), language) for text in (told, "……" if language == "zh" else "None.")
    )
    assert len([row for row in recommendations(pair(old, new)) if row.old]) == many


def test_who_is_to_do_something_behind_a_dash_is_no_matter() -> None:
    text = "Minutes of the Tools Group\n\n## Action items\n\n* {told} -- Jane Smith\n"
    old, new = (
        from_text(text.format(told=told), "en")
        for told in (
            "The merge process should be reviewed after an interview.",
            "Positive cases of developers to be collected.",
        )
    )
    assert "amended" not in {row.status for row in recommendations(pair(old, new))}
