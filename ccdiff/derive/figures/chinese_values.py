"""What Chinese numbers say: their values with their units, plain ones, shares, rates; and whether they count (no ordinal, no date)."""

from __future__ import annotations

import re

from ccdiff.derive.figures.chinese_nouns import COUNTED, RATED
from ccdiff.derive.figures.lexicon import Lexicon, Unit
from ccdiff.model.record import record
from ccdiff.text.numerals import Number, tidy, value

TIMES = ("span", "year", "day")
CLAUSE_START = re.compile(r"(?:^|[，。；：、！？（(\n]\s*)$")
CALENDAR = 1000  # years from here on are dates
HUNDRED = 100
FEW = 10  # "每 10 人中有 1 人", but "每 100 人里 16 人"
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
RATE = Unit("", "measure", "rate")
EACH = "每"
FOR_EACH = re.compile(
    r"每\s*(?P<many>(?:\d[\d\s]*)?[二三四五六七八九十百千万]*)(?<=[\d二三四五六七八九十百千万])(?P<what>[^，。；、\d]{1,14})$"
)  # "每 10 万居民中有 | 15.7 人丧生"
MEASURED = re.compile(r"\s*(?:[，。；、）)]|$|[降升增减下上提至到])")  # after a number without a unit


@record
class Read:
    """A number as it was read in ``text``: it begins with its qualifier at ``start``, and the figure before it ends at ``last``; ``before``: what
    stands before it; ``quoted``: where its quote begins, if a verb stands between the qualifier and the number, else -1."""

    text: str
    match: re.Match[str]
    start: int
    last: int
    before: str
    amount: Number
    upper: Number | None
    unit: Unit
    qualifier: str
    quoted: int

    @property
    def end(self) -> int:
        """Where the number with its unit ends."""
        return self.match.end()

    @property
    def han(self) -> bool:
        """Whether it is written in characters."""
        return not self.match.group()[0].isdigit()


def rejected(read: Read, words: Lexicon) -> bool:
    """Whether a number is an ordinal, a label or a reference back ("这两个机构", "议程项目 4")."""
    if words.rejected_after.match(read.text, read.end):
        return True
    if words.allowed_before.search(read.before) or _limit(read, words):
        return False
    return bool(words.rejected_before.search(read.before) or (read.han and words.rejected_han.search(read.before)))


def counts(read: Read, words: Lexicon) -> bool:
    """Whether the number counts or measures: not 一 as an article, not a date, not "过去五年"."""
    spelled, unit = read.match["number"] or "", read.unit
    han = not spelled[:1].isdigit()
    if unit.kind in TIMES:
        single = han and read.amount == 1 and read.qualifier == "exact" and not words.cues["span"].search(read.before)
        single = single and not _limit(read, words)
        return not single and _measured(read, han, words)
    if (  # what counts is 两: 二次 is "again"
        han and unit.kind in ("counter", "noun") and (read.amount == 1 or spelled == "二")
    ):
        return False
    return read.amount != 0 or unit.kind in ("percent", "money")


def _measured(read: Read, han: bool, words: Lexicon) -> bool:
    """Whether a length of time is one: "为期三天", "超过一年", "三年以下"; neither a date nor "五年来"."""
    cues, before, text, end = words.cues, read.before, read.text, read.end
    day = read.unit.kind == "day" and not han
    least = read.qualifier == "at_least"  # "储备量不少于 7 日用量"
    if day and not least and not cues["spanned"].match(text, end) and not cues["lasting"].search(before):
        return False
    if cues["averaged"].search(before):
        return True  # "平均 8 天后可得到结果"
    if cues["passed"].match(text, end):
        return False
    spanned = bool(cues["spanned"].match(text, end) or cues["span"].search(before))
    if _limit(read, words):
        return True
    if cues["moment"].search(before) and not words.allowed_before.search(before):
        return False
    if read.qualifier == "nearly" and not spanned:
        return not CLAUSE_START.search(before)
    return spanned or read.qualifier != "exact" or read.unit.kind == "span"


def once(read: Read, words: Lexicon) -> bool:
    """Whether 一 is a length of time, told only where it is another one elsewhere: "可存放一天", "24 小时"."""
    match = read.match
    if read.unit.kind not in TIMES or match["number"] != "一" or read.qualifier != "exact" or match["to"]:
        return False
    return _measured(read, True, words)


def _limit(read: Read, words: Lexicon) -> bool:
    """Whether a length of time is a limit: "收到通知后十个工作日内"."""
    return bool(words.cues["within"].match(read.text, read.end) and words.cues["since"].search(read.before))


def lone(read: Read, words: Lexicon) -> bool:
    """Whether 一 counts: "八次全体会议和一次圆桌会议", "只举行了一次会议", "应（至少）举行一次会议"."""
    if read.amount != 1 or read.unit.kind != "counter":
        return False
    bound = read.qualifier in ("at_least", "up_to") or words.cues["bound"].search(read.before)
    if bound and words.cues["single"].fullmatch(read.unit.word):
        return True
    between = read.text[read.last : read.start].strip() if read.last else ""
    counted = words.cues["only"].search(read.before) or words.cues["among"].search(
        read.before
    )  # "其中 | 一次为非公开会议"
    return between in words.stops["joiner"] or between == "、" or bool(counted)


def known_pair(before: str, noun: str, words: Lexicon) -> bool:
    """The two are those spoken of, no count: "向两个工作组汇报", "这两个工作组的两位主席"."""
    if words.cues["pair"].search(before):
        return True
    placed = CLAUSE_START.search(before) or words.cues["pointed"].search(before)
    return bool(placed and words.cues["body"].match(noun))


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


def rate(text: str, match: re.Match[str], words: Lexicon) -> tuple[Number, None, Unit] | None:
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
