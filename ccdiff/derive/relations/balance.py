"""What of two texts has no equal in the other: the words that went and came, each by how much it says."""

from __future__ import annotations

from collections import Counter

from ccdiff.derive.relations.bonds import phrase
from ccdiff.derive.relations.numbers import HAN, PLACED
from ccdiff.derive.relations.substance import Lexis, Substance
from ccdiff.derive.relations.swaps import STEM, Edit, Kindred, stem
from ccdiff.text.worddiff import word_runs

Runs = tuple[tuple[str, tuple[str, ...]], ...]
LONG = 4  # characters; a long name weighs no more than this in the balance of words
ROW = 4  # words that one sense may have
REPEATED, LIGHT, AKIN = 0.5, 0.3, 0.25  # weight of a word that stands elsewhere too, says little, or shares a character
GENERAL = 0.6  # weight of a word of general prose: 着手 for 开始, 传播 for 推广


def unmatched(old: Substance, new: Substance) -> float:
    """The weight of words on either side that have no equal on the other."""
    return sum(sum(weigh(edit, old, new)) for edit in edits_of(tuple(word_runs(old.words, new.words))))


def edits_of(runs: Runs) -> list[Edit]:
    """What went and what came between two common stretches; a word that only moved is left out, also with another ending."""
    edits: list[dict[str, tuple[str, ...]]] = [{}]
    for op, words in runs:
        if op != "=":
            edits[-1][op] = (*edits[-1].get(op, ()), *words)
        elif any(map(str.strip, words)):
            edits.append({})
    pairs = [(edit.get("-", ()), edit.get("+", ())) for edit in edits if edit]
    moved = Counter(stem(w) for gone, _ in pairs for w in gone) & Counter(stem(w) for _, come in pairs for w in come)
    left = Counter(moved)
    return [(_without(gone, moved), _without(come, left)) for gone, come in pairs]


def _without(words: tuple[str, ...], moved: Counter[str]) -> tuple[str, ...]:
    kept = []
    for word in words:
        key = stem(word)
        if moved[key] > 0:
            moved[key] -= 1
        else:
            kept.append(word)
    return tuple(kept)


def weigh(edit: Edit, old: Substance, new: Substance) -> tuple[float, float]:
    """How much went and how much came, by the weight of the words that the other text does not have."""
    gone, come = edit
    return missing(gone, come, new), missing(come, gone, old)


def missing(words: tuple[str, ...], others: tuple[str, ...], text: Substance, repeated: float = REPEATED) -> float:
    """What ``words`` say that ``text`` does not; ``others`` are those that came in their place. ``repeated`` is the share of a word that stands elsewhere in it."""
    told, kindred = _told(words, text) | _meant(words, others, text.lexis), Kindred(others)
    return sum(
        (
            0.0
            if word in text.lexis.spelled or PLACED.match(word) or stands_short(word.lower(), text)
            else weight(word, text.lexis)
        )
        * (repeated if stands(word, text) else 1.0)
        * (AKIN if at in told or kindred.has(word) else 1.0)
        for at, word in enumerate(words)
    )


def _told(words: tuple[str, ...], text: Substance) -> set[int]:
    """Which words, alone or a few in a row, are of a sense that a text speaks of in other words (人口动态统计, 生命统计)."""
    spoken = text.lexis.spoken
    found: set[int] = set()
    for start in range(len(words)):
        for end in range(start + 1, min(start + ROW, len(words)) + 1):
            row = words[start:end]
            if spoken("".join(row) if HAN.match(row[0]) else " ".join(filter(sounds, row))) & text.senses:
                found.update(range(start, end))
                break
    return found


def _meant(words: tuple[str, ...], others: tuple[str, ...], lex: Lexis) -> set[int]:
    """Which words, alone or two in a row, may stand for one of ``others`` by the dictionaries; each of those answers one."""
    runs = [(place, run) for place, run in _runs(others) if run not in lex.kinds]
    by_meaning: dict[int, list[int]] = {}
    for number, (_, run) in enumerate(runs):
        for meaning in lex.meanings(run):
            by_meaning.setdefault(meaning, []).append(number)
    found: set[int] = set()
    answered: set[int] = set()
    for place, run in _runs(words):
        if run in lex.kinds or found.intersection(place):
            continue
        answers = (_first_free(by_meaning.get(meaning, []), runs, answered) for meaning in lex.meanings(run))
        answer = min((number for number in answers if number is not None), default=None)
        if answer is not None:
            found.update(place)
            answered.update(runs[answer][0])
    return found


def _first_free(numbers: list[int], runs: list[tuple[tuple[int, ...], str]], answered: set[int]) -> int | None:
    """The first of some runs that answers nothing yet; those that do are forgotten."""
    while numbers and not answered.isdisjoint(runs[numbers[0]][0]):
        numbers.pop(0)
    return numbers[0] if numbers else None


def _runs(words: tuple[str, ...]) -> list[tuple[tuple[int, ...], str]]:
    """Single words, two that stand side by side, and all of a few, the longer first."""
    said = [(at, word) for at, word in enumerate(words) if sounds(word)]
    pairs = [
        ((one, other), here + there if HAN.match(here) else f"{here} {there}")
        for (one, here), (other, there) in zip(said, said[1:], strict=False)
    ]
    whole = [(tuple(at for at, _ in said), phrase(words))] if 2 < len(said) <= ROW else []
    return [*whole, *pairs, *(((at,), word) for at, word in said)]


def stands(word: str, text: Substance) -> bool:
    """Whether a text has a word, a Latin one with another ending, too."""
    if HAN.match(word):
        return word in text.key
    return all(part[: max(STEM, len(part) - 3)].lower() in text.beginnings for part in word.split("-") if part)


def weight(word: str, lex: Lexis) -> float:
    """How much a word says: its characters, a Latin word as two or three; little or nothing for the words of ``fillers``."""
    if word in lex.function or word in lex.particles or not sounds(word):
        return 0.0
    size = min(len(word), LONG) if HAN.match(word) else 2.0 + (len(word) > 7)
    return size * (LIGHT if word in lex.light else GENERAL if word in lex.style else 1.0)


def stands_short(name: str, other: Substance) -> bool:
    """Whether a body is called by its kind alone: 理事会 for 经济及社会理事会, the Conference for the Conference of the Parties."""
    return any(
        short in other.even
        for short in other.lexis.kinds
        if (name.endswith(short) or name.startswith(short + " ")) and len(short) < len(name)
    )


def sounds(word: str) -> bool:
    """Whether a word has a letter or a figure, not points alone."""
    return word.isalnum() or any(char.isalnum() for char in word)
