"""Is a paragraph unchanged, only reworded, or amended? By its facts, not by how much of it looks different.

``unchanged``: the same words but for spacing, width, damage and function words. ``amended``: a number, qualifier, name, place,
reference, denial, stage or force differs, or matter was added or taken away. ``reworded``: the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from ccdiff.derive.context import Pair
from ccdiff.derive.substance import HAN, Lexis, Number, Substance, lexis
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.alignment import Link
from ccdiff.model.comparison import ParagraphRow
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.numerals import chinese
from ccdiff.text.worddiff import word_diff, word_runs

Same = Callable[[Number, Number], bool]
LONG = 4  # characters; a long name weighs no more than this in the balance of words
NEAR, ALIKE = 3, 0.7  # 教育推动正义”举措 has 6 of 8 neighbours of 教育促进正义举措; two networks of one kind share 0.6
STEM = 4  # letters that two Latin words of one root share
REPEATED, LIGHT, AKIN = 0.5, 0.3, 0.25  # weight of a word that stands elsewhere too, says little, or shares a character


def relations(pair: Pair) -> tuple[ParagraphRow, ...]:
    """One judged row for each link of paragraphs, in the alignment's order; what a person settled stays."""
    return tuple(_row(pair, link) for link in pair.alignment.paragraphs)


def _row(pair: Pair, link: Link) -> ParagraphRow:
    old, new = _text(pair.old, link.old), _text(pair.new, link.new)
    diff = word_diff(pair.old.words(old), pair.new.words(new))
    relation = link.relation or _one_sided(link) or judge(old, new, pair.old, pair.config, _renumbered(pair))
    return ParagraphRow(link.old, link.new, relation, link.score, link.origin, link.why, diff, link.candidates)


def _text(reading: Reading, locators: Iterable[str]) -> str:
    return "\n".join(reading.report.text(locator) for locator in locators)


def _one_sided(link: Link) -> str:
    return "new" if not link.old else "dropped" if not link.new else ""


def _renumbered(pair: Pair) -> Same:
    """Whether two numbers are one place of the report under its old and its new number (见上文第12段, now 第14段)."""

    def same(old: Number, new: Number) -> bool:
        if old.unit != new.unit or old.unit not in ("第段", "第条", "第章", "第节"):
            return False
        there = {_number(locator) for locator in _places(pair, old.value)}
        return new.value in there

    return same


def _places(pair: Pair, value: str) -> list[str]:
    """Where the old report's paragraph, article or chapter of that number stands in the new one."""
    report = pair.old.report
    here = [p.id for p in report.paragraphs if p.kind != "item" and _number(p.id) == value]
    here += [s.id for s in report.sections if _number(s.id) == value]
    return [there for locator in here for there in pair.in_new(locator)]


def _number(locator: str) -> str:
    """The number in a locator, as digits: "14" of "14", "10" of "第十条", "2" of "二"."""
    bare = locator.strip("第条章节段")
    if bare.isdigit():
        return bare
    value = chinese(bare)
    return "" if value is None else str(value)


def judge(old: str, new: str, reading: Reading, config: DeriveThresholds, same: Same | None = None) -> str:
    """unchanged, reworded or amended: what ``new`` is to ``old``; ``reading`` gives the language.

    ``same`` says of a lost and a gained number whether they name one place.
    """
    if fold(old) == fold(new):
        return "unchanged"
    lex = reading.language.once(lexis)
    one, other = Substance(old, lex), Substance(new, lex)
    if facts_differ(one, other, same):
        return "amended"
    if _bare(old, lex) == _bare(new, lex):
        return "unchanged"
    return "amended" if _matter_differs(one, other, config) else "reworded"


def _bare(text: str, lex: Lexis) -> list[str]:
    """The words of a text without points, particles and damage."""
    return [word for word in lex.words(lex.mended(text)) if word not in lex.particles and _says(word)]


def _says(word: str) -> bool:
    return any(char.isalnum() for char in word)


def facts_differ(old: Substance, new: Substance, same: Same | None = None) -> str:
    """The first kind of fact that differs: numbers, places, names, denials, alternatives; or ``""``."""
    if _numbers_differ(old.numbers - new.numbers, new.numbers - old.numbers, same):
        return "numbers"
    if old.places != new.places:
        return "places"
    if _names_gone(old.names, new) or _names_gone(new.names, old):
        return "names"
    if old.denials != new.denials:
        return "denials"
    return "alternatives" if _swapped(old.alternatives, new.alternatives, old.lexis.modes) else ""


def _numbers_differ(gone: frozenset[Number], come: frozenset[Number], same: Same | None) -> bool:
    if not same:
        return bool(gone or come)
    return any(not any(same(a, b) for b in come) for a in gone) or any(not any(same(a, b) for a in gone) for b in come)


def _names_gone(names: frozenset[str], other: Substance) -> bool:
    """Whether a name is not in the other text, be it short for full, full for short (缔约国会议), or with a word put otherwise."""
    return any(not _named(name, other) for name in names)


def _named(name: str, other: Substance) -> bool:
    if name in other.key.lower() or any(name in there or there in name for there in other.names):
        return True
    return _worded_otherwise(other.lexis.evened(name), other.even)


def _worded_otherwise(name: str, text: str) -> bool:
    """Whether a stretch of ``text`` (its known names taken out) has nearly all of a name's neighbouring characters."""
    pairs = [name[k : k + 2] for k in range(len(name) - 1)]
    for place, pair in enumerate(pairs[:NEAR]):
        at = text.find(pair)
        while at >= 0:
            window = text[max(0, at - place - NEAR) : at - place + len(name) + NEAR]
            if sum(p in window for p in pairs) >= ALIKE * len(pairs):
                return True
            at = text.find(pair, at + 1)
    return False


def _swapped(old: frozenset[tuple[int, int]], new: frozenset[tuple[int, int]], modes: frozenset[int]) -> bool:
    """Whether in one row of contrasts one alternative went and another came; of a mode (线上), whether one went or came."""
    gone, come = {row for row, _ in old - new}, {row for row, _ in new - old}
    return bool(gone & come or (gone | come) & modes)


def _matter_differs(old: Substance, new: Substance, config: DeriveThresholds) -> bool:
    """Whether words went or came that the other text has no word for: more than a translator adds or leaves out."""
    balance = [_edit(gone, come, old, new) for gone, come in _edits(old, new)]
    net = [abs(come - gone) for gone, come in balance]
    swapped = sum(min(gone, come) for gone, come in balance)
    size = max(sum(weight(word, old.lexis) for word in text.words) for text in (old, new))
    return (
        max(net, default=0.0) > config.relation_added
        or sum(net) > max(config.relation_added, config.relation_net * size)
        or swapped > config.relation_swapped * size
    )


def unmatched(old: Substance, new: Substance) -> float:
    """The weight of words on either side that have no equal on the other."""
    return sum(gone + come for gone, come in (_edit(gone, come, old, new) for gone, come in _edits(old, new)))


Edit = tuple[tuple[str, ...], tuple[str, ...]]


def _edits(old: Substance, new: Substance) -> list[Edit]:
    """What went and what came between two common stretches; a word that only moved is left out."""
    edits: list[dict[str, tuple[str, ...]]] = [{}]
    for op, words in word_runs(old.words, new.words):
        if op == "=":
            edits.append({})
        else:
            edits[-1][op] = words
    pairs = [(edit.get("-", ()), edit.get("+", ())) for edit in edits if edit]
    moved = Counter(w for gone, _ in pairs for w in gone) & Counter(w for _, come in pairs for w in come)
    left = Counter(moved)
    return [(_without(gone, moved), _without(come, left)) for gone, come in pairs]


def _without(words: tuple[str, ...], moved: Counter[str]) -> tuple[str, ...]:
    kept = []
    for word in words:
        if moved[word] > 0:
            moved[word] -= 1
        else:
            kept.append(word)
    return tuple(kept)


def _edit(gone: tuple[str, ...], come: tuple[str, ...], old: Substance, new: Substance) -> tuple[float, float]:
    """How much went and how much came, by the weight of the words that the other text does not have."""
    return _missing(gone, come, new), _missing(come, gone, old)


def _missing(words: tuple[str, ...], others: tuple[str, ...], text: Substance) -> float:
    there = {root for word in others for root in _roots(word)}
    return sum(
        weight(word, text.lexis) * (REPEATED if _stands(word, text) else 1.0) * (AKIN if there & _roots(word) else 1.0)
        for word in words
    )


def _roots(word: str) -> set[str]:
    """What words that say much the same share: a character, or the beginning of a Latin word (briefed, briefing)."""
    return {char for char in word if HAN.match(char)} or {word[:STEM]}


def _stands(word: str, text: Substance) -> bool:
    if HAN.match(word):
        return word in text.key
    return any(other.startswith(word[: max(STEM, len(word) - 3)]) for other in text.words)


def weight(word: str, lex: Lexis) -> float:
    """How much a word says: its characters, a Latin word as two or three; little or nothing for the words of ``fillers``."""
    if word in lex.function or word in lex.particles or not _says(word):
        return 0.0
    size = min(len(word), LONG) if HAN.match(word) else 2.0 + (len(word) > 7)
    return size * (LIGHT if word in lex.light else 1.0)
