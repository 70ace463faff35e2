"""Two forms of one name: the secretariat of UNCTAD, the UNCTAD secretariat; electronic commerce, e-commerce.

The words that join and the beginnings that are short for a word are in the table ``near`` (``joint``, ``beginning``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import lexis
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import Reading

WORD = re.compile(r"[A-Za-z][A-Za-z-]*(?:[’'](?:[a-z]+|(?=\s)))?|[^\s\w]|\d+")
OWNED = re.compile(
    r"(?<=s)[’']$|(?<=men|ple)[’']s$|(?<=children)[’']s$"
)  # women's participation, pilots' guide; the Commission's report is no name
SHORTEST = 3  # letters of a word that names something
LONG = 7  # letters of an adjective in -al beside a noun: regional, statistical; not rural, animal, central
MOST = 3  # words of a head (early warning system) and of what it is of
PLAIN = 3  # words of a name that is the same wherever it stands: drinking water testing
AGAIN = 2  # places where a shorter name stands
OF = (
    "of"  # joins a name to one that goes on: what is [exchange of] information on waste is an information exchange, too
)
Key = tuple[tuple[str, ...], tuple[str, ...]]  # head and attribute: (secretariat,), (unctad,)
Places = dict[Key, dict[str, list[str]]]  # name -> its wordings, with the places where they stand


@record
class Line:
    """A paragraph or heading: its words as they are written, and in one form each."""

    locator: str
    words: list[str]
    forms: list[str]


def forms(pair: Pair) -> Iterator[Term]:
    """Names of which the two reports have different forms, each once; of one inside another only the longer."""
    if not pair.old.language.once(_joints):
        return
    old, new = pair.old.once(_long), pair.new.once(_long)
    come, gone = _without(new, old), _without(old, new)
    if come or gone:
        here, there = (_plain(reading, come.keys() | gone.keys()) for reading in (pair.old, pair.new))
        found = [key for key in (*come, *gone) if key in (here if key in come else there)]
        for key in sorted(found, key=lambda key: -len(key[0]) - len(key[1])):
            words = (here[key], come[key]) if key in come else (gone[key], there[key])
            yield from _told(pair, len(key[0]) + len(key[1]), *words)


def _without(some: Places, others: Places) -> Places:
    return {key: form for key, form in some.items() if key not in others}


def _told(pair: Pair, size: int, old: dict[str, list[str]], new: dict[str, list[str]]) -> Iterator[Term]:
    """At linked places, and of two words only what one report has again: once, it may be grammar (scales of butchers)."""
    one, other = (max(words, key=lambda form: len(words[form])) for words in (old, new))
    again = max(len(set(old[one])), len(set(new[other]))) >= AGAIN
    if one.lower() != other.lower() and (size >= PLAIN or again):
        linked = tuple((a, b) for a in old[one] for b in pair.in_new(a) if b in new[other])
        if linked:
            yield Term(one, other, linked, "variants")


def _joints(language: Language) -> dict[str, str]:
    """The words that join a head to its attribute, and the words for which a beginning stands ("electronic": "e-")."""
    rows = language.rows("near")
    joints = {word: "" for row in rows if row[0] == "joint" for word in row[1:]}
    return joints | {row[2]: row[1] for row in rows if row[0] == "beginning"}


def _long(reading: Reading) -> Places:
    """The names that are written the longer way: secretariat of UNCTAD, electronic commerce."""
    joints, small = reading.language.once(_joints), reading.language.once(_small)
    particles = reading.language.once(lexis).particles
    found: Places = defaultdict(lambda: defaultdict(list))
    for line in reading.once(_lines):
        words = line.words
        for at in [at for at, word in enumerate(words) if word in joints and 0 < at < len(words) - 1]:
            if joints[words[at]]:
                if _names(words[at + 1], small):
                    key = (words[at + 1],), (words[at],)
                    found[key][f"{words[at]} {words[at + 1]}"].append(line.locator)
                continue
            start = at + 1 + (words[at + 1] in particles)
            end = _end(words, start, small)
            if words[at - 1][0].isupper() and at > 1 and not words[start][0].isupper():
                continue  # Director of programmes
            if end == start or words[end : end + 1] == [OF]:
                continue  # the preparation [of a report]
            for first in _heads(words, at, small):
                head = (*line.forms[first : at - 1], words[at - 1].lower())
                for last in range(start + 1, end + 1):
                    if last == end or _plural(words[last - 1]):  # database on ferry accidents [holds]
                        found[head, tuple(line.forms[start:last])][" ".join(words[first:last])].append(line.locator)
    return found


def _heads(words: list[str], at: int, small: frozenset[str]) -> range:
    """Where the names that end before a joint may begin; a title (Alliance for Digital Industry) begins with its first capital."""
    first = at
    capital = words[at - 1][0].isupper() and at > 1
    while first > max(0, at - MOST) and _names(words[first - 1], small):
        if not (words[first - 1][0].isupper() if capital else words[first - 1].islower() or first == 1):
            break
        first -= 1
    return range(first, min(at, first + 1) if capital else at)


def _end(words: list[str], start: int, small: frozenset[str]) -> int:
    """Where what a head is of ends: a name in capitals, or a few words with none of their kind behind them; ``start`` if nothing is."""
    end = start
    if start < len(words) and words[start][0].isupper() and _names(words[start], small):
        while end < len(words) and words[end][0].isupper():
            end += 1
        return end
    while end < len(words) and words[end].islower() and _names(words[end], small):
        end += 1
    if end - start > 1 and words[end - 1].endswith("ed"):
        end -= 1  # schools of midwifery [assisted by UNFPA]
    return end if end - start <= MOST else start


def _plain(reading: Reading, keys: Iterable[Key]) -> Places:
    """Those names in the form of one word after another: UNCTAD secretariat, e-commerce."""
    joints = reading.language.once(_joints)
    wanted: dict[tuple[str, str], list[Key]] = defaultdict(list)
    short: dict[str, Key] = {}
    for key in keys:
        first, second, *_ = map(_single, (*key[1], *key[0]))
        wanted[first, second].append(key)
        if joints.get(key[1][0]):
            short[joints[key[1][0]] + key[0][0]] = key
    found: Places = defaultdict(lambda: defaultdict(list))
    for line in reading.once(_lines):
        for at, two in enumerate(pairwise(line.forms)):
            for key in wanted.get(two, ()):
                middle, end = at + len(key[1]), at + len(key[1]) + len(key[0])
                last = line.words[end - 1 : end]
                same = line.forms[at : end - 1] == [*key[1], *key[0][:-1]] and [word.lower() for word in last] == [
                    key[0][-1]
                ]
                if same and not _plural(line.words[middle - 1]):
                    found[key][" ".join(line.words[at:end])].append(line.locator)
        for word in line.words if short else ():
            if word in short:
                found[short[word]][word].append(line.locator)
    return found


def _lines(reading: Reading) -> list[Line]:
    report = reading.report
    texts = [(p.id, p.text) for p in report.paragraphs] + [(s.id, s.title) for s in report.sections if s.title]
    split = [(locator, WORD.findall(text)) for locator, text in texts]
    return [Line(locator, words, list(map(_single, words))) for locator, words in split]


def _names(word: str, small: frozenset[str]) -> bool:
    return len(word) >= SHORTEST and word[0].isalpha() and word.lower() not in small


def _small(language: Language) -> frozenset[str]:
    """Words that are no part of a name: the, would, requested."""
    lex, acts = language.once(lexis), [row for row in language.rows("contrasts") if row[0] in ("status", "force")]
    return lex.function | lex.particles | {word for row in acts for words in row[1:] for word in words.split("=")}


def _single(word: str) -> str:
    """A word without case and number, and a noun for its adjective (statistics, statistical)."""
    word = word.lower()
    word = OWNED.sub("", word)
    if word.endswith("al") and len(word) > LONG:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _plural(word: str) -> bool:
    """Whether a word is no attribute, since it is a plural: States request, but UNHCR staff, women's groups."""
    return not OWNED.search(word) and word.endswith("s") and not word.endswith(("ss", "sis"))
