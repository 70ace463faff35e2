"""Which deeds a sentence tells as ahead, done, not yet done, put off or given up."""

from __future__ import annotations

import pytest

from ccdiff.derive.progress.phases import steps, turns
from ccdiff.language import load

ENGLISH = [
    ("The lessons are being recorded.", "ahead"),
    ("She is going to submit a talk.", "ahead"),
    ("The village had to be supplied by helicopter.", ""),
    ("The archive is back.", "done"),
    ("The secretariat was preparing an atlas of reefs.", "ahead"),
    ("The survey of the other provinces would be completed in 2023.", "ahead"),
    ("The second edition was to appear in the autumn.", "ahead"),
    ("The code was at an advanced stage.", "ahead"),
    ("The mines had not yet been shipped to the plant.", "undone"),
    ("The project did not start in 2022.", "undone"),
    ("The session was postponed to 2022.", "later"),
    ("The session was postponed.", "later"),
    ("The recruitment of a pharmacist had been postponed.", "later"),
    ("Delivery is expected in the autumn of 2022.", "ahead"),
    ("The court upheld the objection.", "done"),
    ("The museum would not be built.", "off"),
    ("The proposal had been withdrawn.", "off"),
    ("The registry was opened in March.", "done"),
    ("Peru opened a registry.", "done"),
    ("The Clerk and two members visited neighbours of the quarry.", "done"),
    ("Members will be visiting the quarry on 7 February.", "ahead"),
    ("Samoa had so far replaced twelve boats.", "done"),
    ("She reported on the visit held in Seoul.", "done"),
    ("The directory, requested at the eleventh meeting, was on its website.", "done"),
    # neither: what may be, what is so every year, what is said, what only qualifies
    ("The form could be used by all.", ""),
    ("The yearbook is published annually.", ""),
    ("Speakers had stressed cooperation.", ""),
    ("Developed countries differ.", ""),
    ("The quarry is in a visited area.", ""),
    ("The reform would be welcomed.", ""),
    ("It was the first to be held since 2019.", ""),
]

CHINESE = [
    ("该国拟于2023年兴建冷藏库。", "ahead"),
    ("有发言者请秘书处提供西班牙文版。", "ahead"),
    ("会议商定成立一个小组。", "ahead"),
    ("代表介绍了准则的编制情况。", "ahead"),
    ("其余各州将于2023年年底之前连接。", "ahead"),
    ("登记册已连通全部27个州的警务数据库。", "done"),
    ("物联网和互联网日益普及，连通性不足。", ""),
    ("第八届会议订于2024年4月在内罗毕召开。", "ahead"),
    ("论坛暂定5月举行。", "ahead"),
    ("新版将计入渔船噪声。", "ahead"),
    ("讲习班择期举办。", "ahead"),
    ("该准则修订于2023年后已发布。", "done"),
    ("合同尚未签署。", "undone"),
    ("第二条热线因经费不足而没有开通。", "undone"),
    ("普查推迟至2024年。", "later"),
    ("贷款被搁置。", "off"),
    ("咨询台已于2023年3月开通。", "done"),
    ("秘书处提出了草稿。", "done"),
    ("行动计划于2023年4月由成员国商定后提交委员会。", "done"),
    ("委员会2021年将专家组的任期延长三年。", "done"),
    ("2023年3月在达喀尔举办的讲习班有48人参加。", "done"),
    # any verb behind a mark of its own; not where 了 says that it is done
    ("该国计划培育一千公顷红树林。", "ahead"),
    ("该线路已转作货运。", "done"),
    ("该国请求引渡了两名嫌疑人。", ""),
    ("秘书处可在2023年编写一份汇编。", "ahead"),
    ("会议听取了关于扣押后调查的发言。", ""),
    # by when it is to be done, unless a mark says that it is; behind a comma of what a meeting lays down
    ("物业公司9月底前提交草案。", "ahead"),
    ("物业公司已于9月底前提交草案。", "done"),
    ("会议确定，今年加装电梯80部。", "ahead"),
    ("会议商定由教育局牵头起草。", "ahead"),
    ("工作组没有就编码达成一致。", "undone"),
    ("培训中心东道国协定于2020年10月签署。", "done"),
    # what is wanting
    # a noun, an existing thing, no deed
    ("会议讨论了两国的请求。", ""),
    ("与会者谈到合作。", ""),
    ("发言者强调在去年设立的机制下开展合作。", "done"),
]


@pytest.mark.parametrize(("sentence", "phase"), ENGLISH)
def test_english_small_words_tell_the_phase_of_a_deed(sentence: str, phase: str) -> None:
    assert {step.phase for step in load("en").once(steps)(sentence)} == ({phase} if phase else set())


@pytest.mark.parametrize(("sentence", "phase"), CHINESE)
def test_chinese_marks_tell_the_phase_of_a_deed(sentence: str, phase: str) -> None:
    assert {step.phase for step in load("zh").once(steps)(sentence)} == ({phase} if phase else set())


def test_the_words_that_say_so_are_quoted_from_the_first_of_them() -> None:
    sentence = "The delegate proposed to host a visit."
    (step,) = load("en").once(steps)(sentence)
    assert sentence[step.start : step.end] == "proposed to host"
    assert not step.behind


def test_what_is_done_to_a_thing_stands_behind_it() -> None:
    (step,) = load("en").once(steps)("The atlas would be launched in May.")
    assert step.behind


ANSWERS = [
    ("en", "The case studies requested a year earlier had been completed.", True),
    ("en", "A working party had been formed in response to the invitation of the Group.", True),
    ("en", "The Group met at the invitation of the Government.", False),
    ("en", "Speakers requested more time.", False),
    ("zh", "应上次会议之请报送数据的有88国。", True),
    ("zh", "上次会议要求编写的教程已经完成。", True),
    ("zh", "教程已经完成，用于培训380名人员。", False),
    ("zh", "上次会议讨论了灯塔。", False),
]


@pytest.mark.parametrize(("language", "sentence", "answers"), ANSWERS)
def test_a_deed_may_say_that_it_answers_a_request(language: str, sentence: str, answers: bool) -> None:
    assert bool(load(language).once(turns).answers.search(sentence)) is answers
