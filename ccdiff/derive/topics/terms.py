"""Terms of a report's own: words, and runs of words, that it repeats and the other report does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.topics.matter import Candidate, abbreviates, absent, actor
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Run, phrase, runs, vocabulary
from ccdiff.model.named import NamedTuple


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
        if len(units) < _wanted(hits[0], side):
            continue
        grown = _grown(hits)
        places: dict[str, str] = {}
        for hit in grown:
            places.setdefault(hit.unit, phrase(side.text[hit.unit], hit.run, hit.i, hit.j))
        label = places[units[0]]
        words = grown[0].run[grown[0].i : grown[0].j + 1]
        own = any(not word.kind or (word.kind == "common" and word.key not in theirs) for word in words)
        if (not own and len(units) < config.topic_single) or all(
            actor(hit.run[: hit.j + 2], side) or actor(hit.run[: hit.j + 1], side) for hit in grown
        ):
            continue
        if not side.itself(label) and not abbreviates(label, side) and absent(label, side):
            keys = tuple(word.key for word in grown[0].run[grown[0].i : grown[0].j + 1] if not word.kind)
            yield Candidate(label, "term", places, keys)


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
    for unit in side.substance:
        for run in side.here.once(runs)[unit.id]:
            for i, word in enumerate(run):
                if not word.kind and len(word.key) > 1 and word.key not in theirs:
                    found.setdefault(word.key, []).append(Hit(unit.id, run, i, i))
                if i and not (word.weak and run[i - 1].weak) and run[i - 1].key + word.key not in theirs:
                    found.setdefault(run[i - 1].key + word.key, []).append(Hit(unit.id, run, i - 1, i))
    return found


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


def _wider(hit: Hit, left: bool) -> Hit | None:
    i, j = (hit.i - 1, hit.j) if left else (hit.i, hit.j + 1)
    if i < 0 or j >= len(hit.run) or (left and hit.run[i].kind == "inner"):
        return None  # 筹备[总统选举]: what is done to a matter is no part of its name
    return Hit(hit.unit, hit.run, i, j)
