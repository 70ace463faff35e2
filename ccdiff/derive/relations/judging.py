"""Do two texts state the same? What went, what came, and whether that is a fact or only a wording.

Rules: domain.md, "Unchanged, reworded, amended"; the cases are in tests/derive/relation_cases.txt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import dropwhile

from ccdiff.derive.relations.balance import Runs, edits_of, sounds, stands_short, unmatched, weight
from ccdiff.derive.relations.bonds import phrase
from ccdiff.derive.relations.limits import limits_differ
from ccdiff.derive.relations.numbers import HAN, PLACED, Number
from ccdiff.derive.relations.quantities import levelled
from ccdiff.derive.relations.retold import says_other, traces
from ccdiff.derive.relations.substance import Lexis, Substance, lexis
from ccdiff.derive.relations.swaps import Edit, exchanged, joined_otherwise
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.worddiff import word_runs

__all__ = [
    "Open",
    "Same",
    "denials_differ",
    "first_look",
    "judge",
    "settle",
    "swapped_rows",
    "unmatched",
    "weight",
]

Same = Callable[[Number, Number], bool]
# what numbers a paragraph in words, at its beginning: "Recommendation 4. ", "Article 12: ", 建议三：
LABEL = re.compile(
    r"^\s*(?:[A-Z][a-z]+ (?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5})[.:] +(?=[A-Z])|[\u4e00-\u9fff]{2,4}(?:\d{1,3}|[一二三四五六七八九十]{1,3})[：:．.、]\s*)"
)
NEAR, ALIKE = 3, 0.7  # 教育推动正义”举措 has 6 of 8 neighbours of 教育促进正义举措; two networks of one kind share 0.6
OWN = 4  # letters that the name of a State and what is of it share
OFTEN = 8  # places of a pair of characters that are looked at


@dataclass(frozen=True)
class Open:
    """Two texts whose facts are the same so far, but not their words."""

    old: Substance
    new: Substance
    edited: bool = False  # whether they differ in what counts only where a text was edited, not told anew
    known: frozenset[tuple[str, str]] = frozenset()  # what stands for each other throughout the reports

    @cached_property
    def runs(self) -> Runs:
        """The words in common stretches and what differs between them."""
        return tuple(word_runs(self.old.words, self.new.words))

    @cached_property
    def edits(self) -> list[Edit]:
        """What went and what came between two common stretches, but for what is known to be one thing."""
        return [edit for edit in edits_of(self.runs) if self.wording(edit) not in self.known]

    def wording(self, edit: Edit) -> tuple[str, str]:
        """What went and what came as two phrases, without small words before them."""
        gone, come = (tuple(dropwhile(self._small, words)) for words in edit)
        return phrase(gone), phrase(come)

    def _small(self, word: str) -> bool:
        return not weight(word, self.old.lexis)


def judge(old: str, new: str, reading: Reading, config: DeriveThresholds, same: Same | None = None) -> str:
    """unchanged, reworded or amended: what ``new`` is to ``old``; ``reading`` gives the language.

    ``same`` says of a lost and a gained number whether they name one place.
    """
    first = first_look(old, new, reading, same)
    return first if isinstance(first, str) else settle(first, reading, config)


def first_look(old: str, new: str, reading: Reading, same: Same | None = None) -> str | Open:
    """ "unchanged", "amended" by a fact that differs, or still open."""
    old, new = (LABEL.sub("", text, count=1) for text in (old, new))
    if fold(old) == fold(new):
        return "unchanged"
    look = _look(old, new, reading.language.once(lexis), same)
    return _levelled(old, new, reading, same) or look if look == "amended" else look


def _levelled(old: str, new: str, reading: Reading, same: Same | None) -> str | Open:
    """What two texts are once their quantities are put into one form; "" where that changes nothing."""
    level = reading.language.once(levelled)
    even = level(old), level(new)
    look = _look(*even, reading.language.once(lexis), same) if even != (old, new) else ""
    return "reworded" if look == "unchanged" else look


def _look(old: str, new: str, lex: Lexis, same: Same | None) -> str | Open:
    one, other = Substance(old, lex), Substance(new, lex)
    if _numbers_differ(one, other, same):
        return "amended"
    masked = one.numbers != other.numbers
    if (masked or one.letters == other.letters) and _bare(old, lex, masked) == _bare(new, lex, masked):
        return "unchanged"
    if _named_otherwise(one, other) or _swapped(one, other, lex.modes) or denials_differ(one, other):
        return "amended"
    return Open(one, other, _moded(one, other, lex.manners))


def settle(case: Open, reading: Reading, config: DeriveThresholds) -> str:
    """amended or reworded, by what went and what came."""
    if not _matter_differs(case, config):
        return "reworded"
    again = _levelled(case.old.text, case.new.text, reading, None)
    if isinstance(again, Open):
        return "amended" if _matter_differs(again, config) else "reworded"
    return again or "amended"


def _bare(text: str, lex: Lexis, masked: bool = False) -> list[str]:
    """The words of a text without points, particles and damage; ``masked``: the numbers are known to be the same places."""
    words = [word for word in lex.words(lex.mended(text)) if word not in lex.particles and sounds(word)]
    return [PLACED.sub("#", word) if masked else word.lower() for word in words]


def _named_otherwise(old: Substance, new: Substance) -> bool:
    """Whether a place or a name is in one of the texts alone; a Norwegian radar is one of Norway."""
    sides = ((old, new), (new, old))
    gone = (
        place
        for one, other in sides
        for place in one.places - other.places
        if place[:OWN].lower() not in other.beginnings
    )
    return any(gone) or any(_names_gone(one.names, other) for one, other in sides)


def denials_differ(old: Substance, new: Substance) -> bool:
    """Whether one text denies more often than the other, in whatever words."""
    return old.denials != new.denials and not _denied_otherwise(*sorted((old, new), key=lambda text: text.denials))


def swapped_rows(old: Substance, new: Substance) -> frozenset[int]:
    """The rows of ``contrasts`` of which one alternative went and another came; what a cited document asks is only put otherwise."""
    gone, come = old.alternatives - new.alternatives, new.alternatives - old.alternatives
    rows = frozenset(row for row, _ in gone) & frozenset(row for row, _ in come)
    return rows - old.lexis.force if rows and old.recites and new.recites else rows


def _denied_otherwise(fewer: Substance, more: Substance) -> bool:
    """Whether the text that denies less often says as much by other words (免收, 一概不收; avoid, so that none)."""
    return fewer.implied - more.implied >= more.denials - fewer.denials


def _numbers_differ(old: Substance, new: Substance, same: Same | None) -> bool:
    gone, come = old.counts - new.counts, new.counts - old.counts
    if limits_differ(old.limits, new.limits):
        return True
    if not same or not gone or not come:
        return bool(gone or come)
    return any(not any(same(a, b) for b in new.counts) for a in gone) or any(
        not any(same(a, b) for a in old.counts) for b in come
    )


def _names_gone(names: frozenset[str], other: Substance) -> bool:
    """Whether a name is not in the other text, be it short for full, full for short (缔约国会议), or with a word put otherwise."""
    return any(not _named(name, other) for name in names)


def _named(name: str, other: Substance) -> bool:
    if name in other.key.lower() or any(name in there or there in name for there in other.names):
        return True
    even = other.lexis.evened(name)
    return stands_short(even, other) or bool(HAN.match(even)) and _worded_otherwise(even, other.even)


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


def _swapped(old: Substance, new: Substance, modes: frozenset[int]) -> bool:
    """Whether in one row of contrasts one alternative went and another came; of a mode (线上), whether one went or came."""
    return bool(swapped_rows(old, new)) or _moded(old, new, modes)


def _moded(old: Substance, new: Substance, modes: frozenset[int]) -> bool:
    here, there = old.alternatives, new.alternatives
    return not modes.isdisjoint(row for row, _ in here.keys() ^ there.keys())


def _matter_differs(case: Open, config: DeriveThresholds) -> bool:
    """Whether a rule says so, or words went or came that the other text has no word for: more than a translator adds or leaves out."""
    old, new, lex = case.old, case.new, case.old.lexis
    recited = old.recites and new.recites
    edits = [_unlike(edit, lex, recited) for edit in case.edits]
    gone, come = (tuple(word for edit in edits for word in edit[side]) for side in (0, 1))
    if old.denials == new.denials and _contrast(gone, come, lex):  # not safe, dangerous
        return True
    if (
        exchanged(old, new, case.runs, partial(weight, lex=lex))
        or joined_otherwise(case.runs)
        or _turned_round(case, edits)
    ):
        return True
    same = [(old.wordings[sense], new.wordings[sense]) for sense in old.wordings.keys() & new.wordings.keys()]
    if not case.edited and all(_within(case.wording(edit), same) for edit in edits if any(edit)):
        return False
    return says_other(traces(old, new, case.runs, edits), case.edited, config)


def _turned_round(case: Open, edits: list[Edit]) -> bool:
    """Whether a word gave way to one that is the same but for a character that excludes the other: 赛前, 赛后; 小企业, 大企业."""
    old, new, opposites = case.old.plain, case.new.plain, case.old.lexis.opposites
    return any(
        turned in come if len(word) == 1 else turned in new and turned not in old and word not in new
        for gone, come in edits
        for word in gone
        for turned in _turned(word, opposites)
    )


def _turned(word: str, opposites: frozenset[frozenset[str]]) -> Iterator[str]:
    """A word with one of its characters put by what excludes it."""
    for char in word:
        for pair in opposites:
            if char in pair:
                yield from (word.replace(char, other) for other in pair if other != char)


def _unlike(edit: Edit, lex: Lexis, recited: bool) -> Edit:
    """An edit without the words that gave way to another for the same alternative of a contrast (may, might), or of force where it is ``recited``."""
    if recited and _forceful(phrase(edit[0]), phrase(edit[1]), lex):
        return (), ()
    swaps = [
        (a, b) for a in edit[0] for b in edit[1] if _one_alternative(a, b, lex) or (recited and _forceful(a, b, lex))
    ]
    gone, come = {one for one, _ in swaps}, {other for _, other in swaps}
    return tuple(w for w in edit[0] if w not in gone), tuple(w for w in edit[1] if w not in come)


def _within(edit: tuple[str, str], same: Iterable[tuple[str, str]]) -> bool:
    """Whether an edit only puts one wording of a sense for another, with the words around it: 数据缺口, 数据不足."""
    gone, come = edit
    return bool(gone and come) and any(gone in one and come in other and one != other for one, other in same)


def _one_alternative(one: str, other: str, lex: Lexis) -> bool:
    here, there = lex.alternatives.get(one, ()), lex.alternatives.get(other, ())
    return not set(here).isdisjoint(there) and not _contrast((one,), (other,), lex)


def _forceful(one: str, other: str, lex: Lexis) -> bool:
    """Whether two words are of one row of force: 促请, 要求."""
    rows = [lex.force.intersection(row for row, _ in lex.alternatives.get(word, ())) for word in (one, other)]
    return not rows[0].isdisjoint(rows[1])


def _contrast(gone: tuple[str, ...], come: tuple[str, ...], lex: Lexis) -> bool:
    """Whether a word gave way to one that excludes it: 已 to 将, 应 to 可."""
    old, new = ({place for word in words for place in lex.alternatives.get(word, ())} for words in (gone, come))
    return bool({row for row, _ in old - new} & {row for row, _ in new - old})
