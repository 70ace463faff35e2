"""Who was there is told in many ways: with and without an opener, by groups, in prose, under headings of their own."""

from __future__ import annotations

import pytest
from ledger_reports import from_text

from ccdiff.derive.attendance import find_attendance

STATES = {"en": ["Albania", "Brazil", "Chile", "Fiji", "Kenya"], "zh": ["阿富汗", "巴西", "中国", "肯尼亚", "也门"]}
BODIES = {"en": ["International Labour Organization", "World Bank"], "zh": ["国际劳工组织", "世界银行"]}
NAMES = {
    "en": ("Albania, Brazil, Chile, Fiji and Kenya", "the International Labour Organization and the World Bank"),
    "zh": ("阿富汗、巴西、中国、肯尼亚和也门", "国际劳工组织和世界银行"),
}
BEFORE = {
    "en": "Report of the Working Group on Ferries\n\nI. Introduction\n\n1. The Working Group was set up in 2016.\n\n",
    "zh": "渡船问题工作组报告\n\n一. 导言\n\n1. 工作组于2016年设立。\n\n",
}
BEHIND = {"en": "\n\nIII. Agenda\n\n9. The agenda was adopted.\n", "zh": "\n\n三. 议程\n\n9. 会议通过了议程。\n"}
LAYOUTS = [
    ("en", "II. Attendance", "2. {0} took their seats.\n\n3. {1} had sent observers."),
    ("en", "II. Attendance", "2. Experts from the following five countries participated: {0}.\n\n"
     "3. Observers from {1} also participated."),
    ("en", "II. Attendance", "2. The session was attended by delegations of {0}.\n\n3. It was also attended by {1}."),
    ("en", "II. Attendance", "A. Member States\n\n2. {0}.\n\nB. Observers\n\n3. {1}."),
    ("en", "II. Attendance", "2. African States: Kenya. Latin American States: Brazil and Chile. Others: Albania and Fiji.\n\n"
     "3. Intergovernmental organizations: {1}."),
    ("en", "II. Attendance", "2. The members were: Africa: Kenya; Pacific: Fiji; Europe: Albania; Latin America: Brazil, Chile.\n\n"
     "3. The following specialized agencies were represented: {1}."),
    ("en", "II. Organization of the session", "2. {0} were represented at the session.\n\n"
     "3. Observers for {1} were likewise in attendance."),
    ("en", "II. Opening and attendance", "2. Members present: {0}. Observers present: {1}."),
    ("en", "II. Participants", "2. The meeting brought together participants from {0}, as well as representatives of {1}."),
    ("zh", "二. 出席情况", "A. 会员国\n\n2. {0}。\n\nB. 观察员\n\n3. {1}。"),
    ("zh", "二. 与会者", "2. 非洲国家：肯尼亚。亚洲国家：阿富汗、中国、也门。拉丁美洲国家：巴西。\n\n3. 政府间组织：{1}。"),
    ("zh", "二. 出席情况", "2. 来自{0}五国的专家参加了会议。\n\n3. 列席会议的国际组织为{1}。"),
    ("zh", "二. 出席情况", "2. 会议由{0}的政府专家出席。\n\n3. 会议还有{1}的观察员。"),
    ("zh", "二. 出席情况", "2. {0}派团与会。\n\n3. {1}亦派员列席。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), LAYOUTS)
def test_states_and_observers_are_found_however_it_is_told(language: str, title: str, text: str) -> None:
    told = text.format(*NAMES[language])
    found = find_attendance(from_text(f"{BEFORE[language]}{title}\n\n{told}{BEHIND[language]}", language))
    assert found is not None
    assert sorted(member.name for member in found.states) == sorted(STATES[language])
    assert sorted(member.name for member in found.observers) == sorted(BODIES[language])


OTHERS = [
    ("en", "II. Attendance", "2. {0} sent apologies.\n\n3. Half of the members were absent."),
    ("en", "II. Attendance", "2. Of the members, 12 attended.\n\n3. In resolution 74/12, the role of {1} was noted."),
    ("en", "II. Organization of the session", "2. Ferries in {0} were inspected.\n\n3. The report of {1} was noted."),
    ("zh", "二. 出席情况", "2. {0}未派代表。\n\n3. 共有十二个成员与会。"),
    ("zh", "二. 会议组织", "2. {0}的渡船已经检查。\n\n3. 会议注意到{1}的报告。"),
]


@pytest.mark.parametrize(("language", "title", "text"), OTHERS)
def test_states_and_bodies_that_something_else_is_told_of_were_not_there(language: str, title: str, text: str) -> None:
    told = text.format(*NAMES[language])
    found = find_attendance(from_text(f"{BEFORE[language]}{title}\n\n{told}{BEHIND[language]}", language))
    assert found is None


def test_dominica_and_the_dominican_republic_are_two() -> None:
    told = "2. 下列国家派代表出席了会议：巴西、多米尼加、多米尼加共和国和也门。"
    found = find_attendance(from_text(f"{BEFORE['zh']}二. 出席情况\n\n{told}{BEHIND['zh']}", "zh"))
    assert found is not None
    assert len({member.key for member in found.states}) == 4


def test_observers_are_found_beside_the_list_of_states_whatever_their_chapter_is_called() -> None:
    told = "2. The following members attended: {}.\n\n3. Observers from {} also took part.".format(*NAMES["en"])
    found = find_attendance(from_text(f"{BEFORE['en']}II. General\n\n{told}{BEHIND['en']}", "en"))
    assert found is not None
    assert sorted(member.name for member in found.observers) == sorted(BODIES["en"])
