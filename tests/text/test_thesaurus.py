"""Words that may stand for each other, and words that may not."""

from __future__ import annotations

import pytest

from ccdiff import reading
from ccdiff.language import load
from ccdiff.text.thesaurus import Thesaurus, table

SAME = {
    "zh": [("公布", "发布"), ("道路", "公路"), ("番茄", "西红柿"), ("泳衣", "游泳衣")],
    "en": [
        ("lorries", "camions"),
        ("children", "kids"),
        ("bought", "purchased"),
        ("decided", "decision"),
        ("arrived", "arrival"),
        ("postcode", "postal code"),
        ("stopped", "stop"),
    ],
}
APART = {
    "zh": [
        ("要求", "鼓励"),
        ("农民", "渔民"),
        ("增加", "减少"),
        ("医生", "护士"),
        ("主席", "总理"),
        ("缔约国会议", "缔约方会议"),
    ],
    "en": [
        ("million", "billion"),
        ("nurses", "doctors"),
        ("must", "should"),
        ("rise", "fall"),
        ("adopted", "rejected"),
        ("accepted", "refused"),
    ],
}


@pytest.mark.parametrize(("code", "one", "other"), [(code, *pair) for code, pairs in SAME.items() for pair in pairs])
def test_words_that_a_dictionary_explains_alike_may_stand_for_each_other(code: str, one: str, other: str) -> None:
    assert load(code).once(reading.thesaurus).same(one, other)


@pytest.mark.parametrize(("code", "one", "other"), [(code, *pair) for code, pairs in APART.items() for pair in pairs])
def test_words_that_say_different_things_do_not(code: str, one: str, other: str) -> None:
    assert not load(code).once(reading.thesaurus).same(one, other)


def test_every_word_is_found_wherever_its_line_stands() -> None:
    rows = [(f"meaning {k}", f"a{k}", f"b{k}") for k in range(50)]
    known = Thesaurus(table(rows))
    assert all(known.same(f"a{k}", f"b{k}") for k in range(50))
    assert not any(known.same(f"a{k}", f"b{k + 1}") for k in range(50))
    assert (
        not known.meanings("a") and not known.meanings("") and not known.meanings("zz") and not known.meanings("a5\t5")
    )


def test_of_nothing_nothing_is_known() -> None:
    assert not Thesaurus(table([])).same("word", "word")


def test_a_meaning_loses_the_words_that_exclude_each_other() -> None:
    known = Thesaurus(table([("to raise", "提高", "增加", "减少")], [("sense", "增加=上升", "减少")]))
    assert not known.same("增加", "减少") and not known.same("提高", "增加")


def test_an_ending_is_taken_off_where_a_word_is_left() -> None:
    known = Thesaurus(
        table([("noun", "lorry", "truck"), ("verb", "b", "c")], (), [("ending", "ies", "y"), ("ending", "ed", "")])
    )
    assert known.same("lorries", "truck") and not known.same("bed", "c")


def test_a_user_adds_meanings_of_his_own(tmp_path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "thesaurus.txt").write_text("ferry | 摆渡船 | 轮渡艇\n", encoding="utf-8")
    assert load("zh", (tmp_path,)).once(reading.thesaurus).same("摆渡船", "轮渡艇")
