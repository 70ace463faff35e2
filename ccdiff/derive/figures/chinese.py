"""Figures in Chinese text: a number, what makes it one, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ccdiff.derive.figures.chinese_nouns import (
    COUNTED,
    LED_BACK,
    NOUN_LIMIT,
    RATED,
    Cut,
    acts,
    family_of,
    goes_on,
    group_of,
    led,
    noun_after,
)
from ccdiff.derive.figures.frequency import Frequencies
from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import Lexicon, Masked, Unit
from ccdiff.text.numerals import HAN_NUMERAL, Number, tidy, value

BEFORE = re.compile(r"(?:[A-Za-z0-9/\-_]|\d[.,:\s])\Z")  # COVID-19, 8/2, 16.4: the number is part of something else
LOOK_BACK = 14  # characters before a number that can hold a qualifier and a cue
HUNDRED = 100
FEW = 10  # "每 10 人中有 1 人", but "每 100 人里 16 人"
FAR_BACK = 22  # characters before a number that can hold a qualifier before the verb
CLAUSE_START = re.compile(r"(?:^|[，。；：、！？（(\n]\s*)$")
SHARES = ("percent", "fraction")
TIMES = ("span", "year", "day")
PAST = "过"  # "过半数" is more than half
NUMERAL = re.compile(rf"[\d{HAN_NUMERAL}]|半数|过半|减半")
LATIN_SCALES = {"k": "千", "K": "千", "w": "万", "W": "万"}
AGE = "age"  # the family of years of age
ROUND = ("百", "千", "万", "亿")
TENTH = "成"  # "近七成" is nearly 70 per cent
FROM = 4  # characters before a number that can make a movement of it, and no range
POINT = re.compile(r"[，。；、）)的]|$")
CALENDAR = 1000  # years from here on are dates
PERCENT = Unit("%", "percent", "percent")
FRACTION = Unit("", "fraction", "fraction")
BARE = Unit("", "bare", "")
RATE = Unit("", "measure", "rate")
EACH = "每"
OUT_OF = re.compile(r"(?:之中|当中|中|里)[就仅只便]?有")
FOR_EACH = re.compile(
    r"每\s*(?P<many>(?:\d[\d\s]*)?[二三四五六七八九十百千万]*)(?<=[\d二三四五六七八九十百千万])(?P<what>[^，。；、\d]{1,14})$"
)  # "每 10 万居民中有 | 15.7 人丧生"
MEASURED = re.compile(r"\s*(?:[，。；、）)]|$|[降升增减下上提至到])")  # after a number without a unit


def scan(text: str, words: Lexicon, cut: Cut, often: Frequencies) -> Iterator[Hit]:
    """The figures of ``text`` in order. ``cut`` cuts a short text into words (for noun phrases)."""
    masked = Masked(text, words)
    at, last, before = 0, 0, None
    while match := _next(text, at, words):
        if match["first"] and words.cues["from"].search(text, max(0, match.start() - FROM), match.start()):
            match = words.number.match(text, match.start(), match.end("first")) or match  # "从 24 个 | 至 31 个"
        inside = masked.end(match.start(), match.end())
        at = max(match.end(), inside)
        if not inside and (
            hit := _share(text, match, words)
            or _often(text, match, last, words, often)
            or _hit(text, match, last, words, cut, before)
        ):
            yield hit
            last, before, at = hit.end, hit, max(at, hit.end if hit.size or hit.family in SHARES else 0)


def _often(text: str, match: re.Match[str], last: int, words: Lexicon, often: Frequencies) -> Hit | None:
    """ "每 | 两年一次", "每年核查 | 四次"."""
    number = match["number"]
    if not number or not often.near(text, match.start("number")):
        return None
    amount = value(number, True) if not (match["to"] or match["percent"] or match["scale"]) else None
    if not amount or match["plus"] or match["and_half"]:
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


def _share(text: str, match: re.Match[str], words: Lexicon) -> Hit | None:
    found = _of_so_many(text, match, words)
    if not found:
        return None
    start, end = match.start(), found[1]
    each = start - 1 if text[start - 1 : start] == EACH else start
    return Hit(each, end, start, end, found[0], None, "exact", "", FRACTION.kind, FRACTION.family, "", end)


def _next(text: str, at: int, words: Lexicon) -> re.Match[str] | None:
    """The next number: ``words.number.search``, but only tried where a numeral stands."""
    while begins := NUMERAL.search(text, at):
        if match := words.number.match(text, begins.start()):
            return match
        at = begins.end()
    return None


def _hit(text: str, match: re.Match[str], last: int, words: Lexicon, cut: Cut, former: Hit | None = None) -> Hit | None:
    """The figure at ``match``; ``last`` is where the figure before it (``former``) ends ("一万元以上 | 五万元以下")."""
    if BEFORE.search(text, max(0, match.start() - 2), match.start()):
        return None
    round_ = match["number"] in ROUND
    near = round_ and bool(words.qualifier_before.search(text, max(last, match.start() - LOOK_BACK), match.start()))
    measured = _rate(text, match, words) or _value(match, words, near)  # "近万名", "逾百个"
    if measured is None:
        return None
    amount, upper, unit = measured
    each = (
        FOR_EACH.search(text, max(0, match.start() - COUNTED), match.start())
        if unit is FRACTION and match["unit"]
        else None
    )
    qualifier, start = _qualifier_before(text, match.start(), last, words, unit.family in SHARES)
    quoted, start = (start, match.start()) if _verb_between(text, start, match.start(), words) else (-1, start)
    before, han = text[max(last, start - LOOK_BACK) : start], not match.group()[0].isdigit()
    if _rejected(before, text, match.end(), han, words):
        return None
    end, after = _qualifier_after(text, match, unit, words)
    if words.cues["measured"].search(before + text[start : match.start()]) and words.cues["goal"].match(text, end):
        qualifier, start = "exact", match.start()  # "远低于 90% 的目标": what falls short is another figure
    if qualifier == "exact":
        qualifier = after
    if match["half"] and (match["half"].startswith(PAST) or after == "at_least"):
        qualifier = "over"  # "过半数", "一半以上"
    if unit.family == AGE and not words.cues["aged"].search(text, max(0, match.start() - COUNTED), match.start()):
        return None  # "65 岁以上者"
    counts = _counts(amount, unit, match["number"] or "", qualifier, before, text, match.end(), words)
    lone = not counts and amount == 1 and _once(unit, match, qualifier, before, text, words)
    if not counts and not (
        lone or (amount == 1 and unit.kind == "counter" and _lone(text, start, last, before, qualifier, unit, words))
    ):
        return None
    group = group_of(text, start, unit, words, cut)
    part = former is not None and (former.last <= former.unit_end or bool(words.cues["among"].search(before)))
    if not group and former and part and goes_on(text, former, match.start(), unit):
        group = former.noun  # "有 31 个已立法，但只有 18 个设有监督机构"
    if group and acts(text, end, words, cut):  # "在答复国中，有 18 个设有监督机构"
        noun, noun_end, family = group, end, family_of(group, unit, words)
    else:
        noun, noun_end, family = noun_after(text, end, unit, words, cut)
    if not noun and unit.kind == "counter" and (total := words.total_after.match(text, end)):
        further = words.number.match(text, total.end())
        noun = noun_after(text, further.end(), unit, words, cut)[0] if further and further["unit"] else ""
    if not noun and (before_it := led(text, max(last, start - LED_BACK), start, unit, words, cut)):
        noun, family = before_it, family_of(before_it, unit, words)
    elif not noun and group:
        noun, family = group, family_of(group, unit, words)
    elif not noun and former and goes_on(text, former, match.start(), unit):
        noun, family = former.noun, former.family
    if amount == 2 and match["number"] == "两" and _known_pair(before, noun, words):
        return None
    if noun_end - start <= NOUN_LIMIT * 2:
        end = max(end, noun_end)
    return Hit(
        start,
        end,
        match.start(),
        match.end(),
        amount,
        upper,
        qualifier,
        unit.word,
        unit.kind,
        family,
        noun,
        max(end, noun_end),
        quoted=each.start() if each else quoted,
        lone=lone,
    )


def _value(match: re.Match[str], words: Lexicon, qualified: bool = False) -> tuple[Number, Number | None, Unit] | None:
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
    number = re.sub(r"[多余\s]", "", match["number"]) + (match["late"] or "")
    if number[-1] in LATIN_SCALES:
        number = number[:-1] + LATIN_SCALES[number[-1]]  # "115w", "60K+"
    if (match["plus"] or qualified) and number in ("百", "千", "万"):
        number = "一" + number
    low, high = value(number, unit.kind in ("counter", "noun")), match["to"]
    if (
        high
        and not match["percent"]
        and (scale := re.search("[百千万亿]+$", high))
        and not re.search("[百千万亿]$", number)
    ):
        low = value(number + scale.group()) if number[0].isdigit() else low
    if match["and_half"] and low is not None and not high and unit.kind in (*TIMES, "counter"):
        return tidy(low + 0.5), None, unit  # "一天半"
    return _together(low, high, unit, unit.kind in ("counter", "noun"))


def _rate(text: str, match: re.Match[str], words: Lexicon) -> tuple[Number, None, Unit] | None:
    """What measures and has no unit: "每 10 万人的死亡率从 18.5 降至 16.2", "每 10 万活产 342 例"."""
    number = match["number"] or ""
    if not number or match["to"] or match["percent"] or match["scale"]:
        return None
    every = text.rfind(EACH, max(0, match.start() - COUNTED), match.start()) >= 0 if match["unit"] else False
    if every and (part := _one_in(text, match, words)):
        return part
    if not number[0].isdigit() or not (every or "." in number):
        return None
    if match["unit"]:
        unit = words.units[match["unit"]]
        if "." not in number and unit.family == "" and unit.kind == "counter":
            return None
        counted = unit.kind in ("counter", "noun")
        each = counted and FOR_EACH.search(text, max(0, match.start() - COUNTED), match.start())
        found = value(number) if each else None
        return None if found is None else (found, None, RATE)
    if "." not in number or not MEASURED.match(text, match.end()):
        return None
    found = value(number) if words.cues["rate"].search(text, max(0, match.start() - RATED), match.start()) else None
    return None if found is None else (found, None, RATE)


def _one_in(text: str, match: re.Match[str], words: Lexicon) -> tuple[Number, None, Unit] | None:
    """ "每 400 张车票中有 | 一张", "每八棵树就有一棵": both numbers count the same things."""
    unit = match["unit"]
    if not unit or words.units[unit].kind not in ("counter", "noun") or match["plus"]:
        return None
    each = FOR_EACH.search(text, max(0, match.start() - COUNTED), match.start())
    said = re.sub(r"\s", "", each["many"]) if each and each["what"].startswith(unit) else ""
    many = value(f"一{said}" if said in ROUND else said, True) if said else None
    few = value(match["number"], True)
    if not few or not many or few >= many:
        return None
    if many == HUNDRED:
        return few, None, PERCENT  # "每百名儿童有 | 91 名"
    return (tidy(round(few / many, 4)), None, FRACTION) if few <= FEW else None


def _of_so_many(text: str, match: re.Match[str], words: Lexicon) -> tuple[Number, int] | None:
    """ "五套中 | 有一套": the share, and where it ends; no noun stands between the two numbers."""
    unit = match["unit"]
    if match["percent"] or unit not in words.units or match["plus"] or match["to"] or match["scale"]:
        return None
    part = OUT_OF.match(text, match.end()) if words.units[unit].kind in ("counter", "noun") else None
    few = words.number.match(text, part.end()) if part else None
    if not few or few["unit"] != unit or not few["number"]:
        return None
    many, told = value(match["number"], True), value(few["number"], True)
    return (tidy(round(told / many, 4)), few.end()) if many and told and told < many and told <= FEW else None


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


def _qualifier_before(text: str, at: int, last: int, words: Lexicon, share: bool = False) -> tuple[str, int]:
    match = words.qualifier_before.search(text, max(last, at - LOOK_BACK), at)
    if match:
        return words.qualifiers[match.group(1)], match.start()
    if share and (far := words.cues["far"].search(text, max(last, at - FAR_BACK), at)):
        return words.qualifiers.get(far.group(1), "exact"), at  # "超过全世界的 | 半数"
    apart = words.apart.search(text, max(last, at - FAR_BACK), at)  # "每年至少对存放场所检查 | 两次"
    return (words.qualifiers[apart.group(1)], apart.start()) if apart else ("exact", at)


def _verb_between(text: str, start: int, number: int, words: Lexicon) -> bool:
    """Whether a qualifier stands before the verb: "至少降低 30%", not "至少有 30 个"."""
    return start < number and words.qualifier_before.search(text, start, number) is None


def _qualifier_after(text: str, match: re.Match[str], unit: Unit, words: Lexicon) -> tuple[int, str]:
    end = match.end()
    while text[end - 1].isspace():
        end -= 1
    if match["number"] and (match["plus"] or re.search("[多余]", match["number"])):
        return end, "over"
    if text.startswith("+", end):
        return end + 1, "over"
    after = words.qualifier_after.match(text, end)
    qualifier = words.qualifiers[after.group(1)] if after else "exact"
    if not after or (qualifier == "over" and (unit.kind == "counter" or not POINT.match(text, after.end()))):
        return end, "exact"
    return after.end(), qualifier


def _rejected(before: str, text: str, end: int, han: bool, words: Lexicon) -> bool:
    if words.rejected_after.match(text, end):
        return True
    if words.allowed_before.search(before) or _limit(before, text, end, words):
        return False
    return bool(words.rejected_before.search(before) or (han and words.rejected_han.search(before)))


def _counts(
    amount: Number, unit: Unit, spelled: str, qualifier: str, before: str, text: str, end: int, words: Lexicon
) -> bool:
    """Whether the number counts or measures: not 一 as an article, not a date, not "过去五年"."""
    han = not spelled[:1].isdigit()
    if unit.kind in TIMES:
        single = han and amount == 1 and qualifier == "exact" and not words.cues["span"].search(before)
        single = single and not _limit(before, text, end, words)
        return amount < CALENDAR and not single and _measured(unit, han, qualifier, before, text, end, words)
    if (  # what counts is 两: 二次 is "again"
        han and unit.kind in ("counter", "noun") and (amount == 1 or spelled == "二")
    ):
        return False
    return amount != 0 or unit.kind in ("percent", "money")


def _measured(unit: Unit, han: bool, qualifier: str, before: str, text: str, end: int, words: Lexicon) -> bool:
    """Whether a length of time is one: "为期三天", "超过一年", "三年以下"; neither a date nor "五年来"."""
    cues = words.cues
    if unit.kind == "day" and not han and not cues["spanned"].match(text, end) and not cues["lasting"].search(before):
        return False
    if cues["averaged"].search(before):
        return True  # "平均 8 天后可得到结果"
    if cues["passed"].match(text, end):
        return False
    spanned = bool(cues["spanned"].match(text, end) or cues["span"].search(before))
    if _limit(before, text, end, words):
        return True
    if cues["moment"].search(before) and not words.allowed_before.search(before):
        return False
    if qualifier == "nearly" and not spanned:
        return not CLAUSE_START.search(before)
    return spanned or qualifier != "exact" or unit.kind == "span"


def _once(unit: Unit, match: re.Match[str], qualifier: str, before: str, text: str, words: Lexicon) -> bool:
    """Whether 一 is a length of time, told only where it is another one elsewhere: "可存放一天", "24 小时"."""
    if unit.kind not in TIMES or match["number"] != "一" or qualifier != "exact" or match["to"]:
        return False
    return _measured(unit, True, qualifier, before, text, match.end(), words)


def _limit(before: str, text: str, end: int, words: Lexicon) -> bool:
    """Whether a length of time is a limit: "收到通知后十个工作日内"."""
    return bool(words.cues["within"].match(text, end) and words.cues["since"].search(before))


def _lone(text: str, start: int, last: int, before: str, qualifier: str, unit: Unit, words: Lexicon) -> bool:
    """Whether 一 counts: "八次全体会议和一次圆桌会议", "只举行了一次会议", "应（至少）举行一次会议"."""
    if words.cues["single"].fullmatch(unit.word) and (
        qualifier in ("at_least", "up_to") or words.cues["bound"].search(before)
    ):
        return True
    between = text[last:start].strip() if last else ""
    return between in words.stops["joiner"] or between == "、" or bool(words.cues["only"].search(before))


def _known_pair(before: str, noun: str, words: Lexicon) -> bool:
    """The two are those spoken of, no count: "向两个工作组汇报", "这两个工作组的两位主席"."""
    if words.cues["pair"].search(before):
        return True
    placed = CLAUSE_START.search(before) or words.cues["pointed"].search(before)
    return bool(placed and words.cues["body"].match(noun))
