"""Figures in English text: a number, what makes it one, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ccdiff.derive.figures.english_elsewhere import (
    BARE,
    LED_BACK,
    LOOK_BACK,
    elided,
    held_against,
    labelled,
    listed_on,
    numbered,
    of_total,
)
from ccdiff.derive.figures.english_nouns import COUNTER, SAID, dated, many, noun_after, shared
from ccdiff.derive.figures.frequency import Frequencies
from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import Lexicon, Masked, Unit
from ccdiff.text.numerals import Number, english, tidy

CAPITALISED = re.compile(r"[a-z),;:’\"”][ \n]+(?:[A-Z][A-Za-z\-]*[ \n]+)*[A-Z][A-Za-z\-]*[ \n]+$")
RUN_OF_NUMBERS = re.compile(r"\d\s\Z")  # "600 800 1 000": the axis of a chart
ZERO = re.compile(r"0\d")  # 25-04146: a job number
PARTITIVE = re.compile(r"\bof (?:which|whom|these|those|them),?\s*$")
GROUP = re.compile(  # "Of the laboratories of Africa, | 14 had been tested", "Of those countries, only | 25 gathered data"
    r"\b(?:[Oo]f|[Aa]mong)(?:[ \n]+(?:the|these|those|all|its|their|our))+(?:[ \n]+\d[\d,.]{0,8}(?:[ \n]+(?:thousand|million|billion))?)?(?=[ \n]+[A-Za-z])([^,.;:()]{3,80}),(?:[ \n]+(?:only|just|but))?\s*$"
)
LASTS = re.compile(r"\b(?:would|will|to|shall|should|can|could|may|might) last\s*$")
AND_A_HALF = re.compile(r"[ \n]+and[ \n]+a[ \n]+half\b")
PLACE = re.compile(r"[ \n]+[^,.;:()\n]{2,40}?(?=\s*[,.;:()]|\s+(?:and|or)\s|\Z)")  # "in the area of separation"
TO = re.compile(r"[ \n]+to[ \n]+")
LISTED_ONE = re.compile(r",\s+|,?\s+and\s+")  # between a count and the "one" that is counted with it
DAYS = range(1, 32)
HUNDRED = 100
TEENS = 11  # "Ninety-four of the victims", but "two of them"
YEARS = range(1900, 2101)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
PARTS |= {f"{part}s": number for part, number in PARTS.items()}
PERCENT = Unit("%", "percent", "percent")
MONEY = Unit("$", "money", "money")
FRACTION = Unit("", "fraction", "fraction")
RATE = Unit("", "measure", "rate")
ORDINAL = re.compile(
    r"[ \n]+(?!of\b|less\b|fewer\b|more\b|lower\b|higher\b|as\b|to\b|in\b|by\b|on\b|at\b|since\b|and\b|or\b|were\b|was\b|had\b|have\b|has\b|is\b|are\b|from\b|between\b|over\b|during\b|the\b|its\b|their\b|all\b|who\b|that\b|which\b|did\b|do\b|said\b|would\b|will\b|could\b|can\b|may\b)[a-z0-9]"
)
NAME_BEFORE, NAME_AFTER = re.compile(r"[A-Z][A-Za-z]*, \Z"), re.compile(r"(?:, | and |, and )[A-Z]")
NUMBERS = re.compile(r"(?:,\s+\d+(?:\.\d+)?)*,?\s+and\s+(?=\d)")
PER = re.compile(
    r"[ \n]+(?:[a-z]+[ \n]+)?(?:per|for (?:every|each)|(?:in|out of) every)[ \n]+(?:\d{1,3}(?:,\d{3})+|1000|thousand|hundred|million)\b"
)
RATED = re.compile(r"\b(?:of|to|at|from|was|is|in \d{4} to)\s*$")


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
    hit = often.interval(text, match.start(), match.end(), value) or (
        often.repeated(text, match.start(), match.end(), value, match["number"].lower() in words.times)
        if value > 1
        else None
    )
    return hit and _qualified(hit, *_qualifier_before(text, hit.start, words))


def _share_listed(text: str, end: int, words: Lexicon) -> bool:
    """Whether a per cent ends the list of numbers that goes on here: "| 16, 0.4, and 5% of the commits, respectively"."""
    listed = NUMBERS.match(text, end)
    last = words.number.match(text, listed.end()) if listed else None
    return bool(last and last["percent"])


def _named(text: str, match: re.Match[str], noun: str, family: str, end: int) -> bool:
    """Whether a number is part of a name: "Bytemark, | 365 Data Centers, NYI", "the 8254 PIT"."""
    if family or not noun or not all(word[0].isupper() for word in noun.split()):
        return False
    model = noun.isupper() and "," not in match["number"] and len(match["number"]) > 3
    return model or bool(NAME_BEFORE.search(text, 0, match.start()) and NAME_AFTER.match(text, end))


def _qualified(hit: Hit, qualifier: str, start: int) -> Hit:
    return hit if qualifier == "exact" else replace(hit, qualifier=qualifier, start=start)


def _hit(text: str, match: re.Match[str], last: Hit | None, words: Lexicon, former: Hit | None = None) -> Hit | None:
    if match["part"] or match["many"]:
        return _fraction(text, match, words)
    low = english(match["number"] + " " + (match["low"] or match["scale"] or ""), words.number_words)
    high = english(match["to"] + " " + (match["scale"] or ""), words.number_words) if match["to"] else None
    if RUN_OF_NUMBERS.search(text, max(0, match.start() - 2), match.start()):
        return None
    if match["number"].lower() in words.times:
        return None  # "twice as many"
    if low is None or (match["to"] and (high is None or high <= low)) or ZERO.match(match["to"] or match["number"]):
        return None
    qualifier, start = _qualifier_before(text, match.start(), words)
    half = AND_A_HALF.match(text, match.end())
    unit, unit_end = _unit(text, match, words, half.end() if half else match.end())
    if low in DAYS and unit.kind == "counter" and dated(text, unit_end, words):
        return None  # "Bonn, 31 March 2022"
    if half:
        low = tidy(low + 0.5)
    if match["from"] is not None and unit.kind in ("counter", "money"):
        unit, low = _of_second(text, match, low, unit, words)
    before, spelled = text[max(0, start - LOOK_BACK) : start], not match["number"][0].isdigit()
    if unit.kind == "counter" and not spelled and low not in YEARS and _share_listed(text, unit_end, words):
        unit = PERCENT  # "16, 0.4, and 5%"
    if unit.kind == "counter" and former and held_against(text, before, unit_end, former, match["scale"]):
        unit = Unit(
            former.unit, former.kind, former.family
        )  # "3.1 million francs, against 2.8 million the year before"
    counts = _counts(low, high, match, unit, qualifier, spelled) or (
        low == 1 and _lone(text, start, last, qualifier, words)
    )
    due = bool(words.cues["deadline"].search(text, max(0, match.start() - LOOK_BACK), match.start()))
    counts = counts or (low == 1 and due and unit.kind == "span")  # "within one year of accession"
    lone = (
        not counts and low == 1 and high is None and unit.kind == "span"
    )  # "one year", which may be "12 months" elsewhere
    if not (counts or lone) or _rejected(before, text, unit_end, spelled, unit, words, due):
        return None
    noun, end, family = noun_after(text, unit_end, unit, words)
    if unit.kind == "counter" and not spelled and _named(text, match, noun, family, end):
        return None
    group = GROUP.search(text, max(0, start - SAID), start) if unit.kind == "counter" else None
    first = noun.split(" ")[0].lower()
    acts = first in words.stops["soft"] - words.stops["plural"] or (group and first.endswith("ed"))
    if acts and (group or PARTITIVE.search(before)):
        noun, end = "", unit_end  # "of which 11 | involved heavy weapons"
    if unit.kind == "counter" and (not noun or not (low == 1 or many(noun, words))):
        noun, end, family = shared(text, unit_end, end, noun, last, words)
    listed, part = 0, False
    if unit.kind == "counter" and noun and not spelled and not match["scale"] and PER.match(text, end):
        unit, family, noun = RATE, RATE.family, ""  # "15.7 deaths per 100,000 inhabitants"
    if unit.kind == "counter" and not noun:
        led = bool(words.led_before.search(text, max(0, start - LED_BACK), start))
        noun, family = numbered(text, start, unit_end, words, last) if led and not spelled else ("", "")
        if not noun:
            noun, family = elided(text, start, unit_end, last, spelled, words)
        if not noun and group:
            noun, _, family = noun_after(text, group.start(1), COUNTER, words)
        if not noun and last and (listed := listed_on(text, start, unit_end, last, words)):
            noun, family = last.noun, last.family
        if not noun:
            noun, family = of_total(text, unit_end, words, spelled and low < TEENS)
            part = bool(noun)
        if not noun and (not spelled or match["scale"]):
            noun, family = numbered(text, start, unit_end, words)
            if not noun and not spelled and low != 1:
                noun, family = labelled(text, start, unit_end, words)
            if not noun and start < match.start():  # "the total number of operations exceeds | 143,000"
                noun, family = numbered(text, match.start(), unit_end, words)
        if not noun and (not spelled and _rate(text, start, unit_end, words)):
            unit, family = RATE, RATE.family
        elif not noun:
            return None
    qualifier, end = _qualifier_after(text, end, qualifier, words)
    stop = place.end() if listed and (place := PLACE.match(text, end)) else end
    return Hit(
        start,
        stop,
        match.start(),
        unit_end,
        low,
        high,
        qualifier,
        unit.word,
        unit.kind,
        family,
        noun,
        end,
        listed or int(part),
        lone=lone,
        part=part,
    )


def _rate(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a number measures what has no unit: "the mortality ratio fell from 342 to 223 per 100,000 live births"."""
    if PER.match(text, end):
        return True  # "297 for every 100,000 live births"
    before = text[max(0, start - SAID) : start]
    if not RATED.search(before) or not words.cues["rate"].search(before):
        return False
    return bool(BARE.match(text, end) and "." in text[start:end])


def _of_second(text: str, match: re.Match[str], low: Number, unit: Unit, words: Lexicon) -> tuple[Unit, Number]:
    """The unit that stands but once, after the second number: "from 24 to 31 per cent", "from 24 to 31 million"."""
    to = TO.match(text, match.end())
    second = words.number.match(text, to.end()) if to else None
    if not second or second["part"]:
        return unit, low
    told = match["scale"] or low >= 1000
    scale = 1 if told else english("1 " + (second["scale"] or ""), words.number_words) or 1
    return _unit(text, second, words, second.end())[0], tidy(low * scale)


def _fraction(text: str, match: re.Match[str], words: Lexicon) -> Hit | None:
    if match["part"] and match["part"][:2].lower() in ("a ", "a-") and ORDINAL.match(text, match.end()):
        return None  # "a third aarch64 builder"
    value = _part(match["part"].lower(), words) if match["part"] else _of_many(match, words)
    if value is None:
        return None
    qualifier, start = _qualifier_before(text, match.start(), words)
    amount, end = tidy(round(value, 4)), match.end()
    whole = english(match["many"], words.number_words) if match["many"] else None
    if whole == HUNDRED:  # "84 days out of 100"
        return Hit(
            start,
            end,
            match.start(),
            end,
            tidy(round(value * HUNDRED, 2)),
            None,
            qualifier,
            PERCENT.word,
            PERCENT.kind,
            PERCENT.family,
            "",
            end,
        )
    noun = (
        " ".join(text[match.end("lone") : match.start("many")].split()[:-1]) if match["lone"] else ""
    )  # "one money order in 250"
    return Hit(start, end, match.start(), end, amount, None, qualifier, "", "fraction", "fraction", noun, end)


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
    return words.qualifiers[re.sub(r"\s+", " ", match.group(1).lower())], match.start(1)


def _qualifier_after(text: str, end: int, qualifier: str, words: Lexicon) -> tuple[str, int]:
    after = words.qualifier_after.match(text, end)
    if after and qualifier == "exact":
        return words.qualifiers[after.group(1).lower()], after.end()
    return qualifier, end


def _unit(text: str, match: re.Match[str], words: Lexicon, end: int) -> tuple[Unit, int]:
    if match["currency"]:
        return MONEY, end
    if match["percent"]:
        return PERCENT, end
    if found := words.unit_after.match(text, end):
        return words.units[found.group(1)], found.end()
    return COUNTER, end


def _rejected(before: str, text: str, end: int, spelled: bool, unit: Unit, words: Lexicon, due: bool) -> bool:
    """Ordinals, labels ("position 10", "Route 7"), times past ("two days ago"; but ``due``, "no later than two days after"
    is a limit) and the two spoken of ("the two sides").
    """
    if words.rejected_after.match(text, end) or (words.rejected_before.search(before) and not LASTS.search(before)):
        return True
    averaged = unit.kind == "span" and words.cues["per"].search(text, max(0, end - SAID), min(len(text), end + SAID))
    if unit.kind == "span" and words.cues["passed"].match(text, end) and not (due or averaged):
        return True
    if spelled:
        return bool(words.rejected_han.search(before))
    return unit.kind == "counter" and bool(words.cues["article"].search(before) or CAPITALISED.search(before))


def _counts(low: Number, high: Number | None, match: re.Match[str], unit: Unit, qualifier: str, spelled: bool) -> bool:
    bare = unit.kind == "counter" and not spelled and not match["scale"] and "," not in match["number"]
    if bare and (low in YEARS or high in YEARS):
        return False
    if low == 1 and high is None and spelled and not match["scale"]:
        return unit.kind in ("span", "measure") and qualifier != "exact"
    return low != 0 or unit.kind in ("percent", "money")


def _lone(text: str, start: int, last: Hit | None, qualifier: str, words: Lexicon) -> bool:
    """Whether "one" counts: "eight meetings and one round table", "only one meeting", "should hold (at least) one meeting"."""
    if qualifier in ("at_least", "up_to") or words.cues["bound"].search(text, max(0, start - LOOK_BACK), start):
        return True
    listed = last is not None and last.kind == "counter" and LISTED_ONE.fullmatch(text, last.end, start)
    return bool(listed or words.cues["only"].search(text, max(0, start - LOOK_BACK), start))
