"""A sentence that says that it answers a request takes up the recommendation whose matter it holds, and no other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from ledger_reports import from_text

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.progress import progress
from ccdiff.derive.recommendations import recommendations
from ccdiff.derive.recommendations.handed import Cited
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds

OLD = """
渔港工作组第三次会议报告

一. 导言

1. 工作组举行了第三次会议。

二. 审议情况

2. 代表们讨论了码头照明和灯塔的维修。

三. 结论和建议

3. 工作组：

(a) {asked}；

(b) 鼓励各国为渔民举办救生培训。
"""

NEW = """
渔港工作组第四次会议报告

一. 导言

1. 工作组举行了第四次会议。

二. 审议情况

2. 代表们讨论了防波堤的养护和灯塔的维修。

3. {told}

4. 一位发言者提到，一些港口的拖船已经老旧。

三. 结论和建议

5. 工作组请秘书处编写挖泥船名录。
"""


def _pair(asked: str, told: str) -> Pair:
    sides = from_text(OLD.format(asked=asked)), from_text(NEW.format(told=told))
    pair = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    pair.found["progress"] = progress(pair)
    return pair


@pytest.mark.parametrize(
    ("asked", "told", "status"),
    [
        ("请成员国每两年提交一次渔获量统计数据", "应上届会议的请求报送渔获量统计数据的有21国。", "echoed"),
        # the same word of another thing, and another answer
        ("请缔约国每年至少提交一次缉获数据", "应上次会议之请编写的数据保护准则已经印发。", "dropped"),
        ("请缔约国每年至少提交一次缉获数据", "应上次会议之请，秘书处介绍了浮标的颜色。", "dropped"),
        ("请秘书处研究以卫星追踪渔船", "应上次会议之请，秘书处介绍了浮标的颜色。", "dropped"),
        # the words alone, without an answer
        ("请缔约国每年至少提交一次缉获数据", "一位发言者说，数据难以比较。", "dropped"),
    ],
)
def test_an_answer_takes_up_what_was_asked(asked: str, told: str, status: str) -> None:
    row = next(row for row in recommendations(_pair(asked, told)) if row.old == "3(a)")
    assert (row.status, row.new) == (status, ("3",) if status == "echoed" else ())


def test_it_answers_no_request_of_which_it_holds_nothing_that_tells() -> None:
    pair = _pair("请秘书处编写渔获标签样本", "上届会议提出的灯塔图册业经六国采用。")
    assert next(found for found in recommendations(pair) if found.old == "3(a)").status == "dropped"


CITED = "工作组忆及上次会议的一项建议（FAO/FISH/WG.1/3，第3(a)段），并注意到没有国家提供资料。"


def test_a_recommendation_is_cited_by_symbol_and_place() -> None:
    old = SimpleNamespace(report=SimpleNamespace(symbol="FAO/FISH/WG.1/3"))
    cited = Cited(cast(Pair, SimpleNamespace(old=old, new=_pair("请秘书处研究以卫星追踪渔船", CITED).new)))
    assert cited.places("3(a)") == {"3": True}
    assert not cited.places("3(b)")
    assert not cited.places("3")
