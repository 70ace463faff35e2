"""What is no name of a matter is no label: places, bodies named in passing, numbers of sessions, how a thing is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ccdiff.derive.common_words import kinds
from ccdiff.derive.topics.labels import NAME_MARKS, _labelled, nameless, place, speakers
from ccdiff.derive.topics.spans import Word, how
from ccdiff.language import load

PLACES = {
    "zh": [
        "东亚和东南亚",
        "非洲",
        "太平洋地区",
        "艾哈迈达巴德市",
        "大韩民国",
        "西非国家",
        "日内瓦",
        "法国、德国和意大利",
        "内罗毕市中心",
        "难民营内",
        "自然保护区内",
        "达尔富尔北部",
        "坦噶尼喀湖沿岸",
        "加济安泰普市郊区",
    ],
    "en": [
        "South Africa",
        "Phnom Penh",
        "West Africa",
        "Europe and Central Asia",
        "the Pacific region",
        "Kagera Province",
    ],
}
MATTERS = {
    "zh": [
        "城市交通",
        "超市",
        "农村",
        "太平洋岛屿渔业",
        "非洲猪瘟",
        "边境城镇",
        "难民营",
        "院内感染",
        "市中心停车费",
        "沿岸侵蚀",
        "国内流离失所",
        "数据中心",
    ],
    "en": ["African swine fever", "border provinces", "West Nile virus", "city planning", "islands", "Pacific salmon"],
}


@pytest.mark.parametrize(("language", "label"), [(code, label) for code in PLACES for label in PLACES[code]])
def test_a_place_is_known_as_one(language: str, label: str) -> None:
    assert load(language).once(place)[label]


@pytest.mark.parametrize(("language", "label"), [(code, label) for code in MATTERS for label in MATTERS[code]])
def test_what_is_more_than_a_place_is_a_matter(language: str, label: str) -> None:
    assert not load(language).once(place)[label]


@pytest.mark.parametrize(
    ("phrase", "only_how"),
    [
        ("severe threat", True),
        ("annual comparison", True),
        ("national targets", True),
        ("community radio", False),
        ("annual plague survey", False),
        ("guarantee facility", False),
    ],
)
def test_how_a_thing_is_names_no_matter(phrase: str, only_how: bool) -> None:
    run = [Word(0, 0, word, "", word) for word in phrase.split()]
    assert how(run, load("en")) is only_how


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("zh", "占"),
        ("zh", "设在"),
        ("zh", "有所"),
        ("zh", "编列"),
        ("zh", "过后"),
        ("en", "died"),
        ("en", "forbid"),
        ("en", "per"),
    ],
)
def test_a_name_ends_at_a_predicate(language: str, word: str) -> None:
    assert load(language).once(kinds)[word] == "edge"


@pytest.mark.parametrize(
    ("words", "only_how"),
    [
        (("专门", "工作队"), True),
        (("具体", "方案"), True),
        (("重大", "项目"), True),
        (("反腐败", "工作队"), False),
        (("重大", "腐败", "案件"), False),
        (("信托", "基金"), False),
    ],
)
def test_a_chinese_name_that_only_says_what_a_thing_is_like_names_no_matter(
    words: tuple[str, ...], only_how: bool
) -> None:
    assert how([Word(0, 0, word, "", word) for word in words], load("zh")) is only_how


@pytest.mark.parametrize("word", ["whenever", "together", "others", "themselves", "whether", "overnight", "alone"])
def test_no_name_runs_across_a_word_of_a_closed_class(word: str) -> None:
    assert load("en").once(kinds)[word] == "edge"


def test_what_the_dictionary_takes_a_word_for_tells_its_kind_unless_the_table_says_otherwise():
    known = load("zh").once(kinds)
    assert known["推动"] == "edge" and known["义务"] == "common"
    assert "赌博" not in known, "a verb by the dictionary, and a matter"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yukari: 目前的关注点是搜狗输入法。", {"Yukari"}),
        ("由 @revy 提供示例，@BLumia 跟进。", {"revy", "BLumia"}),
        ("会议讨论了 COVID-19 大流行和 TRACK 门户网站。", set()),
        ("社区策略 --吴峰光\n影响评估 -- 谢秀奇", {"吴峰光", "谢秀奇"}),
        ("结论：同意引入。\n结论：推迟。\n海洋：另一份报告。", {"结论"}),  # what labels lines again and again
        ("汇报人：李辉、刘子成\n记录人: 张彬 时间：三月\n", {"李辉", "刘子成", "张彬"}),
        ("JD - thanked all.\nLG – agreed.\nJD – closed the meeting.", {"JD"}),
        ("Security - a matter of its own.", set()),
    ],
)
def test_who_speaks_in_minutes_or_is_called_upon_is_known_by_how_the_name_stands(text: str, names: set[str]) -> None:
    language = load("zh" if max(text) > "\u3400" else "en")
    reading = SimpleNamespace(once=lambda find: (SimpleNamespace(text=text),), language=language)
    assert speakers(reading) == names  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "text", "named"),
    [
        ("Steele", "The committee thanked Steele for his report.", True),
        ("Glaciers", "Glaciers retreated in three of four valleys.", False),
        ("Erosion", "The report speaks of Erosion and of erosion.", False),
        ("Loïc Gallouez", "The board welcomed Loïc Gallouez again.", True),
        ("chair Remi Giraudo", "The chair Remi Giraudo left.", True),  # behind an office
        ("Kaspersky survey", "The Kaspersky survey was read.", False),
    ],
)
def test_a_lone_name_in_capitals_that_is_no_word_is_somebody(label: str, text: str, named: bool) -> None:
    words = frozenset(word for word in text.replace(".", "").split() if word.islower())
    reading = SimpleNamespace(once=lambda find: words, language=load("en"))
    side = SimpleNamespace(han=False, here=reading, there=reading, text={"1": text})
    assert nameless(label, side) is named  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "*Participants:* Ge Peng, Liu Yiming", "Liu Yiming"),
        ("en", "Apologies: Xavier Perrot", "Xavier Perrot"),
        ("zh", "汇报人：李辉、刘子成", "刘子成"),
    ],
)
def test_who_is_listed_behind_a_label_of_minutes_is_a_person(code: str, text: str, name: str) -> None:
    found = [name for line in load(code).once(_labelled).findall(text) for name in NAME_MARKS.split(line)]
    assert name in map(str.strip, found)
