"""How numbers, labels and ends of sentences are printed. Each pattern is named and glossed with what it was seen in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ccdiff.text.numerals import DIGITS as DIGITS_HAN
from ccdiff.text.numerals import UNITS, chinese

HAN_NUMERAL = "〇零一二三四五六七八九十百"
FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖拾"  # "壹、前言": numerals that cannot be altered
STEMS = "甲乙丙丁戊己庚辛壬癸"  # "甲. 导言"
HAN = "\u3007-\u9fff\uf900-\ufaff"  # two ranges only: a class of more takes milliseconds to compile

# A sentence that is over: a full stop, also before a closing quote or bracket, a page's footnote mark, or both.
# ("会议。1", "名录。<sup>5</sup>"); "2.5" at the end of a line is no end of a sentence (work report, 2019: "PM\n2.5").
_CLOSING = r"[”’」』）)\]》\"']*\s*"
_MARK = r"(?:<sup>[^<>]{0,8}</sup>|\$?\^\{[^{}]{0,6}\}\$?|\[\^\w{1,4}\]|[¹²³⁰⁴-⁹]{1,3}|\d{1,2}|\\?\*)"
COMPLETE = re.compile(rf"[。！？；：…!?;:.](?:(?<!\d\.){_CLOSING}{_MARK}?\s*$|(?<=\.){_CLOSING}$)")
LEADS_IN = re.compile(r"[：:][”’」』\"']?\s*$")  # "通过了下列议程："
OPENS_LIST = re.compile(r"[：:；;。.，,)）”」]\s*$")
NOT_A_TITLE_END = "。；：，、,;:！!"
# "包括与" may follow a page break, never begin a heading: closing or joining punctuation at the start
CONTINUES = re.compile(r"^[，。、；：！？”’」』）》…,;:!?)\]a-z]")

DIGITS = "0-9０-９"
# "14. 该", "- 12." (bullet taken away before), "14．", "14、", "14.该", "6.2019年", "1.7月30日"; not "2.5", not "14、15"
NUMBERED = re.compile(
    rf"([{DIGITS}]{{1,4}})\s?[.．、](?:\s+|(?=[{DIGITS}]{{4}}\s?年|[{DIGITS}]{{1,2}}\s?月\s?[{DIGITS}]{{1,2}}\s?日)|(?![{DIGITS}]))"
)
# E/CN.15/2021/4, 51: "51 通过加强会员国"; a point misread as a comma or 。
BARE_NUMBER = re.compile(rf"([{DIGITS}]{{1,4}})(?:\s*[,，。]\s*|\s+)(?=\S)(?:(?![{DIGITS}])|(?=[{DIGITS}]{{4}}\s?年))")
DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=\S)")  # "2.1 Scope"
ARTICLE = re.compile(rf"第\s?([{HAN_NUMERAL}千{DIGITS}]+)\s?[条條](之[{HAN_NUMERAL}]+)?(?:[\s\u3000]+|$|(?=[【（(]))")
# not "Section 1: Passengers", a heading
ARTICLE_EN = re.compile(r"(Article|Section(?! \d{1,4}\s?:)|Rule)\s+(\d{1,4}[a-z]?)(?:\s*[.:—–-]\s*|\s+|$)")
# items: "(a) ", "（一）", "(1)", "(iv)", "a) "
ITEM = re.compile(rf"[(（]\s?([a-zA-Z]{{1,4}}|[{DIGITS}]{{1,2}}|[{HAN_NUMERAL}]{{1,3}})\s?[)）]\s*")
POINT_ITEM = re.compile(r"(\.\d{1,2})\s+(?=\S)")  # ".1 the guidance; and": IMO
LETTER_ITEM = re.compile(r"([a-z]|[ivx]{2,5})\.(?:_\s*|\s+)(?=[^\s.])")  # "a.    heard statements": WTO
SIGN_ITEM = re.compile(
    r"([\u3220-\u3229\u2474-\u2487])\s*"
)  # "㈠ 沿海渔业；", "⑴ …": one character for the label and its brackets
HALF_ITEM = re.compile(r"([a-z])[)）]\s+")
BULLET = re.compile(r"[-*+•●▪◦–]\s+|——?\s*(?=\S)")
LABELLED = re.compile(
    rf"[-*+•]\s*(?=[(（]\s?(?:[a-z]{{1,4}}|[{DIGITS}]{{1,4}}|[{HAN_NUMERAL}]{{1,3}})\s?[)）])"
    rf"|[-*+•](?:\s+(?=[{DIGITS}]{{1,4}}\s)|\s*(?=[{DIGITS}]{{1,4}}\s?[.．、](?:(?![{DIGITS}])|[{DIGITS}]{{4}}\s?年)))"
    rf"|[-*+•]\s+(?=(?:[a-z]|[{DIGITS}]{{1,4}}|[{HAN_NUMERAL}]{{1,3}})\s?[)）.．、](?![{DIGITS}]))"
)

SYMBOL = r"[A-Z][A-Za-z0-9.]{0,39}(?:/[A-Za-z0-9.()\-]*(?:[A-Za-z0-9)]|\.(?=/)))+"  # "EB111/INF.DOC./2": a part may end in a point
_PLAIN = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾", "一二二三三四五六六七八九十")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def han_number(text: str) -> int | None:
    """The value of a Chinese numeral under ten thousand ("二十三" 23, "一百零五" 105, "二〇" 20, "拾貳" 12), or ``None``."""
    text = text.translate(_PLAIN)
    if not text or any(char not in DIGITS_HAN and char not in UNITS for char in text):
        return None
    if all(char in DIGITS_HAN for char in text):
        return int("".join(str(DIGITS_HAN[char]) for char in text))
    value = chinese(text)
    return None if value is None else int(value)


def roman_number(text: str) -> int | None:
    """The value of a Roman numeral under 400 ("IV", "iv"), or ``None``."""
    text = text.upper()
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-v if v < max(values[k + 1 :], default=0) else v for k, v in enumerate(values))


def arabic_number(text: str) -> int | None:
    """The value of digits of either width, or ``None``."""
    return int(text) if text.isdecimal() else None


def half_width(text: str) -> str:
    """Digits and Latin letters of full width made half width ("１４" to "14")."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def east(char: str) -> bool:
    """Whether ``char`` is East Asian: set solid, without a space beside it."""
    return char >= "\u2e80"


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """How much room a text takes: 2 for a Chinese character, 1 for any other."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def complete(text: str) -> bool:
    """Whether ``text`` ends as a sentence or a list line does (so that what follows begins something new)."""
    return _ended(text[-30:])


@lru_cache(maxsize=4096)
def _ended(tail: str) -> bool:
    return COMPLETE.search(tail) is not None


def goes_on(line: str, after: str) -> bool:
    """Whether a sentence may go on from ``line`` to the one below: the first has not ended, the second does not begin as one. ("Apologies
    were received from Ana" over "Ben was in the chair")"""
    return not complete(line) and (not after[:1].isupper() or line.rstrip()[-1:] in ",，-–—(（&")
