"""Wordings of one row of a table (names, States, variants) of which the two reports use different ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.terminology.edits import Edited, Joined, Pairs, Words
from ccdiff.derive.terminology.uses import Hit, Hits, Places, hits, used
from ccdiff.language import Language
from ccdiff.model.changes import Term

Swap = tuple[str, tuple[str, str], tuple[str, str]]
# likeness of two forms of one name: full with full; 夏洛克数据库 and 打击犯罪信息与法律网络共享平台 have 0.1
OF_A_KIND = 0.35


def known(pair: Pair, rows: list[Edited], name: str) -> Iterator[Term]:
    """Rows of the table ``name`` of which the two reports use different wordings."""
    old, new = (used(reading.once(hits)[name]) for reading in (pair.old, pair.new))
    aligned, arts = _aligned(pair, rows, name), pair.old.language.once(_arts)
    for row, here in old.items():
        there = new.get(row, {})
        apart = _kept_to(pair, here, there) if row in arts else {} if name == "variants" else _given_up(here, there)
        shown = {**apart, **aligned.get(row, {})}
        if name == "names" and here != there and not shown:
            shown = _shortened(pair, here, there)
        for words in _apart(shown, here, there):
            yield Term(*words, tuple(shown[words]), "variants" if name == "variants" else "lexicon")


def _arts(language: Language) -> frozenset[str]:
    """Terms of art: every report keeps to one translation, and another one is worth telling wherever it stands."""
    return frozenset(row[1] for row in language.rows("variants") if row[0] == "art")


def _apart(shown: Pairs, here: Places, there: Places) -> list[Words]:
    """Of pairs in one row those that share no wording: first what is gone or new altogether, then the likest, the most often shown."""
    kept: list[Words] = []
    for words in sorted(
        shown,
        key=lambda words: (
            -(words[0] not in there) - (words[1] not in here),
            _alike(*words) < OF_A_KIND,
            -len(shown[words]),
        ),
    ):
        if not any(set(words) & set(other) for other in kept):
            kept.append(words)
    return kept


def _acronym(wording: str) -> bool:
    return wording.isascii() and wording.isupper() and " " not in wording


def _given_up(here: Places, there: Places) -> Pairs:
    """Without linked places: names that are gone, and the new ones of their kind; of one kind the most frequent."""
    gone = sorted((w for w in here if w not in there), key=lambda w: (-len(here[w]), _marked(w)))
    come = sorted((w for w in there if w not in here), key=lambda w: (-len(there[w]), _marked(w)))
    return {words: {(here[words[0]][0], there[words[1]][0]): None} for words in _likest(gone, come)}


def _shortened(pair: Pair, here: Places, there: Places) -> Pairs:
    """A full name that one report has, where the other has nothing but a short form of it."""
    for full, short, turned in ((here, there, False), (there, here, True)) if there else ():
        gone = [wording for wording in full if wording not in short]
        most = max(short, key=lambda wording: len(short[wording]))
        if len(gone) == 1 and _is_short(most, gone[0]):
            words = (most, gone[0]) if turned else (gone[0], most)
            return {words: {_shown(pair, here[words[0]], there[words[1]]): None}}
    return {}


def _is_short(wording: str, full: str) -> bool:
    """Whether a wording is an acronym of a name, or less than half of it."""
    return _acronym(wording) and not _acronym(full) or 2 * len(wording) <= len(full)


def _shown(pair: Pair, old: list[str], new: list[str]) -> Words:
    """Two places that correspond, else the first of either."""
    return next(((one, other) for one in old for other in pair.in_new(one) if other in new), (old[0], new[0]))


def _likest(gone: list[str], come: list[str]) -> list[Words]:
    """Each kind of name that is gone (full, short, acronym) with the new one of its kind; of one kind the most frequent."""
    ranked = sorted(
        ((one, other) for one in gone for other in come),
        key=lambda words: (_alike(*words) < OF_A_KIND, gone.index(words[0]) + come.index(words[1])),
    )
    kept: list[Words] = []
    for words in ranked:
        if not any(_alike(a, b) >= OF_A_KIND for told in kept for a, b in zip(words, told, strict=True)):
            kept.append(words)
    return kept


def _alike(one: str, other: str) -> float:
    """The share of characters that two wordings have in common."""
    return 2 * sum((Counter(one) & Counter(other)).values()) / (len(one) + len(other))


def _kept_to(pair: Pair, here: Places, there: Places) -> Pairs:
    """A term of art of which each report keeps to its own wording, and one of them to one that the other never has."""
    one, other = _leading(here), _leading(there)
    if not one or not other or one == other or (one in there and other in here):
        return {}
    return {(one, other): {_shown(pair, here[one], there[other]): None}}


def _leading(places: Places) -> str:
    """The wording that stands in most of the places, if one does."""
    most = max(places, key=lambda wording: len(places[wording]), default="")
    return most if most and 2 * len(places[most]) > sum(map(len, places.values())) else ""


def _marked(wording: str) -> bool:
    """Whether a name is written with the marks of a title; of two equally frequent ones the plain one is shown."""
    return not wording.replace(" ", "").isalnum()


def _aligned(pair: Pair, rows: list[Edited], name: str) -> dict[str, Pairs]:
    """For each row of the table, the wordings that take each other's place in linked paragraphs, with the places."""
    old, new = (reading.once(hits)[name] for reading in (pair.old, pair.new))
    found: dict[str, Pairs] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        here, there = _joined(row.old, old), _joined(row.new, new)
        if here and there:
            for key, words, places in _swaps(row, here, there):
                found[key][words][places] = None
    return found


def _joined(text: Joined, known: Hits) -> list[Hit]:
    """What is known in the texts of a row, by its places in the joined text."""
    if len(text.locators) == 1:
        return known.get(text.locators[0], [])
    parts = zip(text.locators, text.starts, strict=True)
    return [(start + at, wording, value) for locator, start in parts for at, wording, value in known.get(locator, ())]


def _swaps(row: Edited, here: list[Hit], there: list[Hit]) -> Iterator[Swap]:
    keys = _keys(here, there)
    if not keys:
        return
    common = {wording for _, wording, _ in here} & {wording for _, wording, _ in there}
    here, there = ([match for match in side if match[2][0] in keys] for side in (here, there))
    for edit in row.edits:
        gone = [m for m in here if _touches(m, edit.old)]
        come = [m for m in there if _touches(m, edit.new)] if gone else ()
        for at, one, (key, _) in gone:
            for to, other, (other_key, _) in come:
                if key == other_key and one != other and not {one, other} <= common:
                    yield key, (one, other), (row.old.locator(at), row.new.locator(to))


def _keys(here: list[Hit], there: list[Hit]) -> set[str]:
    """The rows of the table of which either side has a wording, and not both the same one alone."""
    old, new = ({(key, wording) for _, wording, (key, _) in side} for side in (here, there))
    return {key for key, _ in old} & {key for key, _ in new} & {key for key, _ in old ^ new}


def _touches(match: Hit, span: tuple[int, int]) -> bool:
    """Whether a wording overlaps an edit, or (where nothing stands on that side) holds its place."""
    start, end = match[0], match[0] + len(match[1])
    return start < span[1] and span[0] < end or (span[0] == span[1] and start <= span[0] <= end)
