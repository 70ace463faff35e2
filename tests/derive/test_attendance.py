"""Who was present: members of lists, never substrings."""

from __future__ import annotations

import pytest
from ledger_reports import corpus_pair, from_text, gold, of_corpus, of_paragraphs, pair

from ccdiff.derive.attendance import attendance, find_attendance
from ccdiff.derive.attendance.bodies import reworded
from ccdiff.derive.attendance.lexicon import Member, lexicon
from ccdiff.derive.attendance.members import split_list
from ccdiff.language import load

LISTS = [
    ("赞比亚和津巴布韦", ["赞比亚", "津巴布韦"]),
    ("乌拉圭、委内瑞拉玻利瓦尔共和国和也门", ["乌拉圭", "委内瑞拉玻利瓦尔共和国", "也门"]),
    ("波斯尼亚和黑塞哥维那", ["波斯尼亚和黑塞哥维那"]),
    ("波斯尼亚和黑塞哥维那和圣多美和普林西比", ["波斯尼亚和黑塞哥维那", "圣多美和普林西比"]),
    ("安提瓜和巴布达、特立尼达和多巴哥以及圣基茨和尼维斯", ["安提瓜和巴布达", "特立尼达和多巴哥", "圣基茨和尼维斯"]),
    ("爱尔兰、大不列颠及北爱尔兰联合王国和美利坚合众国", ["爱尔兰", "大不列颠及北爱尔兰联合王国", "美利坚合众国"]),
    ("几内亚、几内亚比绍、赤道几内亚和巴布亚新几内亚", ["几内亚", "几内亚比绍", "赤道几内亚", "巴布亚新几内亚"]),
    ("联合国人权事务高级专员办事处和和平行动部", ["联合国人权事务高级专员办事处", "和平行动部"]),
    ("和平行动部、世界银行和纳伊夫阿拉伯安全科学大学", ["和平行动部", "世界银行", "纳伊夫阿拉伯安全科学大学"]),
    ("国际刑事警察组织和经济合作与发展组织", ["国际刑事警察组织", "经济合作与发展组织"]),
    ("阿拉伯国家联盟和欧洲安全与合作组织", ["阿拉伯国家联盟", "欧洲安全与合作组织"]),
    ("国际刑法改革和刑事司法政策中心、国际发展法组织", ["国际刑法改革和刑事司法政策中心", "国际发展法组织"]),
    ("中亚区域信息和协调中心", ["中亚区域信息和协调中心"]),
    ("欧洲联盟执法合作署（欧警署）、法国（留尼汪、瓜德罗普）和国际反腐败学院", 
     ["欧洲联盟执法合作署（欧警署）", "法国（留尼汪、瓜德罗普）", "国际反腐败学院"]),
    # names that no table knows: only their endings tell
    ("山地水源和森林研究所、内海渔业与航运协会和南方灌溉和排水委员会", 
     ["山地水源和森林研究所", "内海渔业与航运协会", "南方灌溉和排水委员会"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_he_separates_members_and_belongs_to_names(text: str, wanted: list[str]) -> None:
    assert split_list(text, load("zh").once(lexicon)) == wanted


ENGLISH = [
    ("Albania, Bosnia and Herzegovina and Zimbabwe", ["Albania", "Bosnia and Herzegovina", "Zimbabwe"]),
    ("Bolivia (Plurinational State of), Trinidad and Tobago, and the United Kingdom of Great Britain and Northern Ireland",
     ["Bolivia (Plurinational State of)", "Trinidad and Tobago", "the United Kingdom of Great Britain and Northern Ireland"]),
    ("the World Bank and the Organization for Security and Cooperation in Europe",
     ["the World Bank", "the Organization for Security and Cooperation in Europe"]),
    ("African Union, European Union and Organization of Islamic Cooperation",
     ["African Union", "European Union", "Organization of Islamic Cooperation"]),
    ("African Union, European Union and International Commission for the Protection of the Danube River",
     ["African Union", "European Union", "International Commission for the Protection of the Danube River"]),
    ("European Union, South Centre and International Union for Conservation of Nature and Natural Resources",
     ["European Union", "South Centre", "International Union for Conservation of Nature and Natural Resources"]),
    ("Amnesty International, Human Rights at Sea and Stella Maris",
     ["Amnesty International", "Human Rights at Sea", "Stella Maris"]),
    ("Amnesty International, and Institute for Rivers and Lakes", ["Amnesty International", "Institute for Rivers and Lakes"]),
    ("International Union for Conservation of Nature and Natural Resources",
     ["International Union for Conservation of Nature and Natural Resources"]),
    ("Croatia, Serbia and Bosnia and Herzegovina", ["Croatia", "Serbia", "Bosnia and Herzegovina"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_and_separates_members_and_belongs_to_names(text: str, wanted: list[str]) -> None:
    assert split_list(text, load("en").once(lexicon)) == wanted


SINGLES = [
    ("区域经济一体化组织欧洲联盟作为《公约》缔约方派代表出席了会议。", [], ["欧洲联盟"]),
    ("联合国系统专门机构世界银行派观察员出席了会议。", ["世界银行"], []),
    ("世界银行派观察员出席了会议。", ["世界银行"], []),
    ("巴塞尔治理研究所作为加入联合国预防犯罪和刑事司法方案网的研究所派观察员出席了会议。", ["巴塞尔治理研究所"], []),
    ("马耳他骑士团作为在联合国总部设有常驻观察员办事处的实体派代表出席了会议。", ["马耳他骑士团"], []),
    ("在总部设有常驻观察员办公室的实体马耳他主权教团派员出席了会议。", ["马耳他主权教团"], []),
    ("在总部设有常驻观察员办公室的马耳他骑士团派观察员出席了会议。", ["马耳他骑士团"], []),
    ("国际刑事警察组织以观察员身份出席了会议。", ["国际刑事警察组织"], []),
    ("出席会议的还有世界银行和国际刑事警察组织。", ["世界银行", "国际刑事警察组织"], []),
    ("国际刑事警察组织和国际发展法组织也派观察员出席了会议。", ["国际刑事警察组织", "国际发展法组织"], []),
    ("来自26个国家的50多名与会者出席了会议。", [], []),
    ("秘书处的一位代表介绍了情况。", [], []),
]
STATES = "下列《公约》缔约国出席了会议：阿富汗、巴西、中国和也门。"


@pytest.mark.parametrize(("sentence", "observers", "parties"), SINGLES)
def test_a_sentence_about_one_body_names_an_observer_or_a_party(
    sentence: str, observers: list[str], parties: list[str]
) -> None:
    found = find_attendance(of_paragraphs(STATES, sentence))
    assert found is not None
    assert [member.name for member in found.states] == ["阿富汗", "巴西", "中国", "也门"]
    assert [member.name for member in found.observers] == observers
    assert [member.name for member in found.parties] == parties


TURNED = [
    ("Also represented were the Holy See and the State of Palestine.", ["Holy See", "State of Palestine"], []),
    ("Also represented were the following intergovernmental organizations: African Union and South Centre.",
     [], ["African Union", "South Centre"]),
    ("Non-governmental organizations were represented as follows: Amnesty International, Human Rights at Sea and Stella Maris.",
     [], ["Amnesty International", "Human Rights at Sea", "Stella Maris"]),
    ("The European Union and the Organization of Islamic Cooperation were also in attendance.",
     [], ["European Union", "Organization of Islamic Cooperation"]),
    ("Most members of the Committee attended the meeting.", [], []),
    ("The round table was attended by 40 officials of the Commission.", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "states", "observers"), TURNED)
def test_an_english_sentence_may_turn_its_order_round(sentence: str, states: list[str], observers: list[str]) -> None:
    present = "Representatives of the following States attended: Albania, Brazil and Chile."
    found = find_attendance(of_paragraphs(present, sentence, language="en"))
    assert found is not None
    assert [member.name for member in found.states[3:]] == states
    assert [member.name for member in found.observers] == observers


OPENERS = [
    "《公约》下列缔约国派代表出席了会议：{}。",
    "下列国家出席会议：{}。",
    "以下会员国派代表参加了会议：{}。",
    "会议于5月3日开幕。出席会议的有：{}。会议通过了议程。",
]


@pytest.mark.parametrize("opener", OPENERS)
def test_a_list_is_known_by_how_it_is_opened(opener: str) -> None:
    found = find_attendance(of_paragraphs(opener.format("阿富汗、巴西、中国、赤道几内亚和也门")))
    assert found is not None
    assert len(found.states) == 5


def test_a_state_that_only_observes_stands_among_the_observers() -> None:
    found = find_attendance(of_paragraphs(STATES, "下列签署国派观察员出席了会议：巴巴多斯、乍得和索马里。"))
    assert found is not None
    assert [member.name for member in found.observers] == ["巴巴多斯", "乍得", "索马里"]


def test_the_name_of_a_state_is_no_role() -> None:
    found = find_attendance(of_paragraphs(STATES, "比利时、以色列、沙特阿拉伯和阿拉伯联合酋长国派观察员出席了会议。"))
    assert found is not None
    assert [member.name for member in found.observers] == ["比利时", "以色列", "沙特阿拉伯", "阿拉伯联合酋长国"]


def test_an_observer_that_became_a_member_is_neither_added_nor_removed() -> None:
    members = "The following States members of the Commission were represented: Austria, Belgium{} and Ukraine."
    observers = "The following other States were represented by observers: Algeria, {}Mexico and Turkey."
    old = of_paragraphs(members.format(""), observers.format("Nigeria, "), language="en")
    new = of_paragraphs(
        members.format(", Nigeria, Türkiye"), observers.format("").replace(" and Turkey", ""), language="en"
    )
    both = pair(old, new)
    found = attendance(both)
    assert found is not None and found.states is not None and found.observers is not None
    assert (found.states.added, found.states.removed) == ((), ())
    assert (found.observers.added, found.observers.removed) == ((), ())
    assert "Nigeria" in found.states.kept
    assert [(note.id, dict(note.values)["names"]) for note in both.notes] == [
        ("attendance-now-member", "Nigeria, Türkiye")
    ]
    assert [(row.old, row.new) for row in found.states.renamed] == [("Turkey", "Türkiye")]


def test_a_list_in_its_own_paragraph_below_is_read() -> None:
    from ccdiff.model.report import Paragraph, Report, Section
    from ccdiff.reading import Reading

    texts = ("下列缔约国出席了会议：", "阿富汗、巴西、中国和也门。")
    rows = (Paragraph("1", "一", texts[0], number="1"), Paragraph("一¶2", "一", texts[1]))
    section = Section("一", "一", "出席情况", 1, None, ("1", "一¶2"))
    found = find_attendance(Reading(Report("r", "R", "", None, None, None, "zh", "0", (section,), rows), load("zh")))
    assert found is not None
    assert len(found.states) == 4


NO_LISTS = [
    "下列国家加入了议定书：阿富汗、巴西、中国和也门。",
    "夏洛克数据库用户数量最多的国家依次是阿根廷、菲律宾、印度和厄瓜多尔。",
    "政府工作报告：一年来，我国经济保持增长。",
    "讨论嘉宾来自巴西、大韩民国和瑞士。",
]


@pytest.mark.parametrize("text", NO_LISTS)
def test_other_lists_of_states_are_no_attendance(text: str) -> None:
    assert find_attendance(of_paragraphs(text)) is None


def test_a_part_of_a_name_is_no_member() -> None:
    old = of_paragraphs("下列缔约国出席了会议：爱尔兰、几内亚、苏丹、尼日尔和中国。")
    new = of_paragraphs("下列缔约国出席了会议：大不列颠及北爱尔兰联合王国、赤道几内亚、南苏丹、尼日利亚和中国。")
    found = attendance(pair(old, new))
    assert found is not None and found.states is not None
    assert found.states.kept == ("中国",)
    assert found.states.removed == ("爱尔兰", "几内亚", "苏丹", "尼日尔")


RENAMED = [
    ("欧洲司法组织", "欧洲刑事司法合作署"),
    ("马耳他骑士团", "马耳他主权教团"),
    ("维持和平行动部", "和平行动部"),
    ("伊斯兰会议组织", "伊斯兰合作组织"),
]


@pytest.mark.parametrize(("before", "now"), RENAMED)
def test_a_body_under_a_new_name_is_renamed(before: str, now: str) -> None:
    old = of_paragraphs(STATES, f"下列组织派观察员出席了会议：世界银行和{before}。")
    new = of_paragraphs(STATES, f"下列组织派观察员出席了会议：世界银行和{now}。")
    found = attendance(pair(old, new))
    assert found is not None and found.observers is not None
    assert [(row.old, row.new) for row in found.observers.renamed] == [(before, now)]
    assert (found.observers.added, found.observers.removed, found.observers.kept) == ((), (), ("世界银行",))


SAME = [("国际刑警组织", "国际刑事警察组织", True), ("经合组织", "经济合作与发展组织（经合组织）", False)]


@pytest.mark.parametrize(("short", "full", "another"), SAME)
def test_a_short_name_is_the_same_body_under_another_name_unless_brackets_say_it(
    short: str, full: str, another: bool
) -> None:
    old = of_paragraphs(STATES, f"下列组织派观察员出席了会议：世界银行和{short}。")
    new = of_paragraphs(STATES, f"下列组织派观察员出席了会议：世界银行和{full}。")
    found = attendance(pair(old, new))
    assert found is not None and found.observers is not None
    assert (found.observers.added, found.observers.removed) == ((), ())
    assert bool(found.observers.renamed) == another


def test_eurojust_is_not_europol() -> None:
    old = of_paragraphs(STATES, "下列组织派观察员出席了会议：世界银行和欧洲司法组织。")
    new = of_paragraphs(STATES, "下列组织派观察员出席了会议：世界银行和欧洲联盟执法合作署（欧警署）。")
    found = attendance(pair(old, new))
    assert found is not None and found.observers is not None
    assert found.observers.renamed == ()
    assert found.observers.added == ("欧洲联盟执法合作署（欧警署）",)


def test_speakers_are_not_compared_with_those_present() -> None:
    speakers = of_paragraphs("下列国家的代表作了发言：阿富汗、巴西、中国和也门。")
    both = pair(speakers, of_paragraphs(STATES))
    assert attendance(both) is None
    assert [note.id for note in both.notes] == ["attendance-speakers-only", "attendance-one-side"]


def test_reports_without_lists_say_nothing() -> None:
    both = pair(of_paragraphs("第一条"), of_paragraphs("第一条"))
    assert attendance(both) is None
    assert both.notes == []


def test_an_english_report_is_read_alike() -> None:
    text = (
        "The following States parties to the Convention were represented: Albania, Bosnia and Herzegovina, "
        "Iran (Islamic Republic of), Trinidad and Tobago and Zimbabwe."
    )
    bodies = "The following intergovernmental organizations were represented by observers: {} and the World Bank."
    party = "The European Union, a regional economic integration organization, was represented at the meeting."
    old = of_paragraphs(text, party, bodies.format("European Police Office"), language="en")
    new = of_paragraphs(
        text.replace("Albania, ", "").replace("Zimbabwe", "Zambia"),
        party,
        bodies.format("European Union Agency for Law Enforcement Cooperation"),
        language="en",
    )
    found = attendance(pair(old, new))
    assert found is not None and found.states is not None and found.observers is not None
    assert (found.states.added, found.states.removed) == (("Zambia",), ("Albania", "Zimbabwe"))
    assert [row.new for row in found.observers.renamed] == ["European Union Agency for Law Enforcement Cooperation"]


CAPITALS = [
    ("International Transport Workers' Federation", "ITF", True),
    (
        "International Transport Workers' Federation",
        "IWF",
        False,
    ),  # the International Weightlifting Federation has no workers
    ("World Tourism Organization", "WTO", False),  # known to be another body
    ("Northern Rivers Water Alliance", "NRWA", True),
    ("Northern Rivers Water Alliance", "NWA", False),
]


@pytest.mark.parametrize(("full", "short", "one"), CAPITALS)
def test_capitals_stand_for_the_one_name_that_fits_them_though_no_report_says_so(
    full: str, short: str, one: bool
) -> None:
    bodies = "The following organizations were represented by observers: the World Bank, the Red Cross and {}."
    parties = "The following States parties to the Convention were represented: Albania, Peru and Zimbabwe."
    sides = (f"the {full}", f"the {short}")
    found = attendance(pair(*(of_paragraphs(parties, bodies.format(name), language="en") for name in sides)))
    assert found is not None and found.observers is not None
    assert bool(found.observers.renamed) == one and bool(found.observers.added) != one


def test_a_line_of_a_million_characters_is_read_in_time() -> None:
    assert find_attendance(of_paragraphs("下列国家出席了会议" + "和" * 200_000)) is None
    assert find_attendance(of_paragraphs("出席了会议：" + "某某和" * 3_000 + "。")) is None


def test_every_state_has_a_name_of_its_own_in_both_languages() -> None:
    codes = []
    for language in ("zh", "en"):
        rows = load(language).rows("states")
        names = [name for row in rows for name in row[1:]]
        assert len(names) == len(set(names))
        codes.append([row[0] for row in rows])
    assert codes[0] == codes[1]
    assert len(codes[0]) == 197


def test_the_judged_pair_comes_out_as_judged() -> None:
    found, wanted = attendance(corpus_pair("8th", "9th")), gold("CAC-COSP-EG.1-2019-4__CAC-COSP-EG.1-2020-3")
    assert found is not None and found.states is not None and found.observers is not None
    for name, change in (("states", found.states), ("observers", found.observers)):
        for kind in ("added", "removed"):
            said, asked = set(getattr(change, kind)), set(wanted[name][kind])
            hit = len(said & asked)
            print(f"{name} {kind}: precision {hit}/{len(said)} recall {hit}/{len(asked)}")
            assert said == asked
    assert [{"old": row.old, "new": row.new} for row in found.observers.renamed] == wanted["observers"]["renamed"]
    assert (found.states.old_places, found.states.new_places) == (("7",), ("9",))


def test_only_two_of_the_five_reports_print_who_was_present() -> None:
    kinds = {
        name: found and found.kind
        for name in ("8th", "9th", "CTOC", "2021", "2023")
        for found in [find_attendance(of_corpus(name))]
    }
    assert kinds == {"8th": "present", "9th": "present", "CTOC": "spoke", "2021": None, "2023": None}


WORDINGS = [
    ("Pacific Water and Wastewater Association", "Pacific Water and Wastes Association", True),
    ("Northern Regional Reservoir Programme", "Secretariat of the Northern Regional Reservoir Programme", True),
    ("International Federation of Women Divers", "International Federation of Women Glaciologists", False),
    ("Northern Reservoir Bank", "Southern Reservoir Bank", False),
    ("Digital Reservoir Alliance", "Alliance for Digital Reservoir", True),
]


@pytest.mark.parametrize(("before", "now", "one"), WORDINGS)
def test_a_body_in_another_wording_is_renamed_and_another_body_is_not(before: str, now: str, one: bool) -> None:
    found = reworded(members(before, "Union of Divers"), members("Academy of Snow", now), load("en"))
    assert found == ([(before, now)] if one else [])


ONE_WORD_APART = [
    ("亚洲公路安全协会", "亚洲道路安全协会", True),
    ("西洋捕鱼船员联合会", "西洋捕捞船员联合会", True),
    ("南方残疾人士协会", "南方残障人士协会", True),
    ("北方公路安全协会", "北方铁路安全协会", False),
    ("国际检察官协会", "国际监察官协会", False),
    ("东海渔业论坛", "东海航运论坛", False),
    ("高山妇女协会", "高山青年协会", False),
    ("河口出口商会", "河口进口商会", False),
]


@pytest.mark.parametrize(("before", "now", "one"), ONE_WORD_APART)
def test_a_word_of_one_sense_in_a_name_makes_no_other_body(before: str, now: str, one: bool) -> None:
    assert reworded(members(before), members(now), load("zh")) == ([(before, now)] if one else [])


def test_a_region_in_short_is_the_same_region_in_a_name() -> None:
    assert reworded(members("亚太水井合作组织"), members("亚洲-太平洋水井合作组织"), load("zh"))


def test_the_words_of_a_name_in_another_order_are_the_same_name() -> None:
    known = load("zh")
    assert reworded(members("国际蓝星会与白星会联合会"), members("蓝星会与白星会国际联合会"), known)
    assert not reworded(members("国际蓝星会联合会"), members("国际白星会联合会"), known)


def members(*names: str) -> list[Member]:
    return [Member(name, f"name:{name}") for name in names]


def test_a_territory_in_a_list_of_members_is_one_of_them() -> None:
    text = "1. The session was attended by representatives of the following members and associate members: {}Fiji, India, Nauru and Tonga.\n"
    head = "Report of the Commission on Rivers\n\nI. Attendance\n\n"
    old = from_text(head + text.format("French Polynesia, "), "en")
    found_there = attendance(pair(old, from_text(head + text.format(""), "en")))
    assert found_there and found_there.states.removed == ("French Polynesia",)


ROWS = [
    ("en", "The meeting was attended by representatives of Fiji, India, Nauru and Tonga."),
    ("en", "Delegations from Fiji, India, Nauru and Tonga participated in the Conference."),
    ("en", "States members of the Commission present: Fiji, India, Nauru, Tonga."),
    ("zh", "来自斐济、印度、瑙鲁和汤加的代表参加了本次论坛。"),
    ("zh", "与会国家包括斐济、印度、瑙鲁和汤加。"),
    ("zh", "会议由斐济、印度、瑙鲁和汤加等四国代表参加。"),
]


@pytest.mark.parametrize(("language", "text"), ROWS)
def test_states_named_in_a_row_in_a_chapter_on_attendance_were_present(language: str, text: str) -> None:
    heads = {"en": "Report on rivers\n\nI. Attendance\n\n1. {}\n", "zh": "河流委员会报告\n\n一. 出席情况\n\n1. {}\n"}
    found_there = from_text(heads[language].format(text), language).once(find_attendance)
    assert found_there and [member.key for member in found_there.states] == [
        "state:FJ",
        "state:IN",
        "state:NR",
        "state:TO",
    ]


def test_states_named_in_a_row_elsewhere_were_not_present_for_that() -> None:
    text = "Report on rivers\n\nI. Deliberations\n\n1. A workshop was attended by experts of Fiji, India, Nauru and Tonga.\n"
    assert from_text(text, "en").once(find_attendance) is None
