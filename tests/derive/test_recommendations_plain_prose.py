"""Recommendations of a report that numbers no paragraph: what a chapter of them says should be."""

from __future__ import annotations

import pytest
from ledger_reports import from_text

from ccdiff.derive.recommendations import find_recommendations

REPORT = """Annual report of the Avalanche Service 2022

## Observers

The Service had 87 observers, who should have sent more reports than they did in the whole of the winter.

## {title}

{sentence}

## Staff

Fourteen persons work for the Service, two more than in the year before; they live near its offices in Lienthal.
"""
ASKED = [
    "The Directorate should fill the two vacant posts of forecaster before the next winter.",
    "The allowance for observers should be raised to 45 euros a day.",
    "Hunters and foresters should be admitted to the courses.",
    "Municipalities must bring their maps up to date by 2025; more than a third are older than 20 years.",
]
TOLD = [
    "Several mayors said that the maps should be drawn anew.",
    "The maps of most municipalities are more than 20 years old.",
]


def found(title: str, sentence: str) -> list[str]:
    report = from_text(REPORT.format(title=title, sentence=sentence), language="en")
    return [one.locator for one in report.once(find_recommendations)]


@pytest.mark.parametrize("sentence", ASKED)
def test_what_should_be_is_recommended_in_a_chapter_of_recommendations(sentence: str) -> None:
    assert found("Recommendations", sentence) == ["/Recommendations¶1"]


@pytest.mark.parametrize("sentence", TOLD)
def test_what_others_held_and_what_is_are_none(sentence: str) -> None:
    assert found("Recommendations", sentence) == []


@pytest.mark.parametrize("sentence", ASKED)
def test_elsewhere_it_is_none(sentence: str) -> None:
    assert found("Snow and weather", sentence) == []
