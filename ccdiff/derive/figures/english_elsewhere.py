"""What an English number counts where the noun stands elsewhere: before it, with the figure before it, with the whole of which it is a part."""

from __future__ import annotations

import re

from ccdiff.derive.figures import english_nouns as nouns
from ccdiff.derive.figures.lexicon import Lexicon, Unit
from ccdiff.derive.figures.statement import Hit
from ccdiff.model.record import record
from ccdiff.text.numerals import Number

LOOK_BACK = 28  # characters before a number that can hold a qualifier and a cue
MONTH = 31  # days
BEFORE_WHOLE = 3  # words between "of the" and the whole, with the number itself
YEARS = range(1900, 2101)
YEAR_LIKE = 1000  # from here on a number without a comma may be a year
DIGIT, YEAR = re.compile(r"\d"), re.compile(r"\b(?:19|20)\d\d\b")
LEFT = re.compile(r"(?:[,;:(]|\b([A-Za-z]+)(?:[ \n]+(?:the|only|just|all|some|another))?)[ \n]+\Z|\(\Z")
RIGHT = re.compile(r"\s*(?:[,.;:)]|\Z)|[ \n]+([a-z]+)\b")
LED_BACK = 48  # characters before a number that can hold the verb which leads to it
ANEW = re.compile(r"\b(?:a further|another|an additional)\s*$")
THESE = re.compile(r"\b[Oo]f (?:these|those|them|the latter|the total|whom|which),?\s*$")
EACH = re.compile(r"[ \n]+(?:every|each|a|per)[ \n]+(?:day|week|month|year|hour|minute)\b")
OF_WHICH = re.compile(r"[ \n]+of[ \n]+(?:which|whom|them|these|those)\b")
STOP, SEMICOLON = re.compile(r"[.\n]\s"), re.compile(r"[.;\n]\s")
OF_THEM = re.compile(r"[ \n]+of[ \n]+(?:them|these|those)\b")  # points back over the end of a sentence
TOTAL_TO = re.compile(r"\b(?:the|their|its)(?: [a-z]+)? (?:total|number|figure|count)(?: of [a-z]+)?(?: up)? to\s*$")
OF_GROUP = re.compile(r"[ \n]+of[ \n]+(?:the|its|their|our|these|those)(?=[ \n]+[a-z])")
PEOPLE = ("people", "person")
THOSE = re.compile(r"[ \n]+of[ \n]+those[ \n]+(?:who\b|[a-z]+ed\b)")
OF_TOTAL = re.compile(r"[ \n]+of[ \n]+(?:the|its|their|these|those|a total of)[ \n]+")
BETWEEN = re.compile(r"[a-z\-]+(?:['’]s)?[ \n]+")
ARTICLE = re.compile(r"\s+(?:the|its|their)(?=\s)")
FURTHER = re.compile(
    r"\b(?:in|of|on|at|for|from|with|within|across|by|about|concerning|regarding|to|against|under|between|among|into|through)\b"
)
CLAUSES = re.compile(r"(?<=[.;:,])\s+|\bthat\s+")
BARE = re.compile(
    r"\s*[.,;()]|\s*$|\s+(?:all|in|by|as|at|during|from|to|over|since|and|among|on|for|with|per|under|within|between)\b"
)
GOES_ON = re.compile(r"(?:[:(,]|\band|\bor)\s+\Z|\(\Z")  # before a number that goes on counting
ENDING = re.compile(r"[A-Za-z][A-Za-z’'\-]*(?=[ \n]+[A-Za-z’'\-]|,?\Z)")
WHO = re.compile(r"\s+(?:who|that|which)\s+(?=[a-z]+)")
LABEL = re.compile(r"(?:^|[.;(\n]\s*)((?:[A-Za-z][A-Za-z\-]*\s+){0,4}[A-Za-z][A-Za-z\-]*):\s*$")
LABEL_ENDS = re.compile(r"\s*(?:[.;)\n]|,\s|$)")
OPENS = re.compile(r"(?:\A|[.:;]\s+)\Z")  # what stands before the first word of a sentence
VERB = re.compile(r"(?:[ \n]+of[ \n]+(?:them|these|those))?[ \n]+(?:[a-z]+ly[ \n]+)?([a-z]+)\b")


@record
class Bare:
    """A number without a noun: ``text[start:end]`` from its qualifier to its unit, the number itself at ``number``."""

    text: str
    start: int
    number: int
    end: int
    value: Number
    spelled: bool
    scaled: bool


@record
class Thing:
    """What a number counts, where its phrase ends, which one it is of those that count it (hit.py), and whether it is a part of a number that follows."""

    unit: Unit
    noun: str
    end: int
    family: str
    listed: int = 0
    part: bool = False


def elsewhere(
    bare: Bare, last: Hit | None, former: Hit | None, group: re.Match[str] | None, words: Lexicon
) -> Thing | None:
    """What a number without a noun counts; ``group``: the group before it of which it may be a part ("Of those countries, | 25")."""
    text, start, end = bare.text, bare.start, bare.end
    noun, family, listed, part = "", "", 0, False
    if words.led_before.search(text, max(0, start - LED_BACK), start):
        told = number_of(text, start, end, words) if bare.spelled else numbered(text, start, end, words, last)
        noun, family = told
    if not noun:
        noun, family = elided(text, start, end, last, bare.spelled, words)
    if not noun and group:
        noun, _, family = group_noun(text, group, words)
        noun, family = (noun, family) if noun else PEOPLE  # "Of those defended by the programme, | 1,510"
    if not noun and last and (listed := listed_on(text, start, end, last, words)):
        noun, family = last.noun, last.family
    if not noun:
        noun, family = of_total(text, end, words)
        part = bool(noun)
    if not noun and (not bare.spelled or bare.scaled):
        noun, family = _before(bare, words)
    if not noun and former and (found := carried(bare, last, former, words)):
        return found
    if not noun and _opens(bare, words):
        noun, family = (last.noun, last.family) if last else ("", "")
        return Thing(nouns.COUNTER, noun, end, family)
    if not noun and _large(bare):
        return Thing(nouns.COUNTER, "", end, "")
    return Thing(nouns.COUNTER, noun, end, family, listed, part) if noun else None


def group_noun(text: str, group: re.Match[str], words: Lexicon) -> tuple[str, int, str]:
    """The noun of a group: "Of the (ten) recommendations, | three"."""
    number = words.number.match(text, group.start(1) + 1)
    return nouns.noun_after(text, number.end() if number else group.start(1), nouns.COUNTER, words)


def _opens(bare: Bare, words: Lexicon) -> bool:
    """Whether a number stands for what it counts at the beginning of its sentence: "Nineteen were pending", "Five have been carried out"."""
    year = not bare.spelled and bare.text[bare.number : bare.end].isdigit() and bare.value >= YEAR_LIKE
    if bare.value < 2 or year or not OPENS.search(bare.text, max(0, bare.start - 4), bare.start):
        return False
    after = VERB.match(bare.text, bare.end)
    word = after.group(1) if after else ""
    return word in words.stops["elided"] or word in words.stops["soft"] or word.endswith("ed")


def _large(bare: Bare) -> bool:
    """Whether a number is so written that it can only count: "had passed 14,000", "stood at 267 million"."""
    return (bare.scaled or "," in bare.text[bare.number : bare.end]) and bool(RIGHT.match(bare.text, bare.end))


def carried(bare: Bare, last: Hit | None, former: Hit, words: Lexicon) -> Thing | None:
    """What the number before it in its sentence counts: "it upheld | 17", "six of steel and | three of aluminium".

    Nothing that could be a number of another kind (an article, a page) may stand between, and it must stand where a number
    with its noun could.
    """
    text, start, end = bare.text, bare.start, bare.end
    between = text[former.last or former.end : start]
    if DIGIT.search(YEAR.sub("", between)) or STOP.search(between) or former.size:
        return None
    if former.kind == "money" and bare.scaled and RIGHT.match(text, end):
        return Thing(Unit(former.unit, former.kind, former.family), "", end, former.family)
    if not _stands_alone(bare, words):
        return None
    year = bare.value in YEARS and "," not in text[bare.number : end]
    if last is None or not last.noun or last.end != former.end or (year and not bare.spelled):
        return None
    listed = last.listed + 1 if GOES_ON.search(text, last.unit_end, start) else 0
    return Thing(nouns.COUNTER, last.noun, end, last.family, listed)


def _stands_alone(bare: Bare, words: Lexicon) -> bool:
    """Whether what stands around a number is what stands around a noun phrase, and it is no label ("the 1930s", "Group of Seven")."""
    text = bare.text
    before, after = LEFT.search(text, max(0, bare.start - LOOK_BACK), bare.start), RIGHT.match(text, bare.end)
    if not before or not after:
        return False
    word, follows = (before.group(1) or "").lower(), (after.group(1) or "").lower()
    stops = words.stops
    acts = word.endswith("ed") or word in stops["soft"]
    said = words.cues["doing"].search(text, max(0, bare.start - LED_BACK), bare.start)  # "it upheld | 17"
    said = said or words.cues["carrier"].search(text, max(0, bare.start - LOOK_BACK), bare.start)
    opens = not word or word in stops["carrying"] or acts or said or (word in words.months and bare.value > MONTH)
    goes = not follows or follows in stops["hard"] | stops["soft"] | stops["elided"] or follows.endswith("ed")
    return bool(opens) and goes


def _before(bare: Bare, words: Lexicon) -> tuple[str, str]:
    """What stands before a number as that which is counted: "the total number of operations exceeds 143,000", "Carriers: 410"."""
    noun, family = numbered(bare.text, bare.start, bare.end, words)
    if not noun and bare.start < bare.number:
        noun, family = numbered(bare.text, bare.number, bare.end, words)
    return (noun, family) if noun else labelled(bare.text, bare.start, bare.end, words)


def labelled(text: str, start: int, end: int, words: Lexicon) -> tuple[str, str]:
    """The plural that stands before a colon and nothing else: "Carriers: | 410; vessels: | 31"."""
    label = LABEL.search(text, max(0, start - nouns.SAID), start) if LABEL_ENDS.match(text, end) else None
    noun = label.group(1) if label else ""
    head = noun.rpartition(" ")[2].lower()
    if not nouns.plural(head, words) or head in words.stops["hard"] | words.stops["soft"]:
        return "", ""
    return noun[0].lower() + noun[1:], nouns.family_of(head, words)


def elided(text: str, start: int, end: int, last: Hit | None, spelled: bool, words: Lexicon) -> tuple[str, str]:
    """ "of whom 32 were women", "a further eight were under way", "61 in 2014": what the figure before it counted.

    That must stand in the same sentence, unless the number points back itself ("Of these, 9,700 were performed").
    """
    if last is None or last.kind != "counter":
        return "", ""
    before = text[max(0, start - LOOK_BACK) : start]
    more, these = nouns.MORE.match(text, end), THESE.search(before)
    if TOTAL_TO.search(text, max(0, start - LED_BACK), start) and _goes_on(text, last, end):
        return last.noun, last.family  # "adopted three new plans, which brought the total to 31"
    pointed = bool(more or these or ANEW.search(before) or OF_WHICH.match(text, end))
    word = nouns.WORD.match(text, more.end() if more else end)
    follows = word.group(1).lower() if word else ""
    included = words.cues["included"].search(before) and follows in words.stops["hard"]  # "212 | under"
    goes_on = (
        bool((included and not spelled) or (these and follows.endswith("ed")))
        or (follows in words.stops["elided"] | words.stops["soft"] and (pointed or not spelled or last.part))
        or bool(EACH.match(text, end) or OF_WHICH.match(text, end))
    )
    if not goes_on or not (these or OF_THEM.match(text, end) or _goes_on(text, last, end, STOP)):
        return "", ""
    return last.noun, last.family


def of_total(text: str, end: int, words: Lexicon) -> tuple[str, str]:
    """ "21,000 of the planned 30,000 households": what the number is a part of."""
    whole = whole_of(text, end, words)
    if not whole and (group := OF_GROUP.match(text, end)):  # "17 of the countries surveyed", "six of the dead"
        noun, _, family = nouns.noun_after(text, group.end(), nouns.COUNTER, words)
        if noun and nouns.many(noun, words):
            return noun, family
    if THOSE.match(text, end):
        return PEOPLE  # "seventy-one of those killed"
    if not whole or whole["part"] or whole["currency"] or whole["percent"]:
        return "", ""
    noun, _, family = nouns.noun_after(text, whole.end(), nouns.COUNTER, words)
    return noun, family


def whole_of(text: str, end: int, words: Lexicon) -> re.Match[str] | None:
    """The number of which the one that ends at ``end`` is a part: "21,000 of the planned | 30,000", "two of the | five"."""
    total = OF_TOTAL.match(text, end)
    at = total.end() if total else len(text)
    for _ in range(BEFORE_WHOLE):
        if whole := words.number.match(text, at):
            return whole
        word = BETWEEN.match(text, at)
        if not word:
            break
        at = word.end()
    return None


def _goes_on(text: str, last: Hit, end: int, stop: re.Pattern[str] = SEMICOLON) -> bool:
    """Whether ``text`` up to ``end`` is still the sentence of ``last``."""
    return stop.search(text[last.end : end]) is None


def listed_on(text: str, start: int, end: int, last: Hit, words: Lexicon) -> int:
    """Which one a number is of those that go on counting in a list ("378 in December and 531 in January"); 0 for none."""
    word = nouns.WORD.match(text, end)
    if last.kind != "counter" or not word or word.group(1).lower() not in words.stops["placed"]:
        return 0
    near = start - last.end < nouns.SAID and _goes_on(text, last, end) and GOES_ON.search(text, last.unit_end, start)
    return last.listed + 1 if near else 0


def number_of(text: str, at: int, end: int, words: Lexicon) -> tuple[str, str]:
    """ "The number of reporting States rose to | 88"."""
    led = words.cues["counting"].search(text, max(0, at - nouns.SAID), at) if BARE.match(text, end) else None
    while led and (later := words.cues["counting"].search(text, led.end(1), at)):
        led = later  # "the strength of the one stood at 856 and the strength of the other at | 64"
    article = ARTICLE.match(text, led.end(1)) if led else None
    noun, _, family = (
        nouns.noun_after(text, article.end() if article else led.end(1), nouns.COUNTER, words) if led else ("", 0, "")
    )
    return noun, family


def numbered(text: str, at: int, end: int, words: Lexicon, last: Hit | None = None) -> tuple[str, str]:
    """ "The number of reporting States rose to 88", "seafarers, who numbered some 1.9 million"."""
    if not (BARE.match(text, end) or OF_WHICH.match(text, end) or EACH.match(text, end)):
        return "", ""
    if collective := words.cues["collective"].search(text, max(0, at - LED_BACK), at):  # "has a staff of 12"
        return collective.group(1).lower(), "person"
    noun, family = number_of(text, at, end, words)
    if noun:
        return noun, family
    verb = words.led_before.search(text, max(0, at - LED_BACK), at)
    lead = text[max(0, at - nouns.SAID) : verb.start()] if verb else ""
    lead = CLAUSES.split(lead)[-1] if FURTHER.search(lead) else lead
    lead = WHO.split(lead)[0] if verb else lead  # "The singers | who auditioned numbered 340"
    place = FURTHER.search(lead)
    if place and not nouns.plural(lead.rpartition(" ")[2].lower(), words):  # "buoys | in the Indian Ocean numbered 11"
        lead = lead[: place.start()].rstrip()
    found: list[str] = []
    for word in reversed(ENDING.findall(lead)[-nouns.PHRASE :]):
        if (word.lower() in words.stops["hard"] | words.stops["soft"]) or not (
            found or nouns.plural(word.lower(), words)
        ):
            break
        found.insert(0, word)
    noun = " ".join(found)
    begins = noun and verb and OPENS.search(text[: verb.start()].removesuffix(noun))
    return (noun[0].lower() + noun[1:] if begins else noun), nouns.family_of(found[-1], words) if found else ""
