"""One measure in two units (14 days, a fortnight; 三个月, 一个季度) beside one shared thing makes two wordings one; alone it does not."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.recommendations import recommendations

OLD = {
    "en": """
Report of the Working Party on Fairs

I. Discussion

1. Participants spoke of the weather. The hall was cold, and the heating had failed on the second day.

2. A film on carousels was shown by the delegation of Norway.

II. Recommendations

3. {0}

4. The secretariat is invited to publish the list of fairs that have closed.

5. Candles should be banned in wooden halls.

6. Ponies should be shod before they are hired out.
""",
    "zh": """
集市专家组会议报告

一. 讨论情况

1. 与会者谈到了天气。会场很冷，暖气在第二天坏了。

2. 挪威代表团放映了一部关于旋转木马的影片。

二. 建议

3. {0}

4. 请秘书处公布已停办集市的名单。

5. 木结构大厅内应禁止点蜡烛。

6. 小马出租前应钉好马掌。
""",
}
ONE = [
    (
        "en",
        "Operators should return deposits within 14 days.",
        "Guests should have their deposits back in a fortnight.",
    ),
    (
        "en",
        "Stallholders should refund admission in 24 hours.",
        "No one should wait longer than a day for admission refunds.",
    ),
    (
        "en",
        "Inspectors should examine carousels every six months.",
        "Each half year, carousels should undergo a check.",
    ),
    ("zh", "两次消毒的间隔不应短于三个月。", "摊主消毒一次后，至少应过三个月才可再做。"),
]
OTHER = [
    ("en", "Operators should return deposits within 14 days.", "Sheep should be counted once a fortnight."),
    ("en", "Inspectors should examine carousels every six months.", "Drums should fall silent for half a year."),
    ("zh", "押金应在十四天内退还。", "羊群应每两周清点一次。"),
    ("zh", "旋转木马应每六个月检验一次。", "鼓手应半年不演奏。"),
]


def fate(language: str, before: str, after: str) -> tuple[str, tuple[str, ...]]:
    old, new = (from_text(OLD[language].format(text), language=language) for text in (before, after))
    return next((row.status, row.new) for row in recommendations(pair(old, new)) if row.old == "3")


@pytest.mark.parametrize(("language", "before", "after"), ONE)
def test_one_measure_beside_one_thing_is_one_recommendation(language: str, before: str, after: str) -> None:
    status, places = fate(language, before, after)
    assert (status in ("kept", "amended"), places) == (True, ("3",))


@pytest.mark.parametrize(("language", "before", "after"), OTHER)
def test_one_measure_of_another_thing_is_another_recommendation(language: str, before: str, after: str) -> None:
    assert fate(language, before, after) == ("dropped", ())
