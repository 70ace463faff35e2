"""Numbers told in a row, each of one of the things said before; rates of what could be one figure; measures that rival each other."""

from __future__ import annotations

import pytest
from figure_reports import language_of, reading

from ccdiff.align import align
from ccdiff.config import Config
from ccdiff.derive.context import Pair
from ccdiff.derive.figures import figures
from ccdiff.model.changes import Figure

SAME = {
    "zh": ("会议选出了主席和报告员。", "会议通过了临时议程和工作安排。", "与会者对东道国政府的款待表示感谢。"),
    "en": (
        "The meeting elected its Chair and its Rapporteur.",
        "The provisional agenda and the organization of work were adopted.",
        "Participants thanked the host Government for its hospitality.",
    ),
}


def compared(old: str, new: str) -> tuple[Figure, ...]:
    """What became of the figures of two paragraphs in two reports of one series."""
    language, config = language_of(old), Config()
    one, two = (reading(*SAME[language], text, language=language) for text in (old, new))
    return figures(Pair(one, two, align(one, two, config.align), config.derive))


def told(old: str, new: str) -> set[tuple[float | None, float | None]]:
    """The values of all that did not stay the same."""
    found = (figure for figure in compared(old, new) if figure.kind != "unchanged")
    return {(f.old.value if f.old else None, f.new.value if f.new else None) for f in found}


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            "全年受理案件1137万件，审结1054万件，同比分别上升6.3%和7.2%。",
            "全年受理案件1220万件，同比上升4.4%。",
            {(11370000, 12200000), (6.3, 4.4), (10540000, None), (7.2, None)},
        ),
        (
            "公路、铁路和水路货运量分别增长8.1%、3.4%和5.6%。",
            "水路、公路和铁路货运量分别增长4.9%、7.2%和2.8%。",
            {(8.1, 7.2), (3.4, 2.8), (5.6, 4.9)},
        ),
        (
            "小学、初中和高中在校生分别为12.4万人、6.1万人和5.8万人。",
            "初中、高中和小学在校生分别为6.3万人、5.5万人和12.9万人。",
            {(124000, 129000), (61000, 63000), (58000, 55000)},
        ),
        (
            "进口总额120亿元、出口总额340亿元，分别比上年增长5.5%和9.2%。",
            "出口总额351亿元、进口总额118亿元，分别比上年增长3.2%和下降1.7%。",
            {(12000000000, 11800000000), (34000000000, 35100000000), (5.5, 1.7), (9.2, 3.2)},
        ),
        (
            "新建小学12所、幼儿园18所，分别增加学位1.2万个和5400个。",
            "新建幼儿园25所、小学9所，分别增加学位7300个和8600个。",
            {(12, 9), (18, 25), (12000, 8600), (5400, 7300)},
        ),
        (
            "Maize, wheat and rice output rose by 3.1, 4.2 and 6.5 per cent, respectively.",
            "Rice, maize and wheat output rose by 5.5, 2.8 and 1.9 per cent, respectively.",
            {(3.1, 2.8), (4.2, 1.9), (6.5, 5.5)},
        ),
    ],
)
def test_each_number_of_a_row_is_of_its_own_thing(
    old: str, new: str, wanted: set[tuple[float | None, float | None]]
) -> None:
    assert told(old, new) == wanted


def test_one_number_of_two_things_is_told_of_both() -> None:
    old = "城镇居民人均可支配收入、农村居民人均可支配收入分别增长12%。"
    new = "城镇居民人均可支配收入增长10%，农村居民人均可支配收入增长13%。"
    assert told(old, new) == {(12, 10), (12, 13)}


def test_what_fell_and_then_rose_has_turned() -> None:
    found = compared(
        "审结刑事案件76.7万件，判处罪犯99.7万人，同比分别下降0.2%和1.1%。",
        "审结刑事案件84万件，判处罪犯105.1万人，同比分别上升7.7%和4.4%。",
    )
    assert [figure.delta for figure in found if figure.unit == "%"] == [7.9, 5.5]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("规模以上工业总产值12732亿元，增长29.4%。", "规模以上工业增加值4750亿元，增长21%。"),
        ("全市合同利用外资12亿美元。", "全市实际利用外资8亿美元。"),
        ("The programme had commitments of $4.1 million.", "The programme had disbursements of $2.7 million."),
    ],
)
def test_rival_measures_are_two_and_so_are_their_rates(old: str, new: str) -> None:
    assert all(None in values for values in told(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The group discussed PR #43 Event Notification.", "The group discussed PR #51 Tags."),
        ("贯彻市委九届九次、十次全会和区委一届五次、六次全会部署。", "贯彻市委十届二次全会和区委二届一次全会部署。"),
        ("深入实施“十大战役”、“十大改革”。", "深入实施十大战役、十大改革。"),
        ("年报由概述、公开情况、收费情况等六个部分组成。", "年报包括概述、公开情况、诉讼情况等五部分。"),
        ("The Committee considered the report.", "The Committee noted two matters in particular."),
    ],
)
def test_names_and_numbers_of_papers_are_no_figures(old: str, new: str) -> None:
    assert not told(old, new)


def test_a_level_to_set_out_from_counts_what_the_level_reached_counts() -> None:
    assert told("The scheme covered 1,120 households.", "The scheme grew from 1,120 to 1,245 households.") == {
        (1120, 1245)
    }


def test_a_slip_of_the_pen_is_no_other_thing() -> None:
    assert told("2 member of the public attended.", "4 members of the public attended.") == {(2, 4)}


def test_a_payment_is_paired_with_one_to_the_same_payee_alone() -> None:
    old = "E-on - DD - £45.99 - Lighting - June\nAnglian Water - £15.56 - Water Rates\nJames Bradfield School - £15.44 - Hire of Hall"
    new = "E-on - DD - £47.52 - Lighting - July\nJamesBradfieldSchool - £92.64 - Hire of Hall\nThomas B Bonnett - £16.72 - Plastic Jugs"
    assert told(old, new) == {(45.99, 47.52), (15.44, 92.64), (15.56, None), (None, 16.72)}
