"""Terms, weights and measures on texts."""

import pytest

from ccdiff.text.normalise import fold
from ccdiff.text.similarity import alike, contained, increasing, mass, pairs_ratio, phrases_of, pieces, terms, weights


def test_terms_are_character_pairs_stems_and_resolution_numbers():
    assert terms(fold("第8/2号决议")) == {"8/2", "决议", "号决"}
    assert terms(fold("recommended recommendations")) == {"recomme"}


def test_figures_and_dates_are_no_terms():
    assert terms(fold("截至2019年5月1日，115个国家")) == terms(fold("截至2020年11月11日，119个国家"))


def test_a_document_symbol_is_one_term():
    assert "cac/cosp/irg/2019/3" in terms(fold("CAC/COSP/IRG/2019/3 号文件"))


def test_a_phrase_of_one_text_alone_is_no_shared_phrase():
    one, other = (set(phrases_of(pieces(fold(text)))) for text in ("保护体育免受腐败和犯罪影响", "保护体育免受操纵"))
    assert {"保护体育免", "护体育免受"} == one & other


def test_a_latin_name_among_han_is_a_phrase():
    assert "track" in phrases_of(pieces(fold("综合门户网站（TRACK）的重新设计")))


def test_the_rarer_a_term_the_more_it_weighs():
    found = weights([{"a": 1, "b": 3}, {"b": 1}], 4)
    assert found["a"] > found["b"] >= 1
    assert all(isinstance(weight, int) for weight in found.values())


def test_likeness_is_symmetric_and_one_for_equal_texts():
    left, right = terms("国际合作专家会议"), terms("国际合作工作组")
    weight = weights([dict.fromkeys(left, 1), dict.fromkeys(right, 1)], 2)
    shared, one, other = mass(left & right, weight), mass(left, weight), mass(right, weight)
    assert alike(shared, one, other) == alike(shared, other, one) < contained(shared, one, other) < 1
    assert alike(one, one, one) == contained(one, one, one) == 1
    assert alike(0, 0, 5) == contained(0, 0, 5) == 0


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("欧洲联盟派代表出席了会议", "欧洲联盟派代表出席了会议", 1.0, 1.0),
        ("116个国家提供了信息", "119个国家提供了信息", 0.7, 0.95),
        ("通过议程", "秘书处介绍了名录", 0.0, 0.1),
        ("", "名录", 0.0, 0.0),
    ],
)
def test_pairs_ratio_is_high_only_for_nearly_the_same_text(one: str, other: str, least: float, most: float):
    assert least <= pairs_ratio(one, other) <= most
    assert pairs_ratio(one, other) == pairs_ratio(other, one)


@pytest.mark.parametrize(
    ("values", "gains", "kept"),
    [
        ([], None, []),
        ([0, 1, 2], None, [0, 1, 2]),
        ([2, 0, 1], None, [1, 2]),
        ([2, 0, 1], [5, 1, 1], [0]),
        ([0, 3, 1, 2], None, [0, 2, 3]),
        ([1, 1], None, [0]),
    ],
)
def test_the_heaviest_increasing_run_is_what_stayed_in_order(
    values: list[int], gains: list[int] | None, kept: list[int]
):
    assert increasing(values, gains) == kept


def test_a_number_between_two_words_hides_neither():
    assert {"compris", "troops", "resolut", "37/24"} <= terms(fold("It comprised 125 troops under resolution 37/24."))
