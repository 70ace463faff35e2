"""Where the words of a judged row differ, and what stands on either side."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ccdiff.derive.context import Pair
from ccdiff.model.comparison import ParagraphRow
from ccdiff.model.record import record
from ccdiff.reading import Reading

Words = tuple[str, str]  # an old wording and a new one, or an old place and a new one
Pairs = dict[Words, dict[Words, None]]  # wordings -> the places where the one stands for the other


@record
class Edit:
    """One replaced stretch of a row: its bounds in the old text and in the new."""

    old: tuple[int, int]
    new: tuple[int, int]


class Joined:
    """The texts of several places as one, and which place a character stands in."""

    def __init__(self, reading: Reading, locators: tuple[str, ...]) -> None:
        texts = [reading.report.text(locator) for locator in locators]
        self.text = "\n".join(texts)
        self.locators = locators
        self.starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))

    def locator(self, at: int) -> str:
        """The place that the character stands in."""
        return self.locators[bisect_right(self.starts, at) - 1]


class Edited:
    """A judged row with both its texts and its edits: made once for all that look for terms."""

    def __init__(self, row: ParagraphRow, pair: Pair) -> None:
        self.old, self.new = Joined(pair.old, row.old), Joined(pair.new, row.new)
        self.edits = edits_of(row)


def edited(pair: Pair) -> list[Edited]:
    """The rows of places that correspond and whose texts differ."""
    return [Edited(row, pair) for row in pair.rows if row.old and row.new and len(row.diff) > 1]


def edits_of(row: ParagraphRow) -> list[Edit]:
    """The edits of a row in order, each with what went and what came."""
    edits: list[Edit] = []
    at_old = at_new = 0
    edited = False
    for op, text in row.diff:
        old_end, new_end = at_old + len(text) * (op != "+"), at_new + len(text) * (op != "-")
        if op == "=":
            edited = False
        elif edited:
            edits[-1] = Edit((edits[-1].old[0], old_end), (edits[-1].new[0], new_end))
        else:
            edits.append(Edit((at_old, old_end), (at_new, new_end)))
            edited = True
        at_old, at_new = old_end, new_end
    return edits
