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


OTHERS = [
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
