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
AND = re.compile(rf"(?<={HAN})\s*and\s*(?={HAN})")  # 8th report, 21: "统计数据 and 案例" is 和 misread
LOOSE_SPACE = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")
DOUBLED = re.compile(r"([.,;:])\1+")  # 9th report, fn2: "。。"


class _Plain(dict[int, str]):
    """What becomes of each character by itself, found when it is first met."""

    def __missing__(self, point: int) -> str:
        found = "" if point in INVISIBLE else unicodedata.normalize("NFKC", chr(point)).translate(LOOKALIKES)
        self[point] = found
        return found


PLAIN = _Plain()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """``text`` as a key: NFKC width, one form of quotes, dashes and points, no spacing but between Latin words, no damage.

    >>> fold("截至 2019 年５月，逾 1,000 项") == fold("截至2019年5月,逾1,000项")
    True
    """
    plain = text.translate(PLAIN)
    if "and" in plain or not unicodedata.is_normalized("NFKC", plain):
        plain = _whole(text)
    plain = " ".join(plain.split())
    if " " in plain:
        plain = LOOSE_SPACE.sub("", plain)
    return DOUBLED.sub(r"\1", plain) if ".." in plain or ",," in plain or ";;" in plain or "::" in plain else plain


def _whole(text: str) -> str:
    """The same where characters must be seen together: a letter and its accent, a misread word among Han."""
    text = AND.sub("和", text.translate(INVISIBLE))
    return unicodedata.normalize("NFKC", text).translate(LOOKALIKES)
