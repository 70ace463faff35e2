"""A wording that stands where another stood, with the same words on both its sides: grace period, transitional period; 设计前体, 特制前体.

Each is in one report alone. That it happens again shows that it is one thing; once, that two words have a meaning in common by the
dictionaries, or that the one is short for the other (speed indicator device, SID; 国际麻醉品管制局, 麻管局).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.bonds import MEANING, bond
from ccdiff.derive.relations.substance import HAN, Lexis, lexis
from ccdiff.derive.terminology.edits import Edited, Joined, Words
from ccdiff.derive.terminology.one_sense import common, same_words
from ccdiff.model.changes import Term
from ccdiff.reading import Reading
from ccdiff.text.finder import NUMERALS
from ccdiff.text.worddiff import word_runs

LONGEST = 8  # words of a wording, with spaces
SMALL = 12  # words of a stretch in which it is looked for what stayed
AGAIN = 2  # slots that show it by themselves
HEAD = 2  # characters of Han, or one Latin word, that are told with what follows
MORE = 2  # characters that a full name has more than its short one
STYLE = ("inner", "edge")
LISTED = (",", "、")
Span = tuple[int, int]
Slot = tuple["Side", "Side", Span, Span]
Kinds = dict[str, str]


class Side:
    """One text of a row as words, and where each begins."""

    def __init__(self, reading: Reading, joined: Joined) -> None:
        self.joined = joined
        self.words = reading.words(joined.text)
        self.at = [0, *accumulate(map(len, self.words))]

    def text(self, span: Span) -> str:
        """Some of the words as printed."""
        return self.joined.text[self.at[span[0]] : self.at[span[1]]]

    def next(self, at: int, step: int) -> tuple[int, str]:
        """The next word from there that is no space; nothing beyond the ends."""
        while 0 <= at < len(self.words) and self.words[at].isspace():
            at += step
        return at, self.words[at] if 0 <= at < len(self.words) else ""


def slots(pair: Pair, rows: list[Edited]) -> Iterator[Term]:
    """Such pairs, those with the most slots first, of these the shortest."""
    texts = ["\n".join(p.text for p in reading.report.paragraphs).lower() for reading in (pair.new, pair.old)]
    kind = pair.old.language.once(kinds)
    found = defaultdict[Words, list[Slot]](list)
    for row in rows:
        for slot in _put(Side(pair.old, row.old), Side(pair.new, row.new), row, pair):
            for case in (slot, _headed(slot, kind)):
                one, other = (word.lower() for word in _printed(case))
                if one not in texts[0] and other not in texts[1]:
                    found[one, other].append(case)
                    break
    for same in sorted(found.values(), key=lambda same: (-len(same), len("".join(_printed(same[0]))))):
        heads = {_printed(_headed(slot, kind)) for slot in same}
        one_head = len({words[0].lower() for words in heads}) == 1
        words = max(heads if one_head else map(_printed, same))  # not as it begins a sentence
        if _one_thing(same, words, pair):
            places = ((old.joined.locator(old.at[a[0]]), new.joined.locator(new.at[b[0]])) for old, new, a, b in same)
            yield Term(*words, tuple(dict.fromkeys(places)), "variants")


def _printed(slot: Slot) -> Words:
    return slot[0].text(slot[2]), slot[1].text(slot[3])


def _headed(slot: Slot, kind: Kinds) -> Slot:
    """With the equal words behind, where one of the two is short: 特制 before 前体, derelict before fishing."""
    old, new, here, there = slot
    while any(len(text) <= HEAD if HAN.search(text) else " " not in text for text in _printed((old, new, here, there))):
        (end, word), (stop, other) = old.next(here[1], 1), new.next(there[1], 1)
        if not word.isalpha() or word != other or kind.get(word.lower()) == "edge":
            break
        here, there = (here[0], end + 1), (there[0], stop + 1)
    return old, new, here, there


def _put(old: Side, new: Side, row: Edited, pair: Pair) -> Iterator[Slot]:
    """Where a few words stand for a few, with the same on both their sides."""
    lex, kind = pair.old.language.once(lexis), pair.old.language.once(kinds)
    for edit in row.edits:
        here, there = (
            (bisect_left(s.at, e[0]), bisect_left(s.at, e[1])) for s, e in ((old, edit.old), (new, edit.new))
        )
        parts = [(here, there), *_parts(old, new, here, there)] if here[0] < here[1] and there[0] < there[1] else []
        for a, b in dict.fromkeys((_trimmed(old, a, lex), _trimmed(new, b, lex)) for a, b in parts):
            if _names(old, a, kind) and _names(new, b, kind):
                beside = ((s.next(z[0] - 1, -1)[1], s.next(z[1], 1)[1]) for s, z in ((old, a), (new, b)))
                if len(set(beside)) == 1:
                    yield old, new, a, b


def _parts(old: Side, new: Side, here: Span, there: Span) -> Iterator[tuple[Span, Span]]:
    """What went and what came between the words that a stretch has in common."""
    if not 1 < min(here[1] - here[0], there[1] - there[0]) <= max(here[1] - here[0], there[1] - there[0]) <= SMALL:
        return
    i, j = here[0], there[0]
    gone = come = 0
    for op, words in (*word_runs(old.words[slice(*here)], new.words[slice(*there)]), ("=", ())):
        if op != "=":
            gone, come = gone + len(words) * (op == "-"), come + len(words) * (op == "+")
        else:
            if gone and come:
                yield (i, i + gone), (j, j + come)
            i, j, gone, come = i + gone + len(words), j + come + len(words), 0, 0


def _trimmed(side: Side, span: Span, lex: Lexis) -> Span:
    """A stretch without small words and points at its ends."""
    start, end = span
    while start < end and _small(side.words[start], lex):
        start += 1
    while start < end and _small(side.words[end - 1], lex):
        end -= 1
    return start, end


def _small(word: str, lex: Lexis) -> bool:
    return not word[0].isalnum() or word.lower() in lex.function or word in lex.particles


def _names(side: Side, span: Span, kind: Kinds) -> bool:
    """Whether a stretch may name a thing: a few words, none a number, nor a deed or a small word at its ends."""
    words = side.words[slice(*span)]
    if not words or len(words) > LONGEST or "edge" in (kind.get(words[0].lower()), kind.get(words[-1].lower())):
        return False
    plain = all(word.isspace() or word in LISTED or word.replace("-", "").isalpha() for word in words)
    return plain and NUMERALS.isdisjoint("".join(words))


def _one_thing(same: list[Slot], words: Words, pair: Pair) -> bool:
    """Whether one thing has two wordings: no names, nor words of general prose, nor the same words turned round."""
    lex, kind = pair.old.language.once(lexis), pair.old.language.once(kinds)
    if any(told for text in words for _, told in lex.cut(text)) or (
        common(words[0], pair.old) and common(words[1], pair.new)
    ):
        return False
    if same_words(words[0].lower(), words[1].lower(), pair):
        return False
    if _short_for(*words, pair) or _short_for(*words[::-1], pair) or len(same) >= AGAIN:
        return not all(text[0].isupper() for text in words) or len(same) < AGAIN
    old, new, here, there = same[0]
    gone, come = old.words[slice(*here)], new.words[slice(*there)]
    style = kind.get(gone[-1]) in STYLE or kind.get(come[-1]) in STYLE
    # a Latin word may be a verb: collected, gathered
    return (
        len(gone) == len(come) == 1
        and HAN.search(gone[0]) is not None
        and not style
        and bond((gone, come), lex) == MEANING
    )


def _short_for(short: str, full: str, pair: Pair) -> bool:
    """Whether a wording is made of the initials of another, or of characters in it, of which none is a word."""
    words = [word for word in pair.old.words(full) if word.isalpha()]
    if short.isascii():
        return short.isupper() and len(short) > 1 and "".join(word[0] for word in words).upper() == short
    left = iter(full)
    apart = len(full) >= len(short) + MORE and not any(word in short for word in words if len(word) > 1)
    return apart and short[-1] == full[-1] and all(char in left for char in short)
