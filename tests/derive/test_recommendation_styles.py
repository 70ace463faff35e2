"""Recommendations in the styles of many bodies: numbered or not, with a chapter of their own, an outcome, or operative paragraphs."""

from __future__ import annotations

from ledger_reports import found, from_text

FORUM = """
Report of the Regional Forum on Reservoirs

# Introduction

The Forum met in a town by a river.

# Discussion

The Forum encouraged speakers to be brief.

# Recommendations

The Forum called upon members to dredge their reservoirs.

The Forum thanked the host.

The Standing Committee urged Governments to train divers.
"""


def test_a_chapter_of_recommendations_needs_no_paragraph_numbers() -> None:
    assert found(from_text(FORUM, "en")) == ["/Recommendations¶1", "/Recommendations¶3"]


FUTURE = """
水库专家组第四次会议报告

一. 导言

1. 专家组举行了会议。

二. 结论和建议

2. 专家组请秘书处编写淤积手册。

三. 今后的工作

3. 专家组商定，第五次会议定于五月举行。
"""


def test_the_next_meeting_is_no_recommendation_beside_those_of_a_chapter() -> None:
    assert found(from_text(FUTURE)) == ["2"]
    assert found(from_text(FUTURE.replace("二. 结论和建议", "二. 审议情况"))) == ["3"]
