"""Words: joined they are the text; figures, dates, symbols and names are single words; both engines cut alike."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdiff.text import memory
from ccdiff.text.finder import Finder, buckets
from ccdiff.text.segment import Segmenter, jieba_cutter

NAMES = ["缔约国会议", "实施情况审议组", "UNODC", "欧洲联盟", "联合国反腐败公约缔约国会议"]

# text, a word that must stand in it whole
WHOLE = [
    ("截至2019年5月31日，共有", "2019年5月31日"),
    ("截至 2019 年 5 月，共有", "2019 年 5 月"),
    ("根据第 8/2 号决议", "第 8/2 号"),
    ("依照本法第六十一条至第六十三条规定", "第六十三条"),
    ("在第九次会议上", "第九次"),
    ("共1,138个主管部门", "1,138"),
    ("约占11.4%。", "11.4%"),
    ("增加到82.7万亿元", "82.7万亿"),
    ("载于CAC/COSP/EG.1/2019/L.1/Add.1号文件", "CAC/COSP/EG.1/2019/L.1/Add.1"),
    ("见https://track.unodc.org/track。", "https://track.unodc.org/track"),
    ("COVID-19大流行", "COVID-19"),
    ("对Cotroni案作出裁决", "Cotroni"),
    ("联合国反腐败公约缔约国会议决定", "联合国反腐败公约缔约国会议"),
    ("由缔约国会议实施情况审议组审议", "实施情况审议组"),
    ("a non-governmental body", "non-governmental"),
]


@pytest.mark.parametrize(("text", "word"), WHOLE)
def test_figures_symbols_and_names_are_single_words(text, word):
    assert word in Segmenter(NAMES).words(text)


@given(st.text(alphabet="会议通过了第三十四条 8/2,.%年月日ABab12\n，。《》第号", max_size=60))
@settings(max_examples=300, deadline=None)
def test_the_words_joined_are_the_text(text):
    assert "".join(Segmenter(NAMES).words(text)) == text


def test_a_latin_name_inside_a_longer_word_is_no_name():
    assert "UNODC" not in Segmenter(["UNODC"]).words("UNODCX")


def test_both_engines_cut_alike():
    text = "第九次增进《联合国反腐败公约》下国际合作不限成员名额政府间专家会议以线上方式举行，讨论了或引渡或起诉原则。"
    assert Segmenter().words(text) == Segmenter(cut=jieba_cutter()).words(text)


def test_a_million_characters_without_a_break_pass():
    start = time.process_time()
    assert len("".join(Segmenter(NAMES, cut=lambda run: [run]).words("第" * 500_000 + "1" * 500_000))) == 1_000_000
    assert time.process_time() - start < 5


def test_the_finder_takes_the_longest_and_none_inside_another():
    finder = Finder(buckets({"会议": 1, "缔约国会议": 2, "国会": 3}))
    assert list(finder.find("缔约国会议的会议")) == [(0, "缔约国会议", 2), (6, "会议", 1)]


def test_the_finder_finds_no_measure_word_inside_an_ordinal():
    assert [at for at, _, _ in Finder(buckets({"一位": 1})).find("第一位、二十一位、一位")] == [9]


def test_an_empty_finder_finds_nothing():
    assert list(Finder(buckets({})).find("会议")) == []


def test_what_is_remembered_of_texts_stays_within_bounds(monkeypatch):
    monkeypatch.setattr(memory, "MOST", 100)
    made = []
    known = memory.Remembered(lambda text: made.append(text) or text)
    assert [known["会议" * 10] for _ in range(3)] == ["会议" * 10] * 3 and len(made) == 1
    for k in range(50):
        assert known[f"第{k}段"] == f"第{k}段"
    assert sum(map(len, known)) <= 100
