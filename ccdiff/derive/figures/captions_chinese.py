"""Subjects of figures in Chinese: what stands before the number, the noun, and what is said of it, without the number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ccdiff.derive.figures.captions import SHOWN, Cut, Sentence, Words, balanced, one_line, strip_end, strip_start
from ccdiff.derive.figures.statement import Hit

OF, WHICH, IS, FROM, IN, AFTER = "的", "所", "的是", "来自", "在", ("后", "时")
LIMIT = SHOWN[True]
DAYS = (
    r"(?:(?:\d{4}\s*年|\d{1,2}\s*月|\d{1,2}\s*日)\s*(?:(?:和|及|以及|、|至|到)\s*)?)+(?:期间|间|以来|底|初|末|中)?\s*"
)
TIME = re.compile(rf"(?:分别)?(?:在|于|自|截至|从)?\s*{DAYS}")  # at the beginning of a clause
DATED = re.compile(rf"(?:分别)?[在于]\s*{DAYS}")  # anywhere in it
TURNED = "\0"  # ends what stands before the second number of "由 9.8% 降至 7.5%"
PEOPLE = "人"  # "中管干部的 27 人": the officials
LISTED = re.compile(r"([^。；：:\n]{4,40})[：:][^。；：:\n]*、[^。；：:\n]*[（(]$")  # a list, and how many stand in it
POINTED = " \t\n，。；：、,;:.—-"
ALREADY = re.compile(r"[了过着]")
CLEAR = 8  # characters of a noun and what is said of it that need no verb before them
FAR = 8  # figures back that one may lean on
HEAD = 4  # characters before "降至" that say what fell
CLAUSES_BACK = 20  # clauses: a figure leans on none farther back, and a list of a thousand costs its length
NEARBY = 24  # characters of a clause before that may be put before a subject which leans on it
WORTH = 3  # characters of a subject that can stand alone
BY = "一个由"  # "拥有一个由非欧盟成员国的 47 个联络点构成的网络"
AGE = "age"  # "我国60岁以上人口": the age belongs to the thing counted


def subject(sentence: Sentence, place: int, words: Words, cut: Cut) -> str:
    """What the figure ``sentence.hits[place]`` is called."""
    for text in map(one_line, _subjects(sentence, place, words, cut)):
        if text and balanced(text) and (fitted := _fit(text, words, cut)):
            return fitted
    return sentence.hits[place].noun


def _subjects(sentence: Sentence, place: int, words: Words, cut: Cut) -> Iterator[str]:
    hit = sentence.hits[place]
    start, end = sentence.clause(hit.start, hit.last)
    raw = _lead(sentence, place, start, words)
    noun = _noun(sentence.text, hit)
    rest = "" if raw.endswith(TURNED) else _rest(sentence, place, end, words)
    lead = _clean(raw, bool(noun and rest), words)
    if lead == IN and rest.endswith(AFTER):  # "在六份新的执行摘要最终定稿后"
        lead, rest = "", rest[:-1].removesuffix("之")
    said = _said(lead, noun, rest, hit, words, cut)
    head = _before(sentence, place - raw.endswith(TURNED), start, words)
    if head and not noun and not said.startswith(head) and _leaning(said, words):
        said = _fit(head, words, cut, LIMIT - len(said)) + said
    elif head and noun and not rest and lead in words.of["verb of"]:
        said = _fit(head, words, cut, LIMIT - len(said)) + lead + OF + noun  # "申诉 1,003 件，涉及 | 39 个缔约国"
    if (
        listed := not hit.noun
        and sentence.text[hit.start - 1 : hit.start] in "（("
        and LISTED.search(sentence.text, 0, hit.start)
    ):
        yield strip_start(listed[1].strip(), words.ends["lead"])  # "下列国家派代表出席：…、越南和也门（100 个）"
    yield said
    yield strip_start(one_line(sentence.without(start, end)).strip(POINTED), words.ends["lead"])


def _noun(text: str, hit: Hit) -> str:
    """The noun phrase as printed, or the unit that is counted itself (人, 户)."""
    phrase = text[hit.unit_end : hit.last].strip() if hit.kind == "counter" and hit.last > hit.unit_end else ""
    return phrase.removeprefix(OF) if phrase else ""


def _lead(sentence: Sentence, place: int, start: int, words: Words, back: int = 0) -> str:
    """What stands before a figure in its clause, from the figure before it on; in a list, what stands before the list.

    "近 1,000 项良好做法" in "所确定的 6,200 多项建议和近 1,000 项良好做法" has 所确定的 before it.
    """
    hit = sentence.hits[place]
    before = sentence.hits[place - 1] if place else None
    aged = before is not None and before.family == AGE and before.qualifier in ("at_least", "up_to")
    if before is None or before.last <= start or aged or back > FAR:
        return one_line(sentence.text[start : hit.start])
    lead = one_line(sentence.text[before.last : hit.start])
    if lead in words.of["joiner"] or not lead:
        return _lead(sentence, place - 1, start, words, back + 1)
    first = _lead(sentence, place - 1, start, words, back + 1)
    turn = words.ends["toward"].at_end(lead)
    if turn and not strip_start(lead[:-turn], words.ends["lead"]):
        return strip_end(first, words.ends["tail"]) + _noun(sentence.text, before) + lead[-turn:] + TURNED
    if lead.startswith(WHICH):  # "167 项…国别审议所确定的逾 6,000 项建议"
        return _noun(sentence.text, before) + lead
    if first.endswith(FROM) and lead.endswith(OF):  # "来自 41 个会员国和《…公约》缔约国的 57 个机关"
        return ""
    return lead.rpartition("、")[2]


def _clean(raw: str, counted: bool, words: Words) -> str:
    """What stands before a figure, without the words that only lead there: "其中", "2022 年", "共有".

    ``counted``: a counted noun follows, and something is said of it; then a preposition before it stays.
    """
    text = raw.strip(POINTED)
    while (bare := strip_start(TIME.sub("", text, count=1) if TIME.match(text) else text, words.ends["lead"])) != text:
        text = bare
    text = words.basis.sub("", DATED.sub("", text))
    if text.endswith(TURNED):
        return strip_start(text[:-1], words.ends["object"])
    if IS in text:
        text = strip_start(text.rpartition(IS)[2], words.ends["before"])
    if counted:
        return strip_end(text, words.ends["counted"])
    turned = strip_end(text, words.ends["tail"])
    bare = strip_end(strip_end(turned, words.ends["toward"]), words.ends["tail"])
    return strip_start(bare if len(bare) >= HEAD else turned, words.ends["object"])


def _rest(sentence: Sentence, place: int, end: int, words: Words) -> str:
    """What is said of a figure after its noun; up to the next figure, only what belongs to this one."""
    hit, text = sentence.hits[place], sentence.text
    after = sentence.after(place)
    if after and after.start < end:
        return _between(one_line(text[hit.last : after.start]), hit, _noun(text, after), words)
    rest = one_line(text[hit.last : end])
    bare = words.basis.sub("", rest).strip()
    if rest and not bare and text[end : end + 1] == "，":  # "国家根据…建议，指定了本国…中央机关"
        further = sentence.clause(end + 1, end + 1)[1]
        bare = one_line(text[end + 1 : further]) if not sentence.inside(end, further) else ""
    bare = bare[: len(bare) - words.says(bare)]
    cut = bare.find("、")
    bare = bare[:cut] if cut == 0 or (cut > 0 and hit.kind != "counter") else bare
    return strip_start(bare, words.ends["after"])


def _between(text: str, hit: Hit, noun: str, words: Words) -> str:
    """What stands between a figure and the next, as far as it is said of the first; ``noun`` is what the next one counts."""
    if text == OF and noun:  # "122 个缔约国的 190 个预防犯罪机关"
        return ("" if OF in noun else OF) + noun
    if turn := words.ends["toward"].at_end(text):
        return text[:-turn] if text.startswith(OF) else ""
    if noun and text.endswith(OF) and text[:1] in words.of["joiner"]:
        return text + noun
    brief = text.endswith(OF) and 1 < len(text) <= 4 and text[0] not in (OF, WHICH)  # "以 7 种语文举行的"
    if noun and (brief or text[-1:] in words.of["aspect"]):
        return text + noun
    return "" if hit.kind == "counter" else strip_end(text, words.ends["tail"]) if hit.family == AGE else ""


def _said(lead: str, noun: str, rest: str, hit: Hit, words: Words, cut: Cut) -> str:
    """The subject out of its three parts."""
    if not lead:
        return (noun or (hit.unit if hit.kind == "noun" else "")) + (rest if noun else rest.removeprefix(OF))
    if lead.endswith(OF):
        modifier = strip_start(_modifier(lead, cut, words), words.ends["before"])
        if hit.unit == PEOPLE and not noun and not rest and len(modifier) > WORTH:
            return modifier.removesuffix(OF)
        return modifier + (noun or rest or hit.unit) + (rest if noun and rest.startswith(OF) else "")
    done = lead[-1] in words.of["aspect"] and lead[-2:] not in words.grammar.of("not done")
    if done and noun and (not rest or (rest[0] in words.of["joiner"] and len(rest) <= CLEAR)):
        return _since(lead[:-1], words) + OF + noun + rest
    if done and not noun and rest.startswith(OF):
        return lead[:-1] + rest
    if done and noun and not rest.startswith(OF) and len(noun + rest) >= CLEAR:
        return noun + rest  # "《指南》总结了 36 个国家现有的法律和程序"
    return _since(lead, words) + noun + (rest if noun else rest.removeprefix(OF))


def _modifier(lead: str, cut: Cut, words: Words) -> str:
    """A modifier without what governs it: "秘书处分析了 | 缔约国提交的", "该网络为 | 涉及有组织犯罪的"."""
    bare = _since(lead, words).rpartition(BY)[2] if BY in lead else _since(lead, words)
    if bare != lead:
        return bare
    pieces = list(cut(lead))
    marks = [at for at, word in enumerate(pieces[:-2]) if at and word in words.of["governs"]]
    return "".join(pieces[marks[0] + 1 :]) if marks else lead


def _since(lead: str, words: Words) -> str:
    """``lead`` after its last 了, 过, 着 before its end; all of it where nothing is left then."""
    marks = [
        match.end()
        for match in ALREADY.finditer(lead[:-1])
        if lead[match.start() - 1 : match.end()] not in words.grammar.of("not done")
        and lead[match.start() : match.end() + 1] not in words.grammar.of("begun")
    ]
    return lead[marks[-1] :] if marks and len(lead) - marks[-1] > 2 else lead


def _leaning(said: str, words: Words) -> bool:
    """Whether a subject says nothing without the clause before: "增长", "总量", "比去年增加", "惠及"."""
    bare, turns = said, sorted(words.of["turn"], key=lambda word: (-len(word), word))
    while turn := next((word for word in turns if bare.endswith(word)), ""):
        bare = bare.removesuffix(turn)
    return len(bare) < WORTH or words.ends["leans"].at_start(said) > 0


def _before(sentence: Sentence, place: int, start: int, words: Words, steps: int = CLAUSES_BACK) -> str:
    """What a figure leans on: what the figure before it is about, or the clause before, without the verb that turns."""
    before = sentence.hits[place - 1] if place else None
    if before and before.last > start:
        return _about(_clean(_lead(sentence, place - 1, start, words), False, words), words)
    mark = sentence.text[start - 1 : start]
    if not mark or mark not in "，,、；;":
        return ""
    here, end = sentence.clause(start - 1, start - 1)
    hits = sentence.inside(here, end)
    if not hits and before and words.ends["part"].at_start(sentence.text[start:]):  # "其中"
        back = sentence.clause(before.start, before.last)[0]
        return _about(_clean(_lead(sentence, place - 1, back, words), False, words), words)
    if not hits:
        clause = one_line(sentence.text[here:end])
        return clause if len(clause) <= NEARBY else ""
    first = place
    while first and sentence.hits[first - 1].start >= hits[0].start:
        first -= 1
    about = _about(_clean(_lead(sentence, first, here, words), False, words), words)
    return about or (_before(sentence, first, here, words, steps - 1) if steps else "")


def _about(lead: str, words: Words) -> str:
    lead = strip_end(lead, words.ends["toward"])
    for turn in sorted(words.of["turn"], key=lambda word: (-len(word), word)):
        if lead.endswith(turn):
            return lead.removesuffix(turn)
    return lead


def _fit(text: str, words: Words, cut: Cut, limit: int = LIMIT) -> str:
    """``text`` in at most ``limit`` characters, cut between words, the beginning of a modifier going first."""
    text = strip_end(text.strip(POINTED), words.ends["ends"]) or text
    if len(text) <= limit:
        return text
    mark = text.rfind(OF, 0, len(text) - 2)
    if mark > len(text) - limit and mark > limit // 2:
        text = text[-2 * limit :]
        return _open(text[-_room(reversed(cut(text)), limit) :].strip(POINTED), words)
    return strip_end(text[: _room(cut(text[: 2 * limit]), limit)].strip(POINTED), words.ends["ends"])


def _room(pieces: Iterable[str], limit: int) -> int:
    """How many characters of the first ``pieces`` fit into ``limit``, none cut in two."""
    return max((size for size in accumulate(map(len, pieces)) if size <= limit), default=limit)


def _open(text: str, words: Words) -> str:
    text = strip_start(strip_start(text, words.ends["lead"]), words.ends["before"])
    return text if balanced(text) else text.translate({ord(char): None for char in "《》“”（）()"})
