"""Subjects of figures in English: the noun phrase, what was done with it, and what is said of it, without the number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ccdiff.derive.figures.captions import BRACKETED, SHOWN, Sentence, Words, balanced, strip_end, strip_start
from ccdiff.derive.figures.english_nouns import plural
from ccdiff.derive.figures.lexicon import Lexicon
from ccdiff.derive.figures.statement import Hit
from ccdiff.model.record import record

LIMIT = SHOWN[False]
POINTED = " \t\n,.;:()-—–[]"
WORD = re.compile(r"[A-Za-z][A-Za-z’\-]*")
FAR = 6  # figures back that one may lean on
SHORT = 40  # characters of a name in brackets


@record
class Said:
    """What stands around the figure ``sentence.hits[place]``: its clause begins at ``start``; the words before it (``lead``), its noun, the
    words behind (``rest``). ``depth``: how many figures back the one that leans on it stands."""

    sentence: Sentence
    place: int
    start: int
    lead: str
    noun: str
    rest: str
    depth: int


def subject(sentence: Sentence, place: int, words: Words, known: Lexicon, depth: int = 0) -> str:
    """What the figure ``sentence.hits[place]`` is called."""
    hit, spare = sentence.hits[place], ""
    if hit.listed and (where := _line(sentence.text[hit.last : hit.end])):
        return f"{hit.noun} {where}"[:LIMIT]  # "378 | in December": activities in December
    for text in _subjects(sentence, place, words, known, depth):
        fitted = _fit(_line(text), words, known)
        if fitted and balanced(fitted) and _says(fitted, words, known):
            return fitted
        spare = spare or fitted
    return spare or hit.noun


def _subjects(sentence: Sentence, place: int, words: Words, known: Lexicon, depth: int) -> Iterator[str]:
    hit, text = sentence.hits[place], sentence.text
    start, end = sentence.clause(hit.start, hit.last)
    before = sentence.hits[place - 1] if place and sentence.hits[place - 1].last > start else None
    after = sentence.after(place)
    lead = _plain(text[before.last if before else start : hit.start])
    rest = _plain(text[hit.last : min(end, after.start) if after else end])
    if after and after.start < end:
        rest = _trim(re.split(r",? (?:and|or) ", f" {rest}")[0], words, known)
    noun = _noun(text, hit)
    said = Said(sentence, place, start, lead, noun, rest, depth)
    named = hit.last <= hit.unit_end and noun.lower() in lead.lower()  # "the number of States rose to 88" needs no noun
    yield from _counted(said, words, known) if noun and not named else _measured(said, words, known)
    yield strip_start(_plain(sentence.without(start, end)), words.ends["lead"])


def _plain(text: str) -> str:
    """``text`` on one line, without what stands in brackets."""
    return _line(BRACKETED.sub("", text))


def _line(text: str) -> str:
    return " ".join(text.split())


def _noun(text: str, hit: Hit) -> str:
    """The noun phrase as printed; for one that stands but once in a list, as it is shared."""
    if hit.kind != "counter":
        return ""
    phrase = _line(text[hit.unit_end : hit.last])
    return hit.noun if len(hit.noun) > len(phrase) else phrase


def _counted(around: Said, words: Words, known: Lexicon) -> Iterator[str]:
    """ "troops (UNDOF)", "complaints received", "armed individuals gathered outside the gate", "women (troops)"."""
    lead, noun, rest = around.lead, around.noun, around.rest
    pointed = known.cues["among_after"].match(rest)
    if pointed and not plural(rest[pointed.end() :].lstrip().partition(" ")[0], known):
        rest = rest[pointed.end() :]  # "nine of them from Africa", but "17 of these cases"
    lead = "" if words.grammar["told"].search(lead) else lead  # "The secretariat said that | 22 authorities took part"
    lead = words.grammar["started"].sub("", lead.strip(POINTED) + " ").strip()
    rest = words.grammar["next_verb"].split(words.grammar["passing"].sub("", f" {rest}"))[0]
    rest = words.grammar["clause"].sub("", rest).strip()
    bare = strip_end(strip_start(lead, words.ends["lead"]), words.ends["counted"])
    verb = _verb(bare, words)
    said = bool(re.match(r"[a-z]+(?:ed|ing)\b", rest))
    if verb and not said:
        done = "" if verb.lower() in words.of["holds"] else verb
        yield f"{noun} {rest} {done}" if rest.startswith("of ") else f"{noun} {done} {rest}"
    last = bare.rpartition(" ")[2].lower()
    if not verb and last in known.stops["hard"] and last not in words.of["joiner"] and len(bare.split()) > 1:
        led = strip_start(_last_words(bare, rest, noun), words.ends["lead"])
        yield f"{led} {noun} {rest}"
    yield f"{noun} {rest}"


def _measured(around: Said, words: Words, known: Lexicon) -> Iterator[str]:
    """ "appropriated for the maintenance of the Force", "renew the mandate of UNDOF", "unexploded ordnance disposed of"."""
    sentence, place, rest, depth = around.sentence, around.place, around.rest, around.depth
    hit = sentence.hits[place]
    lead = words.grammar["started"].sub("", around.lead.strip(POINTED) + " ").strip()
    lead = words.grammar["said_that"].split(lead)[-1]
    bare = strip_end(strip_start(lead, words.ends["lead"]), words.ends["tail"])
    verb = _verb(lead if words.ends["phrasal"].at_end(lead) else bare, words)
    if hit.kind == "measure" and rest.startswith("of "):
        yield f"{rest[3:]} {verb}" if len(rest) < SHORT else rest[3:]
    if not _says(bare, words, known) and depth < FAR and (head := _head(around, words, known)):
        yield head
        yield f"{head} {rest}"
    if hit.kind == "span" and (wish := list(words.grammar["infinitive"].finditer(bare))):
        yield bare[wish[-1].end() :]
    if verb and rest:
        yield f"{verb} {rest}"
    yield f"{bare} {rest}" if len(bare) + len(rest) < LIMIT else bare or rest


def _head(around: Said, words: Words, known: Lexicon) -> str:
    """What a figure leans on: "($560,700, or 3.4 per cent)" on what stands before the bracket, the second on the first."""
    sentence, place, start, depth = around.sentence, around.place, around.start, around.depth
    text, hit = sentence.text, sentence.hits[place]
    before = sentence.hits[place - 1] if place else None
    between = text[before.last : hit.start] if before else ""
    if before and len(between.split()) <= 3 and not re.search(r"[.;]\s", between):
        return subject(sentence, place - 1, words, known, depth + 1)
    if not start or text[start - 1] not in "(,":
        return ""
    here, end = sentence.clause(start - 1, start - 1)
    if text[start - 1] == "," and (hits := sentence.inside(here, end)):
        return subject(sentence, sentence.hits.index(hits[0]), words, known, depth + 1)
    led = text[max(here, before.last if before else 0) : start - 1]
    return strip_start(_plain(led).strip(POINTED), words.ends["lead"])


def _says(text: str, words: Words, known: Lexicon) -> bool:
    """Whether a subject says anything: "or", "to the", "net" do not."""
    rest = [word for word in re.findall(r"[A-Za-z]{2,}", text) if word.lower() not in known.stops["hard"]]
    return any(word.lower() not in words.of["empty"] for word in rest)


def _verb(lead: str, words: Words) -> str:
    """The verb at the end of ``lead`` ("received", "disposed of"); "" where none is there."""
    if phrasal := words.ends["phrasal"].at_end(lead):
        return lead[-phrasal:]
    last = lead.rpartition(" ")[2]
    verb = last.lower()
    past = len(verb) > 3 and verb.endswith("ed") and verb not in words.of["no verb"]
    return last if past or verb in words.of["verb"] or verb in words.of["holds"] else ""


def _last_words(lead: str, rest: str, noun: str) -> str:
    """As many of the last words before the number as fit: "several air strikes on", "establishment of"."""
    pieces = lead.split()
    while len(pieces) > 2 and len(" ".join(pieces)) + len(noun) + min(len(rest), 20) > LIMIT:
        pieces.pop(0)
    return " ".join(pieces)


def _trim(text: str, words: Words, known: Lexicon) -> str:
    """``text`` without what cannot end it: prepositions, articles, a date."""
    text = text.strip(POINTED)
    while text:
        bare = words.grammar["dated"].sub("", text).rstrip(POINTED)
        last = bare.rpartition(" ")[2]  # not of "2 May"
        if last in known.stops["hard"] and " " in bare and not words.ends["phrasal"].at_end(bare):
            bare = bare.rpartition(" ")[0].rstrip(POINTED)
        if bare == text:
            return text
        text = bare
    return text


def _fit(text: str, words: Words, known: Lexicon) -> str:
    """``text`` in at most 60 characters, cut between words, no name cut in two."""
    text = text.strip(" ,.;:-—–[]") if text.endswith(")") else text.strip(POINTED)
    text = strip_start(text, words.ends["article"])
    if len(text) <= LIMIT:
        return text if text.endswith(")") else _trim(text, words, known)
    pieces = text.split()
    while len(" ".join(pieces)) > LIMIT:
        last = pieces.pop()
    while len(pieces) > 2 and last[:1].isupper() and pieces[-1][:1].isupper():
        last = pieces.pop()
    kept = " ".join(pieces)
    return _trim(kept if balanced(kept) else kept[: kept.rfind("(")], words, known)
