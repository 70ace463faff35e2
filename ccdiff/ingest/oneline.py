"""A report that a converter set on one line, parted again at its numbers: "… I. Introduction 1. The present report … 2. As at …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.model.report import Line

FEW = 3  # lines with text of a file that is one line in truth
LONG = 1000  # characters of that line
FEWEST = 3  # paragraphs, counted from 1 without a gap
NUMBER = re.compile(r"(?<=[\s。）)])(\d{1,3})\s?[.．、]\s?(?=[A-Z\u4e00-\u9fff“\"])")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HAN = "一二三四五六七八九十"
TITLE = 130  # characters of a heading


def parted(lines: list[Line]) -> list[Line]:
    """``lines``; the one line of a text that has no other as many, with its paragraphs and headings on lines of their own."""
    full = [line for line in lines if line.text.strip()]
    if not full or len(full) > FEW:
        return lines
    longest = max(full, key=lambda line: len(line.text))
    pieces = _pieces(longest.text) if len(longest.text) >= LONG else []
    if len(pieces) <= FEWEST:
        return lines
    found = [Line(longest.number, text, longest.page) for piece in _with_headings(pieces) for text in (piece, "")]
    return [part for line in lines for part in (found if line is longest else [line])]


def _pieces(text: str) -> list[str]:
    """What stands before paragraph 1, and the paragraphs."""
    starts: list[int] = []
    for number in NUMBER.finditer(text):
        if int(number.group(1)) == len(starts) + 1:
            starts.append(number.start())
    return [text[a:b].strip() for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def _with_headings(pieces: Sequence[str]) -> list[str]:
    """The pieces, a chapter's heading at the end of one on a line of its own: the next numeral of the series, and a short title."""
    found: list[str] = []
    chapters = 0
    for piece in pieces[:-1]:
        numerals = [ROMAN[chapters], HAN[chapters]] if chapters < len(HAN) else []
        heading = next((at for at in (_heading(piece, numeral) for numeral in numerals) if at >= 0), -1)
        chapters += heading >= 0
        found += [piece[:heading].strip(), piece[heading:].strip()] if heading >= 0 else [piece]
    return [*found, pieces[-1]]


def _heading(piece: str, numeral: str) -> int:
    """Where the heading with ``numeral`` begins that ends ``piece``; -1 for none."""
    found = re.search(rf"(?:(?<=\s)|(?<=。)){numeral}[.、]\s?[^.。;；]{{2,{TITLE}}}$", piece)
    return found.start() if found else -1
