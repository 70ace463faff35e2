"""The numbers that Word computes for lists: Word stores how to count, not what it prints."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from ccdiff.ingest.wordstyles import Styles, W
from ccdiff.text.numerals import to_chinese

ROMAN = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
LETTERS = "m cm d cd c xc l xl x ix v iv i"
CHINESE = ("chineseCounting", "taiwaneseCounting", "japaneseCounting")  # also with "Thousand" behind


class Numbering:
    """Counts the lists of one document as its paragraphs go by (ISO/IEC 29500-1, 17.9)."""

    def __init__(self, tree: Any, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._start: dict[tuple[str, int], int] = {}
        if tree is not None:
            self._read(tree)

    def _read(self, tree: Any) -> None:
        linked: dict[str, str] = {}  # a list that is a style's: the style
        for abstract in tree.iter(f"{W}abstractNum"):
            identity = abstract.get(f"{W}abstractNumId", "")
            levels = {int(level.get(f"{W}ilvl", "0")): level for level in abstract.findall(f"{W}lvl")}
            self._levels[identity] = levels
            if not levels and (style := _value(abstract, "numStyleLink", "")):
                linked[identity] = _value(self._styles.get(style).numbering, "numId", "")
        for num in tree.iter(f"{W}num"):
            number = num.get(f"{W}numId", "")
            self._abstract[number] = _value(num, "abstractNumId", "")
            for override in num.findall(f"{W}lvlOverride"):
                start = _value(override, "startOverride", "")
                if start.isdigit():
                    self._start[number, int(override.get(f"{W}ilvl", "0"))] = int(start)
        for identity, number in linked.items():
            self._levels[identity] = self._levels.get(self._abstract.get(number, ""), {})

    def label(self, paragraph: Any, style: str) -> str:
        """What Word prints before ``paragraph`` ("12.", "(a)", "一."); empty where it is in no list, or only bulleted."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        given = self._styles.get(style).numbering
        number, level = (
            _value(own, "numId", "") or _value(given, "numId", ""),
            _value(own, "ilvl", "") or _value(given, "ilvl", "0"),
        )
        if not number or number == "0" or number not in self._abstract:
            return ""
        return self._next(number, int(level) if level.isdigit() else 0)

    def _next(self, number: str, level: int) -> str:
        levels = self._levels.get(self._abstract[number], {})
        shape = levels.get(level)
        if shape is None:
            return ""
        counts = self._counts[self._abstract[number]]
        if (number, level) in self._start:
            counts[level] = self._start.pop((number, level))
        else:
            counts[level] = counts.get(level, int(_value(shape, "start", "1") or 1) - 1) + 1
        for deeper in [deep for deep in counts if deep > level]:
            del counts[deeper]
        if _value(shape, "numFmt", "decimal") in ("bullet", "none"):
            return ""
        text = _value(shape, "lvlText", "")
        for at in range(level + 1):
            form = levels.get(at, shape)
            value = counts.get(at, int(_value(form, "start", "1") or 1))
            legal = at < level and shape.find(f"{W}isLgl") is not None
            text = text.replace(f"%{at + 1}", spell(value, "decimal" if legal else _value(form, "numFmt", "decimal")))
        return text.strip()


def _value(node: Any, name: str, default: str) -> str:
    child = None if node is None else node.find(f"{W}{name}")
    return default if child is None else child.get(f"{W}val", default)


def spell(value: int, form: str) -> str:
    """``value`` as Word's number format ``form`` prints it; plain digits for a format not known here.

    >>> spell(4, "upperRoman"), spell(28, "lowerLetter"), spell(23, "chineseCounting")
    ('IV', 'bb', '二十三')
    """
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form.startswith(CHINESE) and value < 100:
        return to_chinese(value)
    if form == "decimalZero":
        return f"{value:02}"
    return str(value)


def _roman(value: int) -> str:
    text = ""
    for size, letters in zip(ROMAN, LETTERS.split(), strict=True):
        times, value = divmod(value, size)
        text += letters * min(times, 10)
    return text
