"""The noun phrase after a number in English: up to its plural, or to what ends it."""

from __future__ import annotations

import re

from ccdiff.derive.figures.lexicon import Lexicon, Unit
from ccdiff.derive.figures.statement import Hit
from ccdiff.derive.figures.subject import stem

PHRASE = 6  # words of a noun phrase
WORD = re.compile(r"[ \n]+([^\W\d_](?:[^\W\d_]|['’\-‑])*(?:(?<=-)\d+)?)")  # with a grade: "4 P-4"
SAID = 120  # characters before a number in which "the number of" may say what it counts
NO_PLURAL = ("ous", "ss", "us", "is")
LISTED = re.compile(
    r"(?:,|,? (?:and|or))(?: (?!and\b|or\b)[A-Za-z0-9\-]+){1,4}(?:(?:,|,? (?:and|or))(?: (?!and\b|or\b)[A-Za-z0-9\-]+){1,4}){0,3}"
)
COUNT = re.compile(r"\s+\d")
BREAK = re.compile(r"[ ]*\n\s*[A-Z]")  # after a number that ends its line
MORE = re.compile(r"[ \n]+(?:more|others?|further|additional|(?:very|such|most)(?=[ \n]+[a-z]))\b")
DESCRIBES = re.compile(r"[a-z]{2,}(?:ory|ional|ical|[ct]ial|ntal|[tn]ary|[tm]ic)")  # an adjective, and no verb
COUNTER = Unit("", "counter", "")


def noun_after(text: str, end: int, unit: Unit, words: Lexicon) -> tuple[str, int, str]:
    """The noun phrase after a number: up to its plural ("70 armed individuals | gathered"), or to what ends it."""
    if unit.kind != "counter":
        return "", end, unit.family
    found: list[re.Match[str]] = []
    if BREAK.match(text, end):
        return "", end, ""  # "count: 3-4 | Include any other ways"
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
    heads = [at for at, word in enumerate(found) if plural(word.group(1).lower(), words)]
    found = found[: heads[-1] + 1] if heads else found
    head = found[-1].group(1)
    told = [word.group(1) for word in found]
    return " ".join(told[1:] if told[0] == "new" and len(told) > 1 else told), found[-1].end(), family_of(head, words)


def dated(text: str, end: int, words: Lexicon) -> bool:
    """Whether a month follows a number: "31 March", but not "twelve may"."""
    word = WORD.match(text, end)
    return bool(word and word.group(1)[0].isupper() and word.group(1).lower() in words.months)


def _goes_on_with(text: str, word: re.Match[str], found: list[re.Match[str]], words: Lexicon) -> bool:
    """ "six medicines regulatory authorities", "28 single species action plans": a plural that describes another is no head."""
    modifies = found and found[-1].group(1).lower() in words.stops["attributive"]
    if not found or not (modifies or DESCRIBES.fullmatch(word.group(1))) or _stopped(word.group(1).lower(), words):
        return False
    head = WORD.match(text, word.end())
    return bool(head and plural(head.group(1).lower(), words) and not _stopped(head.group(1).lower(), words))


def _stopped(word: str, words: Lexicon) -> bool:
    return word in words.stops["hard"] or word in words.stops["soft"]


def family_of(head: str, words: Lexicon) -> str:
    return words.families.get(stem(head), words.families.get(head.lower(), ""))


def _only_verb(found: list[re.Match[str]], words: Lexicon) -> bool:
    """ "of which 4 | remained under investigation"; but "seven | wounded" are people, and "12 displaced families"."""
    first = found[0].group(1).lower()
    return len(found) == 1 and first in words.stops["soft"] and first not in words.stops["plural"]


def many(noun: str, words: Lexicon) -> bool:
    """Whether a noun phrase is a plural, or the name of a class ("4 P-4", "16 national General Service")."""
    return noun.split()[-1][0].isupper() or any(plural(word, words) for word in noun.lower().split()[-2:])


def shared(text: str, unit_end: int, end: int, noun: str, last: Hit | None, words: Lexicon) -> tuple[str, int, str]:
    """A noun that stands but once: "32 operational, one emergency and two humanitarian crossings" counts crossings each time.

    A singular that nothing follows is no figure ("logistics 150 movement": the axis of a chart).
    """
    listed = LISTED.match(text, end) if noun and len(noun.split()) < 3 else None
    for word in re.findall(r"[A-Za-z\-]+", listed.group()) if listed else ():
        if plural(word.lower(), words) and word.lower() not in words.number_words:
            return f"{noun} {word}", end, family_of(word, words)
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
    if last.lower() in words.stops["attributive"] and plural(lower, words):
        return False  # "six former Syrian armed forces positions"
    counted = last[0].islower() or stem(last) in words.families
    return counted and plural(last.lower(), words)


def _singular(found: list[re.Match[str]], words: Lexicon) -> bool:
    """Whether no word so far is a plural: "180 death and disability claims" counts claims."""
    return 0 < len(found) < 3 and not any(plural(word.group(1).lower(), words) for word in found)


def plural(word: str, words: Lexicon) -> bool:
    return word in words.stops["plural"] or (word.endswith("s") and not word.endswith(NO_PLURAL))
