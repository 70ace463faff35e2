"""What a figure is called: the thing counted and what is said of it, where its clause says that in so many words; else the clause
itself, with "…" for the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.captions import BRACKETED, Words, balanced, strip_end, strip_start
from ccdiff.derive.figures.hit import Hit
from ccdiff.model.record import record

GAP = "…"
OF = "的"
DONE = ("了", "过")  # after a verb; 的 takes its place: 提出了三种解决办法, 提出的解决办法
SHIFTED = re.compile(r"[将把使是]|\bthat\b")  # with these a clause is no name: 将费用降至
PAUSE = re.compile(r"[，,；;：:、]")
DIGIT = re.compile(r"\d")
NAME = {False: 40, True: 48}  # characters of a name, Chinese and Latin
CLAUSE = {False: 60, True: 90}  # characters of a clause
LITTLE = {False: 5, True: 3}  # words, or Chinese characters, of a clause that says nothing without the one before
LEAST = {False: 2, True: 3}  # characters of a name
TIME = re.compile(
    r"(?:分别)?(?:在|于|自|截至|从)?\s*(?:(?:\d{4}\s*年|\d{1,2}\s*月|\d{1,2}\s*日)\s*(?:(?:和|及|以及|、|至|到)\s*)?)+(?:期间|间|以来|底|初|末|中)?[\s，]*"
)
JOINED = re.compile(r",? and .*$", re.DOTALL)  # the next figure: "£6.42 | and average distance 37.9 kilometres"
WORDS = re.compile(r"[\u3400-\u9fff]|[A-Za-z][A-Za-z’'\-]*")
UNPAIRED = {ord(mark): None for mark in "()（）《》“”"}
POINTED = " \t\n，。；：、,;:.—-"


@record
class Called:
    """``name``: a noun phrase, or ""; ``words``: what stands beside the number in its clause; ``passage``: that clause."""

    name: str
    words: str
    passage: str

    @property
    def told(self) -> str:
        """What a reader is shown."""
        return self.name or self.passage


def better(sides: Sequence[Called]) -> str:
    """What one figure of two reports is called: by the shorter name, else by the shorter clause; the order of the two does not matter."""
    names = [side.name for side in sides if side.name]
    return min(names, key=lambda name: (len(name), name)) if names else passage(sides)


def passage(sides: Sequence[Called]) -> str:
    """The shorter of the clauses."""
    return min((side.passage for side in sides), key=lambda text: (len(text), text))


def called(text: str, hit: Hit, span: tuple[int, int], beside: tuple[int, int], words: Words) -> Called:
    """What a figure is called whose clause is ``text[span[0]:span[1]]``; the figure before it ends, that after it begins at ``beside``."""
    before, after = beside
    first = max(span[0], before) if PAUSE.search(text, before, hit.start) else span[0]
    end = min(span[1], after)
    counted = hit.kind == "counter" and hit.last > hit.unit_end
    lead, rest = text[first : hit.start], text[hit.last if counted else hit.unit_end : end]
    rest = JOINED.sub("", rest) if end < span[1] else rest
    noun = _line(text[hit.unit_end : hit.last]).removeprefix(OF) if counted else ""
    lead = _bare(lead, words)
    rest = words.basis.sub("", _line(rest)).strip(POINTED)
    name = _counted(lead, noun, rest, words) if noun else _measured(lead, rest, words)
    space = " " if words.latin else ""
    return Called(_fitting(name, words), space.join(filter(None, (lead, noun, rest))), _passage(text, hit, span, words))


def _bare(lead: str, words: Words) -> str:
    """What stands before a number, without what only leads there: "其中", "2022 年", "共有", a legal basis."""
    text, last = _line(lead).strip(POINTED), None
    while text != last:
        last = text
        text = strip_start(TIME.sub("", text, count=1) if TIME.match(text) else text, words.ends["lead"])
    return words.basis.sub("", text).strip(POINTED)


def _counted(lead: str, noun: str, rest: str, words: Words) -> str:
    """ "提供了信息的缔约国", "提出的解决办法", "piles have been driven"; "" where something is said of the thing before and behind the number."""
    if words.latin or (lead and rest):
        return f"{noun} {rest}" if rest and not lead else ""
    if rest:
        return "" if rest.startswith(OF) else f"{rest}{OF}{noun}"
    if lead.endswith(DONE):
        return f"{lead[:-1]}{OF}{noun}"
    return lead + noun if lead.endswith(OF) or not lead else ""


def _measured(lead: str, rest: str, words: Words) -> str:
    """ "空缺率" of "空缺率为 8.3%", "Total income" of "Total income was 203,900 Euros"."""
    if rest:
        return ""
    bare, last = lead, None
    while bare != last:
        last = bare
        for kind in ("tail", "toward", "loose"):
            bare = strip_end(bare, words.ends[kind])
    told = bare != lead or not words.latin  # "全馆藏书 | 4 万册"
    return strip_start(bare, words.ends["article"]) if told and not bare.endswith(OF) else ""


def _fitting(name: str, words: Words) -> str:
    """A name, if it may be one."""
    fits = LEAST[words.latin] <= len(name) <= NAME[words.latin] and balanced(name)
    return "" if not fits or DIGIT.search(name) or PAUSE.search(name) or SHIFTED.search(name) else name


def _passage(text: str, hit: Hit, span: tuple[int, int], words: Words) -> str:
    """The clause with "…" for the number, with the one before where it says little."""
    start, end = span[0], min(span[1], subject.bounds(text, subject.at(hit.last), subject.NEAR)[1])
    counted = hit.unit_end - len(hit.unit) * (hit.kind == "counter" and text.endswith(hit.unit, 0, hit.unit_end))
    while start and len(WORDS.findall(text[start : hit.start] + text[counted:end])) < LITTLE[words.latin]:
        further = subject.bounds(text, subject.at(start - 1), subject.NEAR)[0]
        if further >= start:
            break
        start = further
    room = CLAUSE[words.latin]
    first, last = max(start, hit.start - room), min(end, hit.unit_end + room)
    before, after = _line(text[first : hit.start]), _line(text[counted:last])
    if words.latin and first > start:  # no word cut in two
        before = before.partition(" ")[2]
    if words.latin and last < end:
        after = after.rpartition(" ")[0]
    gap = f" {GAP} " if words.latin else GAP
    told = f"{before if words.latin else strip_start(before, words.ends['lead'])}{gap}{after}".strip(POINTED)
    return told if balanced(told) else " ".join(told.translate(UNPAIRED).split())


def _line(text: str) -> str:
    """``text`` on one line, without what stands in brackets."""
    return " ".join(BRACKETED.sub("", text).split())
