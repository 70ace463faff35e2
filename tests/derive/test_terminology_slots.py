"""Wordings with the same words on both their sides: told where it happens again, or where the one is short for the other."""

from __future__ import annotations

import pytest
from test_terminology import terms

AGAIN = [
    ("zh", ["福利院舍应当关闭。", "福利院舍中有儿童。"], ["收容机构应当关闭。", "收容机构中有儿童。"], ("福利院舍", "收容机构")),
    ("en", ["Divers removed derelict fishing gear.", "Most derelict fishing gear is plastic."],
     ["Divers removed abandoned, lost or discarded fishing gear.", "Most abandoned, lost or discarded fishing gear is plastic."],
     ("derelict fishing", "abandoned, lost or discarded fishing")),
    ("en", ["Pretrial detention was ordered.", "Judges said pretrial detention was used."],
     ["Remand in custody was ordered.", "Judges said remand in custody was used."], ("pretrial detention", "remand in custody")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "words"), AGAIN)
def test_what_stands_for_it_again_is_one_thing(language, old, new, words):
    assert words in terms(old, new, language=language)


def test_a_slot_that_the_other_report_fills_too_is_another_thing():
    old, new = AGAIN[0][1:3]
    assert not terms([*old, "会议闭幕。"], [*new, "福利院舍仍在运营。"])


ONCE = [
    ("zh", ["各国订立自愿行为守则。"], ["各国订立自愿行为准则。"], ("行为守则", "行为准则")),
    ("en", ["The Clerk moved the speed indicator device to Mill Lane."], ["The Clerk moved the SID to Mill Lane."], ("speed indicator device", "SID")),
    ("zh", ["委员会致函县残疾儿童康复中心。"], ["委员会致函县残康心。"], ("残疾儿童康复中心", "残康心")),
]  # fmt: skip
OTHER = [
    ("zh", ["委员会讨论了海啸中心的预算。"], ["委员会讨论了地震中心的预算。"]),
    ("en", ["The trial used a flood forecasting model."], ["The trial used a drought forecasting model."]),
    ("en", ["The Council met in Ruthin, the Ruthin Show being near."], ["The Council met in Denbigh, the Denbigh Show being near."]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new", "words"), ONCE)
def test_once_a_meaning_or_a_short_form_shows_it(language, old, new, words):
    assert words in terms(old, new, language=language)


@pytest.mark.parametrize(("language", "old", "new"), OTHER)
def test_once_another_thing_is_no_wording(language, old, new):
    assert not terms(old, new, language=language)
