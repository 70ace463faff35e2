"""The topics of one side: what was found is weighed, put together by matter, and told under its best name.

The likeliest candidate comes first. A later one of the same matter, or one that names what short topics tell already, goes with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccdiff.derive.topics.candidates import MARKS, candidates
from ccdiff.derive.topics.clusters import PLACED, PROPER, Cluster, kinship, names_it
from ccdiff.derive.topics.evidence import LEAST, importance, ragged, weighed
from ccdiff.derive.topics.matter import LONGEST, OWN_PLACE, Candidate, content
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import runs, vocabulary
from ccdiff.derive.wording import canonical
from ccdiff.model.changes import Topic
from ccdiff.text.normalise import fold

FEW = 3  # units of a topic beside which nothing else is told of them: in four and more there is room for another matter
MINUTES = 0.1  # share of units that end as no sentence from which what stands under told items is their detail (地坪)
MOST_TERMS = 6
FEW_TERMS = 3  # fewer terms are filled up with the words of its own that its units use
BESIDE = 3  # further names that tell what a unit is about
# titles, and of what they are
WHAT = {"theme": "theme", "agenda": "item", "section": "chapter", "chapter": "chapter"}
CHAPTERS = ("recommendations", "agenda", "section", "chapter")


def told(side: Side) -> tuple[Topic, ...]:
    """The topics of one side in order of importance, as many as a reader takes in."""
    notes = {note.id for note in side.here.report.footnotes}
    found = [topic(known, side) for known in clusters(side) if not known.units.keys() <= notes]
    topics = sorted(found, key=lambda t: (-t.importance, side.order[t.paragraphs[0]], t.label))
    return tuple(topics[: side.pair.config.topic_most])


def clusters(side: Side) -> list[Cluster]:
    """The candidates that are likely enough, put together by matter, the likeliest first."""
    found = [(weighed(one, side), one) for one in candidates(side)]
    found.sort(
        key=lambda one: (
            one[1].kind not in PLACED,
            -one[0],
            min(side.order[unit] for unit in one[1].places),
            one[1].label,
        )
    )  # what has a place of its own is called as it is called there
    every: list[Cluster] = []
    for weight, one in found:
        low = fold(one.label).lower().strip(MARKS)
        kin, home = max(((kinship(one, known, low), -at) for at, known in enumerate(every)), default=(0.0, 0))
        if kin >= 1.0:
            every[-home].add(one)
        elif (known := _covering(one, every, side)) is not None:
            known.beside.append(one.label)
        elif weight >= LEAST:
            every.append(Cluster(low, weight))
            every[-1].add(one)
    return every


def _covering(candidate: Candidate, every: Iterable[Cluster], side: Side) -> Cluster | None:
    """The topic that tells of all units of a candidate already: one of few units, or one whose name has a word of it."""
    if candidate.kind in OWN_PLACE or candidate.kind in PROPER:
        return None
    mine, key = candidate.places.keys(), side.here.language.once(canonical)
    if side.here.once(ragged) >= MINUTES:
        under = [known for known in every if known.members[0].kind in PLACED and not mine.isdisjoint(known.units)]
        if mine <= {unit for known in under for unit in known.units}:
            return under[0]
    for known in every:
        if mine <= known.units.keys():
            name = key(known.members[0].label)
            if len(known.units) <= FEW or any(word in name for word in content(candidate.label, side)):
                return known
    return None


def topic(known: Cluster, side: Side) -> Topic:
    """A cluster as it is told."""
    best = _longest(known)
    first = known.members[0]
    proved = [one for one in known.members if one in (first, best) or names_it(one, first)]
    units = dict.fromkeys(unit for one in proved for unit in one.places)
    paragraphs = tuple(sorted(units, key=side.order.__getitem__))
    what = WHAT.get(best.kind, "matter")  # of a title no more is said than that it is new or gone
    wholes = 0 if best.kind == "resolution" else sum(map(side.whole, paragraphs))  # what cites it treats another matter
    weight = round(importance(known.weight, wholes, best.kind in PLACED or best.kind == "mode"), 3)
    return Topic(side.kind, best.label, _terms(known, best, paragraphs, side), paragraphs, weight, what)


def _longest(known: Cluster) -> Candidate:
    """The likeliest name of a matter, or the longest that goes on from it in most of its places: 香料和炊具, not 香料."""
    best = known.members[0]
    if best.kind in OWN_PLACE:
        return best
    most = 2 * len(best.places)
    wide = [one for one in known.members if best.keys and one.keys == best.keys and len(one.places) >= most]
    best = max(wide, key=lambda one: len(one.places), default=best)  # 人权, not 人权标准

    one_word = best.label.isascii() and " " not in best.label

    def goes_on(other: Candidate) -> bool:
        if other.kind == "quoted" or len(other.label) > LONGEST:
            return False
        if best.label in other.label:
            share = 2 if one_word else 3
            return share * sum(unit in other.places for unit in best.places) >= (share - 1) * len(best.places)
        kin = len(other.keys) > len(best.keys) > 0 and set(best.keys) <= set(other.keys)
        return kin and 2 * len(other.places) >= len(best.places)  # COVID-19 大流行, 大流行病

    return max(filter(goes_on, known.members), key=lambda one: (len(one.label), one.label), default=best)


def _terms(known: Cluster, best: Candidate, units: tuple[str, ...], side: Side) -> tuple[str, ...]:
    """Words that stand in the paragraphs, the best first; for a chapter also those that it uses most and the other report least."""
    members = (best, *known.members)
    texts = [text for one in members for unit, text in one.places.items() if text and unit in units]
    if best.kind in CHAPTERS or len({fold(text) for text in texts}) < FEW_TERMS:
        texts += _frequent(units, side, best.kind in CHAPTERS)
    texts += [text for text in known.beside[:BESIDE] if any(text in side.text.get(unit, "") for unit in units)]
    chosen = {fold(text): text for text in reversed(texts)}
    return tuple(dict.fromkeys(chosen[fold(text)] for text in texts))[:MOST_TERMS]


def _frequent(units: tuple[str, ...], side: Side, chapter: bool) -> list[str]:
    """The words that a topic's units use most, as they stand: of a chapter the telling ones, else only its own, used twice."""
    theirs = side.there.once(vocabulary)
    found: dict[str, list[str]] = {}
    for key, text in _own_words(units, side):
        if chapter or key not in theirs:
            found.setdefault(key, []).append(text)
    ranked = sorted(found.items(), key=lambda entry: (-len(entry[1]) * (1 if entry[0] in theirs else 3), entry[0]))
    return [words[0] for _, words in ranked[:3] if chapter or len(words) > 1]


def _own_words(units: tuple[str, ...], side: Side) -> Iterator[tuple[str, str]]:
    """The telling words of a topic's units, but for Latin ones in a Chinese text, which are mostly persons' names."""
    every = side.here.once(runs)
    for unit in units:
        for run in every.get(unit, ()):
            for word in run:
                if not word.kind and len(word.key) > 1 and not (side.han and word.raw[0].isascii()):
                    yield word.key, side.text[unit][word.start : word.end]
