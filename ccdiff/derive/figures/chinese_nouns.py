"""What a Chinese number counts: the noun phrase after it, before it, or in the group of which it counts a part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ccdiff.derive.figures.lexicon import Lexicon, Unit
from ccdiff.derive.figures.statement import Hit

Cut = Callable[[str], Sequence[str]]

NOUN_LIMIT = 16  # characters of a noun phrase worth quoting
MODIFIER_LIMIT = 40  # characters from an opener to its 的
OF = "的"  # the particle between a modifier and its noun
ALREADY = "已"  # begins a verb that is done: 已登记
HAVE = "有"  # right after a character, with it a verb: 设有, 订有
DONE = "了"  # right after a verb: "只有 14 个 | 设立了中央机关"
OF_PEOPLE = ("个", "名", "位", "家", "户")  # counters of people, States and bodies, which act: "115 个国家 | 报告"
DIGIT = re.compile(r"\d")
PLAIN = re.compile(r"[\u3400-\u9fffA-Za-z\-·]+")
LAST_RUN = re.compile(r"[\u3400-\u9fff]+$")
LED_BACK = 20  # characters before a number that can hold the noun and the verb that leads from it to the number
RATED = 48  # characters before a number that can hold the name of a rate
COUNTED = 36  # characters before a number in which its sentence may name the number of what
LED_NOUN = 8  # characters of a noun that stands before its number
SENTENCE = re.compile(r"[。！？\n]")
AMONG = re.compile(r"(?:之中|当中|[中里内])(?:，|[只仅已共约尚]?有[^，。；的]{0,2}$)")  # after the group
ORIGIN = re.compile(
    r"(?:现已|已经|已|则)?[由从](?:[^，。；、\d]{0,4}年|上届|上次|上期|上届会议|原来|原先|此前|最初)?的?\s*$"
)  # "登记队已从上年的 | 340 支"
PERSON = "person"  # the family of people


def noun_after(text: str, end: int, unit: Unit, words: Lexicon, cut: Cut) -> tuple[str, int, str]:
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
    if stop == start + 1 and text.startswith(HAVE, stop):
        stop = start  # "三个 | 订有专门法律"
    phrase = text[start:stop]
    noun = phrase.rpartition(OF)[2]
    if unit.family == PERSON and not words.people.search(noun):  # "320 名刚从大学毕业的 | 学生"
        further = _after_modifier(text, start, words, cut, False)
        people_end = len(text[start:further].rpartition(OF)[2]) if further > stop else 0
        if people_end and words.people.search(text[:further]):
            stop, phrase, noun = further, text[start:further], text[further - people_end : further]
    if unit.family == PERSON and (people := _people(noun, words, cut)):
        stop, noun = stop - len(noun) + len(people), people
    return noun, stop if phrase else end, unit.family if unit.family == PERSON else family_of(noun, unit, words)


def _people(noun: str, words: Lexicon, cut: Cut) -> str:
    """A noun phrase up to its last word for people: "失信被执行人 | 主动履行义务"; "" where none stands in it."""
    pieces = list(cut(noun))
    while pieces and not words.people.search(pieces[-1]):
        pieces.pop()
    return "".join(pieces)


def led(text: str, first: int, start: int, unit: Unit, words: Lexicon, cut: Cut) -> str:
    """What is counted where it stands before the number: "缔约国已增至 129 个", "妇女形势室增至 7 个", "平民有 44 人".

    A noun of the tables may stand right before the number; any other only before a verb that leads to it.
    """
    if unit.kind != "counter" and unit.family != PERSON:
        return ""
    if known := words.noun_before.search(text, first, start):
        noun = known.group(1)
        return noun if unit.kind == "counter" or words.families[noun] == PERSON else ""
    verb = words.led_before.search(text, first, start) if unit.kind == "counter" else None
    verb = verb or (ORIGIN.search(text, first, start) if unit.kind == "counter" else None)
    return _last_noun(text[first : verb.start()], words, cut) if verb else ""


def group_of(text: str, start: int, unit: Unit, words: Lexicon, cut: Cut) -> str:
    """The group of which a bare counter counts a part: "答复国中，已将其定为罪行的有 36 个", "在答复的国家里，有 31 个"."""
    if unit.kind != "counter":
        return ""
    opening = text[max([mark.end() for mark in SENTENCE.finditer(text, max(0, start - RATED), start)] or [0]) : start]
    mark = AMONG.search(opening)
    noun = _last_noun(opening[: mark.start()], words, cut) if mark else ""
    return noun if noun and family_of(noun, unit, words) else ""


def acts(text: str, end: int, words: Lexicon, cut: Cut) -> bool:
    """Whether what follows a number says what the things counted do or are, and not which things they are."""
    run = PLAIN.match(text, end)
    first = next(iter(cut(run.group()[:NOUN_LIMIT])), "") if run else ""
    return any(first in words.stops[kind] for kind in ("soft", "hard", "opener", "change"))


def goes_on(text: str, former: Hit, start: int, unit: Unit) -> bool:
    """Whether a bare counter counts on what the figure before it counted: "由 340 支扩充至 460 支", "44 个，其中 21 个"."""
    if unit.kind != "counter" or former.unit != unit.word or not former.noun or not unit.word:
        return False
    return not SENTENCE.search(text, former.end, start)


def _last_noun(text: str, words: Lexicon, cut: Cut) -> str:
    """The noun phrase that ``text`` ends with, without the verb or the 的 before it; "" where it ends with none."""
    run = LAST_RUN.search(text)
    counted = run and text[run.start() - 1 : run.start()].isdigit() and words.unit_at(run.group())  # "28 | 个国家中"
    pieces = list(cut(run.group()[counted or 0 :])) if run else []
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


def family_of(noun: str, unit: Unit, words: Lexicon) -> str:
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
        if at == start and (word in words.stops["opener"] or word.startswith(ALREADY)):
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
