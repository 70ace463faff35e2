"""A recommendation made again in another translator's words is found; one that only looks like it, and one that is gone, are not."""

from __future__ import annotations

import pytest
from ledger_reports import from_text
from recommendation_cases import CASES

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations import recommendations
from ccdiff.derive.recommendations.matter import key, stem
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.changes import Recommendation

ARRANGEMENTS = {  # what successive sessions say alike, so that the reports are no strangers
    "zh": """
九. 会议安排

40. 主席宣布会议开幕，并对东道国的款待表示感谢。

41. 会议以鼓掌方式选出主席、两名副主席和一名报告员。

42. 会议通过了载于临时议程文件的议程和工作安排。

43. 会议收到了秘书处编写的背景文件和会议室文件。

44. 四十二个成员国派代表出席了会议，九个组织派观察员出席。

45. 会议通过了由报告员介绍的报告草稿，主席宣布会议闭幕。
""",
    "en": """
IX. Organization of the session

40. The Chair opened the session and thanked the host country for its hospitality.

41. The session elected by acclamation a Chair, two Vice-Chairs and a Rapporteur.

42. The session adopted its agenda and the organization of work as contained in the provisional agenda.

43. The session had before it the background documents and conference room papers prepared by the secretariat.

44. Forty-two member States were represented at the session and nine organizations by observers.

45. The session adopted the draft report introduced by the Rapporteur, and the Chair declared it closed.
""",
}


def _ledger(name: str) -> dict[str, Recommendation]:
    language, old, new, _ = CASES[name]
    sides = tuple(from_text(f"{text}{ARRANGEMENTS[language]}", language) for text in (old, new))
    pair = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return {row.old: row for row in recommendations(pair) if row.old}


@pytest.mark.parametrize("name", CASES)
def test_what_became_of_every_recommendation_is_as_a_reader_says(name: str) -> None:
    rows = _ledger(name)
    became = {
        item: row.new[0] if row.status in ("kept", "amended") else row.status
        for item in CASES[name][3]
        for row in [rows[f"3({item})"]]
    }
    assert became == CASES[name][3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("systems", "system"),
        ("policies", "policy"),
        ("volcanoes", "volcanic"),
        ("extended", "extending"),
        ("seasonal", "seasons"),
        ("taxes", "tax"),
    ],
)
def test_words_that_differ_in_number_and_tense_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("police", "policies"), ("process", "procedure"), ("warning", "wars")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(("old", "new"), [("libraries", "bees"), ("bees", "libraries"), ("ferries", "midwives")])
def test_reports_of_strangers_make_none_of_each_others_recommendations_again(old: str, new: str) -> None:
    sides = from_text(CASES[old][1], CASES[old][0]), from_text(CASES[new][2], CASES[new][0])
    pair = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    assert [row.old for row in recommendations(pair) if row.old and row.status in ("kept", "amended")] == []
