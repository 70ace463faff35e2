"""Figures in Chinese text: a number, what makes it one, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import Lexicon, Masked, Unit
from ccdiff.text.numerals import HAN_NUMERAL, Number, tidy, value

Cut = Callable[[str], Sequence[str]]

BEFORE = re.compile(r"(?:[A-Za-z0-9/\-_]|\d[.,:\s])\Z")  # COVID-19, 8/2, 16.4: the number is part of something else
LOOK_BACK = 14  # characters before a number that can hold a qualifier and a cue
NOUN_LIMIT = 16  # characters of a noun phrase worth quoting
FAR_BACK = 22  # characters before a number that can hold a qualifier before the verb
MODIFIER_LIMIT = 40  # characters from an opener to its 的
CLAUSE_START = re.compile(r"(?:^|[，。；：、！？（(\n]\s*)$")
OF = "的"  # the particle between a modifier and its noun
DONE = "了"  # right after a verb: "只有 14 个 | 设立了中央机关"
OF_PEOPLE = ("个", "名", "位", "家", "户")  # counters of people, States and bodies, which act: "115 个国家 | 报告"
TIMES = ("span", "year", "day")
DIGIT = re.compile(r"\d")
PLAIN = re.compile(r"[\u3400-\u9fffA-Za-z\-·]+")
LAST_RUN = re.compile(r"[\u3400-\u9fff]+$")
PAST = "过"  # "过半数" is more than half
NUMERAL = re.compile(rf"[\d{HAN_NUMERAL}]|半数|过半|减半")
TENTH = "成"  # "近七成" is nearly 70 per cent
PERSON = "person"  # the family of people
FROM = 4  # characters before a number that can make a movement of it, and no range
LED_BACK = 20  # characters before a number that can hold the noun and the verb that leads from it to the number
RATED = 48  # characters before a number that can hold the name of a rate
COUNTED = 36  # characters before a number in which its sentence may name the number of what
LED_NOUN = 8  # characters of a noun that stands before its number
SENTENCE = re.compile(r"[。！？\n]")
AMONG = re.compile(
    r"(?:之中|当中|[中里内])(?:，|[只仅已共约尚]?有[^，。；的]{0,2}$)"
)  # after the group of which a part is counted
ORIGIN = re.compile(
    r"(?:现已|已经|已|则)?[由从](?:[^，。；、\d]{0,4}年|上届|上次|上期|上届会议|原来|原先|此前|最初)?的?\s*$"
)  # "登记队已从上年的 | 340 支"
POINT = re.compile(r"[，。；、）)的]|$")
CALENDAR = 1000  # years from here on are dates
PERCENT = Unit("%", "percent", "percent")
FRACTION = Unit("", "fraction", "fraction")
BARE = Unit("", "bare", "")
RATE = Unit("", "measure", "rate")
FOR_EACH = re.compile(r"每\s*(?:\d+\s*)?[十百千万]+[^，。；、\d]{1,14}$")  # "每 10 万居民中有 | 15.7 人丧生"
MEASURED = re.compile(r"\s*(?:[，。；、）)]|$|[降升增减下上提至到])")  # after a number without a unit


def scan(text: str, words: Lexicon, cut: Cut) -> Iterator[Hit]:
    """The figures of ``text`` in order. ``cut`` cuts a short text into words (for noun phrases)."""
    masked = Masked(text, words)
    at, last, before = 0, 0, None
    while match := _next(text, at, words):
        if match["first"] and words.cues["from"].search(text, max(0, match.start() - FROM), match.start()):
            match = words.number.match(text, match.start(), match.end("first")) or match  # "从 24 个 | 至 31 个"
        inside = masked.end(match.start(), match.end())
        at = max(match.end(), inside)
        if not inside and (hit := _hit(text, match, last, words, cut, before)):
            yield hit
            last, before = hit.end, hit


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
    measured = _rate(text, match, words) or _value(match, words)
    if measured is None:
        return None
    amount, upper, unit = measured
    qualifier, start = _qualifier_before(text, match.start(), last, words)
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
    counts = _counts(amount, unit, match["number"] or "", qualifier, before, text, match.end(), words)
    if not counts and not (
        amount == 1 and unit.kind == "counter" and _lone(text, start, last, before, qualifier, unit, words)
    ):
        return None
    group = _group(text, start, unit, words, cut)
    part = former is not None and (former.last <= former.unit_end or bool(words.cues["among"].search(before)))
    if not group and former and part and _goes_on(text, former, match.start(), unit):
        group = former.noun  # "有 31 个已立法，但只有 18 个设有监督机构"
    if group and _acts(text, end, words, cut):  # "在答复国中，有 18 个设有监督机构"
        noun, noun_end, family = group, end, _family(group, unit, words)
    else:
        noun, noun_end, family = _noun(text, end, unit, words, cut)
    if not noun and unit.kind == "counter" and (total := words.total_after.match(text, end)):
        further = words.number.match(text, total.end())
        noun = _noun(text, further.end(), unit, words, cut)[0] if further and further["unit"] else ""
    if not noun and (led := _led(text, max(last, start - LED_BACK), start, unit, words, cut)):
        noun, family = led, _family(led, unit, words)
    elif not noun and group:
        noun, family = group, _family(group, unit, words)
    elif not noun and former and _goes_on(text, former, match.start(), unit):
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
        quoted=quoted,
    )


def _value(match: re.Match[str], words: Lexicon) -> tuple[Number, Number | None, Unit] | None:
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
    if match["plus"] and number in ("百", "千", "万"):
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
    """A decimal that measures what has no unit: "每 10 万人的死亡率从 18.5 降至 16.2"."""
    number = match["number"] or ""
    if "." not in number or match["to"] or match["percent"] or match["scale"]:
        return None
    if match["unit"]:
        each = words.units[match["unit"]].family == PERSON and FOR_EACH.search(
            text, max(0, match.start() - COUNTED), match.start()
        )
        found = value(number) if each else None
        return None if found is None else (found, None, RATE)
    if not MEASURED.match(text, match.end()):
        return None
    found = value(number) if words.cues["rate"].search(text, max(0, match.start() - RATED), match.start()) else None
    return None if found is None else (found, None, RATE)


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
    if match["number"] and (match["plus"] or re.search("[多余]", match["number"])):
        return end, "over"
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


def _noun(text: str, end: int, unit: Unit, words: Lexicon, cut: Cut) -> tuple[str, int, str]:
    """What is counted: the noun phrase after a counter, where it ends, and the family of thing."""
    if unit.kind not in ("counter",):
        return "", end, unit.family
    start = end + len(text[end:]) - len(text[end:].lstrip()) if text[end : end + 1].isspace() else end
    if text.startswith(OF, start):
        start += 1
    known = words.nouns.match(text, start)
    if known and (words.families[known.group()] != PERSON or unit.family == PERSON):
        return known.group(), known.end(), words.families[known.group()]
    stop = _phrase_end(text, start, words, cut, unit.word not in OF_PEOPLE)
    if known and stop <= known.end():  # "4 个妇女形势室" are no women
        return known.group(), known.end(), PERSON
    phrase = text[start:stop]
    noun = phrase.rpartition(OF)[2]
    if unit.family == PERSON and not words.people.search(noun):  # "320 名刚从大学毕业的 | 学生"
        further = _after_modifier(text, start, words, cut, False)
        people_end = len(text[start:further].rpartition(OF)[2]) if further > stop else 0
        if people_end and words.people.search(text[:further]):
            stop, phrase, noun = further, text[start:further], text[further - people_end : further]
    if unit.family == PERSON and (people := _people(noun, words, cut)):
        stop, noun = stop - len(noun) + len(people), people
    return noun, stop if phrase else end, unit.family if unit.family == PERSON else _family(noun, unit, words)


def _people(noun: str, words: Lexicon, cut: Cut) -> str:
    """A noun phrase up to its last word for people: "失信被执行人 | 主动履行义务"; "" where none stands in it."""
    pieces = list(cut(noun))
    while pieces and not words.people.search(pieces[-1]):
        pieces.pop()
    return "".join(pieces)


def _led(text: str, first: int, start: int, unit: Unit, words: Lexicon, cut: Cut) -> str:
    """What is counted where it stands before the number: "缔约国已增至 129 个", "妇女形势室增至 7 个", "平民有 44 人".

    A noun of the tables may stand right before the number; any other only before a verb that leads to it.
    """
    if unit.kind != "counter" and unit.family != PERSON:
        return ""
    if known := words.noun_before.search(text, first, start):
        noun = known.group(1)
        return noun if unit.kind == "counter" or words.families[noun] == PERSON else ""
    if unit.kind == "counter" and (count := words.cues["count"].search(text, max(0, start - COUNTED), start)):
        return _last_noun(text[max(0, count.start() - LED_BACK) : count.start()], words, cut)
    verb = words.led_before.search(text, first, start) if unit.kind == "counter" else None
    verb = verb or (ORIGIN.search(text, first, start) if unit.kind == "counter" else None)
    return _last_noun(text[first : verb.start()], words, cut) if verb else ""


def _group(text: str, start: int, unit: Unit, words: Lexicon, cut: Cut) -> str:
    """The group of which a bare counter counts a part: "答复国中，已将其定为罪行的有 36 个", "在答复的国家里，有 31 个"."""
    if unit.kind != "counter":
        return ""
    opening = text[max([mark.end() for mark in SENTENCE.finditer(text, max(0, start - RATED), start)] or [0]) : start]
    mark = AMONG.search(opening)
    noun = _last_noun(opening[: mark.start()], words, cut) if mark else ""
    return noun if noun and _family(noun, unit, words) else ""


def _acts(text: str, end: int, words: Lexicon, cut: Cut) -> bool:
    """Whether what follows a number says what the things counted do or are, and not which things they are."""
    run = PLAIN.match(text, end)
    first = next(iter(cut(run.group()[:NOUN_LIMIT])), "") if run else ""
    return any(first in words.stops[kind] for kind in ("soft", "hard", "opener", "change"))


def _goes_on(text: str, former: Hit, start: int, unit: Unit) -> bool:
    """Whether a bare counter counts on what the figure before it counted: "由 340 支扩充至 460 支", "44 个，其中 21 个"."""
    if unit.kind != "counter" or former.unit != unit.word or not former.noun or not unit.word:
        return False
    return not SENTENCE.search(text, former.end, start)


def _last_noun(text: str, words: Lexicon, cut: Cut) -> str:
    """The noun phrase that ``text`` ends with, without the verb or the 的 before it; "" where it ends with none."""
    run = LAST_RUN.search(text)
    pieces = list(cut(run.group())) if run else []
    noun = ""
    while pieces and len(noun) + len(pieces[-1]) <= LED_NOUN:
        word = pieces.pop()
        if (
            word == OF
            or word in words.stops["hard"]
            or word in words.stops["change"]
            or (word in words.stops["soft"] and word not in words.stops["both"])
        ):
            break
        noun = word + noun
    return noun if len(noun) > 1 else ""


def _family(noun: str, unit: Unit, words: Lexicon) -> str:
    for length in range(min(5, len(noun)), 0, -1):
        if family := words.families.get(noun[-length:]):
            return family
    return unit.family


def _phrase_end(text: str, start: int, words: Lexicon, cut: Cut, thing: bool = False) -> int:
    """Where the noun phrase that begins at ``start`` ends: at a point, a verb, a preposition; modifiers run to their 的."""
    run = PLAIN.match(text, start)
    if not run:
        return start
    at, last = start, OF
    for word in cut(run.group()[:NOUN_LIMIT]):
        if at == start and word in words.stops["opener"]:
            return _after_modifier(text, start, words, cut, thing)
        noun_too = at > start and thing and word in words.stops["both"]  # "31 份国家报告": 国家 are not counted by 份
        if (_ends_phrase(word, last, words) and not noun_too) or text.startswith(DONE, at + len(word)):
            break
        at, last = at + len(word), word
    return at - 1 if at > start and text[at - 1] == OF else at


def _ends_phrase(word: str, last: str, words: Lexicon) -> bool:
    """ "六个专题 | 的信息", but "两个不同的分专题"; "119 个缔约国 | 提供", but "三份答复", "新的执行摘要"."""
    if word == OF:
        return last not in words.stops["adjective"]
    if word in words.stops["joiner"]:
        return last not in words.stops["attributive"]
    if word in words.stops["hard"] or word in words.stops["change"]:
        return True
    return word in words.stops["soft"] and last != OF


def _after_modifier(text: str, start: int, words: Lexicon, cut: Cut, thing: bool) -> int:
    stop = re.compile("[，。；、！？\n]").search(text, start, start + MODIFIER_LIMIT)
    end = stop.start() if stop else start + MODIFIER_LIMIT
    mark = text.find(OF, start, end)
    if mark < 0 or DIGIT.search(text, start, mark):  # "21 个已改按车祸后 30 天的口径统计"
        return start
    return _phrase_end(text, mark + 1, words, cut, thing) if mark + 1 < len(text) else start
