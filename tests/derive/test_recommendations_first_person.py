"""What an author asks in his own person, in a chapter of observations: "I ask", "it is my recommendation that", 我愿促请."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.recommendations import find_recommendations, recommendations
from ccdiff.derive.recommendations.find import Advice

FORMS = {
    "en": """
Report of the Secretary-General

I. Introduction

1. The present report covers the year.

II. Observations

2. {0}

3. The situation remained calm.
""",
    "zh": """
秘书长的报告

一. 导言

1. 本报告述及这一年的情况。

二. 意见

2. {0}

3. 局势依然平静。
""",
}

ASKED = [
    ("en", "It is my recommendation that the Council extend the mandate.", "recommend"),
    ("en", "My recommendation is therefore that the mandate be renewed.", "recommend"),
    ("en", "It remains my appeal that the roads be opened.", "call"),
    ("en", "Contributions would be welcome, and I encourage Member States to make them.", "encourage"),
    ("en", "I ask both parties to cease the jamming.", "request"),
    ("en", "I also ask the Assembly to approve the budget.", "request"),
    ("en", "I would like to urge all sides to keep calm.", "urge"),
    ("en", "I would strongly encourage donors to pay.", "encourage"),
    ("en", "In this regard I call upon the Government to lift the ban.", "call"),
    ("en", "Once again I appeal to the parties to free the prisoners.", "call"),
    ("en", "Therefore we urge States to ratify the treaty.", "urge"),
    ("en", "We recommend that the Fund be closed.", "recommend"),
    ("en", "I propose that the post be abolished.", "recommend"),
    ("en", "I implore the parties to stop the fighting.", "urge"),
    ("zh", "我的建议是将任期延长一年。", "recommend"),
    ("zh", "本人的呼吁是各方立即停火。", "call"),
    ("zh", "因此我建议安全理事会延长任期。", "recommend"),
    ("zh", "为此本人吁请各方停火。", "call"),
    ("zh", "我愿促请各方恢复谈判。", "urge"),
    ("zh", "我必须强烈呼吁各方保护平民。", "call"),
    ("zh", "在这方面我敦促政府解除禁令。", "urge"),
    ("zh", "本人谨此建议大会核准预算。", "recommend"),
    ("zh", "我们建议撤销该基金。", "recommend"),
]
TOLD = [
    ("en", "I asked both parties to cease the jamming."),
    ("en", "I ask myself whether peace is near."),
    ("en", "I am encouraged by the talks."),
    ("en", "I have recommended an extension in my last report."),
    ("en", "The Council welcomed the steps that I recommend in my report."),
    ("en", "One delegation said that we recommend too much."),
    ("en", "He said that it was my recommendation that had failed."),
    ("en", "I welcome the response to my appeal for funds."),
    ("en", "I do not recommend an extension."),
    ("en", "My Special Envoy asked the parties to meet."),
    ("en", "The Secretary-General proposes 151 posts for the year."),
    ("zh", "我曾建议延长任期。"),
    ("zh", "我的特别代表敦促各方恢复谈判。"),
    ("zh", "我国建议延长任期。"),
    ("zh", "有代表说，我们建议太多。"),
    ("zh", "我不建议延长任期。"),
    ("zh", "我的建议已获采纳。"),
]


def observed(language: str, sentence: str) -> list[Advice]:
    return list(from_text(FORMS[language].format(sentence), language=language).once(find_recommendations))


@pytest.mark.parametrize(("language", "sentence", "strength"), ASKED)
def test_what_an_author_asks_in_his_own_person_is_a_recommendation(language: str, sentence: str, strength: str) -> None:
    assert [(one.locator, one.strength) for one in observed(language, sentence)] == [("2", strength)]


@pytest.mark.parametrize(("language", "sentence"), TOLD)
def test_what_an_author_tells_or_another_said_is_none(language: str, sentence: str) -> None:
    assert observed(language, sentence) == []


def test_i_recommend_and_it_is_my_recommendation_are_one_recommendation() -> None:
    before = "I recommend that the Security Council extend the mandate of the Force for six months, until 30 June 2021."
    after = (
        "It is my recommendation that the mandate of the Force be extended by the Security Council for a further "
        "period of twelve months, that is, until 30 June 2022."
    )
    old, new = (from_text(FORMS["en"].format(text), language="en") for text in (before, after))
    assert [(row.old, row.new, row.status) for row in recommendations(pair(old, new))] == [("2", ("2",), "amended")]
