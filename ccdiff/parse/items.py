"""Lettered and numbered items: "(a)", "(iv)", "（一）", ".1", "a." at the head of a line. Inside a running sentence they are no items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.model.record import draft, record
from ccdiff.parse.patterns import (
    HALF_ITEM,
    HAN_NUMERAL,
    ITEM,
    LEADS_IN,
    LETTER_ITEM,
    OPENS_LIST,
    POINT_ITEM,
    SIGN_ITEM,
    arabic_number,
    complete,
    half_width,
    han_number,
    roman_number,
)
from ccdiff.parse.rows import Row

FURTHEST = 3  # letters that may be missing between two items (an item that was struck out)
HORIZON = 40  # rows within which the second item of a list must follow the first


@record
class Item:
    """A line read as an item: ``label`` as in a locator, ``end`` where its text begins, ``level`` how deep it stands."""

    label: str
    kind: str
    value: int
    end: int
    level: int


@draft
class _Level:
    kind: str
    value: int
    parent: str
    id: str = ""


class Items:
    """The lists of items that are open in the paragraph being read."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    @property
    def open(self) -> bool:
        return bool(self._levels)

    def close(self) -> None:
        """The paragraph is over, and its lists with it."""
        self._levels.clear()

    def begin(self, item: Item, root: str) -> str:
        """Opens ``item`` in the paragraph ``root``; returns the locator of what it belongs to."""
        if item.level < len(self._levels):
            del self._levels[item.level + 1 :]
            self._levels[item.level].value = item.value
        else:
            self._levels.append(_Level(item.kind, item.value, self._levels[-1].id if self._levels else root))
        return self._levels[-1].parent

    def named(self, locator: str) -> None:
        """The item opened last has this locator."""
        self._levels[-1].id = locator

    def read(self, rows: Sequence[Row], k: int, before: str) -> Item | None:
        """Row ``k`` as the next item of an open list, or the first of a new one; ``before`` is the text before it."""
        row = rows[k]
        found = _labelled(row)
        if not found or found.end() == len(row.raw) and not _second_follows(rows, k, "", 0):
            return None
        options = list(_options(found.group(1)))
        return self._next(options, found, row, before) or self._first(options, found, rows, k, before)

    def _next(self, options: Sequence[tuple[str, int]], found: re.Match[str], row: Row, before: str) -> Item | None:
        for level in range(len(self._levels) - 1, -1, -1):
            for kind, value in options:
                step = value - self._levels[level].value
                if kind != self._levels[level].kind or not (
                    step == 1 or (1 < step <= FURTHEST and (row.gap or row.bullet))
                ):
                    continue
                if row.gap or row.bullet or complete(before) or OPENS_LIST.search(before[-4:]):
                    return Item(_label(found.group(1), kind), kind, value, found.end(), level)
        return None

    def _first(
        self, options: Sequence[tuple[str, int]], found: re.Match[str], rows: Sequence[Row], k: int, before: str
    ) -> Item | None:
        """The first of a list, by two signs of three: it begins a block, what stands before opens a list, the second follows.

        An enumeration inside a sentence may come to stand at the head of a line: it has its second there.
        """
        row = rows[k]
        for kind, value in options:
            # "e) …" under "Matters arising:", what came before it struck out; "(i)" is a Roman one
            later = kind == "letter" and 1 < value < 9 and row.gap and LEADS_IN.search(before)
            if not (value == 1 or later) or any(level.kind == kind for level in self._levels):
                continue
            inline = _written_inline(row.raw[found.end() :], kind)
            follows = _second_follows(rows, k, kind, 2, 1 if inline else HORIZON)
            begins = (row.gap or row.bullet) and not inline
            opened = OPENS_LIST.search(before[-4:]) is not None
            if later or begins + follows + opened > 1:
                return Item(_label(found.group(1), kind), kind, value, found.end(), len(self._levels))
        return None


def _labelled(row: Row) -> re.Match[str] | None:
    forms = (ITEM, HALF_ITEM, POINT_ITEM, LETTER_ITEM, SIGN_ITEM)
    return next((found for form in forms if (found := form.match(row.raw))), None)


def _options(label: str):  # type: ignore[no-untyped-def]
    """The kinds that a label may be of: "(i)" is the ninth letter or the Roman one."""
    label = half_width(label).strip("()")
    if len(label) == 1 and label.isascii() and label.islower():
        yield "letter", ord(label) - 96
    if label.isascii() and label.islower() and (value := roman_number(label)):
        yield "roman", value
    if len(label) == 2 and label.isascii() and label.islower() and label[0] == label[1]:
        yield "letter", ord(label[0]) - 96 + 26  # (aa) after (z)
    if len(label) == 1 and label.isascii() and label.isupper():
        yield "capital", ord(label) - 64
    if label[0] == ".":
        yield "point", int(label[1:])
    if label.isdecimal() and (value := arabic_number(label)):
        yield "digit", value
    if value := han_number(label):
        yield "han", value


def _label(label: str, kind: str) -> str:
    if kind == "point":
        return label
    label = half_width(label).strip("()")
    return f"（{label}）" if kind == "han" else f"({label})"


def _second_follows(rows: Sequence[Row], k: int, kind: str, value: int, horizon: int = HORIZON) -> bool:
    for row in rows[k + 1 : k + 1 + horizon]:
        found = _labelled(row)
        if found and (not kind or (kind, value) in _options(found.group(1))):
            return True
    return False


SECOND = {"point": r"\.2", "letter": "b", "roman": "ii", "capital": "B", "digit": "[2２]", "han": HAN_NUMERAL[3]}


def _written_inline(text: str, kind: str) -> bool:
    """Whether the second of the same kind stands in the same line: "(a)起草示范请求；(b)要求各国…" (9th report, 25)."""
    return re.search(rf"[(（]\s?{SECOND[kind]}\s?[)）]", text[:4000]) is not None
