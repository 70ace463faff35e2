"""Paragraphs told anew: which sentences of two reports are each other's nearest."""

from types import SimpleNamespace

import pytest

from ccdiff.align.features import features
from ccdiff.align.groups import Groups
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.align.titles import title_likeness, what_terms_say
from tests.align.reports import aligned, report

BEFORE = [
    "The Committee on Forest Products held its ninth session in Lima from 3 to 5 May 2021.",
    "Ms. Ana Ruiz (Peru) was elected Chair.",
    "The secretariat presented a study on certification, covering 31 countries.",
    "One delegate asked that the cost of certification be lowered for small holders.",
    "Several delegates spoke of fires, which had destroyed 4 million hectares.",
    "The representative of the International Tropical Timber Organization described a database on illegal logging.",
]
AFTER = [
    "The Committee on Forest Products met for its tenth session in Lima from 2 to 4 May 2022.",
    "Mr. Jan Novak (Czechia) was elected Chair.",
    "A second study on certification, with data from 36 countries, was presented by the secretariat.",
    "Small holders still paid too much to be certified, one delegate said.",
    "Fires had burned 3 million hectares in the year, according to several delegates.",
    "The database on illegal logging of the International Tropical Timber Organization now held 12,000 records.",
]
BEFORE_ZH = [
    "湿地公约专家组第九次会议于2021年5月3日至5日在利马举行。",
    "鲁伊斯女士（秘鲁）当选为主席。",
    "秘书处介绍了关于红树林的研究报告，涉及31个国家。",
    "一位代表要求降低小型渔民的监测费用。",
    "几位代表谈到外来物种，据称已侵入400万公顷湿地。",
    "世界自然保护联盟的观察员介绍了候鸟数据库。",
]
AFTER_ZH = [
    "专家组于2022年5月2日至4日在利马举行了第十次会议。",
    "诺瓦克先生（捷克）当选为主席。",
    "秘书处的代表说明了第二份红树林研究，数据来自36个国家。",
    "有代表说，监测对小型渔民来说仍然过于昂贵。",
    "据几位代表说，外来物种当年又侵占了300万公顷湿地。",
    "世界自然保护联盟的候鸟数据库现有1.2万条记录。",
]
HALVES = [
    ("The secretariat introduced its report on seedlings. Nurseries in 14 countries had raised 60 million seedlings. Two donors had paid for the greenhouses.", ["Nurseries had raised 75 million seedlings in 16 countries, the secretariat reported.", "The greenhouses had been financed by a single donor."]),
    ("The delegate of Ghana said that 40 per cent of cocoa farms had been mapped. The delegate of Ecuador reported that mapping had not begun for lack of drones.", ["In Ghana, 62 per cent of the cocoa farms were on the map, its delegate said.", "The delegate of Ecuador announced that drones had been bought and that mapping would start in June."]),
    ("The Fund had disbursed $3 million in grants, mostly to women's groups. Its next call for proposals would be published in March.", ["Grants of $4.1 million had been disbursed by the Fund, more than half of them to groups of women.", "The call for proposals published in March had drawn 212 applications."]),
    ("Participants visited a sawmill near Pucallpa. They were shown a new method of drying timber with solar heat.", ["A sawmill near Iquitos was visited.", "Solar heat was used there to dry timber, as participants could see for themselves."]),
    ("秘书处介绍了苗圃情况的报告。14个国家的苗圃共培育红树幼苗6,000万株。温室由两个捐助方出资建造。", ["秘书处说，16个国家的苗圃培育的红树幼苗达7,500万株。", "温室的建造费用由一个捐助方承担。"]),
    ("加纳代表说，该国40%的泻湖已完成测绘。厄瓜多尔代表报告说，因缺少无人机，测绘尚未开始。", ["加纳有62%的泻湖已经测绘，该国代表说。", "厄瓜多尔代表宣布，无人机已经购置，测绘将于6月启动。"]),
    ("基金共拨付赠款300万美元，受益者多为妇女团体。下一轮征集提案的通知将于3月发布。", ["基金发放的赠款为410万美元，其中过半给了妇女团体。", "3月发出征集通知后，共收到212份提案。"]),
    ("印度尼西亚代表介绍了渔民手机应用程序。注册用户已达86万人，年轻人约占三分之二。", ["印度尼西亚的代表说，手机应用程序的注册用户突破130万。", "印度尼西亚的代表又说，约四分之三的用户是年轻人，但半数用户从未出过海。"]),
    ("越南专家介绍了湄公河三角洲的盐度监测网。该监测网有89个自动监测站，以手机短信向逾32万农户通报盐度。", ["越南的专家介绍了湄公河三角洲盐度监测网的扩充情况。自动监测站增加到134个。", "接收盐度短信通报的农民现有近41万户。2023年旱季，通报使稻农得以提前20天播种，从而避免了损失。"]),
]  # fmt: skip
STRANGERS = [
    ("一位发言者介绍了本国清点候鸟的经验。", ["另一位发言者介绍了清点候鸟的经验。", "一位发言者向会议简要介绍了泥炭地倡议，其目的是保护苔原。"]),
    ("The secretariat introduced its report on seedlings. Nurseries in 14 countries had raised 60 million seedlings.", ["Nurseries had raised 75 million seedlings in 16 countries, the secretariat reported.", "One delegate asked for training in the use of satellite images."]),
    ("The delegate of Ghana said that 40 per cent of cocoa farms had been mapped. She thanked the donors.", ["In Ghana, 62 per cent of the cocoa farms were on the map, its delegate said.", "The delegate of Norway said that her Government would hold a conference on peatlands."]),
    ("The Fund had disbursed $3 million in grants, mostly to women's groups.", ["Grants of $4.1 million had been disbursed by the Fund, more than half of them to groups of women.", "Several delegates expressed concern at the state of the roads in logging areas."]),
    ("Participants visited a sawmill near Pucallpa.", ["A sawmill near Iquitos was visited.", "The Chair thanked the authorities of Peru for their hospitality."]),
    ("秘书处介绍了苗圃情况的报告。14个国家的苗圃共培育红树幼苗6,000万株。", ["秘书处说，16个国家的苗圃培育的红树幼苗达7,500万株。", "一位代表要求举办卫星图像判读培训班。"]),
    ("加纳代表说，该国40%的泻湖已完成测绘。她感谢各捐助方。", ["加纳有62%的泻湖已经测绘，该国代表说。", "挪威代表说，挪威政府将主办一次泥炭地会议。"]),
    ("基金共拨付赠款300万美元，受益者多为妇女团体。", ["基金发放的赠款为410万美元，其中过半给了妇女团体。", "几位代表对河口采砂表示关切。"]),
    ("与会者参观了皮乌拉附近的一个观鸟站。", ["会议期间参观了通贝斯附近的观鸟站。", "主席感谢秘鲁当局的接待。"]),
]  # fmt: skip


APART = [
    ("The observer for the Baltic Seal Union described the seal count, which covered 41 haul-outs. The Netherlands announced that a rescue centre on Texel would open in 2024.", ["According to the Baltic Seal Union, the seal count now covered 47 haul-outs.", "In the Netherlands, the rescue centre on Texel had opened in April 2024."]),
    ("Of the ferries inspected, 18 per cent lacked life jackets for children. Insurance for passengers was compulsory in nine countries.", ["Life jackets for children were missing on 11 per cent of the ferries inspected.", "Compulsory insurance for passengers existed in 12 countries."]),
    ("海豹联盟观察员介绍了海豹清点情况，涉及41处栖息地。荷兰宣布，特塞尔岛的救护中心将于2024年启用。", ["据海豹联盟称，海豹清点目前涉及47处栖息地。", "在荷兰，特塞尔岛的救护中心已于2024年4月启用。"]),
]  # fmt: skip
TWO_ACTS = [
    ("en", "Train inspectors and publish their reports each year;", ["Give inspectors training;", "Make the inspectors' reports public every year;"], "Report accidents to the police;"),
    ("en", "Close the fishery in May and compensate crews for lost income;", ["Keep the fishery closed during May;", "Pay crews compensation for the income they lose;"], "Lower the speed limit near schools;"),
    ("en", "Provide hospitals with blood banks and recruit volunteers as donors;", ["Equip hospitals with blood banks;", "Enlist volunteers to donate;"], "Ban fireworks in dry months;"),
]  # fmt: skip
LIST = {
    "en": ["The Committee met in Rome from 3 to 5 May 2021.", "The Committee recommended that States:", "Raise the fee for licences;", "Hold the next session in Quito;", "Adopt rules on anchors;"],
    "zh": ["委员会于2021年5月3日至5日在罗马举行会议。", "委员会建议各国：", "提高许可证费用；", "在基多举行下届会议；", "通过关于锚具的规则；"],
}  # fmt: skip


def counterparts(whole: str, beside: list[str], turned: bool = False) -> tuple[str, ...]:
    """What corresponds to ``whole``, the fifth paragraph of a report, in one that has ``beside`` in its place."""
    language, base = ("en", (BEFORE, AFTER)) if whole.isascii() or "," in whole else ("zh", (BEFORE_ZH, AFTER_ZH))
    old, new = ([*one[:4], *own, *one[4:]] for one, own in zip(base, ([whole], beside), strict=True))
    sides = (
        report([("I", "Meeting", texts)], name=name, language=language) for name, texts in (("old", old), ("new", new))
    )
    one, other = sides
    rows = aligned(other, one).paragraphs if turned else aligned(one, other).paragraphs
    return next(row.old if turned else row.new for row in rows if "5" in (row.new if turned else row.old))


@pytest.mark.parametrize(("whole", "parts"), HALVES)
def test_the_second_half_of_a_paragraph_is_found_in_the_neighbour_that_took_it_over(whole: str, parts: list[str]):
    assert counterparts(whole, parts) == ("5", "6")
    assert counterparts(whole, parts, turned=True) == ("5", "6")


@pytest.mark.parametrize(("whole", "parts"), STRANGERS)
def test_a_new_neighbour_on_another_matter_is_no_part(whole: str, parts: list[str]):
    assert counterparts(whole, parts) == ("5",)


@pytest.mark.parametrize(("whole", "parts"), APART)
@pytest.mark.parametrize("first", [0, 1])
def test_a_part_that_stands_apart_is_found_by_the_sentence_that_tells_it(whole: str, parts: list[str], first: int):
    before, after = (BEFORE, AFTER) if whole.isascii() else (BEFORE_ZH, AFTER_ZH)
    language = "en" if whole.isascii() else "zh"
    old = report([("I", "Meeting", [*before[:4], whole, *before[4:]])], language=language)
    new = report(
        [("I", "Meeting", [*after[:4], parts[first], *after[4:], parts[1 - first]])], name="new", language=language
    )
    assert next(set(row.new) for row in aligned(old, new).paragraphs if "5" in row.old) == {"5", "8"}


def split_item(language: str, whole: str, parts: list[str]) -> tuple[str, ...]:
    """What corresponds to the second item of a list in one that has ``parts`` in its place."""
    first, head, *items = LIST[language]
    sides = []
    for name, own in (("old", [whole]), ("new", parts)):
        marked = (f"({mark}) {text}" for mark, text in zip("abcde", [items[0], *own, *items[1:]], strict=False))
        sides.append(
            report([("I", "A", [first]), ("II", "Recommendations", [head, *marked])], name=name, language=language)
        )
    return next(row.new for row in aligned(*sides).paragraphs if "2(b)" in row.old)


@pytest.mark.parametrize(("language", "whole", "parts", "stranger"), TWO_ACTS)
def test_an_item_that_asks_for_two_things_is_found_in_the_two_that_ask_for_one_each(
    language: str, whole: str, parts: list[str], stranger: str
):
    assert split_item(language, whole, parts) == ("2(b)", "2(c)")
    assert split_item(language, whole, [parts[0], stranger]) == ("2(b)",)


def test_a_body_name_and_a_colon_head_recommendations_as_well():
    said = ["Encourages member States to license importers;", "Requests the secretariat to publish prices."]
    asked = [
        "Invites members to license all importers of timber;",
        "Asks the secretariat to publish prices twice a year.",
    ]
    old = report([("I", "Recommendations", ["The Expert Meeting:", *(f"({k}) {text}" for k, text in zip("ab", said, strict=True))])], name="Report of the Expert Meeting", language="en")  # fmt: skip
    new = report([("I", "Matters", ["The Group on Timber:", *(f"({k}) {text}" for k, text in zip("ab", asked, strict=True))])], name="Report of the Group on Timber", language="en")  # fmt: skip
    assert {row.old: row.new for row in aligned(old, new).paragraphs}["1",] == ("1",)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", ["The Group decided that its seventh session would be held in Busan in 2023.", "The draft report was adopted on 6 May 2021."], "The Group agreed to meet in Tangier in 2025, and, on 11 May 2023, adopted its report."),
        ("zh", ["第四次会议的日期和地点将由理事会决定。", "会议于2022年10月6日通过了本报告。"], "小组委员会于2024年2月9日通过了本报告，第七届会议暂定于2025年举行。"),
    ],
)  # fmt: skip
def test_two_things_that_a_report_has_once_are_found_in_the_one_paragraph_that_tells_both(language, old, new):
    base = (BEFORE, AFTER) if language == "en" else (BEFORE_ZH, AFTER_ZH)
    sides = [
        report([("I", "Meeting", [*texts, *own])], name=name, language=language)
        for name, texts, own in (("old", base[0], old), ("new", base[1], [new]))
    ]
    last = [side.report.paragraphs[-1].id for side in sides]
    row = next(row for row in aligned(*sides).paragraphs if last[0] in row.old)
    assert row.new == (last[1],)
    assert len(row.old) == 2


def test_headings_that_share_only_what_all_headings_have_say_little():
    areas = (
        report([(str(k), f"Decision {k} of 2021", []) for k in range(1, 13)], language="en").once(features).areas[1:]
    )
    assert title_likeness(areas[0], areas[1], what_terms_say(areas)) < 0.5
    assert title_likeness(areas[0], areas[1]) == 1.0


def test_a_part_that_was_found_speaks_for_the_one_beside_it():
    groups = Groups.__new__(Groups)
    groups.config, groups.least, groups.settled, groups.size = (
        AlignThresholds(),
        0.0,
        (frozenset(), frozenset()),
        (1, 5),
    )
    groups.odds = {(0, 0): 3.0, **{(0, part): -2.0 for part in (2, 3, 4)}}
    groups.judge = SimpleNamespace(
        odds=lambda splitting, part, whole, mains: (
            1.0 if splitting and min(abs(part - main) for main in mains) == 1 else -1.0
        )
    )
    assert [group.rights for group in groups.grown([(0, 0)])] == [[0, 1, 2, 3, 4]]
