"""What the numbers of two texts count."""

from __future__ import annotations

import pytest

from ccdiff.derive.relations.counted import counts_otherwise
from ccdiff.derive.relations.substance import Substance, lexis
from ccdiff.language import load

PAIRS = [
    ("en", "Seven rescuers were honoured.", "Rescuers were on duty for seven weeks.", True),
    ("en", "The programme trained 40 nurses.", "The programme equipped 40 clinics.", True),
    ("en", "The programme trained 40 nurses.", "Forty nurses were trained.", False),
    ("en", "Twelve of the thirty seats were held by women.", "Of thirty seats, women held twelve.", False),
    ("en", "The lorries carried 30 tons.", "Thirty tons were carried by truck.", False),
    ("zh", "七名救援人员受到表彰。", "救援人员值班七周。", True),
    ("zh", "该方案培训了40名护士。", "该方案为40家诊所配备了设备。", True),
    ("zh", "七名救援人员受到表彰。", "有七位抢险人员获得表彰。", False),
    ("zh", "来自31个国家的62名与会者出席。", "出席会议的有62人，代表31个国家。", False),
    ("zh", "查找一部影片平均耗时20小时。", "平均每部影片要花去20个小时。", False),
]


@pytest.mark.parametrize(("language", "old", "new", "apart"), PAIRS)
def test_one_number_of_two_things_is_two_facts(language, old, new, apart):
    known = load(language)
    texts = [Substance(text, known.once(lexis)) for text in (old, new)]
    assert known.once(counts_otherwise)(*texts) == apart
    assert known.once(counts_otherwise)(*texts[::-1]) == apart
