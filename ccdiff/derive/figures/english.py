"""Figures in English text: a number, what makes it one, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ccdiff.derive.figures.english_elsewhere import LOOK_BACK, MONTH, Bare, Thing, elsewhere, group_noun, whole_of
from ccdiff.derive.figures.english_nouns import COUNTER, SAID, dated, many, noun_after, shared
from ccdiff.derive.figures.frequency import Frequencies
from ccdiff.derive.figures.lexicon import Lexicon, Masked, Unit
from ccdiff.derive.figures.statement import Hit
from ccdiff.model.record import record
from ccdiff.text.normalise import small
from ccdiff.text.numerals import Number, english, tidy

CAPITALISED = re.compile(r"[a-z),;:’\"”][ \n]+(?:[A-Z][A-Za-z\-]*[ \n]+)*[A-Z][A-Za-z\-]* +$")
RUN_OF_NUMBERS = re.compile(r"\d\s\Z")  # "600 800 1 000": the axis of a chart
ZERO = re.compile(r"0\d")  # 25-04146: a job number
SYMBOL = re.compile(r"/\d")  # "1 | United Nations S/2007/699": the page of a masthead
PARTITIVE = re.compile(r"\bof (?:which|whom|these|those|them),?\s*$")
GROUP = re.compile(  # "Of the laboratories of Africa, | 14 had been tested", "Of those countries, only | 25 gathered data"
    r"\b(?:[Oo]f|[Aa]mong)(?:[ \n]+(?:the|these|those|all|its|their|our))+(?:[ \n]+\d[\d,.]{0,8}(?:[ \n]+(?:thousand|million|billion))?)?(?=[ \n]+[A-Za-z])([^,.;:()]{3,80}),(?:[ \n]+(?:only|just|but))?\s*$"
)
OF_PEOPLE = re.compile(r"(?:[Oo]f|[Aa]mong)[ \n]+those[ \n]+(?:who\b|[a-z]+ed\b)")
LASTS = re.compile(r"\b(?:would|will|to|shall|should|can|could|may|might) last\s*$")
PLACE = re.compile(r"[ \n]+[^,.;:()\n]{2,40}?(?=\s*[,.;:()]|\s+(?:and|or)\s|\Z)")  # "in the area of separation"
OF = re.compile(r" of\b")
TO = re.compile(r"[ \n]+to[ \n]+")
LISTED_ONE = re.compile(r",\s+|,?\s+and\s+")  # between a count and the "one" that is counted with it
DAYS = range(1, 32)
FEW = 3  # "the two sides" are those spoken of; "the ten recommendations" are counted
HUNDRED = 100
YEARS = range(1900, 2101)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
PARTS |= {f"{part}s": number for part, number in PARTS.items()}
PERCENT = Unit("%", "percent", "percent")
SHORT = {"k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "bn": "billion"}  # "$36k"
FRACTION = Unit("", "fraction", "fraction")
RATE = Unit("", "measure", "rate")
SO_MANY = r"(?i:per|for every|for each)[ \n]+(?:\d{1,3}(?:,\d{3})+|1000|thousand|hundred|million)\b"
BEHIND, AHEAD = re.compile(rf"[ \n]+{SO_MANY}"), re.compile(rf"\b{SO_MANY}[^\d.;:]{{3,60}}$")
ORDINAL = re.compile(
    r"[ \n]+(?!of\b|less\b|fewer\b|more\b|lower\b|higher\b|as\b|to\b|in\b|by\b|on\b|at\b|since\b|and\b|or\b|were\b|was\b|had\b|have\b|has\b|is\b|are\b|from\b|between\b|over\b|during\b|the\b|its\b|their\b|all\b|who\b|that\b|which\b|did\b|do\b|said\b|would\b|will\b|could\b|can\b|may\b)[a-z0-9]"
)
ITEM, TITLE = re.compile(r"\d{1,2}\.\d{1,2}"), re.compile(r"[ \n]+[A-Z][a-z]")
NAME_BEFORE, NAME_AFTER = re.compile(r"[A-Z][A-Za-z]*, \Z"), re.compile(r"(?:, | and |, and )[A-Z]")
NUMBERS = re.compile(r"(?:,\s+\d+(?:\.\d+)?)*,?\s+and\s+(?=\d)")


def scan(text: str, words: Lexicon, often: Frequencies) -> Iterator[Hit]:
    """The figures of ``text`` in order."""
    masked = Masked(text, words)
    at, last, former = 0, None, None
    while match := words.number.search(text, at):
        at = match.end()
        if masked.end(match.start(), match.end()):
            continue
        if hit := _often(text, match, words, often) or _hit(text, match, last, words, former):
            yield hit
            former = hit
            last = hit if hit.kind == "counter" or not last else last
            at = max(at, hit.unit_end)
        elif match["to"] and text[match.start("to") - 1].isspace():
            at = match.start("to")  # "from 21 per cent in 2015 to | 12 per cent in 2020"


def _often(text: str, match: re.Match[str], words: Lexicon, often: Frequencies) -> Hit | None:
    """ "every two years", "four times a year"."""
    if match["part"] or match["many"] or match["to"] or match["scale"] or match["percent"] or match["currency"]:
        return None
    told = often.touches(text, match.start(), match.end())
    value = english(match["number"], words.number_words) if told else None
    if not value:
        return None
    hit = often.interval(text, *match.span(), value)
    if not hit and value > 1:
        hit = often.repeated(text, *match.span(), value, match["number"].lower() in words.times)
    return hit and _qualified(hit, *_qualifier_before(text, hit.start, words))


def _last_listed(text: str, end: int, words: Lexicon) -> re.Match[str] | None:
    """The last of the list of numbers that goes on here: "| 16, 0.4, and 5% of the commits", "| 120, 85 and 64 technicians"."""
    listed = NUMBERS.match(text, end)
    return words.number.match(text, listed.end()) if listed else None


def _named(text: str, match: re.Match[str], noun: str, family: str, end: int) -> bool:
    """Whether a number is part of a name: "Bytemark, | 365 Data Centers, NYI", "the 8254 PIT"."""
    if family or not noun or not all(word[0].isupper() for word in noun.split()):
        return False
    model = noun.isupper() and "," not in match["number"] and len(match["number"]) > 3
    return model or bool(NAME_BEFORE.search(text, 0, match.start()) and NAME_AFTER.match(text, end))


def _qualified(hit: Hit, qualifier: str, start: int) -> Hit:
    return hit if qualifier == "exact" else replace(hit, qualifier=qualifier, start=start)


@record
class Read:
    """A number as it was read: ``text[start:end]`` from its qualifier to its unit, the bare number at ``number``."""

    start: int
    number: int
    end: int
    low: Number
    high: Number | None
    qualifier: str
    unit: Unit
    spelled: bool


def _hit(text: str, match: re.Match[str], last: Hit | None, words: Lexicon, former: Hit | None = None) -> Hit | None:
    """The figure at ``match``, after the figures ``last`` (the last that counts things) and ``former`` (of whatever kind)."""
    if match["part"] or match["many"]:
        return _fraction(text, match, words)
    read = _read(text, match, words)
    if read is None:
        return None
    counts = read.unit is COUNTER and not read.spelled and read.low not in YEARS
    row = _last_listed(text, read.end, words) if counts else None
    if row and row["percent"]:
        read, row = replace(read, unit=PERCENT), None
    due = bool(words.cues["deadline"].search(text, max(0, read.number - LOOK_BACK), read.number))
    lone = not _told(text, read, match, last, due, words)
    if lone and not (read.low == 1 and read.high is None and read.unit.kind == "span"):
        return None  # "one year" may be "12 months" elsewhere
    if _rejected(text, read, words, due, former):
        return None
    thing = _counted(text, read, row or match, last, former, words)
    if thing is None:
        return None
    qualifier, end = _qualifier_after(text, thing.end, read.qualifier, words)
    stop = place.end() if thing.listed and (place := PLACE.match(text, end)) else end
    span, unit = (read.start, stop, read.number, read.end), (thing.unit.word, thing.unit.kind, thing.family)
    listed = thing.listed or int(thing.part)
    return Hit(*span, read.low, read.high, qualifier, *unit, thing.noun, end, listed, lone=lone, part=thing.part)


def _read(text: str, match: re.Match[str], words: Lexicon) -> Read | None:
    """The number itself with its qualifier and its unit; ``None`` for what is none (a date, the axis of a chart, "twice as many")."""
    scale = match["scale"] or SHORT.get(match["short"] or "", "")
    low = english(f"{match['number']} {match['low'] or scale}", words.number_words)
    high = english(f"{match['to']} {scale}", words.number_words) if match["to"] else None
    axis = not match["currency"] and RUN_OF_NUMBERS.search(text, max(0, match.start() - 2), match.start())
    if axis or match["number"].lower() in words.times:
        return None
    if low is None or (match["to"] and (high is None or high <= low)) or ZERO.match(match["to"] or match["number"]):
        return None
    qualifier, start = _qualifier_before(text, match.start(), words)
    unit, end = _unit(text, match, words, match.end())
    if low in DAYS and unit.kind == "counter" and dated(text, end, words):
        return None  # "Bonn, 31 March 2022"
    if match["from"] is not None and unit.kind in ("counter", "money"):
        unit, low = _of_second(text, match, low, unit, words)
    return Read(start, match.start(), end, low, high, qualifier, unit, not match["number"][0].isdigit())


def _told(text: str, read: Read, match: re.Match[str], last: Hit | None, due: bool, words: Lexicon) -> bool:
    """Whether the number says how many: not a bare year, nor the "one" that only stands for "a"."""
    if _counts(read.low, read.high, match, read.unit, read.qualifier, read.spelled):
        return True
    if read.low != 1:
        return False
    return _lone(text, read, last, words) or (due and read.unit.kind == "span")


def _counted(
    text: str, read: Read, match: re.Match[str], last: Hit | None, former: Hit | None, words: Lexicon
) -> Thing | None:
    """What a number counts, in its own words or elsewhere; ``None`` where it counts nothing."""
    unit = read.unit
    noun, end, family = noun_after(text, read.end, unit, words)
    if unit.kind != "counter":
        return Thing(unit, noun, end, family)
    if not read.spelled and (_named(text, match, noun, family, end) or SYMBOL.match(text, end)):
        return None
    before = text[max(0, read.start - LOOK_BACK) : read.start]
    group = _group(text, read.start, words)
    first = noun.split(" ")[0].lower()
    part = group or PARTITIVE.search(before)
    if part and (first in words.stops["soft"] - words.stops["plural"] or first.endswith("ed")):
        noun, end = "", read.end  # "of which 11 | involved heavy weapons", "12 | included maps"
    slip = noun in words.families and OF.match(text, end)  # "2 member of the public"
    if not noun or not (read.low == 1 or slip or many(noun, words)):
        noun, end, family = shared(text, read.end, end, noun, last, words)
    each = BEHIND.match(text, end) or AHEAD.search(text, max(0, read.start - SAID), read.start)
    if each and not read.spelled and not match["scale"]:
        return Thing(RATE, "", end, RATE.family)  # "15.7 deaths per 100,000 inhabitants"
    if noun:
        return Thing(unit, noun, end, family)
    second = _second(text, match, words) if match["from"] is not None else match
    if second and second.start() > read.number:
        noun, _, family = noun_after(text, second.end(), unit, words)  # "from 1,120 | to 1,245 households"
    if noun:
        return Thing(unit, noun, end, family)
    bare = Bare(text, read.start, read.number, read.end, read.low, read.spelled, bool(match["scale"]))
    return elsewhere(bare, last, former, group, words)


def _group(text: str, at: int, words: Lexicon) -> re.Match[str] | None:
    """The group of which a number counts a part: "Of those countries, | 25", but not "At the end of the year, | 31"."""
    group = GROUP.search(text, max(0, at - SAID), at)
    noun = group_noun(text, group, words)[0] if group else ""
    those = group is not None and not noun and OF_PEOPLE.match(text, group.start()) is not None
    return group if (noun and many(noun, words)) or those else None


def _second(text: str, match: re.Match[str], words: Lexicon) -> re.Match[str] | None:
    """The number to which one leads: "from 24 | to 31 per cent"."""
    to = TO.match(text, match.end())
    return words.number.match(text, to.end()) if to else None


def _of_second(text: str, match: re.Match[str], low: Number, unit: Unit, words: Lexicon) -> tuple[Unit, Number]:
    """The unit that stands but once, after the second number: "from 24 to 31 per cent", "from 24 to 31 million"."""
    second = _second(text, match, words)
    if not second or second["part"]:
        return unit, low
    told = match["scale"] or low >= 1000
    scale = 1 if told else english("1 " + (second["scale"] or ""), words.number_words) or 1
    return _unit(text, second, words, second.end())[0], tidy(low * scale)


def _fraction(text: str, match: re.Match[str], words: Lexicon) -> Hit | None:
    if match["part"] and match["part"][:2].lower() in ("a ", "a-") and ORDINAL.match(text, match.end()):
        return None  # "a third aarch64 builder"
    value = _part(small(match["part"]), words) if match["part"] else _of_many(match, words)
    if value is None:
        return None
    qualifier, start = _qualifier_before(text, match.start(), words)
    whole = english(match["many"], words.number_words) if match["many"] else None
    unit, value = (PERCENT, value * HUNDRED) if whole == HUNDRED else (FRACTION, value)  # "84 days out of 100"
    lone = text[match.end("lone") : match.start("many")].split()[:-1] if match["lone"] and unit is FRACTION else ()
    noun, end = " ".join(lone), match.end()  # "one money order in 250"
    span, kind = (start, end, match.start(), end), (unit.word, unit.kind, unit.family)
    return Hit(*span, tidy(round(value, 4)), None, qualifier, *kind, noun, end)


def _part(said: str, words: Lexicon) -> float:
    """ "two thirds", "a fifth", "half"."""
    count, part = ("one", said) if said == "half" else re.split(r"[\s\-]+", said)
    return words.number_words.get(count, 1) / PARTS[part]


def _of_many(match: re.Match[str], words: Lexicon) -> float | None:
    """ "one in five women", "one woman in five", "three out of every four"."""
    few = english(match["one"] or match["lone"] or match["few"], words.number_words)
    many = english(match["many"], words.number_words)
    return few / many if few and many and few < many else None


def _qualifier_before(text: str, at: int, words: Lexicon) -> tuple[str, int]:
    match = words.qualifier_before.search(text, max(0, at - LOOK_BACK), at)
    if not match:
        return "exact", at
    return words.qualifiers[re.sub(r"\s+", " ", small(match.group(1)))], match.start(1)


def _qualifier_after(text: str, end: int, qualifier: str, words: Lexicon) -> tuple[str, int]:
    after = words.qualifier_after.match(text, end)
    if after and qualifier == "exact":
        return words.qualifiers[small(after.group(1))], after.end()
    return qualifier, end


def _unit(text: str, match: re.Match[str], words: Lexicon, end: int) -> tuple[Unit, int]:
    if match["currency"]:
        said = match["currency"].strip()
        name = next((name for word, name in words.currencies if word == said), said)
        return Unit("$" if name.endswith("$") else name, "money", "money"), end
    if match["percent"]:
        return PERCENT, end
    if found := words.unit_after.match(text, end):
        return words.units[found.group(1)], found.end()
    return COUNTER, end


def _rejected(text: str, read: Read, words: Lexicon, due: bool, former: Hit | None) -> bool:
    """Ordinals, labels ("position 10", "Route 7"), times past ("two days ago"; but ``due``, "no later than two days after"
    is a limit) and the two spoken of ("the two sides"; but "three of the five sides", "the ten recommendations").
    """
    before, end, unit = text[max(0, read.start - LOOK_BACK) : read.start], read.end, read.unit
    numbering = words.rejected_before.search(before) and not LASTS.search(before)
    if words.rejected_after.match(text, end) or numbering:
        return True
    averaged = unit.kind == "span" and words.cues["per"].search(text, max(0, end - SAID), min(len(text), end + SAID))
    if unit.kind == "span" and words.cues["passed"].match(text, end) and not (due or averaged):
        return True
    if read.spelled:
        whole = whole_of(text, former.unit_end, words) if former and former.part else None
        pointed = words.rejected_han.search(before) or (read.low < FEW and words.rejected_few.search(before))
        return bool(pointed) and not (whole and whole.start() == read.number)
    if unit.kind == "counter" and ITEM.fullmatch(text, read.number, end) and TITLE.match(text, end):
        return True  # "5.1 Chairman's Report"
    bare = text[read.number : end].isdigit()  # "position 10", "Route 7", but "owed the Centre 0.8 million"
    return unit.kind == "counter" and bare and _label(before, read.low, words)


def _label(before: str, value: Number, words: Lexicon) -> bool:
    """Whether a number names what stands before it: "article 7", "Route 7"; not "on an ordinary day | 119 tests", "January | 590"."""
    if words.cues["article"].search(before):
        return not words.cues["unlabelled"].search(before)
    named = CAPITALISED.search(before)
    return bool(named) and not (value > MONTH and before.split()[-1].lower() in words.months)


def _counts(low: Number, high: Number | None, match: re.Match[str], unit: Unit, qualifier: str, spelled: bool) -> bool:
    bare = unit.kind == "counter" and not spelled and not match["scale"] and "," not in match["number"]
    if bare and (low in YEARS or high in YEARS):
        return False
    if low == 1 and high is None and spelled and not match["scale"]:
        return unit.kind in ("span", "measure") and qualifier != "exact"
    return low != 0 or unit.kind in ("percent", "money")


def _lone(text: str, read: Read, last: Hit | None, words: Lexicon) -> bool:
    """Whether "one" counts: "eight meetings and one round table", "only one meeting", "should hold (at least) one meeting", "one of which"."""
    first, start, cues = max(0, read.start - LOOK_BACK), read.start, words.cues
    if read.qualifier in ("at_least", "up_to") or cues["bound"].search(text, first, start):
        return True
    listed = last is not None and last.kind == "counter" and LISTED_ONE.fullmatch(text, last.end, start)
    among = last is not None and (cues["among"].search(text, first, start) or cues["among_after"].match(text, read.end))
    return bool(listed or among or cues["only"].search(text, first, start))
