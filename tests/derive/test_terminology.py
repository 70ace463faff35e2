"""The same thing under another wording: listed once, shown where it stands, and never where a fact has changed."""

from __future__ import annotations

import pytest

from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.terminology import terminology
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading


def reading(*texts: str, title: str = "", language: str = "zh") -> Reading:
    paragraphs = tuple(Paragraph(str(n), "一", text, number=str(n)) for n, text in enumerate(texts, 1))
    section = Section("一", "一", title, 1, None, tuple(p.id for p in paragraphs))
    return Reading(Report("r", "r", "", None, None, None, language, "", (section,), paragraphs), load(language))


def terms(
    old: list[str], new: list[str], titles: tuple[str, str] = ("", ""), linked: bool = True, language: str = "zh"
) -> dict:
    paragraphs = tuple(
        link
        for n in range(1, len(old) + 1)
        for link in (
            [Link((str(n),), (str(n),), 1.0)] if linked else [Link((str(n),), (), 1.0), Link((), (str(n),), 1.0)]
        )
    )
    sections = (Link(("一",), ("一",), 1.0, relation="renamed"),)
    pair = Pair(
        reading(*old, title=titles[0], language=language),
        reading(*new, title=titles[1], language=language),
        Alignment(sections, paragraphs),
        DeriveThresholds(),
    )
    pair.rows = relations(pair)
    return {(term.old, term.new): term for term in terminology(pair)}


# old sentence, new sentence, old wording, new wording
SAME = [
    (
        "欧洲司法组织派观察员出席了会议。",
        "欧洲刑事司法合作署派观察员出席了会议。",
        "欧洲司法组织",
        "欧洲刑事司法合作署",
    ),
    ("马耳他骑士团派代表出席了会议。", "马耳他主权教团派代表出席了会议。", "马耳他骑士团", "马耳他主权教团"),
    ("国际刑警组织介绍了情况。", "国际刑事警察组织介绍了情况。", "国际刑警组织", "国际刑事警察组织"),
    ("会议讨论了协同增效问题。", "会议讨论了协同作用问题。", "协同增效", "协同作用"),
    ("讨论嘉宾介绍了本国法律。", "主讲人介绍了本国法律。", "讨论嘉宾", "主讲人"),
    ("各国提到请求受到拒绝和延迟的情况。", "各国提到请求受到拒绝和拖延的情况。", "拒绝和延迟", "拒绝和拖延"),
]

# old sentence, new sentence, and two wordings that must not be called the same thing
NOT_THE_SAME = [
    ("欧洲司法组织派观察员出席了会议。", "欧警署派观察员出席了会议。", "欧洲司法组织", "欧警署"),
    ("缔约国会议核可了指南。", "缔约方会议核可了指南。", "缔约国会议", "缔约方会议"),
    ("会议由候任主席主持。", "会议由主席主持。", "候任主席", "主席"),
    ("共有129个国家答复。", "共有132个国家答复。", "129个国家", "132个国家"),
    ("来自巴西的专家发了言。", "来自秘鲁的专家发了言。", "巴西", "秘鲁"),
    ("会议鼓励各国加入。", "会议敦促各国加入。", "鼓励", "敦促"),
    ("用户人数有所增加。", "用户人数有所减少。", "增加", "减少"),
    ("该平台提供单一入口。", "该网络设一站式枢纽。", "单一入口", "一站式枢纽"),
]


@pytest.mark.parametrize(("old", "new", "one", "other"), SAME)
def test_another_wording_is_listed_with_its_places(old, new, one, other):
    assert terms([old], [new])[one, other].paragraphs == (("1", "1"),)


@pytest.mark.parametrize(("old", "new", "one", "other"), NOT_THE_SAME)
def test_another_thing_is_no_other_wording(old, new, one, other):
    assert not [pair for pair in terms([old], [new]) if one in pair[0] and other in pair[1]]


def test_equal_texts_have_no_other_wording():
    assert terms(["一位代表提到欧洲司法组织。"], ["一位代表提到欧洲司法组织。"], ("引言", "引言")) == {}


def test_headings_that_say_the_same_are_listed_with_their_sections():
    found = terms(["会议开始。"], ["会议开始。"], ("引言", "导言"))
    assert found["引言", "导言"].paragraphs == (("一", "一"),)


def test_headings_of_other_matter_are_not():
    assert terms(["会议开始。"], ["会议开始。"], ("会议开幕和会期", "会议开幕")) == {}


def test_a_pair_is_listed_once_with_all_its_places():
    old = ["讨论嘉宾介绍了本国法律。", "另一位讨论嘉宾介绍了统计数字。"]
    new = ["主讲人介绍了本国法律。", "另一位主讲人介绍了统计数字。"]
    assert terms(old, new)["讨论嘉宾", "主讲人"].paragraphs == (("1", "1"), ("2", "2"))


def test_a_name_that_gave_way_is_found_without_linked_paragraphs():
    found = terms(["欧洲司法组织介绍了联络点网络。"], ["来自欧洲刑事司法合作署的代表发了言。"], linked=False)
    assert ("欧洲司法组织", "欧洲刑事司法合作署") in found


def test_wordings_that_both_reports_mix_are_not_listed():
    mixed = ["讨论嘉宾发了言。", "主讲人发了言。"]
    assert terms(mixed, mixed[::-1], linked=False) == {}


def test_a_term_of_art_that_each_report_keeps_to_is_listed_wherever_it_stands():
    found = terms(["各国的中心当局应当直接联系。"], ["该名录载有132个国家中央机关的信息。"], linked=False)
    assert ("中心当局", "中央机关") in found


def test_a_term_of_art_that_both_reports_mix_is_not():
    mixed = ["中心当局应当联系。", "中央机关已经答复。"]
    assert terms(mixed, mixed[::-1], linked=False) == {}


def test_full_names_stand_for_full_ones_and_short_for_short():
    old = ["打击犯罪信息与法律网络共享平台（SHERLOC）载有判例。"]
    new = ["打击犯罪信息与法律网络分享平台载有判例。", "夏洛克数据库也载有法律。", "夏洛克数据库收费。"]
    found = terms(old, new[:1] + ["夏洛克数据库也载有法律。夏洛克数据库收费。"], linked=False)
    assert ("打击犯罪信息与法律网络共享平台", "打击犯罪信息与法律网络分享平台") in found
    assert ("SHERLOC", "夏洛克数据库") in found


def test_a_modifier_that_came_or_went_is_no_other_wording():
    old = "全国法院全面落实司法责任制。入额法官12.5万名。"
    assert terms([old], ["全国法院落实司法责任制。法官人均办案228件。"]) == {}


def test_an_acronym_that_both_reports_use_has_not_given_way():
    old = "实施情况审议组（IRG）审议了报告。"
    assert ("IRG", "执行情况审议组") not in terms(
        [old, "IRG开会。"], ["执行情况审议组（IRG）审议了报告。", "IRG开会。"]
    )


def test_a_single_word_for_another_of_prose_is_not_listed():
    assert english("Regarding article 2, three States said so.", "Concerning article 2, three States stated so.") == {}


def test_other_names_and_persons_are_not_listed():
    assert english("The Chair, Peter Major, opened it.", "The Chair, Ana Neves, opened it.") == {}


def english(old: str, new: str) -> dict:
    """The terms of one English paragraph against another."""

    def one(text: str) -> Reading:
        paragraph = Paragraph("1", "I", text, number="1")
        section = Section("I", "I", "", 1, None, ("1",))
        return Reading(Report("r", "r", "", None, None, None, "en", "", (section,), (paragraph,)), load("en"))

    sections = (Link(("I",), ("I",), 1.0, relation="same"),)
    pair = Pair(one(old), one(new), Alignment(sections, (Link(("1",), ("1",), 1.0),)), DeriveThresholds())
    pair.rows = relations(pair)
    return {(term.old, term.new): term for term in terminology(pair)}


def test_a_heading_that_stands_twice_is_told_once():
    old, new = reading("会议开始。"), reading("会议开始。")
    twice = tuple(Section(at, at, title, 1, None, ()) for at, title in (("二", "引言"), ("三", "引言")))
    again = tuple(Section(at, at, title, 1, None, ()) for at, title in (("二", "导言"), ("三", "导言")))
    old = Reading(Report("r", "r", "", None, None, None, "zh", "", twice, ()), old.language)
    new = Reading(Report("r", "r", "", None, None, None, "zh", "", again, ()), new.language)
    links = tuple(Link((at,), (at,), 1.0, relation="renamed") for at in ("二", "三"))
    found = terminology(Pair(old, new, Alignment(links, ()), DeriveThresholds()))
    assert [(t.old, t.new, t.paragraphs) for t in found] == [("引言", "导言", (("二", "二"), ("三", "三")))]


def test_a_whole_statement_turned_round_is_no_wording():
    old, new = "各国应在销售合同中列入回收条款。", "各国应将回收条款列入销售合同。"
    assert not [words for words in terms([old], [new]) if "回收条款" in words[0]]


def test_wordings_that_differ_in_a_particle_alone_are_one():
    assert not [words for words in terms(["专家会议的开幕见第2段。"], ["专家会议开幕见第2段。"]) if "开幕" in words[0]]
