"""Who was there, person by person: a set, whatever the order; what is no list of persons says nothing."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.attendance import attendance
from ccdiff.derive.attendance.people import find_people

LISTS = [
    ("en", "I. Participants\n\n**Chair:** Ana Sól\n\n**Participants:** {}\n", ", "),
    ("en", "I. Attendance\n\n- {}\n", "\n\n- "),
    ("zh", "一. 参会人员\n\n- {}\n", "\n\n- "),
    ("zh", "一. 出席人员\n\n主席：王小明\n\n成员：{}\n", "、"),
]
NAMES = {"en": ["Bo Li (Ice Bank)", "Cem Öz", "Dana Wu"], "zh": ["李波（冰川银行）", "陈晨", "吴丹"]}


@pytest.mark.parametrize(("language", "text", "between"), LISTS)
def test_persons_are_compared_as_sets(language, text, between):
    one, two, three = NAMES[language]
    old = from_text(text.format(between.join((one, two, three))), language)
    new = from_text(text.format(between.join(("Eva Ray" if language == "en" else "赵伊", three, one))), language)
    found = attendance(pair(old, new))
    assert found and found.people and not found.states
    assert found.people.added == (("Eva Ray",) if language == "en" else ("赵伊",))
    assert found.people.removed == (two,)
    assert set(found.people.kept) >= {three, one.split("（")[0].split(" (")[0]}


LABELLED = [
    (
        "en",
        "Harbour Council\n\n**PRESENT (4 Councillors)**: - Cllr Bo Li (BL), Mrs Cem Öz – Chairman, D Wu and Eva Ray.\n\nApologies: Flo Roe, Gus Sun, Hal Toe\n",
        ["Bo Li", "Cem Öz", "D Wu", "Eva Ray"],
    ),
    (
        "en",
        "Harbour Board\n\nBoard members in attendance:\n- Bo Li\n- Cem Öz\n- Dana Wu\n\nAlso in attendance:\n- Eva Ray (Treasurer)\n\n## Votes\n\nAll agreed.\n",
        ["Bo Li", "Cem Öz", "Dana Wu", "Eva Ray"],
    ),
    (
        "en",
        "Harbour Group\n\n## Participants\n\n| Name | Company |\n|---|---|\n| Bo Li | Ice Bank |\n| Cem Öz | Tin Works |\n| Dana Wu | Ice Bank |\n",
        ["Bo Li", "Cem Öz", "Dana Wu"],
    ),
    (
        "en",
        "## 2. Attendance\n\n### 2.1 Members that were present\n\n- Bo Li (BL), Ice Office [IO] - Chair\n\n- Cem Öz (CO), Ice Office [IO]\n\n- Dana Wu (DW), Met Service [MS]\n",
        ["Bo Li", "Cem Öz", "Dana Wu"],
    ),
    (
        "zh",
        "港口例会\n主持人：赵伊\n与会人：李波、陈晨、吴丹、王小明\n\n会议内容：\n1. 泊位分配。\n",
        ["李波", "陈晨", "吴丹", "王小明"],
    ),
    (
        "zh",
        "港口委员会\n\n出席委员：\n- 李波委员（主席）\n- 陈晨委员\n- 吴 丹委员\n\n缺席委员：\n- 王小明委员\n",
        ["李波", "陈晨", "吴丹"],
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), LABELLED)
def test_persons_behind_a_label_are_those_who_came(language, text, names):
    assert list(from_text(text, language).once(find_people).names.values()) == names


def test_a_name_printed_shorter_is_the_one_person_it_can_be():
    old = from_text("Present: Cllr M Roe, Bo Li, V. Wu, Ana Sun, Flo Sun\n", "en")
    new = from_text("Present: Mark Roe, Bo Li, V. Mutiro Wu, A Sun, F Toe\n", "en")
    found = attendance(pair(old, new)).people
    assert (found.added, found.removed) == (("F Toe",), ("Flo Sun",))


def test_one_who_sent_apologies_is_no_longer_there():
    text = "Harbour Council\n\nPresent: {}\nApologies: {}\n\n1. Accounts\n\nThe accounts were reviewed.\n"
    old, new = (
        from_text(text.format("J. Hale, P. Moss", "none"), "en"),
        from_text(text.format("J. Hale", "P. Moss"), "en"),
    )
    found = attendance(pair(old, new)).people
    assert (found.added, found.removed, found.kept) == ((), ("P. Moss",), ("J. Hale",))


OTHERS = [
    ("en", "Harbour Council\n\nPresent: Staff, Students\n"),
    ("zh", "港口例会\n\n参会人员：党员\n"),
    ("en", "Harbour Council\n\nPresent situation: berths, cranes and quays need repair.\n"),
    ("en", "Harbour Council\n\nNot present: Bo Li, Cem Öz, Dana Wu\n"),
    ("zh", "港口例会\n与会国家：阿尔及利亚、巴西、乍得和丹麦\n"),
    ("zh", "港口例会\n出席会议的有：秘书处、泊位、起重机、航道\n"),
    ("en", "I. Attendance\n\n1. Forty experts came. The session was opened by Ana Sól, Bo Li and Cem Öz.\n"),
    ("en", "I. Attendance\n\n1. Algeria, Brazil, Chad and Denmark.\n"),
    ("en", "I. Absent participants\n\n- Bo Li\n\n- Cem Öz\n\n- Dana Wu\n"),
    ("en", "II. Actions\n\n- Bo Li\n\n- Cem Öz\n\n- Dana Wu\n"),
    ("zh", "一. 出席情况\n\n1. 来自12个国家的专家与会。会议由王小明、李波和陈晨主持。\n"),
    ("zh", "一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦。\n"),
    ("zh", "一. 未参会人员\n\n- 李波\n\n- 陈晨\n\n- 吴丹\n"),
]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_is_no_list_of_persons_names_none(language, text):
    assert not from_text(text, language).once(find_people).names
