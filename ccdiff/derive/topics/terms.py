"""Terms of a report's own: words, and runs of words, that it repeats and the other report does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ccdiff.derive.topics.matter import Candidate, abbreviates, absent, actor, heads
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, Unit, Word, how, phrase, runs, vocabulary
from ccdiff.language import Language

PAIRED = re.compile(r"\b[\w’'-]+ and \Z")
SHORT_UNIT, LATIN_UNIT = 160, 500  # characters of a paragraph that is about one thing
TELLING = 4  # characters of words that only this report has, in a Chinese phrase that names a paragraph (加密货币)
LONGEST_PHRASE, LONGEST_HAN = 40, 8  # characters of a phrase that names a paragraph


class Hit(NamedTuple):
    """Words ``i`` to ``j`` of a run in a unit."""

    unit: str
    run: Run
    i: int
    j: int


def terms(side: Side) -> Iterator[Candidate]:
    """Words and pairs of words of this report that the other lacks and that stand in two units, or three times in one."""
    config, theirs = side.pair.config, side.there.once(vocabulary)
    for hits in _fresh(side).values():
        units = list(dict.fromkeys(hit.unit for hit in hits))
        if len(units) < _wanted(hits[0], side) and not _repeated(hits, side):
            continue
        grown = _grown(hits)
        places: dict[str, str] = {}
        pair = _paired(grown, side)
        for hit in grown:
            places.setdefault(hit.unit, pair + phrase(side.text[hit.unit], hit.run, hit.i, hit.j))
        label = places[units[0]]
        words = grown[0].run[grown[0].i : grown[0].j + 1]
        own = any(not word.kind or (word.kind == "common" and word.key not in theirs) for word in words)
        if (
            (not own and len(units) < config.topic_single)
            or _verbal(grown, side)
            or all(actor(hit.run[: hit.j + 2], side) or actor(hit.run[: hit.j + 1], side) for hit in grown)
            or all(_cut(hit, side) for hit in grown)
        ):
            continue
        if (
            len(label) > 1
            and not side.body(label)
            and not side.itself(label)
            and not abbreviates(label, side)
            and absent(label, side, len(units), config.topic_mention)
        ):
            keys = tuple(word.key for word in grown[0].run[grown[0].i : grown[0].j + 1] if not word.kind)
            yield Candidate(label, "term", places, keys, len(hits))


def singles(side: Side) -> Iterator[Candidate]:
    """For a paragraph without counterpart: the first phrase in it with a word that the other report does not have.

    加密货币 (a speaker's matter), 洪灾 (a paragraph of its own). Weak evidence: it only tells where nothing better names the paragraph.
    """
    theirs = side.there.once(vocabulary)
    for unit in side.substance:
        if side.foreign or not side.whole(unit.id) or len(unit.text) > (SHORT_UNIT if side.han else LATIN_UNIT):
            continue
        phrases = side.here.once(runs)[unit.id]
        found = [
            run
            for run in (phrases if side.han else (nominal(run, unit, side) for run in phrases))
            if _own_phrase(run, theirs, side, unit.text)
        ]
        if found:
            best = max(found, key=lambda run: _tells(run, theirs, side))
            label = phrase(unit.text, best, 0, len(best) - 1)
            keys = tuple(word.key for word in best if not word.kind)
            yield Candidate(label, "single", {unit.id: label}, keys)


def nominal(run: Run, unit: Unit, side: Side) -> Run:
    """An English phrase without the verb that it may begin with: at the head of an item, or after such a word as "to".

    None of what only passes by (with balanced representation).
    """
    before = unit.text[: run[0].start].rstrip(" (")
    if not before:
        return run[1:] if side.item(unit.id) else run
    kind = side.here.language.once(leading).get(before.rpartition(" ")[2].lower(), "")
    if kind == "gerund":  # when [closing] simple fistulas
        return run[1:] if run[0].raw.endswith("ing") else run
    return run[1:] if kind == "verbal" else () if kind == "passing" else run


def leading(language: Language) -> dict[str, str]:
    """The words before a phrase that tell what it is: a verb follows (to, must), or one in -ing (when), or what passes by (with). Use ``language.once(leading)``."""
    return {row[0]: row[1] for row in language.rows("topic_openers") if row[1] in ("verbal", "passing", "gerund")}


def _own_phrase(run: Run, theirs: set[str], side: Side, text: str) -> bool:
    if not run:
        return False
    label = phrase(text, run, 0, len(run) - 1)
    fresh = [w for w in run if not w.kind and len(w.key) > 1 and w.key not in theirs and not _person(w.raw, side)]
    tells = sum(len(w.raw) for w in fresh) >= TELLING if side.han else _headed(run, fresh, side)
    return (
        bool(fresh)
        and tells
        and 3 < len(label) <= (LONGEST_HAN if side.han else LONGEST_PHRASE)
        and not side.body(label)
        and not actor(run, side)
        and absent(label, side)
    )


def _headed(run: Run, fresh: list[Word], side: Side) -> bool:
    """Whether an English phrase is named by a noun that only this report has (no reliable [statistics]), has two such words, or ends with a noun that heads names."""
    strong = side.here.language.once(heads).get(run[-1].raw) == "strong"
    named = strong or len(fresh) > 1 or fresh[-1:] == list(run[-1:])
    return len(run) > 1 and named and (strong or not how(run, side.here.language))


def _person(word: str, side: Side) -> bool:
    return side.han and word[0].isascii()


def _tells(run: Run, theirs: set[str], side: Side) -> tuple[int, int]:
    """How many of its words only this report has, and how long the phrase is; of equal ones the first is taken."""
    return sum(not w.kind and w.key not in theirs for w in run), min(len(run), 4)


def _verbal(hits: list[Hit], side: Side) -> bool:
    """Whether a single Chinese word always stands before what it does something to: 重塑, 严控 (work report, 2018)."""
    return side.han and all(hit.i == hit.j == 0 and len(hit.run) > 1 for hit in hits)


def _cut(hit: Hit, side: Side) -> bool:
    """Whether a phrase is the rest of a longer name in capitals: Defense Forces of Israel Defense Forces."""
    text, start = side.text[hit.unit], hit.run[hit.i].start
    before = text[:start].rstrip().rpartition(" ")[2]
    return (
        not side.han
        and text[start].isupper()
        and before[:1].isupper()
        and before.lower() in side.here.language.once(countries)
    )


def countries(language: Language) -> frozenset[str]:
    """The names of States in lower case. Use ``language.once(countries)``."""
    return frozenset(name.lower() for row in language.rows("states") for name in row[1:])


def _repeated(hits: list[Hit], side: Side) -> bool:
    """Whether one unit says it again and again (9th report, 28: 数字法证), or two without counterpart do; a single English word is no such term."""
    counts = Counter(hit.unit for hit in hits)
    enough = side.pair.config.topic_repeats
    if not (side.han or hits[0].i < hits[0].j):
        return False
    return max(counts.values()) >= enough or (len(counts) > 1 and len(hits) >= enough and all(map(side.whole, counts)))


def _wanted(hit: Hit, side: Side) -> int:
    """In how many units a word or pair must stand: two for a pair; for a single word more, most for a small English one (heard)."""
    config = side.pair.config
    if hit.i < hit.j:
        return 2
    return (
        config.topic_single
        if side.han or side.text[hit.unit][hit.run[hit.i].start].isupper()
        else 2 * config.topic_single
    )


def _fresh(side: Side) -> dict[str, list[Hit]]:
    """Content words and pairs with a content word that the other report does not have, with their places here."""
    theirs = side.there.once(vocabulary)
    found: dict[str, list[Hit]] = {}
    lively: dict[str, bool] = {}
    for unit in side.substance:
        for run in side.here.once(runs)[unit.id]:
            for i, word in enumerate(run):
                if not word.kind and len(word.key) > 1 and _lacks(side, word.key, theirs, lively):
                    found.setdefault(word.key, []).append(Hit(unit.id, run, i, i))
                if i and not (word.weak and run[i - 1].weak) and run[i - 1].key + word.key not in theirs:
                    found.setdefault(run[i - 1].key + word.key, []).append(Hit(unit.id, run, i - 1, i))
    return found


def _lacks(side: Side, key: str, theirs: set[str], known: dict[str, bool]) -> bool:
    """Whether the other report has no word ``key``, or only where both reports have it (a recited resolution)."""
    if key not in theirs:
        return True
    if key not in known:
        there = side.other.places(key)
        own = side.own(key) if len(there) <= side.pair.config.topic_recited else ()
        known[key] = len(own) > 1 and side.alive(there, key) * side.pair.config.topic_mention <= len(own) - 1
    return known[key]


def _grown(hits: list[Hit]) -> list[Hit]:
    """The hits, each longer by the neighbouring words that (nearly) all of them have."""
    for left in (True, False):
        while True:
            wider = [_wider(hit, left) for hit in hits]
            words = {hit.run[hit.i if left else hit.j].key for hit in wider if hit}
            if None in wider or len(words) != 1 or wider[0].j - wider[0].i > 5:  # type: ignore[union-attr]
                break
            hits = wider  # type: ignore[assignment]
    return hits


def _paired(hits: list[Hit], side: Side) -> str:
    """What stands before an English term at every place, joined to it by "and" ([sand and] dust storms), else ``""``."""
    found = {
        match[0] if match else "" for match in (PAIRED.search(side.text[h.unit][: h.run[h.i].start]) for h in hits)
    }
    return found.pop() if len(found) == 1 and not side.han else ""


def _wider(hit: Hit, left: bool) -> Hit | None:
    i, j = (hit.i - 1, hit.j) if left else (hit.i, hit.j + 1)
    if i < 0 or j >= len(hit.run) or (left and hit.run[i].kind == "inner"):
        return None  # 筹备[总统选举]: what is done to a matter is no part of its name
    return Hit(hit.unit, hit.run, i, j)
