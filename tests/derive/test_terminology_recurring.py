"""Wordings that no table has: told where the one takes the other's place in two texts, and each report has its own alone."""

from __future__ import annotations

from test_terminology import terms

OLD = ["全国有监测井40口。", "各国报告了监测井的水位。"]
NEW = ["全国有观测井42口。", "各国报告了观测井的水位。"]


def test_what_recurs_is_told_once_with_its_places():
    found = terms(OLD, NEW)
    assert list(found) == [("监测井", "观测井")]
    assert found["监测井", "观测井"].paragraphs == (("1", "1"), ("2", "2"))


def test_once_is_chance():
    assert not terms(["全国有冷藏库40座。"], ["全国有加工厂42座。"])


def test_what_both_reports_have_is_two_things():
    assert ("监测井", "观测井") not in terms([*OLD, "会议闭幕。"], [*NEW, "会议闭幕，监测井仍在使用。"])


def test_in_english_the_last_word_stays():
    old = ["It visited 4 closed mines.", "Gas from closed mines was used."]
    new = ["It visited 6 disused mines.", "Gas from disused mines was used."]
    assert ("closed mines", "disused mines") in terms(old, new, language="en")
    other = [text.replace("disused mines", "closed shafts") for text in new]
    assert ("closed mines", "closed shafts") not in terms(old, other, language="en")
