"""The same thing under another wording, which is no change of substance (domain.md; issue 3, item 7).

Sources: the lexicon and the table of variants (``known``: one row, the old report's wording given up for another), short names that a
report explains itself (``explained``), wordings that take each other's place in two otherwise equal clauses (``slots``; by a table, ``near``),
two forms of one name (``forms``), words of one sense of which each report has its own throughout (``switched``), words of one stem in one
compound (``akin``), what alone is left over in sentences that correspond (``leftover``), and headings of sections that correspond.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.judging import facts_differ, judge, unmatched
from ccdiff.derive.members import lexicon
from ccdiff.derive.substance import HAN, Substance, lexis
from ccdiff.derive.terminology.akin import akin
from ccdiff.derive.terminology.edits import Pairs, edited
from ccdiff.derive.terminology.explained import explained
from ccdiff.derive.terminology.forms import forms
from ccdiff.derive.terminology.known import known
from ccdiff.derive.terminology.leftover import leftover
from ccdiff.derive.terminology.near import near
from ccdiff.derive.terminology.slots import slots
from ccdiff.derive.terminology.switched import switched
from ccdiff.derive.terminology.words import told
from ccdiff.model.alignment import Link
from ccdiff.model.changes import Term
from ccdiff.reading import Reading, words_of_senses
from ccdiff.text.normalise import fold

MARKS = re.compile("[()<>\"'《》“”]")


def terminology(pair: Pair) -> tuple[Term, ...]:
    """Each pair of wordings once, with the places that show it: names, other terms, phrases in one slot, headings."""
    found: list[Term] = []
    rows, small = edited(pair), pair.old.language.once(lexis).particles
    for term in (
        *known(pair, rows, "names"),
        *known(pair, rows, "states"),
        *explained(pair),
        *_renamed(pair),
        *known(pair, rows, "variants"),
        *slots(pair, rows),
        *_headings(pair),
    ):
        if (
            not any(_covers(other, term) for other in found)
            and not _only_spaced(pair, term)
            and not _same_but(term, small)
        ):
            found.append(term)
    words = told(pair, rows)
    for term in (*near(pair, rows), *forms(pair), *switched(pair, rows), *akin(pair, words), *leftover(pair, words)):
        if not any(_covers(other, term) for other in found):
            found.append(term)
    return tuple(term for term in found if not _only_fuller(pair, term))


def _renamed(pair: Pair) -> Iterator[Term]:
    """Bodies and States that the lists of those present have under another name."""
    present = pair.found.get("attendance")
    for change in (present.states, present.observers) if present else ():
        for row in change.renamed if change else ():
            here, there = _place(pair.old, row.old, change.old_places), _place(pair.new, row.new, change.new_places)
            if here and there:
                yield Term(row.old, row.new, ((here, there),), "lexicon")


def _place(reading: Reading, name: str, listed: tuple[str, ...]) -> str:
    """Where a list names it."""
    return next((at for at in listed if name in reading.report.text(at)), "")


def _only_spaced(pair: Pair, term: Term) -> bool:
    """Whether both wordings stand at both places but for spaces: "SHERLOC 数据库", as a PDF prints "SHERLOC数据库"."""
    one, other = _plain(term.old), _plain(term.new)
    places = term.paragraphs if term.source != "heading" else ()
    texts = [(_folded(pair.old, o), _folded(pair.new, n)) for o, n in places]
    return one == other or bool(texts) and all(other in old and one in new for old, new in texts)


def _same_but(term: Term, small: frozenset[str]) -> bool:
    """Whether two wordings of Han characters are the same but for particles: 会议开幕, 会议的开幕."""
    one, other = ("".join(char for char in text if char not in small) for text in (term.old, term.new))
    return one == other and bool(HAN.search(one))


def _only_fuller(pair: Pair, term: Term) -> bool:
    """Whether two headings of Latin words differ only in how much of one thing they say: Opening, Opening of the session.

    Of Han characters the shorter one is another wording: 会议开幕, 开幕; 通过议程, 议程.
    """
    one, other = fold(term.old).lower(), fold(term.new).lower()
    if HAN.search(one) or (one not in other and other not in one):
        return False
    sections = {section.id for section in pair.old.report.sections}
    return all(old in sections for old, _ in term.paragraphs)


def _plain(wording: str) -> str:
    """A wording without marks and article: 伊朗（伊斯兰共和国）, the Holy See."""
    return MARKS.sub("", fold(wording)).removeprefix("the ")


def _folded(reading: Reading, locator: str) -> str:
    """The text of a paragraph or footnote, folded; a section has none."""
    try:
        return fold(reading.report.text(locator))
    except KeyError:
        return ""


def _covers(known: Term, term: Term) -> bool:
    """Whether ``known`` says it already: the same replacement in a longer or a shorter phrase. Headings stand for themselves.

    What a heading changes (Extended producer responsibility and repair) is told again where the texts change it, too.
    """
    pairs = ((known.old, term.old), (known.new, term.new))
    if known.source == "heading" and any(a.lower() != b.lower() for a, b in pairs):
        return False
    return term.source != "heading" and (all(a in b for a, b in pairs) or all(b in a for a, b in pairs))


def _headings(pair: Pair) -> Iterator[Term]:
    """Titles of corresponding sections that say the same in other words, each pair of titles once."""
    found: Pairs = defaultdict(dict)
    for link in pair.alignment.sections:
        if len(link.old) == len(link.new) == 1:
            one, other = pair.old.report.section(link.old[0]).title, pair.new.report.section(link.new[0]).title
            if one and other and _one_title(link, one, other, pair):
                found[one, other][link.old[0], link.new[0]] = None
    for words, places in found.items():
        yield Term(*words, tuple(places), "heading")


def _one_title(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two titles of corresponding sections are two wordings; capitals make none."""
    return fold(one).lower() != fold(other).lower() and (
        _of_one_sense(one, other, pair) or _same_matter(link, one, other, pair) or _same_heading(one, other, pair)
    )


def _of_one_sense(one: str, other: str, pair: Pair) -> bool:
    """Whether two titles are two wordings of one sense: Opening of the session, Opening."""
    sensed = pair.old.language.once(words_of_senses)
    senses = []
    for title in (fold(one).lower(), fold(other).lower()):
        found = sensed(title)
        if len(found) != 1 or found[0][:2] != (0, len(title)):
            return False
        senses.append(found[0][2])
    return senses[0] == senses[1]


def _same_matter(link: Link, one: str, other: str, pair: Pair) -> bool:
    """Whether two short titles stand over the same: half of the paragraphs under either at least correspond to some under the other.

    Not where one title only says more of the other (Agenda, Agenda and documents), joins more things, or has another number.
    """
    names, lex = (fold(one).lower(), fold(other).lower()), pair.old.language.once(lexis)
    if names[0] in names[1] or names[1] in names[0] or max(map(_size, names)) > pair.config.term_title:
        return False
    here, there = Substance(one, lex), Substance(other, lex)
    if facts_differ(here, there) or here.numbers or there.numbers or _joined(one, pair) != _joined(other, pair):
        return False
    if link.score < pair.config.term_link:
        return False
    old, new = (reading.once(_under)[at[0]] for reading, at in ((pair.old, link.old), (pair.new, link.new)))
    linked = (
        sum(not new.isdisjoint(pair.in_new(at)) for at in old),
        sum(not old.isdisjoint(pair.in_old(at)) for at in new),
    )
    return bool(old and new) and 2 * linked[0] >= len(old) and 2 * linked[1] >= len(new)


def _size(title: str) -> int:
    """The length of a title: a Latin word counts as two characters."""
    return len(HAN.findall(title)) + 2 * len(title.split()) if HAN.search(title) else 2 * len(title.split())


def _joined(title: str, pair: Pair) -> int:
    """How often a title joins one thing to another."""
    joins = pair.old.language.once(lexicon).joins
    return sum(min(map(len, title.split(join))) > 1 for join in (*joins, "、") if join in title)


def _under(reading: Reading) -> dict[str, set[str]]:
    """The paragraphs under each heading and under the headings below it."""
    found: dict[str, set[str]] = {section.id: set(section.paragraphs) for section in reading.report.sections}
    for section in reversed(reading.report.sections):  # a heading stands before those below it
        if section.parent in found:
            found[section.parent] |= found[section.id]
    return found


def _same_heading(one: str, other: str, pair: Pair) -> bool:
    if judge(one, other, pair.old, pair.config) != "reworded":
        return False
    lex = pair.old.language.once(lexis)
    return unmatched(Substance(one, lex), Substance(other, lex)) <= pair.config.term_heading
