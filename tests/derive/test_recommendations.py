"""What a report recommends itself, and what became of it."""

from __future__ import annotations

import pytest
from ledger_reports import corpus_pair, found, from_text, gold, of_corpus, only, pair

from ccdiff.derive.recommendations import find_recommendations, recommendations
from ccdiff.reading import Reading

FOUND = {
    "8th": ["45", "46", *(f"47({x})" for x in "abcdefgh")],
    "9th": [],
    "CTOC": [*(f"3({x})" for x in "abcdef"), *(f"37({x})" for x in "abcdef"), "38(a)", "38(b)"],
    "2021": [f"112({x})" for x in "abcd"],
    "2023": [*(f"73({x})" for x in "abcde"), "74(a)", "74(b)", "75", "76", "77", "78"],
}


@pytest.mark.parametrize("name", FOUND)
def test_the_five_reports_recommend_what_they_recommend(name: str) -> None:
    assert [advice.locator for advice in of_corpus(name).once(find_recommendations)] == FOUND[name]


OPENING = """
水资源会议

水资源工作组的报告

一. 引言

1. 水资源工作组第三次会议于2019年5月3日在日内瓦举行，审议了节约用水和河流治理问题。

二. 讨论情况

2. 一位发言者建议各国交流水库安全方面的信息。另一位发言者促请工作组拟订准则。

3. 缔约国会议在第 5/1 号决议中请秘书处编写水文手册，并鼓励缔约国保护湿地。
"""

DELIBERATIONS = """
三. 冰川监测

4. {}

5. 会议还听取了关于冰川监测和雪崩预警的介绍，与会者交换了意见。
"""


def report(body: str) -> Reading:
    return from_text(OPENING + body)


def chapter(*units: str, opener: str = "工作组商定了下列建议：") -> Reading:
    items = "\n\n".join(f"({chr(97 + k)}) {unit}" for k, unit in enumerate(units))
    return report(f"\n三. 结论和建议\n\n4. {opener}\n\n{items}\n")


def test_speakers_and_resolutions_of_others_recommend_nothing_here() -> None:
    assert found(report("")) == []


def test_items_are_units_and_the_words_that_open_them_are_none() -> None:
    assert found(chapter("鼓励缔约国保护湿地；", "请秘书处编写水文手册。")) == ["4(a)", "4(b)"]


OPENERS = [
    ("工作组拟订了下列结论和建议：", ["4(a)", "4(b)"]),
    ("在议程项目3下，工作组建议缔约国会议考虑如下：", ["4(a)", "4(b)"]),
    ("缔约国会议不妨鼓励缔约国：", ["4(a)", "4(b)"]),
    ("一些发言者提出了下列建议：", []),
    ("缔约国会议第 5/1 号决议提出了下列建议：", []),
    ("会上提出了下列问题：", []),
]


@pytest.mark.parametrize(("opener", "wanted"), OPENERS)
def test_a_list_of_recommendations_is_known_by_how_it_is_opened(opener: str, wanted: list[str]) -> None:
    body = f"\n三. 其他事项\n\n4. {opener}\n\n(a) 保护湿地；\n\n(b) 编写水文手册。\n"
    assert found(report(body)) == wanted


TITLES = [
    ("结论和建议", ["4", "5"]),
    ("建议", ["4", "5"]),
    ("以往建议的执行情况", []),
    ("就此前各项建议采取的行动", []),
    ("通过报告，包括结论和建议", []),
    ("讨论情况", []),
]


@pytest.mark.parametrize(("title", "wanted"), TITLES)
def test_a_chapter_of_recommendations_is_known_by_its_heading(title: str, wanted: list[str]) -> None:
    body = f"\n三. {title}\n\n4. 鼓励缔约国保护湿地。\n\n5. 请秘书处编写水文手册。\n"
    assert found(report(body)) == wanted


def test_the_tasks_of_a_government_are_no_recommendations_of_a_meeting() -> None:
    text = "政府工作报告\n\n一、2017年工作回顾\n\n一年来，经济保持增长。\n\n二、对2018年政府工作的建议\n\n要鼓励企业创新。建议各地加强管理。\n"
    assert found(from_text(text)) == []


VERBS = [
    ("鼓励缔约国保护湿地；", "encourage", "缔约国"),
    ("请秘书处编写水文手册；", "request", "秘书处"),
    ("促请会员国加强水库安全；", "urge", "会员国"),
    ("呼吁各国保护湿地；", "call", "各国"),
    ("邀请国际组织提供数据；", "invite", "国际组织"),
    ("决定下次会议在内罗毕举行；", "decide", ""),
    ("秘书处应继续努力编写水文手册；", "recommend", "秘书处"),
    ("注意到河流治理的进展；", "note", ""),
    ("注意到河流治理的进展，工作组请尚未指定联系点的会员国指定联系点；", "request", "会员国"),
]


@pytest.mark.parametrize(("text", "strength", "addressee"), VERBS)
def test_the_verb_and_the_one_addressed_are_read(text: str, strength: str, addressee: str) -> None:
    advice = chapter(text, "编写手册。").once(find_recommendations)[0]
    assert (advice.strength, advice.addressee) == (strength, addressee)


def test_hedges_are_read_and_reasons_are_none() -> None:
    one, other = chapter("酌情考虑缔结协定；", "考虑到第18条，请秘书处报告。").once(find_recommendations)
    assert one.hedges == ("酌情", "考虑")
    assert other.hedges == ()


AGAIN = [
    ("鼓励缔约国保护湿地和河口；", "鼓励缔约国保护湿地和河口；", "kept", ""),
    ("鼓励缔约国保护湿地和河口；", "促请缔约国保护湿地和河口；", "amended", "strengthened"),
    ("促请缔约国保护湿地和河口；", "邀请缔约国保护湿地和河口；", "amended", "weakened"),
    ("鼓励缔约国保护湿地和河口；", "鼓励缔约国酌情保护湿地和河口；", "amended", "weakened"),
    ("鼓励缔约国保护湿地和河口；", "鼓励缔约国保护湿地、河口和冰川；", "amended", "widened"),
    ("鼓励缔约国保护湿地、河口和冰川；", "鼓励缔约国保护湿地和河口；", "amended", "narrowed"),
    ("请秘书处举办 3 期水文讲习班；", "请秘书处举办 5 期水文讲习班；", "amended", "figures"),
    ("建议缔约国修订不准渔民返航的港口条例；", "建议缔约国修正那些使渔民无法返航的港口条例；", "kept", ""),
    ("呼吁缔约国将三成港口费用于清淤；", "请缔约国考虑将一成港口费用于清淤；", "amended", ""),
    ("建议缔约国在五年内测绘全部珊瑚礁；", "建议各缔约国于三年之内完成所有珊瑚礁的测绘；", "amended", "figures"),
]


@pytest.mark.parametrize(("before", "now", "status", "shift"), AGAIN)
def test_a_recommendation_made_again_is_kept_or_amended(before: str, now: str, status: str, shift: str) -> None:
    row = only(chapter(before, "编写年度报告。"), chapter("讨论冰川问题。", now))
    assert (row.status, row.shift, row.new) == (status, shift, ("4(b)",))


FATES = [
    ("请秘书处编写雪崩预警手册；", "秘书处编写了雪崩预警手册，并已分发各国。", "echoed", ("4",), "done:4"),
    ("请秘书处编写雪崩预警手册；", "一位发言者呼吁尽快编写雪崩预警手册。", "echoed", ("4",), "wish:4"),
    ("请秘书处编写雪崩预警手册；", "缔约国会议第 6/2 号决议要求编写雪崩预警手册。", "echoed", ("4",), "decision:4"),
    ("请秘书处编写潮汐图册；", "会议听取了关于冰川监测的介绍。", "dropped", (), "no-trace"),
]


@pytest.mark.parametrize(("unit", "text", "status", "places", "why"), FATES)
def test_what_became_of_a_matter_that_is_not_recommended_again(
    unit: str, text: str, status: str, places: tuple[str, ...], why: str
) -> None:
    row = only(chapter(unit, "保护珊瑚。"), report(DELIBERATIONS.format(text)))
    assert (row.status, row.new) == (status, places)
    assert why in row.why
    assert "no-such-chapter" in row.why


def test_a_dropped_one_shows_the_nearest_places() -> None:
    row = only(chapter("请秘书处编写潮汐图册；", "保护珊瑚。"), report(DELIBERATIONS.format("秘书处编写了雪崩手册。")))
    assert row.status == "dropped"
    assert row.candidates[0].locator == "4"
    assert 0 < row.candidates[0].score < 1


def test_one_that_only_reaffirms_is_referred_where_earlier_ones_are_cited() -> None:
    old = chapter("重申了第一和第二次会议提出的建议；", "保护珊瑚。")
    assert only(old, report(DELIBERATIONS.format("依照以往会议提出的建议，举行了讨论会。"))).status == "referred"
    assert only(old, report(DELIBERATIONS.format("会议听取了介绍。"))).status == "dropped"


def test_what_only_the_new_report_recommends_is_new() -> None:
    rows = recommendations(pair(report(""), chapter("鼓励缔约国保护湿地；", "请秘书处编写水文手册。")))
    assert [(row.old, row.new, row.status) for row in rows] == [(None, ("4(a)",), "new"), (None, ("4(b)",), "new")]


def test_a_matter_whose_theme_is_absent_is_dropped_however_common_its_words() -> None:
    rows = {row.old: row for row in recommendations(corpus_pair("CTOC", "9th"))}
    assert rows["37(e)"].why == "no-such-chapter;theme-absent:文化财产"


def test_a_report_compared_with_itself_keeps_everything() -> None:
    for name in FOUND:
        rows = recommendations(corpus_pair(name, name))
        assert [(row.status, row.new) for row in rows] == [("kept", (row.old,)) for row in rows]


@pytest.mark.parametrize(
    ("names", "file", "least"),
    [
        (("8th", "9th"), "CAC-COSP-EG.1-2019-4__CAC-COSP-EG.1-2020-3", 0.9),
        (("CTOC", "9th"), "CTOC-COP-WG.3-2012-report__CAC-COSP-EG.1-2020-3", 0.8),
    ],
)
def test_the_judged_pairs_come_out_nearly_as_judged(names: tuple[str, str], file: str, least: float) -> None:
    asked = {row["old"]: row for row in gold(file)["recommendations"]}
    said = {row.old: row for row in recommendations(corpus_pair(*names))}
    assert list(said) == list(asked)
    status = [said[old].status in asked[old]["status"].split("|") for old in asked]
    trace = [
        bool(set(asked[old]["new"]) & set(said[old].new)) or not said[old].new and "dropped" in asked[old]["status"]
        for old in asked
    ]
    print(
        f"{names}: found {len(said)}/{len(asked)}, status {sum(status)}/{len(asked)}, trace {sum(trace)}/{len(asked)}"
    )
    assert sum(status) >= least * len(asked)
    assert sum(trace) >= least * len(asked)


def test_none_of_the_eighth_meetings_recommendations_is_said_to_be_kept() -> None:
    assert {row.status for row in recommendations(corpus_pair("8th", "9th"))} == {"echoed", "referred", "dropped"}


def test_every_place_told_exists() -> None:
    for names in (("8th", "9th"), ("CTOC", "8th"), ("2021", "2023"), ("2023", "9th")):
        sides = corpus_pair(*names)
        for row in recommendations(sides):
            assert all(sides.new.report.has(place) for place in row.new)
            whole = sides.old.report.text(row.old) if row.old else sides.new.report.text(row.new[0])
            assert row.text[:20] in whole


def test_two_alike_in_one_report_each_find_their_own() -> None:
    same = chapter("鼓励缔约国保护湿地；", "鼓励缔约国保护湿地；", "鼓励缔约国保护河口；")
    rows = recommendations(pair(same, chapter("鼓励缔约国保护湿地；", "鼓励缔约国保护湿地；", "鼓励缔约国保护河口；")))
    assert [(row.old, row.new, row.status) for row in rows] == [
        ("4(a)", ("4(a)",), "kept"),
        ("4(b)", ("4(b)",), "kept"),
        ("4(c)", ("4(c)",), "kept"),
    ]


def test_a_further_one_in_nearly_the_same_words_is_new() -> None:
    old = chapter("鼓励缔约国保护湿地；", "编写年度报告。")
    new = chapter("鼓励缔约国保护湿地；", "鼓励缔约国保护河口；", "编写年度报告。")
    rows = recommendations(pair(old, new))
    assert [(row.old, row.new, row.status) for row in rows] == [
        ("4(a)", ("4(a)",), "kept"),
        ("4(b)", ("4(c)",), "kept"),
        (None, ("4(b)",), "new"),
    ]


def test_what_a_speaker_wished_is_no_recommendation_even_in_such_a_chapter() -> None:
    reading = report(
        "\n三. 结论和建议\n\n4. 工作组鼓励缔约国保护湿地。\n\n5. 一位发言者建议各国交流信息。\n\n6. 工作组请秘书处编写手册。\n"
    )
    assert found(reading) == ["4", "6"]


def test_one_matter_in_other_words_is_made_again() -> None:
    old = chapter("促请各国政府与互联网服务提供商订立合作安排，以便及时保全和获取电子证据；", "编写年度报告。")
    new = chapter("讨论冰川问题。", "鼓励各国政府考虑同互联网服务供应商作出合作安排，从而及时保全并取得电子证据；")
    row = only(old, new)
    assert (row.status, row.new, row.shift) == ("amended", ("4(b)",), "weakened")


ASKED = [
    # half of what tells the matter is a trace, if not of the guidelines asked for: nothing is lightly called dropped
    ("请秘书处拟订分享水文信息的准则；", "一位发言者说，各国分享水文信息的做法不一。", "echoed"),
    ("请秘书处拟订分享水文信息的准则；", "秘书处拟订了分享水文信息的准则。", "echoed"),
    ("提供水库淤积金额方面的统计资料；", "会议室里陈列了雪崩和冰川的统计资料，供与会者取阅。", "dropped"),
    ("缔约国必须在勘测和疏浚河道方面互相提供最大限度的支援；", "会议讨论了勘测和疏浚沼泽的技术。", "dropped"),
    ("鼓励各国加强渠道和网络，例如冰川从业人员网络和平行勘测；", "冰川从业人员网络举行了年会。", "echoed"),
]


@pytest.mark.parametrize(("unit", "text", "status"), ASKED)
def test_a_matter_is_taken_up_where_what_is_asked_for_is(unit: str, text: str, status: str) -> None:
    row = only(chapter(unit, "保护珊瑚。"), report(DELIBERATIONS.format(text)))
    assert (row.status, row.new) == (status, ("4",) if status == "echoed" else ())


def test_a_theme_that_stands_in_a_heading_is_not_absent() -> None:
    old = report(
        "\n三. 珊瑚养殖建议\n\n4. 工作组商定了下列建议：\n\n(a) 鼓励缔约国开展珊瑚养殖；\n\n(b) 编写年度报告。\n"
    )
    new = report("\n三. 珊瑚养殖\n\n4. 会议听取了关于雪崩预警的介绍。\n")
    assert "theme-absent" not in only(old, new).why
    assert "theme-absent:珊瑚养殖" in only(old, report("\n三. 雪崩\n\n4. 会议听取了关于雪崩预警的介绍。\n")).why


OBSERVED = [
    ("我谴责对平民的袭击，并呼吁当局将肇事者绳之以法。", "call"),
    ("我再次谴责袭击平民的行为，呼吁当局将行为人绳之以法。", "call"),
    ("各方必须停止敌对行动。", "recommend"),
    ("我欢迎安全理事会通过决议，要求各方停火。", None),
    ("我的特别代表敦促各方停火。", None),
    ("我感谢全体文职人员的奉献。", None),
]


@pytest.mark.parametrize(("text", "strength"), OBSERVED)
def test_what_the_author_asks_further_on_in_his_sentence_is_found(text: str, strength: str | None) -> None:
    reading = report(f"\n三. 意见\n\n4. {text}\n")
    assert [advice.strength for advice in reading.once(find_recommendations)] == ([strength] if strength else [])
