"""The values of Chinese numbers with their units: plain ones and shares."""

from __future__ import annotations

import re

from ccdiff.derive.figures.chinese_counts import TIMES
from ccdiff.derive.figures.lexicon import Lexicon, Unit
from ccdiff.text.numerals import Number, tidy, value

MANY = re.compile(r"[多余\s]")
GUESS = re.compile(r"((?:.*[十百千万])?)([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$")  # 二三十, 十七八
LATIN_SCALES = {"k": "千", "K": "千", "w": "万", "W": "万"}
ROUND = ("百", "千", "万", "亿")
YUAN, CURRENCY = "元", 8  # characters before a number that can hold the name of its currency
SCALED = re.compile("[百千万亿]+$")
TENTH = "成"  # "近七成" is nearly 70 per cent
PERCENT = Unit("%", "percent", "percent")
FRACTION = Unit("", "fraction", "fraction")
BARE = Unit("", "bare", "")


def bare(match: re.Match[str]) -> bool:
    """Whether a whole number stands there without a unit, which counts nothing."""
    number = match["number"]
    return bool(number) and "." not in number and not (match["unit"] or match["percent"] or match["scale"])


def amount(match: re.Match[str], words: Lexicon, qualified: bool = False) -> tuple[Number, Number | None, Unit] | None:
    """The value of a number, the upper end of a range, and the unit; ``qualified``: a qualifier stands before it ("近万名")."""
    if match["half"]:
        return 0.5, None, FRACTION
    if match["tenths"]:  # 六成五
        tenths, hundredths = value(match["tenths"]) or 0, value(match["hundredths"]) or 0
        return tidy(tenths * 10 + hundredths), None, PERCENT
    if share := match["share"]:
        return _together(value(share), match["share_to"], PERCENT, False)
    if match["under"]:
        under, over = value(match["under"]), value(match["over"])
        return (tidy(round(over / under, 4)), None, FRACTION) if under and over else None
    unit = _unit(match, words)
    if unit is None:
        return None
    number = MANY.sub("", match["number"]) + (match["late"] or "")
    if number[-1] in LATIN_SCALES:
        number = number[:-1] + LATIN_SCALES[number[-1]]  # "115w", "60K+"
    if (match["plus"] or qualified) and number in ("百", "千", "万"):
        number = "一" + number
    low, high = value(number, unit.kind in ("counter", "noun")), match["to"]
    if low is None and not high and (guess := GUESS.fullmatch(number)):
        low, high = value(guess[1] + guess[2] + guess[4]), guess[1] + guess[3] + guess[4]
    scale = SCALED.search(high) if high and not match["percent"] else None
    if scale and number[0].isdigit() and not SCALED.search(number):
        low = value(number + scale.group())
    if match["and_half"] and low is not None and not high and unit.kind in (*TIMES, "counter"):
        return tidy(low + 0.5), None, unit  # "一天半"
    return _together(low, high, unit, unit.kind in ("counter", "noun"))


def currency_before(text: str, start: int, unit: Unit, words: Lexicon) -> tuple[Unit, int]:
    """The unit of a sum whose currency stands before it ("人民币 | 300 万元"), and where its name begins."""
    if unit.word == YUAN:
        for word, name in words.currencies:
            if text.endswith((word, word + " "), max(0, start - CURRENCY), start):
                return Unit(name, unit.kind, unit.family), text.rindex(word, 0, start)
    return unit, start


def _together(
    low: Number | None, high: str | None, unit: Unit, counted: bool
) -> tuple[Number, Number | None, Unit] | None:
    upper = value(high, counted) if high else None
    if low is None or (high and (upper is None or upper <= low)):
        return None
    if unit.word == TENTH:
        return (tidy(low * 10), tidy(upper * 10) if upper else None, PERCENT) if low <= 10 else None
    return low, upper, unit


def _unit(match: re.Match[str], words: Lexicon) -> Unit | None:
    word = match["unit"]
    if match["percent"] or word in ("%", "％"):
        return PERCENT
    if word:
        return words.units[word]
    return BARE if match["scale"] and match["number"][0].isdigit() else None
