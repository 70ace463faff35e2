"""Who observed: however the sentence or the list is led to, and whatever the names end in."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, of_paragraphs, pair

from ccdiff.derive.attendance import attendance, find_attendance

LED = [
    ("zh", "国际雪花和冰川守望这两个非政府组织也派观察员与会。", ["国际雪花", "冰川守望"]),
    (
        "en",
        "Observers attended from INTERPOL, the Northern Reservoir Bank and the Snow Network.",
        ["INTERPOL", "Northern Reservoir Bank", "Snow Network"],
    ),
]


@pytest.mark.parametrize(("language", "sentence", "names"), LED)
def test_observers_are_read_whatever_leads_to_them(language: str, sentence: str, names: list[str]) -> None:
    states = {
        "zh": "下列国家出席了会议：阿尔及利亚、巴西、中国、埃及。",
        "en": "The following States were represented: Algeria, Brazil, China, Egypt.",
    }
    found = from_text(f"1. {states[language]}\n\n2. {sentence}\n", language).once(find_attendance)
    assert found and [member.name for member in found.observers] == names


MEMBERS = "1. The following States were represented: Algeria, Brazil, China, Egypt.\n\n2. {}\n"
ZH_MEMBERS = "1. 下列国家出席了会议：阿尔及利亚、巴西、中国、埃及。\n\n2. {}\n"
NAMED = [
    ("en", "Observers attended from the Snow Fund, the Snow Bank, the Ice Union and Médecins de la Neige.", 4),
    (
        "en",
        "The following intergovernmental organizations took part: African Union, Snow Community and European Union.",
        3,
    ),
    ("zh", "雪花银行、冰川联盟、世界银行、国际雪崩评估计划和国际雪橇联合会的观察员与会。", 5),
    ("zh", "联合国人权事务高级专员办事处和联合国教育、科学及文化组织（教科文组织）派观察员出席了会议。", 2),
]


@pytest.mark.parametrize(("language", "sentence", "count"), NAMED)
def test_one_name_that_ends_as_no_body_does_not_hide_the_others(language: str, sentence: str, count: int) -> None:
    found = from_text({"en": MEMBERS, "zh": ZH_MEMBERS}[language].format(sentence), language).once(find_attendance)
    assert found and len(found.observers) == count


def test_what_participants_discussed_is_no_list_of_observers() -> None:
    text = MEMBERS.format(
        "In the debate, drought, the price of bread, floods and the World Bank were represented as linked."
    )
    found = from_text(text, "en").once(find_attendance)
    assert found and found.observers == ()


ALL_FOUR = {"en": ["Algeria", "Brazil", "Chad", "Zimbabwe"], "zh": ["阿尔及利亚", "巴西", "乍得", "津巴布韦"]}
SAID = [  # in other words: who was there, and who observed
    (
        "en",
        "Representatives of Algeria, Brazil, Chad and Zimbabwe attended the session. Observers for Mexico, Peru and the Holy See "
        "were also present.",
        ["Mexico", "Peru", "Holy See"],
    ),
    (
        "en",
        "Delegations from Algeria, Brazil, Chad and Zimbabwe participated in the meeting, as did observers from the World Bank "
        "and INTERPOL.",
        ["World Bank", "INTERPOL"],
    ),
    (
        "en",
        "Experts from the following countries took part: Algeria, Brazil, Chad and Zimbabwe. Also in attendance were "
        "representatives of INTERPOL and the World Bank.",
        ["INTERPOL", "World Bank"],
    ),
    (
        "en",
        "Experts were designated by the following States: Algeria, Brazil, Chad and Zimbabwe. The World Bank and INTERPOL were "
        "represented by observers.",
        ["World Bank", "INTERPOL"],
    ),
    (
        "zh",
        "下列国家指派专家出席了会议：阿尔及利亚、巴西、乍得和津巴布韦。世界银行派观察员列席。",
        ["世界银行"],
    ),
    (
        "zh",
        "参加会议的专家由下列国家指定：阿尔及利亚、巴西、乍得和津巴布韦。世界银行派观察员列席。",
        ["世界银行"],
    ),
    (
        "en",
        "States represented: Algeria, Brazil, Chad, Zimbabwe. Organizations represented: World Bank.",
        ["World Bank"],
    ),
    (
        "en",
        "Four member States sent representatives: Algeria, Brazil, Chad and Zimbabwe. The World Bank and INTERPOL sent observers.",
        ["World Bank", "INTERPOL"],
    ),
    (
        "zh",
        "会议有阿尔及利亚、巴西、乍得和津巴布韦的专家参加。参加会议的还有世界银行、国际刑警组织的代表。",
        ["世界银行", "国际刑警组织"],
    ),
    (
        "zh",
        "阿尔及利亚、巴西、乍得和津巴布韦等4个会员国的代表出席了会议。山地水源联盟和河口渔业组织这2个非政府组织派观察员出席了会议。",
        ["山地水源联盟", "河口渔业组织"],
    ),
    (
        "zh",
        "阿尔及利亚、巴西、乍得和津巴布韦派代表出席了会议。世界银行、国际刑警组织和世界卫生组织三个国际组织应邀派观察员列席会议。",
        ["世界银行", "国际刑警组织", "世界卫生组织"],
    ),
]


@pytest.mark.parametrize(("language", "text", "observers"), SAID)
def test_who_was_there_is_read_in_whatever_words_it_is_said(language: str, text: str, observers: list[str]) -> None:
    found = find_attendance(of_paragraphs(text, language=language))
    assert found is not None
    assert [member.name for member in found.states] == ALL_FOUR[language]
    assert [member.name for member in found.observers] == observers


THREE = "the Snow Organization, the Ice Bank and the Rain Community"
THREE_ZH = "雪花组织、冰川银行和雨水共同体"
CAME = [
    ("en", f"Observers came from {THREE}."),
    ("en", f"Observers were sent by {THREE}."),
    ("en", f"Observers included representatives of {THREE}."),
    ("en", f"Among the observers were {THREE}."),
    ("en", f"There were observers from {THREE}."),
    ("en", f"Participating as observers were {THREE}."),
    ("en", f"In addition, {THREE} were represented."),
    ("en", f"The session was also attended by observers from {THREE}."),
    ("en", f"Three organizations were represented by observers, namely {THREE}."),
    ("en", f"Observers: {THREE}."),
    ("en", f"Intergovernmental organizations: {THREE}."),
    ("zh", f"观察员来自{THREE_ZH}。"),
    ("zh", f"会议观察员包括{THREE_ZH}。"),
    ("zh", f"与会观察员为{THREE_ZH}的代表。"),
    ("zh", f"获邀列席的组织有{THREE_ZH}。"),
    ("zh", f"{THREE_ZH}三个组织派观察员列席。"),
    ("zh", f"下列政府间组织作为观察员出席：{THREE_ZH}。"),
    ("zh", f"{THREE_ZH}派出了观察员。"),
    ("zh", f"观察员：{THREE_ZH}。"),
]
STATES_CAME = {
    "en": "Attendance\n\n1. The following States sent experts: Algeria, Brazil, Chad and Zimbabwe.\n\n2. {}\n",
    "zh": "一、出席情况\n\n1. 派专家与会的国家如下：阿尔及利亚、巴西、乍得和津巴布韦。\n\n2. {}\n",
}


@pytest.mark.parametrize(("language", "sentence"), CAME)
def test_observers_came_in_many_words(language: str, sentence: str) -> None:
    text = STATES_CAME[language].replace("Attendance", "I. Attendance")
    found = from_text(text.format(sentence), language).once(find_attendance)
    assert found and len(found.states) == 4 and len(found.observers) == 3


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The observers were satisfied with the outcome."),
        ("en", "Observers included the matter in their statements."),
        ("en", "States: ratification, acceptance and accession remain low."),
        ("en", "Organizations: see annex II."),
        ("zh", "观察员来自不同背景。"),
        ("zh", "国家：批准、接受和加入的情况。"),
        ("zh", "与会者收到了下列文件：报告、说明和附件。"),
    ],
)
def test_what_only_begins_so_names_nobody(language: str, sentence: str) -> None:
    text = STATES_CAME[language].replace("Attendance", "I. Attendance")
    found = from_text(text.format(sentence), language).once(find_attendance)
    assert found and len(found.states) == 4 and not found.observers


@pytest.mark.parametrize(
    ("language", "old", "new", "names"),
    [
        (
            "en",
            "Observers attended from the Ice Bank, the Rain Union and Snow International.",
            "Observers came from the Ice Bank, the Rain Union and Winter for All (formerly Snow International).",
            ("Snow International", "Winter for All"),
        ),
        (
            "zh",
            "冰川银行和雪花组织派观察员出席了会议。",
            "冰川银行和寒冬协会（原称雪花组织）派观察员出席了会议。",
            ("雪花组织", "寒冬协会"),
        ),
        (
            "en",
            "Observers attended from the Ice Bank, the Rain Union and Snow Coalition.",
            "The Ice Bank, the Rain Union and the Winter Coalition (the former Snow Coalition) were represented by observers.",
            ("Snow Coalition", "Winter Coalition"),
        ),
        (
            "zh",
            "冰川银行和雪花组织派观察员出席了会议。",
            "冰川银行和寒冬协会（原雪花组织）派观察员出席了会议。",
            ("雪花组织", "寒冬协会"),
        ),
        (
            "en",
            "Observers attended from the Ice Bank, the Rain Union and Snow International.",
            "Observers came from the Ice Bank, the Rain Union and Winter for All.\n\n"
            "30. Winter for All, formerly known as Snow International, spoke of roads.",
            ("Snow International", "Winter for All"),
        ),
    ],
)
def test_a_body_that_says_its_former_name_is_renamed(language: str, old: str, new: str, names: tuple[str, str]) -> None:
    text = STATES_CAME[language].replace("Attendance", "I. Attendance")
    change = attendance(pair(from_text(text.format(old), language), from_text(text.format(new), language)))
    assert change and change.observers
    assert [(row.old, row.new) for row in change.observers.renamed] == [names]
    assert not change.observers.added and not change.observers.removed


def test_title_marks_make_no_other_body() -> None:
    old, new = (
        f"阿尔及利亚、巴西、乍得和津巴布韦派代表出席了会议。{name}和世界银行派观察员列席会议。"
        for name in ("矿泉公约秘书处", "《矿泉公约》秘书处")
    )
    found = attendance(pair(of_paragraphs(old), of_paragraphs(new)))
    assert found is not None and found.observers is not None
    assert not found.observers.added and not found.observers.removed


def test_a_list_may_hold_names_of_initials_and_one_that_ends_as_no_body_does() -> None:
    old = (
        "The Ice Bank, the Global Snow Alliance (GSA), the Rain Union and Mission Frost were represented by observers."
    )
    new = "The Ice Bank, GSA, the Rain Union, PAHO and Mission Frost were represented by observers."
    text = STATES_CAME["en"].replace("Attendance", "I. Attendance")
    change = attendance(pair(from_text(text.format(old), "en"), from_text(text.format(new), "en")))
    assert change and change.observers
    assert (change.observers.added, change.observers.removed, change.observers.renamed) == (("PAHO",), (), ())


def test_bodies_of_a_sentence_between_two_of_a_chapter_that_is_read_in_prose_are_there_both_times():
    text = (
        "## II. Participation\n\n3. The session was attended by representatives of Argentina, Australia, Bangladesh and Fiji.\n\n"
        "4. {}\n\n5. Among others, the International Lake Federation took part as an observer.\n"
    )
    old = from_text(text.format("FAO, IMO and WHO were also represented."), "en")
    new = from_text(text.format("WHO, FAO, the Ice Institute and IMO were also represented."), "en")
    found = attendance(pair(old, new)).observers
    assert (found.added, found.removed) == (("Ice Institute",), ())


def test_a_full_point_ends_a_list_and_a_scrap_of_a_name_is_no_observer():
    text = (
        "一. 出席情况\n\n1. 下列国家派代表出席了会议：阿尔及利亚、阿根廷、巴西、丹麦、芬兰、{}\n\n2. 会议通过了议程。\n"
    )
    old = from_text(text.format("越南和津巴布韦(7个).欧洲联盟及其27个成员国也派代表作为委"), "zh")
    new = from_text(text.format("越南、津巴布韦、新西兰、匈"), "zh")
    found = attendance(pair(old, new))
    assert (found.states.added, found.states.removed, found.observers) == (("新西兰",), (), None)
