"""Figures in English text: a number, what makes it one, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import Lexicon, Masked, Unit
from ccdiff.derive.figures.subject import stem
from ccdiff.text.numerals import Number, english, tidy

LOOK_BACK = 28  # characters before a number that can hold a qualifier and a cue
PHRASE = 6  # words of a noun phrase
WORD = re.compile(r"[ \n]+([^\W\d_](?:[^\W\d_]|['’\-‑])*(?:(?<=-)\d+)?)")  # with a grade: "4 P-4"
CAPITALISED = re.compile(r"[a-z),;:’\"”][ \n]+(?:[A-Z][A-Za-z\-]*[ \n]+)*[A-Z][A-Za-z\-]*[ \n]+$")
RUN_OF_NUMBERS = re.compile(r"\d\s\Z")  # "600 800 1 000": the axis of a chart
ZERO = re.compile(r"0\d")  # 25-04146: a job number
NO_PLURAL = ("ous", "ss", "us", "is")
LISTED = re.compile(
    r"(?:,|,? (?:and|or))(?: (?!and\b|or\b)[A-Za-z0-9\-]+){1,4}(?:(?:,|,? (?:and|or))(?: (?!and\b|or\b)[A-Za-z0-9\-]+){1,4}){0,3}"
)
COUNT = re.compile(r"\s+\d")
PARTITIVE = re.compile(r"\bof (?:which|whom|these|those|them),?\s*$")
NUMBER_OF = re.compile(
    r"\b([Nn]umber of|[Ss]hortage of|[Tt]otal of|[Ss]hortfall of)\b(?:[^.;()]|\.(?=\d)){3,120}?"
    r"(?:\b(?:was|is|were|are|at|reached|totalled|exceed(?:s|ed|ing)?|order of|from|to|now)(?:\s+(?:still|now|already))?|:)\s+(?:\d+ to )?$"
)
GROUP = re.compile(  # "Of the laboratories of Africa, | 14 had been tested", "Of those countries, only | 25 gathered data"
    r"\b(?:[Oo]f|[Aa]mong)(?:[ \n]+(?:the|these|those|all|its|their|our))+(?:[ \n]+\d[\d,]{0,8})?(?=[ \n]+[A-Za-z])([^,.;:()]{3,80}),(?:[ \n]+(?:only|just|but))?\s*$"
)
ANEW = re.compile(r"\b(?:a further|another|an additional)\s*$")
MORE = re.compile(r"[ \n]+(?:more|others?|further|additional|very(?=[ \n]+[a-z]))\b")
THESE = re.compile(r"\b[Oo]f (?:these|those|them|the latter|the total|whom|which),?\s*$")
EACH = re.compile(r"[ \n]+(?:every|each|a|per)[ \n]+(?:day|week|month|year|hour|minute)\b")
AGAINST = re.compile(r"\b(?:compared with|compared to|against|up from|down from)\s*$")
AFTER_YEAR = re.compile(
    r"\s+(?:in (?:19|20)\d\d|the (?:previous|preceding) year|the year before|a year earlier)\b|\s*[.,;)]"
)
OF_WHICH = re.compile(r"[ \n]+of[ \n]+(?:which|whom|them|these|those)\b")
STOP, SEMICOLON = re.compile(r"[.\n]\s"), re.compile(r"[.;\n]\s")
OF_THEM = re.compile(r"[ \n]+of[ \n]+(?:them|these|those)\b")  # points back over the end of a sentence
TOTAL_TO = re.compile(r"\b(?:the|their|its)(?: [a-z]+)? (?:total|number|figure|count)(?: of [a-z]+)?(?: up)? to\s*$")
OF_GROUP = re.compile(r"[ \n]+of[ \n]+(?:the|its|their|these|those)(?=[ \n]+[a-z])")
IN_TURN = re.compile(r"[ \n]+and[ \n]+(?=\d)")
RESPECTIVELY = re.compile(r"[^.;]{0,160}\brespectively\b")
LASTS = re.compile(r"\b(?:would|will|to|shall|should|can|could|may|might) last\s*$")
FURTHER = re.compile(r"\b(?:in|of|on|at|for|from|with|within|across|by)\b")
CLAUSES = re.compile(r"(?<=[.;:,])\s+|\bthat\s+")
AND_A_HALF = re.compile(r"[ \n]+and[ \n]+a[ \n]+half\b")
BARE = re.compile(r"\s*[.,;)]|\s*$|\s+(?:in|by|as|at|during|from|to|over|since|and)\b")
GOES_ON = re.compile(r"(?:[:(,]|\band|\bor)\s+\Z|\(\Z")  # before a number that goes on counting
PLACE = re.compile(r"[ \n]+[^,.;:()\n]{2,40}?(?=\s*[,.;:()]|\s+(?:and|or)\s|\Z)")  # "in the area of separation"
TO = re.compile(r"[ \n]+to[ \n]+")
DESCRIBES = re.compile(
    r"[a-z]{2,}(?:ory|ional|ical|[ct]ial|ntal|[tn]ary|[tm]ic)"
)  # an adjective by its ending, and no verb
ENDING = re.compile(r"[A-Za-z][A-Za-z’'\-]*(?=[ \n]+[A-Za-z’'\-]|,?\Z)")
OPENS = re.compile(r"(?:\A|[.:;]\s+)\Z")  # what stands before the first word of a sentence
LISTED_ONE = re.compile(r",\s+|,?\s+and\s+")  # between a count and the "one" that is counted with it
LED_BACK = 48  # characters before a number that can hold the verb which leads to it
SAID = 120  # characters before a number in which "the number of" may say what it counts
OF_TOTAL = re.compile(r"[ \n]+of[ \n]+(?:the|its|their|these|those|a total of)[ \n]+(?:[a-z\-]+[ \n]+){0,2}?(?=\d)")
DAYS = range(1, 32)
YEARS = range(1900, 2101)
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
PARTS |= {f"{part}s": number for part, number in PARTS.items()}
COUNTER = Unit("", "counter", "")
PERCENT = Unit("%", "percent", "percent")
MONEY = Unit("$", "money", "money")
FRACTION = Unit("", "fraction", "fraction")
RATE = Unit("", "measure", "rate")
PER = re.compile(r"[ \n]+(?:deaths? )?per[ \n]+(?:100,000|1,000|thousand|hundred)\b")
RATED = re.compile(r"\b(?:of|to|at|from|was|is|in \d{4} to)\s*$")


def scan(text: str, words: Lexicon) -> Iterator[Hit]:
    """The figures of ``text`` in order."""
    masked = Masked(text, words)
    at, last = 0, None
    while match := words.number.search(text, at):
        at = match.end()
        if masked.end(match.start(), match.end()):
            continue
        if hit := _hit(text, match, last, words):
            yield hit
            last = hit if hit.kind == "counter" or not last else last
            at = max(at, hit.unit_end)
        elif match["to"] and text[match.start("to") - 1].isspace():
            at = match.start("to")  # "from 21 per cent in 2015 to | 12 per cent in 2020"


def _hit(text: str, match: re.Match[str], last: Hit | None, words: Lexicon) -> Hit | None:
    if match["part"] or match["many"]:
        return _fraction(text, match, words)
    low = english(match["number"] + " " + (match["low"] or match["scale"] or ""), words.number_words)
    high = english(match["to"] + " " + (match["scale"] or ""), words.number_words) if match["to"] else None
    if RUN_OF_NUMBERS.search(text, max(0, match.start() - 2), match.start()):
        return None
    if low is None or (match["to"] and (high is None or high <= low)) or ZERO.match(match["to"] or match["number"]):
        return None
    qualifier, start = _qualifier_before(text, match.start(), words)
    half = AND_A_HALF.match(text, match.end())
    unit, unit_end = _unit(text, match, words, half.end() if half else match.end())
    if low in DAYS and unit.kind == "counter" and _dated(text, unit_end, words):
        return None  # "Bonn, 31 March 2022"
    if half:
        low = tidy(low + 0.5)
    if match["from"] is not None and unit.kind in ("counter", "money"):
        unit, low = _of_second(text, match, low, unit, words)
    before, spelled = text[max(0, start - LOOK_BACK) : start], not match["number"][0].isdigit()
    counts = _counts(low, high, match, unit, qualifier, spelled) or (
        low == 1 and _lone(text, start, last, qualifier, words)
    )
    due = bool(words.cues["deadline"].search(text, max(0, match.start() - LOOK_BACK), match.start()))
    counts = counts or (low == 1 and due and unit.kind == "span")  # "within one year of accession"
    if not counts or _rejected(before, text, unit_end, spelled, unit, words, due):
        return None
    noun, end, family = _noun(text, unit_end, unit, words)
    group = GROUP.search(text, max(0, start - SAID), start) if unit.kind == "counter" else None
    first = noun.split(" ")[0].lower()
    acts = first in words.stops["soft"] - words.stops["plural"] or (group and first.endswith("ed"))
    if acts and (group or PARTITIVE.search(before)):
        noun, end = "", unit_end  # "of which 11 | involved heavy weapons"
    if unit.kind == "counter" and (not noun or not (low == 1 or _many(noun, words))):
        noun, end, family = _shared(text, unit_end, end, noun, last, words)
    listed, part = 0, False
    if unit.kind == "counter" and noun and "." in match["number"] and not match["scale"] and PER.match(text, end):
        unit, family, noun = RATE, RATE.family, ""  # "15.7 deaths per 100,000 inhabitants"
    if unit.kind == "counter" and not noun:
        led = bool(words.led_before.search(text, max(0, start - LED_BACK), start))
        noun, family = _numbered(text, start, unit_end, words) if led and not spelled else ("", "")
        if not noun:
            noun, family = _elided(text, start, unit_end, last, spelled, words)
        if not noun and group:
            noun, _, family = _noun(text, group.start(1), COUNTER, words)
        if not noun and last and (listed := _listed(text, start, unit_end, last, words)):
            noun, family = last.noun, last.family
        if not noun and not spelled:
            noun, family = _of_total(text, unit_end, words)
            part = bool(noun)
        if not noun and (not spelled or match["scale"]):
            noun, family = _numbered(text, start, unit_end, words)
            if not noun and start < match.start():  # "the total number of operations exceeds | 143,000"
                noun, family = _numbered(text, match.start(), unit_end, words)
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
    )


def _rate(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether a number measures what has no unit: "the mortality ratio fell from 342 to 223 per 100,000 live births"."""
    before = text[max(0, start - SAID) : start]
    if not RATED.search(before) or not words.cues["rate"].search(before):
        return False
    return bool(PER.match(text, end) or (BARE.match(text, end) and "." in text[start:end]))


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
    value = _part(match["part"].lower(), words) if match["part"] else _of_many(match, words)
    if value is None:
        return None
    qualifier, start = _qualifier_before(text, match.start(), words)
    amount, end = tidy(round(value, 4)), match.end()
    return Hit(start, end, match.start(), end, amount, None, qualifier, "", "fraction", "fraction", "", end)


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
    if unit.kind == "span" and words.cues["passed"].match(text, end) and not due:
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


def _noun(text: str, end: int, unit: Unit, words: Lexicon) -> tuple[str, int, str]:
    """The noun phrase after a number: up to its plural ("70 armed individuals | gathered"), or to what ends it."""
    if unit.kind != "counter":
        return "", end, unit.family
    found: list[re.Match[str]] = []
    more = MORE.match(text, end)  # "eight more countries", "168 very large leaks"
    at = more.end() if more else end
    while len(found) < PHRASE and (word := WORD.match(text, at)):
        joins = word.group(1).lower() in words.stops["joiner"] and _singular(found, words)
        joins = joins and not (COUNT.match(text, word.end()) or words.number.match(text, word.end() + 1))
        if not joins and _ends_phrase(word.group(1), found, words) and not _goes_on_with(text, word, found, words):
            break
        found.append(word)
        at = word.end()
    if not found or found[0].group(1).lower() in words.months or _only_verb(found, words):
        return "", end, ""
    heads = [at for at, word in enumerate(found) if _plural(word.group(1).lower(), words)]
    found = found[: heads[-1] + 1] if heads else found
    head = found[-1].group(1)
    told = [word.group(1) for word in found]
    return " ".join(told[1:] if told[0] == "new" and len(told) > 1 else told), found[-1].end(), _family(head, words)


def _dated(text: str, end: int, words: Lexicon) -> bool:
    """Whether a month follows a number: "31 March", but not "twelve may"."""
    word = WORD.match(text, end)
    return bool(word and word.group(1)[0].isupper() and word.group(1).lower() in words.months)


def _goes_on_with(text: str, word: re.Match[str], found: list[re.Match[str]], words: Lexicon) -> bool:
    """ "six medicines regulatory authorities", "28 single species action plans": a plural that describes another is no head."""
    modifies = found and found[-1].group(1).lower() in words.stops["attributive"]
    if not found or not (modifies or DESCRIBES.fullmatch(word.group(1))) or _stopped(word.group(1).lower(), words):
        return False
    head = WORD.match(text, word.end())
    return bool(head and _plural(head.group(1).lower(), words) and not _stopped(head.group(1).lower(), words))


def _stopped(word: str, words: Lexicon) -> bool:
    return word in words.stops["hard"] or word in words.stops["soft"]


def _family(head: str, words: Lexicon) -> str:
    return words.families.get(stem(head), words.families.get(head.lower(), ""))


def _only_verb(found: list[re.Match[str]], words: Lexicon) -> bool:
    """ "of which 4 | remained under investigation"; but "seven | wounded" are people, and "12 displaced families"."""
    first = found[0].group(1).lower()
    return len(found) == 1 and first in words.stops["soft"] and first not in words.stops["plural"]


def _many(noun: str, words: Lexicon) -> bool:
    """Whether a noun phrase is a plural, or the name of a class ("4 P-4", "16 national General Service")."""
    return noun.split()[-1][0].isupper() or any(_plural(word, words) for word in noun.lower().split()[-2:])


def _shared(text: str, unit_end: int, end: int, noun: str, last: Hit | None, words: Lexicon) -> tuple[str, int, str]:
    """A noun that stands but once: "32 operational, one emergency and two humanitarian crossings" counts crossings each time.

    A singular that nothing follows is no figure ("logistics 150 movement": the axis of a chart).
    """
    listed = LISTED.match(text, end) if noun and len(noun.split()) < 3 else None
    for word in re.findall(r"[A-Za-z\-]+", listed.group()) if listed else ():
        if _plural(word.lower(), words) and word.lower() not in words.number_words:
            return f"{noun} {word}", end, _family(word, words)
    opened = text.rfind("(", max(0, unit_end - SAID), unit_end)
    inside = opened >= 0 and ")" not in text[opened:unit_end]
    if last and noun and last.kind == "counter" and inside and unit_end - last.end < SAID:
        return f"{noun} {last.noun.split()[-1]}", end, last.family  # "15 posts (8 international and 7 national)"
    return "", unit_end, ""


def _ends_phrase(word: str, found: list[re.Match[str]], words: Lexicon) -> bool:
    """ "70 armed individuals | gathered", "133 States parties | to"; "two Israel Defense Forces tanks | in", "14 military
    staff officers | were".
    """
    lower, last = word.lower(), found[-1].group(1) if found else ""
    if lower in words.stops["hard"] or (found and lower in words.stops["soft"] and not last.endswith("ly")):
        return True
    if not found or lower in words.stops["joined"]:
        return False
    last = found[-1].group(1)
    if last.lower() in words.stops["attributive"] and _plural(lower, words):
        return False  # "six former Syrian armed forces positions"
    counted = last[0].islower() or stem(last) in words.families
    return counted and _plural(last.lower(), words)


def _singular(found: list[re.Match[str]], words: Lexicon) -> bool:
    """Whether no word so far is a plural: "180 death and disability claims" counts claims."""
    return 0 < len(found) < 3 and not any(_plural(word.group(1).lower(), words) for word in found)


def first_plural(text: str, words: Lexicon) -> str:
    """The first plural noun of ``text``, in lower case: "troops" of "Troops are deployed from "."""
    found = (word.lower() for word in re.findall(r"[A-Za-z][A-Za-z\-]+", text))
    stops = words.stops["hard"] | words.stops["soft"]
    return next((word for word in found if _plural(word, words) and word not in stops), "")


def _plural(word: str, words: Lexicon) -> bool:
    return word in words.stops["plural"] or (word.endswith("s") and not word.endswith(NO_PLURAL))


def _elided(text: str, start: int, end: int, last: Hit | None, spelled: bool, words: Lexicon) -> tuple[str, str]:
    """ "of whom 32 were women", "a further eight were under way", "61 in 2014": what the figure before it counted.

    That must stand in the same sentence, unless the number points back itself ("Of these, 9,700 were performed").
    """
    if last is None or last.kind != "counter":
        return "", ""
    before = text[max(0, start - LOOK_BACK) : start]
    more, these = MORE.match(text, end), THESE.search(before)
    if TOTAL_TO.search(text, max(0, start - LED_BACK), start) and _goes_on(text, last, end):
        return last.noun, last.family  # "adopted three new plans, which brought the total to 31"
    pointed = bool(more or these or ANEW.search(before) or OF_WHICH.match(text, end))
    word = WORD.match(text, more.end() if more else end)
    follows = word.group(1).lower() if word else ""
    goes_on = (follows in words.stops["elided"] | words.stops["soft"] and (pointed or not spelled)) or bool(
        EACH.match(text, end) or OF_WHICH.match(text, end)
    )
    if AGAINST.search(before) and AFTER_YEAR.match(text, end) and not spelled:
        goes_on = True
    if not goes_on or not (these or OF_THEM.match(text, end) or _goes_on(text, last, end, STOP)):
        return "", ""
    return last.noun, last.family


def _of_total(text: str, end: int, words: Lexicon) -> tuple[str, str]:
    """ "21,000 of the planned 30,000 households": what the number is a part of."""
    if group := OF_GROUP.match(text, end):  # "17 of the countries surveyed"
        noun, _, family = _noun(text, group.end(), COUNTER, words)
        if noun and family and _many(noun, words):
            return noun, family
    total = OF_TOTAL.match(text, end)
    whole = words.number.match(text, total.end()) if total else None
    if not whole or whole["part"] or whole["currency"] or whole["percent"]:
        return "", ""
    noun, _, family = _noun(text, whole.end(), COUNTER, words)
    return noun, family


def _goes_on(text: str, last: Hit, end: int, stop: re.Pattern[str] = SEMICOLON) -> bool:
    """Whether ``text`` up to ``end`` is still the sentence of ``last``."""
    return stop.search(text[last.end : end]) is None


def _listed(text: str, start: int, end: int, last: Hit, words: Lexicon) -> int:
    """Which one a number is of those that go on counting in a list ("378 in December and 531 in January"); 0 for none."""
    word = WORD.match(text, end)
    if last.kind != "counter" or not word or word.group(1).lower() not in words.stops["placed"]:
        return 0
    near = start - last.end < SAID and _goes_on(text, last, end) and GOES_ON.search(text, last.unit_end, start)
    return last.listed + 1 if near else 0


def _numbered(text: str, at: int, end: int, words: Lexicon) -> tuple[str, str]:
    """ "The number of reporting States rose to 88", "seafarers, who numbered some 1.9 million"."""
    turn = IN_TURN.match(text, end)
    if turn and RESPECTIVELY.match(text, end):  # "4,340 and 437 people had lost their lives, respectively"
        second = words.number.match(text, turn.end())
        noun, _, family = _noun(text, second.end(), COUNTER, words) if second else ("", 0, "")
        return noun, family
    if not BARE.match(text, end) and not OF_WHICH.match(text, end):
        return "", ""
    if collective := words.cues["collective"].search(text, max(0, at - LED_BACK), at):  # "has a staff of 12"
        return collective.group(1).lower(), "person"
    if led := NUMBER_OF.search(text, max(0, at - SAID), at):
        noun, _, family = _noun(text, led.end(1), COUNTER, words)
        return noun, family
    verb = words.led_before.search(text, max(0, at - LED_BACK), at)
    lead = text[max(0, at - SAID) : verb.start()] if verb else ""
    lead = CLAUSES.split(lead)[-1] if FURTHER.search(lead) else lead
    place = FURTHER.search(lead)
    if place and not _plural(
        lead.rpartition(" ")[2].lower(), words
    ):  # "deep-ocean buoys | in the Indian Ocean numbered 11"
        lead = lead[: place.start()].rstrip()
    found: list[str] = []
    for word in reversed(ENDING.findall(lead)[-PHRASE:]):
        if (word.lower() in words.stops["hard"] | words.stops["soft"]) or not (found or _plural(word.lower(), words)):
            break
        found.insert(0, word)
    noun = " ".join(found)
    begins = noun and verb and OPENS.search(text[: verb.start()].removesuffix(noun))
    return (noun[0].lower() + noun[1:] if begins else noun), _family(found[-1], words) if found else ""
