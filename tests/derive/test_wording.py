"""Texts that say the same have one key; things that look alike keep their own."""

from __future__ import annotations

import pytest

from ccdiff.derive.wording import canonical
from ccdiff.language import Language, load

EQUAL = [
    ("毒罪办的一名代表", "联合国毒品和犯罪问题办公室的一位代表"),
    ("欧洲司法组织", "欧洲刑事司法合作署"),
    ("《反腐败公约》", "《联合国反腐败公约》"),
    ("背靠背会议", "前后衔接举行会议"),
    ("進一步討論", "进一步讨论"),
    ("COVID-19 大流行", "2019冠状病毒病"),
]
OTHER = [
    ("缔约国会议", "缔约方会议"),
    ("欧警署", "欧洲刑事司法合作署"),
    ("第一位发言者", "第一名获奖者"),
    ("国际合作工作组", "资产追回问题工作组"),
    ("鼓励", "敦促"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_other_wordings_have_one_key(one, other):
    key = load("zh").once(canonical)
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_things_keep_their_own_key(one, other):
    key = load("zh").once(canonical)
    assert key(one) != key(other)


def test_a_key_of_a_key_is_the_key():
    key = load("zh").once(canonical)
    for text, _ in EQUAL:
        assert key(key(text)) == key(text)


def test_the_lexicon_says_what_is_one_thing_and_what_is_two():
    key = load("zh").once(canonical)
    assert key("《反腐败公约》") == key("《联合国反腐败公约》")
    assert key("缔约国会议") != key("缔约方会议")


def test_a_latin_name_is_found_as_a_whole_word_only():
    key = load("en").once(canonical)
    assert "European Union" in key("The EU and the museum")
    assert "European Union" not in key("The museum of EUROPE")


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("table", ["names", "variants"])
def test_no_wording_stands_in_two_rows(code, table):
    wordings = [wording for row in load(code).rows(table) for wording in dict.fromkeys(row[1:])]
    assert sorted(w for w in set(wordings) if wordings.count(w) > 1) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_rows_are_of_a_known_kind(code):
    kinds = {
        "names": {
            "body",
            "office",
            "agency",
            "region",
            "network",
            "instrument",
            "resolution",
            "tool",
            "programme",
            "event",
            "place",
        }
    }
    kinds["variants"] = {"art", "term", "word"}
    for table, known in kinds.items():
        assert {row[0] for row in load(code).rows(table)} <= known


def test_a_user_adds_a_name(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "names.txt").write_text("body | 某某委员会 | 某委会\n", encoding="utf-8")
    language: Language = load("zh", (tmp_path,))
    key = language.once(canonical)
    assert key("某委会通过了决议") == key("某某委员会通过了决议")
