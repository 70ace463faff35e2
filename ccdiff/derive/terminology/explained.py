"""Short names that one report explains and uses, where the other has only the full ones, in places that correspond."""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.aliases import aliases, introduction, uses
from ccdiff.derive.context import Pair
from ccdiff.derive.terminology.edits import Words
from ccdiff.model.changes import Term
from ccdiff.reading import Reading


def explained(pair: Pair) -> Iterator[Term]:
    """Each such name once, with the linked places at which the one stands for the other; or where one report introduces it."""
    for short, full in (pair.new.once(aliases) | pair.old.once(aliases)).items():
        if not _stands(pair.new, short):
            old, new = _places(pair.old, short, full)[0], _places(pair.new, short, full)[1]
            yield from _told(short, full, _linked(pair, old, new)) or _introduced(pair, short, full)
        elif not _stands(pair.old, short):
            old, new = _places(pair.old, short, full)[1], _places(pair.new, short, full)[0]
            yield from _told(full, short, _linked(pair, old, new)) or _introduced(pair, short, full)


def _introduced(pair: Pair, short: str, full: str) -> list[Term]:
    """A short name that one report introduces in brackets, and the other does without: the full name with it, and without it."""
    pattern = introduction(short, full)
    for reading, other in ((pair.old, pair.new), (pair.new, pair.old)):
        for paragraph in reading.report.paragraphs:
            found = pattern.search(paragraph.text) if short in paragraph.text else None
            if found:
                linked = pair.in_new(paragraph.id) if reading is pair.old else pair.in_old(paragraph.id)
                there = next((at for at in linked if other.report.has(at) and full in other.report.text(at)), "")
                if there and reading is pair.old:
                    return [Term(found[0], full, ((paragraph.id, there),), "lexicon")]
                return [Term(full, found[0], ((there, paragraph.id),), "lexicon")] if there else []
    return []


def _told(old: str, new: str, places: tuple[Words, ...]) -> list[Term]:
    return [Term(old, new, places, "lexicon")] if places else []


def _linked(pair: Pair, old: list[str], new: list[str]) -> tuple[Words, ...]:
    return tuple((one, other) for one in old for other in pair.in_new(one) if other in new)


def _places(reading: Reading, short: str, full: str) -> tuple[list[str], list[str]]:
    """Where a report uses the short name by itself, and where the full one."""
    used = [(p.id, *uses(p.text, short, full)) for p in reading.report.paragraphs]
    return [at for at, is_short, _ in used if is_short], [at for at, _, is_full in used if is_full]


def _stands(reading: Reading, short: str) -> bool:
    return any(short in p.text for p in reading.report.paragraphs)
