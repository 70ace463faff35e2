"""Figures in Chinese text: a number, what makes it one, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from operator import methodcaller

from ccdiff.derive.figures import chinese_nouns as nouns
from ccdiff.derive.figures import chinese_values as values
from ccdiff.derive.figures.chinese_values import CALENDAR, TIMES, Read, counts, known_pair, lone, once, rejected
from ccdiff.derive.figures.frequency import Frequencies
from ccdiff.derive.figures.lexicon import Lexicon, Masked, Unit
from ccdiff.derive.figures.statement import Hit
from ccdiff.text.numerals import HAN_NUMERAL, value

BEFORE = re.compile(r"(?:[A-Za-z0-9/\-_]|\d[.,:\s])\Z")  # COVID-19, 8/2, 16.4: the number is part of something else
LOOK_BACK = 14  # characters before a number that can hold a qualifier and a cue
FAR_BACK = 22  # characters before a number that can hold a qualifier before the verb
SHARES = ("percent", "fraction")
PAST = "过"  # "过半数" is more than half
NUMERAL = re.compile(rf"[\d{HAN_NUMERAL}半过减]")
AGE = "age"  # the family of years of age
OFTEN = 50  # times; what comes about more often is counted: "每月访问量约 2,000 次"
FROM = 4  # characters before a number that can make a movement of it, and no range
POINT = re.compile(r"[，。；、）)的]|$")
START = methodcaller("start")


def scan(text: str, words: Lexicon, cut: nouns.Cut, often: Frequencies) -> Iterator[Hit]:
    """The figures of ``text`` in order. ``cut`` cuts a short text into words (for noun phrases)."""
    masked, number = Masked(text, words), words.number.match
    at, last, before, named = 0, 0, None, dict[str, Hit]()
    for begins in map(START, NUMERAL.finditer(text)):
        if begins < at or not (match := number(text, begins)):
            continue
        if match["first"] and words.cues["from"].search(text, max(0, begins - FROM), begins):
            match = number(text, begins, match.end("first")) or match  # "从 24 个 | 至 31 个"
        at = match.end()
        if not values.bare(match) and (
            hit := _often(text, match, last, words, often) or _hit(text, match, last, words, cut, before)
        ):
            if inside := masked.end(begins, at):
                at = max(at, inside)
                continue
            if hit.noun:
                named[hit.unit] = hit
            elif (of := named.get(hit.unit)) and nouns.goes_on(
                text, of, hit.start, words.units.get(hit.unit, values.BARE)
            ):
                hit = replace(hit, noun=of.noun, family=of.family)  # "1,003 件申诉，涉及 39 个缔约国，其中 61 件"
            yield hit
            last, before, at = hit.end, hit, max(at, hit.end if hit.size or hit.family in SHARES else 0)


def _often(text: str, match: re.Match[str], last: int, words: Lexicon, often: Frequencies) -> Hit | None:
    """ "每 | 两年一次", "每年核查 | 四次"."""
    number = match["number"]
    if not number or not often.near(text, match.start("number")):
        return None
    amount = value(number, True) if not (match["to"] or match["percent"] or match["scale"]) else None
    if not amount or amount > OFTEN or match["plus"] or match["and_half"]:
        return None
    start, end = match.start("number"), match.end("number")
    hit = often.interval(text, start, end, amount) or often.repeated(text, start, end, amount)
    if not hit:
        return None
    qualifier, begins = _qualifier_before(text, hit.start, last, words)
    if qualifier == "exact":
        return hit
    between = _verb_between(text, begins, hit.start, words)  # "每年至少检查 | 两次"
    return (
        replace(hit, qualifier=qualifier, quoted=begins) if between else replace(hit, qualifier=qualifier, start=begins)
    )


def _hit(
    text: str, match: re.Match[str], last: int, words: Lexicon, cut: nouns.Cut, former: Hit | None = None
) -> Hit | None:
    """The figure at ``match``; ``last`` is where the figure before it (``former``) ends ("一万元以上 | 五万元以下")."""
    read = _read(text, match, last, words)
    if read is None:
        return None
    read, end = _qualified(read, words)
    if read.unit.family == AGE and not words.cues["aged"].search(
        text, max(0, match.start() - nouns.COUNTED), match.start()
    ):
        return None  # "65 岁以上者"
    whole = counts(read, words)
    alone = not whole and read.amount == 1 and once(read, words)
    if not (whole or alone or lone(read, words)) or rejected(read, words):
        return None
    noun, noun_end, family = _counted(read, end, words, cut, former)
    if read.amount == 2 and match["number"] == "两" and known_pair(read.before, noun, words):
        return None
    each = read.unit is values.FRACTION and match["unit"]
    each = each and values.FOR_EACH.search(text, max(0, match.start() - nouns.COUNTED), match.start())
    last_end, first, quoted = max(end, noun_end), match.start(), each.start() if each else read.quoted
    shown = last_end if noun_end - read.start <= nouns.NOUN_LIMIT * 2 else end
    unit_end = end if read.unit.kind == "counter" else match.end()  # "300 名以上 | 巡护员"
    span, unit = (read.start, shown, first, unit_end), (read.unit.word, read.unit.kind, family)
    found = read.amount, read.upper, read.qualifier
    return Hit(*span, *found, *unit, noun, last_end, quoted=quoted, lone=alone)


def _read(text: str, match: re.Match[str], last: int, words: Lexicon) -> Read | None:
    """The number itself, with its unit and what stands before it as its qualifier; ``None`` where it is part of something else."""
    if BEFORE.search(text, max(0, match.start() - 2), match.start()):
        return None
    near = match["number"] in values.ROUND
    near = near and bool(words.qualifier_before.search(text, max(last, match.start() - LOOK_BACK), match.start()))
    measured = values.rate(text, match, words) or values.amount(match, words, near)  # "近万名", "逾百个"
    if measured is None:
        return None
    low, upper, unit = measured
    if unit.kind in TIMES and low >= CALENDAR:
        return None
    unit, number = values.currency_before(text, match.start(), unit, words)
    qualifier, start = _qualifier_before(text, number, last, words)
    quoted, start = (start, number) if _verb_between(text, start, number, words) else (-1, start)
    unit, start = values.currency_before(text, start, unit, words)
    before = text[max(last, start - LOOK_BACK) : start]
    return Read(text, match, start, last, before, low, upper, unit, qualifier, quoted)


def _qualified(read: Read, words: Lexicon) -> tuple[Read, int]:
    """With the qualifier behind the number, and where that ends."""
    text, match, qualifier, start = read.text, read.match, read.qualifier, read.start
    end, after = _qualifier_after(text, match, read.unit, words)
    measured = words.cues["measured"].search(read.before + text[start : match.start()])
    if measured and words.cues["goal"].match(text, end):
        qualifier, start = "exact", match.start()  # "远低于 90% 的目标": what falls short is another figure
    if qualifier == "exact":
        qualifier = after
    if match["half"] and (match["half"].startswith(PAST) or after == "at_least"):
        qualifier = "over"  # "过半数", "一半以上"
    return (
        replace(read, qualifier=qualifier, start=start) if (qualifier, start) != (read.qualifier, read.start) else read
    ), end


def _counted(read: Read, end: int, words: Lexicon, cut: nouns.Cut, former: Hit | None) -> tuple[str, int, str]:
    """What a number counts: its noun, where that ends, and its family."""
    text, unit, at = read.text, read.unit, read.match.start()
    goes = former is not None and nouns.goes_on(text, former, at, unit)
    group = nouns.group_of(text, read.start, unit, words, cut)
    part = former is not None and (former.last <= former.unit_end or bool(words.cues["among"].search(read.before)))
    if not group and former and part and goes:
        group = former.noun  # "有 31 个已立法，但只有 18 个设有监督机构"
    if group and nouns.acts(text, end, words, cut):  # "在答复国中，有 18 个设有监督机构"
        noun, noun_end, family = group, end, nouns.family_of(group, unit, words)
    else:
        noun, noun_end, family = nouns.noun_after(text, end, unit, words, cut)
    if noun:
        return noun, noun_end, family
    if before_it := nouns.led(text, max(read.last, read.start - nouns.LED_BACK), read.start, unit, words, cut):
        return before_it, noun_end, nouns.family_of(before_it, unit, words)
    if group:
        return group, noun_end, nouns.family_of(group, unit, words)
    return (former.noun, noun_end, former.family) if former and goes else (noun, noun_end, family)


def _qualifier_before(text: str, at: int, last: int, words: Lexicon) -> tuple[str, int]:
    match = words.qualifier_before.search(text, max(last, at - LOOK_BACK), at)
    if match:
        return words.qualifiers[match.group(1)], match.start()
    apart = words.apart.search(text, max(last, at - FAR_BACK), at)  # "每年至少对存放场所检查 | 两次"
    return (words.qualifiers[apart.group(1)], apart.start()) if apart else ("exact", at)


def _verb_between(text: str, start: int, number: int, words: Lexicon) -> bool:
    """Whether a qualifier stands before the verb: "至少降低 30%", not "至少有 30 个"."""
    return start < number and words.qualifier_before.search(text, start, number) is None


def _qualifier_after(text: str, match: re.Match[str], unit: Unit, words: Lexicon) -> tuple[int, str]:
    end = match.end()
    while text[end - 1].isspace():
        end -= 1
    if match["number"] and (match["plus"] or "多" in match["number"] or "余" in match["number"]):
        return end, "over"
    if text.startswith("+", end):
        return end + 1, "over"
    after = words.qualifier_after.match(text, end)
    qualifier = words.qualifiers[after.group(1)] if after else "exact"
    if not after or (qualifier == "over" and (unit.kind == "counter" or not POINT.match(text, after.end()))):
        return end, "exact"
    return after.end(), qualifier
