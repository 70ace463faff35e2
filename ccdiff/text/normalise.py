"""Keys under which two texts are the same but for spacing, width and damage. For comparing only; never shown."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]"
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"))
LOOKALIKES = str.maketrans({
    "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "`": "'",
    "—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "―": "-", "〈": "<", "〉": ">", "《": "<", "》": ">",
    "。": ".", "、": ",", "・": "·", "•": "·", "…": ".",
})  # fmt: skip
AND = re.compile(rf"(?<={HAN})\s*\band\b\s*(?={HAN})")  # 8th report, 21: "统计数据 and 案例" is 和 misread
SPACE = re.compile(r"\s+")
LOOSE_SPACE = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")
DOUBLED = re.compile(r"([.,;:])\1+")  # 9th report, fn2: "。。"


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` as a key: NFKC width, one form of quotes, dashes and points, no spacing but between Latin words, no damage.

    >>> fold("截至 2019 年５月，逾 1,000 项") == fold("截至2019年5月,逾1,000项")
    True
    """
    text = AND.sub("和", text.translate(INVISIBLE))
    text = unicodedata.normalize("NFKC", text).translate(LOOKALIKES)
    return DOUBLED.sub(r"\1", LOOSE_SPACE.sub("", SPACE.sub(" ", text)).strip())
