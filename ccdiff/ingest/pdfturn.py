"""How a PDF page is turned, so that every place on it can be told as a reader sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import degrees
from typing import Any

from ccdiff.model.named import NamedTuple

EVERY = 7  # characters of which one is asked how it stands
FEW = 400  # characters that tell how a page's text stands
ASLANT = 10  # degrees that a letter may lean


class Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Turn(NamedTuple):
    """``angle``: how far the page is turned clockwise to be read (0, 90, 180, 270); ``width`` and ``height`` of it then, in points;
    ``place`` gives the box on it for a box of the file."""

    angle: int
    width: float
    height: float
    place: Callable[[Box], Box]

    def upright(self, page: Any, k: int) -> bool:
        """Whether a character stands as the page's text does: no watermark aslant, no stamp along the margin."""
        return abs((_angle(page, k) - self.angle + 180) % 360 - 180) <= ASLANT


def turn(page: Any, text_page: Any) -> Turn:
    """How ``page`` has to be turned: as it says, else as most of its characters stand."""
    stated = page.get_rotation()
    angle = stated or _standing(text_page)
    width, height = page.get_width(), page.get_height()
    if not stated and angle in (90, 270):
        width, height = height, width
    return Turn(angle, width, height, _place(angle, width, height))


def _place(angle: int, width: float, height: float) -> Callable[[Box], Box]:
    if angle == 90:
        return lambda b: Box(b.bottom, height - b.right, b.top, height - b.left)
    if angle == 180:
        return lambda b: Box(width - b.right, height - b.top, width - b.left, height - b.bottom)
    if angle == 270:
        return lambda b: Box(width - b.top, b.left, width - b.bottom, b.right)
    return lambda b: b


def _standing(text_page: Any) -> int:
    """The quarter turn by which most characters of a page stand; 0 where no quarter has more than half."""
    places = range(0, text_page.count_chars(), EVERY)[:FEW]
    quarters = Counter(round(_angle(text_page, k) / 90) % 4 for k in places)
    quarter, count = max(quarters.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return 90 * quarter if 2 * count > len(places) else 0


def _angle(text_page: Any, k: int) -> float:
    """By how many degrees the page has to be turned clockwise for a character to stand upright (pdfium counts the other way)."""
    import pypdfium2.raw as raw

    return -degrees(raw.FPDFText_GetCharAngle(text_page, k)) % 360
