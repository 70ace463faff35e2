"""Each measure counts what it says: small comparisons made by hand, held against small gold files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ccdiff.errors import CcdiffError
from ccdiff.evaluate import judge
from ccdiff.evaluate.gold import Gold, gold_files, load_gold
from ccdiff.evaluate.measures import (
    Score,
    paragraph_links,
    progress,
    recommendations,
    relations,
    score_sets,
    silence,
    terminology,
    topics,
)
from ccdiff.model.alignment import Link
from ccdiff.model.changes import Changes, Progress, Recommendation, Term, Topic
from ccdiff.model.comparison import Comparison, ParagraphRow
from ccdiff.model.report import Report

NOTHING = Report("r", "r", "r", None, None, None, "zh", "0", (), ())


def gold(**parts: Any) -> Gold:
    return Gold("a__b", Path("a__b.json"), "a", "b", parts)


def row(old: str, new: str, relation: str = "reworded", score: float = 0.9) -> ParagraphRow:
    return ParagraphRow(tuple(old.split()), tuple(new.split()), relation, score, "proposed", "", ())


def said(
    rows: tuple[ParagraphRow, ...] = (), changes: Changes | None = None, sections: tuple[Link, ...] = ()
) -> Comparison:
    return Comparison(NOTHING, NOTHING, {}, sections, rows, changes or Changes())


def test_precision_counts_what_was_said_and_recall_what_was_asked() -> None:
    score = score_sets("x", asked={"a", "b", "c"}, said={"a", "d"})
    assert (score.precision, score.recall) == (0.5, pytest.approx(1 / 3))
    assert (score.missed, score.wrong) == (("b", "c"), ("d",))


def test_what_is_loose_is_neither_right_nor_wrong() -> None:
    score = score_sets("x", asked={"a"}, said={"a", "maybe"}, neutral={"maybe"})
    assert (score.precision, score.recall, score.said) == (1.0, 1.0, 1)


def test_nothing_said_of_nothing_asked_has_no_score() -> None:
    score = score_sets("x", (), ())
    assert (score.precision, score.recall, score.f1) == (None, None, None)


def test_silence_where_something_was_asked_scores_nought() -> None:
    assert score_sets("x", {"a"}, ()).f1 == 0.0


def test_a_split_is_asked_for_as_links_and_as_one_row() -> None:
    judged = gold(paragraphs=[{"old": ["5"], "new": ["5", "6"]}, {"old": ["7"], "new": ["8"], "strength": "loose"}])
    links, many = paragraph_links(judged, said((row("5", "5"), row("7", "8"))))
    assert (links.precision, links.recall) == (1.0, 0.5)
    assert links.missed == ("5 ~ 6",)
    assert (many.found, many.asked) == (0, 1)


def test_a_split_with_a_wrong_link_is_a_wrong_one() -> None:
    judged = gold(
        paragraphs=[
            {"old": ["5"], "new": ["5", "6"]},
            {"old": ["7"], "new": ["8"]},
            {"old": ["7"], "new": ["9"], "strength": "loose"},
        ]
    )
    _, many = paragraph_links(judged, said((row("5", "5 6"), row("7", "8 9"))))
    assert (many.precision, many.recall) == (1.0, 1.0)
    _, many = paragraph_links(judged, said((row("5", "5 6"), row("7", "8 10"))))
    assert (many.precision, many.recall) == (0.5, 1.0)
    assert many.wrong == ("('7',) ~ ('10', '8')",)


def test_a_relation_is_judged_only_where_the_link_was_found() -> None:
    judged = gold(
        paragraphs=[
            {"old": ["1"], "new": ["1"], "relation": "amended"},
            {"old": ["2"], "new": ["2"], "relation": "reworded"},
            {"old": ["3"], "new": ["3"], "relation": "reworded"},
        ]
    )
    (score,) = relations(judged, said((row("1", "1", "reworded"), row("2", "2", "reworded"))))
    assert (score.said, score.right) == (2, 1)
    assert score.wrong == ("1 ~ 1: reworded, should be amended",)


def recommended(old: str, status: str, new: tuple[str, ...]) -> Recommendation:
    return Recommendation(old, new, status, "请秘书处继续工作", "test")


@pytest.mark.parametrize(
    ("status", "places", "right_status", "right_trace"),
    [
        ("echoed", ("21",), 1, 1),
        ("echoed", ("30",), 1, 0),
        ("dropped", (), 0, 0),
        ("referred", ("21", "30"), 1, 1),
    ],
)
def test_status_may_be_one_of_several_and_a_trace_needs_one_right_place(
    status: str, places: tuple[str, ...], right_status: int, right_trace: int
) -> None:
    judged = gold(recommendations=[{"old": "45", "status": "echoed|referred", "new": ["21", "24"]}])
    _, found_status, found_trace = recommendations(
        judged, said(changes=Changes(recommendations=(recommended("45", status, places),)))
    )
    assert (found_status.right, found_trace.right) == (right_status, right_trace)


def topic(kind: str, label: str, *places: str) -> Topic:
    return Topic(kind=kind, label=label, terms=(label,), paragraphs=places, importance=0.5)


def test_a_topic_needs_the_kind_a_place_and_a_word_in_common() -> None:
    judged = gold(
        topics_new=[{"label": "司法廉正网络", "paras": ["7", "8"], "terms": ["司法廉正"], "salience": "high"}],
        topics_dropped=[],
    )
    for one, right in (
        (topic("new", "司法廉正", "8"), 1),
        (topic("dropped", "司法廉正", "8"), 0),
        (topic("new", "司法廉正", "20"), 0),
        (topic("new", "枪支", "8"), 0),
    ):
        (score,) = topics(judged, said(changes=Changes(topics=(one,))))
        assert (score.right, score.found) == (right, right)


def test_only_important_topics_are_asked_for() -> None:
    judged = gold(topics_new=[{"label": "枪支", "paras": ["3"], "terms": ["枪支"], "salience": "low"}])
    (score,) = topics(judged, said())
    assert (score.asked, score.said) == (0, 0)


def test_progress_is_judged_by_both_places() -> None:
    judged = gold(progress=[{"old": "41", "new": "40"}, {"old": "43", "new": "39"}])
    done = (
        Progress("41", "40", "手册", "预计将于2019年发布", "编写的"),
        Progress("41", "39", "手册", "预计将于2019年发布", "合并"),
    )
    (score,) = progress(judged, said(changes=Changes(progress=done)))
    assert (score.precision, score.recall) == (0.5, 0.5)


def test_one_statement_breaks_the_silence_of_an_edition_without_change() -> None:
    judged = gold(no_change=True)
    assert silence(judged, said((row("1", "1", "reworded"),)))[0].right == 1
    (broken,) = silence(judged, said((row("1", "1", "amended"),)))
    assert broken.right == 0 and broken.wrong


def test_a_part_that_a_gold_file_lacks_is_not_judged() -> None:
    assert (
        progress(gold(), said())
        == []
        == topics(gold(), said())
        == recommendations(gold(), said())
        == silence(gold(), said())
    )


def test_taken_together_every_statement_counts_the_same() -> None:
    from ccdiff.evaluate.screen import together

    both = together([Score("x", 1, 1, 1, 2), Score("x", 0, 3, 0, 2)])
    assert (both.precision, both.recall) == (0.25, 0.25)


def test_a_gold_file_names_its_reports_inside_or_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "x__y.json").write_text("{}", encoding="utf-8")
    (tmp_path / "z.json").write_text(json.dumps({"old": "p", "new": "q", "held_out": True}), encoding="utf-8")
    first, second = gold_files(tmp_path)
    assert (first.old, first.new, first.held_out) == ("x", "y", False)
    assert (second.old, second.new, second.held_out) == ("p", "q", True)


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"old": {}, "new": {}}'])
def test_what_is_no_gold_file_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(CcdiffError, match="gold file"):
        load_gold(tmp_path / "bad.json")


def test_a_loose_term_is_neither_asked_for_nor_wrong() -> None:
    rows = [{"old": "fishers", "new": "trawlers"}, {"old": "faults", "new": "breaks", "strength": "loose"}]
    told = tuple(Term(old, new, ()) for old, new in (("faults", "breaks"), ("nets", "gear")))
    (score,) = terminology(gold(terms_renamed=rows), said(changes=Changes(terminology=told)))
    assert (score.missed, score.wrong, score.said, score.asked) == (("fishers ~ trawlers",), ("nets ~ gear",), 1, 1)


def test_places_that_are_asked_about_are_those_of_one_side_without_alternatives() -> None:
    data = {
        "sections": [{"old": ["I"], "new": ["J"]}, {"old": ["II"], "new": ["K"], "strength": "loose"}],
        "recommendations": [{"old": "9(a)", "status": "kept", "new": ["8(a)"]}],
        "recommendations_new": ["8(b)", {"new": "8(c)"}],
        "figures": [{"old": {"para": "3"}, "new": {"para": "4"}}],
        "figures_dropped": [{"para": "5"}],
        "topics_new": [{"label": "x", "paras": ["6", "7"], "terms": []}],
    }
    asked = Gold("a__b", Path("a__b.json"), "a", "b", data)
    assert asked.places("old") == {"I", "9(a)", "3", "5"}
    assert asked.places("new") == {"J", "8(a)", "8(b)", "8(c)", "4"}


def test_a_place_that_a_report_does_not_have_is_named() -> None:
    judged = judge(gold(sections=[{"old": ["I"], "new": ["front"]}], paragraphs=[]), said())
    assert judged.unknown == ("old I", "new front")
