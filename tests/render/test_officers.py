"""Who was elected: told office by office, not word by word."""

import pytest

from ccdiff.render.messages import messages
from ccdiff.render.officers import officers, told

CASES = [
    (
        "zh",
        "专家组以鼓掌方式选出Akira Tanabe（日本）担任主席，Lucía Ferrer（智利）担任副主席。",
        {"主席": 1, "副主席": 1},
    ),
    (
        "zh",
        "会议选出下列主席团成员：\n主席：Kwame Ofori（加纳）副主席：Arunee Chaiyasit（泰国）和Ana Silva（智利）",
        {"主席": 1, "副主席": 2},
    ),
    ("zh", "委员会选举Carlos Fuentevilla先生（多米尼加）为第三十四届会议主席。", {"主席": 1}),
    ("zh", "阿德南·卡里姆（伊拉克）当选为报告员。", {"报告员": 1}),
    (
        "en",
        "It elected Mr. Jan Dvořák (Czechia) as Chair and Ms. Ana de la Cruz (Peru) and Mr. N. R. Okeke (Nigeria) as Vice-Chairs.",
        {"Chair": 1, "Vice-Chair": 2},
    ),
    (
        "en",
        "Mr. Hassan Rasheed (Maldives) was elected Chair. Ms. Chanthou Sok (Cambodia) was re-elected Vice-Chair.",
        {"Chair": 1, "Vice-Chair": 1},
    ),
    (
        "en",
        "The Committee elected:\nChair: Mr. Farhad Mohseni (Iran (Islamic Republic of)) Rapporteur: Ms. Perera (Sri Lanka)",
        {"Chair": 1, "Rapporteur": 1},
    ),
    (
        "en",
        "It elected Mr. Jan Dvořák (Czechia) as Chair, Ms. de la Cruz (Peru) and Mr. Okeke (Nigeria) as Vice-Chairs.",
        {"Chair": 1, "Vice-Chair": 2},
    ),
    (
        "en",
        "Mr. Rivas (Colombia) was elected Chair, Ms. Kovač (Croatia) Vice-Chair and Mr. Sok (Cambodia) was re-elected Rapporteur.",
        {"Chair": 1, "Vice-Chair": 1, "Rapporteur": 1},
    ),
    ("en", "The Chair, Mr. Rasheed (Maldives), opened the session.", {}),
    (
        "zh",
        "当选主席团成员如下：主席罗莎·基罗加女士（乌拉圭），副主席萨琳·乍仑蓬女士（泰国），报告员彼得·杜甘先生（爱尔兰）。",
        {"主席": 1, "副主席": 1, "报告员": 1},
    ),
    (
        "zh",
        "会议选举萨琳·乍仑蓬女士（泰国）为主席，罗莎·基罗加女士（乌拉圭）和王小明先生（中国）为副主席。",
        {"主席": 1, "副主席": 2},
    ),
    ("zh", "会议选举李明（中国）为主席，联合国毒品和犯罪问题办公室（毒罪办）提供服务。", {"主席": 1}),
    ("zh", "会议由主席Lucía Ferrer（智利）主持。", {}),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=lambda value: str(value)[:24])
def test_each_office_has_those_elected_to_it(language: str, text: str, expected: dict[str, int]) -> None:
    found = officers(text, language)
    assert {office: len(names) for office, names in found.items()} == expected


def test_a_full_stop_ends_an_office_and_is_no_part_of_the_next_name() -> None:
    found = officers("Mr. Rasheed (Maldives) was elected Chair. Ms. Sok (Cambodia) was elected Rapporteur.", "en")
    assert found == {"Chair": ("Mr. Rasheed (Maldives)",), "Rapporteur": ("Ms. Sok (Cambodia)",)}


def test_the_change_is_told_by_office_and_a_new_form_of_address_is_none() -> None:
    old = "会议选举Ana Silva（智利）为主席，Paul Okoth（肯尼亚）为报告员。"
    new = "会议选出Kwame Ofori（加纳）担任主席，Paul Okoth先生（肯尼亚）担任报告员。"
    sentence = told(old, new, ("zh", "zh"), messages("zh"))
    assert sentence == "主席由Ana Silva（智利）改为Kwame Ofori（加纳）；报告员仍为Paul Okoth先生（肯尼亚）"


def test_nothing_is_told_where_one_text_elects_nobody() -> None:
    assert told("会议选举Ana Silva（智利）为主席。", "会议通过了议程。", ("zh", "zh"), messages("zh")) == ""


def test_an_office_goes_to_the_name_it_stands_behind_where_the_verb_is_left_out() -> None:
    found = officers("Mr. Rivas (Peru) was elected Chair, and Mr. de Graaf (Netherlands) Vice-Chair.", "en")
    assert found == {"Chair": ("Mr. Rivas (Peru)",), "Vice-Chair": ("Mr. de Graaf (Netherlands)",)}


def test_a_chinese_name_begins_behind_the_verb_or_the_office() -> None:
    found = officers("会议选举萨琳·乍仑蓬女士（泰国）为主席，副主席马丁·奥贝格先生（瑞典）连任。", "zh")
    assert found == {"主席": ("萨琳·乍仑蓬女士（泰国）",), "副主席": ("马丁·奥贝格先生（瑞典）",)}


def test_a_chair_and_a_chairperson_are_one_office() -> None:
    old = "the Committee elected Mr Mustafa Kaya (Türkiye) as Chair and Ms Noriko Abe (Japan) as Vice-Chair."
    new = "Mr Jun Mori (Japan) was elected as the Chairperson of the Committee."
    said = told(old, new, ("en", "en"), messages("en"))
    assert said.startswith("Chairperson: Mr Jun Mori (Japan), formerly Mr Mustafa Kaya (Türkiye)")
    assert said.count("Chair") == 2  # and the Vice-Chair, of whom the later paragraph tells nothing
