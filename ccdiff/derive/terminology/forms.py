"""Two forms of one name: the secretariat of UNCTAD, the UNCTAD secretariat; electronic commerce, e-commerce.

The words that join and the beginnings that are short for a word are in the table ``near`` (``joint``, ``beginning``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.substance import Lexis, lexis
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.reading import Reading

WORD = re.compile(r"[A-Za-z][A-Za-z-]*(?:[’'][a-z]+)?|[^\s\w]|\d+")
SHORTEST = 3  # letters of a word that names something
Key = tuple[str, tuple[str, ...]]  # head and attribute: secretariat, (unctad,)
Places = dict[Key, dict[str, list[str]]]  # name -> its wordings, with the places where they stand


def forms(pair: Pair) -> Iterator[Term]:
    """Names of which the two reports have different forms, each once."""
    if not pair.old.language.once(_joints):
        return
    old, new = pair.old.once(_long), pair.new.once(_long)
    come, gone = _without(new, old), _without(old, new)
    if come or gone:
        here, there = (_plain(reading, come.keys() | gone.keys()) for reading in (pair.old, pair.new))
        for key, form in come.items():
            if key in here:
                yield from _told(pair, here[key], form)
        for key, form in gone.items():
            if key in there:
                yield from _told(pair, form, there[key])


def _without(some: Places, others: Places) -> Places:
    return {key: form for key, form in some.items() if key not in others}


def _told(pair: Pair, old: dict[str, list[str]], new: dict[str, list[str]]) -> Iterator[Term]:
    """Shown at linked places, if there are any; elsewhere only where each report has its form again."""
    one, other = (max(words, key=lambda form: len(words[form])) for words in (old, new))
    linked = tuple((a, b) for a in old[one] for b in pair.in_new(a) if b in new[other])
    if linked or min(len(old[one]), len(new[other])) >= pair.config.term_places:
        yield Term(one, other, linked or ((old[one][0], new[other][0]),), "variants")


def _joints(language: Language) -> dict[str, str]:
    """The words that join a head to its attribute, and the words for which a beginning stands ("electronic": "e-")."""
    rows = language.rows("near")
    joints = {word: "" for row in rows if row[0] == "joint" for word in row[1:]}
    return joints | {row[2]: row[1] for row in rows if row[0] == "beginning"}


def _long(reading: Reading) -> Places:
    """The names that are written the longer way: secretariat of UNCTAD, electronic commerce."""
    joints, lex = reading.language.once(_joints), reading.language.once(lexis)
    found: Places = defaultdict(lambda: defaultdict(list))
    for locator, words in reading.once(_texts):
        for at in range(1, len(words) - 1):
            word = words[at]
            if word not in joints:
                continue
            if joints[word]:
                if _names(words[at + 1], lex):
                    found[words[at + 1], (word,)][f"{word} {words[at + 1]}"].append(locator)
                continue
            start = at + 1 + (words[at + 1] in lex.particles)
            attribute = _run(words, start)
            if attribute and _names(words[at - 1], lex) and words[at - 1].islower() and _names(attribute[0], lex):
                key = words[at - 1], _key(attribute)
                found[key][" ".join(words[at - 1 : start + len(attribute)])].append(locator)
    return found


def _plain(reading: Reading, keys: Iterable[Key]) -> Places:
    """Those names in the form of one word after another: UNCTAD secretariat, e-commerce."""
    wanted: dict[str, list[Key]] = defaultdict(list)
    joints = reading.language.once(_joints)
    for key in keys:
        wanted[key[0]].append(key)
    found: Places = defaultdict(lambda: defaultdict(list))
    for locator, words in reading.once(_texts):
        for at, word in enumerate(words):
            for key in wanted.get(word, ()):
                start = at - len(key[1])
                if start >= 0 and _key(words[start:at]) == key[1] and not _plural(words[at - 1]):
                    found[key][" ".join(words[start : at + 1])].append(locator)
            short = word.partition("-")
            for key in wanted.get(short[2], ()) if short[1] else ():
                if joints.get(key[1][0]) == f"{short[0]}-":
                    found[key][word].append(locator)
    return found


def _texts(reading: Reading) -> list[tuple[str, list[str]]]:
    report = reading.report
    texts = [(p.id, p.text) for p in report.paragraphs] + [(s.id, s.title) for s in report.sections if s.title]
    return [(locator, WORD.findall(text)) for locator, text in texts]


def _run(words: list[str], start: int) -> list[str]:
    """The word at ``start``, with the capitalised ones that follow a capitalised one: World Bank."""
    end = start + 1
    if words[start : start + 1] and words[start][0].isupper():
        while end < len(words) and words[end][0].isupper():
            end += 1
    return words[start:end]


def _names(word: str, lex: Lexis) -> bool:
    return word[0].isalpha() and len(word) >= SHORTEST and word.lower() not in lex.function


def _key(words: list[str]) -> tuple[str, ...]:
    return tuple(map(_single, words))


def _single(word: str) -> str:
    """A word without case and number."""
    word = word.lower()
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _plural(word: str) -> bool:
    """Whether a word is no attribute, since it is a plural: States request, but UNHCR staff."""
    return word.endswith("s") and not word.endswith(("ss", "sis"))
