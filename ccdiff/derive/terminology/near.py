"""Words of much the same sense (table ``near``) of which one took the other's place, with the same words around it.

The table only lists: no two texts are one for having these words, since 节省 and 节约 are one thing here and may be two elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.substance import HAN, Lexis, lexis
from ccdiff.derive.terminology.edits import Edited, Pairs, Words
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.reading import beginnings
from ccdiff.text.finder import NUMERALS, Buckets, Finder, buckets

Rows = tuple[int, ...]  # the rows of the table in which a wording stands
Found = tuple[int, str, Rows]
UNIT = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*|\d+|\S")  # a Latin word, a number, a character of Han, a point
SIDE = 40  # characters on each side of a wording that are looked at
ENOUGH = 2  # equal characters on a side; a Latin word counts as much
AGAIN = 2  # places at which words for a deed and common words must stand for each other
DEED = "deed"
LISTED = "、"


def near(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Each pair of such wordings once, with the linked places where the one stands for the other.

    Where each also stands for the other (推动 for 促进, 促进 for 推动), both reports mix them, and no word of the row is told. Words for a deed
    and common words are told where they recur: once, two reports say a thing with either of two (collected, gathered; 情况, 状况).
    """
    table, deeds, common = (pair.old.language.once(each) for each in (_near, _deeds, kinds))
    found = _found(pair, rows, pair.old.language.once(_finder))
    mixed = {row for old, new in found if (new, old) in found for row in _rows(table, old)}
    for words, places in found.items():
        here, there = (frozenset(_rows(table, word)) for word in words)
        told = len(places) >= AGAIN or not (here & there <= deeds or all(word.lower() in common for word in words))
        if told and mixed.isdisjoint(here):
            yield Term(*words, tuple(places), "variants")


def _finder(language: Language) -> Finder[Rows]:
    return Finder(language.once(_near), language.once(beginnings))


def _found(pair: Pair, rows: list[Edited], known: Finder[Rows]) -> Pairs:
    """The wordings of one row that stand for each other in paragraphs and in headings."""
    lex, found = pair.old.language.once(lexis), defaultdict[Words, dict[Words, None]](dict)
    for row in rows:
        if row.relation in ("reworded", "amended"):
            _collect(row, known, lex, found)
    for link in pair.alignment.sections:
        if len(link.old) == len(link.new) == 1:
            sections = pair.old.report.section(link.old[0]), pair.new.report.section(link.new[0])
            one, other = (section.title or "" for section in sections)
            for gone, come in _alone(*_of_one_row(known.find(one), known.find(other)), one, other):
                found[gone[1], come[1]][link.old[0], link.new[0]] = None
    return found


def _rows(known: Buckets[Rows], wording: str) -> Rows:
    return known[1][wording]


@plain
def _near(language: Language) -> Buckets[Rows]:
    """The wordings as they are printed, also at the beginning of a sentence."""
    rows: dict[str, list[int]] = {}
    for number, row in enumerate(language.rows("near")):
        for wording in row[1:] if row[0] in ("near", DEED) else ():
            for form in dict.fromkeys((wording, wording[0].upper() + wording[1:])):
                rows.setdefault(form, []).append(number)
    return buckets({wording: tuple(numbers) for wording, numbers in rows.items()})


@plain
def _deeds(language: Language) -> frozenset[int]:
    """The rows of words for a deed."""
    return frozenset(number for number, row in enumerate(language.rows("near")) if row[0] == DEED)


def _collect(row: Edited, known: Finder[Rows], lex: Lexis, found: Pairs) -> None:
    old, new = row.old, row.new
    for one, other in _alone(*_of_one_row(known.find(old.text), known.find(new.text)), old.text, new.text):
        if _beside(old.text, one, new.text, other, lex):
            found[one[1], other[1]][old.locator(one[0]), new.locator(other[0])] = None


def _alone(here: list[Found], there: list[Found], old: str, new: str) -> Iterator[tuple[Found, Found]]:
    """Wordings of one row that each stand in one of two texts only, wherever that is."""
    gone, come = [match for match in here if match[1] not in new], [match for match in there if match[1] not in old]
    return ((one, other) for one in gone for other in come if _another(one, other))


def _another(one: Found, other: Found) -> bool:
    """Whether two wordings are of one row, and neither only says more of the other (犯罪, 犯罪行为)."""
    words = one[1].lower(), other[1].lower()
    return not set(one[2]).isdisjoint(other[2]) and words[0] not in words[1] and words[1] not in words[0]


def _of_one_row(here: list[Found], there: list[Found]) -> tuple[list[Found], list[Found]]:
    """The wordings on either side of which the other has one of the same row."""
    rows = {row for match in here for row in match[2]} & {row for match in there for row in match[2]}
    one, other = ([match for match in side if not rows.isdisjoint(match[2])] for side in (here, there))
    return one, other


def _beside(old: str, one: Found, new: str, other: Found, lex: Lexis) -> bool:
    """Whether the same word stands on one side of two wordings, which are no members of a list."""
    before = _alike(_before(old, one[0], lex), _before(new, other[0], lex))
    behind = _alike(_behind(old, one[0] + len(one[1]), lex), _behind(new, other[0] + len(other[1]), lex))
    return min(before, behind) >= 0 and max(before, behind) >= ENOUGH


def _before(text: str, at: int, lex: Lexis) -> list[str]:
    return [unit for unit in UNIT.findall(text, max(0, at - SIDE), at)[::-1] if unit not in lex.particles]


def _behind(text: str, at: int, lex: Lexis) -> list[str]:
    return [unit for unit in UNIT.findall(text, at, at + SIDE) if unit not in lex.particles]


def _alike(one: list[str], other: list[str]) -> int:
    """How many characters (a Latin word counts as two) are the same, from a wording outwards; -1 where a list goes on: another member is another thing."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if LISTED in (a, b) and not shared:
            return -1
        if _ends(a) or a.lower() != b.lower():
            break
        shared += 1 if HAN.match(a) else ENOUGH
    return shared


def _ends(unit: str) -> bool:
    """Whether a clause ends here, or a number stands here, which may be another one."""
    return unit in NUMERALS or not unit[0].isalpha()
