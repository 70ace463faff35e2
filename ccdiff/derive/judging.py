"""Do two texts state the same? What went, what came, and whether that is a fact or only a wording.

Rules: domain.md, "Unchanged, reworded, amended"; the cases are in tests/derive/relation_cases.txt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ccdiff.derive.limits import CLASSES, limits_differ
from ccdiff.derive.substance import HAN, Lexis, Number, Substance, lexis
from ccdiff.derive.swaps import LISTING, STEM, Edit, Swap, deliberate, exchanged, kin, stem
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.worddiff import word_runs

Runs = tuple[tuple[str, tuple[str, ...]], ...]
Place = tuple[int, int]  # (row of contrasts, alternative)
Same = Callable[[Number, Number], bool]
PLACED = re.compile(r"^第\s*[\d〇零一二三四五六七八九十百千]+|^\d+$")
LONG = 4  # characters; a long name weighs no more than this in the balance of words
NEAR, ALIKE = 3, 0.7  # 教育推动正义”举措 has 6 of 8 neighbours of 教育促进正义举措; two networks of one kind share 0.6
BEGUN = 5  # letters
ROW = 4  # words that one sense may have
OFTEN = 8  # places of a pair of characters that are looked at
REPEATED, LIGHT, AKIN = 0.5, 0.3, 0.25  # weight of a word that stands elsewhere too, says little, or shares a character
FEW = 2  # places in which an editor changes a text
NAME = 5  # words of a member of a list, with its point
MEMBERS = 3  # points and conjunctions behind a colon that make a list
GENERAL = 0.6  # weight of a word of general prose: 着手 for 开始, 传播 for 推广


@dataclass(frozen=True)
class Open:
    """Two texts whose facts are the same so far, but not their words."""

    old: Substance
    new: Substance

    @cached_property
    def runs(self) -> Runs:
        """The words in common stretches and what differs between them."""
        return tuple(word_runs(self.old.words, self.new.words))

    @cached_property
    def edits(self) -> list[Edit]:
        """What went and what came between two common stretches."""
        return _edits(self.runs)

    def swaps(self) -> set[Swap]:
        """Single words that took another's place, where both say something."""
        return {swap for edit in self.edits for swap in _pairs(edit, self.old.lexis)}


def judge(old: str, new: str, reading: Reading, config: DeriveThresholds, same: Same | None = None) -> str:
    """unchanged, reworded or amended: what ``new`` is to ``old``; ``reading`` gives the language.

    ``same`` says of a lost and a gained number whether they name one place.
    """
    first = first_look(old, new, reading, same)
    return first if isinstance(first, str) else settle(first, frozenset(), config)


def first_look(old: str, new: str, reading: Reading, same: Same | None = None) -> str | Open:
    """ "unchanged", "amended" by a fact that differs, or still open."""
    if fold(old) == fold(new):
        return "unchanged"
    lex = reading.language.once(lexis)
    one, other = Substance(old, lex), Substance(new, lex)
    if _numbers_differ(one, other, same):
        return "amended"
    if _bare(old, lex, one.numbers != other.numbers) == _bare(new, lex, one.numbers != other.numbers):
        return "unchanged"
    return "amended" if facts_differ(one, other, same) else Open(one, other)


def settle(case: Open, known: frozenset[Swap], config: DeriveThresholds) -> str:
    """amended or reworded, by what went and what came; ``known`` are swaps that are only another translation."""
    return "amended" if _matter_differs(case, known, config) else "reworded"


def _bare(text: str, lex: Lexis, masked: bool = False) -> list[str]:
    """The words of a text without points, particles and damage; ``masked``: the numbers are known to be the same places."""
    words = [word for word in lex.words(lex.mended(text)) if word not in lex.particles and _says(word)]
    return [PLACED.sub("#", word) if masked else word.lower() for word in words]


def _says(word: str) -> bool:
    return any(char.isalnum() for char in word)


def facts_differ(old: Substance, new: Substance, same: Same | None = None) -> str:
    """The first kind of fact that differs: numbers, places, names, denials, alternatives; or ``""``."""
    if _numbers_differ(old, new, same):
        return "numbers"
    if old.places != new.places:
        return "places"
    if _names_gone(old.names, new) or _names_gone(new.names, old):
        return "names"
    if denials_differ(old, new):
        return "denials"
    return "alternatives" if _swapped(old.alternatives, new.alternatives, old.lexis.modes) else ""


def denials_differ(old: Substance, new: Substance) -> bool:
    """Whether one text denies more often than the other, in whatever words."""
    return old.denials != new.denials and not _denied_otherwise(*sorted((old, new), key=lambda text: text.denials))


def swapped_rows(old: Substance, new: Substance) -> frozenset[int]:
    """The rows of ``contrasts`` of which one alternative went and another came."""
    gone, come = old.alternatives - new.alternatives, new.alternatives - old.alternatives
    return frozenset(row for row, _ in gone) & frozenset(row for row, _ in come)


def _denied_otherwise(fewer: Substance, more: Substance) -> bool:
    """Whether the text that denies less often says as much by other words (免收, 一概不收; avoid, so that none)."""
    return fewer.implied - more.implied >= more.denials - fewer.denials


def _numbers_differ(old: Substance, new: Substance, same: Same | None) -> bool:
    gone, come = old.counts - new.counts, new.counts - old.counts
    if limits_differ(old.limits, new.limits) or any(_moved(old, new, kind) for kind in CLASSES.values()):
        return True
    if not same or not gone or not come:
        return bool(gone or come)
    return any(not any(same(a, b) for b in new.counts) for a in gone) or any(
        not any(same(a, b) for a in old.counts) for b in come
    )


def _moved(old: Substance, new: Substance, kind: str) -> bool:
    """Whether a floor or ceiling stands beside other numbers than before."""
    here, there = ({number.value for number in text.numbers if number.qualifier == kind} for text in (old, new))
    return bool(here and there) and here.isdisjoint(there)


def _names_gone(names: frozenset[str], other: Substance) -> bool:
    """Whether a name is not in the other text, be it short for full, full for short (缔约国会议), or with a word put otherwise."""
    return any(not _named(name, other) for name in names)


def _named(name: str, other: Substance) -> bool:
    if name in other.key.lower() or any(name in there or there in name for there in other.names):
        return True
    even = other.lexis.evened(name)
    if _stands_short(even, other):
        return True
    return _worded_otherwise(even, other.even) if HAN.match(even) else _words_stand(even, other)


def _stands_short(name: str, other: Substance) -> bool:
    """Whether a body is called by its kind alone: 理事会 for 经济及社会理事会, the Conference for the Conference of the Parties."""
    return any(
        short in other.even
        for short in other.lexis.kinds
        if (name.endswith(short) or name.startswith(short + " ")) and len(short) < len(name)
    )


def _for_short(word: str, others: tuple[str, ...], text: Substance) -> bool:
    """Whether a word is the kind of a body that is named in full in its place."""
    return word in text.lexis.kinds and any(
        name.lower().startswith(word + " ") or name.endswith(word) for name in others if len(name) > len(word)
    )


def _words_stand(name: str, other: Substance) -> bool:
    """Whether all words of a Latin name that say something begin words of the text: International Labour Office, but no Maritime one."""
    words = [word for word in re.findall(r"[a-z]{3,}", name) if word not in other.lexis.function]
    return bool(words) and all(word[: max(STEM, len(word) - 3)] in other.beginnings for word in words)


def _worded_otherwise(name: str, text: str) -> bool:
    """Whether a stretch of ``text`` (its known names taken out) has nearly all of a name's neighbouring characters."""
    pairs = [name[k : k + 2] for k in range(len(name) - 1)]
    starts = {at - place for place, pair in enumerate(pairs) for at in _found(pair, text)}
    windows = (text[max(0, start - NEAR) : start + len(name) + NEAR] for start in sorted(starts))
    return any(sum(pair in window for pair in pairs) >= ALIKE * len(pairs) for window in windows)


def _found(pair: str, text: str) -> Iterator[int]:
    """The first places of a pair of characters; in a long text a common one says nothing more."""
    at = text.find(pair)
    for _ in range(OFTEN):
        if at < 0:
            return
        yield at
        at = text.find(pair, at + 1)


def _swapped(old: Counter[Place], new: Counter[Place], modes: frozenset[int]) -> bool:
    """Whether in one row of contrasts one alternative went and another came; of a mode (线上), whether one went or came."""
    gone, come = {row for row, _ in old - new}, {row for row, _ in new - old}
    return bool(gone & come or ({row for row, _ in old.keys() ^ new.keys()} & modes))


def _matter_differs(case: Open, known: frozenset[Swap], config: DeriveThresholds) -> bool:
    """Whether words went or came that the other text has no word for: more than a translator adds or leaves out."""
    lex = case.old.lexis
    edits = [_unlike(edit, known, lex) for edit in case.edits]
    gone, come = (tuple(word for edit in edits for word in edit[side]) for side in (0, 1))
    if _contrast(gone, come, lex):
        return True
    if deliberate(case.old, case.new, edits, lambda word: weight(word, lex)):
        return True
    if exchanged(case.old, case.new, case.runs, lambda word: weight(word, lex)):
        return True
    size = max(sum(weight(word, lex) for word in text.words) for text in (case.old, case.new))
    balance = [_weigh(edit, case.old, case.new) for edit in edits]
    if _anew(case, edits, size, config):
        return not _told_anew(case, edits, size, config)
    net = [abs(come - gone) for gone, come in balance]
    swaps = [min(gone, come) for gone, come in balance]
    return (
        max(net, default=0.0) > config.relation_added
        or sum(net) > max(config.relation_added, config.relation_net * size)
        or max(swaps, default=0.0) >= config.relation_other
        or sum(swaps) > config.relation_swapped * size
        or any(_member(edit, weighed, config) for edit, weighed in zip(edits, balance, strict=True))
    )


def _anew(case: Open, edits: list[Edit], size: float, config: DeriveThresholds) -> bool:
    """Whether a text is told in another order, or in many other words, not edited in one place or two."""
    lex = case.old.lexis
    common = sum(weight(word, lex) for op, words in case.runs if op == "=" for word in words)
    places = sum(any(weight(word, lex) for word in (*gone, *come)) for gone, come in edits)
    kept = size - max(sum(weight(word, lex) for edit in edits for word in edit[side]) for side in (0, 1))
    moved = kept - common >= config.relation_anew_moved * size
    return common < config.relation_anew * size and (places > FEW or (places > 1 and moved))


def _told_anew(case: Open, edits: list[Edit], size: float, config: DeriveThresholds) -> bool:
    """Whether a text in another order and other words says no more and no less: what has no equal on the one side answers that on the other.

    Not a list of names: there one that went and one that came say nothing of each other.
    """
    if any(_lists(text) for text in (case.old, case.new)):
        return False
    gone, come = (tuple(word for edit in edits for word in edit[side]) for side in (0, 1))
    less, more = _missing(gone, come, case.new), _missing(come, gone, case.old)
    most = max(config.relation_anew_balance, config.relation_anew_net * size)
    return abs(more - less) <= most and max(less, more) <= min(
        config.relation_anew_most, config.relation_anew_share * size
    )


def _lists(text: Substance) -> bool:
    """Whether a text names several things behind a colon, a few words for each."""
    words = [word for word in text.words if word.strip()]
    named = words[words.index(":") + 1 :] if ":" in words else []
    members = sum(word in LISTING for word in named)
    return members >= MEMBERS and len(named) <= NAME * members


def _member(edit: Edit, weighed: tuple[float, float], config: DeriveThresholds) -> bool:
    """Whether a member of a list went or came: floods, floods and drought."""
    (gone, come), (less, more) = edit, weighed
    here, there = (come, more) if not less else (gone, less)
    words = [word for word in here if word.strip()]
    return not min(weighed) and there >= config.relation_member and bool({words[0], words[-1]} & LISTING)


def _unlike(edit: Edit, known: frozenset[Swap], lex: Lexis) -> Edit:
    """An edit without the swaps that are known to be another translation, or that are one alternative of a contrast (may, might)."""
    swaps = [(a, b) for a in edit[0] for b in edit[1] if (a, b) in known or _one_alternative(a, b, lex)]
    gone, come = {one for one, _ in swaps}, {other for _, other in swaps}
    return tuple(w for w in edit[0] if w not in gone), tuple(w for w in edit[1] if w not in come)


def _one_alternative(one: str, other: str, lex: Lexis) -> bool:
    return not set(lex.alternatives.get(one, ())).isdisjoint(lex.alternatives.get(other, ()))


def _pairs(edit: Edit, lex: Lexis) -> list[Swap]:
    """An edit word by word, where as many words that say something went as came, and no contrast is among them."""
    gone, come = ([word for word in side if weight(word, lex) > 0] for side in edit)
    if len(gone) != len(come):
        return []
    return [pair for pair in zip(gone, come, strict=True) if not _contrast((pair[0],), (pair[1],), lex)]


def _contrast(gone: tuple[str, ...], come: tuple[str, ...], lex: Lexis) -> bool:
    """Whether a word gave way to one that excludes it: 已 to 将, 应 to 可."""
    old, new = ({place for word in words for place in lex.alternatives.get(word, ())} for words in (gone, come))
    return bool({row for row, _ in old - new} & {row for row, _ in new - old})


def unmatched(old: Substance, new: Substance) -> float:
    """The weight of words on either side that have no equal on the other."""
    return sum(sum(_weigh(edit, old, new)) for edit in _edits(tuple(word_runs(old.words, new.words))))


def _edits(runs: Runs) -> list[Edit]:
    """What went and what came between two common stretches; a word that only moved is left out, also with another ending."""
    edits: list[dict[str, tuple[str, ...]]] = [{}]
    for op, words in runs:
        if op == "=":
            edits.append({})
        else:
            edits[-1][op] = words
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


def _weigh(edit: Edit, old: Substance, new: Substance) -> tuple[float, float]:
    """How much went and how much came, by the weight of the words that the other text does not have."""
    gone, come = edit
    return _missing(gone, come, new), _missing(come, gone, old)


def _missing(words: tuple[str, ...], others: tuple[str, ...], text: Substance) -> float:
    told = _told(words, others, text)
    return sum(
        (
            0.0
            if word in text.lexis.spelled
            or word.isdecimal()
            or _stands_short(word.lower(), text)
            or _for_short(word, others, text)
            else weight(word, text.lexis)
        )
        * (REPEATED if _stands(word, text) else 1.0)
        * (AKIN if at in told or kin(word, others) else 1.0)
        for at, word in enumerate(words)
    )


def _told(words: tuple[str, ...], others: tuple[str, ...], text: Substance) -> set[int]:
    """Which words, alone or a few in a row, are of a sense that a text speaks of in other words (人口动态统计, 生命统计).

    Not a word that begins as one in its place: internal and international are told apart by their ends.
    """
    spoken = text.lexis.spoken
    found: set[int] = set()
    begun = {other[:BEGUN] for other in others if other.isascii()}
    for start in range(len(words)):
        if words[start][:BEGUN] in begun:
            continue
        for end in range(start + 1, min(start + ROW, len(words)) + 1):
            row = words[start:end]
            if spoken("".join(row) if HAN.match(row[0]) else " ".join(filter(_says, row))) & text.senses:
                found.update(range(start, end))
                break
    return found


def _stands(word: str, text: Substance) -> bool:
    if HAN.match(word):
        return word in text.key
    return word[: max(STEM, len(word) - 3)] in text.beginnings


def weight(word: str, lex: Lexis) -> float:
    """How much a word says: its characters, a Latin word as two or three; little or nothing for the words of ``fillers``."""
    if word in lex.function or word in lex.particles or not _says(word):
        return 0.0
    size = min(len(word), LONG) if HAN.match(word) else 2.0 + (len(word) > 7)
    return size * (LIGHT if word in lex.light else GENERAL if word in lex.style else 1.0)
