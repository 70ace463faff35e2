"""One word in another's place, and words that changed places: a translator's habit, or another thing?

Two words that share a character may be two translations (管控, 管制) or two things (平民, 难民; 资产, 资金). What tells them apart is
the rest: another translator changes more than one word; an editor changes the one word that he means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ccdiff.derive.relations.numbers import HAN
from ccdiff.derive.relations.substance import Substance

Edit = tuple[tuple[str, ...], tuple[str, ...]]  # words that went, words that came
Swap = tuple[str, str]
STEM = 4  # letters that two Latin words of one root share
ENDINGS = ("ing", "ed", "es", "e", "s")
POINTS = frozenset(",;:.!?")
LISTING = frozenset({"和", "及", "以及", "或", "and", "or", ","})
ORS = frozenset({"or", "或", "或者"})
ANDS = frozenset({"和", "及", "以及", "并", "并且", "而且", "与", "and"})
KIN = 0.55  # of the longer: developing, development 0.64; internal, international 0.54; contract, contribution 0.42


def joined_otherwise(runs: Iterable[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether nothing differs but that things are joined by "or" that were joined by "and" (trained and insured, trained or insured)."""
    gone, come = ({word for op, words in runs if op == side for word in words if word.strip()} for side in "-+")
    if not gone or not come or not (gone | come) <= LISTING | ORS | ANDS:
        return False
    return bool(gone & ORS) != bool(come & ORS)


def exchanged(
    old: Substance, new: Substance, runs: Iterable[tuple[str, tuple[str, ...]]], says: Callable[[str], float]
) -> bool:
    """Whether nothing but two things changed places: who acts and with whom (秘书处与各司协商, 各司与秘书处协商).

    Not where clauses moved whole, nor in a list that is put in another order.
    """
    if Counter(filter(str.strip, old.words)) == Counter(filter(str.strip, new.words)):
        here, there = (_by_clause(text) for text in (old, new))
        if here.keys() == there.keys() and here != there:
            return True
    return _crossed(old, runs, says)


def _by_clause(text: Substance) -> dict[frozenset[tuple[str, int]], list[list[tuple[str, ...]]]]:
    """Who acts in each clause, by its other words: clauses that moved whole say what they said."""
    found: dict[frozenset[tuple[str, int]], list[list[tuple[str, ...]]]] = {}
    for clause in _clauses(text.words):
        rest = Counter(word for word in clause if not _acts(word, text))
        found.setdefault(frozenset(rest.items()), []).append(_actors(clause, text))
    return {rest: sorted(actors) for rest, actors in found.items()}


def _acts(word: str, text: Substance) -> bool:
    return word in text.names or word in text.places or word in text.lexis.actors


def _clauses(words: Iterable[str]) -> Iterator[list[str]]:
    """The words of each clause, without spaces."""
    clause: list[str] = []
    for word in words:
        if word in POINTS:
            yield clause
            clause = []
        elif word.strip():
            clause.append(word)
    yield clause


def _actors(clause: Iterable[str], text: Substance) -> list[tuple[str, ...]]:
    """Bodies, States and whoever else acts, in order; those of one list together, in whatever order they stand."""
    found: list[tuple[str, ...]] = []
    joined = False
    for word in clause:
        if _acts(word, text):
            found.append(tuple(sorted((*found.pop(), word))) if joined else (word,))
            joined = True
        else:
            joined = joined and word in LISTING
    return found


def _crossed(old: Substance, runs: Iterable[tuple[str, tuple[str, ...]]], says: Callable[[str], float]) -> bool:
    """Whether one word took another's place and that word the first one's, and nothing else that says something differs."""
    swaps: list[Swap] = []
    edit: dict[str, list[str]] = {}
    listed, small = False, old.lexis.function
    for op, words in (*runs, ("=", ())):
        if op != "=":
            edit[op] = [word for word in words if says(word) > 0]
            continue
        gone, come = edit.get("-", []), edit.get("+", [])
        if gone or come:
            if not gone or not come or listed:
                return False
            swaps.append((" ".join(gone), " ".join(come)))
        listed = bool(swaps) and not LISTING.isdisjoint(words) and (small - LISTING).isdisjoint(words)
        edit = {}
    return len(swaps) == 2 and swaps[0] == swaps[1][::-1]


def stem(word: str) -> str:
    """A Latin word without its ending (establish, established; mandate, mandated); other words as they are."""
    word = word.replace("-", "") if word.isascii() else word  # under-water, underwater
    if not word.isascii() or not word.isalpha():
        return word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word


class Kindred:
    """Words by their characters and how they begin, to be asked often whether one of them says much the same as another word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._chars: set[str] = set()
        self._begun: dict[str, list[str]] = {}
        for word in words:
            self._chars.update(word)
            for k in range(1, min(STEM, len(word)) + 1):
                self._begun.setdefault(word[:k], []).append(word)

    def has(self, word: str) -> bool:
        """Whether one of them says much the same by its form: a shared character, or most of a Latin word."""
        if HAN.search(word):
            return any(HAN.match(char) and char in self._chars for char in word)
        begun = range(1, min(STEM, len(word)) + 1)
        found = (other for k in begun for other in self._begun.get(word[:k], ()) if k in (STEM, len(word), len(other)))
        return any(_shared(word, other) for other in found)


def _shared(one: str, other: str) -> bool:
    if HAN.search(one) or HAN.search(other):
        return not {char for char in one if HAN.match(char)}.isdisjoint(other)
    same = sum(1 for _ in _common(one, other))
    return same >= min(STEM, len(one), len(other)) and same >= KIN * max(len(one), len(other))


def _common(one: str, other: str) -> Iterator[str]:
    for a, b in zip(one, other, strict=False):
        if a != b:
            return
        yield a
