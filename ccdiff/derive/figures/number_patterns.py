"""How numbers are written: in figures and in words, with their units, as shares, as one of so many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ccdiff.language import Language
from ccdiff.text.alternation import escape
from ccdiff.text.numerals import HAN_NUMERAL

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.])|\d+(?:\.\d+)*)"
SCALE = r"(?:万亿|千万|百万|十万|[亿万百]|千(?![克米瓦赫帕卡焦伏安])|[kK](?=\+)|(?<=\d\d)[wW](?![A-Za-z]))"  # 千克 is a unit
HAN = rf"[{HAN_NUMERAL}]{{1,24}}(?:点[{HAN_NUMERAL}]{{1,9}})?"


def chinese_number(language: Language) -> re.Pattern[str]:
    """A number with its unit: "6,200 多项", "百分之三十", "3 至 5 个", "三分之一", "1386万"."""
    rows = language.rows("quantity_units")
    unit = any_of((row[0], row[2], row[3] if len(row) > 3 else "") for row in rows)
    one = rf"(?:{ARABIC}|{HAN})"
    return re.compile(
        rf"(?P<half>半数|(?<![另前后上下])一半|过半数?|减半)(?![年月天日小时个岁生身信疑])"
        rf"|(?P<tenths>[一二三四五六七八九])成(?P<hundredths>[一二三四五六七八九])(?![一二三四五六七八九十百千万])"
        rf"|百分之\s*(?P<share>{one})(?:\s*(?:至|到|[-—–－~～]+)\s*(?:百分之)?\s*(?P<share_to>{one}))?"
        rf"|(?P<under>{HAN}|\d+)\s*分之\s*(?P<over>{HAN}|\d+)"
        rf"|(?P<number>{ARABIC}(?:\s*[多余]?\s*(?P<scale>{SCALE})(?:(?<=亿)\s*\d[\d,，]*\s*万|\s*\d+\s*[百千][多余]?万?|\d+[多余]?万?(?![\d.,，%％]))?)?|{HAN})(?P<percent>\s*[%％])?"
        rf"(?:\s*(?P<first>[^\W\d_]{{1,3}})?\s*(?:至|到|[-—–－~～]+)\s*(?P<to>{ARABIC}(?:\s*{SCALE})?|{HAN})(?(first)(?=\s*(?P=first))))?"
        rf"\s*(?P<plus>[多余几])?(?:(?<=[多余几])(?P<late>{SCALE}))?\s*"
        rf"(?P<unit>[%％]|{unit})?(?:(?<=[年月天日时周])(?P<and_half>半))?"
    )


def english_number(words: Mapping[str, int]) -> re.Pattern[str]:
    """A number in figures or words: "1,116", "$5.2 million", "thirty-two", "7 to 9 per cent", "two thirds"."""
    spelled = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    scale = "|".join(word for word in words if words[word] >= 1000)
    figure = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.])|\d+(?:\.\d+)?)"
    named = rf"(?:(?:{spelled})(?:(?:[ -]|[ ]and[ ])(?:{spelled}))*)"
    one = rf"(?:{figure}|{named})"
    spelt = "|".join(word for word in words if 1 <= words[word] <= 12 and word.isalpha())
    few = rf"{spelt}|[1-9]|10"
    tens = "|".join(word for word in words if 12 < words[word] < 100 and word.isalpha())
    return re.compile(
        rf"(?<![A-Za-z0-9/_.\-\u2010\u2011])(?<!\d,)(?i:(?P<part>(?:one|two|three|four|a)[ -](?:half|thirds?|quarters?|fourths|fifths?|sixths?|eighths?|tenths?)"
        rf"|(?<!first )(?<!second )(?<!latter )(?<!other )half(?=[ \n]+(?:of|the|its|their|all)\b)|(?<=\bby )half\b(?![ \n]+(?:a|an)\b))\b"
        rf"|(?:(?P<one>one|1)[ \n]+(?:in|out[ ]of|(?:out[ ])?of[ \n]+every)|(?P<few>{few})[ \n]+(?:out[ ]of|in(?=[ \n]+every\b)|in(?=[ \n]+(?:{spelt})\b))"
        rf"|(?P<lone>one|\d{{1,3}}(?=[ \n]+[a-z]+[ \n]+out[ ]of\b))[ \n]+(?:[a-z]+[ \n]+){{1,2}}(?:in|out[ ]of)(?=[ \n]+(?:every[ \n]+)?(?:{few}|{tens}|\d{{1,3}}(?:,\d{{3}})*)\b(?![ \n]+(?!is\b|was\b|has\b)[a-z]+s\b)))"
        rf"[ \n]+(?:every[ \n]+)?(?P<many>{few}|{tens}|\d{{1,3}}(?:,\d{{3}})*|hundred)\b(?![ \n]+(?:per|million|hundred|thousand)\b)"
        rf"|(?P<between>(?<=between ))?(?P<from>(?<=from )(?<!ranging from )(?<!ranged from )(?<!range from )(?<!varied from ))?"
        rf"(?P<currency>(?:US|C|A|NZ|HK)?[$€£¥₹]\s?|(?:USD|EUR|GBP|CHF|Rs\.?)\s?)?(?P<number>{one})(?:(?:[ ](?P<low>{scale}))?\s?(?:-|–|(?(from)(?!)|to)|(?<=[ ])and(?=[ ])(?(between)|(?!)))\s?(?(currency)(?:US|C|A|NZ|HK)?[$€£¥₹]?)(?P<to>{one}))?"
        rf"(?:[ \n]+(?P<scale>{scale})|(?<=\d)(?P<short>(?(currency)(?:[kKmM]|bn|mn)|k(?=[ ](?:euros?|dollars?|pounds?)\b)))(?![A-Za-z]))?(?P<percent>\s?%|[ \n]+per[ \n]?cent\b)?)(?![A-Za-z0-9/_\-]|[.,]\d)"
    )


def any_of(rows: Iterable[tuple[str, ...]]) -> str:
    found = sorted({(row[0], row[2] if len(row) > 2 else "") for row in rows}, key=lambda row: (-len(row[0]), row))
    return "(?:" + "|".join(escape(word) + _not_before(word, after) for word, after in found) + ")" if found else ""


def _not_before(word: str, after: str) -> str:
    """Characters, or words with spaces between them, that must not follow; no letter follows a word in Latin letters."""
    if not after:
        return "(?![A-Za-z])" if word[-1:].isascii() and word[-1:].isalpha() else ""
    return f"(?!{'|'.join(map(escape, after.split()))})" if " " in after else f"(?![{escape(after)}])"
