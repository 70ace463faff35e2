"""Who was there, however a chapter tells it: by groups, in brackets, with counts, line by line, in prose."""

from __future__ import annotations

import pytest
from ledger_reports import from_text

from ccdiff.derive.attendance import find_attendance

STATES = {"en": ["Algeria", "Brazil", "Chad", "Denmark"], "zh": ["阿尔及利亚", "巴西", "乍得", "丹麦"]}
TOLD = [  # the report, and who observed
    ('en', 'I. Attendance\n\n1. The session was attended by the following members: Algeria; Brazil; Chad; Denmark.\n\n2. The following attended as observers: Gavi, the Vaccine Alliance; the Snow Fund; the Ice Bank; and Médecins Sans Frontières.\n', ['Gavi, the Vaccine Alliance', 'Snow Fund', 'Ice Bank', 'Médecins Sans Frontières']),
    ('en', 'I. Opening, attendance and agenda\n\n1. Members present were Algeria, Brazil, Chad and Denmark. Observers: the Snow Fund; the Ice Bank.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Organization\n\n1. Delegates of Algeria, Brazil, Chad and Denmark took part in the session.\n\n2. The Snow Fund and the Ice Bank were represented by observers.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Organization\n\n1. Delegations of Algeria, Brazil, Chad and Denmark were present.\n\n2. Observers from the Snow Fund and the Ice Bank also took part.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Participants\n\n1. Experts from Algeria, Brazil, Chad and Denmark participated. The Snow Fund and the Ice Bank were invited as observers.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\n1. Algeria, Brazil, Chad and Denmark sent delegations. Observer status was held by the Snow Fund.\n', ['Snow Fund']),
    ('en', 'I. Attendance\n\n1. Participating States: Algeria, Brazil, Chad and Denmark.\n\n2. Observer organizations: Snow Fund, Ice Bank.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\n1. The meeting was attended by delegations of 4 States, namely Algeria, Brazil, Chad and Denmark, and by observers from the Snow Fund and the Ice Bank.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\n1. The meeting was attended by 4 members (Algeria, Brazil, Chad and Denmark) and 2 observers (the Snow Fund and the Ice Bank).\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\n1. Of the members, Algeria, Brazil, Chad and Denmark were represented; Fiji and India were absent.\n', []),
    ('en', 'I. Attendance\n\n1. Algeria, Brazil, Chad and Denmark attended. Apologies were received from Fiji, India and Kenya.\n', []),
    ('en', "I. Attendance\n\n1. The Working Party's session was attended by participants from: Algeria; Brazil; Chad; and Denmark. Representatives of the European Commission also attended.\n", ['European Commission']),
    ('en', 'I. Introduction\n\n1. The session was held in Oslo. Representatives from Algeria, Brazil, Chad and Denmark took part in the work.\n', []),
    ('en', 'I. Attendance\n\n1. Government representatives: Algeria (3), Brazil (2), Chad (1), Denmark (4).\n\n2. Observers: Snow Fund (1), Ice Bank (2).\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\nAfrica: Algeria, Chad\nAmericas: Brazil\nEurope: Denmark\nObservers: Snow Fund\n', ['Snow Fund']),
    ('en', 'I. Opening\n\n1. The session was held in Lima.\n\n2. Government delegates came from Algeria, Brazil, Chad and Denmark.\n\n3. The following organizations were represented by observers: the Ice Bank and the Snow Growers network.\n', ['Ice Bank', 'Snow Growers network']),
    ('en', 'I. Organization\n\n1. There were representatives from Algeria, Brazil, Chad and Denmark.\n\n2. Observers were present from the Snow Growers network, the Snow Fund and the Ice Bank.\n', ['Snow Growers network', 'Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\n1. The following members were represented: Algeria, Brazil and Chad. Denmark took part as an applicant and, from 2 May, as a member.\n', []),
    ('en', 'I. Partners\n\n1. Participants in 2022 were Algeria, Brazil, Chad and Denmark.\n\n2. The Programme enjoyed the support of the Snow Fund, the Ice Bank and the World Bank.\n', ['Snow Fund', 'Ice Bank', 'World Bank']),
    ('zh', '一. 出席情况\n\n1. 下列成员派代表出席了会议：阿尔及利亚、巴西和乍得。丹麦以申请国身份派代表出席了会议。\n', []),
    ('zh', '一. 会议开幕\n\n1. 会议在利马举行。各国政府的代表来自阿尔及利亚、巴西、乍得和丹麦。\n\n2. 雪花基金会、非政府组织冰川平台和冰川银行派观察员出席了会议。\n', ['雪花基金会', '非政府组织冰川平台', '冰川银行']),
    ('zh', '一. 会议开幕\n\n1. 派代表出席的国家：阿尔及利亚、巴西、乍得 and 丹麦。\n\n2. 下列非政府组织派观察员出席了会议：雪花基金会 and 冰川银行。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 会议开幕\n\n1. 阿尔及利亚、巴西、乍得和丹麦派代表出席了会议。\n\n2. 联合国机构、政府间组织和非政府组织雪花基金会、冰川银行派观察员出席了会议。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 会议开幕\n\n1. 阿尔及利亚、巴西、乍得和丹麦派代表出席了会议。\n\n2. 雪花基金会和国际组织联盟派观察员出席了会议。\n', ['雪花基金会', '国际组织联盟']),
    ('zh', '一. 出席情况\n\n1. 出席会议的成员有：阿尔及利亚；巴西；乍得；丹麦。\n\n2. 下列观察员出席了会议：疫苗联盟（Gavi）；雪花基金会；冰川银行。\n', ['疫苗联盟（Gavi）', '雪花基金会', '冰川银行']),
    ('zh', '一. 会议的组织\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表团与会。\n\n2. 雪花基金会和冰川银行的观察员也参加了会议。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 与会者来自阿尔及利亚、巴西、乍得和丹麦四国。雪花基金会列席会议。\n', ['雪花基金会']),
    ('zh', '一. 与会者\n\n1. 成员：阿尔及利亚、巴西、乍得、丹麦。\n\n2. 观察员：雪花基金会、冰川银行。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 会议由4个成员国（阿尔及利亚、巴西、乍得和丹麦）的代表和2名观察员（雪花基金会和冰川银行）出席。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 到会的有阿尔及利亚、巴西、乍得和丹麦；斐济和印度缺席。\n', []),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚（3人）、巴西（2人）、乍得（1人）、丹麦（4人）派代表出席。\n\n2. 观察员：雪花基金会（1人）、冰川银行（2人）。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n非洲：阿尔及利亚、乍得\n美洲：巴西\n欧洲：丹麦\n观察员：雪花基金会\n', ['雪花基金会']),
    ('zh', '一. 导言\n\n1. 会议在奥斯陆举行，阿尔及利亚、巴西、乍得、丹麦等国代表参加。雪花基金会、冰川银行应邀列席。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 参加本届会议的缔约方如下：阿尔及利亚、巴西、乍得和丹麦。\n\n2. 雪花基金会获准以观察员身份与会。\n', ['雪花基金会']),
    ('zh', '一. 出席情况\n\n1. 下列成员国出席：\n\n阿尔及利亚\n巴西\n乍得\n丹麦\n', []),
    ('en', 'I. Attendance\n\n1. Algeria, Brazil, Chad and Denmark attended.\n\n2. Observers: (a) Snow Fund; (b) Ice Bank.\n', ['Snow Fund', 'Ice Bank']),
    ('en', 'I. Attendance\n\n1. Algeria, Brazil, Chad and Denmark attended.\n\n2. Participating in an observer capacity were the African Union, the Snow Fund and the Ice Bank.\n', ['African Union', 'Snow Fund', 'Ice Bank']),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n\n2. 观察员：\n\n(a) 非洲联盟；\n\n(b) 雪花基金会；\n\n(c) 冰川银行。\n', ['非洲联盟', '雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n\n2. 民间组织：雪花基金会、冰川银行。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n\n2. 以观察员身份与会的有非洲联盟以及雪花基金会，还有冰川银行。\n', ['非洲联盟', '雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n', []),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n\n2. 联合国专门机构（国际劳工组织）和政府间组织（非洲联盟、雪花基金会）派观察员出席。\n', ['国际劳工组织', '非洲联盟', '雪花基金会']),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n\n2. 应主席邀请，雪花基金会、冰川银行作为观察员与会。\n', ['雪花基金会', '冰川银行']),
    ('zh', '一. 出席情况\n\n1. 阿尔及利亚、巴西、乍得和丹麦的代表出席了会议。\n\n2. 非政府组织代表来自雪花基金会和冰川银行。\n', ['雪花基金会', '冰川银行']),
    ('en', 'I. Attendance\n\n1. Algeria, Brazil, Chad and Denmark attended.\n\n2. Specialized agencies and related organizations: World Bank, Ice Bank. Other observers: Snow Fund.\n', ['World Bank', 'Ice Bank', 'Snow Fund']),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "observers"), TOLD)
def test_states_and_observers_are_read_however_a_chapter_tells_them(language, text, observers):
    found = from_text(text, language).once(find_attendance)
    assert found and sorted(member.name for member in found.states) == sorted(STATES[language])
    assert [member.name for member in found.observers] == observers


OTHER = [
    ('en', 'II. Discussion\n\n1. Algeria, Brazil, Chad and Denmark had ratified the Protocol.\n'),
    ('en', 'II. Discussion\n\n1. The workshop held in Accra was attended by experts from Algeria, Brazil, Chad and Denmark.\n'),
    ('en', 'II. Discussion\n\n1. Delegates of Algeria, Brazil, Chad and Denmark took part in the debate on fees.\n'),
    ('en', 'I. Introduction\n\n1. Floods struck Algeria, Brazil, Chad and Denmark.\n'),
    ('en', 'II. Trade\n\n1. Exports from: Algeria; Brazil; Chad; and Denmark.\n'),
    ('en', 'I. Opening\n\n1. Algeria, Brazil, Chad and Denmark sponsored the draft decision.\n'),
    ('zh', '二. 讨论\n\n1. 阿尔及利亚、巴西、乍得和丹麦批准了议定书。\n'),
    ('zh', '二. 讨论\n\n1. 阿尔及利亚、巴西、乍得和丹麦的专家参加了在阿克拉举办的讲习班。\n'),
    ('zh', '一. 导言\n\n1. 洪水袭击了阿尔及利亚、巴西、乍得和丹麦。\n'),
    ('zh', '二. 讨论\n\n1. 试点国家：阿尔及利亚、巴西、乍得、丹麦。\n'),
    ('zh', '一. 开幕\n\n1. 阿尔及利亚、巴西、乍得和丹麦是决定草案的提案国。\n'),
    ('zh', '二. 培训\n\n1. 来自阿尔及利亚、巴西、乍得和丹麦的学员参加了课程。\n'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), OTHER)
def test_states_that_do_something_else_or_came_elsewhere_are_no_attendance(language, text):
    assert from_text(text, language).once(find_attendance) is None


@pytest.mark.parametrize(
    ("language", "text", "union"),
    [
        (
            "en",
            "1. Members represented: Algeria, Brazil, Chad, European Union, Fiji and Ghana.\n\n2. {}\n",
            "European Union",
        ),
        ("zh", "1. 下列成员派代表出席了会议：阿尔及利亚、巴西、乍得、欧洲联盟、斐济和加纳。\n\n2. {}\n", "欧洲联盟"),
    ],
)
def test_a_union_of_states_is_a_member_where_a_list_of_members_names_it(language, text, union):
    observers = {"en": "Observers: Snow Fund and Ice Bank.", "zh": "下列组织派观察员出席了会议：雪花基金会、冰川银行。"}
    found = from_text("I. Attendance\n\n" * (language == "en") + text.format(observers[language]), language).once(
        find_attendance
    )
    assert found and union in [member.name for member in found.states] and len(found.states) == 6
    assert len(found.observers) == 2


@pytest.mark.parametrize(
    ("language", "text", "union"),
    [
        (
            "en",
            "I. Attendance\n\n1. States represented: Algeria, Brazil, Chad and Fiji.\n\n2. Observers: Ice Bank and European Union.\n",
            "European Union",
        ),
        (
            "zh",
            "1. 下列国家派代表出席了会议：阿尔及利亚、巴西、乍得。\n\n2. 欧洲联盟和冰川银行派观察员出席了会议。\n",
            "欧洲联盟",
        ),
    ],
)
def test_a_union_of_states_that_observes_is_an_observer(language, text, union):
    found = from_text(text, language).once(find_attendance)
    assert found and union in [member.name for member in found.observers]
    assert union not in [member.name for member in found.states]
