"""What stands on a PDF page: rows of words with their places, and what is drawn there (rules, pictures).

Places are in points from the lower left corner of the page as it is seen, also where it is stored turned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ccdiff.ingest.pdfturn import Box, Turn, turn
from ccdiff.ingest.signs import SUPERSCRIPT
from ccdiff.model.named import NamedTuple
from ccdiff.model.record import record

WIDE = 1.8  # sizes of a gap that parts cells; a justified space reaches 1.2, the gap after a paragraph number 1.5 to 3
# the same between figures: a thousands space is 0.25 to 0.5 of the size wide, columns stand 1 and more apart
FIGURES_WIDE = 0.9
NARROW = 0.25  # sizes: a space that pdfium put into a gap narrower than this is none ("Secretary -General", 0.14)
TYPED = 0.9  # share of spaces that are characters of the file above which those that pdfium adds are doubted
BOLD = 600  # font weight; regular is 400, bold 700
BOLD_FONT = re.compile(r"bold|black|heavy|hei\b|heiti|simhei", re.IGNORECASE)  # where the file states no weight
# of the line's size: a footnote mark is smaller (0.58 to 0.7) and stands higher (0.33 and more)
RAISED_SIZE, RAISED_BY = 0.8, 0.2
INSIDE = re.compile(r"\w[\w-]|[.,]\d")  # two characters that a space may part where there is none: "o f", "97. 9"
EAST = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
SOLID = re.compile(f"[{EAST}“”‘’…—][{EAST}“”‘’…—]|[\u3000-\u303f\uff00-\uffef].|.[\u3000-\u303f\uff00-\uffef]")
SOLID_GAP = 0.8  # heights: justified Chinese is stretched to 0.5, the gap in a masthead ("联合国反腐败公约  缔约国会议") is wider
SINGLE = re.compile(f"[{EAST}“”‘’…—]")
DRAWN_APART = 2.5  # sizes: the widest gap in a justified line that holds one long address
THIN = 3.0  # points; rules are 0.2 to 1.5 thick, the bars of a chart more
MOST_OBJECTS = 20_000  # drawn on one page that are looked at; a chart has some hundreds
PICTURE_WIDTH, PICTURE_HEIGHT = 100, 50  # points; smaller drawings hold no labels
PICTURE_PARTS = 10  # drawn parts that make a frame a chart
SCANNED = 0.3  # share of the page that a picture fills where the page is a scan
PAGEWIDE = 0.6  # share of the page above which a picture is its scan or background
HYPHENS = "\x02\ufffe"  # what pdfium calls a hyphen at the end of a line
MARK_LETTERS = tuple("abcdefghijk")
DIGITS = frozenset("0123456789")
LETTER_MARK = re.compile(r"(?:(?<=[\w)])[a-k](?:,\s?[a-k])*|^[a-k])$")


class Word(NamedTuple):
    text: str
    box: Box


@dataclass(frozen=True)
class Row:
    """A line on a page: its words with their places, its type size in points, and whether it is bold.

    ``base`` is the height of the line on which its letters stand; of a row made of several lines, that of the first, ``foot`` of
    the last.
    """

    words: tuple[Word, ...]
    size: float
    bold: bool
    page: int
    base: float
    foot: float
    hint: str | None = None

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The words, parted where a gap is wider than any space in running text."""
        return tuple(" ".join(word.text for word in group) for group in self.groups)

    @cached_property
    def groups(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each cell."""
        groups: list[list[Word]] = []
        for word in self.words:
            if groups and not _gap(groups[-1][-1], word, self.size):
                groups[-1].append(word)
            else:
                groups.append([word])
        return tuple(map(tuple, groups))

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].box.left

    @property
    def right(self) -> float:
        return self.words[-1].box.right

    @cached_property
    def top(self) -> float:
        return max(word.box.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return min(word.box.bottom for word in self.words)


def _gap(left: Word, right: Word, size: float) -> bool:
    figures = not (left.text[-1:].isalpha() or right.text[:1].isalpha())
    return right.box.left - left.box.right > (FIGURES_WIDE if figures else WIDE) * size


@record
class Drawing:
    """What is drawn on a page: thin horizontal and vertical strokes, and pictures (images, charts)."""

    across: tuple[Box, ...] = ()
    down: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()


def rows(page: Any, number: int) -> tuple[list[Row], Turn]:
    """The rows of a page in the order of the file, and how the page is turned."""
    text_page = page.get_textpage()
    try:
        turned = turn(page, text_page)
        reader = _Reader(text_page, number, turned)
        found = [row for first, last in reader.pieces() if (row := reader.row(first, last)) is not None]
    finally:
        text_page.close()
    if turned.angle and not page.get_rotation():  # pdfium put the lines in the order of the page as stored
        found.sort(key=lambda row: (-round(row.base), row.left))
    return _whole(found), turned


class _Reader:
    """One page's characters."""

    def __init__(self, text_page: Any, number: int, turned: Turn) -> None:
        import pypdfium2.raw as raw

        self._raw, self._page, self._number = raw, text_page, number
        self._turned, self._turn = turned, turned.place
        self.chars = _characters(text_page)
        spaces = [k for k, char in enumerate(self.chars) if char == " "]
        typed = sum(raw.FPDFText_IsGenerated(text_page, k) != 1 for k in spaces[:400])
        self._doubt = typed > TYPED * len(spaces[:400])

    def pieces(self) -> Iterator[tuple[int, int]]:
        """The first and the last character of each line that pdfium tells apart."""
        start = None
        for k, char in enumerate([*self.chars, "\n"]):
            if char in "\r\n" and char:
                if start is not None:
                    yield start
                start = None
            elif not char.isspace() and char:
                start = (start[0] if start else k, k)
                if char in HYPHENS and self._breaks(k):
                    yield start
                    start = None

    def _breaks(self, k: int) -> bool:
        """Whether the line ends with this hyphen: pdfium writes a word that was broken as one, over both lines."""
        return k + 1 < len(self.chars) and self._box(k + 1).left < self._box(k).left

    def row(self, first: int, last: int) -> Row | None:
        spans = self._spans(first, last)
        found = [(begin, end, self._box(begin), self._box(end)) for begin, end in spans]
        samples = {spans[0][0], spans[len(spans) // 2][0], spans[-1][1]}
        size, place = max((self._size(k), -k) for k in samples)
        base = self._base(-place)
        words = [self._word(begin, end, left, right, size, base) for begin, end, left, right in found]
        words = _solid([word for word in words if word.text], size)
        bold = all(self._bold(k) for k in sorted(samples))
        aslant = not self._turned.upright(self._page, -place)
        hint = "furniture" if aslant else None  # a watermark, a stamp along the margin
        return Row(tuple(words), size, bold, self._number, base, base, hint) if words else None

    def _spans(self, first: int, last: int) -> list[tuple[int, int]]:
        """The words of a line by their first and last characters; a space where there is no gap parts none."""
        spans: list[tuple[int, int]] = []
        begin = end = first
        for k in range(first + 1, last + 1):
            char = self.chars[k]
            if not char or char.isspace():
                continue
            if k > end + 1 and self._parted(end, k):
                spans.append((begin, end))
                begin = k
            end = k
        return [*spans, (begin, end)]

    def _parted(self, left: int, right: int) -> bool:
        between = range(left + 1, right)
        if not any(self.chars[k] for k in between):
            return False  # the second half of a character beyond the basic plane
        if SOLID.match(self.chars[left] + self.chars[right]) and self._stretched(left, right, between):
            return False
        if not (self._doubt and INSIDE.match(self.chars[left] + self.chars[right])) or any(
            self._raw.FPDFText_IsGenerated(self._page, k) != 1 for k in between
        ):
            return True
        a, b = self._box(left), self._box(right)
        return b.left - a.right > NARROW * max(a.height, b.height)

    def _stretched(self, left: int, right: int, between: range) -> bool:
        """Whether a space is only the width that justification gave to Chinese characters, which are set solid."""
        if any(self._raw.FPDFText_IsGenerated(self._page, k) != 1 for k in between):
            return False
        a, b = self._box(left), self._box(right)
        return b.left - a.right < SOLID_GAP * max(a.height, b.height)

    def _word(self, begin: int, end: int, left: Box, right: Box, size: float, base: float) -> Word:
        text = self.chars[begin : end + 1]
        if not DIGITS.isdisjoint(text):
            text = [self._risen(k, char, size, base) for k, char in enumerate(text, begin)]
        word = _clean("".join(text))
        mark = LETTER_MARK.search(word) if word[-1:] in MARK_LETTERS else None
        if mark and self._raised(end, size, base) and self._raised(end - len(mark.group()) + 1, size, base):
            word = word[: mark.start()] + mark.group().translate(SUPERSCRIPT)
        return Word(word, Box(left.left, min(left.bottom, right.bottom), right.right, max(left.top, right.top)))

    def _risen(self, k: int, char: str, size: float, base: float) -> str:
        raised = char in DIGITS and self._raised(k, size, base)
        return char.translate(SUPERSCRIPT) if raised else char

    def _raised(self, k: int, size: float, base: float) -> bool:
        """Whether a character is smaller than its line and stands higher: a footnote mark."""
        return self._size(k) <= RAISED_SIZE * size and self._base(k) - base > RAISED_BY * size

    def _base(self, k: int) -> float:
        """The height of the line on which a character stands."""
        from ctypes import byref, c_double

        x, y = c_double(), c_double()
        self._raw.FPDFText_GetCharOrigin(self._page, k, byref(x), byref(y))
        return float(self._turn(Box(x.value, y.value, x.value, y.value)).bottom)

    def _box(self, k: int) -> Box:
        left, bottom, right, top = self._page.get_charbox(k, loose=True)
        return self._turn(Box(left, bottom, right, top))

    def _size(self, k: int) -> float:
        matrix = self._raw.FS_MATRIX()
        size: float = self._raw.FPDFText_GetFontSize(self._page, k)
        if self._raw.FPDFText_GetMatrix(self._page, k, matrix):
            size *= (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        return round(size, 2) if size > 0 else self._box(k).height

    def _bold(self, k: int) -> bool:
        return (
            bool(self._raw.FPDFText_GetFontWeight(self._page, k) >= BOLD) or BOLD_FONT.search(self._font(k)) is not None
        )

    def _font(self, k: int) -> str:
        from ctypes import c_int, create_string_buffer

        name = create_string_buffer(128)
        self._raw.FPDFText_GetFontInfo(self._page, k, name, 128, c_int())
        return name.value.decode("utf-8", "replace")


def _solid(words: list[Word], size: float) -> list[Word]:
    """Chinese characters that justification drew apart one by one are one word again."""
    out: list[Word] = []
    for k, word in enumerate(words):
        apart = [w for w in words[max(0, k - 1) : k + 2] if SINGLE.fullmatch(w.text)]
        near = bool(out) and word.box.left - out[-1].box.right < DRAWN_APART * size
        if near and len(apart) > 1 and SINGLE.fullmatch(out[-1].text[-1]) and SINGLE.match(word.text):
            before = out.pop()
            word = Word(before.text + word.text, _around(before.box, word.box))
        out.append(word)
    return out


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.left, b.left), min(a.bottom, b.bottom), max(a.right, b.right), max(a.top, b.top))


def _characters(text_page: Any) -> list[str]:
    """One string a character place; the second half of a character beyond the basic plane is empty."""
    import pypdfium2.raw as raw

    count = text_page.count_chars()
    text = text_page.get_text_range() if count else ""
    if len(text) == count:
        return list(text)
    codes = [raw.FPDFText_GetUnicode(text_page, k) for k in range(count)]
    chars = [chr(code) if 0 < code < 0x110000 else "" for code in codes]
    for k, char in enumerate(chars):
        if "\ud800" <= char <= "\udbff" and k + 1 < count and "\udc00" <= chars[k + 1] <= "\udfff":
            pair = 0x10000 + ((ord(char) - 0xD800) << 10) + (ord(chars[k + 1]) - 0xDC00)
            chars[k], chars[k + 1] = chr(pair), ""
        elif "\ud800" <= char <= "\udfff":
            chars[k] = ""
    return chars


def _clean(text: str) -> str:
    """``text`` without spaces, soft hyphens and what cannot be shown; pdfium's hyphens are hyphens."""
    if text.isprintable() and " " not in text:
        return text
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "-")
    return "".join(char for char in text if char.isprintable() and not char.isspace())


def _whole(found: list[Row]) -> list[Row]:
    """Pieces that stand side by side in the file and on one line made one row: a footnote mark before its text."""
    out: list[Row] = []
    for row in found:
        if out and out[-1].hint == row.hint and _beside(out[-1], row):
            before = out[-1]
            mark = len(before.words) == 1 and before.size < RAISED_SIZE * row.size
            words = (_as_mark(before.words[0], row),) if mark else before.words
            big = row if row.size >= before.size else before
            out[-1] = replace(big, words=(*words, *row.words), bold=row.bold and (before.bold or mark))
        else:
            out.append(row)
    return out


def _beside(before: Row, row: Row) -> bool:
    overlap = min(before.top, row.top) - max(before.bottom, row.bottom)
    flat = overlap > 0.6 * min(before.top - before.bottom, row.top - row.bottom)
    return flat and row.left >= before.right - 1


def _as_mark(word: Word, row: Row) -> Word:
    raised = word.box.bottom > row.bottom + RAISED_BY * (row.top - row.bottom)
    text = word.text.translate(SUPERSCRIPT) if raised and word.text.isdigit() else word.text
    return Word(text, word.box)


def drawing(page: Any, turned: Turn) -> Drawing:
    """The strokes and pictures of a page."""
    import pypdfium2.raw as raw

    paths: list[Box] = []
    images: list[Box] = []
    for k, (kind, box) in enumerate(_objects(page, raw)):
        if k >= MOST_OBJECTS:
            break
        (images if kind == raw.FPDF_PAGEOBJ_IMAGE else paths).append(turned.place(box))
    area = page.get_width() * page.get_height()
    pictures = [box for box in (*images, *_charts(paths)) if _picture(box, area)]
    inside = [p for p in paths if not any(_within(p, box) for box in pictures)]
    return Drawing(
        tuple(p for p in inside if p.height <= THIN < p.right - p.left),
        tuple(p for p in inside if p.right - p.left <= THIN < p.height),
        tuple(pictures),
    )


def pictured(page: Any) -> bool:
    """Whether a picture fills much of a page: a scan."""
    import pypdfium2.raw as raw

    boxes = [box for kind, box in _objects(page, raw) if kind == raw.FPDF_PAGEOBJ_IMAGE]
    area = page.get_width() * page.get_height()
    return any((box.right - box.left) * box.height > SCANNED * area for box in boxes)


def _objects(page: Any, raw: Any) -> Iterator[tuple[int, Box]]:
    from ctypes import byref, c_float

    values = [c_float() for _ in range(4)]
    for k in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, k)
        kind = raw.FPDFPageObj_GetType(item)
        if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) and raw.FPDFPageObj_GetBounds(
            item, *map(byref, values)
        ):
            yield kind, Box(*(value.value for value in values))


def _charts(paths: Sequence[Box]) -> list[Box]:
    """Frames with many drawn parts that are no rules: charts and diagrams."""
    frames = [p for p in paths if p.right - p.left > PICTURE_WIDTH and p.height > PICTURE_HEIGHT][:50]
    parts = [p for p in paths if p.height > THIN and p.right - p.left > THIN]
    return [frame for frame in frames if sum(_within(part, frame) for part in parts) > PICTURE_PARTS]


def _picture(box: Box, area: float) -> bool:
    width = box.right - box.left
    return width > PICTURE_WIDTH and box.height > PICTURE_HEIGHT and width * box.height < PAGEWIDE * area


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner.left >= outer.left - 1
        and inner.right <= outer.right + 1
        and inner.bottom >= outer.bottom - 1
        and inner.top <= outer.top + 1
    )
