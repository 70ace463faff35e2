"""Is a paragraph unchanged, only reworded, or amended? By its facts, not by how much of it looks different.

``unchanged``: the same words but for spacing, width, damage and function words. ``amended``: a number, qualifier, name, place,
reference, denial, stage or force differs, or matter was added or taken away. ``reworded``: the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ccdiff.derive.aliases import is_short, short_names
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import Open, Same, first_look, settle
from ccdiff.derive.relations.numbers import PLACES, Number
from ccdiff.model.alignment import Link
from ccdiff.model.comparison import ParagraphRow
from ccdiff.reading import Reading
from ccdiff.text.numerals import chinese
from ccdiff.text.worddiff import word_diff


def relations(pair: Pair) -> tuple[ParagraphRow, ...]:
    """One judged row for each link of paragraphs, in the alignment's order; what a person settled stays."""
    same = _renumbered(pair)
    looks = _with_known(pair, [_look(pair, link, same) for link in pair.alignment.paragraphs])
    told = (look if isinstance(look, str) else settle(look, pair.old, pair.config) for look in looks)
    return tuple(_row(pair, link, relation) for link, relation in zip(pair.alignment.paragraphs, told, strict=True))


def _with_known(pair: Pair, looks: list[str | Open]) -> list[str | Open]:
    """The open cases, each told what is one thing: a short name and the full one, as a report explains it; and what stood for what again and
    again, or is short for it (常委会), each in one report alone.
    """
    names = [(short.lower(), full.lower()) for short, full in short_names(pair.old, pair.new).items()]
    swaps = Counter(look.wording(edit) for look in looks if isinstance(look, Open) for edit in look.edits if all(edit))
    often = [words for words, times in swaps.items() if times > 1 or is_short(words, pair.old)]
    texts = [" ".join(p.text for p in reading.report.paragraphs).lower() for reading in (pair.new, pair.old) if often]
    known = frozenset(words for words in often if words[0] not in texts[0] and words[1] not in texts[1])
    known = known.union(names, (words[::-1] for words in names))
    return [
        replace(look, known=known)
        if isinstance(look, Open) and not known.isdisjoint(map(look.wording, look.edits))
        else look
        for look in looks
    ]


def _look(pair: Pair, link: Link, same: Same) -> str | Open:
    """What can be told of a link by itself: its relation, or that its facts are the same and its words are not."""
    if link.relation or not link.old or not link.new:
        return link.relation or ("new" if not link.old else "dropped")
    return first_look(_text(pair.old, link.old), _text(pair.new, link.new), pair.old, same)


def _row(pair: Pair, link: Link, relation: str) -> ParagraphRow:
    """The row of a link; a text that stands alone, or that stayed, is not cut into words."""
    old, new = _text(pair.old, link.old), _text(pair.new, link.new)
    if old and new and old != new:
        diff = word_diff(pair.old.words(old), pair.new.words(new))
    else:
        diff = word_diff((old,) * bool(old), (new,) * bool(new))
    return ParagraphRow(link.old, link.new, relation, link.score, link.origin, link.why, diff, link.candidates)


def _text(reading: Reading, locators: Iterable[str]) -> str:
    return "\n".join(reading.report.text(locator) for locator in locators)


def _renumbered(pair: Pair) -> Same:
    """Whether two numbers are one place of the report under its old and its new number (见上文第12段, now 第14段)."""

    def same(old: Number, new: Number) -> bool:
        if old.unit != new.unit or old.unit not in PLACES:
            return False
        return new.value in {_number(locator) for locator in _places(pair, old)}

    return same


def _places(pair: Pair, number: Number) -> list[str]:
    """Where the old report's paragraph, article, chapter or section of that number stands in the new one."""
    report, kind = pair.old.report, number.unit[-1]
    if number.unit in (PLACES[0], PLACES[1]):
        ids = [p.id for p in report.paragraphs if p.id.isdigit() or p.id.endswith(kind)]
    else:
        ids = [
            s.id for s in report.sections if s.id.endswith(kind) or (number.unit == PLACES[3] and s.id[0] not in "第")
        ]
    here = [
        locator
        for locator in ids
        if _number(locator) == number.value and locator.isdigit() == (number.unit == PLACES[0])
    ]
    return [there for locator in here for there in pair.in_new(locator)]


def _number(locator: str) -> str:
    """The number in a locator, as digits: "14" of "14", "10" of "第十条", "2" of "二"."""
    bare = locator.strip("第条章节段")
    if bare.isdigit():
        return bare
    value = chinese(bare)
    return "" if value is None else str(value)
