"""Wordings that no table knows as terms, but that take each other's place in two otherwise equal clauses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.judging import facts_differ, weight
from ccdiff.derive.substance import HAN, Lexis, Substance, lexis
from ccdiff.derive.terminology.edits import Edited, Pairs, Words
from ccdiff.derive.terminology.words import Written, numerals
from ccdiff.derive.wording import canonical, same_thing
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record

COUNTED = re.compile(
    "[〇零一二两三四五六七八九十百千万亿]+[次个项份名位家种类届场条批]"
)  # 五次 and 七次 are two figures
BOUND = "对向于为与和或及将把被从"  # a phrase that ends with one of these goes on
MOST = 2  # times as long as the other a phrase may be
LONGEST = 60  # characters of a phrase of Latin words
LISTED = "、"  # a member of a list stands in no frame


@record
class Slot:
    """A phrase in another's place. ``reworded``: nothing else in the paragraph is a change; ``plain``: no word of either excludes another."""

    words: Words
    place: Words
    reworded: bool
    plain: bool


def slots(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Replaced phrases whose surroundings are equal and whose facts are the same.

    Phrases of several Latin words that are one by the tables need no more than that the old one is given up. Others must be akin, and stand in a paragraph
    that is only reworded; or stand for each other at more than one place, of which one is such a paragraph or they are akin.
    """
    found: dict[Words, list[Slot]] = defaultdict(list)
    same: Pairs = defaultdict(dict)
    for row in rows:
        if row.relation in ("reworded", "amended"):
            for words, place in _same_phrases(pair, row):
                same[words][place] = None
            for slot in _replaced(pair, row):
                found[slot.words].append(slot)
    for words, places in same.items():
        if len(places) > 1 or not pair.new.once(Written).reads(words[0]):
            yield Term(*words, tuple(places))
    for words, kept in found.items():
        if _told(words, kept):
            yield Term(*words, tuple(dict.fromkeys(slot.place for slot in kept)))


def _told(words: Words, kept: list[Slot]) -> bool:
    places = {slot.place for slot in kept}
    reworded, akin = any(slot.reworded for slot in kept), _akin(*words)
    if _more(*words):
        return reworded and akin
    if len(places) > 1:
        return akin or (reworded and kept[0].plain)
    return akin and reworded and kept[0].plain


def _replaced(pair: Pair, row: Edited) -> Iterator[Slot]:
    config, old, new = pair.config, row.old, row.new
    lex = pair.old.language.once(lexis)
    for edit in row.edits:
        one, other = old.text[slice(*edit.old)].strip(), new.text[slice(*edit.new)].strip()
        if not HAN.search(one) or not HAN.search(other):
            continue
        sizes = sorted((len(one), len(other)))
        if sizes[0] < config.term_least or sizes[1] > min(config.term_most, MOST * sizes[0]):
            continue
        if _framed(old.text, edit.old, config.term_frame) and _same_facts(one, other, pair.old.language, lex):
            plain = not (Substance(one, lex).alternatives or Substance(other, lex).alternatives)
            place = old.locator(edit.old[0]), new.locator(edit.new[0])
            yield Slot((one, other), place, row.relation == "reworded", plain)


def _framed(text: str, span: tuple[int, int], frame: int) -> bool:
    """Whether equal words stand around an edit (all between two edits is equal), or on one side and the clause ends on the other."""
    before, after = text[max(0, span[0] - frame) : span[0]], text[span[1] : span[1] + frame]
    if LISTED in before[-1:] + after[:1]:
        return False
    left, right = (len(side) == frame and all(char.isalnum() for char in side) for side in (before, after))
    return (left or right) and (left or not before[-1:].isalnum()) and (right or not after[:1].isalnum())


def _same_facts(one: str, other: str, language: Language, lex: Lexis) -> bool:
    if any(char.isdigit() or char in "，。；、,;.:：\n" for char in one + other):
        return False
    if language.once(same_thing)(one, other) is False:
        return False
    if numerals(one) != numerals(other):
        return False
    if COUNTED.match(one) or COUNTED.match(other) or any(text[-1] in BOUND for text in (one, other)):
        return False
    old, new = Substance(one, lex), Substance(other, lex)
    if _matter(old, lex) == _matter(new, lex):  # 座头鲸因噪声而, 噪声使座头鲸
        return False
    if any(text.words and text.words[0] in lex.particles for text in (old, new)):  # 也有变化
        return False
    says = min(sum(weight(word, lex) for word in text.words) for text in (old, new))
    return says >= 1 and not facts_differ(old, new) and not old.numbers


def _matter(text: Substance, lex: Lexis) -> set[str]:
    """The words of a phrase that are none of general prose."""
    return set(text.words) - lex.function - lex.style - lex.particles


def _akin(one: str, other: str) -> bool:
    """Whether two phrases share half the characters of the shorter."""
    a, b = ({char for char in text if HAN.match(char)} for text in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b)) > 1


def _more(one: str, other: str) -> bool:
    """Whether the one only says more of the other: 全面落实, 落实."""
    return one in other or other in one


# --- phrases of several Latin words


def _same_phrases(pair: Pair, row: Edited) -> Iterator[tuple[Words, Words]]:
    """Phrases of several words that the tables reduce to one: funds required, resources needed."""
    old, new = row.old, row.new
    language = pair.old.language
    for edit in row.edits:
        one, other = old.text[slice(*edit.old)].strip(), new.text[slice(*edit.new)].strip()
        if " " in one + other and not HAN.search(one + other) and max(len(one), len(other)) <= LONGEST:
            for words in ((one, other), _trimmed(one, other, language)):
                if all(words) and " " in "".join(words) and _one_phrase(*words, language):
                    yield words, (old.locator(edit.old[0]), new.locator(edit.new[0]))
                    break


def _one_phrase(one: str, other: str, language: Language) -> bool:
    """Whether two phrases are one by the table of variants, or one alternative of a force: took note, noted.

    A single word for a phrase is style: regarding, with respect to.
    """
    if one.lower() == other.lower():
        return False
    key, forces = language.once(canonical), language.once(_forces)
    old, new = key(one), key(other)
    return (old == new and " " in one and " " in other) or bool(
        forces.get(old, frozenset()) & forces.get(new, frozenset())
    )


def _forces(language: Language) -> dict[str, frozenset[tuple[int, int]]]:
    """The phrases of the table of contrasts that say how strong an act is, with the alternatives they stand for."""
    rows = language.rows("contrasts")
    found = language.once(lexis).alternatives.items()
    return {phrase: frozenset(place for place in places if rows[place[0]][0] == "force") for phrase, places in found}


def _trimmed(one: str, other: str, language: Language) -> Words:
    """Two phrases without the words that both begin or end with, and without small words at their ends."""
    old, new = one.split(), other.split()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    lex = language.once(lexis)
    small = lex.function | lex.particles
    return _cored(old, small), _cored(new, small)


def _cored(words: list[str], small: frozenset[str]) -> str:
    while words and words[-1].lower() in small:
        words = words[:-1]
    while words and words[0].lower() in small:
        words = words[1:]
    return " ".join(words)
