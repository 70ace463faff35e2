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
SMALL = str.maketrans("ſıİ", "sii")  # what patterns that take no heed of capitals take for these letters, too
AND = re.compile(rf"(?<={HAN})\s*and\s*(?={HAN})")  # 8th report, 21: "统计数据 and 案例" is 和 misread
# begins with what is looked for: found in half the time; "the butchers' scales" are two words
LOOSE_SPACE = re.compile(r" (?:(?<![A-Za-z] )(?<![A-Za-z]' )|(?![A-Za-z]))")
DOUBLED = re.compile(r"([.,;:])\1+")  # 9th report, fn2: "。。"


def small(text: str) -> str:
    """A text in small letters as a table has them, whatever it was that a pattern without heed of capitals has matched.

    >>> small("At Leaſt")
    'at least'
    """
    return text.translate(SMALL).lower()


class _Plain(dict[int, str]):
    """What becomes of each character by itself, found when it is first met."""

    def __missing__(self, point: int) -> str:
        found = "" if point in INVISIBLE else unicodedata.normalize("NFKC", chr(point)).translate(LOOKALIKES)
        self[point] = found
        return found


PLAIN = _Plain()
MARK = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9]")  # all others are plain
MANY = 40  # different marks, from which all are better replaced at once


class _Marks(dict[str, str | None]):
    """What becomes of a character, found when it is first met; ``None`` where something would become of that in turn."""

    def __missing__(self, char: str) -> str | None:
        found = PLAIN[ord(char)]
        self[char] = found if all([PLAIN[ord(one)] == one for one in found]) else None
        return self[char]


MARKS = _Marks()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """``text`` as a key: NFKC width, one form of quotes, dashes and points, no spacing but between Latin words, no damage.

    >>> fold("截至 2019 年５月，逾 1,000 项") == fold("截至2019年5月,逾1,000项")
    True
    """
    plain = _plain(text)
    if "and" in plain or not unicodedata.is_normalized("NFKC", plain):
        plain = _whole(text)
    plain = " ".join(plain.split())
    if " " in plain:
        plain = LOOSE_SPACE.sub("", plain)
    return DOUBLED.sub(r"\1", plain) if ".." in plain or ",," in plain or ";;" in plain or "::" in plain else plain


def _plain(text: str) -> str:
    """``text.translate(PLAIN)``, in half the time: a text has few different marks."""
    marks = set(MARK.findall(text))
    if len(marks) > MANY:
        return text.translate(PLAIN)
    for char in marks:
        found = MARKS[char]
        if found is None:
            return text.translate(PLAIN)
        if found != char:
            text = text.replace(char, found)
    return text


def _whole(text: str) -> str:
    """The same where characters must be seen together: a letter and its accent, a misread word among Han."""
    text = AND.sub("和", text.translate(INVISIBLE))
    return unicodedata.normalize("NFKC", text).translate(LOOKALIKES)
