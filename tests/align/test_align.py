"""The alignment of small reports made by hand."""

import itertools

import pytest

from ccdiff.align import align
from ccdiff.align.evidence import Evidence
from ccdiff.align.features import features
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.model.alignment import Alignment
from tests.align.reports import MEETING, aligned, pairs, report, row, texts_of, with_texts

OLD = report(MEETING)
TURNED = {"new": "dropped", "dropped": "new", "split": "merged", "merged": "split"}


def shown(alignment: Alignment, turned: bool = False) -> list[object]:
    """The rows of an alignment, in an order that does not depend on which report is the old one."""
    found = []
    for link in (*alignment.sections, *alignment.paragraphs):
        sides = (link.new, link.old) if turned else (link.old, link.new)
        relation = TURNED.get(link.relation or "", link.relation) if turned else link.relation
        found.append((sides, link.score, relation, link.candidates))
    return sorted(found, key=str)


def variants() -> dict[str, list[tuple[str, str, list[str]]]]:
    """Editions of the meeting, each with one change."""
    three = texts_of("三")
    return {
        "reordered": with_texts("三", [three[2], three[0], three[1], three[3]]),
        "dropped": with_texts("三", three[:-1]),
        "inserted": with_texts(
            "三", [three[0], "几位发言者欢迎利雅得倡议，并建议建立全球反腐败执法网络。", *three[1:]]
        ),
        "sections": [MEETING[0], *MEETING[5:], *MEETING[1:5]],
        "other": [("一", "导言", ["本报告介绍委员会的工作。"]), ("二", "枪支", ["枪支问题工作组举行了一次会议。"])],
    }


@pytest.mark.parametrize("name", sorted(variants()))
def test_turned_round_the_alignment_is_the_same(name: str):
    new = report(variants()[name], name="new")
    assert shown(aligned(OLD, new)) == shown(aligned(new, OLD), turned=True)


@pytest.mark.parametrize("name", sorted(variants()))
def test_every_section_and_paragraph_stands_in_one_row(name: str):
    new = report(variants()[name], name="new")
    found = aligned(OLD, new)
    for links, kind in ((found.sections, "sections"), (found.paragraphs, "paragraphs")):
        for reading, side in ((OLD, "old"), (new, "new")):
            standing = list(itertools.chain.from_iterable(getattr(link, side) for link in links))
            assert sorted(standing) == sorted(place.id for place in getattr(reading.report, kind))


def test_a_report_is_aligned_with_itself_row_by_row():
    found = aligned(OLD, OLD)
    assert [(link.old, link.new) for link in found.paragraphs] == [((p.id,), (p.id,)) for p in OLD.report.paragraphs]
    assert {link.score for link in (*found.sections, *found.paragraphs)} == {1.0}
    assert {link.why.split("+")[0] for link in found.paragraphs} == {"exact"}
    assert {link.relation for link in found.sections} == {"same"}


def test_a_renumbered_paragraph_is_the_same_paragraph():
    plain, shifted = aligned(OLD, report(MEETING, name="new")), aligned(OLD, report(MEETING, first=40, name="new"))
    at = {
        p.id: q.id
        for p, q in zip(report(MEETING).report.paragraphs, report(MEETING, 40).report.paragraphs, strict=True)
    }
    assert [(link.old, tuple(at[x] for x in link.new), link.score) for link in plain.paragraphs] == [
        (link.old, link.new, link.score) for link in shifted.paragraphs
    ]
    assert {link.relation for link in shifted.sections} == {"same"}


def test_two_paragraphs_that_swapped_places_keep_their_counterparts():
    new = report(variants()["reordered"], name="new")
    linked = pairs(aligned(OLD, new).paragraphs)
    assert {("7", "8"), ("8", "9"), ("9", "7"), ("10", "10")} <= linked


def test_a_section_that_moved_is_moved_and_its_paragraphs_are_not_lost():
    parts = [
        MEETING[0],
        ("二", "通过报告", MEETING[6][2]),
        *((f"三{p[0][1:]}" if p[0][0] == "二" else p[0], *p[1:]) for p in MEETING[1:4]),
    ]
    found = aligned(OLD, report(parts, name="new"))
    assert row(found.sections, old="五").new == ("二",)
    assert "moved" in {row(found.sections, old="五").relation, row(found.sections, old="二").relation}
    assert row(found.sections, old="二.A").relation == "same"
    assert row(found.paragraphs, old="12").new == ("3",)


def test_a_dropped_paragraph_stands_alone_with_its_nearest_candidates():
    link = row(aligned(OLD, report(variants()["dropped"], name="new")).paragraphs, old="10")
    assert (link.new, link.relation, link.why) == ((), "dropped", "alone")
    assert len(link.candidates) == 3
    assert all(found.score < AlignThresholds().possible_below for found in link.candidates)


@pytest.mark.parametrize("name", sorted(variants()))
def test_every_row_without_counterpart_names_the_three_nearest_places(name: str):
    new = report(variants()[name], name="new")
    for link in aligned(OLD, new).paragraphs:
        others = new if link.old else OLD
        if not (link.old and link.new):
            assert len(link.candidates) == min(3, len(others.report.paragraphs))
            assert [c.score for c in link.candidates] == sorted((c.score for c in link.candidates), reverse=True)


def test_a_new_paragraph_shifts_the_others_and_stands_alone():
    found = aligned(OLD, report(variants()["inserted"], name="new"))
    assert row(found.paragraphs, new="8").old == ()
    assert {("8", "9"), ("9", "10"), ("10", "11"), ("11", "12")} <= pairs(found.paragraphs)


def test_one_paragraph_that_became_two_is_a_split():
    three = texts_of("三")
    first, second = "秘书处的一位代表介绍了第四章实施工作中最普遍的趋势。她提到逾6,000项建议。", "该文件已提交审议组。"
    link = row(aligned(OLD, report(with_texts("三", [first, second, *three[1:]]), name="new")).paragraphs, old="7")
    assert link.new == ("7", "8")
    assert link.why.startswith("split+")


@pytest.mark.parametrize(("beside", "part"), [("受训的养护工人达五百二十人。", True), ("会场一楼设有医务室。", False)])
def test_a_last_sentence_told_anew_as_a_paragraph_is_a_part_and_another_matter_is_none(beside: str, part: bool):
    old = ["秘书处代表介绍了关于井盖的说明。各国报告的坠落事故共有四百起，其中儿童占三成。参加培训的养护工人共计三百八十人。", "各代表团欢迎修订后的安装手册。"]  # fmt: skip
    new = ["秘书处代表就井盖的说明作了介绍。各国报告的坠落事故共有四百五十起，儿童占三成。", beside, "修订后的安装手册受到各代表团欢迎。"]  # fmt: skip
    found = aligned(report([("一", "审议情况", old)]), report([("一", "审议情况", new)], name="new"))
    assert row(found.paragraphs, old="1").new == (("1", "2") if part else ("1",))


def test_two_paragraphs_that_became_one_are_a_merger():
    three = texts_of("三")
    link = row(
        aligned(OLD, report(with_texts("三", [three[0], three[1], three[2] + three[3]]), name="new")).paragraphs,
        old="9",
    )
    assert (link.old, link.new) == (("9", "10"), ("9",))
    assert link.why.startswith("merge+")


def test_a_list_in_one_sentence_and_the_same_list_in_items_are_counterparts():
    whole = (
        "该名录载有以下信息：119个缔约国的预防机关；132个缔约国负责司法协助事宜的中央机关；86个缔约国的资产追回联络点。"
    )
    items = [
        "该名录中载有以下方面的信息：",
        "(a) 122个缔约国的预防机关；",
        "(b) 133个缔约国负责司法协助事宜的中央机关；",
        "(c) 88个缔约国的资产追回联络点。",
    ]
    old, new = (
        report(with_texts("三", [whole, *texts_of("三")[1:]])),
        report(with_texts("三", [*items, *texts_of("三")[1:]]), name="new"),
    )
    assert row(aligned(old, new).paragraphs, old="7").new == ("7", "7(a)", "7(b)", "7(c)")


def test_repeated_paragraphs_are_paired_in_order():
    texts = [
        "各位代表！",
        "秘书处介绍了名录的最新情况。",
        "各位代表！",
        "发言者欢迎在线工具并鼓励更新信息。",
        "各位代表！",
    ]
    old, new = report(with_texts("三", texts)), report(with_texts("三", texts), first=21, name="new")
    assert {("7", "27"), ("9", "29"), ("11", "31")} <= pairs(aligned(old, new).paragraphs)


def test_the_same_function_is_a_counterpart_though_the_words_differ():
    parts = with_texts(
        "二.A",
        ["增进国际合作专家会议第九次会议于2020年11月16日至18日以线上方式举行。", "会议共举行了五场会议，由主席主持。"],
    )
    parts = [(p[0], "会议开幕和会期" if p[0] == "二.A" else p[1], p[2]) for p in parts]
    assert {("3", "3"), ("4", "4")} <= pairs(aligned(OLD, report(parts, name="new")).paragraphs)


def test_another_translation_of_the_same_text_keeps_its_counterpart():
    three = texts_of("三")
    other = "一位代表提及该国一宗引人注目的案子。被请求国只作出三项答复，严重影响了调查。"
    assert ("10", "10") in pairs(aligned(OLD, report(with_texts("三", [*three[:3], other]), name="new")).paragraphs)


def test_reports_about_different_matters_have_hardly_a_link():
    found = aligned(OLD, report(variants()["other"], name="new"))
    assert pairs(found.paragraphs) <= {("front", "front"), ("1", "1")}


def test_the_front_is_the_counterpart_of_the_front():
    assert row(aligned(OLD, report(variants()["other"], name="new", front="另一份文件")).sections, old="front").new == (
        "front",
    )


def test_a_heading_in_another_translation_is_the_same_and_in_other_words_renamed():
    parts = [("一", "导言", MEETING[0][2]), *MEETING[1:4], ("三", "名录和工具", MEETING[4][2]), *MEETING[5:]]
    found = aligned(OLD, report(parts, name="new"))
    assert row(found.sections, old="一").relation == "same"
    assert (row(found.sections, old="三").new, row(found.sections, old="三").relation) == (("三",), "renamed")


def test_a_recommendation_and_a_wish_in_discussion_are_not_counterparts():
    parts = [p for p in MEETING if p[0] != "四"]
    parts = with_texts("三", [*texts_of("三"), "一些发言者希望各国就良好做法提供更多信息。"], parts)
    assert row(aligned(OLD, report(parts, name="new")).paragraphs, old="11(a)").new == ()


def test_below_the_stated_score_a_pair_is_offered_and_not_stated():
    told = ["秘书处代表说明了执行第四章方面的主要趋势，并谈到六千多项建议。", *texts_of("三")[1:]]
    new = report(with_texts("三", told), name="new")
    strict = align(OLD, new, AlignThresholds(possible_below=0.9999999))
    assert len(pairs(strict.paragraphs)) < len(pairs(aligned(OLD, new).paragraphs))


@pytest.mark.parametrize(
    "switched_off",
    [
        "text_weight",
        "phrase_weight",
        "margin_weight",
        "role_weight",
        "section_weight",
        "neighbour_weight",
        "split_weight",
    ],
)
def test_each_piece_of_evidence_can_be_left_out(switched_off: str):
    new = report(variants()["reordered"], name="new")
    found = align(OLD, new, AlignThresholds(**{switched_off: 0.0}))
    assert len(pairs(found.paragraphs)) >= 10


def test_a_report_without_paragraphs_is_aligned_too():
    found = aligned(OLD, report([], name="new", front=""))
    assert len(found.paragraphs) == len(OLD.report.paragraphs)


def test_two_thousand_paragraphs_take_no_quadratic_time():
    texts = [
        f"第{k}项说明：{chr(0x4E00 + k * 7)}{chr(0x5200 + k * 5)}机关在{chr(0x6000 + k * 3)}地{chr(0x7000 + k)}事。"
        for k in range(2000)
    ]
    old, new = report([("一", "名录", texts)]), report([("一", "名录", texts[1:] + texts[:1])], name="new")
    assert len(pairs(aligned(old, new).paragraphs)) == 2001


def test_what_speakers_said_is_not_the_counterpart_where_the_report_says_it_itself():
    spoken = "在讨论期间，几位发言者欢迎国家主管机关在线名录，并请缔约国更新名录中的信息。"
    told = "秘书处继续更新国家主管机关在线名录，该名录载有缔约国提供的信息。"
    here, there = (
        report([("一", "名录", [spoken, told])]),
        report([("一", "工作", [told + "截至10月，信息有所增加。"])], name="new"),
    )
    assert ("2", "1") in pairs(aligned(here, there).paragraphs)
    without = align(here, report([("一", "工作", [spoken])], name="new"), AlignThresholds())
    assert ("1", "1") in pairs(without.paragraphs)


def test_one_long_name_that_two_paragraphs_share_counts_as_one_phrase():
    here = report([("一", "工具", ["讨论嘉宾介绍了指南。指南可从打击犯罪信息与法律网络共享平台获取。"])])
    there = report([("一", "审议", ["秘书处开发了新的模块。模块属于打击犯罪信息与法律网络共享平台。"])], name="new")
    evidence = Evidence(here.once(features), there.once(features), AlignThresholds())
    shared = len({*here.once(features).places[1].phrases}.intersection(there.once(features).places[1].phrases))
    assert shared > 8
    assert 1 <= evidence.phrases(1, 1) < shared / 4


def test_one_rare_word_in_common_makes_no_counterparts():
    here = report(
        [("一", "人道局势", ["截至9月30日，境内流离失所者人数比3月增加。", "粮食短缺的情况在南部各省最为严重。"])]
    )
    there = report(
        [("一", "工具", ["办公室编写了关于在境内流离失所者中识别贩运受害者的指南。", "该手册已分发给各国中央机关。"])],
        name="new",
    )
    evidence = Evidence(here.once(features), there.once(features), AlignThresholds())
    assert evidence.variety(1, 1) == 1
    assert ("1", "1") not in pairs(aligned(here, there).paragraphs)


def test_a_document_of_a_list_is_not_split_into_two_documents():
    had = "专家组收到了下列文件："
    old = [("一", "文件", [had, "(a) 附加说明的临时议程（A/AC.9/2021/1）；", "(b) 秘书处关于各国减缓空间碎片机制的说明（A/AC.9/2021/2）；", "(c) 秘书处关于清除碎片所涉法律问题的背景文件（A/AC.9/2021/3）。"])]  # fmt: skip
    new = [("一", "文件", [had, "(a) 附加说明的临时议程（A/AC.9/2022/1）；", "(b) 各国空间碎片减缓机制简编（A/AC.9/2022/2）；", "(c) 秘书处关于大型星座的说明（A/AC.9/2022/3）。"])]  # fmt: skip
    found = aligned(report(old), report(new, name="new"))
    assert ("1(b)",) in {row.old for row in found.paragraphs if row.new == ("1(b)",)}
    assert not any(row.old and "1(c)" in row.new for row in found.paragraphs)


def test_a_stock_sentence_of_every_section_is_answered_in_the_section_that_corresponds():
    old = [
        ("一", "工作组的审议情况", []),
        ("一.A", "利用互联网从事毒品活动", ["利用互联网从事毒品活动工作组举行了两次会议，由澳大利亚代表担任主席。", "工作组认为，从服务提供商获取电子证据平均需要六个月，影响调查。"]),
        ("一.B", "前体和化学品", ["用于非法制造合成毒品的前体和化学品工作组举行了两次会议，会议由泰国代表先生主持。", "工作组指出，本区域有三十八个国家登记使用网上出口前通知系统，但只有一半经常使用。"]),
    ]  # fmt: skip
    new = [
        ("一", "工作组的审议情况", []),
        ("一.A", "边境管理", ["该工作组举行了两次会议，会议由新西兰代表先生主持。", "与会者强调了边境联络处的价值，并建议增设巡逻艇。"]),
        ("一.B", "前体和化学品", ["前体管制小组由马来西亚代表女士担任主席，共开会两次。", "与会者指出，区域内登记使用网上出口前通知系统的国家有四十一个，经常使用者占三分之二。"]),
        ("一.C", "利用互联网贩毒", ["利用互联网贩毒问题工作组由日本代表主持，举行了两次会议。", "工作组的结论是，向服务提供商索取电子证据的周期仍然过长。"]),
    ]  # fmt: skip
    rows = {row.old: row.new for row in aligned(report(old), report(new, name="new")).paragraphs}
    assert rows["1",] == ("5",)
    assert rows["3",] == ("3",)


def test_paragraphs_in_other_words_are_counterparts_by_their_characters_and_senses():
    old = ["专家组注意到，逾期登记依然普遍。在答复问卷的47个国家中，29个国家对逾期登记处以罚款，使最贫困的家庭望而却步。", "一些发言者介绍了为土著人民办理登记的经验，包括聘用会说土著语言的登记员。"]  # fmt: skip
    new = ["关于迟报问题，62个国家答复了调查，其中33国征收罚金。与会者认为罚金阻碍了最穷苦的家庭登记。", "一些代表团说明了在土著社区登记的做法，例如使用当地语言。"]  # fmt: skip
    before, behind = MEETING[4][2][0], MEETING[4][2][3]
    rows = aligned(
        report(with_texts("三", [before, *old, behind])), report(with_texts("三", [before, *new, behind]), name="new")
    ).paragraphs
    assert {("8", "8"), ("9", "9")} <= pairs(rows)


def test_reports_with_hardly_a_sure_link_have_few_others():
    strange = [("一", "枪支", ["枪支问题工作组讨论了弹药的标识。", "发言者提到国家的登记册和本国法律。"]), ("二", "森林", [f"第{n}个林区的树木遭受虫害，损失{n}公顷。" for n in range(3, 12)])]  # fmt: skip
    assert aligned(OLD, report(strange, name="new")).paragraphs
    assert not {one for one in pairs(aligned(OLD, report(strange, name="new")).paragraphs) if "front" not in one}


def test_a_sentence_told_anew_in_a_paragraph_of_its_own_is_a_part_by_its_characters():
    whole = "若干发言者报告了本国取得的进展。一位发言者说，其本国自2018年取消出生登记费以来，登记率从58%上升到81%。另一位发言者介绍了在偏远地区开展工作的340支流动登记队。"
    parts = ["有代表介绍了本国的流动登记工作：登记队已从上年的340支扩充至460支，在偏远地区开展工作。", "一名代表说，其国家四年前停止收取出生登记费，登记率由此提升至86%。"]  # fmt: skip
    first, last = MEETING[4][2][0], MEETING[4][2][3]
    rows = aligned(
        report(with_texts("三", [first, whole, last])), report(with_texts("三", [first, *parts, last]), name="new")
    ).paragraphs
    assert row(rows, old="8").new == ("8", "9")
    other = [parts[0], "法院就没收资产的估价问题作出了裁决，并要求各方在三个月内答复。"]
    rows = aligned(
        report(with_texts("三", [first, whole, last])), report(with_texts("三", [first, *other, last]), name="new")
    ).paragraphs
    assert row(rows, old="8").new == ("8",)


def test_english_paragraphs_in_other_words_are_counterparts_by_how_their_words_begin():
    frame = ["The meeting took place in Geneva from 3 to 5 May.", "The Secretariat presented the budget of the fund."]
    old = [frame[0], "The world lacks some 900,000 midwives and supports midwifery schools in 40 countries.", "Boreholes had been drilled in twelve villages of the north.", frame[1]]  # fmt: skip
    new = [frame[0], "A shortage of 900,000 midwives persists, though more schools of midwifery were opened.", "Solar pumps now served the largest refugee camp in the region.", frame[1]]  # fmt: skip
    rows = aligned(
        report([("I", "Proceedings", old)], language="en"),
        report([("I", "Proceedings", new)], name="new", language="en"),
    ).paragraphs
    assert ("2", "2") in pairs(rows)
    assert ("3", "3") not in pairs(rows)


def test_two_recommendations_to_one_addressee_for_one_act_are_not_counterparts_for_that():
    head = "会议商定了下列建议："
    old = [head, "(a) 请秘书处编写一份关于进口二手车最低安全要求的示范条例；", "(b) 鼓励各国推广以生物防治方法对付草地贪夜蛾；", "(c) 促请各国按照事故后三十天的口径统计死亡人数；", "(d) 请秘书处编写年度进展报告，提交下届会议审议。"]  # fmt: skip
    new = [head, "(a) 敦促各国采用事故后三十天的死亡统计口径；", "(b) 鼓励各国在口岸为易腐农产品设立绿色通道；", "(c) 请秘书处就自动驾驶汽车肇事责任问题编写一份背景文件；", "(d) 请秘书处编写年度进展报告，提交下届会议审议。"]  # fmt: skip
    rows = pairs(aligned(report(with_texts("四", old)), report(with_texts("四", new), name="new")).paragraphs)
    assert ("11(c)", "11(a)") in rows
    assert ("11(b)", "11(b)") not in rows


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "The secretariat is invited to publish the list of sites that have closed.", "The secretariat is invited to publish the photographs sent in for the competition."),
        ("zh", "委员会请秘书处编写一份关于船上社交联络的准则。", "委员会请秘书处研究远程医疗在海上的应用。"),
    ],
)  # fmt: skip
def test_two_recommendations_that_share_only_who_is_asked_and_how_are_no_counterparts(language, old, new):
    rest = {
        "en": ["The Group met in Oslo in March and heard two divers on wrecks.", "The harbour of Bergen lost nine cranes in the storm."],
        "zh": ["小组于三月在奥斯陆开会，听取了两名潜水员关于沉船的介绍。", "卑尔根港在风暴中损失了九台起重机。"],
    }[language]  # fmt: skip
    head = {"en": "Recommendations", "zh": "建议"}[language]
    parts = [[("I" if language == "en" else "一", head, [*rest, last])] for last in (old, new)]
    found = aligned(*(report(part, language=language, name=name) for part, name in zip(parts, "ab", strict=True)))
    assert (("3",), ("3",)) not in [(link.old, link.new) for link in found.paragraphs]
    assert (("1",), ("1",)) in [(link.old, link.new) for link in found.paragraphs]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("一位发言者介绍了渡轮发动机的隔振办法。", "一位发言者介绍了海豹幼崽的救助站。"),
        ("秘书处代表概述了议事规则草案。", "秘书处代表概述了办公楼搬迁计划。"),
        ("几位发言者强调了水听器校准的重要性。", "几位发言者强调了女性船员待遇的重要性。"),
    ],
)
def test_two_strangers_in_one_formula_are_no_counterparts(mine, theirs):
    old, new = (report(with_texts("三", [*texts_of("三")[:3], text]), name=text) for text in (mine, theirs))
    assert ("10", "10") not in pairs(aligned(old, new).paragraphs)
    again = report(with_texts("三", [*texts_of("三")[:3], mine.replace("了", "")]), name="again")
    assert ("10", "10") in pairs(aligned(old, again).paragraphs)


def test_a_function_that_each_report_has_once_links_across_bodies_whatever_the_words():
    mine = [
        "主席诺瓦克先生于2020年5月4日宣布会议开幕。",
        "下列缔约国派代表出席了会议：丹麦、爱沙尼亚、波兰和瑞典。",
        "油港去年发生火灾十二起。",
        "报告于2020年5月6日获得通过。",
    ]
    theirs = [
        "自动扶梯的制动器每半年检测一次。",
        "工作队于2021年10月9日通过了本记录。",
        "工作队主席迪瓦尔女士于2021年10月7日主持会议开幕。",
        "以下国家参加了会议：奥地利、法国、意大利和西班牙。",
    ]
    found = aligned(report([("一", "会议", mine)], name="a"), report([("一", "议事", theirs)], name="b"))
    assert pairs(found.paragraphs) == {("front", "front"), ("1", "3"), ("2", "4"), ("4", "2")}
