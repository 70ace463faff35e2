"""Recommendations of English reports: whose they are, in which tense and mood, and what became of them."""

from __future__ import annotations

import pytest
from ledger_reports import found, from_text, only, pair

from ccdiff.derive.recommendations import find_recommendations, recommendations
from ccdiff.reading import Reading

ENGLISH = """
Report of the Secretary-General

I. Introduction

1. The present report covers the activities of the Force. The Council requested the parties to report.

2. Speakers recommended that a handbook be prepared.

II. Observations

3. I remain concerned about the crossings. I call on the parties to keep the ceasefire.

4. The situation remained calm.

5. I therefore recommend that the Security Council extend the mandate of the Force.
"""


def test_the_author_of_an_english_report_recommends_in_his_observations() -> None:
    found_there = from_text(ENGLISH, language="en").once(find_recommendations)
    assert [(advice.locator, advice.strength) for advice in found_there] == [("3", "call"), ("5", "recommend")]


def test_an_english_recommendation_made_again_in_stronger_words_is_amended() -> None:
    old = from_text(ENGLISH, language="en")
    new = from_text(ENGLISH.replace("I call on", "I urge"), language="en")
    rows = {row.old: row for row in recommendations(pair(old, new))}
    assert (rows["3"].status, rows["3"].shift, rows["3"].new) == ("amended", "strengthened", ("3",))
    assert rows["5"].status == "kept"


def test_may_wish_to_offers_a_recommendation_to_a_forum() -> None:
    text = ENGLISH.replace(
        "4. The situation remained calm.", "4. The Commission may wish to invite States to share data."
    )
    found_there = from_text(text, language="en").once(find_recommendations)
    assert ("4", "invite") in [(advice.locator, advice.strength) for advice in found_there]


def english(*paragraphs: str, title: str = "Conclusions and recommendations") -> Reading:
    body = "\n\n".join(f"{k}. {text}" for k, text in enumerate(paragraphs, 2))
    stock = "\n\n".join(f"{k}. The weather on day {k} was fair." for k in range(20, 40))
    head = "Report of the Commission on Rivers\n\nI. Introduction\n\n1. Opening."
    return from_text(f"{head}\n\nII. {title}\n\n{body}\n\nIII. Weather\n\n{stock}\n", "en")


CHAPEAUX = [
    ("The Commission adopted the following conclusions and recommendations.", []),
    ("The Commission adopted the conclusions and recommendations set out below.", []),
    ("The Commission adopted the following conclusions: it welcomed the study and took note of the report.", ["2"]),
    ("The Chair-Rapporteur recommended that:\n\n(a) Guidelines be prepared;\n\n(b) Talks be held.", ["2(a)", "2(b)"]),
]


@pytest.mark.parametrize(("text", "wanted"), CHAPEAUX)
def test_words_that_say_that_recommendations_follow_are_none(text: str, wanted: list[str]) -> None:
    reading = english(text, "The Commission requested the secretariat to prepare a study on dams.")
    assert found(reading) == [*wanted, "3"]


def test_a_committee_recommends_wherever_it_says_so_in_the_present_tense() -> None:
    text = (
        "Report of the Advisory Committee\n\nI. Resources\n\n1. The Advisory Committee was informed of the delay. "
        "The Advisory Committee recommends the approval of the proposals.\n\n"
        "2. The Secretary-General recommends three posts.\n\n3. The Advisory Committee recommended that in 2019.\n"
    )
    assert found(from_text(text, "en")) == ["1"]


def test_one_frame_is_not_one_matter() -> None:
    old = english(
        "The Commission requested the secretariat to prepare a study on hydropower dams for its eighth session."
    )
    new = english(
        "The Commission requested the secretariat to prepare guidelines on fish migration for its ninth session."
    )
    assert [(row.old, row.status) for row in recommendations(pair(old, new))] == [("2", "dropped"), (None, "new")]


def test_an_english_matter_is_what_is_asked_for_not_who_asks_and_when() -> None:
    asked = (
        "The Commission requested the secretariat to prepare a study on nature-based solutions for its eighth session."
    )
    old = english(asked)
    done = "The Commission had before it a study prepared by the secretariat on nature-based solutions."
    other = "The Commission requested the secretariat at its eighth session to prepare the list of speakers."
    assert only(old, english(done, title="Deliberations")).status == "echoed"
    assert only(old, english(other, title="Deliberations")).status == "dropped"


def test_a_request_put_into_a_standing_paragraph_is_new() -> None:
    stays = "3. The commitment of both parties to the Agreement remains essential, and I count on their cooperation."
    old = from_text(
        ENGLISH.replace(
            "3. I remain concerned about the crossings. I call on the parties to keep the ceasefire.", stays
        ),
        "en",
    )
    new = from_text(
        ENGLISH.replace(
            "3. I remain concerned about the crossings. I call on the parties to keep the ceasefire.",
            f"{stays} I call on the parties to open the gates.",
        ),
        "en",
    )
    rows = recommendations(pair(old, new, ("3", "3")))
    assert [(row.old, row.new, row.status) for row in rows] == [("5", ("5",), "kept"), (None, ("3",), "new")]


FURTHER = [
    ("The Advisory Committee is of the view that the delay is long and therefore recommends a reduction.", True),
    ("The Advisory Committee, taking the past into consideration, recommends a reduction.", True),
    ("The Committee notes the delay and trusts that an update will be provided.", True),
    (
        "The Advisory Committee was informed that the Secretary-General proposes three posts and recommends a fourth.",
        False,
    ),
    ("It remains critical that the parties maintain their liaison.", False),
]


@pytest.mark.parametrize(("sentence", "directs"), FURTHER)
def test_a_committee_may_recommend_further_on_in_its_sentence(sentence: str, directs: bool) -> None:
    text = f"Report of the Advisory Committee\n\nI. Resources\n\n1. The budget was discussed. {sentence} It rained.\n\n2. Other matters.\n"
    rows = from_text(text, "en").once(find_recommendations)
    assert [advice.said for advice in rows] == ([sentence] if directs else [])


AGREED = """United Nations

Report of the Expert Group on Coastal Trade on its second session

I. Agreed policy recommendations

1. At its closing plenary meeting, the Expert Group agreed on the following policy recommendations:

(a) Calls upon member States to keep harbour registers;

(b) Invites the secretariat to prepare a study on harbour dues.

II. Chair's summary

2. The representative of one regional group requested that documents be made available in all official languages.
"""


def test_what_was_agreed_is_recommended_whatever_word_stands_before_the_noun() -> None:
    found_there = from_text(AGREED, language="en").once(find_recommendations)
    assert [(one.locator, one.strength) for one in found_there] == [("1(a)", "call"), ("1(b)", "invite")]


def test_what_is_asked_of_another_subject_is_not_asked_more_strongly() -> None:
    both = pair(from_text(ENGLISH, "en"), from_text(ENGLISH.replace("I call on", "I urge"), "en"))
    both.subjects = ("Force in the North", "Force in the South")
    assert {row.old: row.shift for row in recommendations(both)}["3"] == ""


def test_a_list_of_those_present_takes_nothing_up() -> None:
    listed = "The following organizations attended: Society for Glacial Lakes Monitoring, World Bank and World Health Organization."
    present = "The meeting was attended by representatives of the following States: Fiji, India, Nauru and Tonga."
    old = english("The Commission invites the Society for Glacial Lakes Monitoring to train divers.")
    new = english(present, listed, title="Attendance")
    row = recommendations(pair(old, new))[0]
    assert (row.status, row.new) == ("dropped", ())


POINTS = """
Report of the Secretary-General on lighthouses

I. Progress

Four lighthouses were repaired. Keepers were trained in first aid.

II. The way forward

Governments and their partners are called upon to:

• Replace mercury lamps in lighthouses by 2026;

• Keep foghorns in working order.

The meeting was held at the invitation of Malta.
"""


def test_points_under_an_opener_are_recommendations_though_nothing_is_numbered() -> None:
    found_there = from_text(POINTS, language="en").once(find_recommendations)
    assert [(advice.locator, advice.strength, advice.addressee) for advice in found_there] == [
        ("II¶2", "call", "Governments"),
        ("II¶3", "call", "Governments"),
    ]


def test_points_of_an_account_are_none() -> None:
    account = POINTS.replace("are called upon to:", "took the following steps:")
    assert found(from_text(account, language="en")) == []


SHORT = """
Committee on Quiet Harbours
Report on its {} session

I. Opening

1. The Committee on Quiet Harbours held its {} session in Cadiz.

II. Recommendations

2. The Committee recommends that ports submit logs.

3. The Committee invites donors to contribute.

4. The Committee recommends that pilots submit logs{}.
"""


def test_short_recommendations_are_found_and_what_stands_to_the_letter_is_kept() -> None:
    """Words that stand in every other sentence weigh nothing; the same sentence is the same recommendation all the same."""
    old = from_text(SHORT.format("fifth", "fifth", ""), language="en")
    new = from_text(SHORT.format("sixth", "sixth", " every two years"), language="en")
    rows = [(row.old, row.new, row.status) for row in recommendations(pair(old, new))]
    assert rows == [("2", ("2",), "kept"), ("3", ("3",), "kept"), ("4", ("4",), "amended")]
