"""Numbers as they are written: Chinese numerals, Arabic figures with separators and scales, English number words.

Nothing here knows what is counted; a caller cuts the number out of its sentence first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
UNITS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8}
HAN_NUMERAL = "".join(DIGITS) + "".join(UNITS) + "".join(SCALES)
LONGEST = 24  # characters of a number; a longer run of digits or numerals is none, or a code
PARTS = 40  # words of a number, or characters of one with scales and spaces; a hundred hundred hundred ... is none, and no float holds it
GAP = re.compile(r"\s+")
PLAIN = re.compile(r"\d+(?:[.,]\d+)*$")
GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+$")

Number = int | float


def tidy(value: int | float | Decimal) -> Number:
    """``value`` as an integer where it is one, else without the dust of binary fractions.

    >>> tidy(1.1 * 10000), tidy(7.10)
    (11000, 7.1)
    """
    exact = Decimal(f"{round(value, 9):.15g}") if isinstance(value, float) else Decimal(value)
    return int(exact) if exact == exact.to_integral_value() else round(float(exact), 9)


@lru_cache(maxsize=4096)
def chinese(text: str) -> Number | None:
    """The value of a Chinese numeral, or ``None`` for what is no one number ("三四" is a guess, "十百" a slip).

    >>> chinese("一百二十"), chinese("两千零五"), chinese("二〇一九"), chinese("三点五"), chinese("三四")
    (120, 2005, 2019, 3.5, None)
    """
    if len(text) > LONGEST:
        return None
    whole, point, fraction = text.partition("点")
    if point:
        value = chinese(whole)
        if value is None or not fraction or any(digit not in DIGITS for digit in fraction):
            return None
        return tidy(value + float("0." + "".join(str(DIGITS[digit]) for digit in fraction)))
    if len(text) > 1 and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text)) if len(text) > 2 or text[0] in "〇零" else None
    return _scaled(text)


def _scaled(text: str) -> int | None:
    """A numeral with 亿 and 万: each multiplies what stands before it (万亿 is one scale)."""
    for scale in ("亿", "万"):
        before, found, after = text.rpartition(scale)
        if found:
            high = _scaled(before) if before else None
            low = _scaled(after.lstrip("零〇")) if after else 0
            return None if high is None or low is None or low >= SCALES[scale] else high * SCALES[scale] + low
    return _hundreds(text)


def _hundreds(text: str) -> int | None:
    """A numeral below 10,000; ``None`` where its units do not fall, two digits meet, or 一百五 may be 105 or 150."""
    total, digit, last, gap = 0, None, 10**4, False
    for char in text:
        if char in UNITS:
            unit = UNITS[char]
            if unit >= last or (digit is None and not (unit == 10 and total == 0)):
                return None
            total, digit, last, gap = total + (1 if digit is None else digit) * unit, None, unit, False
        elif char in DIGITS and digit in (None, 0):
            digit, gap = DIGITS[char], gap or char in "零〇"
        else:
            return None
    if digit and 10 < last < 10**4 and not gap:
        return None
    return total + (digit or 0) if text else None


@lru_cache(maxsize=4096)
def arabic(text: str, counted: bool = False) -> Number | None:
    """The value of an Arabic number with separators and Chinese scales; ``None`` for what is none.

    ``counted``: it counts whole things, so a point before three digits is a comma misread (2021 report, 70: "107.000 名").

    >>> arabic("6,200"), arabic("1.3 万亿"), arabic("1万6千"), arabic("107.000", counted=True), arabic("2.645")
    (6200, 1300000000000, 16000, 107000, 2.645)
    """
    value = None if len(text) > PARTS else _arabic(GAP.sub("", unicodedata.normalize("NFKC", text)), counted)
    return None if value is None else tidy(value)


def _arabic(text: str, counted: bool) -> Decimal | None:
    for scale, amount in (*reversed(SCALES.items()), *reversed(UNITS.items())):
        before, found, after = text.rpartition(scale)
        if found:
            high, low = _arabic(before, False), _arabic(after, counted) if after else Decimal(0)
            return None if high is None or low is None or low >= amount else high * amount + low
    return _plain(text, counted)


def _plain(text: str, counted: bool) -> Decimal | None:
    if len(text) > LONGEST or not PLAIN.match(text):
        return None
    if GROUPED.match(text) and (counted or "," in text or text.count(".") > 1):
        text = text.replace(".", "")
    text = text.replace(",", "")
    return Decimal(text) if text.count(".") < 2 else None


def value(text: str, counted: bool = False) -> Number | None:
    """The value of a number in Chinese numerals or Arabic figures, with or without scales."""
    return arabic(text, counted) if text[:1].isdigit() else chinese(text.replace(" ", ""))


def english(text: str, words: Mapping[str, int]) -> Number | None:
    """The value of English number words and figures. ``words`` gives each word's value ("two": 2, "million": 10**6).

    >>> english("two hundred and fifty", {"two": 2, "fifty": 50, "hundred": 100})
    250
    """
    said = " ".join(text.lower().split())
    if said in words:  # "two dozen", "half a million"
        return words[said]
    total, current = 0.0, None
    parts = re.split(r"[\s-]+", re.sub(r"(?<=\d)\s(?=\d{3})", "", text).lower().strip())
    if len(parts) > PARTS:
        return None
    for part in parts:
        amount = _english_part(part, words)
        if part == "and":
            continue
        if amount is None:
            return None
        if not part[0].isdigit() and amount >= 100:
            current = (1 if current is None else current) * amount
            if amount >= 1000:
                total, current = total + current, None
        else:
            current = (current or 0) + amount
    return tidy(total + (current or 0))


def _english_part(part: str, words: Mapping[str, int]) -> Number | None:
    return arabic(part, counted=True) if part[:1].isdigit() else words.get(part)


def to_chinese(number: int) -> str:
    """``number`` (0 to 99,999,999) as a Chinese numeral, as headings and counts write it.

    >>> to_chinese(12), to_chinese(105), to_chinese(20300)
    ('十二', '一百零五', '二万零三百')
    """
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        gap = "零" if 0 < low < 1000 else ""
        return to_chinese(high) + "万" + (gap + _below_ten_thousand(low) if low else "")
    return _below_ten_thousand(number) if number else "零"


def _below_ten_thousand(number: int) -> str:
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if gap and out else "") + "〇一二三四五六七八九"[digit] + name
        gap = not digit
    return out[1:] if out.startswith("一十") else out
