"""What may be the name of a matter: no mere place, no country, no number; without what only hangs on to it.

A State, a region or a town is no matter by being named (South Africa, 东亚和东南亚); where many paragraphs turn on a region, work
there is one (太平洋区域).
"""

from __future__ import annotations

import re
from collections import Counter

from ccdiff.derive.topics.edges import contrary, entire, joined_on, stance
from ccdiff.derive.topics.matter import OWN_PLACE, Candidate, absent, heads, renamed
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import units
from ccdiff.derive.topics.titles import MOST_NAMES, person
from ccdiff.language import Language, plain
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

MANY = 5  # paragraphs that turn on a region before work there is a matter
NUMERALS = re.compile("(?:[IVXLC]+|[〇零一二三四五六七八九十百千万亿]+)\\Z")  # IV, 十二五
HANGING = re.compile(r"\s*(?:[（(]\s*(?:见|see)\s[^（）()]*[）)]\s*|[.。;；:：,，、])+\Z", re.I)
JOINT = re.compile(r"\s(?:of|for|on)\s")
SHORT_WORD = 3  # letters of the words of a name that are small in it
SHORTEST_PLACE = 3  # characters of a Chinese name that ends as a place does (马尼拉市; not 城市)
LONGEST_PLACE = 10  # of one with its province


def sound(candidate: Candidate, side: Side) -> Candidate | None:
    """A candidate under a label that an officer may write, or None where it names no matter."""
    full = entire(joined_on(contrary(candidate, side), side), side)
    if full is not candidate and not absent(full.label, side):
        return None
    candidate = full
    label = HANGING.sub("", candidate.label)
    if candidate.kind not in OWN_PLACE and (
        NUMERALS.match(label)
        or stance(label, side)
        or (len(candidate.places) < MANY and side.here.language.once(place)[label])
        or _body(label, side)
        or nameless(label, side)
    ):
        return None
    return candidate if label == candidate.label else renamed(candidate, label)


def _body(label: str, side: Side) -> bool:
    """Whether a name in capitals is that of a body, by its last noun or by the one before "of", "for" or "on"."""
    words = label.split()
    if side.han or len(words) < 2 or not all(word[0].isupper() for word in words if len(word) > SHORT_WORD):
        return False
    known = side.here.language.once(_bodies)
    return words[-1].lower() in known or JOINT.split(label)[0].split()[-1].lower() in known


def nameless(label: str, side: Side) -> bool:
    """Whether a label is the name of a person, or of who speaks in minutes (Steele, @revy, Yukari: …): it says of nothing what it is."""
    if label in side.here.once(speakers):
        return True
    if side.han:
        return PERSON.search(label) is not None
    *rest, last = label.split() or [""]
    if rest and _somebody(rest, last, side):
        return True
    within = re.compile(
        rf"[a-z,] {re.escape(label)}\b"
    )  # not only at the head of a sentence, where any word is in capitals
    return " " not in label and person(label, side) and any(within.search(text) for text in side.text.values())


def _somebody(rest: list[str], last: str, side: Side) -> bool:
    """Whether words in capitals that no dictionary knows are somebody's name: all of them, or those behind an office (SC-IMT chair Remi Giraud)."""
    name = [last]
    while rest and rest[-1][:1].isupper() and len(name) < MOST_NAMES:
        name.insert(0, rest.pop())
    if rest:
        return side.here.language.once(heads).get(rest[-1].lower()) == "actor" and person(" ".join(name), side)
    return person(" ".join(name), side)


PERSON = re.compile(r"[A-Z][a-z’'\-]+(?:\s+[A-Z][\w’'\-]+)+\Z")  # 主席 Maria Consuelo Porrás
SPEAKING = re.compile(r"[-*• ]*([A-Za-z][\w.\-]{2,})(?:[:：]|$|[,，、 ]*@)", re.M)
MENTIONED = re.compile(r"@([A-Za-z][\w.\-]{2,})|(?<![-\w])-{2,3}\s*([\u3400-\u9fff]{2,3})(?![\u3400-\u9fff])")
LINE = re.compile(r"[-*• ]*([A-Z][\w.’'\-]{0,11}|[\u3400-\u9fff]{2,3})\s*(?:\s[-–—]\s|[:：])")
END, MARKS = re.compile("\n"), ("@", "--")  # of a line; before who is called upon
NAME_MARKS = re.compile("[、，,]")
AGAIN = 2  # lines that begin with somebody, or with a label (结论：, Action:)


def speakers(reading: Reading) -> frozenset[str]:
    """Who is called upon, speaks or has something to do in minutes (revy：…, RGr - …, --吴峰光), and what labels lines there. Use ``reading.once(speakers)``."""
    text = "\n".join(unit.text for unit in reading.once(units))
    lines = [0, *(line.end() for line in END.finditer(text))]
    found = Counter(match[1] for at in lines if (match := LINE.match(text, at)))
    names = {name for name, times in found.items() if times >= AGAIN}
    if reading.language.code == "zh":
        names |= {match[1] for at in lines if (match := SPEAKING.match(text, at))}
        if any(mark in text for mark in MARKS):
            names |= {name for both in MENTIONED.findall(text) for name in both if name}
    listed = reading.language.once(_labelled).findall(text)
    names |= {name.strip() for line in listed for name in NAME_MARKS.split(line)}
    return frozenset(names)


def _labelled(language: Language) -> re.Pattern[str]:
    """Names behind the label of persons in a line of minutes (汇报人：李辉、刘子成; Participants: Ge Peng, Liu Yiming). Use ``language.once(_labelled)``."""
    words = "|".join(re.escape(row[0]) for row in language.rows("topic_openers") if row[1] == "labels")
    name = r"(?:[\u3400-\u9fff]{2,4}|[A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]+)+)"
    return re.compile(rf"(?:{words or '(?!)'})\s*[:：][*\s]*({name}(?:[、，,] ?{name})*)(?![\u3400-\u9fff])")


@plain
def _bodies(language: Language) -> frozenset[str]:
    """The nouns that a body's name ends with. Use ``language.once(_bodies)``."""
    return frozenset(row[0].lower() for row in language.rows("topic_heads") if row[1] in ("body", "actor"))


def place(language: Language) -> Remembered[bool]:
    """Whether a label is the name of places and nothing else. Use ``language.once(place)``."""
    rows = language.rows("topic_heads")
    known = {fold(name).lower() for row in language.rows("states") for name in row[1:]}
    known |= {fold(name).lower() for row in language.rows("cities") for name in row}
    known |= {row[0].lower() for row in rows if row[1] == "place"}
    ends = tuple(row[0] for row in rows if row[1] == "placed")
    cities = tuple(row[0] for row in rows if row[1] == "unplaced")
    joins = sorted(
        (row[0] for row in language.rows("topic_openers") if row[1] == "and"), key=lambda word: (-len(word), word)
    )
    han = language.code == "zh"
    split = re.compile(r"[、,，]|" + "|".join(re.escape(word) if han else rf"\b{re.escape(word)}\b" for word in joins))
    area = re.compile(rf"(?:{'|'.join(re.escape(row[0]) for row in rows if row[1] == 'area')})\Z", re.I)

    last = {name[-1] for name in (*known, *ends, *(row[0].lower() for row in rows if row[1] == "area")) if name}

    def placed(piece: str) -> bool:
        bare = piece.strip().lower().removeprefix("the ")
        if bare in known or area.sub("", bare).strip() in known:
            return True
        if han:
            return SHORTEST_PLACE <= len(bare) <= LONGEST_PLACE and bare.endswith(ends) and not bare.endswith(cities)
        words = piece.split()
        return len(words) > 1 and words[-1].lower() in ends and all(word[0].isupper() for word in words)

    def every(label: str) -> bool:
        """Whether all that a label lists are places; most labels end as none does."""
        low = label.rstrip().lower()
        if not low or (low[-1] not in last and fold(low[-1]) not in last and low[-1] not in "、,，"):
            return False
        return all(map(placed, filter(str.strip, split.split(fold(label)))))

    return Remembered(every)
