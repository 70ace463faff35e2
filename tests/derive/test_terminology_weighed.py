"""Two wordings of which one stands where the other stood are one thing where enough speaks for it; a thing that took another's place is none."""

from __future__ import annotations

import pytest
from test_terminology import terms

ONE_THING = [
    (
        "en",
        ["Raftsmen in Chiapas have no insurance.", "Few raftsmen in Tabasco own the land where their boxes stand."],
        [
            "Insurance is unknown to the lumberjacks in Chiapas.",
            "The lumberjacks in Tabasco seldom own the land under their boxes.",
        ],
        ("raftsmen", "lumberjacks"),
    ),
    (
        "en",
        [
            "A plumber's certificate in Cebu costs 40 pesos.",
            "Inspectors found that a plumber's certificate had been forged in six towns.",
        ],
        [
            "40 pesos are paid for a fitter's badge in Cebu.",
            "In six towns, as inspectors found, the fitter's badge was forged.",
        ],
        ("certificate", "badge"),
    ),
    (
        "en",
        ["The pavilion in Lusaka has 90 beds. Pupils complained that the pavilion leaked when it rained."],
        ["There are 90 beds in the kiosk in Lusaka. When it rained the kiosk leaked, as pupils complained."],
        ("pavilion", "kiosk"),
    ),
    (
        "en",
        ["Ferrymen on the Niger carry goods by night. Tolls are taken from ferrymen at each landing."],
        ["Goods are carried on the Niger by night by boatmen. At each landing boatmen have to pay tolls."],
        ("ferrymen", "boatmen"),
    ),
    (
        "zh",
        ["蚕农多数住在山区，雨季常常断粮。合作社借给蚕农种子和工具。"],
        ["住在山区的养蚕户雨季时有断粮。种子和工具由合作社借给养蚕户。"],
        ("蚕农", "养蚕户"),
    ),
    (
        "zh",
        ["渡船工夜间不得载客。码头的渡船工要缴纳停泊费。"],
        ["夜间载客为摆渡人所禁止。在码头停泊的摆渡人须缴费。"],
        ("渡船工", "摆渡人"),
    ),
]


@pytest.mark.parametrize(("language", "old", "new", "words"), ONE_THING)
def test_what_both_say_as_often_in_sentences_told_anew_is_one_thing(language, old, new, words):
    found = terms(old, new, language=language)
    assert [told for told in found if words[0] in told[0].lower() and words[1] in told[1].lower()], found


ANOTHER = [
    # said once on either side
    ("en", ["Raftsmen in Chiapas have no insurance."], ["Insurance is unknown to the lumberjacks of Chiapas."]),
    # the old word lives on
    (
        "en",
        ["The pavilion in Lusaka has 90 beds. Pupils complained that the pavilion leaked when it rained."],
        ["There are 90 beds in the kiosk in Lusaka. When it rained the kiosk leaked. A pavilion was built."],
    ),
    # a sentence that stays but for one word has another thing
    (
        "en",
        ["The standard for dried figs was adopted by the Committee. Traders asked for samples of dried figs in May."],
        ["The standard for cashew nuts was adopted by the Committee. Traders asked for samples of cashew nuts in May."],
    ),
    # other matter in the same place
    (
        "en",
        ["Loudspeakers annoyed residents of Hanoi. The use of loudspeakers was forbidden after ten."],
        ["Awnings were put up in Ahmedabad against the heat. Awnings cost little and save lives."],
    ),
    # numbers
    ("zh", ["全会肯定十六届四中全会以来的工作。会议由十六届书记主持。"], ["对十七届四中全会以来的工作，全会予以肯定。主持会议的是十七届书记。"]),
    # persons and towns
    (
        "en",
        ["Ms. Okeke opened the debate on fees in the hall. Thanks were given to Ms. Okeke by the hall."],
        ["The debate on fees in the hall was opened by Ms. Lindqvist. The hall gave thanks to Ms. Lindqvist."],
    ),
    ("zh", ["奥克克女士主持了关于渡口费用的辩论。与会者感谢奥克克女士。"], ["关于渡口费用的辩论由林奎斯特女士主持。林奎斯特女士受到与会者感谢。"]),
    # the other text answers it with a word of its own
    (
        "zh",
        ["政府完善渡口的体制机制。体制机制要鼓励创新。"],
        ["政府促进渡口重点群体就业。改革体制和机制，帮助困难群体就业。"],
    ),
    # a text that stays but for the word, though the two words look alike
    ("zh", ["全镇种植小麦400亩。小麦价格下跌。"], ["全镇种植大麦400亩。大麦价格下跌。"]),
    ("en", ["Salmon are farmed in 30 cages. Lice harm salmon."], ["Trout are farmed in 30 cages. Lice harm trout."]),
    # themes of two meetings, in titles
    (
        "zh",
        ["会议主题：《飞桨代码安全》。本次会议以代码安全为主题，主要分享开发经验。"],
        ["会议主题：《低精度算子》。分享开发经验的本次会议以低精度算子为主要主题。"],
    ),
    # two words on one side stand as often
    (
        "en",
        ["The pavilion in Lusaka has 90 beds. Pupils complained that the pavilion leaked when it rained."],
        ["Beds in Lusaka: 90, in a kiosk with a cistern. When it rained the kiosk and its cistern leaked, pupils said."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "old", "new"), ANOTHER)
def test_another_thing_or_one_that_is_said_once_is_not(language, old, new):
    told = [term for term in terms(old, new, language=language) if term[0] not in ("pay", "paid")]
    words = (
        "aftsmen",
        "pavilion",
        "dried figs",
        "oudspeakers",
        "Okeke",
        "奥克克",
        "十六届",
        "体制",
        "小麦",
        "almon",
        "代码",
    )
    assert not [term for term in told if any(word in term[0] for word in words)]
