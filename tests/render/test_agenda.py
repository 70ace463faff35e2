"""Two agendas side by side."""

from __future__ import annotations

import pytest

from ccdiff.render.view import pair_up

SAME = [
    ("第四十次区域各国禁毒执法机构负责人会议通过的建议的执行情况", "第四十一次区域国家禁毒执法机构负责人会议所通过的建议的落实情况"),
    ("当前区域毒品贩运形势以及区域和分区域合作状况", "当前区域贩毒形势以及区域和次区域合作现状"),
    ("Provisional agenda for the eighth session of the Commission", "Provisional agenda for the ninth session of the Commission"),
]  # fmt: skip
OTHER = [
    ("与腐败有关的民事诉讼和行政诉讼", "涉及腐败的引渡"),
    ("Priority theme: early warning of floods", "Priority theme: nature-based solutions for rivers"),
]
STOCK = ["通过议程", "其他事项", "通过会议报告", "Other matters", "Priority theme: financing for water"]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_an_item_under_another_session_number_is_the_same(old: str, new: str) -> None:
    assert (old, new) in pair_up([*STOCK, old], [new, *STOCK])


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_another_theme_is_another_item_and_stands_behind_the_one_that_is_gone(old: str, new: str) -> None:
    assert pair_up([STOCK[0], old, *STOCK[1:]], [STOCK[0], new, *STOCK[1:]])[1:3] == [(old, ""), ("", new)]


def test_items_that_only_one_has_keep_their_place() -> None:
    assert pair_up(["甲乙", "丙丁", "戊己"], ["甲乙", "戊己", "庚辛"]) == [
        ("甲乙", "甲乙"),
        ("丙丁", ""),
        ("戊己", "戊己"),
        ("", "庚辛"),
    ]
    assert pair_up([], ["甲乙"]) == [("", "甲乙")]


def test_an_item_is_the_same_where_its_chapters_correspond_but_not_another_theme_of_one_panel() -> None:
    old, new = "执行资产追回任务的进展情况概览", "资产追回任务执行进展概述"
    assert (old, new) not in pair_up([*STOCK, old], [*STOCK, new])
    assert (old, new) in pair_up([*STOCK, old], [*STOCK, new], {(old, new)})
    themes = "专题讨论：关于高效资产管理的做法和准则", "专题讨论：非定罪没收以及第五十一条和相关条款下的国际合作"
    assert themes not in pair_up([*STOCK, themes[0]], [*STOCK, themes[1]], {themes})


def test_an_item_is_known_by_what_stands_under_it() -> None:
    old, new = (
        f"{name}：\n(a) 会议开幕；\n(b) 通过议程和{how}。"
        for name, how in (("会议开幕", "工作安排"), ("组织事项", "安排工作"))
    )
    assert (old, new) in pair_up([old, *STOCK], [new, *STOCK])
