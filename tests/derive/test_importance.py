"""Highlights: the most important changes first, few of them, none where nothing changed."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from ledger_reports import of_paragraphs

from ccdiff.derive.importance import MOST, highlights
from ccdiff.model.changes import (
    Attendance,
    Changes,
    Figure,
    FigureMention,
    Progress,
    Recommendation,
    SetChange,
    TableChange,
    Topic,
)

TEXTS = of_paragraphs(*["举行了5场会议。"] * 49, "今年的主要目标是举行5场会议。")
PAIR: Any = SimpleNamespace(
    again="", subjects=None, rows=(), old=TEXTS, new=TEXTS
)  # of two reports, not of one report again


def figure(
    old: int, new: int, qualifiers: tuple[str, str] = ("exact", "exact"), places: tuple[str, str] = ("9", "8")
) -> Figure:
    mentions = [
        FigureMention(place, str(value), value, qualifier, None, 0, 1)
        for place, value, qualifier in zip(places, (old, new), qualifiers, strict=True)
    ]
    return Figure("changed", "", "", *mentions, new - old, 100 * (new - old) / old)


def recommendation(old: str | None, status: str, shift: str = "", new: tuple[str, ...] = ()) -> Recommendation:
    return Recommendation(old, new, status, "", "", shift=shift)


def topic(kind: str, importance: float, paragraphs: tuple[str, ...] = ("3",)) -> Topic:
    return Topic(kind, "蓝湖倡议", ("蓝湖倡议",), paragraphs, importance)


def kinds(changes: Changes) -> list[str]:
    return [entry.kind for entry in highlights(PAIR, changes)]


def test_nothing_changed_gives_no_highlight() -> None:
    assert highlights(PAIR, Changes()) == ()


def test_an_unchanged_figure_and_a_kept_recommendation_are_no_highlights() -> None:
    same = figure(5, 5)
    unchanged = Figure("unchanged", "", "", same.old, same.new, 0, 0.0)
    assert kinds(Changes(figures=(unchanged,), recommendations=(recommendation("3", "kept", new=("4",)),))) == []


def test_recommendations_no_longer_listed_are_one_highlight_and_the_first() -> None:
    gone = tuple(recommendation(f"47({letter})", "echoed") for letter in "abcdefgh")
    found = highlights(PAIR, Changes(recommendations=gone, figures=(figure(10, 30),), topics=(topic("new", 0.9),)))
    assert [entry.kind for entry in found] == ["recommendation", "topic", "figure"]
    assert found[0].members == tuple(range(8))
    assert found[0].old == tuple(f"47({letter})" for letter in "abcdefgh")


def test_a_weakened_recommendation_weighs_more_than_one_merely_reworded() -> None:
    changes = Changes(recommendations=(recommendation("3", "amended"), recommendation("4", "amended", "weakened")))
    assert [entry.index for entry in highlights(PAIR, changes)] == [1, 0]


def test_a_chapter_of_recommendations_is_not_told_twice() -> None:
    gone = tuple(recommendation(place, "dropped") for place in ("45", "46", "47(a)", "47(b)"))
    chapter = topic("dropped", 0.95, ("45", "46", "47", "47(a)", "47(b)"))
    assert kinds(Changes(recommendations=gone, topics=(chapter,))) == ["recommendation"]


def test_a_matter_that_is_also_recommended_is_told_by_itself() -> None:
    gone = tuple(recommendation(place, "dropped") for place in ("37(a)", "37(b)"))
    matter = topic("dropped", 0.9, ("2", "37", "37(a)", "37(b)"))
    assert kinds(Changes(recommendations=gone, topics=(matter,))) == ["recommendation", "topic"]


def test_the_larger_change_comes_first_and_counts_of_one_paragraph_together() -> None:
    directory = (figure(129, 132), figure(80, 86), figure(24, 29))
    found = highlights(PAIR, Changes(figures=(*directory, figure(10, 30, places=("5", "6")))))
    assert [entry.members for entry in found] == [(3,), (0, 1, 2)]
    assert found[1].index == 2


def test_a_qualifier_that_turned_round_is_a_highlight_though_the_number_stayed() -> None:
    turned = highlights(PAIR, Changes(figures=(figure(1000, 1000, ("over", "nearly")),)))
    other = highlights(PAIR, Changes(figures=(figure(1000, 1000, ("over", "about")),)))
    assert turned[0].weight > other[0].weight


def test_there_are_at_most_ten_and_of_every_kind() -> None:
    changes = Changes(
        figures=tuple(figure(10, 20 + k, places=(str(k), str(k))) for k in range(1, 21)),
        topics=tuple(topic(kind, 0.5 + k / 100) for kind in ("new", "dropped") for k in range(20)),
        recommendations=tuple(recommendation(str(k), "amended", "weakened") for k in range(9)),
        attendance=Attendance(SetChange(("也门",), ("不丹",), ("中国",), (), ("7",), ("9",)), None),
        progress=tuple(Progress("1", "2", "", "", "") for _ in range(5)),
    )
    found = highlights(PAIR, changes)
    assert len(found) == MOST
    assert {entry.kind for entry in found} == {"figure", "topic", "recommendation", "attendance", "progress"}
    assert list(found) == sorted(found, key=lambda entry: -entry.weight)


def test_two_more_of_a_few_say_less_than_the_same_share_of_many() -> None:
    few, many = (highlights(PAIR, Changes(figures=(figure(old, new),)))[0] for old, new in ((2, 3), (2000, 3000)))
    assert few.weight < many.weight


def test_every_highlight_names_its_places() -> None:
    changes = Changes(figures=(figure(100, 200),), topics=(topic("new", 0.8), topic("dropped", 0.7)))
    places = [(entry.old, entry.new) for entry in highlights(PAIR, changes)]
    assert places == [((), ("3",)), (("9",), ("8",)), (("3",), ())]


def test_what_the_figures_tell_of_a_recommendation_is_told_once() -> None:
    asked = recommendation("9", "amended", "figures", ("8",))
    changes = Changes(figures=(figure(2, 5, places=("9", "8")),), recommendations=(asked,))
    assert [entry.kind for entry in highlights(PAIR, changes)] == ["figure"]
    assert [entry.kind for entry in highlights(PAIR, Changes(recommendations=(asked,)))] == ["recommendation"]


def test_a_number_that_is_set_comes_before_one_that_was_counted() -> None:
    at = TEXTS.report.text("50").index("5")
    aim = figure(100, 110, places=("50", "50"))
    old, new = (replace(side, start=at, end=at + 1) for side in (aim.old, aim.new) if side)
    found = highlights(PAIR, Changes(figures=(figure(100, 200), replace(aim, old=old, new=new))))
    assert [entry.index for entry in found] == [1, 0]


def test_a_share_that_moved_a_little_weighs_less_than_a_number_that_doubled() -> None:
    share = Figure("changed", "", "%", figure(5, 6).old, figure(5, 6).new, 0.3, None)
    found = highlights(PAIR, Changes(figures=(share, figure(1000, 2000, places=("7", "7")))))
    assert [entry.index for entry in found] == [1, 0]


def test_where_little_stands_out_the_paragraphs_that_changed_most_fill_up() -> None:
    def row(old: str, new: str, relation: str, gone: str) -> Any:
        why = "text:0.70+function:held" if old == "2" else "near:0.9"
        return SimpleNamespace(old=(old,), new=(new,), relation=relation, why=why, diff=(("-", gone), ("+", "now")))

    rows = (
        row("front", "front", "amended", "x" * 900),
        row("2", "2", "amended", "x" * 700),
        row("3", "3", "reworded", "x" * 800),
        row("4", "4", "amended", "x" * 30),
        row("5", "5", "amended", "x" * 300),
        row("9", "8", "amended", "x" * 500),
    )
    pair: Any = SimpleNamespace(again="", subjects=None, rows=rows, old=TEXTS, new=TEXTS)
    found = highlights(pair, Changes(figures=(figure(5, 10),)))
    assert [(entry.kind, entry.old) for entry in found] == [
        ("figure", ("9",)),
        ("paragraph", ("5",)),
        ("paragraph", ("4",)),
    ]


def test_a_document_number_that_moves_with_the_session_fills_no_list() -> None:
    def row(place: str, *diff: tuple[str, str]) -> Any:
        return SimpleNamespace(old=(place,), new=(place,), relation="amended", why="near:0.9", diff=diff)

    item = ("=", "接纳观察员 ")
    rows = (
        row("2", item, ("-", "(A/61/3)"), ("+", "(A/65/3 Rev.)")),
        row("3", item, ("-", "12"), ("+", "15, 16")),
        row("4", ("-", "总干事"), ("+", "审计员"), ("=", "的报告 "), ("-", "(A/61/6)"), ("+", "(A/65/6)")),
    )
    pair: Any = SimpleNamespace(again="", subjects=None, rows=rows, old=TEXTS, new=TEXTS)
    assert [(entry.kind, entry.old) for entry in highlights(pair, Changes())] == [("paragraph", ("4",))]


def test_recommendations_gone_without_a_trace_come_before_an_agenda_item_and_what_was_weakened() -> None:
    entries = (recommendation("9", "amended", "weakened", ("8",)), recommendation("10", "dropped"))
    kept = tuple(recommendation(str(n), "kept", new=(str(n),)) for n in range(11, 19))
    found = highlights(PAIR, Changes(recommendations=(*entries, *kept), topics=(topic("dropped", 0.9),)))
    assert [(entry.kind, entry.old) for entry in found[:2]] == [("recommendation", ("10",)), ("topic", ("3",))]


def test_recommendations_that_the_text_takes_up_come_behind_what_was_weakened() -> None:
    entries = (recommendation("9", "amended", "weakened", ("8",)), recommendation("10", "echoed", new=("7",)))
    kept = tuple(recommendation(str(n), "kept", new=(str(n),)) for n in range(11, 19))
    found = highlights(PAIR, Changes(recommendations=(*entries, *kept)))
    assert [entry.old for entry in found] == [("9",), ("10",)]


def test_several_figures_of_one_place_come_before_one_of_the_same_change() -> None:
    alone = figure(100, 110, places=("11", "12"))
    directory = tuple(figure(100 + n, 110 + n, places=("43", "39")) for n in range(5))
    found = highlights(PAIR, Changes(figures=(alone, *directory)))
    assert [entry.old for entry in found] == [("43",), ("11",)]


def test_the_cells_of_a_table_are_one_highlight_by_the_cell_that_moved_most() -> None:
    cells = tuple(
        TableChange(("II", "II"), "", row, "Reports", (str(old), str(new)), new - old, 100 * (new - old) / old)
        for row, old, new in (("Africa", 400, 404), ("Asia", 300, 480), ("Europe", 310, 312))
    )
    other = TableChange(("III", "IV"), "Staff", "Posts", "2021", ("80", "81"), 1, 1.25)
    found = highlights(PAIR, Changes(tables=(*cells, other)))
    assert [(entry.kind, entry.index, entry.members) for entry in found] == [
        ("table", 1, (0, 1, 2)),
        ("table", 3, (3,)),
    ]
    assert (found[0].old, found[0].new) == (("II",), ("II",))
    assert found[0].weight > found[1].weight
