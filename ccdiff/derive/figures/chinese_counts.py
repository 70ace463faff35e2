"""Whether a Chinese number counts or measures something: no ordinal, no date, no 一 that is an article."""

from __future__ import annotations

import re

from ccdiff.derive.figures.lexicon import Lexicon, Unit
from ccdiff.model.record import record
from ccdiff.text.numerals import Number

TIMES = ("span", "year", "day")
CLAUSE_START = re.compile(r"(?:^|[，。；：、！？（(\n]\s*)$")
CALENDAR = 1000  # years from here on are dates


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
