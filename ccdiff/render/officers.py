"""Who was elected to what: "选出Akira Tanabe（日本）担任主席", "Chair: Ms. Tuiloma (Fiji)", told office by office.

A word diff of two such sentences interleaves names and verbs and says nothing to a reader.
"""

from __future__ import annotations

import re
from functools import cache

from ccdiff.errors import CcdiffError
from ccdiff.language import load
from ccdiff.model.named import NamedTuple
from ccdiff.render.messages import Messages

LETTER = "A-Za-zÀ-ɏ"
WORD = rf"(?:(?:[A-ZÀ-Þ][a-z]{{0,2}}\.){{1,6}}|[A-ZÀ-Þ][{LETTER}'’\-]{{0,40}}|al-[{LETTER}\-]{{1,40}}|(?:de|da|das|del|della|der|di|do|dos|du|el|la|le|van|von|bin|ibn|ben|e|y)(?=\s))"
HAN_NAME = r"[\u4e00-\u9fff]{1,10}(?:[·•][\u4e00-\u9fff]{1,8}){0,5}"
HAN = re.compile(r"[\u4e00-\u9fff]+")
SHORT_NAME = (2, 4)  # characters of a name that nothing divides: 王小明
MENTION = re.compile(
    rf"(?P<name>(?:{WORD}(?:[ \u00a0]{WORD}){{0,10}}|{HAN_NAME})(?:先生|女士|博士)?)\s?"
    r"[（(]\s?(?P<country>[^（）()\d]{2,40}(?:[（(][^（）()\d]{2,40}[)）])?)\s?[)）]"
)
TITLE = re.compile(r"^(?:Mr|Ms|Mrs|Dr|Mx|H\. ?E)\.? |先生$|女士$|博士$")
BETWEEN = 12  # characters between "为" and the office: "为第三十四届会议主席"


class _Words(NamedTuple):
    elect: re.Pattern[str]
    before: re.Pattern[str]  # an office right before a name
    after: re.Pattern[str]  # an office after a name
    bare: re.Pattern[
        str
    ]  # an office right after a name, its verb left out: "…, Ms. Kovač (Croatia) Vice-Chair and Mr. …"
    join: re.Pattern[str]
    same: dict[str, str]  # an office in small letters -> the first of its row of names for one office
    lead: re.Pattern[str]  # what stands before a name that no space parts from it: "选举", "副主席", "和"


def officers(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Office -> those elected to it, both as printed (the office in the singular); empty where the text elects nobody.

    >>> officers("专家组选举Ana Ramírez女士（巴拿马）为主席", "zh")
    {'主席': ('Ana Ramírez女士（巴拿马）',)}
    """
    words = _words(language)
    if words is None or not words.elect.search(text):
        return {}
    mentions = [span for match in MENTION.finditer(text) if (span := _span(match, words))]
    found: dict[str, tuple[str, ...]] = {}
    for (start, end), office in zip(mentions, _offices(text, mentions, words), strict=True):
        if office:
            found[office] = (*found.get(office, ()), text[start:end])
    return found


def _span(mention: re.Match[str], words: _Words) -> tuple[int, int] | None:
    """Where a mention begins and ends: in Chinese no space parts a name from the verb or the office before it."""
    name = HAN.match(mention["name"])
    if not name:
        return mention.span()
    lead = max((match.end() for match in words.lead.finditer(name.group())), default=0)
    divided = len(TITLE.sub("", mention["name"])) > name.end()
    rest = len(TITLE.sub("", name.group())) - lead
    if divided or (lead and SHORT_NAME[0] <= rest <= SHORT_NAME[1]):
        return mention.start() + lead, mention.end()
    return None


def _offices(text: str, mentions: list[tuple[int, int]], words: _Words) -> list[str]:
    ends = [0, *(end for _, end in mentions)]
    starts = [*(start for start, _ in mentions), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    before = [words.before.search(gap) for gap in gaps[:-1]]
    after = [words.after.match(gap) or words.bare.match(gap) for gap in gaps[1:]]
    for k, taken in enumerate(after[:-1], 1):  # the office behind one name is not also the one before the next
        standing = before[k]
        if taken and standing and standing.start("office") < taken.end("office"):
            before[k] = None
    offices = [(a or b).group("office") if (a or b) else "" for a, b in zip(after, before, strict=True)]  # type: ignore[union-attr]
    joined = [bool(words.join.fullmatch(gap)) for gap in gaps]
    for k in range(len(offices)):  # "副主席：A和B": B has the office that stood before A
        if not offices[k] and joined[k] and k and before[k - 1] and not after[k - 1]:
            offices[k], before[k] = offices[k - 1], before[k - 1]
    for k in reversed(range(len(offices) - 1)):  # "A和B为副主席": A has the office that stands after B
        if not offices[k] and joined[k + 1] and after[k + 1]:
            offices[k], after[k] = offices[k + 1], after[k + 1]
    return offices


def told(old: str, new: str, languages: tuple[str, str], say: Messages) -> str:
    """The offices of both texts with those elected before and now, as one sentence; empty where one of them elects nobody."""
    was, now = officers(old, languages[0]), officers(new, languages[1])
    words = _words(languages[0])
    if not was or not now or words is None:
        return ""
    parts = []
    before = {words.same.get(office.lower(), office): names for office, names in was.items()}
    shown = {
        words.same.get(office.lower(), office): office for office in (*was, *now)
    }  # one office, as it is printed last
    after = {words.same.get(office.lower(), office): names for office, names in now.items()}
    for key in dict.fromkeys((*after, *before)):
        office, a, b = shown[key], before.get(key, ()), after.get(key, ())
        form = "kept" if _same(a, b) else "changed" if a and b else "came" if b else "gone"
        parts.append(say(f"officers.{form}", office=office, old=say.join(list(a)), new=say.join(list(b))))
    return say("list.and").join(parts)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return {_bare(name) for name in one} == {_bare(name) for name in other}


def _bare(mention: str) -> str:
    found = MENTION.fullmatch(mention)
    return TITLE.sub("", found.group("name")) if found else mention


@cache
def _words(language: str) -> _Words | None:
    """The patterns of a language's table ``officers``; ``None`` where it has none."""
    try:
        rows = load(language).rows("officers")
    except CcdiffError:
        return None
    table = {
        kind: [word for row in rows if row[0] == kind for word in row[1:] if word]
        for kind in ("elect", "role", "after", "join")
    }
    if not all(table.values()):
        return None
    listed = {
        kind: "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        for kind, words in table.items()
    }
    office = rf"(?P<office>{listed['role']})"
    return _Words(
        re.compile(listed["elect"]),
        re.compile(rf"{office}s?\s*[:：,，]?\s*$"),
        re.compile(rf"\s?(?:，|,)?\s?(?:{listed['after']})\s?[^，。；,.;:：]{{0,{BETWEEN}}}?{office}"),
        re.compile(rf"\s?{office}s?(?=\s?[,，、;；.。]|\s(?:{listed['join']})\s|$)"),
        re.compile(rf"\s*(?:{listed['join']})\s*"),
        {word.lower(): row[1] for row in rows if row[0] == "same" for word in row[1:] if word},
        re.compile(rf"{listed['elect']}|{listed['role']}|^(?:{listed['join']})"),
    )
