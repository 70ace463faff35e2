"""How places are named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import SAMPLE

from ccdiff.model.changes import References
from ccdiff.render.messages import messages
from ccdiff.render.places import anchor, cite, cited, ranges

CASES = [
    # places, in Chinese, in English
    (["4"], "第4段", "para. 4"),
    (["4", "6"], "第4、6段", "paras. 4, 6"),
    (["4", "5", "6"], "第4-6段", "paras. 4-6"),
    (["7(a)"], "第7(a)段", "para. 7(a)"),
    (["4", "fn1"], "第4段、脚注1", "para. 4, footnote 1"),
    (["front"], "文首", "opening part"),
    (["四"], "第四部分", "section 四"),
    (["二.A"], "第二部分A节", "section 二.A"),
    (["三¶2"], "第三部分第2自然段", "section 三, unnumbered para. 2"),
    (["三¶2", "三¶3", "三¶4"], "第三部分第2-4自然段", "section 三, unnumbered paras. 2-4"),
    (["三.D/引渡（第 16 条）"], "“引渡（第 16 条）”一节", "section “引渡（第 16 条）”"),
    (["第二章"], "第二章", "第二章"),
    (["附件"], "附件", "附件"),
    ([], "", ""),
]


@pytest.mark.parametrize(("places", "chinese", "english"), CASES)
def test_a_place_is_cited_as_the_organisation_cites_it(places: list[str], chinese: str, english: str) -> None:
    assert cite(places, SAMPLE.old, messages("zh")) == chinese
    assert cite(places, SAMPLE.old, messages("en")) == english


def test_items_of_one_paragraph_are_drawn_together_but_never_across_paragraphs() -> None:
    order = ["7", "7(a)", "7(b)", "7(c)", "8(a)"]
    assert ranges(["7(a)", "7(b)", "7(c)"], order) == ["7(a)-(c)"]
    assert ranges(["7(b)", "7(c)", "8(a)"], order) == ["7(b)", "7(c)", "8(a)"]


def test_an_anchor_holds_nothing_that_would_break_an_address() -> None:
    assert anchor("new", "39") == "new-39"
    assert anchor("old", '三.D/a b%20"<') == "old-三.D/a_b_20_"


def test_references_stand_in_the_order_of_their_numbers_resolutions_first() -> None:
    names = ("A/AC.1/L.10", "第10/1号决议", "A/AC.1/L.9", "第9/2号决议")
    ordered = [place.reference for place in cited(References(added=names, removed=(), kept=()), "added")]
    assert ordered == ["第9/2号决议", "第10/1号决议", "A/AC.1/L.9", "A/AC.1/L.10"]


def test_a_section_is_named_by_its_own_title_where_no_other_has_it() -> None:
    named = {"/Work/Training": "Training", "/Work/Staff": "Staff", "/Finance/Staff": "Staff"}
    sections = tuple(replace(SAMPLE.old.sections[0], id=id, title=title) for id, title in named.items())
    report = replace(SAMPLE.old, sections=sections)
    assert cite(["/Work/Training"], report, messages("en")) == "section “Training”"
    assert cite(["/Finance/Staff¶2"], report, messages("en")) == "section “Finance/Staff”, unnumbered para. 2"


def test_paragraphs_numbered_by_chapter_are_drawn_together_within_it() -> None:
    assert ranges(["2.1", "2.2", "2.3", "3.1", "2.2.1", "2.2.2(a)"]) == ["2.1-2.3", "3.1", "2.2.1", "2.2.2(a)"]


def test_beside_a_statement_the_places_of_many_sections_are_counted() -> None:
    report, say = SAMPLE.old, messages("en")
    places = ["一¶1", "二¶1", "二¶2", "三¶4", "四¶1", "五¶1"]
    assert cite(places, report, say, 3).endswith("section 三, unnumbered para. 4; and 2 other places")
    assert cite(places[:5], report, say, 3) == cite(places[:5], report, say)  # one more is named, not counted
    assert cite(places, report, messages("zh"), 3).endswith("第三部分第4自然段及另外2处")


def test_a_chapter_of_a_number_that_no_paragraph_has_is_called_a_section() -> None:
    report = replace(SAMPLE.old, sections=(replace(SAMPLE.old.sections[0], id="77", title="Budget"),))
    assert cite(["77"], report, messages("en")) == "section 77"
