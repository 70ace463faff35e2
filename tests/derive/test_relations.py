"""Unchanged, reworded or amended: the table of sentence pairs, and what the rows of a comparison promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.relations.judging import judge
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading

TABLE = Path(__file__).with_name("relation_cases.txt")
CONFIG = DeriveThresholds()


def cases() -> list[tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [
        tuple(cell.strip().replace("\\n", "\n") for cell in line.split(" | "))
        for line in lines
        if line and line[0] != "#"
    ]


def reading(*texts: str, language: str = "zh") -> Reading:
    paragraphs = tuple(Paragraph(str(n), "一", text, number=str(n)) for n, text in enumerate(texts, 1))
    section = Section("一", "一", "", 1, None, tuple(p.id for p in paragraphs))
    report = Report("r", "r", "", None, None, None, language, "", (section,), paragraphs)
    return Reading(report, load(language))


def judged(old: tuple[str, ...], new: tuple[str, ...], *links: Link) -> list[str]:
    links = links or tuple(Link((str(n),), (str(n),), 1.0) for n in range(1, len(old) + 1))
    pair = Pair(reading(*old), reading(*new), Alignment((), links), CONFIG)
    return [row.relation for row in relations(pair)]


@pytest.mark.parametrize(("language", "relation", "old", "new", "shows"), cases())
def test_a_pair_of_sentences_is_judged_by_its_facts(language, relation, old, new, shows):
    assert judge(old, new, Reading(reading().report, load(language)), CONFIG) == relation, shows


@pytest.mark.parametrize(("language", "relation", "old", "new", "shows"), cases())
def test_no_change_of_fact_hides_when_the_reports_are_exchanged(language, relation, old, new, shows):
    assert (judge(new, old, reading(language=language), CONFIG) == "amended") == (relation == "amended"), shows


def test_the_table_is_long_enough_to_mean_something():
    assert len(cases()) >= 100
    assert {relation for _, relation, *_ in cases()} == {"unchanged", "reworded", "amended"}


def test_a_text_is_unchanged_to_itself_and_an_empty_one_too():
    assert judged(("会议通过了议程。", ""), ("会议通过了议程。", "")) == ["unchanged", "unchanged"]


def test_a_row_without_counterpart_is_new_or_dropped():
    links = (Link(("1",), (), 0.9), Link((), ("1",), 0.9))
    assert judged(("旧文。",), ("新文。",), *links) == ["dropped", "new"]


def test_what_a_person_settled_stays():
    link = Link(("1",), ("1",), 1.0, origin="reviewed", relation="reworded")
    assert judged(("共有5个国家。",), ("共有6个国家。",), link) == ["reworded"]


def test_a_reference_to_a_renumbered_paragraph_is_not_a_change():
    old = ("会议决定继续工作。", "会议讨论了引渡。", "见上文第2段。")
    new = ("会议决定继续工作。", "会前举行了磋商。", "会议讨论了引渡。", "见上文第3段。")
    links = tuple(Link((o,), (n,), 1.0) for o, n in (("1", "1"), ("2", "3"), ("3", "4")))
    assert judged(old, new, *links) == ["unchanged"] * 3


def test_a_reference_to_another_paragraph_is_a_change():
    old, new = (
        ("会议讨论了引渡。", "会议讨论了洗钱。", "见上文第1段。"),
        ("会议讨论了引渡。", "会议讨论了洗钱。", "见上文第2段。"),
    )
    assert judged(old, new)[2] == "amended"


def test_a_split_paragraph_with_the_same_words_is_unchanged():
    link = Link(("1",), ("1", "2"), 1.0)
    assert judged(("会议讨论了引渡。会议讨论了洗钱。",), ("会议讨论了引渡。", "会议讨论了洗钱。"), link) == [
        "unchanged"
    ]


def test_the_difference_gives_both_texts_back_to_the_letter():
    old, new = ("甲国提出了三项建议。 ", "会议闭幕。"), ("乙国提出了五项建议。\n", "会议于当日闭幕。")
    pair = Pair(reading(*old), reading(*new), Alignment((), (Link(("1", "2"), ("1", "2"), 1.0),)), CONFIG)
    (row,) = relations(pair)
    assert "".join(text for op, text in row.diff if op != "+") == "\n".join(old)
    assert "".join(text for op, text in row.diff if op != "-") == "\n".join(new)


KEPT = (
    "工作组于上午宣布开会。",
    "秘书处介绍了缔约方提交国家报告的情况。",
    "工作组感谢专家们介绍卫星遥感方法。",
    "会议提供同声传译。",
    "与会者参观了实验室。",
    "工作组通过了本报告。",
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("志愿巡护队由地方社区管理。", "志愿巡护队由环境部管理。"),
        ("检测工作由采购科负责。", "检测工作由院长负责。"),
        ("会议在秘书处所在地举行，并邀请专家参加。", "会议在大学礼堂举行，并邀请专家参加。"),
        ("一位发言者对围垦造成的损失表示担忧，并提供了数据。", "一位发言者对采砂造成的损失表示担忧，并提供了数据。"),
        ("王丽女士（中国）当选主席。", "王莉女士（中国）当选主席。"),
    ],
)
def test_in_a_report_that_is_otherwise_the_same_another_noun_is_another_thing(old, new):
    assert judged((*KEPT, old), (*KEPT, new))[-1] == "amended"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("多数与会者赞成该提案。", "大多数与会者赞同该提案。"),
        ("该系统覆盖所有沿海省份。", "该系统涵盖所有沿海省份。"),
        ("湿地退化的主要原因是围垦。", "围垦是湿地退化的主因。"),
        ("各国应加强合作。", "各国应增强合作。"),
    ],
)
def test_even_there_a_word_that_is_known_as_the_other_is_only_another_wording(old, new):
    assert judged((*KEPT, old), (*KEPT, new))[-1] == "reworded"


AGAIN = ("港口应当提供停泊泊位。", "码头没有提供停泊泊位。")
PUT = ("港口应当提供系留浮标。", "码头没有提供系留浮标。")


def test_what_stands_for_it_again_in_one_report_alone_is_one_thing():
    assert judged(AGAIN, PUT) == ["reworded", "reworded"]
    assert judged(AGAIN[:1], PUT[:1]) == ["amended"]
    assert judged((*AGAIN, "会议闭幕。"), (*PUT, "会议讨论了停泊泊位。"))[:2] == ["amended", "amended"]


def test_a_letter_that_only_looks_like_another_in_small_breaks_nothing():
    old, new = "Notice is given at leaſt 24 hours before.", "Notice is given at leaſt 48 hours before."
    assert judge(old, new, Reading(reading().report, load("en")), CONFIG) == "amended"
