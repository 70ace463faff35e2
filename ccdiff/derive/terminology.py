"""The same thing under another wording, which is no change of substance (domain.md; issue 3, item 7).

Three sources: the lexicon and the table of variants (one row, the old report's wording given up for another), wordings that
take each other's place in two otherwise equal clauses, and headings of sections that correspond.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.judging import facts_differ, judge, unmatched, weight
from ccdiff.derive.substance import HAN, Substance, lexis
from ccdiff.derive.wording import Table, ordered, same_thing
from ccdiff.language import Language, plain
from ccdiff.model.changes import Term
from ccdiff.model.comparison import ParagraphRow
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.finder import Buckets, Finder
from ccdiff.text.normalise import fold

Places = dict[str, list[str]]  # a wording -> the locators where it stands
Words = tuple[str, str]  # an old wording and a new one, or an old place and a new one
Pairs = dict[Words, dict[Words, None]]  # wordings -> the places where the one stands for the other
COUNTED = re.compile(
    "[〇零一二两三四五六七八九十百千万亿]+[次个项份名位家种类届场条批]"
)  # 五次 and 七次 are two figures
MARKS = re.compile("[()<>\"'《》“”]")
BOUND = "对向于为与和或及将把被从"  # a phrase that ends with one of these goes on
NEAR = 40  # characters on each side in which like words must stand


@record
class Edit:
    """One replaced stretch of a row: its bounds in the old text and in the new."""

    old: tuple[int, int]
    new: tuple[int, int]


def terminology(pair: Pair) -> tuple[Term, ...]:
    """Each pair of wordings once, with the places that show it: names, other terms, phrases in one slot, headings."""
    found: list[Term] = []
    for term in (
        *_known(pair, "names"),
        *_known(pair, "states"),
        *_known(pair, "variants"),
        *_slots(pair),
        *_headings(pair),
    ):
        if not any(_covers(known, term) for known in found) and not _only_spaced(pair, term):
            found.append(term)
    return tuple(found)


def _only_spaced(pair: Pair, term: Term) -> bool:
    """Whether both wordings stand at both places but for spaces: "SHERLOC 数据库", as a PDF prints "SHERLOC数据库"."""
    one, other = _plain(term.old), _plain(term.new)
    places = [(o, n) for o, n in term.paragraphs if pair.old.report.has(o) and pair.new.report.has(n)]
    texts = [(_folded(pair.old, o), _folded(pair.new, n)) for o, n in places if term.source != "heading"]
    return one == other or bool(texts) and all(other in old and one in new for old, new in texts)


def _plain(wording: str) -> str:
    """A wording without marks and article: 伊朗（伊斯兰共和国）, the Holy See."""
    return MARKS.sub("", fold(wording)).removeprefix("the ")


def _folded(reading: Reading, locator: str) -> str:
    return fold(reading.report.text(locator))


def _covers(known: Term, term: Term) -> bool:
    """Whether ``known`` says it already: the same replacement in a longer or a shorter phrase. Headings stand for themselves."""
    pairs = ((known.old, term.old), (known.new, term.new))
    return term.source != "heading" and (all(a in b for a, b in pairs) or all(b in a for a, b in pairs))


# --- wordings that the tables know


def _known(pair: Pair, name: str) -> Iterator[Term]:
    """Rows of a table of which the two reports use different wordings."""
    old, new = (reading.once(USES[name]) for reading in (pair.old, pair.new))
    aligned = _aligned(pair, name)
    for row, here in old.items():
        there = new.get(row, {})
        shown = {words: p for words, p in aligned.get(row, {}).items() if _gives_way(words, here, there, p, pair)}
        shown = {**_given_up(pair, name, here, there), **shown}
        for words in _apart(shown, here, there):
            yield Term(*words, tuple(shown[words]), "variants" if name == "variants" else "lexicon")


def _apart(shown: Pairs, here: Places, there: Places) -> list[Words]:
    """Of pairs in one row those that share no wording: first what is gone or new altogether, then what is shown most often."""
    kept: list[Words] = []
    for words in sorted(
        shown, key=lambda words: (-(words[0] not in there) - (words[1] not in here), -len(shown[words]))
    ):
        if not any(set(words) & set(other) for other in kept):
            kept.append(words)
    return kept


def _gives_way(words: Words, here: Places, there: Places, places: Iterable[Words], pair: Pair) -> bool:
    """Whether one wording gave way to the other: gone, or new, or replaced twice, or replaced where nothing else changed."""
    reworded = {(o, n) for row in pair.rows if row.relation == "reworded" for o in row.old for n in row.new}
    return words[0] not in there or words[1] not in here or len(list(places)) > 1 or any(p in reworded for p in places)


def _given_up(pair: Pair, name: str, here: Places, there: Places) -> Pairs:
    """Without linked places: a name that is gone for one that is new; a term, where all of the row is, in like surroundings."""
    gone = sorted((w for w in here if w not in there), key=lambda w: (-len(here[w]), _marked(w)))
    come = sorted((w for w in there if w not in here), key=lambda w: (-len(there[w]), _marked(w)))
    if not gone or not come:
        return {}
    one, other = gone[0], come[0]
    if name != "variants":
        return {(one, other): {(here[one][0], there[other][0]): None}}
    whole = len(gone) == len(here) and len(come) == len(there)
    if not whole or min(len(here[one]), len(there[other])) < pair.config.term_places:
        return {}
    shown = _first_alike(pair, (one, here[one]), (other, there[other]))
    return {(one, other): {shown: None}} if shown else {}


def _marked(wording: str) -> bool:
    """Whether a name is written with the marks of a title; of two equally frequent ones the plain one is shown."""
    return not wording.replace(" ", "").isalnum()


def _first_alike(pair: Pair, old: tuple[str, list[str]], new: tuple[str, list[str]]) -> Words | None:
    """The first places of two wordings near which the same words stand that say something."""
    around = {place: _near(pair.new, new[0], place) for place in new[1]}
    for place in old[1]:
        near = _near(pair.old, old[0], place)
        for other, words in around.items():
            if len(near & words) >= pair.config.term_alike:
                return place, other
    return None


def _near(reading: Reading, wording: str, locator: str) -> frozenset[str]:
    text, lex = reading.report.text(locator), reading.language.once(lexis)
    at = text.index(wording)
    around = text[max(0, at - NEAR) : at], text[at + len(wording) : at + len(wording) + NEAR]
    return frozenset(w for part in around for w in Substance(part, lex).words if weight(w, lex) > 1)


def _names(reading: Reading) -> dict[str, Places]:
    return _used(reading, reading.language.once(_name_table))


def _variants(reading: Reading) -> dict[str, Places]:
    return _used(reading, reading.language.once(_variant_table))


def _states(reading: Reading) -> dict[str, Places]:
    return _used(reading, reading.language.once(_state_table))


USES = {"names": _names, "states": _states, "variants": _variants}


def _used(reading: Reading, known: Table) -> dict[str, Places]:
    """Which wordings of which row the report uses, and where."""
    used: dict[str, Places] = defaultdict(dict)
    texts = [(p.id, p.text) for p in reading.report.paragraphs] + [(f.id, f.text) for f in reading.report.footnotes]
    for locator, text in texts:
        for _, wording, (row, _) in known.find(text):
            places = used[row].setdefault(wording, [])
            if locator not in places:
                places.append(locator)
    return used


def _name_table(language: Language) -> Table:
    return Finder(language.once(_ordered_names))


@plain
def _ordered_names(language: Language) -> Buckets[tuple[str, str]]:
    return _ordered(language, "names", ("",))


def _state_table(language: Language) -> Table:
    """The States by their full and short names (大不列颠及北爱尔兰联合王国, 联合王国)."""
    return Finder(language.once(_ordered_states))


@plain
def _ordered_states(language: Language) -> Buckets[tuple[str, str]]:
    return _ordered(language, "states", ("",))


def _variant_table(language: Language) -> Table:
    """The terms; names stand before them, so that no variant is found inside a name."""
    return Finder(language.once(_ordered_terms))


@plain
def _ordered_terms(language: Language) -> Buckets[tuple[str, str]]:
    return _ordered(language, "variants", ("term",))


def _ordered(language: Language, name: str, kinds: tuple[str, ...]) -> Buckets[tuple[str, str]]:
    rows = [(w, row[1], row[0]) for row in language.rows(name) for w in row[1:] if "" in kinds or row[0] in kinds]
    names = [] if name != "variants" else [(w, "", "") for row in language.rows("names") for w in row[1:]]
    return ordered([*names, *rows], printed=True)


def _aligned(pair: Pair, name: str) -> dict[str, Pairs]:
    """For each row of the table, the wordings that take each other's place in linked paragraphs, with the places."""
    known = pair.old.language.once(TABLES[name])
    found: dict[str, Pairs] = defaultdict(lambda: defaultdict(dict))
    for row in pair.rows:
        if row.old and row.new:
            for key, words, places in _swaps(row, _Joined(pair.old, row.old), _Joined(pair.new, row.new), known):
                found[key][words][places] = None
    return found


TABLES = {"names": _name_table, "states": _state_table, "variants": _variant_table}
Swap = tuple[str, tuple[str, str], tuple[str, str]]


def _swaps(row: ParagraphRow, old: _Joined, new: _Joined, known: Table) -> Iterator[Swap]:
    edits = _edits(row)
    if not edits:
        return
    here, there = list(known.find(old.text)), list(known.find(new.text))
    common = {wording for _, wording, _ in here} & {wording for _, wording, _ in there}
    for edit in edits:
        gone = [m for m in here if m[2][0] and _touches(m, edit.old)]
        come = [m for m in there if m[2][0] and _touches(m, edit.new)]
        for at, one, (key, _) in gone:
            for to, other, (other_key, _) in come:
                if key == other_key and one != other and not {one, other} <= common:
                    yield key, (one, other), (old.locator(at), new.locator(to))


def _touches(match: tuple[int, str, tuple[str, str]], span: tuple[int, int]) -> bool:
    """Whether a wording overlaps an edit, or (where nothing stands on that side) holds its place."""
    start, end = match[0], match[0] + len(match[1])
    return start < span[1] and span[0] < end or (span[0] == span[1] and start <= span[0] <= end)


class _Joined:
    """The texts of several places as one, and which place a character stands in."""

    def __init__(self, reading: Reading, locators: tuple[str, ...]) -> None:
        texts = [reading.report.text(locator) for locator in locators]
        self.text = "\n".join(texts)
        self._locators = locators
        self._starts = [sum(len(t) + 1 for t in texts[:k]) for k in range(len(texts))]

    def locator(self, at: int) -> str:
        return self._locators[bisect_right(self._starts, at) - 1]


def _edits(row: ParagraphRow) -> list[Edit]:
    edits: list[Edit] = []
    at_old = at_new = 0
    edited = False
    for op, text in row.diff:
        old_end, new_end = at_old + len(text) * (op != "+"), at_new + len(text) * (op != "-")
        if op == "=":
            edited = False
        elif edited:
            edits[-1] = Edit((edits[-1].old[0], old_end), (edits[-1].new[0], new_end))
        else:
            edits.append(Edit((at_old, old_end), (at_new, new_end)))
            edited = True
        at_old, at_new = old_end, new_end
    return edits


# --- the same slot in two otherwise equal clauses


def _slots(pair: Pair) -> Iterator[Term]:
    """Replaced phrases that the tables do not know, but whose surroundings are equal and whose facts are the same."""
    found: Pairs = defaultdict(dict)
    for row in pair.rows:
        if row.old and row.new and row.relation in ("reworded", "amended"):
            for words, place in _replaced(pair, row):
                found[words][place] = None
    for (one, other), places in found.items():
        if _akin(one, other) or len(places) > 1:
            yield Term(one, other, tuple(places))


def _replaced(pair: Pair, row: ParagraphRow) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    config, old, new = pair.config, _Joined(pair.old, row.old), _Joined(pair.new, row.new)
    for edit in _edits(row):
        one, other = old.text[slice(*edit.old)].strip(), new.text[slice(*edit.new)].strip()
        if not (
            config.term_least <= len(one) <= config.term_most and config.term_least <= len(other) <= config.term_most
        ):
            continue
        if _framed(old.text, edit.old, config.term_frame) and _same_facts(one, other, pair.old.language):
            yield (one, other), (old.locator(edit.old[0]), new.locator(edit.new[0]))


def _framed(text: str, span: tuple[int, int], frame: int) -> bool:
    """Whether equal words stand around an edit (all between two edits is equal): letters, or the end of the clause."""
    before, after = text[max(0, span[0] - frame) : span[0]], text[span[1] : span[1] + frame]
    return all(char.isalnum() for char in before) and all(char.isalnum() for char in after)


def _same_facts(one: str, other: str, language: Language) -> bool:
    if any(char.isdigit() or char in "，。；、,;.:：\n" for char in one + other):
        return False
    if language.once(same_thing)(one, other) is False:
        return False
    lex = language.once(lexis)
    if COUNTED.match(one) or COUNTED.match(other) or any(text[-1] in BOUND for text in (one, other)):
        return False
    old, new = Substance(one, lex), Substance(other, lex)
    says = min(sum(weight(word, lex) for word in text.words) for text in (old, new))
    return says >= 1 and not facts_differ(old, new) and not (old.numbers or old.alternatives or new.alternatives)


def _akin(one: str, other: str) -> bool:
    """Whether two phrases share half the characters of the shorter."""
    a, b = ({char for char in text if HAN.match(char)} for text in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b)) > 1


# --- headings


def _headings(pair: Pair) -> Iterator[Term]:
    """Titles of corresponding sections that say the same in other words."""
    for link in pair.alignment.sections:
        if len(link.old) == len(link.new) == 1:
            one, other = pair.old.report.section(link.old[0]).title, pair.new.report.section(link.new[0]).title
            if one and other and _same_heading(one, other, pair):
                yield Term(one, other, ((link.old[0], link.new[0]),), "heading")


def _same_heading(one: str, other: str, pair: Pair) -> bool:
    if judge(one, other, pair.old, pair.config) != "reworded":
        return False
    lex = pair.old.language.once(lexis)
    return unmatched(Substance(one, lex), Substance(other, lex)) <= pair.config.term_heading
