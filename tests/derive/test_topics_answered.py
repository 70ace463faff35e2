"""What the other report says too, under another name or another heading, is no topic; what stands beside it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.derive.topics import topics
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.changes import Topic
from ccdiff.parse import parse
from ccdiff.reading import Reading

ZH = "港口安全工作组的报告\n\n一. 引言\n\n1. 港口安全工作组第{n}届会议于{year}年5月3日在日内瓦举行。\n\n"
EN = "Report of the Working Group on Port Safety\n\nI. Introduction\n\n1. The Working Group held its {n} session in Geneva on 3 May {year}.\n\n"
STANDING_ZH = "一位发言者强调，各国应当加强港口安全方面的区域合作。"
STANDING_EN = "Speakers stressed that States should strengthen regional cooperation in the safety of ports."


@pytest.fixture
def compared(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A function: the chapters of two reports, each a heading and its paragraphs, -> the topics of the pair."""

    def compare(old: dict[str, list[str]], new: dict[str, list[str]], han: bool) -> tuple[Topic, ...]:
        sides = []
        for k, chapters in enumerate((old, new)):
            head = (ZH if han else EN).format(n=("七八" if han else ("seventh", "eighth"))[k], year=2018 + 2 * k)
            number, body = 2, head
            for place, (title, paragraphs) in enumerate(chapters.items(), 1):
                body += f"{'二三四五六'[place - 1] if han else ('II', 'III', 'IV', 'V', 'VI')[place - 1]}. {title}\n\n"
                for text in paragraphs:
                    body += f"{number}. {text}\n\n"
                    number += 1
            path = tmp_path / f"{k}.txt"
            path.write_text(body, "utf-8")
            report = parse(read(path))
            sides.append(Reading(report, load(report.language)))
        before, after = sides
        pair = Pair(before, after, align(before, after, AlignThresholds(), ()), DeriveThresholds())
        pair.rows = relations(pair)
        return topics(pair)

    return compare


# the same sentence, in which a thing has another name
RENAMED = [
    (
        "The agreement contained standard clauses on customs, liability and pilotage.",
        "The agreements contain model clauses on customs, liability and pilotage.",
    ),
    (
        "The representative of Chile described simple oil tests for the quality of water in harbours.",
        "The representative of Chile presented low-cost oil kits for testing the quality of water in harbours.",
    ),
    (
        "The secretariat reported that 31 States had designated a focal point for the port registry.",
        "The secretariat reported that 44 States had designated a contact for the port registry.",
    ),
    (
        "One expert proposed a mentoring network for young harbour pilots in small ports.",
        "The network for the mentoring of young harbour pilots in small ports was welcomed.",
    ),
    ("秘书处编写的港口消防评估手册预计将于2019年出版。", "秘书处宣布，评估港口消防情况的手册已于2019年出版。"),
    (
        "在12个国家，女海员不能与男海员平等地办理海员登记。",
        "与会者注意到，仍有11个国家的女海员办理登记不能与男海员平等。",
    ),
    ("专家组建议各国取消对逾期申报的罚款。", "专家组建议各国取消对迟报的罚款。"),
]


@pytest.mark.parametrize(("old", "new"), RENAMED, ids=[old[:30] for old, _ in RENAMED])
def test_the_same_sentence_with_another_name_is_no_topic(compared, old: str, new: str) -> None:  # type: ignore[no-untyped-def]
    han = old[0] > "\u3400"
    title, standing = ("审议情况", STANDING_ZH) if han else ("Deliberations", STANDING_EN)
    assert compared({title: [standing, old]}, {title: [standing, new]}, han) == ()


# a paragraph of its own, and what it is about
FRESH = [
    ("专家组首次讨论了灯塔登记。", "灯塔登记"),
    ("与会者谈到自主航行船舶的责任问题。", "自主航行船舶"),
    ("One delegation presented a pilot project on shore power for cruise ships.", "shore power"),
    ("The observer for a tug association described deep-sea towage in winter storms.", "deep-sea towage"),
    ("The volume of chilled parcels carried through the parcel network had doubled.", "parcel network"),
]


@pytest.mark.parametrize(("text", "wanted"), FRESH, ids=[wanted for _, wanted in FRESH])
def test_a_paragraph_that_the_other_report_lacks_is_named(compared, text: str, wanted: str) -> None:  # type: ignore[no-untyped-def]
    han = text[0] > "\u3400"
    title, standing = ("审议情况", STANDING_ZH) if han else ("Deliberations", STANDING_EN)
    for kind, old, new in (("new", [standing], [standing, text]), ("dropped", [standing, text], [standing])):
        found = compared({title: old}, {title: new}, han)
        assert [(topic.kind, wanted in " / ".join((topic.label, *topic.terms))) for topic in found] == [(kind, True)]


def test_what_only_passes_by_in_a_paragraph_is_not_what_it_is_called_by(compared) -> None:  # type: ignore[no-untyped-def]
    text = "One delegation withdrew its objection, with balanced geographic representation, to label hazardous cargoes."
    (topic,) = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN, text]}, False)
    assert topic.label == "hazardous cargoes"


def test_a_chapter_that_goes_on_under_another_heading_is_no_topic(compared) -> None:  # type: ignore[no-untyped-def]
    old = {
        "审议情况": [STANDING_ZH],
        "能力建设和技术援助": [
            "秘书处为14个国家提供了技术援助，举办了六期区域讲习班。",
            "有发言者请秘书处提供港口安全网络课程的西班牙文版。",
        ],
    }
    new = {
        "审议情况": [STANDING_ZH],
        "技术援助与供资": [
            "秘书处为19个国家提供了技术援助，举办了八期区域讲习班。",
            "与会者欢迎港口安全网络课程推出西班牙文版。",
        ],
    }
    assert [topic.label for topic in compared(old, new, True)] == []


def test_a_chapter_on_another_matter_is_a_topic_whatever_its_place(compared) -> None:  # type: ignore[no-untyped-def]
    old = {
        "审议情况": [STANDING_ZH],
        "引航员培训": ["国际引航协会介绍了引航员培训大纲。", "引航员培训在四个港口开办。"],
    }
    new = {"审议情况": [STANDING_ZH], "沉船打捞": ["秘书处介绍了沉船打捞公约草案。", "沉船打捞的费用由船东承担。"]}
    found = compared(old, new, True)
    assert [(topic.kind, topic.label) for topic in found] == [("new", "沉船打捞"), ("dropped", "引航员培训")]


@pytest.mark.parametrize("title", ["Decision", "Data"])
def test_a_heading_of_one_word_that_names_no_matter_is_no_topic(compared, title: str) -> None:  # type: ignore[no-untyped-def]
    text = "The Working Group decided to endorse the plan on wreck removal."
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN], title: [text]}, False)
    assert title not in [topic.label for topic in found]


def test_how_other_meetings_were_held_is_no_mode_of_this_one(compared) -> None:  # type: ignore[no-untyped-def]
    text = "Three task teams had met since then, mostly by videoconference."
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN, text]}, False)
    assert "videoconference" not in " ".join(topic.label for topic in found)


def test_how_this_meeting_was_held_is_told(compared) -> None:  # type: ignore[no-untyped-def]
    text = "The meeting was held by videoconference because of the strike."
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN, text]}, False)
    assert "by videoconference" in [topic.label for topic in found]


def test_a_document_revised_together_with_another_body_is_no_joint_meeting(compared) -> None:  # type: ignore[no-untyped-def]
    text = "The guidelines on pilotage were being revised jointly with the World Customs Organization."
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN, text]}, False)
    assert not any("with" in topic.label.split() for topic in found)


def test_an_organ_named_in_passing_in_two_paragraphs_is_no_topic(compared) -> None:  # type: ignore[no-untyped-def]
    more = ["大会第70/1号决议通过了新的议程。", "工作组忆及大会关于统计保密的决议。"]
    found = compared({"审议情况": [STANDING_ZH]}, {"审议情况": [STANDING_ZH, *more]}, True)
    assert "大会" not in [topic.label for topic in found]


def test_an_epidemic_told_by_its_name_or_as_the_epidemic_is_one(compared) -> None:  # type: ignore[no-untyped-def]
    old = {"审议情况": [STANDING_ZH, "许多发言者谈到COVID-19对港口登记的影响，有国家曾关闭四个月。"]}
    new = {"审议情况": [STANDING_ZH, "两位发言者介绍了疫情之后的恢复情况，港口已全部重新开放。"]}
    assert "COVID-19" not in [topic.label for topic in compared(old, new, True)]


def test_a_proper_name_is_cited_only_where_it_stands(compared) -> None:  # type: ignore[no-untyped-def]
    more = [
        "秘书处介绍了蓝湖灯塔联盟，蓝湖灯塔联盟于2019年成立。",
        "一个联盟的代表谈到拖船。",
        "另一个联盟的代表谈到浮标。",
        "第三个联盟没有发言。",
    ]
    found = compared({"审议情况": [STANDING_ZH]}, {"审议情况": [STANDING_ZH, *more]}, True)
    assert [topic.paragraphs for topic in found if topic.label.endswith("灯塔联盟")] == [("3",)]


def test_the_item_under_which_a_heading_was_taken_up_is_no_part_of_it(compared) -> None:  # type: ignore[no-untyped-def]
    more = [
        "The secretariat introduced a note on wreck removal in shallow estuaries.",
        "Wreck removal was paid for by the owners of 14 hulls.",
    ]
    found = compared(
        {"Deliberations": [STANDING_EN]},
        {"Deliberations": [STANDING_EN], "Wreck removal in estuaries (Agenda item 4)": more},
        False,
    )
    assert "Wreck removal in estuaries" in [topic.label for topic in found]


@pytest.mark.parametrize("text", ["国际拖船联盟观察员主张降低费用。", "若干与会者表示赞同。"])
def test_who_speaks_is_no_topic(compared, text: str) -> None:  # type: ignore[no-untyped-def]
    found = compared({"审议情况": [STANDING_ZH]}, {"审议情况": [STANDING_ZH, text]}, True)
    assert not any("观察员" in topic.label or "与会者" in topic.label for topic in found)


def test_a_chapter_whose_matter_lives_on_in_an_amended_paragraph_is_not_dropped(compared) -> None:  # type: ignore[no-untyped-def]
    old = [
        "秘书处介绍了高温健康预警的现状，目前有19个国家按城市发布高温健康预警。",
        "印度专家介绍了避暑中心的经验。",
        "有专家指出，夜间最低气温更能说明危险。",
    ]
    new = "观察员回顾说，按城市发布高温健康预警的国家已增至26个。"
    found = compared(
        {"审议情况": [STANDING_ZH], "高温预警": old}, {"审议情况": [STANDING_ZH], "炎热气候下的住房": [new]}, True
    )
    assert "高温预警" not in [topic.label for topic in found if topic.kind == "dropped"]


@pytest.mark.parametrize(("one", "other"), [("a rudder trunk", "rudder trunks"), ("rudder trunks", "a rudder trunk")])
def test_one_thing_and_several_of_them_are_one_matter(compared, one: str, other: str) -> None:  # type: ignore[no-untyped-def]
    old = f"One delegation reported the death of two stowaways in {one}."
    new = f"Cameras were used in Durban for the inspection of {other}."
    found = compared({"Deliberations": [STANDING_EN, old]}, {"Deliberations": [STANDING_EN, new]}, False)
    assert not any("rudder" in topic.label for topic in found)


# the same paragraph told anew, with another name for one thing of it
ONE_THING = [
    (
        "Forty lorry drivers had been trained by the port authority of Gabes, which paid their wages.",
        "The port authority of Gabes had given training to 55 truckers and paid their wages.",
    ),
    (
        "世界卫生组织的潜水病护理手册预计将于2019年问世，供各港口使用。",
        "世界卫生组织的减压症护理手册已于2020年问世，各港口均已使用。",
    ),
    (
        "工作组建议港口工人参加长期照护保险，保费由雇主承担。",
        "工作组建议港口工人参加长期护理保险，保费由雇主和工人共同承担。",
    ),
]


@pytest.mark.parametrize(("old", "new"), ONE_THING, ids=[old[:30] for old, _ in ONE_THING])
def test_where_no_paragraph_is_without_counterpart_another_name_is_no_matter(compared, old: str, new: str) -> None:  # type: ignore[no-untyped-def]
    han = old[0] > "z"
    standing = STANDING_ZH if han else STANDING_EN
    assert not compared({"Deliberations": [standing, old]}, {"Deliberations": [standing, new]}, han)


def test_paragraphs_that_only_share_a_short_word_with_a_label_prove_nothing(compared) -> None:  # type: ignore[no-untyped-def]
    told = [
        "秘书处介绍了全球灯塔守护网络，全球灯塔守护网络于2019年成立。",
        "全球灯塔守护网络的成员已有三十个。",
        "一位代表说，该国的灯塔归海军管理。",
    ]
    found = compared({"审议情况": [STANDING_ZH]}, {"审议情况": [STANDING_ZH, *told]}, True)
    network = next(topic for topic in found if "守护网络" in topic.label)
    assert network.paragraphs == ("3", "4")


ALONE = [
    (
        "资金",
        [
            "秘书处说，灯塔信托基金自2016年设立以来收到捐款380万美元。",
            "汤加代表指出，小岛屿难以满足申请条件，希望手续从简。",
            "主席提出一项为期五年的更换航标计划，所需费用为4,200万美元。",
        ],
        True,
    ),
    (
        "Money",
        [
            "The lighthouse trust had received contributions of $3.8 million since 2016.",
            "The representative of Tonga pointed out that small islands could hardly meet the conditions for grants.",
            "The Chair put forward a five-year plan for new buoys, the cost of which was $42 million.",
        ],
        False,
    ),
]


@pytest.mark.parametrize(("title", "paragraphs", "han"), ALONE, ids=["zh", "en"])
def test_a_chapter_of_one_report_is_a_topic_though_no_paragraph_repeats_its_one_word(  # type: ignore[no-untyped-def]
    compared, title: str, paragraphs: list[str], han: bool
) -> None:
    kept = {"审议情况" if han else "Deliberations": [STANDING_ZH if han else STANDING_EN]}
    found = compared({**kept, title: paragraphs}, kept, han)
    assert [topic.label for topic in found if topic.kind == "dropped" and topic.label == title] == [title]
    assert not any(
        topic.label == title for topic in compared({**kept, title: paragraphs}, {**kept, title: paragraphs}, han)
    )


@pytest.mark.parametrize(("title", "at"), [("展望", 0), ("致谢", 0), ("讨论", 0), ("Outlook", 1), ("Remarks", 1)])
def test_a_heading_that_says_what_a_chapter_does_is_no_matter(compared, title: str, at: int) -> None:  # type: ignore[no-untyped-def]
    _, paragraphs, han = ALONE[at]
    kept = {"审议情况" if han else "Deliberations": [STANDING_ZH if han else STANDING_EN]}
    assert not any(topic.label == title for topic in compared({**kept, title: paragraphs}, kept, han))


def test_a_name_in_capitals_goes_on_behind_of_and_on(compared) -> None:  # type: ignore[no-untyped-def]
    more = "The Kyoto Forum on Sound was presented. The Kyoto Forum on Sound had held two meetings."
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN, more]}, False)
    assert labels_of(found) == ["Kyoto Forum on Sound"]


def test_a_matter_with_a_chapter_of_its_own_is_called_by_the_title(compared) -> None:  # type: ignore[no-untyped-def]
    more = [
        "The draft contract with the dredger was read. The contract was short.",
        "The contract named the dredger as supplier.",
        "The signature of the contract was put off.",
    ]
    title = "Supplier contracts for dredging"
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN], title: more}, False)
    assert labels_of(found) == [title]


def test_what_stands_in_a_printed_list_of_the_other_report_is_none_of_its_own(compared) -> None:  # type: ignore[no-untyped-def]
    listed = "附件载有：会议开幕、港口拖轮登记、引航、锚地、灯塔、航标、海图、疏浚、通过报告。"
    more = "秘书处介绍了港口拖轮登记。港口拖轮登记由海事局负责。"
    for old, told in (([STANDING_ZH], True), ([STANDING_ZH, listed], False)):
        found = compared({"审议情况": old}, {"审议情况": [STANDING_ZH, more]}, True)
        assert ("港口拖轮登记" in labels_of(found)) == told


def labels_of(found: tuple[Topic, ...]) -> list[str]:
    return [topic.label for topic in found if topic.kind == "new"]


BOUND = [
    ("The price of paper had doubled. Several mills had closed.", "price of paper"),
    (
        "Withdrawal from the Harbour Treaty was notified by one member. The withdrawal from the treaty would take effect in May.",
        "Withdrawal from the Harbour Treaty",
    ),
    ("The spraying of citrus orchards was described. Orchards had been sprayed twice.", "spraying of citrus orchards"),
]


@pytest.mark.parametrize(("more", "wanted"), BOUND, ids=[wanted for _, wanted in BOUND])
def test_what_of_and_from_bind_is_one_name(compared, more: str, wanted: str) -> None:  # type: ignore[no-untyped-def]
    found = compared({"Deliberations": [STANDING_EN]}, {"Deliberations": [STANDING_EN, more]}, False)
    assert wanted in labels_of(found)
