"""What a body asks in the account of its meeting, where no chapter holds its recommendations."""

from __future__ import annotations

import pytest
from ledger_reports import from_text

from ccdiff.derive.recommendations import find_recommendations

ACCOUNT = """
Report of the Seal Commission

Catches

1. The Commission noted that 14 boats had been licensed. No new grounds were notified.

2. {}

3. The Commission endorsed the plan for the harp seal. The observer of Norway thanked the Commission.
"""

ASKED = (
    "The Commission noted the rising number of boats and requested that further thought be given to a limit.",
    "The Commission urged Members to consider ratifying the convention.",
    "The Commission received the report of the divers. It requested the Director to publish the charts.",
    "The Commission decided to close the northern grounds.",
)
NOT_ASKED = (
    "The Commission requested the observer of Chile to convey its condolences to the family of the first Chair.",
    "The Commission expects to meet in spring.",
    "Norway urged Members to ratify the convention.",
    "The Commission welcomed the report, in which the divers urged boats to slow down.",
    "The Commission approved the minutes of its last meeting.",
    "At its twelfth session, the Commission requested the Director to publish the charts.",
    "The Scientific Committee recommended a limit of 90 boats.",
)


def found(text: str) -> list[str]:
    return [one.locator for one in find_recommendations(from_text(ACCOUNT.format(text), "en"))]


@pytest.mark.parametrize("text", ASKED)
def test_what_the_body_asks_in_its_account_is_its_recommendation(text: str) -> None:
    assert found(text) == ["2"]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_others_ask_or_it_did_itself_is_none(text: str) -> None:
    assert found(text) == []


def test_where_a_chapter_holds_them_the_account_is_not_searched() -> None:
    text = ACCOUNT.format(ASKED[1]) + "\nRecommendations\n\n4. Members should mark their boats.\n"
    assert [one.locator for one in find_recommendations(from_text(text, "en"))] == ["4"]


def test_a_body_may_be_known_by_its_short_name_alone() -> None:
    text = ACCOUNT.replace("Commission", "NASCO").format("The NASCO requested the Director to publish the charts.")
    assert [one.locator for one in find_recommendations(from_text(text, "en"))] == ["2"]
